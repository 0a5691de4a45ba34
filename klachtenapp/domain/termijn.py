"""One legal term that tells how it came to its date; the rules themselves are in ``termijnen``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from klachtenapp.domain import dagtekst
from klachtenapp.domain.kalender import GELIJKGESTELD

_WEEKEND = ("zaterdag", "zondag")
_BEGINWOORDEN = {"ontvangen": "Ontvangen op", "doorgeleid": "Doorgeleid op"}


@dataclass(frozen=True, slots=True)
class Termijn:
    """One legal term: start fact, rule with article, nominal date, shifts, uiterste datum.

    ``startfeit`` is the word before the start date (``ontvangen``). ``duur`` is the length
    in words (``6 weken``), or empty for a named date; then ``omschrijving`` tells which one.
    ``verschuivingen`` are the days over which art. 1 Atw moved the end, each with its reason.
    ``voorafgaand`` is the term from whose end this one was reached (verdaging under model
    B, verder uitstel). ``uiterste_datum`` is the last day on which the letter may be sent.
    """

    naam: str
    label: str
    artikel: str
    startfeit: str
    vanaf: date
    duur: str
    nominale_datum: date
    verschuivingen: tuple[tuple[date, str], ...]
    uiterste_datum: date
    waarschuwingen: tuple[str, ...] = ()
    toelichting: tuple[str, ...] = ()
    omschrijving: str = ""
    voorafgaand: Termijn | None = None

    @property
    def in_jaren(self) -> bool:
        """Whether this is a term in years, which the Atw never extends (art. 4 sub a)."""
        return self.duur.endswith("jaar")

    @property
    def atw(self) -> str:
        """Return the articles of the Algemene termijnenwet that were applied."""
        if self.in_jaren:
            return "art. 4 onder a Atw"
        eerder = self.voorafgaand.atw if self.voorafgaand else ""
        if not self.duur:
            return eerder
        feestdag = any(reden not in _WEEKEND for _, reden in self.verschuivingen)
        return "art. 1 en 3 Atw" if feestdag else eerder or "art. 1 Atw"

    @property
    def artikelen(self) -> str:
        """Return every article this date stands on."""
        return ", ".join(filter(None, (self.artikel, self.atw)))

    @property
    def uitleg(self) -> tuple[str, ...]:
        """Return the derivation in Dutch sentences, step by step; the last names articles."""
        return (*_stappen(self), _hoofdletter(f"{self.artikelen}."))

    @property
    def uitleg_zin(self) -> str:
        """Return the derivation on one line: ``ontvangen … + 6 weken = …; art. …``."""
        return f"{_rekensom(self)}; {self.artikelen}"


def _stappen(termijn: Termijn, is_was: str = "is") -> tuple[str, ...]:
    """Return the sentences up to the articles; ``is_was`` is ``was`` for an earlier end."""
    datum = dagtekst.lang_met_dag(termijn.nominale_datum)
    if termijn.voorafgaand:
        begin = _stappen(termijn.voorafgaand, "was")
    else:
        woord = _BEGINWOORDEN.get(termijn.startfeit) or _hoofdletter(termijn.startfeit)
        begin = (f"{woord} {dagtekst.lang_met_dag(termijn.vanaf)}.",)
    if termijn.duur:
        kern = (
            f"{_hoofdletter(termijn.duur)} later is {datum}.",
            *(_schuifzin(dag, reden) for dag, reden in termijn.verschuivingen),
            *_slotzinnen(termijn, is_was),
        )
    else:
        kern = (f"{termijn.omschrijving} {datum}.",)
    return (*begin, *termijn.toelichting, *kern)


def _slotzinnen(termijn: Termijn, is_was: str) -> tuple[str, ...]:
    datum = dagtekst.lang_met_dag(termijn.uiterste_datum)
    if termijn.in_jaren:
        return (f"Het kan tot en met {datum}.", "Een termijn in jaren wordt niet verlengd.")
    slot = f"De uiterste datum {is_was} {datum}."
    if termijn.verschuivingen:
        return (slot,)
    return ("Dat is geen zaterdag, zondag of feestdag: geen verlenging.", slot)


def _schuifzin(dag: date, reden: str) -> str:
    if reden in _WEEKEND:
        return f"{dagtekst.lang(dag)} is een {reden}: de termijn schuift een dag op."
    wat = "gelijkgesteld met een feestdag" if reden == GELIJKGESTELD else reden
    zin = f"{dagtekst.lang_met_dag(dag)} is {wat}: de termijn schuift een dag op."
    return _hoofdletter(zin)


def _rekensom(termijn: Termijn) -> str:
    if termijn.voorafgaand:
        begin = _rekensom(termijn.voorafgaand)
    else:
        begin = f"{termijn.startfeit} {dagtekst.kort(termijn.vanaf)}"
    if not termijn.duur:
        wat = termijn.omschrijving[:1].lower() + termijn.omschrijving[1:]
        return f"{begin}; {wat} {dagtekst.kort(termijn.uiterste_datum)}"
    return f"{begin} + {termijn.duur} = {_einde(termijn)}"


def _einde(termijn: Termijn) -> str:
    """Return ``vr 3 apr, Goede Vrijdag → za → zo → Tweede Paasdag → di 7 apr 2026``."""
    laatste = dagtekst.kort(termijn.uiterste_datum)
    if termijn.in_jaren:
        return f"tot en met {laatste}, een jaartermijn wordt niet verlengd"
    if not termijn.verschuivingen:
        return f"{laatste}, geen zaterdag, zondag of feestdag"
    eerste, reden = termijn.verschuivingen[0]
    zelfde_jaar = eerste.year == termijn.uiterste_datum.year
    nominaal = dagtekst.kort_zonder_jaar(eerste) if zelfde_jaar else dagtekst.kort(eerste)
    kop = nominaal if reden in _WEEKEND else f"{nominaal}, {reden}"
    rest = (_schakel(dag, waarom) for dag, waarom in termijn.verschuivingen[1:])
    return " → ".join([kop, *rest, laatste])


def _schakel(dag: date, reden: str) -> str:
    return dagtekst.dagnaam_kort(dag) if reden in _WEEKEND else reden


def _hoofdletter(zin: str) -> str:
    return zin[:1].upper() + zin[1:]
