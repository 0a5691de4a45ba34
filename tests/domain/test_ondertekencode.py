"""The QR code of the ondertekenmap comes back as it went in; a strange one is none of ours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.ondertekencode import Ondertekencode, lees, versiecode

_KENMERK = st.text("ABKz0123456789-./ ", min_size=1, max_size=24)


_VERSIE = st.one_of(st.just(""), st.builds(lambda n: versiecode(n, ["tekst"]), st.integers(1)))


@given(_KENMERK, st.sampled_from(BriefSoort), st.integers(1, 500), _VERSIE)
def test_what_goes_in_comes_out(kenmerk: str, brief: BriefSoort, pagina: int, versie: str) -> None:
    code = Ondertekencode(kenmerk, brief, pagina, versie)
    assert lees(code.tekst()) == code


@given(st.text())
def test_no_text_breaks_the_reading(tekst: str) -> None:
    assert lees(tekst) is None or tekst.startswith(("OM/", "OM2/"))
    lees(f"OM/{tekst}")
    lees(f"OM2/{tekst}")


@pytest.mark.parametrize(
    "tekst",
    [
        "", "OM/", "https://www.voorbeeld.nl", "OM/K2026-0001/AFDOENINGSBRIEF/0",
        "OM//STAPPENPLAN/1",
        "OM/K2026-0001/AFDOENINGSBRIEF", "OM/K2026-0001/ONZIN/1", "OM/K2026-0001/AFDOENINGSBRIEF/²",
        f"OM/{'K' * 200}/AFDOENINGSBRIEF/1", "OM2/K2026-0001/AFDOENINGSBRIEF/1",
        "OM2/K2026-0001/AFDOENINGSBRIEF/1/", "OM2/K2026-0001/AFDOENINGSBRIEF/1/0123456G",
        "OM2/K2026-0001/AFDOENINGSBRIEF/1/0123ABCDE", "OM2/01234567",
        "OM20/K/STAPPENPLAN/1/01234567",
    ],
)  # fmt: skip
def test_a_strange_code_is_none_of_ours(tekst: str) -> None:
    assert lees(tekst) is None


def test_it_says_nothing_about_a_person() -> None:
    tekst = Ondertekencode("K2026-0094", BriefSoort.AFDOENINGSBRIEF, 2, "09AF33B1").tekst()
    assert tekst == "OM2/K2026-0094/AFDOENINGSBRIEF/2/09AF33B1"


def test_a_code_of_before_is_read_without_a_version() -> None:
    code = lees("OM/2026/0094/AFDOENINGSBRIEF/2")
    assert code == Ondertekencode("2026/0094", BriefSoort.AFDOENINGSBRIEF, 2, "")


def test_every_offer_and_every_text_has_its_own_version() -> None:
    teksten = [(1, ["a", "b"]), (1, ["ab"]), (1, ["a", "c"]), (2, ["a", "b"]), (1, [])]
    assert len({versiecode(aanbod, woorden) for aanbod, woorden in teksten}) == len(teksten)
    assert versiecode(7, ["ó"]) == versiecode(7, ["ó"])
