"""The supplied letters, each filled from a klacht that suits it.

What a letter is drawn from stands in ``ZAKEN``; the rows of the letters during treatment and
of those at the end come from their own modules.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from klachtenapp.domain import brieven
from klachtenapp.domain.begrippen import GebeurtenisSoort, Status
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.kalender import Kalender
from klachtenapp.domain.normen import Normen
from klachtenapp.papier.brief import Brief, Ondertekening, teken_brief
from klachtenapp.papier.bronteksten import brieftekst, normzinnen
from klachtenapp.papier.tekst import vul
from klachtenapp.services.briefinhoud import referentie
from tests.papier import geleverd_afloop, geleverd_behandeling
from tests.papier.geleverd_zaak import DOSSIER, VERHAAL, Geleverd, gebeurd

KADER = Kader(kalender=Kalender(), normen=Normen())
_OPGELOST = replace(
    DOSSIER,
    status=Status.INFORMEEL,
    gebeurtenissen=(
        gebeurd(
            GebeurtenisSoort.TEVREDENHEID_VASTGESTELD, 5, tevreden_op="2026-11-05",
            afspraak=VERHAAL,
        ),
    ),
)  # fmt: skip

ZAKEN: Mapping[BriefSoort, Geleverd] = {
    BriefSoort.ONTVANGSTBEVESTIGING: Geleverd(DOSSIER),
    BriefSoort.AFDOENINGSBRIEF: Geleverd(DOSSIER),
    BriefSoort.AFSLUITBRIEF_INFORMEEL: Geleverd(_OPGELOST),
    **geleverd_behandeling.ZAKEN,
    **geleverd_afloop.ZAKEN,
}
"""Every letter → the klacht, answers and day from which it is drawn here."""


def teken_geleverd(soort: BriefSoort, gemeente: Gemeente) -> bytes:
    """Return the supplied letter ``soort`` as PDF; every field that it needs has a value."""
    zaak = ZAKEN[soort]
    dossier, dag = zaak.dossier, zaak.dag
    wie = dossier.behandelaar
    feiten = brieven.velden(
        soort, dossier, gemeente, KADER, dag, wie, normzinnen(), zaak.antwoorden
    )
    regel = brieven.BRIEVEN[soort]
    adres = brieven.adressering(
        regel, brieven.Briefzaak(dossier, gemeente, dag, KADER, zaak.antwoorden)
    )
    ingevuld = vul(brieftekst(soort), feiten)
    assert not ingevuld.leeg, f"the klacht in this test misses {ingevuld.leeg}"
    return teken_brief(
        Brief(
            gemeente=gemeente,
            adres=adres.regels,
            datum=dag,
            datum_tekst=feiten["datum"],
            kenmerk=dossier.kenmerk,
            referentie=referentie(regel, dossier, feiten),
            tekst=ingevuld,
            ondertekening=Ondertekening("M. de Groot", "afdelingshoofd", gemeente.namens),
        )
    )
