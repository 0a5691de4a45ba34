"""Draws a letter: lays its text on the pages and draws what stands around it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass

from klachtenapp.papier import opmaak, strook
from klachtenapp.papier.afronden import Element
from klachtenapp.papier.blad import Blad
from klachtenapp.papier.briefhoofd import teken_briefhoofd
from klachtenapp.papier.briefmodel import LINKS, TEKSTBREEDTE, Brief, Ondertekening
from klachtenapp.papier.briefrand import (
    teken_onderwerp,
    teken_referentie,
    teken_vervolg,
    teken_voet,
)
from klachtenapp.papier.handtekening import teken_handtekening
from klachtenapp.papier.kleur import INKT, Kleur
from klachtenapp.papier.lettertype import GEWOON, VET, drukbaar
from klachtenapp.papier.opmaak import Plaats, Vak, breek
from klachtenapp.papier.sierwerk import teken_oefening, teken_vouwlijn
from klachtenapp.papier.tekst import Blok, Bloksoort, Stuk
from klachtenapp.papier.venster import gemeente_naam, teken_adres

__all__ = ["Brief", "Ondertekening", "teken_brief"]

_ONDER = 274.5
_BOVEN_VERVOLG = 34.0
_PUNT = "•"
_ROLLEN = {
    Bloksoort.ALINEA: "P",
    Bloksoort.KOP: "H2",
    Bloksoort.SUBKOP: "H3",
    Bloksoort.STAP: "LI",
    Bloksoort.PUNT: "LI",
    Bloksoort.CITAAT: "BlockQuote",
}
# Two weights, also for bold in a text: each one more is a font to embed.
_LETTERS = {
    Bloksoort.KOP: VET,
    Bloksoort.SUBKOP: VET,
}


@dataclass(frozen=True, slots=True)
class _Maat:
    """Type in points; line height and room for a signature in mm; share of the white to use."""

    punt: float
    regel: float
    wit: float
    handtekening: float = 15.0


_MATEN = (
    _Maat(11, 5.2, 1.0),
    _Maat(11, 5.0, 0.8, 14),
    _Maat(10.5, 4.8, 0.75, 13),
    _Maat(10.2, 4.6, 0.65, 11),
)
_GROTE_MAAT = (_Maat(13, 6.2, 1.0),)


def teken_brief(brief: Brief, bijlage: Callable[[Blad], None] | None = None) -> bytes:
    """Return the letter as PDF; ``bijlage`` draws further pages behind it."""
    titel = f"{brief.tekst.onderwerp} ({brief.kenmerk})"
    blad = Blad(titel, datum=brief.datum, auteur=gemeente_naam(brief.gemeente))
    teken_briefhoofd(blad, brief.gemeente, brief.logo)
    with blad.sier():
        teken_vouwlijn(blad, brief.gemeente.venster)
        teken_oefening(blad, brief.gemeente)
    teken_adres(blad, brief.adres, brief.gemeente)
    onder_referentie = teken_referentie(blad, brief)
    begin = teken_onderwerp(blad, brief, onder_referentie)
    paginas = _zet(brief, begin)
    teken_voet(blad, brief.gemeente, 1, len(paginas), brief.anker)
    _teken_paginas(blad, brief, paginas)
    if bijlage is not None:
        blad.nieuwe_pagina()
        bijlage(blad)
    return blad.bewaar()


def _zet(brief: Brief, begin: float) -> list[list[Plaats]]:
    """Lay out the text: on one page when a slightly tighter setting makes that possible."""

    def ruimte(pagina: int) -> tuple[float, float]:
        return (begin if pagina == 0 else _BOVEN_VERVOLG, _ONDER)

    ruimst, *krapper = _GROTE_MAAT if brief.groot else _MATEN
    gewoon = opmaak.verdeel(_vakken(brief, ruimst), ruimte)
    if len(gewoon) == 1 or not krapper:
        return gewoon
    krapst = opmaak.verdeel(_vakken(brief, krapper[-1]), ruimte)
    if len(krapst) > 1:  # then it had better be easy to read
        return gewoon
    proeven = (opmaak.verdeel(_vakken(brief, maat), ruimte) for maat in krapper[:-1])
    return next((proef for proef in proeven if len(proef) == 1), krapst)


def _vakken(brief: Brief, maat: _Maat) -> list[Vak]:
    boven, onder = strook.splits(brief.tekst.blokken)
    vakken = [_vak(blok, maat, vorige) for blok, vorige in _met_vorige(boven)]
    if vakken:
        vakken[-1].bij_volgende = True  # a signature never stands alone on a page
    strookvakken = strook.vakken(onder, maat.punt, maat.regel)
    return [*vakken, *_slot(brief.ondertekening, maat), *strookvakken]


def _met_vorige(blokken: tuple[Blok, ...]) -> list[tuple[Blok, Blok | None]]:
    return list(zip(blokken, (None, *blokken), strict=False))


def _vak(blok: Blok, maat: _Maat, vorige: Blok | None) -> Vak:
    if blok.soort is Bloksoort.INVUL:
        return strook.vak(blok, maat.punt, maat.regel)
    in_lijst = blok.soort in (Bloksoort.STAP, Bloksoort.PUNT)
    inspring = 6.0 if in_lijst or blok.soort is Bloksoort.CITAAT else 0.0
    kop = blok.soort in (Bloksoort.KOP, Bloksoort.SUBKOP)
    punt = maat.punt + {Bloksoort.KOP: 1.0}.get(blok.soort, 0.0)
    regels = breek(
        blok.stukken,
        TEKSTBREEDTE - inspring,
        punt,
        gewoon=_LETTERS.get(blok.soort, GEWOON),
        vet=VET,
    )
    zelfde_lijst = vorige is not None and vorige.soort is blok.soort and in_lijst
    wit = {Bloksoort.KOP: 4.4, Bloksoort.SUBKOP: 2.6}.get(blok.soort, 2.8)
    if zelfde_lijst:
        wit = 0.9
    elif vorige is not None and vorige.soort in (Bloksoort.KOP, Bloksoort.SUBKOP):
        wit = 0.5
    label = ""
    if in_lijst:
        label = f"{blok.nummer}." if blok.soort is Bloksoort.STAP else _PUNT
    return Vak(
        rol=_ROLLEN[blok.soort],
        regels=regels,
        maat=punt,
        regelhoogte=maat.regel,
        voor=wit * maat.wit,
        inspring=inspring,
        label=label,
        streep=blok.soort is Bloksoort.CITAAT,
        bij_volgende=kop,
    )


def _slot(wie: Ondertekening, maat: _Maat) -> list[Vak]:
    """Return greeting and signature: never cut, never apart."""
    groet = breek(
        [Stuk(f"Met vriendelijke groet,\n{drukbaar(wie.namens)},")], TEKSTBREEDTE, maat.punt
    )
    naam = [Stuk(drukbaar(wie.naam), vet=True)]
    if wie.functie:
        naam.append(Stuk("\n" + drukbaar(wie.functie)))
    ondertekend = breek(naam, TEKSTBREEDTE, maat.punt)
    return [
        Vak("P", groet, maat.punt, maat.regel, voor=4.0 * maat.wit, bij_volgende=True, bijeen=True),
        Vak(
            "P", ondertekend, maat.punt, maat.regel, voor=maat.handtekening, bijeen=True, naam=True
        ),
    ]


def _teken_paginas(blad: Blad, brief: Brief, paginas: list[list[Plaats]]) -> None:
    begonnen: dict[int, Element] = {}
    telling = ""
    with ExitStack() as lijst:
        for nummer, plaatsen in enumerate(paginas, start=1):
            if nummer > 1:
                blad.nieuwe_pagina()
                teken_vervolg(blad, brief, nummer, len(paginas))
            for plaats in plaatsen:
                eigen = _telling(plaats.vak)
                if eigen != telling:
                    lijst.close()
                    telling = eigen
                    if telling:
                        lijst.enter_context(blad.element("L", telling=telling))
                if plaats.vak.naam and brief.ondertekening.beeld is not None:
                    teken_handtekening(blad, brief.ondertekening.beeld, plaats)
                _teken_vak(blad, plaats, begonnen, brief.kleur)


def _telling(vak: Vak) -> str:
    """Return how the list is numbered to which this belongs; empty outside a list."""
    if vak.rol != "LI":
        return ""
    return "Disc" if vak.label == _PUNT else "Decimal"


def _teken_vak(blad: Blad, plaats: Plaats, begonnen: dict[int, Element], kleur: Kleur) -> None:
    vak = plaats.vak
    if vak.streep:
        hoogte = (plaats.tot - plaats.van) * vak.regelhoogte
        with blad.sier():
            blad.vlak(LINKS + 1.2, plaats.y + 0.6, 0.9, hoogte - 0.4, vul=kleur)
    strook.teken_lijnen(blad, plaats)
    if vak.rol == "LI":
        _teken_punt(blad, plaats, begonnen)
        return
    vorig = begonnen.get(id(vak))
    with blad.inhoud(vorig if vorig is not None else vak.rol) as element:
        begonnen[id(vak)] = element
        _teken_regels(blad, plaats, kleur if vak.rol == "H2" else INKT)


def _teken_punt(blad: Blad, plaats: Plaats, begonnen: dict[int, Element]) -> None:
    vorig = begonnen.get(id(plaats.vak))
    if vorig is not None:
        with blad.inhoud(vorig):
            _teken_regels(blad, plaats)
        return
    vak = plaats.vak
    with blad.element("LI"):
        with blad.inhoud("Lbl"):
            blad.tekst(LINKS, _basislijn(plaats, 0), vak.label + " ", font=VET, maat=vak.maat,
                       kleur=INKT)  # fmt: skip
        with blad.inhoud("LBody") as element:
            begonnen[id(vak)] = element
            _teken_regels(blad, plaats)


def _basislijn(plaats: Plaats, nummer: int) -> float:
    return plaats.y + plaats.vak.regelhoogte * (nummer + 0.76)


def _teken_regels(blad: Blad, plaats: Plaats, kleur: Kleur = INKT) -> None:
    """Draw the lines; each ends in a space, so that words stay apart when read aloud."""
    vak = plaats.vak
    for nummer, regel in enumerate(vak.regels[plaats.van : plaats.tot]):
        for plek, deel in enumerate(regel.delen):
            einde = " " if plek == len(regel.delen) - 1 else ""
            blad.tekst(
                LINKS + vak.inspring + deel.x, _basislijn(plaats, nummer), deel.tekst + einde,
                font=deel.font, maat=vak.maat, kleur=kleur,
            )  # fmt: skip
