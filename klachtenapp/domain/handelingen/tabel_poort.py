"""Rows of the table: passing a duty at the closing gate, in writing and by name."""

from __future__ import annotations

from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.begrippen import Status
from klachtenapp.domain.handeling import Groep, Handeling
from klachtenapp.domain.handelingen import bewakers_poort as bewakers
from klachtenapp.domain.handelingen import toestanden
from klachtenapp.domain.handelingen.velden import Keuzes, keuzeveld, tekstveld
from klachtenapp.domain.poort import PLICHTEN, Route


def _keuzes(*, wettelijk: bool) -> Keuzes:
    """Return the duties of a klacht that may be passed at all, with their article."""
    return tuple(
        (rij.naam, f"{rij.label} ({rij.artikel})" if wettelijk else rij.label)
        for rij in PLICHTEN
        if rij.passeerbaar
        and rij.wettelijk is wettelijk
        and rij.routes & {Route.FORMEEL, Route.INFORMEEL}
    )


PASSEER_PLICHT = Handeling(
    naam=bewakers.PASSEER_PLICHT,
    label="Plicht overslaan (afdelingshoofd)",
    gebeurtenis=G.PLICHT_GEPASSEERD,
    van=frozenset({Status.OORDEEL}),
    soorten=toestanden.KLACHT,
    uitleg="Alleen als de plicht echt niet meer kan worden gedaan. Uw naam en de reden blijven "
    "in het dossier staan.",
    velden=(
        keuzeveld("plicht", "Welke plicht?", _keuzes(wettelijk=True)),
        tekstveld(
            "reden",
            "Waarom kan dit niet meer?",
            lang=True,
            hulp="De ombudsman kan dit lezen. Schrijf wat er is gebeurd, en wat u wel deed.",
        ),
    ),
    bewakers=(bewakers.staat_open(wettelijk=True),),
    groep=Groep.VASTLEGGEN,
    terug="Overslaan van plicht ongedaan maken",
)

SLA_NORM_OVER = Handeling(
    naam=bewakers.SLA_NORM_OVER,
    label="Eigen norm overslaan",
    gebeurtenis=G.PLICHT_GEPASSEERD,
    van=toestanden.IN_BEHANDELING,
    soorten=toestanden.KLACHT,
    uitleg="Een afspraak van onszelf, niet van de wet. Schrijf op waarom het hier anders ging.",
    velden=(
        keuzeveld("plicht", "Welke norm?", _keuzes(wettelijk=False)),
        tekstveld("reden", "Waarom ging het anders?", lang=True),
    ),
    bewakers=(bewakers.staat_open(wettelijk=False),),
    groep=Groep.VASTLEGGEN,
    terug="Overslaan van norm ongedaan maken",
)

RIJEN = (PASSEER_PLICHT, SLA_NORM_OVER)
