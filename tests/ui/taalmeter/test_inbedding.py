"""Where the meter stands: the fields of a judgement, and the own words in Beheer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from klachtenapp.domain.dossier import Klachtonderdeel
from klachtenapp.services import taalcheck
from klachtenapp.services.context import Context
from klachtenapp.ui.beheer.woorden import WoordenSectie
from klachtenapp.ui.dossier.onderdeel_veld import Onderdeelformulier
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.taalmeter import Taalregel
from tests.ui.conftest import DAG, Logboek


def test_what_we_found_is_measured_as_one_writes(runner: Runner, qtbot: QtBot) -> None:
    deel = Klachtonderdeel("Wachten", bevinding="Derhalve werd er niet gebeld door ons.")
    formulier = Onderdeelformulier(deel, lambda: DAG)
    qtbot.addWidget(formulier)
    formulier.meet_taal(runner)
    formulier.show()
    (regel,) = formulier.findChildren(Taalregel)
    assert regel.isVisible()
    assert regel.knop.text() == "Leestips (2)"
    assert [m.cursor.selectedText() for m in formulier.bevinding.extraSelections()] == [
        "Derhalve",
        "werd er niet gebeld",
    ]


def test_an_empty_field_stays_quiet(runner: Runner, qtbot: QtBot) -> None:
    formulier = Onderdeelformulier(Klachtonderdeel("Wachten"), lambda: DAG)
    qtbot.addWidget(formulier)
    formulier.meet_taal(runner)
    formulier.show()
    assert not formulier.findChildren(Taalregel)[0].isVisible()


def test_own_words_are_added_and_taken_away_in_beheer(
    runner: Runner,
    navigatie: Logboek,
    qtbot: QtBot,
    rustig: Callable[[Runner], None],
    ctx_van: Callable[[], Context],
) -> None:
    houder = QWidget()
    qtbot.addWidget(houder)
    sectie = WoordenSectie(runner, navigatie)
    sectie.setParent(houder)
    houder.show()
    sectie.velden.zet({"moeilijk": "Traject", "gewoon": "plan"})
    sectie.bewaar()
    rustig(runner)
    assert [k.accessibleName() for k in sectie.knoppen()] == ["traject weghalen"]
    assert taalcheck.eigen_woorden(ctx_van()) == {"traject": "plan"}
    sectie.knoppen()[0].click()
    rustig(runner)
    assert sectie.knoppen() == []
    assert navigatie.meldingen == ["Het woord staat op de lijst.", "Het woord is van de lijst."]


def test_no_word_is_refused_beside_the_field(
    runner: Runner, navigatie: Logboek, qtbot: QtBot, rustig: Callable[[Runner], None]
) -> None:
    sectie = WoordenSectie(runner, navigatie)
    qtbot.addWidget(sectie)
    sectie.velden.zet({"moeilijk": "", "gewoon": "plan"})
    sectie.bewaar()
    rustig(runner)
    assert navigatie.meldingen == []
    assert sectie.vuil
