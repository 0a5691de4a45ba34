"""Beheer, section Sleutels: confirm by the digits that were read out, withdraw with a reason."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from klachtenapp import bootstrap
from klachtenapp.clock import FixedClock
from klachtenapp.domain.sleutel import Sleutel, in_groepen
from klachtenapp.services import geheimen, handtekeningbeeld, sleutels
from klachtenapp.services.context import Context
from klachtenapp.ui.beheer.sleutels import SleutelsSectie
from klachtenapp.ui.beheer_page import BeheerPage
from klachtenapp.ui.runner import Runner
from tests.papier.handtekeningen import als, krabbel
from tests.services.ondertekenzaak import GEHEIM, nummer
from tests.services.test_correspondentie import bureau
from tests.ui.conftest import DINSDAG, Logboek
from tests.ui.test_ondertekenen_page import hoofd

__all__ = ["bureau", "hoofd"]

Rustig = Callable[[Runner], None]


@pytest.fixture
def register_openen(bureau: Context) -> Callable[[], Context]:
    pad = bureau.register.pad
    return lambda: bootstrap.open(pad, clock=FixedClock(DINSDAG), gebruiker="bheer")


@pytest.fixture
def gemaakt(hoofd: Context) -> Sleutel:
    """A key that the beheerder has not confirmed yet."""
    geheimen.stel_in(hoofd, nummer(hoofd), GEHEIM)
    return sleutels.maak(hoofd, nummer(hoofd), GEHEIM)


@pytest.fixture
def sectie(qtbot: QtBot, runner: Runner, navigatie: Logboek, rustig: Rustig) -> SleutelsSectie:
    pagina = BeheerPage(runner, navigatie)
    qtbot.addWidget(pagina)
    pagina.resize(1100, 700)
    with qtbot.waitExposed(pagina):
        pagina.show()
    gevonden = pagina.toon_sectie("Sleutels")
    assert isinstance(gevonden, SleutelsSectie)
    gevonden.ververs()
    rustig(runner)
    return gevonden


def _zinnen(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_alleen_de_cijfers_van_de_sleutel_bevestigen(
    qtbot: QtBot, bureau: Context, gemaakt: Sleutel, sectie: SleutelsSectie, runner: Runner,
    rustig: Rustig,
) -> None:  # fmt: skip
    (kaart,) = sectie.kaarten
    cijfers = in_groepen(gemaakt.vingerafdruk)
    assert "M. de Groot" in _zinnen(kaart)
    assert cijfers not in _zinnen(kaart)
    qtbot.keyClicks(kaart.cijfers, "1" * 30)
    qtbot.mouseClick(kaart.knop_bevestig, Qt.MouseButton.LeftButton)
    rustig(runner)
    assert "anders dan" in _zinnen(kaart)
    assert not sleutels.van(bureau, gemaakt.medewerker)[0].bruikbaar
    kaart.cijfers.setText(cijfers.replace(" ", ""))
    qtbot.keyClick(kaart.cijfers, Qt.Key.Key_Return)
    rustig(runner)
    assert sleutels.van(bureau, gemaakt.medewerker)[0].bruikbaar
    assert cijfers in _zinnen(sectie.kaarten[0])


def test_intrekken_vraagt_een_reden(
    qtbot: QtBot, bureau: Context, gemaakt: Sleutel, sectie: SleutelsSectie, runner: Runner,
    rustig: Rustig,
) -> None:  # fmt: skip
    kaart = sectie.kaarten[0]
    qtbot.mouseClick(kaart.knop_trek_in, Qt.MouseButton.LeftButton)
    rustig(runner)
    assert "waarom" in _zinnen(kaart)
    qtbot.keyClicks(kaart.reden, "Laptop gestolen.")
    qtbot.keyClick(kaart.reden, Qt.Key.Key_Return)
    rustig(runner)
    (sleutel,) = sleutels.van(bureau, gemaakt.medewerker)
    assert sleutel.stand == "ingetrokken"
    assert "Laptop gestolen." in _zinnen(sectie.kaarten[0])
    assert sectie.kaarten[0].knop_trek_in.parentWidget() is None


@pytest.mark.usefixtures("hoofd")
def test_zonder_sleutels_staat_er_wat_men_doet(sectie: SleutelsSectie) -> None:
    assert sectie.leeg.isVisible()
    assert not sectie.vuil


def test_het_plaatje_van_wie_ondertekent(
    qtbot: QtBot, hoofd: Context, sectie: SleutelsSectie, tmp_path: Path
) -> None:
    pad = tmp_path / "krabbel.png"
    pad.write_bytes(als(krabbel()))
    (kaart,) = sectie.beelden
    assert "M. de Groot" in _zinnen(kaart)
    with qtbot.waitSignal(kaart.kiezer.bewaard, timeout=30_000):
        kaart.kiezer.lees(pad)
    assert handtekeningbeeld.eigen(hoofd).keuze == kaart.kiezer.keuze()
    with qtbot.waitSignal(kaart.kiezer.bewaard, timeout=30_000):
        qtbot.mouseClick(kaart.kiezer.weg_knop, Qt.MouseButton.LeftButton)
    assert not handtekeningbeeld.eigen(hoofd).keuze
    assert not sectie.vuil
