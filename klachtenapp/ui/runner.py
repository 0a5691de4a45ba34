"""One worker thread owns the register; the window hands it work and gets the answer back.

Nothing else may touch the database: the connection is made in the worker, and a query from
the window's own thread is refused by peewee (no autoconnect). An answer comes back through
one queued signal that belongs to the ``Runner``, which lives as long as the window.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from klachtenapp.errors import KlachtenappError
from klachtenapp.ui.ontvanger import leeft
from klachtenapp.ui.taak import Gestopt, Lopend, Taak, Voortgang
from klachtenapp.ui.werkdraad import Werkdraad

if TYPE_CHECKING:
    from klachtenapp.services.context import Context

T = TypeVar("T")

TRAAG_S: Final = 10.0
"""A question that takes longer than this: the disk may never answer."""

_SLUITTIJD_S: Final = 20.0
_SLUITTIJD_WEG_S: Final = 1.0
"""How long closing waits for a disk that does not answer: what was typed is in the postvak."""

_KIJK_MS: Final = 1_000


class Runner(QObject):
    """Runs work on the register in its own thread, one at a time, in the order given.

    ``changed`` follows every successful write: pages refresh on it. ``failed`` carries a
    ``KlachtenappError`` for which the caller gave no ``mislukt``. Any other exception is a
    bug: it is raised again in the window's thread and so reaches ``sys.excepthook``.
    ``traag`` tells that a question takes so long that the disk may be gone, and that it has
    come after all; ``wissel`` then goes on without waiting for it. ``misging`` follows every
    ``KlachtenappError``, also one that its asker deals with: for who watches the disk.
    """

    changed = Signal()
    failed = Signal(object)
    misging = Signal(object)
    bezig = Signal(bool)
    traag = Signal(bool)
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
        self._laatste_ctx: Context | None = None
        self._open = 0
        self._nummer = 0
        self._laatste: dict[str, int] = {}
        self._gesloten = False
        self._grens = threading.Lock()  # a task is begun or left behind, never both at once
        self._werker = Werkdraad("register")
        self._bijwerker = Werkdraad("ernaast")
        self._lopend: list[Taak] = []
        self._ernaast: list[Taak] = []
        self._traag = False
        self._wacht = QTimer(self, interval=_KIJK_MS)
        self._wacht.timeout.connect(self._kijk_hoe_lang)
        self._antwoord.connect(self._ontvang, Qt.ConnectionType.QueuedConnection)
        self._stand.connect(self._ontvang_stand, Qt.ConnectionType.QueuedConnection)

    @property
    def ctx(self) -> Context:
        """The facts of the open register, to *read* in the window: clock, gemeente, kader.

        Its ``register`` belongs to the worker. A page that is still there when the register
        is closed reads what it last was. Raises ``RuntimeError`` before ``start``.
        """
        ctx = self._ctx or self._laatste_ctx
        if ctx is None:
            raise RuntimeError("The register is not open yet.")
        return ctx

    def sleutel(self) -> bytes:
        """Return the key for what lies beside the register; also after it was closed."""
        ctx = self._ctx or self._laatste_ctx
        return ctx.sleutel if ctx is not None else b""

    @property
    def is_open(self) -> bool:
        """Whether the register was opened."""
        return self._ctx is not None

    @property
    def is_rustig(self) -> bool:
        """Whether nothing that was asked will be answered any more; so also after ``sluit``."""
        return self._gesloten or self._open == 0

    def start(
        self,
        klaar: Callable[[Context], None] | None = None,
        *,
        mislukt: Callable[[KlachtenappError], None] | None = None,
    ) -> None:
        """Open the register in the worker; ``klaar`` gets the ``Context``."""

        self._open_met(self._openen, klaar, mislukt)

    def wissel(
        self,
        openen: Callable[[], Context],
        klaar: Callable[[Context], None] | None = None,
        *,
        mislukt: Callable[[KlachtenappError], None] | None = None,
    ) -> None:
        """Go on with another register, or the same one anew, without waiting for the disk.

        What was asked and not answered fails with a sentence. A thread that hangs on a dead
        disk is left behind; it closes its register if it ever comes back. What runs beside
        it is told to stop: a connection that stays open keeps, on Linux, the locks of all.
        """
        oud, self._werker = self._werker, Werkdraad("register")
        verlaten, self._lopend = [*self._lopend, *self._ernaast], []
        with self._grens:
            ctx = self._ctx
            for taak in verlaten:
                taak.laat_achter()
        oud.verlaat(lambda: self._sluit_stil(ctx))
        if self._ernaast:
            self._ernaast = []
            self._bijwerker.verlaat(lambda: None)
            self._bijwerker = Werkdraad("ernaast")
        self._open_met(openen, klaar, mislukt)
        for taak in verlaten:
            self._beantwoord(taak)
        self._zet_traag(False)

    def _open_met(
        self,
        openen: Callable[[], Context],
        klaar: Callable[[Context], None] | None,
        mislukt: Callable[[KlachtenappError], None] | None,
    ) -> None:
        def doe(_vorige: Context | None) -> Context:
            ctx = openen()
            with self._grens:
                if not taak.achtergelaten:
                    self._ctx = ctx
                    return ctx
            self._sluit_stil(ctx)  # it came too late: another register is in use by now
            return ctx

        taak = Taak(doe, klaar, mislukt, False, "", self._volgend(""))
        self._geef(taak)

    def vervang(self, ctx: Context) -> None:
        """Work with other facts from now on (gemeente or clock changed) and tell the pages."""
        self._ctx = ctx
        self.changed.emit()

    def onthoud(self, ctx: Context) -> None:
        """Work with other facts from now on, without telling the pages: nothing to read changed."""
        self._ctx = ctx

    def run(
        self,
        werk: Callable[[Context], T],
        klaar: Callable[[T], None] | None = None,
        *,
        schrijft: bool = False,
        mislukt: Callable[[KlachtenappError], None] | None = None,
        vervangt: str = "",
        stil: bool = False,
    ) -> None:
        """Run ``werk`` in the worker and give its result to ``klaar`` in the window's thread.

        ``vervangt`` names a question of which only the last answer counts (search while
        typing): earlier ones that did not start are skipped, late answers are dropped. An
        answer for a widget that no longer exists is dropped too. ``stil`` is for a question
        that the program asks by itself: nobody waits for it, so nothing says so.
        """
        nummer = self._volgend(vervangt)
        self._geef(Taak(werk, klaar, mislukt, schrijft, vervangt, nummer, stil=stil))

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

        self._geef(Taak(doe, klaar, mislukt, schrijft, "", self._volgend(""), lopend=lopend))
        return lopend

    def run_ernaast(
        self,
        werk: Callable[[Context], T],
        klaar: Callable[[T], None] | None = None,
        *,
        mislukt: Callable[[KlachtenappError], None] | None = None,
        stil: bool = False,
        lopend: Lopend | None = None,
    ) -> None:
        """Run ``werk`` beside the worker: slow, and without a query on the open register.

        For a copy of the file, which has a connection of its own; clicks need not wait for it.
        ``lopend`` is asked to stop when the disk is gone and the answer is not waited for.
        """
        taak = Taak(werk, klaar, mislukt, False, "", self._volgend(""), stil=stil, lopend=lopend)
        self._ernaast.append(taak)
        self._geef(taak, self._bijwerker)

    def sluit(self) -> None:
        """Finish every write that was asked for, skip reads, close the register.

        Waits for it, but not for ever: a disk that never answers keeps nobody at work.

        :raises KlachtenappError: when the disk is gone; what was saved stays saved.
        """
        if self._gesloten:
            return
        self._gesloten = True
        self._wacht.stop()
        fouten: list[BaseException] = []

        def sluit_af() -> None:
            try:
                self._sluit_register(self._ctx)
            except BaseException as fout:  # noqa: BLE001 - raised again below
                fouten.append(fout)

        self._werker.geef(sluit_af)
        for draad in (self._werker, self._bijwerker):
            hangt = draad.bezig_s > TRAAG_S
            draad.sluit(_SLUITTIJD_WEG_S if hangt else _SLUITTIJD_S)
        self._laatste_ctx, self._ctx = self._ctx, None
        if fouten:
            raise fouten[0]

    def _sluit_register(self, ctx: Context | None) -> None:
        if ctx is None:
            return
        if self._sluiten is not None:
            self._sluiten(ctx)
        else:
            ctx.register.sluit()

    def _sluit_stil(self, ctx: Context | None) -> None:
        """Close what nobody uses any more, in a thread that has nobody to tell that it failed."""
        with suppress(KlachtenappError):  # the disk is gone; the file needs no closing
            self._sluit_register(ctx)

    def _volgend(self, vervangt: str) -> int:
        self._nummer += 1
        if vervangt:
            self._laatste[vervangt] = self._nummer
        return self._nummer

    def _verouderd(self, taak: Taak) -> bool:
        return bool(taak.vervangt) and self._laatste.get(taak.vervangt) != taak.nummer

    def _geef(self, taak: Taak, werker: Werkdraad | None = None) -> None:
        if self._gesloten:
            return
        self._tel(taak, 1)
        if werker is None:
            self._lopend.append(taak)
            if not self._wacht.isActive():  # to start it again would put off the next look
                self._wacht.start()
        (werker or self._werker).geef(partial(self._voer_uit, taak))

    def _kijk_hoe_lang(self) -> None:
        """Tell when the question that is under way takes too long; an import may."""
        if not self._lopend:
            self._wacht.stop()
        wacht = bool(self._lopend) and not self._lopend[0].lang
        self._zet_traag(wacht and self._werker.bezig_s > TRAAG_S)

    def _zet_traag(self, traag: bool) -> None:
        if traag is not self._traag:
            self._traag = traag
            self.traag.emit(traag)

    def _voer_uit(self, taak: Taak) -> None:
        """Run in the worker. Every exception travels to the window; none is swallowed here."""
        overslaan = self._verouderd(taak) or (self._gesloten and not taak.schrijft)
        with self._grens:
            taak.begonnen = not (overslaan or taak.achtergelaten)
        if taak.begonnen:
            try:
                taak.uitkomst = taak.werk(self._ctx)
            except BaseException as fout:  # noqa: BLE001 - raised again in _ontvang
                taak.fout = fout
        if not self._gesloten:
            self._antwoord.emit(taak)

    @Slot(object)
    def _ontvang(self, taak: Taak) -> None:
        if taak.achtergelaten:  # answered when its thread was left behind
            return
        for rij in (self._lopend, self._ernaast):
            if taak in rij:
                rij.remove(taak)
        self._beantwoord(taak)

    def _tel(self, taak: Taak, erbij: int) -> None:
        if taak.stil:
            return
        was_rustig, self._open = self.is_rustig, self._open + erbij
        if was_rustig is not self.is_rustig:
            self.bezig.emit(not self.is_rustig)

    def _beantwoord(self, taak: Taak) -> None:
        self._tel(taak, -1)
        if self._gesloten:
            return
        if taak.fout is not None:
            self._ontvang_fout(taak, taak.fout)
            return
        try:
            if taak.klaar is not None and not self._verouderd(taak) and leeft(taak.klaar):
                taak.klaar(taak.uitkomst)
        finally:
            if taak.schrijft:
                self.changed.emit()

    def _ontvang_fout(self, taak: Taak, fout: BaseException) -> None:
        if not isinstance(fout, KlachtenappError):
            raise fout
        self.misging.emit(fout)
        if self._verouderd(taak):
            return
        if taak.mislukt is not None and leeft(taak.mislukt):
            taak.mislukt(fout)
        else:
            self.failed.emit(fout)

    @Slot(object, int, int)
    def _ontvang_stand(self, voortgang: Voortgang, gedaan: int, totaal: int) -> None:
        if not self._gesloten and leeft(voortgang):
            voortgang(gedaan, totaal)
