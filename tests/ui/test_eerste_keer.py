"""The first start, the short wizard, and finding the register of last time again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from klachtenapp import bootstrap, paths
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.services import beheer, huisstijl, oefengemeente
from klachtenapp.services.context import Context
from klachtenapp.ui import bestanden, messages
from klachtenapp.ui.app import Programma, spreek_nederlands
from klachtenapp.ui.bouwstenen import Melding
from klachtenapp.ui.eerste_keer import EersteKeer
from klachtenapp.ui.nieuw_register import NieuwRegister
from klachtenapp.ui.stijl import Stijl
from tests.papier import huisstijlen


@pytest.fixture
def keuze(qtbot: QtBot, stijl: Stijl) -> EersteKeer:
    venster = EersteKeer()
    qtbot.addWidget(venster)
    with qtbot.waitActive(venster):
        venster.toon()
        venster.show()
        venster.activateWindow()
    return venster


@pytest.fixture
def wizard(qtbot: QtBot, stijl: Stijl) -> NieuwRegister:
    venster = NieuwRegister()
    qtbot.addWidget(venster)
    with qtbot.waitActive(venster):
        venster.show()
        venster.activateWindow()
    return venster


@pytest.fixture
def programma(qtbot: QtBot, qapp: QApplication, instellingen: QSettings) -> Iterator[Programma]:
    ding = Programma(qapp, instellingen)
    yield ding
    ding.einde()


def _wacht_op_bericht(qtbot: QtBot, programma: Programma) -> str:
    """Return what stands above the choices; these are there sooner when opening takes long."""

    def bericht() -> str:
        if programma.keuze is None:
            return ""
        (melding,) = programma.keuze.findChildren(Melding)
        return melding.tekst()

    qtbot.waitUntil(lambda: bool(bericht()), timeout=20_000)
    return bericht()


def openers(keuze: EersteKeer) -> list[Callable[[], Context]]:
    gekozen: list[Callable[[], Context]] = []
    keuze.gekozen.connect(gekozen.append)
    return gekozen


def test_a_register_is_opened_by_pointing_at_it(
    qtbot: QtBot, keuze: EersteKeer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pad = tmp_path / "jz.klachten"
    bootstrap.sluit(bootstrap.nieuw(pad, Gemeente("Gemeente Voorbeeldstad")))
    gekozen = openers(keuze)
    monkeypatch.setattr(bestanden, "kies_openen", lambda *_: None)
    keuze.openen.click()
    assert gekozen == []
    monkeypatch.setattr(bestanden, "kies_openen", lambda *_: pad)
    QTest.keyClick(keuze, Qt.Key.Key_O, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: len(gekozen) == 1)
    assert not keuze.openen.isEnabled()
    ctx = gekozen[0]()
    assert ctx.gemeente.naam == "Gemeente Voorbeeldstad"
    bootstrap.sluit(ctx)


def test_the_oefengemeente_is_made_once_and_can_begin_again(
    keuze: EersteKeer, monkeypatch: pytest.MonkeyPatch
) -> None:
    pad = paths.gegevensmap() / "oefengemeente.klachten"

    def maak(waar: Path) -> Context:
        return bootstrap.nieuw(waar, Gemeente("Oefenstad", oefening=True))

    monkeypatch.setattr(oefengemeente, "maak", maak)
    gekozen = openers(keuze)
    keuze.oefenen.click()
    bootstrap.sluit(gekozen[0]())
    assert pad.exists()
    for opnieuw in (False, True):
        keuze.klaar()
        monkeypatch.setattr(messages, "ask", lambda *_, opnieuw=opnieuw, **__: opnieuw)
        keuze.oefenen.click()
        assert pad.exists() is not opnieuw
    bootstrap.sluit(gekozen[1]()) if pad.exists() else bootstrap.sluit(gekozen[2]())


def test_escape_closes_the_choice(keuze: EersteKeer) -> None:
    QTest.keyClick(keuze.openen, Qt.Key.Key_Escape)
    assert not keuze.isVisible()


def test_the_wizard_needs_only_a_name_and_a_place(
    wizard: NieuwRegister, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard.verder.click()
    assert wizard.stap() == 0
    assert wizard.velden.velden["naam"].accessibleDescription() == (
        "Vul de naam van de gemeente in."
    )
    QTest.keyClicks(wizard.velden.velden["naam"], "Gemeente 's-Gravendeel")
    QTest.keyClick(wizard.velden.velden["naam"], Qt.Key.Key_Return)
    assert wizard.stap() == 1
    wizard.verder.click()  # the logo may come later
    (afdelingen,) = wizard.findChildren(QPlainTextEdit)
    afdelingen.setPlainText("Burgerzaken\n\n  Sociaal   domein \nBurgerzaken")
    wizard.verder.click()
    wizard.verder.click()
    assert wizard.velden.velden["pad"].text().endswith("'s-gravendeel.klachten")
    monkeypatch.setattr(bestanden, "kies_bewaren", lambda *_: tmp_path / "nieuw")
    wizard.velden.kies_plek.click()
    wizard.verder.click()
    assert wizard.result() == wizard.DialogCode.Accepted
    ctx = wizard.openen()()
    assert ctx.register.pad == tmp_path / "nieuw.klachten"
    assert ctx.gemeente.naam == "Gemeente 's-Gravendeel"
    assert ctx.gemeente.ombudsman.naam == "Nationale ombudsman"
    assert [a.naam for a in beheer.afdelingen(ctx)] == ["Burgerzaken", "Sociaal domein"]
    bootstrap.sluit(ctx)


@pytest.mark.parametrize(
    ("plek", "zin"), [("er/is/niets/x.klachten", "map"), ("bezet.klachten", "al een bestand")]
)
def test_a_wrong_place_is_told_beside_the_field(
    wizard: NieuwRegister, tmp_path: Path, plek: str, zin: str
) -> None:
    (tmp_path / "bezet.klachten").touch()
    wizard.velden.velden["naam"].setText("X")
    for _ in range(4):
        wizard.verder.click()
    wizard.velden.velden["pad"].setText(str(tmp_path / plek))
    wizard.verder.click()
    assert wizard.stap() == 4
    assert zin in wizard.velden.velden["pad"].accessibleDescription()
    wizard.terug.click()
    assert wizard.stap() == 3


def test_a_norm_that_cannot_be_read_is_told(wizard: NieuwRegister) -> None:
    wizard.velden.velden["naam"].setText("X")
    for _ in range(3):
        wizard.verder.click()
    veld = wizard.velden.velden["norm_ontvangstbevestiging"]
    veld.setText("zo snel mogelijk")
    wizard.verder.click()
    assert wizard.stap() == 3
    assert veld.accessibleDescription()


def test_the_wizard_takes_a_logo_and_a_colour(
    wizard: NieuwRegister, tmp_path: Path, qtbot: QtBot
) -> None:
    wizard.velden.velden["naam"].setText("X")
    wizard.verder.click()
    wizard.velden.velden["kleur"].setText("groen")
    wizard.verder.click()
    assert wizard.stap() == 1
    assert "#0B5CAD" in wizard.velden.velden["kleur"].accessibleDescription()
    wizard.velden.velden["kleur"].setText("#00693e")
    logo = tmp_path / "logo.png"
    logo.write_bytes(huisstijlen.png())
    with qtbot.waitSignal(wizard.velden.logo.gelezen, timeout=30_000):
        wizard.velden.logo.lees(logo)
        wizard.verder.click()
        assert wizard.stap() == 1  # still being read
    for _ in range(3):
        wizard.verder.click()
    wizard.velden.velden["pad"].setText(str(tmp_path / "nieuw.klachten"))
    wizard.verder.click()
    ctx = wizard.openen()()
    assert ctx.gemeente.kleur == "#00693E"
    assert huisstijl.logokeuze(ctx) == wizard.velden.logo.keuze()
    bootstrap.sluit(ctx)


def test_without_a_register_the_choices_are_offered(programma: Programma) -> None:
    programma.begin(None)
    assert programma.keuze is not None
    assert programma.keuze.isVisible()


def test_the_register_of_last_time_opens_by_itself(
    qtbot: QtBot, programma: Programma, tmp_path: Path, instellingen: QSettings
) -> None:
    pad = tmp_path / "jz.klachten"
    bootstrap.sluit(bootstrap.nieuw(pad, Gemeente("Gemeente Voorbeeldstad")))
    programma.begin(pad)
    qtbot.waitUntil(lambda: programma.venster is not None, timeout=10_000)
    assert instellingen.value("register/laatste") == str(pad)
    programma.einde()
    programma.begin(None)
    qtbot.waitUntil(lambda: programma.venster is not None, timeout=10_000)
    assert programma.venster is not None
    assert "Voorbeeldstad" in programma.venster.windowTitle()


def test_a_register_that_is_gone_is_told_with_the_choices(
    qtbot: QtBot, programma: Programma, tmp_path: Path, instellingen: QSettings
) -> None:
    instellingen.setValue("register/laatste", str(tmp_path / "weg.klachten"))
    programma.begin(None)
    assert "weg.klachten" in _wacht_op_bericht(qtbot, programma)


def test_a_file_that_is_no_register_is_told_with_the_choices(
    qtbot: QtBot, programma: Programma, tmp_path: Path
) -> None:
    pad = tmp_path / "brief.klachten"
    pad.write_text("Geachte heer", encoding="utf-8")
    programma.begin(pad)
    assert _wacht_op_bericht(qtbot, programma)
    assert programma.venster is None


def test_another_register_closes_this_one_first(
    qtbot: QtBot, programma: Programma, tmp_path: Path
) -> None:
    pad = tmp_path / "jz.klachten"
    bootstrap.sluit(bootstrap.nieuw(pad, Gemeente("Gemeente Voorbeeldstad")))
    programma.begin(pad)
    qtbot.waitUntil(lambda: programma.venster is not None, timeout=10_000)
    assert programma.venster is not None
    programma.venster.ander_register.emit()
    assert programma.venster is None
    assert programma.keuze is not None
    assert programma.keuze.isVisible()


def test_the_words_of_qt_itself_are_dutch(qtbot: QtBot, qapp: QApplication) -> None:
    vertaler = spreek_nederlands(qapp)
    veld = QLineEdit()
    qtbot.addWidget(veld)
    woorden = [actie.text() for actie in veld.createStandardContextMenu().actions()]
    qapp.removeTranslator(vertaler)
    QLocale.setDefault(QLocale.c())
    assert any("Kopiëren" in woord for woord in woorden)
