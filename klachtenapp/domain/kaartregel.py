"""One line of the termijnkaart: a date, how it came about, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from klachtenapp.domain import dagtekst
from klachtenapp.domain.normen import Normtermijn

Toestand = Literal["open", "gedaan", "te laat", "mogelijk"]
GEDAAN: Toestand = "gedaan"


@dataclass(frozen=True, slots=True)
class Kaartregel:
    """One date of a dossier. ``soort`` keeps law and own norm apart.

    ``datum`` is ``None`` while it cannot be known yet. ``gedaan_op`` is filled when
    ``toestand`` is ``gedaan``. ``stappen`` is the derivation in separate sentences.
    """

    naam: str
    label: str
    datum: date | None
    uitleg: str
    soort: Literal["wet", "norm"]
    toestand: Toestand
    gedaan_op: date | None = None
    waarschuwingen: tuple[str, ...] = ()
    stappen: tuple[str, ...] = ()


def toestand_van(uiterste: date, gedaan_op: date | None, vandaag: date) -> Toestand:
    """Return how a date stands: what is done stays done, also when it was late."""
    if gedaan_op is not None:
        return GEDAAN
    return "te laat" if vandaag > uiterste else "open"


def afloop(uiterste: date, gedaan_op: date | None, woord: str = "Gedaan") -> str:
    """Return ``Gedaan op do 15 okt 2026, op tijd.``, or ``""`` while it is not done."""
    if gedaan_op is None:
        return ""
    te_laat = (gedaan_op - uiterste).days
    oordeel = f"{dagtekst.aantal(te_laat, 'dag', 'dagen')} te laat" if te_laat > 0 else "op tijd"
    return f"{woord} op {dagtekst.kort(gedaan_op)}, {oordeel}."


def normregel(
    norm: Normtermijn,
    *,
    vandaag: date,
    gedaan_op: date | None = None,
    woord: str = "Gedaan",
    artikel: str = "",
    naam: str = "",
    label: str = "",
) -> Kaartregel:
    """Return the line of one norm; ``artikel`` is the duty behind it that has no number."""
    waarschuwingen: tuple[str, ...] = ()
    if gedaan_op is None and norm.alarm and vandaag > norm.alarm:
        waarschuwingen = (f"Ook het alarm van {dagtekst.kort(norm.alarm)} is voorbij.",)
    zinnen = (
        f"{norm.uitleg}.",
        afloop(norm.uiterste_datum, gedaan_op, woord),
        f"{artikel[:1].upper()}{artikel[1:]}." if artikel else "",
    )
    stappen = tuple(zin for zin in zinnen if zin)
    return Kaartregel(
        naam=naam or norm.naam,
        label=label or norm.label,
        datum=norm.uiterste_datum,
        uitleg=" ".join(stappen),
        soort="norm",
        toestand=toestand_van(norm.uiterste_datum, gedaan_op, vandaag),
        gedaan_op=gedaan_op,
        waarschuwingen=waarschuwingen,
        stappen=stappen,
    )
