"""The open register: one connection with its safe settings, and the only road to it.

The settings come from measurements (kill, power cut, share that vanishes): a PERSIST
journal and FULL synchronisation survived all of them, on a share and on a local disk.
They are read back, because SQLite may quietly keep another.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Final, TypeVar

import peewee
from playhouse.sqlcipher_ext import SqlCipherDatabase
from sqlcipher3 import dbapi2 as driver

from klachtenapp.errors import OmgevingFout
from klachtenapp.models.fouten import Oorzaak, SchijfFout, leesbaar, vertaald
from klachtenapp.models.gedeeld.schrijfslot import Houder, Schrijfslot
from klachtenapp.models.rij import Row
from klachtenapp.models.schijf import SoortSchijf, soort_schijf

_T = TypeVar("_T")

# Without these the driver looks for a way to store None and bool in vain: 3 µs a value.
driver.register_adapter(bool, int)
driver.register_adapter(type(None), lambda leeg: leeg)

EXTENSIE: Final = ".klachten"
JOURNAAL: Final = "persist"
WACHTTIJD_MS: Final = 15_000
PER_VRAAG: Final = 500
"""How many values one IN list holds; PostgreSQL and older SQLite have their limits."""

_FULL = 2
_RUWE_SLEUTEL = re.compile(r"x'([0-9a-fA-F]{64})'")
_VOORAF = {
    # a key that does not fit is a sentence of ours, not lines of SQLCipher on the error output
    "cipher_log_level": "none",
    # first of all: the driver's own timeout of 5 s is not overruled by peewee's argument
    "busy_timeout": WACHTTIJD_MS,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "foreign_keys": 1,
    "cache_size": -16_000,
    "temp_store": 2,
}


class Register:
    """One open register file, owned by the thread that opened it.

    A query from another thread raises ``peewee.InterfaceError``: a bug, on purpose.
    Every query and statement goes through the methods here, so errors of the disk leave
    as ``SchijfFout`` and a read on a connection that died is repeated on a new one.
    """

    def __init__(self, pad: Path, sleutel: str = "") -> None:
        self.pad = pad
        self.sleutel = sleutel
        self.soort_schijf: SoortSchijf = soort_schijf(pad)
        self.journaal = ""
        self.schrijfverbod = ""
        """Why nothing may be written now, as a sentence for the user; empty when it may."""
        self.leesverbod = ""
        """Why nothing can be read now either: the disk is gone and there is no copy of it."""
        self.slot = Schrijfslot(pad) if self.soort_schijf is SoortSchijf.NETWERK else None
        self.db: Any = SqlCipherDatabase(
            str(pad),
            passphrase=sleutel,
            pragmas=_VOORAF,
            lock_type="IMMEDIATE",
            autoconnect=False,
        )
        self._geheugen: dict[Any, tuple[Any, Any]] = {}
        self._eigenaar: int | None = None

    def verbind(self) -> None:
        """Connect in the calling thread, which becomes the owner.

        :raises SchijfFout: when the file cannot be opened or read.
        :raises OmgevingFout: when the settings that keep the data safe are refused.
        """
        with vertaald(), leesbaar():
            self._eigenaar = threading.get_ident()
            self._geheugen.clear()
            self.db.connect(reuse_if_open=True)
            # The header is read before any setting that could write to a foreign file.
            self.db.execute_sql("PRAGMA schema_version").fetchone()

    def beveilig(self) -> None:
        """Set the journal and synchronisation, and read both back."""
        with vertaald():
            journaal = str(self.db.execute_sql(f"PRAGMA journal_mode={JOURNAAL}").fetchone()[0])
            self.db.execute_sql(f"PRAGMA synchronous={_FULL}")
            synchroon = self.db.execute_sql("PRAGMA synchronous").fetchone()[0]
            sleutels = self.db.execute_sql("PRAGMA foreign_keys").fetchone()[0]
        self.journaal = journaal
        if (journaal, synchroon, sleutels) != (JOURNAAL, _FULL, 1):
            self._verbreek()
            raise OmgevingFout(
                "Het register kan op deze schijf niet veilig worden bewaard. Er is niets "
                f"gewijzigd. Geef dit door aan ICT: journaal {journaal}, synchroon {synchroon}."
            )

    def heropen(self) -> None:
        """Close what this thread has and connect again; also makes this thread the owner.

        Where that fails the register stays open for its owner: the next question tries again.
        """
        self._verbreek()
        self.verbind()
        self.beveilig()

    def sluit(self) -> None:
        """Close the connection of the calling thread, if it has one."""
        self._verbreek()
        self._eigenaar = None

    def _verbreek(self) -> None:
        if not self.db.is_closed():
            with vertaald():
                self.db.close()

    def _herstel_verbinding(self) -> None:
        """Connect again after a reconnect that failed; not for whoever is not the owner."""
        if self.leesverbod:
            raise OmgevingFout(self.leesverbod)
        if self._eigenaar is None:  # closed, because its disk is gone or the window closes
            raise SchijfFout(Oorzaak.ONBEREIKBAAR, "the register is closed")
        if self._eigenaar == threading.get_ident() and self.db.is_closed():
            self.heropen()

    @contextmanager
    def transactie(self) -> Iterator[None]:
        """Run a block in one BEGIN IMMEDIATE transaction; inside another it is a savepoint.

        On a share the second lock is held as well, and must still be ours when it is saved.

        :raises OmgevingFout: writing is forbidden now, or the disk refuses.
        """
        with ExitStack() as stapel:
            stapel.enter_context(vertaald())
            buitenste = not self.in_transactie
            if buitenste:
                stapel.enter_context(self.alleen())
            self._begin(stapel)
            yield
            if buitenste and self.slot is not None:
                self.slot.bevestig()

    @contextmanager
    def stil(self) -> Iterator[None]:
        """Keep everybody from writing during a block in which the file itself is replaced.

        Nothing is written here; the connection may be closed inside.

        :raises OmgevingFout: as ``transactie``.
        """
        with self.alleen():
            self._herstel_verbinding()
            with vertaald():
                self.db.connection().execute("BEGIN IMMEDIATE")
            try:
                yield
            finally:
                if not self.db.is_closed():
                    self.db.connection().execute("ROLLBACK")

    def laat_los(self) -> None:
        """Let go of the file for a moment; the next question opens it again."""
        self._verbreek()

    def met_sleutel(self, sleutel: str) -> None:
        """Go on with the file that has come in the place of this one, under another key."""
        self._verbreek()
        self.sleutel = sleutel
        self.db.init(str(self.pad), passphrase=sleutel, pragmas=_VOORAF)
        self.verbind()
        self.beveilig()

    def neem_gebroken_sloten(self) -> list[Houder]:
        """Return the locks of others that were broken and that the log does not tell of yet."""
        if self.slot is None:
            return []
        gebroken, self.slot.gebroken = self.slot.gebroken, []
        return gebroken

    @contextmanager
    def alleen(self) -> Iterator[None]:
        """Keep every other computer from writing during a block.

        :raises OmgevingFout: writing is forbidden now, or a colleague keeps the lock.
        """
        if self.schrijfverbod:
            raise OmgevingFout(self.schrijfverbod)
        if self.slot is None:
            yield
            return
        with self.slot.houd():
            yield

    def _begin(self, stapel: ExitStack) -> None:
        self._herstel_verbinding()
        try:
            with vertaald():
                stapel.enter_context(self.db.atomic())
        except SchijfFout as fout:
            # Nothing was written yet, so beginning again on a fresh connection is safe.
            if not fout.opnieuw or self.in_transactie:
                raise
            self.heropen()
            stapel.enter_context(self.db.atomic())

    def lees(self, vragen: Callable[[], _T]) -> _T:
        """Run several reads that all see the same moment, in one lock and no write lock.

        On a connection that died they are all done again on a new one. Inside a
        transaction they are part of that.
        """
        if self.in_transactie:
            return vragen()
        self._herstel_verbinding()
        try:
            return self._lees_samen(vragen)
        except SchijfFout as fout:
            if not fout.opnieuw:
                raise
        self.heropen()
        return self._lees_samen(vragen)

    def _lees_samen(self, vragen: Callable[[], _T]) -> _T:
        with vertaald(), self.db.atomic("DEFERRED"):
            return vragen()

    @property
    def bytes(self) -> int:
        """The size of the register in bytes."""
        ((bladen,),), ((blad,),) = self.sql("PRAGMA page_count"), self.sql("PRAGMA page_size")
        return int(bladen) * int(blad)

    @property
    def in_transactie(self) -> bool:
        """Whether this thread is inside a transaction now."""
        return bool(self.db.in_transaction())

    def alle(self, vraag: Any) -> list[Any]:
        """Return everything a query gives."""
        return self._lees(lambda: list(vraag.clone().execute(self.db)))

    def een(self, vraag: Any) -> Any | None:
        """Return the first row a query gives, or ``None``."""
        return next(iter(self.alle(vraag.limit(1))), None)

    def sql(self, tekst: str, waarden: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Return the rows of a statement in SQL; only for what peewee cannot say."""
        return self._lees(lambda: self.db.execute_sql(tekst, tuple(waarden)).fetchall())

    def schrijf(self, opdracht: Any) -> Any:
        """Carry out an insert, update or delete; returns the new key or the number of rows."""
        if not self.in_transactie:
            raise RuntimeError("schrijven buiten een transactie")
        with vertaald():
            return opdracht.execute(self.db)

    def schrijf_veel(
        self, rij: type[Row], velden: Sequence[str], rijen: Iterable[Sequence[Any]]
    ) -> None:
        """Insert many rows with one prepared statement; each gives the values of ``velden``.

        All fields of the table must be there but an automatic key: no default is filled in.
        """
        if not self.in_transactie:
            raise RuntimeError("schrijven buiten een transactie")
        tabel: Any = rij._meta
        eigen = {v.name for v in tabel.sorted_fields if not isinstance(v, peewee.AutoField)}
        if mis := set(velden) - {tabel.primary_key.name} ^ eigen - {tabel.primary_key.name}:
            raise TypeError(f"{rij.__name__}: {', '.join(sorted(mis))} te veel of te weinig")
        kolommen = ", ".join(f'"{tabel.fields[veld].column_name}"' for veld in velden)
        merken = ", ".join([self.db.param] * len(velden))
        opdracht = f'INSERT INTO "{tabel.table_name}" ({kolommen}) VALUES ({merken})'  # noqa: S608
        with vertaald():
            self.db.cursor().executemany(opdracht, rijen)

    def onthoud(self, sleutel: Hashable, bepaal: Callable[[], _T]) -> _T:
        """Return what ``bepaal`` gives, again from memory as long as nobody has saved.

        One value for each kind of question: ``sleutel`` is a tuple that begins with its name.
        """
        naam = sleutel[0] if isinstance(sleutel, tuple) else sleutel
        stand = (self.wijzigingsstand(), sleutel)
        if self.in_transactie or self._geheugen.get(naam, (None, None))[0] != stand:
            self._geheugen[naam] = (stand, bepaal())
        waarde: _T = self._geheugen[naam][1]
        return waarde

    def wijzigingsstand(self) -> tuple[int, int]:
        """Return a pair that differs as soon as anyone, here or elsewhere, has saved."""
        ((versie,),) = self.sql("PRAGMA data_version")
        return int(versie), int(self.db.connection().total_changes)

    def _lees(self, vraag: Callable[[], _T]) -> _T:
        self._herstel_verbinding()
        try:
            with vertaald(), leesbaar():
                return vraag()
        except SchijfFout as fout:
            if not fout.opnieuw or self.in_transactie:
                raise
        self.heropen()
        with vertaald(), leesbaar():
            return vraag()


def in_stukken(waarden: Sequence[Any], grootte: int = PER_VRAAG) -> Iterator[Sequence[Any]]:
    """Yield ``waarden`` in pieces that fit an IN list."""
    for begin in range(0, len(waarden), grootte):
        yield waarden[begin : begin + grootte]


def ruwe_sleutel(sleutel: str) -> bytes:
    """Return the 32 bytes of a raw key ``x'…'``; empty for no key, or for a passphrase."""
    ruw = _RUWE_SLEUTEL.fullmatch(sleutel)
    return bytes.fromhex(ruw[1]) if ruw else b""


def sleuteltekst(sleutel: bytes) -> str:
    """Return a raw key as SQLCipher takes it; empty for no key."""
    return f"x'{sleutel.hex()}'" if sleutel else ""
