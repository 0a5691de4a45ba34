"""Draws a letter: letterhead, window, reference block, text, signature, and the pages after."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date

from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.papier import opmaak
from klachtenapp.papier.afronden import Element
from klachtenapp.papier.blad import BREEDTE, MM, Blad
from klachtenapp.papier.kleur import GRIJS, INKT, LIJN, Kleur, lees, leesbaar_op_wit
from klachtenapp.papier.lettertype import GEWOON, VET, breedte, drukbaar
from klachtenapp.papier.opmaak import Plaats, Vak, breek
from klachtenapp.papier.sierwerk import teken_oefening, teken_vouwlijn
from klachtenapp.papier.tekst import Blok, Bloksoort, Ingevuld, Stuk
from klachtenapp.papier.venster import gemeente_naam, teken_adres

LINKS = 33.0
TEKSTBREEDTE = 144.0
_KOLOMMEN = (33.0, 71.0, 109.0, 147.0)
_ONDER = 274.5
_BOVEN_VERVOLG = 34.0
_VOET = 282.0
_PUNT = "•"

_ROLLEN = {
    Bloksoort.ALINEA: "P",
    Bloksoort.KOP: "H2",
    Bloksoort.SUBKOP: "H3",
    Bloksoort.STAP: "LI",
    Bloksoort.PUNT: "LI",
    Bloksoort.CITAAT: "BlockQuote",
}
_LETTERS = {
    Bloksoort.KOP: VET,
    Bloksoort.SUBKOP: VET,
}  # the weight of bold in a text too: each weight costs time


@dataclass(frozen=True, slots=True)
class Ondertekening:
    """Who signs, and for whom (art. 10:10 Awb)."""

    naam: str
    functie: str
    namens: str


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything a letter shows. ``referentie`` is (label, value) in reading order."""

    gemeente: Gemeente
    adres: tuple[str, ...]
    datum: date
    datum_tekst: str
    kenmerk: str
    referentie: tuple[tuple[str, str], ...]
    tekst: Ingevuld
    ondertekening: Ondertekening
    groot: bool = False


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
    with blad.sier():
        _teken_briefhoofd(blad, brief.gemeente)
        teken_vouwlijn(blad, brief.gemeente.venster)
        teken_oefening(blad, brief.gemeente)
    teken_adres(blad, brief.adres, brief.gemeente)
    onder_referentie = _teken_referentie(blad, brief)
    begin = _teken_onderwerp(blad, brief, onder_referentie)
    paginas = _zet(brief, begin)
    _teken_voet(blad, brief.gemeente, 1, len(paginas))
    _teken_paginas(blad, brief, paginas)
    if bijlage is not None:
        blad.nieuwe_pagina()
        bijlage(blad)
    return blad.bewaar()


def _huiskleur(gemeente: Gemeente) -> Kleur:
    return leesbaar_op_wit(lees(gemeente.kleur))


def _teken_briefhoofd(blad: Blad, gemeente: Gemeente) -> None:
    """Draw the name of the gemeente with a bar in its colour: a letterhead without a logo."""
    kleur = _huiskleur(gemeente)
    plaats = gemeente_naam(gemeente).partition(" ")[2] or gemeente_naam(gemeente)
    maat = 21.0
    while breedte(plaats, VET, maat) > 95 * MM:
        maat -= 0.5
    blad.vlak(LINKS, 17.2, 1.8, 14.6, vul=kleur)
    blad.tekst(LINKS + 5, 21.4, "gemeente", font=GEWOON, maat=11.5, kleur=GRIJS)
    blad.tekst(LINKS + 5, 30.6, plaats, font=VET, maat=maat, kleur=kleur)


def _teken_referentie(blad: Blad, brief: Brief) -> float:
    """Draw the reference block in rows of four; return the y below it."""
    y = 94.0
    kolom = 0
    for label, waarde in brief.referentie:
        schoon = drukbaar(waarde)
        maat = 9.5
        vakken = 1
        ruimte = _KOLOMMEN[1] - _KOLOMMEN[0] - 2
        nodig = breedte(schoon, GEWOON, maat) / MM
        if nodig > ruimte:
            vakken = 2
            while breedte(schoon, GEWOON, maat) / MM > 2 * ruimte and maat > 7:
                maat -= 0.25
        if kolom + vakken > len(_KOLOMMEN):
            kolom, y = 0, y + 9.4
        x = _KOLOMMEN[kolom]
        with blad.inhoud("P"):
            blad.tekst(x, y, label + " ", maat=7.8, kleur=GRIJS)
            blad.tekst(x, y + 4.1, schoon, maat=maat, kleur=INKT)
        kolom += vakken
    return y + 4.1


def _teken_onderwerp(blad: Blad, brief: Brief, boven: float) -> float:
    """Draw what the letter is about; return the y where the text begins."""
    regels = breek([Stuk(brief.tekst.onderwerp)], TEKSTBREEDTE, 14, gewoon=VET)
    y = boven + 9.6
    with blad.inhoud("H1"):
        for nummer, regel in enumerate(regels):
            tekst = "".join(deel.tekst for deel in regel.delen)
            blad.tekst(LINKS, y + nummer * 6.2, tekst + " ", font=VET, maat=14, kleur=INKT)
    return y + (len(regels) - 1) * 6.2 + 4.6


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
    vakken = [_vak(blok, maat, vorige) for blok, vorige in _met_vorige(brief.tekst.blokken)]
    if vakken:
        vakken[-1].bij_volgende = True  # a signature never stands alone on a page
    return [*vakken, *_slot(brief.ondertekening, maat)]


def _met_vorige(blokken: tuple[Blok, ...]) -> list[tuple[Blok, Blok | None]]:
    return list(zip(blokken, (None, *blokken), strict=False))


def _vak(blok: Blok, maat: _Maat, vorige: Blok | None) -> Vak:
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
            "P",
            ondertekend,
            maat.punt,
            maat.regel,
            voor=maat.handtekening,
            bijeen=True,
        ),
    ]


def _teken_paginas(blad: Blad, brief: Brief, paginas: list[list[Plaats]]) -> None:
    begonnen: dict[int, Element] = {}
    telling = ""
    with ExitStack() as lijst:
        for nummer, plaatsen in enumerate(paginas, start=1):
            if nummer > 1:
                blad.nieuwe_pagina()
                _teken_vervolg(blad, brief, nummer, len(paginas))
            for plaats in plaatsen:
                eigen = _telling(plaats.vak)
                if eigen != telling:
                    lijst.close()
                    telling = eigen
                    if telling:
                        lijst.enter_context(blad.element("L", telling=telling))
                _teken_vak(blad, plaats, begonnen, _huiskleur(brief.gemeente))


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


def _teken_vervolg(blad: Blad, brief: Brief, nummer: int, aantal: int) -> None:
    """Draw the head of page 2 and further: who, kenmerk, datum, pagina x van y."""
    gemeente = brief.gemeente
    with blad.sier("Pagination"):
        blad.vlak(LINKS, 14.6, 1.2, 6.4, vul=_huiskleur(gemeente))
        wie = gemeente_naam(gemeente)
        blad.tekst(LINKS + 4, 19.2, wie, font=VET, maat=10, kleur=INKT)
        rechts = f"{brief.kenmerk}   |   {brief.datum_tekst}   |   pagina {nummer} van {aantal}"
        blad.tekst(LINKS + TEKSTBREEDTE, 19.2, rechts, maat=9, kleur=GRIJS, plek="rechts")
        blad.lijn(LINKS, 24.5, LINKS + TEKSTBREEDTE, 24.5, kleur=LIJN, dikte=0.2)
    with blad.sier():
        teken_oefening(blad, gemeente)


def _teken_voet(blad: Blad, gemeente: Gemeente, nummer: int, aantal: int) -> None:
    plek = f"{gemeente.postcode} {gemeente.plaats}".strip()
    delen = [
        ("Bezoek", gemeente.bezoekadres),
        ("Post", ", ".join(deel for deel in (gemeente.postadres, plek) if deel)),
        ("Telefoon", gemeente.telefoon),
        ("", gemeente.website),
    ]
    regel = "   |   ".join(
        f"{label} {drukbaar(waarde)}".strip() for label, waarde in delen if waarde
    )
    maat = 7.8
    ruimte = TEKSTBREEDTE - (22 if aantal > 1 else 0)
    while regel and breedte(regel, GEWOON, maat) / MM > ruimte and maat > 5:
        maat -= 0.2
    with blad.sier("Pagination"):
        blad.lijn(LINKS, _VOET - 4.5, BREEDTE - LINKS, _VOET - 4.5, kleur=LIJN, dikte=0.2)
        blad.tekst(LINKS, _VOET, regel, maat=maat, kleur=GRIJS)
        if aantal > 1:
            tekst = f"pagina {nummer} van {aantal}"
            blad.tekst(BREEDTE - LINKS, _VOET, tekst, maat=7.8, kleur=GRIJS, plek="rechts")
