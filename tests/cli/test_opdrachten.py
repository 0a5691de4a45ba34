"""The other commands: termijn, importeer, exporteer, brief, stappenplan, copies, help."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from klachtenapp.cli import main
from klachtenapp.cli.ontleder import maak_ontleder

REGISTERS = Path(__file__).parents[1] / "uitwisseling" / "gegevens"


@pytest.fixture
def pad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    bestand = tmp_path / "klachten.klachten"
    assert main(["nieuw", str(bestand), "--gemeente", "Voorbeeldstad"]) == 0
    monkeypatch.setenv("KLACHTENAPP_REGISTER", str(bestand))
    return bestand


def _json(capsys: pytest.CaptureFixture[str], *argumenten: str) -> Any:
    capsys.readouterr()
    assert main([*argumenten, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(
    ("argumenten", "nominaal", "uiterste"),
    [
        (["2026-02-20"], "2026-04-03", "2026-04-07"),
        (["2026-02-20", "--verdaagd"], "2026-05-01", "2026-05-01"),
        (["2027-02-24", "--weken", "10"], "2027-05-05", "2027-05-10"),
        (["2026-04-17", "--niet-in-behandeling"], "2026-05-15", "2026-05-18"),
        (["2026-09-18", "--weken", "10", "--verdaagd"], "2026-12-25", "2026-12-28"),
    ],
)
def test_termijn_needs_no_register(
    capsys: pytest.CaptureFixture[str], argumenten: list[str], nominaal: str, uiterste: str
) -> None:
    uit = _json(capsys, "termijn", *argumenten)
    assert {"ontvangen", "nominale_datum", "uiterste_datum", "uitleg", "waarschuwingen"} <= set(uit)
    assert (uit["nominale_datum"], uit["uiterste_datum"]) == (nominaal, uiterste)
    assert all(isinstance(zin, str) for zin in uit["uitleg"])


def test_termijn_beyond_the_table_warns(capsys: pytest.CaptureFixture[str]) -> None:
    assert _json(capsys, "termijn", "2031-03-17")["waarschuwingen"]


def test_niet_in_behandeling_cannot_be_verdaagd(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["termijn", "2026-04-17", "--niet-in-behandeling", "--verdaagd"]) == 1
    assert "9:8" in capsys.readouterr().err


@pytest.mark.parametrize(("bestand", "aantal"), [
    ("jz-register-2021-2025.xlsx", 121),
    ("export-oud-systeem.csv", 60),
])  # fmt: skip
def test_old_registers_go_in_whole_and_once(
    pad: Path, capsys: pytest.CaptureFixture[str], bestand: str, aantal: int
) -> None:
    proef = _json(capsys, "importeer", str(REGISTERS / bestand), "--proef")
    assert _json(capsys, "lijst") == []
    uit = _json(capsys, "importeer", str(REGISTERS / bestand))
    aanvaard = uit["goed"] + uit["let_op"]
    assert uit["gelezen"] == aantal == aanvaard + len(uit["geweigerd"])
    assert uit["toegevoegd"] == aanvaard
    assert proef["geweigerd"] == uit["geweigerd"]
    assert sum(uit["per_jaar"].values()) == aanvaard
    assert sum(uit["per_oordeel"].values()) == aanvaard
    assert sum(uit["per_soort"].values()) == aanvaard
    assert all({"blad", "rij", "reden"} <= set(rij) for rij in uit["geweigerd"])
    assert len(_json(capsys, "lijst")) == aanvaard
    assert _json(capsys, "importeer", str(REGISTERS / bestand))["toegevoegd"] == 0
    assert len(_json(capsys, "lijst")) == aanvaard


def test_exporteer_writes_both_kinds_and_refuses_others(
    pad: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["importeer", str(REGISTERS / "export-oud-systeem.csv")]) == 0
    for naam in ("uit.xlsx", "uit.csv"):
        assert main(["exporteer", "--uit", str(tmp_path / naam)]) == 0
        assert (tmp_path / naam).stat().st_size > 1000
    assert main(["exporteer", "--uit", str(tmp_path / "uit.doc")]) == 1
    assert ".xlsx" in capsys.readouterr().err


def test_demo_without_window_gives_a_register_and_paper(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["demo", "--map", str(tmp_path), "--zonder-venster"]) == 0
    (register,) = tmp_path.glob("*.klachten")
    assert len(list(tmp_path.rglob("*.pdf"))) >= 3
    regels = _json(capsys, "lijst", "--register", str(register))
    assert len(regels) >= 110
    assert {"Dhr. Y. Mohamed", "Dhr. K. Klock"} <= {regel["klager"] for regel in regels}


def test_demo_opens_the_window_that_it_is_given(tmp_path: Path) -> None:
    geopend: list[Path] = []

    def venster(pad: Path) -> int:
        geopend.append(pad)
        return 0

    assert main(["demo", "--map", str(tmp_path)], venster) == 0
    assert geopend == list(tmp_path.glob("*.klachten"))


def test_stappenplan_without_register_is_a_pdf(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KLACHTENAPP_REGISTER", raising=False)
    uit = tmp_path / "stappenplan.pdf"
    assert main(["stappenplan", "--uit", str(uit), "--variant", "compleet", "--groot"]) == 0
    assert uit.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("weg", ["informeel", "formeel"])
@pytest.mark.parametrize("formaat", ["a4", "a5", "vouw"])
def test_stappenplan_in_every_form(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, weg: str, formaat: str
) -> None:
    monkeypatch.delenv("KLACHTENAPP_REGISTER", raising=False)
    uit = tmp_path / "stappenplan.pdf"
    keuzes = ["--weg", weg, "--formaat", formaat, "--taal", "en"]
    assert main(["stappenplan", "--uit", str(uit), *keuzes]) == 0
    assert uit.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("keuzes", "zin"),
    [
        (["--formaat", "a3"], "Kies a4, a5 of vouw"),
        (["--weg", "rechtdoor"], "Kies beide, informeel of formeel"),
        (["--taal", "xx"], "Kies nl of en"),
        (["--formaat", "vouw", "--groot"], "passen niet op A5"),
    ],
)
def test_a_stappenplan_that_does_not_exist_is_a_sentence(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    keuzes: list[str],
    zin: str,
) -> None:
    monkeypatch.delenv("KLACHTENAPP_REGISTER", raising=False)
    assert main(["stappenplan", "--uit", str(tmp_path / "x.pdf"), *keuzes]) == 1
    assert zin in capsys.readouterr().err


def test_a_letter_that_may_not_go_yet_is_refused_with_the_reason(
    pad: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    voorbeeld = Path(__file__).parents[2] / "resources" / "voorbeelden" / "registreer.json"
    assert main(["registreer", str(voorbeeld)]) == 0
    uit = tmp_path / "brief.pdf"
    assert main(["brief", "K2026-0001", "afdoeningsbrief", "--uit", str(uit)]) == 1
    assert not uit.exists()
    assert capsys.readouterr().err.strip()
    assert main(["brief", "K2026-0001", "liefdesbrief", "--uit", str(uit)]) == 1
    assert "ontvangstbevestiging" in capsys.readouterr().err


def test_reservekopie_controleer_and_herstel(
    pad: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    voorbeeld = Path(__file__).parents[2] / "resources" / "voorbeelden" / "registreer.json"
    kopie = _json(capsys, "reservekopie")
    assert Path(kopie["pad"]).is_file()
    assert main(["registreer", str(voorbeeld)]) == 0
    assert all(bevinding["goed"] for bevinding in _json(capsys, "controleer"))
    # More is only replaced by less after the typed word, and is kept all the same.
    monkeypatch.setattr("sys.stdin", io.StringIO("ja\n"))
    assert main(["herstel", kopie["pad"]]) == 1
    assert len(_json(capsys, "lijst")) == 2
    monkeypatch.setattr("sys.stdin", io.StringIO("HERSTEL\n"))
    capsys.readouterr()
    assert main(["herstel", kopie["pad"]]) == 0
    bewaard = capsys.readouterr().out.split("bewaard in ")[1].strip().rstrip(".")
    assert Path(bewaard).is_file()
    assert _json(capsys, "lijst") == []


def test_nieuw_never_overwrites(pad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    voor = pad.read_bytes()
    assert main(["nieuw", str(pad), "--gemeente", "Anders"]) == 2
    assert capsys.readouterr().err.strip()
    assert pad.read_bytes() == voor


def test_a_file_that_is_no_register_is_the_environment(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    vreemd = tmp_path / "brief.klachten"
    vreemd.write_text("Dit is geen register.")
    assert main(["lijst", "--register", str(vreemd)]) == 2
    assert vreemd.read_text() == "Dit is geen register."
    assert capsys.readouterr().err.strip()


def test_a_bug_ends_with_3_and_names_the_log(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("klachtenapp.paths.logmap", lambda: tmp_path)

    def stuk(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("klachtenapp.domain.termijnen.afdoening", stuk)
    assert main(["termijn", "2026-02-20"]) == 3
    assert "klachtenapp.log" in capsys.readouterr().err
    assert "ZeroDivisionError" in (tmp_path / "klachtenapp.log").read_text(encoding="utf-8")


def test_bad_arguments_are_refused_in_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["termijn"]) == 1
    assert "Dit ontbreekt nog" in capsys.readouterr().err
    assert main(["termijn", "morgen"]) == 1
    assert "jaar-maand-dag" in capsys.readouterr().err


def test_every_command_has_dutch_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    overzicht = capsys.readouterr().out
    assert "gebruik:" in overzicht
    keuzes = maak_ontleder()._subparsers
    assert keuzes is not None
    for naam in keuzes._group_actions[0].choices or ():
        assert main([str(naam), "--help"]) == 0
        assert "gebruik:" in capsys.readouterr().out


def test_the_program_starts_as_a_module_and_says_its_version() -> None:
    uitkomst = subprocess.run(
        [sys.executable, "-m", "klachtenapp", "--versie"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert uitkomst.returncode == 0
    assert uitkomst.stdout.strip()[0].isdigit()


def test_a_reader_that_stops_early_is_no_bug(pad: Path) -> None:
    assert main(["importeer", str(REGISTERS / "jz-register-2021-2025.xlsx")]) == 0
    opdracht = [sys.executable, "-m", "klachtenapp", "lijst", "--json", "--register", str(pad)]
    with subprocess.Popen(opdracht, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as proces:
        assert proces.stdout is not None
        assert proces.stderr is not None
        proces.stdout.read(10)
        proces.stdout.close()
        fout = proces.stderr.read()
    assert proces.returncode == 0
    assert b"mis in het programma" not in fout


def test_red_schrijft_een_nieuw_register_en_noemt_wat_ontbreekt(
    pad: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    uit = tmp_path / "gered.klachten"
    assert main(["red", str(pad), "--uit", str(uit)]) == 0
    assert "Er ontbreekt niets" in capsys.readouterr().out
    assert main(["red", str(pad), "--uit", str(uit)]) == 1
    assert "al een bestand" in capsys.readouterr().err
    assert main(["red", str(pad), "--uit", str(tmp_path / "b.klachten"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["weg"] == []
    assert main(["controleer", "--register", str(uit)]) == 0
