"""Concepten stay whole on the disk of this computer."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import pytest

from klachtenapp.errors import OmgevingFout
from klachtenapp.services.concepten import Concept, Conceptopslag

UID = "6f1c1c70-7d9c-4b1e-9d0f-0a1b2c3d4e5f"
ANDER = "0e8b7c66-1111-4222-8333-444455556666"


def _concept(uid: str = UID, minuut: int = 0, register: str = "a.klachten") -> Concept:
    moment = datetime(2026, 11, 24, 14, minuut)
    return Concept(uid, register, moment, {"achternaam": "Żółkiewska", "omschrijving": "één\ntwee"})


def test_wat_bewaard_is_komt_terug(tmp_path: Path) -> None:
    opslag = Conceptopslag(tmp_path / "concepten")
    opslag.bewaar(_concept())
    assert opslag.lees(UID) == _concept()
    assert [pad.suffix for pad in (tmp_path / "concepten").iterdir()] == [".json"]


def test_laatste_eerst_en_alleen_van_dit_register(tmp_path: Path) -> None:
    opslag = Conceptopslag(tmp_path)
    opslag.bewaar(_concept(UID, 1))
    opslag.bewaar(_concept(ANDER, 2))
    assert [c.uid for c in opslag.lijst("a.klachten")] == [ANDER, UID]
    assert opslag.lijst("oefening.klachten") == ()


def test_weg_is_weg_ook_een_tweede_keer(tmp_path: Path) -> None:
    opslag = Conceptopslag(tmp_path)
    opslag.bewaar(_concept())
    opslag.verwijder(UID)
    opslag.verwijder(UID)
    assert opslag.lees(UID) is None
    assert opslag.lijst("a.klachten") == ()


def test_een_halve_schrijf_laat_het_oude_staan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opslag = Conceptopslag(tmp_path)
    opslag.bewaar(_concept(minuut=1))

    def schijf_vol(_beschrijver: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", schijf_vol)
    with pytest.raises(OmgevingFout):
        opslag.bewaar(_concept(minuut=2))
    assert opslag.lees(UID) == _concept(minuut=1)


@pytest.mark.parametrize("inhoud", ["", "{", "[]", '{"uid": 3}', '{"uid": "x", "velden": {}}'])
def test_een_onleesbaar_bestand_stoort_de_rest_niet(tmp_path: Path, inhoud: str) -> None:
    opslag = Conceptopslag(tmp_path)
    opslag.bewaar(_concept())
    stuk = tmp_path / f"{ANDER}.json"
    stuk.write_text(inhoud, encoding="utf-8")
    assert [c.uid for c in opslag.lijst("a.klachten")] == [UID]
    assert stuk.exists()


def test_een_uid_is_nooit_een_pad(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="hexadecimal"):
        Conceptopslag(tmp_path).lees("../../geheim")
