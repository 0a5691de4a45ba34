"""A list one types in: a few letters are enough, leaving the field completes them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from klachtenapp.domain.adres import normaliseer


def beste_keuze(getypt: str, keuzes: Sequence[str]) -> str:
    """Return the choice that is meant by the letters typed, or the letters themselves.

    The whole word goes first, then the only choice that begins with them, then the only one
    that has a word which does, then the only one in which they occur. Two candidates is none.
    """
    letters = normaliseer(getypt.strip())
    if not letters:
        return ""
    kaal = {keuze: normaliseer(keuze) for keuze in keuzes}
    proeven = (
        lambda k: k == letters,
        lambda k: k.startswith(letters),
        lambda k: any(woord.startswith(letters) for woord in k.split()),
        lambda k: letters in k,
    )
    for proef in proeven:
        gevonden = [keuze for keuze, tekst in kaal.items() if proef(tekst)]
        if gevonden:
            return gevonden[0] if len(gevonden) == 1 else getypt.strip()
    return getypt.strip()


class Keuzeveld(QComboBox):
    """A combo box that is typed in. What is not in its list may stay: the service judges."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._keuzes: tuple[str, ...] = ()

    def zet_keuzes(self, keuzes: Iterable[str]) -> None:
        """Offer these choices; what is typed stays."""
        nieuw = tuple(keuzes)
        if nieuw == self._keuzes:
            return
        self._keuzes = nieuw
        getypt = self.currentText()
        self.blockSignals(True)
        self.clear()
        self.addItems(["", *nieuw])
        aanvuller = QCompleter(list(nieuw), self)
        aanvuller.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        aanvuller.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(aanvuller)
        self.setEditText(getypt)
        self.blockSignals(False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Complete what was typed when only one choice can be meant."""
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            keuze = beste_keuze(self.currentText(), self._keuzes)
            if keuze != self.currentText():
                self.setEditText(keuze)
        super().focusOutEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll, not the answer."""
        event.ignore()
