"""A file that is dropped anywhere on the window: a scan goes to its letter, the rest gets a word.

A part of a page that takes files of its own (attachments, a logo) gets them first.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from klachtenapp.domain.rollen import Recht
from klachtenapp.services import rechten
from klachtenapp.ui.bouwstenen import Pagina
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.statusregel import Statusregel

_PAGINA = "ondertekenen"
_SOORTEN = frozenset({".pdf", ".png", ".jpg", ".jpeg"})
_ANDERS = "Hier kunt u alleen de scan van een getekende brief neerleggen: een PDF, PNG of JPEG."
_EEN = "Sleep één scan tegelijk naar het venster."
_MAG_NIET = (
    "De scan van een getekende brief bewaart een behandelaar, de registrar of het afdelingshoofd."
)
_SLEPEN = frozenset({QEvent.Type.DragEnter, QEvent.Type.DragMove})


class _Venster(Protocol):
    """The window, as far as a scan needs it."""

    statusregel: Statusregel

    def toon_pagina(self, naam: str) -> None: ...

    def pagina(self, naam: str) -> Pagina: ...


class Scanval(QObject):
    """Takes what no page wanted. Nothing that is dropped is moved: the file stays where it was."""

    def __init__(self, vlak: QWidget, venster: _Venster, runner: Runner) -> None:
        super().__init__(vlak)
        self._venster = venster
        self._runner = runner
        vlak.setAcceptDrops(True)
        vlak.installEventFilter(self)

    def eventFilter(self, bron: QObject, event: QEvent) -> bool:
        """Take every drop: what is none of ours gets a sentence and no silence."""
        if isinstance(event, QDropEvent):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            if event.type() not in _SLEPEN:
                self._neem(event)
            return True
        return super().eventFilter(bron, event)

    def _neem(self, event: QDropEvent) -> None:
        paden = [Path(u.toLocalFile()) for u in event.mimeData().urls() if u.isLocalFile()]
        if len(paden) != 1 or paden[0].suffix.lower() not in _SOORTEN:
            self._venster.statusregel.zeg(_EEN if len(paden) > 1 else _ANDERS)
        elif not rechten.mag(self._runner.ctx, Recht.BEHANDELEN):
            self._venster.statusregel.zeg(_MAG_NIET)
        else:
            self._venster.toon_pagina(_PAGINA)
            self._venster.pagina(_PAGINA).neem_bestand(paden[0])
