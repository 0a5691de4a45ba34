"""The oefengemeente: a made-up gemeente of about 130 meldingen to practise with.

Everything in it goes through the real services with a clock that is moved along, so that it
is as lawful as a register can be. Nobody in it exists.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

from klachtenapp.clock import Clock, SystemClock
from klachtenapp.models import instellingen, log
from klachtenapp.models.bestanden import bereikbaar
from klachtenapp.models.database import open_register
from klachtenapp.models.log import Logregel
from klachtenapp.services.context import Context
from klachtenapp.services.kalenders import standaardkalender
from klachtenapp.services.oefengemeente.brievenmap import papieren
from klachtenapp.services.oefengemeente.draaiboek import (
    Inrichting,
    lees_inrichting,
    maak_plannen,
)
from klachtenapp.services.oefengemeente.mensen import bewaar_mensen
from klachtenapp.services.oefengemeente.regie import Loopklok, speel
from klachtenapp.services.oefengemeente.verlopen import VERLOPEN
from klachtenapp.services.oefengemeente.zaak import REGISTRAR, Zaak

__all__ = ["maak", "maak_met_documenten", "vrije_plek", "vul"]

_BESTAND = "oefengemeente"


def maak(pad: Path | str, clock: Clock | None = None) -> Context:
    """Make the oefengemeente in a new register at ``pad`` and return it open.

    ``clock`` is the clock with which the user goes on; today's work lies at its today.

    :raises OmgevingFout: there is a file of that name, or it cannot be written.
    """
    clock = clock or SystemClock()
    inrichting = lees_inrichting()
    register = open_register(pad, maak=True)
    try:
        with register.transactie():
            instellingen.bewaar_gemeente(register, inrichting.gemeente)
            instellingen.bewaar_kalender(register, standaardkalender())
        gemeente, kader = instellingen.gemeente_en_kader(register)
        ctx = Context(register, clock, REGISTRAR, gemeente, kader)
        vul(ctx, inrichting)
    except BaseException:
        register.sluit()
        raise
    return ctx


def vul(ctx: Context, inrichting: Inrichting | None = None) -> None:
    """Fill the empty register of ``ctx`` with people and dossiers, up to its today."""
    inrichting = inrichting or lees_inrichting()
    klok = Loopklok(ctx.clock)
    vandaag = ctx.vandaag
    speelveld = replace(ctx, clock=klok)
    plannen = maak_plannen(inrichting, vandaag)
    klok.zet(min(plan.aanmelding.ontvangen_op for plan in plannen))
    with ctx.register.transactie():
        log.schrijf(ctx.register, Logregel(klok.now(), REGISTRAR, "oefengemeente aangemaakt"))
        bewaar_mensen(speelveld, inrichting)
        toeval = Random(vandaag.year)  # noqa: S311 -- the length of a story, nothing secret
        zaken = [Zaak(speelveld, vandaag, plan, Random(toeval.random())) for plan in plannen]  # noqa: S311
        speel(klok, [(zaak, VERLOPEN[zaak.plan.verloop](zaak)) for zaak in zaken])


def maak_met_documenten(plek: Path, clock: Clock | None = None) -> Path:
    """Make the oefengemeente in folder ``plek``, with one of every letter beside it as PDF.

    An oefengemeente that is there already stays as it was; the new one gets a number.
    Returns the register.

    :raises OmgevingFout: the folder cannot be reached, or not be written.
    """
    with bereikbaar(plek):
        plek.mkdir(parents=True, exist_ok=True)
        pad = vrije_plek(plek)
        ctx = maak(pad, clock)
        try:
            brieven = plek / "brieven"
            brieven.mkdir(exist_ok=True)
            for naam, pdf in papieren(ctx):
                (brieven / naam).write_bytes(pdf)
        finally:
            ctx.register.sluit()
    return pad


def vrije_plek(plek: Path) -> Path:
    """Return the name for a new oefengemeente in folder ``plek`` that nothing has yet."""
    pad = plek / f"{_BESTAND}.klachten"
    nummer = 2
    while pad.exists():
        pad = plek / f"{_BESTAND}-{nummer}.klachten"
        nummer += 1
    return pad
