"""The agenda file follows RFC 5545 to the octet, and is the same each time."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.domain.agenda import Agendapunt
from klachtenapp.uitwisseling.ics import maak_ics

PUNT = Agendapunt(
    uid="5a0c9b8e-0000-5000-8000-000000000094",
    titel="Gesprek klacht K2026-0094",
    dag=date(2026, 11, 12),
    tijd=time(10, 30),
    plaats="Gemeentehuis, kamer 3",
    volgnummer=0,
    gemaakt=datetime(2026, 11, 2, 9, 15),
)


def velden(ics: bytes) -> dict[str, str]:
    """Return the unfolded properties of the VEVENT, unescaped."""
    tekst = ics.decode().replace("\r\n ", "")
    binnen = tekst.split("BEGIN:VEVENT\r\n")[1].split("END:VEVENT")[0]
    paren = (regel.split(":", 1) for regel in binnen.split("\r\n") if regel)
    return {naam: re.sub(r"\\(.)", _terug, waarde) for naam, waarde in paren}


def _terug(deel: re.Match[str]) -> str:
    return "\n" if deel[1] == "n" else deel[1]


def test_the_whole_file() -> None:
    ics = maak_ics(PUNT)
    assert ics.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert ics.endswith(b"END:VEVENT\r\nEND:VCALENDAR\r\n")
    assert b"TZID:Europe/Amsterdam\r\n" in ics
    assert velden(ics) == {
        "UID": PUNT.uid,
        "SEQUENCE": "0",
        "DTSTAMP": "20261102T081500Z",
        "DTSTART;TZID=Europe/Amsterdam": "20261112T103000",
        "DTEND;TZID=Europe/Amsterdam": "20261112T113000",
        "SUMMARY": "Gesprek klacht K2026-0094",
        "LOCATION": "Gemeentehuis, kamer 3",
        "CLASS": "PRIVATE",
    }
    assert ics == maak_ics(PUNT)
    assert not re.search(rb"ATTENDEE|ORGANIZER|DESCRIPTION", ics)


def test_without_a_time_it_takes_the_day() -> None:
    ics = maak_ics(replace(PUNT, tijd=None, plaats="", dag=date(2026, 12, 31)))
    gevonden = velden(ics)
    assert gevonden["DTSTART;VALUE=DATE"] == "20261231"
    assert gevonden["DTEND;VALUE=DATE"] == "20270101"
    assert "LOCATION" not in gevonden
    assert b"VTIMEZONE" not in ics


@pytest.mark.parametrize(
    ("kantoor", "wereld"),
    [
        (datetime(2026, 7, 1, 12), "20260701T100000Z"),
        (datetime(2026, 1, 1, 0, 30), "20251231T233000Z"),
        (datetime(2026, 3, 29, 1, 59), "20260329T005900Z"),
        (datetime(2026, 3, 29, 3, 0), "20260329T010000Z"),
        (datetime(2026, 10, 25, 1, 59), "20261024T235900Z"),
        (datetime(2026, 10, 25, 3, 0), "20261025T020000Z"),
    ],
)
def test_the_moment_it_was_made_is_in_world_time(kantoor: datetime, wereld: str) -> None:
    assert velden(maak_ics(replace(PUNT, gemaakt=kantoor)))["DTSTAMP"] == wereld


@given(st.text(max_size=300))
def test_any_place_comes_back_and_can_add_no_line(plaats: str) -> None:
    ics = maak_ics(replace(PUNT, plaats=plaats or "x"))
    regels = ics.split(b"\r\n")
    assert all(len(regel) <= 75 for regel in regels)
    assert b"\n" not in ics.replace(b"\r\n", b"")
    gewoon = len(maak_ics(PUNT).split(b"\r\n"))
    assert len([regel for regel in regels if not regel.startswith(b" ")]) == gewoon
    verwacht = "".join(t if t.isprintable() or t == "\n" else " " for t in plaats or "x")
    assert velden(ics)["LOCATION"] == verwacht
