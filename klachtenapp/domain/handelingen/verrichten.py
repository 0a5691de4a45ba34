"""Carries a handeling out on a dossier in memory: new facts, new state, one more event.

Pure: the service checks first (``bezwaren``) and stores the outcome afterwards.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date, datetime
from enum import Enum
from types import UnionType
from typing import Any, get_args, get_type_hints

from klachtenapp.domain.begrippen import GebeurtenisSoort, Soort
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.handeling import Bezwaar, Collegas, Handeling, Invoer
from klachtenapp.domain.handelingen.tabel import HANDELINGEN
from klachtenapp.domain.handelingen.toetsen import toestand_na
from klachtenapp.domain.handelingen.velden import datum, tekst
from klachtenapp.domain.klaarliggend import vervallen
from klachtenapp.domain.onafhankelijk import is_betrokken
from klachtenapp.domain.personen import Afdeling, Medewerker
from klachtenapp.domain.veldtoets import is_gevraagd

_VRIJ = "toelichting"
_WAS = "_was_"
# Not put back by an undo: what was written about the parts is never thrown away.
_BLIJFT = frozenset({"onderdelen"})
_TELT_NIET = frozenset({GebeurtenisSoort.ONGEDAAN_GEMAAKT, GebeurtenisSoort.BRIEF_VERVALLEN})


def verricht(
    handeling: Handeling,
    dossier: Dossier,
    invoer: Invoer,
    *,
    nu: datetime,
    door: str,
    collegas: Collegas,
) -> Dossier:
    """Return ``dossier`` after ``handeling``, with its event last.

    The event keeps the answers, from which state to which, and under ``_was_…`` the facts
    that changed, so that it can be made undone. Raises ``RegelFout`` for an unknown
    medewerker or afdeling; whether it may be done at all is for ``bezwaren``. An answer to a
    question that is not asked does nothing.
    """
    invoer = _gevraagd(handeling, invoer)
    feiten: dict[str, Any] = {"status": toestand_na(handeling, dossier, invoer)}
    if handeling.gevolg is not None:
        feiten.update(handeling.gevolg(dossier, invoer, collegas))
    anders = {naam: waarde for naam, waarde in feiten.items() if getattr(dossier, naam) != waarde}
    gebeurtenis = Gebeurtenis(
        soort=handeling.gebeurtenis,
        op=datum(invoer, handeling.op_veld) or nu.date(),
        vastgelegd_op=nu,
        door=door,
        gegevens={
            **_antwoorden(invoer),
            "_handeling": handeling.naam,
            "_van": dossier.status,
            "_naar": feiten["status"],
            **{
                f"{_WAS}{naam}": _schrijf(getattr(dossier, naam))
                for naam in anders
                if naam not in _BLIJFT
            },
        },
        toelichting=tekst(invoer, _VRIJ),
    )
    return replace(dossier, **anders, gebeurtenissen=(*dossier.gebeurtenissen, gebeurtenis))


def laatste_terug_te_draaien(dossier: Dossier) -> tuple[Gebeurtenis, Handeling] | None:
    """Return the last event if it may be made undone, with its handeling.

    Only the very last one, and only when it says how it is called (``Handeling.terug``): a
    letter that was sent or lies ready, an ending, or an edit after it can not be taken back,
    only corrected. A letter that was laid aside is no hindrance.
    """
    geldig = dossier.geldige_gebeurtenissen
    echt = [g for g in geldig if g.soort not in _TELT_NIET and not _weggelegd(g, dossier)]
    if not echt or not echt[-1].id or _geeft_betrokkene_terug(echt[-1], dossier):
        return None
    handeling = HANDELINGEN.get(echt[-1].gegevens.get("_handeling", ""))
    return (echt[-1], handeling) if handeling is not None and handeling.terug else None


def _geeft_betrokkene_terug(laatste: Gebeurtenis, dossier: Dossier) -> bool:
    """Whether undoing would hand a klacht back to someone who was involved (art. 9:7 Awb)."""
    naam = laatste.gegevens.get(f"{_WAS}behandelaar", "")
    return dossier.soort is Soort.KLACHT and bool(naam) and is_betrokken(naam, dossier)


def _weggelegd(gebeurtenis: Gebeurtenis, dossier: Dossier) -> bool:
    if gebeurtenis.soort is not GebeurtenisSoort.BRIEF_KLAARGELEGD:
        return False
    return vervallen(dossier, int(gebeurtenis.gegevens.get("document", "0"))) is not None


def maak_ongedaan(
    dossier: Dossier, reden: str, *, nu: datetime, door: str, collegas: Collegas
) -> Dossier | Bezwaar:
    """Return ``dossier`` as before its last handeling, with one more event that says so.

    The history keeps both. An objection comes back when the last event cannot be undone.
    """
    laatste = laatste_terug_te_draaien(dossier)
    if laatste is None:
        return Bezwaar(
            "De laatste stap kan niet ongedaan worden gemaakt. Leg een verbetering vast als "
            "nieuwe stap of notitie."
        )
    if not reden.strip():
        return Bezwaar("Schrijf op waarom u dit ongedaan maakt.", "", "reden")
    gebeurtenis, handeling = laatste
    feiten: dict[str, Any] = {
        naam[len(_WAS) :]: _lees(naam[len(_WAS) :], waarde, collegas)
        for naam, waarde in gebeurtenis.gegevens.items()
        if naam.startswith(_WAS)
    }
    terug = Gebeurtenis(
        soort=GebeurtenisSoort.ONGEDAAN_GEMAAKT,
        op=nu.date(),
        vastgelegd_op=nu,
        door=door,
        gegevens={
            "wat": handeling.terug,
            "reden": reden.strip(),
            "_gebeurtenis": str(gebeurtenis.id),
        },
        toelichting=reden.strip(),
    )
    return replace(dossier, **feiten, gebeurtenissen=(*dossier.gebeurtenissen, terug))


def _gevraagd(handeling: Handeling, invoer: Invoer) -> Invoer:
    """Return the answers to the questions that are asked, given the others."""
    return {
        veld.naam: tekst(invoer, veld.naam)
        for veld in handeling.velden
        if tekst(invoer, veld.naam) and is_gevraagd(veld, invoer)
    }


def _antwoorden(invoer: Invoer) -> Mapping[str, str]:
    return {naam: antwoord for naam, antwoord in invoer.items() if naam != _VRIJ}


def _schrijf(waarde: object) -> str:
    """Return a fact of a dossier as text, to be read back by ``_lees``."""
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, date):
        return waarde.isoformat()
    if isinstance(waarde, Medewerker | Afdeling):
        return waarde.naam
    return str(waarde)


_SOORT_VAN_FEIT = get_type_hints(Dossier)
_FEITEN = frozenset(veld.name for veld in fields(Dossier))


def _lees(naam: str, waarde: str, collegas: Collegas) -> object:
    """Return the text of ``_schrijf`` as the fact it was, by the type of the field."""
    soort = _SOORT_VAN_FEIT[naam] if naam in _FEITEN else str
    kern = get_args(soort)[0] if isinstance(soort, UnionType) else soort
    if kern is bool:
        return waarde == "ja"
    if kern is str:
        return waarde
    if not waarde:
        return None
    if kern is date:
        return date.fromisoformat(waarde)
    if kern is Medewerker:
        return collegas.medewerkers.get(waarde)
    if kern is Afdeling:
        return collegas.afdelingen.get(waarde)
    return kern(waarde) if issubclass(kern, Enum) else waarde
