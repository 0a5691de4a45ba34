"""The log as Qt wants it: how many lines there are, and a block of them at a time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from klachtenapp.services.logboek import Boekregel
from klachtenapp.ui.bouwstenen import KLEURROL, STERKROL, Cel

Index = QModelIndex | QPersistentModelIndex
_GEEN: Final = QModelIndex()
BLOK: Final = 100  # lines asked for at once
_BEWAARD: Final = 40  # blocks kept

KOLOMMEN: Final = ("Wanneer", "Wie", "Kenmerk", "Wat", "Van → naar")
WANNEER, WIE, KENMERK, WAT, VAN_NAAR = range(len(KOLOMMEN))


def woorden(regel: Boekregel) -> tuple[str, ...]:
    """Return the cells of a line."""
    meer = " · ".join(deel for deel in (regel.van_naar, regel.gegevens) if deel)
    return (f"{regel.moment:%d-%m-%Y %H:%M}", regel.wie, regel.kenmerk or "–", regel.wat, meer)


class LogboekModel(QAbstractTableModel):
    """Lines on demand. ``gevraagd`` carries (generation, first line) of a block."""

    gevraagd = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._aantal = 0
        self._blokken: OrderedDict[int, Sequence[Boekregel]] = OrderedDict()
        self._onderweg: set[int] = set()
        self._generatie = 0
        self._vraag = QTimer(self, interval=0, singleShot=True)
        self._vraag.timeout.connect(self._vraag_blokken)
        self._straks: list[int] = []

    def stel(self, aantal: int, eerste: Sequence[Boekregel]) -> None:
        """Show so many lines, of which the first block is known."""
        self.beginResetModel()
        self._generatie += 1
        self._aantal = aantal
        self._blokken.clear()
        self._onderweg.clear()
        self._straks.clear()
        if eerste:
            self._blokken[0] = tuple(eerste)
        self.endResetModel()

    def vul(self, generatie: int, begin: int, regels: Sequence[Boekregel]) -> None:
        """Take a block; one of an earlier question is dropped."""
        if generatie != self._generatie:
            return
        self._onderweg.discard(begin // BLOK)
        self._blokken[begin // BLOK] = tuple(regels)
        while len(self._blokken) > _BEWAARD:
            self._blokken.popitem(last=False)
        einde = min(begin + BLOK, self._aantal) - 1
        self.dataChanged.emit(self.index(begin, 0), self.index(einde, len(KOLOMMEN) - 1))

    def regel(self, rij: int) -> Boekregel | None:
        """Return a line when it is known; otherwise ask for it and return ``None``."""
        if not 0 <= rij < self._aantal:
            return None
        blok = rij // BLOK
        regels = self._blokken.get(blok)
        if regels is None:
            if blok not in self._onderweg:
                self._onderweg.add(blok)
                self._straks.append(blok)
                self._vraag.start()
            return None
        plek = rij - blok * BLOK
        return regels[plek] if plek < len(regels) else None

    def rowCount(self, ouder: Index = _GEEN) -> int:
        """Return how many lines there are."""
        return 0 if ouder.isValid() else self._aantal

    def columnCount(self, ouder: Index = _GEEN) -> int:
        """Return how many columns there are."""
        return 0 if ouder.isValid() else len(KOLOMMEN)

    def headerData(
        self, sectie: int, richting: Qt.Orientation, rol: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt decides by role what it wants
        """Return the heading of a column."""
        if richting is Qt.Orientation.Horizontal and rol == Qt.ItemDataRole.DisplayRole:
            return KOLOMMEN[sectie] if 0 <= sectie < len(KOLOMMEN) else None
        return None

    def cel(self, rij: int, kolom: int) -> Cel:
        """Return text, colour and weight of a cell at once, for painting."""
        regel = self.regel(rij)
        return (woorden(regel)[kolom] if regel else "…"), _kleur(kolom), False

    def data(self, index: Index, rol: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return text, tooltip, colour or weight of a cell."""
        if not index.isValid() or rol == STERKROL:
            return None
        regel, kolom = self.regel(index.row()), index.column()
        tekst = woorden(regel)[kolom] if regel else "…"
        if rol == Qt.ItemDataRole.DisplayRole:
            return tekst
        if rol == Qt.ItemDataRole.AccessibleTextRole:
            return f"{KOLOMMEN[kolom]}: {tekst}"
        return _kleur(kolom) if rol == KLEURROL else None

    def _vraag_blokken(self) -> None:
        """Ask for what was looked at since; of a fast scroll only the last screens."""
        blokken, self._straks = self._straks, []
        for blok in blokken[:-3]:
            self._onderweg.discard(blok)
        for blok in blokken[-3:]:
            self.gevraagd.emit(self._generatie, blok * BLOK)


def _kleur(kolom: int) -> str:
    return "gedempt" if kolom == WANNEER else "inkt"
