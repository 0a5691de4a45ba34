"""Choosing a logo or a signature: drop a file or ask for one, see it on paper white, remove it."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from klachtenapp.errors import KlachtenappError
from klachtenapp.services import handtekeningbeeld, huisstijl
from klachtenapp.services.huisstijl import GEEN_LOGO, Logokeuze
from klachtenapp.ui import bestanden, tokens
from klachtenapp.ui.bouwstenen import Knop, Tekst
from klachtenapp.ui.bouwstenen.tekst import zet_rol

_BEZIG = "Bezig met lezen …"
_TIK = 40  # ms between two looks at the thread that reads
_RAND = 12


@dataclass(frozen=True, slots=True)
class Plaatje:
    """What is chosen: its words, the files that are offered, and what reads one."""

    kies: str
    weg: str
    titel: str
    soorten: str
    hulp: str
    is_er: str
    geen: str
    lees: Callable[[Path], Logokeuze]


LOGO = Plaatje(
    "Kies een logo …", "Logo weghalen", "Kies een logo", "Logo (*.png *.svg)",
    "Een PNG of een SVG. U kunt het bestand ook op dit vlak slepen.",
    "Het logo", "Nog geen logo", lambda pad: huisstijl.lees_logo(pad),
)  # fmt: skip
HANDTEKENING = Plaatje(
    "Kies een plaatje …", "Plaatje weghalen", "Kies een plaatje van de handtekening",
    "Handtekening (*.png *.jpg *.jpeg)",
    "Een foto of scan van de handtekening op wit papier: PNG of JPEG. U kunt het bestand ook op "
    "dit vlak slepen.",
    "De handtekening", "Nog geen plaatje", lambda pad: handtekeningbeeld.lees_bestand(pad),
)  # fmt: skip

KiesBestand = Callable[[QWidget | None, str, str], Path | None]


class Logokiezer(QWidget):
    """The picture, two buttons, and a line that says what is wrong. ``gewijzigd``: by a person.

    Reading happens beside the window: a strange file may take seconds, and nothing waits.
    """

    gewijzigd = Signal()
    gelezen = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        kies: KiesBestand = bestanden.kies_openen,
        plaatje: Plaatje = LOGO,
    ) -> None:
        super().__init__(parent)
        self._kies = kies
        self._plaatje = plaatje
        self._keuze = GEEN_LOGO
        self._antwoord: queue.SimpleQueue[Logokeuze | KlachtenappError] = queue.SimpleQueue()
        self._klok = QTimer(self)
        self._klok.setInterval(_TIK)
        self._klok.timeout.connect(self._kijk)
        self.setAcceptDrops(True)
        self._vlak = _Logovlak(plaatje)
        self.kies_knop = Knop(plaatje.kies, icoon="map")
        self.kies_knop.setAutoDefault(False)
        self.kies_knop.clicked.connect(lambda: self._vraag())
        self.weg_knop = Knop(plaatje.weg, icoon="kruis")
        self.weg_knop.setAutoDefault(False)
        self.weg_knop.clicked.connect(lambda: self._haal_weg())
        self._regel = Tekst(plaatje.hulp, "klein")
        knoppen = QVBoxLayout()
        knoppen.setSpacing(tokens.RUIMTE_S)
        knoppen.addWidget(self.kies_knop)
        knoppen.addWidget(self.weg_knop)
        knoppen.addStretch(1)
        rij = QHBoxLayout()
        rij.setSpacing(tokens.RUIMTE_M)
        rij.addWidget(self._vlak, 1)
        rij.addLayout(knoppen)
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.setSpacing(tokens.RUIMTE_XS)
        opmaak.addLayout(rij)
        opmaak.addWidget(self._regel)
        self.zet(GEEN_LOGO)

    @property
    def bezig(self) -> bool:
        """Whether a file is being read."""
        return self._klok.isActive()

    def keuze(self) -> Logokeuze:
        """Return the logo that stands here, or ``GEEN_LOGO``."""
        return self._keuze

    def zet(self, keuze: Logokeuze) -> None:
        """Show a logo, without telling anyone."""
        self._keuze = keuze
        self._vlak.toon(keuze)
        self.weg_knop.setEnabled(bool(keuze))
        self.wis_fout()

    def lees(self, pad: Path) -> None:
        """Read a file; ``gewijzigd`` follows when it is a logo, else a sentence."""
        if self.bezig:
            return
        self.kies_knop.setEnabled(False)
        self.wis_fout()
        self._regel.setText(_BEZIG)

        def doe() -> None:
            try:
                self._antwoord.put(self._plaatje.lees(pad))
            except KlachtenappError as fout:
                self._antwoord.put(fout)

        threading.Thread(target=doe, name="logo", daemon=True).start()
        self._klok.start()

    def fout(self, zin: str) -> None:
        """Say below what is wrong."""
        zet_rol(self._regel, "fout")
        self._regel.setText(zin)
        self.kies_knop.setAccessibleDescription(zin)

    def wis_fout(self) -> None:
        """Take the complaint away."""
        zet_rol(self._regel, "klein")
        self._regel.setText(self._plaatje.hulp)
        self.kies_knop.setAccessibleDescription(self._plaatje.hulp)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        if _gesleept(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped."""
        pad = _gesleept(event)
        if pad is not None:
            event.acceptProposedAction()
            self.lees(pad)

    def _vraag(self) -> None:
        pad = self._kies(self, self._plaatje.titel, self._plaatje.soorten)
        if pad is not None:
            self.lees(pad)

    def _haal_weg(self) -> None:
        self.zet(GEEN_LOGO)
        self.kies_knop.setFocus(Qt.FocusReason.OtherFocusReason)
        self.gewijzigd.emit()

    def _kijk(self) -> None:
        try:
            antwoord = self._antwoord.get_nowait()
        except queue.Empty:
            return
        self._klok.stop()
        self.kies_knop.setEnabled(True)
        if isinstance(antwoord, KlachtenappError):
            self.fout(str(antwoord))
        else:
            self.zet(antwoord)
            self.gewijzigd.emit()
        self.gelezen.emit()


class _Logovlak(QFrame):
    """Draws the picture on white, also in the dark scheme: paper is white."""

    def __init__(self, plaatje: Plaatje) -> None:
        super().__init__()
        self._plaatje = plaatje
        self._keuze = GEEN_LOGO
        self._beeld = QImage()
        self._lijnen: QSvgRenderer | None = None
        self.setProperty("rol", "logovlak")
        self.setFixedHeight(tokens.px(96))
        self.setMinimumWidth(tokens.px(150))

    def toon(self, keuze: Logokeuze) -> None:
        """Show a logo, or that there is none."""
        gegevens = QByteArray(keuze.inhoud)
        self._lijnen = QSvgRenderer(gegevens, self) if keuze.soort == "svg" else None
        self._beeld = QImage.fromData(gegevens) if keuze.soort == "png" else QImage()
        self._keuze = keuze
        self.setAccessibleName(self._plaatje.is_er if keuze else self._plaatje.geen)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the logo as large as fits."""
        super().paintEvent(event)
        penseel = QPainter(self)
        vlak = QRectF(self.rect()).adjusted(_RAND, _RAND, -_RAND, -_RAND)
        if not self._keuze:
            penseel.setPen(QColor(tokens.LICHT.gedempt))  # on white, also in the dark
            penseel.drawText(vlak, Qt.AlignmentFlag.AlignCenter, self._plaatje.geen)
        elif self._lijnen is not None:
            self._lijnen.render(penseel, _passend(vlak, self._lijnen.viewBoxF()))
        else:
            penseel.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            penseel.drawImage(_passend(vlak, QRectF(self._beeld.rect())), self._beeld)
        penseel.end()


def _passend(vlak: QRectF, maat: QRectF) -> QRectF:
    """Return the largest place in ``vlak`` with the proportions of ``maat``, in the middle."""
    schaal = min(vlak.width() / maat.width(), vlak.height() / maat.height())
    uit = QRectF(0, 0, maat.width() * schaal, maat.height() * schaal)
    uit.moveCenter(vlak.center())
    return uit


def _gesleept(event: QDropEvent) -> Path | None:
    adressen = event.mimeData().urls()
    if len(adressen) != 1 or not adressen[0].isLocalFile():
        return None
    return Path(adressen[0].toLocalFile())
