"""What a fact sheet is made of: facts to read, fields to change, and how facts are laid out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from klachtenapp.domain.dossier import Dossier
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Tekst

Lezen = Callable[[Dossier], str]


@dataclass(frozen=True, slots=True)
class Feit:
    """One fact as it is read: its label, and how it follows from the dossier.

    ``breed`` takes the whole width; ``altijd`` shows a dash while it is empty.
    """

    label: str
    lees: Lezen
    breed: bool = False
    altijd: bool = False


@dataclass(frozen=True, slots=True)
class Vraag:
    """One field of the form: its name in a ``Wijziging``, label, widget, width and share."""

    veld: str
    label: str
    maak: Callable[[], QWidget]
    minimaal: int = 160
    deel: int = 1
    hulp: str = ""


@dataclass(frozen=True, slots=True)
class Groep:
    """Facts and fields under one heading. Each tuple in ``rijen`` stands side by side.

    ``knop`` stands beside the heading while one reads.
    """

    titel: str
    feiten: Sequence[Feit]
    rijen: Sequence[Sequence[Vraag]] = ()
    knop: QWidget | None = None


@dataclass(frozen=True, slots=True)
class Concept:
    """What was typed in an open form, kept while one looks at another dossier."""

    versie: int
    gelezen: Mapping[str, str]
    anders: Mapping[str, str]


def rooster_van(feiten: Sequence[Feit], dossier: Dossier) -> QGridLayout | None:
    """Return the facts that are known, label before value; ``None`` when there are none."""
    rooster = QGridLayout()
    rooster.setHorizontalSpacing(tokens.RUIMTE_L)
    rooster.setVerticalSpacing(tokens.RUIMTE_S)
    rooster.setColumnMinimumWidth(0, tokens.px(130))
    rooster.setColumnStretch(1, 1)
    rij = 0
    for feit in feiten:
        tekst = feit.lees(dossier)
        if not tekst and not feit.altijd:
            continue
        waarde = Tekst(tekst or "–")
        waarde.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        waarde.setAccessibleName(f"{feit.label}: {tekst}" if feit.label else tekst)
        if feit.breed:
            rooster.addWidget(waarde, rij, 0, 1, 2)
        else:
            rooster.addWidget(Tekst(feit.label, "gedempt"), rij, 0, Qt.AlignmentFlag.AlignTop)
            rooster.addWidget(waarde, rij, 1)
        rij += 1
    return rooster if rij else None
