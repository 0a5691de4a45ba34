"""One form draws every handeling; it shows what stands in the way and loses no word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from klachtenapp import bootstrap
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.handelingen import HANDELINGEN, voorinvullen
from klachtenapp.domain.personen import Medewerker, Rol
from klachtenapp.errors import ConflictFout, RegelFout
from klachtenapp.services import zoeken
from klachtenapp.services.behandelen import Opdracht
from klachtenapp.services.context import Context
from klachtenapp.ui.handeling_formulier import HandelingFormulier, Namen
from klachtenapp.ui.handeling_venster import HandelingVenster
from tests.ui.dossier.conftest import Werker

pytestmark = [
    pytest.mark.qt_log_ignore("does not support", extend=True),
    pytest.mark.usefixtures("stijl"),
]
NAMEN = Namen(["P. Yılmaz", "M. Kok"], ["Burgerzaken", "Sociaal domein"])


@pytest.fixture
def bij_evi(evi: str, register_openen: Callable[[], Context]) -> tuple[Context, Dossier]:
    """Evi's dossier, and a context of which only clock and rules are used."""
    ctx = register_openen()
    dossier = zoeken.dossier(ctx, evi)
    bootstrap.sluit(ctx)
    return ctx, dossier


def venster(qtbot: QtBot, ctx: Context, dossier: Dossier, naam: str) -> HandelingVenster:
    dialoog = HandelingVenster(HANDELINGEN[naam], dossier, ctx, NAMEN)
    qtbot.addWidget(dialoog)
    with qtbot.waitActive(dialoog):
        dialoog.show()
        dialoog.activateWindow()
    return dialoog


def test_elke_handeling_wordt_een_formulier(bij_evi: tuple[Context, Dossier], qtbot: QtBot) -> None:
    ctx, dossier = bij_evi
    for naam, handeling in HANDELINGEN.items():
        formulier = HandelingFormulier(handeling, dossier, ctx, NAMEN)
        qtbot.addWidget(formulier)
        formulier.toon_alles()
        for veld in handeling.velden:
            widget = formulier.veld(veld.naam)
            assert isinstance(widget, QWidget)
            assert widget.accessibleName(), f"{naam}: {veld.naam}"
        verwacht = voorinvullen(handeling, dossier, ctx.kader, ctx.vandaag)
        gevraagd = {veld.naam for veld in handeling.velden if veld.alleen_als is None}
        assert {n: w for n, w in verwacht.items() if n in gevraagd and w} == {
            n: w for n, w in formulier.invoer().items() if n in gevraagd
        }, naam


def test_wat_men_invult_komt_er_zo_uit(bij_evi: tuple[Context, Dossier], qtbot: QtBot) -> None:
    ctx, dossier = bij_evi
    voorbeelden = {
        "datum": "2026-11-20",
        "ja/nee": "ja",
        "medewerker": "M. Kok",
        "afdeling": "Sociaal domein",
    }
    for naam, handeling in HANDELINGEN.items():
        formulier = HandelingFormulier(handeling, dossier, ctx, NAMEN)
        qtbot.addWidget(formulier)
        for veld in handeling.velden:
            waarde = (
                veld.keuzes[-1][0] if veld.keuzes else voorbeelden.get(veld.soort, "Zo was het.")
            )
            formulier.veld(veld.naam).zet_waarde(waarde)
            assert formulier.veld(veld.naam).waarde() == waarde, f"{naam}: {veld.naam}"


def test_een_leeg_formulier_is_niet_rood_en_zegt_na_enter_wat_mist(
    bij_evi: tuple[Context, Dossier], qtbot: QtBot
) -> None:
    dialoog = venster(qtbot, *bij_evi, "wijs_behandelaar_toe")
    assert dialoog.formulier.zin_bij("behandelaar") == ""
    with qtbot.assertNotEmitted(dialoog.bevestigd):
        qtbot.keyClick(dialoog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "Vul in" in dialoog.formulier.zin_bij("behandelaar")


def test_een_bezwaar_verdwijnt_zodra_het_antwoord_goed_is(
    bij_evi: tuple[Context, Dossier], qtbot: QtBot
) -> None:
    ctx, dossier = bij_evi
    dossier = replace(dossier, beklaagde="mevrouw M. Kok")
    dialoog = venster(qtbot, ctx, dossier, "wijs_behandelaar_toe")
    veld = dialoog.formulier.veld("behandelaar")
    assert isinstance(veld, QWidget)
    qtbot.keyClicks(veld, "M. Kok")
    assert "gaat over M. Kok" in dialoog.formulier.zin_bij("behandelaar")
    veld.zet_waarde("P. Yılmaz")
    dialoog.formulier.vul({"niet_betrokken": "ja"})
    assert dialoog.formulier.eerste_fout() is None
    with qtbot.waitSignal(dialoog.bevestigd) as gemeld:
        dialoog.bevestig()
    (opdracht,) = gemeld.args
    assert isinstance(opdracht, Opdracht)
    assert dict(opdracht.invoer) == {"behandelaar": "P. Yılmaz", "niet_betrokken": "ja"}
    assert opdracht.versie == dossier.versie
    assert opdracht.opdracht_uid


def test_een_deel_van_een_naam_is_genoeg_om_te_kiezen(
    bij_evi: tuple[Context, Dossier], qtbot: QtBot
) -> None:
    dialoog = venster(qtbot, *bij_evi, "wijs_behandelaar_toe")
    veld = dialoog.formulier.veld("behandelaar")
    assert isinstance(veld, QWidget)
    veld.zet_waarde("m. kok")
    assert veld.waarde() == "M. Kok"


def test_een_vraag_die_afhangt_komt_en_gaat(bij_evi: tuple[Context, Dossier], qtbot: QtBot) -> None:
    dialoog = venster(qtbot, *bij_evi, "leg_gesprek_vast")
    nummer = dialoog.formulier.veld("nummer")
    assert isinstance(nummer, QWidget)
    assert not nummer.isVisible()
    manier = dialoog.formulier.veld("manier")
    manier.zet_waarde("telefoon")
    dialoog.formulier.vul({})
    assert nummer.isVisible()
    nummer.zet_waarde("14 0224")
    assert dialoog.invoer()["nummer"] == "14 0224"
    manier.zet_waarde("balie")
    dialoog.formulier.vul({})
    assert "nummer" not in dialoog.invoer()


def test_een_weigering_staat_bij_haar_veld_en_het_venster_blijft_open(
    bij_evi: tuple[Context, Dossier], qtbot: QtBot
) -> None:
    dialoog = venster(qtbot, *bij_evi, "noteer")
    dialoog.formulier.vul({"toelichting": "Een lang verhaal."})
    dialoog.bevestig()
    dialoog.weiger(RegelFout("Dat mag niet.", veld="toelichting"))
    assert dialoog.formulier.zin_bij("toelichting") == "Dat mag niet."
    assert dialoog.isVisible()
    assert dialoog.knop.isEnabled()
    dialoog.weiger(RegelFout("Iets anders."))
    assert "Iets anders." in dialoog.zinnen()
    dialoog.weiger(ConflictFout("Iemand was eerder."))
    assert "Klik nog een keer" in dialoog.zinnen()
    assert dialoog.invoer() == {"toelichting": "Een lang verhaal."}


def test_geen_datum_is_geen_lege_datum(bij_evi: tuple[Context, Dossier], qtbot: QtBot) -> None:
    dialoog = venster(qtbot, *bij_evi, "leg_gesprek_vast")
    veld = dialoog.formulier.veld("gesproken_op")
    assert isinstance(veld, QWidget)
    veld.setText("99-99")
    assert "geen datum" in dialoog.formulier.zin_bij("gesproken_op")
    with qtbot.assertNotEmitted(dialoog.bevestigd):
        dialoog.bevestig()


def test_wat_getypt_was_komt_terug(youssef: str, werker: Werker) -> None:
    werker.open(youssef)
    werker.pagina.open_handeling("noteer")
    werker.venster.formulier.vul({"toelichting": "Half"})
    werker.venster.reject()
    assert werker.pagina.uitvoering.venster is None
    werker.pagina.open_handeling("noteer")
    assert werker.venster.invoer() == {"toelichting": "Half"}
    werker.vul(toelichting="Heel")
    werker.pagina.open_handeling("noteer")
    assert werker.venster.invoer() == {}


def test_na_een_conflict_gaat_het_de_tweede_keer_goed(youssef: str, werker: Werker) -> None:
    werker.open(youssef)
    werker.klik(werker.pagina.stapbalk.knop)
    werker.venster.formulier.vul({"behandelaar": "M. Kok", "niet_betrokken": "ja"})
    werker.collega("noteer", toelichting="Ik keek ook.")
    werker.klik(werker.venster.knop)
    werker.rust()
    assert "intussen gewijzigd" in werker.venster.zinnen()
    werker.klik(werker.venster.knop)
    werker.rust()
    assert werker.pagina.uitvoering.venster is None
    assert werker.dossier.behandelaar is not None


def test_een_formulier_zegt_wat_er_intussen_gebeurde(youssef: str, werker: Werker) -> None:
    """It came by itself, before anything was pressed; one press goes on."""
    werker.open(youssef)
    werker.klik(werker.pagina.stapbalk.knop)
    werker.venster.formulier.vul({"behandelaar": "M. Kok", "niet_betrokken": "ja"})
    werker.collega("noteer", toelichting="Ik keek ook.")
    werker.pagina.ververs()
    werker.rust()
    zinnen = werker.venster.zinnen()
    assert "intussen gewijzigd" in zinnen
    assert "Ik keek ook. · door collega, vandaag 09:30" in zinnen
    assert "kunt u doorgaan" in zinnen
    assert werker.venster.invoer()["behandelaar"] == "M. Kok"
    werker.klik(werker.venster.knop)
    werker.rust()
    assert werker.pagina.uitvoering.venster is None
    assert werker.dossier.behandelaar is not None


def test_wat_intussen_niet_meer_kan_staat_erbij(youssef: str, werker: Werker) -> None:
    werker.open(youssef)
    werker.klik(werker.pagina.stapbalk.knop)
    werker.venster.formulier.vul({"behandelaar": "M. Kok", "niet_betrokken": "ja"})
    werker.collega("geen_klacht", toelichting="Het was een vraag.")
    werker.pagina.ververs()
    werker.rust()
    assert "is afgehandeld" in werker.venster.zinnen()
    assert "door collega" in werker.venster.zinnen()
    assert "kunt u doorgaan" not in werker.venster.zinnen()
    werker.klik(werker.venster.knop)
    werker.rust()
    assert werker.pagina.uitvoering.venster is not None  # it stays, with what was typed
    assert werker.venster.invoer()["behandelaar"] == "M. Kok"
    assert werker.dossier.behandelaar is None


@pytest.mark.parametrize(
    ("rol", "naam", "nummer"),
    [
        (Rol.AFDELINGSHOOFD, "M. de Groot", "0224 21 04 30"),
        (Rol.REGISTRAR, "P. Yılmaz", "0224 21 04 12"),
    ],
)
def test_het_afdelingshoofd_dat_zelf_belt_staat_er_zelf(
    bij_evi: tuple[Context, Dossier], qtbot: QtBot, rol: Rol, naam: str, nummer: str
) -> None:
    ctx, dossier = bij_evi
    behandelaar = Medewerker(1, "P. Yılmaz", telefoon="0224 21 04 12")
    beller = Medewerker(2, "M. de Groot", telefoon="0224 21 04 30", rollen=frozenset({rol}))
    formulier = HandelingFormulier(
        HANDELINGEN["leg_gesprek_vast"],
        replace(dossier, behandelaar=behandelaar),
        replace(ctx, medewerker=beller),
        Namen(["P. Yılmaz", "M. de Groot"]),
    )
    qtbot.addWidget(formulier)
    formulier.vul({"manier": "telefoon"})
    assert formulier.invoer()["gesproken_door"] == naam
    assert formulier.invoer()["nummer"] == nummer
