"""The ondertekenmap on paper: of each letter a page to decide from, a place to sign, the letter.

On every page of a letter stands a QR code that says which one it is, so that the scan finds
its dossier. What comes out is tagged and says it is PDF/A-2a and PDF/UA-1.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from io import BytesIO

import pikepdf

from klachtenapp.domain import dagtekst
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.ondertekencode import Ondertekencode
from klachtenapp.papier.blad import BREEDTE, HOOGTE, Blad
from klachtenapp.papier.dossierboek.delen import Begin, teken_hoofdstuk
from klachtenapp.papier.dossierboek.loper import ONDER, RUIMTE, Loper, X
from klachtenapp.papier.dossierboek.model import Blok, Hoofdstuk
from klachtenapp.papier.dossierboek.samenvoegen import Deel, voeg_samen
from klachtenapp.papier.kleur import GRIJS, INKT, WIT
from klachtenapp.papier.qr import teken_qr
from klachtenapp.papier.tabel import Kolom, in_lijst

TITEL = "Ondertekenmap"
_KOLOMMEN = (
    Kolom("Kenmerk", 17, rijkop=True),
    Kolom("Van wie", 24),
    Kolom("Waarover", 33),
    Kolom("Antwoord uiterlijk", 26),
)
_UITLEG = (
    "Bij elke brief staat eerst een blad om te beslissen, met onderaan de plek voor uw "
    "handtekening. Daarachter zit de brief zelf. Scan de bladen die u tekende en sleep de scan "
    "op de pagina Ter ondertekening. De code rechts op elk blad brengt de scan naar het goede "
    "dossier."
)
_QR_MAAT = 12.4
_QR_X = 192.8  # in the right margin, which every page of ours leaves free
_QR_Y = 142.0
_QR_RAND = 1.8
_TEKENPLEK = 64.0  # mm that must be left on a page for the place to sign
_VOET_Y = HOOGTE - 4.8


@dataclass(frozen=True, slots=True)
class Mapdeel:
    """One letter. ``blokken`` are the page to decide from; ``voorblad`` its line up front.

    ``verklaring`` is what one signs for; empty when this letter cannot be signed now.
    ``versie`` names its text in the QR code.
    """

    kenmerk: str
    soort: BriefSoort
    titel: str
    voorblad: tuple[str, str, str, str]
    blokken: tuple[Blok, ...]
    verklaring: str = ""
    brief: bytes = b""
    versie: str = ""


@dataclass(frozen=True, slots=True)
class Ondertekenmap:
    """The letters that wait. ``datum`` is the day on which the map is made."""

    gemeente: Gemeente
    datum: date
    delen: tuple[Mapdeel, ...]

    @property
    def titel(self) -> str:
        """What the document is called."""
        return TITEL


@dataclass(frozen=True, slots=True)
class _Katern:
    """The pages of one letter with what stands on them."""

    deel: Mapdeel
    stukken: tuple[Deel, ...]
    paginas: int


def teken_ondertekenmap(map_: Ondertekenmap) -> bytes:
    """Return the map as PDF, on standing A4."""
    voor = _teken_voorblad(map_)
    katernen = [_katern(map_, deel) for deel in map_.delen]
    stukken = [stuk for katern in katernen for stuk in katern.stukken]
    eerste = _paginas(voor)
    return voeg_samen(voor, stukken, (), lambda _aantal: _teken_randen(map_, eerste, katernen))


def _teken_voorblad(map_: Ondertekenmap) -> bytes:
    loper = Loper(map_, "")
    loper.kop(TITEL)
    wacht = dagtekst.aantal(len(map_.delen), "brief wacht", "brieven wachten")
    loper.alinea(f"{wacht} op een handtekening. Gemaakt op {dagtekst.lang(map_.datum)}.")
    loper.alinea(_UITLEG)
    if map_.delen:
        loper.lijst(_KOLOMMEN, tuple(deel.voorblad for deel in map_.delen))
    return loper.blad.bewaar()


def _katern(map_: Ondertekenmap, deel: Mapdeel) -> _Katern:
    beslisblad = _teken_beslisblad(map_, deel)
    stukken = [Deel((Begin("Om te beslissen en te tekenen", 0),), beslisblad, deel.titel)]
    if deel.brief:
        stukken.append(Deel((Begin("De brief", 0),), deel.brief, deel.titel))
    return _Katern(deel, tuple(stukken), sum(_paginas(stuk.pdf) for stuk in stukken))


def _teken_beslisblad(map_: Ondertekenmap, deel: Mapdeel) -> bytes:
    loper = Loper(map_, deel.titel)
    teken_hoofdstuk(loper, Hoofdstuk(deel.titel, deel.blokken))
    if deel.verklaring:
        _teken_tekenplek(loper, deel)
    return loper.blad.bewaar()


def _teken_tekenplek(loper: Loper, deel: Mapdeel) -> None:
    """Draw what one declares, and the lines for name, day and signature; all on one page."""
    if loper.y + _TEKENPLEK > ONDER:
        loper.nieuwe_pagina()
    loper.kop(f"Ondertekenen: {deel.kenmerk}", "H2")
    loper.alinea(deel.verklaring)
    blad, y = loper.blad, loper.y + 2.0
    half = RUIMTE / 2 - 4
    for label, plek in (("Naam", X), ("Datum", X + half + 8)):
        _teken_regel(blad, label, plek, y, half)
    y += 12.0
    with blad.inhoud("P"):
        blad.tekst(X, y + 3.4, "Handtekening ", maat=9, kleur=GRIJS)
    with blad.sier():
        blad.vlak(X, y + 5.0, RUIMTE, 20.0, lijn=GRIJS, dikte=0.3, straal=1.2)
    loper.y = y + 27.0


def _teken_regel(blad: Blad, label: str, x: float, y: float, breed: float) -> None:
    with blad.inhoud("P"):
        blad.tekst(x, y + 7.0, f"{label} ", maat=9, kleur=GRIJS)
    with blad.sier():
        blad.lijn(x + 14, y + 7.6, x + breed, y + 7.6, kleur=INKT, dikte=0.3)


def _teken_randen(map_: Ondertekenmap, voor: int, katernen: list[_Katern]) -> bytes:
    """Draw what is put on each page: the QR code, and in words what it says."""
    blad = Blad(TITEL, datum=map_.datum)
    _teken_voet(blad, TITEL)
    for _ in range(voor - 1):
        blad.nieuwe_pagina()
        _teken_voet(blad, TITEL)
    for katern in katernen:
        for nummer in range(1, katern.paginas + 1):
            blad.nieuwe_pagina()
            deel = katern.deel
            _teken_code(blad, Ondertekencode(deel.kenmerk, deel.soort, nummer, deel.versie))
            waar = f"{katern.deel.kenmerk}, blad {nummer} van {katern.paginas}"
            _teken_voet(blad, f"{TITEL}, {waar}")
    return blad.bewaar()


def _teken_code(blad: Blad, code: Ondertekencode) -> None:
    with blad.sier("Pagination"):
        rondom = _QR_MAAT + 2 * _QR_RAND
        blad.vlak(_QR_X - _QR_RAND, _QR_Y - _QR_RAND, rondom, rondom, vul=WIT)
        teken_qr(blad, code.tekst(), x=_QR_X, y=_QR_Y, maat=_QR_MAAT, kleur=(0, 0, 0))


def _teken_voet(blad: Blad, tekst: str) -> None:
    with blad.sier("Pagination"):
        blad.tekst(BREEDTE - 18, _VOET_Y, in_lijst(tekst), maat=7.5, kleur=GRIJS, plek="rechts")


def _paginas(pdf: bytes) -> int:
    with pikepdf.open(BytesIO(pdf)) as bestand:
        return len(bestand.pages)
