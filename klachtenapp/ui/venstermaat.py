"""How large a window of its own may be: what it asks for, or what the screen has room for."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

_RAND: Final = QSize(16, 40)  # px of the window's own frame and title, which Qt does not count


def passend(gevraagd: QSize, scherm: QRect) -> QSize:
    """Return ``gevraagd``, never larger than ``scherm`` with the frame of the window around it."""
    return gevraagd.boundedTo(scherm.size() - _RAND)


def pas_op_scherm(venster: QWidget, breed: int, hoog: int) -> None:
    """Make ``venster`` this large; on a small screen, or with large text, as large as fits."""
    venster.resize(passend(QSize(breed, hoog), venster.screen().availableGeometry()))
