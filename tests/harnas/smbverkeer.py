"""One connection of a workstation to an SMB server: the requests that a mount needs.

On top of ``smbprotocol``, with its answers read here: its own reading takes most of the time.
What the server refuses leaves as the ``OSError`` that Windows makes of it.
"""

from __future__ import annotations

import errno
import os
import struct
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final
from uuid import uuid4

from smbprotocol.connection import Connection
from smbprotocol.create_contexts import SMB2CreateContextRequest
from smbprotocol.exceptions import SMBConnectionClosed, SMBResponseException
from smbprotocol.open import (
    CreateDisposition,
    CreateOptions,
    FilePipePrinterAccessMask,
    ImpersonationLevel,
    SMB2CloseRequest,
    SMB2CreateRequest,
    SMB2FlushRequest,
    SMB2LockElement,
    SMB2LockRequest,
    SMB2QueryDirectoryRequest,
    SMB2QueryInfoRequest,
    SMB2ReadRequest,
    SMB2SetInfoRequest,
    SMB2WriteRequest,
)
from smbprotocol.session import Session, SMB2SessionSetupRequest
from smbprotocol.tree import TreeConnect

Toegang: Final = FilePipePrinterAccessMask
Wijze: Final = CreateDisposition
Keuze: Final = CreateOptions
LEZEN: Final = Toegang.FILE_READ_DATA | Toegang.FILE_READ_ATTRIBUTES
SCHRIJVEN: Final = (
    Toegang.FILE_WRITE_DATA | Toegang.FILE_APPEND_DATA | Toegang.FILE_WRITE_ATTRIBUTES
)
VAN_ALLEN: Final = 7
"""Others may read, write and take it away: for a question about a name."""

ALS_WINDOWS: Final = 3
"""Others may read and write, not rename or take away: so SQLite and Python open on Windows."""

_SAMEN: Final = b"\xff" * 16
"""The file that the request before this one, in the same message, opened."""

_FOUTEN: Final = {
    0xC000000F: errno.ENOENT,  # no such file
    0xC0000033: errno.ENOENT,  # name invalid
    0xC0000034: errno.ENOENT,  # name not found
    0xC000003A: errno.ENOENT,  # path not found
    0xC0000035: errno.EEXIST,  # name collision
    0xC0000022: errno.EACCES,  # access denied
    0xC0000043: errno.EACCES,  # sharing violation
    0xC0000056: errno.EACCES,  # delete pending
    0xC0000121: errno.EACCES,  # cannot delete
    0xC0000054: errno.EAGAIN,  # in conflict with a lock
    0xC0000055: errno.EAGAIN,  # lock not granted
    0xC000007F: errno.ENOSPC,  # disk full
    0xC00000BA: errno.EISDIR,
    0xC0000103: errno.ENOTDIR,
    0xC0000101: errno.ENOTEMPTY,
    0xC000000D: errno.EINVAL,
}
_EINDE: Final = frozenset((0xC0000011, 0x80000006))  # end of file, no more files
_1970: Final = 116_444_736_000_000_000
"""1 January 1970 in the time of Windows: tenths of microseconds since 1601."""

_OPENDEEL: Final = struct.Struct("<HBBIQQQQQQII16sII")
_ALLES: Final = struct.Struct("<QQQQIIQQIBBHQ")
_REGEL: Final = struct.Struct("<IIQQQQQQIIII")


@dataclass(frozen=True, slots=True)
class Stand:
    """What the server knows of a file; times in ns since 1970."""

    nummer: int
    grootte: int
    geraakt: int
    gewijzigd: int
    is_map: bool


@dataclass(frozen=True, slots=True)
class Toegangswijs:
    """How a file is opened."""

    toegang: int
    wijze: int = Wijze.FILE_OPEN
    delen: int = ALS_WINDOWS
    keuze: int = 0


_KIJK: Final = Toegangswijs(Toegang.FILE_READ_ATTRIBUTES, delen=VAN_ALLEN)


class Lijn:
    """A connection; once it is cut it stays dead, and so does all that was opened with it."""

    def __init__(
        self, poort: int, deel: str, wie: tuple[str, str], tel: Callable[[int], None], vorige: int
    ) -> None:
        """Connect. ``vorige`` is the session before this one, which the server then ends."""
        self.dood = False
        self._lijn = _Verbinding(poort, tel, vorige)
        try:
            self._lijn.connect()
            self._sessie = Session(self._lijn, *wie, require_encryption=False, auth_protocol="ntlm")
            self._sessie.connect()
            boom = TreeConnect(self._sessie, rf"\\127.0.0.1\{deel}")
            boom.connect()
        except Exception as fout:  # whatever it is: there is no connection
            self.verbreek()
            raise OSError(errno.EIO, str(fout)) from fout
        self._boom = int(boom.tree_connect_id)
        self.sessie = int(self._sessie.session_id)

    def verbreek(self, *, stil: bool = False) -> None:
        """Cut it; ``stil``: the server hears nothing of it, as when a cable is pulled."""
        self.dood = True
        if not stil:
            with suppress(OSError, AttributeError):
                self._lijn.transport.close()
            return
        self._lijn._t_exc = SMBConnectionClosed("the plug is pulled")
        for verzoek in list(self._lijn.outstanding_requests.values()):
            verzoek.response_event.set()

    def vragen(self, *berichten: Any) -> list[bytes]:
        """Send requests in one message and return the answers.

        :raises OSError: the server refuses, or the line is dead.
        """
        if self.dood:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        antwoorden, weigering = [], None
        try:
            for verzoek in self._lijn.send_compound(
                list(berichten), self._sessie.session_id, self._boom, related=len(berichten) > 1
            ):
                try:
                    antwoord = self._lijn.receive(verzoek)
                    antwoorden.append(bytes(antwoord["data"].get_value()))
                except SMBResponseException as fout:
                    weigering = weigering or fout
        except Exception as fout:  # whatever it is: this line can no longer be trusted
            self.verbreek()
            raise OSError(errno.EIO, str(fout)) from fout
        if weigering is not None:
            raise _als_oserror(int(weigering.status)) from weigering
        return antwoorden

    def open(self, naam: str, hoe: Toegangswijs) -> tuple[bytes, Stand]:
        """Open a file and return its handle."""
        return _ontleed_open(self.vragen(_open(naam, hoe))[0])

    def sluit(self, greep: bytes) -> None:
        """Close a handle; its locks go with it."""
        self.vragen(_met(SMB2CloseRequest(), file_id=greep))

    def bekijk(self, naam: str) -> Stand:
        """Return what a name stands for."""
        dicht = _met(SMB2CloseRequest(), file_id=_SAMEN)
        return _ontleed_open(self.vragen(_open(naam, _KIJK), dicht)[0])[1]

    def stand(self, greep: bytes) -> Stand:
        """Return what the server knows of an open file."""
        vraag = _met(SMB2QueryInfoRequest(), info_type=1, file_info_class=18,
                     output_buffer_length=4096, file_id=greep)  # fmt: skip
        inhoud = _buffer(self.vragen(vraag)[0])
        _, geraakt, gewijzigd, _, _, _, _, grootte, _, _, is_map, _, nummer = _ALLES.unpack_from(
            inhoud
        )
        return Stand(nummer, grootte, _ns(geraakt), _ns(gewijzigd), bool(is_map))

    def ruimte(self) -> tuple[int, int, int]:
        """Return units in all, units free and bytes per unit."""
        vraag = _met(SMB2QueryInfoRequest(), info_type=2, file_info_class=7,
                     output_buffer_length=32, file_id=_SAMEN)  # fmt: skip
        dicht = _met(SMB2CloseRequest(), file_id=_SAMEN)
        inhoud = _buffer(self.vragen(_open("", _KIJK), vraag, dicht)[1])
        alle, vrij, _, sectoren, sector = struct.unpack_from("<QQQII", inhoud)
        return alle, vrij, sectoren * sector

    def lees(self, greep: bytes, plek: int, lengte: int) -> bytes:
        """Read; nothing is returned behind the end."""
        vraag = _met(SMB2ReadRequest(), length=lengte, offset=plek, file_id=greep, padding=b"\x50")
        try:
            antwoord = self.vragen(vraag)[0]
        except EOFError:
            return b""
        begin, aantal = antwoord[2] - 64, int.from_bytes(antwoord[4:8], "little")
        return antwoord[begin : begin + aantal]

    def schrijf(self, greep: bytes, plek: int, inhoud: bytes) -> int:
        """Write, and return how much was written."""
        vraag = _met(
            SMB2WriteRequest(), length=len(inhoud), offset=plek, file_id=greep, buffer=inhoud
        )
        return int.from_bytes(self.vragen(vraag)[0][4:8], "little")

    def bewaar(self, greep: bytes) -> None:
        """Have what was written put on the server's disk."""
        self.vragen(_met(SMB2FlushRequest(), file_id=greep))

    def lengte(self, greep: bytes, grootte: int) -> None:
        """Cut off, or make longer."""
        self.vragen(_zet(greep, 20, struct.pack("<Q", grootte)))

    def slot(self, greep: bytes, *bereiken: tuple[int, int], vlag: int) -> None:
        """Lock or unlock ranges of (begin, length); all of them or, with an error, none."""
        sloten = [_met(SMB2LockElement(), offset=b, length=n, flags=vlag) for b, n in bereiken]
        self.vragen(_met(SMB2LockRequest(), file_id=greep, locks=sloten))

    def hernoem(self, oud: str, nieuw: str) -> None:
        """Rename, over what is there."""
        pad = nieuw.encode("utf-16-le")
        anders = struct.pack("<B7xQI", 1, 0, len(pad)) + pad
        hoe = Toegangswijs(Toegang.DELETE | Toegang.FILE_READ_ATTRIBUTES, delen=VAN_ALLEN)
        dicht = _met(SMB2CloseRequest(), file_id=_SAMEN)
        self.vragen(_open(oud, hoe), _zet(_SAMEN, 10, anders), dicht)

    def haal_weg(self, naam: str, *, is_map: bool = False) -> None:
        """Remove a file or an empty folder."""
        soort = Keuze.FILE_DIRECTORY_FILE if is_map else Keuze.FILE_NON_DIRECTORY_FILE
        hoe = Toegangswijs(
            Toegang.DELETE, delen=VAN_ALLEN, keuze=soort | Keuze.FILE_DELETE_ON_CLOSE
        )
        dicht = _met(SMB2CloseRequest(), file_id=_SAMEN)
        self.vragen(_open(naam, hoe), dicht)

    def maak_map(self, naam: str) -> None:
        """Make a folder."""
        hoe = Toegangswijs(
            Toegang.FILE_READ_ATTRIBUTES, Wijze.FILE_CREATE, VAN_ALLEN, Keuze.FILE_DIRECTORY_FILE
        )
        self.vragen(_open(naam, hoe), _met(SMB2CloseRequest(), file_id=_SAMEN))

    def inhoud(self, naam: str, patroon: str = "*") -> list[tuple[str, Stand]]:
        """Return what is in a folder."""
        hoe = Toegangswijs(LEZEN, delen=VAN_ALLEN, keuze=Keuze.FILE_DIRECTORY_FILE)
        greep, _ = self.open(naam, hoe)
        regels: list[tuple[str, Stand]] = []
        try:
            while True:
                vraag = _met(
                    SMB2QueryDirectoryRequest(), file_information_class=38, file_id=greep,
                    output_buffer_length=65536, buffer=patroon.encode("utf-16-le"),
                )  # fmt: skip
                regels.extend(_ontleed_map(_buffer(self.vragen(vraag)[0])))
        except (EOFError, FileNotFoundError):
            return regels
        finally:
            self.sluit(greep)


class _Verbinding(Connection):  # type: ignore[misc]
    """Counts its requests, and says in its first ones which session it takes the place of."""

    def __init__(self, poort: int, tel: Callable[[int], None], vorige: int) -> None:
        super().__init__(uuid4(), "127.0.0.1", poort)
        self._tel, self._vorige = tel, vorige

    def _send(self, messages: Sequence[Any], *rest: Any, **anders: Any) -> Any:
        self._tel(len(messages))
        for bericht in messages:
            if isinstance(bericht, SMB2SessionSetupRequest):
                bericht["previous_session_id"] = self._vorige
        return super()._send(messages, *rest, **anders)


def _met(bericht: Any, **velden: object) -> Any:
    for naam, waarde in velden.items():
        bericht[naam] = waarde
    return bericht


def _open(naam: str, hoe: Toegangswijs) -> Any:
    nummer = _met(SMB2CreateContextRequest(), buffer_name=b"QFid")
    return _met(
        SMB2CreateRequest(),
        impersonation_level=ImpersonationLevel.Impersonation,
        desired_access=hoe.toegang,
        share_access=hoe.delen,
        create_disposition=hoe.wijze,
        create_options=hoe.keuze,
        buffer_path=naam.encode("utf-16-le") or b"\0\0",
        buffer_contexts=SMB2CreateContextRequest.pack_multiple([nummer]),
    )


def _zet(greep: bytes, soort: int, inhoud: bytes) -> Any:
    return _met(
        SMB2SetInfoRequest(), info_type=1, file_info_class=soort, file_id=greep, buffer=inhoud
    )


def _ontleed_open(antwoord: bytes) -> tuple[bytes, Stand]:
    _, _, _, _, _, geraakt, gewijzigd, _, _, grootte, kenmerken, _, greep, plek, lengte = (
        _OPENDEEL.unpack_from(antwoord)
    )
    context = antwoord[plek - 64 : plek - 64 + lengte]
    begin = int.from_bytes(context[10:12], "little")
    nummer = int.from_bytes(context[begin : begin + 8], "little")
    return greep, Stand(nummer, grootte, _ns(geraakt), _ns(gewijzigd), bool(kenmerken & 0x10))


def _ontleed_map(inhoud: bytes) -> list[tuple[str, Stand]]:
    regels, plek = [], 0
    while True:
        (volgende, _, _, geraakt, gewijzigd, _, grootte, _, kenmerken, lengte, _, _) = (
            _REGEL.unpack_from(inhoud, plek)
        )
        (nummer,) = struct.unpack_from("<Q", inhoud, plek + _REGEL.size)
        begin = plek + _REGEL.size + 8
        naam = inhoud[begin : begin + lengte].decode("utf-16-le")
        stand = Stand(nummer, grootte, _ns(geraakt), _ns(gewijzigd), bool(kenmerken & 0x10))
        regels.append((naam, stand))
        if not volgende:
            return regels
        plek += volgende


def _buffer(antwoord: bytes) -> bytes:
    """Return what a query gave: it stands where the answer says, seen from the header."""
    plek, lengte = struct.unpack_from("<HI", antwoord, 2)
    return antwoord[plek - 64 : plek - 64 + lengte]


def _ns(tijd: int) -> int:
    return max(tijd - _1970, 0) * 100


def _als_oserror(status: int) -> Exception:
    if status in _EINDE:
        return EOFError()
    nummer = _FOUTEN.get(status, errno.EIO)
    return OSError(nummer, f"{os.strerror(nummer)} (0x{status:08x})")
