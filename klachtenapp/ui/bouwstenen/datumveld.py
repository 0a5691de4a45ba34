"""A date is typed, not clicked: ``24-11``, ``24 nov``, ``t`` for today, arrows for a day more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from klachtenapp.domain import dagtekst
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen.tekst import zet_rol
from klachtenapp.ui.formatting import lees_datum

_ZO, _ZO_KORT = "dag-maand, t = vandaag", "dag-maand"
_RAND = 28  # px at 100 %: what stands beside the words in the field


class DatumVeld(QLineEdit):
    """A field for one day, shown as ``di 24 nov 2026`` once it is understood.

    ``gewijzigd`` carries the new ``date``, or ``None`` when it is empty or no date.
    """

    gewijzigd = Signal(object)

    def __init__(
        self,
        vandaag: Callable[[], date],
        dag: date | None = None,
        *,
        naam: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._vandaag = vandaag
        self._laatst: date | None = None
        self.setPlaceholderText(_ZO)
        self.setToolTip("Typ 24-11, 24 nov 2026, t (vandaag) of +7. ↑ en ↓ tellen een dag.")
        if naam:
            self.setAccessibleName(naam)
        self.textEdited.connect(self._getypt)
        self.zet(dag)

    def datum(self) -> date | None:
        """Return the day, or ``None`` when the field is empty or not understood."""
        return lees_datum(self.text(), self._vandaag())

    def is_fout(self) -> bool:
        """Return whether something stands here that is not a date."""
        return bool(self.text().strip()) and self.datum() is None

    def zet(self, dag: date | None) -> None:
        """Show this day without telling anyone."""
        self._laatst = dag
        self.setText(dagtekst.kort(dag) if dag else "")
        self._kleur()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say in a narrow field only what fits; the tooltip has the rest."""
        super().resizeEvent(event)
        past = self.fontMetrics().horizontalAdvance(_ZO) <= self.width() - tokens.px(_RAND)
        self.setPlaceholderText(_ZO if past else _ZO_KORT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count a day up or down with the arrows."""
        stap = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if stap is None or event.modifiers():
            super().keyPressEvent(event)
            return
        nieuw = (self.datum() or self._vandaag()) + timedelta(days=stap)
        self.setText(dagtekst.kort(nieuw))
        self._vertel()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write the day out in full when one leaves, so that one sees what was understood."""
        super().focusOutEvent(event)
        dag = self.datum()
        if dag is not None:
            self.setText(dagtekst.kort(dag))
        self._kleur()

    def _getypt(self, _tekst: str) -> None:
        self._vertel()

    def _vertel(self) -> None:
        dag = self.datum()
        if not self.hasFocus() or dag is not None or not self.text():
            self._kleur()
        if dag != self._laatst:
            self._laatst = dag
            self.gewijzigd.emit(dag)

    def _kleur(self) -> None:
        zet_rol(self, "veld-fout" if self.is_fout() else "veld")
