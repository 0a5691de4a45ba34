"""A language file from somebody else: complete and safe, or refused with a sentence."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klachtenapp.errors import RegelFout
from klachtenapp.papier.bronteksten import TALEN, stappenplantekst
from klachtenapp.papier.taalbestand import MAX_BYTES, lees_taalbestand, zinnen
from klachtenapp.paths import bronnen

NL = stappenplantekst("nl")
BRON = bronnen().joinpath("stappenplan", "en.toml").read_bytes()


@pytest.mark.parametrize("taal", TALEN)
def test_what_we_supply_is_complete(taal: str) -> None:
    bron = bronnen().joinpath("stappenplan", f"{taal}.toml").read_bytes()
    assert lees_taalbestand(bron, f"{taal}.toml", NL) == dict(stappenplantekst(taal))


@pytest.mark.parametrize("plek", [p for p, _ in zinnen(NL) if "." in p and p[-1].isalpha()][::7])
def test_a_text_that_is_missing_is_named(plek: str) -> None:
    *weg, naam = plek.split(".")
    regels = BRON.decode().splitlines()
    kop = f"[{'.'.join(weg)}]"
    if kop not in regels:  # an inline table: aanspreek = {…}
        return
    begin = regels.index(kop)
    weg_ermee = next(n for n in range(begin, len(regels)) if regels[n].startswith(f"{naam} ="))
    regels[weg_ermee] = ""
    with pytest.raises(RegelFout, match=plek):
        lees_taalbestand("\n".join(regels).encode(), "xx.toml", NL)


@pytest.mark.parametrize(
    ("oud", "nieuw", "zin"),
    [
        (b'richting = "ltr"', b'richting = "rtl"', "van rechts naar links"),
        (b'richting = "ltr"', b'richting = "omlaag"', '"ltr" of "rtl"'),
        (b'"en-GB"', b'"<script>"', "taalcode"),
        (b'vandaag = "today"', b"vandaag = 5", "tijd.vandaag"),
        (b'vandaag = "today"', b'vandaag = ["a"]', "tijd.vandaag"),
        (b'vandaag = "today"', b'vandaag = ""', "tijd.vandaag"),
        (b'vandaag = "today"', b'vandaag = "' + b"a" * 300 + b'"', "tijd.vandaag"),
        (b'week = ["week", "weeks"]', b'week = ["week"]', "tijd.week"),
        (b'"January", ', b"", "maanden"),
        (b"[tijd]", b"[tijt]", "en nog"),
        (b"{{gemeente}}", b"{{kenmerk}}", r"\{\{kenmerk\}\}"),
        (b"{{gemeente}}", b"{{gemeente.naam}}", "hoort daar niet"),
        (b"{{/als}}", b"", "/als"),
        (b'"today"', '"اليوم"'.encode(), r"U\+0627"),
        (b'"today"', '"今日"'.encode(), r"U\+4ECA"),
    ],
)
def test_what_is_wrong_is_named(oud: bytes, nieuw: bytes, zin: str) -> None:
    assert oud in BRON
    with pytest.raises(RegelFout, match=zin):
        lees_taalbestand(BRON.replace(oud, nieuw), "xx.toml", NL)


@pytest.mark.parametrize(
    "inhoud",
    [
        b"",
        b"\xff\xfe\x00",
        b"\x00" * 100,
        b"geen toml",
        b"a = " + b"[" * 60_000,
        b"[a" + b".a" * 30_000 + b"]",
        b"x" * (MAX_BYTES + 1),
        b'titel = "a"\ntitel = "b"',
        b"stap = 3\ntijd = [1, 2]\nmaanden = true",
        b'<?xml version="1.0"?><a/>',
    ],
)
def test_a_hostile_file_is_a_sentence(inhoud: bytes) -> None:
    with pytest.raises(RegelFout, match=r"xx\.toml") as gevangen:
        lees_taalbestand(inhoud, "xx.toml", NL)
    assert len(str(gevangen.value)) < 400


@settings(max_examples=60)
@given(st.dictionaries(st.sampled_from(sorted(NL)), st.recursive(
    st.none() | st.integers() | st.text(max_size=9), lambda kind: st.lists(kind, max_size=3)
    | st.dictionaries(st.sampled_from(["titel", "bellen", "op"]), kind, max_size=3),
    max_leaves=6,
)))  # fmt: skip
def test_any_shape_is_refused_and_never_a_crash(gegevens: dict[str, Any]) -> None:
    """The reader of the file is ours; here only what it may find after ``tomllib``."""
    tekst = "\n".join(f"{naam} = {_als_toml(waarde)}" for naam, waarde in gegevens.items())
    with pytest.raises(RegelFout):
        lees_taalbestand(tekst.encode("utf-8", "replace"), "xx.toml", NL)


def _als_toml(waarde: Any) -> str:
    if isinstance(waarde, dict):
        return "{" + ", ".join(f"{n} = {_als_toml(w)}" for n, w in waarde.items()) + "}"
    if isinstance(waarde, list):
        return "[" + ", ".join(_als_toml(w) for w in waarde) + "]"
    if isinstance(waarde, int):
        return str(waarde) if abs(waarde) < 2**62 else "0"
    return '"' + "".join(c for c in waarde or "" if c.isalnum()) + '"'


def test_what_a_file_has_too_much_is_not_taken_over() -> None:
    met = BRON + b'\n[stap.bellen.titel_klaar_x]\na = 1\n[extra]\nb = "c"\n'
    assert "extra" in tomllib.loads(met.decode())
    assert lees_taalbestand(met, "xx.toml", NL) == dict(stappenplantekst("en"))
