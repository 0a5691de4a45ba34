"""Dates as people and old systems write them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from klachtenapp.domain.dagtekst import lang
from klachtenapp.uitwisseling.cellen import Cel, als_tekst
from klachtenapp.uitwisseling.gelezen import Gelezen

_MAANDEN = {
    "jan": 1, "feb": 2, "mrt": 3, "maa": 3, "mar": 3, "mär": 3, "apr": 4, "mei": 5, "may": 5,
    "jun": 6, "jul": 7, "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_VOLLE_MAANDEN = [
    "januari",
    "january",
    "februari",
    "february",
    "febr",
    "maart",
    "march",
    "april",
    "mei",
    "juni",
    "june",
    "juli",
    "july",
    "augustus",
    "august",
    "september",
    "sept",
    "oktober",
    "october",
    "november",
    "december",
]
_TIJD = re.compile(r"[ T]\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d+)?(?: ?uur| ?u)?Z?$")
_WEEKDAG = re.compile(r"^(?:ma|di|wo|do|vr|za|zo)[a-z]{0,8}\.?,? +", re.IGNORECASE)
_CIJFERS = re.compile(r"(\d{1,2}) ?([-/. ]) ?(\d{1,2}) ?\2 ?(\d{4}|'?\d{2})")
_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_ACHTEREEN = re.compile(r"((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")
_MAANDNAAM = re.compile(
    r"(\d{1,2})(?:e|ste|de)?[ \-./]*([a-zä]{3,9})\.?[ \-./,]*(\d{4}|'?\d{2})", re.IGNORECASE
)
# The day 0 of Excel; its leap day of 1900 never happened, so serials count from here.
_EXCEL_NUL = date(1899, 12, 30)
_EERSTE_SERIE, _LAATSTE_SERIE = 32874, 73050  # 1990 to 2099
_LANGSTE = 60
_GEEN = frozenset({"", "-", "--", "nvt", "n.v.t.", "n.v.t", "geen", "x"})


@dataclass(frozen=True, slots=True)
class Notatie:
    """How dates are written in one column, as far as the column itself proves it.

    ``dag_eerst`` and ``maand_eerst`` hold the notations (``-2``: hyphens and a year of two
    digits) of which a cell can only be read day-month or month-day. ``maand_dag`` is the
    user's word that the month stands first.
    """

    dag_eerst: frozenset[str] = frozenset()
    maand_eerst: frozenset[str] = frozenset()
    maand_dag: bool = False

    def maand_voorop(self, notatie: str) -> bool:
        """Whether the month stands first in cells of this notation."""
        return self.maand_dag or (notatie in self.maand_eerst and notatie not in self.dag_eerst)

    def bewezen(self, notatie: str) -> bool:
        """Whether nobody needs to be asked in which order to read."""
        return self.maand_dag or (notatie in self.dag_eerst and notatie not in self.maand_eerst)


def bewijs(cellen: Iterable[Cel], *, maand_dag: bool = False) -> Notatie:
    """Return what the cells of a column prove about the order of day and month."""
    dag_eerst: set[str] = set()
    maand_eerst: set[str] = set()
    for cel in cellen:
        if not isinstance(cel, str) or len(cel) > _LANGSTE:
            continue
        treffer = _CIJFERS.fullmatch(_kaal(cel))
        if treffer is not None:
            een, twee = int(treffer[1]), int(treffer[3])
            if een > 12 >= twee:
                dag_eerst.add(_notatie(treffer))
            elif twee > 12 >= een:
                maand_eerst.add(_notatie(treffer))
    return Notatie(frozenset(dag_eerst), frozenset(maand_eerst), maand_dag)


def lees_datum(cel: Cel, vandaag: date, notatie: Notatie | None = None) -> Gelezen[date]:
    """Return the date in the cell.

    An order of day and month that nothing proves is read the Dutch way, with a let op.
    ``vandaag`` decides the century of a year of two digits.
    """
    if isinstance(cel, date):
        return _uit_cel(cel.date() if isinstance(cel, datetime) else cel)
    if isinstance(cel, bool):
        return Gelezen(None, fout=f"'{als_tekst(cel)}' is geen datum")
    if isinstance(cel, int | float):
        return _lees_getal(cel)
    if len(cel) > _LANGSTE:
        return Gelezen(None, fout=f"'{cel[:_LANGSTE]}…' is geen datum")
    tekst = _kaal(cel)
    if tekst.lower() in _GEEN:
        return Gelezen(None, fout="" if not tekst else f"'{tekst}' is geen datum")
    return _lees_tekst(tekst, vandaag.year, notatie or Notatie())


@lru_cache(maxsize=8192)
def _uit_cel(dag: date) -> Gelezen[date]:
    return Gelezen(dag)


def is_datumachtig(cel: Cel) -> bool:
    """Whether the cell would be read as a date; cheap, to judge what a column holds."""
    if isinstance(cel, date):
        return True
    if not isinstance(cel, str) or len(cel) > _LANGSTE:
        return False
    return bool(_lees_tekst(_kaal(cel), 2000, Notatie()).waarde) and not cel.strip().isdigit()


def _kaal(cel: str) -> str:
    tekst = " ".join(cel.split())
    return _WEEKDAG.sub("", _TIJD.sub("", tekst)).strip(" .,;'")


def _notatie(treffer: re.Match[str]) -> str:
    return f"{treffer[2]}{len(treffer[4].lstrip(chr(39)))}"


def _lees_getal(getal: float) -> Gelezen[date]:
    if not math.isfinite(getal):
        return Gelezen(None, fout=f"'{als_tekst(getal)}' is geen datum")
    heel = int(getal)
    if _EERSTE_SERIE <= heel <= _LAATSTE_SERIE:
        dag = _EXCEL_NUL + timedelta(days=heel)
        return Gelezen(dag, let_op=f"het getal {heel} is gelezen als {lang(dag)}")
    treffer = _ACHTEREEN.fullmatch(str(heel))
    if treffer is not None:
        return _maak(int(treffer[1]), int(treffer[2]), int(treffer[3]), str(heel))
    return Gelezen(None, fout=f"'{als_tekst(getal)}' is geen datum")


@lru_cache(maxsize=8192)
def _lees_tekst(tekst: str, dit_jaar: int, notatie: Notatie) -> Gelezen[date]:
    if treffer := _ISO.fullmatch(tekst):
        return _maak(int(treffer[1]), int(treffer[3]), int(treffer[4]), tekst)
    if treffer := _CIJFERS.fullmatch(tekst):
        return _lees_cijfers(treffer, tekst, dit_jaar, notatie)
    if treffer := _MAANDNAAM.fullmatch(tekst):
        maand = _maand(treffer[2])
        if maand:
            return _maak(_jaar(treffer[3], dit_jaar), maand, int(treffer[1]), tekst)
    if treffer := _ACHTEREEN.fullmatch(tekst):
        return _maak(int(treffer[1]), int(treffer[2]), int(treffer[3]), tekst)
    if len(tekst) == 5 and tekst.isascii() and tekst.isdigit():
        return _lees_getal(int(tekst))
    return Gelezen(None, fout=f"'{tekst[:60]}' is geen datum")


def _lees_cijfers(
    treffer: re.Match[str], tekst: str, dit_jaar: int, notatie: Notatie
) -> Gelezen[date]:
    een, twee, jaar = int(treffer[1]), int(treffer[3]), _jaar(treffer[4], dit_jaar)
    soort = _notatie(treffer)
    if notatie.maand_voorop(soort):
        uitkomst = _maak(jaar, een, twee, tekst)
    else:
        uitkomst = _maak(jaar, twee, een, tekst)
    twijfel = een <= 12 and twee <= 12 and een != twee and not notatie.bewezen(soort)
    if uitkomst.waarde is None or not twijfel:
        return uitkomst
    volgorde = "maand-dag-jaar" if notatie.maand_voorop(soort) else "dag-maand-jaar"
    return Gelezen(
        uitkomst.waarde, let_op=f"'{tekst}' is gelezen als {lang(uitkomst.waarde)} ({volgorde})"
    )


def _maak(jaar: int, maand: int, dag: int, tekst: str) -> Gelezen[date]:
    try:
        return Gelezen(date(jaar, maand, dag))
    except ValueError:
        return Gelezen(None, fout=f"de datum '{tekst}' bestaat niet")


def _jaar(tekst: str, dit_jaar: int) -> int:
    cijfers = tekst.lstrip("'")
    if len(cijfers) == 4:
        return int(cijfers)
    jaar = 2000 + int(cijfers)
    return jaar if jaar <= dit_jaar + 1 else jaar - 100


def _maand(woord: str) -> int:
    klein = woord.lower()
    return _MAANDEN.get(klein[:3], 0) if len(klein) == 3 or klein in _VOLLE_MAANDEN else 0
