"""The difficult words that this window knows: one list, shared by every field that is measured."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from klachtenapp.domain.taal import Woordenlijst
from klachtenapp.errors import KlachtenappError
from klachtenapp.services import taalcheck
from klachtenapp.ui.runner import Runner


class Taalkennis(QObject):
    """Holds the list; ``gewijzigd`` when it is another. Starts with the supplied words."""

    gewijzigd = Signal()

    def __init__(self, runner: Runner) -> None:
        super().__init__(runner)
        self._runner = runner
        self.lijst: Woordenlijst = taalcheck.standaardwoorden()
        self.laad()

    def laad(self) -> None:
        """Ask for the words of the gemeente again."""
        self._runner.run(taalcheck.woordenlijst, self._zet, vervangt="woordenlijst")

    def voeg_toe(
        self,
        moeilijk: str,
        gewoon: str,
        klaar: Callable[[dict[str, str]], None],
        mislukt: Callable[[KlachtenappError], None],
    ) -> None:
        """Store a word of our own; without ``gewoon`` it may be used from now on."""
        # No page shows these words, so no page has to refresh under the writer's hands.
        self._runner.run(
            lambda ctx: taalcheck.bewaar_eigen_woord(ctx, moeilijk, gewoon), klaar, mislukt=mislukt
        )
        self.laad()

    def _zet(self, lijst: Woordenlijst) -> None:
        if lijst is not self.lijst:
            self.lijst = lijst
            self.gewijzigd.emit()


def taalkennis(runner: Runner) -> Taalkennis:
    """Return the words of this window, made when they are first asked for."""
    gevonden = runner.findChild(Taalkennis)
    return gevonden if isinstance(gevonden, Taalkennis) else Taalkennis(runner)
