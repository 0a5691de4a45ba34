"""How the sheet looks: one row of chips for each choice, all in sight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from klachtenapp.services.balie import Keuze
from klachtenapp.services.stappentalen import Taal
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import ChipGroep, Kaart, Tekst

GROOT = "groot"
_KLEIN = ("a5", "vouw")
_RIJEN: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    ("variant", "Uitleg", (("kort", "kort"), ("compleet", "compleet"))),
    ("weg", "Soort", (("beide", "beide"), ("informeel", "samen"), ("formeel", "oordeel"))),
    ("formaat", "Papier", (("a4", "A4"), ("a5", "A5"), ("vouw", "boekje"))),
    ("letters", "Letters", (("gewoon", "gewoon"), (GROOT, "groot"))),
    ("taal", "Taal", (("nl", "Nederlands"), ("en", "English"))),
)
_UITLEG = {
    "weg": "Samen: bellen en samen oplossen. Oordeel: onderzoek, gesprek en een brief.",
    "formaat": "Boekje: een A4 dat u in het midden vouwt. Print het aan twee kanten.",
}


class Vormkaart(Kaart):
    """The choices of form. ``gewijzigd`` when the user chose something else."""

    gewijzigd = Signal()

    def __init__(self) -> None:
        super().__init__("Hoe?")
        self.groepen: dict[str, ChipGroep] = {}
        rooster = QGridLayout()
        rooster.setContentsMargins(0, 0, 0, 0)
        rooster.setHorizontalSpacing(tokens.RUIMTE_S)
        rooster.setVerticalSpacing(tokens.RUIMTE_S)
        rooster.setColumnStretch(1, 1)
        for rij, (naam, label, keuzes) in enumerate(_RIJEN):
            groep = ChipGroep(keuzes, verplicht=True, naam=label)
            groep.gewijzigd.connect(lambda _waarde, welke=naam: self._on_gekozen(welke))
            groep.setToolTip(_UITLEG.get(naam, ""))
            groep.setAccessibleDescription(_UITLEG.get(naam, ""))
            titel = QLabel(label)
            titel.setProperty("rol", "label")
            titel.setBuddy(groep)
            rooster.addWidget(titel, rij, 0, Qt.AlignmentFlag.AlignVCenter)
            rooster.addWidget(groep, rij, 1)
            self.groepen[naam] = groep
            maak_groot(groep)
        houder = QWidget()
        houder.setLayout(rooster)
        self.voeg_toe(houder)
        self._tip = Tekst("", "klein")
        self._tip.hide()
        self.voeg_toe(self._tip)

    def zet(self, keuze: Keuze) -> None:
        """Show a choice without telling anyone."""
        self.groepen["variant"].zet(keuze.variant)
        self.groepen["weg"].zet(keuze.weg or ("" if keuze.kenmerk else "beide"))
        self.groepen["formaat"].zet(keuze.formaat)
        self.groepen["letters"].zet(GROOT if keuze.groot else "gewoon")
        self.groepen["taal"].zet(keuze.taal)
        self._zet_tip()

    def lees(self, keuze: Keuze) -> Keuze:
        """Return ``keuze`` with what is chosen here."""
        waarde = {naam: groep.waarde() for naam, groep in self.groepen.items()}
        return replace(
            keuze,
            variant=waarde["variant"],
            weg=waarde["weg"],
            formaat=waarde["formaat"],
            groot=waarde["letters"] == GROOT,
            taal=waarde["taal"],
        )

    def zet_talen(self, talen: Sequence[Taal]) -> None:
        """Offer the languages that there are, and say which file is not right."""
        goed = [(taal.code, taal.naam) for taal in talen if not taal.bezwaar]
        groep = self.groepen["taal"]
        if [(chip.waarde, chip.text()) for chip in groep.chips()] != goed:
            groep.zet_keuzes(goed)
            if not groep.waarde():
                groep.zet(goed[0][0])
            maak_groot(groep)
        fouten = " ".join(taal.bezwaar for taal in talen if taal.bezwaar)
        self._fouten = fouten
        self._zet_tip()

    _fouten = ""

    def _zet_tip(self) -> None:
        boekje = (
            "Vouw het blad in het midden." if self.groepen["formaat"].waarde() == "vouw" else ""
        )
        tekst = " ".join(deel for deel in (boekje, self._fouten) if deel)
        self._tip.setText(tekst)
        self._tip.setVisible(bool(tekst))

    def _on_gekozen(self, welke: str) -> None:
        """Large letters and small paper do not go together: the last choice wins."""
        klein = self.groepen["formaat"].waarde() in _KLEIN
        if welke == "letters" and self.groepen["letters"].waarde() == GROOT and klein:
            self.groepen["formaat"].zet("a4")
        if welke == "formaat" and klein:
            self.groepen["letters"].zet("gewoon")
        self._zet_tip()
        self.gewijzigd.emit()


def maak_groot(groep: ChipGroep) -> None:
    """Make the choices large: someone is waiting, and the screen may stand far away."""
    for chip in groep.chips():
        chip.setMinimumHeight(tokens.px(38))
