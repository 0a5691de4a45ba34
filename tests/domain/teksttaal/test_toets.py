"""What is wrong with a text is named, with its paragraph; what the law wants cannot be left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven import BRIEVEN, veldenlijst, verplicht
from klachtenapp.domain.teksttaal.alineas import ontleed
from klachtenapp.domain.teksttaal.dekking import altijd
from klachtenapp.domain.teksttaal.oordeel import Tekstbezwaar
from klachtenapp.domain.teksttaal.toets import Kennis, te_groot, toets
from klachtenapp.papier.bronteksten import brieftekst

KENNIS = Kennis(
    frozenset({"a", "b", "ja_nee", "deel_naam", "deel_aantal"}),
    frozenset({"ja_nee"}),
    frozenset({"deel"}),
)


def _bezwaren(tekst: str) -> list[Tekstbezwaar]:
    return toets(ontleed("onderwerp: x\n\n" + tekst), KENNIS).bezwaren


@pytest.mark.parametrize("soort", BRIEVEN, ids=str)
def test_a_supplied_text_is_good(soort: BriefSoort) -> None:
    vorm = ontleed(brieftekst(soort))
    getoetst = toets(vorm, veldenlijst.kennis(soort))
    assert getoetst.bezwaren == []
    assert list(verplicht.bezwaren(soort, getoetst, veldenlijst.label)) == []


@pytest.mark.parametrize("soort", verplicht.VERPLICHT, ids=str)
def test_every_duty_is_a_field_of_its_letter(soort: BriefSoort) -> None:
    namen = {veld.naam for veld in veldenlijst.velden(soort)}
    for plicht in verplicht.VERPLICHT[soort]:
        assert plicht.veld in namen
        assert plicht.artikel.startswith("art. ")


@pytest.mark.parametrize("soort", verplicht.VERPLICHT, ids=str)
def test_every_duty_is_missed_when_it_is_taken_out(soort: BriefSoort) -> None:
    for plicht in verplicht.VERPLICHT[soort]:
        zonder = brieftekst(soort)
        for merk in (
            f"{{{{{plicht.veld}}}}}",
            f"#als {plicht.veld}}}",
            f"#als niet {plicht.veld}}}",
        ):
            zonder = zonder.replace(merk, "x" if merk.startswith("{") else "#als kenmerk}")
        getoetst = toets(ontleed(zonder), veldenlijst.kennis(soort))
        gemist = list(verplicht.bezwaren(soort, getoetst, veldenlijst.label))
        assert [b.artikel for b in gemist] == [plicht.artikel]
        assert veldenlijst.label(soort, plicht.veld) in gemist[0].zin


def test_a_duty_under_a_condition_is_not_met() -> None:
    tekst = brieftekst(BriefSoort.AFDOENINGSBRIEF).replace(
        "**{{ombudsman_tot}}**", "{{#als gebeld_op}}{{ombudsman_tot}}{{/als}}"
    )
    getoetst = toets(ontleed(tekst), veldenlijst.kennis(BriefSoort.AFDOENINGSBRIEF))
    (bezwaar,) = verplicht.bezwaren(BriefSoort.AFDOENINGSBRIEF, getoetst, veldenlijst.label)
    assert "zonder de laatste dag voor de ombudsman" in bezwaar.zin
    assert bezwaar.alinea > 0


@pytest.mark.parametrize(
    ("tekst", "alinea", "woord"),
    [
        ("goed\n\n{{onbekend}}", 2, "bestaat niet"),
        ("goed\n\ngoed\n\n{{a.b}}", 3, "geen veld"),
        ("{{a", 1, "losse"),
        ("{{#als a}}x", 1, "geen einde"),
        ("x{{/als}}", 1, "niet begonnen"),
        ("{{#als a}}x{{/elk}}", 1, "niet begonnen"),
        ("{{#elk iets}}x{{/elk}}", 1, "bestaat niet"),
        ("{{#elk deel}}{{#elk deel}}x{{/elk}}{{/elk}}", 1, "in een herhaling"),
        ("{{deel_naam}}", 1, "alleen staan in een herhaling"),
        ("{{ja_nee}}", 1, "ja of nee"),
        ("{{#als a}}" * 9 + "x" + "{{/als}}" * 9, 1, "te veel voorwaarden"),
        ("\n\n".join("x" * 401), -1, "te veel alinea"),
        ("{{#als a}}{{/als}}"[:0] + " ", -1, "geen tekst"),
    ],
)
def test_what_is_wrong_is_named(tekst: str, alinea: int, woord: str) -> None:
    gevonden = _bezwaren(tekst)
    assert gevonden
    assert gevonden[0].alinea == alinea
    assert woord in gevonden[0].zin


def test_a_condition_in_the_onderwerp_ends_there() -> None:
    (bezwaar,) = toets(ontleed("onderwerp: x {{#als a}}y\n\nz"), KENNIS).bezwaren
    assert bezwaar.alinea == 0


def test_a_text_that_is_too_long_is_not_looked_at() -> None:
    assert te_groot("x" * 20_000) is None
    assert te_groot("x" * 20_001) is not None
    assert te_groot("{{" * 2_000) is not None


def test_when_a_field_is_always_there() -> None:
    a, b = ("a", True), ("b", True)
    niet_a = ("a", False)
    assert altijd([frozenset()])
    assert not altijd([])
    assert not altijd([frozenset({a})])
    assert altijd([frozenset({a}), frozenset({niet_a})])
    assert not altijd([frozenset({a, b}), frozenset({niet_a})])
    assert altijd([frozenset({a, b}), frozenset({a, ("b", False)}), frozenset({niet_a})])
    assert not altijd([frozenset({a, niet_a})])
    assert not altijd([frozenset({(str(n), True)}) for n in range(40)])


_VOORWAARDEN = st.frozensets(st.tuples(st.sampled_from("abc"), st.booleans()), max_size=3)


@given(st.lists(_VOORWAARDEN, max_size=6))
def test_always_is_what_trying_everything_says(plekken: list[frozenset[tuple[str, bool]]]) -> None:
    alles = [{"a": bool(n & 1), "b": bool(n & 2), "c": bool(n & 4)} for n in range(8)]
    geprobeerd = all(
        any(all(stand[feit] == waar for feit, waar in plek) for plek in plekken) for stand in alles
    )
    assert altijd(plekken) == geprobeerd
