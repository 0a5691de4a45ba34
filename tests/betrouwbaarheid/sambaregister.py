"""A register on a real Samba share, as the server has it and as two workstations have it."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Final

from klachtenapp import bootstrap
from klachtenapp.clock import FixedClock
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.services.context import Context
from tests.betrouwbaarheid.keuring import BEZORGD, Telling, probeer
from tests.betrouwbaarheid.wereld import NU, Wereld, cijfers, sinds
from tests.betrouwbaarheid.werk import WERK, ZAKEN, Taak, Voorraad
from tests.harnas.smbd import Smbd
from tests.harnas.smbshare import SmbShare

LEEG: Final = Voorraad((), None)  # type: ignore[arg-type]  # no letters, no import
SOORTEN: Final = ("intake", "notitie", "handeling", "wijziging")


class Proef:
    """A register on the share, as the server has it and as two workstations have it."""

    def __init__(self, wereld: Wereld, server: Smbd, pcs: list[SmbShare], zaad: Path) -> None:
        self.pcs, self.val_server_om = pcs, server.herstart
        self.bij = [Wereld(pc.map, wereld.lokaal) for pc in pcs]
        self.server = Wereld(server.map, wereld.lokaal)
        self.telling = Telling()
        self._zaad = zaad
        self._volgende = 500
        ctx = bootstrap.nieuw(
            zaad, Gemeente("Voorbeeldstad"), clock=FixedClock(NU), gebruiker="registrar"
        )
        for nummer in range(ZAKEN):
            WERK["intake"].doe(ctx, Taak("intake", 900 + nummer), LEEG)
        bootstrap.sluit(ctx)

    def begin(self) -> None:
        """Put a fresh register on the share, all plugs in."""
        for pc in self.pcs:
            pc.rust()
            pc.zet_stil(False)
        self.server.begin(self._zaad)

    def collega(self, waar: str, *, lukt: bool = True) -> float:
        """Let the other workstation save, and return after how many seconds it could."""
        self._volgende += 1
        taak, begin = Taak("intake", self._volgende), time.monotonic()
        ctx = self.bij[1].open()
        uit = probeer(lambda: WERK["intake"].doe(ctx, taak, LEEG))
        duur = time.monotonic() - begin
        if (uit["uit"] == BEZORGD) is not lukt:
            self.telling.mis("collega", waar, uit)
        if WERK["intake"].tel(ctx, taak) != lukt:
            self.telling.mis("collega kwijt of dubbel", waar, uit)
        bootstrap.sluit(ctx)
        return round(duur, 2)

    def keur_nummers(self, waar: str) -> None:
        """The kenmerken have no gaps."""
        ctx = self.server.open()
        vraag = "SELECT volgnummer FROM nummer ORDER BY volgnummer"
        nummers = [nummer for (nummer,) in ctx.register.sql(vraag)]
        bootstrap.sluit(ctx)
        if nummers != list(range(1, len(nummers) + 1)):
            self.telling.mis("kenmerken met gaten", waar, nummers)

    def klaar(self, begin: float, **wat: object) -> None:
        """Print the figures."""
        cijfers(
            **wat, seconden=sinds(begin), gebeurd=dict(self.telling.gebeurd),
            fouten=dict(self.telling.fouten), voorbeelden=self.telling.voorbeelden,
        )  # fmt: skip


def doe(ctx: Context, taak: Taak) -> None:
    """Save as the window does it."""
    WERK[taak.soort].doe(ctx, taak, LEEG)
