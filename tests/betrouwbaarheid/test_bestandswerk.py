"""How many operations a save asks of a share: what makes ten people wait, whatever the machine."""

from __future__ import annotations

from pathlib import Path

from tests.betrouwbaarheid.conftest import Proefdraai
from tests.harnas.share import Share

_LEZEN = 32
_BEWAREN = 128
_INTAKE = 165
"""A new melding also gets its number, its people and the five indexes by which it is found."""


def test_een_keer_bewaren_vraagt_weinig_van_de_share(
    fuseshare: Path, plek: Path, proef: Proefdraai
) -> None:
    achter = plek / "achter"
    achter.mkdir()
    with (
        Share(fuseshare, achter, plek / "pc1") as een,
        Share(fuseshare, achter, plek / "pc2") as twee,
    ):
        tellingen = proef.draai("bestandswerk", achter, een.map, een.pad, twee.map)["operaties"]
    assert tellingen.pop("lezen") <= _LEZEN
    assert tellingen.pop("intake") <= _INTAKE
    assert len(tellingen) == 4
    assert {soort: n for soort, n in tellingen.items() if n > _BEWAREN} == {}
