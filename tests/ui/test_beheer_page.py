"""Beheer: every section shows what is stored, saves it, and refuses beside the field."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QListWidget,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from klachtenapp import paths
from klachtenapp.domain.begrippen import Aanhef
from klachtenapp.domain.gemeente import VensterKant
from klachtenapp.domain.norm import Eenheid, Norm
from klachtenapp.domain.personen import Rol
from klachtenapp.services import beheer, importeren, reservekopie
from klachtenapp.services.context import Context
from klachtenapp.ui import messages
from klachtenapp.ui.beheer.sectie import Sectie
from klachtenapp.ui.beheer_page import BeheerPage
from klachtenapp.ui.bouwstenen import Chip, Knop, Teken, Tekst
from klachtenapp.ui.runner import Runner
from tests.ui.conftest import Logboek
from tests.ui.typist import Typist

T = TypeVar("T")
SECTIES = (
    "Gemeente",
    "Huisstijl",
    "Brieven",
    "Envelop en venster",
    "Werkwijze",
    "Afdelingen",
    "Medewerkers",
    "Wat beschermt",
    "Sleutels",
    "Versleuteling",
    "Normen",
    "Feestdagen",
    "Woorden",
    "Logboek",
    "Register",
)


class Bediening:
    """The page, with the waiting that belongs to it."""

    def __init__(
        self, pagina: BeheerPage, runner: Runner, qtbot: QtBot, rustig: Callable[[Runner], None]
    ) -> None:
        self.pagina = pagina
        self.runner = runner
        self.qtbot = qtbot
        self._rustig = rustig

    def sectie(self, titel: str) -> Sectie:
        """Go to a section and wait until it stands there."""
        sectie = self.pagina.toon_sectie(titel)
        self.wacht()
        return sectie

    def wacht(self) -> None:
        self._rustig(self.runner)

    def bewaar(self, sectie: Sectie) -> None:
        """Press the button and wait for the outcome."""
        sectie.knop.click()
        self.wacht()

    def lees(self, vraag: Callable[[Context], T]) -> T:
        """Ask the register, past the window."""
        uitkomst: list[T] = []
        self.runner.run(vraag, uitkomst.append)
        self.qtbot.waitUntil(lambda: bool(uitkomst), timeout=30_000)
        return uitkomst[0]

    def vul(self, sectie: Sectie, naam: str, tekst: str) -> None:
        """Replace what stands in a field by typing."""
        veld = sectie.velden.widget(naam)
        veld.setFocus()
        if isinstance(veld, QLineEdit):
            veld.selectAll()
        Typist().typ(tekst)


@pytest.fixture
def bediening(
    kenmerken: list[str],
    runner: Runner,
    navigatie: Logboek,
    qtbot: QtBot,
    rustig: Callable[[Runner], None],
) -> Bediening:
    pagina = BeheerPage(runner, navigatie)
    qtbot.addWidget(pagina)
    pagina.resize(1146, 720)
    with qtbot.waitActive(pagina):
        pagina.show()
        pagina.activateWindow()
    pagina.begin()
    pagina.ververs()
    rustig(runner)
    return Bediening(pagina, runner, qtbot, rustig)


def test_met_de_pijlen_langs_alle_secties(bediening: Bediening) -> None:
    pagina = bediening.pagina
    for rij, titel in enumerate(SECTIES):
        assert pagina.sectie(rij).titel == titel
        assert pagina.sectie(rij).isVisible()
        Typist().druk(Qt.Key.Key_Down)
        bediening.wacht()


def test_gemeente_bewaren(bediening: Bediening, navigatie: Logboek) -> None:
    sectie = bediening.sectie("Gemeente")
    assert not sectie.knop.isEnabled()
    bediening.vul(sectie, "telefoon", "14 0223")
    bediening.vul(sectie, "ombudsman_naam", "Overijsselse ombudsman")
    assert sectie.vuil
    assert "•" in bediening.pagina.lijst.item(0).text()
    bediening.bewaar(sectie)
    gemeente = bediening.lees(beheer.gemeente)
    assert gemeente.telefoon == "14 0223"
    assert gemeente.ombudsman.naam == "Overijsselse ombudsman"
    assert bediening.runner.ctx.gemeente == gemeente
    assert not sectie.vuil
    assert navigatie.meldingen[-1] == "De gegevens van de gemeente zijn bewaard."


@pytest.mark.parametrize(("veld", "waarde"), [("naam", " "), ("postcode", "12"), ("email", "x")])
def test_een_weigering_staat_bij_het_veld(bediening: Bediening, veld: str, waarde: str) -> None:
    sectie = bediening.sectie("Gemeente")
    bediening.vul(sectie, veld, waarde)
    bediening.bewaar(sectie)
    widget = sectie.velden.widget(veld)
    assert widget.accessibleDescription()
    assert QApplication.focusWidget() is widget
    assert sectie.velden.lees()[veld] == waarde
    assert sectie.knop.isEnabled()


def test_wat_niet_bewaard_is_blijft_staan(
    bediening: Bediening, monkeypatch: pytest.MonkeyPatch
) -> None:
    sectie = bediening.sectie("Gemeente")
    bediening.vul(sectie, "telefoon", "14 0223")
    bediening.sectie("Normen")
    assert bediening.sectie("Gemeente").velden.lees()["telefoon"] == "14 0223"
    vragen: list[str] = []

    def nee(_ouder: QWidget, vraag: str, **_rest: str) -> bool:
        vragen.append(vraag)
        return False

    monkeypatch.setattr(messages, "ask", nee)
    assert not bediening.pagina.mag_weg()
    assert "Gemeente" in vragen[0]
    bediening.bewaar(sectie)
    assert bediening.pagina.mag_weg()


def test_wat_getypt_was_staat_er_na_een_herstart_en_kan_weg(
    bediening: Bediening, runner: Runner, navigatie: Logboek, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    bediening.vul(bediening.sectie("Gemeente"), "telefoon", "14 0223")
    bediening.pagina.sluit()
    pagina = BeheerPage(runner, navigatie)
    qtbot.addWidget(pagina)
    pagina.show()
    sectie = pagina.sectie(0)
    pagina.ververs()
    bediening.wacht()
    assert sectie.velden.lees()["telefoon"] == "14 0223"
    assert "Wat u typte staat er nog." in sectie.hervat.tekst()
    assert sectie.knop.isEnabled()
    assert pagina.lijst.item(0).text() == "Gemeente •"
    monkeypatch.setattr(messages, "ask", lambda *_a, **_k: True)
    sectie.hervat.weg.click()
    bediening.wacht()
    assert sectie.velden.lees()["telefoon"] != "14 0223"
    assert not sectie.vuil
    pagina.sluit()
    assert list(paths.dossierconceptenmap().glob("*.json")) == []


def test_venster_rechts_met_testblad(bediening: Bediening) -> None:
    sectie = bediening.sectie("Envelop en venster")
    kant = sectie.velden.widget("venster_kant")
    kant.setFocus()
    Typist().typ("r")
    bediening.wacht()
    assert sectie.velden.lees()["venster_x"] == "109"
    bediening.vul(sectie, "venster_y", "52,5")
    bediening.bewaar(sectie)
    venster = bediening.lees(beheer.gemeente).venster
    assert (venster.kant, venster.x, venster.y) == (VensterKant.RECHTS, 109, 52.5)


def test_venster_naast_het_papier_wordt_geweigerd(bediening: Bediening) -> None:
    sectie = bediening.sectie("Envelop en venster")
    bediening.vul(sectie, "venster_breedte", "200")
    bediening.bewaar(sectie)
    assert "papier" in sectie.velden.widget("venster_breedte").accessibleDescription()


def test_werkwijze(bediening: Bediening) -> None:
    sectie = bediening.sectie("Werkwijze")
    vink = sectie.velden.widget("mondeling_formeel")
    vink.setFocus()
    Typist().druk(Qt.Key.Key_Space)
    model = sectie.velden.widget("model_verdaging")
    model.setFocus()
    Typist().druk(Qt.Key.Key_Right)
    bediening.bewaar(sectie)
    assert not bediening.lees(beheer.gemeente).mondeling_formeel
    assert bediening.runner.ctx.kader.model_verdaging == "B"
    bediening.vul(sectie, "kenmerkpatroon", "zonder nummer")
    bediening.bewaar(sectie)
    assert sectie.velden.widget("kenmerkpatroon").accessibleDescription() or sectie.fout.tekst()


def test_afdelingen_erbij_en_uit_gebruik(bediening: Bediening) -> None:
    sectie = bediening.sectie("Afdelingen")
    namen = [t for n, t in sectie.velden.lees().items() if n.startswith("naam_")]
    assert namen == ["Belastingen", "Burgerzaken", "Sociaal domein"]
    erbij = next(k for k in sectie.findChildren(Knop) if "toevoegen" in k.text())
    erbij.click()
    Typist().typ("Openbare ruimte")
    actief = sectie.velden.widget("actief_0")
    assert isinstance(actief, QAbstractButton)
    actief.click()
    bediening.bewaar(sectie)
    stand = {a.naam: a.actief for a in bediening.lees(beheer.afdelingen)}
    assert stand["Openbare ruimte"]
    assert not stand["Belastingen"]
    erbij.click()
    Typist().typ("Burgerzaken")
    bediening.bewaar(sectie)
    assert "al een afdeling" in sectie.velden.widget("naam_4").accessibleDescription()


def test_medewerker_nieuw_en_weg(bediening: Bediening, monkeypatch: pytest.MonkeyPatch) -> None:
    sectie = bediening.sectie("Medewerkers")
    assert sectie.velden.lees()["naam"] == "H. de Boer"
    nieuw = next(k for k in sectie.findChildren(Knop) if k.text() == "Nieuwe medewerker")
    nieuw.click()
    Typist().typ("P. Yılmaz").tab().typ("m").tab().typ("klachtbehandelaar")
    rol = next(c for c in sectie.findChildren(Chip) if c.waarde == Rol.BEHANDELAAR.value)
    rol.click()
    afdeling = sectie.findChild(QComboBox)
    assert afdeling is not None
    afdeling.setCurrentText("Sociaal domein")
    bediening.bewaar(sectie)
    bewaard = next(m for m in bediening.lees(beheer.medewerkers) if m.naam == "P. Yılmaz")
    assert bewaard.aanhef is Aanhef.MEVROUW
    assert bewaard.rollen == {Rol.BEHANDELAAR}
    assert bewaard.afdeling_id is not None
    assert sectie.velden.lees()["naam"] == "P. Yılmaz"
    nieuw.click()
    bediening.vul(sectie, "naam", "H. de Boer")
    bediening.bewaar(sectie)
    assert "al een medewerker" in sectie.velden.widget("naam").accessibleDescription()
    monkeypatch.setattr(messages, "ask", lambda *_a, **_k: False)
    lijst = sectie.findChild(QListWidget)
    assert lijst is not None
    lijst.setCurrentRow(0)
    assert sectie.velden.lees()["naam"] == "H. de Boer"
    assert sectie.vuil


def test_de_eerste_medewerker_van_een_nieuw_register_werkt_hier(
    runner: Runner, navigatie: Logboek, qtbot: QtBot, rustig: Callable[[Runner], None]
) -> None:
    pagina = BeheerPage(runner, navigatie)
    qtbot.addWidget(pagina)
    with qtbot.waitActive(pagina):
        pagina.show()
        pagina.activateWindow()
    bediening = Bediening(pagina, runner, qtbot, rustig)
    sectie = bediening.sectie("Medewerkers")
    bediening.vul(sectie, "naam", "P. Yilmaz")
    bediening.bewaar(sectie)
    (bewaard,) = bediening.lees(beheer.medewerkers)
    assert bewaard.naam == "P. Yilmaz"
    assert bewaard.actief


def test_normen(bediening: Bediening) -> None:
    sectie = bediening.sectie("Normen")
    aantal = sectie.velden.widget("ontvangstbevestiging")
    assert isinstance(aantal, QSpinBox)
    aantal.setFocus()
    Typist().druk(Qt.Key.Key_Up)
    assert sectie.vuil
    aan = next(
        k for k in sectie.findChildren(QAbstractButton)
        if k.accessibleName() == "Eerste reactie aan"
    )  # fmt: skip
    aan.click()
    bediening.vul(sectie, "waarschuwing_termijn", "20, 5")
    bediening.bewaar(sectie)
    normen = bediening.lees(beheer.normen)
    assert normen.ontvangstbevestiging == Norm(3, Eenheid.WERKDAG)
    assert normen.eerste_reactie.aan
    assert normen.waarschuwing_termijn == (20, 5)
    assert bediening.runner.ctx.kader.normen == normen
    bediening.vul(sectie, "waarschuwing_termijn", "ooit")
    bediening.bewaar(sectie)
    assert "14, 7, 3" in sectie.velden.widget("waarschuwing_termijn").accessibleDescription()


def test_alle_normen_staan_er(bediening: Bediening) -> None:
    sectie = bediening.sectie("Normen")
    bediening.lees(beheer.normen)
    sectie.maak_vuil()
    voor = bediening.lees(beheer.normen)
    bediening.bewaar(sectie)
    assert bediening.lees(beheer.normen) == voor


def test_feestdagen(bediening: Bediening) -> None:
    sectie = bediening.sectie("Feestdagen")
    voor = bediening.lees(beheer.feestdagen)
    assert sectie.tabel.rowCount() == len(voor.gelijkgesteld | voor.kantoor_gesloten)
    sectie.dag.setFocus()
    Typist().typ("25-5-2029").druk(Qt.Key.Key_Return)
    Typist().typ("25-12-2026").druk(Qt.Key.Key_Return)
    assert "Kerstdag" in sectie.dag.accessibleDescription()
    bediening.vul(sectie, "dekking_tot", "31-12-2029")
    bediening.bewaar(sectie)
    na = bediening.lees(beheer.feestdagen)
    assert na.gelijkgesteld == voor.gelijkgesteld | {date(2029, 5, 25)}
    assert na.dekking_tot == date(2029, 12, 31)
    assert bediening.runner.ctx.kader.kalender == na
    sectie.tabel.setFocus()
    sectie.tabel.setCurrentCell(0, 0)
    Typist().druk(Qt.Key.Key_Delete)
    bediening.bewaar(sectie)
    assert bediening.lees(beheer.feestdagen).gelijkgesteld == voor.gelijkgesteld


def test_feestdagen_zonder_dekking_wordt_geweigerd(bediening: Bediening) -> None:
    sectie = bediening.sectie("Feestdagen")
    bediening.vul(sectie, "dekking_tot", "ooit")
    bediening.bewaar(sectie)
    assert sectie.velden.widget("dekking_tot").accessibleDescription()
    bediening.vul(sectie, "dekking_tot", "1-1-2020")
    bediening.bewaar(sectie)
    assert "eindigt voor" in sectie.velden.widget("dekking_tot").accessibleDescription()


def test_register_kopie_en_controle(bediening: Bediening, navigatie: Logboek) -> None:
    sectie = bediening.sectie("Register")
    teksten = " ".join(t.heel() for t in sectie.findChildren(Tekst))
    assert "proef.klachten" in teksten
    assert "6, waarvan" in teksten
    assert "nog nooit" in teksten
    for naam in ("Reservekopie maken", "Register controleren"):
        knop = next(k for k in sectie.findChildren(Knop) if k.accessibleName() == naam)
        knop.click()
        bediening.wacht()
        assert knop.isEnabled()
    assert len(bediening.lees(reservekopie.lijst)) == 1
    assert any("in orde" in melding for melding in navigatie.meldingen)


def test_de_controle_toont_wat_buiten_het_programma_om_is_veranderd(
    bediening: Bediening, navigatie: Logboek
) -> None:
    def knoei(ctx: Context) -> int:
        for (naam,) in ctx.register.sql(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'log'"
        ):
            ctx.register.sql(f"DROP TRIGGER {naam}")
        ((regel,),) = ctx.register.sql("SELECT max(id) - 1 FROM log")
        ctx.register.sql("UPDATE log SET gebruiker = 'iemand' WHERE id = ?", (regel,))
        return int(regel)

    regel = bediening.lees(knoei)
    sectie = bediening.sectie("Register")
    knop = next(
        k for k in sectie.findChildren(Knop) if k.accessibleName() == "Register controleren"
    )
    knop.click()
    bediening.wacht()
    uitslag = [t.accessibleName() or t.text() for t in sectie.findChildren(Teken)]
    assert any(f"buiten het programma om veranderd: regel {regel}," in zin for zin in uitslag)
    assert navigatie.meldingen[-1] == "Er is iets met het register. Zie hierboven."


def test_inlezen_ongedaan_maken(
    bediening: Bediening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bestand = tmp_path / "oud.csv"
    bestand.write_text(
        "Nummer;Ontvangen;Naam klager;Onderwerp;Afdeling;Oordeel\n"
        "12;3-4-2024;mevr. S. Alberts;Geen antwoord;Burgerzaken;gegrond\n"
        "13;5-4-2024;dhr. K. Klock;Onvriendelijk;Burgerzaken;ongegrond\n",
        encoding="utf-8",
    )
    bediening.lees(lambda ctx: importeren.importeer(ctx, bestand))
    assert bediening.lees(beheer.registerinfo).meldingen == 8
    sectie = bediening.sectie("Register")
    naam = "Inlezen van oud.csv ongedaan maken"
    knop = next(k for k in sectie.findChildren(Knop) if k.accessibleName() == naam)
    monkeypatch.setattr(messages, "ask", lambda *_a, **_k: False)
    knop.click()
    bediening.wacht()
    assert bediening.lees(beheer.registerinfo).meldingen == 8
    monkeypatch.setattr(messages, "ask", lambda *_a, **_k: True)
    knop.click()
    bediening.wacht()
    bediening.wacht()
    assert bediening.lees(beheer.registerinfo).meldingen == 6
    assert any(t.heel() == "ongedaan gemaakt" for t in sectie.findChildren(Tekst))


def test_alles_heeft_een_naam(bediening: Bediening) -> None:
    for titel in SECTIES:
        sectie = bediening.sectie(titel)
        for soort in (QAbstractButton, QLineEdit, QComboBox, QSpinBox):
            for widget in sectie.findChildren(soort):
                eigen = widget.objectName().startswith("qt_")  # parts Qt makes itself
                if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not eigen:
                    assert widget.accessibleName(), (titel, widget)


@pytest.mark.parametrize("titel", SECTIES)
def test_in_a_narrow_window_no_section_is_cut_off(
    bediening: Bediening, titel: str, qtbot: QtBot
) -> None:
    """A laptop at 150 % leaves a page about this wide; then the list opens from the heading."""
    pagina = bediening.pagina
    pagina.resize(640, 420)
    qtbot.waitUntil(pagina.kiezer.isVisible)
    assert pagina.lijst.isHidden()
    sectie = bediening.sectie(titel)
    assert pagina.kiezer.currentText() == titel
    vlak = sectie.parentWidget()
    qtbot.waitUntil(lambda: sectie.width() <= vlak.width())
    pagina.kiezer.activated.emit(0)
    assert pagina.kiezer.currentText() == SECTIES[0]
