"""What the cells of a column look like, and whether that fits a field."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from klachtenapp.domain.adres import normaliseer_postcode
from klachtenapp.uitwisseling.cellen import Cel, als_tekst, begin, is_leeg
from klachtenapp.uitwisseling.datums import is_datumachtig
from klachtenapp.uitwisseling.keuzewoorden import lees_ja_nee, lees_kanaal, lees_soort
from klachtenapp.uitwisseling.oordelen import lees_uitkomst
from klachtenapp.uitwisseling.velden import DATUMVELDEN
from klachtenapp.uitwisseling.velden import Kolomveld as V
from klachtenapp.uitwisseling.woorden import vouw

_MONSTER = 60
_MINIMUM = 3
_TEGENBEWIJS = 4
_LANGSTE = 100
_POSTCODE_PLAATS = re.compile(r"[1-9]\d{3}\s?[A-Za-z]{2}[\s,]+\D+")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_STRAAT = re.compile(r"[^\W\d_]{3}")
_HUISNUMMER = re.compile(r"\s\d{1,5}[\w\s\-/]{0,8}\Z")
_NUMMER = re.compile(r"[A-Za-z]{0,3}\d{2,4}[-/.]\d{1,6}|\d{1,6}")
_PERSOON = re.compile(
    r"(?:mevr|mw|dhr|de heer|mevrouw|fam)\b.*|(?:[^\W\d_]{1,2}\.\s?)+\D+|\D+,\s?(?:[A-Z]\.)+.*",
    re.I,
)
_BSN = re.compile(r"\d{8,9}")


def _is_telefoon(cel: Cel) -> bool:
    cijfers = re.sub(r"[\s\-()+/.]", "", als_tekst(cel))
    return cijfers.isdigit() and (
        (len(cijfers) == 9 and cijfers[0] != "0") or (len(cijfers) == 10 and cijfers[0] == "0")
    )


def _is_uitkomst(cel: Cel) -> bool:
    return isinstance(cel, str) and len(cel) > 1 and lees_uitkomst(cel).herkend


def _is_adres(cel: Cel) -> bool:
    """Whether a number stands at the end, behind a word; one pattern for both takes too long."""
    tekst = als_tekst(cel)
    straat = _STRAAT.search(tekst)
    nummer = _HUISNUMMER.search(tekst, straat.end()) if straat else None
    return nummer is not None and "\n" not in tekst[: nummer.start()]


def _is_tekst(patroon: re.Pattern[str]) -> Callable[[Cel], bool]:
    return lambda cel: patroon.fullmatch(als_tekst(cel)) is not None


_TOETSEN: dict[str, Callable[[Cel], bool]] = {
    "datum": is_datumachtig,
    "postcode": lambda cel: normaliseer_postcode(als_tekst(cel)) is not None,
    "postcode_plaats": _is_tekst(_POSTCODE_PLAATS),
    "email": _is_tekst(_MAIL),
    "telefoon": _is_telefoon,
    "uitkomst": _is_uitkomst,
    "ja_nee": lambda cel: lees_ja_nee(cel) is not None,
    "adres": _is_adres,
    "nummer": _is_tekst(_NUMMER),
    "persoon": _is_tekst(_PERSOON),
    "soort": lambda cel: lees_soort(als_tekst(cel)) is not None,
    "kanaal": lambda cel: lees_kanaal(als_tekst(cel)) != (None, None),
    "lang": lambda cel: len(als_tekst(cel)) > 25,
}


@dataclass(frozen=True, slots=True)
class Profiel:
    """Shares from 0 to 1 of the filled cells that look like something; ``gevuld`` counts them."""

    gevuld: int
    delen: dict[str, float]
    uniek: float = 0.0

    def deel(self, naam: str) -> float:
        """Return the share of cells that look like ``naam``."""
        return self.delen.get(naam, 0.0)


def profiel(cellen: Sequence[Cel]) -> Profiel:
    """Judge a column by at most 60 of its filled cells, spread over the sheet."""
    gevuld = [cel[:_LANGSTE] if isinstance(cel, str) else cel for cel in cellen if not is_leeg(cel)]
    monster = gevuld[:: max(1, len(gevuld) // _MONSTER)][:_MONSTER]
    if not monster:
        return Profiel(0, {})
    delen = {naam: sum(map(toets, monster)) / len(monster) for naam, toets in _TOETSEN.items()}
    uniek = len({vouw(als_tekst(cel)) for cel in monster}) / len(monster)
    return Profiel(len(gevuld), delen, uniek)


_VERWACHT: dict[V, tuple[str, float]] = {
    **dict.fromkeys(DATUMVELDEN, ("datum", 0.5)),
    V.POSTCODE: ("postcode", 0.5),
    V.POSTCODE_PLAATS: ("postcode_plaats", 0.4),
    V.EMAIL: ("email", 0.3),
    V.TELEFOON: ("telefoon", 0.3),
    V.OORDEEL: ("uitkomst", 0.4),
    V.AFDOENINGSWIJZE: ("uitkomst", 0.4),
    V.INFORMEEL: ("ja_nee", 0.5),
    V.ADRES: ("adres", 0.3),
    V.SOORT: ("soort", 0.5),
    V.KANAAL: ("kanaal", 0.3),
}
"""Field → (what its cells should look like, the share below which the header is doubted)."""


def past(veld: V, gezien: Profiel) -> int:
    """Return how much the cells speak for (to +3) or against (to -6) the field."""
    if veld in _VERWACHT:
        naam, grens = _VERWACHT[veld]
        if gezien.gevuld and gezien.deel(naam) >= grens:
            return 3
        # A few strange cells prove nothing, and a row without a date must be refused as such.
        if gezien.gevuld < _TEGENBEWIJS:
            return 0
        return -3 if veld is V.ONTVANGEN_OP else -6
    if gezien.gevuld < _TEGENBEWIJS or veld in (V.NOTITIES, V.NIET_OVERNEMEN):
        return 0
    if veld is V.OUD_KENMERK:
        return 1 if gezien.uniek > 0.8 else -2
    if gezien.deel("datum") > 0.5:
        return -6
    if veld is V.OMSCHRIJVING:
        return 1 if gezien.deel("lang") > 0.3 else -1
    return 0


# (field, look, share): taken although the header says nothing.
_ZONDER_KOP: tuple[tuple[V, str, float], ...] = (
    (V.EMAIL, "email", 0.8),
    (V.POSTCODE_PLAATS, "postcode_plaats", 0.8),
    (V.POSTCODE, "postcode", 0.8),
    (V.OORDEEL, "uitkomst", 0.8),
    (V.ADRES, "adres", 0.8),
    (V.KLAGER, "persoon", 0.8),
    (V.TELEFOON, "telefoon", 0.8),
)


def vermoed(gezien: Profiel) -> tuple[tuple[V, int], ...]:
    """Return the fields that the cells alone suggest, with a weight below that of a header."""
    if gezien.gevuld < _MINIMUM:
        return ()
    return tuple((veld, 4) for veld, naam, deel in _ZONDER_KOP if gezien.deel(naam) >= deel)


def lijkt_bsn(cellen: Sequence[Cel], elfproef: Callable[[str], bool]) -> bool:
    """Whether most cells are numbers that pass the elfproef; phone numbers do not."""
    monster = [begin(cel, _LANGSTE) for cel in cellen if not is_leeg(cel)][:_MONSTER]
    goed = sum(1 for tekst in monster if _BSN.fullmatch(tekst) and elfproef(tekst))
    return len(monster) >= _MINIMUM and goed > 0.7 * len(monster)
