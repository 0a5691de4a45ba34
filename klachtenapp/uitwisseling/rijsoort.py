"""Tells rows with a melding from empty rows, totals, titles and repeated headers."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from functools import lru_cache

from klachtenapp.uitwisseling.cellen import Rij, begin, is_leeg
from klachtenapp.uitwisseling.datums import is_datumachtig
from klachtenapp.uitwisseling.kopregel import Kopregel, is_herhaling
from klachtenapp.uitwisseling.velden import Kolomveld

_TOTAAL = re.compile(
    r"\s*(?:sub|eind|generaal )?tota(?:al|len|als)\b|\s*(?:som|aantal|gemiddelde?|saldo)\b", re.I
)
_VEEL = 4
_BEGIN = 200  # letters of a cell that tell what the row is


class Rijsoort(StrEnum):
    """What a row is; the value is the reason given in the report."""

    DATA = "melding"
    LEEG = "lege rij"
    TOTAAL = "totaalregel"
    KOP = "herhaalde kopregel"
    TUSSENKOP = "losse tekst of tussenkop"
    NUMMER = "alleen een nummer, verder leeg"


def soort_rij(rij: Rij, velden: tuple[Kolomveld, ...], kop: Kopregel) -> Rijsoort:
    """Return what the row is. In doubt it is a melding: it will be judged and reported."""
    if len(rij) - rij.count("") > _VEEL and isinstance(rij[_ontvangen(velden)], date):
        return Rijsoort.DATA  # nearly every row, so this must be quick
    gevuld = [
        kolom
        for kolom, cel in enumerate(rij)
        if cel != "" and (cel.__class__ is not str or not is_leeg(cel))
    ]
    if not gevuld:
        return Rijsoort.LEEG
    if len(gevuld) > 2 and is_datumachtig(rij[_ontvangen(velden)]):
        return Rijsoort.DATA
    if len(gevuld) <= _VEEL and _TOTAAL.match(begin(rij[gevuld[0]], _BEGIN)):
        return Rijsoort.TOTAAL
    if is_herhaling(rij, kop):
        return Rijsoort.KOP
    if all(velden[kolom] is Kolomveld.OUD_KENMERK for kolom in gevuld):
        return Rijsoort.NUMMER if _is_nummer(begin(rij[gevuld[0]], _BEGIN)) else Rijsoort.TUSSENKOP
    if len(gevuld) == 1 and not is_datumachtig(rij[gevuld[0]]):
        return Rijsoort.TUSSENKOP
    return Rijsoort.DATA


@lru_cache(maxsize=64)
def _ontvangen(velden: tuple[Kolomveld, ...]) -> int:
    return velden.index(Kolomveld.ONTVANGEN_OP)


def _is_nummer(tekst: str) -> bool:
    return any(teken.isdigit() for teken in tekst) and len(tekst) <= 20
