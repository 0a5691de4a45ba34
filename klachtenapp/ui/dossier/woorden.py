"""The lines of the tijdlijn: the events of a dossier in words, with their day."""

from __future__ import annotations

from datetime import date

from klachtenapp.domain import dagtekst
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.gebeurtenistekst import (
    BRIEFNAMEN,
    antwoorden,
    detail,
    handeling_van,
    hoofdletter,
    ontvangen,
    titel,
    veldlabel,
)
from klachtenapp.ui.dossier.tijdlijn_model import Tijdlijnregel

__all__ = [
    "BRIEFNAMEN",
    "antwoorden",
    "dag",
    "detail",
    "handeling_van",
    "hoofdletter",
    "ontvangen",
    "tijdlijnregels",
    "titel",
    "veldlabel",
]


def dag(wanneer: date, vandaag: date) -> str:
    """Return ``wo 14 okt``, or ``14 okt 2025`` in another year."""
    if wanneer.year == vandaag.year:
        return dagtekst.kort_zonder_jaar(wanneer)
    return dagtekst.kort(wanneer).partition(" ")[2]


def tijdlijnregels(dossier: Dossier, vandaag: date) -> list[Tijdlijnregel]:
    """Return the history oldest first; what was made undone is struck through."""
    geldig = set(id(g) for g in dossier.geldige_gebeurtenissen)
    volgorde = sorted(dossier.gebeurtenissen, key=lambda g: (g.op, g.vastgelegd_op, g.id))
    regels = [_begin(dossier, vandaag)]
    for gebeurtenis in volgorde:
        if gebeurtenis.soort is G.GEREGISTREERD and gebeurtenis.op == dossier.ontvangen_op:
            continue
        regels.append(
            Tijdlijnregel(
                dag=dag(gebeurtenis.op, vandaag),
                titel=titel(gebeurtenis),
                detail=detail(gebeurtenis),
                document=_document(dossier, gebeurtenis),
                vervallen=id(gebeurtenis) not in geldig,
            )
        )
    return regels


def _begin(dossier: Dossier, vandaag: date) -> Tijdlijnregel:
    """Return the first line: it came in, also when that was written down later."""
    feit = dossier.laatste(G.GEREGISTREERD)
    door = f"geregistreerd door {feit.door}" if feit and feit.op == dossier.ontvangen_op else ""
    return Tijdlijnregel(dag(dossier.ontvangen_op, vandaag), ontvangen(dossier), door)


def _document(dossier: Dossier, gebeurtenis: Gebeurtenis) -> int:
    """Return the stored letter that belongs to an event."""
    if gebeurtenis.soort not in (G.BRIEF_VERZONDEN, G.BRIEF_KLAARGELEGD, G.BRIEF_VERVALLEN):
        return 0
    nummer = gebeurtenis.gegevens.get("document", "")
    if nummer:
        return int(nummer)
    brief = gebeurtenis.gegevens.get("brief")
    passend = [
        d for d in dossier.documenten if d.soort == brief and d.verzonden_op == gebeurtenis.op
    ]
    return passend[-1].id if passend else 0
