"""The disk is slow while Beheer saves: what one types meanwhile was not saved, and stays."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.services import teksten
from klachtenapp.services.context import Context
from klachtenapp.ui.beheer.brieven import BrievenSectie
from klachtenapp.ui.beheer.sectie import Sectie
from klachtenapp.ui.beheer_page import BeheerPage
from klachtenapp.ui.runner import Runner
from tests.ui.conftest import Logboek
from tests.ui.typist import Typist

B = BriefSoort.ONTVANGSTBEVESTIGING


class Beheerder:
    """Somebody at Beheer, with a disk that can be held up."""

    def __init__(self, pagina: BeheerPage, runner: Runner, rust: Callable[[], None]) -> None:
        self._pagina, self._runner, self.rust = pagina, runner, rust
        self._los = Event()

    def sectie(self, titel: str) -> Sectie:
        gekozen = self._pagina.toon_sectie(titel)
        self.rust()
        return gekozen

    def houd(self) -> None:
        def wacht(_ctx: Context) -> None:
            self._los.wait(60)

        self._runner.run(wacht)

    def laat_los(self) -> None:
        self._los.set()

    def kom_terug(self) -> None:
        self.laat_los()
        self.rust()


@pytest.fixture
def beheerder(
    kenmerken: list[str],
    runner: Runner,
    navigatie: Logboek,
    qtbot: QtBot,
    rustig: Callable[[Runner], None],
) -> Iterator[Beheerder]:
    pagina = BeheerPage(runner, navigatie)
    qtbot.addWidget(pagina)
    pagina.resize(1146, 720)
    with qtbot.waitActive(pagina):
        pagina.show()
        pagina.activateWindow()
    pagina.begin()
    pagina.ververs()
    iemand = Beheerder(pagina, runner, lambda: rustig(runner))
    yield iemand
    iemand.laat_los()
    pagina.sluit()


def _vul(sectie: Sectie, naam: str, tekst: str) -> None:
    veld = sectie.velden.widget(naam)
    assert isinstance(veld, QLineEdit)
    veld.setFocus()
    veld.selectAll()
    Typist().typ(tekst)


def test_a_field_typed_on_while_the_section_is_saved(beheerder: Beheerder) -> None:
    sectie = beheerder.sectie("Gemeente")
    _vul(sectie, "telefoon", "14 0223")
    beheerder.houd()
    sectie.knop.click()
    _vul(sectie, "plaats", "Elders")
    beheerder.kom_terug()
    assert (sectie.lees()["telefoon"], sectie.lees()["plaats"]) == ("14 0223", "Elders")
    assert sectie.vuil
    assert sectie.knop.isEnabled()
    assert sectie.concept() == {"plaats": "Elders"}
    sectie.knop.click()
    beheerder.rust()
    assert not sectie.vuil


@pytest.fixture
def brieven(beheerder: Beheerder) -> BrievenSectie:
    sectie = beheerder.sectie("Brieven")
    assert isinstance(sectie, BrievenSectie)
    sectie.kies(B)
    beheerder.rust()
    return sectie


def _typ(sectie: BrievenSectie, woorden: str) -> None:
    sectie.vak.tekst.setFocus()
    sectie.vak.tekst.moveCursor(QTextCursor.MoveOperation.Start)
    Typist().typ(woorden)


def test_a_letter_typed_on_while_it_is_saved(beheerder: Beheerder, brieven: BrievenSectie) -> None:
    _typ(brieven, "Hallo ")
    beheerder.houd()
    brieven.knop.click()
    _typ(brieven, "Dag ")
    beheerder.kom_terug()
    assert brieven.vak.lees().partition("\n\n")[2].startswith("Dag Hallo ")
    assert brieven.vuil
    assert brieven.knop.isEnabled()
    brieven.knop.click()
    beheerder.rust()
    assert not brieven.vuil


def test_another_letter_with_a_concept_while_one_is_saved(
    beheerder: Beheerder, brieven: BrievenSectie
) -> None:
    ander = BriefSoort.AFDOENINGSBRIEF
    brieven.kies(ander)
    beheerder.rust()
    _typ(brieven, "Eerder getypt ")
    brieven.kies(B)
    beheerder.rust()
    _typ(brieven, "Hallo ")
    beheerder.houd()
    brieven.knop.click()
    brieven.kies(ander)
    beheerder.kom_terug()
    assert brieven.soort is ander
    assert brieven.vak.lees().partition("\n\n")[2].startswith("Eerder getypt ")
    assert brieven.vuil
    brieven.kies(B)
    beheerder.rust()
    assert brieven.vak.lees() != teksten.geleverd(B)
    assert not brieven.knop.isEnabled()
