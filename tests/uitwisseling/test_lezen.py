"""Files of every kind, and files that mean harm."""

from __future__ import annotations

import io
import sys
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from klachtenapp.__main__ import main
from klachtenapp.errors import OmgevingFout, RegelFout
from klachtenapp.uitwisseling import grenzen, kindproces, lezen, overdracht, veilig
from klachtenapp.uitwisseling.cellen import Blad
from klachtenapp.uitwisseling.kolommen import deel_in
from klachtenapp.uitwisseling.leeskind import SCHAKELAAR, lees

_KLEIN = (
    ["2015-01", "Mw. A. de Vries", "gegr."],
    ["2015-02", "Fam. Bos", "ongegr."],
)


@pytest.mark.parametrize("naam", ["klein.xls", "klein.ods"])
def test_oude_en_open_rekenbladen(gegevens: Path, naam: str) -> None:
    werkmap = lezen.lees(gegevens / naam)
    (blad,) = werkmap.bladen
    assert werkmap.vorm == naam[-3:]
    assert [[rij[0], rij[2], rij[7]] for rij in blad.rijen[2:]] == list(map(list, _KLEIN))
    assert blad.rijen[2][1] == date(2015, 3, 2)
    assert {k.kop: k.veld.value for k in deel_in(werkmap).kolommen}["Klacht"] == "omschrijving"


def test_opmerking_bij_een_cel_in_ods(gegevens: Path) -> None:
    (blad,) = lezen.lees(gegevens / "klein.ods").bladen
    assert blad.aantekeningen == {(3, 5): ("opmerking: ombudsman gebeld",)}


def test_de_naam_van_het_bestand_zegt_niets(gegevens: Path, tmp_path: Path) -> None:
    pad = tmp_path / "export.csv"
    pad.write_bytes((gegevens / "klein.xls").read_bytes())
    assert lezen.lees(pad).vorm == "xls"


def test_groot_bestand_dat_niet_in_een_keer_door_de_pijp_past(
    maak_xlsx: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    # The answer comes long after the first tick: what was not written yet must still go.
    monkeypatch.setattr(kindproces, "_TIK", 0.001)
    rijen = [["Nr.", "Datum ontvangst"], *([str(i), f"tekst {i * 7919}"] for i in range(6000))]
    werkmap = lezen.lees(maak_xlsx({"a": rijen}))
    assert len(werkmap.bladen[0].rijen) == 6001


def test_bestand_dat_er_niet_is(tmp_path: Path) -> None:
    with pytest.raises(OmgevingFout, match="kan niet worden gelezen"):
        lezen.lees(tmp_path / "weg.xlsx")


def test_leeg_bestand(tmp_path: Path) -> None:
    pad = tmp_path / "leeg.csv"
    pad.write_bytes(b"")
    with pytest.raises(RegelFout, match="is leeg"):
        lezen.lees(pad)


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"%PDF-1.7 ...", "geen rekenblad"),
        (b"<html><table><tr><td>x</td></tr></table>", "webpagina"),
        (b"\x00\x01\x02 binair", "geen rekenblad"),
        (b"PK\x03\x04 kapot", "beschadigd"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 kapot", "beschadigd"),
    ],
)
def test_wat_geen_rekenblad_is_wordt_geweigerd(tmp_path: Path, inhoud: bytes, zin: str) -> None:
    pad = tmp_path / "register.xlsx"
    pad.write_bytes(inhoud)
    with pytest.raises(RegelFout, match=zin):
        lezen.lees(pad)


def test_te_groot_bestand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grenzen, "MAX_BESTAND", 10)
    pad = tmp_path / "groot.csv"
    pad.write_text("nummer;datum\n1;2\n")
    with pytest.raises(RegelFout, match="groter dan"):
        veilig.haal_op(pad)


def _zip(delen: dict[str, bytes]) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, inhoud in delen.items():
            archief.writestr(naam, inhoud)
    return uit.getvalue()


def test_zipbom_wordt_niet_uitgepakt(tmp_path: Path) -> None:
    bom = _zip({"[Content_Types].xml": b"", "xl/worksheets/sheet1.xml": b" " * 40_000_000})
    assert len(bom) < 100_000
    pad = tmp_path / "bom.xlsx"
    pad.write_bytes(bom)
    begin = time.perf_counter()
    with pytest.raises(RegelFout, match="uitgepakt te groot"):
        lezen.lees(pad)
    assert time.perf_counter() - begin < 30  # not the time it takes, but that it ends at all


def test_zip_die_geen_rekenblad_is(tmp_path: Path) -> None:
    pad = tmp_path / "foto.xlsx"
    pad.write_bytes(_zip({"foto.jpg": b"x"}))
    with pytest.raises(RegelFout, match="geen rekenblad"):
        lezen.lees(pad)


def _vervang(pad: Path, **delen: bytes) -> Path:
    """Replace parts of a good xlsx; ``__`` in a name is a slash, ``_xml`` its ending."""
    nieuw = {naam.replace("__", "/").replace("_xml", ".xml"): d for naam, d in delen.items()}
    with zipfile.ZipFile(pad) as archief:
        alles = {naam: archief.read(naam) for naam in archief.namelist()} | nieuw
    pad.write_bytes(_zip(alles))
    return pad


def test_losse_cel_in_de_verste_hoek_legt_het_programma_niet_plat(
    maak_xlsx: Callable[..., Path],
) -> None:
    hoek = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1"><c r="A1"><v>1</v></c></row>'
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    )
    pad = _vervang(maak_xlsx({"a": [["x"]]}), xl__worksheets__sheet1_xml=hoek)
    with pytest.raises(RegelFout, match=r"losse cel|te veel geheugen"):
        lezen.lees(pad)


@pytest.mark.parametrize("deel", ["xl__styles_xml", "xl__sharedStrings_xml", "xl__workbook_xml"])
def test_xml_met_entiteiten_wordt_niet_uitgevouwen(
    maak_xlsx: Callable[..., Path], deel: str
) -> None:
    lol = b"".join(b'<!ENTITY l%d "%s">' % (i, b"&l%d;" % (i - 1) * 10) for i in range(1, 12))
    bom = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">' + lol + b"]><x>&l11;</x>"
    assert "lollol" not in _lees_of_weiger(_vervang(maak_xlsx({"a": [["x"]]}), **{deel: bom}))


@pytest.mark.parametrize("deel", ["xl__styles_xml", "xl__sharedStrings_xml"])
def test_externe_entiteit_wordt_niet_gelezen(
    maak_xlsx: Callable[..., Path], tmp_path: Path, deel: str
) -> None:
    geheim = tmp_path / "geheim.txt"
    geheim.write_text("wachtwoord")
    xxe = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "{geheim.as_uri()}">]><x>&e;</x>'
    pad = _vervang(maak_xlsx({"a": [["x"]]}), **{deel: xxe.encode()})
    assert "wachtwoord" not in _lees_of_weiger(pad)


def _lees_of_weiger(pad: Path) -> str:
    """Return all that was read, or the refusal."""
    try:
        return str(lezen.lees(pad))
    except RegelFout as fout:
        return fout.boodschap


def test_een_lezer_die_blijft_hangen_wordt_gestopt(
    gegevens: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lezen, "_opdracht", lambda: _slaper())
    with pytest.raises(RegelFout, match="duurde langer"):
        lezen.lees(gegevens / "klein.xls", leestijd=0.5)


def test_de_gebruiker_kan_het_lezen_stoppen(
    gegevens: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lezen, "_opdracht", lambda: _slaper())
    with pytest.raises(RegelFout, match="Gestopt"):
        lezen.lees(gegevens / "klein.xls", gestopt=lambda: True)


def test_een_lezer_die_omvalt_geeft_een_zin(
    gegevens: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lezen, "_opdracht", lambda: [sys.executable, "-c", "import os; os.abort()"])
    with pytest.raises(RegelFout, match="beschadigd"):
        lezen.lees(gegevens / "klein.xls")


def _slaper() -> list[str]:
    return [sys.executable, "-c", "import time; time.sleep(60)"]


def test_bevroren_programma_start_zichzelf(gegevens: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.frozen", True, raising=False)
    assert lezen._opdracht()[1:] == [SCHAKELAAR]
    gezien: list[list[str]] = []
    monkeypatch.setattr("klachtenapp.uitwisseling.leeskind.main", lambda a: gezien.append(a) or 0)
    assert main([SCHAKELAAR, "xls", "klein.xls"]) == 0
    assert gezien == [["xls", "klein.xls"]]


def test_te_veel_bladen_rijen_en_tekens(
    maak_xlsx: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    inhoud = maak_xlsx({"a": [["x" * 50]] * 5, "b": [["y"]]}).read_bytes()
    for grens, waarde, zin in (
        ("MAX_BLADEN", 1, "meer dan 1 bladen"),
        ("MAX_RIJEN", 3, "meer dan 3 rijen"),
        ("MAX_CELTEKST", 20, "meer dan 20 tekens"),
        ("MAX_CELLEN", 2, "te veel cellen"),
    ):
        with monkeypatch.context() as m:
            m.setattr(grenzen, grens, waarde)
            with pytest.raises(RegelFout, match=zin):
                lees(inhoud, "xlsx", "oud.xlsx")


CEL = st.one_of(
    st.text(max_size=20),
    st.integers(-(2**40), 2**40),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.dates(),
    st.datetimes().map(lambda d: d.replace(microsecond=0)),
)


@given(st.lists(st.lists(CEL, min_size=3, max_size=3), max_size=8))
def test_de_overdracht_verliest_niets(rijen: list[list[object]]) -> None:
    blad = Blad("naam é", rijen, True, {(1, 2): ("opmerking: hallo",)}, ((0, 0, 1, 1),))  # type: ignore[arg-type]
    (terug,), opmerkingen, fout = overdracht.pak_uit(overdracht.pak_in([blad], ["let op"]))
    assert terug == blad
    assert [[type(c) for c in r] for r in terug.rijen] == [[type(c) for c in r] for r in rijen]
    assert (opmerkingen, fout) == (("let op",), "")


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.data())
def test_verminkte_bestanden_geven_een_weigering_en_nooit_een_andere_fout(
    gegevens: Path, tmp_path: Path, data: st.DataObject
) -> None:
    """Along the real road: some of these make the reading process abort."""
    naam = data.draw(st.sampled_from(["klein.xls", "klein.ods", "jz-register-2021-2025.xlsx"]))
    inhoud = bytearray((gegevens / naam).read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        inhoud[data.draw(st.integers(0, len(inhoud) - 1))] = data.draw(st.integers(0, 255))
    pad = tmp_path / naam
    pad.write_bytes(inhoud)
    with suppress(RegelFout):
        lezen.lees(pad)


def test_een_klein_bestand_krijgt_minder_tijd_dan_een_groot() -> None:
    assert grenzen.leestijd(2_000) < 10
    assert grenzen.leestijd(5 * 2**20) < grenzen.leestijd(10 * 2**20)
    assert grenzen.leestijd(300 * 2**20) == grenzen.LEESTIJD


@pytest.mark.parametrize("lus", ["for _ in iter(int, 1): pass", "sum(iter(int, 1))"])
def test_een_lezer_die_rondjes_draait_stopt_zichzelf(
    gegevens: Path, monkeypatch: pytest.MonkeyPatch, lus: str
) -> None:
    """The second loop runs in C and never looks at a signal, as a reader in Rust does not."""
    code = f"""
from klachtenapp.uitwisseling import grenzen, leeskind
def draai(*_):
    {lus}
grenzen.KLEINE_LEESTIJD = 0.2
leeskind.lees = draai
leeskind.main(["xls", "oud.xls"])
"""
    monkeypatch.setattr(lezen, "_opdracht", lambda: [sys.executable, "-c", code])
    with pytest.raises(RegelFout, match="beschadigd"):
        lezen.lees(gegevens / "klein.xls")
