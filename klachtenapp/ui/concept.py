"""Keeps what is being typed: within half a second it is safe on the disk of this computer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from uuid import uuid4

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal

from klachtenapp.errors import KlachtenappError
from klachtenapp.services.concepten import Concept, Conceptopslag

_WACHT_MS = 400  # from the first unsaved letter; typing on does not put it off


class Conceptbewaarder(QObject):
    """Saves one concept at a time, in a thread of its own.

    Not the runner's thread: a long import there would keep the typed words waiting. A lock
    file beside the concept keeps a second window from taking over what is open in this one;
    it ends with the process, however that ends.
    """

    bewaard = Signal(object)
    mislukt = Signal(str)

    def __init__(
        self,
        opslag: Conceptopslag,
        lees: Callable[[], Mapping[str, str]],
        nu: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        """``lees`` gives the fields as they stand now, ``nu`` the moment."""
        super().__init__(parent)
        self.opslag = opslag
        self._lees = lees
        self._nu = nu
        self._register = ""
        self._slot: QLockFile | None = None
        self._uid = str(uuid4())
        self._bestaat = False
        self._veilig = True
        self._werker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="concept")
        self._laatste: Future[None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WACHT_MS)
        self._timer.timeout.connect(self._bewaar)

    @property
    def uid(self) -> str:
        """The uid that the melding will have, however often it is sent."""
        return self._uid

    @property
    def bestaat(self) -> bool:
        """Whether something of this concept was handed to the disk."""
        return self._bestaat

    @property
    def veilig(self) -> bool:
        """Whether the last words that were handed to the disk are on it."""
        return self._veilig

    def zet_register(self, register: str) -> None:
        """Say for which register is typed."""
        self._register = register

    def begin(self) -> None:
        """Start an empty concept; it gets a file with the first letter."""
        self._laat_los()
        self._uid = str(uuid4())
        self._bestaat = False

    def neem(self, concept: Concept) -> bool:
        """Go on with ``concept``; ``False`` when another window is busy with it."""
        slot = self._vergrendel(concept.uid)
        if slot is None:
            return False
        self._laat_los()
        self._slot = slot
        self._uid = concept.uid
        self._bestaat = True
        return True

    def vrij(self) -> tuple[Concept, ...]:
        """Return the other concepten for this register that no window is busy with."""
        vrij = []
        for concept in self.opslag.lijst(self._register):
            if concept.uid == self._uid:
                continue
            slot = self._vergrendel(concept.uid)
            if slot is not None:
                slot.unlock()
                vrij.append(concept)
        return tuple(vrij)

    def typ(self) -> None:
        """Tell that something was typed; it is saved soon."""
        if not self._timer.isActive():
            self._timer.start()

    def bewaar_nu(self) -> None:
        """Save what was typed now and wait until it is on the disk."""
        if self._timer.isActive():
            self._timer.stop()
            self._bewaar()
        if self._laatste is not None:
            self._laatste.exception()  # waits; ``mislukt`` tells about it

    def verwijder(self) -> None:
        """Take the concept away (registered, or thrown away) and begin an empty one."""
        self._timer.stop()
        if self._laatste is not None:
            self._laatste.exception()
        uid, bestond = self._uid, self._bestaat
        self.begin()
        if bestond:
            self.opslag.verwijder(uid)

    def sluit(self) -> None:
        """Save the last letters and let go; for the end of the program."""
        self.bewaar_nu()
        self._laat_los()
        self._werker.shutdown(wait=True)

    def _bewaar(self) -> None:
        velden = dict(self._lees())
        if not velden and not self._bestaat:
            return
        if self._slot is None:
            self._slot = self._vergrendel(self._uid)
        self._bestaat = True
        concept = Concept(self._uid, self._register, self._nu(), velden)
        self._laatste = self._werker.submit(self._schrijf, concept)

    def _schrijf(self, concept: Concept) -> None:
        """Write in the thread; the signals reach the window through its own queue."""
        try:
            self.opslag.bewaar(concept)
            self._veilig = True
        except KlachtenappError as fout:
            self._veilig = False
            self.mislukt.emit(str(fout))
        else:
            self.bewaard.emit(concept.gewijzigd_op)

    def _vergrendel(self, uid: str) -> QLockFile | None:
        pad = self.opslag.pad(uid).with_suffix(".slot")
        pad.parent.mkdir(parents=True, exist_ok=True)
        slot = QLockFile(str(pad))
        slot.setStaleLockTime(0)  # old is not stale: only the end of its process frees it
        return slot if slot.tryLock(0) else None

    def _laat_los(self) -> None:
        if self._slot is not None:
            self._slot.unlock()
            self._slot = None
