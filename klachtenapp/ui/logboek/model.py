"""The log as Qt wants it: a block of lines at a time."""

from __future__ import annotations

from klachtenapp.services.logboek import Boekregel
from klachtenapp.ui.bouwstenen import Blokmodel

KOLOMMEN = ("Wanneer", "Wie", "Kenmerk", "Wat", "Van → naar")
WANNEER, WIE, KENMERK, WAT, VAN_NAAR = range(len(KOLOMMEN))


def woorden(regel: Boekregel) -> tuple[str, ...]:
    """Return the cells of a line."""
    meer = " · ".join(deel for deel in (regel.van_naar, regel.gegevens) if deel)
    return (f"{regel.moment:%d-%m-%Y %H:%M}", regel.wie, regel.kenmerk or "–", regel.wat, meer)


class LogboekModel(Blokmodel[Boekregel]):
    """The lines of the log on demand."""

    koppen = KOLOMMEN

    def tekst(self, regel: Boekregel, kolom: int) -> str:
        """Return what stands in a cell."""
        return woorden(regel)[kolom]

    def kleur(self, _regel: Boekregel | None, kolom: int) -> str:
        """Return grey for the moment: what was done is what one looks for."""
        return "gedempt" if kolom == WANNEER else "inkt"
