"""Makes a new, whole register of what can be read of a damaged one, and tells what is missing.

Nothing is made up: a row that is not whole is left out and counted. What hangs on a row
that is gone is left out with it. Numbers that were given stay given, so no kenmerk is used
twice; those without a dossier are marked as vervallen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

import peewee

from klachtenapp.domain.kenmerk import maak as maak_kenmerk
from klachtenapp.errors import OmgevingFout, RegelFout
from klachtenapp.models import documenten, instellingen, lezen, log, nummers, zoekindex
from klachtenapp.models.bestanden import (
    bereikbaar,
    dwing_af,
    dwing_map_af,
    is_bestand,
    tijdelijke_naam,
)  # fmt: skip
from klachtenapp.models.database import open_register
from klachtenapp.models.fouten import SchijfFout
from klachtenapp.models.kopie import bekijk
from klachtenapp.models.log import Logregel
from klachtenapp.models.redding_bron import Voortgang, lees_alles
from klachtenapp.models.redding_lezen import Gelezen
from klachtenapp.models.redding_toets import toets
from klachtenapp.models.register import Register
from klachtenapp.models.tables import TABELLEN

_SPELING: Final = 1_000  # numbers further than the highest one known that are tried
_REDEN: Final = "niet te redden uit een beschadigd bestand"


@dataclass(frozen=True, slots=True)
class Redding:
    """What was saved: rows by table, and what was not.

    ``weg`` are the kenmerken that were given out but whose dossier could not be read.
    ``onleesbaar`` counts the rows by table that were found but not whole or without the
    dossier they belong to; ``gaten`` the row numbers that could not be read at all,
    0 where nobody knows how many.
    ``documenten`` names letters and attachments whose content is gone.
    """

    uit: Path
    aantallen: Mapping[str, int]
    weg: tuple[str, ...]
    onleesbaar: Mapping[str, int]
    gaten: Mapping[str, int]
    documenten: tuple[str, ...]
    log_heel: bool
    kalender_weg: bool


def red(
    pad: Path,
    uit: Path,
    moment: datetime,
    gebruiker: str,
    sleutel: str = "",
    *,
    voortgang: Voortgang = lambda _gedaan, _totaal: None,
) -> Redding:
    """Save what can be read of ``pad`` in the new file ``uit``, locked with the same key.

    :raises RegelFout: when there is something with the name ``uit``.
    :raises OmgevingFout: when nothing can be read any more, or ``uit`` cannot be written.
    """
    if not is_bestand(pad):
        raise OmgevingFout(f"Het bestand is er niet: {pad}.")
    with bereikbaar(uit.parent):
        if uit.exists():
            raise RegelFout(f"Er is al een bestand {uit.name}. Kies een andere naam.", veld="uit")
        tijdelijk = tijdelijke_naam(uit)
    try:
        gevonden = lees_alles(pad, sleutel, voortgang)
        if not any(gelezen.rijen for gelezen in gevonden.values()):
            raise OmgevingFout(
                "In dit bestand is niets meer te lezen. Er is niets gemaakt. Hebt u echt geen "
                "reservekopie? Vraag ICT of er een back-up van de schijf is."
            )
        redding = _bouw(tijdelijk, uit, gevonden, sleutel, moment, gebruiker)
        voortgang(len(TABELLEN) + 1, len(TABELLEN) + 1)
        if not bekijk(tijdelijk, sleutel):
            raise OmgevingFout("Het nieuwe bestand is niet heel aangekomen. Probeer het opnieuw.")
        dwing_af(tijdelijk)
        if uit.exists():
            raise RegelFout(f"Er is al een bestand {uit.name}. Kies een andere naam.", veld="uit")
        tijdelijk.rename(uit)
        dwing_map_af(uit.parent)
    except OSError as fout:
        raise OmgevingFout(
            f"Dat lukt niet in {uit.parent}: {fout.strerror}. Kies een andere plek."
        ) from fout
    finally:
        for achter in ("", "-journal"):
            tijdelijk.with_name(tijdelijk.name + achter).unlink(missing_ok=True)
    return redding


def _bouw(
    tijdelijk: Path,
    uit: Path,
    gevonden: Mapping[str, Gelezen],
    sleutel: str,
    moment: datetime,
    gebruiker: str,
) -> Redding:
    register = open_register(tijdelijk, maak=True, sleutel=sleutel)
    try:
        register.sql("PRAGMA foreign_keys = 0")
        with register.transactie():
            redding = _Opbouw(register, gevonden, moment, gebruiker).bouw(uit)
        register.sql("PRAGMA foreign_keys = 1")
    finally:
        register.sluit()
    return redding


class _Opbouw:
    """Fills a new register and counts what could not go in."""

    def __init__(
        self, register: Register, gevonden: Mapping[str, Gelezen], moment: datetime, wie: str
    ) -> None:
        self._register = register
        self._gevonden = gevonden
        self._moment = moment
        self._wie = wie
        self._onleesbaar: Counter[str] = Counter()
        self._documenten: list[str] = []

    def bouw(self, uit: Path) -> Redding:
        register = self._register
        triggers = register.sql(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND sql IS NOT NULL"
        )
        for naam, _ in triggers:
            register.sql(f'DROP TRIGGER "{naam}"')
        for rij in TABELLEN:
            self._vul(rij)
        self._ruim_los_op()
        self._ruim_onleesbare_dossiers_op()
        self._ruim_los_op()
        weg = self._nummers()
        zoekindex.herbouw(register)
        log_heel = log.controleer(register) is None
        log.schrijf(
            register,
            Logregel(self._moment, self._wie, "gered uit een beschadigd bestand",
                     gegevens={"niet gered": len(weg)}),
        )  # fmt: skip
        staat = {str(n) for (n,) in register.sql("SELECT name FROM sqlite_master")}
        for naam, tekst in triggers:
            if naam not in staat:
                register.sql(str(tekst))
        bewaard = {str(naam) for (naam,) in register.sql("SELECT naam FROM instelling")}
        return Redding(
            uit=uit,
            aantallen={n: self._tel(n) for n in self._gevonden},
            weg=tuple(weg),
            onleesbaar={naam: n for naam, n in self._onleesbaar.items() if n},
            gaten={
                naam: 0 if gelezen.einde_onbekend else gelezen.gemist
                for naam, gelezen in self._gevonden.items()
                if gelezen.verloren and gelezen.gemist
            },
            documenten=tuple(self._documenten),
            log_heel=log_heel,
            kalender_weg="kalender" not in bewaard,
        )

    def _tel(self, naam: str) -> int:
        return int(self._register.sql(f'SELECT count(*) FROM "{naam}"')[0][0])  # noqa: S608

    def _vul(self, rij: Any) -> None:
        naam = rij._meta.table_name
        gelezen = self._gevonden.get(naam)
        if gelezen is None or not gelezen.rijen:
            return
        velden = {v.column_name: v for v in rij._meta.sorted_fields}
        toetsen = [toets(velden[kolom]) for kolom in gelezen.kolommen]
        namen, merken = [f'"{k}"' for k in gelezen.kolommen], ["?"] * len(gelezen.kolommen)
        # Columns of a newer schema get the default that their migration gave the old rows.
        for kolom, veld in velden.items():
            if kolom not in gelezen.kolommen and not veld.null and veld.default is not None:
                namen.append(f'"{kolom}"')
                merken.append(f"'{veld.default}'" if isinstance(veld.default, str) else "0")
        opdracht = f'INSERT OR IGNORE INTO "{naam}" ({", ".join(namen)}) '
        opdracht += f"VALUES ({', '.join(merken)})"
        heel = [
            waarden
            for waarden in gelezen.rijen.values()
            if all(goed(waarde) for goed, waarde in zip(toetsen, waarden, strict=True))
            and (naam != "inhoud" or documenten.som(waarden[1]) == waarden[0])
        ]
        verbinding = self._register.db.connection()
        for waarden in heel:
            verbinding.execute(opdracht, waarden)
        self._onleesbaar[naam] += len(gelezen.rijen) - self._tel(naam)

    def _ruim_los_op(self) -> None:
        """Leave out what hangs on a row that is gone; a link that may be empty becomes so."""
        for _ronde in range(3):
            for rij in TABELLEN:
                for veld in rij._meta.sorted_fields:
                    if isinstance(veld, peewee.ForeignKeyField):
                        self._ruim_verwijzing_op(rij._meta.table_name, veld)

    def _ruim_verwijzing_op(self, naam: str, veld: Any) -> None:
        ander = veld.rel_model._meta
        sleutel = ander.primary_key.column_name
        waar = (  # our own names, of our own tables
            f'"{veld.column_name}" IS NOT NULL AND "{veld.column_name}" NOT IN '  # noqa: S608
            f'(SELECT "{sleutel}" FROM "{ander.table_name}")'
        )
        if veld.null:
            self._register.sql(f'UPDATE "{naam}" SET "{veld.column_name}" = NULL WHERE {waar}')  # noqa: S608
            return
        if naam == "document":
            self._documenten += [
                str(n)
                for (n,) in self._register.sql(f"SELECT naam FROM document WHERE {waar}")  # noqa: S608
            ]
        voor = self._tel(naam)
        self._register.sql(f'DELETE FROM "{naam}" WHERE {waar}')  # noqa: S608
        self._onleesbaar[naam] += voor - self._tel(naam)

    def _ruim_onleesbare_dossiers_op(self) -> None:
        """Leave out dossiers with a word that the register does not know: no list could open."""
        nummers = [int(n) for (n,) in self._register.sql("SELECT id FROM melding ORDER BY id")]
        for nummer in _onleesbare(self._register, nummers):
            self._register.sql("DELETE FROM melding WHERE id = ?", (nummer,))
            self._onleesbaar["melding"] += 1

    def _nummers(self) -> list[str]:
        """Give every dossier its number, close the gaps, and return which have no dossier."""
        sql = self._register.sql
        nummers.herstel_sleutels(self._register)
        patroon = instellingen.gemeente(self._register).kenmerkpatroon
        zonder = sql(
            "SELECT kenmerk, ontvangen_op FROM melding WHERE kenmerk NOT IN "
            "(SELECT kenmerk FROM nummer)"
        )
        jaren = {int(j) for (j,) in sql("SELECT DISTINCT jaar FROM nummer")}
        jaren |= {date.fromisoformat(str(dag)).year for _, dag in zonder}
        kwijt = {str(kenmerk) for kenmerk, _ in zonder}
        for jaar in sorted(jaren):
            bekend = {
                int(n) for (n,) in sql("SELECT volgnummer FROM nummer WHERE jaar = ?", (jaar,))
            }
            hoogste = max(bekend, default=0)
            tot = hoogste + len(kwijt) + _SPELING
            for nummer in range(1, tot):
                kenmerk = maak_kenmerk(patroon, jaar, nummer)
                if nummer not in bekend and (nummer < hoogste or kenmerk in kwijt):
                    for tussen in range(hoogste + 1, nummer):
                        self._geef(jaar, tussen, maak_kenmerk(patroon, jaar, tussen))
                    self._geef(jaar, nummer, kenmerk)
                    hoogste = max(hoogste, nummer)
        verdwenen = [
            str(k)
            for (k,) in sql(
                "SELECT kenmerk FROM nummer WHERE vervallen_op IS NULL AND kenmerk NOT IN "
                "(SELECT kenmerk FROM melding) ORDER BY jaar, volgnummer"
            )
        ]
        sql(
            "UPDATE nummer SET vervallen_op = ?, vervallen_reden = ? WHERE vervallen_op IS NULL "
            "AND kenmerk NOT IN (SELECT kenmerk FROM melding)",
            (str(self._moment), _REDEN),
        )
        return verdwenen

    def _geef(self, jaar: int, nummer: int, kenmerk: str) -> None:
        self._register.sql(
            "INSERT OR IGNORE INTO nummer (id, jaar, volgnummer, kenmerk, vervallen_reden) "
            "VALUES (?, ?, ?, ?, '')",
            (nummers.sleutel(jaar, nummer), jaar, nummer, kenmerk),
        )


def _onleesbare(register: Register, nummers: list[int]) -> Iterator[int]:
    if not nummers:
        return
    try:
        lezen.haal_meer(register, nummers)
    except (ValueError, TypeError, KeyError, SchijfFout):
        if len(nummers) == 1:
            yield nummers[0]
            return
        midden = len(nummers) // 2
        yield from _onleesbare(register, nummers[:midden])
        yield from _onleesbare(register, nummers[midden:])
