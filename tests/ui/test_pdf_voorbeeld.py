"""A PDF on screen, on paper and on disk."""

from __future__ import annotations

import io
from pathlib import Path

import pdfplumber
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from klachtenapp.ui import printkeuze
from klachtenapp.ui.instellingen import instellingen
from klachtenapp.ui.pdf_balk import Voorbeeldbalk
from klachtenapp.ui.pdf_druk import Druktaak
from klachtenapp.ui.pdf_voorbeeld import PdfVoorbeeld
from klachtenapp.ui.runner import Runner
from tests.ui.conftest import Logboek


def maak_pdf(paginas: int = 2) -> bytes:
    """Return pages of A4 with a black square of 10 mm, at 33 mm from the left and 54 mm down."""
    uit = io.BytesIO()
    doek = Canvas(uit, pagesize=(210 * mm, 297 * mm), invariant=1)
    for _ in range(paginas):
        doek.rect(33 * mm, (297 - 54 - 10) * mm, 10 * mm, 10 * mm, stroke=0, fill=1)
        doek.showPage()
    doek.save()
    return uit.getvalue()


class Dubbelzijdig(QPrinter):
    """A printer that prints on both sides; a PDF as printer never says so."""

    def duplex(self) -> QPrinter.DuplexMode:
        return QPrinter.DuplexMode.DuplexLongSide


class Papier:
    """A printer that prints to a file; ``geannuleerd`` is someone who thinks better of it."""

    def __init__(self, pad: Path) -> None:
        self.pad = pad
        self.geannuleerd = False
        self.soort: type[QPrinter] = QPrinter
        self.bereik: tuple[int, int] | None = None
        self.gevraagd: list[tuple[str, int]] = []

    def __call__(self, _ouder: QWidget, titel: str, paginas: int) -> QPrinter | None:
        self.gevraagd.append((titel, paginas))
        if self.geannuleerd:
            return None
        printer = self.soort(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.pad))
        printer.setResolution(300)
        if self.bereik is not None:
            printer.setPrintRange(QPrinter.PrintRange.PageRange)
            printer.setFromTo(*self.bereik)
        return printer


@pytest.fixture
def papier(tmp_path: Path) -> Papier:
    return Papier(tmp_path / "papier.pdf")


@pytest.fixture
def voorbeeld(
    qtbot: QtBot, runner: Runner, navigatie: Logboek, papier: Papier, tmp_path: Path
) -> PdfVoorbeeld:
    widget = PdfVoorbeeld(
        runner,
        navigatie,
        kies_printer=papier,
        kies_pad=lambda _ouder, naam: str(tmp_path / "uit" / naam.removesuffix(".pdf")),
    )
    qtbot.addWidget(widget)
    widget.resize(700, 600)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


def test_leeg_heeft_niets_te_doen(voorbeeld: PdfVoorbeeld, papier: Papier) -> None:
    voorbeeld.print_nu()
    voorbeeld.sla_op()
    voorbeeld.zoom(1)
    assert voorbeeld.paginas == 0
    assert papier.gevraagd == []


def test_een_kapot_bestand_wordt_een_zin(voorbeeld: PdfVoorbeeld) -> None:
    voorbeeld.toon(maak_pdf(), "a.pdf")
    voorbeeld.toon(b"geen pdf", "b.pdf")
    assert voorbeeld.pdf == b""
    assert "geen PDF" in voorbeeld.zin()


def test_bladzijden_en_zoom(voorbeeld: PdfVoorbeeld, qtbot: QtBot) -> None:
    voorbeeld.toon(maak_pdf(3), "brief.pdf")
    assert voorbeeld.paginas == 3
    begin = voorbeeld.factor
    voorbeeld.setFocus()
    qtbot.keyClick(voorbeeld.focusWidget() or voorbeeld, Qt.Key.Key_Plus)
    groter = voorbeeld.factor
    assert groter > begin
    voorbeeld.zoom(-1)
    assert voorbeeld.factor < groter
    for _ in range(20):
        voorbeeld.zoom(1)
    assert voorbeeld.factor == 3.0
    voorbeeld.pas_in()
    assert voorbeeld.factor == pytest.approx(begin, rel=0.05)


def test_geprint_op_ware_grootte(
    voorbeeld: PdfVoorbeeld, papier: Papier, navigatie: Logboek, qtbot: QtBot
) -> None:
    voorbeeld.toon(maak_pdf(2), "K2026-0001 brief.pdf")
    with qtbot.waitSignal(voorbeeld.geprint, timeout=20_000):
        voorbeeld.print_nu()
    assert papier.gevraagd == [("K2026-0001 brief", 2)]
    assert "naar de printer" in navigatie.meldingen[-1]
    with pdfplumber.open(papier.pad) as gedrukt:
        assert len(gedrukt.pages) == 2
        vel = gedrukt.pages[0]
        assert (round(vel.width), round(vel.height)) == (595, 842)
        beeld = vel.to_image(resolution=100).original.convert("L")
    links, boven, rechts, onder = beeld.point(lambda v: 255 if v < 128 else 0).getbbox()
    per_mm = 100 / 25.4
    assert links / per_mm == pytest.approx(33, abs=0.6)
    assert boven / per_mm == pytest.approx(54, abs=0.6)
    assert (rechts - links) / per_mm == pytest.approx(10, abs=0.6)
    assert (onder - boven) / per_mm == pytest.approx(10, abs=0.6)


def test_alleen_de_gevraagde_bladzijden(
    voorbeeld: PdfVoorbeeld, papier: Papier, qtbot: QtBot
) -> None:
    papier.bereik = (2, 3)
    voorbeeld.toon(maak_pdf(4), "brief.pdf")
    with qtbot.waitSignal(voorbeeld.geprint, timeout=20_000):
        voorbeeld.print_nu()
    with pdfplumber.open(papier.pad) as gedrukt:
        assert len(gedrukt.pages) == 2


def test_wie_zich_bedenkt_print_niet(voorbeeld: PdfVoorbeeld, papier: Papier, qtbot: QtBot) -> None:
    papier.geannuleerd = True
    voorbeeld.toon(maak_pdf(), "brief.pdf")
    with qtbot.assertNotEmitted(voorbeeld.geprint):
        voorbeeld.print_nu()
    assert not voorbeeld.drukt
    assert not papier.pad.exists()


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_een_printer_die_niet_wil_zegt_wat_te_doen(
    voorbeeld: PdfVoorbeeld, papier: Papier, navigatie: Logboek, qtbot: QtBot
) -> None:
    papier.pad = papier.pad.parent / "bestaat niet" / "papier.pdf"
    voorbeeld.toon(maak_pdf(), "brief.pdf")
    voorbeeld.print_nu()
    qtbot.waitUntil(lambda: not voorbeeld.drukt)
    assert "niet gelukt" in navigatie.meldingen[-1]


def test_opslaan_met_de_goede_uitgang(
    voorbeeld: PdfVoorbeeld,
    navigatie: Logboek,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    (tmp_path / "uit").mkdir()
    voorbeeld.toon(maak_pdf(), "brief.pdf")
    with qtbot.waitSignal(voorbeeld.opgeslagen, timeout=20_000):
        voorbeeld.sla_op()
    assert (tmp_path / "uit" / "brief.pdf").read_bytes() == voorbeeld.pdf
    assert "Opgeslagen" in navigatie.meldingen[-1]


def test_opslaan_dat_niet_lukt_wordt_gemeld(
    voorbeeld: PdfVoorbeeld, runner: Runner, qtbot: QtBot
) -> None:
    voorbeeld.toon(maak_pdf(), "brief.pdf")
    with qtbot.waitSignal(runner.failed, timeout=20_000) as gemeld:
        voorbeeld.sla_op()
    assert "andere map" in str(gemeld.args[0])


def test_niets_te_drukken_is_niet_gelukt(
    qtbot: QtBot, voorbeeld: PdfVoorbeeld, papier: Papier
) -> None:
    papier.bereik = (8, 9)
    printer = papier(voorbeeld, "x", 1)
    assert printer is not None
    taak = Druktaak(maak_pdf(1), printer, voorbeeld)
    with qtbot.waitSignal(taak.klaar, timeout=20_000) as gemeld:
        taak.begin()
    assert gemeld.args == [False]
    assert isinstance(printer, QPrinter)


def test_hele_pagina_is_kleiner_dan_hele_breedte(voorbeeld: PdfVoorbeeld, qtbot: QtBot) -> None:
    voorbeeld.toon(maak_pdf(1), "brief.pdf")
    breedte = voorbeeld.factor
    voorbeeld.setFocus()
    qtbot.keyClick(voorbeeld.focusWidget() or voorbeeld, Qt.Key.Key_9)
    assert voorbeeld.factor < breedte
    voorbeeld.zoom(1)
    assert voorbeeld.factor > 0.1


def test_de_tweede_keer_zonder_venster(
    voorbeeld: PdfVoorbeeld, papier: Papier, qtbot: QtBot
) -> None:
    voorbeeld.toon(maak_pdf(1), "brief.pdf")
    vast = Papier(papier.pad.with_name("vast.pdf"))
    voorbeeld._drukker._vaste = lambda titel: vast(voorbeeld, titel, 0)
    with qtbot.waitSignal(voorbeeld.geprint, timeout=20_000):
        voorbeeld.print_nu()
    assert papier.gevraagd == []
    assert vast.pad.exists()
    with qtbot.waitSignal(voorbeeld.geprint, timeout=20_000):
        voorbeeld.andere_printer()
    assert papier.gevraagd == [("brief", 1)]


def test_de_balk_noemt_de_vaste_printer(voorbeeld: PdfVoorbeeld, papier: Papier) -> None:
    balk = voorbeeld.findChild(Voorbeeldbalk)
    assert isinstance(balk, Voorbeeldbalk)
    assert balk.andere.isHidden()
    printer = papier(voorbeeld, "x", 1)
    assert printer is not None
    printkeuze.onthoud(printer)
    assert printkeuze.vaste_naam() == ""  # a file is no printer
    instellingen().setValue("printer/naam", "HP balie")
    voorbeeld.toon(maak_pdf(1), "brief.pdf")
    assert not balk.andere.isHidden()
    assert "HP balie" in balk.printen.accessibleName()
    assert printkeuze.vaste_printer("x") is None  # it is not on this computer


def test_zijden_en_aantal_worden_onthouden(voorbeeld: PdfVoorbeeld, papier: Papier) -> None:
    papier.soort = Dubbelzijdig
    printer = papier(voorbeeld, "x", 1)
    assert printer is not None
    printer.setCopyCount(3)
    printkeuze.onthoud(printer)
    bewaard = instellingen()
    assert bewaard.value("printer/aantal") in (3, "3")
    assert bewaard.value("printer/zijden") == "lange kant"


@pytest.mark.parametrize(
    ("paginas", "dubbel", "aantal", "verwacht"),
    [
        ((1, 2), False, 1, 3),
        ((1, 2), True, 1, 4),
        ((1, 1, 1), True, 1, 5),
        ((2, 2), True, 1, 4),
        ((1, 2), False, 2, 6),
        ((1,), True, 3, 5),
    ],
)
def test_iedere_brief_op_een_nieuw_vel(
    voorbeeld: PdfVoorbeeld,
    papier: Papier,
    qtbot: QtBot,
    paginas: tuple[int, ...],
    dubbel: bool,
    aantal: int,
    verwacht: int,
) -> None:
    papier.soort = Dubbelzijdig if dubbel else QPrinter
    printer = papier(voorbeeld, "x", 1)
    assert printer is not None
    printer.setResolution(72)
    printer.setCopyCount(aantal)
    taak = Druktaak([maak_pdf(n) for n in paginas], printer, voorbeeld)
    gevorderd: list[tuple[int, int]] = []
    taak.vordering.connect(lambda *stand: gevorderd.append(stand))
    with qtbot.waitSignal(taak.klaar, timeout=20_000) as gemeld:
        taak.begin()
    assert gemeld.args == [True]
    assert gevorderd == [(n, len(paginas)) for n in range(1, len(paginas) + 1)]
    with pdfplumber.open(papier.pad) as gedrukt:
        assert len(gedrukt.pages) == verwacht


def test_gestopt_is_niet_gelukt(voorbeeld: PdfVoorbeeld, papier: Papier, qtbot: QtBot) -> None:
    printer = papier(voorbeeld, "x", 1)
    assert printer is not None
    taak = Druktaak([maak_pdf(3)] * 5, printer, voorbeeld)
    with qtbot.waitSignal(taak.klaar, timeout=20_000) as gemeld:
        taak.begin()
        taak.stop()
    assert gemeld.args == [False]


def test_the_bar_beside_a_page_stays_also_when_the_page_fits(voorbeeld: PdfVoorbeeld) -> None:
    """A bar that comes and goes takes width, and where page and room are about as high Qt then
    never came to rest: the window hung in Beheer, with a letter of one page beside it."""
    beeld = voorbeeld.findChild(QPdfView)
    assert beeld.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOn
