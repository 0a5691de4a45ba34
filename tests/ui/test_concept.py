"""What is typed is handed to the disk soon, and it is told when that does not work."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from klachtenapp.services.concepten import Conceptopslag
from klachtenapp.ui.concept import Conceptbewaarder

NU = datetime(2026, 11, 24, 9, 30)


@pytest.fixture
def getypt() -> dict[str, str]:
    return {}


@pytest.fixture
def bewaarder(qtbot: QtBot, tmp_path: Path, getypt: dict[str, str]) -> Conceptbewaarder:
    gemaakt = Conceptbewaarder(Conceptopslag(tmp_path), lambda: getypt, lambda: NU)
    gemaakt.zet_register("r")
    return gemaakt


def test_vanzelf_bewaard(bewaarder: Conceptbewaarder, getypt: dict[str, str], qtbot: QtBot) -> None:
    getypt["achternaam"] = "Alberts"
    with qtbot.waitSignal(bewaarder.bewaard, timeout=20_000):
        bewaarder.typ()
    (concept,) = bewaarder.opslag.lijst("r")
    assert concept.velden == {"achternaam": "Alberts"}
    assert concept.uid == bewaarder.uid
    bewaarder.sluit()


def test_een_volle_schijf_wordt_verteld(
    bewaarder: Conceptbewaarder,
    getypt: dict[str, str],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def vol(_beschrijver: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", vol)
    getypt["achternaam"] = "Alberts"
    with qtbot.waitSignal(bewaarder.mislukt, timeout=20_000) as verteld:
        bewaarder.typ()
    assert "maak ruimte vrij" in verteld.args[0]
    bewaarder.sluit()


def test_leeggemaakt_na_typen_bewaart_dat_ook(
    bewaarder: Conceptbewaarder, getypt: dict[str, str]
) -> None:
    getypt["achternaam"] = "Alberts"
    bewaarder.typ()
    bewaarder.bewaar_nu()
    getypt.clear()
    bewaarder.typ()
    bewaarder.sluit()
    (concept,) = bewaarder.opslag.lijst("r")
    assert concept.velden == {}


def test_verwijderen_begint_opnieuw(bewaarder: Conceptbewaarder, getypt: dict[str, str]) -> None:
    getypt["achternaam"] = "Alberts"
    bewaarder.typ()
    bewaarder.bewaar_nu()
    oud = bewaarder.uid
    getypt.clear()
    bewaarder.verwijder()
    assert bewaarder.uid != oud
    assert not bewaarder.bestaat
    assert bewaarder.opslag.lijst("r") == ()
    bewaarder.sluit()
    assert bewaarder.opslag.lijst("r") == ()
