"""Starts the window: dress, open the register in the worker, show what needs attention."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QLibraryInfo,
    QLocale,
    QObject,
    QSettings,
    Qt,
    QTimer,
    QTranslator,
    Signal,
)
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from klachtenapp import bootstrap, paths
from klachtenapp.clock import SystemClock
from klachtenapp.errors import KlachtenappError
from klachtenapp.services.bereik import SchijfWeg
from klachtenapp.services.context import Context
from klachtenapp.services.ontsluiten import OpSlot
from klachtenapp.ui import foutvenster
from klachtenapp.ui.instellingen import instellingen as lees_instellingen
from klachtenapp.ui.main_window import MainWindow
from klachtenapp.ui.openen import Bestaand, Opening
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.stijl import STIJLKEUZE, Stijl
from klachtenapp.ui.werkvoorraad_page import WerkvoorraadPage

if TYPE_CHECKING:
    from klachtenapp.services.aanmelden import Aanmeldstand
    from klachtenapp.ui.aanmelden import Aanmelden
    from klachtenapp.ui.eerste_keer import EersteKeer, Openen
    from klachtenapp.ui.schijfweg import SchijfWegVenster
    from klachtenapp.ui.slot.toegang import Toegang

_LAATSTE = "register/laatste"
_OPRUIMEN_NA_MS = 3_000  # the first seconds are for who wants to work


def _ruim_bekeken_op() -> None:
    """Remove the copies of attachments that a program that was killed left behind."""
    if paths.bekijkmap().is_dir():
        from klachtenapp.services import bijlage_uit  # noqa: PLC0415 - hardly ever needed

        bijlage_uit.ruim_op()


class Programma(QObject):
    """Keeps one register open in one window, or asks which; lives as long as the program.

    ``eerste_beeld`` follows when a window shows its first rows.
    """

    eerste_beeld = Signal()

    def __init__(self, program: QApplication, instellingen: QSettings) -> None:
        super().__init__(program)
        self._program = program
        self._instellingen = instellingen
        self.stijl = Stijl(program, instellingen)
        self.venster: MainWindow | None = None
        self.keuze: EersteKeer | None = None
        self.aanmelden: Aanmelden | None = None
        self.toegang: Toegang | None = None
        self.schijf_weg: SchijfWegVenster | None = None
        self.opening: Opening | None = None
        self._runner: Runner | None = None

    def begin(self, pad: Path | None) -> None:
        """Open ``pad``, or the register of last time, or ask."""
        if pad is None:
            laatste = str(self._instellingen.value(_LAATSTE) or "")
            if not laatste:
                self.kies()
                return
            pad = Path(laatste)
        self.open(Bestaand(pad))

    def kies(self, bericht: str = "", register: Path | None = None) -> None:
        """Show the three choices, with what went wrong above them, and with which register."""
        gc.enable()
        self._program.setQuitOnLastWindowClosed(True)
        if self.keuze is None:
            # The oefengemeente needs all there is; who has a register need not wait for that.
            from klachtenapp.ui.eerste_keer import EersteKeer  # noqa: PLC0415

            self.keuze = EersteKeer()
            self.keuze.gekozen.connect(self.open)
            self.keuze.niet_wachten.connect(self._niet_wachten)
        self.keuze.toon(bericht, register)
        self.keuze.show()

    def open(self, openen: Openen) -> None:
        """Open a register in a worker of its own and show it."""
        self.opening = opening = Opening(openen, self)
        self._runner = opening.runner
        opening.geopend.connect(self._geopend)
        opening.mislukt.connect(self._niet_geopend)
        opening.duurt.connect(self._zeg_dat_het_duurt)
        opening.begin()

    def _zeg_dat_het_duurt(self, zin: str, mag_los: bool) -> None:
        """Show that something is being done, unless a window already does."""
        if self.toegang is not None or self.schijf_weg is not None:
            return
        if self.keuze is None:
            self.kies()
        if self.keuze is not None:
            self.keuze.wacht(zin, mag_los=mag_los)

    def _niet_wachten(self) -> None:
        if self.opening is not None:
            self.opening.laat_los()

    def _geopend(self, ctx: Context) -> None:
        if self._runner is None:
            return
        self._instellingen.setValue(_LAATSTE, ctx.postadres)
        if ctx.rollen:
            self._toon()
            return
        # Most people are known; what signing in needs is not loaded for them.
        from klachtenapp.services import aanmelden  # noqa: PLC0415

        self._runner.run(aanmelden.stand, self._vraag_wie)

    def _vraag_wie(self, stand: Aanmeldstand) -> None:
        """Ask who is there: the register does not know the name on this computer."""
        if self._runner is None:
            return
        gc.enable()
        from klachtenapp.ui.aanmelden import Aanmelden  # noqa: PLC0415

        self.aanmelden = Aanmelden(self._runner, stand)
        self.aanmelden.aangemeld.connect(self._aangemeld)
        self.aanmelden.ander_register.connect(self._ander)
        self.aanmelden.show()
        self._sluit_vragen()

    def _aangemeld(self, ctx: Context) -> None:
        if self._runner is not None:
            self._runner.vervang(ctx)
            self._toon()
            self._sluit_aanmelden()

    def _toon(self) -> None:
        """Show the window of the register that is open."""
        if self._runner is None:
            return
        self.venster = MainWindow(self._runner, self.stijl, instellingen=self._instellingen)
        self.venster.ander_register.connect(self._ander)
        self.venster.speel.connect(self._speel)
        eerste = self.venster.stapel.currentWidget()
        if isinstance(eerste, WerkvoorraadPage):
            eerste.getoond.connect(self._na_beeld, Qt.ConnectionType.SingleShotConnection)
        else:
            QTimer.singleShot(0, self._na_beeld)
        self.venster.verschijn()
        self._program.setQuitOnLastWindowClosed(True)
        self._sluit_vragen()

    def _sluit_vragen(self) -> None:
        """Close what was asked before there was a register."""
        self._sluit_keuze()
        self._sluit_toegang()
        self._sluit_schijf_weg()

    def _sluit_keuze(self) -> None:
        if self.keuze is not None:
            self.keuze.close()
            self.keuze = None

    def _sluit_aanmelden(self) -> None:
        if self.aanmelden is not None:
            self.aanmelden.close()
            self.aanmelden.deleteLater()
            self.aanmelden = None

    def _na_beeld(self) -> None:
        gc.freeze()  # what was loaded stays; there is no need to look through it ever again
        gc.enable()
        QTimer.singleShot(0, self.eerste_beeld.emit)  # after the drawing that is now waiting
        QTimer.singleShot(_OPRUIMEN_NA_MS, self, _ruim_bekeken_op)

    def _niet_geopend(self, fout: KlachtenappError) -> None:
        if self._runner is not None:
            self._runner.sluit()
            self._runner = None
        if isinstance(fout, OpSlot):
            self._vraag_toegang(fout)
        elif isinstance(fout, SchijfWeg):
            self._toon_schijf_weg(fout)
        else:
            self.kies(str(fout), self.opening.pad if self.opening is not None else None)
            self._sluit_schijf_weg()

    def _toon_schijf_weg(self, fout: SchijfWeg) -> None:
        """Say that the disk is gone; go on by itself as soon as it is back."""
        gc.enable()
        from klachtenapp.ui.schijfweg import SchijfWegVenster  # noqa: PLC0415 - seldom

        self._program.setQuitOnLastWindowClosed(True)
        oud, self.schijf_weg = self.schijf_weg, SchijfWegVenster(fout)
        self.schijf_weg.opnieuw.connect(lambda pad: self.open(Bestaand(pad)))
        self.schijf_weg.ander_register.connect(self._ander_dan_dit)
        self.schijf_weg.show()
        _doe_weg(oud)
        self._sluit_keuze()
        self._sluit_toegang()

    def _vraag_toegang(self, fout: OpSlot) -> None:
        """Ask for words from paper, or the password: the register is locked for this user."""
        gc.enable()
        from klachtenapp.ui.slot.toegang import Toegang  # noqa: PLC0415 - once on a computer

        self._program.setQuitOnLastWindowClosed(True)
        self._sluit_toegang()
        self.toegang = Toegang(fout, SystemClock().now)
        self.toegang.geopend.connect(self._met_toegang)
        self.toegang.ander_register.connect(self._ander_dan_dit)
        self.toegang.show()
        self._sluit_keuze()
        self._sluit_schijf_weg()

    def _met_toegang(self, pad: Path, wachtwoord: str) -> None:
        self.open(Bestaand(pad, wachtwoord))

    def _ander_dan_dit(self) -> None:
        self.kies()
        self._sluit_toegang()
        self._sluit_schijf_weg()

    def _sluit_toegang(self) -> None:
        oud, self.toegang = self.toegang, None
        _doe_weg(oud)

    def _sluit_schijf_weg(self) -> None:
        oud, self.schijf_weg = self.schijf_weg, None
        _doe_weg(oud)

    def _ander(self) -> None:
        """Close this register first; when a page keeps its window open, stay with it."""
        venster = self.venster
        if venster is None:
            self._sluit_zonder_venster()
            return
        self.kies()
        if venster.close():
            self._laat_los()
        elif self.keuze is not None:
            self.keuze.close()

    def _speel(self, medewerker: int) -> None:
        """Be a colleague in the oefengemeente: close the window, open it again as that one."""
        if self.venster is None or self._runner is None:
            return
        pad = Path(self._runner.ctx.postadres)
        self._program.setQuitOnLastWindowClosed(False)  # for a moment there is no window
        if self.venster.close():
            self._laat_los()
            self.open(lambda: _open_als(pad, medewerker))
        else:
            self._program.setQuitOnLastWindowClosed(True)
            self.venster.oefenstrook.wie_nu()

    def _sluit_zonder_venster(self) -> None:
        """Nobody signed in: close the register behind the choice of another one."""
        self.kies()
        self._sluit_aanmelden()
        if self._runner is not None:
            self._runner.sluit()
            self._runner = None

    def _laat_los(self) -> None:
        if self.venster is not None:
            self.venster.deleteLater()
            self.venster = None
        self._runner = None

    def einde(self) -> None:
        """Close whatever is open; for the end of the program and of a test."""
        if self.venster is not None:
            self.venster.close()
        if self._runner is not None:
            self._runner.sluit()
        self._laat_los()
        self._sluit_toegang()
        self._sluit_schijf_weg()
        self._sluit_aanmelden()
        if self.keuze is not None:
            self.keuze.close()
            self.keuze.deleteLater()
            self.keuze = None


def _open_als(pad: Path, medewerker: int) -> Context:
    from klachtenapp.services import oefenrol  # noqa: PLC0415 - only in the oefengemeente

    ctx = bootstrap.open(pad)
    try:
        return oefenrol.speel(ctx, medewerker)
    except BaseException:
        bootstrap.sluit(ctx)
        raise


def _doe_weg(vraag: Toegang | SchijfWegVenster | None) -> None:
    if vraag is not None:
        vraag.sluit()
        vraag.deleteLater()


def spreek_nederlands(program: QApplication) -> QTranslator:
    """Let Qt's own words (the menu of a text field, the print dialog) be Dutch as well."""
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    vertaler = QTranslator(program)
    vertaler.load("qtbase_nl", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    program.installTranslator(vertaler)
    return vertaler


def stop() -> None:
    """Close every window, and with it the register and the program."""
    QApplication.closeAllWindows()
    QApplication.quit()


def start(
    pad: Path | str | None = None, *, na_eerste_beeld: Callable[[], None] | None = None
) -> int:
    """Run the window until it is closed; returns the exit code of the program.

    ``na_eerste_beeld`` is called once, when the first werkvoorraad has been drawn.
    """
    program = QApplication([*sys.argv[:1], *STIJLKEUZE])
    program.setApplicationName("Klachtenapp")
    program.setDesktopFileName("klachtenapp")
    program.setWindowIcon(QIcon(str(paths.bronnen() / "iconen" / "klachtenapp.svg")))
    spreek_nederlands(program)
    foutvenster.richt_log_in()
    vanger = foutvenster.Foutvanger(program)
    vanger.installeer()
    programma = Programma(program, lees_instellingen())
    if na_eerste_beeld is not None:
        programma.eerste_beeld.connect(na_eerste_beeld, Qt.ConnectionType.SingleShotConnection)
    programma.begin(Path(pad) if pad else None)
    code = program.exec()
    programma.einde()
    return code
