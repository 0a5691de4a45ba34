"""The elfproef and finding numbers in free text."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.domain.bsn import is_bsn, maskeer, vind_bsn

GEGEVENS = Path(__file__).parent / "gegevens"
BSN = "123456782"


def _vectoren() -> list[tuple[str, str]]:
    with (GEGEVENS / "elfproef.csv").open(encoding="utf-8", newline="") as bestand:
        return [(rij["invoer"], rij["geldig"]) for rij in csv.DictReader(bestand, delimiter=";")]


@pytest.mark.parametrize(("invoer", "geldig"), _vectoren())
def test_vector(invoer: str, geldig: str) -> None:
    assert is_bsn(invoer) is (geldig == "ja")


@pytest.mark.parametrize(
    ("tekst", "gevonden"),
    [
        ("Mijn BSN is 123456782.", ["123456782"]),
        ("bsn:123456782, geboren", ["123456782"]),
        ("BSN123456782", ["123456782"]),
        ("(123.456.782)", ["123.456.782"]),
        ("nummer 123 456 782 graag", ["123 456 782"]),
        ("oud: 1234.56.782", ["1234.56.782"]),
        ("acht: 12345672", ["12345672"]),
        ("123456782 en 111222333", ["123456782", "111222333"]),
        ("in 2026 123456782 gekregen", ["123456782"]),
    ],
)
def test_found(tekst: str, gevonden: list[str]) -> None:
    assert [tekst[v.start : v.eind] for v in vind_bsn(tekst)] == gevonden


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "123456789",  # fails the elfproef
        "1234567820",  # longer
        "0123456782",
        "12345678201234",
        "123456782A",
        "NL123456782B01",  # btw-nummer
        "NL91ABNA0417164300",
        "NL91 ABNA 0417 1643 00",
        "06 12345672",  # phone
        "06-12345672",
        "0612345672",
        "+31 123456782",
        "0031 123456782",
        "+31 (0)6 12345672",
        "020 1234567",
        "€ 123456782",
        "€123456782,50",
        "123456782,50",
        "20-11-123456782-1",
        "1.123.456.782",
        "123.456 782",  # two kinds of separator: no number
        "000000000",
    ],
)
def test_not_found(tekst: str) -> None:
    assert vind_bsn(tekst) == ()


def test_masking_leaves_the_rest_alone() -> None:
    assert maskeer("Bel 06 12345672 over 123.456.782 a.u.b.") == (
        "Bel 06 12345672 over xxx.xxx.xxx a.u.b."
    )


@given(st.text(alphabet="0123456789 .,-abB+\n€", max_size=60))
def test_what_is_found_is_a_bsn_and_masking_removes_it(tekst: str) -> None:
    vondsten = vind_bsn(tekst)
    assert all(is_bsn(tekst[v.start : v.eind]) for v in vondsten)
    assert len(maskeer(tekst)) == len(tekst)
    assert vind_bsn(maskeer(tekst)) == ()


@given(st.integers(10_000_000, 999_999_999))
def test_one_wrong_digit_is_noticed(getal: int) -> None:
    cijfers = f"{getal:09}"
    if is_bsn(cijfers):
        ander = cijfers[:-1] + str((int(cijfers[-1]) + 1) % 10)
        assert not is_bsn(ander)
