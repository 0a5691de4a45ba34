"""From what the letters during the treatment of a klacht are drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.begrippen import Status
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import DocumentInfo, Dossier
from tests.papier.geleverd_zaak import DOSSIER, Geleverd, gebeurd

_GEBELD = gebeurd(G.GESPREK, 4, manier="telefoon", bereikt="ja")
_WISSEL = gebeurd(
    G.BEHANDELAAR_TOEGEWEZEN, 24, behandelaar="Zoë Đặng", _was_behandelaar="M. Jansen"
)
_FORMEEL = gebeurd(G.FORMEEL_GESTART, 6, reden="klager")
_PLAN = gebeurd(
    G.HOREN_GEPLAND, 24, zitting_op="2026-12-08", tijd="14.00 uur", vorm="driegesprek",
    plaats="gemeentehuis, kamer 1.12", klager_uitgenodigd_op="2026-11-24",
    beklaagde_uitgenodigd_op="2026-11-24", antwoord_voor="2026-12-01",
)  # fmt: skip
_GEHOORD = gebeurd(
    G.GEHOORD, 23, gehoord_op="2026-11-23", klager_gehoord="ja", beklaagde_gehoord="ja"
)
_VERSLAG = gebeurd(G.VERSLAG_VASTGESTELD, 24, verslag_op="2026-11-24")
_VERDAAGD = gebeurd(
    G.VERDAAGD, 24, tot="2027-01-11", klager_bericht_op="2026-11-24",
    beklaagde_bericht_op="2026-11-24",
    reden="wij willen nog een gesprek met een medewerker. Die is nu ziek",
)  # fmt: skip
_VRAAG = gebeurd(
    G.AANVULLING_GEVRAAGD, 24, ontbreekt="ondertekening", ontbreekt_ook="omschrijving",
    gevraagd_op="2026-11-24", reageren_voor="2026-12-08",
)  # fmt: skip


def _in(status: Status, *gebeurd_: object) -> Dossier:
    return replace(DOSSIER, status=status, gebeurtenissen=gebeurd_)  # type: ignore[arg-type]


def _bijlage(nummer: int, naam: str) -> DocumentInfo:
    return DocumentInfo(nummer, naam, "bijlage", "", 1000, datetime(2026, 11, 2, 12))


_AFSCHRIFT = replace(
    _in(Status.FORMEEL, _FORMEEL),
    documenten=(_bijlage(1, "afspraakkaart.pdf"), _bijlage(2, "foto van de wachtruimte.jpg")),
)
_HOREN = _in(Status.HOREN, _FORMEEL, _PLAN)
_NA_GESPREK = _in(Status.OORDEEL, _FORMEEL, _GEHOORD, _VERSLAG)
_LATER = _in(Status.FORMEEL, _FORMEEL, _VERDAAGD)
_WAAROM = "Wij wachten op papieren van een andere organisatie. Zonder die papieren weten wij "
_WAAROM += "niet zeker hoe het is gegaan."

ZAKEN: Mapping[BriefSoort, Geleverd] = {
    BriefSoort.AANVULLING: Geleverd(_in(Status.AANVULLING_GEVRAAGD, _VRAAG)),
    BriefSoort.NIEUWE_BEHANDELAAR: Geleverd(_in(Status.INFORMEEL, _GEBELD, _WISSEL)),
    BriefSoort.AFSCHRIFT: Geleverd(_AFSCHRIFT),
    BriefSoort.UITNODIGING_KLAGER: Geleverd(_HOREN),
    BriefSoort.UITNODIGING_BEKLAAGDE: Geleverd(_HOREN),
    BriefSoort.VERSLAG_KLAGER: Geleverd(_NA_GESPREK),
    BriefSoort.VERSLAG_BEKLAAGDE: Geleverd(_NA_GESPREK),
    BriefSoort.VERDAGING_KLAGER: Geleverd(_LATER),
    BriefSoort.VERDAGING_BEKLAAGDE: Geleverd(_LATER),
    BriefSoort.UITSTEL: Geleverd(_in(Status.FORMEEL, _FORMEEL), {"waarom": _WAAROM}),
}
