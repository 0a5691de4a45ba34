"""A shortcut for a whole page that steps aside for a part with the same key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget


class Paginatoets(QObject):
    """Calls ``doe`` for ``toetsen`` anywhere in ``pagina``, except in ``niet_in``.

    Two shortcuts with one key would make it ambiguous, and then neither works: the preview
    of a PDF has its own Ctrl+P for the PDF that it shows.
    """

    def __init__(
        self,
        pagina: QWidget,
        toetsen: str | tuple[str, ...],
        doe: Callable[[], object],
        *,
        niet_in: QWidget | None = None,
    ) -> None:
        super().__init__(pagina)
        self._niet_in = niet_in
        self._kort = QShortcut(pagina)
        namen = (toetsen,) if isinstance(toetsen, str) else toetsen
        self._kort.setKeys([QKeySequence(naam) for naam in namen])
        self._kort.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._kort.setAutoRepeat(False)
        self._kort.activated.connect(lambda: doe())
        program = QApplication.instance()
        if niet_in is not None and isinstance(program, QApplication):
            program.focusChanged.connect(self._wissel)

    def zet_aan(self, aan: bool) -> None:
        """Let the key work, or not."""
        self._kort.setEnabled(aan)

    def _wissel(self, _oud: QWidget | None, nu: QWidget | None) -> None:
        if self._niet_in is not None:
            binnen = nu is not None and (nu is self._niet_in or self._niet_in.isAncestorOf(nu))
            self._kort.setEnabled(not binnen)
