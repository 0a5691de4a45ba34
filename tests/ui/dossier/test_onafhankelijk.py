"""Through the window: who was involved, another behandelaar, who follows, what was promised."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel

from klachtenapp import bootstrap
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.personen import Medewerker
from klachtenapp.domain.toezeggingen import openstaand
from klachtenapp.domain.verloop import ambassadeur
from klachtenapp.services import beheer, gebruikers
from klachtenapp.services.context import Context
from klachtenapp.ui.bouwstenen import Knop
from klachtenapp.ui.dossier.belofteblok import Belofteblok
from klachtenapp.ui.dossier.feitenblad import Feitenblad
from klachtenapp.ui.dossier.gesprekken_tab import GesprekkenTab
from klachtenapp.ui.dossier.gesprekspaneel import Gesprekspaneel
from tests.ui.dossier.conftest import Werker

YILMAZ, KOK, BOER = "P. Yılmaz", "M. Kok", "H. de Boer"


def _begonnen(werker: Werker, kenmerk: str, **belofte: str) -> None:
    werker.open(kenmerk)
    werker.doe_stap(behandelaar=YILMAZ, niet_betrokken="ja")
    werker.doe_stap(manier="telefoon", bereikt="ja", **belofte)


def test_een_betrokken_behandelaar_gaat_over_en_de_klager_hoort_het(
    werker: Werker, youssef: str
) -> None:
    _begonnen(werker, youssef)
    werker.verstuur_wat_moet()
    werker.doe("merk_betrokken", medewerker=YILMAZ, reden="nam het besluit")
    assert werker.beeld.stap is not None
    assert werker.beeld.stap.tekst == "Wijs een andere behandelaar toe"
    werker.pagina.open_handeling("wijs_behandelaar_toe")
    for naam, waarde in {"behandelaar": YILMAZ, "niet_betrokken": "ja", "reden": "x"}.items():
        werker.venster.formulier.veld(naam).zet_waarde(waarde)
    werker.klik(werker.venster.knop)
    assert "was betrokken" in werker.venster.formulier.zin_bij("behandelaar")
    werker.vul(behandelaar=KOK, reden="was er zelf bij")
    werker.verstuur_wat_moet()
    assert werker.dossier.brief_verzonden(BriefSoort.NIEUWE_BEHANDELAAR) is not None
    werker.doe("wijs_ambassadeur_toe", ambassadeur=BOER)
    assert ambassadeur(werker.dossier) == BOER
    assert f"ambassadeur {BOER}" in werker.pagina.dossierkop.bijschrift.heel()


@pytest.mark.parametrize("beklaagde", ["P. Yılmaz", "Mevrouw yilmaz van de balie"])
def test_de_beklaagde_wordt_door_geen_venster_behandelaar(
    werker: Werker, youssef: str, beklaagde: str
) -> None:
    werker.open(youssef)
    werker.pagina.werkblad.balk.kies("klacht")
    blad = werker.pagina.werkblad.tabs["klacht"]
    assert isinstance(blad, Feitenblad)
    blad.bewerk()
    blad.veld("beklaagde").zet_waarde(beklaagde)
    blad.bewaar()
    werker.rust()
    werker.klik(werker.pagina.stapbalk.knop)
    for naam, waarde in {
        "behandelaar": YILMAZ,
        "niet_betrokken": "ja",
        "over_bestuur": "ja",
    }.items():
        werker.venster.formulier.veld(naam).zet_waarde(waarde)
    werker.klik(werker.venster.knop)
    werker.rust()
    assert "De klacht gaat over P. Yılmaz" in werker.venster.formulier.zin_bij("behandelaar")
    assert werker.dossier.behandelaar is None
    werker.vul(behandelaar=KOK)
    blad.bewerk()
    blad.veld("beklaagde").zet_waarde("mw. Kok")
    blad.bewaar()
    werker.rust()
    assert "9:7" in blad.zin_bij("beklaagde")
    assert werker.dossier.beklaagde == beklaagde


def test_een_belofte_staat_bij_de_gesprekken_tot_zij_is_nagekomen(
    werker: Werker, youssef: str
) -> None:
    belofte = {"belofte": "Brief uitleggen", "belofte_door": YILMAZ, "belofte_op": "2026-11-26"}
    _begonnen(werker, youssef, **belofte)
    werker.pagina.werkblad.balk.kies("gesprekken")
    (blok,) = werker.pagina.werkblad.findChildren(Belofteblok)
    knop: Knop = blok.knoppen[0]
    assert knop.accessibleName() == "Nagekomen: Brief uitleggen"
    werker.klik(knop)
    werker.vul(uitkomst="gedaan", hoe="Aan de balie samen gelezen")
    assert openstaand(werker.dossier) == ()


def test_de_gesprekskaart_staat_naast_het_formulier_en_op_papier(
    werker: Werker, youssef: str
) -> None:
    werker.open(youssef)
    werker.doe_stap(behandelaar=YILMAZ, niet_betrokken="ja")
    werker.pagina.open_handeling("leg_gesprek_vast")
    (paneel,) = werker.venster.findChildren(Gesprekspaneel)
    woorden = " ".join(label.text() for label in paneel.findChildren(QLabel))
    assert "U spreekt met P. Yılmaz, klachtbehandelaar van de gemeente Voorbeeldstad" in woorden
    assert "Eerder contact" not in woorden
    werker.venster.reject()
    werker.pagina.werkblad.balk.kies("gesprekken")
    tab = werker.pagina.werkblad.tabs["gesprekken"]
    assert isinstance(tab, GesprekkenTab)
    werker.klik(tab.kaartknop)
    werker.rust()
    assert tab.papier is not None
    assert tab.papier.voorbeeld.paginas == 1
    tab.papier.reject()


def test_de_leidinggevende_van_de_beklaagde_kan_maar_niet_zonder_waarschuwing(
    werker: Werker, evi: str, register_openen: Callable[[], Context]
) -> None:
    ctx = register_openen()
    hoofd = next(m for m in beheer.medewerkers(ctx) if m.naam == BOER)
    visser = beheer.bewaar_medewerker(ctx, Medewerker(0, "T. Visser"))
    gebruikers.bewaar(ctx, visser, "", hoofd.id)
    bootstrap.sluit(ctx)
    werker.open(evi)
    werker.pagina.open_handeling("wijs_behandelaar_toe")
    formulier = werker.venster.formulier
    hint = formulier.hints["behandelaar"]
    formulier.vul({"behandelaar": KOK})
    assert hint.tekst() == ""
    formulier.vul({"behandelaar": BOER})
    assert f"{BOER} is de leidinggevende van T. Visser" in hint.tekst()
    werker.vul(behandelaar=BOER, niet_betrokken="ja")
    assert werker.dossier.behandelaar is not None
    assert werker.dossier.behandelaar.naam == BOER
