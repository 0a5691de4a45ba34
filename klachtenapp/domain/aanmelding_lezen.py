"""From a JSON object (command line, web form) to an ``Aanmelding``; a refusal names the field."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.begrippen import Aanhef, Kanaal, Soort, Voorkeur, Vorm, Wens
from klachtenapp.domain.personen import Persoon
from klachtenapp.domain.tekens import opslaanbaar
from klachtenapp.errors import RegelFout

_Woord = TypeVar("_Woord", bound=StrEnum)

_TEKSTEN_PERSOON = (
    "voorletters", "voornaam", "tussenvoegsel", "achternaam", "organisatie", "straat",
    "huisnummer", "postcode", "plaats", "land", "telefoon", "email", "taal",
)  # fmt: skip
_PERSOON = frozenset({*_TEKSTEN_PERSOON, "aanhef", "voorkeur", "leest_moeilijk", "email_akkoord"})
_TEKSTEN = ("onderwerp", "afdeling", "behandelaar", "beklaagde", "koppeling")
_BEKEND = frozenset({
    *_TEKSTEN, "soort", "ontvangen_op", "kanaal", "vorm", "omschrijving", "klager", "gemachtigde",
    "uid", "wens", "gedraging_op", "ondertekend",
})  # fmt: skip
_VERPLICHT = ("soort", "ontvangen_op", "kanaal", "omschrijving")


def lees_aanmelding(gegevens: object) -> Aanmelding:
    """Return the intake that one JSON object describes.

    Refuses (``RegelFout`` with ``veld``) an unknown key, a missing required key, a word
    that is not in the list, a date that is not ``jjjj-mm-dd`` and a value of a wrong type.
    """
    veld = _object(gegevens, "de melding", "")
    _weiger_onbekend(veld, _BEKEND, "")
    for naam in _VERPLICHT:
        if _leeg(veld, naam):
            raise RegelFout(f"Het veld '{naam}' ontbreekt of is leeg.", veld=naam)
    return Aanmelding(
        soort=_woord(veld, "soort", Soort),
        ontvangen_op=_datum(veld, "ontvangen_op"),
        kanaal=_woord(veld, "kanaal", Kanaal),
        vorm=None if _leeg(veld, "vorm") else _woord(veld, "vorm", Vorm),
        wens=None if _leeg(veld, "wens") else _woord(veld, "wens", Wens),
        omschrijving=_tekst(veld, "omschrijving"),
        uid=_uid(veld),
        klager=_persoon(veld.get("klager"), "klager") or Persoon(),
        gemachtigde=_persoon(veld.get("gemachtigde"), "gemachtigde"),
        gedraging_op=None if _leeg(veld, "gedraging_op") else _datum(veld, "gedraging_op"),
        ondertekend=_ja(veld, "ondertekend", anders=True),
        **{naam: _tekst(veld, naam) for naam in _TEKSTEN},
    )


def _persoon(gegevens: object, pad: str) -> Persoon | None:
    if gegevens is None:
        return None
    veld = _object(gegevens, pad, pad)
    _weiger_onbekend(veld, _PERSOON, f"{pad}.")
    voorvoegsel = f"{pad}."
    return Persoon(
        aanhef=Aanhef.ONBEKEND
        if _leeg(veld, "aanhef")
        else _woord(veld, "aanhef", Aanhef, voorvoegsel),
        voorkeur=None
        if _leeg(veld, "voorkeur")
        else _woord(veld, "voorkeur", Voorkeur, voorvoegsel),
        leest_moeilijk=_ja(veld, "leest_moeilijk", voorvoegsel),
        email_akkoord=_ja(veld, "email_akkoord", voorvoegsel),
        **{naam: _tekst(veld, naam, voorvoegsel) for naam in _TEKSTEN_PERSOON},
    )


def _object(gegevens: object, wat: str, pad: str) -> Mapping[str, object]:
    if not isinstance(gegevens, dict):
        raise RegelFout(f"Bij {wat} hoort een object met velden te staan ({{…}}).", veld=pad)
    return gegevens


def _weiger_onbekend(veld: Mapping[str, object], bekend: frozenset[str], voorvoegsel: str) -> None:
    for naam in veld:
        if naam not in bekend:
            raise RegelFout(
                f"Het veld '{voorvoegsel}{naam}' kennen wij niet. Is de naam goed geschreven?",
                veld=f"{voorvoegsel}{naam}",
            )


def _leeg(veld: Mapping[str, object], naam: str) -> bool:
    waarde = veld.get(naam)
    return waarde is None or (isinstance(waarde, str) and not waarde.strip())


def _tekst(veld: Mapping[str, object], naam: str, voorvoegsel: str = "") -> str:
    waarde = veld.get(naam)
    if waarde is None:
        return ""
    if isinstance(waarde, int) and not isinstance(waarde, bool):
        return str(waarde)  # a house number is often written as a number
    if not isinstance(waarde, str):
        raise RegelFout(
            f"Bij '{voorvoegsel}{naam}' hoort tekst te staan.", veld=f"{voorvoegsel}{naam}"
        )
    return opslaanbaar(waarde).strip()


def _woord(
    veld: Mapping[str, object], naam: str, soort: type[_Woord], voorvoegsel: str = ""
) -> _Woord:
    tekst = _tekst(veld, naam, voorvoegsel).lower()
    try:
        return soort(tekst)
    except ValueError:
        keuzes = ", ".join(woord.value for woord in soort)
        raise RegelFout(
            f"'{tekst}' kan niet bij '{voorvoegsel}{naam}'. Kies uit: {keuzes}.",
            veld=f"{voorvoegsel}{naam}",
        ) from None


def _datum(veld: Mapping[str, object], naam: str) -> date:
    tekst = _tekst(veld, naam)
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        raise RegelFout(
            f"'{tekst}' bij '{naam}' is geen datum. Schrijf jaar-maand-dag, zoals 2026-11-24.",
            veld=naam,
        ) from None


def _ja(
    veld: Mapping[str, object], naam: str, voorvoegsel: str = "", *, anders: bool = False
) -> bool:
    waarde = veld.get(naam, anders)
    if not isinstance(waarde, bool):
        raise RegelFout(
            f"Bij '{voorvoegsel}{naam}' hoort true of false te staan.", veld=f"{voorvoegsel}{naam}"
        )
    return waarde


def _uid(veld: Mapping[str, object]) -> str:
    tekst = _tekst(veld, "uid")
    if not tekst:
        return ""
    try:
        return str(UUID(tekst))
    except ValueError:
        raise RegelFout(f"'{tekst}' bij 'uid' is geen UUID.", veld="uid") from None
