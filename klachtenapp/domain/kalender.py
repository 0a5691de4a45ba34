"""Days of the Algemene termijnenwet (art. 3 Atw) and the working days of our own norms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

ZATERDAG = 5
GELIJKGESTELD = "gelijkgestelde dag"

_EEN_DAG = timedelta(days=1)
_EERSTE_KONINGSDAG = 2014


@dataclass(frozen=True, slots=True)
class Kalender:
    """The calendar of one register: the law's own days plus the editable table.

    ``gelijkgesteld`` are the days of art. 3 lid 3 Atw, made equal to a feestdag by
    koninklijk besluit. The table is known from ``dekking_van`` up to and including
    ``dekking_tot``; a term that ends outside it carries a warning. ``kantoor_gesloten``
    are days on which the gemeente does not work; they count for norms, never for the law.
    """

    gelijkgesteld: frozenset[date] = frozenset()
    dekking_van: date = date(2023, 1, 1)
    dekking_tot: date = date(2028, 12, 31)
    kantoor_gesloten: frozenset[date] = frozenset()

    def feestdag(self, dag: date) -> str | None:
        """Return the name of a day of art. 3 Atw (all three leden), or ``None``."""
        naam = feestdagen(dag.year).get(dag)
        if naam is None and dag in self.gelijkgesteld:
            return GELIJKGESTELD
        return naam

    def reden(self, dag: date) -> str | None:
        """Return why a legal term may not end on ``dag`` (art. 1 lid 1 Atw), or ``None``.

        A feestdag goes before a weekend: Tweede Kerstdag on a Saturday is called so.
        """
        return self.feestdag(dag) or {5: "zaterdag", 6: "zondag"}.get(dag.weekday())

    def verschuivingen(self, dag: date) -> tuple[tuple[date, str], ...]:
        """Return the days, with their reasons, over which a term ending on ``dag`` shifts."""
        return tuple(self._dagen_zonder_einde(dag))

    def _dagen_zonder_einde(self, dag: date) -> Iterator[tuple[date, str]]:
        while reden := self.reden(dag):
            yield dag, reden
            dag += _EEN_DAG

    def is_werkdag(self, dag: date) -> bool:
        """Whether ``dag`` is a werkdag for our norms (domein §3).

        Monday to Friday, minus the feestdagen of art. 3 lid 1 and 2 Atw, minus
        ``kantoor_gesloten``. A gelijkgestelde dag is an ordinary working day.
        """
        return (
            dag.weekday() < ZATERDAG
            and dag not in feestdagen(dag.year)
            and dag not in self.kantoor_gesloten
        )

    def plus_werkdagen(self, dag: date, aantal: int) -> date:
        """Return the ``aantal``-th werkdag after ``dag``; ``dag`` itself never counts.

        ``aantal`` 0 gives ``dag`` when it is a werkdag, else the first one after it.
        """
        while not self.is_werkdag(dag) and aantal == 0:
            dag += _EEN_DAG
        for _ in range(aantal):
            dag += _EEN_DAG
            while not self.is_werkdag(dag):
                dag += _EEN_DAG
        return dag

    def buiten_dekking(self, dag: date) -> bool:
        """Whether we do not know if ``dag`` is a gelijkgestelde dag."""
        return not self.dekking_van <= dag <= self.dekking_tot

    def dekkingswaarschuwing(self, dag: date) -> str:
        """Return the sentence for a date outside the table, or ``""`` when it is covered."""
        if not self.buiten_dekking(dag):
            return ""
        return (
            f"De tabel met gelijkgestelde dagen loopt van {self.dekking_van:%d-%m-%Y} tot en met "
            f"{self.dekking_tot:%d-%m-%Y}. De datum {dag:%d-%m-%Y} valt daarbuiten. "
            "Controleer de datum, of vul de tabel aan bij Beheer."
        )


def pasen(jaar: int) -> date:
    """Return Easter Sunday of ``jaar`` (Gregorian computus of Meeus, Jones and Butcher)."""
    a, (b, c) = jaar % 19, divmod(jaar, 100)
    d, e = divmod(b, 4)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    week = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * week) // 451
    maand, dag = divmod(h + week - 7 * m + 114, 31)
    return date(jaar, maand, dag + 1)


def koningsdag(jaar: int) -> date:
    """Return the day on which the birthday of the King (Queen before 2014) is celebrated."""
    dag = date(jaar, 4, 27) if jaar >= _EERSTE_KONINGSDAG else date(jaar, 4, 30)
    return dag - _EEN_DAG if dag.isoweekday() == 7 else dag


@lru_cache(maxsize=256)
def feestdagen(jaar: int) -> Mapping[date, str]:
    """Return the days of art. 3 lid 1 and 2 Atw in ``jaar`` with their names, in order.

    5 mei counts every year. Two names on one day are joined (Hemelvaartsdag on 5 mei).
    """
    eerste_paasdag = pasen(jaar)
    dagen = [
        (date(jaar, 1, 1), "Nieuwjaarsdag"),
        (eerste_paasdag - timedelta(days=2), "Goede Vrijdag"),
        (eerste_paasdag + timedelta(days=1), "Tweede Paasdag"),
        (koningsdag(jaar), "Koningsdag" if jaar >= _EERSTE_KONINGSDAG else "Koninginnedag"),
        (date(jaar, 5, 5), "Bevrijdingsdag"),
        (eerste_paasdag + timedelta(days=39), "Hemelvaartsdag"),
        (eerste_paasdag + timedelta(days=50), "Tweede Pinksterdag"),
        (date(jaar, 12, 25), "Eerste Kerstdag"),
        (date(jaar, 12, 26), "Tweede Kerstdag"),
    ]
    uitkomst: dict[date, str] = {}
    for dag, naam in sorted(dagen):
        uitkomst[dag] = f"{uitkomst[dag]} en {naam}" if dag in uitkomst else naam
    return MappingProxyType(uitkomst)
