"""How large a window of its own may be: what it asks for, or what the screen has room for."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QByteArray, QRect, QSettings, QSize
from PySide6.QtWidgets import QWidget

_GEOMETRIE: Final = "venster/geometrie"
_GEWOON: Final = QSize(1366, 768)

_RAND: Final = QSize(16, 40)  # px of the window's own frame and title, which Qt does not count


def passend(gevraagd: QSize, scherm: QRect) -> QSize:
    """Return ``gevraagd``, never larger than ``scherm`` with the frame of the window around it."""
    return gevraagd.boundedTo(scherm.size() - _RAND)


def pas_op_scherm(venster: QWidget, breed: int, hoog: int) -> None:
    """Make ``venster`` this large; on a small screen, or with large text, as large as fits."""
    venster.resize(passend(QSize(breed, hoog), venster.screen().availableGeometry()))


class Venstermaat:
    """Remembers where the window stood and how large it was."""

    def __init__(self, venster: QWidget, instellingen: QSettings) -> None:
        self._venster = venster
        self._instellingen = instellingen
        venster.resize(_GEWOON)
        geometrie = instellingen.value(_GEOMETRIE)
        self._bekend = isinstance(geometrie, QByteArray) and venster.restoreGeometry(geometrie)

    def verschijn(self) -> None:
        """Show the window as it was left; the first time on a small screen it fills it."""
        ruimte = self._venster.screen().availableSize()
        past = ruimte.width() > _GEWOON.width() and ruimte.height() > _GEWOON.height()
        if self._bekend or past:
            self._venster.show()
        else:
            self._venster.showMaximized()

    def onthoud(self) -> None:
        """Keep place and size for the next time."""
        self._instellingen.setValue(_GEOMETRIE, self._venster.saveGeometry())
