"""What is signed under a letter, as one text that cannot be read in two ways."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from enum import StrEnum

VERSIE = 1
ANKER = 8
"""How many characters of the head of the log stand on paper."""


class Hoe(StrEnum):
    """How a letter was signed: with a key, or with a pen on paper."""

    DIGITAAL = "digitaal"
    NAT = "nat"


@dataclass(frozen=True, slots=True)
class Getekend:
    """The facts under a signature. ``sha256`` is that of the exact PDF, in hex.

    ``oordeel`` is the decision in the letter, per onderdeel. ``moment`` is ISO text.
    ``log`` is the hash of the last line of the log before the signature, ``sleutel`` the
    fingerprint of the key with which is signed.
    """

    sha256: str
    kenmerk: str
    brief: str
    oordeel: str
    ondertekenaar: str
    niet_betrokken: str
    moment: str
    log: str
    sleutel: str
    versie: int = VERSIE


@dataclass(frozen=True, slots=True)
class Handtekening:
    """A stored signature: the signed text, and the signature over it in base64."""

    id: int
    document: int
    sleutel: int
    gegevens: str
    handtekening: str
    moment: datetime


@dataclass(frozen=True, slots=True)
class Geldigheid:
    """Whether a letter is still exactly what was signed; ``zin`` says it in one sentence.

    ``woord`` is what stands beside the letter: never only a colour.
    """

    geldig: bool
    zin: str
    ondertekenaar: str = ""
    moment: datetime | None = None
    hoe: Hoe = Hoe.DIGITAAL

    @property
    def teken(self) -> str:
        """A sign that is told apart without its colour."""
        return "✓" if self.geldig else "✗"

    @property
    def woord(self) -> str:
        """The shortest words for it."""
        return "ondertekend" if self.geldig else "handtekening ongeldig"


def canoniek(getekend: Getekend) -> str:
    """Return the text that is signed: JSON with sorted names, NFC, nothing between the parts."""
    gegevens = {naam: _nfc(waarde) for naam, waarde in asdict(getekend).items()}
    return json.dumps(gegevens, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def lees(tekst: str) -> Getekend:
    """Return what a signed text says.

    :raises ValueError: it is not exactly such a text.
    """
    gegevens = json.loads(tekst)
    namen = {veld.name for veld in fields(Getekend)}
    if not isinstance(gegevens, dict) or gegevens.keys() != namen:
        raise ValueError("andere gegevens dan bij een handtekening horen")
    versie = gegevens.pop("versie")
    if versie != VERSIE or not all(isinstance(waarde, str) for waarde in gegevens.values()):
        raise ValueError("andere gegevens dan bij een handtekening horen")
    getekend = Getekend(**gegevens, versie=versie)
    if canoniek(getekend) != tekst:
        raise ValueError("anders geschreven dan een handtekening")
    datetime.fromisoformat(getekend.moment)
    return getekend


def anker(kop: str) -> str:
    """Return what of the head of the log stands at the foot of a signed letter."""
    return kop[-ANKER:]


def _nfc(waarde: str | int) -> str | int:
    return unicodedata.normalize("NFC", waarde) if isinstance(waarde, str) else waarde
