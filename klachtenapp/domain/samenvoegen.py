"""Two people changed the same thing: what goes together, and where somebody must choose.

Of each field three texts are known: as it was read, as it was typed, and as it stands now.
Only where both changed it, and not into the same, there is something to choose.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from klachtenapp.domain.dossier import Dossier, Gebeurtenis, Klachtonderdeel

Botsingen = dict[str, tuple[str, str]]
"""By field: what was typed here, and what stands there now."""

WEG: Final = "(weggehaald)"
ONDERDEELVELDEN: Final = (
    *("omschrijving", "aspect", "norm", "bevinding", "oordeel"),
    *("verbeterpunt", "verbeterpunt_klaar_op"),
)


def botst(gelezen: str | None, getypt: str, staat: str) -> bool:
    """Return whether a field was changed on both sides; ``None`` is: not known what was read."""
    return getypt not in (staat, gelezen) and staat != gelezen


def botsingen(
    gelezen: Mapping[str, str] | None, getypt: Mapping[str, str], staat: Mapping[str, str]
) -> Botsingen:
    """Return the fields that somebody must choose about.

    Without ``gelezen`` each field that was typed and stands otherwise now is one.
    """
    van = gelezen or {}
    return {
        veld: (tekst, staat[veld])
        for veld, tekst in getypt.items()
        if botst(van.get(veld), tekst, staat[veld])
    }


@dataclass(frozen=True, slots=True)
class SamengevoegdeDelen:
    """``onderdelen`` as they can be saved; in a field of ``botsingen`` stands what was typed.

    A field is called by the place of its part: ``0.bevinding``.
    """

    onderdelen: tuple[Klachtonderdeel, ...]
    botsingen: Botsingen


def voeg_delen_samen(
    gelezen: Sequence[Klachtonderdeel],
    getypt: Sequence[Klachtonderdeel],
    staat: Sequence[Klachtonderdeel],
) -> SamengevoegdeDelen:
    """Bring the parts that were typed together with what a colleague made of them.

    What a colleague added comes after them. A part that one took away and the other changed
    stays, for somebody to look at.
    """
    hier, daar = _paren(gelezen, getypt), _paren(gelezen, staat)
    delen: list[Klachtonderdeel] = []
    gevonden: Botsingen = {}
    for nummer, deel in enumerate(getypt):
        oud = hier.get(nummer)
        nu = next((n for n, herkomst in daar.items() if oud is not None and herkomst == oud), None)
        if oud is None:
            delen.append(deel)
        elif nu is not None:
            plek = len(delen)
            samen, botst_hier = _deel(gelezen[oud], deel, staat[nu])
            delen.append(samen)
            gevonden |= {f"{plek}.{veld}": twee for veld, twee in botst_hier.items()}
        elif deel != gelezen[oud]:  # gone there, changed here
            gevonden[f"{len(delen)}.omschrijving"] = (deel.omschrijving, WEG)
            delen.append(deel)
    for nummer, deel in enumerate(staat):
        oud = daar.get(nummer)
        if oud is None:
            delen.append(deel)
        elif oud not in hier.values() and deel != gelezen[oud]:  # gone here, changed there
            gevonden[f"{len(delen)}.omschrijving"] = (WEG, deel.omschrijving)
            delen.append(deel)
    return SamengevoegdeDelen(tuple(delen), gevonden)


def _deel(
    gelezen: Klachtonderdeel, getypt: Klachtonderdeel, staat: Klachtonderdeel
) -> tuple[Klachtonderdeel, Botsingen]:
    samen: dict[str, Any] = {}
    gevonden: Botsingen = {}
    for veld in ONDERDEELVELDEN:
        oud, hier, daar = (getattr(deel, veld) for deel in (gelezen, getypt, staat))
        samen[veld] = daar if hier == oud else hier
        if hier not in (oud, daar) and daar != oud:
            gevonden[veld] = (als_tekst(hier), als_tekst(daar))
    return replace(getypt, **samen), gevonden


def als_tekst(waarde: object) -> str:
    """Return an answer of a part as its form writes it."""
    if waarde is None:
        return ""
    return waarde.isoformat() if isinstance(waarde, date) else str(waarde)


def _paren(oud: Sequence[Klachtonderdeel], nieuw: Sequence[Klachtonderdeel]) -> dict[int, int]:
    """Return of which old part each new one was made: by its words, else by its place."""
    paren: dict[int, int] = {}
    vrij = dict(enumerate(oud))
    for nummer, deel in enumerate(nieuw):
        gelijk = [n for n, was in vrij.items() if was.omschrijving == deel.omschrijving]
        if gelijk:
            paren[nummer] = gelijk[0]
            del vrij[gelijk[0]]
    for nummer in range(len(nieuw)):
        if nummer not in paren and nummer in vrij:
            paren[nummer] = nummer
            del vrij[nummer]
    return paren


def intussen(gezien: Dossier, nu: Dossier) -> tuple[Gebeurtenis, ...]:
    """Return what was written down in a dossier since somebody saw it, oldest first."""
    bekend = {gebeurtenis.id for gebeurtenis in gezien.gebeurtenissen}
    nieuw = [g for g in nu.gebeurtenissen if g.id not in bekend]
    return tuple(sorted(nieuw, key=lambda g: (g.vastgelegd_op, g.id)))
