"""Letters and measures for the lists that are painted by hand."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from klachtenapp.ui import tokens

Index = QModelIndex | QPersistentModelIndex
OMSLAAN = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


def letter(basis: QFont, maat: int, *, vet: bool = False) -> QFont:
    """Return ``basis`` in ``maat`` px at 100 % text, regular or semibold."""
    resultaat = QFont(basis)
    resultaat.setPixelSize(tokens.px(maat))
    resultaat.setWeight(QFont.Weight.DemiBold if vet else QFont.Weight.Normal)
    return resultaat


def hoogte(lettertype: QFont, breed: int, tekst: str) -> int:
    """Return how high ``tekst`` is when it wraps at ``breed`` px; 0 for no text."""
    if not tekst:
        return 0
    vlak = QRect(0, 0, breed, 10_000)
    return QFontMetrics(lettertype).boundingRect(vlak, int(OMSLAAN), tekst).height()
