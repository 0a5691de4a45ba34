"""The share vanishes and comes back: the window reads on, keeps what is typed, and returns."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from klachtenapp import bootstrap, paths
from klachtenapp.clock import FixedClock
from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.errors import KlachtenappError, OmgevingFout
from klachtenapp.models import register
from klachtenapp.models.schijf import SoortSchijf
from klachtenapp.services import postvak, registreren, schaduw, zoeken
from klachtenapp.services.context import Context
from klachtenapp.services.samenwerken import Samenstand
from klachtenapp.services.zoeken import Filter
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.verbinding import Staat, Verbinding

KLOK = FixedClock(datetime(2026, 11, 24, 9, 30))


@dataclass
class Schijf:
    """What the presence in the register finds; the test pulls the cable."""

    register: Path
    stand: Samenstand = field(default_factory=Samenstand)
    achtergelaten: int = 0

    def tik(self) -> Samenstand:
        return self.stand

    def laat_achter(self) -> None:
        self.achtergelaten += 1

    def sluit(self) -> None:
        self.stand = Samenstand()

    def trek_kabel_uit(self) -> None:
        self.register.rename(self.register.with_suffix(".weg"))
        self.stand = Samenstand(bereikbaar=False)

    def steek_kabel_in(self) -> None:
        self.register.with_suffix(".weg").rename(self.register)
        self.stand = Samenstand()


@pytest.fixture
def pad(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    maak_aanmelding: Callable[..., Aanmelding],
) -> Path:
    monkeypatch.setattr(paths, "gegevensmap", lambda: tmp_path / "computer")
    (tmp_path / "share").mkdir()

    def soort(pad: Path) -> SoortSchijf:
        return SoortSchijf.NETWERK if "share" in pad.parts else SoortSchijf.LOKAAL

    monkeypatch.setattr(register, "soort_schijf", soort)
    plek = tmp_path / "share" / "proef.klachten"
    ctx = bootstrap.nieuw(plek, Gemeente("Voorbeeldstad"), clock=KLOK)
    registreren.registreer(ctx, maak_aanmelding())
    bootstrap.sluit(ctx)
    return plek


@pytest.fixture
def schijf(pad: Path) -> Schijf:
    return Schijf(pad)


@pytest.fixture
def venster(qtbot: QtBot, pad: Path) -> Iterator[Runner]:
    runner = Runner(lambda: bootstrap.open(pad, clock=KLOK), bootstrap.sluit)
    with qtbot.waitSignal(runner.bezig, check_params_cb=lambda bezig: not bezig, timeout=20_000):
        runner.start()
    yield runner
    runner.sluit()


@pytest.fixture
def verbinding(qtbot: QtBot, venster: Runner, schijf: Schijf) -> Iterator[Verbinding]:
    wacht = Verbinding(venster, schijf)
    yield wacht
    wacht.stop()


def _tik(qtbot: QtBot, verbinding: Verbinding, runner: Runner, keren: int = 1) -> None:
    for _ in range(keren):
        with qtbot.waitSignal(verbinding._getikt, timeout=20_000):
            verbinding.tik()
    qtbot.waitUntil(lambda: runner.is_rustig, timeout=10_000)


def _vraag(qtbot: QtBot, runner: Runner, wat: Callable[[Context], object]) -> object:
    antwoorden: list[object] = []
    runner.run(wat, antwoorden.append, mislukt=antwoorden.append)
    qtbot.waitUntil(lambda: bool(antwoorden), timeout=10_000)
    return antwoorden[0]


def _aantal(ctx: Context) -> int:
    return zoeken.aantal(ctx, Filter())


def test_weg_lezen_vastleggen_en_terug(
    qtbot: QtBot,
    venster: Runner,
    schijf: Schijf,
    verbinding: Verbinding,
    maak_aanmelding: Callable[..., Aanmelding],
) -> None:
    _vraag(qtbot, venster, schaduw.werk_bij)
    schijf.trek_kabel_uit()
    _tik(qtbot, verbinding, venster, keren=2)
    qtbot.waitUntil(lambda: verbinding.beeld.staat is Staat.WEG, timeout=10_000)
    assert verbinding.beeld.lezen
    assert _vraag(qtbot, venster, _aantal) == 1

    uitkomst = _vraag(
        qtbot, venster, lambda ctx: postvak.bezorg(ctx, maak_aanmelding(), "", "De klacht")
    )
    assert isinstance(uitkomst, postvak.WachtOpSchijf)
    weigering = _vraag(qtbot, venster, lambda ctx: registreren.registreer(ctx, maak_aanmelding()))
    assert isinstance(weigering, KlachtenappError)
    assert "alleen lezen" in str(weigering)

    gemeld: list[str] = []
    verbinding.gemeld.connect(gemeld.append)
    schijf.steek_kabel_in()
    _tik(qtbot, verbinding, venster)
    qtbot.waitUntil(lambda: len(gemeld) == 2, timeout=10_000)
    assert gemeld == [
        "De schijf is er weer",
        "De schijf is er weer. Alsnog opgeslagen: K2026-0002",
    ]
    assert verbinding.beeld.staat is Staat.VERBONDEN
    assert verbinding.beeld.wachtend == 0
    assert _vraag(qtbot, venster, _aantal) == 2


def test_een_hapering_is_nog_geen_breuk(
    qtbot: QtBot, venster: Runner, schijf: Schijf, verbinding: Verbinding
) -> None:
    schijf.stand = Samenstand(bereikbaar=False)
    _tik(qtbot, verbinding, venster)
    schijf.stand = Samenstand()
    _tik(qtbot, verbinding, venster)
    schijf.stand = Samenstand(bereikbaar=False)
    _tik(qtbot, verbinding, venster)
    assert verbinding.beeld.staat is Staat.VERBONDEN


def test_zonder_schaduw_kan_een_melding_nog_wel(
    qtbot: QtBot,
    venster: Runner,
    schijf: Schijf,
    verbinding: Verbinding,
    maak_aanmelding: Callable[..., Aanmelding],
) -> None:
    schijf.trek_kabel_uit()
    _tik(qtbot, verbinding, venster, keren=2)
    qtbot.waitUntil(lambda: verbinding.beeld.staat is Staat.WEG, timeout=10_000)
    assert not verbinding.beeld.lezen
    uitkomst = _vraag(
        qtbot, venster, lambda ctx: postvak.bezorg(ctx, maak_aanmelding(), "", "De klacht")
    )
    assert isinstance(uitkomst, postvak.WachtOpSchijf)
    schijf.steek_kabel_in()
    _tik(qtbot, verbinding, venster)
    qtbot.waitUntil(lambda: verbinding.beeld.staat is Staat.VERBONDEN, timeout=10_000)
    qtbot.waitUntil(lambda: venster.is_rustig, timeout=10_000)
    assert _vraag(qtbot, venster, _aantal) == 2


def test_zonder_schaduw_antwoordt_lezen_met_een_zin(
    qtbot: QtBot, venster: Runner, schijf: Schijf, verbinding: Verbinding
) -> None:
    schijf.trek_kabel_uit()
    _tik(qtbot, verbinding, venster, keren=2)
    qtbot.waitUntil(lambda: verbinding.beeld.staat is Staat.WEG, timeout=10_000)
    uitkomst = _vraag(qtbot, venster, _aantal)
    assert isinstance(uitkomst, KlachtenappError)
    afgespeeld = _vraag(qtbot, venster, postvak.speel_af)
    assert isinstance(afgespeeld, postvak.Afgespeeld)


def test_een_trage_terugkeer_houdt_het_lezen_niet_op(
    qtbot: QtBot, venster: Runner, schijf: Schijf
) -> None:
    """The disk seems back but does not answer: the shadow copy stays readable meanwhile."""
    antwoordt = threading.Event()

    def traag_open(vorige: Context) -> Context:
        antwoordt.wait(20)
        return bootstrap.opnieuw(vorige)

    verbinding = Verbinding(venster, schijf, heropen=traag_open)
    _vraag(qtbot, venster, schaduw.werk_bij)
    verbinding.laat_los()
    qtbot.waitUntil(lambda: verbinding.beeld.staat is Staat.WEG, timeout=10_000)
    _tik(qtbot, verbinding, venster)
    assert _vraag(qtbot, venster, _aantal) == 1
    assert verbinding.beeld.staat is Staat.WEG
    antwoordt.set()
    qtbot.waitUntil(lambda: verbinding.beeld.staat is Staat.VERBONDEN, timeout=10_000)
    verbinding.stop()


def test_wie_stopt_laat_geen_open_register_achter(
    qtbot: QtBot, venster: Runner, schijf: Schijf
) -> None:
    """The window closes while the program looks whether the register opens again."""
    begonnen = threading.Event()
    gebeurd: list[str] = []

    def probeer(_vorige: Context) -> Context:
        begonnen.set()
        while not verbinding._gestopt:
            threading.Event().wait(0.001)
        threading.Event().wait(0.1)
        gebeurd.append("open en weer dicht")
        raise OmgevingFout("Toch niet.")

    verbinding = Verbinding(venster, schijf, heropen=probeer)
    _vraag(qtbot, venster, schaduw.werk_bij)
    verbinding.laat_los()
    qtbot.waitUntil(lambda: verbinding.beeld.staat is Staat.WEG, timeout=10_000)
    _tik(qtbot, verbinding, venster)
    assert begonnen.wait(20)
    verbinding.stop()
    assert gebeurd == ["open en weer dicht"]


def test_tijdens_het_loslaten_is_de_schijf_al_weg(
    qtbot: QtBot, venster: Runner, schijf: Schijf, verbinding: Verbinding
) -> None:
    """Questions that die with the disk bring no box: the strip is about to say it."""
    gezien: list[bool] = []
    venster.failed.connect(lambda _fout: gezien.append(verbinding.is_weg))
    hangt = threading.Event()
    venster.run(lambda _ctx: hangt.wait(10))
    verbinding.laat_los()
    hangt.set()
    assert gezien == [True]
    qtbot.waitUntil(lambda: verbinding.beeld.staat is Staat.WEG, timeout=10_000)


def test_een_draad_die_blijft_hangen_wordt_vervangen(
    qtbot: QtBot, venster: Runner, pad: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first look never ends; the disk is back, and a second one finds that out."""
    monkeypatch.setattr("klachtenapp.ui.verbinding._STIL_S", 0.05)
    antwoordt = threading.Event()

    class Hangt(Schijf):
        def tik(self) -> Samenstand:
            if not self.achtergelaten:
                antwoordt.wait(60)
            return self.stand

        def laat_achter(self) -> None:
            super().laat_achter()  # the new thread is only slow when the machine is busy
            monkeypatch.setattr("klachtenapp.ui.verbinding._STIL_S", 60.0)

    _vraag(qtbot, venster, schaduw.werk_bij)
    schijf = Hangt(pad)
    verbinding = Verbinding(venster, schijf)
    staten: list[Staat] = []
    verbinding.beeld_gewijzigd.connect(lambda beeld: staten.append(beeld.staat))
    verbinding.tik()

    def weer_verbonden() -> bool:
        verbinding.tik()
        return Staat.WEG in staten and verbinding.beeld.staat is Staat.VERBONDEN

    qtbot.waitUntil(weer_verbonden, timeout=20_000)
    assert schijf.achtergelaten == 1
    antwoordt.set()
    verbinding.stop()


def test_wat_een_collega_bewaart_verschijnt_vanzelf(
    qtbot: QtBot,
    pad: Path,
    venster: Runner,
    verbinding: Verbinding,
    maak_aanmelding: Callable[..., Aanmelding],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("klachtenapp.ui.verbinding._KIJK_S", 0.0)
    monkeypatch.setattr("klachtenapp.ui.verbinding._SPAARZAAM", 0)
    _tik(qtbot, verbinding, venster)
    _vraag(qtbot, venster, _aantal)
    with qtbot.assertNotEmitted(venster.changed):
        _tik(qtbot, verbinding, venster)
        _vraag(qtbot, venster, _aantal)
    collega = bootstrap.open(pad, clock=KLOK)
    registreren.registreer(collega, maak_aanmelding())
    bootstrap.sluit(collega)
    with qtbot.waitSignal(venster.changed, timeout=20_000):
        _tik(qtbot, verbinding, venster)


def test_sloten_die_niet_werken_houden_het_schrijven_tegen(
    qtbot: QtBot,
    venster: Runner,
    schijf: Schijf,
    verbinding: Verbinding,
    maak_aanmelding: Callable[..., Aanmelding],
) -> None:
    schijf.stand = Samenstand(sloten_werken=False)
    _tik(qtbot, verbinding, venster)
    assert verbinding.beeld.mag_niet_schrijven
    uitkomst = _vraag(qtbot, venster, lambda ctx: registreren.registreer(ctx, maak_aanmelding()))
    assert "houden computers elkaar niet tegen" in str(uitkomst)
    assert _vraag(qtbot, venster, _aantal) == 1
    # The colleague leaves, and with him the proof; the disk is no better for that.
    schijf.stand = Samenstand(sloten_werken=None)
    _tik(qtbot, verbinding, venster)
    assert verbinding.beeld.mag_niet_schrijven
