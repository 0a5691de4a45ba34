"""A long list as Qt wants it: how many rows there are, and a block of them at a time.

A row that is looked at and not yet known shows ``…`` and is asked for, a block at a time, by
whoever listens to ``gevraagd``; blocks that were not looked at for long are forgotten.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from typing import Any, ClassVar, Final, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from klachtenapp.ui.bouwstenen.rijdelegate import KLEURROL, STERKROL, Cel

Index = QModelIndex | QPersistentModelIndex
_GEEN: Final = QModelIndex()
BLOK: Final = 64  # rows asked for at once: two screens
_BEWAARD: Final = 40  # blocks kept
_SCHERMEN: Final = 4  # blocks that a fast scroll still asks for
_NIET_BEKEND: Final = "…"

_R = TypeVar("_R")


class Blokmodel(QAbstractTableModel, Generic[_R]):
    """Rows on demand. ``gevraagd`` carries (generation, first row) of a block of ``BLOK``.

    A list says what its cells are: ``tekst``, ``kleur`` and, where it has them, ``sterk`` and
    ``tip``.
    """

    koppen: ClassVar[tuple[str, ...]] = ()

    gevraagd = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._aantal = 0
        self._blokken: OrderedDict[int, Sequence[_R]] = OrderedDict()
        self._onderweg: set[int] = set()
        self._straks: list[int] = []
        self._generatie = 0
        self._vraag = QTimer(self, interval=0, singleShot=True)
        self._vraag.timeout.connect(self._vraag_blokken)

    def tekst(self, regel: _R, kolom: int) -> str:
        """Return what stands in a cell."""
        raise NotImplementedError

    def kleur(self, regel: _R | None, kolom: int) -> str:
        """Return the colour of a cell as a token; ``regel`` is ``None`` while it is fetched."""
        raise NotImplementedError

    def sterk(self, _kolom: int) -> bool:
        """Whether a column stands out."""
        return False

    def tip(self, _regel: _R, _kolom: int) -> str | None:
        """Return what a cell tells more; ``None`` for nothing."""
        return None

    def stel(self, aantal: int, eerste: Sequence[_R] = ()) -> None:
        """Show so many rows, of which ``eerste`` are the first block, when known."""
        self.beginResetModel()
        self._generatie += 1
        self._aantal = aantal
        self._blokken.clear()
        self._onderweg.clear()
        self._straks.clear()
        if eerste:
            self._blokken[0] = tuple(eerste)
        self.endResetModel()

    def vul(self, generatie: int, begin: int, regels: Sequence[_R]) -> None:
        """Take the rows of a block; those of an earlier list are dropped."""
        if generatie != self._generatie:
            return
        blok = begin // BLOK
        self._onderweg.discard(blok)
        self._blokken[blok] = tuple(regels)
        while len(self._blokken) > _BEWAARD:
            self._blokken.popitem(last=False)
        einde = min(begin + BLOK, self._aantal) - 1
        self.dataChanged.emit(self.index(begin, 0), self.index(einde, len(self.koppen) - 1))

    def regel(self, rij: int) -> _R | None:
        """Return a row when it is known; otherwise ask for it and return ``None``."""
        if not 0 <= rij < self._aantal:
            return None
        blok, plek = divmod(rij, BLOK)
        regels = self._blokken.get(blok)
        if regels is None:
            self._wil(blok)
            return None
        self._blokken.move_to_end(blok)
        return regels[plek] if plek < len(regels) else None

    def bekende(self) -> Iterator[tuple[int, _R]]:
        """Yield the rows that are known, each with its place."""
        for blok, regels in self._blokken.items():
            for plek, regel in enumerate(regels):
                yield blok * BLOK + plek, regel

    def rowCount(self, ouder: Index = _GEEN) -> int:
        """Return how many rows there are."""
        return 0 if ouder.isValid() else self._aantal

    def columnCount(self, ouder: Index = _GEEN) -> int:
        """Return how many columns there are."""
        return 0 if ouder.isValid() else len(self.koppen)

    def headerData(
        self, sectie: int, richting: Qt.Orientation, rol: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt decides by role what it wants
        """Return the heading of a column."""
        if richting is Qt.Orientation.Horizontal and rol == Qt.ItemDataRole.DisplayRole:
            return self.koppen[sectie] if 0 <= sectie < len(self.koppen) else None
        return None

    def cel(self, rij: int, kolom: int) -> Cel:
        """Return text, colour and weight of a cell at once, for painting."""
        regel = self.regel(rij)
        return self._tekst(regel, kolom), self.kleur(regel, kolom), self.sterk(kolom)

    def data(self, index: Index, rol: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return text, tooltip, colour or weight of a cell."""
        if not index.isValid():
            return None
        kolom = index.column()
        if rol == STERKROL:
            return self.sterk(kolom)
        regel = self.regel(index.row())
        if rol == Qt.ItemDataRole.DisplayRole:
            return self._tekst(regel, kolom)
        if rol == Qt.ItemDataRole.ToolTipRole:
            return None if regel is None else self.tip(regel, kolom)
        if rol == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.koppen[kolom]}: {self._tekst(regel, kolom)}"
        return self.kleur(regel, kolom) if rol == KLEURROL else None

    def _tekst(self, regel: _R | None, kolom: int) -> str:
        return _NIET_BEKEND if regel is None else self.tekst(regel, kolom)

    def _wil(self, blok: int) -> None:
        if blok not in self._onderweg:
            self._onderweg.add(blok)
            self._straks.append(blok)
            self._vraag.start()

    def _vraag_blokken(self) -> None:
        """Ask for what was looked at since; of a fast scroll only the last screens."""
        blokken, self._straks = self._straks, []
        for blok in blokken[:-_SCHERMEN]:
            self._onderweg.discard(blok)
        for blok in blokken[-_SCHERMEN:]:
            self.gevraagd.emit(self._generatie, blok * BLOK)
