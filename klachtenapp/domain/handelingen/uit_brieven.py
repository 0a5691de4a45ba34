"""Fills a handeling beforehand with what stood in the letter that went before it.

Letters with which something ends go first; the ending itself then knows ground, receiver and
date, so that nobody types it twice and dossier and paper say the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from klachtenapp.domain import verloop, verzonden
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Dossier, Gebeurtenis

_Uit = Callable[[Gebeurtenis, Mapping[str, str]], Mapping[str, str]]
"""What follows from one letter that went out, and from the answers in it."""


def _intrekking(brief: Gebeurtenis, gezegd: Mapping[str, str]) -> Mapping[str, str]:
    return {**_gekozen(gezegd, "ingetrokken_op", "vorm"), "bevestigd_op": brief.op.isoformat()}


def _niet_behandelen(brief: Gebeurtenis, gezegd: Mapping[str, str]) -> Mapping[str, str]:
    return {
        **_gekozen(gezegd, "grond", "gedraging_op", "te_laat_reden"),
        "brief_op": brief.op.isoformat(),
        "ombudsman_vermeld": "ja",
    }


def _doorzending_klager(brief: Gebeurtenis, gezegd: Mapping[str, str]) -> Mapping[str, str]:
    return {**_doorzending(gezegd), "brief_klager_op": brief.op.isoformat()}


def _doorzending_instantie(brief: Gebeurtenis, gezegd: Mapping[str, str]) -> Mapping[str, str]:
    return {**_doorzending(gezegd), "brief_orgaan_op": brief.op.isoformat()}


def _doorzending(gezegd: Mapping[str, str]) -> dict[str, str]:
    naam = gezegd.get("instantie_naam", "")
    return {
        **_gekozen(gezegd, "andere_dag_reden"),
        **({"bestuursorgaan": naam} if naam else {}),
    }


def _doorgeleiding(brief: Gebeurtenis, gezegd: Mapping[str, str]) -> Mapping[str, str]:
    wie = gezegd.get("behandelt") or gezegd.get("instantie_naam", "")
    return {
        **_gekozen(gezegd, "stuk"),
        **({"behandelt": wie} if wie else {}),
        "brief_op": brief.op.isoformat(),
        "ontvangst_vermeld": "ja",
    }


def _geen_reactie(brief: Gebeurtenis, _gezegd: Mapping[str, str]) -> Mapping[str, str]:
    return {"bericht_op": brief.op.isoformat(), "brief_op": brief.op.isoformat()}


def _terugkoppeling(brief: Gebeurtenis, gezegd: Mapping[str, str]) -> Mapping[str, str]:
    wat = gezegd.get("gedaan", "")
    return {
        "verteld_op": brief.op.isoformat(),
        "hoe": "brief",
        **({"toelichting": wat} if wat else {}),
    }


def _gekozen(gezegd: Mapping[str, str], *namen: str) -> dict[str, str]:
    return {naam: gezegd[naam] for naam in namen if naam in gezegd}


# The letters of a handeling; what the last one says goes before the first.
_BRIEVEN: Mapping[str, tuple[tuple[BriefSoort, _Uit], ...]] = MappingProxyType(
    {
        "trek_in": ((BriefSoort.INTREKKING, _intrekking),),
        "neem_niet_in_behandeling": ((BriefSoort.NIET_IN_BEHANDELING, _niet_behandelen),),
        "zend_door": (
            (BriefSoort.DOORZENDING_INSTANTIE, _doorzending_instantie),
            (BriefSoort.DOORZENDING_KLAGER, _doorzending_klager),
        ),
        "leid_door_als_bezwaar": (
            (BriefSoort.DOORGELEIDING_INSTANTIE, _doorgeleiding),
            (BriefSoort.DOORGELEIDING_KLAGER, _doorgeleiding),
        ),
        "sluit_zonder_reactie": ((BriefSoort.GEEN_REACTIE, _geen_reactie),),
        "koppel_terug": ((BriefSoort.VERBETERPUNT, _terugkoppeling),),
    }
)


def voorstel(handeling: str, dossier: Dossier) -> dict[str, str]:
    """Return the answers for ``handeling`` that follow from the letters of this round."""
    uit: dict[str, str] = {}
    for soort, lees in _BRIEVEN.get(handeling, ()):
        brief = verloop.brief_nu(dossier, soort)
        if brief is not None:
            uit |= lees(brief, verzonden.antwoorden(brief))
    return uit
