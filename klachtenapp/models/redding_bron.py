"""Gathers the rows of a damaged register: by asking SQLite, and from pages that hang loose."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from klachtenapp.models.database import open_register
from klachtenapp.models.documenten import som
from klachtenapp.models.redding_bladen import losse_rijen
from klachtenapp.models.redding_lezen import Gelezen, Lezer
from klachtenapp.models.redding_toets import toets
from klachtenapp.models.tables import TABELLEN

_NIET: Final = frozenset({"zoektekst"})  # made anew from the dossiers

Voortgang = Callable[[int, int], None]
Kolommen = Mapping[str, tuple[str, ...]]


def lees_alles(pad: Path, sleutel: str, voortgang: Voortgang) -> dict[str, Gelezen]:
    """Return what can be read of each table of the register at ``pad``, which is only read."""
    with tempfile.TemporaryDirectory(prefix="klachtenapp-") as plek:
        kopie = _eigen_kopie(pad, Path(plek))
        gevonden, bekend = _vraag(kopie, sleutel, voortgang)
        zoek_los = not bekend or any(gelezen.verloren for gelezen in gevonden.values())
        if zoek_los and not sleutel:
            _voeg_losse_toe(kopie, gevonden, bekend or _kolommen_van_nu(Path(plek)))
    return gevonden


def _eigen_kopie(pad: Path, plek: Path) -> Path:
    """Copy the damaged file with its journal; what the disk cannot give becomes zeros."""
    kopie = plek / "bron"
    with pad.open("rb") as van, kopie.open("wb") as naar:
        grootte = pad.stat().st_size
        for begin in range(0, grootte, 4096):
            try:
                van.seek(begin)
                stuk = van.read(4096)
            except OSError:  # a bad sector
                stuk = b"\0" * min(4096, grootte - begin)
            naar.write(stuk)
    journaal = pad.with_name(f"{pad.name}-journal")
    if journaal.is_file():
        shutil.copyfile(journaal, plek / "bron-journal")
    return kopie


def _vraag(
    kopie: Path, sleutel: str, voortgang: Voortgang
) -> tuple[dict[str, Gelezen], dict[str, tuple[str, ...]]]:
    """Return what SQLite gives of each table, and the columns of every table it tells of."""
    lezer = Lezer(kopie, sleutel)
    gevonden: dict[str, Gelezen] = {}
    try:
        bekend = lezer.tabellen()
        for nummer, rij in enumerate(TABELLEN):
            tabel: Any = rij._meta
            naam = tabel.table_name
            voortgang(nummer, len(TABELLEN) + 1)
            if naam in _NIET or naam not in bekend:
                continue
            kolommen = [v.column_name for v in tabel.sorted_fields if v.column_name in bekend[naam]]
            gevonden[naam] = lezer.lees(naam, kolommen)
    finally:
        lezer.sluit()
    return gevonden, bekend


@dataclass(frozen=True, slots=True)
class _Vorm:
    """How a row of one table stands on a page, and what each value must be."""

    naam: str
    velden: tuple[tuple[str, Callable[[Any], bool], bool], ...]
    """Column, what says whether a value can be, and whether it is the row number itself."""

    def past(self, nummer: int, waarden: tuple[Any, ...]) -> dict[str, Any] | None:
        """Return the row by column, or ``None`` when it is of another table."""
        if len(waarden) != len(self.velden):
            return None
        rij: dict[str, Any] = {}
        for (kolom, goed, is_nummer), waarde in zip(self.velden, waarden, strict=True):
            if is_nummer:
                if waarde is not None:
                    return None
                rij[kolom] = nummer
            elif goed(waarde):
                rij[kolom] = waarde
            else:
                return None
        if self.naam == "inhoud" and som(rij["inhoud"]) != rij["sha256"]:
            return None
        return rij


def _voeg_losse_toe(kopie: Path, gevonden: dict[str, Gelezen], bekend: Kolommen) -> None:
    """Add the rows of loose pages that SQLite did not give and of which the table is sure."""
    vormen = list(_vormen(bekend))
    alles_weg = not gevonden
    for nummer, waarden in losse_rijen(kopie):
        passend = [
            (vorm.naam, rij) for vorm in vormen if (rij := vorm.past(nummer, waarden)) is not None
        ]
        if len(passend) != 1:
            continue
        ((naam, rij),) = passend
        if alles_weg and naam not in gevonden:
            gevonden[naam] = Gelezen(tuple(rij))
        gelezen = gevonden[naam]
        gezocht = alles_weg or any(van <= nummer <= tot for van, tot in gelezen.verloren)
        if gezocht and nummer not in gelezen.rijen:
            gelezen.rijen[nummer] = tuple(rij[kolom] for kolom in gelezen.kolommen)


def _vormen(bekend: Kolommen) -> Iterator[_Vorm]:
    for soort in TABELLEN:
        tabel: Any = soort._meta
        if tabel.table_name in _NIET or tabel.table_name not in bekend:
            continue
        velden = {veld.column_name: veld for veld in tabel.sorted_fields}
        sleutel = tabel.primary_key
        alias = sleutel.column_name if toets(sleutel)(1) else ""
        yield _Vorm(
            tabel.table_name,
            tuple(
                (kolom, toets(velden[kolom]), kolom == alias)
                for kolom in bekend[tabel.table_name]
                if kolom in velden
            ),
        )


def _kolommen_van_nu(plek: Path) -> Kolommen:
    """Return the columns as they stand in a register of today, for when the file tells nothing."""
    leeg = plek / "leeg"
    open_register(leeg, maak=True).sluit()
    lezer = Lezer(leeg)
    try:
        return lezer.tabellen()
    finally:
        lezer.sluit()
