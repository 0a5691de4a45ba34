"""The duties that are judged on the afdoeningsbrief as it was sent.

What stood in it was read when it went out and stands in its event: the letter itself is
never read again, so the answer does not change when a text or the meter changes.
"""

from __future__ import annotations

from datetime import date

from klachtenapp.domain import dagtekst, verloop
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.bereikbaarheid import geadresseerde
from klachtenapp.domain.brieven.kanalen import EMAIL, WOORDEN
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.onafhankelijk import is_betrokken
from klachtenapp.domain.plichten import Sluittoestand, Uitslag

OMBUDSMAN_VERMELD = "ombudsman_vermeld"
"""Fact of a letter that was sent: it names the ombudsman and until when (ja or nee)."""

TAAL = "taal"
"""Fact of a letter that was sent: how it reads, in the words of the meter."""

TAALCIJFER = "taalcijfer"
"""Fact of a letter that was sent: its reading ease, a whole number."""

LEESBAAR = "leesbaar"
"""Fact of a letter that was sent: it reads at B1 (ja or nee)."""

_GEDAAN, _MIST, _TERZIJDE = Sluittoestand.GEDAAN, Sluittoestand.ONTBREEKT, Sluittoestand.TERZIJDE
_GEEN_BRIEF: Uitslag = (_MIST, "De afdoeningsbrief is nog niet verzonden.", None)


def ombudsman_genoemd(dossier: Dossier, _k: Kader, _v: date) -> Uitslag:
    """The letter as sent names the ombudsman and the last day (art. 9:12 lid 2)."""
    brief = verloop.afdoeningsbrief(dossier)
    if brief is None:
        return _GEEN_BRIEF
    gelezen = brief.gegevens.get(OMBUDSMAN_VERMELD, "")
    if gelezen == "ja":
        return _GEDAAN, "De ombudsman en de laatste dag staan in de verzonden brief.", brief.op
    if gelezen == "nee":
        zin = "In de verzonden brief vonden wij de ombudsman en de laatste dag niet."
        return _MIST, f"{zin} Stuur een nieuwe brief.", None
    return _TERZIJDE, "Deze brief is niet nagelezen: hij is niet met dit programma verzonden.", None


def ondertekenaar_onafhankelijk(dossier: Dossier, _k: Kader, _v: date) -> Uitslag:
    """Who signed was not involved (art. 9:7)."""
    brief = verloop.afdoeningsbrief(dossier)
    if brief is None:
        return _GEEN_BRIEF
    naam = _tekenaar(brief)
    if not naam:
        return _TERZIJDE, "Bij de brief staat geen naam. U vult die in bij het afsluiten.", None
    if is_betrokken(naam, dossier):
        zin = f"{naam} tekende, maar was betrokken. Laat iemand anders een nieuwe brief tekenen."
        return _MIST, zin, None
    return _GEDAAN, f"{naam} tekende en was niet betrokken.", brief.op


def tekenaar_sprak_klager(dossier: Dossier, _k: Kader, _v: date) -> Uitslag:
    """The name under the letter is someone whom the klager spoke, or the difference is shown."""
    brief = verloop.afdoeningsbrief(dossier)
    if brief is None:
        return _GEEN_BRIEF
    naam = _tekenaar(brief)
    gesprekken = [
        g
        for g in verloop.lopende_ronde(dossier)
        if g.soort is G.GESPREK and g.gegevens.get("bereikt") != "nee" and _sprak(g)
    ]
    if not naam or not gesprekken:
        return _TERZIJDE, "Wij weten niet wie tekende, of wie de klager sprak.", None
    van_tekenaar = [g for g in gesprekken if _sprak(g) == naam]
    if van_tekenaar:
        op = van_tekenaar[-1].op
        return _GEDAAN, f"{naam} sprak de klager op {dagtekst.lang(op)}.", op
    zin = f"{_sprak(gesprekken[-1])} sprak de klager, maar {naam} tekende. Weet de klager dat?"
    return _MIST, zin, None


def brief_leesbaar(dossier: Dossier, _k: Kader, _v: date) -> Uitslag:
    """The letter as sent reads at B1."""
    brief = verloop.afdoeningsbrief(dossier)
    if brief is None:
        return _GEEN_BRIEF
    woord, cijfer = brief.gegevens.get(TAAL, ""), brief.gegevens.get(TAALCIJFER, "")
    if not woord:
        return _TERZIJDE, "Deze brief is niet gemeten.", None
    zin = f"{woord}. De leesscore was {cijfer} toen de brief wegging."
    if brief.ja(LEESBAAR):
        return _GEDAAN, zin, brief.op
    return _MIST, f"{zin} Lees de brief samen met de klager, of leg hem uit.", None


def langs_goede_weg(dossier: Dossier, _k: Kader, _v: date) -> Uitslag:
    """By e-mail only to who said that this is fine (art. 2:8)."""
    brief = verloop.afdoeningsbrief(dossier)
    if brief is None:
        return _GEEN_BRIEF
    kanaal = brief.gegevens.get("kanaal", "")
    if kanaal == EMAIL and not geadresseerde(dossier).email_akkoord:
        zin = "De brief ging per e-mail, maar de klager vond dat niet goed."
        hoe = "Stuur hem per post, of vul bij Personen in dat e-mail mag."
        return _MIST, f"{zin} {hoe}", None
    hoe = WOORDEN.get(kanaal, "")
    return _GEDAAN, f"De brief ging {hoe}." if hoe else "De brief is verzonden.", brief.op


def _tekenaar(brief: Gebeurtenis) -> str:
    return brief.gegevens.get("ondertekenaar", "").strip()


def _sprak(gesprek: Gebeurtenis) -> str:
    return gesprek.gegevens.get("gesproken_door", "").strip()
