"""Files that are written whole, with real dates, and in which nothing is a formula."""

from __future__ import annotations

import csv
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from klachtenapp.domain.begrippen import GebeurtenisSoort, Kanaal, Oordeel, Soort, Status, Vorm
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.personen import Afdeling, Medewerker, Persoon
from klachtenapp.errors import OmgevingFout
from klachtenapp.uitwisseling import export_csv, export_xlsx
from klachtenapp.uitwisseling.export_tabel import KOLOMMEN, Exportregel
from klachtenapp.uitwisseling.veilig_schrijven import csv_tekst, vervang, zonder_apostrof

KOPPEN = [kolom.kop for kolom in KOLOMMEN]
NU = datetime(2026, 11, 24, 9, 0)


def _regel(**feiten: object) -> Exportregel:
    basis = {
        "uid": "u",
        "kenmerk": "K2026-0001",
        "soort": Soort.KLACHT,
        "status": Status.AFGEHANDELD,
        "ontvangen_op": date(2026, 4, 3),
        "kanaal": Kanaal.BALIE,
        "vorm": Vorm.MONDELING,
        "omschrijving": "Niet teruggebeld",
        "onderwerp": "Niet teruggebeld",
        "klager": Persoon("Bos", voorletters="A.", straat="Dorpsstraat", huisnummer="1"),
        "afdeling": Afdeling(1, "KCC"),
        "behandelaar": Medewerker(1, "M. Kok"),
        "oordeel": Oordeel.GEGROND,
        "afgehandeld_op": date(2026, 5, 1),
        "gebeurtenissen": (
            Gebeurtenis(
                GebeurtenisSoort.VERDAAGD, date(2026, 4, 20), NU, "jz", {"tot": "2026-06-12"}
            ),
            Gebeurtenis(
                GebeurtenisSoort.BRIEF_VERZONDEN,
                date(2026, 4, 7),
                NU,
                "jz",
                {"brief": "ontvangstbevestiging"},
            ),
        ),
    }
    return Exportregel(Dossier(**{**basis, **feiten}), date(2026, 6, 12), True, "")  # type: ignore[arg-type]


def _lees(pad: Path) -> tuple[list[str], dict[str, object]]:
    blad = openpyxl.load_workbook(pad).worksheets[0]
    kop, rij = (list(cellen) for cellen in blad.iter_rows(min_row=1, max_row=2))
    return [cel.value for cel in kop], {k.value: cel for k, cel in zip(kop, rij, strict=True)}


def test_xlsx_met_echte_datums_en_een_opmaak_om_mee_te_werken(tmp_path: Path) -> None:
    pad = tmp_path / "uit.xlsx"
    assert export_xlsx.schrijf(pad, [_regel()], "Gemeente A & B") == 1
    koppen, rij = _lees(pad)
    assert koppen == KOPPEN
    waarden = {kop: cel.value for kop, cel in rij.items()}  # type: ignore[attr-defined]
    assert waarden["Ontvangen op"] == datetime(2026, 4, 3)
    assert waarden["Bevestigd op"] == datetime(2026, 4, 7)
    assert waarden["Verdaagd tot"] == datetime(2026, 6, 12)
    assert waarden["Adres"] == "Dorpsstraat 1"
    assert (waarden["Informeel"], waarden["Op tijd"], waarden["Oordeel"]) == (None, "ja", "gegrond")
    blad = openpyxl.load_workbook(pad).worksheets[0]
    assert blad.freeze_panes == "B2"
    assert blad.auto_filter.ref == f"A1:{openpyxl.utils.get_column_letter(len(KOPPEN))}2"
    assert blad.page_setup.orientation == "landscape"
    assert blad.page_setup.fitToWidth in (None, 1)  # 1 is what is meant when nothing is said
    assert blad.page_setup.fitToHeight == 0
    assert blad.print_title_rows == "$1:$1"
    assert blad.column_dimensions["P"].width > 40
    assert "Gemeente A && B" in str(blad.oddHeader.left.text)


KWAAD = ['=HYPERLINK("http://x","y")', "+1+1", "-1", "@SUM(A1)", "\tx", "\rx", "=cmd|'/c calc'!A0",
         "http://voorbeeld.nl", "007", "1e5"]  # fmt: skip


@pytest.mark.parametrize("tekst", KWAAD)
def test_tekst_wordt_nooit_een_formule(tmp_path: Path, tekst: str) -> None:
    regel = _regel(onderwerp=tekst, notities=tekst)
    export_xlsx.schrijf(tmp_path / "uit.xlsx", [regel], "x")
    _, rij = _lees(tmp_path / "uit.xlsx")
    cel = rij["Onderwerp"]
    assert cel.data_type == "s"  # type: ignore[attr-defined]
    assert cel.value == tekst.replace("\r", "_x000D_") or cel.value == tekst  # type: ignore[attr-defined]
    export_csv.schrijf(tmp_path / "uit.csv", [regel])
    with (tmp_path / "uit.csv").open(encoding="utf-8-sig", newline="") as bestand:
        (rij_csv,) = csv.DictReader(bestand, delimiter=";")
    assert rij_csv["Notities"] == csv_tekst(tekst)
    assert rij_csv["Notities"][0] not in "=+-@\t\r"


def test_csv_voor_machines(tmp_path: Path) -> None:
    pad = tmp_path / "uit.csv"
    assert export_csv.schrijf(pad, [_regel(omschrijving='Zij zei: "nee";\nen ging')]) == 1
    assert pad.read_bytes().startswith(b"\xef\xbb\xbf")
    with pad.open(encoding="utf-8-sig", newline="") as bestand:
        (rij,) = csv.DictReader(bestand, delimiter=";")
    assert rij["Ontvangen op"] == "2026-04-03"
    assert rij["Omschrijving"] == 'Zij zei: "nee";\nen ging'


def test_een_te_lange_tekst_wordt_afgekapt_en_zegt_het(tmp_path: Path) -> None:
    export_xlsx.schrijf(tmp_path / "uit.xlsx", [_regel(omschrijving="x" * 40_000)], "x")
    _, rij = _lees(tmp_path / "uit.xlsx")
    assert rij["Omschrijving"].value.endswith("staat in het register)")  # type: ignore[attr-defined]


def test_een_leeg_register_geeft_een_leeg_blad(tmp_path: Path) -> None:
    assert export_xlsx.schrijf(tmp_path / "uit.xlsx", [], "x") == 0
    assert export_csv.schrijf(tmp_path / "uit.csv", []) == 0


def test_als_het_misgaat_blijft_het_oude_bestand_staan(tmp_path: Path) -> None:
    pad = tmp_path / "uit.csv"
    pad.write_text("oud")

    def kapot() -> object:
        yield _regel()
        raise ZeroDivisionError

    for schrijf in (
        lambda: export_csv.schrijf(pad, kapot()),  # type: ignore[arg-type]
        lambda: export_xlsx.schrijf(pad, kapot(), "x"),  # type: ignore[arg-type]
    ):
        with pytest.raises(ZeroDivisionError):
            schrijf()
    assert pad.read_text() == "oud"
    assert list(tmp_path.iterdir()) == [pad]


def test_een_map_die_er_niet_is(tmp_path: Path) -> None:
    with pytest.raises(OmgevingFout, match="kan niet worden bewaard"):
        export_xlsx.schrijf(tmp_path / "weg" / "uit.xlsx", [], "x")
    with pytest.raises(OmgevingFout), vervang(tmp_path / "weg" / "x") as tijdelijk:
        tijdelijk.write_text("x")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=30))
def test_de_apostrof_gaat_er_weer_af(tekst: str) -> None:
    assert zonder_apostrof(csv_tekst(tekst)) == tekst or tekst.startswith("'")
    assert not csv_tekst(tekst).startswith(("=", "+", "-", "@", "\t", "\r"))
