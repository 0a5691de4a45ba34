"""Whose hand is on a list: what a colleague saves may not move a row from under it.

While somebody works in a list its rows stay where they are; new ones come at the end. When he
leaves the list or rests for a while, the rows come in their own order again.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Final, TypeVar

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QTableView

HAND_S: Final = 12.0
"""So long after the last key or movement somebody is still busy in the list."""

_AANRAKING: Final = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
    )
)
_S = TypeVar("_S", bound=Hashable)


def op_hun_plek(oud: Sequence[_S], nieuw: Sequence[_S]) -> list[_S]:
    """Return what stood there in its old order, with what is new after it."""
    bekend = set(oud)
    return [*oud, *(sleutel for sleutel in nieuw if sleutel not in bekend)]


class Hand(QObject):
    """Watches one table. ``rust`` follows when the hand has left rows that were held."""

    rust = Signal()

    def __init__(self, tabel: QTableView) -> None:
        super().__init__(tabel)
        self._tabel = tabel
        self._laatst = -HAND_S
        self._klok = QTimer(self, singleShot=True)
        self._klok.timeout.connect(self._kijk)
        tabel.installEventFilter(self)
        tabel.viewport().installEventFilter(self)

    @property
    def bezig(self) -> bool:
        """Whether somebody is at work in the list now."""
        return self._tabel.isVisible() and monotonic() - self._laatst < HAND_S

    def houd(self) -> None:
        """Remember that rows were held in their place; ``rust`` follows."""
        if not self._klok.isActive():
            self._klok.start(int(HAND_S * 1_000))

    def eventFilter(self, _waarop: QObject, event: QEvent) -> bool:
        """See every touch, and take none."""
        if event.type() in _AANRAKING:
            self._laatst = monotonic()
        elif event.type() == QEvent.Type.Hide and not self._tabel.isVisible():
            self._laatst = -HAND_S
        return False

    def _kijk(self) -> None:
        if self.bezig:
            self.houd()
        else:
            self.rust.emit()


@dataclass(frozen=True, slots=True)
class Plek:
    """Where somebody was in a list: the first row in sight, and the chosen one below that."""

    eerste: int
    rij: int
    in_beeld: bool

    @classmethod
    def van(cls, tabel: QTableView) -> Plek:
        """Return where the table stands now."""
        eerste = tabel.verticalScrollBar().value()
        gekozen = [index.row() for index in tabel.selectionModel().selectedRows()]
        rij = gekozen[0] if gekozen else -1
        hoogte = max(1, tabel.verticalHeader().defaultSectionSize())
        in_beeld = eerste <= rij < eerste + max(1, tabel.viewport().height() // hoogte)
        return cls(eerste, rij, in_beeld)

    def herstel(self, tabel: QTableView, rij: int, *, ook_boven: bool = False) -> None:
        """Put the chosen row, which is ``rij`` now, at the same place of the screen.

        Who looked at the top keeps looking at the top, for there comes what is new; not so
        with ``ook_boven``. A chosen row that was out of sight stays so.
        """
        mee = self.in_beeld and (self.eerste > 0 or ook_boven)
        eerste = self.eerste + rij - self.rij if mee else self.eerste
        tabel.verticalScrollBar().setValue(eerste)
