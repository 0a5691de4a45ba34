"""What tests of the window share: a dressed program, a runner on a real register, a recorder."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from klachtenapp import bootstrap, paths
from klachtenapp.clock import FixedClock
from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.begrippen import Aanhef, Kanaal, Soort
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.personen import Afdeling, Medewerker, Persoon, Rol
from klachtenapp.services import beheer, registreren, zoeken
from klachtenapp.services.context import Context
from klachtenapp.services.zoeken import Filter
from klachtenapp.ui import printkeuze
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.stijl import STIJLKEUZE, Stijl
from tests.ui.geduld import GeduldigeBot

DINSDAG = datetime(2026, 11, 24, 9, 30)
DAG = date(2026, 11, 24)
_RIJEN = (
    ("Alberts", Aanhef.MEVROUW, "Geen antwoord op bezwaarbrief", "Burgerzaken", 45),
    ("Klock", Aanhef.HEER, "Onvriendelijk aan de balie", "Burgerzaken", 43),
    ("Jangha", Aanhef.MEVROUW, "Aanvraag uitkering kwijtgeraakt", "Sociaal domein", 38),
    ("Mohamed", Aanhef.HEER, "Moeilijke brief, niet teruggebeld", "Sociaal domein", 1),
    ("Żółkiewska", Aanhef.MEVROUW, "Verkeerde aanslag", "Belastingen", 20),
)


@dataclass
class Logboek:
    """A ``Navigatie`` that only writes down what was asked."""

    dossiers: list[tuple[str, str]] = field(default_factory=list)
    paginas: list[str] = field(default_factory=list)
    meldingen: list[str] = field(default_factory=list)
    gezegd: list[str] = field(default_factory=list)
    nieuw: int = 0
    teruggegaan: int = 0

    def open_dossier(self, kenmerk: str, doe: str = "") -> None:
        self.dossiers.append((kenmerk, doe))

    def nieuwe_melding(self) -> None:
        self.nieuw += 1

    def toon_pagina(self, naam: str) -> None:
        self.paginas.append(naam)

    def terug(self) -> None:
        self.teruggegaan += 1

    def meld(self, tekst: str) -> None:
        self.meldingen.append(tekst)

    def zeg(self, tekst: str) -> None:
        self.meldingen.append(tekst)
        self.gezegd.append(tekst)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Start Qt as the program does: with the same drawing on every system."""
    return ["klachtenapp", *STIJLKEUZE]


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Waits for an answer and for what Qt shows of it."""
    return GeduldigeBot(request)


@pytest.fixture
def navigatie() -> Logboek:
    return Logboek()


@pytest.fixture
def papier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What came out of the printer: the print dialog is answered with *to a file*."""
    vellen: list[Path] = []

    class Printvenster:
        def __init__(self, printer: QPrinter, _ouder: QWidget) -> None:
            self._printer = printer

        def setWindowTitle(self, titel: str) -> None:  # noqa: N802 - as Qt calls it
            assert titel.endswith(" printen")

        def setMinMax(self, eerste: int, laatste: int) -> None:  # noqa: N802
            assert 1 <= eerste <= laatste

        def exec(self) -> QDialog.DialogCode:
            vellen.append(tmp_path / f"papier-{len(vellen)}.pdf")
            self._printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            self._printer.setResolution(100)
            self._printer.setOutputFileName(str(vellen[-1]))
            return QDialog.DialogCode.Accepted

    monkeypatch.setattr(printkeuze, "QPrintDialog", Printvenster)
    return vellen


@pytest.fixture
def instellingen(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "venster.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def stijl(qapp: QApplication, instellingen: QSettings) -> Iterator[Stijl]:
    gekleed = Stijl(qapp, instellingen)
    yield gekleed
    gekleed.deleteLater()


@pytest.fixture
def register_openen(tmp_path: Path, sjabloon: Callable[..., Path]) -> Callable[[], Context]:
    """Makes an empty register once and opens it, for a ``Runner``."""
    pad = tmp_path / "proef.klachten"

    def openen() -> Context:
        if not pad.exists():
            sjabloon(pad, "venster", _maak_leeg)
        return _open(pad)

    return openen


def _maak_leeg(pad: Path) -> None:
    bootstrap.sluit(bootstrap.nieuw(pad, Gemeente("Gemeente Voorbeeldstad")))


def _open(pad: Path) -> Context:
    return bootstrap.open(pad, clock=FixedClock(DINSDAG), gebruiker="registrar JZ")


def _maak_vol(pad: Path) -> None:
    _maak_leeg(pad)
    ctx = _open(pad)
    vul_register(ctx)
    bootstrap.sluit(ctx)


@pytest.fixture
def runner(qtbot: QtBot, register_openen: Callable[[], Context], stijl: Stijl) -> Iterator[Runner]:
    """A started runner on a real, empty register; Tuesday 24 November 2026, 9:30."""
    lopend = Runner(register_openen, bootstrap.sluit)
    with qtbot.waitSignal(lopend.bezig, check_params_cb=lambda bezig: not bezig, timeout=20_000):
        lopend.start()
    yield lopend
    lopend.sluit()


@pytest.fixture
def kenmerken(tmp_path: Path, sjabloon: Callable[..., Path]) -> list[str]:
    """Five klachten and a compliment in the register; ask for it before ``runner``."""
    pad = tmp_path / "proef.klachten"
    if pad.exists():  # made by another fixture, with something of its own in it
        ctx = _open(pad)
        vul_register(ctx)
    else:
        ctx = _open(sjabloon(pad, "gevuld", _maak_vol))
    gemaakt = [regel.kenmerk for regel in zoeken.regels(ctx, zoeken.ids(ctx, Filter(), "kenmerk"))]
    bootstrap.sluit(ctx)
    return gemaakt


@pytest.fixture
def ctx_van(
    register_openen: Callable[[], Context], request: pytest.FixtureRequest
) -> Callable[[], Context]:
    """Open the register of the test in this thread, for a look beside the window."""

    def openen() -> Context:
        ctx = register_openen()
        request.addfinalizer(lambda: bootstrap.sluit(ctx))
        return ctx

    return openen


@pytest.fixture(autouse=True)
def eigen_mappen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every test out of the folders of the user who runs it."""
    for naam in ("instellingenmap", "gegevensmap", "logmap"):
        map_ = tmp_path / naam
        map_.mkdir()
        monkeypatch.setattr(paths, naam, lambda map_=map_: map_)


@pytest.fixture
def rustig(qtbot: QtBot) -> Callable[[Runner], None]:
    """Wait until a runner has answered everything that was asked of it."""

    def wacht(runner: Runner) -> None:
        qtbot.waitUntil(lambda: runner.is_rustig, timeout=30_000)

    return wacht


def vul_register(ctx: Context) -> list[str]:
    """Register five klachten and one compliment; returns the kenmerken in that order."""
    for naam in ("Burgerzaken", "Sociaal domein", "Belastingen"):
        beheer.bewaar_afdeling(ctx, Afdeling(0, naam))
    beheer.bewaar_medewerker(ctx, Medewerker(0, "H. de Boer", rollen=frozenset({Rol.BEHANDELAAR})))
    kenmerken = [
        registreren.registreer(ctx, _klacht(naam, aanhef, over, afdeling, dagen)).kenmerk
        for naam, aanhef, over, afdeling, dagen in _RIJEN
    ]
    compliment = Aanmelding(
        Soort.COMPLIMENT, DAG, Kanaal.TELEFOON, "Wat een snelle hulp!", onderwerp="Snelle hulp"
    )
    return [*kenmerken, registreren.registreer(ctx, compliment).kenmerk]


def _klacht(naam: str, aanhef: Aanhef, over: str, afdeling: str, dagen: int) -> Aanmelding:
    return Aanmelding(
        Soort.KLACHT,
        DAG - timedelta(days=dagen),
        Kanaal.BRIEF,
        f"{over}. Ik wil graag antwoord.",
        onderwerp=over,
        klager=Persoon(
            naam,
            aanhef,
            naam[0] + ".",
            straat="Dorpsstraat",
            huisnummer="1",
            postcode="1741 AB",
            plaats="Voorbeeldstad",
            telefoon="06 12 34 56 78" if dagen > 40 else "",
        ),
        afdeling=afdeling,
    )
