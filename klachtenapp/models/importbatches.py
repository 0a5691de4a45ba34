"""Imports as a whole: which dossiers came from which file, and taking them out again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from klachtenapp.domain.dossier import Dossier
from klachtenapp.errors import RegelFout
from klachtenapp.models import meldingen, nummers
from klachtenapp.models.register import Register, in_stukken
from klachtenapp.models.tables import (
    DocumentRow,
    GebeurtenisRow,
    ImportbatchRow,
    ImportregelRow,
    KlachtonderdeelRow,
    MeldingRow,
    PersoonRow,
    ZoektekstRow,
)

STUK = 2_500
"""Dossiers that are stored in one go, without asking whether to stop: under a second."""

_ONGEDAAN = "import ongedaan gemaakt"
_MET_DELEN = (PersoonRow, KlachtonderdeelRow, GebeurtenisRow, DocumentRow, ZoektekstRow)


@dataclass(frozen=True, slots=True)
class Importbatch:
    """One import. ``verslag`` is the report as JSON, ``ongedaan_op`` empty while it stands."""

    bestand: str
    sha256: str
    moment: datetime
    gebruiker: str
    gelezen: int
    toegevoegd: int
    verslag: str = "{}"
    ongedaan_op: datetime | None = None
    ongedaan_door: str = ""
    id: int = 0


def lijst(register: Register) -> list[Importbatch]:
    """Return all imports, the newest first, also those that were undone."""
    vraag = ImportbatchRow.select().order_by(ImportbatchRow.id.desc())
    return [Importbatch(**rij) for rij in register.alle(vraag.dicts())]


def voeg_toe(
    register: Register,
    batch: Importbatch,
    dossiers: Sequence[Dossier],
    plekken: Sequence[str],
    patroon: str,
    *,
    tussendoor: Callable[[], None] = lambda: None,
) -> tuple[Importbatch, list[str]]:
    """Store a whole import in a transaction; returns it with its id, and the kenmerken.

    ``plekken`` says for each dossier where in the file it stood ("Klachten 2021, rij 14").
    ``tussendoor`` is called every ``STUK`` dossiers; what it raises ends the transaction.
    """
    waarden = {veld: getattr(batch, veld) for veld in Importbatch.__slots__ if veld != "id"}
    nummer = int(register.schrijf(ImportbatchRow.insert(waarden)))
    genummerd: list[tuple[int, str]] = []
    for begin in range(0, len(dossiers), STUK):
        tussendoor()
        genummerd += meldingen.voeg_genummerd_toe(register, dossiers[begin : begin + STUK], patroon)
    register.schrijf_veel(
        ImportregelRow,
        ("melding", "importbatch", "plek"),
        [(melding, nummer, plek) for (melding, _), plek in zip(genummerd, plekken, strict=True)],
    )
    return replace(batch, id=nummer), [kenmerk for _, kenmerk in genummerd]


def maak_ongedaan(register: Register, batch: int, moment: datetime, door: str) -> list[str]:
    """Take the dossiers of an import out again, in a transaction; returns their kenmerken.

    Their numbers stay, marked vervallen. Files in the dossiers go, their log lines stay.

    :raises RegelFout: when it is not there, was undone, or one of its dossiers was changed.
    """
    gevonden = [b for b in lijst(register) if b.id == batch]
    if not gevonden or gevonden[0].ongedaan_op is not None:
        raise RegelFout("Deze import is er niet (meer).", veld="import")
    rijen = _van_batch(register, batch)
    if gewijzigd := [kenmerk for _, kenmerk, is_gewijzigd in rijen if is_gewijzigd]:
        raise RegelFout(
            f"Deze import kan niet ongedaan worden gemaakt: na het importeren is gewerkt aan "
            f"{', '.join(gewijzigd[:5])}{' en andere' if len(gewijzigd) > 5 else ''}.",
            veld="import",
        )
    kenmerken = [kenmerk for _, kenmerk, _ in rijen]
    # First the mark: only then does the register allow history to go.
    register.schrijf(
        ImportbatchRow.update(ongedaan_op=moment, ongedaan_door=door).where(
            ImportbatchRow.id == batch
        )
    )
    _verwijder(register, [nummer for nummer, *_ in rijen])
    nummers.laat_vervallen(register, kenmerken, moment, _ONGEDAAN)
    return kenmerken


def _van_batch(register: Register, batch: int) -> list[tuple[int, str, bool]]:
    """Return (number, kenmerk, changed since) of every melding of an import."""
    met_stuk = DocumentRow.select(DocumentRow.melding)
    vraag = (
        MeldingRow.select(
            MeldingRow.id,
            MeldingRow.kenmerk,
            (MeldingRow.versie != 1) | MeldingRow.id.in_(met_stuk),
        )
        .join(ImportregelRow, on=ImportregelRow.melding == MeldingRow.id)
        .where(ImportregelRow.importbatch == batch)
        .order_by(MeldingRow.id)
    )
    return [
        (int(n), str(kenmerk), bool(anders)) for n, kenmerk, anders in register.alle(vraag.tuples())
    ]


def _verwijder(register: Register, ids: Sequence[int]) -> None:
    for stuk in in_stukken(ids):
        for tabel in _MET_DELEN:
            register.schrijf(tabel.delete().where(tabel.melding.in_(stuk)))
        register.schrijf(ImportregelRow.delete().where(ImportregelRow.melding.in_(stuk)))
        register.schrijf(MeldingRow.delete().where(MeldingRow.id.in_(stuk)))
