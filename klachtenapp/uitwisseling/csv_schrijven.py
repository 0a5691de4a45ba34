"""A .csv for machines: UTF-8 with BOM, semicolons, ISO dates, everything quoted."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from klachtenapp.uitwisseling.rekenblad_schrijven import Waarde
from klachtenapp.uitwisseling.veilig_schrijven import csv_tekst, vervang


def schrijf_csv(pad: Path, kop: Sequence[str], rijen: Iterable[Sequence[Waarde]]) -> int:
    """Write the rows to ``pad``, whole or not at all; return how many.

    :raises OmgevingFout: when the file cannot be written.
    """
    aantal = 0
    with vervang(pad) as tijdelijk, tijdelijk.open("w", encoding="utf-8-sig", newline="") as uit:
        schrijver = csv.writer(uit, delimiter=";", quoting=csv.QUOTE_ALL)
        schrijver.writerow(kop)
        for rij in rijen:
            schrijver.writerow([_cel(waarde) for waarde in rij])
            aantal += 1
    return aantal


def _cel(waarde: Waarde) -> str:
    if waarde is None:
        return ""
    if isinstance(waarde, date):
        return waarde.isoformat()
    return csv_tekst(str(waarde))
