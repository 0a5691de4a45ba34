"""Letters that wait for a signature: offered, sent back with a remark, signed. From events."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from klachtenapp.domain import verloop
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.klaarliggend import klaarliggend, vervallen

# After one of these the letter that was offered or signed says what no longer is.
_ACHTERHAALD = frozenset({G.OORDEEL_GEVORMD, G.HOREN_GEPLAND, G.HEROPEND, G.AFGEHANDELD})
_KLAAR = frozenset({G.TERUG_MET_OPMERKING, G.ONDERTEKEND})


@dataclass(frozen=True, slots=True)
class Opmerking:
    """Why a letter came back. ``passages`` are words of the letter, each with a remark."""

    op: datetime
    door: str
    tekst: str
    passages: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class TerOndertekening:
    """A letter that waits for a signature, with what was said when it came back before."""

    dossier: Dossier
    brief: BriefSoort
    aangeboden_op: datetime
    door: str
    antwoorden: dict[str, str]
    opmerkingen: tuple[Opmerking, ...] = ()


def aangeboden(dossier: Dossier) -> Gebeurtenis | None:
    """Return the offer of the letter that waits for a signature now; ``None`` when none does."""
    if not dossier.is_open:
        return None
    for feit in reversed(verloop.lopende_ronde(dossier)):
        if feit.soort in _KLAAR or feit.soort in _ACHTERHAALD:
            return None
        if feit.soort is G.TER_ONDERTEKENING:
            return feit
    return None


def teruggekomen(dossier: Dossier) -> Gebeurtenis | None:
    """Return the remark with which a letter came back, as long as it was not offered again."""
    if not dossier.is_open:
        return None
    for feit in reversed(verloop.lopende_ronde(dossier)):
        if feit.soort in (G.ONDERTEKEND, G.TER_ONDERTEKENING) or feit.soort in _ACHTERHAALD:
            return None
        if feit.soort is G.TERUG_MET_OPMERKING:
            return feit
    return None


def getekend(dossier: Dossier, brief: BriefSoort) -> Gebeurtenis | None:
    """Return the signature under ``brief`` that still counts: not laid aside, nothing after it."""
    for feit in reversed(verloop.lopende_ronde(dossier)):
        if feit.soort in _ACHTERHAALD and feit.soort is not G.AFGEHANDELD:
            return None
        if feit.soort is G.ONDERTEKEND and feit.gegevens.get("brief") == brief:
            weg = vervallen(dossier, int(feit.gegevens.get("document", "0")))
            return None if weg else feit
    return None


def getekend_document(dossier: Dossier, document: int) -> Gebeurtenis | None:
    """Return the event with which this document was signed; ``None`` when it was not."""
    gezocht = str(document)
    feiten = dossier.alle(G.ONDERTEKEND)
    return next((f for f in feiten if f.gegevens.get("document") == gezocht), None)


def handtekening_onder(dossier: Dossier, brief: Gebeurtenis) -> Gebeurtenis | None:
    """Return the signature under a letter that went out; ``None`` when it bears none."""
    document = brief.gegevens.get("document", "")
    return getekend_document(dossier, int(document)) if document.isdecimal() else None


def opmerkingen(dossier: Dossier) -> tuple[Opmerking, ...]:
    """Return with which remarks the letter of this round came back, oldest first."""
    terug: list[Opmerking] = []
    for feit in verloop.lopende_ronde(dossier):
        if feit.soort is G.OORDEEL_GEVORMD:
            terug.clear()
        if feit.soort is G.TERUG_MET_OPMERKING:
            terug.append(_opmerking(feit))
    return tuple(terug)


def niet_aan_te_bieden(dossier: Dossier, brief: BriefSoort) -> str:
    """Return why ``brief`` cannot be offered for signature now; empty when it can.

    Whether the letter itself may go is for the rules of the letter.
    """
    if aangeboden(dossier) is not None:
        return "Er ligt al een brief ter ondertekening. Neem die eerst terug."
    ligt = next((info for info in klaarliggend(dossier) if info.soort == brief), None)
    return f"'{ligt.naam}' ligt al klaar. Verstuur die brief, of leg hem weg." if ligt else ""


def mist_handtekening(brief: BriefSoort, dossier: Dossier, kader: Kader, sha256: str) -> bool:
    """Whether this letter (the hash of its PDF) must be signed before it goes, and is not."""
    if not kader.ondertekenen or brief is not BriefSoort.AFDOENINGSBRIEF:
        return False
    gezet = getekend(dossier, brief)
    return gezet is None or gezet.gegevens.get("sha256") != sha256


def passages_tekst(passages: Iterable[Sequence[str]]) -> str:
    """Return marked passages as they are kept in the event; empty when there are none."""
    rijen = [[woorden.strip(), zin.strip()] for woorden, zin in passages if woorden.strip()]
    return json.dumps(rijen, ensure_ascii=False) if rijen else ""


def _opmerking(feit: Gebeurtenis) -> Opmerking:
    rijen = json.loads(feit.gegevens.get("passages") or "[]")
    return Opmerking(
        feit.vastgelegd_op,
        feit.door,
        feit.gegevens.get("opmerking", ""),
        tuple((str(woorden), str(zin)) for woorden, zin in rijen),
    )
