"""The register as an Excel file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from klachtenapp.uitwisseling.export_tabel import KOLOMMEN, Exportregel, rij
from klachtenapp.uitwisseling.rekenblad_schrijven import Bladinhoud, schrijf_xlsx


def schrijf(pad: Path, regels: Iterable[Exportregel], titel: str) -> int:
    """Write the dossiers to ``pad``; return how many. Raises ``OmgevingFout``."""
    blad = Bladinhoud(
        naam="Register",
        kop=[kolom.kop for kolom in KOLOMMEN],
        rijen=(rij(regel) for regel in regels),
        breedtes=[kolom.breedte for kolom in KOLOMMEN],
    )
    return schrijf_xlsx(pad, [blad], titel)
