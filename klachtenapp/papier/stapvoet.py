"""The foot of the stappenplan: whom to call, where to come, and what if it is not good enough."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from klachtenapp.papier.blad import MM, Blad
from klachtenapp.papier.iconen import teken_icoon
from klachtenapp.papier.kleur import GRIJS, INKT, WIT
from klachtenapp.papier.lettertype import GEWOON, VET, breedte
from klachtenapp.papier.opmaak import breek, breek_gelijk
from klachtenapp.papier.stapmodel import Stappenplan, teken_regels
from klachtenapp.papier.tekst import Stuk

_TUSSEN = 4.5
_BINNEN = 5.0
_ICOON = 12.5
_KLEINST = 9.0
_REGEL = 0.46  # line height in millimetres per point

Regels = list[tuple[str, str, float]]
"""Lines of a card: text, font, size in points. An empty text is a line to write on."""


@dataclass(frozen=True, slots=True)
class _Kaart:
    """One card: its pictogram, what it says, and whether it has a tint or a frame."""

    icoon: str
    regels: Callable[[Stappenplan], Regels]
    vol: bool


def hoogte_voet(plan: Stappenplan) -> float:
    """Return the height of the cards."""
    hoogtes = [_hoogte(plan, kaart) for kaart in _KAARTEN]
    return sum(hoogtes) + _TUSSEN * (len(hoogtes) - 1) if _onder_elkaar(plan) else max(hoogtes)


def teken_voet(blad: Blad, plan: Stappenplan, y: float) -> float:
    """Draw the cards from the top ``y``: side by side, or below each other; return the end."""
    breed, x = _breed(plan), plan.vel.rand
    for kaart in _KAARTEN:
        hoog = _hoogte(plan, kaart) if _onder_elkaar(plan) else hoogte_voet(plan)
        with blad.element("Sect"):
            _teken_kaart(blad, plan, kaart, (x, y, breed, hoog))
        if _onder_elkaar(plan):
            y += hoog + _TUSSEN
        else:
            x += breed + _TUSSEN
    return y


def _onder_elkaar(plan: Stappenplan) -> bool:
    """Whether the page is too narrow, or the type too large, for cards side by side."""
    return plan.groot or plan.klein


def _breed(plan: Stappenplan) -> float:
    ruimte = plan.vel.breed
    aantal = len(_KAARTEN)
    return ruimte if _onder_elkaar(plan) else (ruimte - (aantal - 1) * _TUSSEN) / aantal


def _contact(plan: Stappenplan) -> Regels:
    woord, punt = plan.teksten["contact"], plan.maten.voet
    regels: Regels = [(woord["titel"], VET, punt + 1.6)]
    if plan.heeft("contact_telefoon"):
        bel = plan.tekst(woord["bel"])
        regels.append((bel, VET, _passend(bel, _ruimte(plan), punt + 5)))
    if plan.heeft("contact"):
        regels.append((plan.tekst(woord["vraag_naar"]), GEWOON, punt))
    if not plan.persoonlijk:
        regels += [(woord["invul_nummer"], GEWOON, punt), ("", GEWOON, punt)]
        regels += [(woord["invul_naam"], GEWOON, punt), ("", GEWOON, punt)]
    return regels


def _langs(plan: Stappenplan) -> Regels:
    woord, punt = plan.teksten["langs"], plan.maten.voet
    regels: Regels = [(woord["titel"], VET, punt + 1.6), (woord["hulp"], GEWOON, punt)]
    for veld, sleutel in (("bezoekadres", "adres"), ("openingstijden", "open")):
        if plan.heeft(veld):
            regels.append((plan.tekst(woord[sleutel]), GEWOON, punt))
    return regels


def _ombudsman(plan: Stappenplan) -> Regels:
    woord, punt = plan.teksten["ombudsman"], plan.maten.voet
    regels: Regels = [
        (woord["titel"], VET, punt + 1.6),
        (plan.tekst(woord["tekst"]), GEWOON, punt),
    ]
    if plan.heeft("ombudsman_telefoon"):
        regels.append((plan.tekst(woord["bel"]), VET, punt + 0.6))
    return regels


_KAARTEN = (
    _Kaart("telefoon", _contact, vol=True),
    _Kaart("gemeentehuis", _langs, vol=True),
    _Kaart("ombudsman", _ombudsman, vol=False),
)


def _tekst_x(plan: Stappenplan) -> float:
    """Return how far the text stands from the left of its card: below or beside the pictogram."""
    return 2 * _BINNEN + _ICOON if _onder_elkaar(plan) else _BINNEN


def _ruimte(plan: Stappenplan) -> float:
    return _breed(plan) - _tekst_x(plan) - _BINNEN


def _passend(tekst: str, ruimte: float, punt: float) -> float:
    """Return the largest size up to ``punt`` in which ``tekst`` fits on one line."""
    while breedte(tekst, VET, punt) / MM > ruimte and punt > _KLEINST:
        punt -= 0.5
    return punt


def _hoogte(plan: Stappenplan, kaart: _Kaart) -> float:
    titel, *rest = kaart.regels(plan)
    ruimte = _ruimte(plan)
    hoog = _kopruimte(plan, titel)
    for tekst, font, punt in rest:
        if tekst:
            hoog += len(breek([Stuk(tekst)], ruimte, punt, gewoon=font)) * punt * _REGEL + 1.0
    return hoog + 2 * _BINNEN - 1.5


def _kopruimte(plan: Stappenplan, titel: tuple[str, str, float]) -> float:
    """Return the height of the title; in the ordinary size it stands beside the pictogram."""
    return titel[2] * _REGEL + 1.0 if _onder_elkaar(plan) else _ICOON + 1.5


def _teken_kaart(
    blad: Blad, plan: Stappenplan, kaart: _Kaart, vak: tuple[float, float, float, float]
) -> None:
    x, y, breed, hoog = vak
    with blad.sier():
        blad.vlak(x, y, breed, hoog, vul=plan.tint(0.92) if kaart.vol else WIT,
                  lijn=None if kaart.vol else plan.tint(0.55), dikte=0.5, straal=4)  # fmt: skip
    midden = (x + _BINNEN + _ICOON / 2, y + _BINNEN + _ICOON / 2)
    plek = (x + _BINNEN, y + _BINNEN, _ICOON, _ICOON)
    titel, *rest = kaart.regels(plan)
    kop_x = x + 2 * _BINNEN + _ICOON - (0 if _onder_elkaar(plan) else 1.5)
    kop_y = y + _BINNEN - 1 if _onder_elkaar(plan) else midden[1] - titel[2] * _REGEL / 2
    with blad.inhoud("H2"):
        punt = _passend(titel[0], x + breed - kop_x - 2, titel[2])
        blad.tekst(kop_x, kop_y + titel[2] * _REGEL * 0.76, titel[0] + " ", font=VET, maat=punt,
                   kleur=INKT)  # fmt: skip
    with blad.inhoud("Figure", alt=plan.beeld(kaart.icoon), vak=plek):
        blad.cirkel(*midden, _ICOON / 2, vul=WIT if kaart.vol else plan.tint(0.92))
        teken_icoon(blad, kaart.icoon, x=midden[0], y=midden[1], maat=8.4, kleur=plan.kleur)
    begin = y + _BINNEN - (1 if _onder_elkaar(plan) else 0) + _kopruimte(plan, titel)
    links = x + _tekst_x(plan)
    _teken_regels(blad, plan, rest, links, begin, _ruimte(plan))


def _teken_regels(
    blad: Blad, plan: Stappenplan, regels: Regels, x: float, y: float, breed: float
) -> None:
    for nummer, (tekst, font, punt) in enumerate(regels):
        if not tekst:
            continue
        gebroken = breek_gelijk([Stuk(tekst)], breed, punt, gewoon=font)
        with blad.inhoud("P"):
            y = teken_regels(
                blad, gebroken, x=x, y=y, hoogte=punt * _REGEL, maat=punt,
                kleur=plan.kleur if font == VET else INKT,
            )  # fmt: skip
        if nummer + 1 < len(regels) and not regels[nummer + 1][0]:
            with blad.sier():  # a line to write on with a pen
                begin = x + gebroken[-1].breedte + 2
                blad.lijn(begin, y - 0.6, x + breed, y - 0.6, kleur=GRIJS, dikte=0.25)
        y += 1.0
