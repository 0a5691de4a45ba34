"""Dresses the program: letter, palette and stylesheet from the tokens, light or dark, any size."""

from __future__ import annotations

import re
from pathlib import Path

import font_source_sans_pro
from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from klachtenapp.paths import bronnen
from klachtenapp.ui import tokens
from klachtenapp.ui.tokens import DONKER, LICHT, Palet

STIJLKEUZE = ("-style", "Fusion")
"""For the arguments of ``QApplication``: the same drawing on every system. Asking for it later
would load all of ``QStyle`` into Python, which costs a tenth of the whole start."""

_SLEUTEL_TEKSTMAAT = "weergave/tekstmaat"
_SNEDEN = ("SourceSansPro", "SourceSansProIt", "SourceSansProSemibold", "SourceSansProBold")
_KLEURNAAM = re.compile(r"@(\w+)")
_MAAT = re.compile(r"\b(\d+)dp\b")


def laad_letters() -> None:
    """Register Source Sans from its wheel, so that every PC shows the same letter."""
    for naam in _SNEDEN:
        pad = font_source_sans_pro.font_files_ttf[naam]
        if QFontDatabase.addApplicationFont(pad) == -1:
            raise RuntimeError(f"Qt refused the font file of {naam}.")


def stylesheet(palet: Palet, tekstmaat: int) -> str:
    """Return the stylesheet for one scheme and text size (percent).

    In ``resources/stijl.qss`` ``@inkt`` is a colour of the tokens, ``15dp`` a size that
    grows with the text and ``@iconen`` the folder with the icons.
    """
    kleuren = tokens.kleuren(palet)
    kleuren["iconen"] = Path(str(bronnen() / "iconen")).as_posix()
    kleuren["schema"] = "donker" if palet is DONKER else "licht"
    tekst = (bronnen() / "stijl.qss").read_text(encoding="utf-8")
    tekst = _KLEURNAAM.sub(lambda vondst: kleuren[vondst[1]], tekst)
    return _MAAT.sub(lambda vondst: f"{max(1, round(int(vondst[1]) * tekstmaat / 100))}px", tekst)


def qpalette(palet: Palet) -> QPalette:
    """Return the same colours for whatever the stylesheet does not reach (popups, indicators)."""
    rol = QPalette.ColorRole
    kleuren = {
        rol.Window: palet.pagina,
        rol.WindowText: palet.inkt,
        rol.Base: palet.vlak,
        rol.AlternateBase: palet.over,
        rol.Text: palet.inkt,
        rol.Button: palet.vlak,
        rol.ButtonText: palet.inkt,
        rol.BrightText: palet.op_primair,
        rol.Highlight: palet.primair,
        rol.HighlightedText: palet.op_primair,
        rol.Accent: palet.primair,
        rol.Link: palet.blauw,
        rol.LinkVisited: palet.blauw,
        rol.ToolTipBase: palet.vlak,
        rol.ToolTipText: palet.inkt,
        rol.PlaceholderText: palet.gedempt,
        rol.Mid: palet.lijn,
        rol.Dark: palet.rand,
    }
    resultaat = QPalette()
    for naam, kleur in kleuren.items():
        resultaat.setColor(naam, QColor(kleur))
    for naam in (rol.WindowText, rol.Text, rol.ButtonText):
        resultaat.setColor(QPalette.ColorGroup.Disabled, naam, QColor(palet.gedempt))
    return resultaat


class Stijl(QObject):
    """Keeps the look of the program: follows light and dark of the system, remembers the size.

    ``donker`` fixed to ``True`` or ``False`` is for screenshots and tests.
    """

    gewijzigd = Signal()

    def __init__(
        self, program: QApplication, instellingen: QSettings, *, donker: bool | None = None
    ) -> None:
        super().__init__(program)
        self._program = program
        self._instellingen = instellingen
        self._vast = donker
        self._tekstmaat = _gehele(instellingen.value(_SLEUTEL_TEKSTMAAT), 100)
        laad_letters()
        program.styleHints().colorSchemeChanged.connect(self.pas_toe)
        self.pas_toe()

    @property
    def tekstmaat(self) -> int:
        """The text size in percent."""
        return self._tekstmaat

    def pas_toe(self) -> None:
        """Dress everything again in the scheme and size that hold now."""
        donker = self._vast
        if donker is None:
            donker = self._program.styleHints().colorScheme() is Qt.ColorScheme.Dark
        palet = DONKER if donker else LICHT
        self._program.setProperty(tokens.EIGENSCHAP_DONKER, donker)
        self._program.setProperty(tokens.EIGENSCHAP_TEKSTMAAT, self._tekstmaat)
        letter = QFont(tokens.LETTER)
        letter.setPixelSize(tokens.px(tokens.LETTERGROOTTE))
        self._program.setFont(letter)
        self._program.setPalette(qpalette(palet))
        blad = stylesheet(palet, self._tekstmaat)
        if blad != self._program.styleSheet():  # Qt dresses every widget anew, also in the same
            self._program.setStyleSheet(blad)
        self.gewijzigd.emit()

    def groter(self) -> None:
        """Take the next larger text size."""
        self._kies(min((m for m in tokens.TEKSTMATEN if m > self._tekstmaat), default=200))

    def kleiner(self) -> None:
        """Take the next smaller text size."""
        self._kies(max((m for m in tokens.TEKSTMATEN if m < self._tekstmaat), default=80))

    def normaal(self) -> None:
        """Go back to 100 %."""
        self._kies(100)

    def _kies(self, tekstmaat: int) -> None:
        self._tekstmaat = tekstmaat
        self._instellingen.setValue(_SLEUTEL_TEKSTMAAT, tekstmaat)
        self.pas_toe()


def _gehele(waarde: object, anders: int) -> int:
    """Read a number from the settings file; whatever is not one of our sizes is 100 %."""
    try:
        getal = int(str(waarde))
    except ValueError:
        return anders
    return getal if getal in tokens.TEKSTMATEN else anders
