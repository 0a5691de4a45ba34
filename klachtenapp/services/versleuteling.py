"""Locks a register on the wish of the gemeente, and who may open it: doors, words, papers.

Who has a door opens the register without noticing. The herstelsleutel on paper opens it when
every computer is gone. Who leaves is locked out with a new key for all who stay.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final
from uuid import uuid4

from klachtenapp.domain.rollen import Recht
from klachtenapp.errors import OmgevingFout, RegelFout
from klachtenapp.kluis import deuren, eigendeur, sleutelbestand
from klachtenapp.kluis.deuren import HERSTELBYTES, UITNODIGINGBYTES, Deur, Deursoort
from klachtenapp.kluis.sleutelbestand import Sleutelbestand, Sleutelring
from klachtenapp.kluis.woorden import uit_woorden
from klachtenapp.models import log
from klachtenapp.models.log import Logregel
from klachtenapp.services import deurwachter, kopielijst, omsleutelen
from klachtenapp.services.context import Context
from klachtenapp.services.deurlijst import (
    NIET_GEKEURD,
    Woordgeheim,
    eigen_deur,
    eigen_prive,
    hersteldeur,
    is_verlopen,
    maak_ring,
)
from klachtenapp.services.deurwachter import Gevonden
from klachtenapp.services.omsleutelen import Omzetting
from klachtenapp.services.rechten import vraagt
from klachtenapp.services.toetreden import treed_toe

__all__ = [
    "Deursoort", "Stand", "Toegangsregel", "Uitnodiging", "Woordgeheim", "bewijs", "herstel_lijst",
    "nieuw_herstelgeheim", "nodig_uit", "sluit_buiten", "stand", "treed_toe",
    "vernieuw_herstelsleutel", "zet_aan", "zet_uit",
]  # fmt: skip

GELDIG_DAGEN: Final = 7
"""How long an invitation lasts unless the beheerder chooses otherwise."""

_MEESTE_DAGEN: Final = 60
_AAN: Final = "Dit register is al versleuteld."
_UIT: Final = "Dit register is niet versleuteld."


@dataclass(frozen=True, slots=True)
class Toegangsregel:
    """One door as the beheerder sees it. ``eigen``: it is that of who looks, here."""

    uid: str
    soort: Deursoort
    naam: str
    sinds: date
    tot: date | None = None
    eigen: bool = False
    verlopen: bool = False


@dataclass(frozen=True, slots=True)
class Stand:
    """How it stands with the lock. ``gekeurd``: nobody without the key touched the list."""

    aan: bool
    toegang: tuple[Toegangsregel, ...] = ()
    gekeurd: bool = True
    in_kluis: bool = True


@dataclass(frozen=True, slots=True)
class Uitnodiging:
    """The words for a colleague, and until when they let him in."""

    naam: str
    tot: date
    geheim: Woordgeheim


def stand(ctx: Context) -> Stand:
    """Return whether the register is locked, and who has a way in."""
    in_kluis = eigendeur.standaard("").in_kluis
    if not ctx.sleutel:
        return Stand(False, in_kluis=in_kluis)
    gevonden = _gevonden(ctx)
    blik = deurwachter.eigen(gevonden.bestand.register)
    regels = tuple(_regel(deur, ctx.vandaag, blik(deur)) for deur in gevonden.ring.deuren)
    return Stand(True, regels, gevonden.gekeurd, in_kluis)


def nieuw_herstelgeheim() -> Woordgeheim:
    """Return a new herstelsleutel; it opens nothing before it was typed and switched on."""
    return Woordgeheim(os.urandom(HERSTELBYTES))


def bewijs(geheim: Woordgeheim, getypt: str) -> None:
    """Make sure that the words on paper were kept: somebody types them.

    :raises RegelFout: they are not these words; ``veld`` is ``"woorden"``.
    """
    if uit_woorden(getypt, len(geheim.geheim)) != geheim.geheim:
        raise RegelFout(
            "Dit zijn andere woorden dan die op het papier van nu. Pak het nieuwste papier.",
            veld="woorden",
        )


@vraagt(Recht.BEHEREN)
def zet_aan(
    ctx: Context,
    geheim: Woordgeheim,
    getypt: str,
    *,
    wachtwoord: str = "",
    eigen_vensters: int = 0,
) -> Context:
    """Lock the register; returns the ``Context`` to go on with.

    ``getypt`` are the words of the herstelsleutel as somebody typed them from the paper.
    ``wachtwoord`` guards the door of this user where there is no key store.

    :raises RegelFout: wrong words, or it is locked already.
    :raises OmgevingFout: others have it open, or the disk refuses; nothing was changed.
    """
    if ctx.sleutel:
        raise RegelFout(_AAN, veld="register")
    bewijs(geheim, getypt)
    uid, sleutel = str(uuid4()), deuren.nieuwe_sleutel()
    prive = eigen_prive(uid, wachtwoord)
    ring = maak_ring(
        1,
        uid,
        sleutel,
        (hersteldeur(geheim, ctx.vandaag), eigen_deur(ctx.gebruiker, prive, ctx.vandaag)),
    )
    wat = Omzetting(ring, sleutel, "versleuteling aangezet", {"toegang": len(ring.deuren)})
    leeg = Sleutelbestand(uid, Sleutelring(0, (), ""))
    return omsleutelen.voer_uit(ctx, leeg, wat, eigen_vensters)


@vraagt(Recht.BEHEREN)
def zet_uit(ctx: Context, *, eigen_vensters: int = 0) -> Context:
    """Take the lock off the register.

    :raises RegelFout: it is not locked.
    :raises OmgevingFout: others have it open, or the disk refuses; nothing was changed.
    """
    nu = _gevonden(ctx)
    ring = Sleutelring(nu.ring.generatie + 1, (), "")
    return omsleutelen.voer_uit(
        ctx, nu.bestand, Omzetting(ring, b"", "versleuteling uitgezet"), eigen_vensters
    )


@vraagt(Recht.BEHEREN)
def nodig_uit(ctx: Context, naam: str, dagen: int = GELDIG_DAGEN) -> Uitnodiging:
    """Make a way in for a colleague: words that work once, until ``dagen`` days from now.

    :raises RegelFout: no name, a number of days that makes no sense, or not locked.
    """
    if not naam.strip():
        raise RegelFout("Voor wie is de uitnodiging? Vul een naam in.", veld="naam")
    if not 1 <= dagen <= _MEESTE_DAGEN:
        raise RegelFout(f"Kies 1 tot {_MEESTE_DAGEN} dagen.", veld="dagen")
    tot = ctx.vandaag + timedelta(days=dagen)
    geheim = Woordgeheim(os.urandom(UITNODIGINGBYTES))
    zout = deuren.nieuw_zout()
    publiek = deuren.publiek_bij(deuren.prive_uit(geheim.geheim, zout))
    with ctx.register.transactie():
        nu = _gekeurd(ctx)
        deur = Deur(
            str(uuid4()), Deursoort.UITNODIGING, naam.strip(), publiek,
            deuren.verzegel_voor(publiek, ctx.sleutel, nu.bestand.register),
            ctx.vandaag.isoformat(), tot.isoformat(), zout,
        )  # fmt: skip
        blijven = [d for d in nu.ring.deuren if not is_verlopen(d, ctx.vandaag)]
        gegevens = {"toegang": deur.uid[:8], "dagen": dagen}
        _schrijf(ctx, nu, [*blijven, deur], "uitnodiging gemaakt", gegevens)
    return Uitnodiging(naam.strip(), tot, geheim)


@vraagt(Recht.BEHEREN)
def sluit_buiten(ctx: Context, uid: str, *, eigen_vensters: int = 0) -> Context:
    """Give the register a new key for everybody but the door ``uid``.

    Who stays notices nothing. Copies from before keep the key that they had.

    :raises RegelFout: no such door, one's own, or the herstelsleutel.
    :raises OmgevingFout: the list was tampered with, others are present, the disk refuses.
    """
    nu = _gekeurd(ctx)
    weg = next((deur for deur in nu.ring.deuren if deur.uid == uid), None)
    if weg is None:
        raise RegelFout("Deze toegang is er niet meer.", veld="toegang")
    if weg.soort is Deursoort.HERSTEL:
        raise RegelFout(
            "De herstelsleutel kan niet weg. Maak een nieuwe: dan werkt de oude niet meer.",
            veld="toegang",
        )
    if deurwachter.eigen(nu.bestand.register)(weg) is not None:
        raise RegelFout("U kunt uzelf niet buitensluiten.", veld="toegang")
    blijven = [d for d in nu.ring.deuren if d.uid != uid and not is_verlopen(d, ctx.vandaag)]
    gegevens = {"toegang": uid[:8], "blijven": len(blijven)}
    return _nieuwe_sleutel(ctx, nu, blijven, "toegang ingetrokken", gegevens, eigen_vensters)


@vraagt(Recht.BEHEREN)
def vernieuw_herstelsleutel(
    ctx: Context, geheim: Woordgeheim, getypt: str, *, eigen_vensters: int = 0
) -> Context:
    """Put a new herstelsleutel in the place of the old, with a new key: the old paper is void.

    :raises RegelFout: wrong words.
    :raises OmgevingFout: as ``sluit_buiten``.
    """
    bewijs(geheim, getypt)
    nu = _gekeurd(ctx)
    blijven = [d for d in nu.ring.deuren if d.soort is not Deursoort.HERSTEL]
    lijst = [hersteldeur(geheim, ctx.vandaag), *blijven]
    return _nieuwe_sleutel(ctx, nu, lijst, "herstelsleutel vernieuwd", {}, eigen_vensters)


@vraagt(Recht.BEHEREN)
def herstel_lijst(ctx: Context) -> Stand:
    """Put back a list of doors that somebody without the key changed.

    The last one that was written down with a copy is used, or else one's own door alone:
    then a new herstelsleutel and new invitations are needed.

    :raises OmgevingFout: there is no list to be found with a door that opens.
    """
    with ctx.register.transactie():
        nu = _gevonden(ctx)
        if nu.gekeurd:
            return stand(ctx)
        goed = _laatste_goede(ctx)
        if goed is None:
            blik = deurwachter.eigen(nu.bestand.register)
            eigen = tuple(d for d in nu.ring.deuren if blik(d) is not None)
            if not eigen:
                raise OmgevingFout(
                    "Er is geen goede lijst meer te vinden. Zet de versleuteling uit en weer aan."
                )
            goed = Gevonden(nu.bestand, replace(nu.ring, deuren=eigen), ctx.sleutel)
        _schrijf(ctx, goed, list(goed.ring.deuren), "toegang hersteld", {})
    return stand(ctx)


def _nieuwe_sleutel(
    ctx: Context, nu: Gevonden, blijven: list[Deur], handeling: str,
    gegevens: dict[str, object], eigen_vensters: int,
) -> Context:  # fmt: skip
    sleutel, uid = deuren.nieuwe_sleutel(), nu.bestand.register
    lijst = tuple(deuren.verplaats(deur, sleutel, uid) for deur in blijven)
    ring = maak_ring(nu.ring.generatie + 1, uid, sleutel, lijst)
    wat = Omzetting(ring, sleutel, handeling, gegevens)
    return omsleutelen.voer_uit(ctx, nu.bestand, wat, eigen_vensters)


def _gevonden(ctx: Context) -> Gevonden:
    """Return the doors of the open register, with its key."""
    bestand = sleutelbestand.lees(ctx.register.pad) if ctx.sleutel else None
    if bestand is None:
        raise RegelFout(_UIT, veld="register")
    return Gevonden(bestand, bestand.ring, ctx.sleutel)


def _gekeurd(ctx: Context) -> Gevonden:
    gevonden = _gevonden(ctx)
    if not gevonden.gekeurd or gevonden.bestand.volgende is not None:
        raise OmgevingFout(NIET_GEKEURD)
    return gevonden


def _schrijf(
    ctx: Context, nu: Gevonden, lijst: list[Deur], handeling: str, gegevens: dict[str, object]
) -> None:
    """Write the doors with their proof, and the line in the log, in its transaction."""
    log.schrijf(ctx.register, Logregel(ctx.nu, ctx.gebruiker, handeling, "", gegevens))
    uid = nu.bestand.register
    ring = maak_ring(nu.ring.generatie, uid, ctx.sleutel, tuple(lijst))
    sleutelbestand.schrijf(ctx.register.pad, Sleutelbestand(uid, ring))


def _laatste_goede(ctx: Context) -> Gevonden | None:
    pad = ctx.register.pad
    for kopie in kopielijst.in_map(kopielijst.kopiemap(pad), pad.stem):
        bestand = deurwachter.deuren_van_kopie(kopie.pad)
        if bestand is None:
            continue
        gevonden = Gevonden(bestand, bestand.ring, ctx.sleutel)
        if gevonden.gekeurd:
            return gevonden
    return None


def _regel(deur: Deur, vandaag: date, prive: bytes | None) -> Toegangsregel:
    return Toegangsregel(
        deur.uid,
        deur.soort,
        deur.naam,
        date.fromisoformat(deur.gemaakt_op),
        date.fromisoformat(deur.tot) if deur.tot else None,
        eigen=prive is not None,
        verlopen=is_verlopen(deur, vandaag),
    )
