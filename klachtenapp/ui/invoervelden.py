"""One widget for each way in which a handeling or a letter asks something, all with one face."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QLineEdit, QPlainTextEdit, QWidget

from klachtenapp.domain.handeling import Veld, VeldSoort
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import ChipGroep, DatumVeld

_CHIPS_LENGTE = 80  # letters of all labels together that stand side by side on one or two rows
_HOOGSTE = 14  # lines of a text field before it scrolls
GEEN_DATUM = "Dit is geen datum. Typ bijvoorbeeld 24-11, of t voor vandaag."

Keuzes = Sequence[tuple[str, str]]


class Invoerveld(Protocol):
    """What a form needs of a field: its answer as text, and a word when it changed."""

    def waarde(self) -> str:
        """Return the answer: dates as ISO text, yes/no as ja/nee, empty when there is none."""
        ...

    def zet_waarde(self, waarde: str) -> None:
        """Fill in an answer without telling anyone."""
        ...

    def klacht(self) -> str:
        """Return what is wrong with what was typed, or an empty string."""
        ...


class Tekstveld(QLineEdit):
    """One line of text."""

    def waarde(self) -> str:
        """Return the text without spaces around it."""
        return self.text().strip()

    def zet_waarde(self, waarde: str) -> None:
        """Fill in the text."""
        self.setText(waarde)

    def klacht(self) -> str:
        """Text is never wrong by itself."""
        return ""


class Tekstvak(QPlainTextEdit):
    """Several lines of text; grows while one types, and Tab goes on to the next field."""

    gewijzigd = Signal()

    def __init__(self, regels: int = 3) -> None:
        super().__init__()
        self._regels = regels
        self.setTabChangesFocus(True)
        self.textChanged.connect(self.gewijzigd)
        self.document().documentLayout().documentSizeChanged.connect(lambda _maat: self._groei())
        self._groei()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._groei()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure again in another width, once the words have been wrapped for it."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._groei()

    def _groei(self) -> None:
        """Grow with what is typed, so that one sees all of it without scrolling."""
        regels = int(self.document().size().height())
        hoog = min(max(regels + 1, self._regels), _HOOGSTE) * self.fontMetrics().lineSpacing()
        if self.height() != hoog + tokens.px(22):
            self.setFixedHeight(hoog + tokens.px(22))

    def waarde(self) -> str:
        """Return the text without spaces around it."""
        return self.toPlainText().strip()

    def zet_waarde(self, waarde: str) -> None:
        """Fill in the text."""
        geblokkeerd = self.blockSignals(True)
        self.setPlainText(waarde)
        self.blockSignals(geblokkeerd)

    def klacht(self) -> str:
        """Text is never wrong by itself."""
        return ""


class Dagveld(DatumVeld):
    """A day, as ISO text."""

    def waarde(self) -> str:
        """Return the day as ISO text; empty when there is none."""
        dag = self.datum()
        return dag.isoformat() if dag else ""

    def zet_waarde(self, waarde: str) -> None:
        """Fill in a day from ISO text."""
        self.zet(date.fromisoformat(waarde) if waarde else None)

    def klacht(self) -> str:
        """Say that what stands here is not a date."""
        return GEEN_DATUM if self.is_fout() else ""


class Chipveld(ChipGroep):
    """Few answers, all in sight."""

    def zet_waarde(self, waarde: str) -> None:
        """Choose an answer."""
        self.zet(waarde)

    def klacht(self) -> str:
        """A choice is never wrong by itself."""
        return ""


class Keuzelijst(QComboBox):
    """Many or long answers in a list; the wheel of the mouse scrolls the page, not the answer."""

    gewijzigd = Signal()

    def __init__(self, keuzes: Keuzes, leeg: str = "Kies…") -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.addItem(leeg, "")
        for waarde, label in keuzes:
            self.addItem(label, waarde)
        self.currentIndexChanged.connect(lambda _plek: self.gewijzigd.emit())

    def setAccessibleName(self, naam: str) -> None:
        """Name the field, and the list that opens from it."""
        super().setAccessibleName(naam)
        self.view().setAccessibleName(naam)

    def waarde(self) -> str:
        """Return the stored word of the choice."""
        return str(self.currentData() or "")

    def zet_waarde(self, waarde: str) -> None:
        """Choose an answer; one that is not in the list (any more) is added, not lost."""
        geblokkeerd = self.blockSignals(True)
        plek = self.findData(waarde)
        if plek < 0:
            self.addItem(waarde, waarde)
            plek = self.count() - 1
        self.setCurrentIndex(plek)
        self.blockSignals(geblokkeerd)

    def klacht(self) -> str:
        """A choice is never wrong by itself."""
        return ""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()


class Zoeklijst(Keuzelijst):
    """A list of names in which one types any part of a name."""

    def __init__(self, keuzes: Keuzes) -> None:
        super().__init__(keuzes, leeg="")
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        regel = QLineEdit()
        regel.setPlaceholderText("Typ een deel van de naam")
        self.setLineEdit(regel)
        aanvuller = QCompleter(self.model(), self)
        aanvuller.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        aanvuller.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(aanvuller)
        self.editTextChanged.connect(lambda _tekst: self.gewijzigd.emit())

    def waarde(self) -> str:
        """Return the name in the field: of the list, or as typed (the rules then refuse it)."""
        tekst = self.currentText().strip()
        plek = self.findText(tekst, Qt.MatchFlag.MatchFixedString)
        return str(self.itemData(plek)) if plek >= 0 else tekst


class Vinkveld(QCheckBox):
    """A sentence that one confirms with a tick; no tick is no answer."""

    def __init__(self, zin: str) -> None:
        super().__init__(zin)
        self.setAccessibleName(zin)

    def waarde(self) -> str:
        """Return ``ja`` or an empty string."""
        return "ja" if self.isChecked() else ""

    def zet_waarde(self, waarde: str) -> None:
        """Tick or untick."""
        geblokkeerd = self.blockSignals(True)
        self.setChecked(waarde == "ja")
        self.blockSignals(geblokkeerd)

    def klacht(self) -> str:
        """A tick is never wrong by itself."""
        return ""


def maak_keuzeveld(keuzes: Keuzes, *, verplicht: bool) -> Chipveld | Keuzelijst:
    """Return chips when all answers fit in sight, else a list."""
    if sum(len(label) + 3 for _, label in keuzes) <= _CHIPS_LENGTE:
        return Chipveld(keuzes, verplicht=verplicht)
    return Keuzelijst(keuzes)


def is_bewering(veld: Veld) -> bool:
    """Whether ``veld`` is a sentence to confirm with a tick; a question gets yes and no."""
    return veld.soort is VeldSoort.JA_NEE and not veld.verplicht and "?" not in veld.label


def maak_veld(
    veld: Veld,
    *,
    vandaag: Callable[[], date],
    medewerkers: Sequence[str] = (),
    afdelingen: Sequence[str] = (),
    bijlagen: Sequence[str] = (),
) -> QWidget:
    """Return the widget for one ``Veld``; it follows ``Invoerveld``."""
    match veld.soort:
        case VeldSoort.DATUM:
            return Dagveld(vandaag)
        case VeldSoort.LANGE_TEKST:
            return Tekstvak()
        case VeldSoort.KEUZE:
            return maak_keuzeveld(veld.keuzes, verplicht=veld.verplicht)
        case VeldSoort.JA_NEE:
            if is_bewering(veld):
                return Vinkveld(veld.label)
            return Chipveld((("ja", "ja"), ("nee", "nee")), verplicht=veld.verplicht)
        case VeldSoort.MEDEWERKER:
            return Zoeklijst([(naam, naam) for naam in medewerkers])
        case VeldSoort.AFDELING:
            return Keuzelijst([(naam, naam) for naam in afdelingen])
        case VeldSoort.BIJLAGE:
            return Keuzelijst([(naam, naam) for naam in bijlagen], leeg="Geen")
        case _:
            return Tekstveld()


def bij_wijziging(widget: QWidget, doe: Callable[[], None]) -> None:
    """Call ``doe`` after every change the user makes in ``widget``."""
    match widget:
        case Vinkveld():
            widget.toggled.connect(lambda _aan: doe())
        case Tekstveld():
            widget.textChanged.connect(lambda _tekst: doe())
        case Dagveld():
            widget.textChanged.connect(lambda _tekst: doe())
        case Chipveld():
            widget.gewijzigd.connect(lambda _waarde: doe())
        case Tekstvak() | Keuzelijst():
            widget.gewijzigd.connect(doe)
        case _:
            raise TypeError(f"No such field: {type(widget).__name__}")
