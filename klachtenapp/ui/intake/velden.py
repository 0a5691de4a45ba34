"""Joins the widgets of a form to the names of its fields, as text both ways."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSpinBox,
    QWidget,
)

from klachtenapp.ui.bouwstenen import ChipGroep, DatumVeld, Veldregel
from klachtenapp.ui.intake.keuzeveld import Keuzeveld

JA = "ja"
_RUIMTE_EROMHEEN = 90  # px: room for the label above and the sentence below


@dataclass(frozen=True, slots=True)
class _Koppeling:
    widget: QWidget
    lees: Callable[[], str]
    zet: Callable[[str], None]
    regel: Veldregel | None


class Velden(QObject):
    """All fields of one form. ``gewijzigd`` names the field in which the user did something.

    Filling the form from code is silent: a signal means a person.
    """

    gewijzigd = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._velden: dict[str, _Koppeling] = {}

    def koppel(self, naam: str, widget: QWidget, regel: Veldregel | None = None) -> None:
        """Join ``widget`` to the field ``naam``; ``regel`` shows what is wrong with it."""
        lees, zet = self._wegen(naam, widget)
        self._velden[naam] = _Koppeling(widget, lees, zet, regel)

    def koppel_vlaggen(self, groep: ChipGroep, regel: Veldregel | None = None) -> None:
        """Join every chip of a group with more choices to the yes/no field of its name."""
        for chip in groep.chips():
            self._velden[chip.waarde] = _Koppeling(
                chip, partial(_ja, chip), partial(_zet_ja, chip), regel
            )
            chip.clicked.connect(lambda _aan=False, n=chip.waarde: self.gewijzigd.emit(n))

    def vergeet(self) -> None:
        """Let go of all fields, because other widgets take their place."""
        self._velden.clear()

    def lees(self) -> dict[str, str]:
        """Return what stands in every field."""
        return {naam: koppeling.lees() for naam, koppeling in self._velden.items()}

    def zet(self, velden: Mapping[str, str]) -> None:
        """Put these words in their fields, without telling anyone."""
        for naam, tekst in velden.items():
            if naam in self._velden:
                self._velden[naam].zet(tekst)

    def widget(self, naam: str) -> QWidget:
        """Return the widget of a field."""
        return self._velden[naam].widget

    def toon_fout(self, veld: str, zin: str) -> bool:
        """Put the sentence beside the field and the focus in it; ``False``: no such field.

        ``veld`` may come from a service: ``klager.postcode``, ``gemachtigde.achternaam``.
        """
        deel, _, naam = veld.rpartition(".")
        keuzes = (f"{deel}_{naam}", naam) if deel and deel != "klager" else (naam,)
        gevonden = next((self._velden[k] for k in keuzes if k in self._velden), None)
        if gevonden is None:
            return False
        if gevonden.regel is not None:
            gevonden.regel.fout(zin)
        ga_naar(gevonden.widget)
        return True

    def wis_fouten(self) -> None:
        """Take every complaint away."""
        for koppeling in self._velden.values():
            if koppeling.regel is not None:
                koppeling.regel.wis_fout()

    def wis_fout(self, naam: str) -> None:
        """Take the complaint about one field away."""
        koppeling = self._velden.get(naam)
        if koppeling is not None and koppeling.regel is not None:
            koppeling.regel.wis_fout()

    def _wegen(self, naam: str, widget: QWidget) -> tuple[Callable[[], str], Callable[[str], None]]:
        def meld(*_wat: object) -> None:
            self.gewijzigd.emit(naam)

        if isinstance(widget, DatumVeld):
            widget.textEdited.connect(meld)
            widget.gewijzigd.connect(meld)
            return lambda: _lees_datum(widget), lambda tekst: _zet_datum(widget, tekst)
        if isinstance(widget, QLineEdit):
            widget.textEdited.connect(meld)
            return widget.text, partial(_zet_regel, widget)
        if isinstance(widget, QPlainTextEdit):
            return self._wegen_tekst(widget, meld)
        if isinstance(widget, Keuzeveld):
            widget.editTextChanged.connect(meld)
            return widget.waarde, widget.zet
        if isinstance(widget, QSpinBox):
            widget.valueChanged.connect(meld)
            return lambda: str(widget.value()), partial(_zet_getal, widget)
        if isinstance(widget, ChipGroep):
            widget.gewijzigd.connect(meld)
            return widget.waarde, lambda tekst: widget.zet(tekst)
        if isinstance(widget, QAbstractButton):
            widget.clicked.connect(meld)
            return partial(_ja, widget), partial(_zet_ja, widget)
        raise TypeError(f"No way to read a {type(widget).__name__}.")

    @staticmethod
    def _wegen_tekst(
        widget: QPlainTextEdit, meld: Callable[..., None]
    ) -> tuple[Callable[[], str], Callable[[str], None]]:
        def zet(tekst: str) -> None:
            if tekst != widget.toPlainText():
                widget.blockSignals(True)
                widget.setPlainText(tekst)
                widget.blockSignals(False)

        widget.textChanged.connect(meld)
        return widget.toPlainText, zet


def ga_naar(widget: QWidget) -> None:
    """Put the focus in a field and scroll to it; with Tab Qt does that itself.

    The scrolling waits for the layout: a sentence may just have appeared, or a whole part.
    """
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    QTimer.singleShot(0, widget, partial(_schuif_naar, widget))


def _schuif_naar(widget: QWidget) -> None:
    ouder = widget.parentWidget()
    while ouder is not None:
        if isinstance(ouder, QScrollArea):
            ouder.ensureWidgetVisible(widget, 0, _RUIMTE_EROMHEEN)
        ouder = ouder.parentWidget()


def _zet_regel(widget: QLineEdit, tekst: str) -> None:
    if tekst != widget.text():
        widget.setText(tekst)
        widget.setCursorPosition(0)  # a long line shows how it begins


def _zet_getal(widget: QSpinBox, tekst: str) -> None:
    widget.blockSignals(True)
    widget.setValue(int(tekst or 0))
    widget.blockSignals(False)


def _ja(knop: QAbstractButton) -> str:
    return JA if knop.isChecked() else ""


def _zet_ja(knop: QAbstractButton, tekst: str) -> None:
    knop.setChecked(bool(tekst))


def _lees_datum(veld: DatumVeld) -> str:
    """Return the day as ISO text, or as it is typed when it is no date (yet)."""
    dag = veld.datum()
    return dag.isoformat() if dag else veld.text().strip()


def _zet_datum(veld: DatumVeld, tekst: str) -> None:
    try:
        veld.zet(date.fromisoformat(tekst) if tekst else None)
    except ValueError:
        veld.setText(tekst)
