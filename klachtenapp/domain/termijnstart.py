"""Where a legal term starts to count: on receipt, or where art. 2:24 Awb puts it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from klachtenapp.domain import dagtekst
from klachtenapp.errors import RegelFout

_LAATSTE_JAAR = 9000  # well before the calendar of the computer ends


@dataclass(frozen=True, slots=True)
class Start:
    """Where counting begins, and why."""

    feit: str
    dag: date
    artikel: str = ""
    toelichting: tuple[str, ...] = ("De dag van ontvangst telt niet mee.",)


def bepaal_start(ontvangen: date, doorgeleid_op: date | None) -> Start:
    """Return the start: ``ontvangen``, or the later day on which it was doorgeleid.

    The latter counts only when the sender was told at once (art. 2:24 Awb); whoever fills
    in ``doorgeleid_op`` vouches for that. Raises ``RegelFout`` for an impossible year.
    """
    controleer_jaar(ontvangen, "ontvangen_op")
    if doorgeleid_op is None or doorgeleid_op <= ontvangen:
        return Start("ontvangen", ontvangen)
    controleer_jaar(doorgeleid_op, "doorgeleid_op")
    return Start(
        "doorgeleid",
        doorgeleid_op,
        "art. 2:24 Awb",
        (
            f"Binnengekomen op {dagtekst.lang_met_dag(ontvangen)} via een ander kanaal. "
            "De termijn begint bij het doorgeleiden, en dat is aan de afzender gemeld.",
            "De dag van doorgeleiden telt niet mee.",
        ),
    )


def controleer_jaar(dag: date, veld: str) -> None:
    """Raise ``RegelFout`` on ``veld`` when no term can be counted from ``dag``."""
    if dag.year > _LAATSTE_JAAR:
        raise RegelFout(f"Het jaar {dag.year} kan niet kloppen. Kijk de datum na.", veld=veld)
