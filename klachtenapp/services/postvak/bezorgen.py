"""Brings a zending to the register, now or when the disk is back."""

from __future__ import annotations

import hashlib
import logging
import os
from dataclasses import dataclass, replace
from typing import Final

from klachtenapp import paths
from klachtenapp.clock import FixedClock
from klachtenapp.domain.dossier import Dossier
from klachtenapp.errors import ConflictFout, KlachtenappError, OmgevingFout, RegelFout
from klachtenapp.models.fouten import Oorzaak, SchijfFout
from klachtenapp.services.context import Context
from klachtenapp.services.opdracht import nieuw_uid
from klachtenapp.services.postvak.bus import KAN_NIET, Bus, Toestand, Zending
from klachtenapp.services.postvak.soorten import SOORTEN

_log = logging.getLogger(__name__)
_VASTGELOPEN: Final = "Het programma liep vast bij het opslaan."


class WachtOpSchijf(OmgevingFout):
    """It is safe in the postvak, and goes to the register by itself when the disk is back."""

    def __init__(self, zending: Zending) -> None:
        super().__init__(ligt_klaar(zending.omschrijving))
        self.zending = zending


def ligt_klaar(omschrijving: str) -> str:
    """Say that something is safe here and goes on by itself."""
    return (
        f"{omschrijving} is bewaard op deze computer. "
        "Het gaat vanzelf naar het register zodra de schijf er weer is."
    )


@dataclass(frozen=True, slots=True)
class Afgespeeld:
    """What a replay did: what went in, what waits on, what needs a person."""

    bezorgd: tuple[tuple[Zending, Dossier], ...] = ()
    wacht: tuple[Zending, ...] = ()
    conflicten: tuple[Zending, ...] = ()


def bus_van(ctx: Context) -> Bus:
    """Return the postvak of this register on this computer.

    :raises OmgevingFout: the disk of this computer refuses.
    """
    naam = hashlib.sha256(os.path.normcase(ctx.postadres).encode()).hexdigest()[:24]
    try:
        plek = paths.gegevensmap()
    except OSError as fout:
        raise OmgevingFout(KAN_NIET) from fout
    return Bus(plek / "postvak" / naam, ctx.sleutel)


def bezorg(ctx: Context, opdracht: object, uid: str, omschrijving: str) -> Dossier:
    """Put ``opdracht`` in the postvak, carry it out, and take it out again.

    :raises WachtOpSchijf: the disk is gone; it stays in the postvak and is safe there.
    :raises RegelFout, ConflictFout: as the service does; it is not kept, it is still in the
        form in which it was typed.
    :raises OmgevingFout: the register cannot take it now and did not: it is full or busy.
    """
    uid = uid or nieuw_uid()
    zending = Zending(uid, opdracht, ctx.nu, ctx.gebruiker, omschrijving)
    bus = bus_van(ctx)
    if ctx.losgekoppeld and not SOORTEN[zending.soort].zonder_schijf:
        raise OmgevingFout(
            "De schijf met het register is er nu niet. Dit kan pas als zij terug is. "
            "Een nieuwe melding en een notitie kunt u wel vastleggen."
        )
    bus.bewaar(zending)
    if ctx.losgekoppeld:
        raise WachtOpSchijf(zending)
    return _doe(ctx, bus, zending)


def _doe(ctx: Context, bus: Bus, zending: Zending) -> Dossier:
    try:
        dossier = _voer_uit(ctx, zending)
    except SchijfFout as fout:
        if not _kan_weg_zijn(fout):
            bus.verwijder(zending.uid)
            raise
        raise WachtOpSchijf(zending) from fout
    except KlachtenappError:
        bus.verwijder(zending.uid)
        raise
    except Exception:
        _leg_apart(bus, zending, _VASTGELOPEN)
        raise
    bus.verwijder(zending.uid)
    return dossier


def speel_af(ctx: Context, *, ook_conflicten: bool = False) -> Afgespeeld:
    """Send everything that waits, in the order in which it was made.

    What the register refuses stays, as a conflict for somebody to look at; only with
    ``ook_conflicten`` it is tried again. When the disk goes again the rest waits on.
    """
    bus = bus_van(ctx)
    wacht: list[Zending] = []
    conflicten: list[Zending] = []
    for zending in bus.lijst():
        blijft = zending.toestand is Toestand.CONFLICT and not ook_conflicten
        (conflicten if blijft else wacht).append(zending)
    if ctx.losgekoppeld:
        return Afgespeeld((), tuple(wacht), tuple(conflicten))
    bezorgd: list[tuple[Zending, Dossier]] = []
    while wacht:
        zending = wacht[0]
        try:
            dossier = _voer_uit(ctx, zending)
        except OmgevingFout:
            break
        except (RegelFout, ConflictFout) as fout:
            conflicten.append(_leg_apart(bus, zending, fout.boodschap))
        except Exception:  # noqa: BLE001 - a bug may not keep all that comes after it waiting for ever
            _log.exception("Zending %s", zending.uid)
            conflicten.append(_leg_apart(bus, zending, _VASTGELOPEN))
        else:
            bus.verwijder(zending.uid)
            bezorgd.append((zending, dossier))
        wacht.pop(0)
    return Afgespeeld(tuple(bezorgd), tuple(wacht), tuple(conflicten))


def in_postvak(ctx: Context) -> tuple[Zending, ...]:
    """Return what waits, and what needs a person, oldest first."""
    return bus_van(ctx).lijst()


def gooi_weg(ctx: Context, uid: str) -> None:
    """Take something out of the postvak that somebody looked at and no longer needs."""
    bus_van(ctx).verwijder(uid)


def _leg_apart(bus: Bus, zending: Zending, reden: str) -> Zending:
    conflict = zending.met_conflict(reden)
    bus.bewaar(conflict)
    return conflict


def _voer_uit(ctx: Context, zending: Zending) -> Dossier:
    soort = SOORTEN[zending.soort]
    klok = FixedClock(zending.gemaakt_op) if soort.eigen_moment else ctx.clock
    wie = replace(ctx, gebruiker=zending.gebruiker, clock=klok)
    return soort.doe(wie, zending.opdracht, zending.uid)


def _kan_weg_zijn(fout: SchijfFout) -> bool:
    """Whether the disk may be gone, and the change may be saved or not: only the uid can tell."""
    return fout.oorzaak not in (Oorzaak.BEZET, Oorzaak.VOL, Oorzaak.ALLEEN_LEZEN)
