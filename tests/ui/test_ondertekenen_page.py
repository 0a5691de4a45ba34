"""The page *Ter ondertekening*: decide, sign in a row, send back, call, and get a key first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from klachtenapp import bootstrap
from klachtenapp.clock import FixedClock
from klachtenapp.domain import ondertekenmap
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.klaarliggend import klaarliggend
from klachtenapp.domain.personen import Medewerker, Rol
from klachtenapp.domain.sleutel import in_groepen
from klachtenapp.models import meldingen
from klachtenapp.services import gebruikers, geheimen, ondertekenen, sleutels, wijzigen
from klachtenapp.services.context import Context
from klachtenapp.services.wijzigen import Wijziging
from klachtenapp.ui.ondertekenen_page import OndertekenenPage
from klachtenapp.ui.runner import Runner
from tests.services.ondertekenzaak import GEHEIM, bevestig, bied_aan
from tests.services.test_correspondentie import KLAAR, OORDEEL, MaakDossier, bureau, maak
from tests.ui.conftest import DINSDAG, Logboek

__all__ = ["bureau", "maak"]

Rustig = Callable[[Runner], None]
ACCOUNT = "m.degroot"


@pytest.fixture
def hoofd(bureau: Context) -> Context:
    """The afdelingshoofd, known by account on this computer; a beheerder beside him."""
    for naam, account, rol in (
        ("B. Heer", "bheer", Rol.BEHEERDER),
        ("M. de Groot", ACCOUNT, Rol.AFDELINGSHOOFD),
    ):
        wie = Medewerker(0, naam, rollen=frozenset({rol}))
        nieuw = gebruikers.bewaar(bureau, wie, account)
    return gebruikers.als(bureau, nieuw)


@pytest.fixture
def sleutel(bureau: Context, hoofd: Context) -> None:
    """The afdelingshoofd has a geheim and a confirmed key on this computer."""
    assert hoofd.medewerker is not None
    geheimen.stel_in(hoofd, hoofd.medewerker.id, GEHEIM)
    bevestig(bureau, sleutels.maak(hoofd, hoofd.medewerker.id, GEHEIM))


@pytest.fixture
def zaken(bureau: Context, hoofd: Context, maak: MaakDossier) -> list[str]:
    """Three klachten of which the letter waits."""
    gemaakt = [maak(*OORDEEL, dossier=KLAAR, onderwerp=f"Zaak {n}") for n in (1, 2, 3)]
    for kenmerk in gemaakt:
        bied_aan(bureau, kenmerk)
    return gemaakt


@pytest.fixture
def register_openen(bureau: Context) -> Callable[[], Context]:
    pad = Path(bureau.register.pad)
    return lambda: bootstrap.open(pad, clock=FixedClock(DINSDAG), gebruiker=ACCOUNT)


@pytest.fixture
def pagina(
    qtbot: QtBot, runner: Runner, navigatie: Logboek, rustig: Rustig
) -> Iterator[OndertekenenPage]:
    venster = QWidget()  # the cards lie over the window, not over the page
    blad = OndertekenenPage(runner, navigatie)
    QVBoxLayout(venster).addWidget(blad)
    runner.changed.connect(blad.ververs)
    venster.resize(1120, 720)
    with qtbot.waitActive(venster):
        venster.show()
        venster.activateWindow()
    blad.ververs()
    rustig(runner)
    blad.begin()
    yield blad
    venster.close()
    venster.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _zinnen(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.text())


def _teken(qtbot: QtBot, pagina: OndertekenenPage, geheim: str, *, vink: bool = True) -> None:
    """Sign the letter that is shown, with nothing but the keyboard."""
    qtbot.keyClick(pagina.werkvlak.lijst, Qt.Key.Key_Return)
    kaart = pagina.gang.tekenkaart
    qtbot.waitUntil(kaart.isVisible)
    if vink:
        qtbot.keyClick(kaart.niet_betrokken, Qt.Key.Key_Space)
    qtbot.keyClicks(kaart.geheim, geheim)
    qtbot.keyClick(kaart.geheim, Qt.Key.Key_Return)


def _dossier(ctx: Context, kenmerk: str) -> Dossier:
    return meldingen.haal(ctx.register, kenmerk)


@pytest.mark.usefixtures("sleutel")
def test_alles_om_te_beslissen_staat_er(zaken: list[str], pagina: OndertekenenPage) -> None:
    assert pagina.werkvlak.lijst.count() == len(zaken)
    tekst = _zinnen(pagina.werkvlak)
    for stuk in (
        "Ik moest twee uur wachten", "Niemand belde terug.", "De briefjes lagen er nog.",
        "Gegrond", "Ongegrond", "Wij betalen de kosten.", "Klaar om af te sluiten?",
        "aangeboden door registrar", "klacht ontvangen aan de balie", "uiterlijk",
    ):  # fmt: skip
        assert stuk in tekst, stuk
    assert pagina.werkvlak.voorbeeld.paginas > 0
    assert pagina.sleutelkaart.isHidden()
    assert pagina.werkvlak.papier.isHidden()


@pytest.fixture
def leiding(bureau: Context, hoofd: Context, zaken: list[str]) -> str:
    """The afdelingshoofd leads the one over whom the first klacht is."""
    assert hoofd.medewerker is not None
    beheerder = replace(bureau, rollen=frozenset({Rol.BEHEERDER}))
    visser = Medewerker(0, "T. Visser", rollen=frozenset({Rol.BEHANDELAAR}))
    gebruikers.bewaar(beheerder, visser, "tvisser", hoofd.medewerker.id)
    dossier = _dossier(bureau, zaken[0])
    nieuw = {"beklaagde": "T. Visser"}
    wijzigen.wijzig(bureau, Wijziging(dossier.kenmerk, dossier.versie, nieuw))
    return zaken[0]


@pytest.mark.usefixtures("sleutel")
def test_wie_leiding_gaf_aan_de_beklaagde_wordt_gewaarschuwd_en_kan_tekenen(
    leiding: str, zaken: list[str], pagina: OndertekenenPage, runner: Runner, rustig: Rustig
) -> None:
    assert pagina.werkvlak.kenmerk == leiding
    zin = "M. de Groot is de leidinggevende van T. Visser"
    assert zin in _zinnen(pagina.werkvlak)
    assert pagina.knop_teken.isEnabled()
    pagina.werkvlak.lijst.setCurrentRow(zaken.index(zaken[1]))
    rustig(runner)
    assert zin not in _zinnen(pagina.werkvlak)


@pytest.mark.usefixtures("sleutel")
def test_drie_achter_elkaar_met_het_toetsenbord(
    qtbot: QtBot, bureau: Context, zaken: list[str], pagina: OndertekenenPage, runner: Runner,
    rustig: Rustig, navigatie: Logboek,
) -> None:  # fmt: skip
    for kenmerk in zaken:
        qtbot.waitUntil(pagina.knop_teken.isEnabled, timeout=10_000)
        assert pagina.werkvlak.kenmerk == kenmerk
        _teken(qtbot, pagina, GEHEIM)
        rustig(runner)
        dossier = _dossier(bureau, kenmerk)
        assert ondertekenmap.getekend(dossier, ondertekenen.briefsoort("afdoeningsbrief"))
        assert [info.soort for info in klaarliggend(dossier)] == ["afdoeningsbrief"]
    assert pagina.leeg.isVisible()
    assert not pagina.knop_teken.isEnabled()
    assert len(navigatie.meldingen) == len(zaken)


@pytest.mark.usefixtures("sleutel")
def test_zonder_vinkje_of_met_een_verkeerd_geheim_staat_er_niets(
    qtbot: QtBot, bureau: Context, zaken: list[str], pagina: OndertekenenPage, runner: Runner,
    rustig: Rustig,
) -> None:  # fmt: skip
    kaart = pagina.gang.tekenkaart
    _teken(qtbot, pagina, GEHEIM, vink=False)
    rustig(runner)
    assert "niet betrokken" in _zinnen(kaart)
    qtbot.keyClick(kaart.niet_betrokken, Qt.Key.Key_Space)
    kaart.geheim.clear()
    qtbot.keyClicks(kaart.geheim, "iets anders")
    qtbot.keyClick(kaart.geheim, Qt.Key.Key_Return)
    rustig(runner)
    assert "klopt niet" in _zinnen(kaart)
    assert kaart.geheim.text() == ""
    assert not list(_dossier(bureau, zaken[0]).alle(G.ONDERTEKEND))
    qtbot.keyClick(kaart, Qt.Key.Key_Escape)
    assert not kaart.isVisible()


@pytest.mark.usefixtures("sleutel")
def test_in_een_smal_venster_staan_titel_en_knoppen_er_heel(
    qtbot: QtBot, zaken: list[str], pagina: OndertekenenPage
) -> None:
    pagina.window().resize(679 + 22, 441 + 22)  # what is left of 1366 x 768 at 150 %
    qtbot.waitUntil(lambda: pagina.kop.text() == "Ter ondertekening")
    for knop in (pagina.knop_map, pagina.knop_bel, pagina.knop_terug, pagina.knop_teken):
        assert knop.width() >= knop.sizeHint().width(), knop.accessibleName()
        assert knop.accessibleName()
    assert [pagina.werkvlak.lijst.item(rij).text() for rij in range(3)] == [
        f"Dhr. Y. Mohamed · {kenmerk} · Zaak {n}" for n, kenmerk in enumerate(zaken, start=1)
    ]
    assert pagina.werkvlak.voorbeeld.height() > 100


def test_een_half_getypte_opmerking_blijft_bij_haar_brief(
    zaken: list[str], pagina: OndertekenenPage, runner: Runner, navigatie: Logboek,
    rustig: Rustig, qtbot: QtBot,
) -> None:  # fmt: skip
    kaart = pagina.gang.terugkaart
    for nummer, tekst in ((0, "De toon is te streng."), (1, "De datum klopt niet.")):
        pagina.werkvlak.lijst.setCurrentRow(nummer)
        rustig(runner)
        pagina.stuur_terug()
        assert not kaart.opmerking.waarde()  # what was typed about another letter stays there
        qtbot.keyClicks(kaart.opmerking, tekst)
        kaart.sluit()
    pagina.sluit()
    volgende = OndertekenenPage(runner, navigatie)
    qtbot.addWidget(volgende)
    volgende.ververs()
    rustig(runner)
    assert f"{zaken[0]} en {zaken[1]}" in volgende.hervat.tekst()
    volgende.stuur_terug()
    assert volgende.gang.terugkaart.opmerking.waarde() == "De toon is te streng."
    volgende.hervat.weggooien.emit()
    assert not volgende.gang.terugkaart.opmerking.waarde()
    volgende.sluit()


@pytest.mark.usefixtures("sleutel")
def test_terug_met_een_opmerking_bij_woorden(
    qtbot: QtBot, bureau: Context, zaken: list[str], pagina: OndertekenenPage, runner: Runner,
    rustig: Rustig,
) -> None:  # fmt: skip
    qtbot.keyClick(pagina.werkvlak.lijst, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    kaart = pagina.gang.terugkaart
    qtbot.keyClick(kaart.opmerking, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert kaart.isVisible()
    assert "Schrijf op" in _zinnen(kaart)
    kaart.opmerking.zet_waarde("De toon is te streng.")
    kaart.passage.zet_waarde("Wij geven u geen gelijk")
    qtbot.mouseClick(kaart.knop, Qt.MouseButton.LeftButton)
    rustig(runner)
    (opmerking,) = ondertekenmap.opmerkingen(_dossier(bureau, zaken[0]))
    assert opmerking.tekst == "De toon is te streng."
    assert opmerking.passages == (("Wij geven u geen gelijk", ""),)
    assert pagina.werkvlak.kenmerk == zaken[1]
    bied_aan(bureau, zaken[0])
    pagina.ververs()
    rustig(runner)
    pagina.werkvlak.lijst.setCurrentRow(0)
    rustig(runner)
    assert "De toon is te streng." in _zinnen(pagina.werkvlak)


@pytest.mark.usefixtures("sleutel")
def test_zelf_bellen_opent_het_gesprek(
    qtbot: QtBot, zaken: list[str], pagina: OndertekenenPage, navigatie: Logboek
) -> None:
    qtbot.keyClick(pagina.werkvlak.lijst, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert navigatie.dossiers == [(zaken[0], "leg_gesprek_vast")]


@pytest.mark.usefixtures("zaken")
def test_zonder_sleutel_maakt_men_er_een(
    qtbot: QtBot, bureau: Context, hoofd: Context, pagina: OndertekenenPage, runner: Runner,
    rustig: Rustig,
) -> None:  # fmt: skip
    kaart = pagina.sleutelkaart
    assert kaart.isVisible()
    assert not pagina.knop_teken.isEnabled()
    qtbot.keyClicks(kaart.geheim, GEHEIM)
    qtbot.keyClicks(kaart.nog_eens, "iets anders")
    qtbot.mouseClick(kaart.knop, Qt.MouseButton.LeftButton)
    assert "niet hetzelfde" in _zinnen(kaart)
    kaart.nog_eens.clear()
    qtbot.keyClicks(kaart.nog_eens, GEHEIM)
    qtbot.keyClick(kaart.nog_eens, Qt.Key.Key_Return)
    rustig(runner)
    assert hoofd.medewerker is not None
    (gemaakt,) = sleutels.van(bureau, hoofd.medewerker.id)
    assert kaart.cijfers.text() == in_groepen(gemaakt.vingerafdruk)
    assert "beheerder" in kaart.uitleg.text()
    assert kaart.knop.isHidden()
    bevestig(bureau, gemaakt)
    pagina.ververs()
    rustig(runner)
    assert kaart.isHidden()
    assert pagina.knop_teken.isEnabled()


@pytest.mark.usefixtures("hoofd")
def test_niets_te_doen_is_vriendelijk(pagina: OndertekenenPage) -> None:
    assert "Niets te ondertekenen" in _zinnen(pagina.leeg)
    assert pagina.onderschrift.text() == ""


@pytest.mark.usefixtures("sleutel")
def test_op_een_smal_scherm_staat_de_lijst_erboven(
    zaken: list[str], pagina: OndertekenenPage, qtbot: QtBot
) -> None:
    assert zaken
    vlak = pagina.werkvlak
    pagina.window().resize(800, 700)
    qtbot.waitUntil(lambda: vlak.lijst.width() > 700)
    assert vlak.lijst.geometry().bottom() < vlak.voorbeeld.geometry().top()
