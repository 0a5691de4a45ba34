"""What somebody typed and did not save, as words that a concept can keep."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from cattrs.preconf.json import JsonConverter

_log = logging.getLogger(__name__)
_SCHEIDING = "|"
_T = TypeVar("_T")


class Plek(StrEnum):
    """Where something is typed: in a dossier, or on a page of its own."""

    NOTITIE = "notitie"
    TAB = "tab"
    HANDELING = "handeling"
    BRIEF = "brief"
    OPMERKING = "opmerking"
    BALIE = "balie"
    BEHEER = "beheer"


IN_DOSSIER: Final = frozenset({Plek.NOTITIE, Plek.TAB, Plek.HANDELING, Plek.BRIEF})


@dataclass(frozen=True, slots=True)
class Stuk:
    """One piece of work: in the tab, handeling or letter ``naam`` of the dossier ``kenmerk``.

    Outside a dossier there is no ``kenmerk``; ``naam`` is then the section of Beheer.
    """

    kenmerk: str
    plek: Plek
    naam: str = ""


def als_velden(stukken: Mapping[Stuk, object]) -> dict[str, str]:
    """Return pieces of work as the fields of a concept."""
    return {
        _SCHEIDING.join((stuk.plek, stuk.naam, stuk.kenmerk)): json.dumps(
            _omzetter().unstructure(inhoud), ensure_ascii=False
        )
        for stuk, inhoud in stukken.items()
    }


def uit_velden(velden: Mapping[str, str]) -> dict[Stuk, str]:
    """Return the pieces of work of a concept; ``lees`` gives what is in each.

    What a newer program kept in a place that this one does not know is left out.
    """
    stukken = {}
    for veld, tekst in velden.items():
        plek, naam, kenmerk = veld.split(_SCHEIDING, 2)
        if plek in set(Plek):
            stukken[Stuk(kenmerk, Plek(plek), naam)] = tekst
    return stukken


def lees(tekst: str, vorm: type[_T]) -> _T | None:
    """Return a piece of work; ``None`` when an older or newer program wrote it otherwise."""
    try:
        gelezen: _T = _omzetter().structure(json.loads(tekst), vorm)
    except (ValueError, KeyError, TypeError, AttributeError, ExceptionGroup) as fout:
        _log.warning("Getypt werk is niet te lezen: %s", type(fout).__name__)
        return None
    return gelezen


@cache
def _omzetter() -> JsonConverter:
    from cattrs.preconf.json import make_converter  # noqa: PLC0415 - not before something is typed

    return make_converter()
