"""A list one types in: a few letters are enough, leaving the field completes them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from klachtenapp.domain.adres import normaliseer
from klachtenapp.ui import tokens


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
    """A combo box that is typed in. What is not in its list may stay: the service judges.

    No list pops up while one types: it would swallow the keys that go on (Tab, Ctrl+Enter).
    What is meant stands behind the letters instead; Alt+Down opens the list.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keuzes: tuple[str, ...] = ()
        self._regel = _Regel()
        self.setEditable(True)
        self.setLineEdit(self._regel)
        self.setCompleter(None)  # type: ignore[arg-type]
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.editTextChanged.connect(self._toon_bedoeld)

    def waarde(self) -> str:
        """Return the choice that is meant, or the letters as they are typed."""
        return beste_keuze(self.currentText(), self._keuzes)

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
        self.blockSignals(False)
        self.zet(getypt)

    def zet(self, tekst: str) -> None:
        """Show this choice without telling anyone; the arrows go on from there."""
        self.blockSignals(True)
        self._kies(tekst)
        self.blockSignals(False)
        self._toon_bedoeld(tekst)

    def _kies(self, tekst: str) -> None:
        plek = self.findText(tekst, Qt.MatchFlag.MatchExactly)
        if plek >= 0:
            self.setCurrentIndex(plek)
        self.setEditText(tekst)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Complete what was typed when only one choice can be meant."""
        if (
            event.reason() != Qt.FocusReason.PopupFocusReason
            and self.waarde() != self.currentText()
        ):
            self._kies(self.waarde())
        super().focusOutEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll, not the answer."""
        event.ignore()

    def _toon_bedoeld(self, getypt: str) -> None:
        bedoeld = self.waarde()
        self._regel.bedoeld = bedoeld if bedoeld != getypt.strip() else ""


class _Regel(QLineEdit):
    """The line one types in, with what is meant in grey behind it."""

    bedoeld = ""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.bedoeld or not self.hasFocus():
            return
        maten = self.fontMetrics()
        links = self.cursorRect().center().x() + tokens.RUIMTE_S
        hoogte = (self.height() + maten.ascent() - maten.descent()) / 2
        penseel = QPainter(self)
        penseel.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        ruimte = max(0, self.width() - links - tokens.RUIMTE_XS)
        tekst = maten.elidedText(f"→ {self.bedoeld}", Qt.TextElideMode.ElideRight, ruimte)
        penseel.drawText(QPointF(links, hoogte), tekst)
        penseel.end()
