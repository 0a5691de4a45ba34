"""Two stappenplannen by turns, so that a gemeente can see which works better; counted honestly.

Who gets which is settled by the number of the klacht alone, so nobody chooses and a reprint is
the same sheet. What is compared is fixed beforehand: how many closed klachten were reopened.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from klachtenapp.errors import RegelFout

BLADEN: Mapping[str, tuple[str, str]] = {
    "kort": ("kort", "a4"),
    "compleet": ("compleet", "a4"),
    "kort-vouw": ("kort", "vouw"),
    "compleet-vouw": ("compleet", "vouw"),
}
"""The sheets that can be compared: variant and paper."""

LABELS: Mapping[str, str] = {
    "kort": "kort",
    "compleet": "compleet",
    "kort-vouw": "kort, als boekje",
    "compleet-vouw": "compleet, als boekje",
}

GENOEG = 30
"""So many closed klachten of each sheet there must be before a difference is called one."""

_TOEVAL = 0.05


@dataclass(frozen=True, slots=True)
class Stappenproef:
    """Which two sheets go by turns, since when; ``aan`` is off until the gemeente wants it."""

    aan: bool = False
    een: str = "kort"
    ander: str = "compleet"
    sinds: date | None = None

    def voor_nummer(self, kenmerk: str) -> str:
        """Return the sheet for one klacht: always the same for the same number."""
        even = hashlib.sha256(kenmerk.encode()).digest()[0] % 2 == 0
        return self.een if even else self.ander

    def voor_beurt(self, gegeven: int) -> str:
        """Return the sheet for anybody, after ``gegeven`` of them: by turns."""
        return self.een if gegeven % 2 == 0 else self.ander

    def bladen(self) -> tuple[str, str]:
        """Return both."""
        return self.een, self.ander


def controleer(een: str, ander: str) -> None:
    """Refuse sheets that do not exist, or twice the same."""
    for veld, blad in (("proef_een", een), ("proef_ander", ander)):
        if blad not in BLADEN:
            raise RegelFout(f"Het blad '{blad}' bestaat niet. Kies uit de lijst.", veld=veld)
    if een == ander:
        raise RegelFout("Kies twee verschillende bladen om te vergelijken.", veld="proef_ander")


def blad_van(variant: str, formaat: str) -> str:
    """Return the name of a sheet, or nothing when it is none that can be compared."""
    return next((naam for naam, vorm in BLADEN.items() if vorm == (variant, formaat)), "")


@dataclass(frozen=True, slots=True)
class Gegeven:
    """One klacht of which the klager got a sheet: how it went on."""

    blad: str
    afgesloten: bool = False
    heropend: bool = False
    informeel: bool = False


@dataclass(frozen=True, slots=True)
class Telling:
    """How it went with one sheet: given to klachten, to anybody, closed, reopened, informal."""

    blad: str
    klachten: int = 0
    algemeen: int = 0
    afgesloten: int = 0
    heropend: int = 0
    informeel: int = 0


def tel(blad: str, gegeven: Iterable[Gegeven], algemeen: int) -> Telling:
    """Count what was given of one sheet; a reopened klacht was closed once, and counts so."""
    eigen = [stuk for stuk in gegeven if stuk.blad == blad]
    klaar = [stuk for stuk in eigen if stuk.afgesloten or stuk.heropend]
    return Telling(
        blad,
        len(eigen),
        algemeen,
        len(klaar),
        sum(stuk.heropend for stuk in klaar),
        sum(stuk.informeel for stuk in klaar),
    )


def conclusie(een: Telling, ander: Telling) -> str:
    """Return in one or two sentences what may be concluded: often that it is too early."""
    minst = min(een.afgesloten, ander.afgesloten)
    if minst < GENOEG:
        return (
            f"Nog te vroeg om iets te zeggen. Daarvoor zijn er van elk blad minstens {GENOEG} "
            f"afgesloten klachten nodig; nu zijn het er {een.afgesloten} en {ander.afgesloten}."
        )
    kans = fisher(
        een.heropend, een.afgesloten - een.heropend,
        ander.heropend, ander.afgesloten - ander.heropend,
    )  # fmt: skip
    getal = f"{kans:.2f}".replace(".", ",") if kans >= 0.01 else "kleiner dan 0,01"
    if kans >= _TOEVAL:
        return f"Het verschil in heropende klachten kan heel goed toeval zijn (p = {getal})."
    beter = min((een, ander), key=lambda telling: telling.heropend / telling.afgesloten)
    return (
        f"Bij het blad “{LABELS[beter.blad]}” werden minder klachten heropend. Dat is "
        f"waarschijnlijk geen toeval (p = {getal}). Kijk ook zelf: er kan een andere reden zijn."
    )


def fisher(a: int, b: int, c: int, d: int) -> float:
    """Return the two-sided p of Fisher's exact test for the table ``[[a, b], [c, d]]``.

    The sum of the chances of all tables with the same margins that are no likelier than this.
    """
    rij, kolom, alles = a + b, a + c, a + b + c + d
    if alles == 0:
        return 1.0
    noemer = math.comb(alles, kolom)
    laag, hoog = max(0, kolom - (alles - rij)), min(rij, kolom)
    kansen = [math.comb(rij, x) * math.comb(alles - rij, kolom - x) for x in range(laag, hoog + 1)]
    eigen = math.comb(rij, a) * math.comb(alles - rij, kolom - a)
    return min(1.0, sum(kans for kans in kansen if kans <= eigen) / noemer)
