"""Long work of a window that has no register open: beside the screen, one thing at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from klachtenapp.errors import KlachtenappError
from klachtenapp.ui.werkdraad import Werkdraad

T = TypeVar("T")


class Werker(QObject):
    """Runs work in its own thread and answers in that of the screen."""

    bezig = Signal(bool)
    stand = Signal(int, int)
    _antwoord = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._draad = Werkdraad("herstel")
        self._open = 0
        self._stop = threading.Event()
        self._antwoord.connect(self._ontvang, Qt.ConnectionType.QueuedConnection)

    @property
    def is_rustig(self) -> bool:
        """Whether everything that was asked has been answered."""
        return self._open == 0

    def gestopt(self) -> bool:
        """Whether the window has closed; for work that asks."""
        return self._stop.is_set()

    def run(
        self,
        werk: Callable[[], T],
        klaar: Callable[[T], None],
        mislukt: Callable[[KlachtenappError], None],
    ) -> None:
        """Run ``werk``; then ``klaar`` with what it returned, or ``mislukt``."""
        self._open += 1
        self.bezig.emit(True)

        def doe() -> None:
            try:
                uitkomst: Any = werk()
                na: Callable[[Any], None] = klaar
            except KlachtenappError as fout:
                uitkomst, na = fout, mislukt
            except BaseException as fout:  # noqa: BLE001 - raised again in the screen's thread
                uitkomst, na = fout, _gooi
            if shiboken6.isValid(self) and not self._stop.is_set():
                self._antwoord.emit(na, uitkomst)

        self._draad.geef(doe)

    def sluit(self) -> None:
        """Answer nothing any more; waits for what is being done now."""
        self._stop.set()
        self._draad.sluit()

    def _ontvang(self, na: Callable[[Any], None], uitkomst: object) -> None:
        self._open -= 1
        if self._open == 0:
            self.bezig.emit(False)
        if not self._stop.is_set():
            na(uitkomst)


def _gooi(fout: BaseException) -> None:
    raise fout
