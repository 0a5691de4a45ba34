"""What the lock costs: the same register locked and unlocked, in turns, in one run."""

from __future__ import annotations

import shutil
from pathlib import Path

from meting import Omvang, afwisselend, regel
from voorraad import open_

import klachtenapp.kluis
from klachtenapp import bootstrap
from klachtenapp.kluis import Kluis, eigendeur, sleutelbos
from klachtenapp.models.database import open_register
from klachtenapp.services import behandelen, reservekopie, versleuteling, zoeken
from klachtenapp.services.behandelen import Opdracht
from klachtenapp.services.context import Context
from klachtenapp.services.zoeken import Filter
from tests.geheugenkluis import Geheugenkluis


def meet(pad: Path, omvang: Omvang) -> None:
    """Print opening, saving, listing, searching and copying: locked against unlocked."""
    kluis = Geheugenkluis()
    for module in (sleutelbos, eigendeur, klachtenapp.kluis):
        module.Kluis = lambda: Kluis(kluis)  # type: ignore[attr-defined]
    plek = pad.with_name("slot")
    shutil.rmtree(plek, ignore_errors=True)
    plek.mkdir()
    gewoon, dicht = plek / "gewoon.klachten", plek / "dicht.klachten"
    for kopie in (gewoon, dicht):
        shutil.copyfile(pad, kopie)
    geheim = versleuteling.nieuw_herstelgeheim()
    bootstrap.sluit(versleuteling.zet_aan(open_(dicht), geheim, geheim.woorden))
    los, vast = open_(gewoon), open_(dicht)

    def vergelijk(wat: str, doe: object, budget: str = "(ter info)") -> None:
        basis, onze = afwisselend(
            lambda: doe(los),  # type: ignore[operator]
            lambda: doe(vast),  # type: ignore[operator]
            keren=omvang.keren * 3,
        )
        regel(f"versleuteld: {wat}", onze, basis, budget)

    vergelijk("de verbinding openen", _verbind, "≤ 5 ms")
    vergelijk("het register openen", lambda ctx: bootstrap.sluit(open_(ctx.register.pad)))
    vergelijk("een notitie opslaan", _noteer)
    vergelijk("de lijst van open dossiers", lambda ctx: _lijst(ctx, Filter(open=True)))
    vergelijk("zoeken", lambda ctx: _lijst(ctx, Filter("stoeptegel")))
    vergelijk("een gecontroleerde reservekopie", reservekopie.maak)
    bootstrap.sluit(los)
    bootstrap.sluit(vast)
    shutil.rmtree(plek)


def _verbind(ctx: Context) -> None:
    open_register(ctx.register.pad, sleutel=ctx.register.sleutel).sluit()


def _lijst(ctx: Context, wat: Filter) -> None:
    zoeken.regels(ctx, zoeken.ids(ctx, wat)[:200])


def _noteer(ctx: Context) -> None:
    kenmerk = zoeken.regels(ctx, zoeken.ids(ctx, Filter(open=True))[:1])[0].kenmerk
    versie = zoeken.dossier(ctx, kenmerk).versie
    behandelen.voer_uit(ctx, Opdracht(kenmerk, "noteer", {"toelichting": "Gebeld."}, versie))
