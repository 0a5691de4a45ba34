"""The share is cut off: every command says so in a sentence, with code 2, and changes nothing."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from klachtenapp.cli import main

LIJST = Path(__file__).parents[1] / "uitwisseling" / "gegevens" / "export-oud-systeem.csv"


@pytest.fixture
def share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a register and a copy, of which the cable has just come out."""
    map_ = tmp_path / "share"
    map_.mkdir()
    register = str(map_ / "r.klachten")
    assert main(["nieuw", register, "--gemeente", "Voorbeeldstad"]) == 0
    assert main(["reservekopie", "--register", register]) == 0
    next((map_ / "reservekopieen").glob("*.klachten")).rename(map_ / "kopie.klachten")

    def los(echt: Callable[..., Any]) -> Callable[..., Any]:
        """As a share does: it does not even say that something is not there."""

        def vraag(pad: Any, *anders: Any, **delen: Any) -> Any:
            if isinstance(pad, str | Path) and Path(pad).is_relative_to(map_):
                raise OSError(errno.EIO, "Input/output error", str(pad))
            return echt(pad, *anders, **delen)

        return vraag

    for naam in ("stat", "open", "mkdir", "scandir", "listdir"):
        monkeypatch.setattr(os, naam, los(getattr(os, naam)))
    return map_


@pytest.mark.parametrize(
    "opdracht",
    [
        "controleer", "controleer --herstel-index", "lijst", "signaleer", "reservekopie",
        "herstel SHARE/kopie.klachten", "red SHARE/r.klachten --uit LOKAAL/heel.klachten",
        "importeer LIJST", "importeer SHARE/lijst.xlsx", "exporteer --uit SHARE/lijst.xlsx",
        "postboek", "schijftest", "sleutel status", "demo --zonder-venster --map SHARE/oefenen",
        "nieuw SHARE/nieuw.klachten --gemeente Voorbeeldstad",
    ],
)  # fmt: skip
def test_een_schijf_die_wegviel_is_een_zin(
    opdracht: str, share: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: Any
) -> None:
    monkeypatch.setenv("KLACHTENAPP_REGISTER", str(share / "r.klachten"))
    plekken = {"SHARE": str(share), "LOKAAL": str(tmp_path), "LIJST": str(LIJST)}
    delen = opdracht.split()
    for naam, plek in plekken.items():
        delen = [deel.replace(naam, plek) for deel in delen]
    assert main(delen) == 2, capfd.readouterr()
    zin = capfd.readouterr().err
    assert str(share) in zin or "lijst.xlsx" in zin
    assert "Er ging iets mis in het programma" not in zin
