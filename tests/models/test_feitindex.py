"""What asks for one kind of event finds it by the index, however many notes there are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from klachtenapp.models import (
    handtekeningen,
    invoer,
    meldingen,
    postboek,
    stappentelling,
    uitgaand,
)
from klachtenapp.models.postboek import Postkeuze
from klachtenapp.models.register import Register

_VRAGEN: dict[str, Callable[[Register], object]] = {
    "getekend": handtekeningen.kenmerken_getekend,
    "aangeboden": handtekeningen.aangeboden,
    "invoer": lambda register: invoer.van_gebruiker(register, "x", date(2026, 11, 24)),
    "ombudsman": meldingen.gesloten_bij_ombudsman,
    "postboek": lambda register: postboek.rijen(register, Postkeuze()),
    "stappenplannen": lambda register: stappentelling.bij_klachten(register, date(2026, 1, 1)),
    "onverzonden": uitgaand.met_onverzonden_brief,
}


@pytest.mark.parametrize("naam", _VRAGEN)
def test_no_event_is_looked_at_one_by_one(
    register: Register, monkeypatch: pytest.MonkeyPatch, naam: str
) -> None:
    gevraagd: list[tuple[str, Any]] = []
    echt = Register.sql

    def luister(zelf: Register, tekst: str, waarden: Any = ()) -> list[tuple[Any, ...]]:
        gevraagd.append((tekst, waarden))
        return echt(zelf, tekst, waarden)

    with monkeypatch.context() as meeluisteren:
        meeluisteren.setattr(Register, "sql", luister)
        _VRAGEN[naam](register)
    plan = [
        str(stap[-1])
        for tekst, waarden in gevraagd
        if "gebeurtenis" in tekst
        for stap in register.sql(f"EXPLAIN QUERY PLAN {tekst}", waarden)
    ]
    assert any("gebeurtenis_gezocht" in stap for stap in plan), plan
    assert not {f"SCAN {naam}" for naam in ("g", "x", "o", "v", "gebeurtenis")} & set(plan), plan
