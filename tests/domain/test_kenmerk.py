"""The number of a melding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.domain import kenmerk
from klachtenapp.errors import RegelFout

PATRONEN = st.sampled_from(
    ["K{jaar}-{nummer:04}", "{jaar}{nummer:04}", "{nummer}{jaar}", "JZ.{nummer:6}_{jaar}"]
)


@pytest.mark.parametrize(
    ("patroon", "nummer", "verwacht"),
    [
        ("K{jaar}-{nummer:04}", 94, "K2026-0094"),
        ("K{jaar}-{nummer:04}", 12345, "K2026-12345"),
        ("{jaar}.{nummer}", 7, "2026.7"),
        ("{nummer:3}-{jaar}", 7, "007-2026"),
    ],
)
def test_maak(patroon: str, nummer: int, verwacht: str) -> None:
    assert kenmerk.maak(patroon, 2026, nummer) == verwacht


@given(PATRONEN, st.data())
def test_two_meldingen_never_share_a_kenmerk(patroon: str, data: st.DataObject) -> None:
    een, ander = (
        (data.draw(st.integers(2000, 2100)), data.draw(st.integers(1, 99_999))) for _ in range(2)
    )
    gelijk = kenmerk.maak(patroon, *een) == kenmerk.maak(patroon, *ander)
    assert gelijk == (een == ander)


@pytest.mark.parametrize(
    "patroon",
    [
        "",
        "K{nummer}",
        "K{jaar}",
        "K{jaar}-{nummer}-{nummer}",
        "K{jaar}-{nummer}{x}",
        "K{jaar}-{nummer.__class__}",
        "K{jaar!r}-{nummer}",
        "K{jaar:02}-{nummer}",
        "K{jaar}/{nummer}",
        "K {jaar}-{nummer}",
        "{{jaar}}-{nummer",
        "gemeente-voorbeeldstad-{jaar}-{nummer}",
    ],
)
def test_a_wrong_pattern_is_refused(patroon: str) -> None:
    with pytest.raises(RegelFout) as fout:
        kenmerk.controleer_patroon(patroon)
    assert fout.value.veld == "kenmerkpatroon"


@given(st.text(max_size=25))
def test_any_text_is_either_refused_or_works(patroon: str) -> None:
    try:
        kenmerk.controleer_patroon(patroon)
    except RegelFout:
        return
    assert kenmerk.maak(patroon, 2026, 1)
