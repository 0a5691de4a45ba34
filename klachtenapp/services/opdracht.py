"""Carries out an opdracht exactly once, also when the disk says "error" after saving."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import uuid4

from klachtenapp.models import log, logboek, opdrachten
from klachtenapp.models.fouten import SchijfFout
from klachtenapp.models.gedeeld.schrijfslot import Houder
from klachtenapp.models.log import Logregel
from klachtenapp.models.opdrachten import Gedaan
from klachtenapp.services.context import Context


@dataclass(frozen=True, slots=True)
class Uitslag:
    """What an opdracht did.

    ``kenmerk`` is the dossier it touched (empty for settings); ``resultaat`` what a retry
    gets back, such as the number of a document; ``gegevens`` go into the log and hold no
    personal data. ``herhaald`` is true when it had been carried out before.
    """

    kenmerk: str = ""
    resultaat: str = ""
    gegevens: Mapping[str, Any] = field(default_factory=dict)
    herhaald: bool = False


def nieuw_uid() -> str:
    """Return a new UUID for an opdracht: made once, when the user presses the button."""
    return str(uuid4())


def eenmalig(ctx: Context, opdracht_uid: str, soort: str, doe: Callable[[], Uitslag]) -> Uitslag:
    """Run ``doe`` in one write transaction, with its line in the log.

    The same ``opdracht_uid`` again changes nothing and returns the first ``Uitslag`` (an
    empty one is never recognised). ``doe`` reads what it needs inside, so it sees what
    others saved. After a disturbance of the disk the register is opened again, it is asked
    whether the change was saved after all, and if not ``doe`` runs once more.
    """
    uid = opdracht_uid or nieuw_uid()

    def vraag() -> Uitslag | None:
        gedaan = opdrachten.zoek(ctx.register, uid)
        return Uitslag(gedaan.kenmerk, gedaan.resultaat, herhaald=True) if gedaan else None

    def doe_en_noteer() -> Uitslag:
        vorige = logboek.hoogste_feit(ctx.register)
        uitslag = doe()
        opdrachten.noteer(
            ctx.register,
            Gedaan(uid, soort, uitslag.kenmerk, uitslag.resultaat, ctx.nu, ctx.gebruiker),
        )
        schrijf_log(ctx, soort, _met_feit(ctx, uitslag, vorige), uid)
        return uitslag

    return een_keer(ctx, vraag, doe_en_noteer)


def een_keer(
    ctx: Context, al_gedaan: Callable[[], Uitslag | None], doe: Callable[[], Uitslag]
) -> Uitslag:
    """Run ``doe`` in one write transaction unless ``al_gedaan`` finds that it was done.

    For changes that leave their own mark, such as the uid of a melding; others use
    ``eenmalig``. The retry after a disturbance is here.
    """
    try:
        return _poging(ctx, al_gedaan, doe)
    except SchijfFout as fout:
        if not fout.opnieuw or ctx.register.in_transactie:
            raise
    ctx.register.heropen()
    return _poging(ctx, al_gedaan, doe)


def schrijf_log(ctx: Context, handeling: str, uitslag: Uitslag, uid: str = "") -> None:
    """Add the line of an opdracht to the log, in its transaction.

    A lock of a colleague that had to be broken for it is told first.
    """
    _log_gebroken_sloten(ctx)
    log.schrijf(
        ctx.register,
        Logregel(ctx.nu, ctx.gebruiker, handeling, uitslag.kenmerk, uitslag.gegevens, uid),
    )


def _met_feit(ctx: Context, uitslag: Uitslag, vorige: int) -> Uitslag:
    """Name the event that was stored by its number, so that the log can tell from what to what."""
    laatste = logboek.hoogste_feit(ctx.register)
    if laatste <= vorige or not uitslag.kenmerk:
        return uitslag
    return replace(uitslag, gegevens={**uitslag.gegevens, "feit": laatste})


def _poging(
    ctx: Context, al_gedaan: Callable[[], Uitslag | None], doe: Callable[[], Uitslag]
) -> Uitslag:
    gemeld: list[Houder] = []
    try:
        with ctx.register.transactie():
            gedaan = al_gedaan()
            if gedaan is not None:
                return gedaan
            # Before ``doe``: a signature names the line of the log that stands before its own.
            gemeld = _log_gebroken_sloten(ctx)
            return doe()
    except BaseException:  # what was not saved did not tell it either: the next one does
        if ctx.register.slot is not None:
            ctx.register.slot.gebroken[:0] = gemeld
        raise


def _log_gebroken_sloten(ctx: Context) -> list[Houder]:
    gebroken = ctx.register.neem_gebroken_sloten()
    for houder in gebroken:
        gegevens = {"van": houder.computer}
        log.schrijf(
            ctx.register, Logregel(ctx.nu, ctx.gebruiker, "schrijfslot verbroken", "", gegevens)
        )
    return gebroken
