"""Nieuwe melding: typed, refused, registered, printed; with the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from klachtenapp import bootstrap
from klachtenapp.domain.begrippen import GebeurtenisSoort, Kanaal, Vorm
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.formulier import Formulier
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.personen import Afdeling, Medewerker, Rol
from klachtenapp.services import beheer, zoeken
from klachtenapp.services.concepten import Conceptopslag
from klachtenapp.services.context import Context
from klachtenapp.services.intake import Keuzelijsten
from klachtenapp.ui import messages
from klachtenapp.ui.bouwstenen import Chip, Knop
from klachtenapp.ui.intake_page import IntakePage
from klachtenapp.ui.runner import Runner
from tests.ui.conftest import Logboek
from tests.ui.typist import Typist

YOUSSEF = Formulier(
    aanhef="heer",
    voornaam="Youssef",
    achternaam="Mohamed",
    telefoon="06 12 34 56 78",
    postcode="1741 AB",
    huisnummer="12",
    straat="Dorpsstraat",
    plaats="Voorbeeldstad",
    omschrijving="Drie keer gebeld over een brief. Niemand belt terug.",
    kanaal="balie",
    ontvangen_op="2026-11-24",
)


@pytest.fixture
def ingericht(register_openen: Callable[[], Context]) -> None:
    """Departments, a behandelaar and an address; ask for it before ``runner``."""
    ctx = register_openen()
    ctx = beheer.bewaar_gemeente(
        ctx,
        Gemeente(
            "Gemeente Voorbeeldstad",
            bezoekadres="Raadhuisplein 1",
            postadres="Postbus 1",
            postcode="1740 AA",
            plaats="Voorbeeldstad",
            telefoon="14 0000",
            belnummer="0223 12 34 56",
            email="klachten@voorbeeldstad.nl",
            ondertekenaar="H. de Boer",
            ondertekenaar_functie="hoofd Burgerzaken",
        ),
    )
    for naam in ("Burgerzaken", "Sociaal domein", "Openbare ruimte"):
        beheer.bewaar_afdeling(ctx, Afdeling(0, naam))
    for naam in ("P. Yılmaz", "H. de Boer"):
        beheer.bewaar_medewerker(ctx, Medewerker(0, naam, rollen=frozenset({Rol.BEHANDELAAR})))
    bootstrap.sluit(ctx)


@pytest.fixture
def opslag(tmp_path: Path) -> Conceptopslag:
    return Conceptopslag(tmp_path / "concepten")


@pytest.fixture
def papier(tmp_path: Path) -> list[str]:
    """The names of what was sent to the printer."""
    return []


@pytest.fixture
def maak(
    ingericht: None,
    runner: Runner,
    navigatie: Logboek,
    opslag: Conceptopslag,
    papier: list[str],
    tmp_path: Path,
    qtbot: QtBot,
    rustig: Callable[[Runner], None],
) -> Iterator[Callable[[], IntakePage]]:
    """Makes a page as the window does: shown, begun, refreshed, ready."""
    gemaakt: list[IntakePage] = []

    def kies_printer(_ouder: QWidget, titel: str, _paginas: int) -> QPrinter:
        papier.append(titel)
        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "papier.pdf"))
        return printer

    def maak_pagina() -> IntakePage:
        pagina = IntakePage(runner, navigatie, opslag=opslag, kies_printer=kies_printer)
        qtbot.addWidget(pagina)
        pagina.resize(1146, 720)
        with qtbot.waitActive(pagina):
            pagina.show()
            pagina.activateWindow()
        pagina.begin()
        pagina.ververs()
        rustig(runner)
        gemaakt.append(pagina)
        return pagina

    yield maak_pagina
    for pagina in gemaakt:
        pagina.sluit()


@pytest.fixture
def pagina(maak: Callable[[], IntakePage]) -> IntakePage:
    return maak()


def _dossiers(runner: Runner, qtbot: QtBot) -> list[Dossier]:
    gevonden: list[list[Dossier]] = []

    def werk(ctx: Context) -> list[Dossier]:
        return zoeken.dossiers(ctx, zoeken.ids(ctx, zoeken.Filter(), "kenmerk"))

    runner.run(werk, gevonden.append)
    qtbot.waitUntil(lambda: bool(gevonden), timeout=20_000)
    return gevonden[0]


def _neem_in(typist: Typist) -> None:
    """Take in Youssef at the counter, as somebody does who knows the form."""
    typist.typ("h").tab()
    typist.typ("Youssef").tab()
    typist.typ("Mohamed").tab()
    typist.typ("1741AB").tab()
    typist.typ("12").tab()
    typist.typ("Dorpsstraat").tab()
    typist.typ("Voorbeeldstad").tab()
    typist.typ("0612345678").tab(2)
    typist.typ("b").tab()
    typist.typ(" ").tab(2)
    typist.typ("Drie keer gebeld over een brief die hij niet begreep. Niet teruggebeld.").tab(2)
    typist.typ("soc").tab(3)
    typist.typ("b").tab(2)
    typist.typ("g").tab()
    typist.typ("yil")


def test_youssef_aan_de_balie_met_alleen_het_toetsenbord(
    pagina: IntakePage,
    runner: Runner,
    navigatie: Logboek,
    papier: list[str],
    qtbot: QtBot,
    rustig: Callable[[Runner], None],
) -> None:
    """From the first key to the print dialog: 15 fields, 162 keys."""
    typist = Typist()
    _neem_in(typist)
    typist.druk(Qt.Key.Key_Return, met=Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: pagina.resultaat.isVisible(), timeout=20_000)
    rustig(runner)
    with qtbot.waitSignal(pagina.resultaat.voorbeeld.geprint, timeout=20_000):
        typist.druk(Qt.Key.Key_P, met=Qt.KeyboardModifier.ControlModifier)
    (dossier,) = _dossiers(runner, qtbot)
    assert papier == [f"{dossier.kenmerk} ontvangstbevestiging"]
    assert f"{dossier.kenmerk} is geregistreerd." in navigatie.meldingen
    assert dossier.klager.voornaam == "Youssef"
    assert dossier.klager.postcode == "1741 AB"
    assert dossier.klager.leest_moeilijk
    assert (dossier.kanaal, dossier.vorm) == (Kanaal.BALIE, Vorm.MONDELING)
    assert dossier.afdeling is not None
    assert dossier.afdeling.naam == "Sociaal domein"
    assert dossier.behandelaar is not None
    assert dossier.behandelaar.naam == "P. Yılmaz"
    assert dossier.onderwerp == "Drie keer gebeld over een brief die hij niet begreep"
    # Keystroke-level model: 0.28 s a key (no typist) and 1.2 s to think at every field make
    # 63 s. The form decides how many there are; the clock of this computer says nothing.
    assert typist.velden == 15
    assert typist.toetsen <= 170
    assert typist.toetsen * 0.28 + typist.velden * 1.2 < 90


def test_de_brief_gaat_weg_en_komt_in_het_dossier(
    pagina: IntakePage, runner: Runner, qtbot: QtBot, rustig: Callable[[Runner], None]
) -> None:
    pagina.paneel.zet(YOUSSEF)
    pagina.registreer()
    rustig(runner)
    with qtbot.waitSignal(pagina.resultaat.voorbeeld.geprint, timeout=20_000):
        pagina.resultaat.print_brief()
    weg = QApplication.focusWidget()
    assert isinstance(weg, Knop)
    assert "geef hem mee" in weg.text()
    qtbot.keyClick(weg, Qt.Key.Key_Space)
    rustig(runner)
    (dossier,) = _dossiers(runner, qtbot)
    verzonden = dossier.brief_verzonden("ontvangstbevestiging")
    assert verzonden is not None
    assert verzonden.gegevens["kanaal"] == "balie"
    assert dossier.documenten[0].verzonden_op is not None


def test_het_stappenplan_wordt_vastgelegd(
    pagina: IntakePage, runner: Runner, papier: list[str], qtbot: QtBot,
    rustig: Callable[[Runner], None],
) -> None:  # fmt: skip
    pagina.paneel.zet(replace(YOUSSEF, leest_moeilijk="ja"))
    pagina.registreer()
    rustig(runner)
    with qtbot.waitSignal(pagina.resultaat.voorbeeld.geprint, timeout=20_000):
        qtbot.keyClick(
            pagina.resultaat.knop_brief,
            Qt.Key.Key_S,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        )
    rustig(runner)
    (dossier,) = _dossiers(runner, qtbot)
    assert papier == [f"Stappenplan {dossier.kenmerk}"]
    assert dossier.laatste(GebeurtenisSoort.STAPPENPLAN_MEEGEGEVEN) is not None


@pytest.mark.parametrize(
    ("wijziging", "veld", "woorden"),
    [
        ({"omschrijving": ""}, "omschrijving", "wat er is gebeurd"),
        ({"kanaal": ""}, "kanaal", "binnengekomen"),
        ({"postcode": "0741 AB"}, "postcode", "postcode"),
        ({"ontvangen_op": "2026-11-25"}, "ontvangen_op", "toekomst"),
        ({"afdeling": "Bestaat niet"}, "afdeling", "niet bekend"),
        ({"namens": "ja", "gemachtigde_postcode": "12"}, "gemachtigde_postcode", "postcode"),
        ({"beklaagde": "mw. yilmaz", "behandelaar": "P. Yılmaz"}, "behandelaar", "9:7"),
    ],
)
def test_een_weigering_staat_bij_het_veld_en_niets_gaat_weg(
    pagina: IntakePage, runner: Runner, qtbot: QtBot, rustig: Callable[[Runner], None],
    wijziging: dict[str, str], veld: str, woorden: str,
) -> None:  # fmt: skip
    getypt = replace(YOUSSEF, **wijziging)
    pagina.paneel.zet(getypt)
    pagina.registreer()
    rustig(runner)
    widget = pagina.paneel.velden.widget(veld)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus is widget or widget.isAncestorOf(focus)
    qtbot.waitUntil(lambda: not focus.visibleRegion().isEmpty())
    assert woorden in widget.accessibleDescription()
    assert pagina.paneel.formulier() == getypt
    assert pagina.knop_registreer.isEnabled()
    assert not _dossiers(runner, qtbot)


def test_tijdens_het_registreren_kan_niets_dubbel(
    pagina: IntakePage, runner: Runner, qtbot: QtBot, rustig: Callable[[Runner], None]
) -> None:
    pagina.paneel.zet(YOUSSEF)
    pagina.registreer()
    assert not pagina.knop_registreer.isEnabled()
    pagina.registreer()
    rustig(runner)
    assert len(_dossiers(runner, qtbot)) == 1


def test_nog_een_melding_begint_leeg(
    pagina: IntakePage, runner: Runner, opslag: Conceptopslag, rustig: Callable[[Runner], None]
) -> None:
    pagina.paneel.zet(YOUSSEF)
    eerste = pagina.bewaarder.uid
    pagina.registreer()
    rustig(runner)
    pagina.resultaat.nog_een.emit()
    assert pagina.paneel.formulier().achternaam == ""
    assert pagina.paneel.formulier().ontvangen_op == "2026-11-24"
    assert pagina.bewaarder.uid != eerste
    assert opslag.lijst(str(runner.ctx.register.pad)) == ()
    assert QApplication.focusWidget() is pagina.paneel.velden.widget("aanhef").focusProxy()


def test_wie_eerder_kwam_is_met_een_toets_ingevuld(
    pagina: IntakePage, runner: Runner, navigatie: Logboek, qtbot: QtBot,
    rustig: Callable[[Runner], None],
) -> None:  # fmt: skip
    pagina.paneel.zet(YOUSSEF)
    pagina.registreer()
    rustig(runner)
    pagina.resultaat.nog_een.emit()
    typist = Typist()
    typist.tab().typ("Youssef").tab().typ("Mohamed")
    pagina.paneel.zoek_gelijkende()
    rustig(runner)
    namen = [k.accessibleName() for k in pagina.paneel.zijbalk.findChildren(Knop)]
    assert "Bekijken: K2026-0001" in namen
    typist.druk(Qt.Key.Key_G, met=Qt.KeyboardModifier.ControlModifier)
    rustig(runner)
    qtbot.waitUntil(lambda: pagina.paneel.formulier().straat == "Dorpsstraat")
    assert pagina.paneel.formulier().telefoon == "06 12 34 56 78"
    assert pagina.paneel.formulier().omschrijving == ""
    pagina.paneel.zijbalk.koppelen.emit("K2026-0001")
    assert pagina.paneel.formulier().koppeling == "K2026-0001"
    pagina.paneel.zijbalk.bekijken.emit("K2026-0001")
    assert navigatie.dossiers == [("K2026-0001", "")]


def test_een_bsn_is_met_een_knop_weg(pagina: IntakePage) -> None:
    pagina.paneel.zet(replace(YOUSSEF, omschrijving="Mijn nummer is 123456782, help."))
    knoppen = pagina.paneel.zijbalk.findChildren(Knop)
    maskeer = next(k for k in knoppen if k.accessibleName().startswith("Maskeer"))
    maskeer.click()
    assert "123456782" not in pagina.paneel.formulier().omschrijving
    assert pagina.paneel.formulier().omschrijving.endswith(", help.")


def test_een_leidinggevende_als_behandelaar_geeft_een_waarschuwing(
    pagina: IntakePage,
) -> None:
    paneel = pagina.paneel
    paneel.zet_keuzes(
        Keuzelijsten((), ("B. Baas",), ("B. Baas", "P. Prins"), {"P. Prins": "B. Baas"})
    )
    paneel.zet(Formulier(beklaagde="P. Prins", behandelaar="B. Baas"))
    zinnen = " ".join(label.text() for label in paneel.zijbalk.findChildren(QLabel))
    assert "B. Baas is de leidinggevende van P. Prins" in zinnen


def test_alles_is_met_tab_te_bereiken_en_heeft_een_naam(pagina: IntakePage) -> None:
    alles = {naam: "ja" for naam in ("namens", "andere_taal", "is_organisatie", "in_buitenland")}
    pagina.paneel.zet(replace(YOUSSEF, email="y@x.nl", **alles))
    pagina.paneel.naar_begin()
    typist = Typist()
    bezocht: list[QWidget] = []
    while typist.veld is not pagina.knop_registreer:
        assert typist.veld not in bezocht, "Tab goes round without passing the button."
        bezocht.append(typist.veld)
        typist.tab()
    namen = [w.accessibleName() for w in bezocht]
    assert all(namen)
    velden = pagina.paneel.velden
    for naam in velden.lees():
        widget = velden.widget(naam)
        if isinstance(widget, Chip):
            continue  # one stop for the group; the arrows do the rest
        stop = widget.focusProxy() or widget
        assert stop in bezocht or not widget.isVisible(), naam
    gevonden = [velden.widget(n).accessibleName() for n in velden.lees() if n != "aanhef"]
    teksten = [n for n in gevonden if n]
    assert len(teksten) == len(set(teksten)), "Two fields have the same name."


def test_smal_venster_legt_de_zijkant_eronder(pagina: IntakePage, qtbot: QtBot) -> None:
    pagina.resize(700, 600)
    qtbot.waitUntil(lambda: pagina.paneel.kolom.isAncestorOf(pagina.paneel.zijbalk))
    pagina.resize(1200, 700)
    qtbot.waitUntil(lambda: not pagina.paneel.kolom.isAncestorOf(pagina.paneel.zijbalk))


def test_een_concept_komt_terug_en_er_kunnen_er_meer_zijn(
    maak: Callable[[], IntakePage], runner: Runner, opslag: Conceptopslag
) -> None:
    eerste = maak()
    Typist().tab().typ("Sonja").tab().typ("Alberts")
    eerste.sluit()
    tweede = maak()
    assert tweede.paneel.formulier().achternaam == "Alberts"
    bewaar = next(
        k for k in tweede.findChildren(Knop) if k.accessibleName() == "Bewaren als concept"
    )
    bewaar.click()
    assert tweede.paneel.formulier().achternaam == ""
    Typist().tab(2).typ("Klock")
    tweede.bewaarder.bewaar_nu()
    register = str(runner.ctx.register.pad)
    achternamen = {c.velden["achternaam"] for c in opslag.lijst(register)}
    assert achternamen == {"Alberts", "Klock"}
    menu = next(
        k for k in tweede.findChildren(Knop) if k.accessibleName() == "Concepten (1)"
    ).menu()
    assert "Sonja Alberts" in menu.actions()[0].text()
    menu.actions()[0].trigger()
    assert tweede.paneel.formulier().achternaam == "Alberts"
    tweede.bewaarder.bewaar_nu()
    assert {c.velden["achternaam"] for c in opslag.lijst(register)} == {"Alberts", "Klock"}


def test_weggooien_vraagt_eerst(
    maak: Callable[[], IntakePage], runner: Runner, opslag: Conceptopslag,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    pagina = maak()
    Typist().tab(2).typ("Alberts")
    pagina.bewaarder.bewaar_nu()
    pagina.ververs()
    knop = next(k for k in pagina.findChildren(Knop) if k.accessibleName() == "Dit concept")
    antwoord = False
    monkeypatch.setattr(messages, "ask", lambda *_a, **_k: antwoord)
    knop.menu().actions()[-1].trigger()
    assert pagina.paneel.formulier().achternaam == "Alberts"
    antwoord = True
    knop.menu().actions()[-1].trigger()
    assert pagina.paneel.formulier().achternaam == ""
    assert opslag.lijst(str(runner.ctx.register.pad)) == ()


def test_twee_vensters_pakken_niet_hetzelfde_concept(
    maak: Callable[[], IntakePage], opslag: Conceptopslag
) -> None:
    eerste = maak()
    Typist().tab(2).typ("Alberts")
    eerste.bewaarder.bewaar_nu()
    tweede = maak()
    assert tweede.paneel.formulier().achternaam == ""
    assert tweede.bewaarder.uid != eerste.bewaarder.uid


def test_niets_getypt_is_geen_concept(pagina: IntakePage, opslag: Conceptopslag) -> None:
    pagina.bewaarder.typ()
    pagina.bewaarder.bewaar_nu()
    assert opslag.lijst(str(pagina.bewaarder.opslag)) == ()
    assert not pagina.bewaarder.bestaat
