"""The register as .csv for machines."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from klachtenapp.uitwisseling.csv_schrijven import schrijf_csv
from klachtenapp.uitwisseling.export_tabel import KOLOMMEN, Exportregel, rij


def schrijf(pad: Path, regels: Iterable[Exportregel]) -> int:
    """Write the dossiers to ``pad``; return how many. Raises ``OmgevingFout``."""
    return schrijf_csv(pad, [kolom.kop for kolom in KOLOMMEN], map(rij, regels))
