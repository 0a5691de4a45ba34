"""Rows of the table: the case at the ombudsman, beside the klacht (art. 9:36 Awb)."""

from __future__ import annotations

from datetime import date

from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.handeling import Bezwaar, Groep, Handeling, Invoer
from klachtenapp.domain.handelingen import bewakers_sluiten, toestanden
from klachtenapp.domain.handelingen.velden import (
    TOELICHTING,
    datum,
    datumveld,
    keuzeveld,
    tekst,
    tekstveld,
)
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.ombudsmanzaak import OORDELEN, ombudsmanzaak

_REACTIE = "art. 9:36 lid 4 Awb"
_FEITEN = ("rapportnummer", "oordeel", "aanbeveling", "reactie_voor", "gereageerd_op")


def _heeft_zaak(dossier: Dossier) -> bool:
    return ombudsmanzaak(dossier) is not None


def _iets_nieuws(_d: Dossier, invoer: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
    """An update that says nothing is none."""
    if any(tekst(invoer, naam) for naam in _FEITEN):
        return None
    return Bezwaar("Vul in wat er nieuw is: het oordeel, de aanbeveling of ons antwoord.")


def _aanbeveling_met_datum(dossier: Dossier, invoer: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
    """A recommendation is answered within a reasonable time: so it gets a date."""
    if not tekst(invoer, "aanbeveling") or datum(invoer, "gereageerd_op"):
        return None
    zaak = ombudsmanzaak(dossier)
    if datum(invoer, "reactie_voor") or (zaak and zaak.wacht_op_reactie):
        return None
    return Bezwaar(
        "Op een aanbeveling antwoorden wij binnen een redelijke termijn. Tot wanneer?",
        _REACTIE,
        "reactie_voor",
    )


def _antwoord_na_bericht(dossier: Dossier, invoer: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
    """Nobody answers before he was asked."""
    zaak, antwoord = ombudsmanzaak(dossier), datum(invoer, "gereageerd_op")
    if zaak and antwoord and antwoord < zaak.laatste_bericht_op:
        return Bezwaar("Ons antwoord kwam na het bericht van de ombudsman. Kijk de datum na.",
                       _REACTIE, "gereageerd_op")  # fmt: skip
    return None


MELD_OMBUDSMAN = Handeling(
    naam="meld_ombudsman",
    label="Ombudsman",
    gebeurtenis=G.BIJ_OMBUDSMAN,
    van=toestanden.MET_GESLOTEN,
    soorten=toestanden.KLACHT,
    artikel="art. 9:36 Awb",
    uitleg="De ombudsman vraagt om informatie of deed onderzoek.",
    op_veld="bericht_op",
    velden=(
        datumveld("bericht_op", "Bericht ontvangen op", vandaag=True),
        tekstveld("rapportnummer", "Nummer bij de ombudsman", verplicht=False),
        datumveld("reactie_voor", "Wij antwoorden uiterlijk op", verplicht=False, toekomst=True),
        TOELICHTING,
    ),
    bewakers=(bewakers_sluiten.reactie_na_ontvangst,),
    groep=Groep.VASTLEGGEN,
    terug="Bericht ombudsman ongedaan maken",
)

WERK_OMBUDSMAN_BIJ = Handeling(
    naam="werk_ombudsman_bij",
    label="Ombudsman bijwerken",
    gebeurtenis=G.OMBUDSMAN_BIJGEWERKT,
    van=toestanden.MET_GESLOTEN,
    soorten=toestanden.KLACHT,
    past=_heeft_zaak,
    artikel="art. 9:36 Awb",
    uitleg="Wat de ombudsman vindt en adviseert, en ons antwoord. Wat u leeg laat, blijft zoals "
    "het was.",
    op_veld="bijgewerkt_op",
    velden=(
        datumveld("bijgewerkt_op", "Datum", vandaag=True),
        tekstveld("rapportnummer", "Nummer van het rapport", verplicht=False),
        keuzeveld("oordeel", "Wat vindt de ombudsman?", OORDELEN, verplicht=False),
        tekstveld("aanbeveling", "Wat adviseert de ombudsman?", verplicht=False, lang=True),
        datumveld("reactie_voor", "Wij antwoorden uiterlijk op", verplicht=False, toekomst=True),
        datumveld(
            "gereageerd_op",
            "Wij antwoordden op",
            verplicht=False,
            hulp="Alleen als het antwoord niet met onze brief ging: die telt vanzelf mee.",
        ),
        TOELICHTING,
    ),
    bewakers=(_iets_nieuws, _antwoord_na_bericht, _aanbeveling_met_datum),
    groep=Groep.VASTLEGGEN,
    terug="Wijziging bij de ombudsman ongedaan maken",
)

RIJEN = (MELD_OMBUDSMAN, WERK_OMBUDSMAN_BIJ)
