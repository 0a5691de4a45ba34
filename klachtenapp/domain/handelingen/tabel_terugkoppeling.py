"""Rows of the table: tips, complimenten, opmerkingen, meldingen; changing kind; reopening."""

from __future__ import annotations

from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.begrippen import Soort, Status
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.handeling import Groep, Handeling, Veld, VeldSoort
from klachtenapp.domain.handelingen import bewakers, bewakers_sluiten, gevolgen, toestanden
from klachtenapp.domain.handelingen.velden import (
    MANIEREN,
    REDENEN_HEROPENEN,
    SOORTEN,
    TOELICHTING,
    datumveld,
    keuzeveld,
    tekstveld,
)


def _om_te_zetten(dossier: Dossier) -> bool:
    """A klacht in the formal phase is judged, not renamed."""
    return dossier.soort is not Soort.KLACHT or dossier.status not in toestanden.FORMELE_FASE


def _te_beantwoorden(dossier: Dossier) -> bool:
    return dossier.anoniem or dossier.status is Status.TERUGGEKOPPELD


ZET_DOOR = Handeling(
    naam="zet_door",
    label="Doorzetten naar afdeling",
    gebeurtenis=G.DOORGEZET,
    van=frozenset({Status.ONTVANGEN, Status.DOORGEZET, Status.HEROPEND}),
    soorten=toestanden.TERUGKOPPELEN,
    naar=Status.DOORGEZET,
    gevolg=gevolgen.doorzetten,
    uitleg="Wie kan hier iets mee?",
    velden=(
        Veld("afdeling", "Afdeling", VeldSoort.AFDELING),
        Veld("behandelaar", "Wie pakt het op?", VeldSoort.MEDEWERKER, verplicht=False),
        TOELICHTING,
    ),
    terug="Doorzetten ongedaan maken",
)

KOPPEL_TERUG = Handeling(
    naam="koppel_terug",
    label="Terugkoppelen",
    gebeurtenis=G.TERUGGEKOPPELD,
    van=frozenset({Status.DOORGEZET, Status.HEROPEND}),
    soorten=toestanden.TERUGKOPPELEN,
    naar=Status.TERUGGEKOPPELD,
    uitleg="Vertel de indiener wat ermee is gedaan.",
    op_veld="verteld_op",
    velden=(
        datumveld("verteld_op", "Datum", vandaag=True),
        keuzeveld("hoe", "Hoe", MANIEREN),
        tekstveld("toelichting", "Wat is er gedaan en verteld?", lang=True),
    ),
    terug="Terugkoppeling ongedaan maken",
)

SLUIT_BEANTWOORD = Handeling(
    naam="sluit_beantwoord",
    label="Afsluiten: beantwoord",
    gebeurtenis=G.AFGEHANDELD,
    van=frozenset({Status.DOORGEZET, Status.TERUGGEKOPPELD}),
    soorten=toestanden.TERUGKOPPELEN,
    past=_te_beantwoorden,
    naar=Status.AFGEHANDELD,
    gevolg=gevolgen.sluiten_beantwoord,
    op_veld="afgehandeld_op",
    velden=(datumveld("afgehandeld_op", "Datum", vandaag=True), TOELICHTING),
    bewakers=(bewakers_sluiten.teruggekoppeld_of_anoniem,),
    groep=Groep.AFSLUITEN,
)

ZET_OM = Handeling(
    naam="zet_om",
    label="Soort wijzigen",
    gebeurtenis=G.OMGEZET,
    van=toestanden.INFORMELE_FASE | toestanden.TERUGKOPPELING_OPEN,
    soorten=toestanden.ALLE_SOORTEN,
    past=_om_te_zetten,
    naar=Status.ONTVANGEN,
    gevolg=gevolgen.omzetten,
    uitleg="Meldt iemand hetzelfde voor de tweede keer, dan is het een klacht over onze dienst.",
    velden=(
        keuzeveld("nieuwe_soort", "Dit is een", SOORTEN),
        datumveld(
            "tweede_contact_op",
            "Op welke dag werd het een klacht?",
            verplicht=False,
            hulp="De dag van het tweede contact. Vanaf die dag loopt de termijn.",
            alleen_als=("nieuwe_soort", Soort.KLACHT),
        ),
        tekstveld("reden", "Waarom"),
    ),
    bewakers=(
        bewakers_sluiten.andere_soort,
        bewakers_sluiten.ombudsman_vraagt_niets,
        bewakers.klacht_niet_bij_betrokkene,
    ),
    groep=Groep.VASTLEGGEN,
    terug="Wijziging van soort ongedaan maken",
)

HEROPEN = Handeling(
    naam="heropen",
    label="Heropenen",
    gebeurtenis=G.HEROPEND,
    van=frozenset({Status.AFGEHANDELD}),
    soorten=toestanden.ALLE_SOORTEN,
    naar=Status.HEROPEND,
    gevolg=gevolgen.heropenen,
    artikel="art. 9:5 Awb",
    uitleg="De eerste ontvangstdatum en de termijn blijven gelden.",
    velden=(
        keuzeveld("reden", "Waarom", REDENEN_HEROPENEN),
        tekstveld("toelichting", "Wat is er aan de hand?", lang=True),
    ),
    groep=Groep.VERDER,
    terug="Heropenen ongedaan maken",
)

RIJEN = (ZET_DOOR, KOPPEL_TERUG, SLUIT_BEANTWOORD, ZET_OM, HEROPEN)
