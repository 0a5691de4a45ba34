"""The JSON shapes that outside programs rely on (ontwerp §8): keys are added, never renamed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from enum import Enum
from typing import Any

from klachtenapp.domain.dagtekst import relatief
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.termijnen import Termijn
from klachtenapp.domain.termijnkaart import Kaartregel, regels
from klachtenapp.domain.volgende_stap import Stap, volgende_stap
from klachtenapp.services.reservekopie import Bevinding
from klachtenapp.services.werkvoorraad import Signaal
from klachtenapp.services.zoeken import RegisterRegel

Json = dict[str, Any]


def plat(waarde: object) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """Return ``waarde`` as something JSON knows: dates as ISO text, words as text."""
    if isinstance(waarde, date):
        return waarde.isoformat()
    if isinstance(waarde, Enum):
        return waarde.value
    if isinstance(waarde, Mapping):
        return {str(sleutel): plat(deel) for sleutel, deel in waarde.items()}
    if isinstance(waarde, tuple | list):
        return [plat(deel) for deel in waarde]
    if isinstance(waarde, frozenset | set):
        return sorted(plat(deel) for deel in waarde)
    return waarde


def termijn(uitkomst: Termijn) -> Json:
    """Return a legal term with its derivation."""
    return {
        "ontvangen": uitkomst.vanaf.isoformat(),
        "nominale_datum": uitkomst.nominale_datum.isoformat(),
        "uiterste_datum": uitkomst.uiterste_datum.isoformat(),
        "uitleg": list(uitkomst.uitleg),
        "uitleg_zin": uitkomst.uitleg_zin,
        "artikel": uitkomst.artikel,
        "waarschuwingen": list(uitkomst.waarschuwingen),
    }


def kaartregel(regel: Kaartregel) -> Json:
    """Return one line of the termijnkaart."""
    return {
        "naam": regel.naam,
        "label": regel.label,
        "datum": plat(regel.datum),
        "uiterste_datum": plat(regel.datum),
        "soort": regel.soort,
        "toestand": regel.toestand,
        "gedaan_op": plat(regel.gedaan_op),
        "uitleg": regel.uitleg,
        "waarschuwingen": list(regel.waarschuwingen),
    }


def stap(uitkomst: Stap | None) -> Json | None:
    """Return the next step, or ``None`` for a closed dossier."""
    if uitkomst is None:
        return None
    return {
        "stap": uitkomst.tekst,
        "naam": uitkomst.naam,
        "uiterlijk": plat(uitkomst.uiterlijk),
        "waarom": uitkomst.waarom,
        "handeling": uitkomst.handeling,
        "brief": uitkomst.brief,
    }


def termijnen(dossier: Dossier, kader: Kader, vandaag: date) -> list[Json]:
    """Return all dates of a dossier with their derivation."""
    return [kaartregel(regel) for regel in regels(dossier, kader, vandaag)]


def volledig(dossier: Dossier, kader: Kader, vandaag: date) -> Json:
    """Return the whole dossier: facts, terms, next step, events and documents."""
    vorm: Json = plat(asdict(dossier))
    vorm["termijnen"] = termijnen(dossier, kader, vandaag)
    vorm["volgende_stap"] = stap(volgende_stap(dossier, kader, vandaag))
    return vorm


def lijstregel(regel: RegisterRegel) -> Json:
    """Return one melding as it stands in a list."""
    return {
        "kenmerk": regel.kenmerk,
        "soort": plat(regel.soort),
        "status": plat(regel.status),
        "klager": regel.klager,
        "onderwerp": regel.onderwerp,
        "afdeling": regel.afdeling,
        "behandelaar": regel.behandelaar,
        "ontvangen_op": plat(regel.ontvangen_op),
        "uiterste_datum": plat(regel.uiterste_datum),
        "volgende_stap": regel.volgende_stap,
        "oordeel": plat(regel.oordeel),
        "oud_kenmerk": regel.oud_kenmerk,
    }


def signaal(melding: Signaal) -> Json:
    """Return one date that is late or near; ``dagen`` below 0 is late."""
    return {
        "kenmerk": melding.kenmerk,
        "afdeling": melding.afdeling,
        "termijn": melding.label,
        "soort": melding.soort,
        "uiterlijk": plat(melding.datum),
        "dagen": melding.dagen,
        "stap": melding.stap,
        "uitleg": melding.tekst,
    }


def signaalzin(melding: Signaal, vandaag: date) -> str:
    """Return one date that is late or near, as a line of text."""
    wanneer = relatief(melding.datum, vandaag)
    return f"{melding.kenmerk}  {melding.label:<26} {wanneer:<18} {melding.stap}"


def bevinding(uitkomst: Bevinding) -> Json:
    """Return one line of the check of a register."""
    return {
        "onderdeel": uitkomst.onderdeel,
        "goed": uitkomst.goed,
        "tekst": uitkomst.tekst,
        "raad": uitkomst.raad,
    }
