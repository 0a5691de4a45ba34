"""The ondertekenmap on paper through the window: out as one PDF, back as a scan."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.models import meldingen
from klachtenapp.papier.blad import Blad
from klachtenapp.papier.qr import teken_qr
from klachtenapp.services import ondertekenen
from klachtenapp.services.context import Context
from klachtenapp.ui import messages
from klachtenapp.ui.ondertekenen_page import OndertekenenPage
from klachtenapp.ui.runner import Runner
from klachtenapp.uitwisseling import scans
from tests.scanner import als_foto, als_pdf, scan, wit_blad
from tests.services.ondertekenzaak import bied_aan, uid
from tests.services.test_correspondentie import bureau, maak
from tests.ui.test_ondertekenen_page import Rustig, hoofd, pagina, register_openen, zaken

__all__ = ["bureau", "hoofd", "maak", "pagina", "register_openen", "zaken"]


def _print(qtbot: QtBot, pagina: OndertekenenPage, runner: Runner, rustig: Rustig) -> bytes:
    qtbot.mouseClick(pagina.knop_map, Qt.MouseButton.LeftButton)
    rustig(runner)
    assert pagina.papier is not None
    assert pagina.papier.isVisible()
    pdf = pagina.papier.voorbeeld.pdf
    pagina.papier.close()
    return pdf


def _sleep(pagina: OndertekenenPage, pad: Path) -> None:
    """Drop a file on the page."""
    wat = QMimeData()
    wat.setUrls([QUrl.fromLocalFile(str(pad))])
    pagina.dropEvent(
        QDropEvent(
            QPointF(200, 200), Qt.DropAction.CopyAction, wat, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )  # fmt: skip


def _bewaar(qtbot: QtBot, pagina: OndertekenenPage, runner: Runner, rustig: Rustig) -> None:
    """Answer what is asked about one letter."""
    kaart = pagina.scan.kaart
    assert kaart.isVisible()
    kaart.naam.setCurrentIndex(kaart.naam.findData("M. de Groot"))
    assert not kaart.niet_betrokken.isChecked()  # asked for each letter anew
    qtbot.keyClick(kaart.niet_betrokken, Qt.Key.Key_Space)
    qtbot.mouseClick(kaart.knop, Qt.MouseButton.LeftButton)
    rustig(runner)


def _getekend(ctx: Context, kenmerk: str) -> int:
    return len(list(meldingen.haal(ctx.register, kenmerk).alle(G.ONDERTEKEND)))


def test_de_hele_map_als_een_pdf(
    qtbot: QtBot, zaken: list[str], pagina: OndertekenenPage, runner: Runner, rustig: Rustig
) -> None:
    _print(qtbot, pagina, runner, rustig)
    assert pagina.papier is not None
    assert pagina.papier.voorbeeld.paginas >= 1 + 2 * len(zaken)


@pytest.mark.usefixtures("hoofd")
def test_een_lege_map_wordt_niet_geprint(pagina: OndertekenenPage) -> None:
    assert not pagina.knop_map.isEnabled()


def test_een_scan_van_twee_brieven_komt_in_twee_dossiers(
    qtbot: QtBot, bureau: Context, zaken: list[str], pagina: OndertekenenPage, runner: Runner,
    rustig: Rustig, tmp_path: Path,
) -> None:  # fmt: skip
    pdf = _print(qtbot, pagina, runner, rustig)
    codes = scans.codes(pdf)
    bladen = [n for n, c in enumerate(codes) if c and c.pagina == 1 and c.kenmerk in zaken[1:]]
    pad = tmp_path / "scan.pdf"
    pad.write_bytes(als_pdf(scan(pdf, bladen)))
    _sleep(pagina, pad)
    rustig(runner)
    for kenmerk in zaken[1:]:
        assert kenmerk in pagina.scan.kaart.wat.text()
        assert "zegt de code" in pagina.scan.kaart.wat.text()
        _bewaar(qtbot, pagina, runner, rustig)
    assert not pagina.scan.kaart.isVisible()
    assert [_getekend(bureau, kenmerk) for kenmerk in zaken] == [0, 1, 1]
    assert pagina.werkvlak.lijst.count() == 1


def test_een_scan_zonder_code_komt_bij_de_gekozen_brief(
    qtbot: QtBot, bureau: Context, zaken: list[str], pagina: OndertekenenPage, runner: Runner,
    rustig: Rustig, tmp_path: Path,
) -> None:  # fmt: skip
    pad = tmp_path / "scan.jpg"
    pad.write_bytes(als_foto(wit_blad()))
    pagina.werkvlak.lijst.setCurrentRow(1)
    rustig(runner)
    _sleep(pagina, pad)
    rustig(runner)
    assert "geen code gelezen" in pagina.scan.kaart.wat.text()
    _bewaar(qtbot, pagina, runner, rustig)
    assert [_getekend(bureau, kenmerk) for kenmerk in zaken] == [0, 1, 0]


@pytest.mark.usefixtures("zaken")
def test_wat_geen_scan_is_geeft_een_zin(
    monkeypatch: pytest.MonkeyPatch, pagina: OndertekenenPage, runner: Runner, rustig: Rustig,
    tmp_path: Path,
) -> None:  # fmt: skip
    gezegd: list[str] = []
    monkeypatch.setattr(messages, "fail", lambda _ouder, fout: gezegd.append(str(fout)))
    pad = tmp_path / "brief.docx"
    pad.write_bytes(b"PK\x03\x04")
    _sleep(pagina, pad)
    rustig(runner)
    assert gezegd == ["Dit is geen scan. Kies een PDF, PNG of JPEG."]


def _drie_brieven(pdf: bytes, pad: Path) -> None:
    """Scan the first page of every letter, and an empty sheet behind them."""
    eerste = [n for n, code in enumerate(scans.codes(pdf)) if code and code.pagina == 1]
    pad.write_bytes(als_pdf([*scan(pdf, eerste), wit_blad()]))


def test_wie_een_brief_overslaat_houdt_de_andere(
    qtbot: QtBot, bureau: Context, zaken: list[str], pagina: OndertekenenPage, runner: Runner,
    rustig: Rustig, tmp_path: Path,
) -> None:  # fmt: skip
    pad = tmp_path / "scan.pdf"
    _drie_brieven(_print(qtbot, pagina, runner, rustig), pad)
    _sleep(pagina, pad)
    rustig(runner)
    kaart = pagina.scan.kaart
    assert "Brief 1 van 3" in kaart.wat.text()
    qtbot.mouseClick(kaart.annuleer, Qt.MouseButton.LeftButton)
    assert zaken[1] in kaart.wat.text()
    _sleep(pagina, pad)  # a second scan does not push the first aside
    rustig(runner)
    _bewaar(qtbot, pagina, runner, rustig)
    assert zaken[2] in kaart.wat.text()
    assert not pagina.scan.uitslag.isVisible()
    qtbot.keyClick(kaart, Qt.Key.Key_Escape)
    assert not kaart.isVisible()
    assert [_getekend(bureau, kenmerk) for kenmerk in zaken] == [0, 1, 0]
    assert pagina.scan.uitslag.tekst().splitlines() == [
        "scan.pdf",
        f"Bewaard: {zaken[1]}.",
        "Niet bewaard:",
        "• blad 4: geen code te lezen",
        f"• {zaken[0]}: u sloeg deze brief over",
        f"• {zaken[2]}: u sloeg deze brief over",
    ]
    assert pagina.scan.uitslag.isVisible()
    _sleep(pagina, pad)  # what was left can be filed later
    rustig(runner)
    assert zaken[0] in kaart.wat.text()


def test_een_blad_van_een_eerdere_tekst_wordt_niet_bewaard(
    qtbot: QtBot, bureau: Context, zaken: list[str], pagina: OndertekenenPage, runner: Runner,
    rustig: Rustig, tmp_path: Path,
) -> None:  # fmt: skip
    pad = tmp_path / "scan.pdf"
    _drie_brieven(_print(qtbot, pagina, runner, rustig), pad)
    ondertekenen.neem_terug(bureau, zaken[0], "Nog niet af.", opdracht_uid=uid())
    bied_aan(bureau, zaken[0])
    _sleep(pagina, pad)
    rustig(runner)
    for _ in range(2):
        _bewaar(qtbot, pagina, runner, rustig)
    assert [_getekend(bureau, kenmerk) for kenmerk in zaken] == [0, 1, 1]
    gezegd = pagina.scan.uitslag.tekst()
    assert f"• {zaken[0]}: dit blad is van een eerdere tekst van de brief" in gezegd


def test_bij_een_oude_code_vergelijkt_men_de_tekst(
    qtbot: QtBot, bureau: Context, zaken: list[str], pagina: OndertekenenPage, runner: Runner,
    rustig: Rustig, tmp_path: Path,
) -> None:  # fmt: skip
    vel = Blad("oud", datum=bureau.vandaag)
    with vel.sier():
        teken_qr(vel, f"OM/{zaken[1]}/AFDOENINGSBRIEF/1", x=150, y=100, maat=20, kleur=(0, 0, 0))
    pad = tmp_path / "scan.png"
    pad.write_bytes(als_foto(scan(vel.bewaar(), [0])[0], "PNG"))
    _sleep(pagina, pad)
    rustig(runner)
    kaart = pagina.scan.kaart
    assert "oude map" in kaart.wat.text()
    _bewaar(qtbot, pagina, runner, rustig)
    assert kaart.isVisible()
    assert _getekend(bureau, zaken[1]) == 0
    qtbot.keyClick(kaart.zelfde_tekst, Qt.Key.Key_Space)
    qtbot.mouseClick(kaart.knop, Qt.MouseButton.LeftButton)
    rustig(runner)
    assert _getekend(bureau, zaken[1]) == 1
