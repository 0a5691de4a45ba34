"""The door for a scan of signed pages: which codes of ours stand on them, and some of the pages.

A scan is a strange file: a process that may be killed opens it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from klachtenapp.domain.ondertekencode import Ondertekencode, lees
from klachtenapp.errors import RegelFout
from klachtenapp.uitwisseling import grenzen, kindproces
from klachtenapp.uitwisseling.paginabeelden import herken

_MODULE = "klachtenapp.uitwisseling.scankind"
_SCHAKELAAR = "--lees-scan"
_MISLUKT = "Deze scan kan niet worden gelezen."


def codes(inhoud: bytes, *, tijd: float = grenzen.BEELDTIJD) -> tuple[Ondertekencode | None, ...]:
    """Return for each page what its code says; nothing where none of ours can be read.

    A page with codes that contradict each other counts as one without.

    :raises RegelFout: it has no pages, is damaged or locked, or takes too long.
    """
    kop, _ = _vraag(inhoud, (), tijd)
    try:
        paginas = [[str(tekst) for tekst in pagina] for pagina in kop["codes"]]
    except (KeyError, TypeError) as fout:  # the process fell over half way
        raise RegelFout(_MISLUKT, veld="scan") from fout
    return tuple(_code(pagina) for pagina in paginas)


def deel(inhoud: bytes, paginas: Sequence[int], *, tijd: float = grenzen.BEELDTIJD) -> bytes:
    """Return a PDF of these pages of a PDF, counted from 0.

    :raises RegelFout: as ``codes``.
    """
    _, pdf = _vraag(inhoud, [str(nummer) for nummer in paginas], tijd)
    if not pdf.startswith(b"%PDF-"):
        raise RegelFout(_MISLUKT, veld="scan")
    return pdf


def _vraag(inhoud: bytes, paginas: Sequence[str], tijd: float) -> tuple[dict[str, Any], bytes]:
    soort = herken(inhoud)
    if not soort:
        raise RegelFout("Dit is geen scan. Kies een PDF, PNG of JPEG.", veld="scan")
    opdracht = [*kindproces.opdracht(_MODULE, _SCHAKELAAR), soort, *paginas]
    try:
        antwoord = kindproces.vraag(opdracht, inhoud, tijd=tijd)
    except kindproces.Verlopen as fout:
        raise RegelFout(
            f"Deze scan is te groot: lezen duurde langer dan {tijd:.0f} seconden.", veld="scan"
        ) from fout
    regel, _, rest = antwoord.partition(b"\n")
    try:
        kop = json.loads(regel)
    except ValueError as fout:  # the process fell over half way
        raise RegelFout(_MISLUKT, veld="scan") from fout
    if not isinstance(kop, dict):
        raise RegelFout(_MISLUKT, veld="scan")
    if "fout" in kop:
        raise RegelFout(str(kop["fout"]), veld="scan")
    return kop, rest


def _code(teksten: Sequence[str]) -> Ondertekencode | None:
    gelezen = {code for tekst in teksten if (code := lees(tekst)) is not None}
    return gelezen.pop() if len(gelezen) == 1 else None
