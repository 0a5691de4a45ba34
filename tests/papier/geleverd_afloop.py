"""From what the letters with which something ends or goes elsewhere are drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from klachtenapp.domain.begrippen import Afdoeningswijze, Kanaal, Soort, Status, Vorm
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.personen import Afdeling
from tests.papier.geleverd_zaak import DOSSIER, VERHAAL, Geleverd, gebeurd

_NIEUW = replace(DOSSIER, status=Status.BEOORDELING, onderdelen=(), gebeurtenissen=())
_DIGITAAL = replace(_NIEUW, kanaal=Kanaal.EMAIL, vorm=Vorm.SCHRIFTELIJK)
_GEVRAAGD = replace(
    _NIEUW,
    status=Status.AANVULLING_GEVRAAGD,
    gebeurtenissen=(
        gebeurd(
            G.AANVULLING_GEVRAAGD, 4, ontbreekt="omschrijving", ontbreekt_ook="machtiging",
            reageren_voor="2026-11-18",
        ),
    ),
)  # fmt: skip
_BIJ_OMBUDSMAN = replace(
    DOSSIER,
    status=Status.AFGEHANDELD,
    afdoeningswijze=Afdoeningswijze.FORMEEL_AFGEHANDELD,
    gebeurtenissen=(
        *DOSSIER.gebeurtenissen,
        gebeurd(G.BIJ_OMBUDSMAN, 20, rapportnummer="2026/118", reactie_voor="2026-12-18"),
    ),
)
_TIP = replace(
    _NIEUW, soort=Soort.TIP, status=Status.DOORGEZET, afdeling=Afdeling(1, "Openbare ruimte")
)
_ELDERS = {
    "instantie_naam": "Waterschap De Brede Vaart en Ørsted-Łąka",
    "instantie_adres": "Postbus 1200",
    "instantie_postcode": "1234 ZZ",
    "instantie_plaats": "Voorbeeldstad",
}

ZAKEN: Mapping[BriefSoort, Geleverd] = {
    BriefSoort.NIET_IN_BEHANDELING: Geleverd(
        _NIEUW, {"grond": "c", "bezwaar_voor": "2026-12-11", "uitleg": VERHAAL}
    ),
    BriefSoort.DOORZENDING_KLAGER: Geleverd(
        _NIEUW, {**_ELDERS, "instantie_telefoon": "0123 - 99 88 77", "deel_hier": VERHAAL}
    ),
    BriefSoort.DOORZENDING_INSTANTIE: Geleverd(_NIEUW, {**_ELDERS, "deel_hier": VERHAAL}),
    BriefSoort.DOORGELEIDING_KLAGER: Geleverd(
        _NIEUW,
        {
            "stuk": "bezwaar",
            "behandelt": _ELDERS["instantie_naam"],
            "elders": "ja",
            "instantie_telefoon": "0123 - 99 88 77",
        },
    ),
    BriefSoort.DOORGELEIDING_INSTANTIE: Geleverd(_DIGITAAL, {**_ELDERS, "stuk": "beroep"}),
    BriefSoort.INTREKKING: Geleverd(
        replace(_NIEUW, gedraging_op=date(2026, 10, 30)),
        {"ingetrokken_op": "2026-11-23", "vorm": "telefoon"},
    ),
    BriefSoort.GEEN_REACTIE: Geleverd(_GEVRAAGD),
    BriefSoort.ONTVANGST_REACTIE: Geleverd(_TIP, {"eigen_woorden": VERHAAL}),
    BriefSoort.VOORTGANG: Geleverd(DOSSIER, {"nu": VERHAAL}),
    BriefSoort.VERBETERPUNT: Geleverd(
        DOSSIER, {"gedaan": VERHAAL, "klaar": "nee", "klaar_op": "2027-02-01"}
    ),
    BriefSoort.REACTIE_OMBUDSMAN: Geleverd(
        _BIJ_OMBUDSMAN,
        {
            "aanbeveling": VERHAAL,
            "volgt": "deels",
            "reden": VERHAAL,
            "maatregel": VERHAAL,
            "maatregel_op": "2027-02-01",
        },
    ),
    BriefSoort.JUIST_KANAAL: Geleverd(
        _DIGITAAL,
        {"kanaal_goed": "het formulier op www.voorbeeldstad.nl", "insturen_voor": "2026-12-08"},
    ),
    BriefSoort.START_TERMIJN: Geleverd(_DIGITAAL, {"doorgeleid_op": "2026-11-23"}),
}
