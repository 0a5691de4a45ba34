"""Letter texts that were typed and not saved: kept on this computer, by letter."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from klachtenapp import paths
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.services.concepten import Conceptopslag
from klachtenapp.ui.concept import Conceptbewaarder
from klachtenapp.ui.runner import Runner


class Tekstconcepten(QObject):
    """The unsaved texts of this window, safe on disk within half a second."""

    mislukt = Signal(str)

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._teksten: dict[BriefSoort, str] = {}
        # The clock of the register as it was opened: typed words are kept after it closed too.
        self._klok = runner.ctx.clock
        opslag = Conceptopslag(paths.briefconceptenmap(), runner.sleutel)
        self._bewaarder = Conceptbewaarder(opslag, self._velden, lambda: self._klok.now(), self)
        self._bewaarder.mislukt.connect(self.mislukt)

    def haal_terug(self) -> Mapping[BriefSoort, str]:
        """Return what was left unsaved last time, to go on with."""
        self._klok = self._runner.ctx.clock
        self._bewaarder.zet_register(self._runner.ctx.postadres)
        for concept in self._bewaarder.vrij():
            bekend = {s for s in BriefSoort if s.value in concept.velden}
            if bekend and self._bewaarder.neem(concept):
                self._teksten = {soort: concept.velden[soort.value] for soort in bekend}
                break
        return dict(self._teksten)

    def heeft(self, soort: BriefSoort) -> bool:
        """Whether this letter has a text that is not saved."""
        return soort in self._teksten

    def tekst(self, soort: BriefSoort) -> str | None:
        """Return the unsaved text of a letter."""
        return self._teksten.get(soort)

    @property
    def soorten(self) -> frozenset[BriefSoort]:
        """The letters with an unsaved text."""
        return frozenset(self._teksten)

    def zet(self, soort: BriefSoort, tekst: str | None) -> None:
        """Keep the unsaved text of a letter; ``None`` when there is nothing to save any more."""
        if tekst is None:
            if self._teksten.pop(soort, None) is None:
                return
        else:
            self._teksten[soort] = tekst
        if self._teksten:
            self._bewaarder.typ()
        else:
            self._bewaarder.verwijder()

    def bewaar_nu(self) -> None:
        """Write what was typed to the disk now."""
        self._bewaarder.bewaar_nu()

    def sluit(self) -> None:
        """Save the last letters and let go."""
        self._bewaarder.sluit()

    def _velden(self) -> dict[str, str]:
        return {soort.value: tekst for soort, tekst in self._teksten.items()}
