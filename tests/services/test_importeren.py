"""Taking over a register through the service: all or none, once, and back again."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from klachtenapp.domain.begrippen import Afdoeningswijze, GebeurtenisSoort, Oordeel, Status
from klachtenapp.domain.termijnkaart import op_tijd, uiterste_datum
from klachtenapp.errors import RegelFout
from klachtenapp.models import importbatches
from klachtenapp.services import importeren, wijzigen, zoeken
from klachtenapp.services.beheer import afdelingen, medewerkers
from klachtenapp.services.context import Context
from klachtenapp.services.importeren import Kolomkeuze, Kolomveld, Verdict
from klachtenapp.services.wijzigen import Wijziging
from klachtenapp.services.zoeken import Filter

GEGEVENS = Path(__file__).parents[1] / "uitwisseling" / "gegevens"
JZ = GEGEVENS / "jz-register-2021-2025.xlsx"
EXPORT = GEGEVENS / "export-oud-systeem.csv"
KOP = ["Nr.", "Datum ontvangst", "Naam klager", "Klacht", "Afdeling", "Datum afgedaan", "Oordeel"]
DAG, KLAAR = date(2021, 4, 3), date(2021, 5, 1)


@pytest.fixture
def bestand(tmp_path: Path) -> Callable[..., Path]:
    """Make an old register of a few rows."""

    def maak(*rijen: list[Any], naam: str = "oud.xlsx") -> Path:
        boek = openpyxl.Workbook()
        blad = boek.worksheets[0]
        blad.title = "2021"
        for rij in (KOP, *rijen):
            blad.append(rij)
        boek.save(tmp_path / naam)
        return tmp_path / naam

    return maak


def _rij(nummer: str, klager: str = "Mw. A. Bos", **anders: Any) -> list[Any]:
    vast = {"ontvangen": DAG, "afdeling": "Burgerzaken", "klaar": KLAAR, "oordeel": "gegr."}
    cel = vast | anders
    return [nummer, cel["ontvangen"], klager, "Niet teruggebeld", cel["afdeling"], cel["klaar"],
            cel["oordeel"]]  # fmt: skip


def _aantal(ctx: Context) -> int:
    return zoeken.aantal(ctx, Filter())


def test_beide_registers_gaan_erin_en_er_gaat_geen_rij_verloren(ctx: Context) -> None:
    jz = importeren.importeer(ctx, JZ)
    oud = importeren.importeer(ctx, EXPORT)
    assert (jz.gelezen, jz.toegevoegd, len(jz.met(Verdict.GEWEIGERD))) == (121, 120, 1)
    assert (oud.gelezen, oud.toegevoegd, len(oud.met(Verdict.GEWEIGERD))) == (60, 60, 0)
    assert _aantal(ctx) == 180
    vorm = jz.als_json()
    assert vorm["geweigerd"][0]["blad"] == "2022"
    assert vorm["geweigerd"][0]["rij"] == 5
    assert vorm["per_oordeel"] == {
        "gegrond": 8, "deels gegrond": 16, "ongegrond": 21, "geen oordeel": 75,
    }  # fmt: skip
    assert vorm["informeel"] == 66
    assert json.loads(json.dumps(vorm)) == vorm
    namen = {a.naam for a in afdelingen(ctx)}
    assert namen == {
        "Belastingen", "Burgerzaken", "KCC", "Openbare Ruimte", "Sociaal Domein", "Vergunningen",
    }  # fmt: skip
    assert {m.naam for m in medewerkers(ctx)} == {
        "M. Kok",
        "H. de Boer",
        "A. van Egdom",
        "P. Yılmaz",
    }


def test_een_dossier_uit_het_oude_register_is_heel(ctx: Context) -> None:
    importeren.importeer(ctx, JZ)
    (nummer,) = [n for n in zoeken.ids(ctx, Filter(zoek="2023-03"))][:1]
    (dossier,) = zoeken.dossiers(ctx, [nummer])
    assert (dossier.oud_kenmerk, dossier.status) == ("2023-03", Status.AFGEHANDELD)
    assert dossier.afdoeningswijze is Afdoeningswijze.INFORMEEL_OPGELOST
    assert dossier.oordeel is Oordeel.GEEN_OORDEEL
    assert dossier.afdeling is not None
    assert dossier.afdeling.naam == "KCC"
    assert "ombudsman gebeld 12-4" in dossier.notities
    assert "Corsa nr: 23.60660" in dossier.notities
    soorten = [g.soort for g in dossier.gebeurtenissen]
    assert soorten[0] is GebeurtenisSoort.GEIMPORTEERD
    bevestigd = dossier.brief_verzonden("ontvangstbevestiging")
    assert bevestigd is not None
    assert bevestigd.op == date(2023, 7, 31)
    assert op_tijd(dossier, ctx.kader) is True


def test_verdaging_telt_mee_in_de_termijn(ctx: Context) -> None:
    importeren.importeer(ctx, JZ)
    (dossier,) = zoeken.dossiers(ctx, zoeken.ids(ctx, Filter(zoek="2021-17"))[:1])
    assert dossier.oud_kenmerk == "2021-17"
    assert uiterste_datum(dossier, ctx.kader) == date(2021, 10, 9)


def test_oude_nummers_en_namen_zijn_te_vinden(ctx: Context) -> None:
    importeren.importeer(ctx, JZ)
    importeren.importeer(ctx, EXPORT)
    assert len(zoeken.ids(ctx, Filter(zoek="2022-04"))) == 2
    assert len(zoeken.ids(ctx, Filter(zoek="Z2022/00060"))) == 1
    assert zoeken.ids(ctx, Filter(zoek="zolkiewska"))


def test_proef_verandert_niets(ctx: Context) -> None:
    voor = ctx.register.pad.read_bytes()
    verslag = importeren.proef(ctx, JZ)
    assert (verslag.proef, verslag.gelezen, verslag.toegevoegd) == (True, 121, 0)
    assert ctx.register.pad.read_bytes() == voor
    assert importeren.batches(ctx) == []


def test_hetzelfde_bestand_nog_eens_voegt_niets_toe(
    ctx: Context, bestand: Callable[..., Path]
) -> None:
    pad = bestand(_rij("2021-01"), _rij("2021-02"), _rij("2021-01"))
    assert importeren.importeer(ctx, pad).toegevoegd == 3
    weer = importeren.importeer(ctx, pad)
    assert (weer.toegevoegd, weer.al_aanwezig, weer.import_id) == (0, 3, 0)
    assert "al overgenomen op 24-11-2026 door registrar" in weer.opmerkingen[-1]
    assert _aantal(ctx) == 3
    assert len(importeren.batches(ctx)) == 1


def test_een_aangevuld_bestand_voegt_alleen_het_nieuwe_toe(
    ctx: Context, bestand: Callable[..., Path]
) -> None:
    importeren.importeer(ctx, bestand(_rij("2021-01"), _rij("2021-02", ontvangen="onbekend")))
    later = bestand(_rij("2021-01"), _rij("2021-02"), _rij("2021-03"), naam="later.xlsx")
    verslag = importeren.importeer(ctx, later)
    assert (verslag.toegevoegd, verslag.al_aanwezig) == (2, 1)


def test_een_nummer_dat_er_al_is_met_andere_gegevens_is_een_let_op(
    ctx: Context, bestand: Callable[..., Path]
) -> None:
    importeren.importeer(ctx, bestand(_rij("2021-01")))
    (regel,) = importeren.proef(ctx, bestand(_rij("2021-01", "Dhr. C. Bos"), naam="b.xlsx")).regels
    assert regel.verdict is Verdict.LET_OP
    assert regel.redenen[-1] == (
        "Nummer 2021-01 staat al in het register als K2021-0001, met andere gegevens."
    )


def test_afdelingen_die_er_al_zijn_worden_gebruikt(
    ctx: Context, bestand: Callable[..., Path]
) -> None:
    importeren.importeer(ctx, bestand(_rij("2021-01", afdeling="Sociaal domein")))
    importeren.importeer(ctx, bestand(_rij("2021-02", afdeling="SOCIAAL DOMEIN"), naam="b.xlsx"))
    assert [a.naam for a in afdelingen(ctx)] == ["Sociaal domein"]


def test_ongedaan_maken_en_opnieuw(ctx: Context, bestand: Callable[..., Path]) -> None:
    pad = bestand(_rij("2021-01"), _rij("2021-02"))
    verslag = importeren.importeer(ctx, pad)
    assert importeren.maak_ongedaan(ctx, verslag.import_id) == ["K2021-0001", "K2021-0002"]
    assert _aantal(ctx) == 0
    assert importeren.batches(ctx)[0].ongedaan_op is not None
    assert importeren.importeer(ctx, pad).toegevoegd == 2


def test_ongedaan_maken_kan_niet_als_er_aan_is_gewerkt(
    ctx: Context, bestand: Callable[..., Path]
) -> None:
    verslag = importeren.importeer(ctx, bestand(_rij("2021-01"), _rij("2021-02")))
    wijzigen.wijzig(ctx, Wijziging("K2021-0002", 1, {"onderwerp": "Anders"}, "u1"))
    with pytest.raises(RegelFout, match="K2021-0002"):
        importeren.maak_ongedaan(ctx, verslag.import_id)
    assert _aantal(ctx) == 2


def test_stoppen_voor_het_bewaren_laat_niets_achter(
    ctx: Context, bestand: Callable[..., Path]
) -> None:
    verslag = importeren.proef(ctx, bestand(_rij("2021-01")))
    with pytest.raises(RegelFout, match="Gestopt"):
        importeren.voer_in(ctx, verslag, gestopt=lambda: True)
    assert _aantal(ctx) == 0
    assert afdelingen(ctx) == []
    assert importeren.batches(ctx) == []


def test_stoppen_tijdens_het_bewaren_laat_niets_achter(
    ctx: Context, bestand: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importbatches, "STUK", 3)
    verslag = importeren.proef(ctx, bestand(*(_rij(f"2021-{i}") for i in range(10))))
    vragen = 0

    def bij(aantal: int) -> bool:
        nonlocal vragen
        vragen += 1
        return vragen > aantal

    keer = 10 + 4 + 1  # at every row, at every piece that is stored, and at the end
    for aantal in range(keer):
        vragen = 0
        with pytest.raises(RegelFout, match="Gestopt"):
            importeren.voer_in(ctx, verslag, gestopt=lambda n=aantal: bij(n))  # type: ignore[misc]
        assert _aantal(ctx) == 0
        assert (afdelingen(ctx), importeren.batches(ctx)) == ([], [])
    klaar = importeren.voer_in(ctx, verslag, gestopt=lambda: False)
    assert (klaar.toegevoegd, _aantal(ctx)) == (10, 10)
    kenmerken = list(klaar.kenmerken.values())
    assert kenmerken == [f"K2021-{i:04}" for i in range(1, 11)]


def test_een_fout_halverwege_laat_niets_achter(
    ctx: Context, bestand: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    pad = bestand(_rij("2021-01"), _rij("2021-02"))
    vorige = importeren.als_dossier

    def kapot(ctx: Context, oud: Any, *rest: Any) -> Any:
        if oud.oud_kenmerk == "2021-02":
            raise ZeroDivisionError
        return vorige(ctx, oud, *rest)

    monkeypatch.setattr(importeren, "als_dossier", kapot)
    with pytest.raises(ZeroDivisionError):
        importeren.importeer(ctx, pad)
    assert _aantal(ctx) == 0
    assert afdelingen(ctx) == []


def test_een_lopend_dossier_blijft_open_en_krijgt_een_volgende_stap(
    ctx: Context, bestand: Callable[..., Path]
) -> None:
    rij = _rij("2026-90", ontvangen=date(2026, 11, 2), klaar=None, oordeel=None)
    importeren.importeer(ctx, bestand(rij))
    (regel,) = zoeken.regels(ctx, zoeken.ids(ctx, Filter(open=True)))
    assert regel.status is Status.ONTVANGEN
    assert regel.volgende_stap


def test_eigen_kolomkeuze_als_object_en_als_bestand(
    ctx: Context, bestand: Callable[..., Path], tmp_path: Path
) -> None:
    pad = bestand(_rij("2021-01"))
    keuze = Kolomkeuze({"oordeel": Kolomveld.NOTITIES})
    (regel,) = importeren.proef(ctx, pad, keuze).regels
    assert regel.dossier is not None
    assert "Oordeel: gegr." in regel.dossier.notities
    toml = tmp_path / "jz.toml"
    toml.write_text('[kolommen]\n"Oordeel" = "niet_overnemen"\n', encoding="utf-8")
    (regel,) = importeren.proef(ctx, pad, toml).regels
    assert regel.dossier is not None
    assert regel.dossier.notities == ""


def test_het_verslag_als_excel(ctx: Context, tmp_path: Path) -> None:
    verslag = importeren.importeer(ctx, JZ)
    importeren.verslag_xlsx(verslag, tmp_path / "verslag.xlsx")
    boek = openpyxl.load_workbook(tmp_path / "verslag.xlsx")
    assert boek.sheetnames == ["Samenvatting", "Geweigerd", "Let op", "Overgeslagen", "Goed"]
    (weg,) = list(boek["Geweigerd"].iter_rows(min_row=2, values_only=True))
    assert weg[:2] == ("2022", 5)
    assert "is geen datum" in str(weg[2])
    assert "G. Dijkstra" in str(weg[3])
    goed = list(boek["Goed"].iter_rows(min_row=2, values_only=True))
    assert len(goed) == len(verslag.met(Verdict.GOED))
    assert str(goed[0][3]).startswith("K2021-")


def test_het_verslag_staat_bij_de_import(ctx: Context, bestand: Callable[..., Path]) -> None:
    importeren.importeer(ctx, bestand(_rij("2021-01")))
    (batch,) = importeren.batches(ctx)
    assert (batch.bestand, batch.gelezen, batch.toegevoegd) == ("oud.xlsx", 1, 1)
    assert json.loads(batch.verslag)["goed"] == 1


def test_voortgang(ctx: Context, bestand: Callable[..., Path]) -> None:
    standen: list[tuple[int, int]] = []
    importeren.importeer(ctx, bestand(_rij("1")), voortgang=lambda *s: standen.append(s))
    assert standen[-1] == (1, 1)
