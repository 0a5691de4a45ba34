"""A promise among the next steps: kept before it is late, and before a dossier closes over it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from klachtenapp.domain import dagtekst, toezeggingen
from klachtenapp.domain.begrippen import GebeurtenisSoort
from klachtenapp.domain.handelingen import HANDELINGEN
from klachtenapp.domain.handelingen.bewakers_belofte import ONVERWIJLD
from klachtenapp.domain.stap import Stand, Stap, doe

_EERST_IEMAND = frozenset({"behandelaar", "in_behandeling"})


def eerst_beloofd(stap: Stap, stand: Stand) -> Stap:
    """Return the promise that is due before ``stap``; else ``stap``, which then names it."""
    open_ = toezeggingen.openstaand(stand.dossier)
    if not open_:
        return stap
    eerste = open_[0]
    if not (_kan_wachten(stap, stand) and _eerder(eerste.uiterlijk, stap, stand)):
        return replace(stap, waarom=f"{stap.waarom} Ook {_klein(eerste.zin)}.")
    meer = f" Er zijn nog {len(open_) - 1} andere beloften." if len(open_) > 1 else ""
    return doe(
        "kom_belofte_na",
        eerste.kop,  # the day stands beside a step wherever it is shown
        "kom_belofte_na",
        eerste.uiterlijk,
        f"Dat zeiden wij op {dagtekst.lang(eerste.beloofd_op)} tegen de klager. Leg vast wanneer "
        f"het is gedaan.{meer}",
    )


def _eerder(dag: date, stap: Stap, stand: Stand) -> bool:
    """Whether a promise for ``dag`` is due before ``stap``, or ``stap`` would close over it."""
    if dag <= stand.vandaag or _sluit(stap) or stap.uiterlijk is None:
        return True
    return dag <= stap.uiterlijk


def _kan_wachten(stap: Stap, stand: Stand) -> bool:
    """Whether ``stap`` may come second; a letter that must go today, or post for others, not."""
    if stap.brief and stap.uiterlijk is not None and stap.uiterlijk <= stand.vandaag:
        return False
    return stap.naam not in _EERST_IEMAND and stap.handeling not in ONVERWIJLD


def _sluit(stap: Stap) -> bool:
    handeling = HANDELINGEN.get(stap.handeling)
    return handeling is not None and handeling.gebeurtenis is GebeurtenisSoort.AFGEHANDELD


def _klein(zin: str) -> str:
    return zin[:1].lower() + zin[1:]
