"""Opens a register and picks the real things: disk, clock, user. The only place that does."""

from __future__ import annotations

import getpass
from contextlib import suppress
from copy import copy
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from klachtenapp.clock import Clock, ShiftedClock, SystemClock
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.errors import OmgevingFout, RegelFout
from klachtenapp.models import instellingen, log
from klachtenapp.models.database import Register, open_register
from klachtenapp.models.fouten import SchijfFout
from klachtenapp.models.log import Logregel
from klachtenapp.models.register import ruwe_sleutel, sleuteltekst
from klachtenapp.services import beheer, bereik, gebruikers, ontsluiten, rondom, schaduw
from klachtenapp.services import reservekopie as kopieen
from klachtenapp.services.bereik import SchijfWeg
from klachtenapp.services.context import Context
from klachtenapp.services.kalenders import standaardkalender


def open(
    pad: Path | str,
    *,
    clock: Clock | None = None,
    gebruiker: str | None = None,
    reservekopie: bool = False,
    wachtwoord: str = "",
    sleutel: bytes = b"",
) -> Context:
    """Open the register at ``pad`` for the calling thread.

    ``clock`` and ``gebruiker`` default to the computer's; an exercise register runs its
    own number of days ahead. With ``reservekopie`` the copy of today is made first when
    there is none; the window does that itself, after it shows the work. A locked register
    opens with the door of this user; ``wachtwoord`` opens that where no key store does,
    ``sleutel`` is the key with which it was opened before.

    :raises OpSlot: it is locked, and this user has no way in.
    :raises OmgevingFout: not there, not ours, newer, locked, or on an unsafe disk.
    """
    register = _ontsloten(Path(pad).absolute(), wachtwoord, sleutel)
    try:
        ctx = _context(register, clock, gebruiker)
        rondom.breng_bij(ctx)
        if reservekopie:
            kopieen.bij_start(ctx)
    except BaseException:
        register.sluit()
        raise
    return ctx


def open_of_schaduw(
    pad: Path | str,
    *,
    clock: Clock | None = None,
    gebruiker: str | None = None,
    wachtwoord: str = "",
) -> Context:
    """Open the register as a window does: its shadow copy when the disk is gone.

    :raises SchijfWeg: the disk is gone, and this user has no shadow copy here.
    :raises OmgevingFout: as ``open``. Who has no way in any more keeps no shadow copy either.
    """
    plek = Path(pad).absolute()
    try:
        return open(plek, clock=clock, gebruiker=gebruiker, wachtwoord=wachtwoord)
    except ontsluiten.OpSlot as fout:
        wis_zonder_toegang(str(plek), fout)
        raise
    except OmgevingFout as fout:
        if bereik.is_bereikbaar(plek):
            raise
        oorzaak = fout
    try:
        return open_schaduw(plek, clock=clock, gebruiker=gebruiker)
    except OmgevingFout:
        raise SchijfWeg(plek) from oorzaak


def wis_zonder_toegang(postadres: str, fout: ontsluiten.OpSlot) -> None:
    """Take the shadow copy away from somebody who has no way into the register any more."""
    if not fout.wachtwoord and ontsluiten.heeft_kluis():
        with suppress(OSError):  # a window still reads it; the next start removes it
            schaduw.wis(postadres)


def treed_toe(
    pad: Path, woorden: str, nu: datetime, *, wachtwoord: str = "", gebruiker: str = ""
) -> None:
    """Give this user a way into a locked register, with words from paper; then it opens.

    :raises RegelFout: the words do not open it.
    :raises OmgevingFout: it cannot be reached.
    """
    from klachtenapp.services import toetreden  # noqa: PLC0415 - loads the cryptography

    wie = gebruiker or aangemeld()
    toetreden.treed_toe(pad.absolute(), woorden, nu=nu, gebruiker=wie, wachtwoord=wachtwoord)


def _ontsloten(pad: Path, wachtwoord: str, bekend: bytes) -> Register:
    sleutel = ontsluiten.ontsluit(pad, wachtwoord, bekend)
    try:
        return open_register(pad, sleutel=sleutel)
    except SchijfFout as fout:
        if not ontsluiten.is_op_slot(fout):
            raise
        anders = ontsluiten.ontsluit_elders(pad, wachtwoord)
        if anders is None:
            raise
    return open_register(pad, sleutel=anders)


def open_schaduw(
    pad: Path | str,
    *,
    sleutel: str = "",
    clock: Clock | None = None,
    gebruiker: str | None = None,
) -> Context:
    """Open the shadow copy of the register at ``pad``, only to read: its disk is gone.

    ``sleutel`` is that of the register, when it is known; else the door of this user.

    :raises OmgevingFout: there is none on this computer that this user can open.
    """
    gevonden = schaduw.vind(str(pad), sleutel)
    if gevonden is None:
        raise OmgevingFout(
            "Het register is niet bereikbaar en op deze computer staat er geen kopie van. "
            "Controleer de (netwerk)schijf en probeer het opnieuw."
        )
    register = open_register(gevonden.pad, sleutel=gevonden.sleutel)
    try:
        ctx = _context(register, clock, gebruiker)
        register.schrijfverbod = schaduw.ALLEEN_LEZEN
    except BaseException:
        register.sluit()
        raise
    return replace(ctx, losgekoppeld=str(pad), sleutel=ruwe_sleutel(gevonden.registersleutel))


def opnieuw(vorige: Context, wachtwoord: str = "") -> Context:
    """Open the real register again, with the clock and the person of ``vorige``.

    :raises OpSlot: a colleague locked it anew, and this user must show a way in.
    :raises OmgevingFout: it is still out of reach, or as ``open``.
    """
    ctx = open(
        vorige.postadres,
        clock=vorige.clock,
        gebruiker=vorige.accountnaam,
        wachtwoord=wachtwoord,
        sleutel=vorige.sleutel,
    )
    return _zoals(ctx, vorige)


def losgekoppeld(vorige: Context) -> Context:
    """Open the shadow copy instead of the register, with the clock and person of ``vorige``.

    :raises OmgevingFout: there is no shadow copy.
    """
    ctx = open_schaduw(
        vorige.postadres,
        sleutel=sleuteltekst(vorige.sleutel),
        clock=vorige.clock,
        gebruiker=vorige.accountnaam,
    )
    return _zoals(ctx, vorige)


def zonder_register(vorige: Context) -> Context:
    """Go on without anything to read: the disk is gone and this computer has no copy.

    Asks nothing of the disk. A new melding can still be typed and kept.
    """
    register = copy(vorige.register)
    register.leesverbod = register.schrijfverbod = schaduw.NIETS_TE_LEZEN
    return replace(vorige, register=register, losgekoppeld=vorige.postadres)


def _zoals(ctx: Context, vorige: Context) -> Context:
    """Keep who signed in: he need not do so again because a cable came loose.

    His roles are those of the register itself: the shadow copy may be days old.
    """
    if vorige.medewerker is None or ctx.medewerker == vorige.medewerker:
        return ctx
    if ctx.losgekoppeld:
        return gebruikers.als(ctx, vorige.medewerker)
    return gebruikers.ververs(replace(ctx, medewerker=vorige.medewerker))


def nieuw(
    pad: Path | str,
    gemeente: Gemeente,
    *,
    clock: Clock | None = None,
    gebruiker: str | None = None,
) -> Context:
    """Make a new, empty register at ``pad`` with the supplied calendar, and open it.

    :raises OmgevingFout: when there is a file of that name, or it cannot be written.
    """
    register = open_register(pad, maak=True)
    try:
        ctx = _context(register, clock, gebruiker, gemeente)
        with register.transactie():
            instellingen.bewaar_gemeente(register, gemeente)
            instellingen.bewaar_kalender(register, standaardkalender())
            log.schrijf(register, Logregel(ctx.nu, ctx.gebruiker, "register aangemaakt"))
        return _context(register, clock, gebruiker)
    except BaseException:
        register.sluit()
        raise


def sluit(ctx: Context) -> None:
    """Close the register; in the thread that opened it."""
    ctx.register.sluit()


def verzet_klok(ctx: Context, dagen: int) -> Context:
    """Let the oefengemeente live ``dagen`` days ahead from now on; 0 is today again.

    :raises RegelFout: for a real register: its clock is that of the computer.
    """
    if not ctx.gemeente.oefening:
        raise RegelFout("De klok verzetten kan alleen in de oefengemeente.")
    verzet = beheer.bewaar_gemeente(ctx, replace(ctx.gemeente, klokverschil_dagen=dagen))
    bron = ctx.clock.bron if isinstance(ctx.clock, ShiftedClock) else ctx.clock
    return replace(verzet, clock=ShiftedClock(dagen, bron) if dagen else bron)


def _context(
    register: Register, clock: Clock | None, gebruiker: str | None, nieuw: Gemeente | None = None
) -> Context:
    gemeente, kader = instellingen.gemeente_en_kader(register)
    gemeente = nieuw or gemeente
    if clock is None:
        clock = SystemClock()
        if gemeente.oefening and gemeente.klokverschil_dagen:
            clock = ShiftedClock(gemeente.klokverschil_dagen, clock)
    naam = gebruiker or aangemeld()
    ctx = Context(register, clock, naam, gemeente, kader, accountnaam=naam)
    return gebruikers.herkend(replace(ctx, sleutel=ruwe_sleutel(register.sleutel)))


def aangemeld() -> str:
    """Return the name under which the user is signed in on this computer."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no variable and no account: a bare container
        return "onbekend"
