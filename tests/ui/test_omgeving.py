"""Without a screen or without its libraries the program says so, and ends with 2."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from klachtenapp import __main__ as deur
from klachtenapp.ui import omgeving

ROOT = Path(__file__).parents[2]
ALLEEN_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="Windows always has a screen")


@pytest.fixture
def _zonder_scherm(monkeypatch: pytest.MonkeyPatch) -> None:
    for naam in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(naam, raising=False)


@ALLEEN_LINUX
@pytest.mark.usefixtures("_zonder_scherm")
def test_without_a_screen_it_points_to_the_demo_without_a_window(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(omgeving, "_laadt", lambda _bibliotheek: True)
    assert "geen scherm" in omgeving.bezwaar()
    assert "demo --zonder-venster" in omgeving.bezwaar()
    monkeypatch.setenv("DISPLAY", ":987")  # set, but nobody is there
    assert "geen scherm" in omgeving.bezwaar()


@ALLEEN_LINUX
@pytest.mark.usefixtures("_zonder_scherm")
def test_missing_libraries_are_named_as_debian_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    weg = {"libEGL.so.1", "libxcb-cursor.so.0"}
    monkeypatch.setattr(omgeving, "_laadt", lambda bibliotheek: bibliotheek not in weg)
    monkeypatch.setenv("DISPLAY", ":987")
    zin = omgeving.bezwaar()
    assert "sudo apt-get install libegl1 libxcb-cursor0" in zin
    assert "demo --zonder-venster" in zin
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert omgeving.bezwaar() == ""


@ALLEEN_LINUX
def test_wayland_needs_no_x(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    monkeypatch.setattr(omgeving, "_laadt", lambda _bibliotheek: True)
    (tmp_path / "wayland-0").touch()
    assert omgeving.bezwaar() == ""


def test_on_windows_there_is_nothing_to_check(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert omgeving.bezwaar() == ""


def test_a_qt_that_does_not_load_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    fout = ImportError("libGL.so.1: cannot open shared object file")
    monkeypatch.setattr(omgeving, "_laadt", lambda bibliotheek: bibliotheek != "libGL.so.1")
    assert "apt-get install libgl1" in omgeving.uit_importfout(fout)
    monkeypatch.setattr(omgeving, "_laadt", lambda _bibliotheek: True)
    assert "demo --zonder-venster" in omgeving.uit_importfout(ImportError("DLL load failed"))


@ALLEEN_LINUX
def test_the_program_without_a_screen_ends_with_2_and_one_sentence() -> None:
    omgevingen = {k: v for k, v in os.environ.items() if "DISPLAY" not in k}
    omgevingen.pop("QT_QPA_PLATFORM", None)
    uit = subprocess.run(
        [sys.executable, "-m", "klachtenapp"],
        cwd=ROOT,
        env=omgevingen,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert uit.returncode == 2
    assert "Traceback" not in uit.stderr
    assert "klachtenapp demo --zonder-venster" in uit.stderr


def test_arguments_go_to_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert deur.main(["termijn", "2026-02-20"]) == 0
    assert "7 apr" in capsys.readouterr().out


def test_a_double_click_on_a_register_opens_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    geopend: list[Path | None] = []
    monkeypatch.setattr(deur, "venster", lambda pad: geopend.append(pad) or 0)
    assert deur.main(["X:/register/Klachten.KLACHTEN"]) == 0
    assert deur.main([]) == 0
    assert geopend == [Path("X:/register/Klachten.KLACHTEN"), None]
