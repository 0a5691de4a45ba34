"""The rows of an import as Qt wants them: what was made of each, and what to look at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from klachtenapp.domain import dagtekst
from klachtenapp.domain.aanspreken import korte_naam
from klachtenapp.services.importeren import Importverslag, Overgeslagen, Regel, Verdict
from klachtenapp.ui.bouwstenen import KLEURROL, STERKROL

Index = QModelIndex | QPersistentModelIndex
_GEEN: Final = QModelIndex()

KOLOMMEN: Final = (
    "Uitkomst", "Plek", "Nummer", "Ontvangen", "Klager", "Onderwerp", "Wat opvalt",
)  # fmt: skip
BREEDTEN: Final = (112, 92, 84, 104, 150, 160, 330)
UITKOMST, PLEK, NUMMER, ONTVANGEN, KLAGER, ONDERWERP, OPVALT = range(len(KOLOMMEN))

ALLES: Final = "alles"
OVERGESLAGEN: Final = "overgeslagen"
TEKENS: Final[dict[str, tuple[str, str, str]]] = {
    Verdict.GEWEIGERD.value: ("■", "geweigerd", "rood"),
    Verdict.LET_OP.value: ("▲", "let op", "amber"),
    Verdict.GOED.value: ("●", "goed", "groen"),
    OVERGESLAGEN: ("–", "overgeslagen", "gedempt"),
}
"""Sign, word and colour of each verdict: never colour alone."""

Rij = Regel | Overgeslagen


def rijen(verslag: Importverslag, welke: str) -> Sequence[Rij]:
    """Return the rows with a verdict; ``alles`` puts what needs a look first."""
    if welke == OVERGESLAGEN:
        return verslag.overgeslagen
    if welke == ALLES:
        return (
            *verslag.met(Verdict.GEWEIGERD),
            *verslag.met(Verdict.LET_OP),
            *verslag.met(Verdict.GOED),
        )
    return verslag.met(Verdict(welke))


class ImportModel(QAbstractTableModel):
    """One row for each row of the file that is shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rijen: Sequence[Rij] = ()
        self._een_blad = False

    def stel(self, rijen_: Sequence[Rij]) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self._rijen = rijen_
        self._een_blad = len({rij.blad for rij in rijen_}) == 1
        self.endResetModel()

    def rij(self, nummer: int) -> Rij | None:
        """Return a row, or ``None`` beyond the last."""
        return self._rijen[nummer] if 0 <= nummer < len(self._rijen) else None

    def rowCount(self, ouder: Index = _GEEN) -> int:
        """Return how many rows there are."""
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

    def data(self, index: Index, rol: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return text, tooltip, colour or weight of a cell."""
        if not index.isValid():
            return None
        rij, kolom = self._rijen[index.row()], index.column()
        if rol == Qt.ItemDataRole.DisplayRole:
            return self._cel(rij, kolom)
        if rol == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(redenen(rij)) if kolom in (UITKOMST, OPVALT) else self._cel(rij, kolom)
        if rol == KLEURROL:
            return TEKENS[soort(rij)][2] if kolom == UITKOMST else None
        if rol == STERKROL:
            return kolom == UITKOMST
        if rol == Qt.ItemDataRole.AccessibleTextRole:
            return f"{KOLOMMEN[kolom]}: {self._cel(rij, kolom)}"
        return None

    def _cel(self, rij: Rij, kolom: int) -> str:
        if kolom == UITKOMST:
            teken, woord, _ = TEKENS[soort(rij)]
            return f"{teken} {woord}"
        if kolom == PLEK:
            return _plek(rij, kort=self._een_blad)
        if kolom == OPVALT:
            return " ".join(redenen(rij))
        return _uit_dossier(rij, kolom)


def soort(rij: Rij) -> str:
    """Return the verdict of a row as a word."""
    return rij.verdict.value if isinstance(rij, Regel) else OVERGESLAGEN


def redenen(rij: Rij) -> list[str]:
    """Return what was assumed of a row, or why it is not taken over."""
    if isinstance(rij, Overgeslagen):
        return [f"{rij.reden[:1].upper()}{rij.reden[1:]}: {rij.inhoud}"]
    al = ["Staat al in het register."] if rij.bekend else []
    return [*rij.redenen, *al]


def uitleg(rij: Rij) -> str:
    """Return all there is to know of a row, for below the table."""
    delen = [f"{_plek(rij, kort=False)}: {' '.join(redenen(rij)) or 'Er valt niets op.'}"]
    if isinstance(rij, Regel):
        delen.append(rij.dossier.notities if rij.dossier else rij.inhoud)
    return "\n".join(deel for deel in delen if deel)


def _plek(rij: Rij, *, kort: bool) -> str:
    if not rij.rij:
        return rij.blad
    return f"rij {rij.rij}" if kort else f"{rij.blad}, rij {rij.rij}"


def _uit_dossier(rij: Rij, kolom: int) -> str:
    if isinstance(rij, Overgeslagen):
        return ""
    if kolom == NUMMER:
        return rij.oud_kenmerk
    if rij.dossier is None:
        return rij.inhoud if kolom == ONDERWERP else ""
    aanmelding = rij.dossier.aanmelding
    if kolom == ONTVANGEN:
        return dagtekst.kort(aanmelding.ontvangen_op).partition(" ")[2]
    return korte_naam(aanmelding.klager) if kolom == KLAGER else aanmelding.onderwerp
