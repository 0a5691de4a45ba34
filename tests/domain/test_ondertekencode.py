"""The QR code of the ondertekenmap comes back as it went in; a strange one is none of ours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.ondertekencode import Ondertekencode, lees

_KENMERK = st.text("ABKz0123456789-./ ", min_size=1, max_size=24)


@given(_KENMERK, st.sampled_from(BriefSoort), st.integers(1, 500))
def test_what_goes_in_comes_out(kenmerk: str, brief: BriefSoort, pagina: int) -> None:
    code = Ondertekencode(kenmerk, brief, pagina)
    assert lees(code.tekst()) == code


@given(st.text())
def test_no_text_breaks_the_reading(tekst: str) -> None:
    assert lees(tekst) is None or tekst.startswith("OM/")
    lees(f"OM/{tekst}")


@pytest.mark.parametrize(
    "tekst",
    [
        "", "OM/", "https://www.voorbeeld.nl", "OM/K2026-0001/AFDOENINGSBRIEF/0",
        "OM//STAPPENPLAN/1",
        "OM/K2026-0001/AFDOENINGSBRIEF", "OM/K2026-0001/ONZIN/1", "OM/K2026-0001/AFDOENINGSBRIEF/²",
        f"OM/{'K' * 200}/AFDOENINGSBRIEF/1",
    ],
)  # fmt: skip
def test_a_strange_code_is_none_of_ours(tekst: str) -> None:
    assert lees(tekst) is None


def test_it_says_nothing_about_a_person() -> None:
    tekst = Ondertekencode("K2026-0094", BriefSoort.AFDOENINGSBRIEF, 2).tekst()
    assert tekst == "OM/K2026-0094/AFDOENINGSBRIEF/2"
