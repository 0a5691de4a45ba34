"""The letter as it will be, beside the text: drawn by the worker while one types."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.errors import RegelFout
from klachtenapp.services import teksten, tekstvoorbeeld
from klachtenapp.services.context import Context
from klachtenapp.services.teksten import Tekstoordeel
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import ChipGroep
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.pdf_voorbeeld import PdfVoorbeeld
from klachtenapp.ui.runner import Runner

_WACHT_MS = 350
_VARIANTEN = (
    (tekstvoorbeeld.LANG, "lang"),
    (tekstvoorbeeld.KORT, "kort"),
    (tekstvoorbeeld.REGISTER, "uit register"),
)


class Briefvoorbeeld(QWidget):
    """Checks and draws a text a moment after the last letter; ``beoordeeld`` has what is wrong.

    While a text cannot be printed the last good page stays, greyed by the list of problems.
    """

    beoordeeld = Signal(object)

    def __init__(self, runner: Runner, navigatie: Navigatie) -> None:
        super().__init__()
        self._runner = runner
        self._wat: tuple[BriefSoort, str] | None = None
        self.variant = ChipGroep(_VARIANTEN, verplicht=True, naam="Voorbeeld")
        self.variant.setToolTip(
            "Met een lang of een kort bedacht voorbeeld, of met een klacht uit dit register."
        )
        self.variant.zet(tekstvoorbeeld.LANG)
        self.variant.gewijzigd.connect(lambda _waarde: self._teken())
        self.pdf = PdfVoorbeeld(runner, navigatie)
        self.pdf.zonder_balk()
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.setSpacing(tokens.RUIMTE_S)
        opmaak.addWidget(self.variant)
        opmaak.addWidget(self.pdf, 1)
        self._timer = QTimer(self, interval=_WACHT_MS, singleShot=True)
        self._timer.timeout.connect(self._teken)

    def toon(self, soort: BriefSoort, tekst: str, *, meteen: bool = False) -> None:
        """Show this text soon, or at once."""
        self._wat = (soort, tekst)
        if meteen:
            self._timer.stop()
            self._teken()
        else:
            self._timer.start()

    def _teken(self) -> None:
        if self._wat is None:
            return
        (soort, tekst), variant = self._wat, self.variant.waarde()

        def werk(ctx: Context) -> tuple[BriefSoort, Tekstoordeel, bytes]:
            oordeel = teksten.controleer(ctx, soort, tekst)
            try:
                pdf = tekstvoorbeeld.voorbeeld(ctx, soort, tekst, variant=variant)
            except RegelFout:  # what is wrong stands in the list below the text
                pdf = b""
            return soort, oordeel, pdf

        # of its own: another page that is closing may still draw a last time
        self._runner.run(werk, self._on_klaar, vervangt=f"brieftekst voorbeeld {id(self)}")

    def _on_klaar(self, uitkomst: tuple[BriefSoort, Tekstoordeel, bytes]) -> None:
        soort, oordeel, pdf = uitkomst
        if self._wat is None or self._wat[0] is not soort:
            return
        if pdf:
            self.pdf.toon(pdf, f"Voorbeeld {soort}.pdf")
        elif not self.pdf.pdf:
            self.pdf.wis("Verbeter eerst de tekst. Dan komt hier het voorbeeld.")
        self.beoordeeld.emit(oordeel)
