"""A klacht that was closed comes back: it runs on with its first term, and gets a real end."""

from __future__ import annotations

from datetime import date

import pytest

from klachtenapp.domain.begrippen import Afdoeningswijze, Aspect, Oordeel, Status
from klachtenapp.domain.dossier import Klachtonderdeel
from klachtenapp.domain.formulier import Formulier
from tests.ui.wandelingen.kantoor import HOOFD, REGISTRAR, Kantoor, in_envelopvenster, niet_ingevuld

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)

EINDE = date(2027, 1, 5)  # six weeks after the first letter
LEILA = Formulier(
    aanhef="mevrouw", voornaam="Leila", achternaam="Haddad", telefoon="06-12345698",
    straat="Molenstraat", huisnummer="7", postcode="1234 AB", plaats="Voorbeeldstad",
    voorkeur="bellen", kanaal="brief", ontvangen_op="2026-11-24", soort="klacht",
    afdeling="Sociaal domein", onderwerp="Niet teruggebeld",
    omschrijving="Ik bel elke week over mijn brief. Niemand belt mij terug.",
)  # fmt: skip
DEEL = Klachtonderdeel(
    "Niemand belde u terug.", Aspect.BEREIKBAARHEID, "",
    "De briefjes met uw nummer lagen er nog.", Oordeel.GEGROND,
    "wij bellen voortaan binnen twee dagen terug", date(2027, 2, 1),
)  # fmt: skip


def test_een_heropende_klacht_houdt_zijn_eerste_termijn(kantoor: Kantoor) -> None:
    kantoor.maak_sleutel()
    kenmerk = kantoor.neem_in(LEILA)
    _samen_opgelost(kantoor)
    kantoor.werkdagen_verder(8)
    kantoor.werker.doe(
        "heropen", reden="niet tevreden", toelichting="Mevrouw belde: er belde weer niemand."
    )
    kantoor.staat_op(Status.HEROPEND, "")
    _termijn_loopt_door(kantoor)
    _formeel(kantoor)
    assert "5 januari 2027" in kantoor.poortregels()["op_tijd"]
    kantoor.leg_voor()
    kantoor.meld_aan(HOOFD)
    kantoor.teken(kenmerk)
    kantoor.open(kenmerk)
    kantoor.staat_op(Status.OORDEEL, "bel de klager")
    kantoor.werker.doe_stap(manier="telefoon", bereikt="ja", gesproken_door=HOOFD)
    kantoor.meld_aan(REGISTRAR)
    werker = kantoor.open(kenmerk)
    _termijn_loopt_door(kantoor)
    kantoor.verstuur_liggend()
    tab = kantoor.poort()
    kantoor.foto("poort")
    assert tab.melding.tekst() == "U kunt dit dossier afsluiten."
    kantoor.klik(tab.knop)
    werker.vul(ondertekenaar_niet_betrokken="ja")
    assert kantoor.dossier.status is Status.AFGEHANDELD
    assert kantoor.dossier.afdoeningswijze is Afdoeningswijze.FORMEEL_AFGEHANDELD
    assert werker.beeld.stap is None
    for info, pdf in kantoor.bewaar_brieven(kenmerk):
        assert info.verzonden_op is not None
        assert in_envelopvenster(pdf)[0] == "Mevrouw L. Haddad", info.soort
        assert niet_ingevuld(pdf) == [], info.soort
    assert kantoor.fouten() == []


def _samen_opgelost(kantoor: Kantoor) -> None:
    werker = kantoor.werker
    werker.doe_stap(behandelaar="P. Yılmaz", niet_betrokken="ja")
    werker.doe_stap(manier="telefoon", bereikt="ja", wens="oplossing")
    werker.verstuur_wat_moet()
    werker.doe_stap()
    werker.doe("klager_tevreden", hoe="telefoon", afspraak="Wij bellen u elke week op maandag.")
    werker.verstuur("afsluitbrief-informeel")
    werker.doe_stap()
    assert kantoor.dossier.status is Status.AFGEHANDELD
    assert werker.beeld.stap is None


def _formeel(kantoor: Kantoor) -> None:
    """Do every next step until the letter must be signed."""
    zitting = kantoor.over(6).isoformat()
    antwoorden = {
        "leg_gesprek_vast": {"manier": "telefoon", "bereikt": "ja", "wens": "officiële brief"},
        "start_formeel": {"reden": "wens klager"},
        "plan_horen": {
            "zitting_op": zitting,
            "vorm": "telefoon",
            "tijd": "10.00 uur",
            "geen_beklaagde": "ja",
        },
        "leg_horen_vast": {"klager_gehoord": "ja", "geen_beklaagde": "ja"},
        "stel_verslag_vast": {"toelichting": "Mevrouw vertelde haar verhaal."},
        "vorm_oordeel": {"conclusies": "Wij maken een lijst van wie er gebeld moet worden."},
    }
    werker = kantoor.werker
    gedaan = []
    while (stap := werker.beeld.stap) is not None and stap.naam != "leg_voor":
        kantoor.staat_op(kantoor.dossier.status, "")
        gedaan.append(stap.naam)
        assert len(gedaan) < 20, gedaan
        if stap.brief:
            werker.verstuur(stap.brief)
        elif stap.naam == "wacht_op_gesprek":
            kantoor.dag(date.fromisoformat(zitting))
        else:
            if stap.handeling == "vorm_oordeel":
                kantoor.schrijf_oordeel(DEEL)
            werker.doe_stap(**antwoorden[stap.handeling])
    assert "leg_horen_vast" in gedaan
    assert "oordeel" in gedaan


def _termijn_loopt_door(kantoor: Kantoor) -> None:
    """The head still counts from the first letter."""
    over = (EINDE - kantoor.vandaag).days
    assert f"{over} dagen" in kantoor.ziet(kantoor.dossierblad.dossierkop)
    assert kantoor.dossier.ontvangen_op == date(2026, 11, 24)
