"""Reads dossiers with everything that belongs to them, in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from peewee import BooleanField

from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.personen import Persoon
from klachtenapp.models import omzetten
from klachtenapp.models.omzetten import Rij
from klachtenapp.models.register import Register, in_stukken
from klachtenapp.models.rij import DatumField, MomentField, Row
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
    return [dossier for _, dossier in haal_genummerd(register, ids)]


def haal_genummerd(register: Register, ids: Sequence[int]) -> list[tuple[int, Dossier]]:
    """Do as ``haal_meer``, each with its number: a list of numbers may know more than there are."""
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


def _haal(register: Register, ids: Sequence[int]) -> list[tuple[int, Dossier]]:
    meldingen = [
        rij for stuk in in_stukken(ids) for rij in _rijen(register, MeldingRow, "id", stuk)
    ]
    afdeling = _genoemd(register, AfdelingRow, meldingen, "afdeling", omzetten.afdeling)
    medewerker = _genoemd(register, MedewerkerRow, meldingen, "behandelaar", omzetten.medewerker)
    personen = _per_melding(register, PersoonRow, ids, lambda r: (r["rol"], omzetten.persoon(r)))
    onderdelen = _per_melding(register, KlachtonderdeelRow, ids, omzetten.onderdeel, "volgorde")
    feiten = _per_melding(register, GebeurtenisRow, ids, omzetten.gebeurtenis)
    documenten = _per_melding(register, DocumentRow, ids, omzetten.document)
    gevonden: dict[int, Dossier] = {}
    for rij in meldingen:
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
    return [(nummer, gevonden[nummer]) for nummer in ids if nummer in gevonden]


def _genoemd(
    register: Register,
    tabel: type[Row],
    meldingen: Sequence[Rij],
    veld: str,
    maak: Callable[[Rij], _T],
) -> dict[int, _T]:
    """Return the departments or medewerkers that these rows name, by number."""
    nummers = sorted({rij[veld] for rij in meldingen if rij[veld] is not None})
    rijen = (r for stuk in in_stukken(nummers) for r in _rijen(register, tabel, "id", stuk))
    return {rij["id"]: maak(rij) for rij in rijen}


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
    tekst = _sql(rij, veld, len(waarden), volgorde).replace("?", str(register.db.param))
    return [_rij(rij, gelezen) for gelezen in register.sql(tekst, waarden)]


@lru_cache(maxsize=256)
def _sql(tabel: Any, veld: str, aantal: int, volgorde: str) -> str:
    kolom = getattr(tabel, veld)
    vraag = tabel.select(*_kolommen(tabel)).where(kolom.in_([0] * aantal))
    return str(vraag.order_by(kolom, getattr(tabel, volgorde)).sql()[0])


def _alle_rijen(register: Register, rij: type[Row]) -> list[Rij]:
    return [_rij(rij, gelezen) for gelezen in register.sql(_sql_alles(rij))]


def _rij(tabel: type[Row], waarden: Sequence[Any]) -> Rij:
    """Return a row as its fields say it: days and yes or no; the rest is stored as it is.

    peewee would look for the fields of the columns again with every query.
    """
    namen, anders = _velden(tabel)
    rij = dict(zip(namen, waarden, strict=True))
    for naam, lees in anders:
        rij[naam] = lees(rij[naam])
    return rij


@lru_cache(maxsize=16)
def _velden(tabel: Any) -> tuple[tuple[str, ...], tuple[tuple[str, Callable[[Any], Any]], ...]]:
    """Return the names of the columns, and how those are read that are not as stored."""
    velden = _kolommen(tabel)
    bijzonder = (BooleanField, DatumField, MomentField)
    anders = tuple((v.name, v.python_value) for v in velden if isinstance(v, bijzonder))
    return tuple(veld.name for veld in velden), anders


def _kolommen(tabel: Any) -> list[Any]:
    """Return the fields that are read: a copy of an older version has no thread of the log."""
    return [veld for veld in tabel._meta.sorted_fields if veld is not MeldingRow.logregel]


@lru_cache(maxsize=8)
def _sql_alles(tabel: Any) -> str:
    return str(tabel.select().order_by(tabel.sleutel).sql()[0])
