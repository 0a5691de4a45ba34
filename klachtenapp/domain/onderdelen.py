"""The parts of a klacht and the one judgement that follows from them (domein §4.1)."""

from __future__ import annotations

from collections.abc import Sequence

from klachtenapp.domain.begrippen import Oordeel
from klachtenapp.domain.dossier import Klachtonderdeel


def totaaloordeel(onderdelen: Sequence[Klachtonderdeel]) -> Oordeel | None:
    """Return the judgement on the whole klacht; ``None`` while a part has none.

    All the same gives that. Any other mix with gegrond or deels gegrond in it is deels
    gegrond; ongegrond with geen oordeel is ongegrond.
    """
    oordelen = {onderdeel.oordeel for onderdeel in onderdelen}
    if not oordelen or None in oordelen:
        return None
    if len(oordelen) == 1:
        return oordelen.pop()
    if oordelen & {Oordeel.GEGROND, Oordeel.DEELS_GEGROND}:
        return Oordeel.DEELS_GEGROND
    return Oordeel.ONGEGROND


def onvolledig(onderdelen: Sequence[Klachtonderdeel]) -> tuple[str, ...]:
    """Return the descriptions of the parts without bevinding or oordeel (art. 9:12 lid 1)."""
    return tuple(
        onderdeel.omschrijving
        for onderdeel in onderdelen
        if not onderdeel.bevinding.strip() or onderdeel.oordeel is None
    )
