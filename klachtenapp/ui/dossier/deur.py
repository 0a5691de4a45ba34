"""What a tab may ask of the dossier page around it, and what every tab is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from klachtenapp.errors import KlachtenappError
from klachtenapp.services.context import Context
from klachtenapp.ui.dossier.beeld import Dossierbeeld
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.runner import Runner


class Deur(Protocol):
    """The page, as a tab sees it."""

    @property
    def runner(self) -> Runner:
        """The worker that owns the register."""
        ...

    @property
    def navigatie(self) -> Navigatie:
        """The window around the page."""
        ...

    def open_handeling(self, naam: str, invoer: Mapping[str, str] | None = None) -> None:
        """Show the form of a handeling, with answers that are known already."""
        ...

    def open_brief(self, soort: str) -> None:
        """Show the letter desk for a letter."""
        ...

    def open_document(self, document: int) -> None:
        """Show a stored letter again."""
        ...

    def open_boek(self) -> None:
        """Ask what comes into the whole dossier as one PDF."""
        ...

    def schrijf(
        self,
        werk: Callable[[Context], object],
        gelukt: str,
        *,
        klaar: Callable[[], None] | None = None,
        mislukt: Callable[[KlachtenappError], None] | None = None,
    ) -> None:
        """Write in the register; ``gelukt`` comes in the status line, the page refreshes."""
        ...

    def annuleer(self) -> None:
        """Close the form of the tab; asks first when something was typed."""
        ...

    def herlaad(self) -> None:
        """Read the dossier again."""
        ...


class Tabblad(QWidget):
    """One tab: shows its part of a ``Dossierbeeld`` and keeps what is being typed in it.

    ``modus`` tells that a form was opened or closed.
    """

    modus = Signal(bool)
    conceptvorm: ClassVar[type[Any] | None] = None
    """What ``concept`` returns; ``None`` for a tab in which one does not type."""

    def __init__(self, deur: Deur) -> None:
        super().__init__()
        self.deur = deur

    def toon(self, beeld: Dossierbeeld) -> None:
        """Show this dossier; called again after every change."""
        raise NotImplementedError

    def wissel(self) -> None:
        """Another dossier is coming: let go of what belongs to this one."""

    @property
    def bewerkt(self) -> bool:
        """Whether a form is open in this tab."""
        return False

    @property
    def getypt(self) -> bool:
        """Whether something is typed here that is not in the register yet."""
        return False

    def bewerk(self) -> None:
        """Open the form of this tab, if it has one (Ctrl+E)."""

    def bewaar(self) -> None:
        """Save what was typed (Ctrl+Enter)."""

    def concept(self) -> object | None:
        """Return what is typed and not saved, to be kept while another dossier is shown."""
        return None

    def hervat(self, concept: object) -> None:
        """Go on with what was typed before."""
