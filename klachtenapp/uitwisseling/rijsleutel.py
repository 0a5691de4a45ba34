"""By what a row is known again: its text and its identity."""

from __future__ import annotations

from uuid import UUID, uuid5

from klachtenapp.uitwisseling.cellen import Rij, als_tekst, is_leeg

_NAAMRUIMTE = UUID("6f0b1c5e-52a4-5d0e-9b7b-6a9d2c1f4e10")
_INHOUD = 400


def rij_uid(afdruk: str, volgnummer: int) -> str:
    """Return the identity of a row: what stands in it, and the how-maniest equal row it is."""
    return str(uuid5(_NAAMRUIMTE, f"{volgnummer}\x1f{afdruk}"))


def vingerafdruk(rij: Rij) -> str:
    """Return the filled cells as one text; an empty column more or less changes nothing."""
    return "\x1f".join([str(cel) for cel in rij if cel != ""])


def inhoud(rij: Rij) -> str:
    """Return the row as a person recognises it, for the report."""
    delen = (als_tekst(cel).replace("\n", " ") for cel in rij if not is_leeg(cel))
    return " · ".join(delen)[:_INHOUD]
