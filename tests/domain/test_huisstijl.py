"""Colours that can be read, and the foot of a letter."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.domain import huisstijl
from klachtenapp.domain.gemeente import Briefhoofd, Gemeente
from klachtenapp.domain.gemeentevelden import met_velden, velden
from klachtenapp.errors import RegelFout

_GEMEENTE = Gemeente(
    "Voorbeeldstad", bezoekadres="Marktplein 1", postcode="1234 AB", telefoon="14 0123"
)


@pytest.mark.parametrize(
    ("kleur", "verhouding"),
    # Well-known ratios with white.
    [("#000000", 21.0), ("#FFFFFF", 1.0), ("#767676", 4.54), ("#777777", 4.48), ("#0000FF", 8.59)],
)
def test_contrast_is_that_of_wcag(kleur: str, verhouding: float) -> None:
    oordeel = huisstijl.beoordeel_kleur(kleur)
    assert oordeel.verhouding == pytest.approx(verhouding, abs=0.01)
    assert oordeel.goed is (verhouding >= 4.5)


def test_the_words_say_the_ratio_and_the_nearest_colour() -> None:
    oordeel = huisstijl.beoordeel_kleur("#777777")
    assert "4,4 op 1" in oordeel.zin  # never rounded up to 4,5
    assert oordeel.voorstel == "#767676"
    assert oordeel.voorstel in oordeel.zin
    assert huisstijl.beoordeel_kleur("0b5cad").zin.startswith("Goed te lezen.")


@given(st.integers(0, 0xFFFFFF))
def test_the_nearest_colour_passes_and_only_just(waarde: int) -> None:
    oordeel = huisstijl.beoordeel_kleur(f"#{waarde:06X}")
    voorstel = huisstijl.beoordeel_kleur(oordeel.voorstel)
    assert voorstel.goed
    assert voorstel.voorstel == oordeel.voorstel
    if oordeel.goed:
        assert oordeel.voorstel == oordeel.kleur
    else:
        assert voorstel.verhouding < 5.2


@pytest.mark.parametrize("tekst", ["", "blauw", "#12345", "#GGGGGG", "#1234567"])
def test_what_is_no_colour_is_refused(tekst: str) -> None:
    with pytest.raises(RegelFout) as fout:
        huisstijl.beoordeel_kleur(tekst)
    assert fout.value.veld == "kleur"


def test_without_own_lines_the_foot_is_the_supplied_one() -> None:
    assert huisstijl.voetregels(_GEMEENTE) == (
        "Bezoek Marktplein 1   |   Post 1234 AB   |   Telefoon 14 0123",
    )
    eigen = replace(_GEMEENTE, voetregels="een\n\ntwee")
    assert huisstijl.voetregels(eigen) == ("een", "twee")
    assert huisstijl.voetregels(Gemeente("X")) == ()


def test_the_foot_is_at_most_three_lines_that_fit() -> None:
    assert huisstijl.schone_voet("  a  b \n\n c\nd ") == "a b\nc\nd"
    with pytest.raises(RegelFout, match="3 regels"):
        huisstijl.schone_voet("a\nb\nc\nd")
    with pytest.raises(RegelFout, match="Regel 2 is te lang"):
        huisstijl.schone_voet("a\n" + "b" * 111)


def test_the_fields_of_the_house_style_go_both_ways() -> None:
    ingevuld = {"briefhoofd": "rechts", "voetregels": "a\nb", "logo_alt": " Ons  schild "}
    nieuw = met_velden(_GEMEENTE, ingevuld)
    assert (nieuw.briefhoofd, nieuw.voetregels) == (Briefhoofd.RECHTS, "a\nb")
    assert nieuw.logo_alt == "Ons schild"
    assert met_velden(_GEMEENTE, velden(nieuw)) == nieuw
    with pytest.raises(RegelFout) as fout:
        met_velden(_GEMEENTE, {"logo_alt": "x" * 151})
    assert fout.value.veld == "logo_alt"


def test_a_logo_always_has_words() -> None:
    assert huisstijl.logo_woorden(_GEMEENTE) == "Logo van gemeente Voorbeeldstad"
    assert huisstijl.logo_woorden(replace(_GEMEENTE, logo_alt="Ons schild")) == "Ons schild"
