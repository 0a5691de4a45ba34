"""What the QR code on a page of the ondertekenmap says: which letter, which text, which page.

Nothing about a person. A code of before the version was in it is still read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from klachtenapp.domain.briefsoort import BriefSoort

_BEGIN = "OM2/"
_OUD = "OM/"  # without a version: printed by an earlier version of the program
_VERSIE = 8
_LANGST = 120  # longer than any code of ours; a strange code is not worked through


@dataclass(frozen=True, slots=True)
class Ondertekencode:
    """One page of the ondertekenmap; ``pagina`` counts from 1 per letter.

    ``versie`` says which text was offered; empty on paper of before.
    """

    kenmerk: str
    brief: BriefSoort
    pagina: int
    versie: str = ""

    def tekst(self) -> str:
        """Return what goes into the QR code; capitals make it small, so that it prints coarse."""
        kern = f"{self.kenmerk}/{self.brief.value.upper()}/{self.pagina}"
        return f"{_BEGIN}{kern}/{self.versie}" if self.versie else f"{_OUD}{kern}"


def versiecode(aanbod: int, woorden: Iterable[str]) -> str:
    """Return what names one text of a letter, as it was offered with event ``aanbod``."""
    som = hashlib.sha256(str(aanbod).encode())
    for stuk in woorden:
        som.update(b"\0" + stuk.encode())
    return som.hexdigest()[:_VERSIE].upper()


def lees(tekst: str) -> Ondertekencode | None:
    """Return what a QR code says, or nothing when it is not one of ours."""
    if len(tekst) > _LANGST:
        return None
    if tekst.startswith(_OUD):
        return _lees_kern(tekst.removeprefix(_OUD), "")
    kern, _, versie = tekst.removeprefix(_BEGIN).rpartition("/")
    goed = len(versie) == _VERSIE and all(teken in "0123456789ABCDEF" for teken in versie)
    return _lees_kern(kern, versie) if tekst.startswith(_BEGIN) and goed else None


def _lees_kern(kern: str, versie: str) -> Ondertekencode | None:
    # From the right: a kenmerk may have a slash of its own.
    delen = kern.rsplit("/", 2)
    if len(delen) != 3:
        return None
    kenmerk, brief, pagina = delen
    if not kenmerk or brief.lower() not in set(BriefSoort):
        return None
    if not (pagina.isascii() and pagina.isdecimal()) or int(pagina) < 1:
        return None
    return Ondertekencode(kenmerk, BriefSoort(brief.lower()), int(pagina), versie)
