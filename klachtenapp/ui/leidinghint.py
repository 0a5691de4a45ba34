"""A warning below a list of names: this is the leidinggevende of the one complained of."""

from __future__ import annotations

from collections.abc import Mapping

from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.onafhankelijk import leidinggevende_bezwaar
from klachtenapp.ui.bouwstenen import Melding

VELDEN = frozenset({"behandelaar", "ondertekenaar"})
"""The questions for which it matters: who handles, and who signs."""


class Leidinghint(Melding):
    """Hidden as long as there is nothing to warn for; it never stands in the way."""

    def __init__(self, leidinggevenden: Mapping[str, str]) -> None:
        super().__init__(soort="let op")
        self._leidinggevenden = leidinggevenden

    def zet(self, leidinggevenden: Mapping[str, str]) -> None:
        """Know from now on who leads whom."""
        self._leidinggevenden = leidinggevenden

    def toets(self, naam: str, dossier: Dossier) -> None:
        """Look whether ``naam`` leads someone of whom is complained."""
        bezwaar = leidinggevende_bezwaar(naam, dossier, self._leidinggevenden)
        self.toon(f"{bezwaar.tekst} ({bezwaar.artikel})" if bezwaar else "")
