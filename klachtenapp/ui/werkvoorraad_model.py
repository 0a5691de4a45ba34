"""The rows of the werkvoorraad as Qt wants them; it has them all and asks nobody anything."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from klachtenapp.domain import aanspreken
from klachtenapp.domain.urgentie import ZONDER_DATUM
from klachtenapp.services.werkvoorraad import Werkregel
from klachtenapp.ui.bouwstenen import KLEURROL, STERKROL, Cel

Index = QModelIndex | QPersistentModelIndex
_GEEN: Final = QModelIndex()

TRAPKLEUR: Final = {"te laat": "rood", "deze week": "amber", "later": "groen"}
KOLOMMEN: Final = (
    "Termijn", "Nummer", "Klager", "Onderwerp", "Afdeling", "Behandelaar", "Volgende stap",
)  # fmt: skip
TERMIJN, NUMMER, KLAGER, ONDERWERP, AFDELING, BEHANDELAAR, STAP = range(len(KOLOMMEN))
GEDAAN: Final = "Intussen gedaan"


class WerkvoorraadModel(QAbstractTableModel):
    """One row for each dossier that waits for someone, most urgent first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._regels: tuple[Werkregel, ...] = ()
        self._cellen: list[tuple[str, ...]] = []
        self._gedaan: frozenset[str] = frozenset()

    @property
    def regels(self) -> tuple[Werkregel, ...]:
        """What is shown, from top to bottom."""
        return self._regels

    def stel(self, regels: Sequence[Werkregel], gedaan: Collection[str] = ()) -> None:
        """Show these rows instead; those of ``gedaan`` wait for nobody any more."""
        self.beginResetModel()
        self._regels = tuple(regels)
        self._gedaan = frozenset(gedaan)
        self._cellen = [
            (*cellen[:STAP], GEDAAN) if regel.dossier.kenmerk in self._gedaan else cellen
            for regel in self._regels
            for cellen in (_cellen(regel),)
        ]
        self.endResetModel()

    def regel(self, rij: int) -> Werkregel | None:
        """Return the row, or ``None`` beyond the last."""
        return self._regels[rij] if 0 <= rij < len(self._regels) else None

    def rij_van(self, kenmerk: str) -> int:
        """Return where this dossier stands, or -1."""
        rijen = (n for n, regel in enumerate(self._regels) if regel.dossier.kenmerk == kenmerk)
        return next(rijen, -1)

    def rowCount(self, ouder: Index = _GEEN) -> int:
        """Return how many rows there are."""
        return 0 if ouder.isValid() else len(self._regels)

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
        termijn = kolom == TERMIJN
        return self._cellen[rij][kolom], self._kleur(rij, kolom), termijn

    def data(self, index: Index, rol: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return text, tooltip, colour or weight of a cell."""
        if not index.isValid():
            return None
        rij, kolom = index.row(), index.column()
        if rol == Qt.ItemDataRole.DisplayRole:
            return self._cellen[rij][kolom]
        if rol == Qt.ItemDataRole.ToolTipRole:
            return self._tip(rij, kolom)
        if rol == KLEURROL and (
            kolom == TERMIJN or self._regels[rij].dossier.kenmerk in self._gedaan
        ):
            return self._kleur(rij, kolom)
        if rol == STERKROL:
            return kolom == TERMIJN
        if rol == Qt.ItemDataRole.AccessibleTextRole:
            return f"{KOLOMMEN[kolom]}: {self._cellen[rij][kolom]}"
        return None

    def _kleur(self, rij: int, kolom: int) -> str:
        regel = self._regels[rij]
        if regel.dossier.kenmerk in self._gedaan:
            return "gedempt"
        return TRAPKLEUR.get(regel.urgentie.trap, "inkt") if kolom == TERMIJN else "inkt"

    def _tip(self, rij: int, kolom: int) -> str:
        regel = self._regels[rij]
        stap = regel.stap
        if kolom == STAP and stap.waarom and regel.dossier.kenmerk not in self._gedaan:
            return f"{stap.tekst}\n{stap.waarom}"
        return self._cellen[rij][kolom]


def _cellen(regel: Werkregel) -> tuple[str, ...]:
    dossier = regel.dossier
    return (
        f"{regel.urgentie.teken} {regel.urgentie.tekst}",
        dossier.kenmerk,
        aanspreken.korte_naam(dossier.klager),
        dossier.onderwerp or dossier.omschrijving,
        dossier.afdeling.naam if dossier.afdeling else "–",
        dossier.behandelaar.naam if dossier.behandelaar else "–",
        regel.stap.tekst,
    )


def toelichting(tegel: str, regels: Sequence[Werkregel]) -> str:
    """Return the words below the number of a tile; ``regels`` are its rows, most urgent first."""
    eerste = regels[0]
    if tegel == "verlopen":
        return f"langst: {eerste.urgentie.tekst.removesuffix(' te laat')}"
    if tegel == "deze_week":
        met_datum = (r for r in regels if r.urgentie.tekst not in ZONDER_DATUM)
        volgende = next(met_datum, None)
        return f"eerst: {volgende.urgentie.tekst}" if volgende else eerste.urgentie.tekst
    naam = aanspreken.korte_naam(eerste.dossier.klager)
    return naam if len(regels) == 1 else f"eerst: {naam}"
