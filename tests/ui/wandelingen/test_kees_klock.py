"""Kees Klock's klacht in the oefengemeente: from his letter to the signed answer, in the window.

Samen oplossen fails, so it becomes formal: a driegesprek, a verslag, a judgement per part, a
letter that comes back with a remark and is signed the second time, a call by who signed it.
"""

from __future__ import annotations

from datetime import date

import pytest

from klachtenapp.domain.begrippen import Afdoeningswijze, Aspect, Oordeel, Status
from klachtenapp.domain.dossier import Klachtonderdeel
from klachtenapp.domain.formulier import Formulier
from tests.ui.wandelingen.kantoor import (
    HOOFD,
    REGISTRAR,
    Kantoor,
    in_envelopvenster,
    niet_ingevuld,
    tekst,
)

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)

BEHANDELAAR = "H. de Boer"
KEES = Formulier(
    aanhef="heer", voornaam="Kees", achternaam="Klock", telefoon="06-12345602",
    straat="Vogelweg", huisnummer="66", postcode="1234 CD", plaats="Voorbeeldstad",
    voorkeur="langskomen", kanaal="brief", ontvangen_op="2026-11-24", soort="klacht",
    afdeling="Burgerzaken", beklaagde="J. Smit", onderwerp="Onvriendelijk aan de balie",
    omschrijving="Ik vroeg beleefd naar de kosten van een uittreksel. De heer Smit antwoordde "
    "dat ik dat zelf wel kon opzoeken en draaide zich om. Ik wens erkenning van deze fout, "
    "schriftelijk.",
)  # fmt: skip
DELEN = (
    Klachtonderdeel(
        "De medewerker gaf geen antwoord op uw vraag.", Aspect.BEJEGENING, "",
        "De heer Smit geeft toe dat hij het gesprek niet zo had mogen stoppen.", Oordeel.GEGROND,
        "wij leggen een lijst met de kosten op de balie", date(2027, 2, 1),
    ),
    Klachtonderdeel(
        "De medewerker draaide zich om.", Aspect.BEJEGENING, "",
        "U vertelt het anders dan de heer Smit. Er was niemand anders bij.", Oordeel.GEEN_OORDEEL,
    ),
)  # fmt: skip
ADRES = ["De heer K. Klock", "Vogelweg 66", "1234 CD VOORBEELDSTAD"]
BRIEVEN = [
    "ontvangstbevestiging",
    "afschrift-beklaagde",
    "uitnodiging-klager",
    "uitnodiging-beklaagde",
    "verslag-klager",
    "verslag-beklaagde",
    "afdoeningsbrief",
]


def test_van_de_brief_van_kees_tot_de_getekende_brief_aan_kees(kantoor: Kantoor) -> None:
    kantoor.maak_sleutel()
    kenmerk = kantoor.neem_in(KEES)
    _samen_oplossen_lukt_niet(kantoor, kenmerk)
    _driegesprek(kantoor)
    _oordeel(kantoor)
    _ondertekenmap(kantoor, kenmerk)
    _bellen_en_sluiten(kantoor, kenmerk)
    _brieven(kantoor, kenmerk)
    assert kantoor.fouten() == []


def _samen_oplossen_lukt_niet(kantoor: Kantoor, kenmerk: str) -> None:
    ziet = kantoor.staat_op
    ziet(Status.ONTVANGEN, "wijs een behandelaar toe, uiterlijk wo 25 nov.")
    kantoor.werker.doe_stap(behandelaar=BEHANDELAAR, niet_betrokken="ja")
    kantoor.meld_aan(BEHANDELAAR)
    werker = kantoor.open(kenmerk)
    ziet(Status.BEOORDELING, "nodig de klager uit voor een gesprek, uiterlijk wo 25 nov.")
    werker.doe_stap(
        manier="balie", bereikt="ja", wens="gesprek", toelichting="Meneer vertelde wat er gebeurde."
    )
    ziet(Status.BEOORDELING, "print de ontvangstbevestiging, uiterlijk do 26 nov.")
    werker.verstuur_wat_moet()
    ziet(Status.BEOORDELING, "begin met samen oplossen")
    werker.doe_stap()
    ziet(Status.INFORMEEL, "zoek samen een oplossing")
    kantoor.werkdagen_verder(3)
    werker.doe(
        "leg_gesprek_vast",
        manier="gesprek",
        bereikt="ja",
        wens="officiële brief",
        toelichting="Wij kwamen er samen niet uit. Meneer wil een brief met ons oordeel.",
    )
    ziet(Status.INFORMEEL, "start de formele behandeling")
    werker.doe_stap(reden="informeel niet gelukt")


def _driegesprek(kantoor: Kantoor) -> None:
    ziet = kantoor.staat_op
    werker = kantoor.werker
    ziet(Status.FORMEEL, "print de klacht voor de beklaagde, uiterlijk vr 4 dec.")
    werker.verstuur("afschrift-beklaagde")
    ziet(Status.FORMEEL, "nodig klager en beklaagde uit")
    zitting = kantoor.over(6)
    werker.doe_stap(
        zitting_op=zitting.isoformat(),
        vorm="driegesprek",
        tijd="14.00 uur",
        plaats="het gemeentehuis, kamer 1.12",
    )
    ziet(Status.HOREN, "print de uitnodiging voor de klager")
    werker.verstuur("uitnodiging-klager")
    ziet(Status.HOREN, "print de uitnodiging voor de beklaagde")
    werker.verstuur("uitnodiging-beklaagde")
    ziet(Status.HOREN, "houd het gesprek op ma 7 dec")
    kantoor.dag(zitting)
    ziet(Status.HOREN, "leg het gesprek vast, vandaag.")
    werker.doe_stap(klager_gehoord="ja", beklaagde_gehoord="ja")
    ziet(Status.HOREN, "voeg het verslag toe")
    kantoor.werkdagen_verder(1)
    werker.doe_stap(toelichting="Beiden vertelden hun verhaal. Zij gaven elkaar een hand.")
    ziet(Status.OORDEEL, "print de brief bij het verslag voor de klager")
    werker.verstuur_wat_moet()


def _oordeel(kantoor: Kantoor) -> None:
    ziet = kantoor.staat_op
    kantoor.werkdagen_verder(6)
    ziet(Status.OORDEEL, "leg het oordeel vast")
    assert "ontbreekt" in kantoor.poortregels()["onderdelen"]
    kantoor.schrijf_oordeel(*DELEN)
    assert "gedaan" in kantoor.poortregels()["onderdelen"]
    kantoor.werker.doe_stap(conclusies="Wij praten hierover met het hele team.")
    ziet(Status.OORDEEL, "leg de brief voor ter ondertekening")
    kantoor.leg_voor()
    ziet(Status.OORDEEL, "wacht op de handtekening")


def _ondertekenmap(kantoor: Kantoor, kenmerk: str) -> None:
    ziet = kantoor.staat_op
    kantoor.meld_aan(HOOFD)
    blad = kantoor.ondertekenmap(kenmerk)
    kantoor.foto("beslisblad")
    for stuk in (KEES.omschrijving, *(deel.bevinding for deel in DELEN), f"door {BEHANDELAAR}"):
        assert stuk in kantoor.ziet(blad.werkvlak), stuk
    kantoor.stuur_terug(kenmerk, "Zeg ook dat het ons spijt.", "Wij praten hierover")
    kantoor.meld_aan(BEHANDELAAR)
    werker = kantoor.open(kenmerk)
    ziet(Status.OORDEEL, "pas de brief aan en leg hem weer voor")
    assert f"{HOOFD} schreef: “Zeg ook dat het ons spijt.”" in kantoor.stap
    werker.doe(
        "vorm_oordeel",
        conclusies="Het spijt ons dat u zo bent behandeld. Wij praten hierover met het hele team.",
    )
    ziet(Status.OORDEEL, "leg de brief voor ter ondertekening")
    kantoor.leg_voor()
    kantoor.meld_aan(HOOFD)
    kantoor.teken(kenmerk)
    kantoor.foto("getekend")


def _bellen_en_sluiten(kantoor: Kantoor, kenmerk: str) -> None:
    ziet = kantoor.staat_op
    werker = kantoor.open(kenmerk)
    ziet(Status.OORDEEL, "nodig de klager uit voor een gesprek over de uitkomst")
    werker.doe_stap(
        manier="telefoon",
        bereikt="ja",
        gesproken_door=HOOFD,
        toelichting="Ik vertelde meneer zelf wat wij vinden. Hij is blij met de brief.",
    )
    ziet(Status.OORDEEL, "verstuur de ondertekende brief")
    kantoor.meld_aan(REGISTRAR)
    werker = kantoor.open(kenmerk)
    kantoor.verstuur_liggend()
    ziet(Status.OORDEEL, "sluit de klacht af")
    kantoor.bewaar_brieven(kenmerk)
    tab = kantoor.poort()
    kantoor.foto("poort")
    assert tab.melding.tekst() == "U kunt dit dossier afsluiten."
    for naam, regel in kantoor.poortregels().items():
        assert ": gedaan." in regel or ": niet nodig." in regel, (naam, regel)
    kantoor.klik(tab.knop)
    werker.vul(ondertekenaar_niet_betrokken="ja")
    kantoor.foto("gesloten")
    dossier = kantoor.dossier
    assert dossier.status is Status.AFGEHANDELD
    assert dossier.oordeel is Oordeel.DEELS_GEGROND
    assert dossier.afdoeningswijze is Afdoeningswijze.FORMEEL_AFGEHANDELD
    assert werker.beeld.stap is None
    assert "Volgende stap" not in kantoor.stap
    (geldigheid,) = werker.beeld.handtekeningen.values()
    assert geldigheid.geldig
    assert geldigheid.ondertekenaar == HOOFD


def _brieven(kantoor: Kantoor, kenmerk: str) -> None:
    brieven = kantoor.bewaar_brieven(kenmerk)
    assert [info.soort for info, _ in brieven] == BRIEVEN
    for info, pdf in brieven:
        assert info.verzonden_op is not None
        adres = in_envelopvenster(pdf)
        if "beklaagde" in info.soort:
            assert "J. Smit" in adres[0], (info.soort, adres)
        else:
            assert adres == ADRES, info.soort
        assert niet_ingevuld(pdf) == [], info.soort
        assert kenmerk in tekst(pdf)
    oordeel = tekst(brieven[-1][1])
    for stuk in ("Het spijt ons", "Gegrond", "ombudsman", HOOFD, *(d.bevinding for d in DELEN)):
        assert stuk.casefold() in oordeel.casefold(), stuk
