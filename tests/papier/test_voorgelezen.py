"""What veraPDF cannot see: words kept apart in what is read aloud, in the language of the page."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pdfplumber
import pikepdf
import pytest

from tests.papier.conftest import Teken
from tests.papier.soorten import SOORTEN

# One of each drawing; what only differs in colour or side is left to veraPDF.
GELEZEN = (
    "ontvangstbevestiging",
    "afdoeningsbrief",
    "brief-meer-paginas",
    "brief-met-stappenplan",
    "venstertest",
    "stappenplan-kort-nl-groot",
    "stappenplan-compleet-en-persoonlijk",
)


def _gemerkt(pdf: bytes) -> Iterator[list[Teken]]:
    """Yield the characters of each marked piece of content, as drawn."""
    with pdfplumber.open(io.BytesIO(pdf)) as boek:
        for blad in boek.pages:
            stukken: dict[int, list[Teken]] = {}
            for teken in blad.chars:
                if teken["mcid"] is not None:
                    stukken.setdefault(teken["mcid"], []).append(teken)
            yield from stukken.values()


def _los(vorig: Teken, teken: Teken) -> bool:
    """Whether two characters stand apart on the paper: another line, or a gap between them."""
    andere_regel = abs(vorig["bottom"] - teken["bottom"]) > 0.5 * teken["size"]
    return andere_regel or teken["x0"] - vorig["x1"] > 0.15 * teken["size"]


@pytest.mark.parametrize("soort", GELEZEN)
def test_words_that_stand_apart_are_read_apart(soort: str) -> None:
    for stuk in _gemerkt(SOORTEN[soort]()):
        for vorig, teken in pairwise(stuk):
            if _los(vorig, teken):
                gelezen = "".join(str(c["text"]) for c in stuk)
                assert " " in vorig["text"] + teken["text"], f"glued in: {gelezen}"


def _wandel(knoop: Any) -> Iterator[Any]:
    yield knoop
    for kind in knoop.get("/K", []):
        if "/S" in kind:
            yield from _wandel(kind)


def _woorden_van_beelden(pdf: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(pdf)) as boek:
        knopen = _wandel(boek.Root.StructTreeRoot.K[0])
        return [str(knoop.Alt) for knoop in knopen if str(knoop.S) == "/Figure"]


@pytest.mark.parametrize("variant", ["kort", "compleet"])
def test_pictures_are_described_in_the_language_of_the_sheet(variant: str) -> None:
    nederlands = _woorden_van_beelden(SOORTEN[f"stappenplan-{variant}-nl-persoonlijk"]())
    engels = _woorden_van_beelden(SOORTEN[f"stappenplan-{variant}-en-persoonlijk"]())
    assert len(engels) == len(nederlands) > 7
    assert all(engels)
    assert not set(engels) & set(nederlands)
