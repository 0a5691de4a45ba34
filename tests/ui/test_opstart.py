"""Starting the program while the share is gone, and a lock that changes while it is open."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from klachtenapp import bootstrap, paths
from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.formulier import Formulier
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.personen import Medewerker, Rol
from klachtenapp.errors import OmgevingFout
from klachtenapp.kluis import eigendeur
from klachtenapp.services import (
    beheer,
    gebruikers,
    geheimen,
    registreren,
    schaduw,
    versleuteling,
    zoeken,
)
from klachtenapp.services.context import Context
from klachtenapp.services.samenwerken import Samenstand, Samenwerking
from klachtenapp.services.zoeken import Filter
from klachtenapp.ui import messages, openen, samenspel, schijfweg, slotwacht, verbinding
from klachtenapp.ui.app import Programma
from klachtenapp.ui.intake_page import IntakePage
from klachtenapp.ui.main_window import MainWindow
from klachtenapp.ui.verbinding import Staat
from tests.geheugenkluis import Geheugenkluis
from tests.losse_share import Computers, Share

Maak = Callable[..., Aanmelding]
WACHTWOORD = "paarse fiets in maart"


@pytest.fixture(autouse=True)
def vlug(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look at the disk more often than a person would notice."""
    monkeypatch.setattr(samenspel, "_BEGIN_NA_MS", 10)
    monkeypatch.setattr(verbinding, "TIK_MS", 60)
    monkeypatch.setattr(schijfweg, "KIJK_MS", 60)


@pytest.fixture(autouse=True)
def geen_vensters(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What would be told in a box that waits for a click; here it waits for nobody."""
    gezegd: list[str] = []
    monkeypatch.setattr(messages, "tell", lambda _ouder, zin, *_a, **_k: gezegd.append(zin))
    monkeypatch.setattr(messages, "fail", lambda _ouder, fout: gezegd.append(str(fout)))
    return gezegd


@pytest.fixture
def computers(tmp_path: Path, kluis: Geheugenkluis, monkeypatch: pytest.MonkeyPatch) -> Computers:
    alle = Computers(tmp_path, kluis)
    monkeypatch.setattr(paths, "gegevensmap", lambda: alle.map)
    return alle


@pytest.fixture
def share(
    tmp_path: Path, computers: Computers, monkeypatch: pytest.MonkeyPatch, maak_aanmelding: Maak
) -> Share:
    gemaakt = Share.maak(tmp_path, monkeypatch)
    ctx = bootstrap.nieuw(gemaakt.register, Gemeente("Gemeente Voorbeeldstad"))
    registreren.registreer(ctx, maak_aanmelding())
    schaduw.werk_bij(ctx)
    bootstrap.sluit(ctx)
    return gemaakt


@pytest.fixture
def op_slot(share: Share) -> Share:
    zet_op_slot(share)
    return share


@pytest.fixture
def programma(qapp: QApplication, qtbot: QtBot, instellingen: QSettings) -> Iterator[Programma]:
    ding = Programma(qapp, instellingen)
    yield ding
    ding.einde()


def zet_op_slot(share: Share, wachtwoord: str = "") -> str:
    """Lock it, keep a shadow copy, and return the words of an invitation."""
    geheim = versleuteling.nieuw_herstelgeheim()
    ctx = versleuteling.zet_aan(
        bootstrap.open(share.register), geheim, geheim.woorden, wachtwoord=wachtwoord
    )
    woorden = versleuteling.nodig_uit(ctx, "C. Collega").geheim.woorden
    schaduw.werk_bij(ctx)
    bootstrap.sluit(ctx)
    return woorden


def _venster(qtbot: QtBot, programma: Programma) -> MainWindow:
    qtbot.waitUntil(lambda: programma.venster is not None, timeout=20_000)
    assert programma.venster is not None
    return programma.venster


def _zinnen(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def _typ_melding(venster: MainWindow, omschrijving: str) -> IntakePage:
    venster.nieuwe_melding()
    pagina = venster.pagina("nieuwe_melding")
    assert isinstance(pagina, IntakePage)
    velden = Formulier(
        ontvangen_op=venster._runner.ctx.vandaag.isoformat(), soort="klacht", kanaal="balie",
        achternaam="Getypt", omschrijving=omschrijving,
    )  # fmt: skip
    pagina.paneel.zet(velden)
    return pagina


def _vraag(qtbot: QtBot, venster: MainWindow, filter_: Filter) -> int:
    antwoord: list[int] = []
    venster._runner.run(lambda ctx: zoeken.aantal(ctx, filter_), antwoord.append)
    qtbot.waitUntil(lambda: bool(antwoord), timeout=20_000)
    return antwoord[0]


def _wacht_op(qtbot: QtBot, venster: MainWindow, staat: Staat) -> None:
    beeld = lambda: venster._samenspel.verbinding.beeld  # noqa: E731 - it changes while we wait
    qtbot.waitUntil(
        lambda: beeld().staat is staat and not (staat is Staat.VERBONDEN and beeld().wachtend),
        timeout=20_000,
    )


@pytest.mark.parametrize("slot", [False, True])
def test_zonder_schijf_beginnen_vastleggen_en_vanzelf_terug(
    qtbot: QtBot, programma: Programma, share: Share, slot: bool, instellingen: QSettings
) -> None:
    if slot:
        zet_op_slot(share)
    instellingen.setValue("register/laatste", str(share.register))
    share.trek_los()
    programma.begin(None)
    venster = _venster(qtbot, programma)
    assert "De schijf met het register is er nu niet" in " ".join(venster.schijfstrook.zinnen())
    assert instellingen.value("register/laatste") == str(share.register)
    assert _vraag(qtbot, venster, Filter("Alberts")) == 1
    pagina = _typ_melding(venster, "Getypt zonder schijf.")
    pagina.registreer()
    qtbot.waitUntil(pagina.resultaat.isVisible, timeout=20_000)
    assert "Voorlopig nummer" in _zinnen(pagina.resultaat)
    assert "V-" in _zinnen(pagina.resultaat)
    _wacht_op(qtbot, venster, Staat.WEG)
    qtbot.waitUntil(
        lambda: "1 invoer wacht" in " ".join(venster.schijfstrook.zinnen()), timeout=20_000
    )
    assert len(venster.schijfstrook.zinnen()) == 1
    assert venster.minimumSizeHint().height() <= 472, "1366×768 at 150 % has no room for more"
    share.sluit_aan()
    _wacht_op(qtbot, venster, Staat.VERBONDEN)
    assert _vraag(qtbot, venster, Filter("zonder schijf")) == 1
    qtbot.waitUntil(lambda: "-0002" in _zinnen(pagina.resultaat), timeout=20_000)
    assert pagina.kop.text() == "Melding geregistreerd"
    assert "er nu niet" not in _zinnen(pagina.resultaat)
    assert not venster.schijfstrook.zinnen()


def test_aan_de_balie_meldt_men_zich_ook_zonder_schijf_aan(
    qtbot: QtBot, programma: Programma, share: Share, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A computer that several people use was restarted while the share is gone."""
    ctx = gebruikers.maak_eerste(bootstrap.open(share.register, gebruiker="anna"), "A. de Vries")
    ctx = beheer.bewaar_gemeente(ctx, replace(ctx.gemeente, aanmelden_met_geheim=True))
    balie = Medewerker(0, "B. Balie", rollen=frozenset({Rol.REGISTRAR}))
    geheimen.stel_in(ctx, gebruikers.bewaar(ctx, balie, "").id, WACHTWOORD)
    schaduw.werk_bij(ctx)
    bootstrap.sluit(ctx)
    monkeypatch.setattr(bootstrap, "aangemeld", lambda: "balie-pc")
    share.trek_los()
    programma.begin(share.register)
    qtbot.waitUntil(lambda: programma.aanmelden is not None, timeout=20_000)
    vraag = programma.aanmelden
    assert vraag is not None
    vraag.wie.setCurrentIndex(1)
    vraag.geheim.setText(WACHTWOORD)
    vraag.meld_aan()
    venster = _venster(qtbot, programma)
    assert venster._runner.ctx.gebruiker == "B. Balie"
    assert "er nu niet" in " ".join(venster.schijfstrook.zinnen())
    share.sluit_aan()
    _wacht_op(qtbot, venster, Staat.VERBONDEN)
    assert venster._runner.ctx.gebruiker == "B. Balie"


def test_zonder_schaduw_zegt_het_venster_wat_veilig_is_en_gaat_vanzelf_verder(
    qtbot: QtBot, programma: Programma, op_slot: Share, kluis: Geheugenkluis
) -> None:
    geheimen = dict(kluis.geheimen)
    kluis.geheimen.clear()
    op_slot.trek_los()
    programma.begin(op_slot.register)
    qtbot.waitUntil(lambda: programma.schijf_weg is not None, timeout=20_000)
    eerste = programma.schijf_weg
    assert eerste is not None
    assert "Er is niets verloren" in _zinnen(eerste)
    qtbot.mouseClick(eerste.knop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: programma.schijf_weg not in (None, eerste), timeout=20_000)
    kluis.geheimen.update(geheimen)
    op_slot.sluit_aan()
    assert not _venster(qtbot, programma).schijfstrook.zinnen()
    assert programma.schijf_weg is None


def test_een_ander_register_kan_ook(qtbot: QtBot, programma: Programma, share: Share) -> None:
    schaduw.wis(str(share.register))
    share.trek_los()
    programma.begin(share.register)
    qtbot.waitUntil(lambda: programma.schijf_weg is not None, timeout=20_000)
    assert programma.schijf_weg is not None
    qtbot.mouseClick(programma.schijf_weg.ander, Qt.MouseButton.LeftButton)
    assert programma.schijf_weg is None
    assert programma.keuze is not None
    assert programma.keuze.openen.isEnabled()


@pytest.fixture
def zwijgt(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """A disk that says nothing until the event is set."""
    antwoordt = threading.Event()

    def hang(*_wat: object, **_hoe: object) -> Context:
        antwoordt.wait(30)
        raise OmgevingFout("Te laat.")

    monkeypatch.setattr(bootstrap, "open_of_schaduw", hang)
    monkeypatch.setattr(openen, "ZEG_NA_MS", 10)
    monkeypatch.setattr(openen, "LOS_NA_MS", 60)
    yield antwoordt
    antwoordt.set()


def test_een_schijf_die_zwijgt_houdt_het_begin_niet_op(
    qtbot: QtBot, programma: Programma, share: Share, zwijgt: threading.Event
) -> None:
    programma.begin(share.register)
    venster = _venster(qtbot, programma)
    assert "er nu niet" in " ".join(venster.schijfstrook.zinnen())
    _wacht_op(qtbot, venster, Staat.VERBONDEN)  # presence works: it is back at the first look


def test_zonder_schaduw_wacht_het_venster_tot_iemand_niet_meer_wil(
    qtbot: QtBot, programma: Programma, share: Share, zwijgt: threading.Event
) -> None:
    schaduw.wis(str(share.register))
    programma.begin(share.register)
    qtbot.waitUntil(
        lambda: programma.keuze is not None and programma.keuze.knop_los.isVisible(), timeout=20_000
    )
    assert programma.keuze is not None
    assert "antwoordt niet" in _zinnen(programma.keuze)
    qtbot.mouseClick(programma.keuze.knop_los, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: programma.schijf_weg is not None, timeout=20_000)


def _sluit_collega_buiten(share: Share) -> None:
    """A new key for the register, while the window of the test is open too."""
    ctx = bootstrap.open(share.register)
    regel = next(r for r in versleuteling.stand(ctx).toegang if r.naam == "C. Collega")
    bootstrap.sluit(versleuteling.sluit_buiten(ctx, regel.uid, eigen_vensters=1))


def test_een_nieuw_slot_terwijl_het_venster_open_is(
    qtbot: QtBot, programma: Programma, op_slot: Share, geen_vensters: list[str]
) -> None:
    """Who still has a door reads a sentence and goes on; what he was typing stands there."""
    gezegd: list[str] = []
    programma.begin(op_slot.register)
    venster = _venster(qtbot, programma)
    venster._samenspel.slotwacht.gezegd.connect(gezegd.append)
    pagina = _typ_melding(venster, "Half getypt.")
    oud = venster._runner.ctx.sleutel
    qtbot.waitUntil(lambda: bool(venster._samenspel.verbinding.beeld.samen.bestand), timeout=20_000)
    _sluit_collega_buiten(op_slot)
    qtbot.waitUntil(lambda: slotwacht.KLAAR in venster.schijfstrook.zinnen(), timeout=20_000)
    assert gezegd == [slotwacht.BEZIG, slotwacht.KLAAR]
    assert venster._runner.ctx.sleutel not in (b"", oud)
    assert pagina.paneel.formulier().omschrijving == "Half getypt."
    pagina.registreer()
    qtbot.waitUntil(pagina.resultaat.isVisible, timeout=20_000)
    assert "V-" not in _zinnen(pagina.resultaat)
    venster.schijfstrook.knop_slot_gezien.click()
    assert not venster.schijfstrook.zinnen()
    assert geen_vensters == []


def test_een_nieuw_slot_terwijl_de_schijf_weg_is(
    qtbot: QtBot, programma: Programma, op_slot: Share, monkeypatch: pytest.MonkeyPatch
) -> None:
    tik = Samenwerking.tik

    def kijk(ons: Samenwerking) -> Samenstand:  # files that are open outlive a folder that moves
        return tik(ons) if op_slot.register.is_file() else Samenstand(bereikbaar=False)

    monkeypatch.setattr(Samenwerking, "tik", kijk)
    programma.begin(op_slot.register)
    venster = _venster(qtbot, programma)
    qtbot.waitUntil(lambda: bool(venster._samenspel.verbinding.beeld.samen.bestand), timeout=20_000)
    op_slot.trek_los()
    _wacht_op(qtbot, venster, Staat.WEG)
    pagina = _typ_melding(venster, "Getypt zonder schijf.")
    pagina.registreer()
    qtbot.waitUntil(pagina.resultaat.isVisible, timeout=20_000)
    elders = Share(op_slot.map.with_name("elders"))
    ctx = bootstrap.open(elders.register)
    regel = next(r for r in versleuteling.stand(ctx).toegang if r.naam == "C. Collega")
    bootstrap.sluit(versleuteling.sluit_buiten(ctx, regel.uid, eigen_vensters=1))
    op_slot.sluit_aan()
    _wacht_op(qtbot, venster, Staat.VERBONDEN)
    assert slotwacht.KLAAR in venster.schijfstrook.zinnen()
    assert _vraag(qtbot, venster, Filter("zonder schijf")) == 1


def test_wie_geen_deur_meer_heeft_komt_met_woorden_terug(
    qtbot: QtBot,
    programma: Programma,
    share: Share,
    computers: Computers,
    geen_vensters: list[str],
) -> None:
    """A colleague locks the register for the first time; this user was not invited yet."""
    programma.begin(share.register)
    venster = _venster(qtbot, programma)
    qtbot.waitUntil(lambda: bool(venster._samenspel.verbinding.beeld.samen.bestand), timeout=20_000)
    pagina = _typ_melding(venster, "Half getypt.")
    computers.ga_naar("twee")
    geheim = versleuteling.nieuw_herstelgeheim()
    ctx = versleuteling.zet_aan(
        bootstrap.open(share.register), geheim, geheim.woorden, eigen_vensters=1
    )
    woorden = versleuteling.nodig_uit(ctx, "U. Uitgenodigd").geheim.woorden
    bootstrap.sluit(ctx)
    computers.ga_naar("een")
    strook = venster.schijfstrook
    qtbot.waitUntil(lambda: slotwacht.GEEN_DEUR in strook.zinnen(), timeout=20_000)
    assert not any("er nu niet" in zin for zin in strook.zinnen())
    qtbot.mouseClick(strook.knop_toegang, Qt.MouseButton.LeftButton)
    vraag = venster._samenspel.slotwacht.toegang
    assert vraag is not None
    vraag.woorden.setText(woorden)
    vraag.open_nu()
    _wacht_op(qtbot, venster, Staat.VERBONDEN)
    assert slotwacht.KLAAR in strook.zinnen()
    assert venster._runner.ctx.sleutel
    assert geen_vensters == []
    assert pagina.paneel.formulier().omschrijving == "Half getypt."


def test_wie_een_wachtwoord_heeft_typt_het_nog_een_keer(
    qtbot: QtBot, programma: Programma, share: Share, monkeypatch: pytest.MonkeyPatch
) -> None:
    def geen() -> None:
        raise OmgevingFout("Geen kluis.")

    monkeypatch.setattr(eigendeur, "Kluis", geen)
    zet_op_slot(share, WACHTWOORD)
    programma.open(openen.Bestaand(share.register, WACHTWOORD))
    venster = _venster(qtbot, programma)
    qtbot.waitUntil(lambda: bool(venster._samenspel.verbinding.beeld.samen.bestand), timeout=20_000)
    ctx = bootstrap.open(share.register, wachtwoord=WACHTWOORD)
    geheim = versleuteling.nieuw_herstelgeheim()
    bootstrap.sluit(
        versleuteling.vernieuw_herstelsleutel(ctx, geheim, geheim.woorden, eigen_vensters=1)
    )
    strook = venster.schijfstrook
    qtbot.waitUntil(lambda: slotwacht.WACHTWOORD in strook.zinnen(), timeout=20_000)
    for getypt in ("een ander wachtwoord", WACHTWOORD):
        qtbot.waitUntil(lambda: strook.knop_toegang.isVisible(), timeout=20_000)
        qtbot.mouseClick(strook.knop_toegang, Qt.MouseButton.LeftButton)
        vraag = venster._samenspel.slotwacht.toegang
        assert vraag is not None
        vraag.wachtwoord.setText(getypt)
        vraag.open_nu()
    _wacht_op(qtbot, venster, Staat.VERBONDEN)
    assert slotwacht.KLAAR in strook.zinnen()
