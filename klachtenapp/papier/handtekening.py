"""The picture of a signature, in the room that a letter leaves above the name of the signer."""

from __future__ import annotations

from klachtenapp.papier.blad import Blad
from klachtenapp.papier.briefmodel import LINKS
from klachtenapp.papier.logo import Logo, passend, teken_logo
from klachtenapp.papier.opmaak import Plaats

HOOGST = 13.0
BREEDST = 60.0
_LUCHT = 0.9  # mm above and below it


def teken_handtekening(blad: Blad, beeld: Logo, plaats: Plaats) -> None:
    """Draw the picture just above ``plaats``, the name; nothing else on the page moves for it.

    The room is there on every letter: that for a pen. Draw it outside ``inhoud``.
    """
    ruimte = min(HOOGST, plaats.vak.voor - 2 * _LUCHT)
    breed, hoog = passend(beeld, BREEDST, ruimte)
    teken_logo(blad, beeld, LINKS, plaats.y - _LUCHT - hoog, breed, hoog)
