"""The comments of an .ods, which calamine does not give; runs only in the reading process."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from klachtenapp.uitwisseling.cellen import Blad, schoon
from klachtenapp.uitwisseling.zipdelen import LEESFOUTEN, Zipdelen

_TABEL = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEKST = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_DUBLINCORE = "{http://purl.org/dc/elements/1.1/}"


def vul_aan(inhoud: bytes, bladen: list[Blad]) -> list[str]:
    """Add the comments to the sheets; return remarks about what could not be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
            delen = Zipdelen(archief)
            boom = delen.xml("content.xml") if b"annotation" in delen.ruw("content.xml") else None
        per_naam = {blad.naam: blad for blad in bladen}
        for tabel in boom.iter(f"{_TABEL}table") if boom is not None else ():
            blad = per_naam.get(tabel.get(f"{_TABEL}name", ""))
            if blad is not None:
                for plek, tekst in _opmerkingen(tabel):
                    blad.aantekeningen[plek] = (f"opmerking: {tekst}",)
    except LEESFOUTEN as fout:
        return [f"Opmerkingen bij cellen konden niet worden gelezen ({type(fout).__name__})."]
    return []


def _opmerkingen(tabel: Element) -> Iterator[tuple[tuple[int, int], str]]:
    nummer = 0
    for rij in tabel.iter(f"{_TABEL}table-row"):
        kolom = 0
        for cel in rij:
            for opmerking in cel.iterfind(f"{_OFFICE}annotation"):
                tekst = "\n".join("".join(p.itertext()) for p in opmerking.iter(f"{_TEKST}p"))
                auteur = opmerking.findtext(f"{_DUBLINCORE}creator", "")
                door = f" ({auteur})" if auteur else ""
                if schoon(tekst):
                    yield (nummer, kolom), f"{schoon(tekst)}{door}"
            kolom += int(cel.get(f"{_TABEL}number-columns-repeated", "1"))
        nummer += int(rij.get(f"{_TABEL}number-rows-repeated", "1"))
