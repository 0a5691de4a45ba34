"""Reads a language file of the stappenplan that someone else wrote: complete, or refused by name.

The Dutch file says which texts there must be. What a file has more than that is passed over.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from klachtenapp.errors import RegelFout
from klachtenapp.papier.lettertype import drukbaar, ontbrekend
from klachtenapp.papier.tekst import vul_regel

MAX_BYTES = 65_536
_MAX_TEKST = 240
_NOEM = 6  # so many things are named; the rest is counted
_TAALCODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
_MERK = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
_LTR, _RTL = "ltr", "rtl"

VELDEN = frozenset(
    {
        "gemeente", "belnummer", "contact", "contact_telefoon", "bezoekadres", "openingstijden",
        "ombudsman", "ombudsman_telefoon", "kenmerk", "datum", "blad",
    }
)  # fmt: skip
"""The facts that a line of the stappenplan may name; each line only those of the Dutch one."""


def lees_taalbestand(inhoud: bytes, naam: str, voorbeeld: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the texts of a file ``naam`` that has all that ``voorbeeld`` (the Dutch one) has.

    :raises RegelFout: one sentence that names what is wrong: too large, no TOML, texts that
        are missing or of the wrong kind, an unknown field, a script from right to left, or
        characters that our letters do not have.
    """
    gelezen = _toml(inhoud, naam)
    _weiger_rechts_naar_links(gelezen, naam)
    ontbreekt: list[str] = []
    teksten = _overgenomen(voorbeeld, gelezen, "", ontbreekt)
    if ontbreekt:
        raise RegelFout(f"{naam} is niet af. Hier ontbreekt iets of klopt iets niet: "
                        f"{_opsomming(ontbreekt)}.", veld="taal")  # fmt: skip
    if not _TAALCODE.fullmatch(teksten["taalcode"]):
        raise RegelFout(f"{naam}: de taalcode klopt niet. Schrijf bijvoorbeeld pl-PL.", veld="taal")
    _controleer_velden(teksten, voorbeeld, naam)
    _controleer_tekens(teksten, naam)
    return teksten


def _toml(inhoud: bytes, naam: str) -> dict[str, Any]:
    if len(inhoud) > MAX_BYTES:
        raise RegelFout(
            f"{naam} is te groot. Een taalbestand is hooguit {MAX_BYTES // 1024} kB.", veld="taal"
        )
    try:
        return tomllib.loads(inhoud.decode("utf-8-sig").replace("\r\n", "\n"))
    except (ValueError, RecursionError) as fout:
        raise RegelFout(
            f"{naam} is geen goed taalbestand (TOML in UTF-8). Neem nl.toml als voorbeeld.",
            veld="taal",
        ) from fout


def _weiger_rechts_naar_links(gelezen: Mapping[str, Any], naam: str) -> None:
    richting = gelezen.get("richting", _LTR)
    if richting == _RTL:
        raise RegelFout(
            f"{naam}: dit programma kan nog geen schrift van rechts naar links printen, zoals "
            "Arabisch of Hebreeuws. Ons lettertype heeft die letters niet. Geef het blad in het "
            "Nederlands of Engels mee en vraag een tolk.",
            veld="taal",
        )
    if richting != _LTR:
        raise RegelFout(f'{naam}: bij richting hoort "ltr" of "rtl".', veld="taal")


def _overgenomen(
    voorbeeld: Mapping[str, Any], gelezen: Mapping[str, Any], plek: str, ontbreekt: list[str]
) -> dict[str, Any]:
    """Return what ``voorbeeld`` has, from ``gelezen``; note what is missing or of another kind."""
    uit: dict[str, Any] = {}
    for sleutel, hoort in voorbeeld.items():
        waarde, hier = gelezen.get(sleutel), f"{plek}{sleutel}"
        if sleutel == "richting":
            uit[sleutel] = _LTR
        elif isinstance(hoort, Mapping):
            deel = waarde if isinstance(waarde, Mapping) else {}
            uit[sleutel] = _overgenomen(hoort, deel, f"{hier}.", ontbreekt)
        elif isinstance(hoort, list):
            goed = isinstance(waarde, list) and len(waarde) == len(hoort)
            if not goed or not all(_is_tekst(deel) for deel in waarde or ()):
                ontbreekt.append(hier)
                continue
            uit[sleutel] = [drukbaar(deel) for deel in waarde or ()]
        elif not _is_tekst(waarde):
            ontbreekt.append(hier)
        else:
            uit[sleutel] = drukbaar(str(waarde))
    return uit


def _is_tekst(waarde: object) -> bool:
    return isinstance(waarde, str) and len(waarde.strip()) > 0 and len(waarde) <= _MAX_TEKST


def _controleer_velden(teksten: Mapping[str, Any], voorbeeld: Mapping[str, Any], naam: str) -> None:
    """Refuse a field that the Dutch line does not name, and a condition that is not closed."""
    leeg = dict.fromkeys(VELDEN, "x")
    bekend = dict(zinnen(voorbeeld))
    for plek, tekst in zinnen(teksten):
        vreemd = set(_MERK.findall(tekst)) - set(_MERK.findall(bekend[plek]))
        if vreemd:
            raise RegelFout(
                f"{naam}: bij {plek} staat {{{{{sorted(vreemd)[0][:40]}}}}}. Dat hoort daar niet.",
                veld="taal",
            )
        try:
            vul_regel(tekst, leeg)
        except RegelFout as fout:
            raise RegelFout(f"{naam}: bij {plek}. {fout.boodschap}", veld="taal") from fout


def _controleer_tekens(teksten: Mapping[str, Any], naam: str) -> None:
    tekens = ontbrekend("".join(tekst for _, tekst in zinnen(teksten)))
    if tekens:
        namen = _opsomming([f"{teken} (U+{ord(teken):04X})" for teken in tekens])
        raise RegelFout(
            f"{naam}: ons lettertype kent deze tekens niet: {namen}. Het kent Latijnse, Griekse "
            "en Cyrillische letters.",
            veld="taal",
        )


def zinnen(teksten: Mapping[str, Any], plek: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text with its place: ``stap.bellen.titel``."""
    for sleutel, waarde in teksten.items():
        if isinstance(waarde, Mapping):
            yield from zinnen(waarde, f"{plek}{sleutel}.")
        elif isinstance(waarde, list):
            yield from ((f"{plek}{sleutel}.{n}", deel) for n, deel in enumerate(waarde))
        else:
            yield f"{plek}{sleutel}", str(waarde)


def _opsomming(namen: list[str]) -> str:
    rest = len(namen) - _NOEM
    return ", ".join(namen[:_NOEM]) + (f" en nog {rest}" if rest > 0 else "")
