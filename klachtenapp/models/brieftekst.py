"""The versions of the texts that a gemeente wrote for its letters: only ever added."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from klachtenapp.models.register import Register
from klachtenapp.models.tables import BrieftekstRow


@dataclass(frozen=True, slots=True)
class Brieftekst:
    """One version. An empty ``tekst`` means: from here on the supplied text again."""

    soort: str
    tekst: str
    moment: datetime
    gebruiker: str
    toelichting: str = ""
    id: int = 0


def voeg_toe(register: Register, versie: Brieftekst) -> int:
    """Add a version, in a transaction; return its number."""
    return int(
        register.schrijf(
            BrieftekstRow.insert(
                soort=versie.soort,
                tekst=versie.tekst,
                moment=versie.moment,
                gebruiker=versie.gebruiker,
                toelichting=versie.toelichting,
            )
        )
    )


def laatste(register: Register, soort: str) -> Brieftekst | None:
    """Return the version that counts now, or ``None`` when there never was an own text."""
    vraag = BrieftekstRow.select().where(BrieftekstRow.soort == soort)
    rij = register.een(vraag.order_by(BrieftekstRow.id.desc()).limit(1).dicts())
    return _versie(rij) if rij else None


def versies(register: Register, soort: str) -> list[Brieftekst]:
    """Return all versions of one letter, newest first."""
    vraag = BrieftekstRow.select().where(BrieftekstRow.soort == soort)
    return [_versie(rij) for rij in register.alle(vraag.order_by(BrieftekstRow.id.desc()).dicts())]


def haal(register: Register, nummer: int) -> Brieftekst | None:
    """Return version ``nummer``, whatever letter it is of."""
    rij = register.een(BrieftekstRow.select().where(BrieftekstRow.id == nummer).dicts())
    return _versie(rij) if rij else None


def met_eigen_tekst(register: Register) -> frozenset[str]:
    """Return the letters that are made from an own text now, in one query."""
    stand: dict[str, bool] = {}
    eigen_tekst: Any = BrieftekstRow.tekst != ""
    vraag = BrieftekstRow.select(BrieftekstRow.soort, eigen_tekst.alias("eigen"))
    for rij in register.alle(vraag.order_by(BrieftekstRow.id).dicts()):
        stand[str(rij["soort"])] = bool(rij["eigen"])
    return frozenset(soort for soort, eigen in stand.items() if eigen)


def _versie(rij: Mapping[str, Any]) -> Brieftekst:
    return Brieftekst(**rij)
