"""Without an account: the registrar files the scan of a letter that was signed with a pen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from klachtenapp import bootstrap
from klachtenapp.clock import FixedClock
from klachtenapp.domain import ondertekenmap
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.klaarliggend import klaarliggend
from klachtenapp.domain.personen import Medewerker, Rol
from klachtenapp.services import gebruikers
from klachtenapp.services.context import Context
from klachtenapp.ui import messages
from klachtenapp.ui.ondertekenen_page import OndertekenenPage
from klachtenapp.ui.runner import Runner
from tests.services.test_correspondentie import bureau, maak
from tests.ui.conftest import DINSDAG, Logboek
from tests.ui.test_ondertekenen_page import _dossier, _zinnen, hoofd, pagina, zaken

__all__ = ["bureau", "hoofd", "maak", "pagina", "zaken"]

Rustig = Callable[[Runner], None]


@pytest.fixture
def register_openen(bureau: Context, hoofd: Context) -> Callable[[], Context]:
    """The registrar sits at this computer; the afdelingshoofd is never there."""
    assert hoofd.medewerker is not None
    wie = Medewerker(0, "R. Gistrar", rollen=frozenset({Rol.REGISTRAR}))
    gebruikers.bewaar(bureau, wie, "rgistrar")
    pad = Path(bureau.register.pad)
    return lambda: bootstrap.open(pad, clock=FixedClock(DINSDAG), gebruiker="rgistrar")


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    pad = tmp_path / "scan van de printer.png"
    blad = QImage(420, 594, QImage.Format.Format_RGB32)  # a page without a code
    blad.fill(Qt.GlobalColor.white)
    assert blad.save(str(pad))
    return pad


def _laat_vallen(pagina: OndertekenenPage, pad: Path) -> None:
    inhoud = QMimeData()
    inhoud.setUrls([QUrl.fromLocalFile(str(pad))])
    val = QDropEvent(
        QPointF(50, 50), Qt.DropAction.CopyAction, inhoud, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    pagina.dropEvent(val)


def test_een_scan_op_de_pagina_komt_bij_de_brief(
    qtbot: QtBot, bureau: Context, zaken: list[str], pagina: OndertekenenPage, runner: Runner,
    rustig: Rustig, scan: Path,
) -> None:  # fmt: skip
    assert pagina.knop_teken.isHidden()
    assert pagina.knop_terug.isHidden()
    assert pagina.sleutelkaart.isHidden()
    assert pagina.werkvlak.papier.isVisible()
    assert pagina.werkvlak.print.isEnabled()
    assert pagina.werkvlak.scan.isEnabled()
    _laat_vallen(pagina, scan)
    rustig(runner)
    kaart = pagina.scan.kaart
    assert kaart.isVisible()
    assert zaken[0] in _zinnen(kaart)
    assert kaart.naam.waarde() == "M. de Groot"
    qtbot.mouseClick(kaart.knop, Qt.MouseButton.LeftButton)
    rustig(runner)
    assert "niet betrokken" in _zinnen(kaart)
    qtbot.keyClick(kaart.niet_betrokken, Qt.Key.Key_Space)
    kaart.datum.zet_waarde("2026-11-30")
    qtbot.mouseClick(kaart.knop, Qt.MouseButton.LeftButton)
    rustig(runner)
    assert "Op die dag" in _zinnen(kaart)
    kaart.datum.zet_waarde("2026-11-24")
    qtbot.mouseClick(kaart.knop, Qt.MouseButton.LeftButton)
    rustig(runner)
    assert not kaart.isVisible()
    dossier = _dossier(bureau, zaken[0])
    assert ondertekenmap.getekend(dossier, BriefSoort.AFDOENINGSBRIEF) is not None
    assert [info.soort for info in klaarliggend(dossier)] == ["afdoeningsbrief"]
    assert any(info.naam.endswith("getekend.png") for info in dossier.documenten)
    assert pagina.werkvlak.kenmerk == zaken[1]


@pytest.mark.usefixtures("zaken")
def test_wat_geen_scan_is_wordt_geweigerd(
    pagina: OndertekenenPage, runner: Runner, rustig: Rustig, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    gezegd: list[str] = []
    monkeypatch.setattr(messages, "fail", lambda _ouder, fout: gezegd.append(str(fout)))
    tekst = tmp_path / "brief.txt"
    tekst.write_text("getekend", "utf-8")
    _laat_vallen(pagina, tekst)
    rustig(runner)
    assert len(gezegd) == 1
    assert not pagina.scan.kaart.isVisible()


@pytest.mark.usefixtures("zaken")
def test_de_brief_kan_worden_geprint_om_te_tekenen(
    qtbot: QtBot, runner: Runner, navigatie: Logboek, rustig: Rustig
) -> None:
    gevraagd: list[tuple[str, int]] = []

    def kies(_ouder: QWidget, titel: str, paginas: int) -> None:
        gevraagd.append((titel, paginas))

    blad = OndertekenenPage(runner, navigatie, kies_printer=kies, vaste=lambda _titel: None)
    qtbot.addWidget(blad)
    blad.ververs()
    rustig(runner)
    qtbot.mouseClick(blad.werkvlak.print, Qt.MouseButton.LeftButton)
    assert gevraagd == [("K2026-0001 afdoeningsbrief", 2)]
