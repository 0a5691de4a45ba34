"""A dossier page on a real register, and somebody who works with it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from klachtenapp import bootstrap
from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.begrippen import Aanhef, Kanaal, Soort, Voorkeur, Wens
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.personen import Afdeling, Medewerker, Persoon, Rol
from klachtenapp.services import behandelen, beheer, registreren, zoeken
from klachtenapp.services.behandelen import Opdracht
from klachtenapp.services.context import Context
from klachtenapp.ui.dossier.beeld import Dossierbeeld
from klachtenapp.ui.dossier_page import DossierPage
from klachtenapp.ui.handeling_venster import HandelingVenster
from klachtenapp.ui.runner import Runner
from tests.ui.conftest import Logboek

BEGIN = datetime(2026, 11, 24, 9, 30)


class Wandklok:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.moment = BEGIN

    def today(self) -> date:
        return self.moment.date()

    def now(self) -> datetime:
        return self.moment

    def zet(self, maand: int, dag: int) -> None:
        self.moment = datetime(2026, maand, dag, 9, 30)


@pytest.fixture
def klok() -> Wandklok:
    return Wandklok()


@pytest.fixture(scope="session")
def ingericht(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A furnished register without dossiers, made once and copied for every test."""
    pad = tmp_path_factory.mktemp("sjabloon") / "ingericht.klachten"
    ctx = bootstrap.nieuw(pad, _gemeente(), clock=Wandklok(), gebruiker="registrar JZ")
    _richt_in(ctx)
    bootstrap.sluit(ctx)
    return pad


@pytest.fixture
def register_openen(tmp_path: Path, klok: Wandklok, ingericht: Path) -> Callable[[], Context]:
    """Opens a copy of the furnished register, for a ``Runner``."""
    pad = tmp_path / "dossiers.klachten"
    shutil.copyfile(ingericht, pad)
    return lambda: bootstrap.open(pad, clock=klok, gebruiker="registrar JZ")


def _gemeente() -> Gemeente:
    return Gemeente(
        "Gemeente Voorbeeldstad",
        bezoekadres="Dorpsplein 1",
        postadres="Postbus 12",
        postcode="1741 AA",
        plaats="Voorbeeldstad",
        telefoon="14 0224",
        belnummer="0224 21 04 00",
        email="klachten@voorbeeldstad.nl",
        ondertekenaar="H. de Boer",
        ondertekenaar_functie="afdelingshoofd",
    )


def _richt_in(ctx: Context) -> None:
    for naam in ("Burgerzaken", "Sociaal domein", "Openbare ruimte"):
        beheer.bewaar_afdeling(ctx, Afdeling(0, naam))
    rollen = frozenset({Rol.BEHANDELAAR})
    yilmaz = Medewerker(0, "P. Yılmaz", Aanhef.MEVROUW, "klachtbehandelaar", "0224 21 04 12")
    for wie in (yilmaz, Medewerker(0, "M. Kok"), Medewerker(0, "H. de Boer", Aanhef.HEER)):
        beheer.bewaar_medewerker(ctx, replace(wie, rollen=rollen))


@pytest.fixture
def youssef(register_openen: Callable[[], Context]) -> str:
    """Youssef's klacht at the counter; ask for it before ``pagina``."""
    return _registreer(
        register_openen,
        Aanmelding(
            Soort.KLACHT,
            BEGIN.date(),
            Kanaal.BALIE,
            "Meneer heeft drie keer gebeld over een brief die hij niet begreep.",
            onderwerp="Moeilijke brief, niet teruggebeld",
            klager=_persoon("Mohamed", Aanhef.HEER, "Youssef"),
            afdeling="Sociaal domein",
            wens=Wens.GESPREK,
        ),
    )


@pytest.fixture
def evi(register_openen: Callable[[], Context], klok: Wandklok) -> str:
    """Evi's klacht about a medewerker, six weeks ago; ask for it before ``pagina``."""
    klok.zet(10, 14)
    return _registreer(
        register_openen,
        Aanmelding(
            Soort.KLACHT,
            date(2026, 10, 14),
            Kanaal.BRIEF,
            "De aanvraag van mijn neef is kwijtgeraakt.",
            onderwerp="Aanvraag uitkering kwijtgeraakt",
            klager=_persoon("Jangha", Aanhef.MEVROUW, "Evi"),
            afdeling="Sociaal domein",
            beklaagde="de heer T. Visser",
        ),
    )


def _persoon(achternaam: str, aanhef: Aanhef, voornaam: str) -> Persoon:
    return Persoon(
        achternaam,
        aanhef,
        f"{voornaam[0]}.",
        voornaam,
        straat="Dorpsstraat",
        huisnummer="12",
        postcode="1741 AB",
        plaats="Voorbeeldstad",
        telefoon="06 12 34 56 78",
        voorkeur=Voorkeur.BELLEN,
    )


def _registreer(openen: Callable[[], Context], aanmelding: Aanmelding) -> str:
    ctx = openen()
    kenmerk = registreren.registreer(ctx, aanmelding).kenmerk
    bootstrap.sluit(ctx)
    return kenmerk


class Werker:
    """Somebody who opens a dossier and works through it with the controls on the page."""

    def __init__(
        self, pagina: DossierPage, navigatie: Logboek, qtbot: QtBot, openen: Callable[[], Context]
    ) -> None:
        self.pagina = pagina
        self.navigatie = navigatie
        self._qtbot = qtbot
        self._openen = openen

    @property
    def beeld(self) -> Dossierbeeld:
        assert self.pagina.beeld is not None
        return self.pagina.beeld

    @property
    def dossier(self) -> Dossier:
        return self.beeld.dossier

    @property
    def venster(self) -> HandelingVenster:
        assert self.pagina.uitvoering.venster is not None
        return self.pagina.uitvoering.venster

    def rust(self) -> None:
        """Wait until the page has its answer and nothing is under way."""
        self._qtbot.waitUntil(
            lambda: self.pagina.runner.is_rustig and self.pagina.beeld is not None, timeout=20_000
        )

    def open(self, kenmerk: str, doe: str = "") -> None:
        self.pagina.toon(kenmerk, doe)
        self.rust()

    def klik(self, knop: QWidget) -> None:
        assert knop.isEnabled(), "Deze knop kan niet worden ingedrukt."
        self._qtbot.mouseClick(knop, Qt.MouseButton.LeftButton)

    def toets(self, toets: Qt.Key, *knoppen: Qt.KeyboardModifier) -> None:
        """Press a key where the keyboard is now; the window behind a form comes back first."""
        with self._qtbot.waitActive(self.pagina):
            self.pagina.activateWindow()
        modus = Qt.KeyboardModifier.NoModifier
        for knop in knoppen:
            modus |= knop
        doel = self.pagina.window().focusWidget() or self.pagina
        self._qtbot.keyClick(doel, toets, modus)

    def doe_stap(self, **antwoorden: str) -> None:
        """Press the button of the next step and fill in its form."""
        self.klik(self.pagina.stapbalk.knop)
        self.vul(**antwoorden)

    def doe(self, handeling: str, **antwoorden: str) -> None:
        """Open a form from *Meer doen* and fill it in."""
        self.pagina.meer_doen.gekozen.emit(handeling)
        self.vul(**antwoorden)

    def vul(self, **antwoorden: str) -> None:
        for naam, waarde in antwoorden.items():
            self.venster.formulier.veld(naam).zet_waarde(waarde)
        self.venster.formulier.vul({})
        self.klik(self.venster.knop)
        self.rust()
        assert self.pagina.uitvoering.venster is None, self.venster.zinnen()

    def verstuur(self, soort: str, **antwoorden: str) -> None:
        """Press the button of the next step, which is a letter; print it and mark it sent.

        Of ``antwoorden`` those are filled in that this letter asks.
        """
        self.klik(self.pagina.stapbalk.knop)
        bureau = self.pagina.bureau
        assert bureau.soort == soort
        self.rust()
        if bureau.vragen.vul(antwoorden):
            self._qtbot.waitUntil(bureau.knop.isEnabled, timeout=10_000)
        assert bureau.voorbeeld.paginas > 0, bureau.zin()
        bureau.voorbeeld.print_nu()
        self._qtbot.waitUntil(lambda: not bureau.voorbeeld.drukt, timeout=20_000)
        self.klik(bureau.knop)
        self.rust()

    def verstuur_wat_moet(self, **antwoorden: str) -> None:
        """Send every letter that the next step asks for."""
        while self.beeld.stap is not None and self.beeld.stap.brief:
            self.verstuur(self.beeld.stap.brief, **antwoorden)

    def collega(self, handeling: str, **antwoorden: str) -> Dossier:
        """Let a colleague do something in the same register, from another PC."""
        ctx = self._openen()
        nu = zoeken.dossier(ctx, self.dossier.kenmerk)
        opdracht = Opdracht(nu.kenmerk, handeling, antwoorden, nu.versie)
        anders = behandelen.voer_uit(replace(ctx, gebruiker="collega"), opdracht)
        bootstrap.sluit(ctx)
        return anders

    def bij_collega(self, doe: Callable[[Context], object]) -> None:
        """Let a colleague do something else in the same register."""
        ctx = self._openen()
        doe(replace(ctx, gebruiker="collega"))
        bootstrap.sluit(ctx)


@pytest.fixture
def printer(tmp_path: Path) -> Callable[[QWidget, str, int], QPrinter]:
    """The print dialog, answered: prints to a file."""

    def kies(_ouder: QWidget, _titel: str, _paginas: int) -> QPrinter:
        gekozen = QPrinter(QPrinter.PrinterMode.HighResolution)
        gekozen.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        gekozen.setResolution(150)
        gekozen.setOutputFileName(str(tmp_path / "papier.pdf"))
        return gekozen

    return kies


@pytest.fixture
def werker(
    qtbot: QtBot,
    runner: Runner,
    navigatie: Logboek,
    register_openen: Callable[[], Context],
    printer: Callable[[QWidget, str, int], QPrinter],
    tmp_path: Path,
) -> Iterator[Werker]:
    pagina = DossierPage(
        runner,
        navigatie,
        kies_printer=printer,
        kies_pad=lambda _ouder, naam: str(tmp_path / naam),
        kies_eml=lambda _ouder, naam: str(tmp_path / naam),
    )
    runner.changed.connect(pagina.ververs)
    pagina.resize(1146, 740)
    with qtbot.waitActive(pagina):
        pagina.show()
        pagina.activateWindow()
    yield Werker(pagina, navigatie, qtbot, register_openen)
    pagina.close()
    pagina.deleteLater()
    # At once: the next test dresses every widget that is still alive.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
