"""The days that a dossier names for what was done: none of them can lie before the receipt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.handeling import VeldSoort
from klachtenapp.domain.handelingen import HANDELINGEN

_NA_ONTVANGST = frozenset({G.GEREGISTREERD, G.GESPREK, G.BRIEF_VERZONDEN, G.AFGEHANDELD})
"""What happens after the receipt, also where no handeling wrote it down."""


def eerste(dossier: Dossier) -> date | None:
    """Return the earliest day on which something was done; ``None`` when nothing was.

    Of what an old register brought along only the day of closing counts: the rest says no
    more than what stood there.
    """
    return min(_dagen(dossier), default=None)


def _dagen(dossier: Dossier) -> Iterator[date]:
    if dossier.afgehandeld_op is not None:
        yield dossier.afgehandeld_op
    for feit in dossier.geldige_gebeurtenissen:
        handeling = HANDELINGEN.get(feit.gegevens.get("_handeling", ""))
        if handeling is not None or feit.soort in _NA_ONTVANGST:
            yield feit.op
        for veld in handeling.velden if handeling else ():
            dag = feit.datum(veld.naam) if veld.soort is VeldSoort.DATUM else None
            if dag is not None and not veld.voor_ontvangst:
                yield dag
