"""The postboek as Qt wants it: a block of lines at a time."""

from __future__ import annotations

from klachtenapp.domain import dagtekst
from klachtenapp.services.postboek import IN, Postregel
from klachtenapp.ui.bouwstenen import Blokmodel

_KOPPEN = ("Datum", "In of uit", "Kenmerk", "Wie", "Wat", "Kanaal")
DATUM, RICHTING, KENMERK, WIE, WAT, KANAAL = range(len(_KOPPEN))


class BoekModel(Blokmodel[Postregel]):
    """The lines of the postboek on demand."""

    koppen = _KOPPEN

    def tekst(self, regel: Postregel, kolom: int) -> str:
        """Return what stands in a cell."""
        richting = "← in" if regel.richting == IN else "→ uit"
        kanaal = regel.kanaal or "–"
        dag = dagtekst.kort(regel.op)
        return (dag, richting, regel.kenmerk, regel.wie, regel.wat, kanaal)[kolom]

    def tip(self, regel: Postregel, kolom: int) -> str | None:
        """Return the name of the document that went or came."""
        return regel.document if kolom == WAT and regel.document else None

    def kleur(self, regel: Postregel | None, kolom: int) -> str:
        """Return green for in and blue for out."""
        if regel is None:
            return "gedempt"
        if kolom == RICHTING:
            return "groen" if regel.richting == IN else "blauw"
        return "inkt"
