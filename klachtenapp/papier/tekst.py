"""The language of the letter texts: data, not code.

A text is ``onderwerp: …``, a blank line and paragraphs with a blank line between them:

    # Kop                  a heading
    ## Kop                 a smaller heading
    1. stap                a numbered step (a paragraph of its own lines)
    - punt                 a bullet
    > citaat               the words of the klager or of us, set apart
    ---- tekst             where to cut; what follows comes below the signature, as a slip
    ____ naam              a line to write on
    **vet**                bold
    {{veld}}               a fact by its name
    {{#als feit}}…{{/als}} only when the fact is there (``{{#als niet feit}}``: when it is not)
    {{#elk onderdeel}}…{{/elk}}   once for every klachtonderdeel

There is no expression and no attribute; text, marks and outcome have a largest size.
Conditions are settled before the paragraphs are found, and facts are put in after it: what a
person typed can never become a heading, a field or bold, it is only ever text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from klachtenapp.domain.teksttaal.merken import MAX_TEKST, Merksoort, lees_merk, splits
from klachtenapp.errors import RegelFout
from klachtenapp.papier.blokken import Blok, Bloksoort, Stuk, aaneen, alineas, regels
from klachtenapp.papier.lettertype import drukbaar
from klachtenapp.papier.voorwaarden import MAX_UIT, Keuze, te_lang

__all__ = ["Blok", "Bloksoort", "Ingevuld", "Stuk", "gebruikte_velden", "vul", "vul_regel"]

_ONDERWERP = "onderwerp:"
_MAX_ONDERWERP = 300
_MAX_BLOKKEN = 1_500
_PER_REGEL = 60  # what an empty line costs: about a line of paper


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
    kop, rest = _kop(_leesbaar(tekst))
    vulling = _Vulling(velden)
    stukken = vulling.stukken(vulling.gekozen(kop))
    onderwerp = " ".join("".join(stuk.tekst for stuk in stukken).split("\n"))
    if len(onderwerp) > _MAX_ONDERWERP:
        raise RegelFout("Het onderwerp van de brief is te lang. Maak het korter.", veld="onderwerp")
    blokken = vulling.blokken(rest)
    return Ingevuld(onderwerp, tuple(blokken), tuple(dict.fromkeys(vulling.leeg)))


def vul_regel(tekst: str, velden: Mapping[str, str]) -> Ingevuld:
    """Fill one line without an onderwerp, for the stappenplan."""
    vulling = _Vulling(velden)
    stukken = vulling.stukken(vulling.gekozen(_leesbaar(tekst)))
    blok = Blok(Bloksoort.ALINEA, tuple(stukken))
    return Ingevuld("", (blok,), tuple(dict.fromkeys(vulling.leeg)))


def gebruikte_velden(tekst: str) -> frozenset[str]:
    """Return the names of all fields and facts that a text mentions, also inside conditions."""
    namen: set[str] = set()
    for inhoud in splits(tekst)[1::2]:
        merk = lees_merk(inhoud)
        if merk is None:
            namen.add(inhoud.strip())
        elif merk.naam and merk.soort is not Merksoort.ELK:
            namen.add(merk.naam)
    return frozenset(namen)


def _leesbaar(tekst: str) -> str:
    """Return a text without anything that has no shape, such as a BOM or a direction mark."""
    if len(tekst) > MAX_TEKST:
        raise RegelFout(
            f"De tekst is te lang. Een brief heeft hoogstens {MAX_TEKST // 1000}.000 tekens.",
            veld="tekst",
        )
    return drukbaar(tekst)


def _kop(tekst: str) -> tuple[str, str]:
    """Split the line of the onderwerp from the text below its blank line."""
    kop, _, rest = tekst.partition("\n")
    leeg, einde, verder = rest.partition("\n")
    onderwerp = kop.removeprefix(_ONDERWERP).strip(" \t")
    if not kop.startswith(_ONDERWERP) or not onderwerp or leeg.strip() or not einde:
        raise RegelFout("De tekst moet beginnen met 'onderwerp:' en een lege regel.", veld="tekst")
    return onderwerp, verder


class _Vulling:
    """One text being filled: its facts, what they lack, and how much it has become."""

    def __init__(self, velden: Mapping[str, str]) -> None:
        self._velden = {naam: drukbaar(waarde[: MAX_UIT + 1]) for naam, waarde in velden.items()}
        self._keuze = Keuze(self._velden)
        self._maat = 0
        self.leeg: list[str] = []

    def gekozen(self, tekst: str) -> str:
        """Return the text with its conditions settled."""
        return self._keuze.kies(tekst)

    def blokken(self, tekst: str) -> list[Blok]:
        """Return the paragraphs; more than anyone reads is refused."""
        uit: list[Blok] = []
        for alinea in _alineas(self.gekozen(tekst)):
            for vorm, nummer, regel in regels(alinea):
                delen = alineas(self.stukken(regel))
                uit.extend(Blok(vorm, deel, nummer) for deel in delen)
                if len(uit) > _MAX_BLOKKEN:
                    raise te_lang()
        return uit

    def stukken(self, regel: str) -> list[Stuk]:
        """Split a line at ``**`` and fill its fields; only here does a fact enter the text."""
        uit: list[Stuk] = []
        for nummer, deel in enumerate(regel.split("**")):
            for plek, stuk in enumerate(splits(deel)):
                waarde = stuk if plek % 2 == 0 else self._feit(stuk.strip())
                self._maat += len(waarde) + _PER_REGEL * waarde.count("\n")
                if self._maat > MAX_UIT:
                    raise te_lang()
                if waarde:
                    uit.append(Stuk(aaneen(waarde), vet=nummer % 2 == 1))
        return uit

    def _feit(self, naam: str) -> str:
        waarde = self._velden.get(naam, "")
        if not waarde.strip():
            self.leeg.append(naam)
        return waarde


def _alineas(tekst: str) -> list[str]:
    """Split at blank lines."""
    uit: list[list[str]] = [[]]
    for regel in tekst.split("\n"):
        if regel.strip():
            uit[-1].append(regel)
        elif uit[-1]:
            uit.append([])
    return ["\n".join(regels_).strip() for regels_ in uit if regels_]
