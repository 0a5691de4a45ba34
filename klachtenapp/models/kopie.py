"""A copy of a register that is whole or is not there.

A copy that is killed half-way can pass SQLite's own check with no rows in it. So it is
made under another name, forced to the disk, compared with what was copied, and only
then given its name. On a share the copy is made and checked on this computer first:
checking page by page over the network would take minutes.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import peewee
from sqlcipher3 import dbapi2 as driver

from klachtenapp.errors import OmgevingFout
from klachtenapp.models import identiteit
from klachtenapp.models.bestanden import TIJDELIJK, dwing_af, dwing_map_af, som, tijdelijke_naam
from klachtenapp.models.fouten import Oorzaak, SchijfFout, vertaald
from klachtenapp.models.register import Register
from klachtenapp.models.schijf import SoortSchijf, soort_schijf

__all__ = [
    "TIJDELIJK", "Gemaakt", "KopieGestopt", "Stand", "bekijk", "breng_over", "stand",
    "veilige_kopie", "zet_apart", "zet_terug",
]  # fmt: skip

_STAP = 256
"""Pages between two moments at which others may save: one MB."""
_POGINGEN = 3
_TELLER = 20_000  # steps of SQLite between two questions whether to stop: some milliseconds
_KOPIEREN = 70  # per cent of the work; the rest is checking

Stand = dict[str, int | str]
"""Rows of each table, and under ``""`` the last hash of the log: equal copies have equal ones."""
Voortgang = Callable[[int, int], None]
Gestopt = Callable[[], bool]


class KopieGestopt(OmgevingFout):
    """The user did not want to wait for the copy; nothing has the name of a copy."""

    def __init__(self) -> None:
        super().__init__("De reservekopie is gestopt. Het register zelf is bewaard.")


@dataclass(frozen=True, slots=True)
class Gemaakt:
    """A copy that is whole: what is in it, the sha256 of its file, and its size."""

    inhoud: Stand
    sha256: str
    bytes: int


def _niemand_wacht(_gedaan: int, _totaal: int) -> None:
    """Nobody looks on."""


def _ga_door() -> bool:
    """Nobody can stop this."""
    return False


Keur = Callable[[Register, Gemaakt], None]


def _zonder_keur(_kopie: Register, _wat: Gemaakt) -> None:
    """Nothing more to look at."""


def veilige_kopie(
    bron: Path,
    doel: Path,
    sleutel: str = "",
    *,
    keur: Keur = _zonder_keur,
    voortgang: Voortgang = _niemand_wacht,
    gestopt: Gestopt = _ga_door,
) -> Gemaakt:
    """Copy the register ``bron`` to ``doel`` and return what is in it.

    Takes its own connection, so it may be called while this thread holds the write lock.
    A file that already has the name ``doel`` is replaced, and only by a whole copy.
    ``sleutel`` opens the register and locks the copy. ``keur`` gets the copy, open and
    whole, just before it is given its name; what it raises means that there is no copy.

    :raises OmgevingFout: when the copy could not be made or is not equal.
    :raises KopieGestopt: when ``gestopt`` said so.
    """
    try:
        doel.parent.mkdir(parents=True, exist_ok=True)
        if soort_schijf(doel.parent) is SoortSchijf.NETWERK:
            with tempfile.TemporaryDirectory(prefix="klachtenapp-") as plek:
                eerst = Path(plek) / doel.name
                gemaakt = _maak(bron, eerst, sleutel, keur, voortgang, gestopt)
                breng_over(eerst, doel, gemaakt.sha256, gestopt)
            return gemaakt
        return _maak(bron, doel, sleutel, keur, voortgang, gestopt)
    except OSError as fout:
        raise OmgevingFout(
            f"De reservekopie kan niet worden geschreven in {doel.parent}. "
            "Het register zelf is niet gewijzigd. Controleer de schijf en de rechten op de map."
        ) from fout


def breng_over(bron: Path, doel: Path, sha256: str = "", gestopt: Gestopt = _ga_door) -> None:
    """Put a finished copy in another place: other name, forced, read back, renamed.

    :raises OSError: when that place cannot be written.
    :raises OmgevingFout: when it did not arrive as it left.
    """
    tijdelijk = tijdelijke_naam(doel)
    try:
        with bron.open("rb") as van, tijdelijk.open("xb") as naar:
            while stuk := van.read(_STAP * 4096):
                if gestopt():
                    raise KopieGestopt
                naar.write(stuk)
        dwing_af(tijdelijk)
        if (sha256 or som(bron)) != som(tijdelijk):
            raise OmgevingFout(
                f"De reservekopie kwam niet heel aan in {doel.parent} en is daarom weggegooid. "
                "Probeer het opnieuw."
            )
        tijdelijk.replace(doel)
        dwing_map_af(doel.parent)
    finally:
        tijdelijk.unlink(missing_ok=True)


def zet_terug(kopie: Path, doel: Path, sleutel: str = "", kopiesleutel: str | None = None) -> Stand:
    """Write the whole of ``kopie`` into the existing register ``doel``, in one transaction.

    The file itself stays, so programs that have it open go on with the restored content,
    and a power cut half-way leaves the old. ``kopiesleutel`` is the key of the copy when
    that is another than the register has now.

    :raises OmgevingFout: when the copy is not whole, or someone is writing.
    """
    kopiesleutel = sleutel if kopiesleutel is None else kopiesleutel
    if bool(sleutel) != bool(kopiesleutel):
        raise OmgevingFout(
            "Het register is vergrendeld en de kopie niet, of andersom. Er is niets gewijzigd."
        )
    inhoud = bekijk(kopie, kopiesleutel)
    if not inhoud:
        raise OmgevingFout(f"De reservekopie {kopie.name} is niet heel. Kies een andere.")
    bron, register = Register(kopie, kopiesleutel), Register(doel, sleutel)
    try:
        bron.verbind()
        register.verbind()
        register.beveilig()
        with vertaald(), register.alleen():
            bron.db.connection().backup(
                register.db.connection(),
                pages=-1,
                progress=lambda uitslag, *_: _wacht_niet_eeuwig(uitslag),
            )
    finally:
        register.sluit()
        bron.sluit()
    return inhoud


def zet_apart(pad: Path, apart: Path) -> None:
    """Move a register that is not whole out of the way, together with its journal.

    A journal that stayed behind could be played back into the file that comes in its place.
    """
    apart.parent.mkdir(parents=True, exist_ok=True)
    for achter in ("-journal", ""):
        deel = pad.with_name(pad.name + achter)
        if deel.exists():
            deel.replace(apart.with_name(apart.name + achter))


def bekijk(pad: Path, sleutel: str = "") -> Stand:
    """Return what is in a register file; empty when it is not whole or no register at all."""
    try:
        return _bekijk(pad, sleutel)
    except SchijfFout as fout:
        if fout.oorzaak in (Oorzaak.GEEN_REGISTER, Oorzaak.VERSTOORD):
            return {}
        raise


def stand(register: Register) -> Stand:
    """Return what is in an open register, in a form that can be compared."""
    namen = [
        str(naam)
        for (naam,) in register.sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' "
            "AND name NOT LIKE 'zoekindex%' AND name NOT LIKE 'sqlite%' ORDER BY name"
        )
    ]
    inhoud: Stand = {
        naam: int(register.sql(f'SELECT count(*) FROM "{naam}"')[0][0])  # noqa: S608
        for naam in namen
    }
    kop = register.sql("SELECT hash FROM log ORDER BY id DESC LIMIT 1") if "log" in namen else []
    inhoud[""] = str(kop[0][0]) if kop else ""
    return inhoud


def _maak(
    bron: Path, doel: Path, sleutel: str, keur: Keur, voortgang: Voortgang, gestopt: Gestopt
) -> Gemaakt:
    tijdelijk = tijdelijke_naam(doel)
    try:
        verwacht = _kopieer(bron, tijdelijk, sleutel, voortgang, gestopt)
        dwing_af(tijdelijk)
        if _bekijk(tijdelijk, sleutel, gestopt) != verwacht:
            raise OmgevingFout(
                "De reservekopie is niet gelijk aan het register en is daarom weggegooid. "
                "Probeer het opnieuw. Lukt het weer niet? Laat dan het register controleren: "
                "Beheer, Register, Controleren."
            )
        voortgang(_KOPIEREN + 10, 100)
        gemaakt = Gemaakt(verwacht, som(tijdelijk), tijdelijk.stat().st_size)
        kopie = Register(tijdelijk, sleutel)
        try:
            kopie.verbind()
            with _te_onderbreken(kopie, gestopt):
                keur(kopie, gemaakt)
        finally:
            kopie.sluit()
        if gestopt():
            raise KopieGestopt
        tijdelijk.replace(doel)
        dwing_map_af(doel.parent)
    finally:
        for achter in ("", "-journal"):
            tijdelijk.with_name(tijdelijk.name + achter).unlink(missing_ok=True)
    voortgang(100, 100)
    return gemaakt


def _kopieer(bron: Path, doel: Path, sleutel: str, voortgang: Voortgang, gestopt: Gestopt) -> Stand:
    origineel, kopie = Register(bron, sleutel), Register(doel, sleutel)

    def tel(uitslag: int, nog: int, totaal: int) -> None:
        _wacht_niet_eeuwig(uitslag)
        if gestopt():
            raise KopieGestopt
        voortgang((totaal - nog) * _KOPIEREN // max(totaal, 1), 100)

    def kopieer(tel_per: int) -> Stand:
        with vertaald():
            origineel.db.connection().backup(
                kopie.db.connection(), pages=tel_per, progress=tel, sleep=0.01
            )
        return origineel.lees(lambda: stand(origineel))

    try:
        origineel.verbind()
        kopie.verbind()
        # In steps: whoever saves meanwhile does not wait for us, and SQLite begins again.
        for _poging in range(_POGINGEN):
            versie = origineel.wijzigingsstand()
            inhoud = kopieer(_STAP)
            if origineel.wijzigingsstand() == versie:
                return inhoud
        # Someone saves all the time: hold the lock that lets nobody save, and go fast.
        return origineel.lees(lambda: _onder_slot(origineel, kopieer))
    finally:
        kopie.sluit()
        origineel.sluit()


def _wacht_niet_eeuwig(uitslag: int) -> None:
    """Give up when a step found the file locked: it has waited its full patience by then.

    The copy of the driver itself would try again for ever, and its open connection would
    keep this program from getting a lock after a share that came back.
    """
    if uitslag & 0xFF in (driver.SQLITE_BUSY, driver.SQLITE_LOCKED):
        raise SchijfFout(Oorzaak.BEZET, "copy: locked")


def _onder_slot(origineel: Register, kopieer: Callable[[int], Stand]) -> Stand:
    stand(origineel)  # takes the read lock: nobody changes it until the copy is made
    return kopieer(-1)


def _bekijk(pad: Path, sleutel: str, gestopt: Gestopt = _ga_door) -> Stand:
    kopie = Register(pad, sleutel)
    try:
        kopie.verbind()
        if not identiteit.is_register(kopie):
            return {}
        with _te_onderbreken(kopie, gestopt):
            ((oordeel,),) = kopie.sql("PRAGMA integrity_check(1)")
            return stand(kopie) if oordeel == "ok" else {}
    finally:
        kopie.sluit()


@contextmanager
def _te_onderbreken(register: Register, gestopt: Gestopt) -> Iterator[None]:
    """Let a long question end soon after ``gestopt`` says so."""
    if gestopt is _ga_door:
        yield
        return
    verbinding = register.db.connection()
    verbinding.set_progress_handler(lambda: int(gestopt()), _TELLER)
    try:
        yield
    except (peewee.OperationalError, driver.OperationalError) as fout:
        if gestopt():
            raise KopieGestopt from fout
        raise
    finally:
        verbinding.set_progress_handler(None, 0)
