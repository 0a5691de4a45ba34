"""Abbreviations and what they stand for: a reader should not have to guess (domein §9.1)."""

from __future__ import annotations

import re

from klachtenapp.domain.taal.vondst import Taalvondst, Vondstsoort, met_hoofdletter

AFKORTINGEN: dict[str, tuple[str, ...]] = {
    "a.d.h.v.": ("met",),
    "a.g.v.": ("door",),
    "a.u.b.": ("alstublieft",),
    "aub": ("alstublieft",),
    "art.": ("artikel",),
    "b&w": ("burgemeester en wethouders",),
    "bijv.": ("bijvoorbeeld",),
    "blz.": ("bladzijde",),
    "bv.": ("bijvoorbeeld",),
    "ca.": ("ongeveer",),
    "d.d.": ("van",),
    "d.m.v.": ("met", "door"),
    "d.w.z.": ("dat is",),
    "dhr.": ("de heer",),
    "e.a.": ("en anderen",),
    "e.d.": ("en zo meer",),
    "e.e.a.": ("dit alles",),
    "enz.": ("en zo verder",),
    "etc.": ("en zo verder",),
    "evt.": ("misschien", "als dat nodig is"),
    "excl.": ("zonder",),
    "i.c.m.": ("samen met",),
    "i.h.k.v.": ("voor",),
    "i.o.m.": ("in overleg met",),
    "i.p.v.": ("in plaats van",),
    "i.v.m.": ("vanwege", "door"),
    "incl.": ("met",),
    "jl.": ("",),
    "l.s.": ("geachte heer of mevrouw",),
    "m.a.w.": ("met andere woorden",),
    "m.b.t.": ("over",),
    "m.b.v.": ("met",),
    "m.i.": ("volgens mij",),
    "m.i.v.": ("vanaf",),
    "m.n.": ("vooral",),
    "m.u.v.": ("behalve",),
    "max.": ("hoogstens",),
    "mbt": ("over",),
    "mevr.": ("mevrouw",),
    "min.": ("minstens",),
    "mw.": ("mevrouw",),
    "n.a.v.": ("door", "na"),
    "n.v.t.": ("niet nodig",),
    "nl.": ("namelijk",),
    "nr.": ("nummer",),
    "nrs.": ("nummers",),
    "o.a.": ("bijvoorbeeld", "onder andere"),
    "o.b.v.": ("op basis van",),
    "o.g.v.": ("door",),
    "o.i.d.": ("of iets dergelijks",),
    "o.l.v.": ("onder leiding van",),
    "p/m": ("per maand",),
    "resp.": ("en",),
    "s.v.p.": ("alstublieft",),
    "svp": ("alstublieft",),
    "t.a.v.": ("voor", "over"),
    "t.b.v.": ("voor",),
    "t.g.v.": ("door",),
    "t.o.v.": ("vergeleken met",),
    "t.z.t.": ("later",),
    "t/m": ("tot en met",),
    "tel.": ("telefoon",),
    "v.a.": ("vanaf",),
    "vgl.": ("vergelijk",),
    "w.o.": ("zoals",),
    "z.o.z.": ("zie de andere kant",),
    "z.s.m.": ("zo snel mogelijk",),
    "zgn.": ("zogenaamde",),
    "zsm": ("zo snel mogelijk",),
}
"""Abbreviation in small letters and what to write; ``""`` is: leave it out."""

MET_PUNT = frozenset(kort[:-1] for kort in AFKORTINGEN if kort.endswith("."))
"""What can stand before a point that ends no sentence."""

_GEWOON_WOORD = frozenset({"max.", "min.", "nl.", "ca.", "art.", "tel.", "etc."})
# Letters with points between them that are listed nowhere; capitals are someone's initials.
_LOS = r"(?:[a-z]\.){2,}(?:[a-z]\b)?"
_PATROON = re.compile(
    r"(?<![\w.@/:&-])(?:"
    + "|".join(re.escape(kort) for kort in sorted(AFKORTINGEN, key=len, reverse=True))
    + r")(?![\w@&/])|(?<![\w.@/:&-])"
    + _LOS,
    re.IGNORECASE,
)


def afkortingen(regel: str) -> list[Taalvondst]:
    """Return the abbreviations in one line, each with what it stands for when that is known."""
    uit: list[Taalvondst] = []
    for raak in _PATROON.finditer(regel):
        kort = raak.group()
        voluit = AFKORTINGEN.get(kort.lower())
        if voluit is None and not kort.islower():
            continue
        if _is_iets_anders(regel, raak):
            continue
        # The point at the end of a sentence stays where it is.
        eind = raak.end() - (kort.endswith(".") and _is_zinseinde(regel, raak.end()))
        uit.append(_vondst(regel, raak.start(), eind, voluit or ()))
    return uit


def _vondst(regel: str, start: int, eind: int, voluit: tuple[str, ...]) -> Taalvondst:
    kort = regel[start:eind]
    keuzes = tuple(met_hoofdletter(v, kort) for v in voluit)
    if keuzes == ("",):
        van = start - (start > 0 and regel[start - 1] == " ")
        return Taalvondst(
            Vondstsoort.AFKORTING, start, eind, kort, "Afkorting: laat weg.", keuzes, van, eind
        )
    zin = f"Schrijf voluit: {' of '.join(voluit)}." if voluit else "Schrijf dit voluit."
    return Taalvondst(Vondstsoort.AFKORTING, start, eind, kort, f"Afkorting. {zin}", keuzes)


def _is_zinseinde(regel: str, plek: int) -> bool:
    return not regel[plek:].strip(" \t\r\n\"'”’)*")


def _is_iets_anders(regel: str, raak: re.Match[str]) -> bool:
    """Whether a short word at the end of a sentence only looks like an abbreviation."""
    kort = raak.group().lower()
    return kort in _GEWOON_WOORD and _is_zinseinde(regel, raak.end())
