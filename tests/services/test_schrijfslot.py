"""Writing on a share goes through the second lock; who breaks one says so in the log."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from klachtenapp import bootstrap
from klachtenapp.clock import FixedClock
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.personen import Afdeling
from klachtenapp.errors import OmgevingFout, RegelFout
from klachtenapp.models import log, register, schijf
from klachtenapp.models.gedeeld.proces import computernaam
from klachtenapp.models.gedeeld.schrijfslot import VERVAL_S, Schrijfslot
from klachtenapp.models.schijf import SoortSchijf
from klachtenapp.services import beheer
from klachtenapp.services.context import Context
from klachtenapp.services.opdracht import Uitslag, eenmalig

DOOD = 2**22 + 1  # above the highest pid of Linux


@pytest.fixture
def op_share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Context]:
    monkeypatch.setattr(register, "soort_schijf", lambda _: SoortSchijf.NETWERK)
    klok = FixedClock(datetime(2026, 11, 24, 9, 30))
    ctx = bootstrap.nieuw(tmp_path / "proef.klachten", Gemeente("Voorbeeldstad"), clock=klok)
    yield ctx
    bootstrap.sluit(ctx)


def test_tijdens_het_schrijven_is_het_slot_er_en_daarna_niet(op_share: Context) -> None:
    slot = op_share.register.pad.with_name("proef.klachten.slot")
    with op_share.register.transactie():
        assert slot.exists()
        with op_share.register.transactie():
            assert slot.exists()
        assert slot.exists()
    assert not slot.exists()


def test_op_een_eigen_schijf_is_er_geen(ctx: Context) -> None:
    assert schijf.soort_schijf(ctx.register.pad) is SoortSchijf.LOKAAL
    with ctx.register.transactie():
        assert not list(ctx.register.pad.parent.glob("*.slot"))


def test_een_overgenomen_slot_bewaart_niets(op_share: Context) -> None:
    """A laptop that slept in the middle of saving; its colleague went on."""
    slot = op_share.register.pad.with_name("proef.klachten.slot")
    geslapen = [0.0]
    op_share.register.slot = Schrijfslot(op_share.register.pad, klok=lambda: geslapen[0])

    def slaap_tijdens_het_bewaren() -> None:
        with op_share.register.transactie():
            beheer.bewaar_afdeling(op_share, Afdeling(0, "Burgerzaken"))
            ander = {"wie": "Piet", "computer": "PC-2", "pid": 1, "merk": "y"}
            slot.write_text(json.dumps(ander), "utf-8")
            geslapen[0] = VERVAL_S  # nobody may break it sooner

    with pytest.raises(OmgevingFout):
        slaap_tijdens_het_bewaren()
    slot.unlink()
    assert beheer.afdelingen(op_share) == []


def test_een_verbroken_slot_staat_in_het_log(op_share: Context) -> None:
    slot = op_share.register.pad.with_name("proef.klachten.slot")
    houder = {"wie": "Sonja", "computer": computernaam(), "pid": DOOD, "merk": "x"}
    slot.write_text(json.dumps(houder), "utf-8")
    beheer.bewaar_afdeling(op_share, Afdeling(0, "Burgerzaken"))
    beheer.bewaar_afdeling(op_share, Afdeling(0, "Sociaal domein"))
    regels = [r.handeling for r in log.regels(op_share.register)]
    assert regels.count("schrijfslot verbroken") == 1
    assert log.controleer(op_share.register) is None


def test_een_verbroken_slot_komt_niet_tussen_een_handtekening_en_haar_logregel(
    op_share: Context,
) -> None:
    """A signature names the last line of the log; its own line must be the next."""
    slot = op_share.register.pad.with_name("proef.klachten.slot")
    houder = {"wie": "Sonja", "computer": computernaam(), "pid": DOOD, "merk": "x"}
    slot.write_text(json.dumps(houder), "utf-8")
    ankers: list[str] = []

    def doe() -> Uitslag:
        ankers.append(log.kop(op_share.register))
        return Uitslag("K2026-0001")

    eenmalig(op_share, "", "ondertekend", doe)
    (schakel,) = log.schakels(op_share.register, "ondertekend")
    assert [schakel.vorige] == ankers


def test_een_verbroken_slot_wordt_gemeld_ook_als_de_eerste_die_het_brak_niets_bewaart(
    op_share: Context,
) -> None:
    slot = op_share.register.pad.with_name("proef.klachten.slot")
    houder = {"wie": "Sonja", "computer": computernaam(), "pid": DOOD, "merk": "x"}
    slot.write_text(json.dumps(houder), "utf-8")

    def weiger() -> Uitslag:
        raise RegelFout("Dit kan niet.")

    with pytest.raises(RegelFout):
        eenmalig(op_share, "", "geweigerd", weiger)
    eenmalig(op_share, "", "gedaan", Uitslag)
    regels = [r.handeling for r in log.regels(op_share.register)]
    assert regels[:2] == ["gedaan", "schrijfslot verbroken"]


def test_een_schrijfverbod_is_een_zin(op_share: Context) -> None:
    op_share.register.schrijfverbod = "Op deze schijf kan nu niet samen worden geschreven."
    with pytest.raises(OmgevingFout, match="niet samen"):
        beheer.bewaar_afdeling(op_share, Afdeling(0, "Burgerzaken"))
    assert beheer.afdelingen(op_share) == []
