"""The pages of the window, in the order of the navigation: a new page is one line here.

Only the first page is loaded at the start: what draws PDF and reads workbooks takes longer
to load than all the rest, and the user wants to see what needs attention. ``warm_op`` loads
it in the background once the window stands.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from klachtenapp.domain.personen import Rol
from klachtenapp.domain.rollen import Recht, mag
from klachtenapp.ui.bouwstenen import Pagina
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.werkvoorraad_page import WerkvoorraadPage

# ruff: noqa: PLC0415 - see above


@dataclass(frozen=True, slots=True)
class Paginasoort:
    """One page: its name, what stands in the navigation (& marks the Alt key), how it is made.

    A page without ``label`` is not in the navigation (the dossier). Who has none of
    ``rechten``, or who has ``niet_bij``, does not see it; the services refuse what is in it.
    """

    naam: str
    label: str
    icoon: str
    maak: Callable[[Runner, Navigatie], Pagina]
    rechten: tuple[Recht, ...]
    niet_bij: Recht | None = None


def _register(runner: Runner, navigatie: Navigatie) -> Pagina:
    from klachtenapp.ui.register_page import RegisterPage

    return RegisterPage(runner, navigatie)


def _nieuwe_melding(runner: Runner, navigatie: Navigatie) -> Pagina:
    from klachtenapp.ui.intake_page import IntakePage

    return IntakePage(runner, navigatie)


def _stappenplan(runner: Runner, navigatie: Navigatie) -> Pagina:
    from klachtenapp.ui.stappenplan_page import StappenplanPage

    return StappenplanPage(runner, navigatie)


def _vandaag(runner: Runner, navigatie: Navigatie) -> Pagina:
    from klachtenapp.ui.vandaag_page import VandaagPage

    return VandaagPage(runner, navigatie)


def _post(runner: Runner, navigatie: Navigatie) -> Pagina:
    from klachtenapp.ui.post_page import PostPage

    return PostPage(runner, navigatie)


def _ondertekenen(runner: Runner, navigatie: Navigatie) -> Pagina:
    from klachtenapp.ui.ondertekenen_page import OndertekenenPage

    return OndertekenenPage(runner, navigatie)


def _beheer(runner: Runner, navigatie: Navigatie) -> Pagina:
    from klachtenapp.ui.beheer_page import BeheerPage

    return BeheerPage(runner, navigatie)


def _dossier(runner: Runner, navigatie: Navigatie) -> Pagina:
    from klachtenapp.ui.dossier_page import DossierPage

    return DossierPage(runner, navigatie)


def _importeren(runner: Runner, navigatie: Navigatie) -> Pagina:
    from klachtenapp.ui.import_wizard import ImportWizard

    return ImportWizard(runner, navigatie)


PAGINAS: tuple[Paginasoort, ...] = (
    Paginasoort("werkvoorraad", "&Werkvoorraad", "werkvoorraad", WerkvoorraadPage, (Recht.LEZEN,)),
    Paginasoort("register", "&Register", "register", _register, (Recht.LEZEN,)),
    Paginasoort("nieuwe_melding", "&Nieuwe melding", "nieuw", _nieuwe_melding,
                (Recht.REGISTREREN,)),
    Paginasoort("stappenplan", "&Stappenplan", "stappenplan", _stappenplan,
                (Recht.STAPPENPLAN,)),
    Paginasoort("vandaag", "&Vandaag ingevoerd", "werkvoorraad", _vandaag,
                (Recht.REGISTREREN,), niet_bij=Recht.LEZEN),
    Paginasoort("post", "&Post", "brief", _post, (Recht.BEHANDELEN,)),
    Paginasoort("ondertekenen", "&Ter ondertekening", "ondertekenen", _ondertekenen,
                (Recht.ONDERTEKENEN, Recht.BEHANDELEN)),
    Paginasoort("beheer", "&Beheer", "beheer", _beheer,
                (Recht.BEHEREN, Recht.TEKSTEN, Recht.LOGBOEK)),
    Paginasoort("dossier", "", "", _dossier, (Recht.LEZEN,)),
    Paginasoort("importeren", "", "import", _importeren, (Recht.IMPORTEREN,)),
)  # fmt: skip


def zichtbaar(paginas: Sequence[Paginasoort], rollen: Collection[Rol]) -> list[Paginasoort]:
    """Return the pages for someone with these roles; navigation hides the others."""
    return [
        soort
        for soort in paginas
        if any(mag(rollen, recht) for recht in soort.rechten)
        and not (soort.niet_bij and mag(rollen, soort.niet_bij))
    ]


def warm_op() -> threading.Thread:
    """Load in the background what the other pages stand on; none of it is Qt."""

    def laad() -> None:
        from klachtenapp.services import correspondentie, exporteren, importeren  # noqa: F401

    draad = threading.Thread(target=laad, name="opwarmen", daemon=True)
    draad.start()
    return draad
