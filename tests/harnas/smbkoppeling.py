"""The calls of the kernel on a mount point, as requests to a Samba server.

Needs ``mfusepy`` and ``smbprotocol``; ``smbshare`` starts it in a process of its own.
"""

from __future__ import annotations

import errno
import fcntl
import itertools
import os
import stat
import struct
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, TypeVar

import mfusepy

from tests.harnas.smbd import DEEL
from tests.harnas.smbshare import STIL, VERZOEKEN
from tests.harnas.smbsloten import EINDE, Bereik, Greep, Sloten
from tests.harnas.smbverkeer import (
    LEZEN,
    SCHRIJVEN,
    VAN_ALLEN,
    Keuze,
    Lijn,
    Stand,
    Toegangswijs,
    Wijze,
)
from tests.harnas.stuur import SOORTEN, Stuur

_TELLERS: Final = 72
_KIJK_S: Final = 0.01
_T = TypeVar("_T")


class Werkstation:
    """The line to the server: made when there is none, cut when the plug is pulled."""

    def __init__(self, stuur: Stuur, poort: int, wie: tuple[str, str]) -> None:
        self._stuur, self._poort, self._wie = stuur, poort, wie
        self._slot = threading.Lock()
        self._lijn: Lijn | None = None
        self._sessie = 0
        self.verbind()
        threading.Thread(target=self._let_op, daemon=True).start()

    def verbind(self) -> Lijn:
        """Return the line that is there, or a new one."""
        with self._slot:
            if self._stuur.lees("disconnected"):
                raise self._weg()
            if self._lijn is None or self._lijn.dood:
                self._lijn = Lijn(self._poort, DEEL, self._wie, self._tel, self._sessie)
                self._sessie = self._lijn.sessie
            return self._lijn

    def poort(self, soort: str) -> None:
        """Count a call, wait as the network does, and fail where that is asked."""
        with self._slot:
            plek = _TELLERS + 8 * SOORTEN.index(soort)
            _tel_op(self._stuur, plek, "<Q", 1)
            fout = self._stoor(soort)
        if wacht := self._stuur.lees("latency_us"):
            time.sleep(wacht / 1e6)
        if fout:
            raise OSError(fout, os.strerror(fout))
        if self._stuur.lees("disconnected"):
            time.sleep(self._stuur.lees("disc_stall_ms") / 1000)
            raise self._weg()

    def _stoor(self, soort: str) -> int:
        """Return the error that this call must give, or cut the line on it."""
        stuur = self._stuur
        na, keren = stuur.lees("fail_after"), stuur.lees("fail_times")
        mag = stuur.lees("fail_mask") >> SOORTEN.index(soort) & 1
        if stuur.lees("disconnected") or not mag or na < 0:
            return 0
        if na > 0:
            stuur.zet(fail_after=na - 1)
            return 0
        if keren == 0:
            return 0
        stuur.zet(fail_times=keren - (keren > 0), triggered=stuur.lees("triggered") + 1)
        if not stuur.lees("disc_on_trigger"):
            return stuur.lees("fail_errno")
        stuur.zet(disconnected=1)
        self._verbreek()
        return 0

    def _weg(self) -> OSError:
        fout = self._stuur.lees("disc_errno")
        return OSError(fout, os.strerror(fout))

    def _let_op(self) -> None:
        while True:
            time.sleep(_KIJK_S)
            if self._stuur.lees("disconnected"):
                with self._slot:
                    self._verbreek()

    def _verbreek(self) -> None:
        if self._lijn is not None and not self._lijn.dood:
            stil = struct.unpack_from(STIL[1], self._stuur._blok, STIL[0])[0]
            self._lijn.verbreek(stil=bool(stil))

    def _tel(self, aantal: int) -> None:
        _tel_op(self._stuur, *VERZOEKEN, aantal)


class Koppeling:
    """What the kernel asks of a mount, as requests to the server."""

    use_ns = True

    def __init__(self, station: Werkstation) -> None:
        self._station = station
        self._grepen: dict[int, Greep] = {}
        self._nummers = itertools.count(1)
        self._sloten = Sloten()

    def init_with_config(self, verbinding: Any, instelling: Any) -> None:
        """Keep nothing: other workstations write in the same files."""
        for naam in ("entry_timeout", "attr_timeout", "negative_timeout"):
            setattr(instelling, naam, 0.0)
        for naam in ("use_ino", "hard_remove", "direct_io"):
            setattr(instelling, naam, 1)

    def getattr(self, pad: str, _fi: Any = None) -> dict[str, Any]:
        self._station.poort("STAT")
        lijn, naam = self._station.verbind(), _naam(pad)
        try:
            return _als_stat(lijn.bekijk(naam))
        except PermissionError:  # being taken away: like Windows, look in the folder
            map_, _, blad = naam.rpartition("\\")
            for gevonden, stand in lijn.inhoud(map_, blad):
                if gevonden == blad:
                    return _als_stat(stand)
            raise

    def readdir(self, pad: str, _nummer: int) -> list[tuple[str, dict[str, Any], int]]:
        self._station.poort("OTHER")
        inhoud = self._station.verbind().inhoud(_naam(pad))
        return [(naam, _als_stat(stand), 0) for naam, stand in inhoud]

    def mkdir(self, pad: str, _rechten: int) -> int:
        self._station.poort("OTHER")
        self._station.verbind().maak_map(_naam(pad))
        return 0

    def rmdir(self, pad: str) -> int:
        self._station.poort("OTHER")
        self._station.verbind().haal_weg(_naam(pad), is_map=True)
        return 0

    def unlink(self, pad: str) -> int:
        self._station.poort("UNLINK")
        self._station.verbind().haal_weg(_naam(pad))
        return 0

    def rename(self, oud: str, nieuw: str) -> int:
        self._station.poort("OTHER")
        self._station.verbind().hernoem(_naam(oud), _naam(nieuw))
        return 0

    def chmod(self, _pad: str, *_anders: object) -> int:
        self._station.poort("OTHER")
        return 0

    chown = utimens = chmod  # rights and times are the server's

    def truncate(self, pad: str, grootte: int, fi: Any = None) -> int:
        self._station.poort("TRUNC")
        if fi is not None:
            greep = self._levend(fi)
            greep.lijn.lengte(greep.nummer, grootte)
            return 0
        lijn = self._station.verbind()
        nummer, _ = lijn.open(_naam(pad), Toegangswijs(SCHRIJVEN, delen=VAN_ALLEN))
        try:
            lijn.lengte(nummer, grootte)
        finally:
            lijn.sluit(nummer)
        return 0

    def open(self, pad: str, fi: Any) -> int:
        leeg = fi.flags & os.O_TRUNC
        return self._open(pad, fi, Wijze.FILE_OVERWRITE if leeg else Wijze.FILE_OPEN)

    def create(self, pad: str, _rechten: int, fi: Any) -> int:
        alleen = fi.flags & os.O_EXCL
        return self._open(pad, fi, Wijze.FILE_CREATE if alleen else Wijze.FILE_OPEN_IF)

    def _open(self, pad: str, fi: Any, wijze: int) -> int:
        self._station.poort("OPEN")
        soort = fi.flags & os.O_ACCMODE
        toegang = SCHRIJVEN if soort == os.O_WRONLY else LEZEN
        if soort == os.O_RDWR:
            toegang |= SCHRIJVEN
        lijn = self._station.verbind()
        nummer, stand = lijn.open(
            _naam(pad), Toegangswijs(toegang, wijze, keuze=Keuze.FILE_NON_DIRECTORY_FILE)
        )
        fi.fh, fi.direct_io = next(self._nummers), 1
        self._grepen[fi.fh] = Greep(lijn, nummer, stand.nummer)
        return 0

    def read(self, _pad: str, lengte: int, plek: int, fi: Any) -> bytes:
        self._station.poort("READ")
        greep = self._levend(fi)
        return _geen_slot(lambda: greep.lijn.lees(greep.nummer, plek, lengte))

    def write(self, _pad: str, inhoud: bytes, plek: int, fi: Any) -> int:
        self._station.poort("WRITE")
        greep = self._levend(fi)
        return _geen_slot(lambda: greep.lijn.schrijf(greep.nummer, plek, inhoud))

    def fsync(self, _pad: str, _alleen_inhoud: int, fi: Any) -> int:
        self._station.poort("SYNC")
        greep = self._levend(fi)
        greep.lijn.bewaar(greep.nummer)
        return 0

    def fsyncdir(self, _pad: str, _alleen_inhoud: int, _nummer: int) -> int:
        self._station.poort("SYNC")  # there is no such request: the server does it itself
        return 0

    def flush(self, _pad: str, _fi: Any) -> int:
        return 0  # the close of one of the handles; what follows it gives back the locks

    def release(self, _pad: str, fi: Any) -> int:
        _tel_op(self._station._stuur, _TELLERS + 8 * SOORTEN.index("CLOSE"), "<Q", 1)
        greep = self._grepen.pop(fi.fh)
        with suppress(OSError):  # cut: then the server has closed it
            greep.lijn.sluit(greep.nummer)
        self._sloten.vergeet(greep)
        return 0

    def lock(self, _pad: str, fi: Any, opdracht: int, wijzer: Any) -> int:
        vraag = wijzer.contents
        begin, lengte = int(vraag.l_start), int(vraag.l_len)
        bij_sluiten = vraag.l_type == fcntl.F_UNLCK and not begin and not lengte
        greep = self._grepen[fi.fh]
        if bij_sluiten:  # the kernel gives everything back at close: that never fails
            with suppress(OSError):
                self._sloten.wis(fi.lock_owner, greep.bestand, 0, EINDE)
            return 0
        self._station.poort("LOCK")
        self._levend(fi)
        if opdracht == fcntl.F_SETLKW:
            raise OSError(errno.EOPNOTSUPP, "nobody waits in the server")
        eind = begin + lengte if lengte else EINDE
        bereik = Bereik(begin, eind, vraag.l_type == fcntl.F_WRLCK, greep)
        if opdracht == fcntl.F_GETLK:
            if self._sloten.is_vrij(fi.lock_owner, bereik):
                vraag.l_type = fcntl.F_UNLCK
            else:
                vraag.l_type, vraag.l_pid = fcntl.F_WRLCK, 0
        elif vraag.l_type == fcntl.F_UNLCK:
            self._sloten.wis(fi.lock_owner, greep.bestand, begin, eind)
        else:
            self._sloten.zet(fi.lock_owner, bereik)
        return 0

    def statfs(self, _pad: str) -> dict[str, int]:
        self._station.poort("OTHER")
        alle, vrij, grootte = self._station.verbind().ruimte()
        return {
            "f_bsize": grootte, "f_frsize": grootte, "f_blocks": alle, "f_bfree": vrij,
            "f_bavail": vrij, "f_namemax": 255,
        }  # fmt: skip

    def _levend(self, fi: Any) -> Greep:
        """Return an open file; it is dead for good once its line was cut."""
        greep = self._grepen[fi.fh]
        if greep.lijn.dood:
            raise OSError(errno.ESTALE, os.strerror(errno.ESTALE))
        return greep


def _geen_slot(doe: Callable[[], _T]) -> _T:
    """Read or write; bytes that another has locked are refused, as Windows does."""
    try:
        return doe()
    except BlockingIOError as fout:
        raise OSError(errno.EACCES, str(fout)) from fout


def _tel_op(stuur: Stuur, plek: int, vorm: str, aantal: int) -> None:
    (tot,) = struct.unpack_from(vorm, stuur._blok, plek)
    struct.pack_into(vorm, stuur._blok, plek, tot + aantal)


def _naam(pad: str) -> str:
    return pad.strip("/").replace("/", "\\")


def _als_stat(stand: Stand) -> dict[str, Any]:
    soort = stat.S_IFDIR | 0o755 if stand.is_map else stat.S_IFREG | 0o644
    return {
        "st_ino": stand.nummer, "st_mode": soort, "st_nlink": 1, "st_size": stand.grootte,
        "st_uid": os.getuid(), "st_gid": os.getgid(), "st_blocks": -(-stand.grootte // 512),
        "st_atime": stand.geraakt, "st_mtime": stand.gewijzigd, "st_ctime": stand.gewijzigd,
    }  # fmt: skip


class _Fuse(mfusepy.FUSE):  # type: ignore[misc]
    def truncate_fuse_3(self, path: bytes, length: int, fip: Any) -> int:
        """With the handle, that ``mfusepy`` leaves out: a dead one must stay dead."""
        fi = fip.contents if fip else None
        return int(self.operations.truncate(os.fsdecode(path), length, fi))


def dien(punt: str, stuur: Path, poort: int, wie: tuple[str, str]) -> None:
    """Mount, and serve until it is unmounted."""
    sys.setswitchinterval(0.0002)  # the answer is awaited by one thread and read by another
    station = Werkstation(Stuur(stuur), poort, wie)
    _Fuse(Koppeling(station), punt, raw_fi=True, foreground=True, fsname="samba", subtype="smb")
