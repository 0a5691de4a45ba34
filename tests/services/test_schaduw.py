"""The shadow copy on this computer: always locked, only to read, gone when it must be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from keyring.errors import KeyringError

from klachtenapp import bootstrap, kluis, paths
from klachtenapp.clock import FixedClock
from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.errors import OmgevingFout
from klachtenapp.models import register
from klachtenapp.models.schijf import SoortSchijf
from klachtenapp.services import beheer, postvak, registreren, schaduw, zoeken
from klachtenapp.services.context import Context
from klachtenapp.services.zoeken import Filter

KLOK = FixedClock(datetime(2026, 11, 24, 9, 30))


@pytest.fixture(autouse=True)
def computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    plek = tmp_path / "computer"
    monkeypatch.setattr(paths, "gegevensmap", lambda: plek)
    return plek


@pytest.fixture
def op_share(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    maak_aanmelding: Callable[..., Aanmelding],
) -> Iterator[Context]:
    (tmp_path / "share").mkdir()

    def soort(pad: Path) -> SoortSchijf:
        return SoortSchijf.NETWERK if "share" in pad.parts else SoortSchijf.LOKAAL

    monkeypatch.setattr(register, "soort_schijf", soort)
    pad = tmp_path / "share" / "proef.klachten"
    ctx = bootstrap.nieuw(pad, Gemeente("Voorbeeldstad"), clock=KLOK)
    registreren.registreer(ctx, maak_aanmelding())
    yield ctx
    bootstrap.sluit(ctx)


def test_de_schijf_valt_weg_en_lezen_gaat_door(op_share: Context, computer: Path) -> None:
    assert schaduw.werk_bij(op_share) == op_share.nu
    (bestand,) = computer.rglob("*.klachten")
    assert b"Alberts" not in bestand.read_bytes()
    op_share.register.pad.rename(op_share.register.pad.with_suffix(".weg"))
    los = bootstrap.open_schaduw(op_share.register.pad, clock=KLOK)
    assert los.losgekoppeld == str(op_share.register.pad)
    assert los.postadres == op_share.postadres
    assert zoeken.aantal(los, Filter("Alberts")) == 1
    info = beheer.registerinfo(los)
    assert (info.pad, info.soort_schijf) == (str(op_share.register.pad), "netwerk")
    with pytest.raises(OmgevingFout, match="alleen lezen"), los.register.transactie():
        raise AssertionError("schrijven in de schaduw")
    bootstrap.sluit(los)


def test_wat_zonder_schijf_is_vastgelegd_gaat_later_mee(
    op_share: Context, maak_aanmelding: Callable[..., Aanmelding]
) -> None:
    schaduw.werk_bij(op_share)
    los = bootstrap.open_schaduw(op_share.register.pad, clock=KLOK)
    with pytest.raises(postvak.WachtOpSchijf):
        postvak.bezorg(los, maak_aanmelding(), "", "Klacht")
    bootstrap.sluit(los)
    ((_, dossier),) = postvak.speel_af(op_share).bezorgd
    assert dossier.kenmerk == "K2026-0002"


def test_opnieuw_bijwerken_neemt_het_nieuwe_mee(
    op_share: Context, maak_aanmelding: Callable[..., Aanmelding]
) -> None:
    schaduw.werk_bij(op_share)
    registreren.registreer(op_share, maak_aanmelding())
    schaduw.werk_bij(op_share)
    los = bootstrap.open_schaduw(op_share.register.pad, clock=KLOK)
    assert zoeken.aantal(los, Filter()) == 2
    bootstrap.sluit(los)


def test_een_eigen_schijf_heeft_geen_schaduw(ctx: Context, computer: Path) -> None:
    assert schaduw.werk_bij(ctx) is None
    assert not list(computer.rglob("*.klachten"))


def test_zonder_kluis_staat_er_niets_op_deze_computer(
    op_share: Context, computer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def geen_kluis() -> object:
        raise OmgevingFout("Geen kluis.") from KeyringError()

    monkeypatch.setattr(kluis, "Kluis", geen_kluis)
    with pytest.raises(OmgevingFout, match="geen veilige plek"):
        schaduw.werk_bij(op_share)
    assert not list(computer.rglob("*.klachten"))
    with pytest.raises(OmgevingFout, match="geen kopie"):
        bootstrap.open_schaduw(op_share.register.pad, clock=KLOK)


def test_wissen_laat_niets_achter(op_share: Context, computer: Path) -> None:
    schaduw.werk_bij(op_share)
    schaduw.wis(op_share.postadres)
    assert not list(computer.rglob("*.klachten"))
    with pytest.raises(OmgevingFout, match="geen kopie"):
        bootstrap.open_schaduw(op_share.register.pad, clock=KLOK)
