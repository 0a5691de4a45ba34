"""Reads dossiers with everything that belongs to them, in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.personen import Persoon
from klachtenapp.models import omzetten
from klachtenapp.models.omzetten import Rij
from klachtenapp.models.register import Register, in_stukken
from klachtenapp.models.rij import Row
from klachtenapp.models.tables import (
    AfdelingRow,
    DocumentRow,
    GebeurtenisRow,
    KlachtonderdeelRow,
    MedewerkerRow,
    MeldingRow,
    PersoonRow,
)

_T = TypeVar("_T")
_NIEMAND = Persoon()


def haal_meer(register: Register, ids: Sequence[int]) -> list[Dossier]:
    """Return the dossiers with these numbers, in this order; unknown numbers are left out."""
    if not ids:
        return []
    return register.lees(lambda: _haal(register, ids))


def nummers_van_uids(register: Register, uids: Sequence[str]) -> dict[str, int]:
    """Return the number of the row of each of ``uids`` that is in the register."""
    gevonden: dict[str, int] = {}
    for stuk in in_stukken(uids):
        merken = ", ".join("?" * len(stuk))  # an import asks for thousands: no query builder
        gevonden.update(
            register.sql(f"SELECT uid, id FROM melding WHERE uid IN ({merken})", stuk)  # noqa: S608
        )
    return gevonden


def klagers(register: Register, ids: Sequence[int]) -> list[tuple[int, Persoon, str]]:
    """Return (number, klager, onderwerp and omschrijving) of these rows, without the rest."""
    wie = _per_melding(register, PersoonRow, ids, lambda r: (r["rol"], omzetten.persoon(r)))
    vraag = MeldingRow.select(MeldingRow.id, MeldingRow.onderwerp, MeldingRow.omschrijving)
    return [
        (nummer, dict(wie.get(nummer, ())).get("klager", _NIEMAND), f"{onderwerp} {omschrijving}")
        for stuk in in_stukken(ids)
        for nummer, onderwerp, omschrijving in register.alle(
            vraag.where(MeldingRow.id.in_(stuk)).tuples()
        )
    ]


def personen(register: Register, ids: Sequence[int]) -> dict[int, dict[str, Persoon]]:
    """Return the people of these rows by their rol (``klager``, ``gemachtigde``)."""
    wie = _per_melding(register, PersoonRow, ids, lambda r: (r["rol"], omzetten.persoon(r)))
    return {nummer: dict(rollen) for nummer, rollen in wie.items()}


def afdelingen(register: Register) -> list[Rij]:
    """Return the rows of all departments."""
    return _alle_rijen(register, AfdelingRow)


def medewerkers(register: Register) -> list[Rij]:
    """Return the rows of all medewerkers."""
    return _alle_rijen(register, MedewerkerRow)


def _haal(register: Register, ids: Sequence[int]) -> list[Dossier]:
    afdeling = {r["id"]: omzetten.afdeling(r) for r in afdelingen(register)}
    medewerker = {r["id"]: omzetten.medewerker(r) for r in medewerkers(register)}
    personen = _per_melding(register, PersoonRow, ids, lambda r: (r["rol"], omzetten.persoon(r)))
    onderdelen = _per_melding(register, KlachtonderdeelRow, ids, omzetten.onderdeel, "volgorde")
    feiten = _per_melding(register, GebeurtenisRow, ids, omzetten.gebeurtenis)
    documenten = _per_melding(register, DocumentRow, ids, omzetten.document)
    gevonden: dict[int, Dossier] = {}
    for stuk in in_stukken(ids):
        for rij in _rijen(register, MeldingRow, "id", stuk):
            nummer = rij["id"]
            wie = dict(personen.get(nummer, ()))
            gevonden[nummer] = omzetten.dossier(
                rij,
                klager=wie.get("klager", _NIEMAND),
                gemachtigde=wie.get("gemachtigde"),
                afdeling=afdeling.get(rij["afdeling"]),
                behandelaar=medewerker.get(rij["behandelaar"]),
                onderdelen=tuple(onderdelen.get(nummer, ())),
                gebeurtenissen=tuple(feiten.get(nummer, ())),
                documenten=tuple(documenten.get(nummer, ())),
            )
    return [gevonden[nummer] for nummer in ids if nummer in gevonden]


def _per_melding(
    register: Register,
    rij: type[Row],
    ids: Sequence[int],
    maak: Callable[[Rij], _T],
    volgorde: str = "id",
) -> dict[int, list[_T]]:
    """Return the parts of each melding, in the order in which they were written."""
    delen: defaultdict[int, list[_T]] = defaultdict(list)
    for stuk in in_stukken(ids):
        for gevonden in _rijen(register, rij, "melding", stuk, volgorde):
            delen[gevonden["melding"]].append(maak(gevonden))
    return delen


def _rijen(
    register: Register, rij: type[Row], veld: str, waarden: Sequence[int], volgorde: str = "id"
) -> list[Rij]:
    """Return whole rows; a dossier is read so often that its SQL is put together once."""
    tabel: Any = rij
    tekst = _sql(tabel, veld, len(waarden), volgorde).replace("?", str(register.db.param))
    return register.alle(tabel.raw(tekst, *waarden).dicts())


@lru_cache(maxsize=256)
def _sql(tabel: Any, veld: str, aantal: int, volgorde: str) -> str:
    kolom = getattr(tabel, veld)
    vraag = tabel.select().where(kolom.in_([0] * aantal))
    return str(vraag.order_by(kolom, getattr(tabel, volgorde)).sql()[0])


def _alle_rijen(register: Register, rij: type[Row]) -> list[Rij]:
    tabel: Any = rij
    return register.alle(tabel.raw(_sql_alles(tabel)).dicts())


@lru_cache(maxsize=8)
def _sql_alles(tabel: Any) -> str:
    return str(tabel.select().order_by(tabel.sleutel).sql()[0])
