"""A line of the log in words: what was done, and from what to what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from klachtenapp.domain.begrippen import GebeurtenisSoort
from klachtenapp.domain.gebeurtenistekst import BRIEFNAMEN, hoofdletter, veldlabel
from klachtenapp.domain.handelingen import HANDELINGEN

_LANG = 80  # letters of one value; the whole stands in the dossier
_TECHNISCH = frozenset({"feit", "van", "naar", "velden", "sha256"})


def wat(handeling: str) -> str:
    """Return the name of what was done, as the menu has it."""
    if handeling in HANDELINGEN:
        return HANDELINGEN[handeling].label
    return hoofdletter(handeling.replace("_", " "))


def van_naar(soort: str, feit: Mapping[str, str], gegevens: Mapping[str, Any]) -> str:
    """Return what changed: ``Behandelaar: (leeg) → P. Yılmaz · Stand: ontvangen → beoordeling``.

    Old values are those that the event keeps; without the event (a dossier that was
    destroyed, a line of an older version) only the state and the names of the fields.
    """
    delen = _velden(soort, feit)
    van, naar = str(gegevens.get("van", "")), str(gegevens.get("naar", ""))
    if van and naar and van != naar:
        delen.append(f"Stand: {van} → {naar}")
    if not delen and gegevens.get("velden"):
        delen = [hoofdletter(", ".join(veldlabel(str(veld)) for veld in gegevens["velden"]))]
    return " · ".join(delen)


def verder(gegevens: Mapping[str, Any]) -> str:
    """Return the other facts of a line: numbers and words of the register."""
    delen = []
    for naam, waarde in gegevens.items():
        if naam not in _TECHNISCH and waarde not in ("", None, [], {}):
            delen.append(f"{naam.replace('_', ' ')}: {_waarde(waarde)}")
    return " · ".join(delen)


def _velden(soort: str, feit: Mapping[str, str]) -> list[str]:
    if soort == GebeurtenisSoort.GEWIJZIGD:
        paren = [(v, feit[f"{v} was"], nu) for v, nu in feit.items() if f"{v} was" in feit]
    else:
        was = "_was_"
        paren = [
            (naam[len(was) :], oud, feit.get(naam[len(was) :], ""))
            for naam, oud in feit.items()
            if naam.startswith(was) and naam != f"{was}status"
        ]
    return [
        f"{hoofdletter(veldlabel(veld))}: {_kort(oud)} → {_kort(nu)}" for veld, oud, nu in paren
    ]


def _kort(tekst: str) -> str:
    regel = " ".join(tekst.split())
    if not regel:
        return "(leeg)"
    return regel if len(regel) <= _LANG else regel[: _LANG - 1].rstrip() + "…"


def _waarde(waarde: object) -> str:
    if isinstance(waarde, list):
        return ", ".join(str(deel) for deel in waarde)
    return BRIEFNAMEN.get(str(waarde), str(waarde))
