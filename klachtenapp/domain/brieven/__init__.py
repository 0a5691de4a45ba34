"""The rules of the letters: may this letter go now, to whom, and who signs it.

What a letter says stands in ``resources/brieven``; the facts every letter may name in
``briefvelden``, those of one letter in its own row.
"""

from __future__ import annotations

from klachtenapp.domain.bereikbaarheid import geadresseerde
from klachtenapp.domain.brieven.mag import mag_brief, velden, vooraf
from klachtenapp.domain.brieven.ondertekening import Tekenvoorstel, ondertekenaar
from klachtenapp.domain.brieven.ontvangers import Adressering, adresblok, adressering
from klachtenapp.domain.brieven.regel import Briefregel, Briefzaak, Ontvanger, Tekenaar
from klachtenapp.domain.brieven.tabel import BRIEVEN

__all__ = [
    "BRIEVEN",
    "Adressering",
    "Briefregel",
    "Briefzaak",
    "Ontvanger",
    "Tekenaar",
    "Tekenvoorstel",
    "adresblok",
    "adressering",
    "geadresseerde",
    "mag_brief",
    "ondertekenaar",
    "velden",
    "vooraf",
]
