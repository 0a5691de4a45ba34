"""Beheer, section Brieven: change a text, see the page change, save, print, put back."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import pdfplumber
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QTextEdit
from pytestqt.qtbot import QtBot

from klachtenapp import paths
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.services import beheer, correspondentie, teksten
from klachtenapp.services.concepten import Conceptopslag
from klachtenapp.services.context import Context
from klachtenapp.ui import messages
from klachtenapp.ui.beheer.brieven import BrievenSectie
from klachtenapp.ui.beheer.brieven_concept import Tekstconcepten
from klachtenapp.ui.beheer_page import BeheerPage
from klachtenapp.ui.runner import Runner
from tests.ui.conftest import Logboek
from tests.ui.typist import Typist

T = TypeVar("T")
B = BriefSoort.ONTVANGSTBEVESTIGING


class Bediening:
    """The section, with the waiting that belongs to it."""

    def __init__(self, sectie: BrievenSectie, runner: Runner, qtbot: QtBot) -> None:
        self.sectie = sectie
        self.runner = runner
        self.qtbot = qtbot

    def wacht(self, tot: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(tot, timeout=20_000)

    def lees(self, vraag: Callable[[Context], T]) -> T:
        """Ask the register, past the window."""
        uitkomst: list[T] = []
        self.runner.run(vraag, uitkomst.append)
        self.wacht(lambda: bool(uitkomst))
        return uitkomst[0]

    def kies(self, soort: BriefSoort) -> None:
        self.sectie.kies(soort)
        self.wacht(lambda: self.sectie.soort is soort and bool(self.sectie.voorbeeld.pdf.pdf))

    def typ(self, woorden: str) -> None:
        """Type at the beginning of the text."""
        self.sectie.vak.tekst.setFocus()
        self.sectie.vak.tekst.moveCursor(QTextCursor.MoveOperation.Start)
        Typist().typ(woorden)

    def gedrukt(self) -> str:
        return _gelezen(self.sectie.voorbeeld.pdf.pdf)

    def wacht_op_voorbeeld(self, woord: str) -> None:
        self.wacht(lambda: woord in self.gedrukt())

    def bewaar(self) -> None:
        self.sectie.knop.click()
        self.wacht(lambda: self.runner.is_rustig)


def _gelezen(pdf: bytes) -> str:
    with pdfplumber.open(io.BytesIO(pdf)) as boek:
        return " ".join(" ".join(str(blad.extract_text()).split()) for blad in boek.pages)


def _pagina(runner: Runner, navigatie: Logboek, qtbot: QtBot) -> BeheerPage:
    pagina = BeheerPage(runner, navigatie)
    qtbot.addWidget(pagina)
    pagina.resize(1146, 720)
    with qtbot.waitActive(pagina):
        pagina.show()
        pagina.activateWindow()
    return pagina


def _bediening(pagina: BeheerPage, runner: Runner, qtbot: QtBot) -> Bediening:
    sectie = pagina.toon_sectie("Brieven")
    assert isinstance(sectie, BrievenSectie)
    bediening = Bediening(sectie, runner, qtbot)
    bediening.wacht(lambda: sectie.soort is not None and bool(sectie.voorbeeld.pdf.pdf))
    return bediening


@pytest.fixture
def pagina(kenmerken: list[str], runner: Runner, navigatie: Logboek, qtbot: QtBot) -> BeheerPage:
    return _pagina(runner, navigatie, qtbot)


@pytest.fixture
def bediening(pagina: BeheerPage, runner: Runner, qtbot: QtBot) -> Bediening:
    return _bediening(pagina, runner, qtbot)


def test_change_see_save_print_and_put_back(
    bediening: Bediening, kenmerken: list[str], navigatie: Logboek, pagina: BeheerPage
) -> None:
    sectie = bediening.sectie
    assert not sectie.knop.isEnabled()
    bediening.typ("Goedemorgen! ")
    assert sectie.vuil
    assert "•" in sectie.lijst.currentItem().text()
    bediening.wacht_op_voorbeeld("Goedemorgen!")
    sectie.toelichting.setText("Vriendelijker")
    bediening.bewaar()
    assert not any(pagina.sectie(rij).vuil for rij in range(3))
    assert navigatie.meldingen[-1].startswith("De tekst is bewaard")
    bediening.wacht(lambda: not sectie.lijst.item(0).icon().isNull())
    versie = bediening.lees(lambda ctx: teksten.versies(ctx, B))[0]
    assert (versie.gebruiker, versie.toelichting) == ("registrar JZ", "Vriendelijker")

    def brief(ctx: Context) -> str:
        wie = replace(ctx.gemeente, ondertekenaar="M. de Groot", telefoon="14 0123")
        nu = replace(beheer.bewaar_gemeente(ctx, wie))
        gemaakt = correspondentie.concept(nu, kenmerken[0], B)
        assert gemaakt.bezwaren == ()
        return _gelezen(gemaakt.pdf)

    assert "Goedemorgen!" in bediening.lees(brief)

    sectie.rechts.keuze.chips()[1].click()
    bediening.wacht(lambda: sectie.versies.lijst.count() == 2)
    sectie.versies.lijst.setCurrentRow(1)
    assert "Goedemorgen" in sectie.versies.vergelijking.toPlainText()
    assert "{{" not in sectie.versies.vergelijking.toPlainText()
    assert "meegeleverd" in sectie.versies.knop_terug.text()
    sectie.versies.knop_terug.click()
    bediening.wacht(lambda: sectie.versies.lijst.count() == 3)
    assert "Goedemorgen!" not in bediening.lees(brief)
    assert sectie.vak.lees() == teksten.geleverd(B)
    sectie.versies.lijst.setCurrentRow(1)
    sectie.versies.knop_terug.click()
    bediening.wacht(lambda: sectie.versies.lijst.count() == 4)
    assert "Goedemorgen!" in sectie.vak.lees()


def test_a_text_with_a_hole_is_named_and_not_saved(bediening: Bediening) -> None:
    sectie = bediening.sectie
    bediening.typ("{{klager}} ")
    bediening.wacht(lambda: sectie.vak.problemen.count() == 1)
    assert "bestaat niet" in sectie.vak.problemen.item(0).text()
    bediening.bewaar()
    assert "In alinea 1" in sectie.fout.tekst()
    assert sectie.vuil
    assert sectie.knop.isEnabled()
    assert len(bediening.lees(lambda ctx: teksten.versies(ctx, B))) == 1


def test_what_the_law_wants_cannot_be_taken_out(bediening: Bediening) -> None:
    bediening.kies(BriefSoort.AFDOENINGSBRIEF)
    vak = bediening.sectie.vak
    vak.zet(vak.lees().replace("{{ombudsman_adres}}", "de ombudsman"))
    bediening.typ("x")
    bediening.wacht(lambda: vak.problemen.count() == 1)
    assert "het adres van de ombudsman" in vak.problemen.item(0).text()
    assert "art. 9:12 lid 2 Awb" in vak.problemen.item(0).text()


def test_what_was_typed_stays_by_letter(
    bediening: Bediening, pagina: BeheerPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    sectie = bediening.sectie
    bediening.typ("Hallo ")
    bediening.kies(BriefSoort.AFDOENINGSBRIEF)
    assert sectie.vuil
    assert not sectie.knop.isEnabled()
    vragen: list[str] = []

    def nee(_ouder: object, vraag: str, **_rest: str) -> bool:
        vragen.append(vraag)
        return False

    monkeypatch.setattr(messages, "ask", nee)
    assert not pagina.mag_weg()
    assert "Brieven" in vragen[0]
    bediening.kies(B)
    bediening.wacht_op_voorbeeld("Hallo")
    assert sectie.knop.isEnabled()
    sectie.knop_weg.click()
    assert "Hallo" in sectie.vak.lees()
    monkeypatch.setattr(messages, "ask", lambda *_a, **_k: True)
    sectie.knop_weg.click()
    bediening.wacht(lambda: sectie.soort is B)
    assert sectie.vak.lees() == teksten.geleverd(B)
    assert not sectie.vuil


def test_what_was_typed_is_there_the_next_time(
    bediening: Bediening, pagina: BeheerPage, runner: Runner, navigatie: Logboek, qtbot: QtBot
) -> None:
    bediening.kies(BriefSoort.AFDOENINGSBRIEF)
    bediening.typ("Hallo ")
    pagina.sluit()
    opnieuw = _pagina(runner, navigatie, qtbot)
    later = _bediening(opnieuw, runner, qtbot)
    assert later.sectie.soort is BriefSoort.AFDOENINGSBRIEF
    assert later.sectie.vak.lees().partition("\n\n")[2].startswith("Hallo ")
    assert "niet bewaarde" in later.sectie.bericht.tekst()
    assert later.sectie.vuil
    opnieuw.sluit()


def test_who_saved_in_between_is_not_passed_over(bediening: Bediening) -> None:
    bediening.typ("Hallo ")
    ander = teksten.geleverd(B).replace("Dank u wel", "Bedankt")
    bediening.lees(lambda ctx: teksten.bewaar(ctx, B, ander, "", ""))
    bediening.bewaar()
    assert "Iemand anders" in bediening.sectie.fout.tekst()
    assert "Hallo " in bediening.sectie.vak.lees()
    assert bediening.lees(lambda ctx: teksten.geldig(ctx, B)) == ander


def test_another_example(bediening: Bediening, kenmerken: list[str]) -> None:
    assert "K2026-0000" in bediening.gedrukt()
    lang = bediening.gedrukt()
    bediening.sectie.voorbeeld.variant.chips()[1].click()
    bediening.wacht(lambda: bediening.gedrukt() != lang)
    bediening.lees(
        lambda ctx: beheer.bewaar_gemeente(ctx, replace(ctx.gemeente, ondertekenaar="M. de Groot"))
    )


def test_an_older_text_can_be_taken_into_the_editor(bediening: Bediening) -> None:
    sectie = bediening.sectie
    bediening.typ("Goedemorgen! ")
    bediening.bewaar()
    sectie.rechts.keuze.chips()[1].click()
    bediening.wacht(lambda: sectie.versies.lijst.count() == 2)
    sectie.versies.lijst.setCurrentRow(1)
    sectie.versies.knop_bekijk.click()
    assert sectie.vak.lees() == teksten.geleverd(B)
    assert sectie.vuil


def test_the_language_of_the_text_is_measured(bediening: Bediening) -> None:
    sectie = bediening.sectie
    bediening.typ("Betreffende uw schrijven delen wij u hierbij mede dat. ")
    bediening.wacht(lambda: bool(sectie.rechts.taal.markering.rapport.vondsten))
    sectie.rechts.keuze.chips()[2].click()
    assert sectie.rechts.taal.isVisible()


def test_everything_has_a_name(bediening: Bediening) -> None:
    for soort in (QAbstractButton, QLineEdit, QComboBox, QTextEdit):
        for widget in bediening.sectie.findChildren(soort):
            eigen = widget.objectName().startswith("qt_")
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not eigen:
                assert widget.accessibleName(), widget


def test_wat_zonder_schijf_is_getypt_hoort_bij_het_echte_register(
    kenmerken: list[str], runner: Runner
) -> None:
    echt = "S:/klachten/register.klachten"
    runner.vervang(replace(runner.ctx, losgekoppeld=echt))  # the shadow copy stands in for it
    concepten = Tekstconcepten(runner)
    concepten.haal_terug()
    concepten.zet(B, "Goedemorgen!")
    concepten.sluit()
    (concept,) = Conceptopslag(paths.briefconceptenmap()).lijst(echt)
    assert concept.velden == {B.value: "Goedemorgen!"}
