"""Rows of the table: more time (art. 9:11 lid 2 and 3 Awb)."""

from __future__ import annotations

from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.handeling import Groep, Handeling, Veld, VeldSoort
from klachtenapp.domain.handelingen import (
    bewakers_horen,
    bewakers_termijn,
    gevolgen,
    toestanden,
)
from klachtenapp.domain.handelingen.velden import (
    GEEN_BEKLAAGDE,
    TOELICHTING,
    datumveld,
    ja_nee,
    tekstveld,
)

VERDAAG = Handeling(
    naam="verdaag",
    label="Verdagen",
    gebeurtenis=G.VERDAAGD,
    van=toestanden.KLACHT_OPEN,
    soorten=toestanden.KLACHT,
    artikel="art. 9:11 lid 2 Awb",
    uitleg="Eén keer, hoogstens 4 weken. Klager en beklaagde krijgen eerst bericht.",
    velden=(
        datumveld("tot", "Nieuwe uiterste datum", toekomst=True),
        datumveld("klager_bericht_op", "Bericht aan de klager op", vandaag=True),
        datumveld(
            "beklaagde_bericht_op", "Bericht aan de beklaagde op", verplicht=False, vandaag=True
        ),
        GEEN_BEKLAAGDE,
        tekstveld("reden", "Waarom is meer tijd nodig?"),
    ),
    bewakers=(
        bewakers_termijn.nog_te_verdagen,
        bewakers_horen.geen_beklaagde("beklaagde_bericht_op"),
        bewakers_termijn.beide_berichten_op_tijd,
        bewakers_termijn.hoogstens_vier_weken,
        bewakers_termijn.werkdag_als_einde,
    ),
    groep=Groep.TERMIJN,
    terug="Verdaging ongedaan maken",
)

STEL_UIT = Handeling(
    naam="stel_uit",
    label="Verder uitstellen",
    gebeurtenis=G.UITGESTELD,
    van=toestanden.KLACHT_OPEN,
    soorten=toestanden.KLACHT,
    artikel="art. 9:11 lid 3 Awb",
    uitleg="Alleen tot de datum waarmee de klager schriftelijk instemt.",
    velden=(
        ja_nee("schriftelijk", "Heeft de klager schriftelijk ingestemd?"),
        Veld(
            "bijlage",
            "Welke bijlage is dat?",
            VeldSoort.BIJLAGE,
            verplicht=False,
            hulp="De ondertekende brief of e-mail. Voeg hem eerst toe bij Bijlagen.",
        ),
        tekstveld(
            "elders",
            "Niet in dit dossier? Waar ligt het papier?",
            verplicht=False,
            hulp="Bijvoorbeeld: papieren dossier, kast 3.",
        ),
        datumveld("instemming_op", "Datum van de instemming", vandaag=True),
        datumveld("tot", "Afgesproken datum", toekomst=True),
        TOELICHTING,
    ),
    bewakers=(
        bewakers_termijn.schriftelijk_ingestemd,
        bewakers_termijn.instemming_bewaard,
        bewakers_termijn.later_dan_nu,
    ),
    groep=Groep.TERMIJN,
    terug="Uitstel ongedaan maken",
)


def _start_gemeld(dossier: Dossier) -> bool:
    """The sender was told by our letter, and the term still counts from receipt."""
    return dossier.doorgeleid_op is None and bewakers_termijn.gemelde_start(dossier) is not None


LAAT_LATER_BEGINNEN = Handeling(
    naam="laat_later_beginnen",
    label="Termijn vanaf doorgeleiding",
    gebeurtenis=G.TERMIJN_LATER_BEGONNEN,
    van=toestanden.KLACHT_OPEN,
    soorten=toestanden.KLACHT,
    past=_start_gemeld,
    gevolg=gevolgen.later_beginnen,
    artikel="art. 2:24 Awb",
    uitleg="De klacht kwam via een verkeerd digitaal kanaal. De klager weet per brief vanaf welke "
    "dag de termijn loopt.",
    velden=(
        datumveld("doorgeleid_op", "De termijn loopt vanaf", hulp="Zoals in de brief staat."),
        TOELICHTING,
    ),
    bewakers=(bewakers_termijn.zoals_gemeld,),
    groep=Groep.TERMIJN,
    terug="Begin van de termijn ongedaan maken",
)

RIJEN = (VERDAAG, STEL_UIT, LAAT_LATER_BEGINNEN)
