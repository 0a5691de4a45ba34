"""What a page may ask of the window around it: a small door, so that no page knows the window."""

from __future__ import annotations

from typing import Protocol


class Navigatie(Protocol):
    """The window, as a page sees it."""

    def open_dossier(self, kenmerk: str, doe: str = "") -> None:
        """Show this dossier; ``doe`` names a handeling or letter to start there at once."""
        ...

    def nieuwe_melding(self) -> None:
        """Show an empty intake form."""
        ...

    def toon_pagina(self, naam: str) -> None:
        """Show the page with this ``naam`` (``werkvoorraad``, ``register``, ``beheer``, …)."""
        ...

    def terug(self) -> None:
        """Go back to the page before this one."""
        ...

    def meld(self, tekst: str) -> None:
        """Say in the status line that something was done; no dialog."""
        ...

    def zeg(self, tekst: str) -> None:
        """Say in the status line what is no success: a refusal, or that it takes a while."""
        ...
