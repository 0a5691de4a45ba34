"""Makes the copies while people work: the first of the day, every so often, and at the end.

The copy itself runs beside the worker, on a connection of its own: nobody waits for it.
What goes wrong is told calmly: the work goes on, and the next copy tries again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from klachtenapp.errors import KlachtenappError
from klachtenapp.services import reservekopie
from klachtenapp.services.context import Context
from klachtenapp.services.reservekopie import KopieGestopt, Reservekopie
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.taak import Gestopt, Lopend, Voortgang

_EERSTE_NA_MS: Final = 4_000  # first the work on the screen, then the copy of today
_KIJK_MS: Final = 60_000
_NA_FOUT: Final = 5  # after a copy that failed so many looks are skipped

Kopieer = Callable[[Context, Voortgang, Gestopt], Reservekopie | None]


class Kopiewacht(QObject):
    """Watches over the copies of one open register.

    ``gemaakt`` carries the new copy; ``mislukt`` a sentence, empty when all is well again;
    ``stand`` how far one is, in per cent; ``klaar`` follows each copy and each look after
    which none was needed.
    """

    gemaakt = Signal(object)
    mislukt = Signal(str)
    stand = Signal(int, int)
    klaar = Signal()

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._veranderd = False
        self._bezig = False
        self._laatste_keer = False
        self._overslaan = 0
        self._lopend = Lopend()
        self._gestopt = False
        runner.changed.connect(self._on_wijziging)
        self._eerste = QTimer(self, interval=_EERSTE_NA_MS, singleShot=True)
        self._eerste.timeout.connect(lambda: self._maak(_van_vandaag))
        self._klok = QTimer(self, interval=_KIJK_MS)
        self._klok.timeout.connect(self.kijk)

    @property
    def bezig(self) -> bool:
        """Whether a copy is being made now."""
        return self._bezig

    @property
    def veranderd(self) -> bool:
        """Whether something was saved here since the last copy that we know of."""
        return self._veranderd

    def begin(self) -> None:
        """Begin to watch."""
        self._eerste.start()
        self._klok.start()

    def stop(self) -> None:
        """Begin nothing any more, and end what runs: the window closes now."""
        self._eerste.stop()
        self._klok.stop()
        self._gestopt = True
        self._lopend.stop()

    def kijk(self) -> None:
        """Make a copy when something changed and it is time."""
        if self._overslaan:
            self._overslaan -= 1
        elif self._veranderd and not self._bezig:
            self._vraag(nu_al=False)

    def maak_nu(self) -> None:
        """Make a copy now, because someone asks for it."""
        if not self._bezig:
            self._maak(_altijd)

    def sluit_af(self) -> None:
        """Make the last copy of this session when something changed; ``klaar`` follows."""
        self._eerste.stop()
        self._klok.stop()
        self._laatste_keer = True
        if not self._bezig:  # else this follows
            self._vraag(nu_al=True)

    def _on_wijziging(self) -> None:
        self._veranderd = True

    def _vraag(self, *, nu_al: bool) -> None:
        self._runner.run(
            partial(reservekopie.nodig, nu_al=nu_al),
            self._on_nodig,
            mislukt=self._on_vraag_mislukt,
            vervangt="kopie nodig",
        )

    def _on_nodig(self, nodig: bool) -> None:
        if nodig:
            self._maak(_altijd)
        else:
            self.klaar.emit()

    def _on_vraag_mislukt(self, _fout: KlachtenappError) -> None:
        self._overslaan = _NA_FOUT
        self.klaar.emit()  # the disk is away: whoever looks after that says so

    def _maak(self, kopieer: Kopieer) -> None:
        if self._bezig:
            return
        self._bezig = True
        self._veranderd = False
        lopend = self._lopend = Lopend()
        if self._gestopt:
            lopend.stop()
        doe = partial(_voer_uit, kopieer, self.stand.emit, lambda: lopend.gestopt)
        self._runner.run_ernaast(doe, self._on_gedaan, mislukt=self._on_schijf_weg, lopend=lopend)

    def _on_schijf_weg(self, _fout: KlachtenappError) -> None:
        """The window went on without the disk: whoever looks after that says so."""
        self._bezig = False
        self._veranderd = True
        self._overslaan = _NA_FOUT
        self.klaar.emit()

    def _on_gedaan(self, uitkomst: Reservekopie | str | BaseException | None) -> None:
        self._bezig = False
        if isinstance(uitkomst, BaseException):
            self.klaar.emit()  # a bug, but nobody waits for it
            raise uitkomst
        if isinstance(uitkomst, str):
            self._veranderd = True
            self._overslaan = _NA_FOUT
            self.mislukt.emit(uitkomst)
        elif uitkomst is not None:
            self.mislukt.emit(uitkomst.tweede_fout)
            self.gemaakt.emit(uitkomst)
        if self._laatste_keer and self._veranderd and not isinstance(uitkomst, str):
            self._vraag(nu_al=True)  # something was saved while that one was made
        else:
            self.klaar.emit()


def _voer_uit(
    kopieer: Kopieer, stand: Voortgang, gestopt: Gestopt, ctx: Context
) -> Reservekopie | str | BaseException | None:
    """Return the copy, or in a sentence why there is none, or nothing when none was needed."""
    try:
        return kopieer(ctx, stand, gestopt)
    except KopieGestopt:
        return None
    except KlachtenappError as fout:
        return fout.boodschap
    except BaseException as fout:  # noqa: BLE001 - raised again in _on_gedaan
        return fout


def _van_vandaag(ctx: Context, _stand: Voortgang, _gestopt: Gestopt) -> Reservekopie | None:
    return reservekopie.bij_start(ctx)


def _altijd(ctx: Context, stand: Voortgang, gestopt: Gestopt) -> Reservekopie:
    return reservekopie.maak(ctx, voortgang=stand, gestopt=gestopt)
