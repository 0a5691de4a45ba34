"""The shortcuts that work on every page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from klachtenapp.ui.stijl import Stijl

_IN_BALK = 7  # pages that have a number; Ctrl+8 and Ctrl+9 are left for later


def zet_toetsen(
    venster: QWidget,
    stijl: Stijl,
    doen: Sequence[tuple[str, Callable[[], object]]],
    paginas: Sequence[str],
    toon: Callable[[str], object],
) -> None:
    """Make the shortcuts: ``doen``, the size of the letters, and a number for each page."""
    alles: list[tuple[str, Callable[[], object]]] = [
        *doen,
        ("Ctrl++", stijl.groter),
        ("Ctrl+=", stijl.groter),
        ("Ctrl+-", stijl.kleiner),
        ("Ctrl+0", stijl.normaal),
        *(
            (f"Ctrl+{nummer}", partial(toon, naam))
            for nummer, naam in enumerate(paginas[:_IN_BALK], start=1)
        ),
    ]
    for toets, doe in alles:
        # A shortcut gives nothing, but a slot with room for it would take the first argument.
        QShortcut(QKeySequence(toets), venster).activated.connect(partial(_doe, doe))


def _doe(doe: Callable[[], object]) -> None:
    doe()
