"""The supplied texts stay plain: letters at B1, the stappenplan at A2, in every branch."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest

from klachtenapp.domain import taal
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven import BRIEVEN
from klachtenapp.papier.bronteksten import TALEN, brieftekst, normzinnen, stappenplantekst
from klachtenapp.paths import bronnen

MIN_ZINNEN = 12
"""A letter with its head, all branches and headings has more; fewer means we measured nothing."""

# Words that the law asks for and the letter explains, and a word that is a verb here.
TOEGESTAAN = ("gegrond", "ongegrond", "schrijven")
# The longest values that facts usually have.
LANG: Mapping[str, str] = {
    "uw_klacht": "de klacht van mevrouw E. Jangha",
    "uw_klacht_begin": "De klacht van mevrouw E. Jangha",
    "klager_naam": "mevrouw E. Jangha",
    "ontvangen_op": "woensdag 24 november 2026",
    "contact": "mevrouw P. Yılmaz",
    "behandelaar_begin": "Mevrouw P. Yılmaz",
    "ombudsman": "Nationale ombudsman",
    "ombudsman_adres": "Postbus 93122, 2509 AC Den Haag",
    "gemeente": "Gemeente Voorbeeldstad",
    "onderdeel_norm": "",  # measured on their own below
    "bezoekadres": "Raadhuisplein 1",
    "openingstijden": "elke werkdag van 9 tot 5",
    "kenmerk": "K2026-0094",
    "klager_naam_begin": "Mevrouw E. Jangha",
    "tijd": "14.00 uur",
    "plaats": "gemeentehuis, kamer 1.12",
    "route": "Raadhuisplein 1, Voorbeeldstad",
    "aanwezig": "mevrouw P. Yılmaz",
    "retouradres": "Postbus 100, 1234 AB Voorbeeldstad",
}


_DATUM = re.compile(r"_(?:op|voor|tot|datum)\b")


def _gevuld(tekst: str) -> str:
    """Return a text with every branch written out, one after the other, and long facts."""
    zonder = re.sub(r"^> .*$", "", tekst, flags=re.MULTILINE)
    takken = re.sub(r"\{\{[#/].*?\}\}", "\n", zonder)
    met_feiten = re.sub(
        r"\{\{(\w+)\}\}",
        lambda m: LANG.get(m[1], "vrijdag 12 mei 2026" if _DATUM.search(m[1]) else "12 34 56"),
        takken.replace("**", ""),
    )
    return re.sub(r"(\w)\n+ (?=[a-z])", r"\1 ", met_feiten)


@pytest.mark.parametrize("soort", BRIEVEN)
def test_letters_are_b1(soort: BriefSoort) -> None:
    tekst = _gevuld(brieftekst(soort).replace("onderwerp:", "#"))
    meting = taal.meet(tekst)
    te_lang = [z for z in taal.zinnen(tekst) if len(taal.woorden(z)) > taal.MAX_WOORDEN_BRIEF]
    assert te_lang == []
    assert meting.gemiddelde <= 12
    assert meting.flesch_douma >= taal.MIN_FLESCH_BRIEF
    assert meting.zinnen >= MIN_ZINNEN


@pytest.mark.parametrize("soort", BRIEVEN)
def test_letters_use_no_difficult_words(soort: BriefSoort) -> None:
    assert _moeilijk(_gevuld(brieftekst(soort))) == []


def test_reasons_are_b1() -> None:
    for zin in normzinnen().values():
        assert len(taal.woorden(zin)) <= taal.MAX_WOORDEN_BRIEF
        assert _moeilijk(zin) == []
        assert zin.endswith(".")


def test_there_is_a_reason_for_every_aspect() -> None:
    from klachtenapp.domain.begrippen import Aspect  # noqa: PLC0415

    assert {aspect.value for aspect in Aspect} <= normzinnen().keys()
    assert len(normzinnen()) >= 22 + len(Aspect)


@pytest.mark.parametrize("taalnaam", TALEN)
def test_the_stappenplan_is_a2(taalnaam: str) -> None:
    tekst = "\n".join(_gevuld(zin) for zin in _zinnen(stappenplantekst(taalnaam)))
    meting = taal.meet(tekst)
    te_lang = [z for z in taal.zinnen(tekst) if len(taal.woorden(z)) > taal.MAX_WOORDEN_STAPPENPLAN]
    assert te_lang == []
    assert meting.flesch_douma >= taal.MIN_FLESCH_STAPPENPLAN


def test_the_stappenplan_uses_no_difficult_words() -> None:
    tekst = "\n".join(_zinnen(stappenplantekst("nl")))
    assert [w for w in _moeilijk(tekst) if w != "werkdag"] == []


def test_both_languages_say_the_same_things() -> None:
    nl, en = (_sleutels(stappenplantekst(naam)) for naam in TALEN)
    assert nl == en


def _moeilijk(tekst: str) -> list[str]:
    lijst = taal.lees_woordenlijst(bronnen().joinpath("woordenlijst.csv").read_text("utf-8"))
    return [w.woord for w in taal.moeilijke_woorden(tekst, lijst, toegestaan=TOEGESTAAN)]


def _zinnen(tabel: Mapping[str, Any]) -> list[str]:
    uit: list[str] = []
    for naam, waarde in tabel.items():
        if isinstance(waarde, dict):
            uit.extend(_zinnen(waarde))
        elif isinstance(waarde, str) and not naam.startswith(("taalcode", "taalnaam", "pictogram")):
            uit.append(waarde)
    return uit


def _sleutels(tabel: Mapping[str, Any], pad: str = "") -> set[str]:
    uit: set[str] = set()
    for naam, waarde in tabel.items():
        uit |= _sleutels(waarde, f"{pad}{naam}.") if isinstance(waarde, dict) else {pad + naam}
    return uit
