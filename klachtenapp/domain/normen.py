"""Own service norms, not law: how soon we call, confirm and report (domein §3).

A norm counts on the norm calendar (``Kalender.is_werkdag``), never under the Algemene
termijnenwet, and gives a ``Normtermijn``: another type than a legal ``Termijn``, so that the
two cannot be taken for each other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date

from klachtenapp.domain import dagtekst
from klachtenapp.domain.kalender import Kalender
from klachtenapp.domain.norm import MAXIMUM, Eenheid, Norm, lees_norm
from klachtenapp.errors import RegelFout

__all__ = ["OMSCHRIJVINGEN", "Eenheid", "Norm", "Normen", "Normtermijn"]

_WERKDAG = Eenheid.WERKDAG
_KALENDERDAG = Eenheid.KALENDERDAG


@dataclass(frozen=True, slots=True)
class Normtermijn:
    """A date from an own norm: never a legal term.

    ``alarm`` is the day after which even the wider norm is broken, when there is one.
    """

    naam: str
    label: str
    vanaf: date
    duur: str
    uiterste_datum: date
    alarm: date | None
    uitleg: str


@dataclass(frozen=True, slots=True)
class Normen:
    """Configured norms of one gemeente; every value is editable in Beheer.

    ``als_tekst`` and ``uit_tekst`` turn them into the strings in which they are kept.
    """

    eerste_telefonisch_contact: Norm = Norm(1, _WERKDAG)
    eerste_contact_alarm: Norm = Norm(3, _KALENDERDAG)
    eerste_reactie: Norm = Norm(4, Eenheid.UUR, aan=False)
    ontvangstbevestiging: Norm = Norm(2, _WERKDAG)
    afschrift_beklaagde: Norm = Norm(5, _WERKDAG)
    voortgangsbericht: Norm = Norm(14, _KALENDERDAG)
    afdoening_streef: Norm = Norm(21, _KALENDERDAG)
    afhandeling_overig: Norm = Norm(42, _KALENDERDAG)
    doorzenden: Norm = Norm(2, _WERKDAG)
    uitnodiging_hoorzitting: Norm = Norm(7, _KALENDERDAG)
    antwoordtermijn_horen: Norm = Norm(7, _KALENDERDAG)
    antwoordtermijn_aanvulling: Norm = Norm(14, _KALENDERDAG)
    bedenktijd_informeel: Norm = Norm(14, _KALENDERDAG)
    waarschuwing_termijn: tuple[int, ...] = (14, 7, 3)
    bellen_voor_brief: bool = True
    terugkoppeling_verbeterpunt: bool = True
    tevredenheidsenquete: bool = False
    attentie: bool = False

    def termijn(self, naam: str, vanaf: date, kalender: Kalender) -> Normtermijn | None:
        """Return the date of norm ``naam`` counted from ``vanaf``; ``None`` when it is off."""
        norm = getattr(self, naam)
        if not isinstance(norm, Norm):
            raise TypeError(f"{naam} is no norm with a length")
        if not norm.aan:
            return None
        uiterste = norm.na(vanaf, kalender)
        alarm = None
        if naam == "eerste_telefonisch_contact" and self.eerste_contact_alarm.aan:
            alarm = max(self.eerste_contact_alarm.na(vanaf, kalender), uiterste)
        return Normtermijn(
            naam=naam,
            label=OMSCHRIJVINGEN[naam][0],
            vanaf=vanaf,
            duur=norm.duur,
            uiterste_datum=uiterste,
            alarm=alarm,
            uitleg=_uitleg(norm, vanaf, uiterste, alarm),
        )

    def als_tekst(self) -> dict[str, str]:
        """Return every norm as text, by key: ``1 werkdag``, ``4 uur (uit)``, ``14, 7, 3``."""
        return {veld.name: _schrijf(getattr(self, veld.name)) for veld in fields(self)}

    @classmethod
    def uit_tekst(cls, waarden: Mapping[str, str]) -> Normen:
        """Return the norms that ``waarden`` describe; a key that is missing keeps its default.

        Raises ``RegelFout`` with ``veld`` = the key that is unknown or cannot be read.
        """
        standaard = cls()
        bekend = {veld.name: getattr(standaard, veld.name) for veld in fields(cls)}
        for naam, tekst in waarden.items():
            if naam not in bekend:
                raise RegelFout(f"De norm '{naam}' bestaat niet.", veld=naam)
            bekend[naam] = _lees(naam, tekst, bekend[naam])
        return cls(**bekend)


OMSCHRIJVINGEN: Mapping[str, tuple[str, str]] = {
    "eerste_telefonisch_contact": ("Eerste contact", "Zo snel bellen wij na ontvangst."),
    "eerste_contact_alarm": ("Eerste contact, alarm", "Is er dan niet gebeld, dan is het te laat."),
    "eerste_reactie": ("Eerste reactie", "Zo snel laten wij iets van ons horen."),
    "ontvangstbevestiging": ("Ontvangstbevestiging", "Zo snel is de brief de deur uit."),
    "afschrift_beklaagde": (
        "Afschrift aan beklaagde",
        "Zo snel krijgt de beklaagde de klacht te lezen.",
    ),
    "voortgangsbericht": ("Voortgangsbericht", "Zo vaak hoort de klager hoe het staat."),
    "afdoening_streef": ("Informeel oplossen", "In deze tijd willen wij informeel klaar zijn."),
    "afhandeling_overig": ("Antwoord", "Voor tips, complimenten, opmerkingen en meldingen."),
    "doorzenden": ("Doorzenden", "Zo snel gaat post voor een ander door."),
    "uitnodiging_hoorzitting": (
        "Uitnodiging hoorzitting",
        "Zo lang voor de hoorzitting is de uitnodiging weg.",
    ),
    "antwoordtermijn_horen": (
        "Antwoord op uitnodiging",
        "Zo lang heeft de klager om te zeggen of een gesprek nodig is.",
    ),
    "antwoordtermijn_aanvulling": (
        "Aanvulling door klager",
        "Zo lang heeft de klager om iets aan te vullen. De wettelijke termijn loopt door.",
    ),
    "bedenktijd_informeel": (
        "Bedenktijd na informele oplossing",
        "Zo lang kan de klager zeggen dat het toch niet goed is.",
    ),
    "waarschuwing_termijn": ("Waarschuwing", "Zoveel dagen voor de uiterste datum."),
    "bellen_voor_brief": ("Bellen vóór de brief", "Wij bellen voor de afdoeningsbrief weggaat."),
    "terugkoppeling_verbeterpunt": (
        "Terugkoppeling verbeterpunt",
        "Elk verbeterpunt krijgt een datum.",
    ),
    "tevredenheidsenquete": ("Tevredenheidsonderzoek", "Na afloop vragen wij hoe het ging."),
    "attentie": ("Attentie", "Bijhouden of de klager een attentie kreeg."),
}
"""Label and explanation of every norm, by key, for the screen Beheer."""


def _uitleg(norm: Norm, vanaf: date, uiterste: date, alarm: date | None) -> str:
    zin = f"eigen norm: {norm.duur} na {dagtekst.kort(vanaf)} = {dagtekst.kort(uiterste)}"
    return f"{zin}; alarm na {dagtekst.kort(alarm)}" if alarm and alarm > uiterste else zin


def _schrijf(waarde: Norm | tuple[int, ...] | bool) -> str:
    if isinstance(waarde, bool):
        return "aan" if waarde else "uit"
    if isinstance(waarde, Norm):
        return waarde.tekst
    return ", ".join(str(dagen) for dagen in waarde)


def _lees(
    naam: str, tekst: str, soort: Norm | tuple[int, ...] | bool
) -> Norm | tuple[int, ...] | bool:
    schoon = " ".join(tekst.lower().split())
    if isinstance(soort, bool):
        return _lees_schakelaar(naam, schoon)
    if isinstance(soort, Norm):
        return _lees_norm(naam, schoon)
    return _lees_dagen(naam, schoon)


def _lees_schakelaar(naam: str, tekst: str) -> bool:
    if tekst not in ("aan", "uit"):
        raise _onleesbaar(naam, tekst, "Kies aan of uit.")
    return tekst == "aan"


def _lees_norm(naam: str, tekst: str) -> Norm:
    norm = lees_norm(tekst)
    if norm is None:
        raise _onleesbaar(
            naam,
            tekst,
            f"Schrijf bijvoorbeeld 2 werkdagen, 7 kalenderdagen of 4 uur, hoogstens {MAXIMUM}.",
        )
    return norm


def _lees_dagen(naam: str, tekst: str) -> tuple[int, ...]:
    delen = [deel for deel in re.split(r"[,;\s]+", tekst) if deel]
    if not all(re.fullmatch(r"[0-9]{1,3}", deel) and 1 <= int(deel) <= MAXIMUM for deel in delen):
        raise _onleesbaar(naam, tekst, "Schrijf aantallen dagen, zoals 14, 7, 3.")
    return tuple(sorted({int(deel) for deel in delen}, reverse=True))


def _onleesbaar(naam: str, tekst: str, raad: str) -> RegelFout:
    label = OMSCHRIJVINGEN[naam][0]
    return RegelFout(f"De norm '{label}' kan niet '{tekst}' zijn. {raad}", veld=naam)
