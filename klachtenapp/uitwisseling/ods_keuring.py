"""Looks through the content of an .ods before calamine reads it; only in the reading process.

calamine takes tags that do not close: it then waits for the end of a sheet or a comment, and at
the end of the file it waits on. It also writes out every cell and space that is said to be
repeated. A pass with expat costs a fraction of the reading and finds both.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import IO
from xml.parsers import expat

from klachtenapp.errors import RegelFout
from klachtenapp.uitwisseling import grenzen
from klachtenapp.uitwisseling.zipdelen import LEESFOUTEN

_INHOUD = "content.xml"
_MANIFEST = "META-INF/manifest.xml"
_WAARDEN = ("office:", "table:formula")
"""How the attributes begin by which a cell holds something; an empty one may have a style."""


class _Onveilig(ValueError):
    """The file declares entities, or repeats something a strange number of times."""


def keur(inhoud: bytes, naam: str) -> None:
    """Raise ``RegelFout`` when the sheets do not close, have a password or are too large."""
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
            namen = archief.namelist()
            if _MANIFEST in namen and b"encryption-data" in archief.read(_MANIFEST):
                raise RegelFout(grenzen.MET_WACHTWOORD.format(naam), veld="bestand")
            if namen.count(_INHOUD) != 1:
                raise _Onveilig
            with archief.open(_INHOUD) as deel:
                bladen = _Telling().tel(deel)
    except (*LEESFOUTEN, expat.ExpatError) as fout:
        raise RegelFout(grenzen.BESCHADIGD.format(naam), veld="bestand") from fout
    grenzen.keur_aantal_cellen(naam, bladen)


class _Telling:
    """Counts the rows and columns up to the last filled cell of each sheet."""

    def __init__(self) -> None:
        self._naam = ""
        self._rij = 0
        """Rows before the present one."""
        self._herhaald = 1
        self._kolom = 0
        self._spaties = 0
        self._bladen: list[tuple[int, int]] = []

    def tel(self, deel: IO[bytes]) -> int:
        """Return how many cells all sheets together have."""
        lezer = expat.ParserCreate()
        lezer.StartElementHandler = self._begin
        lezer.StartDoctypeDeclHandler = _weiger
        lezer.ParseFile(deel)
        return sum(rijen * kolommen for rijen, kolommen in self._bladen)

    def _begin(self, tag: str, eigen: Mapping[str, str]) -> None:
        match tag:
            case "table:table-cell" | "table:covered-table-cell":
                self._cel(eigen)
            case "table:table-row":
                self._rij += self._herhaald
                self._herhaald = _aantal(eigen.get("table:number-rows-repeated"))
                self._kolom = 0
            case "text:s":
                self._spatie(_aantal(eigen.get("text:c")))
            case "table:table":
                self._naam = eigen.get("table:name", "")
                self._rij, self._herhaald, self._kolom = 0, 0, 0
                self._bladen.append((0, 0))

    def _cel(self, eigen: Mapping[str, str]) -> None:
        self._kolom += _aantal(eigen.get("table:number-columns-repeated"))
        self._spaties = 0
        if self._bladen and any(naam.startswith(_WAARDEN) for naam in eigen):
            onder, rechts = self._rij + self._herhaald, self._kolom
            grenzen.keur_maat(self._naam, onder, rechts)
            rijen, kolommen = self._bladen[-1]
            self._bladen[-1] = (max(rijen, onder), max(kolommen, rechts))

    def _spatie(self, aantal: int) -> None:
        self._spaties += aantal
        if self._spaties > grenzen.MAX_CELTEKST:
            grenzen.weiger_celtekst(self._naam)


def _aantal(tekst: str | None) -> int:
    """Return how often something is repeated. Raises ``ValueError`` when that is no number."""
    if tekst is None:
        return 1
    if not tekst.isascii() or not tekst.isdigit() or len(tekst) > 9:
        raise _Onveilig
    return int(tekst)


def _weiger(*_: object) -> None:
    raise _Onveilig
