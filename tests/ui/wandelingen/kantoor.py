"""The office of the oefengemeente: one computer, the real window, people who take turns.

A walk begins with nobody signed in. Everything goes through what one sees: the sign-in window,
the palette, the buttons, the forms. Only the dialogs of the system (printer, file) are answered
by the test, and the clock is moved.
"""

from __future__ import annotations

import io
import os
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pdfplumber
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.exceptions import TimeoutError as QtBotTimeoutError
from pytestqt.qtbot import QtBot

from klachtenapp import bootstrap
from klachtenapp.domain.begrippen import Status
from klachtenapp.domain.dossier import DocumentInfo, Dossier, Klachtonderdeel
from klachtenapp.domain.formulier import Formulier
from klachtenapp.domain.gemeente import Venster
from klachtenapp.domain.personen import Rol
from klachtenapp.services import correspondentie, reservekopie, zoeken
from klachtenapp.services.kalenders import standaardkalender
from klachtenapp.ui.app import Programma
from klachtenapp.ui.beheer.sleutels import SleutelsSectie
from klachtenapp.ui.beheer_page import BeheerPage
from klachtenapp.ui.bouwstenen import Kop
from klachtenapp.ui.dossier.oordeel_tab import OordeelTab
from klachtenapp.ui.dossier.poort_tab import PoortTab, Sluitregel
from klachtenapp.ui.dossier_page import DossierPage
from klachtenapp.ui.intake_page import IntakePage
from klachtenapp.ui.main_window import MainWindow
from klachtenapp.ui.ondertekenen_page import OndertekenenPage
from tests.ui.conftest import Logboek
from tests.ui.dossier.conftest import Werker

BEWAARMAP = "WANDELING_MAP"
"""The variable that names a folder in which letters and pictures of the window are kept."""

REGISTRAR = "E. Visser"  # also the beheerder
HOOFD = "A. van Egdom"
GEHEIM = "vijf-1-varkens"
BEGIN = datetime(2026, 11, 24, 9, 30)
_KALENDER = standaardkalender()
_LANG = 20_000
_MM = 72 / 25.4
_VENSTER = (1366, 768)
_KENMERK = re.compile(r"[A-Z]\d{4}-\d+$")
_LEEG = re.compile(r"\{[^}]*\}|\[[^\]]*\]|\.{4,}|_{3,}|…{2,}|\bNone\b")


class Kantoorklok:
    """The clock on the wall, which a walk moves. It never goes back."""

    def __init__(self, moment: datetime = BEGIN) -> None:
        self.moment = moment

    def today(self) -> date:
        return self.moment.date()

    def now(self) -> datetime:
        return self.moment

    def zet(self, dag: date) -> None:
        assert dag >= self.today(), "The clock does not go back."
        self.moment = datetime.combine(dag, BEGIN.time())


class Kantoor:
    """Drives the window. ``werker`` is whoever is signed in, on the dossier that is open."""

    def __init__(
        self, programma: Programma, pad: Path, klok: Kantoorklok, qtbot: QtBot, map_: Path
    ) -> None:
        self.programma = programma
        self.pad = pad
        self.klok = klok
        self.qtbot = qtbot
        self.map = map_
        self._werker: Werker | None = None
        self._fotos = 0

    # -- who is there, and when -------------------------------------------------------------

    def meld_aan(self, naam: str) -> None:
        """Whoever is there closes the window; ``naam`` opens the program and signs in by PIN."""
        self._werker = None
        self.programma.einde()
        self.programma.begin(self.pad)
        self.wacht_op(lambda: self.programma.aanmelden is not None)
        blad = self.programma.aanmelden
        assert blad is not None
        namen = [blad.wie.itemText(nummer) for nummer in range(blad.wie.count())]
        blad.wie.setCurrentIndex(namen.index(naam))
        QTest.keyClicks(blad.geheim, GEHEIM)
        QTest.keyClick(blad.geheim, Qt.Key.Key_Return)
        self.wacht_op(lambda: self.programma.venster is not None)
        self.venster.showNormal()
        self.venster.resize(*_VENSTER)
        with self.qtbot.waitActive(self.venster):
            self.venster.activateWindow()
        self.rust()

    @property
    def vandaag(self) -> date:
        return self.klok.today()

    def dag(self, dag: date) -> None:
        """It becomes ``dag``; the window shows it as when somebody presses F5."""
        self.klok.zet(dag)
        # A form that was just open gives the keyboard back to the window first.
        with self.qtbot.waitActive(self.venster):
            self.venster.activateWindow()
        QTest.keyClick(self.venster, Qt.Key.Key_F5)
        self.rust()

    def werkdagen_verder(self, aantal: int) -> date:
        """Go on ``aantal`` werkdagen and return the day that it becomes."""
        self.dag(self.over(aantal))
        return self.vandaag

    def over(self, werkdagen: int) -> date:
        """Return the day so many werkdagen from today."""
        return _KALENDER.plus_werkdagen(self.vandaag, werkdagen)

    # -- the window -----------------------------------------------------------------------------

    @property
    def venster(self) -> MainWindow:
        assert self.programma.venster is not None, "Nobody is signed in."
        return self.programma.venster

    @property
    def dossierblad(self) -> DossierPage:
        blad = self.venster.pagina("dossier")
        assert isinstance(blad, DossierPage)
        return blad

    def rust(self) -> None:
        """Wait until the register has answered everything, and all of it can be seen."""
        runner = self.dossierblad.runner

        def stil() -> bool:
            self.qtbot.wait(1)
            return runner.is_rustig

        self.wacht_op(lambda: stil() and stil())

    def wacht_op(self, klaar: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(klaar, timeout=_LANG)

    def klik(self, knop: QWidget) -> None:
        """Press a button that can be seen and works, or will in a moment."""
        with suppress(QtBotTimeoutError):
            self.qtbot.waitUntil(lambda: knop.isVisible() and knop.isEnabled(), timeout=_LANG)
        assert knop.isVisible(), f"'{_tekst_van(knop)}' is niet te zien."
        assert knop.isEnabled(), f"'{_tekst_van(knop)}' werkt nu niet."
        QTest.mouseClick(knop, Qt.MouseButton.LeftButton)

    def klik_op(self, tekst: str) -> None:
        """Press the one button with these words that can be seen."""
        knoppen = [
            knop
            for knop in self.venster.findChildren(QPushButton)
            if knop.isVisible() and _tekst_van(knop) == tekst
        ]
        assert len(knoppen) == 1, f"{len(knoppen)} knoppen met '{tekst}'"
        self.klik(knoppen[0])

    def naar(self, label: str) -> None:
        """Go to a page by its word in the navigation."""
        (knop,) = [
            knop
            for knop in self.venster.zijbalk.findChildren(QPushButton)
            if _tekst_van(knop) == label
        ]
        self.klik(knop)
        self.rust()

    def ziet(self, waarin: QWidget | None = None) -> str:
        """Return all words that can be seen, in the window or in a part of it."""
        labels = (waarin or self.venster).findChildren(QLabel)
        return "\n".join(" ".join(x.text().split()) for x in labels if x.isVisible() and x.text())

    def foto(self, naam: str) -> None:
        """Keep a picture of the window, when somebody wants to look."""
        if os.environ.get(BEWAARMAP):
            self.rust()
            beeld = QPixmap(self.venster.size())
            self.venster.render(beeld)
            form = self._werker.pagina.uitvoering.venster if self._werker else None
            if form is not None and form.isVisible():
                form.render(beeld, QPoint(self.venster.width() - form.width() - 20, 60))
            self._fotos += 1
            beeld.save(str(self.map / f"{self._fotos:02}-{naam}.png"))

    # -- a dossier --------------------------------------------------------------------------------

    def open(self, zoek: str) -> Werker:
        """Find a dossier with Ctrl+K, by its kenmerk or by words, and open it."""
        self.venster.zoek()
        palet = self.venster.palet
        (veld,) = palet.findChildren(QLineEdit)
        for teken in zoek:
            veld.insert(teken)
        self.wacht_op(lambda: palet.model.treffer(0) is not None)
        self.rust()
        treffer = palet.model.treffer(0)
        assert treffer is not None
        QTest.keyClick(veld, Qt.Key.Key_Return)
        self._werker = Werker(
            self.dossierblad,
            Logboek(),
            self.qtbot,
            lambda: bootstrap.open(self.pad, clock=self.klok),
        )
        self.rust()
        assert self.dossier.kenmerk == treffer.kenmerk
        return self._werker

    def neem_in(self, formulier: Formulier) -> str:
        """Fill in *Nieuwe melding*, register it and open it; returns the kenmerk."""
        self.naar("Nieuwe melding")
        blad = self.venster.pagina("nieuwe_melding")
        assert isinstance(blad, IntakePage)
        blad.paneel.velden.zet({k: w for k, w in formulier.velden().items() if w})
        blad.paneel.toon_feiten()
        self.foto("intake")
        self.klik(blad.knop_registreer)
        self.rust()
        assert blad.resultaat.isVisible(), self.ziet(blad)
        self.foto("geregistreerd")
        (kenmerk,) = (
            kop.text() for kop in blad.resultaat.findChildren(Kop) if _KENMERK.match(kop.text())
        )
        self.open(kenmerk)
        return kenmerk

    @property
    def werker(self) -> Werker:
        assert self._werker is not None, "No dossier is open."
        return self._werker

    @property
    def dossier(self) -> Dossier:
        """The dossier as the window shows it."""
        return self.werker.dossier

    @property
    def stap(self) -> str:
        """The words of the next step, as they can be read on the page."""
        return " ".join(self.ziet(self.dossierblad.stapbalk).split("\n"))

    def staat_op(self, status: Status, stap: str) -> None:
        """Look at a stage: the status, and the next step as it stands on the page."""
        self.foto(f"{status}")
        assert self.dossier.status is status, self.stap
        assert f"Volgende stap: {stap}" in self.stap, self.stap

    def poort(self) -> PoortTab:
        """Go to the tab *Afsluiten*."""
        self.dossierblad.werkblad.balk.kies("afsluiten")
        self.rust()
        tab = self.dossierblad.werkblad.tab
        assert isinstance(tab, PoortTab)
        return tab

    def poortregels(self) -> dict[str, str]:
        """Return every line of the closing gate as it is read out: name → words."""
        return {r.bevinding.naam: r.accessibleName() for r in self.poort().regels}

    def poortregel(self, naam: str) -> Sluitregel:
        """Return a line of the closing gate, with its buttons."""
        return next(regel for regel in self.poort().regels if regel.bevinding.naam == naam)

    def schrijf_oordeel(self, *onderdelen: Klachtonderdeel) -> OordeelTab:
        """Write the klachtonderdelen in their tab; the first form stands there already."""
        self.dossierblad.werkblad.balk.kies("oordeel")
        self.rust()
        tab = self.dossierblad.werkblad.tab
        assert isinstance(tab, OordeelTab)
        self.klik(tab.bewerk_knop)
        while len(tab.formulieren) < len(onderdelen):
            self.klik(tab.voeg_toe_knop)
        for formulier, deel in zip(tab.formulieren, onderdelen, strict=True):
            formulier.omschrijving.zet_waarde(deel.omschrijving)
            formulier.aspect.zet_waarde(str(deel.aspect or ""))
            formulier.bevinding.zet_waarde(deel.bevinding)
            formulier.oordeel.zet_waarde(str(deel.oordeel or ""))
            formulier.verbeterpunt.zet_waarde(deel.verbeterpunt)
            klaar = deel.verbeterpunt_klaar_op
            formulier.klaar_op.zet_waarde(klaar.isoformat() if klaar else "")
            formulier.gewijzigd.emit()
        self.foto(f"{self.dossier.kenmerk}-onderdelen")
        self.klik(tab.bewaar_knop)
        self.rust()
        assert not tab.bewerkt, self.ziet(tab)
        return tab

    def leg_voor(self, **antwoorden: str) -> None:
        """Press the next step, fill in the letter and offer it for signature."""
        self.klik(self.dossierblad.stapbalk.knop)
        self.rust()
        bureau = self.dossierblad.bureau
        knop = bureau.kolom.voorleg.knop
        if bureau.vragen.vul(antwoorden):
            self.wacht_op(knop.isEnabled)
        assert bureau.voorbeeld.paginas > 0, bureau.zin()
        self.klik(knop)
        self.rust()

    def verstuur_liggend(self) -> None:
        """Press the next step: a letter that lies ready; print it and mark it sent."""
        self.klik(self.dossierblad.stapbalk.knop)
        self.rust()
        bureau = self.dossierblad.bureau
        assert bureau.soort is None, "This letter still has to be made."
        assert bureau.voorbeeld.paginas > 0, bureau.zin()
        bureau.voorbeeld.print_nu()
        self.wacht_op(lambda: not bureau.voorbeeld.drukt)
        self.klik(bureau.knop)
        self.rust()

    # -- Ter ondertekening --------------------------------------------------------------------

    def maak_sleutel(self, naam: str = HOOFD) -> None:
        """The signer makes a key, and the beheerder confirms the digits that are read out."""
        self.meld_aan(naam)
        kaart = self.ondertekenmap().sleutelkaart
        QTest.keyClicks(kaart.geheim, GEHEIM)
        self.klik(kaart.knop)
        self.rust()
        cijfers = kaart.cijfers.text()
        assert re.fullmatch(r"\d{5}( \d{5}){5}", cijfers), self.ziet(kaart)
        self.meld_aan(REGISTRAR)
        self.naar("Beheer")
        beheer = self.venster.pagina("beheer")
        assert isinstance(beheer, BeheerPage)
        sectie = beheer.toon_sectie("Sleutels")
        assert isinstance(sectie, SleutelsSectie)
        self.rust()
        (wacht,) = [
            kaart
            for kaart in sectie.kaarten
            if kaart.naam == naam and kaart.sleutel.bevestigd_op is None
        ]
        wacht.cijfers.setText(cijfers)
        self.klik(wacht.knop_bevestig)
        self.rust()
        self.wacht_op(lambda: "bevestigd" in self.ziet(sectie))

    def ondertekenmap(self, kenmerk: str = "") -> OndertekenenPage:
        """Go to *Ter ondertekening*, and choose the letter of ``kenmerk`` there."""
        self.naar("Ter ondertekening")
        blad = self.venster.pagina("ondertekenen")
        assert isinstance(blad, OndertekenenPage)
        if kenmerk:
            lijst = blad.werkvlak.lijst
            rijen = [n for n in range(lijst.count()) if kenmerk in lijst.item(n).text()]
            assert rijen, f"{kenmerk} wacht niet op een handtekening."
            lijst.setCurrentRow(rijen[0])
            self.rust()
        return blad

    def stuur_terug(self, kenmerk: str, opmerking: str, woorden: str = "") -> None:
        """Send a letter back with a remark, about these words in it."""
        blad = self.ondertekenmap(kenmerk)
        self.klik(blad.knop_terug)
        kaart = blad.gang.terugkaart
        kaart.opmerking.zet_waarde(opmerking)
        kaart.passage.zet_waarde(woorden)
        self.foto(f"{kenmerk}-terugkaart")
        self.klik(kaart.knop)
        self.rust()

    def teken(self, kenmerk: str, geheim: str = GEHEIM) -> None:
        """Sign a letter: the tick, the PIN, Enter."""
        blad = self.ondertekenmap(kenmerk)
        self.klik(blad.knop_teken)
        kaart = blad.gang.tekenkaart
        self.wacht_op(kaart.isVisible)
        if not kaart.niet_betrokken.isHidden():
            QTest.keyClick(kaart.niet_betrokken, Qt.Key.Key_Space)
        QTest.keyClicks(kaart.geheim, geheim)
        self.foto(f"{kenmerk}-tekenkaart")
        QTest.keyClick(kaart.geheim, Qt.Key.Key_Return)
        self.rust()
        assert not kaart.isVisible(), self.ziet(kaart)

    def bel_zelf(self, kenmerk: str, **antwoorden: str) -> None:
        """Press *Zelf bellen* at a letter that waits, and write down the talk."""
        blad = self.ondertekenmap(kenmerk)
        self.klik(blad.knop_bel)
        self._werker = Werker(
            self.dossierblad,
            Logboek(),
            self.qtbot,
            lambda: bootstrap.open(self.pad, clock=self.klok),
        )
        self.rust()
        self._werker.vul(**antwoorden)

    # -- what lies in the register --------------------------------------------------------------

    def bewaar_brieven(self, kenmerk: str) -> list[tuple[DocumentInfo, Path]]:
        """Write every letter of a dossier in the folder to look at; returns them in order."""
        ctx = replace(bootstrap.open(self.pad, clock=self.klok), rollen=frozenset(Rol))
        try:
            bewaard = []
            for nummer, info in enumerate(zoeken.dossier(ctx, kenmerk).documenten, start=1):
                pad = self.map / f"{kenmerk}-{nummer:02}-{info.soort}.pdf"
                pad.write_bytes(correspondentie.document(ctx, info.id))
                bewaard.append((info, pad))
            return bewaard
        finally:
            bootstrap.sluit(ctx)

    def fouten(self) -> list[str]:
        """Return what ``klachtenapp controleer`` finds wrong in the register."""
        return [b.tekst for b in reservekopie.controleer(self.pad) if not b.goed]


def tekst(pdf: Path) -> str:
    """Return the words of a letter, each white space one space.

    Not the word OEFENING that stands aslant over the page: its letters come between the others.
    """
    with pdfplumber.open(io.BytesIO(pdf.read_bytes())) as boek:
        bladen = [blad.filter(lambda deel: deel.get("upright", True)) for blad in boek.pages]
        return " ".join(" ".join((blad.extract_text() or "").split()) for blad in bladen)


def in_envelopvenster(pdf: Path) -> list[str]:
    """Return the lines that lie in the window of the envelope."""
    venster = Venster()
    with pdfplumber.open(io.BytesIO(pdf.read_bytes())) as boek:
        vlak = boek.pages[0].crop(
            (
                venster.x * _MM - 0.5,
                venster.y * _MM,
                (venster.x + venster.breedte) * _MM,
                (venster.y + venster.hoogte) * _MM,
            ),
            strict=False,
        )
        return (vlak.extract_text() or "").split("\n")


def niet_ingevuld(pdf: Path) -> list[str]:
    """Return what looks like a place that nobody filled in."""
    return _LEEG.findall(tekst(pdf))


def _tekst_van(knop: QWidget) -> str:
    return knop.text().replace("&", "") if isinstance(knop, QPushButton) else knop.accessibleName()
