"""Ctrl+K: type a number, a name or a word, and go there. Searches the whole register."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from klachtenapp.domain import dagtekst
from klachtenapp.services import zoeken
from klachtenapp.services.context import Context
from klachtenapp.services.zoeken import Filter, RegisterRegel
from klachtenapp.ui.bouwstenen import KLEURROL, STERKROL, Overlay, Tabel, Tekst, Zoekveld
from klachtenapp.ui.runner import Runner

HOOGSTENS: Final = 8
WACHT_MS: Final = 120
_GEEN: Final = QModelIndex()
_HINT: Final = "Typ een nummer, een naam, een adres of een woord uit de klacht."


@dataclass(frozen=True, slots=True)
class Treffer:
    """One line of the palette: a dossier, or a page (then ``pagina`` is filled)."""

    kenmerk: str
    wie: str
    wat: str
    stand: str
    pagina: str = ""


class TrefferModel(QAbstractTableModel):
    """What was found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._treffers: Sequence[Treffer] = ()

    def stel(self, treffers: Sequence[Treffer]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._treffers = tuple(treffers)
        self.endResetModel()

    def treffer(self, rij: int) -> Treffer | None:
        """Return a line, or ``None`` beyond the last."""
        return self._treffers[rij] if 0 <= rij < len(self._treffers) else None

    def rowCount(self, ouder: QModelIndex | QPersistentModelIndex = _GEEN) -> int:
        """Return how many were found."""
        return 0 if ouder.isValid() else len(self._treffers)

    def columnCount(self, ouder: QModelIndex | QPersistentModelIndex = _GEEN) -> int:
        """Return the number of columns."""
        return 0 if ouder.isValid() else 4

    def data(
        self, index: QModelIndex | QPersistentModelIndex, rol: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt decides by role what it wants
        """Return text, colour or weight of a cell."""
        if not index.isValid():
            return None
        treffer, kolom = self._treffers[index.row()], index.column()
        if rol in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return (treffer.kenmerk, treffer.wie, treffer.wat, treffer.stand)[kolom]
        if rol == STERKROL:
            return kolom == 0
        if rol == KLEURROL:
            return "gedempt" if kolom == 3 else "blauw" if treffer.pagina else "inkt"
        return None


class Zoekpalet(Overlay):
    """``gekozen`` carries a kenmerk, ``pagina_gekozen`` the name of a page."""

    gekozen = Signal(str)
    pagina_gekozen = Signal(str)

    def __init__(
        self, venster: QWidget, runner: Runner, paginas: Sequence[tuple[str, str]]
    ) -> None:
        """``paginas``: (name, label) of the pages one can go to by typing."""
        super().__init__(venster, breedte=780)
        self._runner = runner
        self._paginas = paginas
        self._veld = Zoekveld("Zoek op nummer, naam of woord")
        self._veld.installEventFilter(self)
        self._veld.textChanged.connect(self._getypt)
        self.model = TrefferModel(self)
        self._lijst = Tabel("Gevonden dossiers")
        self._lijst.setModel(self.model)
        self._lijst.horizontalHeader().hide()
        self._lijst.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lijst.zet_breedten((130, 190, 250, 180), {2: 1})
        self._lijst.clicked.connect(lambda index: self._kies(index.row()))
        self._regel = Tekst(_HINT, "klein")
        for widget in (self._veld, self._lijst, self._regel):
            self.kaart.voeg_toe(widget)
        self._wacht = QTimer(self, interval=WACHT_MS, singleShot=True)
        self._wacht.timeout.connect(self._zoek)
        self._toon([])

    def open(self) -> None:
        """Show the palette, empty, with the cursor in the field."""
        self._veld.clear()
        self._toon([])
        self._regel.setText(_HINT)
        super().open()
        self._veld.setFocus(Qt.FocusReason.PopupFocusReason)

    def uitleg(self) -> str:
        """Return the line below the list."""
        return self._regel.heel()

    def eventFilter(self, bron: QObject, event: QEvent) -> bool:
        """Let arrows and Enter in the field work on the list."""
        if bron is self._veld and isinstance(event, QKeyEvent):
            stap = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if event.type() == QEvent.Type.KeyPress and stap is not None:
                self._lijst.kies(max(0, self._lijst.gekozen_rij() + stap))
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() in (
                Qt.Key.Key_Return,
                Qt.Key.Key_Enter,
            ):
                self._kies(max(0, self._lijst.gekozen_rij()))
                return True
        return super().eventFilter(bron, event)

    def _getypt(self, tekst: str) -> None:
        if tekst.strip():
            self._wacht.start()
        else:
            self._wacht.stop()
            self._toon([])
            self._regel.setText(_HINT)

    def _zoek(self) -> None:
        vraag = self._veld.text().strip()
        self._runner.run(
            lambda ctx: (vraag, *_vind(ctx, vraag)), self._gevonden, vervangt="zoekpalet"
        )

    def _gevonden(self, uitkomst: tuple[str, int, list[RegisterRegel]]) -> None:
        vraag, aantal, regels = uitkomst
        if vraag != self._veld.text().strip():
            return
        paginas = [
            Treffer("Ga naar", label, "", "", naam)
            for naam, label in self._paginas
            if label.casefold().startswith(vraag.casefold())
        ]
        self._toon([*paginas, *(_treffer(regel) for regel in regels)])
        if aantal > len(regels):
            self._regel.setText(f"{aantal} gevonden, de eerste {len(regels)} staan hier. Typ meer.")
        elif aantal or paginas:
            self._regel.setText("↑ ↓ kiezen · Enter openen · Esc sluiten")
        else:
            self._regel.setText(f"Niets gevonden voor ‘{vraag}’. Probeer een deel van een woord.")

    def _toon(self, treffers: Sequence[Treffer]) -> None:
        self.model.stel(treffers)
        self._lijst.setVisible(bool(treffers))
        hoogte = self._lijst.verticalHeader().defaultSectionSize() * len(treffers)
        self._lijst.setFixedHeight(hoogte + 2)
        self._lijst.kies(0)

    def _kies(self, rij: int) -> None:
        treffer = self.model.treffer(rij)
        if treffer is None:
            return
        self.sluit()
        if treffer.pagina:
            self.pagina_gekozen.emit(treffer.pagina)
        else:
            self.gekozen.emit(treffer.kenmerk)


def _vind(ctx: Context, vraag: str) -> tuple[int, list[RegisterRegel]]:
    ids = zoeken.ids(ctx, Filter(zoek=vraag))
    return len(ids), zoeken.regels(ctx, ids[:HOOGSTENS])


def _treffer(regel: RegisterRegel) -> Treffer:
    stand = f"{regel.status} · {dagtekst.kort_zonder_jaar(regel.ontvangen_op)}"
    return Treffer(regel.kenmerk, regel.klager, regel.onderwerp, stand)
