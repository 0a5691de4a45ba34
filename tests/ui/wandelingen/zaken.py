"""What the walks share: a klacht that comes in, and letters that are looked at one by one."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QPushButton

from klachtenapp.domain import dagtekst
from klachtenapp.domain.formulier import Formulier
from klachtenapp.ui.dossier.brieven_tab import BrievenTab
from klachtenapp.ui.handeling_venster import HandelingVenster
from tests.ui.wandelingen.kantoor import (
    REGISTRAR,
    Kantoor,
    in_envelopvenster,
    niet_ingevuld,
    tekst,
)

BEHANDELAAR = "H. de Boer"
KLAGER = ["De heer K. Klock", "Vogelweg 66", "1234 CD VOORBEELDSTAD"]
BEKLAAGDE = [
    "De heer J. Smit", "Persoonlijk en vertrouwelijk", "Afdeling Burgerzaken",
    "Gemeente Voorbeeldstad",
]  # fmt: skip
KEES = Formulier(
    aanhef="heer", voornaam="Kees", achternaam="Klock", telefoon="06-12345602",
    straat="Vogelweg", huisnummer="66", postcode="1234 CD", plaats="Voorbeeldstad",
    kanaal="brief", ontvangen_op="2026-11-24", soort="klacht",
    afdeling="Burgerzaken", beklaagde="de heer J. Smit",
    onderwerp="Onvriendelijk aan de balie",
    omschrijving="Ik vroeg beleefd naar de kosten van een uittreksel. De heer Smit antwoordde "
    "dat ik dat zelf wel kon opzoeken en draaide zich om. Ik wens erkenning van deze fout.",
)  # fmt: skip


def neem_op(kantoor: Kantoor, formulier: Formulier = KEES) -> str:
    """The registrar takes it in and assigns it; the behandelaar opens it. Returns the kenmerk."""
    kantoor.meld_aan(REGISTRAR)
    kenmerk = kantoor.neem_in(formulier)
    kantoor.werker.doe_stap(behandelaar=BEHANDELAAR, niet_betrokken="ja")
    kantoor.meld_aan(BEHANDELAAR)
    kantoor.open(kenmerk)
    return kenmerk


def spreek_en_bevestig(kantoor: Kantoor, wens: str = "officiële brief") -> None:
    """The first call, and the ontvangstbevestiging."""
    kantoor.werker.doe_stap(manier="telefoon", bereikt="ja", wens=wens)
    kantoor.werker.verstuur_wat_moet()
    kantoor.foto("bevestigd")


def maak_brief(kantoor: Kantoor, soort: str, **antwoorden: str) -> None:
    """Press the button of a letter in the tab *Brieven*, and fill in what it asks."""
    blad = kantoor.dossierblad
    blad.werkblad.balk.kies("brieven")
    kantoor.rust()
    tab = blad.werkblad.tab
    assert isinstance(tab, BrievenTab)
    kantoor.klik(tab.regels[soort].knop)
    kantoor.rust()
    assert blad.bureau.soort == soort
    if antwoorden:
        assert blad.bureau.vragen.vul(antwoorden)
        kantoor.rust()


def verstuur_brief(kantoor: Kantoor, soort: str, **antwoorden: str) -> None:
    """Make a letter, print it, and mark it sent."""
    maak_brief(kantoor, soort, **antwoorden)
    bureau = kantoor.dossierblad.bureau
    kantoor.wacht_op(bureau.knop.isEnabled)
    kantoor.foto(f"bureau-{soort}")
    bureau.voorbeeld.print_nu()
    kantoor.wacht_op(lambda: not bureau.voorbeeld.drukt)
    kantoor.klik(bureau.knop)
    kantoor.rust()


def bij_vraag(kantoor: Kantoor, naam: str) -> str:
    """Return what can be read at a question of the letter on the desk."""
    return kantoor.ziet(kantoor.dossierblad.bureau.vragen.regel(naam))


def leg_bureau_weg(kantoor: Kantoor) -> None:
    """Leave the letter desk without sending: what was typed for the letter is given up."""
    (terug,) = [
        knop
        for knop in kantoor.dossierblad.bureau.findChildren(QPushButton)
        if knop.text() == "Terug naar dossier"
    ]
    kantoor.klik(terug)
    kantoor.rust()


def vraag(kantoor: Kantoor, handeling: str, **antwoorden: str) -> HandelingVenster:
    """Open a form from *Meer doen* and fill it in; it is not yet confirmed."""
    kantoor.dossierblad.meer_doen.gekozen.emit(handeling)
    kantoor.rust()
    venster = kantoor.werker.venster
    for naam, waarde in antwoorden.items():
        venster.formulier.veld(naam).zet_waarde(waarde)
    venster.formulier.vul({})
    return venster


def geweigerd(kantoor: Kantoor, handeling: str, **antwoorden: str) -> str:
    """Fill in a form that is refused, and close it; returns what the form says."""
    venster = vraag(kantoor, handeling, **antwoorden)
    kantoor.werker.klik(venster.knop)
    kantoor.rust()
    assert kantoor.dossierblad.uitvoering.venster is venster, "Het werd niet geweigerd."
    zinnen: str = venster.zinnen()
    venster.grab().save(str(kantoor.map / f"geweigerd-{handeling}.png"))
    venster.reject()
    kantoor.rust()
    return zinnen


def wet(kantoor: Kantoor, naam: str) -> date | None:
    """Return a date of the termijnkaart as the window has it."""
    return next((r.datum for r in kantoor.werker.beeld.kaart if r.naam == naam), None)


class Brieven:
    """The letters of a dossier as they lie in the register, each looked at in the same way."""

    def __init__(self, kantoor: Kantoor, kenmerk: str) -> None:
        self._paden = {info.soort: (info, pad) for info, pad in kantoor.bewaar_brieven(kenmerk)}
        self._kenmerk = kenmerk
        self.soorten = tuple(self._paden)

    def toets(self, soort: str, aan: list[str], op: date, *stukken: str) -> str:
        """Check address, date and holes of a letter that went on ``op``; returns its words."""
        info, pad = self._paden[soort]
        woorden = tekst(pad)
        assert in_envelopvenster(pad) == aan
        assert niet_ingevuld(pad) == []
        assert info.verzonden_op == op
        assert f"{dagtekst.lang(op)} {self._kenmerk}" in woorden
        for stuk in stukken:
            assert stuk in woorden, f"'{stuk}' staat niet in {soort}: {woorden}"
        return woorden
