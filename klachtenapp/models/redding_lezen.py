"""Reads what SQLite can still read of a damaged file: around the bad pages, row by row.

A question that meets a bad page gives nothing at all. So it is asked for ever smaller
ranges of row numbers, until only the rows on the bad page itself are left out. The file is
opened as a copy of its own: nothing is ever written to the damaged one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from sqlcipher3 import dbapi2 as driver

_PER_KEER: Final = 200
_VENSTER: Final = 256
_FIJN: Final = 6_000
"""So many refusals of one table, then ranges of 64 rows are no longer cut up."""

_GROF: Final = 64
_STEEKPROEVEN: Final = 8
_LEGE_VENSTERS: Final = 20
"""So many ranges in which nothing could be read, then it is looked for further on."""

_MEESTE: Final = 10_000_000

Ruwe = tuple[Any, ...]


@dataclass(slots=True)
class Gelezen:
    """The rows of one table by row number, with their columns, and which numbers were lost.

    ``verloren`` are ranges of row numbers, first and last, in which rows may have been;
    with ``einde_onbekend`` nobody knows how many there were.
    """

    kolommen: tuple[str, ...] = ()
    rijen: dict[int, Ruwe] = field(default_factory=dict)
    verloren: list[tuple[int, int]] = field(default_factory=list)
    einde_onbekend: bool = False

    @property
    def gemist(self) -> int:
        """How many row numbers in those ranges were not found in another way either."""
        alle = sum(tot - van + 1 for van, tot in self.verloren)
        return alle - sum(
            any(van <= nummer <= tot for van, tot in self.verloren) for nummer in self.rijen
        )


class Lezer:
    """Asks a damaged file; after each refusal with a new connection, as a locked one needs."""

    def __init__(self, pad: Path, sleutel: str = "") -> None:
        self._pad = pad
        self._sleutel = sleutel
        self._verbinding: Any = None

    def vraag(self, tekst: str, waarden: Sequence[Any] = ()) -> list[Ruwe]:
        """Return the rows of a question.

        :raises driver.DatabaseError: when a bad page was met.
        """
        try:
            if self._verbinding is None:
                self._open()
            rijen: list[Ruwe] = self._verbinding.execute(tekst, tuple(waarden)).fetchall()
        except (driver.Error, OverflowError, MemoryError) as fout:
            if self._sleutel:  # SQLCipher refuses everything after the first bad page
                self.sluit()
            raise driver.DatabaseError(str(fout)) from fout
        return rijen

    def sluit(self) -> None:
        """Close the connection; the next question opens another."""
        verbinding, self._verbinding = self._verbinding, None
        if verbinding is not None:
            verbinding.close()

    def tabellen(self) -> dict[str, tuple[str, ...]]:
        """Return the columns of each table that the file still tells of."""
        try:
            namen = [str(n) for (n,) in self.vraag("SELECT name FROM sqlite_master "
                                                   "WHERE type = 'table'")]  # fmt: skip
        except driver.DatabaseError:
            return {}
        gevonden = {}
        for naam in namen:
            if '"' in naam:  # a name that was made to be more than a name
                continue
            try:
                velden = self.vraag(f'PRAGMA table_info("{naam}")')
            except driver.DatabaseError:
                continue
            gevonden[naam] = tuple(str(veld[1]) for veld in velden if '"' not in str(veld[1]))
        return gevonden

    def lees(self, tabel: str, kolommen: Sequence[str]) -> Gelezen:
        """Return all rows of a table that can be read."""
        return _Tabellezer(self, tabel, tuple(kolommen)).lees()

    def _open(self) -> None:
        self._verbinding = driver.connect(str(self._pad), isolation_level=None)
        if self._sleutel:
            geheim = self._sleutel.replace("'", "''")
            self._verbinding.execute(f"PRAGMA key = '{geheim}'")
            self._verbinding.execute("PRAGMA cipher_log_level = NONE")
        self._verbinding.text_factory = lambda ruw: ruw.decode("utf-8", "replace")
        for instelling in ("query_only = 1", "cell_size_check = 1", "mmap_size = 0",
                           "trusted_schema = 0", "writable_schema = 1"):  # fmt: skip
            self._verbinding.execute(f"PRAGMA {instelling}")


class _Tabellezer:
    """Reads one table forward, and around what is bad."""

    def __init__(self, lezer: Lezer, tabel: str, kolommen: tuple[str, ...]) -> None:
        self._lezer = lezer
        namen = ", ".join(f'"{naam}"' for naam in kolommen)
        self._kies = f'SELECT rowid, {namen} FROM "{tabel}" '  # noqa: S608 - our own names
        self._tabel = tabel
        self._geweigerd = 0
        self.uit = Gelezen(kolommen)

    def lees(self) -> Gelezen:
        hoogste = self._hoogste()
        plek, leeg = 0, 0
        while plek < hoogste:
            stuk = self._stuk(plek)
            if stuk is not None:
                if not stuk:
                    break
                plek, leeg = self._bewaar(stuk), 0
                continue
            eind = min(plek + _VENSTER, hoogste)
            voor = len(self.uit.rijen)
            if leeg < 2 or self._ergens(plek + 1, eind):
                self._om_het_gat(plek + 1, eind)
            else:
                self.uit.verloren.append((plek + 1, eind))
            leeg = leeg + 1 if len(self.uit.rijen) == voor else 0
            plek = eind
            if leeg >= _LEGE_VENSTERS:
                plek, leeg = self._sprong(plek, hoogste), 0
        self.uit.verloren = list(_aaneen(self.uit.verloren))
        return self.uit

    def _stuk(self, na: int) -> list[Ruwe] | None:
        try:
            return self._lezer.vraag(
                f"{self._kies} WHERE rowid > ? ORDER BY rowid LIMIT {_PER_KEER}", (na,)
            )
        except driver.DatabaseError:
            self._geweigerd += 1
            return None

    def _om_het_gat(self, van: int, tot: int) -> None:
        """Read what can be read between two row numbers, in halves."""
        try:
            self._bewaar(self._lezer.vraag(f"{self._kies} WHERE rowid BETWEEN ? AND ?", (van, tot)))
        except driver.DatabaseError:
            self._geweigerd += 1
            kleinste = 1 if self._geweigerd < _FIJN else _GROF
            if tot - van < kleinste:
                self.uit.verloren.append((van, tot))
                return
            midden = (van + tot) // 2
            self._om_het_gat(van, midden)
            self._om_het_gat(midden + 1, tot)

    def _ergens(self, van: int, tot: int) -> bool:
        """Whether a few row numbers in a range can be asked for: is it worth cutting up?"""
        stap = max(1, (tot - van) // _STEEKPROEVEN)
        return any(self._kan(nummer) for nummer in range(van, tot + 1, stap))

    def _kan(self, nummer: int) -> bool:
        try:
            self._lezer.vraag(f"{self._kies} WHERE rowid = ?", (nummer,))
        except driver.DatabaseError:
            self._geweigerd += 1
            return False
        return True

    def _sprong(self, plek: int, hoogste: int) -> int:
        """Return the next place from which something can be read, looking ever further."""
        stap = _VENSTER
        while plek + stap < hoogste:
            if self._stuk(plek + stap) is not None:
                self.uit.verloren.append((plek + 1, plek + stap))
                return plek + stap
            stap *= 2
        self.uit.verloren.append((plek + 1, hoogste))
        return hoogste

    def _hoogste(self) -> int:
        """Return the highest row number, or where to stop looking when that is not known."""
        try:
            rijen = self._lezer.vraag(
                f'SELECT rowid FROM "{self._tabel}" ORDER BY rowid DESC LIMIT 1'  # noqa: S608
            )
            return min(int(rijen[0][0]), _MEESTE) if rijen else 0
        except driver.DatabaseError:
            self.uit.einde_onbekend = True
            return _LEGE_VENSTERS * _VENSTER * 16

    def _bewaar(self, rijen: list[Ruwe]) -> int:
        for rij in rijen:
            self.uit.rijen[int(rij[0])] = tuple(rij[1:])
        return int(rijen[-1][0]) if rijen else 0


def _aaneen(stukken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield ranges that touch as one."""
    begin, eind = 0, -1
    for van, tot in sorted(stukken):
        if van > eind + 1:
            if eind >= begin:
                yield begin, eind
            begin, eind = van, tot
        else:
            eind = max(eind, tot)
    if eind >= begin:
        yield begin, eind
