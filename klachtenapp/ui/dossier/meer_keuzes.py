"""What stands in *Meer doen*: first what can be done, and folded away what cannot, by reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from klachtenapp.domain.zoektekst import normaliseer

NU_NIET = "Kan nu niet"


@dataclass(frozen=True, slots=True)
class Keuze:
    """One thing in the list. ``blokkade`` says why it cannot be done now; empty when it can."""

    naam: str
    label: str
    groep: str
    uitleg: str = ""
    blokkade: str = ""
    toets: str = ""


@dataclass(frozen=True, slots=True)
class Meerregel:
    """One line: a heading (``kop``), a choice, what a reason holds back, or the fold."""

    label: str
    onder: str = ""
    toets: str = ""
    keuze: Keuze | None = None
    kop: bool = False
    nu_niet: bool = False
    vouw: bool = False

    @property
    def loopbaar(self) -> bool:
        """Whether the arrow keys stop here."""
        return not self.kop


def regels(keuzes: Sequence[Keuze], gezocht: str, *, open_: bool) -> list[Meerregel]:
    """Return the lines for what was typed; who looks for something also sees why it cannot."""
    woorden = normaliseer(gezocht)
    passend = [k for k in keuzes if woorden in normaliseer(f"{k.label} {k.uitleg}")]
    lijst: list[Meerregel] = []
    for groep, leden in groupby((k for k in passend if not k.blokkade), key=lambda k: k.groep):
        lijst.append(Meerregel(groep, kop=True))
        lijst.extend(Meerregel(k.label, k.uitleg, k.toets, k) for k in leden)
    dicht = [k for k in passend if k.blokkade]
    if not dicht:
        return lijst
    if woorden:
        lijst.append(Meerregel(NU_NIET, kop=True))
    else:
        doet = "Klap dicht" if open_ else "Laat zien wat, en waarom"
        lijst.append(Meerregel(f"{NU_NIET} ({len(dicht)})", doet, vouw=True))
    if woorden or open_:
        for reden in dict.fromkeys(k.blokkade for k in dicht):
            labels = " · ".join(k.label for k in dicht if k.blokkade == reden)
            lijst.append(Meerregel(labels, reden, nu_niet=True))
    return lijst
