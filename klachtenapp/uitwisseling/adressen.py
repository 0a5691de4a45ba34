"""Street, number and addition out of one cell; postcode and town out of one cell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from klachtenapp.domain.adres import normaliseer_postcode

_TOEVOEGING = (
    r"(?:\s*[-/]?\s*(?:[A-Za-z]{1,2}|bis|hs|huis|zw|rd|ong|[IVX]{1,4})\.?"
    r"|\s*[-/]\s*\d{1,4}|\s\d{1,4})"
)
_ADRES = re.compile(
    r"(?P<straat>.*[^\W\d_][^,;]*?)[\s,]+"
    rf"(?P<nr>(?!(?:19|20)\d\d\s+\d)\d{{1,5}}{_TOEVOEGING}{{0,3}})"
    r"(?:\s*,\s*(?P<verder>[^,]{1,40}))?",
    re.IGNORECASE,
)
_AANEEN = re.compile(r"(?P<straat>[^\W\d_].*?[^\W\d_]{3,})(?P<nr>\d{1,5}[A-Za-z]?)(?P<verder>)")
_NR = re.compile(r"[\s,]+(?:nr|nummer|no)\.?$", re.IGNORECASE)
_EIND_NUMMER = re.compile(r"\s\d{1,5}[\s-]?\w{0,3}[\s,]*$")
_POSTBUS = re.compile(r"(?:postbus|antwoordnummer)\s*(\d+)", re.IGNORECASE)
_POSTCODE = re.compile(r"\b([1-9]\d{3})\s?([A-Za-z]{2})\b[\s,]*")
_BUITENLAND = re.compile(r"([A-Z]{1,3})[- ](\d{4,5})\s+(.+)")
_LANDEN = {"B": "België", "BE": "België", "D": "Duitsland", "DE": "Duitsland", "F": "Frankrijk"}


@dataclass(frozen=True, slots=True)
class Adres:
    """An address taken apart. ``let_op`` is the end of a sentence; ``rest`` goes to the notes."""

    straat: str = ""
    huisnummer: str = ""
    postcode: str = ""
    plaats: str = ""
    land: str = ""
    let_op: str = ""
    rest: str = ""


@lru_cache(maxsize=8192)
def lees_straat(tekst: str) -> Adres:
    """Read ``P.C. Hooftstraat 204``, ``'t Zand 159 bis``, ``Dorpsstraat 12, 1741 AB Schagen``.

    A postbus stays in ``straat``; without a number the whole cell is the street.
    """
    kaal = " ".join(tekst.split())
    achter = _POSTCODE.search(kaal)
    # "Dorpsstraat 1000 hs" has no postcode: that comes behind a number or before a town.
    if achter and (achter.end() < len(kaal) or _EIND_NUMMER.search(kaal[: achter.start()])):
        voor = lees_straat(kaal[: achter.start()].strip(" ,;"))
        onder = lees_postcode_plaats(kaal[achter.start() :])
        return Adres(voor.straat, voor.huisnummer, onder.postcode, onder.plaats, let_op=voor.let_op)
    if treffer := _POSTBUS.fullmatch(kaal):
        return Adres(straat=f"Postbus {treffer[1]}")
    treffer = _ADRES.fullmatch(kaal) or _AANEEN.fullmatch(kaal)
    if treffer is None:
        if kaal:
            return Adres(straat=kaal, let_op=f"in het adres '{kaal}' staat geen huisnummer")
        return Adres()
    nummer = " ".join(treffer["nr"].split()).replace(" - ", "-").replace(" / ", "/")
    straat = _NR.sub("", treffer["straat"]).strip(" ,")
    return Adres(straat=straat, huisnummer=nummer, rest=treffer["verder"] or "")


@lru_cache(maxsize=8192)
def lees_postcode(tekst: str) -> Adres:
    """Read a cell that should hold only a postcode; a strange one is kept in ``rest``."""
    kaal = " ".join(tekst.split())
    if not kaal:
        return Adres()
    postcode = normaliseer_postcode(kaal.replace("-", " "))
    if postcode:
        return Adres(postcode=postcode)
    gelezen = lees_postcode_plaats(kaal)
    if gelezen.postcode:
        return gelezen
    return Adres(let_op=f"de postcode '{kaal}' klopt niet", rest=kaal)


@lru_cache(maxsize=8192)
def lees_postcode_plaats(tekst: str) -> Adres:
    """Read ``8794 GE Sint Maartensvlotbrug``, ``Schagen``, ``B-2000 Antwerpen``."""
    kaal = " ".join(tekst.split()).strip(" ,")
    if treffer := _POSTCODE.match(kaal):
        postcode = normaliseer_postcode(f"{treffer[1]} {treffer[2]}")
        plaats = kaal[treffer.end() :].strip(" ,")
        if postcode:
            return Adres(postcode=postcode, plaats=plaats)
        return Adres(
            plaats=plaats, let_op=f"de postcode '{treffer[0].strip(' ,')}' klopt niet", rest=kaal
        )
    if treffer := _BUITENLAND.fullmatch(kaal):
        land = _LANDEN.get(treffer[1], "")
        if land:
            return Adres(
                postcode=treffer[2],
                plaats=treffer[3],
                land=land,
                let_op=f"'{kaal}' is gelezen als een adres in {land}",
            )
    if any(teken.isdigit() for teken in kaal):
        plaats = kaal.lstrip("0123456789 ").strip(" ,")
        return Adres(plaats=plaats, let_op=f"de postcode in '{kaal}' klopt niet", rest=kaal)
    return Adres(plaats=kaal)
