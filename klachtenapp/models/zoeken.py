"""Finds and orders meldingen: gives numbers of rows, never whole dossiers.

Text of three letters and more goes to the trigram index; shorter pieces are looked up in
the stored text itself. Everything here has a twin on PostgreSQL (pg_trgm, strpos).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from klachtenapp.domain.begrippen import GESLOTEN
from klachtenapp.domain.kenmerk import maak
from klachtenapp.domain.personen import Persoon
from klachtenapp.domain.zoektekst import normaliseer
from klachtenapp.models import lezen, nummers
from klachtenapp.models.register import PER_VRAAG, Register
from klachtenapp.models.zoektekst import cijfers

_TRIGRAM = 3
_TELEFOON = re.compile(r"(?:0|[+(])[\d().+/-]{6,}")
_VOLGNUMMER = re.compile(r"\d{1,6}")
_DICHT = ", ".join(f"'{status.value}'" for status in sorted(GESLOTEN))

VOLGORDEN = {
    "kenmerk": "m.kenmerk",
    "klager": "m.klager_sleutel",
    "ontvangen": "m.ontvangen_op",
    "soort": "m.soort",
    "status": "m.status",
    "onderwerp": "m.onderwerp",
    "afdeling": "a.sleutel",
    "behandelaar": "b.sleutel",
    "oordeel": "m.oordeel",
    "afgehandeld": "m.afgehandeld_op",
}
"""What a list can be ordered by in the database; urgency is derived and not among them."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What is asked for; an empty field asks for everything.

    ``zoek`` is free text (all words must occur) or a number, which is found whatever the
    other fields say. ``open`` ``None`` means both.
    """

    zoek: str = ""
    status: str = ""
    soort: str = ""
    afdeling: str = ""
    behandelaar: str = ""
    jaar: int | None = None
    open: bool | None = None
    oordeel: str = ""

    @property
    def is_leeg(self) -> bool:
        """Whether nothing but text is asked for."""
        return self == Filter(zoek=self.zoek)


def ids(register: Register, keuze: Filter, volgorde: str, *, oplopend: bool = True) -> list[int]:
    """Return the numbers of the rows that fit all of ``keuze`` but its text, in order."""
    kolom = VOLGORDEN[volgorde]
    waar, waarden = _voorwaarden(keuze)
    return _nummers(
        register,
        f"SELECT m.id FROM melding m {_koppelingen(kolom, waar)} {waar} "  # noqa: S608
        f"{_orde(kolom, oplopend=oplopend)}",
        waarden,
    )


def passend(register: Register, keuze: Filter) -> list[int]:
    """Return the numbers of the rows that fit all of ``keuze`` but its text, newest first."""
    waar, waarden = _voorwaarden(keuze)
    return _nummers(
        register,
        f"SELECT m.id FROM melding m {_koppelingen('', waar)} {waar} ORDER BY m.id DESC",  # noqa: S608
        waarden,
    )


def sorteer(
    register: Register, nummers: Sequence[int], volgorde: str, *, oplopend: bool
) -> list[int]:
    """Return ``nummers`` in order; a few are looked up, for many the whole order is read."""
    if len(nummers) > PER_VRAAG:
        gezocht = set(nummers)
        return [n for n in ids(register, Filter(), volgorde, oplopend=oplopend) if n in gezocht]
    kolom = VOLGORDEN[volgorde]
    return _nummers(
        register,
        f"SELECT m.id FROM melding m {_koppelingen(kolom, '')} "  # noqa: S608
        f"WHERE m.id IN ({_merken(nummers)}) {_orde(kolom, oplopend=oplopend)}",
        list(nummers),
    )


def met_tekst(register: Register, tekst: str) -> list[int]:
    """Return the numbers of the rows in which every word of ``tekst`` occurs."""
    woorden = _woorden(tekst)
    lang = [w for w in woorden if len(w) >= _TRIGRAM]
    kort = [w for w in woorden if len(w) < _TRIGRAM]
    if not woorden:  # only signs that do not count, such as a soft hyphen
        return passend(register, Filter())
    if not lang:
        waar = " AND ".join("instr(t.tekst, ?) > 0" for _ in kort)
        return _nummers(
            register,
            f"SELECT t.melding_id FROM zoektekst t WHERE {waar} ORDER BY t.melding_id",  # noqa: S608
            kort,
        )
    vraag = " ".join(map(_letterlijk, lang))
    if not kort:
        return _nummers(register, "SELECT rowid FROM zoekindex WHERE zoekindex MATCH ?", [vraag])
    waar = " AND ".join("instr(t.tekst, ?) > 0" for _ in kort)
    return _nummers(
        register,
        "SELECT z.rowid FROM zoekindex z JOIN zoektekst t ON t.melding_id = z.rowid "  # noqa: S608
        f"WHERE z.zoekindex MATCH ? AND {waar}",
        [vraag, *kort],
    )


def kandidaten(
    register: Register, woorden: Sequence[str], maximaal: int
) -> list[tuple[int, Persoon, str]]:
    """Return (number, klager, text) of the newest rows in which one of ``woorden`` occurs."""
    lang = [w for tekst in woorden if len(w := _schoon(tekst)) >= _TRIGRAM]
    if not lang:
        return []
    vraag = " OR ".join(map(_letterlijk, dict.fromkeys(lang)))
    gevonden = _nummers(
        register,
        "SELECT rowid FROM zoekindex WHERE zoekindex MATCH ? ORDER BY rowid DESC LIMIT ?",
        [vraag, maximaal],
    )
    return lezen.klagers(register, gevonden)


def met_nummer(register: Register, tekst: str, patroon: str) -> list[int]:
    """Return the rows whose kenmerk or old number is exactly ``tekst``, newest first.

    Digits alone are also taken as the number within any year: ``94`` finds ``K2026-0094``.
    """
    gezocht = _schoon(tekst)
    if not any(teken.isdigit() for teken in gezocht):
        return []
    kenmerken = {_bruikbaar(tekst).strip(), gezocht.upper()}
    if _VOLGNUMMER.fullmatch(gezocht):
        kenmerken |= {maak(patroon, jaar, int(gezocht)) for jaar in nummers.jaren(register)}
    gevonden = _nummers(
        register,
        f"SELECT id FROM melding WHERE kenmerk IN ({_merken(list(kenmerken))})",  # noqa: S608
        sorted(kenmerken),
    )
    if len(gezocht) >= _TRIGRAM:
        gevonden += _met_oud_kenmerk(register, gezocht)
    return sorted(set(gevonden), reverse=True)


def _met_oud_kenmerk(register: Register, gezocht: str) -> list[int]:
    rijen = register.sql(
        "SELECT m.id, m.oud_kenmerk FROM zoekindex z JOIN melding m ON m.id = z.rowid "
        "WHERE z.zoekindex MATCH ? AND m.oud_kenmerk <> '' LIMIT 1000",
        (_letterlijk(gezocht),),
    )
    return [int(nummer) for nummer, oud in rijen if normaliseer(oud) == gezocht]


def _schoon(tekst: str) -> str:
    """Return what was typed in the form in which it is stored."""
    return normaliseer(_bruikbaar(tekst))


def _bruikbaar(tekst: str) -> str:
    return tekst.replace("\0", " ").encode("utf-8", "ignore").decode()


def _letterlijk(woord: str) -> str:
    """Return a word as a phrase of FTS5, in which no sign has a meaning."""
    return '"' + woord.replace('"', '""') + '"'


def _woorden(tekst: str) -> list[str]:
    woorden = _schoon(tekst).split()
    return [cijfers(w) if _TELEFOON.fullmatch(w) else w for w in woorden]


def _voorwaarden(keuze: Filter) -> tuple[str, list[Any]]:
    delen: list[str] = []
    waarden: list[Any] = []
    for kolom, waarde in (
        ("m.status", keuze.status),
        ("m.soort", keuze.soort),
        ("a.naam", keuze.afdeling),
        ("b.naam", keuze.behandelaar),
        ("m.oordeel", keuze.oordeel),
    ):
        if waarde:
            delen.append(f"{kolom} = ?")
            waarden.append(str(waarde))
    if keuze.jaar is not None:
        delen.append("m.ontvangen_op BETWEEN ? AND ?")
        waarden += [f"{keuze.jaar:04}-01-01", f"{keuze.jaar:04}-12-31"]
    if keuze.open is not None:
        delen.append(f"m.status {'NOT IN' if keuze.open else 'IN'} ({_DICHT})")
    return ("WHERE " + " AND ".join(delen) if delen else ""), waarden


def _koppelingen(*gebruikt: str) -> str:
    tekst = " ".join(gebruikt)
    delen = []
    if "a." in tekst:
        delen.append("LEFT JOIN afdeling a ON a.id = m.afdeling_id")
    if "b." in tekst:
        delen.append("LEFT JOIN medewerker b ON b.id = m.behandelaar_id")
    return " ".join(delen)


def _orde(kolom: str, *, oplopend: bool) -> str:
    richting = "" if oplopend else " DESC"
    # A name that is not filled in comes last both ways; other columns keep their index.
    leeg = "" if kolom.startswith("m.") else " NULLS LAST"
    return f"ORDER BY {kolom}{richting}{leeg}, m.id{richting}"


def _merken(waarden: Sequence[Any]) -> str:
    return ", ".join("?" for _ in waarden)


def _nummers(register: Register, opdracht: str, waarden: Sequence[Any]) -> list[int]:
    return [rij[0] for rij in register.sql(opdracht, waarden)]
