"""A QR code drawn as rectangles, so that it prints sharp at every size."""

from __future__ import annotations

import segno

from klachtenapp.papier.blad import Blad
from klachtenapp.papier.kleur import Kleur


def teken_qr(blad: Blad, tekst: str, *, x: float, y: float, maat: float, kleur: Kleur) -> None:
    """Draw ``tekst`` as a QR code in a square of ``maat`` millimetres, without a quiet zone.

    Draw it on white with room around. Modules next to each other in a row are one rectangle.
    """
    matrix = segno.make(tekst, error="m", micro=False).matrix
    module = maat / len(matrix)
    for nummer, rij in enumerate(matrix):
        begin = 0
        while begin < len(rij):
            if not rij[begin]:
                begin += 1
                continue
            einde = begin
            while einde < len(rij) and rij[einde]:
                einde += 1
            blad.vlak(
                x + begin * module, y + nummer * module, (einde - begin) * module, module * 1.01,
                vul=kleur,
            )  # fmt: skip
            begin = einde
