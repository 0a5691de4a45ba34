"""A ``qtbot`` that waits as somebody at the screen does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

_LANG_MS: Final = 20_000
"""A wait that succeeds takes no longer for it; a machine with other work needs it."""


class GeduldigeBot(QtBot):
    """Waits longer, and until what Qt put in its queue is done as well.

    What is put in a page that is on the screen shows only after the next event. Nobody sees
    the moment in between, but a test that looks at once, after an answer, may.
    """

    def waitUntil(  # noqa: N802 - as pytest-qt calls it
        self, callback: Callable[[], bool | None], *, timeout: int = 0
    ) -> None:
        super().waitUntil(callback, timeout=max(timeout, _LANG_MS))
        QCoreApplication.sendPostedEvents()
