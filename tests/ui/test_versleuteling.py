"""Beheer, section Versleuteling, and the window that asks for words when a register is locked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from keyring.errors import KeyringError
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from klachtenapp import bootstrap
from klachtenapp.errors import OmgevingFout
from klachtenapp.kluis import eigendeur, sleutelbestand
from klachtenapp.services import reservekopie, versleuteling
from klachtenapp.services.context import Context
from klachtenapp.ui import messages
from klachtenapp.ui.app import Programma
from klachtenapp.ui.beheer.versleuteling import VersleutelingSectie
from klachtenapp.ui.beheer_page import BeheerPage
from klachtenapp.ui.bouwstenen import Tekst
from klachtenapp.ui.openen import Bestaand
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.slot.aanzetten import BEWIJS, KLAAR, Aanzetten
from klachtenapp.ui.slot.toegang import Toegang
from tests.geheugenkluis import Geheugenkluis
from tests.ui.conftest import DINSDAG, Logboek

Rustig = Callable[[Runner], None]


@pytest.fixture
def sectie(qtbot: QtBot, runner: Runner, navigatie: Logboek, rustig: Rustig) -> VersleutelingSectie:
    pagina = BeheerPage(runner, navigatie)
    qtbot.addWidget(pagina)
    pagina.resize(1100, 700)
    with qtbot.waitExposed(pagina):
        pagina.show()
    gevonden = pagina.toon_sectie("Versleuteling")
    assert isinstance(gevonden, VersleutelingSectie)
    gevonden.ververs()
    rustig(runner)
    return gevonden


@pytest.fixture
def aan(
    qtbot: QtBot, sectie: VersleutelingSectie, runner: Runner, rustig: Rustig
) -> VersleutelingSectie:
    """The register locked through the window itself, all four pages."""
    qtbot.mouseClick(sectie.knop_aan, Qt.MouseButton.LeftButton)
    wizard = sectie.wizard
    assert isinstance(wizard, Aanzetten)
    rustig(runner)
    assert wizard.voorbeeld.paginas == 1
    wizard.verder()
    wizard.verder()
    assert wizard.stap == BEWIJS
    wizard.woorden.setText("babab babab")
    wizard.verder()
    rustig(runner)
    assert "U typte er 2" in _zinnen(wizard)
    assert not runner.ctx.sleutel
    wizard.woorden.setText(wizard.geheim.woorden.replace("-", " "))
    wizard.verder()
    rustig(runner)
    assert wizard.stap == KLAAR
    wizard.verder()
    rustig(runner)
    return sectie


def _zinnen(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_de_uitleg_is_op_een_laag_scherm_heel_te_lezen(
    qtbot: QtBot, runner: Runner, navigatie: Logboek
) -> None:
    venster = QWidget()
    qtbot.addWidget(venster)
    wizard = Aanzetten(runner, navigatie, venster, nieuw=False, in_kluis=True)
    wizard.resize(720, 456)  # what a screen of 1366 x 768 has room for at 150 %
    wizard.open()
    teksten = [t for t in wizard.findChildren(Tekst) if t.isVisible()]
    assert len(teksten) > 4
    for tekst in teksten:
        assert tekst.height() >= tekst.heightForWidth(tekst.width()), tekst.heel()
    wizard.reject()


def test_aanzetten_en_de_hele_lijst(qtbot: QtBot, aan: VersleutelingSectie, runner: Runner) -> None:
    assert runner.ctx.sleutel
    assert runner.sleutel() == runner.ctx.sleutel
    assert "is versleuteld" in _zinnen(aan)
    assert "(u)" in _zinnen(aan)
    assert "op papier, gemaakt op 24 november 2026" in _zinnen(aan)
    assert aan.knop_aan.isHidden()
    zin = "1 reservekopie is nog van voor het slot"
    qtbot.waitUntil(lambda: zin in aan.leesbaar.tekst(), timeout=10_000)


def test_oude_kopieen_gaan_ook_op_slot(
    qtbot: QtBot, aan: VersleutelingSectie, runner: Runner, rustig: Rustig
) -> None:
    qtbot.waitUntil(aan.knop_kopieen.isVisible, timeout=20_000)  # asked in silence
    qtbot.mouseClick(aan.knop_kopieen, Qt.MouseButton.LeftButton)
    rustig(runner)
    qtbot.waitUntil(aan.leesbaar.isHidden, timeout=10_000)
    (kopie,) = [k for k in reservekopie.lijst(runner.ctx)]
    assert kopie.manifest is not None
    assert kopie.manifest.versleuteld


def test_uitnodigen_en_weer_buitensluiten(
    qtbot: QtBot, aan: VersleutelingSectie, runner: Runner, rustig: Rustig,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    aan.dagen.setText("veel")
    qtbot.mouseClick(aan.knop_nodig, Qt.MouseButton.LeftButton)
    assert "Vul een getal in" in _zinnen(aan)
    aan.dagen.setText("7")
    qtbot.mouseClick(aan.knop_nodig, Qt.MouseButton.LeftButton)
    rustig(runner)
    assert "Vul een naam in" in _zinnen(aan)
    aan.naam.setText("S. Jansen")
    qtbot.mouseClick(aan.knop_nodig, Qt.MouseButton.LeftButton)
    rustig(runner)
    assert aan.papier.voorbeeld.paginas == 1
    aan.papier.close()
    assert "uitgenodigd, geldig tot en met 1 december 2026" in _zinnen(aan)
    voor = runner.ctx.sleutel
    monkeypatch.setattr(messages, "ask", lambda *_a, **_k: True)
    knop = next(
        k for k in aan.findChildren(QPushButton) if k.accessibleName() == "S. Jansen buitensluiten"
    )
    qtbot.mouseClick(knop, Qt.MouseButton.LeftButton)
    rustig(runner)
    assert runner.ctx.sleutel not in (b"", voor)
    assert "S. Jansen" not in _zinnen(aan)


def test_uitzetten(
    qtbot: QtBot, aan: VersleutelingSectie, runner: Runner, rustig: Rustig,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(messages, "ask", lambda *_a, **_k: True)
    qtbot.mouseClick(aan.knop_uit, Qt.MouseButton.LeftButton)
    rustig(runner)
    assert not runner.ctx.sleutel
    assert "niet versleuteld" in _zinnen(aan)


def test_er_is_aan_de_lijst_geknoeid(
    aan: VersleutelingSectie, runner: Runner, rustig: Rustig
) -> None:
    pad = runner.ctx.register.pad
    tekst = sleutelbestand.pad_bij(pad).read_text("utf-8")
    sleutelbestand.pad_bij(pad).write_text(tekst.replace("Herstelsleutel", "Zegelsleutel"), "utf-8")
    aan.ververs()
    rustig(runner)
    assert "buiten het programma om" in aan.geknoeid.tekst()
    aan.geknoeid.findChildren(QPushButton)[0].click()
    rustig(runner)
    assert aan.geknoeid.isHidden()


@pytest.fixture
def op_slot(register_openen: Callable[[], Context]) -> tuple[Path, str]:
    """A locked register, and the words of an invitation for it."""
    geheim = versleuteling.nieuw_herstelgeheim()
    ctx = versleuteling.zet_aan(register_openen(), geheim, geheim.woorden)
    woorden = versleuteling.nodig_uit(ctx, "S. Jansen", 60).geheim.woorden
    bootstrap.sluit(ctx)
    return ctx.register.pad, woorden


@pytest.fixture
def programma(qapp: QApplication, qtbot: QtBot, instellingen: QSettings) -> Programma:
    return Programma(qapp, instellingen)


def test_wie_geen_toegang_heeft_typt_de_woorden(
    qtbot: QtBot, programma: Programma, op_slot: tuple[Path, str], kluis: Geheugenkluis,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    pad, woorden = op_slot
    kluis.geheimen.clear()
    monkeypatch.setattr("klachtenapp.ui.app.SystemClock", lambda: _Vast())
    programma.open(Bestaand(pad))
    qtbot.waitUntil(lambda: programma.toegang is not None, timeout=10_000)
    vraag = programma.toegang
    assert isinstance(vraag, Toegang)
    assert "uitnodiging" in _zinnen(vraag)
    vraag.woorden.setText("babab babab babab babab babab babab")
    vraag.open_nu()
    qtbot.waitUntil(lambda: vraag.knop.isEnabled(), timeout=10_000)
    assert "Er zit een fout in de woorden" in _zinnen(vraag)
    vraag.woorden.setText(woorden)
    vraag.open_nu()
    qtbot.waitUntil(lambda: programma.venster is not None, timeout=20_000)
    assert programma.toegang is None
    programma.einde()


class _Vast:
    def now(self) -> object:
        return DINSDAG


def test_zonder_kluis_vraagt_het_venster_om_het_wachtwoord(
    qtbot: QtBot, programma: Programma, register_openen: Callable[[], Context],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    def geen() -> None:
        raise OmgevingFout("Geen kluis.") from KeyringError()

    monkeypatch.setattr(eigendeur, "Kluis", geen)
    geheim = versleuteling.nieuw_herstelgeheim()
    ctx = versleuteling.zet_aan(
        register_openen(), geheim, geheim.woorden, wachtwoord="paarse fiets in maart"
    )
    bootstrap.sluit(ctx)
    programma.open(Bestaand(ctx.register.pad))
    qtbot.waitUntil(lambda: programma.toegang is not None, timeout=10_000)
    eerste = programma.toegang
    assert eerste is not None
    assert eerste.woorden.isHidden() or not eerste.woorden.isVisible()
    eerste.wachtwoord.setText("een ander wachtwoord")
    eerste.open_nu()
    qtbot.waitUntil(lambda: programma.toegang is not eerste, timeout=10_000)
    tweede = programma.toegang
    assert tweede is not None
    assert "gaat uw toegang niet open" in _zinnen(tweede)
    tweede.wachtwoord.setText("paarse fiets in maart")
    tweede.open_nu()
    qtbot.waitUntil(lambda: programma.venster is not None, timeout=20_000)
    programma.einde()
