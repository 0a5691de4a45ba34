"""Counts the operations that one save and one read ask of a share: each is a round trip.

``bestandswerk.py PLACE BACKING MOUNT CONTROL MOUNT CONTROL``. A colleague at the second mount
saves before each: what this computer still knew is then of no use.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from klachtenapp import bootstrap
from klachtenapp.models import meldingen
from klachtenapp.services.context import Context
from tests.betrouwbaarheid.samen import GEWICHT
from tests.betrouwbaarheid.wereld import NAAM, Wereld, cijfers, richt_in
from tests.betrouwbaarheid.werk import WERK, Taak, Voorraad, zaai
from tests.harnas.stuur import Stuur


def main(plek: Path, achter: Path, hier: Path, stuur: Stuur, ginds: Path) -> None:
    """Run the experiment and print its figures."""
    wereld = richt_in(plek, netwerk=False)
    voorraad = zaai(plek / NAAM)
    (plek / NAAM).rename(achter / NAAM)
    ctx, collega = (Wereld(share, wereld.lokaal).open() for share in (hier, ginds))
    tellingen = {"lezen": _tel(stuur, collega, voorraad, 0, lambda: _lees(ctx))}
    for nummer, soort in enumerate(GEWICHT, start=1):
        # What a person has on the screen was read before, and is not part of the save.
        WERK["notitie"].doe(ctx, Taak("notitie", 1000 + nummer), voorraad)
        taak = Taak(soort, nummer)
        lezen = 0 if WERK[soort].doe in _ZONDER_LEZEN else tellingen["lezen"]
        bewaar = partial(WERK[soort].doe, ctx, taak, voorraad)
        tellingen[soort] = _tel(stuur, collega, voorraad, nummer, bewaar) - lezen
    for wie in (ctx, collega):
        bootstrap.sluit(wie)
    cijfers(operaties=tellingen)


_ZONDER_LEZEN = tuple(WERK[soort].doe for soort in ("notitie", "intake"))


def _lees(ctx: Context) -> None:
    meldingen.haal(ctx.register, "K2026-0001")


def _tel(
    stuur: Stuur, collega: Context, voorraad: Voorraad, nummer: int, doe: Callable[[], object]
) -> int:
    WERK["notitie"].doe(collega, Taak("notitie", 2000 + nummer), voorraad)
    stuur.tel_opnieuw()
    doe()
    return sum(aantal for soort, aantal in stuur.tel().items() if soort != "CLOSE")


if __name__ == "__main__":
    main(
        Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), Stuur(Path(sys.argv[4])),
        Path(sys.argv[5]),
    )  # fmt: skip
