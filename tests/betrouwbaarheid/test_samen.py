"""Several people at once on a slow share: nothing is overwritten, nobody sees an error."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.betrouwbaarheid.conftest import Proefdraai
from tests.harnas.share import Share


@dataclass(frozen=True)
class Drukte:
    """How busy it is. ``p95`` is how long a save may take, in seconds; short forms measure none."""

    mensen: int
    seconden: int
    pauze: float
    vertraging_us: int
    p95: float


_KORT = Drukte(3, 12, 1.5, 1000, 60)
_LANG = Drukte(10, 600, 20, 5000, 1.5)


@pytest.mark.parametrize(
    "druk", [_KORT, pytest.param(_LANG, marks=pytest.mark.lang)], ids=["kort", "tien"]
)
def test_samen_op_een_trage_share(
    druk: Drukte, fuseshare: Path, plek: Path, proef: Proefdraai
) -> None:
    achter = plek / "achter"
    achter.mkdir()
    with (
        Share(fuseshare, achter, plek / "pc1") as een,
        Share(fuseshare, achter, plek / "pc2") as twee,
    ):
        for pc in (een, twee):
            pc.zet(latency_us=druk.vertraging_us)
        cijfers = proef.draai(
            "samen", druk.seconden, druk.mensen, druk.pauze, achter, een.map, twee.map
        )
    assert cijfers["fouten"] == {}, cijfers["voorbeelden"]
    assert cijfers["opgeslagen"] > druk.mensen
    assert cijfers["p95"] < druk.p95
