"""The case at the ombudsman beside a klacht (art. 9:36 Awb): what he asked, found and advised.

It is no state of the dossier but a second trail: the ombudsman comes when the klacht was
closed long ago, and his question has a date all the same. Every message and every addition is
an event; here they are read together, the latest word on each fact.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Dossier, Gebeurtenis

OORDELEN = (
    ("behoorlijk", "behoorlijk"),
    ("deels behoorlijk", "voor een deel niet behoorlijk"),
    ("niet behoorlijk", "niet behoorlijk"),
    ("geen oordeel", "geen oordeel"),
)
"""What the ombudsman can find of the conduct (art. 9:27 Awb), with its words."""


@dataclass(frozen=True, slots=True)
class Ombudsmanzaak:
    """The case as it stands. ``reactie_voor`` is the day by which our answer is asked.

    ``gereageerd_op`` is our answer to the latest question; ``None`` while it is owed, or
    when nothing was asked.
    """

    ontvangen_op: date
    laatste_bericht_op: date
    rapportnummer: str = ""
    reactie_voor: date | None = None
    oordeel: str = ""
    aanbeveling: str = ""
    gereageerd_op: date | None = None

    @property
    def wacht_op_reactie(self) -> bool:
        """Whether the ombudsman still waits for our answer (art. 9:36 lid 4 Awb)."""
        return self.reactie_voor is not None and self.gereageerd_op is None


def ombudsmanzaak(dossier: Dossier) -> Ombudsmanzaak | None:
    """Return the case at the ombudsman, or ``None``. A heropening does not end it."""
    zaak: Ombudsmanzaak | None = None
    for gebeurtenis in dossier.geldige_gebeurtenissen:
        if gebeurtenis.soort is G.BIJ_OMBUDSMAN:
            zaak = _bericht(zaak, gebeurtenis)
        elif zaak is not None and gebeurtenis.soort is G.OMBUDSMAN_BIJGEWERKT:
            zaak = _bijgewerkt(zaak, gebeurtenis)
        elif zaak is not None and _is_antwoord(gebeurtenis):
            zaak = replace(zaak, gereageerd_op=gebeurtenis.op)
    return zaak


def wacht_op_reactie(dossier: Dossier) -> bool:
    """Whether we owe the ombudsman an answer, also when the klacht is closed."""
    zaak = ombudsmanzaak(dossier)
    return zaak is not None and zaak.wacht_op_reactie


def _bericht(zaak: Ombudsmanzaak | None, feit: Gebeurtenis) -> Ombudsmanzaak:
    """A message opens the case, or asks again; what is not named stays as it was."""
    begin = zaak or Ombudsmanzaak(feit.op, feit.op)
    return _gevraagd(
        replace(
            begin,
            laatste_bericht_op=feit.op,
            rapportnummer=feit.gegevens.get("rapportnummer") or begin.rapportnummer,
        ),
        feit.datum("reactie_voor"),
    )


def _bijgewerkt(zaak: Ombudsmanzaak, feit: Gebeurtenis) -> Ombudsmanzaak:
    nieuw = _gevraagd(
        replace(
            zaak,
            rapportnummer=feit.gegevens.get("rapportnummer") or zaak.rapportnummer,
            oordeel=feit.gegevens.get("oordeel") or zaak.oordeel,
            aanbeveling=feit.gegevens.get("aanbeveling") or zaak.aanbeveling,
        ),
        feit.datum("reactie_voor"),
    )
    antwoord = feit.datum("gereageerd_op")
    return replace(nieuw, gereageerd_op=antwoord) if antwoord else nieuw


def _gevraagd(zaak: Ombudsmanzaak, voor: date | None) -> Ombudsmanzaak:
    """A new date asks for a new answer: an earlier one does not count for it."""
    return zaak if voor is None else replace(zaak, reactie_voor=voor, gereageerd_op=None)


def _is_antwoord(feit: Gebeurtenis) -> bool:
    verzonden = feit.soort is G.BRIEF_VERZONDEN
    return verzonden and feit.gegevens.get("brief") == BriefSoort.REACTIE_OMBUDSMAN
