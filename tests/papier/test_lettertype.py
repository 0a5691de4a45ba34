"""What can be printed, and that everything else is named before it is printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.errors import RegelFout
from klachtenapp.papier import icc, kleur, lettertype


@pytest.mark.parametrize(
    "naam",
    [
        "Łukasz Żółć", "Ayşe Yılmaz", "Nguyễn Thị Huệ", "Søren Ærø", "Çağrı İnan", "Zoë Müller",
        "Ștefan Țurcanu", "Đorđe Ćirić", "Жанна Щербакова", "Олександр Її", "Ελένη Παπαδοπούλου",
        "IJsbrand van 't Hof", "José Núñez", "Ĉapek", "Győző", "Ísold Þór",
    ],
)  # fmt: skip
def test_names_of_our_people_can_be_printed(naam: str) -> None:
    assert lettertype.ontbrekend(naam) == ()


@pytest.mark.parametrize("naam", ["张伟", "محمد", "יוסף", "김민준", "สมชาย", "😀", "देव", "田中"])
def test_other_scripts_are_named(naam: str) -> None:
    tekens = lettertype.ontbrekend(naam)
    assert tekens
    zin = lettertype.zin_ontbrekend(tekens, "'de naam'")
    assert f"U+{ord(tekens[0]):04X}" in zin
    assert "de naam" in zin


def test_drawing_refuses_what_has_no_shape() -> None:
    with pytest.raises(RegelFout, match=r"U\+5F20"):
        lettertype.breedte("张", lettertype.GEWOON, 11)


def test_accents_written_apart_become_one_letter() -> None:
    assert lettertype.drukbaar("e\u0301 \u0133 a\u2011b") == "é ij a-b"


@given(st.text())
def test_printable_text_has_no_control_characters(tekst: str) -> None:
    schoon = lettertype.drukbaar(tekst)
    assert not any(ord(teken) < 32 and teken != "\n" for teken in schoon)
    assert lettertype.drukbaar(schoon) == schoon


def test_the_house_colour_is_always_readable() -> None:
    for hexkleur in ("#FFFFFF", "#FFEE00", "#0B5CAD", "#000000", "onzin", ""):
        leesbaar = kleur.leesbaar_op_wit(kleur.lees(hexkleur))
        assert kleur.contrast(leesbaar, kleur.WIT) >= 4.5


def test_contrast_of_black_on_white() -> None:
    assert kleur.contrast((0, 0, 0), kleur.WIT) == pytest.approx(21)


def test_the_colour_profile_has_its_own_length() -> None:
    profiel = icc.srgb()
    assert int.from_bytes(profiel[:4], "big") == len(profiel)
    assert profiel[36:40] == b"acsp"
