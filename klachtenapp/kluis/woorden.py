"""A secret as words that can be read aloud, written down and typed again without mistakes.

Each word is five letters, consonant and vowel by turns, and holds 16 bits (proquints,
Wilkerson 2009, with letters that a Dutch reader does not mix up). The last word checks the others.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import Final

from klachtenapp.errors import RegelFout

_MEDE: Final = "bdfghjklmnprstvz"
_KLINK: Final = "aeio"
_PER_WOORD: Final = 2


def als_woorden(geheim: bytes) -> str:
    """Return an even number of bytes as words with a check word, divided by hyphens."""
    if len(geheim) % _PER_WOORD:
        raise ValueError("an odd number of bytes")
    alles = geheim + _controle(geheim)
    return "-".join(_woord(alles[n : n + _PER_WOORD]) for n in range(0, len(alles), _PER_WOORD))


def uit_woorden(tekst: str, bytes_: int) -> bytes:
    """Return the ``bytes_`` bytes that were written as words; capitals and spaces do not matter.

    :raises RegelFout: a word that cannot be, too few words, or a mistake somewhere; ``veld``
        is ``"woorden"``.
    """
    gewoon = unicodedata.normalize("NFKC", tekst).casefold()
    woorden = [woord for woord in re.split(r"[^a-z]+", gewoon) if woord]
    nodig = bytes_ // _PER_WOORD + 1
    for nummer, woord in enumerate(woorden, start=1):
        if not _past(woord):
            raise RegelFout(f"Woord {nummer} klopt niet: '{woord}'.", veld="woorden")
    if len(woorden) != nodig:
        raise RegelFout(f"Het zijn {nodig} woorden. U typte er {len(woorden)}.", veld="woorden")
    alles = b"".join(_getal(woord).to_bytes(_PER_WOORD) for woord in woorden)
    geheim, controle = alles[:bytes_], alles[bytes_:]
    if _controle(geheim) != controle:
        raise RegelFout(
            "Er zit een fout in de woorden. Kijk ze nog eens na, letter voor letter.",
            veld="woorden",
        )
    return geheim


def _controle(geheim: bytes) -> bytes:
    return hashlib.sha256(b"Klachtenapp woorden" + geheim).digest()[:_PER_WOORD]


def _woord(twee: bytes) -> str:
    getal = int.from_bytes(twee)
    plekken = ((_MEDE, 12), (_KLINK, 10), (_MEDE, 6), (_KLINK, 4), (_MEDE, 0))
    return "".join(letters[getal >> schuif & (len(letters) - 1)] for letters, schuif in plekken)


def _past(woord: str) -> bool:
    soorten = (_MEDE, _KLINK, _MEDE, _KLINK, _MEDE)
    return len(woord) == len(soorten) and all(
        letter in letters for letter, letters in zip(woord, soorten, strict=True)
    )


def _getal(woord: str) -> int:
    getal = 0
    for letter in woord:
        letters = _MEDE if letter in _MEDE else _KLINK
        getal = getal * len(letters) + letters.index(letter)
    return getal
