"""In the oefengemeente one can be a colleague: see what that one sees, and sign with a told PIN."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from klachtenapp import bootstrap
from klachtenapp.clock import FixedClock
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.personen import Medewerker, Rol
from klachtenapp.services import beheer, geheimen, sleutels
from klachtenapp.services.context import Context
from klachtenapp.services.gebruikers import als
from klachtenapp.services.oefenrol import PINCODE
from klachtenapp.ui.app import Programma
from klachtenapp.ui.main_window import MainWindow
from klachtenapp.ui.ondertekenen_page import OndertekenenPage
from tests.ui.conftest import DINSDAG, vul_register


@pytest.fixture
def pad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(bootstrap, "SystemClock", lambda: FixedClock(DINSDAG))
    bestand = tmp_path / "oefening.klachten"
    ctx = bootstrap.nieuw(bestand, Gemeente("Gemeente Voorbeeldstad", oefening=True))
    vul_register(ctx)
    hoofd = _bewaar(ctx, "A. Hoofd", Rol.AFDELINGSHOOFD)
    _bewaar(ctx, "B. Balie", Rol.BALIEMEDEWERKER)
    geheimen.stel_in(als(ctx, hoofd), hoofd.id, PINCODE)
    sleutels.voor_oefening(ctx, hoofd)
    bootstrap.sluit(ctx)
    return bestand


def _bewaar(ctx: Context, naam: str, rol: Rol) -> Medewerker:
    return beheer.bewaar_medewerker(ctx, Medewerker(0, naam, rollen=frozenset({rol})))


@pytest.fixture
def programma(
    qapp: QApplication, instellingen: QSettings, pad: Path, qtbot: QtBot
) -> Iterator[Programma]:
    lopend = Programma(qapp, instellingen)
    lopend.open(lambda: bootstrap.open(pad, gebruiker="bezoeker"))
    _wacht(lopend, qtbot)
    yield lopend
    lopend.einde()
    lopend.stijl.deleteLater()
    lopend.deleteLater()


def _wacht(programma: Programma, qtbot: QtBot) -> MainWindow:
    """Wait until the window stands and the strip knows whom one can play."""

    def klaar() -> bool:
        return programma.venster is not None and programma.venster.oefenstrook.wie.count() > 1

    qtbot.waitUntil(klaar, timeout=10_000)
    assert programma.venster is not None
    return programma.venster


def _speel(programma: Programma, qtbot: QtBot, begin: str) -> MainWindow:
    oud = programma.venster
    assert oud is not None
    lijst = oud.oefenstrook.wie
    namen = [lijst.itemText(plek) for plek in range(lijst.count())]
    lijst.setCurrentIndex(next(plek for plek, naam in enumerate(namen) if begin in naam))
    qtbot.waitUntil(lambda: programma.venster not in (None, oud), timeout=10_000)
    return _wacht(programma, qtbot)


def _in_strook(venster: MainWindow) -> str:
    return " ".join(label.text() for label in venster.oefenstrook.findChildren(QLabel))


def test_als_baliemedewerker_ziet_men_alleen_de_balie(programma: Programma, qtbot: QtBot) -> None:
    venster = _speel(programma, qtbot, "B. Balie, baliemedewerker")
    assert "werkvoorraad" not in venster._soorten
    assert PINCODE not in _in_strook(venster)
    terug = _speel(programma, qtbot, "uzelf")
    assert "werkvoorraad" in terug._soorten


def test_als_afdelingshoofd_kan_men_tekenen(programma: Programma, qtbot: QtBot) -> None:
    assert programma.venster is not None
    assert PINCODE not in _in_strook(programma.venster)
    venster = _speel(programma, qtbot, "A. Hoofd, afdelingshoofd")
    assert f"Pincode: {PINCODE}" in _in_strook(venster)
    pagina = venster.pagina("ondertekenen")
    assert isinstance(pagina, OndertekenenPage)
    venster.toon_pagina("ondertekenen")
    qtbot.waitUntil(lambda: pagina._stand is not None, timeout=10_000)
    assert pagina._stand is not None
    assert pagina._stand.kan_tekenen
    assert pagina.sleutelkaart.isHidden()


def test_wie_niemand_speelt_leest_hoe_men_tekent(programma: Programma, qtbot: QtBot) -> None:
    assert programma.venster is not None
    pagina = programma.venster.pagina("ondertekenen")
    assert isinstance(pagina, OndertekenenPage)
    programma.venster.toon_pagina("ondertekenen")
    qtbot.waitUntil(pagina.sleutelkaart.isVisible, timeout=10_000)
    assert "kies bovenin" in pagina.sleutelkaart.uitleg.text()


def test_onbewaard_werk_houdt_het_venster_open(
    programma: Programma, monkeypatch: pytest.MonkeyPatch
) -> None:
    venster = programma.venster
    assert venster is not None
    with monkeypatch.context() as even:
        even.setattr(venster.pagina("werkvoorraad"), "mag_weg", lambda: False)
        venster.oefenstrook.wie.setCurrentIndex(1)
        assert programma.venster is venster
        assert venster.oefenstrook.wie.currentIndex() == 0
