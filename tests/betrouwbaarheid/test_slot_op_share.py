"""A locked register on a share whose plug is pulled: under an open window, and before the start.

Meanwhile a colleague locks somebody out: the register has another key when the plug is back.
It takes some seconds: two real starts of the window, on a share that fails for real.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from klachtenapp import bootstrap, paths
from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.formulier import Formulier
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.services import registercontrole, registreren, schaduw, versleuteling, zoeken
from klachtenapp.services.zoeken import Filter
from klachtenapp.ui import messages, samenspel, slotwacht, verbinding
from klachtenapp.ui.app import Programma
from klachtenapp.ui.intake_page import IntakePage
from klachtenapp.ui.main_window import MainWindow
from klachtenapp.ui.verbinding import Staat
from tests.harnas.share import Share

_GEDULD_MS = 30_000


@pytest.fixture(autouse=True)
def eigen_computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folders of its own, a disk that is looked at often, and no box that waits for a click."""
    thuis = tmp_path / "thuis"
    thuis.mkdir()
    for naam in ("instellingenmap", "gegevensmap", "logmap"):
        monkeypatch.setattr(paths, naam, lambda: thuis)
    monkeypatch.setattr(samenspel, "_BEGIN_NA_MS", 10)
    monkeypatch.setattr(verbinding, "TIK_MS", 150)
    monkeypatch.setattr(messages, "tell", lambda *_a, **_k: None)
    monkeypatch.setattr(messages, "fail", lambda *_a, **_k: None)
    return thuis


@pytest.fixture
def pcs(fuseshare: Path, tmp_path: Path) -> Iterator[tuple[Share, Share]]:
    """The share as this computer has it, and as that of a colleague."""
    (achter := tmp_path / "server").mkdir()
    with (
        Share(fuseshare, achter, tmp_path / "pc1") as een,
        Share(fuseshare, achter, tmp_path / "pc2") as twee,
    ):
        yield een, twee


@pytest.fixture
def programma(
    pcs: tuple[Share, Share], qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> Iterator[Programma]:
    ding = Programma(qapp, QSettings(str(tmp_path / "v.ini"), QSettings.Format.IniFormat))
    yield ding
    pcs[0].zet(disconnected=0)
    ding.einde()


def _venster(qtbot: QtBot, programma: Programma) -> MainWindow:
    qtbot.waitUntil(lambda: programma.venster is not None, timeout=_GEDULD_MS)
    assert programma.venster is not None
    return programma.venster


def _wacht_op(qtbot: QtBot, venster: MainWindow, staat: Staat) -> None:
    def zover() -> bool:
        beeld = venster._samenspel.verbinding.beeld
        return beeld.staat is staat and (staat is Staat.WEG or not beeld.wachtend)

    qtbot.waitUntil(zover, timeout=_GEDULD_MS)


def _neem_in(qtbot: QtBot, venster: MainWindow, omschrijving: str) -> str:
    """Take an intake in through the page; returns what the page says then."""
    venster.nieuwe_melding()
    pagina = venster.pagina("nieuwe_melding")
    assert isinstance(pagina, IntakePage)
    velden = Formulier(
        ontvangen_op=venster._runner.ctx.vandaag.isoformat(), soort="klacht", kanaal="balie",
        achternaam="Getypt", omschrijving=omschrijving,
    )  # fmt: skip
    pagina.paneel.zet(velden)
    pagina.registreer()
    qtbot.waitUntil(pagina.resultaat.isVisible, timeout=_GEDULD_MS)
    return "\n".join(label.text() for label in pagina.resultaat.findChildren(QLabel))


def _aantal(qtbot: QtBot, venster: MainWindow, wat: str) -> int:
    antwoord: list[int] = []
    venster._runner.run(lambda ctx: zoeken.aantal(ctx, Filter(wat)), antwoord.append)
    qtbot.waitUntil(lambda: bool(antwoord), timeout=_GEDULD_MS)
    return antwoord[0]


def _maak(register: Path, aanmelding: Aanmelding) -> None:
    ctx = bootstrap.nieuw(register, Gemeente("Gemeente Voorbeeldstad"))
    registreren.registreer(ctx, aanmelding)
    geheim = versleuteling.nieuw_herstelgeheim()
    bootstrap.sluit(versleuteling.zet_aan(ctx, geheim, geheim.woorden))


def _ander_slot(register: Path) -> None:
    ctx = bootstrap.open(register)
    versleuteling.nodig_uit(ctx, "C. Collega")
    regel = next(r for r in versleuteling.stand(ctx).toegang if r.naam == "C. Collega")
    bootstrap.sluit(versleuteling.sluit_buiten(ctx, regel.uid, eigen_vensters=1))


def test_op_slot_zonder_stekker(
    qtbot: QtBot,
    pcs: tuple[Share, Share],
    programma: Programma,
    maak_aanmelding: Callable[..., Aanmelding],
) -> None:
    een, twee = pcs
    register = een.map / "r.klachten"
    _maak(register, maak_aanmelding())
    programma.begin(register)
    venster = _venster(qtbot, programma)
    slot = venster._runner.ctx.sleutel
    qtbot.waitUntil(lambda: _heeft_deur(register), timeout=_GEDULD_MS)

    een.zet(disc_stall_ms=100, disconnected=1)
    _wacht_op(qtbot, venster, Staat.WEG)
    assert _aantal(qtbot, venster, "Alberts") == 1
    assert "Voorlopig nummer" in _neem_in(qtbot, venster, "Onder een open venster.")
    een.zet(disconnected=0)
    _wacht_op(qtbot, venster, Staat.VERBONDEN)
    assert _aantal(qtbot, venster, "Onder een open venster") == 1

    programma.einde()
    een.zet(disconnected=1)
    programma.begin(register)
    venster = _venster(qtbot, programma)
    assert "er nu niet" in " ".join(venster.schijfstrook.zinnen())
    assert "Voorlopig nummer" in _neem_in(qtbot, venster, "Voor het begin.")
    _ander_slot(twee.map / "r.klachten")
    een.zet(disconnected=0)
    _wacht_op(qtbot, venster, Staat.VERBONDEN)
    assert slotwacht.KLAAR in venster.schijfstrook.zinnen()
    assert _aantal(qtbot, venster, "Voor het begin") == 1
    assert "Voorlopig" not in _neem_in(qtbot, venster, "En weer verder.")
    assert venster._runner.ctx.sleutel not in (b"", slot)
    programma.einde()

    ctx = bootstrap.open(twee.map / "r.klachten")
    kenmerken = [rij.kenmerk for rij in zoeken.regels(ctx, zoeken.ids(ctx, Filter()))]
    assert len(kenmerken) == len(set(kenmerken)) == 4
    assert all(b.goed for b in registercontrole.controleer(ctx.register.pad, ctx.register.sleutel))
    bootstrap.sluit(ctx)


def _heeft_deur(register: Path) -> bool:
    """Whether the shadow copy is there with what opens it."""
    gevonden = schaduw.vind(str(register))
    return gevonden is not None and bool(gevonden.registersleutel)
