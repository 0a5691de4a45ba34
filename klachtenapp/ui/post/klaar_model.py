"""The letters that lie ready as Qt wants them: which go along, to whom, and why some do not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from klachtenapp.domain import dagtekst
from klachtenapp.domain.enveloppen import zelfde_envelop
from klachtenapp.services.uitgaand import Uitgaand
from klachtenapp.ui.bouwstenen import KLEURROL, STERKROL, Cel, op_hun_plek

Index = QModelIndex | QPersistentModelIndex
_GEEN: Final = QModelIndex()
_Sleutel = tuple[str, str, int]

KOLOMMEN: Final = ("Gaat mee", "Aan", "Brief", "Adres", "Kenmerk", "Bijzonderheden")
MEE, AAN, BRIEF, ADRES, KENMERK, BIJZONDER = range(len(KOLOMMEN))
_WEG: Final = {"balie": "aan de balie", "intern": "interne post"}


class KlaarModel(QAbstractTableModel):
    """One row for each letter; those that can go are ticked until someone unticks them.

    ``gewijzigd`` follows each change of what is ticked.
    """

    gewijzigd = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._brieven: tuple[Uitgaand, ...] = ()
        self._rijen: tuple[Uitgaand, ...] = ()
        self._weg: frozenset[_Sleutel] = frozenset()
        self._niet: set[_Sleutel] = set()
        self._vandaag = date.max

    def stel(self, brieven: Sequence[Uitgaand], vandaag: date, *, houd: bool = False) -> bool:
        """Show these letters as they stand today; what was unticked stays so.

        ``houd`` leaves every row where it is, for a hand is on them; printing keeps the order
        of the envelopes. Returns whether the rows now stand otherwise than ``brieven``.
        """
        self.beginResetModel()
        oud = {brief.sleutel: brief for brief in self._rijen} if houd else {}
        self._brieven = tuple(brieven)
        nieuw = {brief.sleutel: brief for brief in self._brieven}
        volgorde = op_hun_plek(list(oud), list(nieuw))
        self._rijen = tuple(({**oud, **nieuw})[sleutel] for sleutel in volgorde)
        self._weg = frozenset(oud.keys() - nieuw.keys())
        self._vandaag = vandaag
        self._niet &= nieuw.keys()
        self.endResetModel()
        self.gewijzigd.emit()
        return volgorde != list(nieuw)

    def brief(self, rij: int) -> Uitgaand | None:
        """Return the letter of a row, or ``None`` beyond the last."""
        return self._rijen[rij] if 0 <= rij < len(self._rijen) else None

    def rij_van(self, brief: Uitgaand | None) -> int:
        """Return in which row a letter stands; the first when it is gone."""
        sleutels = [b.sleutel for b in self._rijen]
        return sleutels.index(brief.sleutel) if brief and brief.sleutel in sleutels else 0

    def gekozen(self) -> tuple[Uitgaand, ...]:
        """Return what is ticked, in the order of the envelopes."""
        return tuple(b for b in self._brieven if not b.reden and b.sleutel not in self._niet)

    def niet_mee(self) -> tuple[Uitgaand, ...]:
        """Return what cannot go now, each with its reason."""
        return tuple(brief for brief in self._brieven if brief.reden)

    def klaar(self) -> int:
        """Return how many letters can go."""
        return sum(not brief.reden for brief in self._brieven)

    def wissel(self, rij: int) -> None:
        """Tick or untick a letter that can go."""
        brief = self.brief(rij)
        if brief is None or brief.reden or brief.sleutel in self._weg:
            return
        self._niet ^= {brief.sleutel}
        self.dataChanged.emit(self.index(rij, 0), self.index(rij, len(KOLOMMEN) - 1))
        self.gewijzigd.emit()

    def wissel_alles(self) -> None:
        """Tick everything; when everything was ticked, nothing."""
        alles = {brief.sleutel for brief in self._brieven if not brief.reden}
        self._niet = set() if self._niet else alles
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._rijen) - 1, BIJZONDER))
        self.gewijzigd.emit()

    def rowCount(self, ouder: Index = _GEEN) -> int:
        """Return how many letters there are."""
        return 0 if ouder.isValid() else len(self._rijen)

    def columnCount(self, ouder: Index = _GEEN) -> int:
        """Return how many columns there are."""
        return 0 if ouder.isValid() else len(KOLOMMEN)

    def headerData(
        self, sectie: int, richting: Qt.Orientation, rol: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt decides by role what it wants
        """Return the heading of a column."""
        if richting is Qt.Orientation.Horizontal and rol == Qt.ItemDataRole.DisplayRole:
            return KOLOMMEN[sectie] if 0 <= sectie < len(KOLOMMEN) else None
        return None

    def cel(self, rij: int, kolom: int) -> Cel:
        """Return text, colour and weight of a cell at once, for painting."""
        brief = self._rijen[rij]
        return self._tekst(rij, kolom), self._kleur(brief, kolom), kolom == MEE

    def data(self, index: Index, rol: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return text, tooltip, colour or weight of a cell."""
        brief = self.brief(index.row()) if index.isValid() else None
        if brief is None:
            return None
        kolom = index.column()
        tekst = self._tekst(index.row(), kolom)
        if rol in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return tekst
        if rol == Qt.ItemDataRole.AccessibleTextRole:
            return f"{KOLOMMEN[kolom]}: {tekst}"
        if rol == KLEURROL:
            return self._kleur(brief, kolom)
        return kolom == MEE if rol == STERKROL else None

    def _tekst(self, rij: int, kolom: int) -> str:
        brief = self._rijen[rij]
        match kolom:
            case 0:
                return self._mee(brief)
            case 1:
                return brief.wie or "–"
            case 2:
                return brief.titel
            case 3:
                return ", ".join(regel.replace("  ", " ") for regel in brief.adres[-2:]) or "–"
            case 4:
                return brief.kenmerk
            case _:
                return brief.reden or self._bijzonder(rij)

    def _mee(self, brief: Uitgaand) -> str:
        if brief.sleutel in self._weg:
            return "– niet meer"
        if brief.reden:
            return "– nog niet"
        return "☐ nee" if brief.sleutel in self._niet else "☑ ja"

    def _kleur(self, brief: Uitgaand, kolom: int) -> str:
        if brief.sleutel in self._weg:
            return "gedempt"
        if brief.reden:
            return "amber" if kolom == BIJZONDER else "gedempt"
        if brief.sleutel in self._niet:
            return "gedempt"
        if kolom == BIJZONDER and self._te_laat(brief):
            return "rood"
        return "groen" if kolom == MEE else "inkt"

    def _te_laat(self, brief: Uitgaand) -> bool:
        return brief.uiterlijk is not None and brief.uiterlijk < self._vandaag

    def _bijzonder(self, rij: int) -> str:
        brief = self._rijen[rij]
        if brief.sleutel in self._weg:
            return "intussen geregeld, misschien door een collega"
        zin = ""
        if brief.sinds is not None:
            zin = f"klaargelegd op {dagtekst.kort(brief.sinds)}"
        elif brief.uiterlijk is not None:
            dag = dagtekst.kort_zonder_jaar(brief.uiterlijk)
            zin = f"■ te laat ({dag})" if self._te_laat(brief) else f"uiterlijk {dag}"
        vorige = self._brieven.index(brief) - 1
        samen = vorige >= 0 and zelfde_envelop(self._brieven[vorige].adres, brief.adres)
        delen = (zin, "zelfde envelop" if samen else "", _WEG.get(brief.kanaal, ""))
        return ", ".join(deel for deel in delen if deel)
