"""A share on which every lock is granted.

``losse_sloten.py PLACE PEOPLE SECONDS BACKING MOUNT ...``. Everybody writes as fast as he
can, and looks at the others as the window does, until he is told that writing is stopped.
The lock beside the register must keep it whole until then.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from klachtenapp import bootstrap
from klachtenapp.errors import KlachtenappError
from klachtenapp.services.context import Context
from klachtenapp.services.samenwerken import SLOTEN_WERKEN_NIET, Samenwerking
from tests.betrouwbaarheid.keuring import Telling, heel
from tests.betrouwbaarheid.samen import keur
from tests.betrouwbaarheid.wereld import NAAM, NU, Kind, Wereld, cijfers, richt_in, sinds
from tests.betrouwbaarheid.werk import WERK, Taak, Voorraad, zaai

_TIK_S: Final = 1.5
"""As in the window."""


class Schrijver:
    """One person who saves without a pause; ``meld`` tells what was saved and when it stopped."""

    def __init__(
        self,
        wereld: Wereld,
        nummer: int,
        mensen: int,
        voorraad: Voorraad,
        meld: Callable[[Any], None],
    ) -> None:
        self._wereld, self._nummer, self._voorraad, self._meld = wereld, nummer, voorraad, meld
        self._mensen = mensen
        self._begin = time.monotonic()

    def leef(self, seconden: float) -> None:
        """Write until it is forbidden, or until the time is up."""
        ctx = self._wereld.open()
        klaar = threading.Event()
        wacht = threading.Thread(target=self._kijk_rond, args=(ctx, klaar), daemon=True)
        wacht.start()
        teller = 0
        while time.monotonic() < self._begin + seconden and not ctx.register.schrijfverbod:
            soort = ("intake", "notitie")[teller % 2]
            taak = Taak(soort, self._nummer * 1_000_000 + teller)
            teller += 1
            try:
                WERK[soort].doe(ctx, taak, self._voorraad)
            except KlachtenappError as fout:
                if fout.boodschap != SLOTEN_WERKEN_NIET:
                    self._meld({"mis": f"{soort}: {fout} {getattr(fout, 'techniek', '')}"})
            else:
                self._meld({"taak": [taak.soort, taak.nummer]})
        if ctx.register.schrijfverbod:
            self._wacht_op_anderen(self._begin + seconden)
        klaar.set()
        wacht.join()
        bootstrap.sluit(ctx)

    def _wacht_op_anderen(self, tot: float) -> None:
        """Stay in sight until the others have found out too: we are their proof."""
        gezien = self._wereld.lokaal
        (gezien / f"gezien-{self._nummer}").touch()
        while len(list(gezien.glob("gezien-*"))) < self._mensen and time.monotonic() < tot:
            time.sleep(0.05)

    def _kijk_rond(self, ctx: Context, klaar: threading.Event) -> None:
        samen = Samenwerking(self._wereld.pad, f"Medewerker {self._nummer}", NU)
        while not klaar.is_set():
            stand = samen.tik()
            if stand.sloten_werken is False and not ctx.register.schrijfverbod:
                ctx.register.schrijfverbod = SLOTEN_WERKEN_NIET
                self._meld({"gezien_na": time.monotonic() - self._begin})
            klaar.wait(_TIK_S)
        samen.sluit()


def main(plek: Path, mensen: int, seconden: float, achter: Path, mounts: Sequence[Path]) -> None:
    """Run the experiment and print its figures."""
    begin = time.monotonic()
    wereld = richt_in(plek, netwerk=False)
    voorraad = zaai(plek / NAAM)
    (plek / NAAM).rename(achter / NAAM)

    def leven(nummer: int) -> Callable[[Callable[[Any], None]], None]:
        eigen = Wereld(mounts[nummer % len(mounts)], wereld.lokaal)
        return lambda meld: Schrijver(eigen, nummer, mensen, voorraad, meld).leef(seconden)

    kinderen = [Kind(leven(nummer)) for nummer in range(mensen)]
    gehoord = [regel for kind in kinderen for regel in kind.slot(seconden + 60)]
    telling, taken = Telling(), []
    for regel in gehoord:
        if "taak" in regel:
            taken.append(Taak(*regel["taak"]))
        elif "gezien_na" not in regel:
            telling.mis("fout getoond", regel)
    gezien = Wereld(achter, wereld.lokaal)
    ctx = gezien.open()
    keur(ctx, taken, telling)
    bootstrap.sluit(ctx)
    heel(gezien, telling, "register")
    na = [regel["gezien_na"] for regel in gehoord if "gezien_na" in regel]
    cijfers(
        mensen=mensen, gezien=len(na), laatste_na=round(max(na, default=0.0), 1),
        opgeslagen=len(taken), seconden=sinds(begin), fouten=dict(telling.fouten),
        voorbeelden=telling.voorbeelden,
    )  # fmt: skip


if __name__ == "__main__":
    main(
        Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), Path(sys.argv[4]),
        [Path(tekst) for tekst in sys.argv[5:]],
    )  # fmt: skip
