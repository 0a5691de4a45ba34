"""The window that gives the work of a colleague to others."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from klachtenapp import bootstrap
from klachtenapp.domain.personen import Medewerker, Rol
from klachtenapp.services import beheer, gebruikers, overnemen, zoeken
from klachtenapp.services.behandelen import Opdracht, voer_uit
from klachtenapp.services.context import Context
from klachtenapp.services.wijzigen import Wijziging, wijzig
from klachtenapp.ui.bouwstenen import Chip
from klachtenapp.ui.overnemen import Overnemen
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.werkvoorraad_page import WerkvoorraadPage

Rustig = Callable[[Runner], None]


@pytest.fixture
def toegewezen(register_openen: Callable[[], Context], kenmerken: list[str]) -> list[str]:
    """Two klachten of H. de Boer; the second is about P. Prins."""
    ctx = register_openen()
    beheer.bewaar_medewerker(ctx, Medewerker(0, "P. Prins", rollen=frozenset({Rol.BEHANDELAAR})))
    for kenmerk in kenmerken[:2]:
        dossier = zoeken.dossier(ctx, kenmerk)
        invoer = {"behandelaar": "H. de Boer", "niet_betrokken": "ja"}
        voer_uit(ctx, Opdracht(kenmerk, "wijs_behandelaar_toe", invoer, dossier.versie))
    dossier = zoeken.dossier(ctx, kenmerken[1])
    wijzig(ctx, Wijziging(kenmerken[1], dossier.versie, {"beklaagde": "P. Prins"}))
    bootstrap.sluit(ctx)
    return kenmerken[:2]


@pytest.fixture
def venster(
    qtbot: QtBot, toegewezen: list[str], runner: Runner, navigatie: object, rustig: Rustig
) -> Iterator[Overnemen]:
    pagina = WerkvoorraadPage(runner, navigatie)  # type: ignore[arg-type]
    qtbot.addWidget(pagina)
    pagina.show()
    pagina.neem_over()
    rustig(runner)
    gevonden = pagina.findChild(Overnemen)
    assert gevonden is not None
    yield gevonden
    rustig(runner)


def test_the_window_asks_and_then_tells_what_stayed(
    venster: Overnemen,
    toegewezen: list[str],
    runner: Runner,
    rustig: Rustig,
    ctx_van: Callable[[], Context],
) -> None:
    assert venster.van.itemText(1) == "H. de Boer (2 dossiers open)"
    venster.neem_over()
    rustig(runner)
    assert "waarom" in venster.reden.accessibleDescription()
    venster.van.setCurrentIndex(1)
    venster.naar.zet("P. Prins")
    venster.reden.setText("Ziek")
    venster.neem_over()
    rustig(runner)
    assert "Bevestig" in venster.uitkomst.tekst()
    venster.niet_betrokken.setChecked(True)
    venster.neem_over()
    rustig(runner)
    assert "1 dossier overgenomen" in venster.uitkomst.tekst()
    assert f"{toegewezen[1]} bleef liggen" in venster.uitkomst.tekst()
    assert venster.van.itemText(1) == "H. de Boer (1 dossier open)"
    ctx = ctx_van()
    wie = zoeken.dossier(ctx, toegewezen[0]).behandelaar
    assert wie is not None
    assert wie.naam == "P. Prins"


def test_the_window_warns_for_the_leidinggevende_before_it_is_done(
    venster: Overnemen,
    toegewezen: list[str],
    runner: Runner,
    rustig: Rustig,
    ctx_van: Callable[[], Context],
) -> None:
    ctx = ctx_van()
    baas = beheer.bewaar_medewerker(
        ctx, Medewerker(0, "B. Baas", rollen=frozenset({Rol.AFDELINGSHOOFD}))
    )
    prins = next(m for m in beheer.medewerkers(ctx) if m.naam == "P. Prins")
    gebruikers.bewaar(ctx, prins, "", baas.id)
    runner.run(overnemen.werklijsten, venster._on_lijsten)
    rustig(runner)
    venster.van.setCurrentIndex(1)
    chips = {chip.text(): chip for chip in venster.naar.findChildren(Chip)}
    chips["P. Prins"].click()
    rustig(runner)
    assert venster.hint.tekst() == ""
    chips["P. Prins"].click()
    chips["B. Baas"].click()
    rustig(runner)
    assert f"{toegewezen[1]}: B. Baas is de leidinggevende van P. Prins" in venster.hint.tekst()
    assert venster.hint.isVisible()
    venster.reden.setText("Ziek")
    venster.niet_betrokken.setChecked(True)
    venster.neem_over()
    rustig(runner)
    assert "2 dossiers overgenomen" in venster.uitkomst.tekst()
    assert "leidinggevende" in venster.uitkomst.tekst()
