"""What stands around the pictures of the window: a place, a paper, a disk and a colleague.

All of it is the same on every machine.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import datetime
from typing import Any

from klachtenapp import bootstrap
from klachtenapp.clock import FixedClock

NEUTRAAL = r"C:\Klachtenapp\oefengemeente.klachten"
NU = datetime(2026, 11, 24, 9, 12)  # noqa: DTZ001 - office time has no zone


def toon_neutraal_pad() -> None:
    """Let the window name a folder of an office, not the temporary one of this machine."""
    from klachtenapp.services import beheer  # noqa: PLC0415 - only in the child process
    from klachtenapp.services.context import Context  # noqa: PLC0415

    echt = beheer.registerinfo

    def registerinfo(ctx: Context) -> beheer.Registerinfo:
        return replace(echt(ctx), pad=NEUTRAAL)

    beheer.registerinfo = registerinfo


def geef_vaste_woorden() -> None:
    """Let every machine print the same herstelsleutel; it opens nothing."""
    from klachtenapp.services import versleuteling  # noqa: PLC0415 - only in the child process

    geheim = versleuteling.Woordgeheim(bytes(range(1, versleuteling.HERSTELBYTES + 1)))
    versleuteling.nieuw_herstelgeheim = lambda: geheim


class Nepschijf:
    """A disk that goes and comes back when a picture asks for it."""

    def __init__(self) -> None:
        self._aan = True

    def zet(self, *, aan: bool) -> None:
        """Pull the plug out, or put it in."""
        self._aan = aan

    def tik(self) -> object:
        """Say whether the disk is there."""
        from klachtenapp.services.samenwerken import Samenstand  # noqa: PLC0415

        return Samenstand(bereikbaar=self._aan)

    def toon(self, kenmerk: str, sinds: datetime | None) -> None:
        """There is nobody to tell."""

    def sluit(self) -> None:
        """There is nothing to leave."""

    @staticmethod
    def laatste_stand(vorige: Any) -> object:  # noqa: ANN401 - a Context, loaded late
        """Open a copy, as the shadow copy of a share."""
        from klachtenapp.services import schaduw  # noqa: PLC0415

        kopie = vorige.register.pad.with_name("schaduw.klachten")
        shutil.copyfile(vorige.register.pad, kopie)
        ctx = bootstrap.open(kopie, clock=vorige.clock, gebruiker=vorige.accountnaam)
        ctx.register.schrijfverbod = schaduw.ALLEEN_LEZEN
        return replace(ctx, losgekoppeld=vorige.postadres)


def collega(runner: Any, kenmerk: str, **velden: str) -> None:  # noqa: ANN401 - loaded late
    """Let a colleague change the dossier that is open."""
    from klachtenapp.services import wijzigen, zoeken  # noqa: PLC0415

    ctx = bootstrap.open(runner.ctx.postadres, clock=FixedClock(NU), gebruiker="M. Kok")
    nu = zoeken.dossier(ctx, kenmerk)
    wijzigen.wijzig(ctx, wijzigen.Wijziging(nu.kenmerk, nu.versie, velden))
    bootstrap.sluit(ctx)
