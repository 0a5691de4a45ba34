"""The text of a letter as this gemeente has it: its own, else the supplied one."""

from __future__ import annotations

from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.papier.bronteksten import brieftekst
from klachtenapp.services.context import Context


def geldig(_ctx: Context, soort: BriefSoort) -> str:
    """Return the text with which letter ``soort`` is made now."""
    return brieftekst(soort)
