"""The register as .csv for machines: UTF-8 with BOM, semicolons, ISO dates, everything quoted."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from klachtenapp.uitwisseling.export_tabel import KOLOMMEN, Exportregel, rij
from klachtenapp.uitwisseling.rekenblad_schrijven import Waarde
from klachtenapp.uitwisseling.veilig_schrijven import csv_tekst, vervang


def schrijf(pad: Path, regels: Iterable[Exportregel]) -> int:
    """Write the dossiers to ``pad``; return how many. Raises ``OmgevingFout``."""
    aantal = 0
    with vervang(pad) as tijdelijk, tijdelijk.open("w", encoding="utf-8-sig", newline="") as uit:
        schrijver = csv.writer(uit, delimiter=";", quoting=csv.QUOTE_ALL)
        schrijver.writerow([kolom.kop for kolom in KOLOMMEN])
        for regel in regels:
            schrijver.writerow([_cel(waarde) for waarde in rij(regel)])
            aantal += 1
    return aantal


def _cel(waarde: Waarde) -> str:
    if waarde is None:
        return ""
    if isinstance(waarde, date):
        return waarde.isoformat()
    return csv_tekst(str(waarde))
