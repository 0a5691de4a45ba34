"""The foot of the bar at the left: who is signed in, and how it stands with the register."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from klachtenapp.ui import iconen, tokens
from klachtenapp.ui.bouwstenen import Tekst

_KOPIE_STRAKS = "Reservekopie: straks weer"


@dataclass(frozen=True, slots=True)
class Registerstand:
    """What the foot of the bar tells about the register."""

    gebruiker: str
    pad: str
    schijf: str  # "lokaal" or "netwerk"
    reservekopie: str  # "vandaag 07:02", or empty when there is none
    kopiefout: str = ""  # what went wrong with the last one, in a sentence


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

    def zet_kort(self, kort: bool) -> None:
        """Show only who is signed in, or all; the rest is in the tooltip then."""
        for beeld, tekst in self._regels[1:]:
            beeld.setVisible(not kort)
            tekst.setVisible(not kort)

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
            _kopietekst(stand) if self._verbonden else _KOPIE_STRAKS,
        )
        for (_, tekst), woord in zip(self._regels, woorden, strict=True):
            tekst.setText(woord)
        rest = "\n".join((f"Register: {stand.pad}", *woorden[2:]))
        self._regels[0][1].zet_hint(f"Aangemeld als {stand.gebruiker}\n{rest}")
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
        if aantal:
            return f"{plek}, met 1 collega" if aantal == 1 else f"{plek}, met {aantal} collega's"
        return f"{plek}, verbonden"

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
