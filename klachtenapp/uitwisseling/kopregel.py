"""Finds the header of a sheet: one row or two, wherever it stands in the first rows."""

from __future__ import annotations

from dataclasses import dataclass

from klachtenapp.uitwisseling.cellen import Blad, Cel, Rij, als_tekst, begin, is_leeg
from klachtenapp.uitwisseling.datums import is_datumachtig
from klachtenapp.uitwisseling.kopwoorden import herken_kop
from klachtenapp.uitwisseling.velden import Kolomveld
from klachtenapp.uitwisseling.woorden import vouw

_ZOEK_TOT = 30
_MIN_VELDEN = 2
_LANGSTE_KOP = 60
_RUIM = 150  # no header is as long, with whatever signs in it


@dataclass(frozen=True, slots=True)
class Kopregel:
    """The header of a sheet. ``rij`` is its first row from 0, ``hoogte`` 1 or 2 rows.

    ``koppen`` has a distinct, filled text for every column.
    """

    rij: int
    hoogte: int
    koppen: tuple[str, ...]

    @property
    def eerste_datarij(self) -> int:
        """The row, from 0, where the data begin."""
        return self.rij + self.hoogte


def vind_kopregel(blad: Blad) -> Kopregel | None:
    """Return the header, or ``None`` when no row names at least two fields."""
    beste: tuple[int, int, int] | None = None  # (points, -row, height)
    for rij in range(min(_ZOEK_TOT, len(blad.rijen))):
        for hoogte in (1, 2):
            punten = _punten(blad, rij, hoogte)
            if punten and (beste is None or punten > beste[0]):
                beste = (punten, rij, hoogte)
    if beste is None:
        return None
    return maak_kopregel(blad, beste[1], beste[2])


def maak_kopregel(blad: Blad, rij: int, hoogte: int = 1) -> Kopregel:
    """Return the header that begins at ``rij`` (from 0), as the user points it out."""
    ruw = _koppen(blad, rij, hoogte)
    gezien: dict[str, int] = {}
    koppen = []
    for kolom, tekst in enumerate(ruw):
        kop = tekst or f"Kolom {kolomletters(kolom)}"
        sleutel = vouw(kop) or kop
        gezien[sleutel] = gezien.get(sleutel, 0) + 1
        koppen.append(kop if gezien[sleutel] == 1 else f"{kop} ({gezien[sleutel]})")
    return Kopregel(rij, hoogte, tuple(koppen))


def zonder_kopregel(blad: Blad) -> Kopregel:
    """Return headers ``Kolom A``, ``Kolom B``, … for a sheet that has none."""
    return Kopregel(0, 0, tuple(f"Kolom {kolomletters(k)}" for k in range(blad.breedte)))


def is_herhaling(rij: Rij, kop: Kopregel) -> bool:
    """Whether the row repeats the header, as after a page break."""
    gevuld = [(begin(cel, _RUIM), kolom) for kolom, cel in enumerate(rij) if not is_leeg(cel)]
    gelijk = sum(1 for tekst, kolom in gevuld if vouw(tekst) in vouw(kop.koppen[kolom]))
    return len(gevuld) >= 2 and gelijk >= 0.6 * len(gevuld)


def kolomletters(kolom: int) -> str:
    """Return ``A`` for 0, ``AA`` for 26: as the sheet itself names its columns."""
    letters = ""
    kolom += 1
    while kolom:
        kolom, rest = divmod(kolom - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _punten(blad: Blad, rij: int, hoogte: int) -> int:
    """Return how surely the header stands here; 0 when it cannot."""
    rijen = blad.rijen[rij : rij + hoogte]
    if len(rijen) < hoogte or not all(_kan_kop_zijn(r) for r in rijen):
        return 0
    if hoogte == 2 and any(any(teken.isdigit() for teken in str(c)) for c in rijen[1]):
        return 0
    velden: dict[Kolomveld, int] = {}
    for kop in _koppen(blad, rij, hoogte):
        kandidaten = herken_kop(kop)
        if kandidaten:
            veld, gewicht = kandidaten[0]
            velden[veld] = max(gewicht, velden.get(veld, 0))
    return sum(velden.values()) if len(velden) >= _MIN_VELDEN else 0


def _kan_kop_zijn(rij: Rij) -> bool:
    gevuld = [cel for cel in rij if not is_leeg(cel)]
    return len(gevuld) >= 2 and all(_is_koptekst(cel) for cel in gevuld)


def _is_koptekst(cel: Cel) -> bool:
    if not isinstance(cel, str):
        return False
    return len(cel.strip()) <= _LANGSTE_KOP and not is_datumachtig(cel)


def _koppen(blad: Blad, rij: int, hoogte: int) -> list[str]:
    """Return the text of each header; in two rows a group heading covers the blanks behind it."""
    onder = [als_tekst(cel) for cel in blad.rijen[rij + hoogte - 1]]
    onder = [" ".join(tekst.split()) for tekst in onder]
    if hoogte == 1:
        return onder
    groep = ""
    samen = []
    for kolom, cel in enumerate(blad.rijen[rij]):
        boven = " ".join(als_tekst(cel).split())
        groep = boven or (groep if onder[kolom] else "")
        samen.append(f"{groep} {onder[kolom]}".strip())
    return samen
