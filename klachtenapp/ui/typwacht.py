"""Keeps what is typed on a page safe on this computer, and brings it back.

A program that is killed loses at most what was typed in the last second. What is saved, or
thrown away on purpose, leaves the concept too.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from klachtenapp import paths
from klachtenapp.errors import KlachtenappError
from klachtenapp.services import typwerk
from klachtenapp.services.concepten import Concept, Conceptopslag
from klachtenapp.services.typwerk import Plek, Stuk
from klachtenapp.ui.concept import Conceptbewaarder
from klachtenapp.ui.runner import Runner

_KIJK_MS: Final = 400


class Typwacht(QObject):
    """Looks a few times a second whether something else is typed; ``mislukt`` carries a sentence.

    It asks rather than listens: a field that tells nobody that it changed is kept as well.
    """

    mislukt = Signal(str)

    def __init__(
        self,
        runner: Runner,
        getypt: Callable[[], Mapping[Stuk, object]],
        plekken: Collection[Plek],
        parent: QObject | None = None,
    ) -> None:
        """``getypt`` gives all that is typed on the page and not saved.

        ``plekken`` are the places of this page: what stood in others is not its to take.
        """
        super().__init__(parent)
        self._getypt = getypt
        self._plekken = frozenset(plekken)
        self._velden: dict[str, str] = {}
        # The clock as it was: typed words are kept after the register closed too.
        klok = runner.ctx.clock
        opslag = Conceptopslag(paths.dossierconceptenmap(), runner.sleutel)
        self._bewaarder = Conceptbewaarder(opslag, lambda: self._velden, klok.now, self)
        self._bewaarder.zet_register(runner.ctx.postadres)
        self._bewaarder.mislukt.connect(self.mislukt)
        self._timer = QTimer(self, interval=_KIJK_MS)
        self._timer.timeout.connect(self.kijk)
        self._timer.start()

    def haal_terug(self) -> dict[Stuk, str]:
        """Return what was typed in windows that are gone; it is ours to keep from now on."""
        velden: dict[str, str] = {}
        vrij = [c for c in self._bewaarder.vrij() if self._is_van_ons(c)]
        for concept in reversed(vrij):  # of the same piece the latest counts
            velden |= concept.velden
        if not velden:
            return {}
        self._velden = velden
        self._bewaarder.typ()
        self._bewaarder.bewaar_nu()
        if self._bewaarder.veilig:
            for concept in vrij:
                self._bewaarder.opslag.verwijder(concept.uid)
        return typwerk.uit_velden(velden)

    def kijk(self) -> None:
        """Keep what is typed now, when that is something else than before."""
        velden = typwerk.als_velden(self._getypt())
        if velden == self._velden:
            return
        self._velden = velden
        if velden:
            self._bewaarder.typ()
        else:
            self._haal_weg()

    def bewaar_nu(self) -> bool:
        """Keep it now and wait for the disk; returns whether it is safe."""
        self.kijk()
        self._bewaarder.bewaar_nu()
        return self._bewaarder.veilig

    def sluit(self) -> None:
        """Keep the last letters and let go; for the end of the program."""
        self._timer.stop()
        self.kijk()
        self._bewaarder.sluit()

    def _is_van_ons(self, concept: Concept) -> bool:
        stukken = typwerk.uit_velden(concept.velden)
        return len(stukken) == len(concept.velden) > 0 and all(
            stuk.plek in self._plekken for stuk in stukken
        )

    def _haal_weg(self) -> None:
        try:
            self._bewaarder.verwijder()
        except KlachtenappError as fout:
            self.mislukt.emit(str(fout))


def achtergebleven(runner: Runner) -> tuple[Stuk, ...]:
    """Return what a window that is gone left unsaved, the latest first."""
    opslag = Conceptopslag(paths.dossierconceptenmap(), runner.sleutel)
    wacht = Conceptbewaarder(opslag, dict, runner.ctx.clock.now)
    wacht.zet_register(runner.ctx.postadres)
    gevonden = [stuk for concept in wacht.vrij() for stuk in typwerk.uit_velden(concept.velden)]
    wacht.sluit()
    return tuple(dict.fromkeys(gevonden))
