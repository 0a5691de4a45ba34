"""Rows of the table: the formal treatment, from hearing to judgement (art. 9:6-9:16 Awb)."""

from __future__ import annotations

from klachtenapp.domain import verloop
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.begrippen import Status
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.handeling import Groep, Handeling
from klachtenapp.domain.handelingen import (
    bewakers,
    bewakers_horen,
    bewakers_termijn,
    gevolgen,
    toestanden,
)
from klachtenapp.domain.handelingen.velden import (
    GEEN_BEKLAAGDE,
    GRONDEN_NIET_HOREN,
    IN_DE_BRIEF,
    OORDELEN,
    REDENEN_AFWEZIG,
    REDENEN_FORMEEL,
    TOELICHTING,
    datumveld,
    ja_nee,
    keuzeveld,
    tekstveld,
)


def _nog_te_horen(dossier: Dossier) -> bool:
    """Until our letter is out someone can still be heard; the judgement is then given anew."""
    return verloop.afdoeningsbrief(dossier) is None


START_FORMEEL = Handeling(
    naam="start_formeel",
    label="Formeel behandelen",
    gebeurtenis=G.FORMEEL_GESTART,
    van=toestanden.INFORMELE_FASE,
    soorten=toestanden.KLACHT,
    naar=Status.FORMEEL,
    gevolg=gevolgen.formeel_maken,
    artikel="art. 9:4 en 9:6 tot en met 9:12 Awb",
    uitleg="De klager wil dit, of samen oplossen lukt niet. Er komt een brief met ons oordeel.",
    velden=(
        keuzeveld("reden", "Waarom formeel?", REDENEN_FORMEEL),
        ja_nee(
            "commissie",
            "Geeft een klachtencommissie advies?",
            verplicht=False,
            hulp="Dan is de termijn 10 weken in plaats van 6 (art. 9:11 lid 1 Awb).",
        ),
        datumveld(
            "commissie_gemeld_op",
            "Datum van de brief daarover aan de klager",
            verplicht=False,
            alleen_als=("commissie", "ja"),
        ),
        TOELICHTING,
    ),
    bewakers=(
        bewakers.heeft_behandelaar,
        bewakers.met_naam,
        bewakers.met_adres,
        bewakers_termijn.commissie_binnen_termijn,
        bewakers.commissie_gemeld,
    ),
    terug="Start formele behandeling ongedaan maken",
)

GEEF_AFSCHRIFT = Handeling(
    naam="geef_afschrift",
    label="Klacht aan beklaagde gegeven",
    gebeurtenis=G.AFSCHRIFT_GEGEVEN,
    van=toestanden.IN_BEHANDELING,
    soorten=toestanden.KLACHT,
    artikel="art. 9:9 Awb",
    uitleg="De beklaagde krijgt de klacht met alle bijlagen.",
    op_veld="gegeven_op",
    velden=(
        datumveld("gegeven_op", "Datum", vandaag=True),
        tekstveld("aan", "Aan wie"),
        TOELICHTING,
    ),
    groep=Groep.VASTLEGGEN,
    terug="Afschrift ongedaan maken",
)

PLAN_HOREN = Handeling(
    naam="plan_horen",
    label="Gesprek plannen",
    gebeurtenis=G.HOREN_GEPLAND,
    van=frozenset({Status.FORMEEL, Status.HOREN, Status.OORDEEL}),
    soorten=toestanden.KLACHT,
    past=_nog_te_horen,
    naar=Status.HOREN,
    artikel="art. 9:10 lid 1 Awb",
    uitleg="Nodig de klager én de beklaagde uit om gehoord te worden.",
    velden=(
        datumveld("zitting_op", "Datum van het gesprek", toekomst=True),
        tekstveld("tijd", "Tijd", verplicht=False),
        tekstveld("plaats", "Plaats", verplicht=False),
        keuzeveld(
            "vorm",
            "Hoe",
            (
                ("driegesprek", "samen aan tafel"),
                ("apart", "ieder apart"),
                ("telefoon", "telefonisch"),
                ("online", "online"),
            ),
        ),
        datumveld("klager_uitgenodigd_op", "Klager uitgenodigd op", vandaag=True),
        datumveld(
            "beklaagde_uitgenodigd_op", "Beklaagde uitgenodigd op", verplicht=False, vandaag=True
        ),
        GEEN_BEKLAAGDE,
        datumveld("antwoord_voor", "Klager antwoordt uiterlijk op", verplicht=False, toekomst=True),
        TOELICHTING,
    ),
    bewakers=(
        bewakers_horen.geen_beklaagde("beklaagde_uitgenodigd_op"),
        bewakers_horen.uitgenodigd_voor_zitting,
    ),
    terug="Planning van het gesprek ongedaan maken",
)

LEG_HOREN_VAST = Handeling(
    naam="leg_horen_vast",
    label="Gesprek gehouden",
    gebeurtenis=G.GEHOORD,
    van=frozenset({Status.HOREN}),
    soorten=toestanden.KLACHT,
    artikel="art. 9:10 Awb",
    op_veld="gehoord_op",
    velden=(
        datumveld("gehoord_op", "Datum", vandaag=True),
        ja_nee("klager_gehoord", "Is de klager gehoord?"),
        ja_nee("beklaagde_gehoord", "Is de beklaagde gehoord?", verplicht=False),
        keuzeveld("afwezig_reden", "Niet gehoord? Waarom niet", REDENEN_AFWEZIG, verplicht=False),
        GEEN_BEKLAAGDE,
        tekstveld("aanwezig", "Wie waren er nog meer bij?", verplicht=False),
        TOELICHTING,
    ),
    bewakers=(
        bewakers_horen.iemand_gehoord,
        bewakers_horen.geen_beklaagde("beklaagde_gehoord"),
        bewakers_horen.afwezigheid_verklaard,
    ),
    terug="Gesprek ongedaan maken",
)

ZIE_AF_VAN_HOREN = Handeling(
    naam="zie_af_van_horen",
    label="Afzien van horen",
    gebeurtenis=G.AFGEZIEN_VAN_HOREN,
    van=frozenset({Status.FORMEEL, Status.HOREN}),
    soorten=toestanden.KLACHT,
    bestemming=toestanden.na_horen,
    artikel="art. 9:10 lid 2 Awb",
    uitleg="Alleen voor de klager, en alleen op een van drie gronden. De beklaagde moet altijd "
    "gehoord kunnen worden.",
    op_veld="vastgesteld_op",
    velden=(
        keuzeveld("grond", "Grond", GRONDEN_NIET_HOREN),
        datumveld("vastgesteld_op", "Vastgesteld op", vandaag=True),
        datumveld(
            "antwoord_voor",
            "De klager kon antwoorden tot en met",
            verplicht=False,
            toekomst=True,
            alleen_als=("grond", "c"),
        ),
        tekstveld("bewijs", "Waaruit blijkt dat?", lang=True),
        keuzeveld(
            "beklaagde",
            "De beklaagde",
            (
                ("gehoord", "is gehoord"),
                ("wil niet", "wil niet gehoord worden"),
                ("geen persoon", "de klacht gaat niet over een persoon"),
            ),
        ),
        datumveld("beklaagde_op", "Op welke dag?", verplicht=False),
        datumveld(
            "verslag_op",
            "Datum van het verslag",
            verplicht=False,
            alleen_als=("beklaagde", "gehoord"),
        ),
    ),
    bewakers=(bewakers_horen.grond_niet_horen, bewakers_horen.beklaagde_kon_gehoord),
    terug="Afzien van horen ongedaan maken",
)

STEL_VERSLAG_VAST = Handeling(
    naam="stel_verslag_vast",
    label="Verslag toevoegen",
    gebeurtenis=G.VERSLAG_VASTGESTELD,
    van=frozenset({Status.HOREN}),
    soorten=toestanden.KLACHT,
    bestemming=toestanden.na_horen,
    artikel="art. 9:10 lid 3 Awb",
    uitleg="Zonder verslag mag de klacht niet formeel worden afgedaan.",
    op_veld="verslag_op",
    velden=(
        datumveld("verslag_op", "Datum van het verslag", vandaag=True),
        datumveld("verzonden_op", "Verzonden aan de klager op", verplicht=False),
        tekstveld("toelichting", "Kern van het verslag", verplicht=False, lang=True),
    ),
    bewakers=(bewakers_horen.beiden_gehoord,),
    terug="Verslag ongedaan maken",
)

ONTVANG_ADVIES = Handeling(
    naam="ontvang_advies",
    label="Advies ontvangen",
    gebeurtenis=G.ADVIES_ONTVANGEN,
    van=frozenset({Status.ADVIES}),
    soorten=toestanden.KLACHT,
    naar=Status.OORDEEL,
    artikel="art. 9:15 lid 4 Awb",
    uitleg="De commissie stuurt haar bevindingen en advies, met het verslag.",
    op_veld="advies_op",
    velden=(
        datumveld("advies_op", "Ontvangen op", vandaag=True),
        ja_nee("rapport_compleet", "Zijn rapport en verslag erbij?"),
        tekstveld("toelichting", "Kern van het advies", verplicht=False, lang=True),
    ),
    bewakers=(bewakers.advies_met_rapport,),
    terug="Advies ongedaan maken",
)

VORM_OORDEEL = Handeling(
    naam="vorm_oordeel",
    label="Oordeel vastleggen",
    gebeurtenis=G.OORDEEL_GEVORMD,
    van=frozenset({Status.OORDEEL}),
    soorten=toestanden.KLACHT,
    gevolg=gevolgen.oordeel_overnemen,
    artikel="art. 9:12 lid 1 Awb",
    uitleg="Per onderdeel: wat wij hebben gevonden en wat wij ervan vinden.",
    op_veld="oordeel_op",
    velden=(
        datumveld("oordeel_op", "Datum", vandaag=True),
        tekstveld(
            "onderdeel",
            "Waar gaat de klacht over?",
            verplicht=False,
            hulp="Alleen als u nog geen onderdelen heeft ingevuld bij Oordeel.",
        ),
        tekstveld(
            "bevinding", "Wat hebben wij gevonden?", verplicht=False, lang=True, hulp=IN_DE_BRIEF
        ),
        keuzeveld("oordeel", "Ons oordeel", OORDELEN, verplicht=False),
        tekstveld(
            "conclusies", "Wat doen wij hiermee?", verplicht=False, lang=True, hulp=IN_DE_BRIEF
        ),
        ja_nee("wijkt_af", "Wijken wij af van het advies van de commissie?", verplicht=False),
        tekstveld(
            "afwijkreden", "Waarom wijken wij af?", verplicht=False, lang=True, hulp=IN_DE_BRIEF
        ),
    ),
    bewakers=(
        bewakers.onderdelen_beoordeeld,
        bewakers_horen.gehoord_of_ongegrond,
        bewakers.afwijking_uitgelegd,
    ),
    terug="Oordeel ongedaan maken",
)

RIJEN = (
    START_FORMEEL,
    GEEF_AFSCHRIFT,
    PLAN_HOREN,
    LEG_HOREN_VAST,
    ZIE_AF_VAN_HOREN,
    STEL_VERSLAG_VAST,
    ONTVANG_ADVIES,
    VORM_OORDEEL,
)
