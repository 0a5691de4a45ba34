"""The manual in a window of its own (F1): headings at the left, the words beside them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QTextBrowser, QVBoxLayout, QWidget

from klachtenapp import paths
from klachtenapp.domain.zoektekst import normaliseer
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Knop, Kop, Zoekveld

_BREED, _HOOG, _LIJST = 900, 620, 240
_NIETS = "Niets gevonden. Zoek op een ander woord."


@dataclass(frozen=True, slots=True)
class Hoofdstuk:
    """One chapter: its heading, and its words in Markdown without that heading."""

    titel: str
    tekst: str


def hoofdstukken() -> tuple[Hoofdstuk, ...]:
    """Read the manual, a chapter for every heading of the second level."""
    bron = (paths.bronnen() / "handleiding.md").read_text(encoding="utf-8")
    delen = bron.split("\n## ")[1:]
    return tuple(
        Hoofdstuk(titel.strip(), tekst.strip())
        for titel, _, tekst in (deel.partition("\n") for deel in delen)
    )


class HandleidingVenster(QDialog):
    """Type to search, arrows to walk, Esc to leave."""

    def __init__(self, ouder: QWidget) -> None:
        super().__init__(ouder)
        self.setWindowTitle("Handleiding")
        self._alles = hoofdstukken()
        self._getoond: list[Hoofdstuk] = []
        self.zoekveld = Zoekveld("Zoek in de handleiding")
        self.zoekveld.textChanged.connect(lambda _: self._vul())
        self.lijst = QListWidget()
        self.lijst.setAccessibleName("Hoofdstukken van de handleiding")
        self.lijst.setWordWrap(True)
        self.lijst.currentRowChanged.connect(self._toon)
        self.tekst = QTextBrowser()
        self.tekst.setAccessibleName("Tekst van het hoofdstuk")
        self.tekst.setOpenLinks(False)
        self.tekst.document().setDocumentMargin(tokens.RUIMTE_L)
        sluit = Knop("Sluiten")
        sluit.setAutoDefault(False)
        sluit.clicked.connect(self.accept)
        links = QVBoxLayout()
        links.setSpacing(tokens.RUIMTE_S)
        for widget in (self.zoekveld, self.lijst):
            widget.setFixedWidth(tokens.px(_LIJST))
            links.addWidget(widget)
        rij = QHBoxLayout()
        rij.setSpacing(tokens.RUIMTE_L)
        rij.addLayout(links)
        rij.addWidget(self.tekst, 1)
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(*([tokens.RUIMTE_XL] * 4))
        opmaak.setSpacing(tokens.RUIMTE_M)
        opmaak.addWidget(Kop("Handleiding", 1))
        opmaak.addLayout(rij, 1)
        opmaak.addWidget(sluit, 0, Qt.AlignmentFlag.AlignRight)
        ruimte = self.screen().availableSize()
        self.resize(min(tokens.px(_BREED), ruimte.width()), min(tokens.px(_HOOG), ruimte.height()))
        self._vul()
        self.zoekveld.setFocus()

    def _vul(self) -> None:
        """Show the chapters in which every word occurs, in the heading or in the text."""
        gezocht = normaliseer(self.zoekveld.text()).split()
        self._getoond = [
            deel
            for deel in self._alles
            if all(woord in normaliseer(f"{deel.titel} {deel.tekst}") for woord in gezocht)
        ]
        self.lijst.clear()
        self.lijst.addItems([deel.titel for deel in self._getoond])
        self.lijst.setCurrentRow(0)
        if not self._getoond:
            self.tekst.setPlainText(_NIETS)

    def _toon(self, rij: int) -> None:
        if 0 <= rij < len(self._getoond):
            deel = self._getoond[rij]
            self.tekst.setMarkdown(f"## {deel.titel}\n\n{deel.tekst}")
            lucht = QTextBlockFormat()
            lucht.setBottomMargin(tokens.RUIMTE_S)
            alles = QTextCursor(self.tekst.document())
            alles.select(QTextCursor.SelectionType.Document)
            alles.mergeBlockFormat(lucht)
