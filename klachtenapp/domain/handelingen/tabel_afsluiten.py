"""Rows of the table: how a klacht ends, each with its own proof."""

from __future__ import annotations

from klachtenapp.domain.begrippen import Afdoeningswijze as W
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.begrippen import Status
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.gronden import GRONDEN_9_8
from klachtenapp.domain.handeling import Groep, Handeling, Veld, VeldSoort
from klachtenapp.domain.handelingen import bewakers_brieven, gevolgen, toestanden
from klachtenapp.domain.handelingen import bewakers_sluiten as bewakers
from klachtenapp.domain.handelingen.bewakers import met_naam
from klachtenapp.domain.handelingen.bewakers_poort import plichten_vervuld
from klachtenapp.domain.handelingen.velden import (
    MANIEREN,
    TOELICHTING,
    ZONDER_BRIEF,
    datumveld,
    ja_nee,
    keuzeveld,
    tekstveld,
)
from klachtenapp.domain.poort import Route

_DOOR_TE_STUREN = toestanden.INFORMELE_FASE | toestanden.TERUGKOPPELING_OPEN | {Status.FORMEEL}


def _anoniem(dossier: Dossier) -> bool:
    return dossier.anoniem


SLUIT_INFORMEEL = Handeling(
    naam="sluit_informeel",
    label="Afsluiten: samen opgelost",
    gebeurtenis=G.AFGEHANDELD,
    van=toestanden.IN_BEHANDELING,
    soorten=toestanden.KLACHT,
    naar=Status.AFGEHANDELD,
    gevolg=gevolgen.sluiten_informeel,
    artikel="art. 9:5 Awb",
    uitleg="De klager is tevreden en heeft dat op papier.",
    velden=(ZONDER_BRIEF, TOELICHTING),
    bewakers=(bewakers.tevreden_en_bevestigd, plichten_vervuld(Route.INFORMEEL)),
    groep=Groep.AFSLUITEN,
)

SLUIT_FORMEEL = Handeling(
    naam="sluit_formeel",
    label="Afsluiten: brief met oordeel verzonden",
    gebeurtenis=G.AFGEHANDELD,
    van=frozenset({Status.OORDEEL}),
    soorten=toestanden.KLACHT,
    naar=Status.AFGEHANDELD,
    gevolg=gevolgen.sluiten_formeel,
    artikel="art. 9:12 Awb",
    uitleg="De brief met bevindingen, oordeel en de ombudsman is de deur uit.",
    velden=(
        Veld("ondertekenaar", "Wie ondertekende de brief?", VeldSoort.MEDEWERKER),
        ja_nee("ondertekenaar_niet_betrokken", "De ondertekenaar was niet betrokken"),
        tekstveld(
            "te_laat_reden",
            "Te laat? Schrijf op waarom",
            verplicht=False,
            hulp="Alleen nodig als de brief na de uiterste datum wegging.",
        ),
        TOELICHTING,
    ),
    bewakers=(
        plichten_vervuld(Route.FORMEEL),
        bewakers.ondertekenaar_onafhankelijk,
        bewakers.ondertekenaar_klopt,
        bewakers.te_laat_uitgelegd,
    ),
    groep=Groep.AFSLUITEN,
)

TREK_IN = Handeling(
    naam="trek_in",
    label="Klager trekt in",
    gebeurtenis=G.AFGEHANDELD,
    van=toestanden.KLACHT_OPEN,
    soorten=toestanden.KLACHT,
    naar=Status.AFGEHANDELD,
    gevolg=gevolgen.sluiten(W.INGETROKKEN, "ingetrokken_op"),
    uitleg="De klager wil niet verder. Wij bevestigen dat schriftelijk.",
    op_veld="ingetrokken_op",
    velden=(
        datumveld("ingetrokken_op", "Ingetrokken op", vandaag=True),
        keuzeveld("vorm", "Hoe trok de klager in?", MANIEREN),
        datumveld("bevestigd_op", "Bevestiging verzonden op", verplicht=False),
        ZONDER_BRIEF,
        TOELICHTING,
    ),
    bewakers=(
        bewakers_brieven.brief_of_reden(
            "bevestigd_op",
            "Bevestig de intrekking met een brief.",
            "Bevestiging van intrekken",
            "",
        ),
    ),
    groep=Groep.AFSLUITEN,
)

NEEM_NIET_IN_BEHANDELING = Handeling(
    naam="neem_niet_in_behandeling",
    label="Niet in behandeling nemen",
    gebeurtenis=G.AFGEHANDELD,
    van=toestanden.INFORMELE_FASE | {Status.FORMEEL},
    soorten=toestanden.KLACHT,
    naar=Status.AFGEHANDELD,
    gevolg=gevolgen.sluiten_zonder_behandeling,
    artikel="art. 9:8 Awb",
    uitleg="Het mag, het hoeft niet. De brief moet binnen 4 weken na ontvangst weg.",
    op_veld="brief_op",
    velden=(
        keuzeveld("grond", "Grond", GRONDEN_9_8),
        datumveld(
            "gedraging_op",
            "Wanneer is het gebeurd?",
            verplicht=False,
            voor_ontvangst=True,
            alleen_als=("grond", "b"),
        ),
        datumveld("brief_op", "Brief aan de klager verzonden op", verplicht=False),
        ja_nee("ombudsman_vermeld", "Staat de ombudsman in de brief?"),
        tekstveld("te_laat_reden", "Te laat? Schrijf op waarom het toch zo gaat", verplicht=False),
        tekstveld("toelichting", "Uitleg voor het dossier", verplicht=False, lang=True),
    ),
    bewakers=(
        met_naam,
        bewakers_brieven.brief_verzonden(
            "brief_op",
            "De klager hoort dit in een brief, met de reden en de ombudsman.",
            "Niet in behandeling",
            "art. 9:8 lid 3 Awb",
        ),
        bewakers.langer_dan_een_jaar,
        bewakers.niet_behandelen_op_tijd,
        bewakers.moet_ja(
            "ombudsman_vermeld",
            "In de brief hoort dat de klager naar de ombudsman kan. Stuur een nieuwe brief.",
            "art. 9:8 lid 3 en 9:12 lid 2 Awb",
        ),
    ),
    groep=Groep.AFSLUITEN,
)

ZEND_DOOR = Handeling(
    naam="zend_door",
    label="Doorzenden naar andere organisatie",
    gebeurtenis=G.AFGEHANDELD,
    van=_DOOR_TE_STUREN,
    soorten=toestanden.ALLE_SOORTEN,
    naar=Status.AFGEHANDELD,
    gevolg=gevolgen.sluiten(W.DOORGEZONDEN, "brief_orgaan_op", "bestuursorgaan"),
    artikel="art. 2:3 lid 1 Awb",
    uitleg="Zo snel mogelijk. De andere organisatie en de afzender krijgen dezelfde dag bericht.",
    op_veld="brief_orgaan_op",
    velden=(
        tekstveld("bestuursorgaan", "Naar welke organisatie?"),
        datumveld("brief_orgaan_op", "Doorgezonden op", verplicht=False),
        datumveld("brief_klager_op", "Bericht aan de afzender op", verplicht=False),
        tekstveld("andere_dag_reden", "Niet op dezelfde dag? Schrijf op waarom", verplicht=False),
        TOELICHTING,
    ),
    bewakers=(
        bewakers_brieven.brief_verzonden(
            "brief_orgaan_op",
            "De andere organisatie krijgt alles met een brief.",
            "Doorzending: aan de andere organisatie",
            "art. 2:3 lid 1 Awb",
        ),
        bewakers_brieven.beide_brieven_zelfde_dag,
    ),
    groep=Groep.AFSLUITEN,
)

LEID_DOOR_ALS_BEZWAAR = Handeling(
    naam="leid_door_als_bezwaar",
    label="Doorgeven als bezwaar of beroep",
    gebeurtenis=G.AFGEHANDELD,
    van=_DOOR_TE_STUREN,
    soorten=toestanden.KLACHT | toestanden.DOORZENDING,
    naar=Status.AFGEHANDELD,
    gevolg=gevolgen.sluiten(W.DOORGELEID_ALS_BEZWAAR, "brief_op", "stuk"),
    artikel="art. 6:15 Awb",
    uitleg="De dag waarop het stuk hier binnenkwam, telt voor de bezwaartermijn.",
    op_veld="brief_op",
    velden=(
        keuzeveld(
            "stuk", "Het is een", (("bezwaar", "bezwaarschrift"), ("beroep", "beroepschrift"))
        ),
        tekstveld("behandelt", "Wie behandelt het nu?"),
        datumveld("brief_op", "Doorgegeven, met bericht aan de afzender, op", verplicht=False),
        ja_nee("ontvangst_vermeld", "Staat de dag van ontvangst erbij?"),
        TOELICHTING,
    ),
    bewakers=(
        bewakers_brieven.brief_verzonden(
            "brief_op",
            "De afzender hoort dit in een brief.",
            "Doorgeven als bezwaar: aan de klager",
            "art. 6:15 lid 1 Awb",
        ),
        bewakers_brieven.ook_naar_de_ander,
        bewakers.moet_ja(
            "ontvangst_vermeld",
            "Zet de dag van ontvangst erbij: die beslist of het bezwaar op tijd is.",
            "art. 6:15 lid 1 en 3 Awb",
        ),
    ),
    groep=Groep.AFSLUITEN,
)

GEEN_KLACHT = Handeling(
    naam="geen_klacht",
    label="Afsluiten: het was een vraag of verzoek",
    gebeurtenis=G.AFGEHANDELD,
    van=toestanden.INFORMELE_FASE | {Status.ONTVANGEN},
    soorten=toestanden.KLACHT | toestanden.DOORZENDING,
    naar=Status.AFGEHANDELD,
    gevolg=gevolgen.sluiten(W.GEEN_KLACHT, "beantwoord_op"),
    artikel="art. 9:1 Awb",
    uitleg="Het gaat niet over hoe wij ons gedroegen. De vraag is beantwoord.",
    op_veld="beantwoord_op",
    velden=(
        datumveld("beantwoord_op", "Beantwoord op", vandaag=True),
        tekstveld("toelichting", "Wat was de vraag, en wat is het antwoord?", lang=True),
    ),
    groep=Groep.AFSLUITEN,
)

SLUIT_ZONDER_REACTIE = Handeling(
    naam="sluit_zonder_reactie",
    label="Afsluiten: geen reactie van klager",
    gebeurtenis=G.AFGEHANDELD,
    van=frozenset({Status.AANVULLING_GEVRAAGD}),
    soorten=toestanden.KLACHT,
    naar=Status.AFGEHANDELD,
    gevolg=gevolgen.sluiten(W.GEEN_REACTIE, "bericht_op"),
    artikel="art. 9:4 lid 2 Awb",
    uitleg="Wij vroegen wat ontbrak en kregen geen antwoord.",
    op_veld="bericht_op",
    velden=(
        datumveld("bericht_op", "Afgesloten op", vandaag=True),
        datumveld("brief_op", "Brief aan de klager op", verplicht=False),
        ZONDER_BRIEF,
        TOELICHTING,
    ),
    bewakers=(
        bewakers.antwoordtijd_voorbij,
        bewakers_brieven.brief_of_reden(
            "brief_op",
            "Laat de klager weten dat wij stoppen.",
            "Afsluiting zonder reactie",
            "art. 9:4 lid 2 Awb",
        ),
    ),
    groep=Groep.AFSLUITEN,
)

SLUIT_ANONIEM = Handeling(
    naam="sluit_anoniem",
    label="Afsluiten: anoniem signaal",
    gebeurtenis=G.AFGEHANDELD,
    van=toestanden.KLACHT_OPEN,
    soorten=toestanden.KLACHT,
    past=_anoniem,
    naar=Status.AFGEHANDELD,
    gevolg=gevolgen.sluiten(W.ANONIEM_SIGNAAL, "afgehandeld_op"),
    artikel="art. 9:2 en 9:4 lid 2 onder a Awb",
    uitleg="Ook een klacht zonder naam verdient aandacht. Schrijf op wat ermee is gedaan.",
    op_veld="afgehandeld_op",
    velden=(
        datumveld("afgehandeld_op", "Datum", vandaag=True),
        tekstveld("toelichting", "Wat is ermee gedaan?", lang=True),
    ),
    bewakers=(bewakers.is_anoniem,),
    groep=Groep.AFSLUITEN,
)

RIJEN = (
    SLUIT_INFORMEEL,
    SLUIT_FORMEEL,
    TREK_IN,
    NEEM_NIET_IN_BEHANDELING,
    ZEND_DOOR,
    LEID_DOOR_ALS_BEZWAAR,
    GEEN_KLACHT,
    SLUIT_ZONDER_REACTIE,
    SLUIT_ANONIEM,
)
