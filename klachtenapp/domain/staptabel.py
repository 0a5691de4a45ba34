"""The table of the stappenplan: its ways, its variants, and the steps of each in order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from klachtenapp.domain.norm import Norm


class Stapnaam(StrEnum):
    """The steps, in the order in which they happen."""

    BINNEN = "binnen"
    BELLEN = "bellen"
    BRIEF = "brief"
    SAMEN = "samen"
    AFSPRAAK = "afspraak"
    TEVREDEN = "tevreden"
    GESPREK = "gesprek"
    UITZOEKEN = "uitzoeken"
    OORDEEL = "oordeel"
    ANTWOORD = "antwoord"


class Toestand(StrEnum):
    """Where a step stands on the paper of one klager."""

    KLAAR = "klaar"
    NU = "nu"
    LATER = "later"
    NIET_NODIG = "niet nodig"


class Weg(StrEnum):
    """How a klacht is treated: solved together (art. 9:5), with a judgement (art. 9:12), or
    not chosen yet."""  # fmt: skip

    BEIDE = "beide"
    INFORMEEL = "informeel"
    FORMEEL = "formeel"


class Formaat(StrEnum):
    """The paper: one A4, one A5 with a back, or an A4 folded to an A5 booklet."""

    A4 = "a4"
    A5 = "a5"
    VOUW = "vouw"


_S = Stapnaam
STAPPEN: Mapping[Weg, Mapping[str, tuple[Stapnaam, ...]]] = {
    Weg.BEIDE: {
        "kort": (_S.BINNEN, _S.BELLEN, _S.SAMEN, _S.UITZOEKEN, _S.ANTWOORD),
        "compleet": (
            _S.BINNEN, _S.BELLEN, _S.BRIEF, _S.SAMEN, _S.GESPREK, _S.UITZOEKEN, _S.ANTWOORD,
        ),
    },
    Weg.INFORMEEL: {
        "kort": (_S.BINNEN, _S.BELLEN, _S.SAMEN, _S.AFSPRAAK, _S.TEVREDEN),
        "compleet": (_S.BINNEN, _S.BELLEN, _S.BRIEF, _S.SAMEN, _S.AFSPRAAK, _S.TEVREDEN),
    },
    Weg.FORMEEL: {
        "kort": (_S.BINNEN, _S.BELLEN, _S.GESPREK, _S.UITZOEKEN, _S.ANTWOORD),
        "compleet": (
            _S.BINNEN, _S.BELLEN, _S.BRIEF, _S.GESPREK, _S.UITZOEKEN, _S.OORDEEL, _S.ANTWOORD,
        ),
    },
}  # fmt: skip
"""Way → variant → steps."""

VARIANTEN = STAPPEN[Weg.BEIDE]
"""The variants by name; each has its steps for every way."""


@dataclass(frozen=True, slots=True)
class Plek:
    """One step as it stands. Without a dossier ``toestand`` is ``None`` and ``norm`` the length.

    ``klaar_op`` is when it happened, ``afspraak`` a fixed day, ``uiterlijk`` the last day.
    ``vorm`` names other words for it, where the usual ones would promise something else.
    """

    naam: Stapnaam
    toestand: Toestand | None = None
    klaar_op: date | None = None
    afspraak: date | None = None
    uiterlijk: date | None = None
    norm: Norm | None = None
    vorm: str = ""


MAILEN, ZELF, GESCHREVEN, ZONDER_BELLEN, ALTIJD = (
    "mailen", "zelf", "geschreven", "zonder_bellen", "altijd",
)  # fmt: skip
"""The other words: we e-mail, you call us, we wrote, the answer comes without a call before it,
and: this step comes anyway, not only when there is no solution."""
