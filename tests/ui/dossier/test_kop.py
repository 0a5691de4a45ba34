"""The head of a dossier says who it is, whatever the width."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from klachtenapp.domain.begrippen import Aanhef, Kanaal, Soort, Status, Vorm
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.personen import Persoon
from klachtenapp.domain.urgentie import van_datum
from klachtenapp.ui.dossier.kop import Dossierkop

pytestmark = pytest.mark.usefixtures("stijl")
VANDAAG = date(2026, 11, 24)
DOSSIER = Dossier(
    "8d6f", "K2026-0094", Soort.KLACHT, Status.INFORMEEL, VANDAAG, Kanaal.BRIEF,
    Vorm.SCHRIFTELIJK, "Mijn aanvraag is kwijt.",
    klager=Persoon("van den Heuvel-de Graaf", Aanhef.MEVROUW, "A.M."),
)  # fmt: skip


@pytest.mark.parametrize("breed", [600, 760, 1100])
@pytest.mark.parametrize("naam", ["Oz", "van den Heuvel-de Graaf", "van der Westhuizen-Bergmans"])
def test_de_naam_van_de_klager_staat_er_heel(qtbot: QtBot, naam: str, breed: int) -> None:
    kop = _kop(qtbot, breed, naam)
    assert kop.titel.text() == kop.titel.heel()
    assert kop.status.isVisible()
    assert kop.termijn.isVisible()
    assert _plek(kop, kop.termijn).x() + kop.termijn.width() <= breed


def test_bij_genoeg_ruimte_staat_de_stand_naast_de_naam(qtbot: QtBot) -> None:
    kop = _kop(qtbot, 600)
    onder = _plek(kop, kop.status).y()
    kop.resize(1100, kop.height())
    qtbot.waitUntil(lambda: _plek(kop, kop.status).y() < onder)


def _plek(kop: Dossierkop, widget: QWidget) -> QPoint:
    return widget.mapTo(kop, QPoint(0, 0))


def _kop(qtbot: QtBot, breed: int, naam: str = "van den Heuvel-de Graaf") -> Dossierkop:
    kop = Dossierkop()
    qtbot.addWidget(kop)
    kop.toon(
        replace(DOSSIER, klager=replace(DOSSIER.klager, achternaam=naam)),
        van_datum(VANDAAG, VANDAAG),
    )
    kop.resize(breed, 90)
    kop.show()
    return kop
