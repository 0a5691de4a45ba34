"""By what a row is known again: its text and its identity."""

from __future__ import annotations

import hashlib
from uuid import UUID

from klachtenapp.uitwisseling.cellen import Rij, begin, is_leeg

NAAMRUIMTE = UUID("6f0b1c5e-52a4-5d0e-9b7b-6a9d2c1f4e10")
_VARIANT = "89ab"
_INHOUD = 400
_RUIM = 4 * _INHOUD  # of one cell, before superfluous white space goes


def rij_uid(afdruk: str, volgnummer: int) -> str:
    """Return the identity of a row: what stands in it, and the how-maniest equal row it is.

    A UUID of version 5 (RFC 9562), written out here because ``uuid.uuid5`` is slow.
    """
    naam = f"{volgnummer}\x1f{afdruk}".encode("utf-8", "surrogatepass")
    h = hashlib.sha1(NAAMRUIMTE.bytes + naam, usedforsecurity=False).hexdigest()
    variant = _VARIANT[int(h[16], 16) & 3]
    return f"{h[:8]}-{h[8:12]}-5{h[13:16]}-{variant}{h[17:20]}-{h[20:32]}"


def vingerafdruk(rij: Rij) -> str:
    """Return the filled cells as one text; an empty column more or less changes nothing."""
    return "\x1f".join([str(cel) for cel in rij if cel != ""])


def inhoud(rij: Rij) -> str:
    """Return the row as a person recognises it, for the report."""
    delen = (begin(cel, _RUIM).replace("\n", " ") for cel in rij if not is_leeg(cel))
    return " · ".join(delen)[:_INHOUD]
