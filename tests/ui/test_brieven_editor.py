"""The editor of a letter text: it loses nothing, and does what somebody who knows Word expects."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven import BRIEVEN
from klachtenapp.domain.teksttaal.alineas import Vorm, ontleed
from klachtenapp.domain.teksttaal.merken import Merk, Merksoort
from klachtenapp.services import teksten
from klachtenapp.ui.beheer import brieven_document as document
from klachtenapp.ui.beheer.brieven_editor import Briefeditor
from klachtenapp.ui.beheer.brieven_merk import leesbaar, namen
from klachtenapp.ui.beheer.brieven_tekst import Brieftekstvak
from klachtenapp.ui.stijl import Stijl
from tests.papier.vijandig import VIJANDIG
from tests.ui.typist import Typist

KOP = "onderwerp: Proef\n\n"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def vak(qtbot: QtBot, stijl: Stijl) -> Brieftekstvak:
    vak = Brieftekstvak()
    qtbot.addWidget(vak)
    vak.resize(600, 500)
    vak.zet_velden(teksten.velden(BriefSoort.ONTVANGSTBEVESTIGING))
    with qtbot.waitActive(vak):
        vak.show()
        vak.activateWindow()
    return vak


def _begin(vak: Brieftekstvak, tekst: str, *, eind: bool = True) -> Typist:
    """Show a text, with the cursor at its end or its beginning."""
    vak.zet(KOP + tekst + "\n")
    vak.tekst.setFocus()
    plek = QTextCursor.MoveOperation.End if eind else QTextCursor.MoveOperation.Start
    vak.tekst.moveCursor(plek)
    return Typist()


def _lijf(vak: Brieftekstvak) -> str:
    return vak.lees().removeprefix(KOP).removesuffix("\n")


@pytest.mark.parametrize("soort", BRIEVEN, ids=str)
def test_a_supplied_text_comes_back_to_the_letter(vak: Brieftekstvak, soort: BriefSoort) -> None:
    tekst = teksten.geleverd(soort)
    vak.zet_velden(teksten.velden(soort))
    vak.zet(tekst)
    assert vak.lees() == tekst
    document.hernummer(vak.tekst.document())
    assert vak.lees() == tekst
    vak.grab()


@pytest.mark.parametrize("soort", BRIEVEN, ids=str)
def test_every_tag_of_a_supplied_text_has_a_name(soort: BriefSoort) -> None:
    naam = namen(teksten.velden(soort))
    for alinea in ontleed(teksten.geleverd(soort)).alineas:
        for deel in alinea.delen:
            assert deel.merk is None or naam(deel.merk)
    assert "{{" not in leesbaar(teksten.geleverd(soort), naam)


def test_typing_and_enter(vak: Brieftekstvak) -> None:
    _begin(vak, "Een").typ(" zin.").druk(Qt.Key.Key_Return).typ("Nog een.")
    assert _lijf(vak) == "Een zin.\n\nNog een."


@pytest.mark.parametrize(
    ("getypt", "tekst"),
    [("- ", "- punt"), ("# ", "# punt"), ("## ", "## punt"), ("> ", "> punt"), ("1. ", "1. punt")],
)
def test_a_sign_typed_first_makes_the_kind(vak: Brieftekstvak, getypt: str, tekst: str) -> None:
    _begin(vak, "x").druk(Qt.Key.Key_Return).typ(getypt + "punt")
    assert _lijf(vak) == "x\n\n" + tekst


def test_a_list_goes_on_and_ends(vak: Brieftekstvak) -> None:
    typist = _begin(vak, "1. een").druk(Qt.Key.Key_Return).typ("twee").druk(Qt.Key.Key_Return)
    typist.druk(Qt.Key.Key_Return).typ("klaar")
    assert _lijf(vak) == "1. een\n2. twee\n\nklaar"


def test_behind_a_heading_comes_ordinary_text(vak: Brieftekstvak) -> None:
    _begin(vak, "# kop").druk(Qt.Key.Key_Return).typ("tekst")
    assert _lijf(vak) == "# kop\n\ntekst"


def test_steps_are_counted_again(vak: Brieftekstvak) -> None:
    tekst = "1. een\n{{#als te_laat}}2. a{{/als}}{{#als niet te_laat}}2. b{{/als}}\n3. drie"
    typist = _begin(vak, tekst, eind=False).druk(Qt.Key.Key_End).druk(Qt.Key.Key_Return)
    typist.typ("nieuw")
    assert _lijf(vak) == (
        "1. een\n2. nieuw\n{{#als te_laat}}3. a{{/als}}{{#als niet te_laat}}3. b{{/als}}\n4. drie"
    )


def test_backspace_at_the_start_makes_it_ordinary(vak: Brieftekstvak) -> None:
    _begin(vak, "- punt", eind=False).druk(Qt.Key.Key_Backspace)
    assert _lijf(vak) == "punt"


def test_bold(vak: Brieftekstvak) -> None:
    typist = _begin(vak, "een").typ(" ").druk(Qt.Key.Key_B, met=CTRL).typ("twee")
    typist.druk(Qt.Key.Key_B, met=CTRL).typ(" drie")
    assert _lijf(vak) == "een **twee** drie"
    vak.tekst.selectAll()
    vak.balk.vet.click()
    vak.balk.vet.click()
    assert "**" not in _lijf(vak)


def test_a_kind_for_all_chosen_paragraphs(vak: Brieftekstvak) -> None:
    _begin(vak, "een\n\ntwee")
    vak.tekst.selectAll()
    vak.balk.vorm.setCurrentIndex(vak.balk.vorm.findData(Vorm.PUNT.value))
    assert _lijf(vak) == "- een\n- twee"


def test_a_field_from_the_list(vak: Brieftekstvak) -> None:
    typist = _begin(vak, "Bel").typ(" ").druk(Qt.Key.Key_Space, met=CTRL)
    keuze = vak.balk.veldkeuze
    assert keuze.isVisible()
    keuze.zoek.setFocus()
    QTest.keyClicks(keuze.zoek, "telefoonnummer contactpersoon")
    QTest.keyClick(keuze.zoek, Qt.Key.Key_Return)
    assert not keuze.isVisible()
    vak.tekst.setFocus()
    typist.typ(" nu")
    assert _lijf(vak) == "Bel {{contact_telefoon}} nu"


def test_a_field_in_the_onderwerp(vak: Brieftekstvak) -> None:
    _begin(vak, "x")
    vak.onderwerp.setFocus()
    vak.onderwerp.moveCursor(QTextCursor.MoveOperation.End)
    Typist().druk(Qt.Key.Key_Return).typ(" ").druk(Qt.Key.Key_Space, met=CTRL)
    keuze = vak.balk.veldkeuze
    QTest.keyClicks(keuze.zoek, "kenmerk")
    QTest.keyClick(keuze.zoek, Qt.Key.Key_Return)
    assert vak.lees() == "onderwerp: Proef {{kenmerk}}\n\nx\n"


def test_a_word_that_is_not_there(vak: Brieftekstvak) -> None:
    _begin(vak, "x").druk(Qt.Key.Key_Space, met=CTRL)
    keuze = vak.balk.veldkeuze
    QTest.keyClicks(keuze.zoek, "qqq")
    QTest.keyClick(keuze.zoek, Qt.Key.Key_Return)
    assert keuze.isVisible()
    QTest.keyClick(keuze.zoek, Qt.Key.Key_Escape)
    assert not keuze.isVisible()
    assert _lijf(vak) == "x"


def _kies_feit(vak: Brieftekstvak, woord: str, antwoord: int) -> None:
    vak.balk.als.click()
    keuze = vak.balk.feitkeuze
    assert keuze.antwoord is not None
    keuze.antwoord.chips()[antwoord].click()
    QTest.keyClicks(keuze.zoek, woord)
    QTest.keyClick(keuze.zoek, Qt.Key.Key_Return)


def test_a_condition_around_a_paragraph(vak: Brieftekstvak) -> None:
    _begin(vak, "x\n\n- punt")
    _kies_feit(vak, "gemachtigde", 0)
    assert _lijf(vak) == "x\n\n{{#als gemachtigd}}- punt{{/als}}"
    vak.tekst.undo()
    assert _lijf(vak) == "x\n\n- punt"


def test_a_condition_around_what_is_chosen(vak: Brieftekstvak) -> None:
    typist = _begin(vak, "een twee")
    typist.druk(Qt.Key.Key_Left, 4, Qt.KeyboardModifier.ShiftModifier)
    _kies_feit(vak, "uiterste datum voorbij", 1)
    assert _lijf(vak) == "een {{#als niet te_laat}}twee{{/als}}"


@pytest.mark.parametrize("toets", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_a_condition_goes_as_a_whole(vak: Brieftekstvak, toets: Qt.Key) -> None:
    begin = toets is Qt.Key.Key_Delete
    _begin(vak, "{{#als a}}x{{#als b}}y{{/als}}z{{/als}}", eind=not begin).druk(toets)
    assert _lijf(vak) == "x{{#als b}}y{{/als}}z"


def test_a_field_is_one_character(vak: Brieftekstvak) -> None:
    _begin(vak, "Dag {{aanhef}}").druk(Qt.Key.Key_Backspace)
    assert _lijf(vak) == "Dag"[:3] + " "


def test_a_mark_that_is_typed_becomes_a_tag(vak: Brieftekstvak) -> None:
    _begin(vak, "x").typ(" {{aanhef}} {{7*7}}")
    assert _lijf(vak) == "x {{aanhef}} {{7*7}}"
    assert "{{aanhef" not in vak.tekst.toPlainText()
    assert "{{7*7}}" in vak.tekst.toPlainText()


def test_copy_and_paste_keep_the_fields(vak: Brieftekstvak) -> None:
    tekst = "# kop\n\n**Dag** {{aanhef}}\n\n- {{#als te_laat}}punt{{/als}}"
    _begin(vak, tekst)
    vak.tekst.selectAll()
    vak.tekst.copy()
    assert "{{aanhef}}" in QGuiApplication.clipboard().text()
    vak.zet(KOP + "x\n")
    vak.tekst.setFocus()
    vak.tekst.selectAll()
    vak.tekst.paste()
    assert _lijf(vak) == tekst


@pytest.mark.parametrize(
    ("geplakt", "tekst"),
    [
        ("een\r\ntwee", "x een\n\ntwee"),
        ("<b>vet</b>", "x <b>vet</b>"),
        ("", "x "),
        ("{{", "x {{"),
        ("- een\n- twee", "x een\n- twee"),
    ],
)
def test_what_is_pasted_is_words(vak: Brieftekstvak, geplakt: str, tekst: str) -> None:
    _begin(vak, "x").typ(" ")
    bron = QMimeData()
    bron.setText(geplakt)
    bron.setHtml("<h1>anders</h1>")
    vak.tekst.insertFromMimeData(bron)
    assert _lijf(vak).rstrip() == tekst.rstrip()


@pytest.mark.parametrize("naam", VIJANDIG)
def test_a_hostile_text_that_is_pasted_stays_text(vak: Brieftekstvak, naam: str) -> None:
    _begin(vak, "x")
    bron = QMimeData()
    bron.setText(VIJANDIG[naam].encode(errors="replace").decode())
    vak.tekst.insertFromMimeData(bron)
    tekst = vak.lees()
    vak.zet(tekst)
    assert vak.lees().rstrip() == tekst.rstrip() or len(tekst) > 10_000
    vak.tekst.selectAll()
    vak.tekst.copy()


def test_undo_takes_back_one_thing(vak: Brieftekstvak) -> None:
    _begin(vak, "een\n\ntwee")
    vak.tekst.voeg_veld_toe("aanhef")
    vak.tekst.zet_vorm(Vorm.KOP)
    assert _lijf(vak) == "een\n\n# twee{{aanhef}}"
    vak.tekst.undo()
    assert _lijf(vak) == "een\n\ntwee{{aanhef}}"
    vak.tekst.undo()
    assert _lijf(vak) == "een\n\ntwee"


def test_problems_are_listed_and_lead_to_their_paragraph(vak: Brieftekstvak) -> None:
    _begin(vak, "een\n\ntwee\n\ndrie").druk(Qt.Key.Key_Return)
    vak.toon_bezwaren(
        (
            teksten.Tekstbezwaar("Veld {{te_laat}} kan hier niet.", 2, "{{te_laat}}"),
            teksten.Tekstbezwaar("Zonder onderwerp.", 0),
            teksten.Tekstbezwaar("Dit ontbreekt.", -1, "", "art. 9:12 Awb"),
        )
    )
    assert [vak.problemen.item(rij).text() for rij in range(3)] == [
        "■ Veld [de uiterste datum is voorbij] kan hier niet.",
        "■ Zonder onderwerp.",
        "■ Dit ontbreekt. (art. 9:12 Awb)",
    ]
    vak.problemen.itemActivated.emit(vak.problemen.item(0))
    assert vak.tekst.textCursor().block().text() == "twee"
    vak.problemen.itemActivated.emit(vak.problemen.item(1))
    assert vak.onderwerp.hasFocus()
    vak.grab()
    vak.toon_bezwaren(())
    assert not vak.problemen.isVisible()


def test_tags_count_as_words_for_the_language_meter(vak: Brieftekstvak) -> None:
    _begin(vak, "{{#als te_laat}}Dag {{aanhef}}{{/als}}")
    verborgen = vak.verborgen(vak.tekst.toPlainText())
    assert [v.leeg for v in verborgen] == [True, False, True]


def test_the_name_of_a_tag_is_told(qtbot: QtBot) -> None:
    editor = Briefeditor("proef")
    qtbot.addWidget(editor)
    editor.zet_namen(namen(teksten.velden(BriefSoort.AFDOENINGSBRIEF)))
    editor.zet(ontleed(KOP + "{{#als gegrond}}x{{/als}}{{weg}}").alineas)
    tekenaar = editor._tekenaar
    namen_ = [
        tekenaar.heel(vorm)
        for tekst, vorm in document.stukken(editor.document().begin())
        if tekst != "x"
    ]
    assert namen_ == [
        "alleen als: de klacht is gegrond ▸",
        "einde van een voorwaarde",
        "onbekend: {{weg}}",
    ]
    assert Merk(Merksoort.EINDE_ELK).tekst == "{{/elk}}"
