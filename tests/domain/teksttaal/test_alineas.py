"""A text in paragraphs and back: the supplied ones to the letter, any other to the same print."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.domain.teksttaal.alineas import (
    TEKENS,
    Alinea,
    Deel,
    Tekstvorm,
    Vorm,
    ontleed,
    schrijf,
)
from klachtenapp.domain.teksttaal.merken import Merk, Merksoort, lees_merk, splits
from klachtenapp.errors import RegelFout
from klachtenapp.papier.blokken import Bloksoort
from klachtenapp.papier.tekst import Ingevuld, vul
from klachtenapp.paths import bronnen

GELEVERD = sorted(Path(str(bronnen())).joinpath("brieven").glob("*.txt"))
KOP = "onderwerp: Proef\n\n"
ALS, NIET = Merk(Merksoort.ALS, "a"), Merk(Merksoort.ALS_NIET, "b")
EINDE = Merk(Merksoort.EINDE_ALS)


@pytest.mark.parametrize("pad", GELEVERD, ids=lambda pad: pad.stem)
def test_a_supplied_text_comes_back_to_the_letter(pad: Path) -> None:
    tekst = pad.read_text(encoding="utf-8")
    assert schrijf(ontleed(tekst)) == tekst


def test_the_signs_are_those_of_the_paper() -> None:
    assert {vorm.value for vorm in Vorm} == {soort.value for soort in Bloksoort}
    for vorm, teken in {**TEKENS, Vorm.STAP: "3. "}.items():
        (blok,) = vul(f"{KOP}{teken}tekst", {}).blokken
        assert blok.soort.value == vorm.value
        (alinea,) = ontleed(f"{KOP}{teken}tekst").alineas
        assert (alinea.vorm, alinea.delen) == (vorm, (Deel("tekst"),))


@pytest.mark.parametrize(
    "tekst", ["", "tekst", "onderwerp: \n\nx", "onderwerp: x\nmeteen", "Onderwerp: x\n\ny"]
)
def test_without_onderwerp_it_is_no_text(tekst: str) -> None:
    with pytest.raises(RegelFout, match="onderwerp"):
        ontleed(tekst)


def test_branches_with_a_sign_of_their_own_are_paragraphs() -> None:
    vorm = ontleed(KOP + "{{#als a}}1. een{{/als}}{{#als niet a}}1. twee{{/als}}\n2. drie")
    assert [(a.vorm, a.nummer, a.tussen) for a in vorm.alineas] == [
        (Vorm.STAP, 1, ""),
        (Vorm.STAP, 1, ""),
        (Vorm.STAP, 2, "\n"),
    ]


def test_a_sign_goes_inside_a_condition_around_the_paragraph() -> None:
    delen = (Deel(merk=ALS), Deel("punt"), Deel(merk=EINDE))
    vorm = Tekstvorm((Deel("x"),), (Alinea(delen, Vorm.PUNT),), "")
    assert schrijf(vorm) == "onderwerp: x\n\n{{#als a}}- punt{{/als}}"


def test_a_sign_stays_outside_a_condition_about_a_part() -> None:
    delen = (Deel(merk=ALS), Deel("een"), Deel(merk=EINDE), Deel(" twee"))
    vorm = Tekstvorm((Deel("x"),), (Alinea(delen, Vorm.KOP),), "")
    assert schrijf(vorm) == "onderwerp: x\n\n# {{#als a}}een{{/als}} twee"


def test_a_branch_without_its_condition_becomes_a_line() -> None:
    een = Alinea((Deel("een"),), Vorm.STAP, "1. ", "")
    vorm = Tekstvorm((Deel("x"),), (een, Alinea((Deel("twee"),), Vorm.STAP, "1. ", "")), "")
    assert schrijf(vorm) == "onderwerp: x\n\n1. een\n1. twee"


def test_bold_runs() -> None:
    (alinea,) = ontleed(KOP + "een **twee {{a}}** drie").alineas
    assert [(d.tekst or "veld", d.vet) for d in alinea.delen] == [
        ("een ", False),
        ("twee ", True),
        ("veld", True),
        (" drie", False),
    ]


@pytest.mark.parametrize("inhoud", ["7*7", "a.b", "#als", "#als a en b", "", "A", "/elkeen"])
def test_what_is_no_mark_stays_text(inhoud: str) -> None:
    assert lees_merk(inhoud) is None
    tekst = f"{KOP}voor {{{{{inhoud}}}}} na"
    assert schrijf(ontleed(tekst)) == tekst


def test_a_mark_is_written_as_it_was_read() -> None:
    for tekst in (
        "{{a}}",
        "{{#als a}}",
        "{{#als niet a}}",
        "{{#elk deel}}",
        "{{/als}}",
        "{{/elk}}",
    ):
        merk = lees_merk(tekst[2:-2])
        assert merk is not None
        assert merk.tekst == tekst


@given(st.text())
def test_splitting_loses_nothing(tekst: str) -> None:
    delen = splits(tekst)
    heel = "".join(d if plek % 2 == 0 else f"{{{{{d}}}}}" for plek, d in enumerate(delen))
    assert heel == tekst


_STUK = st.sampled_from(
    [
        "een",
        " ",
        "**vet**",
        "**{{x}} ja**",
        "{{x}}",
        "\n",
        "\n\n",
        "- ",
        "# ",
        "1. ",
        "> ",
        "2",
        ". ",
        "ja nee",
    ]
)
_ALS = st.sampled_from(["{{#als a}}", "{{#als niet a}}", "{{#als b}}"])
_TEKST = st.recursive(
    st.lists(_STUK, max_size=6).map("".join),
    lambda binnen: st.one_of(
        st.tuples(_ALS, binnen).map(lambda t: f"{t[0]}{t[1]}{{{{/als}}}}"),
        st.lists(binnen, max_size=4).map("".join),
    ),
    max_leaves=12,
)


def _woorden(ingevuld: Ingevuld) -> list[tuple[str, int, str]]:
    """What is printed, without how its white is cut into runs."""
    return [
        (b.soort.value, b.nummer, "".join(b.tekst.split()))
        for b in ingevuld.blokken
        if b.tekst.strip()
    ]


@given(_TEKST, st.booleans(), st.booleans())
def test_any_text_prints_the_same_after_a_round(tekst: str, a: bool, b: bool) -> None:
    feiten = {"a": "ja" if a else "", "b": "ja" if b else "", "x": "iets"}
    rond = schrijf(ontleed(KOP + tekst))
    assert _woorden(vul(rond, feiten)) == _woorden(vul(KOP + tekst, feiten))
    assert schrijf(ontleed(rond)) == rond
