"""What the page shows, its keys, and what stays when something changes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from klachtenapp.domain.begrippen import GebeurtenisSoort
from klachtenapp.ui.dossier.bijlagen_tab import BijlagenTab
from klachtenapp.ui.dossier.brieven_tab import BrievenTab
from klachtenapp.ui.dossier.gesprekken_tab import GesprekkenTab
from klachtenapp.ui.dossier.werkblad import TABS, TIJDLIJN
from klachtenapp.ui.stijl import Stijl
from tests.ui.dossier.conftest import Wandklok, Werker

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def test_de_kop_zegt_wie_wat_en_hoe_dringend(youssef: str, werker: Werker) -> None:
    werker.open(youssef)
    kop = werker.pagina.dossierkop
    assert kop.titel.heel() == f"{youssef} · Dhr. Y. Mohamed"
    assert kop.onderwerp.heel() == "Moeilijke brief, niet teruggebeld"
    assert kop.bijschrift.heel() == "wil gebeld worden · Sociaal domein · nog geen behandelaar"
    assert kop.status.text() == "ontvangen"
    assert kop.termijn.text() == "● 42 dagen"


def test_de_balk_zegt_de_stap_met_reden_en_datum(youssef: str, werker: Werker) -> None:
    werker.open(youssef)
    balk = werker.pagina.stapbalk
    assert balk.zin.heel().startswith("Volgende stap: wijs een behandelaar toe")
    assert "9:7" in balk.reden.heel()
    assert balk.knop.text() == "Behandelaar toewijzen"
    laatste = werker.pagina.werkblad.tijdlijn.lijst.regels()[-1]
    assert (laatste.dag, laatste.nu != "") == ("nu", True)
    assert "Klacht ontvangen aan de balie" in laatste.voorgelezen or laatste.titel


def test_een_stap_kan_bij_het_openen_meteen_beginnen(youssef: str, werker: Werker) -> None:
    werker.open(youssef, "leg_gesprek_vast")
    assert werker.venster.windowTitle().startswith("Gesprek vastleggen")
    werker.venster.reject()
    werker.open(youssef, "stappenplan")
    assert werker.pagina.bureau.soort == "stappenplan"


def test_een_notitie_met_enter_en_ook_als_een_collega_net_iets_deed(
    youssef: str, werker: Werker
) -> None:
    werker.open(youssef)
    werker.toets(Qt.Key.Key_G, CTRL)
    veld = werker.pagina.werkblad.tijdlijn.veld
    assert veld.hasFocus()
    veld.setText("Meneer komt morgen langs.")
    werker.collega("noteer", toelichting="Van de collega")
    werker.toets(Qt.Key.Key_Return)
    werker.rust()
    notities = [g.toelichting for g in werker.dossier.alle(GebeurtenisSoort.NOTITIE)]
    assert notities == ["Van de collega", "Meneer komt morgen langs."]
    assert veld.text() == ""


def test_een_gesprek_begint_met_de_getypte_tekst(youssef: str, werker: Werker) -> None:
    werker.open(youssef)
    werker.toets(Qt.Key.Key_G, CTRL)
    werker.pagina.werkblad.tijdlijn.veld.setText("Wil excuses.")
    werker.toets(Qt.Key.Key_Return, CTRL)
    assert werker.venster.invoer()["toelichting"] == "Wil excuses."
    werker.vul(manier="telefoon", bereikt="nee")
    assert werker.pagina.werkblad.tijdlijn.veld.text() == ""
    werker.pagina.werkblad.balk.kies("gesprekken")
    regels = werker.pagina.werkblad.tijdlijn.lijst.regels()
    assert any(regel.titel == "Klager gebeld, geen gehoor" for regel in regels)


def test_terugdraaien_heeft_een_naam_en_vraagt_waarom(youssef: str, werker: Werker) -> None:
    werker.open(youssef)
    werker.doe_stap(behandelaar="M. Kok", niet_betrokken="ja")
    assert werker.beeld.terug == "Toewijzing ongedaan maken"
    werker.toets(Qt.Key.Key_Z, CTRL)
    assert werker.venster.windowTitle().startswith("Toewijzing ongedaan maken")
    werker.vul(reden="Verkeerde persoon")
    assert werker.dossier.behandelaar is None
    assert any(r.vervallen for r in werker.pagina.werkblad.tijdlijn.lijst.regels())


def test_meer_doen_filtert_en_zegt_waarom_niet(youssef: str, werker: Werker, qtbot: QtBot) -> None:
    werker.open(youssef)
    werker.toets(Qt.Key.Key_M, CTRL)
    menu = werker.pagina.meer_doen
    assert "neem_in_beoordeling" not in menu.namen()
    with qtbot.assertNotEmitted(menu.gekozen):
        menu.veld.setText("in behandeling nemen")
        qtbot.keyClick(menu.veld, Qt.Key.Key_Return)
    menu.veld.setText("afdoeningsbrief")
    assert menu.namen() == []
    assert [regel.label for regel in menu.regels()] == ["Kan nu niet", "Afdoeningsbrief maken"]
    assert menu.regels()[-1].onder
    menu.veld.setText("gesprek")
    assert menu.namen()[0] == "leg_gesprek_vast"
    with qtbot.waitSignal(menu.gekozen):
        qtbot.keyClick(menu.veld, Qt.Key.Key_Return)
    assert werker.venster.windowTitle().startswith("Gesprek vastleggen")
    assert not menu.isVisible()


def test_wat_niet_kan_staat_in_een_regel_tot_iemand_het_wil_zien(
    youssef: str, werker: Werker, qtbot: QtBot
) -> None:
    werker.open(youssef)
    werker.toets(Qt.Key.Key_M, CTRL)
    menu = werker.pagina.meer_doen
    dicht = menu.regels()
    assert dicht[-1].vouw
    assert not any(regel.nu_niet for regel in dicht)
    qtbot.keyClick(menu.veld, Qt.Key.Key_Up)
    qtbot.keyClick(menu.veld, Qt.Key.Key_Return)
    redenen = [regel.onder for regel in menu.regels() if regel.nu_niet]
    assert redenen
    assert len(redenen) == len(set(redenen))
    assert menu.isVisible()
    qtbot.keyClick(menu.veld, Qt.Key.Key_Return)
    assert menu.regels() == dicht
    menu.close()


def test_een_sneltoets_die_niet_kan_zegt_waarom(youssef: str, werker: Werker) -> None:
    werker.open(youssef)
    werker.toets(Qt.Key.Key_I, CTRL, SHIFT)
    assert werker.pagina.uitvoering.venster is None
    assert "nu niet" in werker.navigatie.meldingen[-1]


def test_tabs_met_het_toetsenbord(youssef: str, werker: Werker) -> None:
    werker.open(youssef)
    balk = werker.pagina.werkblad.balk
    werker.toets(Qt.Key.Key_Tab, CTRL)
    assert balk.huidig == "personen"
    werker.toets(Qt.Key.Key_Backtab, CTRL, SHIFT)
    assert balk.huidig == "klacht"
    for nummer, tab in enumerate(TABS[1:], start=1):
        werker.toets(Qt.Key(Qt.Key.Key_0 + nummer), ALT)
        assert balk.huidig == tab.naam
        werker.rust()


def test_verversen_houdt_tab_en_plek(evi: str, werker: Werker) -> None:
    werker.open(evi)
    for n in range(12):
        werker.collega("noteer", toelichting=f"Notitie {n} over deze klacht.")
    werker.pagina.ververs()
    werker.rust()
    werker.pagina.werkblad.balk.kies("logboek")
    balk = werker.pagina.werkblad.tijdlijn.lijst.verticalScrollBar()
    assert balk.value() == balk.maximum() > 0
    balk.setValue(30)
    werker.collega("noteer", toelichting="Nog een")
    werker.pagina.ververs()
    werker.rust()
    assert balk.value() == 30
    assert werker.pagina.werkblad.balk.huidig == "logboek"


def test_bijlagen_erin_en_eruit(youssef: str, werker: Werker, tmp_path: Path) -> None:
    bron = tmp_path / "foto van de brief.jpg"
    bron.write_bytes(b"\xff\xd8 geen echte foto")
    werker.open(youssef)
    werker.pagina.werkblad.balk.kies("bijlagen")
    tab = werker.pagina.werkblad.tabs["bijlagen"]
    assert isinstance(tab, BijlagenTab)
    for _ in range(2):
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(bron))])
        tab.dropEvent(
            QDropEvent(
                QPointF(5, 5),
                Qt.DropAction.CopyAction,
                mime,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
        )
        werker.rust()
    assert [d.naam for d in werker.dossier.documenten] == ["foto van de brief.jpg"]
    assert "zit al in dit dossier" in tab.melding.tekst()
    doel = tmp_path / "uit.jpg"
    tab.sla_op(doel)
    werker.rust()
    assert doel.read_bytes() == bron.read_bytes()


def test_brieven_zeggen_waarom_het_nog_niet_kan(youssef: str, werker: Werker) -> None:
    werker.open(youssef)
    werker.pagina.werkblad.balk.kies("brieven")
    tab = werker.pagina.werkblad.tabs["brieven"]
    assert isinstance(tab, BrievenTab)
    assert not tab.regels["afsluitbrief-informeel"].knop.isEnabled()
    assert tab.regels["stappenplan"].knop.isEnabled()


def test_een_verzonden_brief_is_terug_te_zien_zoals_hij_was(youssef: str, werker: Werker) -> None:
    werker.open(youssef)
    werker.doe_stap(behandelaar="M. Kok", niet_betrokken="ja")
    werker.doe_stap(manier="telefoon", bereikt="ja")
    werker.verstuur("ontvangstbevestiging")
    (info,) = werker.dossier.documenten
    regel = next(r for r in werker.pagina.werkblad.tijdlijn.lijst.regels() if r.document == info.id)
    assert regel.titel == "Ontvangstbevestiging verzonden"
    werker.pagina.werkblad.tijdlijn.geopend.emit(info.id)
    werker.rust()
    bureau = werker.pagina.bureau
    assert bureau.isVisible()
    assert bureau.voorbeeld.paginas >= 1
    werker.toets(Qt.Key.Key_Escape)
    assert not bureau.isVisible()


def test_zonder_toestemming_gaat_een_brief_niet_per_e_mail(youssef: str, werker: Werker) -> None:
    werker.open(youssef)
    werker.doe_stap(behandelaar="M. Kok", niet_betrokken="ja")
    werker.pagina.open_brief("ontvangstbevestiging")
    werker.rust()
    bureau = werker.pagina.bureau
    assert [chip.waarde for chip in bureau.kanaal.chips()] == ["post", "balie"]
    assert bureau.kaart.knop_email.isHidden()


def test_de_brief_draagt_de_dag_waarop_hij_wegging(
    evi: str, werker: Werker, klok: Wandklok, qtbot: QtBot
) -> None:
    klok.zet(10, 16)
    werker.open(evi)
    werker.doe_stap(behandelaar="P. Yılmaz", niet_betrokken="ja")
    werker.pagina.open_brief("ontvangstbevestiging")
    werker.rust()
    bureau = werker.pagina.bureau
    bureau.datum.zet_waarde("2026-10-15")
    assert not bureau.knop.isEnabled()  # until the letter says so too
    qtbot.waitUntil(lambda: bureau.knop.isEnabled(), timeout=10_000)
    werker.klik(bureau.knop)
    werker.rust()
    feit = werker.dossier.brief_verzonden("ontvangstbevestiging")
    assert feit is not None
    assert feit.op == date(2026, 10, 15)


def test_andere_woorden_komen_in_de_brief(youssef: str, werker: Werker, qtbot: QtBot) -> None:
    werker.open(youssef)
    werker.doe_stap(behandelaar="M. Kok", niet_betrokken="ja")
    werker.pagina.open_brief("ontvangstbevestiging")
    werker.rust()
    bureau = werker.pagina.bureau
    eerst = bureau.voorbeeld.pdf
    veld = bureau.vragen.veld("omschrijving")
    assert veld.waarde().startswith("Meneer heeft drie keer gebeld")
    veld.setPlainText("U belde drie keer en niemand belde terug.")
    assert not bureau.knop.isEnabled()
    qtbot.waitUntil(lambda: bureau.knop.isEnabled(), timeout=10_000)
    assert bureau.voorbeeld.pdf != eerst


def test_gesprekken_tonen_functie_en_nummer(youssef: str, werker: Werker) -> None:
    werker.open(youssef)
    werker.doe_stap(behandelaar="P. Yılmaz", niet_betrokken="ja")
    werker.klik(werker.pagina.stapbalk.knop)
    assert werker.venster.invoer()["gesproken_door"] == "P. Yılmaz"
    werker.vul(manier="telefoon", bereikt="ja", nummer="0224 21 04 12")
    werker.pagina.werkblad.balk.kies("gesprekken")
    tab = werker.pagina.werkblad.tabs["gesprekken"]
    assert isinstance(tab, GesprekkenTab)
    teksten = " ".join(tab.teksten())
    assert "P. Yılmaz (klachtbehandelaar)" in teksten
    assert "0224 21 04 12" in teksten


def _bediening(widget: QWidget) -> list[QWidget]:
    soorten = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)
    return [
        w
        for w in widget.findChildren(QWidget)
        if isinstance(w, soorten)
        and not isinstance(w.parent(), QComboBox | QAbstractItemView | QLineEdit)
        and not w.objectName().startswith("qt_")
    ]


def test_alles_heeft_een_naam(evi: str, werker: Werker) -> None:
    werker.open(evi)
    for tab in TABS[1:]:
        werker.pagina.werkblad.balk.kies(tab.naam)
        werker.pagina.werkblad.tabs[tab.naam].bewerk()
    werker.pagina.open_brief("stappenplan")
    werker.rust()
    naamloos = [
        f"{type(w).__name__} in {type(w.parent()).__name__}"
        for w in _bediening(werker.pagina)
        if not (w.accessibleName() or (isinstance(w, QAbstractButton) and w.text()))
    ]
    assert naamloos == []


@pytest.mark.parametrize(
    ("breed", "hoog", "tekstmaat"),
    [(1138, 740, 100), (1020, 725, 150), (683, 446, 100), (1900, 1000, 200), (1700, 900, 90)],
)
def test_op_elk_scherm_passen_de_tabs(
    evi: str, werker: Werker, stijl: Stijl, breed: int, hoog: int, tekstmaat: int
) -> None:
    while stijl.tekstmaat < tekstmaat:
        stijl.groter()
    while stijl.tekstmaat > tekstmaat:
        stijl.kleiner()
    werker.open(evi)
    pagina = werker.pagina
    kleinste = pagina.minimumSizeHint()
    assert kleinste.width() <= breed
    assert kleinste.height() <= hoog
    pagina.resize(breed, hoog)
    werker.rust()
    balk = pagina.werkblad.balk
    rij = [naam for naam in balk.zichtbaar if naam not in balk.achter_meer]
    for knop in [*map(balk.knop, rij), *([balk.meer] if balk.achter_meer else [])]:
        assert knop.width() >= knop.sizeHint().width()
        assert balk.rect().contains(knop.geometry())
    smal = balk.zichtbaar[0] == TIJDLIJN
    assert smal == (pagina.werkblad.tijdlijn.parent() is not pagina.werkblad)
    assert pagina.stapbalk.knop.mapTo(pagina, QPoint(0, 0)).x() > 0
    stijl.normaal()
