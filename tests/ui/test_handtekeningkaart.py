"""The picture of a signature through the window: chosen where one signs."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from klachtenapp.models import documenten
from klachtenapp.services import handtekeningbeeld
from klachtenapp.services.context import Context
from klachtenapp.ui.ondertekenen_page import OndertekenenPage
from klachtenapp.ui.runner import Runner
from tests.papier.handtekeningen import als, foto
from tests.services.ondertekenzaak import GEHEIM, nummer
from tests.services.test_correspondentie import bureau, maak
from tests.ui.conftest import Logboek
from tests.ui.test_ondertekenen_page import (
    _dossier,
    _teken,
    hoofd,
    pagina,
    register_openen,
    sleutel,
    zaken,
)

__all__ = ["bureau", "hoofd", "maak", "pagina", "register_openen", "sleutel", "zaken"]

Rustig = Callable[[Runner], None]


@pytest.fixture
def plaatje(tmp_path: Path) -> Path:
    pad = tmp_path / "krabbel.jpg"
    pad.write_bytes(als(foto((1200, 700)), "JPEG"))
    return pad


def _figuren(pdf: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(pdf)) as boek:
        return [str(k.Alt) for k in boek.Root.StructTreeRoot.K[0].K if str(k.S) == "/Figure"]


def _zinnen(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.text())


@pytest.mark.usefixtures("sleutel")
def test_de_ondertekenaar_kiest_zijn_plaatje_en_tekent(
    qtbot: QtBot, bureau: Context, hoofd: Context, zaken: list[str], pagina: OndertekenenPage,
    navigatie: Logboek, runner: Runner, rustig: Rustig, plaatje: Path,
) -> None:  # fmt: skip
    qtbot.mouseClick(pagina.werkvlak.handtekening, Qt.MouseButton.LeftButton)
    rustig(runner)
    kaart = pagina.handtekening
    assert kaart is not None
    assert kaart.isVisible()
    assert kaart.kiezer is not None
    with qtbot.waitSignal(kaart.kiezer.bewaard, timeout=30_000):
        kaart.kiezer.lees(plaatje)
    rustig(runner)
    assert handtekeningbeeld.eigen(hoofd).keuze
    assert "M. de Groot staat voortaan op brieven" in "\n".join(navigatie.meldingen)
    qtbot.mouseClick(kaart.klaar, Qt.MouseButton.LeftButton)
    assert not kaart.isVisible()
    _teken(qtbot, pagina, GEHEIM)
    rustig(runner)
    (brief,) = [d for d in _dossier(bureau, zaken[0]).documenten if d.soort == "afdoeningsbrief"]
    pdf = documenten.lees(bureau.register, brief.id)
    assert _figuren(pdf) == ["Handtekening van M. de Groot"]


@pytest.mark.usefixtures("sleutel", "zaken")
def test_een_leeg_vel_wordt_geweigerd_en_het_oude_plaatje_blijft(
    qtbot: QtBot, hoofd: Context, pagina: OndertekenenPage, runner: Runner, rustig: Rustig,
    plaatje: Path, tmp_path: Path,
) -> None:  # fmt: skip
    keuze = handtekeningbeeld.lees_bestand(plaatje)
    handtekeningbeeld.bewaar(hoofd, nummer(hoofd), keuze)
    pagina.kies_handtekening()
    rustig(runner)
    assert pagina.handtekening is not None
    kiezer = pagina.handtekening.kiezer
    assert kiezer is not None
    assert kiezer.keuze() == keuze
    tekst = tmp_path / "handtekening.jpg"
    tekst.write_text("M. de Groot", "utf-8")
    with qtbot.waitSignal(kiezer.gelezen, timeout=30_000):
        kiezer.lees(tekst)
    assert "PNG of een JPEG" in _zinnen(kiezer)
    assert kiezer.keuze() == keuze
    with qtbot.waitSignal(kiezer.bewaard, timeout=30_000):
        qtbot.mouseClick(kiezer.weg_knop, Qt.MouseButton.LeftButton)
    assert not handtekeningbeeld.eigen(hoofd).keuze


@pytest.mark.usefixtures("zaken")
def test_zonder_sleutel_is_er_geen_knop(pagina: OndertekenenPage) -> None:
    assert not pagina.werkvlak.handtekening.isVisible()
