"""Writes one appointment as iCalendar (RFC 5545), to open in Outlook or any other agenda.

The same appointment gives the same bytes. Amsterdam's clock is written out in the file, so
that it reads the same everywhere; nobody is invited by it and it carries no person.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from klachtenapp.domain.agenda import Agendapunt

_ZONE = "Europe/Amsterdam"
_LANGSTE_REGEL = 75  # octets of a line without its end (RFC 5545 §3.1)
_VTIMEZONE = (
    "BEGIN:VTIMEZONE",
    f"TZID:{_ZONE}",
    "BEGIN:DAYLIGHT",
    "DTSTART:19810329T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "END:STANDARD",
    "END:VTIMEZONE",
)


def maak_ics(punt: Agendapunt) -> bytes:
    """Return the ``.ics`` of one appointment; without a time of day it takes the whole day."""
    regels = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Klachtenapp//NL",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        *(_VTIMEZONE if punt.tijd is not None else ()),
        "BEGIN:VEVENT",
        f"UID:{_tekst(punt.uid)}",
        f"SEQUENCE:{max(punt.volgnummer, 0)}",
        f"DTSTAMP:{_wereldtijd(punt.gemaakt):%Y%m%dT%H%M%SZ}",
        *_wanneer(punt),
        f"SUMMARY:{_tekst(punt.titel)}",
        *((f"LOCATION:{_tekst(punt.plaats)}",) if punt.plaats else ()),
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return b"".join(stuk + b"\r\n" for regel in regels for stuk in _gevouwen(regel))


def _wanneer(punt: Agendapunt) -> tuple[str, str]:
    if punt.tijd is None:
        return (
            f"DTSTART;VALUE=DATE:{punt.dag:%Y%m%d}",
            f"DTEND;VALUE=DATE:{punt.dag + timedelta(days=1):%Y%m%d}",
        )
    begin = datetime.combine(punt.dag, punt.tijd)
    einde = begin + timedelta(minutes=punt.minuten)
    return (
        f"DTSTART;TZID={_ZONE}:{begin:%Y%m%dT%H%M%S}",
        f"DTEND;TZID={_ZONE}:{einde:%Y%m%dT%H%M%S}",
    )


def _tekst(tekst: str) -> str:
    """Escape a TEXT value (§3.3.11); a character that steers becomes a space."""
    zichtbaar = "".join(teken if teken.isprintable() or teken == "\n" else " " for teken in tekst)
    for teken in ("\\", ";", ","):
        zichtbaar = zichtbaar.replace(teken, f"\\{teken}")
    return zichtbaar.replace("\n", "\\n")


def _gevouwen(regel: str) -> Iterator[bytes]:
    """Yield the line in pieces of at most 75 octets, never through a character."""
    stuk = b""
    for teken in regel:
        octetten = teken.encode()
        if len(stuk) + len(octetten) > _LANGSTE_REGEL:
            yield stuk
            stuk = b" "
        stuk += octetten
    yield stuk


def _wereldtijd(moment: datetime) -> datetime:
    """Return office time as UTC, by the European rule for summer time.

    Written out because Windows has no table of time zones of its own.
    """
    if moment.tzinfo is not None:
        return moment.astimezone(UTC)
    winter = moment - timedelta(hours=1)
    zomer = moment - timedelta(hours=2)
    begin, einde = (_laatste_zondag(moment.year, maand) for maand in (3, 10))
    return zomer if begin <= zomer < einde else winter


def _laatste_zondag(jaar: int, maand: int) -> datetime:
    """Return the last Sunday of March or October at 01:00 UTC."""
    dag = date(jaar, maand, 31)
    dag -= timedelta(days=dag.isoweekday() % 7)
    return datetime.combine(dag, time(1))
