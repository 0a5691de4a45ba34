"""A letter text in paragraphs and back: what an editor shows, without losing a character.

``schrijf(ontleed(tekst))`` is ``tekst`` for every text in the usual form, and prints the same
for any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from klachtenapp.domain.teksttaal.merken import Merk, Merksoort, lees_merk, splits
from klachtenapp.errors import RegelFout

ONDERWERP = "onderwerp:"
_NIEUWE_REGEL = re.compile(r"\n(?:[ \t]*\n)*")
_TEKEN = re.compile(r"(?P<stap>\d{1,2}\. +)|## |# |- |> |---- |____ ")


class Vorm(StrEnum):
    """What kind of paragraph; the sign in the text stands in ``TEKENS``."""

    ALINEA = "alinea"
    KOP = "kop"
    SUBKOP = "subkop"
    STAP = "stap"
    PUNT = "punt"
    CITAAT = "citaat"
    KNIP = "knip"
    INVUL = "invul"


TEKENS = {
    Vorm.KOP: "# ",
    Vorm.SUBKOP: "## ",
    Vorm.PUNT: "- ",
    Vorm.CITAAT: "> ",
    Vorm.KNIP: "---- ",
    Vorm.INVUL: "____ ",
}
_VORMEN = {teken: vorm for vorm, teken in TEKENS.items()}
LIJSTEN = frozenset({Vorm.STAP, Vorm.PUNT, Vorm.INVUL})
"""Kinds that follow each other line by line."""


@dataclass(frozen=True, slots=True)
class Deel:
    """A run of text, or one mark; ``vet`` is bold."""

    tekst: str = ""
    merk: Merk | None = None
    vet: bool = False


@dataclass(frozen=True, slots=True)
class Alinea:
    """One paragraph.

    ``tussen`` is what stands before it: a blank line, a line break, or nothing when it is
    the other branch of a condition. ``teken`` is its sign as written, ``voor`` how many marks
    stand before that sign; -1 leaves the place to ``schrijf``.
    """

    delen: tuple[Deel, ...]
    vorm: Vorm = Vorm.ALINEA
    teken: str = ""
    tussen: str = "\n\n"
    voor: int = -1

    @property
    def nummer(self) -> int:
        """The number of a step, else 0."""
        return int(self.teken.partition(".")[0]) if self.vorm is Vorm.STAP and self.teken else 0


@dataclass(frozen=True, slots=True)
class Tekstvorm:
    """A whole text: onderwerp, paragraphs, and the white behind the last."""

    onderwerp: tuple[Deel, ...]
    alineas: tuple[Alinea, ...]
    slot: str = "\n"


def ontleed(tekst: str) -> Tekstvorm:
    """Take a text apart; ``RegelFout`` when it does not begin with its onderwerp."""
    kop, _, rest = tekst.partition("\n")
    leeg, einde, lijf = rest.partition("\n")
    onderwerp = kop.removeprefix(ONDERWERP).strip(" \t")
    if not kop.startswith(ONDERWERP) or not onderwerp or leeg.strip() or not einde:
        raise RegelFout("De tekst moet beginnen met 'onderwerp:' en een lege regel.", veld="tekst")
    kaal = lijf.rstrip()
    alineas: list[Alinea] = []
    plek, tussen, vet = 0, "", False
    for wit in [*_NIEUWE_REGEL.finditer(kaal), None]:
        regel = kaal[plek : wit.start()] if wit else kaal[plek:]
        vervolg = tussen == "\n" and not _begint_met_teken(regel)
        nieuw = list(_regel(regel, tussen, vet=vet and vervolg))
        alineas += nieuw
        vet = _eindigt_vet(regel, nieuw)
        plek, tussen = (wit.end(), wit[0]) if wit else (len(kaal), "")
    return Tekstvorm(tuple(_delen(onderwerp)), tuple(alineas), lijf[len(kaal) :])


def schrijf(vorm: Tekstvorm) -> str:
    """Return the text of paragraphs, in the language that is stored."""
    uit = [f"{ONDERWERP} {_tekst(vorm.onderwerp)}\n\n"]
    vorige: Alinea | None = None
    for alinea in vorm.alineas:
        uit.append(_tussen(alinea, vorige))
        voor = _plek_van_teken(alinea) if _teken(alinea) else 0
        uit += [_tekst(alinea.delen[:voor]), _teken(alinea), _tekst(alinea.delen[voor:])]
        vorige = alinea
    return "".join(uit) + vorm.slot


def _tussen(alinea: Alinea, vorige: Alinea | None) -> str:
    """Return the white before a paragraph; branches stay joined only where they still are."""
    if vorige is None:
        return ""
    if alinea.tussen:
        return alinea.tussen
    eerste = alinea.delen[0].merk if alinea.delen else None
    laatste = vorige.delen[-1].merk if vorige.delen else None
    if eerste and laatste and eerste.soort.opent and laatste.soort is Merksoort.EINDE_ALS:
        return ""
    return "\n"


def _teken(alinea: Alinea) -> str:
    if alinea.vorm is Vorm.STAP:
        return alinea.teken or "1. "
    return TEKENS.get(alinea.vorm, "")


def _plek_van_teken(alinea: Alinea) -> int:
    """Return how many marks go before the sign, so that each branch has the sign it needs."""
    leidend = 0
    while leidend < len(alinea.delen) and _is_stuur(alinea.delen[leidend]):
        leidend += 1
    if 0 <= alinea.voor <= leidend:
        return alinea.voor
    for plek in range(leidend):
        merk = alinea.delen[plek].merk
        if merk is not None and merk.soort.opent and not _om_alles(alinea.delen, plek):
            return plek
    return leidend


def _om_alles(delen: tuple[Deel, ...], plek: int) -> bool:
    """Whether the mark at ``plek`` reaches over the whole paragraph, or beyond it."""
    diepte = 0
    for nummer in range(plek, len(delen)):
        merk = delen[nummer].merk
        if merk is None:
            continue
        diepte += merk.soort.opent - merk.soort.sluit
        if diepte == 0:
            return all(_is_stuur(deel) for deel in delen[nummer + 1 :])
    return True


def _is_stuur(deel: Deel) -> bool:
    return deel.merk is not None and deel.merk.soort is not Merksoort.VELD


def _regel(regel: str, tussen: str, *, vet: bool) -> Iterator[Alinea]:
    """Yield the paragraph of one line, or one for each branch that has a sign of its own."""
    delen = list(_delen(regel, vet=vet))
    begin = 0
    eerste = True
    for plek in [*_takken(delen), len(delen)]:
        stuk = delen[begin:plek]
        if stuk or not eerste or plek == len(delen):
            yield _alinea(stuk, tussen if eerste else "")
            eerste = False
        begin = plek


def _takken(delen: list[Deel]) -> Iterator[int]:
    """Yield where, right behind a condition, another one opens before a sign: a branch."""
    plek = 0
    while plek < len(delen):
        eind = plek
        while eind < len(delen) and _opent(delen[eind]):
            eind += 1
        volgt = delen[eind] if eind < len(delen) else None
        if eind > plek > 0 and volgt and not volgt.vet and _TEKEN.match(volgt.tekst):
            vorig = delen[plek - 1].merk
            if vorig is not None and vorig.soort is Merksoort.EINDE_ALS:
                yield plek
        plek = max(eind, plek + 1)


def _opent(deel: Deel) -> bool:
    return deel.merk is not None and deel.merk.soort.opent


def _alinea(delen: list[Deel], tussen: str) -> Alinea:
    voor = 0
    while voor < len(delen) and _is_stuur(delen[voor]):
        voor += 1
    teken = _TEKEN.match(delen[voor].tekst) if voor < len(delen) and not delen[voor].vet else None
    if teken is None:
        return Alinea(tuple(delen), tussen=tussen)
    rest = delen[voor].tekst[teken.end() :]
    over = [Deel(rest)] if rest else []
    vorm = Vorm.STAP if teken["stap"] else _VORMEN[teken[0]]
    alles = (*delen[:voor], *over, *delen[voor + 1 :])
    return Alinea(alles, vorm, teken[0], tussen, voor)


def _eindigt_vet(regel: str, nieuw: list[Alinea]) -> bool:
    """Whether bold that began here was not ended: it goes on in the next line of the item."""
    laatste = nieuw[-1].delen[-1:] if nieuw else ()
    return bool(laatste and laatste[0].vet) and regel.count("**") % 2 == 1


def _begint_met_teken(regel: str) -> bool:
    return bool(_TEKEN.match(regel))


def _delen(tekst: str, *, vet: bool = False) -> Iterator[Deel]:
    """Yield the runs and marks of one line; what is no mark stays text, braces and all."""
    los = ""
    for plek, stuk in enumerate(splits(tekst)):
        merk = lees_merk(stuk) if plek % 2 else None
        if merk is None:
            los += stuk if plek % 2 == 0 else f"{{{{{stuk}}}}}"
            continue
        if los:
            runs = list(_runs(los, vet=vet))
            yield from (run for run in runs if run.tekst)
            vet, los = runs[-1].vet, ""
        yield Deel(merk=merk, vet=vet)
    if los:
        yield from (run for run in _runs(los, vet=vet) if run.tekst)


def _runs(tekst: str, *, vet: bool) -> Iterator[Deel]:
    for nummer, deel in enumerate(tekst.split("**")):
        yield Deel(deel, vet=vet != (nummer % 2 == 1))


def _tekst(delen: tuple[Deel, ...]) -> str:
    """Return runs and marks as text, with ``**`` where bold begins and ends."""
    uit: list[str] = []
    vet = False
    for deel in delen:
        if deel.vet != vet:
            uit.append("**")
            vet = deel.vet
        uit.append(deel.merk.tekst if deel.merk else deel.tekst)
    return "".join(uit) + ("**" if vet else "")
