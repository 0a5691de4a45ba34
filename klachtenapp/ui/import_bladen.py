"""Which sheets take part, and on which row their headings stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QSpinBox, QWidget

from klachtenapp.services.importeren import Bladindeling
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Kaart, Schuifvlak, Tekst

_HOOGSTE = 280  # px at 100 %
_RIJ, _KOP, _ZICHTBAAR = 42, 32, 5
_NAAMLENGTE = 20  # letters beside the row; the whole name stands in the tooltip


class Bladenkaart(Kaart):
    """A tick and the row of the header for each sheet; 0 means that there is no header."""

    gewijzigd = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Bladen", parent)
        self.vinken: dict[str, QCheckBox] = {}
        self.rijen: dict[str, QSpinBox] = {}
        self._gekozen: set[str] = set()
        self._hoogtes: dict[str, int] = {}
        vlak = QWidget()
        self._rooster = QGridLayout(vlak)
        self._rooster.setContentsMargins(0, 0, 0, 0)
        self._rooster.setVerticalSpacing(tokens.RUIMTE_XS)
        self._rooster.setColumnStretch(0, 1)
        self._schuif = Schuifvlak(vlak)
        self._schuif.setMaximumHeight(tokens.px(_HOOGSTE))
        self.voeg_toe(self._schuif)

    def toon(self, bladen: Sequence[Bladindeling]) -> None:
        """Show the sheets of a file."""
        if list(self.vinken) != [blad.blad.naam for blad in bladen]:
            self._maak(bladen)
        for blad in bladen:
            naam = blad.blad.naam
            vink, rij = self.vinken[naam], self.rijen[naam]
            with QSignalBlocker(vink), QSignalBlocker(rij):
                vink.setChecked(blad.reden != "dit blad is uitgezet")
                if blad.kop is not None:
                    rij.setValue(blad.kop.rij + 1 if blad.kop.hoogte else 0)
                    self._hoogtes[naam] = blad.kop.hoogte
            hint = blad.reden or f"{len(blad.blad.rijen)} rijen"
            vink.setToolTip(f"{naam}: {hint}")
            kort = naam if len(naam) <= _NAAMLENGTE else f"{naam[: _NAAMLENGTE - 1].rstrip()}…"
            vink.setText(f"{kort}\n{blad.reden}" if blad.reden else kort)
        regels = min(len(bladen), _ZICHTBAAR)
        self._schuif.setMinimumHeight(tokens.px(_RIJ) * regels + tokens.px(_KOP))

    def kopregels(self) -> dict[str, tuple[int, int]]:
        """Return the header rows that the user chose himself, with their height."""
        return {
            naam: (self.rijen[naam].value(), self._hoogte(naam)) for naam in sorted(self._gekozen)
        }

    def bladen_uit(self) -> frozenset[str]:
        """Return the sheets that do not take part."""
        return frozenset(naam for naam, vink in self.vinken.items() if not vink.isChecked())

    def _hoogte(self, naam: str) -> int:
        return max(1, self._hoogtes.get(naam, 1)) if self.rijen[naam].value() else 0

    def _maak(self, bladen: Sequence[Bladindeling]) -> None:
        while (item := self._rooster.takeAt(0)) is not None:
            oud = item.widget()
            if oud is not None:
                oud.deleteLater()
        self.vinken, self.rijen, self._gekozen, self._hoogtes = {}, {}, set(), {}
        self._rooster.addWidget(Tekst("Blad", "klein"), 0, 0)
        self._rooster.addWidget(Tekst("Kopjes op rij", "klein"), 0, 1)
        for nummer, blad in enumerate(bladen, start=1):
            naam = blad.blad.naam
            vink = QCheckBox(naam)
            vink.setAccessibleName(f"Blad {naam} meenemen")
            vink.toggled.connect(lambda _aan: self.gewijzigd.emit())
            rij = QSpinBox()
            rij.setRange(0, max(1, len(blad.blad.rijen)))
            rij.setSpecialValueText("geen")
            regel = rij.findChild(QLineEdit)
            if regel is not None:
                regel.setTextMargins(tokens.px(9), 0, 0, 0)  # a stylesheet does not reach it
            rij.setKeyboardTracking(False)
            rij.setAccessibleName(f"Blad {naam}: de kopjes staan op rij")
            rij.valueChanged.connect(lambda _rij, n=naam: self._rij_anders(n))
            self._rooster.addWidget(vink, nummer, 0)
            self._rooster.addWidget(rij, nummer, 1)
            self.vinken[naam], self.rijen[naam] = vink, rij

    def _rij_anders(self, naam: str) -> None:
        self._gekozen.add(naam)
        self._hoogtes[naam] = 1
        self.gewijzigd.emit()
