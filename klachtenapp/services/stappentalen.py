"""The languages of the stappenplan: those we supply, and what the gemeente puts beside them.

A file ``pl.toml`` in the folder ``stappenplan`` beside the register adds Polish; ``nl.toml``
there replaces our Dutch. A file that is not right is named, and never stops the counter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from klachtenapp.errors import RegelFout
from klachtenapp.papier.bronteksten import TALEN, stappenplantekst
from klachtenapp.papier.taalbestand import MAX_BYTES, lees_taalbestand
from klachtenapp.paths import taalmap
from klachtenapp.services.context import Context

NEDERLANDS = "nl"
_NAAM = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})?")
_HOOGSTENS = 40


@dataclass(frozen=True, slots=True)
class Taal:
    """A language: the name of its file, its own name, and why it cannot be used (or empty)."""

    code: str
    naam: str
    bezwaar: str = ""


def talen(ctx: Context | None) -> tuple[Taal, ...]:
    """Return the languages in order: ours first; files that are not right have a ``bezwaar``."""
    gevonden = {code: Taal(code, str(stappenplantekst(code)["taalnaam"])) for code in TALEN}
    for code, pad in _bestanden(ctx).items():
        try:
            gevonden[code] = Taal(code, str(_lees(pad)["taalnaam"]))
        except RegelFout as fout:
            sleutel = code if code not in gevonden else f"{code} (eigen)"
            gevonden[sleutel] = Taal(sleutel, pad.name, fout.boodschap)
    return tuple(gevonden.values())


def teksten(ctx: Context | None, taal: str) -> Mapping[str, Any]:
    """Return the texts of a language.

    When the own file of a language that we supply is not right, ours is used.

    :raises RegelFout: we do not have it, or its file is not right.
    """
    pad = _bestanden(ctx).get(taal)
    if pad is not None:
        try:
            return _lees(pad)
        except RegelFout:
            if taal not in TALEN:
                raise
    elif taal not in TALEN:
        keuzes = " of ".join(keuze.code for keuze in talen(ctx) if not keuze.bezwaar)
        raise RegelFout(
            f"Het stappenplan is er niet in de taal '{taal}'. Kies {keuzes}.", veld="taal"
        )
    return stappenplantekst(taal)


def taal_van(ctx: Context | None, woord: str) -> str:
    """Return the language that a person speaks (``Pools``, ``English``, ``pl``), else Dutch.

    ``woord`` is what was written down at intake; the own name or the code of a language fits,
    and the Dutch names of some.
    """
    gezocht = woord.strip().casefold()
    gezocht = _NEDERLANDSE_NAMEN.get(gezocht, gezocht)
    for taal in talen(ctx):
        if not taal.bezwaar and gezocht in (taal.code, taal.naam.casefold()):
            return taal.code
    return NEDERLANDS


_NEDERLANDSE_NAMEN = {
    "engels": "en", "pools": "pl", "turks": "tr", "duits": "de", "frans": "fr", "spaans": "es",
    "oekraïens": "uk", "oekraiens": "uk", "russisch": "ru", "roemeens": "ro", "bulgaars": "bg",
    "portugees": "pt", "italiaans": "it", "grieks": "el", "vietnamees": "vi", "hongaars": "hu",
    "fries": "fy", "somalisch": "so", "papiaments": "pap", "papiamento": "pap",
}  # fmt: skip


def _bestanden(ctx: Context | None) -> dict[str, Path]:
    """Return the own language files by code."""
    if ctx is None:
        return {}
    try:
        paden = sorted(taalmap(ctx.register.pad).glob("*.toml"))[:_HOOGSTENS]
    except OSError:  # a folder that cannot be read is the same as none: ours are used
        return {}
    return {pad.stem: pad for pad in paden if _NAAM.fullmatch(pad.stem)}


def _lees(pad: Path) -> Mapping[str, Any]:
    try:
        with pad.open("rb") as bestand:
            inhoud = bestand.read(MAX_BYTES + 1)
    except OSError as fout:
        raise RegelFout(f"{pad.name} kan niet worden gelezen.", veld="taal") from fout
    return lees_taalbestand(inhoud, pad.name, stappenplantekst(NEDERLANDS))
