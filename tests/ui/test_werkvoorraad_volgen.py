"""The tile "Die ik volg": for an ambassadeur with something to follow, and for nobody else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from klachtenapp import bootstrap
from klachtenapp.clock import FixedClock
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.personen import Medewerker, Rol
from klachtenapp.services import behandelen, beheer, gebruikers, zoeken
from klachtenapp.services.behandelen import Opdracht
from klachtenapp.services.context import Context
from klachtenapp.ui.bouwstenen import Tegel
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.werkvoorraad_page import WerkvoorraadPage
from tests.ui.conftest import DINSDAG, vul_register
from tests.ui.test_werkvoorraad_page import kolom, lijst

SMIT = "S. Smit"
Rustig = Callable[[Runner], None]


@pytest.fixture
def register_openen(tmp_path: Path) -> Callable[[], Context]:
    """A register in which the user is an ambassadeur who follows the second klacht."""
    pad = tmp_path / "volgen.klachten"

    def openen() -> Context:
        if not pad.exists():
            klok = FixedClock(DINSDAG)
            ctx = bootstrap.nieuw(pad, Gemeente("Gemeente Voorbeeldstad"), clock=klok)
            beheer.bewaar_medewerker(ctx, Medewerker(0, SMIT, rollen=frozenset({Rol.AMBASSADEUR})))
            _kies(ctx, vul_register(ctx)[1], SMIT)
            bootstrap.sluit(ctx)
        ctx = bootstrap.open(pad, clock=FixedClock(DINSDAG), gebruiker=SMIT)
        return gebruikers.als(ctx, next(m for m in beheer.medewerkers(ctx) if m.naam == SMIT))

    return openen


def _kies(ctx: Context, kenmerk: str, naam: str) -> None:
    invoer = {"ambassadeur": naam, "reden": "Kijkt mee"}
    versie = zoeken.dossier(ctx, kenmerk).versie
    behandelen.voer_uit(ctx, Opdracht(kenmerk, "wijs_ambassadeur_toe", invoer, versie))


def _tegel(pagina: WerkvoorraadPage) -> Tegel:
    alle = pagina.findChildren(Tegel)
    return next(t for t in alle if t.accessibleName().startswith("Die ik volg"))


@pytest.fixture
def pagina(qtbot: QtBot, runner: Runner, navigatie: Navigatie, rustig: Rustig) -> WerkvoorraadPage:
    bladzijde = WerkvoorraadPage(runner, navigatie)
    qtbot.addWidget(bladzijde)
    bladzijde.resize(1100, 700)
    bladzijde.show()
    bladzijde.ververs()
    rustig(runner)
    return bladzijde


def test_een_ambassadeur_ziet_wat_hij_volgt(pagina: WerkvoorraadPage, qtbot: QtBot) -> None:
    tegel = _tegel(pagina)
    assert tegel.isVisible()
    assert tegel.aantal() == 1
    assert len(kolom(lijst(pagina), 1)) == 6
    QTest.mouseClick(tegel, Qt.MouseButton.LeftButton)
    assert kolom(lijst(pagina), 1) == ["K2026-0002"]


def test_valt_het_laatste_weg_dan_gaat_de_tegel_mee_en_komt_alles_terug(
    pagina: WerkvoorraadPage,
    qtbot: QtBot,
    runner: Runner,
    rustig: Rustig,
    ctx_van: Callable[[], Context],
) -> None:
    QTest.mouseClick(_tegel(pagina), Qt.MouseButton.LeftButton)
    ctx = gebruikers.als(ctx_van(), Medewerker(0, "Een ander", rollen=frozenset(Rol)))
    ander = beheer.bewaar_medewerker(
        ctx, Medewerker(0, "J. Bakker", rollen=frozenset({Rol.AMBASSADEUR}))
    )
    _kies(ctx, "K2026-0002", ander.naam)
    pagina.ververs()
    rustig(runner)
    assert not _tegel(pagina).isVisible()
    assert len(kolom(lijst(pagina), 1)) == 6


def test_een_registrar_ziet_de_tegel_niet(
    qtbot: QtBot, register_openen: Callable[[], Context], navigatie: Navigatie, rustig: Rustig
) -> None:
    def als_registrar() -> Context:
        wie = Medewerker(0, "R. Registrar", rollen=frozenset({Rol.REGISTRAR}))
        return gebruikers.als(register_openen(), wie)

    runner = Runner(als_registrar, bootstrap.sluit)
    with qtbot.waitSignal(runner.bezig, check_params_cb=lambda bezig: not bezig):
        runner.start()
    qtbot.waitUntil(lambda: runner.is_rustig, timeout=10_000)
    bladzijde = WerkvoorraadPage(runner, navigatie)
    qtbot.addWidget(bladzijde)
    bladzijde.show()
    bladzijde.ververs()
    rustig(runner)
    assert not _tegel(bladzijde).isVisible()
    runner.sluit()
