"""The register to a file, and that file back into another register."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from klachtenapp.errors import RegelFout
from klachtenapp.services import exporteren, importeren, zoeken
from klachtenapp.services.context import Context
from klachtenapp.services.importeren import Verdict
from klachtenapp.services.zoeken import Filter

JZ = Path(__file__).parents[1] / "uitwisseling" / "gegevens" / "jz-register-2021-2025.xlsx"


@pytest.fixture
def gevuld(ctx: Context) -> Context:
    """The sample register of JZ, taken over."""
    importeren.importeer(ctx, JZ)
    return ctx


def test_alles_of_wat_gefilterd_is(gevuld: Context, tmp_path: Path) -> None:
    assert exporteren.naar_xlsx(gevuld, Filter(), tmp_path / "alles.xlsx") == 120
    keuze = Filter(afdeling="KCC")
    aantal = zoeken.aantal(gevuld, keuze)
    assert exporteren.naar_xlsx(gevuld, keuze, tmp_path / "kcc.xlsx") == aantal == 19
    blad = openpyxl.load_workbook(tmp_path / "kcc.xlsx").worksheets[0]
    koppen = [cel.value for cel in blad[1]]
    kolom = koppen.index("Afdeling")
    assert {rij[kolom] for rij in blad.iter_rows(min_row=2, values_only=True)} == {"KCC"}
    assert exporteren.naar_csv(gevuld, keuze, tmp_path / "kcc.csv") == aantal


@pytest.mark.parametrize("einde", ["xlsx", "csv"])
def test_de_eigen_export_gaat_weer_in_een_ander_register(
    gevuld: Context, tmp_path: Path, einde: str
) -> None:
    pad = tmp_path / f"uit.{einde}"
    schrijf = exporteren.naar_xlsx if einde == "xlsx" else exporteren.naar_csv
    schrijf(gevuld, Filter(), pad)
    verslag = importeren.proef(gevuld, pad)
    assert (verslag.gelezen, len(verslag.met(Verdict.GEWEIGERD))) == (120, 0)
    eerst = importeren.proef(gevuld, JZ).als_json()
    vorm = verslag.als_json()
    for naam in ("per_jaar", "per_oordeel", "per_afdeling", "per_soort", "informeel"):
        assert vorm[naam] == eerst[naam], naam


def test_voortgang_en_stoppen(gevuld: Context, tmp_path: Path) -> None:
    standen: list[tuple[int, int]] = []
    pad = tmp_path / "uit.csv"
    exporteren.naar_csv(gevuld, Filter(), pad, voortgang=lambda *s: standen.append(s))
    assert standen == [(120, 120)]
    pad.unlink()
    with pytest.raises(RegelFout, match="Gestopt"):
        exporteren.naar_xlsx(gevuld, Filter(), pad, gestopt=lambda: True)
    assert not pad.exists()
