"""The ondertekenmap on paper through the window: out as one PDF, back as a scan."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.models import meldingen
from klachtenapp.services.context import Context
from klachtenapp.ui import messages
from klachtenapp.ui.ondertekenen_page import OndertekenenPage
from klachtenapp.ui.runner import Runner
from klachtenapp.uitwisseling import scans
from tests.scanner import als_foto, als_pdf, scan, wit_blad
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


def test_wat_blijft_liggen_wordt_gezegd(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, zaken: list[str], pagina: OndertekenenPage,
    runner: Runner, rustig: Rustig, tmp_path: Path,
) -> None:  # fmt: skip
    gezegd: list[str] = []
    monkeypatch.setattr(messages, "tell", lambda _ouder, tekst, _titel: gezegd.append(tekst))
    pdf = _print(qtbot, pagina, runner, rustig)
    eerste = [n for n, code in enumerate(scans.codes(pdf)) if code and code.pagina == 1]
    pad = tmp_path / "scan.pdf"
    pad.write_bytes(als_pdf([*scan(pdf, eerste), wit_blad()]))
    _sleep(pagina, pad)
    rustig(runner)
    assert gezegd == ["Dit deel blijft liggen:\n• blad 4: geen code te lezen"]
    assert zaken[0] in pagina.scan.kaart.wat.text()
    pagina.scan.kaart.sluit()
