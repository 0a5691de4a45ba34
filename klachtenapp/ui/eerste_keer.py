"""The first start: open a register, make a new one, or practise in the oefengemeente."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from klachtenapp import paths
from klachtenapp.clock import SystemClock
from klachtenapp.services import oefengemeente, terugzetten
from klachtenapp.services.context import Context
from klachtenapp.ui import bestanden, iconen, messages, tokens
from klachtenapp.ui.bouwstenen import Kaart, Knop, Kop, Melding, Tekst
from klachtenapp.ui.nieuw_register import NieuwRegister
from klachtenapp.ui.openen import Bestaand
from klachtenapp.ui.venstermaat import pas_op_scherm

Openen = Callable[[], Context]
"""Opens or makes a register; runs in the worker of the window that will use it."""

_OEFENBESTAND = "oefengemeente.klachten"


def open_register(pad: Path) -> Openen:
    """Return how the register at ``pad`` is opened."""
    return Bestaand(pad)


class Keuzeknop(QPushButton):
    """A large button with an icon, a title and a line that explains it."""

    def __init__(self, icoon: str, titel: str, uitleg: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icoon = icoon
        self.setProperty("rol", "keuze")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(True)
        self.setAccessibleName(titel.replace("&", ""))
        self.setAccessibleDescription(uitleg)
        self._beeld = QLabel()
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(*([tokens.RUIMTE_L] * 4))
        opmaak.setSpacing(tokens.RUIMTE_XS)
        kop = Kop(titel, 2)
        kop.setBuddy(self)  # the Alt key in the title presses the whole button
        woorden = Tekst(uitleg, "gedempt")
        woorden.setAlignment(Qt.AlignmentFlag.AlignTop)
        opmaak.addWidget(self._beeld)
        opmaak.addSpacing(tokens.RUIMTE_S)
        opmaak.addWidget(kop)
        opmaak.addWidget(woorden, 1)
        for deel in (self._beeld, kop, woorden):
            deel.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setMinimumWidth(tokens.px(240))
        self.setFixedHeight(tokens.px(188))
        self._teken()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon again in the colours of the new scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_beeld"):
            self._teken()

    def _teken(self) -> None:
        self._beeld.setPixmap(iconen.pixmap(self._icoon, "blauw", 32))


class EersteKeer(QWidget):
    """Three choices. ``gekozen`` carries how the register is opened.

    ``niet_wachten`` follows when the user gives up on a disk that does not answer.
    """

    gekozen = Signal(object)
    niet_wachten = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Klachtenapp")
        self.setProperty("rol", "pagina")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._bericht = Melding("", "let op")
        self._stuk: Path | None = None
        self.terugzetten = self._bericht.voeg_knop_toe("Terugzetten…", self._zet_terug)
        self.terugzetten.setAccessibleName("Een reservekopie van dit register terugzetten")
        self.uit_kopie = Knop("Ik heb alleen een &reservekopie", stil=True)
        self.uit_kopie.clicked.connect(self._uit_kopie)
        self._bezig = Kaart()
        self._bezigtekst = Tekst("")
        balk = QProgressBar()
        balk.setRange(0, 0)
        balk.setTextVisible(False)
        balk.setAccessibleName("Bezig")
        self.knop_los = Knop("Niet langer wachten")
        self.knop_los.clicked.connect(self.niet_wachten)
        regel = QHBoxLayout()
        regel.addWidget(self._bezigtekst, 1)
        regel.addWidget(self.knop_los)
        self._bezig.inhoud.addLayout(regel)
        self._bezig.voeg_toe(balk)
        self._bezig.hide()
        self.openen = Keuzeknop(
            "map",
            "Register &openen",
            "Er is al een register. Wijs het bestand aan, ook op een netwerkschijf.",
        )
        self.nieuw = Keuzeknop(
            "gebouw",
            "&Nieuw register",
            "Begin voor uw gemeente. Daarna haalt u uw oude Excel-register binnen.",
        )
        self.oefenen = Keuzeknop(
            "oefening",
            "O&efengemeente",
            "Een verzonnen gemeente met 130 meldingen. Hier kan niets misgaan.",
        )
        self._knoppen = (self.openen, self.nieuw, self.oefenen)
        self.openen.clicked.connect(self._open_bestand)
        self.nieuw.clicked.connect(self._maak_nieuw)
        self.oefenen.clicked.connect(self._oefen)
        self._bouw()

    def _bouw(self) -> None:
        rij = QHBoxLayout()
        rij.setSpacing(tokens.RUIMTE_L)
        for knop in self._knoppen:
            rij.addWidget(knop, 1)
        opmaak = QVBoxLayout(self)
        naast, boven = tokens.RUIMTE_XL * 2, tokens.RUIMTE_L
        opmaak.setContentsMargins(naast, boven, naast, boven)
        opmaak.setSpacing(tokens.RUIMTE_L)
        opmaak.addStretch(2)
        opmaak.addWidget(Kop("Welkom bij Klachtenapp", 1))
        opmaak.addWidget(
            Tekst(
                "Alle klachten, tips en complimenten in één register. Hoe wilt u beginnen?",
                "gedempt",
            )
        )
        opmaak.addWidget(self._bericht)
        opmaak.addLayout(rij)
        opmaak.addWidget(self._bezig)
        voet = QHBoxLayout()
        voet.addWidget(
            Tekst("Het register is één bestand. U kiest zelf waar het staat.", "klein"), 1
        )
        voet.addWidget(self.uit_kopie)
        opmaak.addLayout(voet)
        opmaak.addStretch(3)
        pas_op_scherm(self, tokens.px(930), tokens.px(560))

    def toon(self, bericht: str = "", register: Path | None = None) -> None:
        """Offer the choices, with a sentence about what went wrong, with which register."""
        self.klaar()
        self._stuk = register
        self.terugzetten.setVisible(register is not None)
        self._bericht.toon(bericht, "let op")

    def wacht(self, tekst: str, *, mag_los: bool = False) -> None:
        """Say what is being done and take no other choice until then, unless ``mag_los``."""
        self._bezigtekst.setText(tekst)
        self._bezig.setVisible(bool(tekst))
        self.knop_los.setVisible(mag_los)
        for knop in (*self._knoppen, self.uit_kopie):
            knop.setEnabled(not tekst)

    def klaar(self) -> None:
        """Offer the choices again."""
        self.wacht("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _kies(self, openen: Openen, tekst: str) -> None:
        self._bericht.toon("")
        self.wacht(tekst)
        self.gekozen.emit(openen)

    def _open_bestand(self) -> None:
        pad = bestanden.kies_openen(self, "Register openen", bestanden.REGISTER)
        if pad is not None:
            self._kies(open_register(pad), f"{pad.name} wordt geopend …")

    def _maak_nieuw(self) -> None:
        venster = NieuwRegister(self)
        if venster.exec():
            self._kies(venster.openen(), "Het register wordt gemaakt …")

    def _oefen(self) -> None:
        pad = paths.gegevensmap() / _OEFENBESTAND
        if pad.exists() and messages.ask(
            self,
            "Uw oefengemeente van de vorige keer staat er nog. Verdergaan, of opnieuw beginnen?",
            ja="Opnieuw beginnen",
            nee="Verdergaan",
        ):
            pad.unlink()
        if pad.exists():
            self._kies(open_register(pad), "De oefengemeente wordt geopend …")
        else:
            self._kies(
                lambda: oefengemeente.maak(pad),
                "De oefengemeente wordt gemaakt. Dat duurt een halve minuut …",
            )

    # -- copies ---------------------------------------------------------------------------------

    def _zet_terug(self) -> None:
        if self._stuk is not None:
            self._herstel(self._stuk)

    def _uit_kopie(self) -> None:
        """Begin with a copy: beside where its register was, or where the user wants it."""
        kopie = bestanden.kies_openen(self, "Reservekopie kiezen", bestanden.REGISTER)
        if kopie is None:
            return
        register = terugzetten.register_van(kopie) or bestanden.kies_bewaren(
            self, "Waar komt het register?", str(kopie.parent), (bestanden.REGISTER,)
        )
        if register is not None:
            self._herstel(register, kopie)

    def _herstel(self, register: Path, kopie: Path | None = None) -> None:
        from klachtenapp.ui.herstel import HerstelVenster  # noqa: PLC0415 - rarely needed

        hersteld: list[Path] = []
        venster = HerstelVenster(register, SystemClock().now, self, kopie=kopie)
        venster.hersteld.connect(hersteld.append)
        venster.gered.connect(hersteld.append)
        venster.exec()
        venster.deleteLater()
        if hersteld:
            pad = hersteld[-1]
            self._kies(Bestaand(pad, venster.wachtwoord), f"{pad.name} wordt geopend …")
