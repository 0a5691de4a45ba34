"""The left of the window: where one can go, who is signed in, where the register lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from klachtenapp.ui import iconen, tokens
from klachtenapp.ui.bouwstenen import Tekst
from klachtenapp.ui.paginas import Paginasoort

BREEDTE = 228  # px at 100 % text


@dataclass(frozen=True, slots=True)
class Registerstand:
    """What the foot of the bar tells about the register."""

    gebruiker: str
    pad: str
    schijf: str  # "lokaal" or "netwerk"
    reservekopie: str  # "vandaag 07:02", or empty when there is none
    kopiefout: str = ""  # what went wrong with the last one, in a sentence


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
        """Fit the width to a new text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setFixedWidth(tokens.px(BREEDTE))

    def toon_zoeken(self, tonen: bool) -> None:
        """Offer searching, or not: for someone who sees no dossiers."""
        self._zoek.setVisible(tonen)

    def toon_geheim(self, tonen: bool) -> None:
        """Offer to choose one's own PIN or password: for who is a medewerker here."""
        self._geheim.setVisible(tonen)

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


class Voet(QFrame):
    """The foot: user, register, connection, reservekopie; each line with its icon."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._regels: list[tuple[QLabel, Tekst]] = []
        self._iconen = ["persoon", "map", "schijf", "kopie"]
        self._stand = Registerstand("", "", "lokaal", "")
        self._verbonden = True
        self._anderen: tuple[str, ...] = ()
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(tokens.RUIMTE_M, tokens.RUIMTE_S, 0, tokens.RUIMTE_XS)
        opmaak.setSpacing(tokens.RUIMTE_XS)
        for _ in self._iconen:
            beeld, tekst = QLabel(), Tekst("", afkappen=True, midden=True)
            rij = QHBoxLayout()
            rij.setSpacing(tokens.RUIMTE_S)
            rij.addWidget(beeld)
            rij.addWidget(tekst, 1)
            opmaak.addLayout(rij)
            self._regels.append((beeld, tekst))
        self._teken()

    def zet(self, stand: Registerstand) -> None:
        """Show this state."""
        self._stand = stand
        netwerk = stand.schijf == "netwerk"
        self._iconen[2] = "netwerk" if netwerk else "schijf"
        plek = "netwerkschijf" if netwerk else "deze computer"
        woorden = (
            stand.gebruiker,
            stand.pad,
            self._verbindingstekst(f"{plek[:1].upper()}{plek[1:]}"),
            _kopietekst(stand),
        )
        for (_, tekst), woord in zip(self._regels, woorden, strict=True):
            tekst.setText(woord)
        self._regels[0][1].zet_hint(f"Aangemeld als {stand.gebruiker}")
        self._regels[3][1].zet_hint(stand.kopiefout or woorden[3])
        hoe = "Verbonden." if self._verbonden else "Nu niet bereikbaar."
        self._regels[1][1].zet_hint(f"Het register staat op {plek}:\n{stand.pad}\n{hoe}")
        namen = "\n".join(self._anderen)
        self._regels[2][1].zet_hint(f"Ook open bij:\n{namen}" if namen else woorden[2])
        self._teken()

    def zet_verbinding(self, verbonden: bool, anderen: Sequence[str]) -> None:
        """Show whether the disk is there and who else is."""
        if (verbonden, tuple(anderen)) != (self._verbonden, self._anderen):
            self._verbonden, self._anderen = verbonden, tuple(anderen)
            self.zet(self._stand)

    def _verbindingstekst(self, plek: str) -> str:
        if not self._verbonden:
            return f"{plek}, niet bereikbaar"
        aantal = len(self._anderen)
        wie = (
            f"met {aantal} collega{'' if aantal == 1 else chr(39) + 's'}" if aantal else "verbonden"
        )
        return f"{plek}, {wie}"

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons again in the colours of the new scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_regels"):
            self._teken()

    def _teken(self) -> None:
        for (beeld, _), naam in zip(self._regels, self._iconen, strict=True):
            beeld.setPixmap(iconen.pixmap(naam, "op_navy_gedempt", 16))


def _kopietekst(stand: Registerstand) -> str:
    if stand.kopiefout:
        return f"Reservekopie: let op (laatste {stand.reservekopie or 'nog geen'})"
    if stand.reservekopie:
        return f"Reservekopie: {stand.reservekopie}"
    return "Nog geen reservekopie"
