"""The judge of a try: is all there once, is the register whole, do the numbers close."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from traceback import extract_tb
from typing import Any

from klachtenapp import bootstrap
from klachtenapp.errors import KlachtenappError, OmgevingFout
from klachtenapp.services import postvak, reservekopie
from klachtenapp.services.context import Context
from klachtenapp.services.postvak import WachtOpSchijf
from tests.betrouwbaarheid.wereld import Wereld
from tests.betrouwbaarheid.werk import WERK, Taak, Voorraad

BEZORGD, WACHT, GEWEIGERD, FOUT = "bezorgd", "wacht", "geweigerd", "fout"


def probeer(doe: Callable[[], object]) -> dict[str, str]:
    """Do it, and return what the user would hear."""
    try:
        doe()
    except WachtOpSchijf:
        return {"uit": WACHT, "tekst": ""}
    except KlachtenappError as fout:
        techniek = getattr(fout, "techniek", "")
        return {"uit": GEWEIGERD, "tekst": f"{type(fout).__name__}: {fout} {techniek}"}
    except Exception as fout:  # noqa: BLE001 - a bug; the judge counts it
        spoor = " < ".join(
            f"{Path(r.filename).stem}:{r.lineno}" for r in extract_tb(fout.__traceback__)[::-1]
        )
        return {"uit": FOUT, "tekst": f"{type(fout).__name__}: {fout} ({spoor})"}
    return {"uit": BEZORGD, "tekst": ""}


@dataclass
class Telling:
    """What went wrong, with the first examples of each, and what happened besides."""

    fouten: Counter[str] = field(default_factory=Counter)
    gebeurd: Counter[str] = field(default_factory=Counter)
    voorbeelden: list[str] = field(default_factory=list)

    def mis(self, wat: str, waar: object, meer: object = "") -> None:
        """Count something that may not happen."""
        self.fouten[wat] += 1
        if self.fouten[wat] <= 3:
            self.voorbeelden.append(f"{wat}: {waar} {meer}".strip())


def maak_af(ctx: Context, taak: Taak, uit: str, voorraad: Voorraad) -> None:
    """Do what follows on an error: replay, or press the button again."""
    werk = WERK[taak.soort]
    if werk.post:
        postvak.speel_af(ctx)
        if uit == GEWEIGERD:
            werk.doe(ctx, taak.opnieuw(), voorraad)
    elif uit != BEZORGD:
        werk.doe(ctx, taak, voorraad)


def keur(
    wereld: Wereld,
    taak: Taak,
    uit: dict[str, Any],
    voorraad: Voorraad,
    telling: Telling,
    waar: object,
) -> None:
    """Judge what a try left behind; then mend it as the user would, and judge again."""
    werk, soort = WERK[taak.soort], str(uit["uit"])
    telling.gebeurd[soort] += 1
    if soort == FOUT:
        telling.mis("fout in het programma", waar, uit["tekst"])
    try:
        ctx = wereld.open()
    except OmgevingFout as fout:
        telling.mis("gaat niet open", waar, fout)
        return
    try:
        if not uit.get("afgemaakt"):
            voor = werk.tel(ctx, taak)
            if soort == BEZORGD and voor != 1:
                telling.mis("bevestigd en kwijt", waar, voor)
            if soort == GEWEIGERD and werk.post and voor:
                telling.mis("geweigerd en toch opgeslagen", waar, uit["tekst"])
            if soort == WACHT and taak.uid not in {z.uid for z in postvak.in_postvak(ctx)}:
                telling.mis("wacht maar niet in postvak", waar)
            telling.gebeurd["fout maar opgeslagen"] += soort != BEZORGD and voor == 1
            maak_af(ctx, taak, soort, voorraad)
        _eindstand(ctx, taak, uit, telling, waar)
    except KlachtenappError as fout:
        telling.mis("herstelt niet", waar, f"{uit} {fout} {getattr(fout, 'techniek', '')}")
    finally:
        bootstrap.sluit(ctx)
    heel(wereld, telling, waar)


def _eindstand(
    ctx: Context, taak: Taak, uit: dict[str, Any], telling: Telling, waar: object
) -> None:
    aantal = WERK[taak.soort].tel(ctx, taak)
    if aantal != 1:
        wat = "invoer kwijt" if aantal == 0 else "half" if aantal < 0 else "dubbel"
        telling.mis(wat, waar, f"{uit} {aantal}")
    if over := postvak.in_postvak(ctx):
        telling.mis("blijft in postvak", waar, [z.reden for z in over])


def heel(wereld: Wereld, telling: Telling, waar: object) -> None:
    """Check the register from the outside, as the user can: file, links, log, numbers, letters."""
    for bevinding in reservekopie.controleer(wereld.pad):
        if not bevinding.goed:
            telling.mis(f"controle {bevinding.onderdeel}", waar, bevinding.tekst)
