"""Import of an old register, against reading it with calamine and a bare executemany."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import sqlcipher3
import xlsxwriter
from meting import Omvang, duur, regel
from python_calamine import CalamineWorkbook
from voorraad import KLOK

from klachtenapp import bootstrap
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.services import importeren

_KOP = (
    "Nr.",
    "Datum ontvangst",
    "Naam klager",
    "Adres",
    "Postcode + plaats",
    "Afdeling",
    "Klacht (kort)",
    "Behandelaar",
    "Informeel J/N",
    "Datum afgedaan",
    "Oordeel",
    "Opm.",
)


def meet(plek: Path, omvang: Omvang) -> None:
    """Print the time to take in ``importrijen`` rows, verdicts and log included."""
    rijen = omvang.importrijen
    bestand = _maak_blad(plek / f"oud-{rijen}.xlsx", rijen)
    basis = duur(lambda: _kaal(bestand, plek / "kaal.db"))
    doel = plek / f"import-{rijen}.klachten"
    doel.unlink(missing_ok=True)
    ctx = bootstrap.nieuw(doel, Gemeente("Meetstad"), clock=KLOK, gebruiker="meting")
    onze = duur(lambda: importeren.importeer(ctx, bestand))
    bootstrap.sluit(ctx)
    regel(f"importeren van {rijen:,} rijen", onze, basis, "≤ 10×")


def _maak_blad(pad: Path, rijen: int) -> Path:
    boek = xlsxwriter.Workbook(str(pad))
    blad = boek.add_worksheet("Register")
    datum = boek.add_format({"num_format": "dd-mm-yyyy"})
    blad.write_row(0, 0, _KOP)
    for i in range(1, rijen + 1):
        dag = date(2021, 1, 4) + timedelta(days=i % 1500)
        blad.write_row(i, 0, [f"{dag.year}-{i:05d}"])
        blad.write_datetime(i, 1, dag, datum)
        blad.write_row(i, 2, [f"Mevr. S. van den Berg-{i % 97}", f"Dorpsstraat {i % 300 + 1}",
                              "1741 AB Voorbeeldstad", "Burgerzaken", "Niet teruggebeld",
                              "H. de Boer", "N"])  # fmt: skip
        blad.write_datetime(i, 9, dag + timedelta(days=30), datum)
        blad.write_row(i, 10, [("gegrond", "ongegr.", "deels")[i % 3], "zie Corsa"])
    boek.close()
    return pad


def _kaal(bestand: Path, pad: Path) -> None:
    rijen = CalamineWorkbook.from_path(str(bestand)).get_sheet_by_index(0).to_python()[1:]
    pad.unlink(missing_ok=True)
    db = sqlcipher3.connect(str(pad))
    db.execute("PRAGMA synchronous=FULL")
    kolommen = ", ".join(f"k{i}" for i in range(len(_KOP)))
    db.execute(f"CREATE TABLE rij ({kolommen})")
    with db:
        db.executemany(
            f"INSERT INTO rij VALUES ({', '.join('?' * len(_KOP))})",  # noqa: S608
            [[str(cel) for cel in rij] for rij in rijen],
        )
    db.close()
