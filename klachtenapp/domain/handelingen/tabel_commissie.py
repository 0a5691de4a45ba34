"""Row of the table: a commissie that is named after the formal treatment began (afd. 9.1.3 Awb)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.begrippen import Status
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.handeling import Bezwaar, Collegas, Groep, Handeling, Invoer
from klachtenapp.domain.handelingen import bewakers_termijn, toestanden
from klachtenapp.domain.handelingen.velden import TOELICHTING, datumveld, tekstveld
from klachtenapp.domain.kader import Kader


def _zonder_commissie(dossier: Dossier) -> bool:
    return not dossier.commissie


def _binnen_termijn(dossier: Dossier, invoer: Invoer, kader: Kader, dag: date) -> Bezwaar | None:
    """The ten weeks count from receipt; they do not revive a term that has ended."""
    gekozen = {**invoer, "commissie": "ja"}
    return bewakers_termijn.commissie_binnen_termijn(dossier, gekozen, kader, dag)


def _met_commissie(_d: Dossier, _i: Invoer, _c: Collegas) -> Mapping[str, Any]:
    return {"commissie": True}


SCHAKEL_COMMISSIE_IN = Handeling(
    naam="schakel_commissie_in",
    label="Klachtencommissie inschakelen",
    gebeurtenis=G.COMMISSIE_INGESCHAKELD,
    van=frozenset({Status.FORMEEL, Status.HOREN}),
    soorten=toestanden.KLACHT,
    past=_zonder_commissie,
    gevolg=_met_commissie,
    artikel="art. 9:11 lid 1 en 9:13 tot en met 9:16 Awb",
    uitleg="De commissie hoort en adviseert. De termijn wordt 10 weken vanaf de ontvangst.",
    velden=(
        tekstveld("wie", "Welke commissie of persoon adviseert?"),
        datumveld(
            "commissie_gemeld_op",
            "Datum van de brief daarover aan de klager",
            vandaag=True,
            hulp="De klager hoort schriftelijk dat een commissie advies geeft (art. 9:15 lid 1).",
        ),
        TOELICHTING,
    ),
    bewakers=(_binnen_termijn,),
    groep=Groep.VERDER,
    terug="Inschakelen van de commissie ongedaan maken",
)

RIJEN = (SCHAKEL_COMMISSIE_IN,)
