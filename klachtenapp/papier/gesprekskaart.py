"""The gesprekskaart on paper: half an A4, lying, to keep beside the telephone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.gesprekskaart import Gesprekskaart
from klachtenapp.papier.blad import BREEDTE, Blad
from klachtenapp.papier.kleur import GRIJS, INKT, LIJN, OEFENING, Kleur, lees, leesbaar_op_wit
from klachtenapp.papier.lettertype import GEWOON, HALFVET, VET
from klachtenapp.papier.opmaak import breek
from klachtenapp.papier.tabel import in_lijst
from klachtenapp.papier.tekst import Stuk

_HOOG = 148.5
_X, _TUSSEN = 12.0, 8.0
_LINKS = 108.0  # width of the left column
_RECHTS = BREEDTE - 2 * _X - _TUSSEN - _LINKS
_BOVEN, _ONDER = 27.0, _HOOG - 11.0
_MATEN = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5)
_SCHRIJFREGEL = 7.5  # mm between the lines to write on


@dataclass(frozen=True, slots=True)
class _Deel:
    """A heading with its sentences; ``vakjes`` have a box to tick before them."""

    kop: str
    zinnen: tuple[str, ...]
    vakjes: tuple[str, ...] = ()
    gekozen: str = ""
    font: str = GEWOON


def teken_gesprekskaart(gemeente: Gemeente, kaart: Gesprekskaart, vandaag: date) -> bytes:
    """Return the card as PDF; what does not fit in small letters is left to the dossier."""
    titel = f"Gesprekskaart {kaart.kenmerk}"
    blad = Blad(titel, datum=vandaag, auteur=gemeente.naam, formaat=(BREEDTE, _HOOG))
    kleur = leesbaar_op_wit(lees(gemeente.kleur))
    links, rechts = _links(kaart), _rechts(kaart)
    ruimte = _ONDER - _BOVEN
    maat = next(
        (
            m
            for m in _MATEN
            if max(_hoogte(links, _LINKS, m), _hoogte(rechts, _RECHTS, m)) <= ruimte
        ),
        _MATEN[-1],
    )
    _teken_hoofd(blad, titel, kaart, kleur)
    _teken_kolom(blad, links, _X, _LINKS, maat, kleur)
    x = _X + _LINKS + _TUSSEN
    onder = _teken_kolom(blad, rechts, x, _RECHTS, maat, kleur)
    _teken_schrijfregels(blad, x, onder, maat)
    if gemeente.oefening:
        with blad.sier("Pagination"):
            blad.tekst(BREEDTE / 2, _HOOG - 5, "OEFENING. Dit is niet echt.", font=VET, maat=8,
                       kleur=OEFENING, plek="midden")  # fmt: skip
    return blad.bewaar()


def _links(kaart: Gesprekskaart) -> list[_Deel]:
    return _gevuld(
        _Deel("Zeg wie u bent", (f"“{kaart.zeg}”",), font=HALFVET),
        _Deel("De klager ziet dit nummer", (kaart.nummer,)),
        _Deel(kaart.binnen, (kaart.verhaal,)),
        _Deel("Let op", kaart.let_op),
        _Deel("Eerder contact", kaart.eerder),
    )


def _rechts(kaart: Gesprekskaart) -> list[_Deel]:
    wens = _Deel("Vraag: wat wilt u bereiken?", (), kaart.keuzes, kaart.gekozen)
    return _gevuld(
        wens if kaart.keuzes else _Deel("Vraag door", ("Bedank, en vraag naar het verhaal.",)),
        _Deel("Daarna", (kaart.route,)),
        _Deel("Dit is al beloofd", kaart.beloofd),
        _Deel("Afspraak: wie doet wat, wanneer?", ("",)),
    )


def _gevuld(*delen: _Deel) -> list[_Deel]:
    """Leave out what has nothing to say; the place to write on stays."""
    vol = [d for d in delen if any(d.zinnen) or d.vakjes]
    return vol + [d for d in delen if d.zinnen == ("",) and d.kop.startswith("Afspraak")]


def _teken_hoofd(blad: Blad, titel: str, kaart: Gesprekskaart, kleur: Kleur) -> None:
    with blad.sier():
        blad.vlak(_X, 10.6, 1.4, 11.0, vul=kleur)
        blad.lijn(_X + _LINKS + _TUSSEN / 2, _BOVEN, _X + _LINKS + _TUSSEN / 2, _ONDER,
                  kleur=LIJN, dikte=0.25)  # fmt: skip
    with blad.inhoud("H1"):
        blad.tekst(_X + 4, 14.6, titel + " ", font=VET, maat=15, kleur=INKT)
    wie = " · ".join(deel for deel in (kaart.wie, kaart.telefoon) if deel)
    with blad.inhoud("P"):
        regel = breek([Stuk(in_lijst(wie))], BREEDTE - 2 * _X - 4, 11.5)[:1]
        tekst = "".join(deel.tekst for r in regel for deel in r.delen)
        blad.tekst(_X + 4, 21.0, tekst + " ", font=HALFVET, maat=11.5, kleur=INKT)


def _regels(zin: str, breed: float, maat: float, font: str = GEWOON) -> list[str]:
    regels = breek([Stuk(in_lijst(zin))], breed, maat, gewoon=font)
    return ["".join(deel.tekst for deel in regel.delen) for regel in regels]


def _hoogte(delen: Sequence[_Deel], breed: float, maat: float) -> float:
    """Return how high a column becomes in this size."""
    stap, hoog = _stap(maat), 0.0
    for deel in delen:
        hoog += len(_regels(deel.kop, breed, maat, HALFVET)) * stap + 1.0
        hoog += sum(len(_regels(z, breed, maat, deel.font)) * stap for z in deel.zinnen if z)
        hoog += len(deel.vakjes) * (stap + 0.9) + stap * 0.55
    return hoog


def _stap(maat: float) -> float:
    return maat * 0.44


def _teken_kolom(
    blad: Blad, delen: Sequence[_Deel], x: float, breed: float, maat: float, kleur: Kleur
) -> float:
    """Draw a column from the top; return the y below it. Nothing comes below the margin."""
    stap, y = _stap(maat), _BOVEN
    for deel in delen:
        if y + 2 * stap > _ONDER:
            break
        y = _teken_zin(blad, "H2", deel.kop, (x, y), breed, maat, HALFVET, kleur) + 1.0
        for zin in deel.zinnen:
            if zin:
                y = _teken_zin(blad, "P", zin, (x, y), breed, maat, deel.font, INKT)
        for keuze in deel.vakjes:
            y = _teken_vakje(blad, keuze, keuze == deel.gekozen, x, y, maat)
        y += stap * 0.55
    return y


def _teken_zin(
    blad: Blad, rol: str, zin: str, plek: tuple[float, float], breed: float, maat: float,
    font: str, kleur: Kleur,
) -> float:  # fmt: skip
    x, y = plek
    stap = _stap(maat)
    with blad.inhoud(rol):
        for regel in _regels(zin, breed, maat, font):
            if y + stap > _ONDER:
                break
            blad.tekst(x, y + stap * 0.8, regel + " ", font=font, maat=maat, kleur=kleur)
            y += stap
    return y


def _teken_vakje(blad: Blad, keuze: str, aan: bool, x: float, y: float, maat: float) -> float:
    """Draw a box to tick; what the klager chose before has a cross in it."""
    stap, rand = _stap(maat), maat * 0.3
    with blad.sier():
        blad.vlak(x, y + 0.5, rand, rand, lijn=GRIJS, dikte=0.3)
        if aan:
            blad.lijn(x, y + 0.5, x + rand, y + 0.5 + rand, kleur=INKT, dikte=0.4)
            blad.lijn(x + rand, y + 0.5, x, y + 0.5 + rand, kleur=INKT, dikte=0.4)
    with blad.inhoud("P"):
        woorden = f"{keuze} (dat zei de klager al)" if aan else keuze
        blad.tekst(x + rand + 2, y + stap * 0.8, woorden + " ", maat=maat, kleur=INKT)
    return y + stap + 0.9


def _teken_schrijfregels(blad: Blad, x: float, y: float, maat: float) -> None:
    """Draw lines to write on, as many as there is room for."""
    y += _stap(maat)
    with blad.sier():
        while y <= _ONDER:
            blad.lijn(x, y, x + _RECHTS, y, kleur=LIJN, dikte=0.3)
            y += _SCHRIJFREGEL
