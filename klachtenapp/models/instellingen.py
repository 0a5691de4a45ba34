"""The settings of the register: the gemeente, its norms and its calendar."""

from __future__ import annotations

import json
from dataclasses import MISSING, asdict, fields, is_dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, get_type_hints

from klachtenapp.domain.bewaarschema import Kopiekeuze
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.kalender import Kalender
from klachtenapp.domain.kalendertabel import lees_kalender, schrijf_kalender
from klachtenapp.domain.normen import Normen
from klachtenapp.domain.stappenproef import Stappenproef
from klachtenapp.models.fouten import uit_register
from klachtenapp.models.omzetten import naar_json
from klachtenapp.models.register import Register
from klachtenapp.models.tables import InstellingRow

_GEMEENTE, _NORMEN, _KALENDER, _MODEL = "gemeente", "normen", "kalender", "model_verdaging"
_PROEF = "stappenproef"
_WOORDEN = "eigen_woorden"
_KOPIEEN = "reservekopie"
_OUDE_SLEUTELS = "oude_sleutels"


@uit_register
def gemeente(register: Register) -> Gemeente:
    """Return the gemeente whose register this is."""
    return _lees_gemeente(_alle(register))


@uit_register
def kader(register: Register) -> Kader:
    """Return the rules by which this register counts."""
    return _lees_kader(_alle(register))


@uit_register
def gemeente_en_kader(register: Register) -> tuple[Gemeente, Kader]:
    """Return both in one query: what every start of the program needs."""
    waarden = _alle(register)
    return _lees_gemeente(waarden), _lees_kader(waarden)


def bewaar_gemeente(register: Register, wie: Gemeente) -> None:
    """Store the gemeente, in a transaction."""
    _bewaar(register, _GEMEENTE, naar_json(asdict(wie)))


def bewaar_normen(register: Register, normen: Normen) -> None:
    """Store the norms, in a transaction."""
    _bewaar(register, _NORMEN, naar_json(normen.als_tekst()))


def bewaar_kalender(register: Register, kalender: Kalender) -> None:
    """Store the calendar with its coverage, in a transaction."""
    _bewaar(register, _KALENDER, schrijf_kalender(kalender))


def bewaar_model_verdaging(register: Register, model: str) -> None:
    """Store how verdaging counts, A or B (domein §2.4), in a transaction."""
    _bewaar(register, _MODEL, model)


@uit_register
def eigen_woorden(register: Register) -> dict[str, str]:
    """Return the difficult words that the gemeente added, each with its plain word."""
    rij = register.een(InstellingRow.select().where(InstellingRow.naam == _WOORDEN).dicts())
    woorden: dict[str, str] = json.loads(rij["waarde"]) if rij else {}
    return woorden


def bewaar_eigen_woorden(register: Register, woorden: dict[str, str]) -> None:
    """Store the own words, all of them, in a transaction."""
    _bewaar(register, _WOORDEN, naar_json(woorden))


@uit_register
def kopiekeuze(register: Register) -> Kopiekeuze:
    """Return how the gemeente wants its copies."""
    rij = register.een(InstellingRow.select().where(InstellingRow.naam == _KOPIEEN).dicts())
    return Kopiekeuze(**json.loads(rij["waarde"])) if rij else Kopiekeuze()


def bewaar_kopiekeuze(register: Register, keuze: Kopiekeuze) -> None:
    """Store how the gemeente wants its copies, in a transaction."""
    _bewaar(register, _KOPIEEN, naar_json(asdict(keuze)))


def oude_sleutels(register: Register) -> list[bytes]:
    """Return the keys that this register had before, the newest first.

    They stand inside it, so who can open the register can open what an earlier key locked.
    """
    rij = register.een(InstellingRow.select().where(InstellingRow.naam == _OUDE_SLEUTELS).dicts())
    return [bytes.fromhex(tekst) for tekst in json.loads(rij["waarde"])] if rij else []


def bewaar_oude_sleutels(register: Register, sleutels: list[bytes]) -> None:
    """Store the keys that this register had before, in a transaction."""
    _bewaar(register, _OUDE_SLEUTELS, naar_json([sleutel.hex() for sleutel in sleutels]))


@uit_register
def stappenproef(register: Register) -> Stappenproef:
    """Return which two stappenplannen go by turns; off when nobody chose."""
    gegevens = json.loads(_alle(register).get(_PROEF, "{}"))
    sinds = gegevens.pop("sinds", "")
    proef: Stappenproef = _bouw(Stappenproef, gegevens)
    return replace(proef, sinds=date.fromisoformat(sinds) if sinds else None)


def bewaar_stappenproef(register: Register, proef: Stappenproef) -> None:
    """Store which two stappenplannen go by turns, in a transaction."""
    gegevens = {**asdict(proef), "sinds": proef.sinds.isoformat() if proef.sinds else ""}
    _bewaar(register, _PROEF, naar_json(gegevens))


def _alle(register: Register) -> dict[str, str]:
    return {r["naam"]: r["waarde"] for r in register.alle(InstellingRow.select().dicts())}


def _bewaar(register: Register, naam: str, waarde: str) -> None:
    register.schrijf(
        InstellingRow.insert(naam=naam, waarde=waarde).on_conflict(
            conflict_target=[InstellingRow.naam], update={InstellingRow.waarde: waarde}
        )
    )


def _lees_gemeente(waarden: dict[str, str]) -> Gemeente:
    wie: Gemeente = _bouw(Gemeente, json.loads(waarden.get(_GEMEENTE, "{}")))
    return wie


def _lees_kader(waarden: dict[str, str]) -> Kader:
    return Kader(
        kalender=lees_kalender(waarden[_KALENDER]) if _KALENDER in waarden else Kalender(),
        normen=Normen.uit_tekst(_bekende_normen(json.loads(waarden.get(_NORMEN, "{}")))),
        model_verdaging=waarden.get(_MODEL, "A"),
        ondertekenen=_lees_gemeente(waarden).ondertekenen,
    )


def _bekende_normen(waarden: dict[str, str]) -> dict[str, str]:
    """Leave out norms that this version of the program does not have (any more)."""
    bekend = {veld.name for veld in fields(Normen)}
    return {naam: tekst for naam, tekst in waarden.items() if naam in bekend}


def _bouw(soort: Any, gegevens: dict[str, Any]) -> Any:
    """Return the dataclass ``soort`` from stored JSON; what it does not know is left out."""
    hints = get_type_hints(soort)
    waarden = {}
    for veld in fields(soort):
        if veld.name not in gegevens:
            if veld.default is MISSING:
                waarden[veld.name] = ""
            continue
        waarde, hint = gegevens[veld.name], hints[veld.name]
        if is_dataclass(hint):
            waarde = _bouw(hint, waarde)
        elif isinstance(hint, type) and issubclass(hint, StrEnum):
            waarde = hint(waarde)
        waarden[veld.name] = waarde
    return soort(**waarden)
