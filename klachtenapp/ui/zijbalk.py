"""The left of the window: where one can go, who is signed in, where the register lies."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from klachtenapp.ui import iconen, tokens
from klachtenapp.ui.bouwstenen import Tekst
from klachtenapp.ui.bouwstenen.tekst import zet_rol
from klachtenapp.ui.paginas import Paginasoort
from klachtenapp.ui.zijbalk_voet import Registerstand, Voet

BREEDTE = 228  # px at 100 % text
_LAAGST = 320  # px: never ask for more, the window must fit a small screen with large text
_KRAPST = 3  # steps in which the bar says less on a low screen


class NavKnop(QPushButton):
    """One entry of the navigation: icon, word and a count."""

    def __init__(self, label: str, icoon: str, toets: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self._icoon = icoon
        self._toets = toets
        self._woord = label.replace("&", "")
        self.setCheckable(bool(toets.startswith("Ctrl+") and toets[5:].isdigit()))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(f"{self._woord} ({toets})" if toets else "")
        self._telling = QLabel()
        self._telling.setObjectName("telling")
        self._telling.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._telling.hide()
        rij = QHBoxLayout(self)
        rij.setContentsMargins(0, 0, tokens.RUIMTE_S, 0)
        rij.addStretch(1)
        rij.addWidget(self._telling, 0, Qt.AlignmentFlag.AlignVCenter)
        self.tel(0)
        self._teken()
        self.toggled.connect(lambda _aan: self._teken())

    def tel(self, aantal: int) -> None:
        """Show a count, or nothing at 0."""
        self._telling.setText(str(aantal))
        self._telling.setVisible(aantal > 0)
        self.setAccessibleName(f"{self._woord}, {aantal}" if aantal else self._woord)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon again in the colours of the new scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_icoon"):
            self._teken()

    def _teken(self) -> None:
        kleur = "op_navy" if self.isChecked() else "op_navy_gedempt"
        self.setIcon(iconen.icoon(self._icoon, kleur, 20))
        self.setIconSize(QSize(tokens.px(20), tokens.px(20)))


class Zijbalk(QWidget):
    """Navigation and state. ``gekozen`` carries the name of the page that was pressed."""

    gekozen = Signal(str)
    zoeken = Signal()
    ander_register = Signal()
    geheim = Signal()

    def __init__(self, paginas: Sequence[Paginasoort], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("zijbalk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        merk = QLabel("Klachtenapp")
        merk.setObjectName("merk")
        self._gemeente = Tekst("", afkappen=True)
        self._gemeente.setObjectName("gemeente")
        self._opmaak = QVBoxLayout(self)
        self._opmaak.setContentsMargins(10, tokens.RUIMTE_L, 10, tokens.RUIMTE_L)
        self._opmaak.setSpacing(3)
        kop = QVBoxLayout()
        kop.setContentsMargins(12, 0, 4, tokens.RUIMTE_M)
        kop.setSpacing(0)
        kop.addWidget(merk)
        kop.addWidget(self._gemeente)
        self._opmaak.addLayout(kop)
        self._zoek = self._zoekknop()
        self._opmaak.addWidget(self._zoek)
        self._opmaak.addSpacing(tokens.RUIMTE_M)
        self._knoppen: dict[str, NavKnop] = {}
        self._maak_knoppen(paginas)
        self._opmaak.addStretch(1)
        self._voet = Voet()
        self._krap = 0
        self._nodig: dict[int, int] = {}  # px that each step asks for, once measured
        self._opmaak.addWidget(self._voet)
        self._geheim = NavKnop("Mijn pincode …", "pen", "")
        self._geheim.setObjectName("anderknop")
        self._geheim.clicked.connect(self.geheim)
        self._opmaak.addWidget(self._geheim)
        self._geheim.hide()
        ander = NavKnop("Ander register …", "map", "")
        ander.setObjectName("anderknop")
        ander.clicked.connect(self.ander_register)
        self._opmaak.addWidget(ander)
        self.setFixedWidth(tokens.px(BREEDTE))

    def _zoekknop(self) -> NavKnop:
        knop = NavKnop("Zoeken", "zoek", "Ctrl+K")
        knop.setObjectName("zoekknop")
        hint = QLabel("Ctrl+K")
        hint.setObjectName("toetshint")
        hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        rij = knop.layout()
        if rij is not None:
            rij.addWidget(hint)
        knop.clicked.connect(self.zoeken)
        return knop

    def _maak_knoppen(self, paginas: Sequence[Paginasoort]) -> None:
        groep = QButtonGroup(self)
        groep.setExclusive(True)
        for nummer, soort in enumerate((p for p in paginas if p.label), start=1):
            knop = NavKnop(soort.label, soort.icoon, f"Ctrl+{nummer}")
            knop.clicked.connect(lambda _aan=False, naam=soort.naam: self.gekozen.emit(naam))
            groep.addButton(knop)
            self._opmaak.addWidget(knop)
            self._knoppen[soort.naam] = knop

    def changeEvent(self, event: QEvent) -> None:
        """Fit to a new text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setFixedWidth(tokens.px(BREEDTE))
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._pas_opnieuw()

    def minimumSizeHint(self) -> QSize:
        """Never force the window to be high: the bar says less where there is less room."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), min(hint.height(), _LAAGST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say what fits: where one can go always, the state of the register when there is room."""
        super().resizeEvent(event)
        self._pas_in()

    def _pas_opnieuw(self) -> None:
        """Measure every step again."""
        if hasattr(self, "_nodig"):
            self._nodig.clear()
            self._zet_krap(0)
            self._pas_in()

    def _pas_in(self) -> None:
        while self._krap and self._nodig.get(self._krap - 1, 0) <= self.height():
            self._zet_krap(self._krap - 1)
        while self._meet() > self.height() and self._krap < _KRAPST:
            self._zet_krap(self._krap + 1)

    def _meet(self) -> int:
        """Return how many px the bar asks for now."""
        voet = self._voet.layout()
        if voet is not None:
            voet.activate()  # else the bar still counts the lines that were hidden just now
        self._opmaak.activate()
        self._nodig[self._krap] = self._opmaak.totalMinimumSize().height()
        return self._nodig[self._krap]

    def _zet_krap(self, stap: int) -> None:
        self._krap = stap
        self._voet.zet_kort(stap >= 1)
        for knop in (self._zoek, *self._knoppen.values()):
            zet_rol(knop, "laag" if stap >= 2 else "")
        self._gemeente.setVisible(stap < _KRAPST)
        self._voet.setVisible(stap < _KRAPST)

    def toon_zoeken(self, tonen: bool) -> None:
        """Offer searching, or not: for someone who sees no dossiers."""
        self._zoek.setVisible(tonen)

    def toon_geheim(self, tonen: bool) -> None:
        """Offer to choose one's own PIN or password: for who is a medewerker here."""
        self._geheim.setVisible(tonen)
        self._pas_opnieuw()

    def zet_gemeente(self, naam: str) -> None:
        """Show whose register this is."""
        self._gemeente.setText(naam)

    def zet_stand(self, stand: Registerstand) -> None:
        """Show who is signed in, where the register lies and when it was copied."""
        self._voet.zet(stand)

    def zet_verbinding(self, verbonden: bool, anderen: Sequence[str]) -> None:
        """Show whether the disk is there, and who else works in this register now."""
        self._voet.zet_verbinding(verbonden, anderen)

    def zet_pagina(self, naam: str) -> None:
        """Mark the page that is shown."""
        if naam in self._knoppen:
            self._knoppen[naam].setChecked(True)

    def tel(self, naam: str, aantal: int) -> None:
        """Show a count behind a page."""
        if naam in self._knoppen:
            self._knoppen[naam].tel(aantal)
