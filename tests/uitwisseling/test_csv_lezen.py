"""Encoding and delimiter are found out by looking."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.errors import RegelFout
from klachtenapp.uitwisseling import grenzen
from klachtenapp.uitwisseling.csv_lezen import lees_csv, ontcijfer

RIJEN = [
    ["nummer", "ontvangstdatum", "klager", "omschrijving"],
    ["1", "3-4-2021", "Ö. Öztürk", "Hallo; wereld,\nen een tweede regel"],
    ["2", "4-4-2021", "A. de Vries", 'Zij zei: "nee"'],
    ["3", "5-4-2021", "B. Bos", "kort | goed"],
]


def _csv(teken: str, codering: str = "utf-8", einde: str = "\r\n") -> bytes:
    uit = io.StringIO()
    csv.writer(uit, delimiter=teken, lineterminator=einde).writerows(RIJEN)
    return uit.getvalue().encode(codering)


@pytest.mark.parametrize("teken", [";", ",", "\t", "|"])
@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("einde", ["\r\n", "\n"])
def test_elke_scheiding_en_elke_codering(teken: str, codering: str, einde: str) -> None:
    blad, _ = lees_csv(_csv(teken, codering, einde), "oud.csv")
    assert blad.rijen == RIJEN


def test_cp1252_wordt_gemeld() -> None:
    assert "Windows-tekst" in lees_csv(_csv(";", "cp1252"), "oud.csv")[1][0]
    assert lees_csv(_csv(";"), "oud.csv")[1] == []


def test_onleesbare_tekens_worden_gemeld() -> None:
    tekst, opmerkingen = ontcijfer(b"a\x81b\xe9")
    assert tekst == "a\ufffdbé"
    assert "Niet elk teken" in opmerkingen[0]


def test_excels_eigen_sep_regel() -> None:
    blad, _ = lees_csv(b"sep=|\r\na|b;c|d;e\r\n", "oud.csv")
    assert blad.rijen == [["a", "b;c", "d;e"]]


def test_ongelijke_rijen_worden_aangevuld() -> None:
    blad, _ = lees_csv(b"a;b;c\r\n1;2\r\n3;4;5\r\n", "oud.csv")
    assert blad.rijen == [["a", "b", "c"], ["1", "2", ""], ["3", "4", "5"]]


def test_apostrof_van_onze_eigen_export_gaat_er_weer_af() -> None:
    blad, _ = lees_csv(b"'=1+1;'t Zand;'-\r\n", "oud.csv")
    assert blad.rijen == [["=1+1", "'t Zand", "-"]]


def test_open_aanhalingsteken_wordt_gemeld(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grenzen, "MAX_CELTEKST", 100)
    with pytest.raises(RegelFout, match="aanhalingsteken"):
        lees_csv(b'a;b\r\n1;"open' + b"x" * 200, "oud.csv")


def test_te_veel_kolommen() -> None:
    with pytest.raises(RegelFout, match="kolommen"):
        lees_csv(b";" * 1000, "oud.csv")


TEKST = st.text(st.characters(codec="cp1252", exclude_characters="\x00\r"), max_size=15)


@given(st.lists(st.lists(TEKST, min_size=4, max_size=4), min_size=3, max_size=10))
def test_wat_netjes_geschreven_is_komt_heel_terug(rijen: list[list[str]]) -> None:
    uit = io.StringIO()
    csv.writer(uit, delimiter=";", quoting=csv.QUOTE_ALL).writerows(rijen)
    blad, _ = lees_csv(uit.getvalue().encode("utf-8-sig"), "oud.csv")
    verwacht = [
        [c[1:] if c[:1] == "'" and c[1:2] in tuple("=+-@\t") else c for c in r] for r in rijen
    ]
    assert blad.rijen == verwacht
