"""What can wait in the postvak, and which service carries it out: one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.dossier import Dossier, Klachtonderdeel
from klachtenapp.services import behandelen, registreren, wijzigen
from klachtenapp.services.behandelen import Opdracht
from klachtenapp.services.context import Context
from klachtenapp.services.wijzigen import Wijziging


@dataclass(frozen=True, slots=True)
class Notitie:
    """A note that is added to a dossier whatever others did there in the meantime."""

    kenmerk: str
    invoer: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Onderdelen:
    """The parts of a klacht as they were typed, and as they were read before."""

    kenmerk: str
    versie: int
    onderdelen: Sequence[Klachtonderdeel]
    gelezen: Sequence[Klachtonderdeel] | None = None


@dataclass(frozen=True, slots=True)
class Terugdraaiing:
    """The last step taken back, with the reason."""

    kenmerk: str
    versie: int
    reden: str


@dataclass(frozen=True, slots=True)
class Postsoort:
    """One kind of opdracht. ``zonder_schijf``: may be given while the register is out of reach.

    ``eigen_moment``: it happened when it was typed, however late it reaches the register.
    """

    vorm: type[Any]
    doe: Callable[[Context, Any, str], Dossier]
    zonder_schijf: bool = False
    eigen_moment: bool = False


def _registreer(ctx: Context, aanmelding: Aanmelding, uid: str) -> Dossier:
    return registreren.registreer(ctx, replace(aanmelding, uid=aanmelding.uid or uid))


def _noteer(ctx: Context, notitie: Notitie, uid: str) -> Dossier:
    opdracht = Opdracht(notitie.kenmerk, "noteer", notitie.invoer, None, uid)
    return behandelen.voer_uit(ctx, opdracht)


def _handel(ctx: Context, opdracht: Opdracht, uid: str) -> Dossier:
    return behandelen.voer_uit(ctx, replace(opdracht, opdracht_uid=uid))


def _wijzig(ctx: Context, wijziging: Wijziging, uid: str) -> Dossier:
    return wijzigen.wijzig(ctx, replace(wijziging, opdracht_uid=uid))


def _bewaar_onderdelen(ctx: Context, delen: Onderdelen, uid: str) -> Dossier:
    return behandelen.bewaar_onderdelen(
        ctx, delen.kenmerk, delen.versie, delen.onderdelen, uid, delen.gelezen
    )


def _draai_terug(ctx: Context, terug: Terugdraaiing, uid: str) -> Dossier:
    return behandelen.maak_laatste_ongedaan(ctx, terug.kenmerk, terug.versie, terug.reden, uid)


SOORTEN: Final[Mapping[str, Postsoort]] = {
    "melding": Postsoort(Aanmelding, _registreer, zonder_schijf=True),
    "notitie": Postsoort(Notitie, _noteer, zonder_schijf=True, eigen_moment=True),
    "handeling": Postsoort(Opdracht, _handel),
    "wijziging": Postsoort(Wijziging, _wijzig),
    "onderdelen": Postsoort(Onderdelen, _bewaar_onderdelen),
    "terug": Postsoort(Terugdraaiing, _draai_terug),
}


def soort_van(opdracht: object) -> str:
    """Return under which name an opdracht travels; KeyError for one that is not in the table."""
    for naam, soort in SOORTEN.items():
        if type(opdracht) is soort.vorm:
            return naam
    raise KeyError(type(opdracht).__name__)
