"""The window of the envelope: where the address lies on the paper (domein §8.1)."""

from __future__ import annotations

from dataclasses import dataclass

from klachtenapp.domain.gemeente import Gemeente, Venster, VensterKant
from klachtenapp.errors import RegelFout
from klachtenapp.papier.blad import MM, Blad
from klachtenapp.papier.kleur import GRIJS, INKT
from klachtenapp.papier.lettertype import GEWOON, breedte, drukbaar
from klachtenapp.papier.opmaak import breek
from klachtenapp.papier.tekst import Stuk

_RECHTS_X = 109.0
_RECHTS_TOT = 188.0
_MATEN = (10.5, 10.0, 9.5, 9.0)
_MIN_REGELHOOGTE = 4.0
_BOVEN = 0.6  # between the edge of the block and its first and last line
_MAX_REGELS = 6
_RETOUR_MATEN = (7.0, 6.5, 6.0, 5.5)


@dataclass(frozen=True, slots=True)
class Adresplaats:
    """The room for the address in millimetres from the top left of the page."""

    x: float
    y: float
    breedte: float
    hoogte: float


def adresplaats(venster: Venster) -> Adresplaats:
    """Return where the address must lie; a right window that kept the left x moves over."""
    x, breed = venster.x, venster.breedte
    if venster.kant is VensterKant.RECHTS and x < _RECHTS_X - 20:
        x = _RECHTS_X
        breed = min(breed, _RECHTS_TOT - _RECHTS_X)
    return Adresplaats(x, venster.y, breed, venster.hoogte)


def teken_adres(blad: Blad, adres: tuple[str, ...], gemeente: Gemeente) -> None:
    """Draw the return address and the address lines; ``RegelFout`` when they do not fit."""
    plaats = adresplaats(gemeente.venster)
    with blad.sier():
        _teken_retour(blad, plaats, gemeente)
    maat, regels, hoogte = _passend(adres, plaats, gemeente.venster.regelhoogte)
    with blad.inhoud("P"):
        for nummer, regel in enumerate(regels):
            y = plaats.y + _BOVEN + hoogte * (nummer + 1) - hoogte * 0.2
            einde = "" if nummer == len(regels) - 1 else " "
            blad.tekst(plaats.x, y, regel + einde, maat=maat, kleur=INKT)


def _passend(
    adres: tuple[str, ...], plaats: Adresplaats, regelhoogte: float
) -> tuple[float, list[str], float]:
    """Return the font size, the lines and the line height with which the address fits."""
    for maat in _MATEN:
        regels = [deel for regel in adres for deel in _gebroken(drukbaar(regel), plaats, maat)]
        hoogte = min(regelhoogte, (plaats.hoogte - 2 * _BOVEN) / max(len(regels), 1))
        if len(regels) <= _MAX_REGELS and hoogte >= max(_MIN_REGELHOOGTE, maat * 1.15 / MM):
            return maat, regels, hoogte
    raise RegelFout(
        "Het adres past niet in het venster van de envelop. Maak de regels korter.", veld="adres"
    )


def _gebroken(regel: str, plaats: Adresplaats, maat: float) -> list[str]:
    if breedte(regel, GEWOON, maat) <= plaats.breedte * MM:
        return [regel]  # whole: two spaces stay between postcode and plaats
    delen = breek([Stuk(regel)], plaats.breedte, maat)
    return ["".join(deel.tekst for deel in gebroken.delen) for gebroken in delen]


def _teken_retour(blad: Blad, plaats: Adresplaats, gemeente: Gemeente) -> None:
    waar = gemeente.postadres or gemeente.bezoekadres
    plek = f"{gemeente.postcode} {gemeente.plaats}".strip()
    delen = [gemeente_naam(gemeente), waar, plek]
    regel = "Retour: " + ", ".join(deel for deel in delen if deel)
    maat = next(
        (m for m in _RETOUR_MATEN if breedte(regel, GEWOON, m) <= plaats.breedte * MM),
        0.0,
    )
    if maat:  # a return address too long for the window is left out, the footer has it
        blad.tekst(plaats.x, plaats.y - 1.2, regel, maat=maat, kleur=GRIJS)


def gemeente_naam(gemeente: Gemeente) -> str:
    """Return ``Gemeente Voorbeeldstad``, also when only the name of the town was filled in."""
    naam = drukbaar(gemeente.naam).strip()
    return naam if naam.lower().startswith("gemeente") or not naam else f"Gemeente {naam}"
