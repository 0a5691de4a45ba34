"""A file dropped anywhere on the window: a scan goes to its letter, the rest gets a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.personen import Rol
from klachtenapp.models import meldingen
from klachtenapp.services import ondertekenboek
from klachtenapp.services.context import Context
from klachtenapp.ui import messages
from klachtenapp.ui.main_window import MainWindow
from klachtenapp.ui.ondertekenen_page import OndertekenenPage
from klachtenapp.ui.paginas import PAGINAS
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.stijl import Stijl
from klachtenapp.uitwisseling import scans
from tests.scanner import als_foto, scan, wit_blad
from tests.services.test_correspondentie import bureau, maak
from tests.ui.test_getekend_op_papier import register_openen
from tests.ui.test_ondertekenen_page import Rustig, hoofd, zaken

__all__ = ["bureau", "hoofd", "maak", "register_openen", "zaken"]

_WAT = (
    Qt.DropAction.MoveAction | Qt.DropAction.CopyAction,
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.NoModifier,
)


@pytest.fixture
def venster(
    qtbot: QtBot, zaken: list[str], runner: Runner, stijl: Stijl, instellingen: QSettings,
    rustig: Rustig,
) -> Iterator[MainWindow]:  # fmt: skip
    window = MainWindow(runner, stijl, instellingen=instellingen)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    rustig(runner)
    yield window
    window.close()
    window.deleteLater()


def _sleep(venster: MainWindow, *paden: Path, tekst: str = "") -> Qt.DropAction:
    """Drag over the middle of the page, and drop: the way Qt offers it from part to part."""
    inhoud = QMimeData()
    if paden:
        inhoud.setUrls([QUrl.fromLocalFile(str(pad)) for pad in paden])
    if tekst:
        inhoud.setText(tekst)
    plek = QPoint(venster.width() // 2, venster.height() // 2)
    onder = venster.childAt(plek) or venster
    over = QDragEnterEvent(onder.mapFrom(venster, plek), _WAT[0], inhoud, *_WAT[1:])
    QApplication.sendEvent(onder, over)
    val = QDropEvent(QPointF(plek), _WAT[0], inhoud, *_WAT[1:])
    val.setDropAction(Qt.DropAction.MoveAction)
    QApplication.sendEvent(venster, val)
    assert val.isAccepted()
    return val.dropAction()


def _blad(ctx: Context, kenmerk: str, pad: Path) -> Path:
    """Print the map, and scan the page on which one signs for this letter."""
    pdf = ondertekenboek.maak(ctx).pdf
    plek = next(n for n, code in enumerate(scans.codes(pdf)) if code and code.kenmerk == kenmerk)
    pad.write_bytes(als_foto(scan(pdf, [plek])[0], "PNG"))
    return pad


def _ondertekenen(venster: MainWindow) -> OndertekenenPage:
    pagina = venster.pagina("ondertekenen")
    assert isinstance(pagina, OndertekenenPage)
    return pagina


@pytest.mark.parametrize("waar", ["werkvoorraad", "post", "dossier"])
def test_een_scan_op_elke_pagina_komt_in_het_goede_dossier(
    qtbot: QtBot, bureau: Context, zaken: list[str], venster: MainWindow, runner: Runner,
    rustig: Rustig, tmp_path: Path, waar: str,
) -> None:  # fmt: skip
    pad = _blad(bureau, zaken[1], tmp_path / "scan.png")
    if waar == "dossier":
        venster.open_dossier(zaken[0])
    else:
        venster.toon_pagina(waar)
    rustig(runner)
    assert _sleep(venster, pad) is Qt.DropAction.CopyAction  # the file stays where it was
    rustig(runner)
    pagina = _ondertekenen(venster)
    assert pagina.isVisible()
    kaart = pagina.scan.kaart
    assert kaart.isVisible()
    assert zaken[1] in kaart.wat.text()
    qtbot.keyClick(kaart.niet_betrokken, Qt.Key.Key_Space)
    qtbot.mouseClick(kaart.knop, Qt.MouseButton.LeftButton)
    rustig(runner)
    getekend = [len(list(_dossier_feiten(bureau, kenmerk))) for kenmerk in zaken]
    assert getekend == [0, 1, 0]
    assert pad.exists()


def _dossier_feiten(ctx: Context, kenmerk: str) -> list[object]:
    return list(meldingen.haal(ctx.register, kenmerk).alle(G.ONDERTEKEND))


def test_zonder_code_wordt_er_niet_gegokt(
    monkeypatch: pytest.MonkeyPatch, venster: MainWindow, runner: Runner, rustig: Rustig,
    tmp_path: Path,
) -> None:  # fmt: skip
    """A letter chosen earlier on the other page was not meant."""
    gezegd: list[str] = []
    monkeypatch.setattr(messages, "fail", lambda _ouder, fout: gezegd.append(str(fout)))
    venster.toon_pagina("ondertekenen")
    rustig(runner)
    assert _ondertekenen(venster).scan.blad is not None
    venster.toon_pagina("werkvoorraad")
    rustig(runner)
    pad = tmp_path / "foto.jpg"
    pad.write_bytes(als_foto(wit_blad()))
    _sleep(venster, pad)
    rustig(runner)
    (zin,) = gezegd
    assert "geen code" in zin
    assert "bij Bijlagen" in zin
    assert not _ondertekenen(venster).scan.kaart.isVisible()


def test_iets_anders_krijgt_een_rustige_zin(
    monkeypatch: pytest.MonkeyPatch, venster: MainWindow, tmp_path: Path
) -> None:
    gezegd: list[str] = []
    monkeypatch.setattr(messages, "fail", lambda _ouder, fout: gezegd.append(str(fout)))
    begin = venster.stapel.currentWidget()
    tabel, een, twee = (tmp_path / naam for naam in ("lijst.xlsx", "a.pdf", "b.pdf"))
    for paden, tekst, woord in (
        ((tabel,), "", "PDF, PNG of JPEG"),
        ((tmp_path,), "", "PDF, PNG of JPEG"),
        ((), "zomaar tekst", "PDF, PNG of JPEG"),
        ((een, twee), "", "één scan tegelijk"),
    ):
        venster.meld("")
        _sleep(venster, *paden, tekst=tekst)
        assert woord in venster.statusregel.tekst(), paden
    assert venster.stapel.currentWidget() is begin
    assert gezegd == []


def test_wie_niet_behandelt_hoort_wie_het_wel_mag(
    qtbot: QtBot, zaken: list[str], runner: Runner, stijl: Stijl, instellingen: QSettings,
    rustig: Rustig, tmp_path: Path,
) -> None:  # fmt: skip
    runner.vervang(replace(runner.ctx, rollen=frozenset({Rol.AMBASSADEUR})))
    window = MainWindow(runner, stijl, paginas=PAGINAS, instellingen=instellingen)
    qtbot.addWidget(window)
    window.show()
    rustig(runner)
    begin = window.stapel.currentWidget()
    _sleep(window, tmp_path / "scan.pdf")
    assert "behandelaar" in window.statusregel.tekst()
    assert window.stapel.currentWidget() is begin


def test_een_deel_dat_zelf_bestanden_neemt_gaat_voor(
    monkeypatch: pytest.MonkeyPatch, venster: MainWindow, runner: Runner, rustig: Rustig,
    tmp_path: Path,
) -> None:  # fmt: skip
    """On *Ter ondertekening* itself the letter that is shown is meant."""
    gezegd: list[str] = []
    monkeypatch.setattr(messages, "fail", lambda _ouder, fout: gezegd.append(str(fout)))
    venster.toon_pagina("ondertekenen")
    rustig(runner)
    pad = tmp_path / "foto.jpg"
    pad.write_bytes(als_foto(wit_blad()))
    _sleep(venster, pad)
    rustig(runner)
    assert gezegd == []
    assert "geen code gelezen" in _ondertekenen(venster).scan.kaart.wat.text()
