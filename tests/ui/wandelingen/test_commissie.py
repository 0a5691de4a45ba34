"""A klachtencommissie from the start (afd. 9.1.3 Awb): ten weeks, advice, and we depart from it."""

from __future__ import annotations

from datetime import date

import pytest

from klachtenapp.domain.begrippen import Afdoeningswijze, Aspect, Oordeel, Status
from klachtenapp.domain.dossier import Klachtonderdeel
from tests.ui.wandelingen.kantoor import HOOFD, REGISTRAR, Kantoor
from tests.ui.wandelingen.zaken import (
    BEKLAAGDE,
    KLAGER,
    Brieven,
    neem_op,
    spreek_en_bevestig,
    wet,
)

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)
BEGIN, EINDE = date(2026, 11, 24), date(2027, 2, 2)  # ten weeks
ZITTING = date(2026, 12, 10)
DEEL = Klachtonderdeel(
    "De medewerker draaide zich om.",
    Aspect.BEJEGENING,
    "",
    "De heer Smit gaf toe dat hij het gesprek niet zo had mogen stoppen.",
    Oordeel.GEGROND,
)
WAAROM = "De heer Smit heeft zelf gezegd dat het anders had gemoeten."


def _tot_oordeel(kantoor: Kantoor) -> None:
    """The commissie hears both, and advises."""
    werker = kantoor.werker
    werker.doe_stap(
        zitting_op=ZITTING.isoformat(), vorm="driegesprek", tijd="10.00 uur",
        plaats="het gemeentehuis, kamer 4",
    )  # fmt: skip
    werker.verstuur_wat_moet(
        aanwezig="De klachtencommissie", samen="ja", antwoord_voor="2026-12-08"
    )
    kantoor.dag(ZITTING)
    werker.doe_stap(klager_gehoord="ja", beklaagde_gehoord="ja")
    werker.doe_stap(toelichting="Beiden vertelden hun verhaal.")
    werker.verstuur_wat_moet()
    assert _stand(kantoor) is Status.ADVIES
    kantoor.foto("wacht-op-advies")
    kantoor.dag(date(2027, 1, 11))
    while werker.beeld.stap and werker.beeld.stap.handeling == "leg_gesprek_vast":
        werker.doe_stap(manier="telefoon", bereikt="ja")
    werker.doe_stap(rapport_compleet="ja", toelichting="De commissie vindt de klacht ongegrond.")
    assert _stand(kantoor) is Status.OORDEEL


def _stand(kantoor: Kantoor) -> Status:
    return kantoor.dossier.status


def _wijk_af(kantoor: Kantoor) -> None:
    """Judge otherwise than the commissie: not without a reason (art. 9:16)."""
    werker = kantoor.werker
    kantoor.schrijf_oordeel(DEEL)
    kantoor.klik(kantoor.dossierblad.stapbalk.knop)
    kantoor.rust()
    formulier = werker.venster.formulier
    formulier.vul({"wijkt_af": "ja", "conclusies": "Wij bieden u onze excuses aan."})
    werker.klik(werker.venster.knop)
    assert "advies" in formulier.zin_bij("afwijkreden")
    werker.vul(afwijkreden=WAAROM)


def test_advies_van_de_commissie_met_afwijking_tot_en_met_gesloten(kantoor: Kantoor) -> None:
    kantoor.maak_sleutel()
    kenmerk = neem_op(kantoor)
    spreek_en_bevestig(kantoor)
    assert wet(kantoor, "afdoening") == date(2027, 1, 5)
    werker = kantoor.werker
    werker.doe_stap(reden="wens klager", commissie="ja", commissie_gemeld_op=BEGIN.isoformat())
    assert wet(kantoor, "afdoening") == EINDE
    assert kantoor.dossier.commissie
    kantoor.foto("tien-weken")
    werker.verstuur_wat_moet()
    _tot_oordeel(kantoor)
    _wijk_af(kantoor)
    kantoor.leg_voor()
    kantoor.foto("voorgelegd")
    kantoor.meld_aan(HOOFD)
    kantoor.teken(kenmerk)
    werker = kantoor.open(kenmerk)
    assert "over de uitkomst" in kantoor.stap
    werker.doe_stap(manier="telefoon", bereikt="ja", gesproken_door=HOOFD)
    kantoor.meld_aan(REGISTRAR)
    werker = kantoor.open(kenmerk)
    kantoor.verstuur_liggend()
    kantoor.poort()
    kantoor.foto("poort")
    werker.doe_stap(ondertekenaar=HOOFD, ondertekenaar_niet_betrokken="ja")
    assert kantoor.dossier.status is Status.AFGEHANDELD
    assert kantoor.dossier.afdoeningswijze is Afdoeningswijze.FORMEEL_AFGEHANDELD
    assert kantoor.dossier.oordeel is Oordeel.GEGROND
    assert werker.beeld.stap is None
    kantoor.foto("dicht")
    _toets_brieven(kantoor, kenmerk)
    assert kantoor.fouten() == []


def _toets_brieven(kantoor: Kantoor, kenmerk: str) -> None:
    brieven = Brieven(kantoor, kenmerk)
    brieven.toets("ontvangstbevestiging", KLAGER, BEGIN)
    brieven.toets("afschrift-beklaagde", BEKLAAGDE, BEGIN)
    for soort, aan in (("uitnodiging-klager", KLAGER), ("uitnodiging-beklaagde", BEKLAAGDE)):
        brieven.toets(soort, aan, BEGIN, "donderdag 10 december 2026", "10.00 uur", "kamer 4")
    for soort, aan in (("verslag-klager", KLAGER), ("verslag-beklaagde", BEKLAAGDE)):
        brieven.toets(soort, aan, ZITTING)
    antwoord = brieven.toets(
        "afdoeningsbrief", KLAGER, date(2027, 1, 11),
        "Advies van de commissie", "Dat advies zit bij deze brief", WAAROM,
        "Nationale ombudsman", "11 januari 2028", HOOFD,
    )  # fmt: skip
    assert antwoord.count("Advies van de commissie") == 1
