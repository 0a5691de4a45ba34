"""One worker thread owns the register; the window hands it work and gets the answer back.

Nothing else may touch the database: the connection is made in the worker, and a query from
the window's own thread is refused by peewee (no autoconnect). An answer comes back through
one queued signal that belongs to the ``Runner``, which lives as long as the window.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from klachtenapp.errors import KlachtenappError

if TYPE_CHECKING:
    from klachtenapp.services.context import Context

T = TypeVar("T")

Voortgang = Callable[[int, int], None]
"""Told by a long job: how many are done, of how many (0 = not known)."""
Gestopt = Callable[[], bool]
"""Asked by a long job, between two steps: did the user press stop?"""


@dataclass(slots=True)
class _Taak:
    werk: Callable[[Any], Any]
    klaar: Callable[[Any], None] | None
    mislukt: Callable[[KlachtenappError], None] | None
    schrijft: bool
    vervangt: str
    nummer: int
    uitkomst: Any = None
    fout: BaseException | None = None


class Lopend:
    """A long job that is under way; ``stop`` asks it to end at its next step."""

    def __init__(self) -> None:
        self._stop = threading.Event()

    def stop(self) -> None:
        """Ask the job to stop; it still answers through ``klaar`` or ``mislukt``."""
        self._stop.set()

    @property
    def gestopt(self) -> bool:
        """Whether the user asked to stop."""
        return self._stop.is_set()


class Runner(QObject):
    """Runs work on the register in its own thread, one at a time, in the order given.

    ``changed`` follows every successful write: pages refresh on it. ``failed`` carries a
    ``KlachtenappError`` for which the caller gave no ``mislukt``. Any other exception is a
    bug: it is raised again in the window's thread and so reaches ``sys.excepthook``.
    """

    changed = Signal()
    failed = Signal(object)
    bezig = Signal(bool)
    _antwoord = Signal(object)
    _stand = Signal(object, int, int)

    def __init__(
        self,
        openen: Callable[[], Context],
        sluiten: Callable[[Context], None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """``openen`` and ``sluiten`` run in the worker: ``lambda: bootstrap.open(pad)``."""
        super().__init__(parent)
        self._openen = openen
        self._sluiten = sluiten
        self._ctx: Context | None = None
        self._open = 0
        self._nummer = 0
        self._laatste: dict[str, int] = {}
        self._gesloten = False
        self._werker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="register")
        self._bijwerker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="ernaast")
        self._antwoord.connect(self._ontvang, Qt.ConnectionType.QueuedConnection)
        self._stand.connect(self._ontvang_stand, Qt.ConnectionType.QueuedConnection)

    @property
    def ctx(self) -> Context:
        """The facts of the open register, to *read* in the window: clock, gemeente, kader.

        Its ``register`` belongs to the worker. Raises ``RuntimeError`` before ``start``.
        """
        if self._ctx is None:
            raise RuntimeError("The register is not open yet.")
        return self._ctx

    @property
    def is_open(self) -> bool:
        """Whether the register was opened."""
        return self._ctx is not None

    @property
    def is_rustig(self) -> bool:
        """Whether everything that was asked has been answered."""
        return self._open == 0

    def start(
        self,
        klaar: Callable[[Context], None] | None = None,
        *,
        mislukt: Callable[[KlachtenappError], None] | None = None,
    ) -> None:
        """Open the register in the worker; ``klaar`` gets the ``Context``."""

        def openen(_geen: None) -> Context:
            self._ctx = self._openen()
            return self._ctx

        self._geef(_Taak(openen, klaar, mislukt, False, "", self._volgend("")))

    def vervang(self, ctx: Context) -> None:
        """Work with other facts from now on (gemeente or clock changed) and tell the pages."""
        self._ctx = ctx
        self.changed.emit()

    def run(
        self,
        werk: Callable[[Context], T],
        klaar: Callable[[T], None] | None = None,
        *,
        schrijft: bool = False,
        mislukt: Callable[[KlachtenappError], None] | None = None,
        vervangt: str = "",
    ) -> None:
        """Run ``werk`` in the worker and give its result to ``klaar`` in the window's thread.

        ``vervangt`` names a question of which only the last answer counts (search while
        typing): earlier ones that did not start are skipped, late answers are dropped. An
        answer for a widget that no longer exists is dropped too.
        """
        self._geef(_Taak(werk, klaar, mislukt, schrijft, vervangt, self._volgend(vervangt)))

    def run_long(
        self,
        werk: Callable[[Context, Voortgang, Gestopt], T],
        klaar: Callable[[T], None] | None = None,
        *,
        schrijft: bool = False,
        mislukt: Callable[[KlachtenappError], None] | None = None,
        voortgang: Voortgang | None = None,
    ) -> Lopend:
        """Run a job that tells how far it is (``voortgang``, in the window's thread)."""
        lopend = Lopend()

        def vertel(gedaan: int, totaal: int) -> None:
            if voortgang is not None:
                self._stand.emit(voortgang, gedaan, totaal)

        def doe(ctx: Context) -> T:
            return werk(ctx, vertel, lambda: lopend.gestopt)

        self.run(doe, klaar, schrijft=schrijft, mislukt=mislukt)
        return lopend

    def run_ernaast(
        self, werk: Callable[[Context], T], klaar: Callable[[T], None] | None = None
    ) -> None:
        """Run ``werk`` beside the worker: slow, and without a query on the open register.

        For a copy of the file, which has a connection of its own; clicks need not wait for it.
        """
        taak = _Taak(werk, klaar, None, False, "", self._volgend(""))
        self._geef(taak, self._bijwerker)

    def sluit(self) -> None:
        """Finish every write that was asked for, skip reads, close the register. Waits.

        :raises KlachtenappError: when the disk is gone; what was saved stays saved.
        """
        if self._gesloten:
            return
        self._gesloten = True
        try:
            self._werker.submit(self._sluit_register).result()
        finally:
            self._ctx = None
            self._werker.shutdown(wait=True)
            self._bijwerker.shutdown(wait=True)

    def _sluit_register(self) -> None:
        if self._ctx is None:
            return
        if self._sluiten is not None:
            self._sluiten(self._ctx)
        else:
            self._ctx.register.sluit()

    def _volgend(self, vervangt: str) -> int:
        self._nummer += 1
        if vervangt:
            self._laatste[vervangt] = self._nummer
        return self._nummer

    def _verouderd(self, taak: _Taak) -> bool:
        return bool(taak.vervangt) and self._laatste.get(taak.vervangt) != taak.nummer

    def _geef(self, taak: _Taak, werker: ThreadPoolExecutor | None = None) -> None:
        if self._gesloten:
            return
        self._open += 1
        if self._open == 1:
            self.bezig.emit(True)
        (werker or self._werker).submit(self._voer_uit, taak)

    def _voer_uit(self, taak: _Taak) -> None:
        """Run in the worker. Every exception travels to the window; none is swallowed here."""
        if not (self._verouderd(taak) or (self._gesloten and not taak.schrijft)):
            try:
                taak.uitkomst = taak.werk(self._ctx)
            except BaseException as fout:  # noqa: BLE001 - raised again in _ontvang
                taak.fout = fout
        if not self._gesloten:
            self._antwoord.emit(taak)

    @Slot(object)
    def _ontvang(self, taak: _Taak) -> None:
        self._open -= 1
        if self._open == 0:
            self.bezig.emit(False)
        if self._gesloten:
            return
        if taak.fout is not None:
            self._ontvang_fout(taak, taak.fout)
            return
        try:
            if taak.klaar is not None and not self._verouderd(taak) and _leeft(taak.klaar):
                taak.klaar(taak.uitkomst)
        finally:
            if taak.schrijft:
                self.changed.emit()

    def _ontvang_fout(self, taak: _Taak, fout: BaseException) -> None:
        if not isinstance(fout, KlachtenappError):
            raise fout
        if self._verouderd(taak):
            return
        if taak.mislukt is not None and _leeft(taak.mislukt):
            taak.mislukt(fout)
        else:
            self.failed.emit(fout)

    @Slot(object, int, int)
    def _ontvang_stand(self, voortgang: Voortgang, gedaan: int, totaal: int) -> None:
        if not self._gesloten and _leeft(voortgang):
            voortgang(gedaan, totaal)


def _leeft(doel: Callable[..., None]) -> bool:
    """Return whether the widget behind a bound method still exists in C++."""
    eigenaar = getattr(doel, "__self__", None)
    return not isinstance(eigenaar, QObject) or shiboken6.isValid(eigenaar)
