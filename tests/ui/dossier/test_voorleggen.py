"""From the letter desk to the ondertekenmap and back, and how a signature shows in the dossier."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from klachtenapp import bootstrap
from klachtenapp.domain import ondertekenmap
from klachtenapp.domain.klaarliggend import klaarliggend
from klachtenapp.domain.personen import Rol
from klachtenapp.domain.sleutel import in_groepen
from klachtenapp.models import documenten
from klachtenapp.services import beheer, gebruikers, geheimen, ondertekenen, sleutels
from klachtenapp.services.context import Context
from klachtenapp.ui.dossier.brieven_tab import BrievenTab
from tests.ui.dossier.conftest import Wandklok, Werker
from tests.ui.dossier.test_briefbureau import OORDEEL

GEHEIM = "vijf-1-varkens"


def _richt_in(ctx: Context) -> Context:
    beheer.bewaar_gemeente(ctx, replace(ctx.gemeente, ondertekenen=True))
    wie = next(m for m in beheer.medewerkers(ctx) if m.naam == "H. de Boer")
    wie = beheer.bewaar_medewerker(ctx, replace(wie, rollen=frozenset({Rol.AFDELINGSHOOFD})))
    hoofd = gebruikers.als(ctx, wie)
    geheimen.stel_in(hoofd, wie.id, GEHEIM)
    sleutel = sleutels.maak(hoofd, wie.id, GEHEIM)
    sleutels.bevestig(ctx, sleutel.id, in_groepen(sleutel.vingerafdruk))
    return hoofd


@pytest.fixture
def hoofd(evi: str, register_openen: Callable[[], Context], klok: Wandklok) -> Iterator[Context]:
    """Another computer, on which the afdelingshoofd works; ask for it before ``werker``."""
    klok.zet(10, 20)
    ctx = register_openen()
    yield _richt_in(ctx)
    bootstrap.sluit(ctx)


def test_voorgelegd_teruggekomen_teruggenomen_en_getekend(
    evi: str, hoofd: Context, werker: Werker
) -> None:
    werker.open(evi)
    for handeling, antwoorden in OORDEEL:
        werker.collega(handeling, **antwoorden)
        werker.pagina.ververs()
        werker.rust()

    def maak() -> None:
        werker.pagina.open_brief("afdoeningsbrief")
        werker.rust()

    maak()
    bureau = werker.pagina.bureau
    kaart = bureau.kolom.voorleg
    assert bureau.kaart.isHidden()
    assert kaart.knop.isVisible()
    werker.klik(kaart.knop)
    werker.rust()
    assert ondertekenmap.aangeboden(werker.dossier) is not None

    ondertekenen.geef_terug(hoofd, evi, "Noem de datum.", opdracht_uid="terug")
    werker.pagina.ververs()
    werker.rust()
    maak()
    assert "Noem de datum." in kaart.opmerking.tekst()
    werker.toets(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    werker.rust()
    assert ondertekenmap.aangeboden(werker.dossier) is not None

    maak()
    assert not kaart.knop.isVisible()
    werker.klik(kaart.knop_terug)
    werker.rust()
    assert ondertekenmap.aangeboden(werker.dossier) is not None, "zonder reden niet"
    kaart.reden.setText("Nog een fout gezien.")
    werker.klik(kaart.knop_terug)
    werker.rust()
    assert ondertekenmap.aangeboden(werker.dossier) is None

    maak()
    werker.klik(kaart.knop)
    werker.rust()
    info = ondertekenen.onderteken(hoofd, evi, GEHEIM, niet_betrokken=True, opdracht_uid="teken")
    werker.pagina.ververs()
    werker.rust()
    assert [d.id for d in klaarliggend(werker.dossier)] == [info.id]
    werker.pagina.werkblad.balk.kies("brieven")
    tab = werker.pagina.werkblad.tabs["brieven"]
    assert isinstance(tab, BrievenTab)
    assert tab.klaarrijen[info.id].accessibleName() == "Afdoeningsbrief, ligt klaar, ondertekend"
    cel = tab.lijst.item(0, 4)
    assert cel is not None
    assert cel.text() == "✓ ondertekend door H. de Boer op di 20 okt 2026"

    anders = documenten.lees(hoofd.register, info.id) + b" "
    hoofd.register.sql("UPDATE inhoud SET inhoud = ? WHERE sha256 = ?", (anders, info.sha256))
    werker.pagina.ververs()
    werker.rust()
    cel = tab.lijst.item(0, 4)
    assert cel is not None
    assert cel.text() == "✗ handtekening ongeldig"
    assert "veranderd nadat hij werd ondertekend" in cel.toolTip()
