"""Two windows on one register see each other, and find out when locks do not work."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from klachtenapp.models.gedeeld import aanwezigheid
from klachtenapp.models.gedeeld.aanwezigheid import Aanwezige, Aanwezigheid

NU = datetime(2026, 11, 24, 9, 30)


class Tik:
    """Seconds that the test counts."""

    def __init__(self) -> None:
        self.stand = 0.0

    def __call__(self) -> float:
        return self.stand


@pytest.fixture
def tik() -> Tik:
    return Tik()


@pytest.fixture
def open_venster(tmp_path: Path, tik: Tik) -> Iterator[Callable[[str], Aanwezigheid]]:
    vensters: list[Aanwezigheid] = []

    def maak(naam: str) -> Aanwezigheid:
        wie = Aanwezige(naam, f"PC-{len(vensters)}", NU)
        vensters.append(Aanwezigheid(tmp_path / "proef.klachten", wie, klok=tik))
        return vensters[-1]

    yield maak
    for venster in vensters:
        venster.sluit()


Opener = Callable[[str], Aanwezigheid]


def test_alleen(open_venster: Opener) -> None:
    beeld = open_venster("Sonja").kijk()
    assert beeld.anderen == ()
    assert beeld.sloten_werken is None


def test_twee_zien_elkaar_en_de_sloten_werken(open_venster: Opener) -> None:
    een, twee = open_venster("Sonja"), open_venster("Łukasz Brzęczyszczykiewicz-van der Ven" * 4)
    twee.toon("K2026-0094", NU)
    twee.klop()
    (ander,) = een.kijk().anderen
    assert ander.naam.startswith("Łukasz Brzęcz")
    assert (ander.kenmerk, ander.kenmerk_sinds) == ("K2026-0094", NU)
    assert een.kijk().sloten_werken is True
    assert [a.naam for a in twee.kijk().anderen] == ["Sonja"]


def test_wie_weggaat_is_weg(open_venster: Opener) -> None:
    een, twee = open_venster("Sonja"), open_venster("Piet")
    assert len(een.kijk().anderen) == 1
    twee.sluit()
    assert een.kijk().anderen == ()
    assert [a.naam for a in open_venster("Klaas").kijk().anderen] == ["Sonja"]


def test_een_gedood_venster_verdwijnt_en_maakt_plaats(
    open_venster: Opener, tik: Tik, tmp_path: Path
) -> None:
    een, twee = open_venster("Sonja"), open_venster("Piet")
    een.kijk()
    vol = een.pad.read_bytes()
    twee.sluit()
    een.pad.write_bytes(vol)  # as a program leaves it that was killed: not emptied, not locked
    assert een.kijk().anderen == ()
    tik.stand += aanwezigheid.VERLATEN_S + 1
    een.kijk()
    assert een.pad.read_bytes()[aanwezigheid.GROOTTE :].strip(b"\0") == b""


def test_een_pc_die_stilviel_staat_er_niet_eeuwig(open_venster: Opener, tik: Tik) -> None:
    een, _stil = open_venster("Sonja"), open_venster("Piet")
    assert len(een.kijk().anderen) == 1
    tik.stand += aanwezigheid.VERLATEN_S + 1
    assert een.kijk().anderen == ()


def test_sloten_die_niemand_tegenhouden_worden_gevonden(
    open_venster: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a share does whose locks are always granted (mount option nobrl)."""
    een, twee = open_venster("Sonja"), open_venster("Piet")
    een.kijk()
    monkeypatch.setattr(aanwezigheid, "vergrendel", lambda *_: True)
    monkeypatch.setattr(aanwezigheid, "ontgrendel", lambda *_: None)
    beelden = []
    for _ in range(3):
        twee.klop()
        beelden.append(een.kijk().sloten_werken)
    assert beelden[-1] is False


def test_twee_in_een_plek_is_bewijs(open_venster: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    een = open_venster("Sonja")
    leeg = een.pad.read_bytes()
    een.pad.write_bytes(b"\0" * len(leeg))  # both looked before the other had written
    monkeypatch.setattr(aanwezigheid, "vergrendel", lambda *_: True)
    open_venster("Piet")
    assert een.kijk().sloten_werken is False


def test_half_geschreven_is_niemand(open_venster: Opener) -> None:
    een, twee = open_venster("Sonja"), open_venster("Piet")
    inhoud = een.pad.read_bytes()
    een.pad.write_bytes(inhoud[: aanwezigheid.GROOTTE + 20] + b"\0" * (aanwezigheid.GROOTTE - 20))
    assert een.kijk().anderen == ()
    twee.klop()
    assert [a.naam for a in een.kijk().anderen] == ["Piet"]


def _valt_weg(venster: Aanwezigheid) -> None:
    """Its computer is gone: the server lets go of its lock, its slot stays as it was."""
    greep, venster._greep = venster._greep, -1
    os.close(greep)


def test_wie_wegvalt_terwijl_wij_kijken_is_geen_bewijs(
    open_venster: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It moved once more after we read, and was gone when we tried its lock."""
    een, twee = open_venster("Sonja"), open_venster("Piet")
    een.kijk()
    echt = aanwezigheid.vergrendel

    def dan_valt_de_ander_weg(greep: int, plek: int) -> bool:
        monkeypatch.setattr(aanwezigheid, "vergrendel", echt)
        twee.klop()
        _valt_weg(twee)
        return echt(greep, plek)

    twee.klop()
    monkeypatch.setattr(aanwezigheid, "vergrendel", dan_valt_de_ander_weg)
    assert [een.kijk().sloten_werken for _ in range(3)] == [None, None, None]


def test_twee_die_na_elkaar_wegvielen_in_een_plek_bewijzen_niets(open_venster: Opener) -> None:
    een = open_venster("Sonja")
    for slagen in (1, 3):
        ander = open_venster("Piet")
        if slagen == 1:
            een.kijk()
        for _ in range(slagen):
            ander.klop()
        _valt_weg(ander)
        assert een.kijk().sloten_werken is None
        with een.pad.open("r+b") as bestand:  # a third emptied it before we looked again
            bestand.seek(aanwezigheid.GROOTTE)
            bestand.write(b"\0" * aanwezigheid.GROOTTE)
