"""Both sample registers, counted by hand with openpyxl and csv, apart from our own reader."""

from __future__ import annotations

import csv
import re
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from klachtenapp.uitwisseling.beoordelen import Beoordeling, beoordeel
from klachtenapp.uitwisseling.kolommen import deel_in
from klachtenapp.uitwisseling.lezen import lees
from klachtenapp.uitwisseling.regel import Regel, Verdict
from klachtenapp.uitwisseling.verslag import Importverslag

VANDAAG = date(2026, 11, 24)
OORDEEL = {
    "gegr.": "gegrond", "gegrond": "gegrond", "g": "gegrond",
    "deels": "deels gegrond", "deels gegrond": "deels gegrond",
    "gedeeltelijk gegrond": "deels gegrond",
    "ongegr.": "ongegrond", "ongegrond": "ongegrond",
    "neutraal": "geen oordeel", "geen oordeel": "geen oordeel", "": "geen oordeel",
}  # fmt: skip
MAANDEN = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]

Rij = dict[str, Any]


def _datum(cel: Any) -> date | None:
    """A second, naive reader of dates, for the notations that stand in these files."""
    if isinstance(cel, datetime):
        return cel.date()
    if iso := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", cel):
        return date(int(iso[1]), int(iso[2]), int(iso[3]))
    if woord := re.fullmatch(r"(\d+) (\w{3}) (\d{4})", cel):
        return date(int(woord[3]), MAANDEN.index(woord[2]) + 1, int(woord[1]))
    if cijfers := re.fullmatch(r"(\d+)[-/](\d+)[-/](\d+)", cel):
        jaar = int(cijfers[3])
        return date(jaar + 2000 if jaar < 100 else jaar, int(cijfers[2]), int(cijfers[1]))
    return None


def _jz(pad: Path) -> list[Rij]:
    rijen = []
    for blad in openpyxl.load_workbook(pad):
        for cellen in blad.iter_rows(min_row=4):
            waarden = [cel.value for cel in cellen]
            if not waarden[0] or waarden[0] == "Totaal":
                continue
            rijen.append(
                {
                    "plek": (blad.title, cellen[0].row),
                    "nummer": waarden[0],
                    "ontvangen": _datum(waarden[2]),
                    "afdeling": waarden[7].strip().lower(),
                    "informeel": waarden[11] in ("x", "J", "ja"),
                    "oordeel": OORDEEL[(waarden[14] or "").lower()],
                    "cellen": [w for w in waarden if w is not None],
                    "opmerking": next((c.comment.text for c in cellen if c.comment), ""),
                }
            )
    return rijen


def _export(pad: Path) -> list[Rij]:
    with pad.open(encoding="cp1252", newline="") as bestand:
        alle = list(csv.reader(bestand, delimiter=";"))
    return [
        {
            "plek": (pad.stem, nummer),
            "nummer": rij[0],
            "ontvangen": _datum(rij[1]),
            "afdeling": rij[6].lower(),
            "informeel": False,
            "oordeel": OORDEEL[rij[10].lower()],
            "cellen": [cel for cel in rij if cel],
            "opmerking": "",
        }
        for nummer, rij in enumerate(alle[1:], start=2)
    ]


def _beoordeel(pad: Path) -> Beoordeling:
    werkmap = lees(pad)
    return beoordeel(werkmap, deel_in(werkmap), VANDAAG)


BESTANDEN = [
    ("jz-register-2021-2025.xlsx", _jz, 121, 1),
    ("export-oud-systeem.csv", _export, 60, 0),
]


@pytest.mark.parametrize(("naam", "hand", "aantal", "geweigerd"), BESTANDEN)
def test_geen_rij_gaat_verloren_en_elke_telling_klopt(
    gegevens: Path, naam: str, hand: Any, aantal: int, geweigerd: int
) -> None:
    rijen: list[Rij] = hand(gegevens / naam)
    uit = _beoordeel(gegevens / naam)
    assert len(rijen) == len(uit.regels) == aantal
    assert [(r.blad, r.rij) for r in uit.regels] == [rij["plek"] for rij in rijen]
    assert [r.oud_kenmerk for r in uit.regels] == [rij["nummer"] for rij in rijen]

    goed = [rij for rij in rijen if rij["ontvangen"] is not None]
    vorm = Importverslag(naam, "", tuple(uit.regels)).als_json()
    assert len(vorm["geweigerd"]) == aantal - len(goed) == geweigerd
    assert vorm["gelezen"] == vorm["goed"] + vorm["let_op"] + geweigerd
    assert vorm["per_jaar"] == dict(sorted(Counter(str(r["ontvangen"].year) for r in goed).items()))
    telling = Counter(r["oordeel"] for r in goed)
    assert vorm["per_oordeel"] == {
        o: telling[o] for o in ("gegrond", "deels gegrond", "ongegrond", "geen oordeel")
    }
    assert {n.lower(): aantal for n, aantal in vorm["per_afdeling"].items()} == dict(
        Counter(r["afdeling"] for r in goed)
    )
    assert vorm["per_soort"] == {"klacht": len(goed)}
    assert vorm["informeel"] == sum(r["informeel"] for r in goed)
    assert vorm["toegevoegd"] == 0


@pytest.mark.parametrize(("naam", "hand", "aantal", "geweigerd"), BESTANDEN)
def test_elke_cel_is_terug_te_vinden(
    gegevens: Path, naam: str, hand: Any, aantal: int, geweigerd: int
) -> None:
    for rij, regel in zip(hand(gegevens / naam), _beoordeel(gegevens / naam).regels, strict=True):
        tekst = _alles(regel)
        for cel in rij["cellen"]:
            assert _staat_erin(cel, tekst), (rij["plek"], cel, tekst)
        assert rij["opmerking"] in tekst


def _alles(regel: Regel) -> str:
    """Return every fact of a row as one text, dates as ISO."""
    if regel.dossier is None:
        return regel.inhoud
    oud, van = regel.dossier, regel.dossier.aanmelding
    klager = van.klager
    naam = " ".join(
        deel for deel in (klager.voorletters, klager.tussenvoegsel, klager.achternaam) if deel
    )
    feiten = (
        oud.oud_kenmerk, van.ontvangen_op, naam, f"{klager.straat} {klager.huisnummer}",
        f"{klager.postcode} {klager.plaats}", klager.telefoon, van.afdeling, van.onderwerp,
        van.omschrijving, van.behandelaar, oud.bevestigd_op, oud.verdaagd_tot, oud.klaar_op,
        f"oordeel:{oud.oordeel}", f"informeel:{oud.informeel}", f"aanhef:{klager.aanhef}",
        oud.notities,
    )  # fmt: skip
    return "\n".join(str(feit) for feit in feiten)


def _staat_erin(cel: Any, tekst: str) -> bool:
    if isinstance(cel, datetime):
        return f"{cel:%Y-%m-%d}" in tekst or f"{cel.day}-{cel.month}-{cel.year}" in tekst
    woord = str(cel).strip()
    if woord.lower() in OORDEEL:
        return f"oordeel:{OORDEEL[woord.lower()]}" in tekst or "onbekend" in tekst
    if woord in ("x", "J", "ja", "N", "nee"):
        return f"informeel:{woord in ('x', 'J', 'ja')}" in tekst or "onbekend" in tekst
    if titel := re.match(r"(Mw\.|mevr|Dhr\.) (.*)", woord):
        aanhef = "heer" if titel[1] == "Dhr." else "mevrouw"
        return titel[2] in tekst and (f"aanhef:{aanhef}" in tekst or "onbekend" in tekst)
    dag = _datum(woord)
    return woord.lower() in tekst.lower() or (dag is not None and dag.isoformat() in tekst)


def test_de_geweigerde_rij_zegt_de_ware_reden(gegevens: Path) -> None:
    uit = _beoordeel(gegevens / "jz-register-2021-2025.xlsx")
    (weg,) = [r for r in uit.regels if r.verdict is Verdict.GEWEIGERD]
    assert (weg.blad, weg.rij, weg.oud_kenmerk) == ("2022", 5, "2022-02")
    assert weg.redenen == (
        "De ontvangstdatum klopt niet: 'onbekend' is geen datum (kolom 'Datum ontvangst').",
    )
    assert "G. Dijkstra" in weg.inhoud


def test_dubbel_nummer_titels_en_totalen(gegevens: Path) -> None:
    uit = _beoordeel(gegevens / "jz-register-2021-2025.xlsx")
    dubbel = [r for r in uit.regels if r.oud_kenmerk == "2022-04"]
    assert len(dubbel) == 2
    assert all("Nummer 2022-04 komt 2 keer voor." in r.redenen for r in dubbel)
    assert Counter(o.reden for o in uit.overgeslagen) == {"titel": 5, "totaalregel": 5}
    assert uit.lege_rijen == 14


def test_namen_met_verloren_letters_zijn_let_op(gegevens: Path) -> None:
    uit = _beoordeel(gegevens / "export-oud-systeem.csv")
    met_vraagteken = [
        r for r in uit.regels if r.dossier and "?" in str(r.dossier.aanmelding.klager)
    ]
    assert len(met_vraagteken) == 16
    assert all(r.verdict is Verdict.LET_OP for r in met_vraagteken)
    assert all("verloren letter" in r.redenen[0] for r in met_vraagteken)
