"""Rows of the table: assigning, talking, looking, solving it together."""

from __future__ import annotations

from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.begrippen import Status
from klachtenapp.domain.handeling import Groep, Handeling, Veld, VeldSoort
from klachtenapp.domain.handelingen import bewakers, bewakers_belofte, gevolgen, toestanden
from klachtenapp.domain.handelingen.velden import (
    BELOFTE,
    ELEMENTEN_9_4,
    IN_DE_BRIEF,
    MANIEREN,
    NIET_BETROKKEN,
    OVER_BESTUUR,
    TOELICHTING,
    WENSEN,
    datumveld,
    ja_nee,
    keuzeveld,
    tekstveld,
)

WIJS_BEHANDELAAR_TOE = Handeling(
    naam="wijs_behandelaar_toe",
    label="Behandelaar toewijzen",
    gebeurtenis=G.BEHANDELAAR_TOEGEWEZEN,
    van=toestanden.ALLES_OPEN,
    soorten=toestanden.ALLE_SOORTEN,
    bestemming=toestanden.bij_toewijzen,
    gevolg=gevolgen.toewijzen,
    artikel="art. 9:7 lid 1 Awb",
    uitleg="Eén vaste behandelaar, van begin tot eind, die niet bij de gedraging betrokken was.",
    velden=(
        Veld("behandelaar", "Behandelaar", VeldSoort.MEDEWERKER),
        NIET_BETROKKEN,
        OVER_BESTUUR,
        tekstveld(
            "reden",
            "Waarom een andere behandelaar?",
            verplicht=False,
            hulp="Alleen nodig als iemand anders de melding al behandelt.",
        ),
    ),
    bewakers=(bewakers.behandelaar_onafhankelijk, bewakers.reden_bij_wisselen),
    terug="Toewijzing ongedaan maken",
)

NEEM_IN_BEOORDELING = Handeling(
    naam="neem_in_beoordeling",
    label="In behandeling nemen",
    gebeurtenis=G.IN_BEOORDELING,
    van=frozenset({Status.ONTVANGEN}),
    soorten=toestanden.KLACHT,
    naar=Status.BEOORDELING,
    artikel="art. 9:7 lid 1 Awb",
    uitleg="De behandelaar pakt de klacht op.",
    velden=(NIET_BETROKKEN, OVER_BESTUUR, TOELICHTING),
    bewakers=(bewakers.heeft_behandelaar, bewakers.behandelaar_onafhankelijk),
    terug="In behandeling nemen ongedaan maken",
)

NOTEER = Handeling(
    naam="noteer",
    label="Notitie toevoegen",
    gebeurtenis=G.NOTITIE,
    van=toestanden.MET_GESLOTEN,
    soorten=toestanden.ALLE_SOORTEN,
    velden=(tekstveld("toelichting", "Notitie", lang=True),),
    groep=Groep.VASTLEGGEN,
    terug="Notitie doorhalen",
)

LEG_GESPREK_VAST = Handeling(
    naam="leg_gesprek_vast",
    label="Gesprek vastleggen",
    gebeurtenis=G.GESPREK,
    van=toestanden.MET_GESLOTEN,
    soorten=toestanden.ALLE_SOORTEN,
    gevolg=gevolgen.wens_overnemen,
    uitleg="Wie sprak de klager, wat wil de klager en wat is afgesproken.",
    op_veld="gesproken_op",
    velden=(
        datumveld("gesproken_op", "Datum", vandaag=True),
        keuzeveld("manier", "Hoe", MANIEREN),
        Veld("gesproken_door", "Wie sprak de klager?", VeldSoort.MEDEWERKER, verplicht=False),
        Veld(
            "nummer",
            "Met welk nummer is gebeld?",
            verplicht=False,
            hulp="Het nummer dat de klager ziet, om terug te bellen.",
            alleen_als=("manier", "telefoon"),
        ),
        ja_nee("bereikt", "Klager bereikt?", hulp="Ook een poging zonder gehoor legt u vast."),
        keuzeveld("wens", "Wat wil de klager bereiken?", WENSEN, verplicht=False),
        tekstveld("afspraak", "Wat is afgesproken?", verplicht=False, lang=True),
        *BELOFTE,
        TOELICHTING,
    ),
    bewakers=(bewakers_belofte.belofte_compleet,),
    groep=Groep.VASTLEGGEN,
    terug="Gesprek doorhalen",
)

GEEF_STAPPENPLAN = Handeling(
    naam="geef_stappenplan",
    label="Stappenplan meegegeven",
    gebeurtenis=G.STAPPENPLAN_MEEGEGEVEN,
    van=toestanden.KLACHT_OPEN,
    soorten=toestanden.KLACHT,
    uitleg="De klager weet nu welke stappen komen.",
    op_veld="gegeven_op",
    velden=(
        datumveld("gegeven_op", "Datum", vandaag=True),
        keuzeveld(
            "kanaal",
            "Hoe",
            (("balie", "aan de balie"), ("post", "per post"), ("e-mail", "per e-mail")),
            verplicht=False,
        ),
        keuzeveld(
            "variant", "Welk blad", (("kort", "kort"), ("compleet", "compleet")), verplicht=False
        ),
        keuzeveld(
            "formaat",
            "Papier",
            (("a4", "A4"), ("a5", "A5"), ("vouw", "boekje")),
            verplicht=False,
        ),
        ja_nee("groot", "Grote letters", verplicht=False),
        tekstveld("taal", "Taal", verplicht=False),
    ),
    bewakers=(bewakers.email_met_toestemming,),
    groep=Groep.VASTLEGGEN,
    terug="Stappenplan doorhalen",
)

VRAAG_AANVULLING = Handeling(
    naam="vraag_aanvulling",
    label="Aanvulling vragen",
    gebeurtenis=G.AANVULLING_GEVRAAGD,
    van=frozenset({Status.BEOORDELING, Status.HEROPEND}),
    soorten=toestanden.KLACHT,
    naar=Status.AANVULLING_GEVRAAGD,
    artikel="art. 9:4 lid 2 Awb",
    uitleg="Vraag wat ontbreekt. De termijn loopt door.",
    op_veld="gevraagd_op",
    velden=(
        keuzeveld("ontbreekt", "Wat ontbreekt?", ELEMENTEN_9_4),
        keuzeveld("ontbreekt_ook", "Ontbreekt er nog iets?", ELEMENTEN_9_4, verplicht=False),
        datumveld("gevraagd_op", "Gevraagd op", vandaag=True),
        datumveld("reageren_voor", "Antwoord uiterlijk op", toekomst=True),
        TOELICHTING,
    ),
    bewakers=(bewakers.antwoorddatum_na_vraag,),
    terug="Vraag om aanvulling ongedaan maken",
)

AANVULLING_ONTVANGEN = Handeling(
    naam="aanvulling_ontvangen",
    label="Aanvulling ontvangen",
    gebeurtenis=G.AANVULLING_ONTVANGEN,
    van=frozenset({Status.AANVULLING_GEVRAAGD}),
    soorten=toestanden.KLACHT,
    naar=Status.BEOORDELING,
    artikel="art. 9:4 lid 2 Awb",
    op_veld="aanvulling_op",
    velden=(datumveld("aanvulling_op", "Ontvangen op", vandaag=True), TOELICHTING),
    terug="Ontvangst aanvulling ongedaan maken",
)

START_INFORMEEL = Handeling(
    naam="start_informeel",
    label="Samen oplossen",
    gebeurtenis=G.INFORMEEL_GESTART,
    van=toestanden.INFORMELE_FASE - {Status.INFORMEEL},
    soorten=toestanden.KLACHT,
    naar=Status.INFORMEEL,
    gevolg=gevolgen.wens_overnemen,
    artikel="art. 9:5 Awb",
    uitleg="Zoek samen met de klager een oplossing. De klager kiest de manier.",
    velden=(keuzeveld("wens", "Wat wil de klager bereiken?", WENSEN, verplicht=False), TOELICHTING),
    bewakers=(bewakers.heeft_behandelaar, bewakers.met_naam),
    terug="Start informele behandeling ongedaan maken",
)

KLAGER_TEVREDEN = Handeling(
    naam="klager_tevreden",
    label="Klager is tevreden",
    gebeurtenis=G.TEVREDENHEID_VASTGESTELD,
    van=toestanden.IN_BEHANDELING,
    soorten=toestanden.KLACHT,
    artikel="art. 9:5 Awb",
    uitleg="De klager zegt zelf dat de klacht is opgelost. Daarna hoeft er geen oordeel te komen.",
    op_veld="tevreden_op",
    velden=(
        datumveld("tevreden_op", "Wanneer liet de klager dat weten?", vandaag=True),
        keuzeveld("hoe", "Hoe liet de klager dat weten?", MANIEREN),
        tekstveld("afspraak", "Wat is afgesproken of gedaan?", lang=True, hulp=IN_DE_BRIEF),
    ),
    bewakers=(bewakers.heeft_behandelaar, bewakers.met_naam),
    groep=Groep.VERDER,
    terug="Tevredenheid ongedaan maken",
)

RIJEN = (
    WIJS_BEHANDELAAR_TOE,
    NEEM_IN_BEOORDELING,
    VRAAG_AANVULLING,
    AANVULLING_ONTVANGEN,
    START_INFORMEEL,
    KLAGER_TEVREDEN,
    LEG_GESPREK_VAST,
    NOTEER,
    GEEF_STAPPENPLAN,
)
