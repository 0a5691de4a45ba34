"""The register as Qt wants it: all numbers at once, rows only for what is on the screen.

A hundred thousand meldingen are a list of whole numbers here. A row that is looked at and
not yet known shows ``…`` and is asked for, a block at a time, by whoever listens to
``gevraagd``; blocks that were not looked at for long are forgotten.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from klachtenapp.domain import dagtekst
from klachtenapp.services.zoeken import RegisterRegel
from klachtenapp.ui.bouwstenen import KLEURROL, STERKROL, Cel
from klachtenapp.ui.werkvoorraad_model import TRAPKLEUR

Index = QModelIndex | QPersistentModelIndex
_GEEN: Final = QModelIndex()
BLOK: Final = 64  # rows asked for at once: two screens
BEWAARD: Final = 40  # blocks kept


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column: heading, what stands in it, by what the service sorts it, width at 100 %."""

    naam: str
    titel: str
    tekst: Callable[[RegisterRegel], str]
    sortering: str
    breedte: int
    zichtbaar: bool = True


def _termijn(regel: RegisterRegel) -> str:
    if regel.urgentie is None:
        return ""
    return f"{regel.urgentie.teken} {regel.urgentie.tekst}"


def _ontvangen(regel: RegisterRegel) -> str:
    return dagtekst.kort(regel.ontvangen_op).partition(" ")[2]


KOLOMMEN: Final[tuple[Kolom, ...]] = (
    Kolom("nummer", "Nummer", lambda r: r.kenmerk, "kenmerk", 108),
    Kolom("soort", "Soort", lambda r: r.soort.value, "soort", 96),
    Kolom("ontvangen", "Ontvangen", _ontvangen, "ontvangen", 104),
    Kolom("klager", "Klager", lambda r: r.klager, "klager", 146),
    Kolom("onderwerp", "Onderwerp", lambda r: r.onderwerp, "onderwerp", 220),
    Kolom("afdeling", "Afdeling", lambda r: r.afdeling or "–", "afdeling", 128),
    Kolom("behandelaar", "Behandelaar", lambda r: r.behandelaar or "–", "behandelaar", 112, False),
    Kolom("status", "Status", lambda r: r.status.value, "status", 108),
    Kolom("termijn", "Termijn", _termijn, "urgentie", 150),
    Kolom("oordeel", "Oordeel", lambda r: r.oordeel, "oordeel", 118, False),
    Kolom("stap", "Volgende stap", lambda r: r.volgende_stap, "", 220, False),
    Kolom("oud", "Oud nummer", lambda r: r.oud_kenmerk, "", 112, False),
)
ONDERWERP: Final = 4  # takes the room that is left
_TERMIJN: Final = next(n for n, kolom in enumerate(KOLOMMEN) if kolom.naam == "termijn")


class RegisterModel(QAbstractTableModel):
    """Rows on demand. ``gevraagd`` carries (generation, first row, numbers of the block)."""

    gevraagd = Signal(int, int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: Sequence[int] = ()
        self._blokken: OrderedDict[int, Sequence[RegisterRegel]] = OrderedDict()
        self._onderweg: set[int] = set()
        self._straks: list[int] = []
        self._generatie = 0
        self._vraag = QTimer(self, interval=0, singleShot=True)
        self._vraag.timeout.connect(self._vraag_blokken)

    def stel(self, ids: Sequence[int], eerste: Sequence[RegisterRegel] = ()) -> None:
        """Show these dossiers; ``eerste`` are the rows of the first block, when known."""
        self.beginResetModel()
        self._generatie += 1
        self._ids = ids
        self._blokken.clear()
        self._onderweg.clear()
        self._straks.clear()
        if eerste:
            self._blokken[0] = tuple(eerste)
        self.endResetModel()

    def vul(self, generatie: int, begin: int, regels: Sequence[RegisterRegel]) -> None:
        """Take the rows of a block; those of an earlier list are dropped."""
        if generatie != self._generatie:
            return
        blok = begin // BLOK
        self._onderweg.discard(blok)
        self._blokken[blok] = tuple(regels)
        while len(self._blokken) > BEWAARD:
            self._blokken.popitem(last=False)
        einde = min(begin + BLOK, len(self._ids)) - 1
        self.dataChanged.emit(self.index(begin, 0), self.index(einde, len(KOLOMMEN) - 1))

    def regel(self, rij: int) -> RegisterRegel | None:
        """Return a row when it is known; otherwise ask for it and return ``None``."""
        if not 0 <= rij < len(self._ids):
            return None
        blok = rij // BLOK
        regels = self._blokken.get(blok)
        if regels is None:
            self._wil(blok)
            return None
        self._blokken.move_to_end(blok)
        plek = rij - blok * BLOK
        return regels[plek] if plek < len(regels) else None

    def rij_van(self, kenmerk: str) -> int:
        """Return where a dossier stands among the rows that are known, or -1."""
        for blok, regels in self._blokken.items():
            for plek, regel in enumerate(regels):
                if regel.kenmerk == kenmerk:
                    return blok * BLOK + plek
        return -1

    def rowCount(self, ouder: Index = _GEEN) -> int:
        """Return how many dossiers there are."""
        return 0 if ouder.isValid() else len(self._ids)

    def columnCount(self, ouder: Index = _GEEN) -> int:
        """Return how many columns there are."""
        return 0 if ouder.isValid() else len(KOLOMMEN)

    def headerData(
        self, sectie: int, richting: Qt.Orientation, rol: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt decides by role what it wants
        """Return the heading of a column."""
        if richting is Qt.Orientation.Horizontal and rol == Qt.ItemDataRole.DisplayRole:
            return KOLOMMEN[sectie].titel if 0 <= sectie < len(KOLOMMEN) else None
        return None

    def cel(self, rij: int, kolom: int) -> Cel:
        """Return text, colour and weight of a cell at once, for painting."""
        regel = self.regel(rij)
        tekst = "…" if regel is None else KOLOMMEN[kolom].tekst(regel)
        return tekst, _kleur(regel, kolom), kolom == _TERMIJN

    def data(self, index: Index, rol: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return text, tooltip, colour or weight of a cell."""
        if not index.isValid():
            return None
        kolom = index.column()
        if rol == STERKROL:
            return kolom == _TERMIJN
        if rol not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
            KLEURROL,
        ):
            return None
        regel = self.regel(index.row())
        if rol == KLEURROL:
            return _kleur(regel, kolom)
        tekst = "…" if regel is None else KOLOMMEN[kolom].tekst(regel)
        if rol == Qt.ItemDataRole.AccessibleTextRole:
            return f"{KOLOMMEN[kolom].titel}: {tekst}"
        return tekst

    def _wil(self, blok: int) -> None:
        if blok not in self._onderweg:
            self._onderweg.add(blok)
            self._straks.append(blok)
            self._vraag.start()

    def _vraag_blokken(self) -> None:
        """Ask for what was looked at since; of a fast scroll only the last screens."""
        blokken, self._straks = self._straks, []
        for blok in blokken[:-4]:
            self._onderweg.discard(blok)
        for blok in blokken[-4:]:
            begin = blok * BLOK
            self.gevraagd.emit(self._generatie, begin, list(self._ids[begin : begin + BLOK]))


def _kleur(regel: RegisterRegel | None, kolom: int) -> str:
    if regel is None or not regel.status.is_open:
        return "gedempt"
    if kolom == _TERMIJN and regel.urgentie is not None:
        return TRAPKLEUR.get(regel.urgentie.trap, "inkt")
    return "inkt"
