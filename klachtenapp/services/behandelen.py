"""Carries out a handeling on a dossier: checks it against the table, stores it, logs it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from klachtenapp.domain import ondertekenmap, verloop
from klachtenapp.domain.begrippen import GebeurtenisSoort, Soort
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Dossier, Gebeurtenis, Klachtonderdeel
from klachtenapp.domain.handeling import Bezwaar, Collegas, Handeling, Invoer, VeldSoort
from klachtenapp.domain.handelingen import (
    HANDELINGEN,
    bezwaren,
    laatste_terug_te_draaien,
    maak_ongedaan,
    verricht,
)
from klachtenapp.domain.handelingen import mogelijk as mogelijk_bij
from klachtenapp.domain.onderdelen import totaaloordeel
from klachtenapp.domain.rollen import Recht, recht_voor
from klachtenapp.domain.samenvoegen import voeg_delen_samen
from klachtenapp.errors import ConflictFout, RegelFout
from klachtenapp.models import meldingen
from klachtenapp.services.collegas import collegas
from klachtenapp.services.context import Context
from klachtenapp.services.opdracht import Uitslag, eenmalig
from klachtenapp.services.rechten import mag, vereis, vraagt


@dataclass(frozen=True, slots=True)
class Opdracht:
    """One handeling to be done. ``versie`` is that of the dossier as the user saw it.

    It is ``None`` for what stays true whatever others did there, such as a note. ``invoer``
    holds the answers by field name; a date that says when it happened may be left out and
    is then today. ``opdracht_uid`` makes that a retry does nothing.
    """

    kenmerk: str
    handeling: str
    invoer: Invoer
    versie: int | None
    opdracht_uid: str = ""


@dataclass(frozen=True, slots=True)
class TerugTeDraaien:
    """The last step, which can be made undone: under this name, on this event."""

    label: str
    gebeurtenis: Gebeurtenis


@vraagt(Recht.LEZEN)
def mogelijk(ctx: Context, kenmerk: str) -> tuple[Handeling, ...]:
    """Return what this user can do to this dossier now."""
    dossier = meldingen.haal(ctx.register, kenmerk)
    alle = mogelijk_bij(dossier, ctx.kader, ctx.vandaag)
    return tuple(h for h in alle if mag(ctx, recht_voor(h.naam)))


@vraagt(Recht.LEZEN)
def voer_uit(ctx: Context, opdracht: Opdracht) -> Dossier:
    """Do it, or say why not; returns the dossier as it is then.

    :raises RegelFout: the user may not do this; or the table refuses, with the sentence and
        the field of the first objection.
    :raises ConflictFout: someone else changed the dossier since ``versie``.
    """
    handeling = HANDELINGEN.get(opdracht.handeling)
    if handeling is None:
        raise RegelFout(f"De handeling '{opdracht.handeling}' bestaat niet.", veld="handeling")
    vereis(ctx, recht_voor(handeling.naam))

    def doe() -> tuple[Dossier, Dossier]:
        dossier = _haal(ctx, opdracht.kenmerk, opdracht.versie)
        invoer = _met_vandaag(handeling, opdracht.invoer, ctx.vandaag)
        _weiger(bezwaren(handeling, dossier, invoer, ctx.kader, ctx.vandaag))
        nieuw = verricht(
            handeling,
            dossier,
            invoer,
            nu=ctx.nu,
            door=ctx.gebruiker,
            collegas=collegas(ctx) if _noemt_iemand(handeling) else Collegas(),
        )
        return dossier, nieuw

    return _uitgevoerd(ctx, opdracht.opdracht_uid, handeling.naam, doe)


@vraagt(Recht.BEHANDELEN)
def bewaar_onderdelen(
    ctx: Context,
    kenmerk: str,
    versie: int,
    onderdelen: Sequence[Klachtonderdeel],
    opdracht_uid: str = "",
    gelezen: Sequence[Klachtonderdeel] | None = None,
) -> Dossier:
    """Store the parts of a klacht; the judgement on the whole follows from them (domein §4.1).

    ``gelezen`` are the parts as they were read: with them, what someone else changed in
    another field or part is kept; without them any change since ``versie`` is a conflict.

    Once the afdoeningsbrief is out, or the dossier is closed, what was found and judged
    stays as it stands in the letter; verbeterpunten can still be added.

    :raises RegelFout: not a klacht, an empty part, or a change to what a letter already says.
    :raises ConflictFout: someone else changed the dossier since ``versie``; with ``gelezen``
        only where both changed the same, and ``verschillen`` gives both texts of each field.
    """

    def doe() -> tuple[Dossier, Dossier]:
        delen = tuple(_schoon(deel) for deel in onderdelen)
        if gelezen is None:
            dossier = _haal(ctx, kenmerk, versie)
        else:
            dossier = meldingen.haal(ctx.register, kenmerk)
            delen = _samen(dossier, versie, gelezen, delen)
        _controleer_onderdelen(dossier, delen)
        oordeel = totaaloordeel(delen) if dossier.is_open else dossier.oordeel
        feit = Gebeurtenis(
            GebeurtenisSoort.GEWIJZIGD,
            ctx.vandaag,
            ctx.nu,
            ctx.gebruiker,
            {"klachtonderdelen": str(len(delen))},
        )
        nieuw = replace(
            dossier,
            onderdelen=delen,
            oordeel=oordeel,
            gebeurtenissen=(*dossier.gebeurtenissen, feit),
        )
        return dossier, nieuw

    return _uitgevoerd(ctx, opdracht_uid, "klachtonderdelen bewaard", doe)


def terug_te_draaien(dossier: Dossier) -> TerugTeDraaien | None:
    """Return how undoing the last step is called ("Verdaging ongedaan maken"), if it can be."""
    laatste = laatste_terug_te_draaien(dossier)
    return TerugTeDraaien(laatste[1].terug, laatste[0]) if laatste else None


@vraagt(Recht.BEHANDELEN)
def maak_laatste_ongedaan(
    ctx: Context, kenmerk: str, versie: int, reden: str, opdracht_uid: str = ""
) -> Dossier:
    """Take back the last step: the dossier is as before it, the history keeps both.

    A letter that went out, an ending and an edit are never taken back.

    :raises RegelFout: there is nothing that can be taken back, or no reason was given.
    :raises ConflictFout: someone else changed the dossier since ``versie``.
    """

    def doe() -> tuple[Dossier, Dossier]:
        dossier = _haal(ctx, kenmerk, versie)
        terug = maak_ongedaan(
            dossier,
            reden,
            nu=ctx.nu,
            door=ctx.gebruiker,
            collegas=collegas(ctx, ook_vertrokken=True),
        )
        if isinstance(terug, Bezwaar):
            raise RegelFout(terug.tekst, veld=terug.veld or None)
        return dossier, terug

    return _uitgevoerd(ctx, opdracht_uid, "ongedaan gemaakt", doe)


def _haal(ctx: Context, kenmerk: str, versie: int | None) -> Dossier:
    dossier = meldingen.haal(ctx.register, kenmerk)
    if versie is not None and dossier.versie != versie:
        raise ConflictFout(
            f"Iemand anders heeft {dossier.kenmerk} intussen gewijzigd. Er is niets gebeurd. "
            "Kijk wat er anders is en probeer het opnieuw."
        )
    return dossier


def _met_vandaag(handeling: Handeling, invoer: Invoer, vandaag: date) -> Invoer:
    if not handeling.op_veld or invoer.get(handeling.op_veld, "").strip():
        return invoer
    return {**invoer, handeling.op_veld: vandaag.isoformat()}


def _weiger(gevonden: Sequence[Bezwaar]) -> None:
    if gevonden:
        eerste = gevonden[0]
        artikel = f" ({eerste.artikel})" if eerste.artikel else ""
        raise RegelFout(f"{eerste.tekst}{artikel}", veld=eerste.veld or None)


def _noemt_iemand(handeling: Handeling) -> bool:
    soorten = {veld.soort for veld in handeling.velden}
    return bool(soorten & {VeldSoort.MEDEWERKER, VeldSoort.AFDELING})


def _uitgevoerd(
    ctx: Context, uid: str, soort: str, doe: Callable[[], tuple[Dossier, Dossier]]
) -> Dossier:
    """Run ``doe`` once; ``doe`` returns the dossier as it was read and as it must become."""
    bewaard: list[Dossier] = []

    def bewaar() -> Uitslag:
        oud, nieuw = doe()
        bewaard[:] = [meldingen.wijzig(ctx.register, oud, nieuw)]
        gegevens = {"van": oud.status.value, "naar": nieuw.status.value}
        return Uitslag(oud.kenmerk, gegevens=gegevens)

    uitslag = eenmalig(ctx, uid, soort, bewaar)
    return meldingen.haal(ctx.register, uitslag.kenmerk) if uitslag.herhaald else bewaard[0]


def _samen(
    nu: Dossier,
    versie: int,
    gelezen: Sequence[Klachtonderdeel],
    getypt: Sequence[Klachtonderdeel],
) -> tuple[Klachtonderdeel, ...]:
    """Return the parts with what someone else changed in them since ``versie``."""
    if nu.versie == versie:
        return tuple(getypt)
    samen = voeg_delen_samen(gelezen, getypt, nu.onderdelen)
    if samen.botsingen:
        raise ConflictFout(
            f"Iemand anders heeft de onderdelen van {nu.kenmerk} intussen gewijzigd. "
            "Er is niets overschreven. Kies per veld welke tekst blijft.",
            verschillen=samen.botsingen,
        )
    return samen.onderdelen


def _schoon(deel: Klachtonderdeel) -> Klachtonderdeel:
    return replace(
        deel,
        omschrijving=deel.omschrijving.strip(),
        bevinding=deel.bevinding.strip(),
        verbeterpunt=deel.verbeterpunt.strip(),
    )


def _controleer_onderdelen(dossier: Dossier, delen: Sequence[Klachtonderdeel]) -> None:
    if dossier.soort is not Soort.KLACHT:
        raise RegelFout(f"Een {dossier.soort} heeft geen klachtonderdelen.")
    for deel in delen:
        if not deel.omschrijving:
            raise RegelFout("Schrijf bij elk onderdeel waar het over gaat.", veld="omschrijving")
    staat_vast = (
        not dossier.is_open
        or verloop.afdoeningsbrief(dossier) is not None
        or ondertekenmap.getekend(dossier, BriefSoort.AFDOENINGSBRIEF) is not None
    )
    if staat_vast and _in_de_brief(delen) != _in_de_brief(dossier.onderdelen):
        raise RegelFout(
            "De brief met dit oordeel is al weg of getekend. Leg eerst een nieuw oordeel vast, "
            "of heropen de klacht. Verbeterpunten kunt u wel aanvullen.",
            veld="oordeel",
        )


def _in_de_brief(delen: Sequence[Klachtonderdeel]) -> list[tuple[object, ...]]:
    return [(deel.omschrijving, deel.bevinding, deel.oordeel) for deel in delen]
