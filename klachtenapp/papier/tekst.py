"""The language of the letter texts: data, not code.

A text is ``onderwerp: …``, a blank line and paragraphs with a blank line between them:

    # Kop                  a heading
    ## Kop                 a smaller heading
    1. stap                a numbered step (a paragraph of its own lines)
    - punt                 a bullet
    > citaat               the words of the klager or of us, set apart
    **vet**                bold
    {{veld}}               a fact by its name
    {{#als feit}}…{{/als}} only when the fact is there (``{{#als niet feit}}``: when it is not)
    {{#elk onderdeel}}…{{/elk}}   once for every klachtonderdeel

There is no expression and no attribute. Conditions are settled before the paragraphs are
found, and facts are put in after it: what a person typed can never become a heading, a
field or bold, it is only ever text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from klachtenapp.errors import RegelFout
from klachtenapp.papier.blokken import Blok, Bloksoort, Stuk, aaneen, alineas, regels
from klachtenapp.papier.lettertype import drukbaar

__all__ = ["Blok", "Bloksoort", "Ingevuld", "Stuk", "gebruikte_velden", "vul", "vul_regel"]

_MERK = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_VELD = re.compile(r"[a-z][a-z0-9_]*")
_STUUR = re.compile(
    r"#als (?P<niet>niet )?(?P<feit>[a-z][a-z0-9_]*)|#elk (?P<rij>[a-z]+)|/als|/elk"
)
_ONDERWERP = re.compile(r"onderwerp:[ \t]*(?P<tekst>[^\n]+)\n\s*\n")
_MAX_DIEPTE = 8


@dataclass(frozen=True, slots=True)
class Ingevuld:
    """A text with its facts; ``leeg`` names the fields that had none: then it must not print."""

    onderwerp: str
    blokken: tuple[Blok, ...]
    leeg: tuple[str, ...] = ()


def vul(tekst: str, velden: Mapping[str, str]) -> Ingevuld:
    """Fill ``tekst`` with ``velden``.

    The keys of ``velden`` are the allow-list. An unknown field or a block that is not
    closed raises ``RegelFout`` naming it; a known field without a fact ends in ``leeg``.
    """
    kop = _ONDERWERP.match(tekst)
    if kop is None:
        raise RegelFout("De tekst moet beginnen met 'onderwerp:' en een lege regel.", veld="tekst")
    schoon = {naam: drukbaar(waarde) for naam, waarde in velden.items()}
    leeg: list[str] = []
    onderwerp = _stukken(_gekozen(kop["tekst"], schoon), schoon, leeg)
    blokken = _blokken(_gekozen(tekst[kop.end() :], schoon), schoon, leeg)
    return Ingevuld(
        onderwerp="".join(stuk.tekst for stuk in onderwerp),
        blokken=tuple(blokken),
        leeg=tuple(dict.fromkeys(leeg)),
    )


def vul_regel(tekst: str, velden: Mapping[str, str]) -> Ingevuld:
    """Fill one line without an onderwerp, for the stappenplan."""
    schoon = {naam: drukbaar(waarde) for naam, waarde in velden.items()}
    leeg: list[str] = []
    stukken = _stukken(_gekozen(tekst, schoon), schoon, leeg)
    return Ingevuld("", (Blok(Bloksoort.ALINEA, tuple(stukken)),), tuple(dict.fromkeys(leeg)))


def gebruikte_velden(tekst: str) -> frozenset[str]:
    """Return the names of all fields and facts that a text mentions, also inside conditions."""
    namen: set[str] = set()
    for merk in _MERK.finditer(tekst):
        inhoud = merk[1].strip()
        stuur = _STUUR.fullmatch(inhoud)
        if stuur is None:
            namen.add(inhoud)
        elif stuur["feit"]:
            namen.add(stuur["feit"])
    return frozenset(namen)


def _gekozen(tekst: str, velden: Mapping[str, str]) -> str:
    """Return the text with its conditions settled and its repetitions written out."""
    delen = _MERK.split(tekst)
    uit, plek = _loop(delen, 0, velden, "", 0)
    if plek < len(delen):
        raise _fout(delen[plek])
    if _los(uit):
        raise RegelFout(
            "In de tekst staat een losse {{ of }}. Een veld schrijft u als {{naam}}.", veld="tekst"
        )
    return uit


def _los(tekst: str) -> bool:
    zonder = _MERK.sub("", tekst)
    return "{{" in zonder or "}}" in zonder


def _loop(
    delen: list[str], plek: int, velden: Mapping[str, str], tot: str, diepte: int
) -> tuple[str, int]:
    """Walk ``delen`` (text and marks in turn) up to the mark ``tot``; return text and place."""
    if diepte > _MAX_DIEPTE:
        raise RegelFout("De tekst heeft te veel blokken in elkaar.", veld="tekst")
    uit: list[str] = []
    while plek < len(delen):
        if plek % 2 == 0:
            uit.append(delen[plek])
            plek += 1
            continue
        inhoud = delen[plek].strip()
        if tot and inhoud == tot:
            return "".join(uit), plek
        stuur = _STUUR.fullmatch(inhoud)
        if stuur is None:
            _controleer(inhoud, velden)
            uit.append("{{" + inhoud + "}}")
            plek += 1
        elif inhoud.startswith("/"):
            raise _fout(inhoud)
        else:
            stuk, plek = _blok(stuur, delen, plek, velden, diepte)
            uit.append(stuk)
    if tot:
        raise RegelFout(f"In de tekst ontbreekt {{{{{tot}}}}}.", veld=tot)
    return "".join(uit), plek


def _blok(
    stuur: re.Match[str], delen: list[str], plek: int, velden: Mapping[str, str], diepte: int
) -> tuple[str, int]:
    if stuur["rij"]:
        return _herhaal(stuur["rij"], delen, plek, velden, diepte)
    feit = stuur["feit"]
    _controleer(feit, velden)
    binnen, einde = _loop(delen, plek + 1, velden, "/als", diepte + 1)
    waar = velden[feit].strip() not in ("", "nee")
    return (binnen if waar != bool(stuur["niet"]) else ""), einde + 1


def _herhaal(
    rij: str, delen: list[str], plek: int, velden: Mapping[str, str], diepte: int
) -> tuple[str, int]:
    """Write the block once per row; ``{{onderdeel_x}}`` becomes ``{{onderdeel1_x}}`` and so on."""
    aantal = velden.get(f"{rij}_aantal")
    if aantal is None:
        raise _fout(f"#elk {rij}")
    kopieen: list[str] = []
    _, einde = _loop(delen, plek + 1, _rijvelden(rij, 0, velden), "/elk", diepte + 1)
    for nummer in range(1, int(aantal or 0) + 1):
        eigen = _rijvelden(rij, nummer, velden)
        binnen, einde = _loop(delen, plek + 1, eigen, "/elk", diepte + 1)
        kopieen.append(re.sub(rf"\{{\{{{rij}_", f"{{{{{rij}{nummer}_", binnen))
    return "".join(kopieen), einde + 1


def _rijvelden(rij: str, nummer: int, velden: Mapping[str, str]) -> dict[str, str]:
    """Return the fields as seen inside one row; row 0 only knows the names."""
    voorvoegsel = f"{rij}{nummer}_" if nummer else f"{rij}_"
    eigen = {
        f"{rij}_{naam.removeprefix(voorvoegsel)}": waarde
        for naam, waarde in velden.items()
        if naam.startswith(voorvoegsel)
    }
    return {**velden, **eigen}


def _controleer(naam: str, velden: Mapping[str, str]) -> None:
    if not _VELD.fullmatch(naam) or naam not in velden:
        raise _fout(naam)


def _fout(naam: str) -> RegelFout:
    kort = drukbaar(naam).strip()[:40]
    return RegelFout(
        f"In de tekst staat {{{{{kort}}}}}. Dat veld bestaat niet. Kies een veld uit de lijst.",
        veld=kort,
    )


def _blokken(tekst: str, velden: Mapping[str, str], leeg: list[str]) -> list[Blok]:
    uit: list[Blok] = []
    for alinea in re.split(r"\n[ \t]*\n", tekst.replace("\r\n", "\n")):
        for vorm, nummer, regel in regels(alinea.strip()):
            stukken = _stukken(regel, velden, leeg)
            uit.extend(Blok(vorm, deel, nummer) for deel in alineas(stukken))
    return uit


def _stukken(regel: str, velden: Mapping[str, str], leeg: list[str]) -> list[Stuk]:
    """Split a line at ``**`` and fill its fields; only here does a fact enter the text."""
    uit: list[Stuk] = []
    for nummer, deel in enumerate(regel.split("**")):
        stukken = _MERK.split(deel)
        for plek, stuk in enumerate(stukken):
            waarde = stuk if plek % 2 == 0 else velden[stuk.strip()]
            if plek % 2 and not waarde.strip():
                leeg.append(stuk.strip())
            if waarde:
                uit.append(Stuk(aaneen(drukbaar(waarde)), vet=nummer % 2 == 1))
    return uit
