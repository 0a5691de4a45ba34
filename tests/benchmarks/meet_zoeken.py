"""Search as you type: each prefix of a typed word, against the same bare FTS5 query."""

from __future__ import annotations

from pathlib import Path

import sqlcipher3
from meting import Omvang, duur, p95, proces, regel
from voorraad import open_

from klachtenapp.services import zoeken

GETYPT = ("geluidsoverlast", "teruggebeld", "zolkiewska", "dorpsstraat", "stoeptegel")
_SCHERM = 40


def meet(pad: Path, aantal: int, omvang: Omvang) -> None:
    """Print the p95 of every keystroke from three letters on: find, order, and fill one screen."""
    ctx = open_(pad)
    kaal = sqlcipher3.connect(str(pad))
    onze: list[float] = []
    basis: list[float] = []
    voorvoegsels = [w[:n] for w in GETYPT for n in range(3, len(w) + 1)]
    for _ in range(omvang.keren):
        for tekst in voorvoegsels:
            basis.append(duur(lambda t=tekst: _kaal(kaal, t)))
            onze.append(duur(lambda t=tekst: _onze(ctx, t)))
    regel(f"zoeken tijdens typen, p95, {aantal:,} meldingen", p95(onze), p95(basis), "≤ 3×")
    kaal.close()
    ctx.register.sluit()


def meet_venster(pad: Path, aantal: int) -> None:
    """Print how long the window did not answer at worst while someone types in the register."""
    _, uit = proces("typen.py", str(pad))
    langst = float(uit) / 1000
    regel(f"venster stil tijdens typen, {aantal:,} meldingen", langst, 0.05, "≤ 1× (50 ms)")


def _onze(ctx: object, tekst: str) -> object:
    nummers = zoeken.ids(ctx, zoeken.Filter(zoek=tekst), "ontvangen", oplopend=False)  # type: ignore[arg-type]
    return zoeken.regels(ctx, nummers[:_SCHERM])  # type: ignore[arg-type]


def _kaal(kaal: object, tekst: str) -> object:
    vraag = "SELECT rowid FROM zoekindex WHERE zoekindex MATCH ?"
    return kaal.execute(vraag, (f'"{tekst}"',)).fetchall()  # type: ignore[attr-defined]
