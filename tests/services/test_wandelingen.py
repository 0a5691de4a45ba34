"""Random walks of dossiers through the services, on a real register: no state without a step.

Handelingen, letters, signatures, waiting, undoing, mistakes and people without the right, in
any order; then whoever follows the next steps closes every dossier. The long form
(``-m lang``) walks 10,000 dossiers. A walk that fails names its seed, which is also the
number of its test; ``KLACHTENAPP_WANDELING=<seed>`` walks only that one.
"""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from tests.services.wandelaar import DOSSIERS, Wandeling

_ENKEL = os.environ.get("KLACHTENAPP_WANDELING", "")
_KORT = [int(_ENKEL)] if _ENKEL else range(4)
_LANG = range(10_000 // DOSSIERS)


def _loop(seed: int, map_: Path) -> Counter[str]:
    wandeling = Wandeling(seed, map_)
    wandeling.loop()
    geteld = wandeling.telling
    gesloten = sum(aantal for wat, aantal in geteld.items() if wat.startswith("gesloten"))
    assert gesloten == geteld["dossiers"] >= DOSSIERS
    return geteld


@pytest.mark.parametrize("seed", _KORT)
def test_a_walk_comes_to_its_end(seed: int, tmp_path: Path) -> None:
    geteld = _loop(seed, tmp_path)
    # Of these few it is known; among hundreds there is one in which nothing was undone.
    assert min(geteld["geweigerd"], geteld["ongedaan"], geteld["brieven verzonden"]) > 0


@pytest.mark.lang
@pytest.mark.parametrize("seed", _LANG)
def test_ten_thousand_dossiers_come_to_their_end(seed: int, tmp_path: Path) -> None:
    _loop(seed, tmp_path)
