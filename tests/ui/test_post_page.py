"""The page Post: tick, print, answer one question, and the postboek beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Event
from uuid import uuid4

import pdfplumber
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from klachtenapp import bootstrap
from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.begrippen import Aanhef, Kanaal, Soort, Status, Voorkeur
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.dossier import Gebeurtenis
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.personen import Medewerker, Persoon
from klachtenapp.models import meldingen
from klachtenapp.services import beheer, correspondentie, registreren, zoeken
from klachtenapp.services.context import Context
from klachtenapp.ui import bestanden, messages
from klachtenapp.ui.bouwstenen import DatumVeld, Knop, Tabel, Zoekveld, hand
from klachtenapp.ui.post_page import BOEK, PostPage
from klachtenapp.ui.runner import Runner
from tests.ui.conftest import DAG, DINSDAG, Logboek

_NAAM = "ontvangstbevestiging"


class Drukkerij:
    """A printer that prints to a file; ``niemand`` is someone who thinks better of it."""

    def __init__(self, pad: Path) -> None:
        self.pad = pad
        self.niemand = False
        self.titels: list[str] = []

    def __call__(self, _ouder: QWidget, titel: str, _paginas: int) -> QPrinter | None:
        self.titels.append(titel)
        if self.niemand:
            return None
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.pad))
        printer.setResolution(60)
        return printer

    @property
    def paginas(self) -> int:
        with pdfplumber.open(self.pad) as boek:
            return len(boek.pages)


def _klacht(ctx: Context, naam: str, straat: str = "Dorpsstraat") -> str:
    """Register a klacht whose next step is the ontvangstbevestiging."""
    aanmelding = Aanmelding(
        Soort.KLACHT,
        DAG - timedelta(days=3),
        Kanaal.BRIEF,
        "Niemand belde terug.",
        onderwerp="Niet teruggebeld",
        klager=Persoon(
            naam, Aanhef.HEER, "A.", straat=straat, huisnummer="1", postcode="1741 AB",
            plaats="Voorbeeldstad", telefoon="06 12 34 56 78",
        ),
        behandelaar="H. de Boer",
    )  # fmt: skip
    nieuw = registreren.registreer(ctx, aanmelding)
    gebeld = Gebeurtenis(
        G.GESPREK, DAG - timedelta(days=1), DINSDAG, "H. de Boer",
        {"met": "klager", "bereikt": "ja", "manier": "telefoon"},
    )  # fmt: skip
    na = replace(nieuw, status=Status.BEOORDELING, gebeurtenissen=(*nieuw.gebeurtenissen, gebeld))
    with ctx.register.transactie():
        meldingen.wijzig(ctx.register, nieuw, na)
    return nieuw.kenmerk


@pytest.fixture
def wachtend(register_openen: Callable[[], Context]) -> list[str]:
    """Three klachten with a letter to make, in the order of the envelopes; one without address."""
    ctx = register_openen()
    beheer.bewaar_medewerker(ctx, Medewerker(0, "H. de Boer"))
    ctx = beheer.bewaar_gemeente(
        ctx,
        Gemeente(
            "Gemeente Voorbeeldstad", bezoekadres="Plein 1", postadres="Postbus 1",
            postcode="1234 AB", plaats="Voorbeeldstad", telefoon="14 0123",
            belnummer="0123 - 45 67 00", ondertekenaar="M. de Groot",
        ),
    )  # fmt: skip
    kenmerken = [_klacht(ctx, naam, f"{naam}straat") for naam in ("Aal", "Berg", "Cohen")]
    correspondentie.bewaar(ctx, kenmerken[1], correspondentie.concept(ctx, kenmerken[1], _NAAM))
    bootstrap.sluit(ctx)
    return kenmerken


@pytest.fixture
def drukkerij(tmp_path: Path) -> Drukkerij:
    return Drukkerij(tmp_path / "papier.pdf")


@pytest.fixture
def pagina(
    qtbot: QtBot,
    runner: Runner,
    navigatie: Logboek,
    drukkerij: Drukkerij,
    rustig: Callable[[Runner], None],
) -> PostPage:
    blad = PostPage(runner, navigatie, kies_printer=drukkerij, vaste=lambda _: None)
    qtbot.addWidget(blad)
    blad.resize(1100, 700)
    runner.changed.connect(blad.ververs)
    with qtbot.waitActive(blad):
        blad.show()
        blad.activateWindow()
    blad.ververs()
    rustig(runner)
    return blad


def _kolom(tabel: Tabel, kolom: int) -> list[str]:
    model = tabel.model()
    return [str(model.index(rij, kolom).data()) for rij in range(model.rowCount())]


def _print(qtbot: QtBot, pagina: PostPage) -> None:
    """Print what is ticked and wait for the question."""
    pagina.klaar.print_nu()
    qtbot.waitUntil(lambda: not pagina.klaar.gang.bezig, timeout=20_000)


def test_een_leeg_register_is_vriendelijk(pagina: PostPage) -> None:
    assert pagina.onderschrift.heel() == "Alles is weg"
    assert not pagina.klaar.print.isEnabled()
    pagina.klaar.print_nu()
    assert not pagina.klaar.gang.bezig


def test_wat_klaarligt_staat_in_volgorde(
    wachtend: list[str], pagina: PostPage, navigatie: Logboek, qtbot: QtBot
) -> None:
    assert _kolom(pagina.klaar.tabel, 4) == wachtend
    assert _kolom(pagina.klaar.tabel, 0) == ["☑ ja"] * 3
    assert "klaargelegd" in _kolom(pagina.klaar.tabel, 5)[1]
    assert pagina.onderschrift.heel() == "3 brieven liggen klaar om te versturen"
    assert pagina.klaar.print.text() == "Print alles (3)"
    pagina.begin()
    qtbot.keyClick(pagina.klaar.tabel, Qt.Key.Key_Return)
    qtbot.keyClick(pagina.klaar.tabel, Qt.Key.Key_Down)
    qtbot.keyClick(pagina.klaar.tabel, Qt.Key.Key_Return)
    assert navigatie.dossiers == [(wachtend[0], _NAAM), (wachtend[1], "")]


def test_spatie_vinkt_uit_en_aan(wachtend: list[str], pagina: PostPage, qtbot: QtBot) -> None:
    pagina.begin()
    qtbot.keyClick(pagina.klaar.tabel, Qt.Key.Key_Space)
    assert [b.kenmerk for b in pagina.klaar.model.gekozen()] == wachtend[1:]
    assert pagina.klaar.print.text() == "Print 2 brieven"
    pagina.klaar.model.wissel_alles()
    assert len(pagina.klaar.model.gekozen()) == 3
    pagina.klaar.model.wissel_alles()
    assert not pagina.klaar.print.isEnabled()


def test_wat_een_collega_verstuurt_verschuift_niets_onder_de_hand(
    wachtend: list[str],
    pagina: PostPage,
    runner: Runner,
    rustig: Callable[[Runner], None],
    register_openen: Callable[[], Context],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The letter of a colleague stays in sight but cannot go; the next row is not ticked off."""
    tabel, model = pagina.klaar.tabel, pagina.klaar.model
    pagina.begin()
    qtbot.keyClick(tabel, Qt.Key.Key_Down)
    collega = register_openen()
    correspondentie.markeer_verzonden(
        collega,
        wachtend[0],
        _NAAM,
        op=collega.vandaag,
        kanaal="post",
        pdf=correspondentie.concept(collega, wachtend[0], _NAAM).pdf,
        opdracht_uid=str(uuid4()),
    )
    bootstrap.sluit(collega)
    pagina.ververs()
    rustig(runner)
    assert _kolom(tabel, 4)[:3] == wachtend
    assert _kolom(tabel, 0)[0] == "– niet meer"
    assert tabel.gekozen_rij() == 1
    model.wissel(0)
    assert wachtend[0] not in [b.kenmerk for b in model.gekozen() if b.titel == _kolom(tabel, 2)[0]]
    monkeypatch.setattr(hand, "HAND_S", 0.0)  # the hand has left the list
    pagina.ververs()
    rustig(runner)
    assert _kolom(tabel, 0)[0] == "☑ ja"
    assert tabel.model().index(tabel.gekozen_rij(), 4).data() == wachtend[1]


def test_printen_en_in_een_toets_verzonden(
    wachtend: list[str],
    pagina: PostPage,
    drukkerij: Drukkerij,
    navigatie: Logboek,
    runner: Runner,
    qtbot: QtBot,
    ctx_van: Callable[[], Context],
    rustig: Callable[[Runner], None],
) -> None:
    pagina.klaar.print_nu()
    gang = pagina.klaar.gang
    qtbot.waitUntil(lambda: gang.geprint == 3, timeout=20_000)
    assert drukkerij.titels == ["3 brieven"]
    assert drukkerij.paginas >= 3
    kaart = gang._controle
    assert kaart is not None
    assert kaart.isVisible()
    assert kaart.ja.text() == "Ja, 3 brieven zijn verzonden"
    kaart.lijst.item(2).setCheckState(Qt.CheckState.Unchecked)
    kaart.ja.setFocus()
    qtbot.keyClick(kaart.ja, Qt.Key.Key_Return)
    rustig(runner)
    assert navigatie.meldingen[-1] == "2 brieven genoteerd als verzonden op di 24 nov 2026"
    assert _kolom(pagina.klaar.tabel, 4) == wachtend[2:]
    ctx = ctx_van()
    for kenmerk in wachtend:
        verzonden = list(zoeken.dossier(ctx, kenmerk).alle(G.BRIEF_VERZONDEN))
        assert len(verzonden) == (kenmerk != wachtend[2])
        assert all(feit.op == DAG for feit in verzonden)


def test_wie_nog_niet_zegt_verliest_niets(
    wachtend: list[str],
    pagina: PostPage,
    qtbot: QtBot,
    runner: Runner,
    ctx_van: Callable[[], Context],
    rustig: Callable[[Runner], None],
) -> None:
    _print(qtbot, pagina)
    gang = pagina.klaar.gang
    qtbot.waitUntil(lambda: gang.geprint == 3)
    kaart = gang._controle
    assert kaart is not None
    qtbot.keyClick(kaart.lijst, Qt.Key.Key_Escape)
    assert not kaart.isVisible()
    ctx = ctx_van()
    assert not any(zoeken.dossier(ctx, k).brief_verzonden(_NAAM) for k in wachtend)
    assert "nog niet als verzonden genoteerd" in pagina.klaar._geprint.tekst()
    gang.vraag()
    qtbot.keyClick(kaart.lijst, Qt.Key.Key_Return)
    rustig(runner)
    assert gang.geprint == 0
    assert pagina.klaar.model.rowCount() == 0


def test_wat_niet_mee_kan_staat_bij_de_vraag(
    wachtend: list[str],
    pagina: PostPage,
    qtbot: QtBot,
    runner: Runner,
    ctx_van: Callable[[], Context],
    rustig: Callable[[Runner], None],
) -> None:
    ctx = ctx_van()
    dossier = zoeken.dossier(ctx, wachtend[1])
    mail = replace(
        dossier.klager, email="a@voorbeeld.nl", email_akkoord=True, voorkeur=Voorkeur.MAILEN
    )
    with ctx.register.transactie():
        meldingen.wijzig(ctx.register, dossier, replace(dossier, klager=mail))
    pagina.ververs()
    rustig(runner)
    assert _kolom(pagina.klaar.tabel, 4) == [wachtend[0], wachtend[2], wachtend[1]]
    assert _kolom(pagina.klaar.tabel, 0) == ["☑ ja", "☑ ja", "– nog niet"]
    pagina.klaar.tabel.kies(2)
    assert "per e-mail" in pagina.klaar._reden.tekst()
    pagina.klaar.model.wissel(2)
    assert len(pagina.klaar.model.gekozen()) == 2
    _print(qtbot, pagina)
    kaart = pagina.klaar.gang._controle
    assert kaart is not None
    assert kaart.lijst.count() == 2
    assert wachtend[1] in kaart._niet.tekst()


def test_na_een_papierstoring_verder_vanaf_een_brief(
    wachtend: list[str], pagina: PostPage, drukkerij: Drukkerij, qtbot: QtBot
) -> None:
    assert wachtend
    _print(qtbot, pagina)
    kaart = pagina.klaar.gang._controle
    assert kaart is not None
    kaart.lijst.setCurrentRow(1)
    qtbot.mouseClick(kaart.weer, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: pagina.klaar.gang.geprint == 3, timeout=20_000)
    assert drukkerij.titels == ["3 brieven", "2 brieven"]
    assert len(kaart.gekozen()) == 3


def test_zonder_printer_blijft_alles_liggen(
    wachtend: list[str], pagina: PostPage, drukkerij: Drukkerij, navigatie: Logboek, qtbot: QtBot
) -> None:
    drukkerij.niemand = True
    _print(qtbot, pagina)
    qtbot.waitUntil(lambda: navigatie.meldingen[-1:] == ["Er is niets geprint."])
    assert pagina.klaar.gang.geprint == 0
    assert pagina.klaar.model.klaar() == len(wachtend)


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_een_printer_die_niet_wil_vinkt_niets_aan(
    wachtend: list[str], pagina: PostPage, drukkerij: Drukkerij, navigatie: Logboek, qtbot: QtBot
) -> None:
    assert wachtend
    drukkerij.pad = drukkerij.pad.parent / "bestaat niet" / "p.pdf"
    _print(qtbot, pagina)
    qtbot.waitUntil(lambda: any("niet gelukt" in zin for zin in navigatie.meldingen))
    kaart = pagina.klaar.gang._controle
    assert kaart is not None
    assert kaart.gekozen() == ()
    assert not kaart.ja.isEnabled()


def test_halverwege_gestopt_is_niets_genoteerd(
    wachtend: list[str],
    pagina: PostPage,
    navigatie: Logboek,
    runner: Runner,
    qtbot: QtBot,
    ctx_van: Callable[[], Context],
) -> None:
    gedrukt = Event()  # else three letters may be made before one can press the button
    runner.run(lambda _ctx: gedrukt.wait(60))
    pagina.klaar.print_nu()
    lopend = pagina.klaar.gang._lopend
    assert lopend is not None
    lopend.stop()
    gedrukt.set()
    qtbot.waitUntil(lambda: not pagina.klaar.gang.bezig, timeout=20_000)
    assert "niets genoteerd" in navigatie.meldingen[-1]
    ctx = ctx_van()
    assert not any(zoeken.dossier(ctx, k).brief_verzonden(_NAAM) for k in wachtend)


def test_wat_intussen_al_wegging_wordt_gezegd(
    wachtend: list[str],
    pagina: PostPage,
    qtbot: QtBot,
    ctx_van: Callable[[], Context],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gezegd: list[str] = []
    monkeypatch.setattr(messages, "tell", lambda _ouder, tekst, titel="": gezegd.append(tekst))
    ctx = ctx_van()
    nummer = zoeken.dossier(ctx, wachtend[1]).documenten[0].id
    correspondentie.leg_weg(ctx, wachtend[1], nummer, "Toch niet.")
    for rij in (0, 2):
        pagina.klaar.model.wissel(rij)
    _print(qtbot, pagina)
    assert wachtend[1] in gezegd[0]


def test_het_postboek_vult_zoekt_en_opent(
    wachtend: list[str],
    pagina: PostPage,
    navigatie: Logboek,
    runner: Runner,
    qtbot: QtBot,
    rustig: Callable[[Runner], None],
) -> None:
    pagina.kies(BOEK)
    rustig(runner)
    assert sorted(_kolom(pagina.boek.tabel, 2)) == sorted(wachtend)
    assert set(_kolom(pagina.boek.tabel, 1)) == {"← in"}
    pagina.begin()
    qtbot.keyClicks(pagina.boek.filter.zoekveld, "cohen")
    qtbot.waitUntil(lambda: pagina.boek.model.rowCount() == 1)
    pagina.boek.tabel.setFocus()
    qtbot.keyClick(pagina.boek.tabel, Qt.Key.Key_Return)
    assert navigatie.dossiers == [(wachtend[2], "")]
    pagina.boek.filter.richting.chips()[2].click()
    qtbot.waitUntil(lambda: pagina.boek.model.rowCount() == 0)
    pagina.boek.filter.maak_leeg()
    qtbot.waitUntil(lambda: pagina.boek.model.rowCount() == 3)


def test_een_eigen_periode(
    wachtend: list[str], pagina: PostPage, runner: Runner, qtbot: QtBot,
    rustig: Callable[[Runner], None],
) -> None:  # fmt: skip
    assert wachtend
    pagina.kies(BOEK)
    rustig(runner)
    veld = pagina.boek.filter.van
    veld.setFocus()
    veld.selectAll()
    qtbot.keyClicks(veld, "22-11")
    qtbot.waitUntil(lambda: pagina.boek.model.rowCount() == 0)
    assert pagina.boek.filter.periode.waarde() == ""


def test_het_postboek_printen_en_exporteren(
    wachtend: list[str],
    pagina: PostPage,
    drukkerij: Drukkerij,
    navigatie: Logboek,
    runner: Runner,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    rustig: Callable[[Runner], None],
) -> None:
    assert wachtend
    pagina.kies(BOEK)
    rustig(runner)
    pagina.boek.print_nu()
    qtbot.waitUntil(lambda: "printer gestuurd" in (navigatie.meldingen or [""])[-1], timeout=20_000)
    assert drukkerij.titels == ["Postboek"]
    doel = tmp_path / "post.xlsx"
    monkeypatch.setattr(bestanden, "kies_bewaren", lambda *_: doel)
    pagina.boek.exporteer()
    qtbot.waitUntil(
        lambda: "geëxporteerd naar post.xlsx" in navigatie.meldingen[-1], timeout=20_000
    )
    assert doel.exists()


def test_alles_heeft_een_naam_en_is_te_bereiken(wachtend: list[str], pagina: PostPage) -> None:
    assert wachtend
    for widget in pagina.findChildren(QWidget):
        if isinstance(widget, Knop | DatumVeld | Zoekveld | Tabel):
            assert widget.accessibleName(), widget
            assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus, widget.accessibleName()


def test_toetsen_werken_op_de_hele_pagina(
    wachtend: list[str], pagina: PostPage, runner: Runner, drukkerij: Drukkerij, qtbot: QtBot,
    rustig: Callable[[Runner], None],
) -> None:  # fmt: skip
    assert wachtend
    drukkerij.niemand = True
    pagina.deel.setFocus()
    qtbot.keyClick(pagina.deel.chips()[0], Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    rustig(runner)
    assert pagina.deel.waarde() == BOEK
    assert pagina.boek.filter.zoekveld.hasFocus()
    qtbot.keyClick(pagina.boek.filter.zoekveld, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: drukkerij.titels == ["Postboek"], timeout=20_000)


def test_afsluiten_na_printen_vraagt_eerst(
    wachtend: list[str], pagina: PostPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert wachtend
    assert pagina.mag_weg()
    _print(qtbot, pagina)
    gevraagd: list[str] = []
    monkeypatch.setattr(messages, "ask", lambda _o, vraag, **_: bool(gevraagd.append(vraag)))
    assert not pagina.mag_weg()
    assert gevraagd[0].startswith("3 brieven zijn geprint")
