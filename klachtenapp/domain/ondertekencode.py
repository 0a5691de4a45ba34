"""What the QR code on a page of the ondertekenmap says: kenmerk, letter and page, nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from klachtenapp.domain.briefsoort import BriefSoort

_BEGIN = "OM/"
_LANGST = 120  # longer than any code of ours; a strange code is not worked through


@dataclass(frozen=True, slots=True)
class Ondertekencode:
    """One page of the ondertekenmap; ``pagina`` counts from 1 per letter."""

    kenmerk: str
    brief: BriefSoort
    pagina: int

    def tekst(self) -> str:
        """Return what goes into the QR code; capitals make it small, so that it prints coarse."""
        return f"{_BEGIN}{self.kenmerk}/{self.brief.value.upper()}/{self.pagina}"


def lees(tekst: str) -> Ondertekencode | None:
    """Return what a QR code says, or nothing when it is not one of ours."""
    if not tekst.startswith(_BEGIN) or len(tekst) > _LANGST:
        return None
    # From the right: a kenmerk may have a slash of its own.
    delen = tekst.removeprefix(_BEGIN).rsplit("/", 2)
    if len(delen) != 3:
        return None
    kenmerk, brief, pagina = delen
    if not kenmerk or brief.lower() not in set(BriefSoort):
        return None
    if not (pagina.isascii() and pagina.isdecimal()) or int(pagina) < 1:
        return None
    return Ondertekencode(kenmerk, BriefSoort(brief.lower()), int(pagina))
