"""Dates in Dutch words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from klachtenapp.domain import dagtekst

DAG = date(2026, 2, 20)
VANDAAG = date(2026, 11, 24)


def test_the_four_forms() -> None:
    assert dagtekst.kort(DAG) == "vr 20 feb 2026"
    assert dagtekst.kort_zonder_jaar(DAG) == "vr 20 feb"
    assert dagtekst.lang(DAG) == "20 februari 2026"
    assert dagtekst.lang_met_dag(DAG) == "vrijdag 20 februari 2026"


def test_every_month_and_day_has_its_name() -> None:
    assert [dagtekst.lang(date(2026, m, 1)).split()[1] for m in range(1, 13)] == list(
        dagtekst.MAANDEN
    )
    assert dagtekst.kort(date(2026, 3, 1)) == "zo 1 mrt 2026"
    assert [dagtekst.dagnaam_kort(date(2026, 11, 23) + timedelta(n)) for n in range(7)] == [
        "ma", "di", "wo", "do", "vr", "za", "zo",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("dagen", "tekst"),
    [
        (-3, "3 dagen te laat"),
        (-1, "1 dag te laat"),
        (0, "vandaag"),
        (1, "morgen"),
        (2, "do 26 nov"),
        (7, "di 1 dec"),
        (8, "8 dagen"),
        (11, "11 dagen"),
    ],
)
def test_relatief(dagen: int, tekst: str) -> None:
    assert dagtekst.relatief(VANDAAG + timedelta(days=dagen), VANDAAG) == tekst
