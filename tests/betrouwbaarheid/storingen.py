"""A fault at every file operation of every kind of save.

``storingen.py PLACE POINTS SECONDS SEED [KIND ...]``. Runs under the fault injector. With
POINTS 0 all are tried, else so many, spread; it stops after SECONDS.
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tests.betrouwbaarheid.keuring import BEZORGD, Telling, keur, maak_af, probeer
from tests.betrouwbaarheid.wereld import Kind, Wereld, cijfers, richt_in, sinds
from tests.betrouwbaarheid.werk import WERK, Taak, Voorraad, zaai
from tests.harnas.stuur import STORINGEN, Storing, Stuur

Punt = tuple[str, Storing, int]


class Zwaai:
    """The faults, one after another."""

    def __init__(self, wereld: Wereld, stuur: Stuur, zaad: Path, voorraad: Voorraad) -> None:
        self._wereld, self._stuur = wereld, stuur
        self._zaad, self._voorraad = zaad, voorraad
        self.telling = Telling()

    def punten(self, soorten: Sequence[str]) -> list[Punt]:
        """Return every operation of every kind of save, with every fault that it can have."""
        gevonden = []
        for soort in soorten:
            aantal = self._bewerkingen(soort)
            for storing in STORINGEN:
                keren = sum(aantal[s] for s in storing.soorten)
                gevonden += [(soort, storing, na) for na in range(keren)]
        return gevonden

    def _bewerkingen(self, soort: str) -> dict[str, int]:
        taak = Taak(soort, 1)

        def werk(meld: Callable[[Any], None]) -> None:
            ctx = self._wereld.open()
            self._stuur.tel_opnieuw()
            uit = probeer(lambda: WERK[soort].doe(ctx, taak, self._voorraad))
            meld({**uit, "aantal": self._stuur.tel()})

        self._wereld.begin(self._zaad)
        uit = Kind(werk).slot()[0]
        if uit["uit"] != BEZORGD:
            raise RuntimeError(f"{soort} fails without a fault: {uit}")
        keur(self._wereld, taak, uit, self._voorraad, self.telling, soort)
        return dict(uit["aantal"])

    def doe(self, punt: Punt) -> None:
        """Let one operation fail. Half of the children mend it themselves, the others are gone."""
        soort, storing, na = punt
        taak, mendt = Taak(soort, 1), na % 2 == 0

        def werk(meld: Callable[[Any], None]) -> None:
            ctx = self._wereld.open()
            self._stuur.stoor(storing, na)
            uit = probeer(lambda: WERK[soort].doe(ctx, taak, self._voorraad))
            if mendt:
                self._stuur.rust()
                alsnog = probeer(lambda: maak_af(ctx, taak, uit["uit"], self._voorraad))
                uit["afgemaakt"] = "ja"
                if alsnog["uit"] != BEZORGD:
                    uit = {**alsnog, "tekst": f"{uit} daarna {alsnog['tekst']}", "uit": "fout"}
            meld(uit)

        waar = f"{soort}, {storing.naam} na {na}{' (zelf)' if mendt else ''}"
        self._wereld.begin(self._zaad)
        kind = Kind(werk)
        try:
            (uit,) = kind.slot()
        except TimeoutError as fout:
            self.telling.mis("hangt", waar, fout)
            return
        finally:
            self._stuur.rust()
        keur(self._wereld, taak, uit, self._voorraad, self.telling, waar)


def main(plek: Path, aantal: int, seconden: int, zaadje: int, *soorten: str) -> None:
    """Run the experiment and print its figures."""
    begin = time.monotonic()
    wereld = richt_in(plek, geduld=0.1)
    stuur = Stuur(Path(os.environ["FAULT_CTL"]))
    zaad = plek / "zaad.klachten"
    zwaai = Zwaai(wereld, stuur, zaad, zaai(zaad))
    punten = zwaai.punten(soorten or tuple(WERK))
    random.Random(zaadje).shuffle(punten)
    geprobeerd = 0
    for punt in punten[: aantal or None]:
        zwaai.doe(punt)
        geprobeerd += 1
        if time.monotonic() - begin > seconden:
            break
    telling = zwaai.telling
    cijfers(
        geprobeerd=geprobeerd, punten=len(punten), soorten=len(soorten or WERK),
        seconden=sinds(begin), gebeurd=dict(telling.gebeurd), fouten=dict(telling.fouten),
        voorbeelden=telling.voorbeelden,
    )  # fmt: skip


if __name__ == "__main__":
    getallen = [int(tekst) for tekst in sys.argv[2:5]]
    main(Path(sys.argv[1]), getallen[0], getallen[1], getallen[2], *sys.argv[5:])
