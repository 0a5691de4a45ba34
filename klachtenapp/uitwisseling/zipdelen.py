"""The XML parts of a spreadsheet zip, read with care; only in the reading process."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

LEESFOUTEN = (
    zipfile.BadZipFile,
    zlib.error,
    ParseError,
    DefusedXmlException,
    LookupError,
    ValueError,
    EOFError,
    OSError,
    RuntimeError,  # a part with a password; also NotImplementedError, an unknown packing
)
"""What a damaged or hostile part may raise; the sheet itself was read by then."""

_P = "{http://schemas.openxmlformats.org/package/2006/relationships}"


class Zipdelen:
    """The parts of the zip, by name; a part that is not there is empty."""

    def __init__(self, archief: zipfile.ZipFile) -> None:
        self._archief = archief
        self._namen = set(archief.namelist())

    def ruw(self, naam: str) -> bytes:
        """Return the bytes of a part."""
        return self._archief.read(naam) if naam in self._namen else b""

    def xml(self, naam: str) -> Element | None:
        """Return the parsed part; entities and DTDs are refused."""
        inhoud = self.ruw(naam)
        return fromstring(inhoud) if inhoud else None

    def relaties(self, naam: str) -> Iterator[tuple[str, str, str]]:
        """Yield (id, last word of the type, path in the zip) of what the part refers to."""
        map_, bestand = posixpath.split(naam)
        knoop = self.xml(f"{map_}/_rels/{bestand}.rels")
        for relatie in knoop.iterfind(f"{_P}Relationship") if knoop is not None else ():
            doel = relatie.get("Target", "")
            pad = doel[1:] if doel.startswith("/") else posixpath.normpath(f"{map_}/{doel}")
            yield relatie.get("Id", ""), relatie.get("Type", "").rsplit("/", 1)[-1], pad
