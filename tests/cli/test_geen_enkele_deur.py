"""From the command line too: no beklaagde becomes behandelaar, and what was tampered with is found.

The register is a file: whoever can write it can change it. Then ``controleer`` says so.
"""

from __future__ import annotations

import io
import json
import re
import sqlite3
from pathlib import Path

import openpyxl
import pytest

from klachtenapp import bootstrap
from klachtenapp.cli import main
from klachtenapp.domain.begrippen import Status
from klachtenapp.domain.volgende_stap import volgende_stap
from klachtenapp.services import zoeken
from klachtenapp.services.context import Context
from tests.services.ondertekenzaak import afdelingshoofd, bied_aan
from tests.services.ondertekenzaak import teken as zet_handtekening
from tests.services.test_correspondentie import KLAAR, OORDEEL, MaakDossier, bureau, maak

__all__ = ["bureau", "maak"]

KOP = ["Nr.", "Datum ontvangst", "Naam klager", "Klacht", "Behandelaar", "Beklaagde", "Afgedaan op"]
SPELLINGEN = [
    ("M. Kok", "M. Kok"),
    ("M. Kok", "Mevrouw kok van de balie"),
    ("Marga Kok", "mw. M. Kok"),
    ("Kok", "M. Kok"),
    ("P. Yilmaz", "de heer YILMAZ"),
    ("A. Jansen-de Vries", "mevrouw Jansen"),
]


@pytest.fixture
def pad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    bestand = tmp_path / "klachten.klachten"
    assert main(["nieuw", str(bestand), "--gemeente", "Voorbeeldstad"]) == 0
    monkeypatch.setenv("KLACHTENAPP_REGISTER", str(bestand))
    return bestand


def _melding(behandelaar: str, beklaagde: str) -> str:
    return json.dumps(
        {
            "soort": "klacht", "ontvangen_op": "2026-11-20", "kanaal": "balie",
            "omschrijving": "Niet geholpen", "klager": {"achternaam": "Bos"},
            "beklaagde": beklaagde, "behandelaar": behandelaar,
        }
    )  # fmt: skip


@pytest.mark.parametrize(("behandelaar", "beklaagde"), SPELLINGEN)
def test_registreer_weigert_met_een_zin(
    pad: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
    behandelaar: str, beklaagde: str,
) -> None:  # fmt: skip
    bestand = pad.with_name("melding.json")
    bestand.write_text(_melding(behandelaar, beklaagde), encoding="utf-8")
    assert main(["registreer", str(bestand)]) == 1
    assert "Kies iemand anders (artikel 9:7 Awb)" in capsys.readouterr().err
    monkeypatch.setattr("sys.stdin", io.StringIO(_melding(behandelaar, beklaagde)))
    assert main(["registreer", "-"]) == 1
    ctx = bootstrap.open(pad)
    assert zoeken.aantal(ctx, zoeken.Filter()) == 0
    bootstrap.sluit(ctx)


@pytest.mark.parametrize("klaar", ["", "2021-05-01"])
def test_importeer_neemt_de_rij_over_zonder_die_behandelaar_en_noemt_haar(
    pad: Path, capsys: pytest.CaptureFixture[str], klaar: str
) -> None:
    """A klacht is not lost because of who handled it; it only waits for someone independent."""
    bestand = pad.with_name("oud.xlsx")
    boek = openpyxl.Workbook()
    blad = boek.worksheets[0]
    blad.append(KOP)
    for nummer, (behandelaar, beklaagde) in enumerate(SPELLINGEN, 1):
        blad.append(
            [nummer, "2021-04-03", f"A. Bos {nummer}", "Niet gebeld", behandelaar, beklaagde, klaar]
        )
    boek.save(bestand)
    capsys.readouterr()
    assert main(["importeer", str(bestand), "--json"]) == 0
    uit = json.loads(capsys.readouterr().out)
    assert uit["toegevoegd"] == uit["let_op"] == len(SPELLINGEN)
    assert main(["importeer", str(bestand), "--proef"]) == 0
    ctx = bootstrap.open(pad)
    for dossier in zoeken.dossiers(ctx, zoeken.ids(ctx, zoeken.Filter(), "kenmerk")):
        assert dossier.behandelaar is None
        assert "als behandelaar. Dat is niet overgenomen" in dossier.gebeurtenissen[0].toelichting
        assert (dossier.status is Status.AFGEHANDELD) == bool(klaar)
        if not klaar:
            stap = volgende_stap(dossier, ctx.kader, ctx.vandaag)
            assert stap is not None
            assert stap.handeling == "wijs_behandelaar_toe"
    bootstrap.sluit(ctx)


@pytest.fixture
def getekend(bureau: Context, maak: MaakDossier) -> tuple[Path, str]:
    """The file of a register with one signed letter, closed; and the kenmerk."""
    hoofd = afdelingshoofd(bureau)
    kenmerk = maak(*OORDEEL, dossier=KLAAR)
    bied_aan(bureau, kenmerk)
    zet_handtekening(hoofd, kenmerk)
    pad = bureau.register.pad
    bureau.register.sluit()
    return pad, kenmerk


def _controleer(pad: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    """Return the exit code, and the lines that tell what is wrong."""
    capsys.readouterr()
    code = main(["controleer", "--register", str(pad)])
    return code, [r for r in capsys.readouterr().out.splitlines() if r.startswith("FOUT ")]


def test_controleer_noemt_de_brief_waarin_een_bitje_is_omgedraaid(
    getekend: tuple[Path, str], capsys: pytest.CaptureFixture[str]
) -> None:
    pad, kenmerk = getekend
    assert _controleer(pad, capsys) == (0, [])
    bestand = bytearray(pad.read_bytes())
    # Somewhere in the letter itself, in what is compressed.
    plek = bestand.index(b"stream", bestand.rindex(b"%PDF-")) + 40
    bestand[plek] ^= 0b0000_0100
    pad.write_bytes(bestand)
    code, fouten = _controleer(pad, capsys)
    assert code == 1
    (zin,) = [fout for fout in fouten if "handtekening" in fout.lower()]
    assert kenmerk in zin
    assert "afdoeningsbrief" in zin
    assert "veranderd nadat hij werd ondertekend" in zin
    assert all("Awb" not in fout and "Traceback" not in fout for fout in fouten)


def test_controleer_noemt_de_eerste_regel_van_het_log_die_niet_meer_klopt(
    getekend: tuple[Path, str], capsys: pytest.CaptureFixture[str]
) -> None:
    pad, _ = getekend
    db = sqlite3.connect(pad)
    for (naam,) in db.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'log'"
    ).fetchall():
        db.execute(f"DROP TRIGGER {naam}")
    regels = [n for (n,) in db.execute("SELECT id FROM log ORDER BY id")]
    derde, vijfde = regels[2], regels[4]
    db.execute("UPDATE log SET gebruiker = 'iemand' WHERE id IN (?, ?)", (derde, vijfde))
    db.commit()
    db.close()
    code, fouten = _controleer(pad, capsys)
    assert code == 1
    (zin,) = [fout for fout in fouten if "log is buiten het programma om veranderd" in fout]
    assert re.search(rf"regel {derde}\b", zin)
    assert not re.search(rf"regel {vijfde}\b", zin)
