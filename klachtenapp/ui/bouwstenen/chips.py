"""Chips: all choices in sight, one click or key press each, instead of a drop-down list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen.stroom import Stroom

_VOORUIT = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_TERUG = (Qt.Key.Key_Left, Qt.Key.Key_Up)


class Chip(QPushButton):
    """One choice; pressed in when chosen."""

    def __init__(self, label: str, waarde: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self.waarde = waarde or label
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setProperty("rol", "chip")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(label.replace("&", ""))

    def sizeHint(self) -> QSize:
        """Keep room for the bolder letters of a chosen chip, so that nothing shifts or is cut."""
        vet = QFont(self.font())
        vet.setWeight(QFont.Weight.DemiBold)
        tekst = self.text()
        erbij = QFontMetrics(vet).horizontalAdvance(tekst)
        erbij -= self.fontMetrics().horizontalAdvance(tekst)
        return super().sizeHint() + QSize(max(0, erbij), 0)


class ChipGroep(QWidget):
    """A row of chips that wraps. One choice, or with ``meer`` any number.

    In a row with one choice Tab stops once, on the chosen chip; arrows and first letters
    choose. With ``meer`` Tab stops once too, arrows move and Space presses. Use the group
    itself as the buddy of a label.
    """

    gewijzigd = Signal(str)

    def __init__(
        self,
        keuzes: Iterable[tuple[str, str]] | Iterable[str] = (),
        *,
        meer: bool = False,
        verplicht: bool = False,
        naam: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """``keuzes``: words, or (stored word, label). Without ``verplicht`` a second press on
        the chosen chip takes the choice back."""  # fmt: skip
        super().__init__(parent)
        self._meer = meer
        self._verplicht = verplicht
        self._stroom = Stroom(self, tokens.RUIMTE_S - 2)
        self._chips: list[Chip] = []
        self.setAccessibleName(naam)
        beleid = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        beleid.setHeightForWidth(True)
        self.setSizePolicy(beleid)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.zet_keuzes(keuzes)

    def zet_keuzes(self, keuzes: Iterable[tuple[str, str]] | Iterable[str]) -> None:
        """Show other choices; what was chosen stays chosen when it is still there."""
        gekozen = self.waarden()
        while (item := self._stroom.takeAt(0)) is not None:
            oud = item.widget()
            if oud is not None:
                oud.hide()  # else a show that is still queued makes it a window of its own
                oud.setParent(None)
                oud.deleteLater()
        self._chips = []
        for keuze in keuzes:
            waarde, label = keuze if isinstance(keuze, tuple) else (keuze, keuze)
            chip = Chip(label, waarde)
            chip.setChecked(waarde in gekozen)
            chip.clicked.connect(lambda _aan=False, c=chip: self._gedrukt(c))
            chip.installEventFilter(self)
            self._stroom.addWidget(chip)
            self._chips.append(chip)
        self._zet_tab()

    def chips(self) -> Sequence[Chip]:
        """Return the chips in order."""
        return tuple(self._chips)

    def waarde(self) -> str:
        """Return the chosen word, or an empty string."""
        return next((chip.waarde for chip in self._chips if chip.isChecked()), "")

    def waarden(self) -> tuple[str, ...]:
        """Return all chosen words."""
        return tuple(chip.waarde for chip in self._chips if chip.isChecked())

    def zet(self, *waarden: str) -> None:
        """Choose these words without telling anyone."""
        for chip in self._chips:
            chip.setChecked(chip.waarde in waarden)
        self._zet_tab()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus to the chip one would expect."""
        super().focusInEvent(event)
        self._ingang().setFocus(event.reason())

    def setFocus(self, reden: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Put the focus on the chosen (or first) chip."""
        if self._chips:
            self._ingang().setFocus(reden)

    def eventFilter(self, bron: QObject, event: QEvent) -> bool:
        """Move with the arrows, choose with a first letter, before the chip itself looks."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            hier = next((n for n, chip in enumerate(self._chips) if chip is bron), None)
            doel = None if hier is None else self._doel(event, hier)
            if doel is not None:
                self._ga_naar(doel)
                return True
        return super().eventFilter(bron, event)

    def _ga_naar(self, doel: int) -> None:
        chip = self._chips[doel]
        chip.setFocus(Qt.FocusReason.TabFocusReason)
        if not self._meer and not chip.isChecked():
            chip.setChecked(True)
            self._gedrukt(chip)

    def _doel(self, event: QKeyEvent, hier: int) -> int | None:
        if event.key() in _VOORUIT or event.key() in _TERUG:
            return (hier + (1 if event.key() in _VOORUIT else -1)) % len(self._chips)
        letter = event.text().casefold()
        if not letter.isalpha() or event.modifiers():
            return None
        # The chip under the focus comes first as long as it is not chosen; then the next one.
        begin = hier + (1 if self._meer or self._chips[hier].isChecked() else 0)
        volgorde = [(begin + stap) % len(self._chips) for stap in range(len(self._chips))]
        return next((n for n in volgorde if self._begint_met(n, letter)), None)

    def _begint_met(self, n: int, letter: str) -> bool:
        return self._chips[n].text().replace("&", "").casefold().startswith(letter)

    def _ingang(self) -> Chip:
        return next((chip for chip in self._chips if chip.isChecked()), self._chips[0])

    def _gedrukt(self, chip: Chip) -> None:
        if not self._meer:
            if not chip.isChecked() and self._verplicht:
                chip.setChecked(True)
            for ander in self._chips:
                if ander is not chip:
                    ander.setChecked(False)
        self._zet_tab()
        self.gewijzigd.emit(self.waarde())

    def _zet_tab(self) -> None:
        """Let Tab stop at one chip only: the group is one question."""
        if not self._chips:
            return
        ingang = self._ingang()
        for chip in self._chips:
            beleid = Qt.FocusPolicy.StrongFocus if chip is ingang else Qt.FocusPolicy.ClickFocus
            chip.setFocusPolicy(beleid)
        self.setFocusProxy(ingang)
