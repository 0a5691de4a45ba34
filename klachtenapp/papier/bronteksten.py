"""Reads the texts of letters and stappenplan from the resources, once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.errors import RegelFout
from klachtenapp.paths import bronnen

TALEN = ("nl", "en")
"""Languages of the stappenplan that we supply, by the name of their file."""


@cache
def brieftekst(soort: BriefSoort) -> str:
    """Return the supplied text of a letter."""
    return bronnen().joinpath("brieven", f"{soort}.txt").read_text(encoding="utf-8")


@cache
def normzinnen() -> Mapping[str, str]:
    """Return what we owe a klager in plain words, by norm and by aspect, in small letters."""
    gelezen = _toml("brieven", "normen")
    per_naam = {**gelezen["norm"], **gelezen["aspect"], "algemeen": gelezen["algemeen"]}
    return MappingProxyType({naam.lower(): zin for naam, zin in per_naam.items()})


@cache
def stappenplantekst(taal: str) -> Mapping[str, Any]:
    """Return the supplied texts in ``taal``; ``RegelFout`` when we do not have that."""
    if taal not in TALEN:
        keuzes = " of ".join(TALEN)
        raise RegelFout(
            f"Het stappenplan is er niet in de taal '{taal}'. Kies {keuzes}.", veld="taal"
        )
    return MappingProxyType(_toml("stappenplan", taal))


def _toml(map_: str, naam: str) -> dict[str, Any]:
    return tomllib.loads(bronnen().joinpath(map_, f"{naam}.toml").read_text(encoding="utf-8"))
