"""What every page has: a name, a heading with words under it, room for actions, ``ververs``."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen.tekst import Tekst


class Pagina(QWidget):
    """A page in the main window: heading at the left, actions at the right, content below.

    Add content to ``inhoud`` and buttons to ``acties``. ``naam`` is its name in the
    navigation. The window calls ``ververs`` when the page is shown and after every change;
    a page that is not visible is refreshed when it is shown again.
    """

    naam = ""

    def __init__(self, titel: str, onderschrift: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rol", "pagina")
        self.kop = Tekst(titel, "kop1", afkappen=True)
        self.onderschrift = Tekst(onderschrift, "gedempt", afkappen=True)
        woorden = QVBoxLayout()
        woorden.setSpacing(2)
        woorden.addWidget(self.kop)
        woorden.addWidget(self.onderschrift)
        self.acties = QHBoxLayout()
        self.acties.setSpacing(tokens.RUIMTE_S)
        self.kopregel = QHBoxLayout()
        self.kopregel.setSpacing(tokens.RUIMTE_L)
        self.kopregel.addLayout(woorden, 1)
        self.kopregel.addLayout(self.acties)
        self.inhoud = QVBoxLayout()
        self.inhoud.setSpacing(tokens.RUIMTE_M)
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(
            tokens.RUIMTE_XL, tokens.RUIMTE_L, tokens.RUIMTE_XL, tokens.RUIMTE_L
        )
        opmaak.setSpacing(tokens.RUIMTE_L)
        opmaak.addLayout(self.kopregel)
        opmaak.addLayout(self.inhoud, 1)

    def ververs(self) -> None:
        """Ask the register again for everything that is shown."""

    def toon(self, kenmerk: str, doe: str = "") -> None:
        """Show this dossier and start ``doe``; only the page of a dossier does something here."""

    def neem_bestand(self, pad: Path) -> None:
        """Take a file that was dropped on the window; only *Ter ondertekening* does so."""

    def begin(self) -> None:
        """Put the keyboard where one starts; the window calls it after showing the page."""

    def sluit(self) -> None:
        """Save what was typed; the window calls it before it closes the register."""

    def mag_weg(self) -> bool:
        """Return whether the window may close: nothing typed would be lost."""
        return True
