"""Turns an error of the database into one Dutch sentence, and says whether to try again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum, auto
from functools import wraps
from typing import Final, ParamSpec, TypeVar

import peewee
from sqlcipher3 import dbapi2 as driver

from klachtenapp.errors import OmgevingFout

_P = ParamSpec("_P")
_T = TypeVar("_T")


class Oorzaak(Enum):
    """Why the disk or the share refused."""

    BEZET = auto()
    VOL = auto()
    ALLEEN_LEZEN = auto()
    GEEN_REGISTER = auto()
    ONBEREIKBAAR = auto()
    VERSTOORD = auto()
    BEDORVEN = auto()


_ZINNEN = {
    Oorzaak.BEZET: (
        "Een collega bewaart op dit moment iets in het register. "
        "Er is niets gewijzigd. Probeer het over een paar tellen opnieuw."
    ),
    Oorzaak.VOL: (
        "De schijf is vol. Er is niets gewijzigd. "
        "Maak ruimte vrij of vraag ICT om meer ruimte en probeer het opnieuw."
    ),
    Oorzaak.ALLEEN_LEZEN: (
        "U mag in dit register niet schrijven. Er is niets gewijzigd. "
        "Vraag ICT om schrijfrechten op de map waarin het register staat."
    ),
    Oorzaak.GEEN_REGISTER: (
        "Dit bestand is geen register van de Klachtenapp, of de sleutel past niet. "
        "Kies een ander bestand."
    ),
    Oorzaak.ONBEREIKBAAR: (
        "Het register is niet bereikbaar. "
        "Controleer of de (netwerk)schijf en de map er zijn en probeer het opnieuw."
    ),
    Oorzaak.VERSTOORD: (
        "Het lezen of schrijven van het register ging mis, ook na een nieuwe poging. "
        "Controleer de verbinding met de (netwerk)schijf. "
        "Komt dit terug? Kies dan Beheer, Register controleren."
    ),
    Oorzaak.BEDORVEN: (
        "In het register staat iets dat niet te lezen is. Het is beschadigd, of een ander "
        "programma heeft het veranderd. Er is niets gewijzigd. Kies Beheer, Register "
        "controleren, of laat de beheerder een reservekopie terugzetten."
    ),
}

# By the first part of SQLite's error name. CORRUPT is with the disturbances on purpose: of
# 1,017 injected faults 87 said so about a file that was whole.
_NAMEN: tuple[tuple[str, Oorzaak], ...] = (
    ("SQLITE_BUSY", Oorzaak.BEZET),
    ("SQLITE_LOCKED", Oorzaak.BEZET),
    ("SQLITE_FULL", Oorzaak.VOL),
    ("SQLITE_READONLY_DBMOVED", Oorzaak.VERSTOORD),
    ("SQLITE_READONLY", Oorzaak.ALLEEN_LEZEN),
    ("SQLITE_PERM", Oorzaak.ALLEEN_LEZEN),
    ("SQLITE_NOTADB", Oorzaak.GEEN_REGISTER),
    ("SQLITE_CANTOPEN", Oorzaak.ONBEREIKBAAR),
    ("SQLITE_IOERR", Oorzaak.VERSTOORD),
    ("SQLITE_CORRUPT", Oorzaak.VERSTOORD),
    ("SQLITE_PROTOCOL", Oorzaak.VERSTOORD),
    ("SQLITE_NOLFS", Oorzaak.VERSTOORD),
)

# A copy that breaks off tells its error in words only: those of sqlite3_errstr().
_WOORDEN: dict[str, Oorzaak] = {
    "database is locked": Oorzaak.BEZET,
    "database table is locked": Oorzaak.BEZET,
    "database or disk is full": Oorzaak.VOL,
    "attempt to write a readonly database": Oorzaak.ALLEEN_LEZEN,
    "file is not a database": Oorzaak.GEEN_REGISTER,
    "unable to open database file": Oorzaak.ONBEREIKBAAR,
    "disk I/O error": Oorzaak.VERSTOORD,
    "database disk image is malformed": Oorzaak.VERSTOORD,
}


class SchijfFout(OmgevingFout):
    """An ``OmgevingFout`` from the register file itself.

    ``opnieuw`` is true when a fresh connection may help: the change may even have been
    saved, so ask first (``Register`` and ``services.opdracht`` do).
    """

    def __init__(self, oorzaak: Oorzaak, techniek: str = "") -> None:
        super().__init__(_ZINNEN[oorzaak])
        self.oorzaak = oorzaak
        self.techniek = techniek

    @property
    def opnieuw(self) -> bool:
        """Whether closing, opening and trying once more makes sense.

        Read-only too: when opening to write fails for a moment, SQLite quietly opens the
        file to read, and that connection stays so.
        """
        return self.oorzaak not in (Oorzaak.BEZET, Oorzaak.VOL, Oorzaak.BEDORVEN)


_BEDORVEN: Final = (
    "Could not decode to UTF-8", "invalid fts5 file format", "vtable constructor", "malformed JSON",
    "unsupported file format",
)  # fmt: skip
"""What the database says of damage for which it has no code of its own."""

_ONLEESBAAR: Final = (ValueError, TypeError, KeyError, AttributeError)
"""What turning a value of the register into what it should be may raise."""


def oorzaak_van(fout: BaseException) -> Oorzaak | None:
    """Return why the file refused, or ``None`` when the error is ours (a bug)."""
    keten = _keten(fout)  # a failing rollback hides the error that it followed
    for schakel in keten:
        if any(teken in str(schakel) for teken in _BEDORVEN):
            return Oorzaak.BEDORVEN
        naam = str(getattr(schakel, "sqlite_errorname", ""))
        for begin, oorzaak in _NAMEN:
            if naam.startswith(begin):
                return oorzaak
    return next((_WOORDEN[str(schakel)] for schakel in keten if str(schakel) in _WOORDEN), None)


def _keten(fout: BaseException) -> list[BaseException]:
    schakels = [fout]
    while (vorige := schakels[-1].__context__) is not None:
        schakels.append(vorige)
    return schakels


def _techniek(fout: BaseException) -> str:
    """Return what the database itself said first, for the report."""
    eerste = _keten(fout)[-1]
    return f"{getattr(eerste, 'sqlite_errorname', '')} {eerste}".strip()


@contextmanager
def vertaald() -> Iterator[None]:
    """Run a block; what the disk did wrong leaves it as ``SchijfFout``, a bug as it is."""
    try:
        yield
    except (peewee.DatabaseError, driver.DatabaseError) as fout:  # fetching is the driver's own
        oorzaak = oorzaak_van(fout)
        if oorzaak is None:
            raise
        raise SchijfFout(oorzaak, _techniek(fout)) from fout
    except MemoryError as fout:
        # SQLite asks for what a damaged row says it is long; nothing that we store is so long.
        raise SchijfFout(Oorzaak.VERSTOORD, "MemoryError") from fout


@contextmanager
def leesbaar() -> Iterator[None]:
    """Run a read; a stored value that cannot be what its column says leaves it as ``SchijfFout``.

    Never around what a user typed: text that cannot be stored is another matter.
    """
    try:
        yield
    except UnicodeEncodeError:
        raise
    except _ONLEESBAAR as fout:
        raise SchijfFout(Oorzaak.BEDORVEN, type(fout).__name__) from fout


def uit_register(omzetter: Callable[_P, _T]) -> Callable[_P, _T]:
    """Let a function that makes something of a stored row say when the row makes no sense."""

    @wraps(omzetter)
    def lees(*waarden: _P.args, **delen: _P.kwargs) -> _T:
        try:
            return omzetter(*waarden, **delen)
        except _ONLEESBAAR as fout:
            raise SchijfFout(Oorzaak.BEDORVEN, type(fout).__name__) from fout

    return lees
