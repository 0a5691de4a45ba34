"""Every shortcut of the window in one table, and the card that shows them (?)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Knop, Kop, Overlay, Tekst

SNELTOETSEN: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "Overal",
        (
            ("Ctrl+K", "Zoeken op nummer, naam of woord"),
            ("Ctrl+N", "Nieuwe melding"),
            ("Ctrl+1 … 7", "Naar een pagina"),
            ("Esc", "Terug of sluiten"),
            ("F5", "Opnieuw laden"),
            ("F1", "Handleiding"),
            ("?", "Deze kaart"),
        ),
    ),
    (
        "In een dossier",
        (
            ("Ctrl+Enter", "Volgende stap, of bewaren"),
            ("Ctrl+M", "Meer doen"),
            ("Ctrl+G", "Notitie of gesprek toevoegen"),
            ("Ctrl+E", "Bewerken"),
            ("Ctrl+P", "Brief printen"),
            ("Ctrl+Z", "Laatste stap terugdraaien"),
            ("Ctrl+Tab", "Volgend tabblad"),
            ("Alt+1 … 0", "Naar een tabblad"),
        ),
    ),
    (
        "Letters",
        (
            ("Ctrl +", "Grotere letters"),
            ("Ctrl −", "Kleinere letters"),
            ("Ctrl 0", "Gewone letters"),
        ),
    ),
    (
        "In een lijst",
        (
            ("↑ ↓", "Andere regel"),
            ("Enter", "Dossier openen"),
            ("Ctrl+F", "Naar het zoekveld"),
            ("Spatie", "Brief aan- of uitvinken, bij Post"),
            ("Tab", "Naar het volgende onderdeel"),
        ),
    ),
    (
        "In een formulier",
        (
            ("Alt + letter", "Naar dat veld"),
            ("← →", "Andere keuze"),
            ("t", "Vandaag, in een datumveld"),
            ("Ctrl+Enter", "Registreren"),
            ("F8", "Volgende leestip"),
            ("Ctrl+.", "Gewoon woord in de plaats zetten"),
        ),
    ),
)


class ToetsenKaart(Overlay):
    """The overlay of shortcuts."""

    def __init__(self, venster: QWidget) -> None:
        super().__init__(venster, "Sneltoetsen", 760)
        kolommen = QHBoxLayout()
        kolommen.setSpacing(tokens.RUIMTE_XL)
        for groepen in (SNELTOETSEN[:2], SNELTOETSEN[2:]):
            kolom = QVBoxLayout()
            kolom.setSpacing(tokens.RUIMTE_S)
            for titel, regels in groepen:
                kolom.addWidget(Kop(titel, 3))
                kolom.addLayout(_regels(regels))
                kolom.addSpacing(tokens.RUIMTE_S)
            kolom.addStretch(1)
            kolommen.addLayout(kolom, 1)
        self.kaart.inhoud.addLayout(kolommen)
        self._sluit = Knop("Sluiten")
        self._sluit.clicked.connect(self.sluit)
        self.kaart.inhoud.addWidget(self._sluit, 0, Qt.AlignmentFlag.AlignRight)

    def open(self) -> None:
        """Show the card with the focus on the one button."""
        super().open()
        self._sluit.setFocus(Qt.FocusReason.PopupFocusReason)


def _regels(regels: tuple[tuple[str, str], ...]) -> QGridLayout:
    rooster = QGridLayout()
    rooster.setHorizontalSpacing(tokens.RUIMTE_M)
    rooster.setVerticalSpacing(tokens.RUIMTE_XS + 2)
    rooster.setColumnStretch(1, 1)
    for rij, (toets, wat) in enumerate(regels):
        dop = QLabel(toets)
        dop.setProperty("rol", "toets")
        rooster.addWidget(dop, rij, 0, Qt.AlignmentFlag.AlignLeft)
        rooster.addWidget(Tekst(wat), rij, 1)
    return rooster
