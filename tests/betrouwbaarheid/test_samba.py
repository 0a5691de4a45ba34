"""The program on a real Samba share: two workstations, one that falls out, a loose cable.

What a real server does and the share of our own does not: locks of the open file that keep
others from the bytes, files that nobody can take away while another has them open, and locks
that stay until the server hears that a workstation is gone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.betrouwbaarheid import test_twee_vensters as vensters
from tests.betrouwbaarheid.conftest import Proefdraai
from tests.harnas.smbd import Smbd, geen_samba
from tests.harnas.smbshare import SmbShare

pytestmark = pytest.mark.skipif(bool(geen_samba()), reason=geen_samba() or "all is here")


def test_twee_werkplekken_op_een_sambashare(proef: Proefdraai) -> None:
    """Longer than three seconds: a server, two mounts and the program each have to start."""
    cijfers = proef.draai("sambaproef", "samen")
    assert cijfers["fouten"] == {}, cijfers["voorbeelden"]
    assert cijfers["gebeurd"] == {"conflict": 1}
    assert cijfers["sloten_werken"] is True
    assert cijfers["anderen"] == 1
    assert (cijfers["soort"], cijfers["journaal"]) == ("netwerk", "persist")
    assert cijfers["wal"] in ("persist", "geweigerd")


@pytest.mark.lang
def test_de_kabel_wordt_doorgeknipt_tijdens_het_opslaan(proef: Proefdraai) -> None:
    cijfers = proef.draai("sambaproef", "stekker", 60, 20261124)
    assert cijfers["fouten"] == {}, cijfers["voorbeelden"]
    assert cijfers["gebeurd"]["wacht"] > 0


@pytest.mark.lang
def test_wie_uitvalt_met_het_slot_in_handen_houdt_niemand_op(proef: Proefdraai) -> None:
    cijfers = proef.draai("sambaproef", "uitval")
    assert cijfers["fouten"] == {}, cijfers["voorbeelden"]


@pytest.mark.lang
def test_een_ander_slot_en_een_kopie_terug_zoals_op_windows(proef: Proefdraai) -> None:
    cijfers = proef.draai("sambaproef", "wissel")
    assert cijfers["fouten"] == {}, cijfers["voorbeelden"]


@dataclass(frozen=True)
class Share:
    """How the server keeps its locks, and whether it hears that a plug is pulled."""

    posix_sloten: bool = False
    stil: bool = False
    duur: float = 180.0


@pytest.mark.lang
@pytest.mark.parametrize(
    "share",
    [Share(duur=600.0), Share(posix_sloten=True), Share(stil=True)],
    ids=["aangeraden", "standaard", "kabel"],
)
def test_twee_vensters_op_samba_met_een_losse_stekker(
    share: Share,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    record_property: Callable[[str, object], None],
) -> None:
    samba = Smbd(tmp_path / "samba", tmp_path / "server", posix_sloten=share.posix_sloten)
    with samba as server:

        def werkplek(_programma: Path, _achter: Path, plek: Path) -> SmbShare:
            pc = SmbShare(server, plek)
            pc.zet_stil(share.stil)
            return pc

        monkeypatch.setattr(vensters, "Share", werkplek)
        vensters._twee_vensters(Path(), tmp_path, share.duur, 7, record_property)
