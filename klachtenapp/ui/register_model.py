"""The register as Qt wants it: all numbers at once, rows only for what is on the screen.

A hundred thousand meldingen are a list of whole numbers here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject

from klachtenapp.domain import dagtekst
from klachtenapp.services.zoeken import RegisterRegel
from klachtenapp.ui.bouwstenen import BLOK, Blokmodel
from klachtenapp.ui.werkvoorraad_model import TRAPKLEUR


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


class RegisterModel(Blokmodel[RegisterRegel]):
    """Rows on demand, of dossiers that are known by their numbers."""

    koppen = tuple(kolom.titel for kolom in KOLOMMEN)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: Sequence[int] = ()
        self._vorige: dict[int, RegisterRegel] = {}

    @property
    def ids(self) -> Sequence[int]:
        """The numbers of all dossiers that are shown, from top to bottom."""
        return self._ids

    def stel_dossiers(
        self,
        ids: Sequence[int],
        eerste: Sequence[RegisterRegel] = (),
        los: Mapping[int, RegisterRegel] | None = None,
    ) -> None:
        """Show these dossiers; ``eerste`` are the rows of the first block, when known.

        A row that was on the screen before keeps its words until the new ones are there;
        ``los`` are newer words of some, by number.
        """
        self._vorige = {self._ids[rij]: regel for rij, regel in self.bekende()} | dict(los or {})
        self._ids = ids
        self.stel(len(ids), eerste)

    def regel(self, rij: int) -> RegisterRegel | None:
        """Return a row when it is known, now or from before; what is not new is asked for."""
        nu = super().regel(rij)
        if nu is None and 0 <= rij < len(self._ids):
            return self._vorige.get(self._ids[rij])
        return nu

    def nummers(self, begin: int) -> list[int]:
        """Return the numbers of the block that begins at row ``begin``."""
        return list(self._ids[begin : begin + BLOK])

    def rij_van(self, kenmerk: str) -> int:
        """Return where a dossier stands among the rows that are known, or -1."""
        return next((rij for rij, regel in self.bekende() if regel.kenmerk == kenmerk), -1)

    def tekst(self, regel: RegisterRegel, kolom: int) -> str:
        """Return what stands in a cell."""
        return KOLOMMEN[kolom].tekst(regel)

    def tip(self, regel: RegisterRegel, kolom: int) -> str:
        """Return the whole text of a cell."""
        return self.tekst(regel, kolom)

    def sterk(self, kolom: int) -> bool:
        """The term stands out."""
        return kolom == _TERMIJN

    def kleur(self, regel: RegisterRegel | None, kolom: int) -> str:
        """Return grey for what is closed, and for the term how near it is."""
        if regel is None or not regel.status.is_open:
            return "gedempt"
        if kolom == _TERMIJN and regel.urgentie is not None:
            return TRAPKLEUR.get(regel.urgentie.trap, "inkt")
        return "inkt"
