"""The settings of the register: gemeente, people, departments, norms, calendar, its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from klachtenapp.domain.gebruiker import controleer_beheerder
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.kalender import Kalender
from klachtenapp.domain.kenmerk import controleer_patroon
from klachtenapp.domain.normen import Normen
from klachtenapp.domain.personen import Afdeling, Medewerker
from klachtenapp.domain.rollen import Recht
from klachtenapp.domain.zoektekst import normaliseer
from klachtenapp.errors import RegelFout
from klachtenapp.models import beheer, gebruikers, instellingen
from klachtenapp.models.schijf import SoortSchijf
from klachtenapp.services import reservekopie, schijftest, tedoen
from klachtenapp.services.context import Context
from klachtenapp.services.opdracht import Uitslag, schrijf_log
from klachtenapp.services.rechten import vraagt

_MODELLEN = ("A", "B")


@dataclass(frozen=True, slots=True)
class Registerinfo:
    """Where the register lies and how it stands; ``bytes`` is the size of the file.

    ``openstaand`` is what the werkvoorraad holds.
    """

    pad: str
    soort_schijf: str
    journaal: str
    bytes: int
    meldingen: int
    openstaand: int
    laatste_kopie: datetime | None
    wolkzin: str = ""  # why this folder is no place for a register


def gemeente(ctx: Context) -> Gemeente:
    """Return the gemeente as it is stored now."""
    return instellingen.gemeente(ctx.register)


@vraagt(Recht.BEHEREN)
def bewaar_gemeente(ctx: Context, wie: Gemeente) -> Context:
    """Store the gemeente and return the context that goes on with it."""
    if not wie.naam.strip():
        raise RegelFout("Vul de naam van de gemeente in.", veld="naam")
    controleer_patroon(wie.kenmerkpatroon)
    return _bewaar(ctx, "gemeente", lambda: instellingen.bewaar_gemeente(ctx.register, wie))


def afdelingen(ctx: Context) -> list[Afdeling]:
    """Return all departments in alphabetical order, also those no longer in use."""
    return beheer.afdelingen(ctx.register)


@vraagt(Recht.BEHEREN)
def bewaar_afdeling(ctx: Context, afdeling: Afdeling) -> Afdeling:
    """Store a department (``id`` 0: a new one) and return it with its id."""
    afdeling = replace(afdeling, naam=" ".join(afdeling.naam.split()))
    anderen = [a.naam for a in afdelingen(ctx) if a.id != afdeling.id]
    _controleer_naam(afdeling.naam, anderen, "afdeling")
    with ctx.register.transactie():
        bewaard = beheer.bewaar_afdeling(ctx.register, afdeling)
        schrijf_log(ctx, "afdeling bewaard", Uitslag(gegevens={"afdeling": bewaard.id}))
    return bewaard


def medewerkers(ctx: Context) -> list[Medewerker]:
    """Return all medewerkers in alphabetical order, also those who left."""
    return beheer.medewerkers(ctx.register)


@vraagt(Recht.BEHEREN)
def bewaar_medewerker(ctx: Context, wie: Medewerker) -> Medewerker:
    """Store a medewerker (``id`` 0: a new one) and return him with his id.

    :raises RegelFout: no name, a name twice, or no beheerder is left who can sign in.
    """
    wie = replace(wie, naam=" ".join(wie.naam.split()))
    anderen = [m.naam for m in medewerkers(ctx) if m.id != wie.id]
    _controleer_naam(wie.naam, anderen, "medewerker")
    with ctx.register.transactie():
        bewaard = beheer.bewaar_medewerker(ctx.register, wie)
        controleer_beheerder(medewerkers(ctx), gebruikers.lijst(ctx.register))
        schrijf_log(ctx, "medewerker bewaard", Uitslag(gegevens={"medewerker": bewaard.id}))
    return bewaard


def normen(ctx: Context) -> Normen:
    """Return the own norms as they are stored now."""
    return instellingen.kader(ctx.register).normen


@vraagt(Recht.BEHEREN)
def bewaar_normen(ctx: Context, waarden: Normen) -> Context:
    """Store the own norms and return the context that goes on with them."""
    return _bewaar(ctx, "normen", lambda: instellingen.bewaar_normen(ctx.register, waarden))


def feestdagen(ctx: Context) -> Kalender:
    """Return the calendar: gelijkgestelde dagen, closed days, and the years they cover."""
    return instellingen.kader(ctx.register).kalender


@vraagt(Recht.BEHEREN)
def bewaar_feestdagen(ctx: Context, kalender: Kalender) -> Context:
    """Store the calendar and return the context that goes on with it."""
    if kalender.dekking_van > kalender.dekking_tot:
        raise RegelFout("De tabel eindigt voor hij begint. Draai de data om.", veld="dekking_tot")
    return _bewaar(ctx, "feestdagen", lambda: instellingen.bewaar_kalender(ctx.register, kalender))


@vraagt(Recht.BEHEREN)
def bewaar_model_verdaging(ctx: Context, model: str) -> Context:
    """Store how a verdaging counts: A (never later) or B (domein §2.4)."""
    if model not in _MODELLEN:
        raise RegelFout("Kies model A of model B.", veld="model_verdaging")
    return _bewaar(
        ctx, "model verdaging", lambda: instellingen.bewaar_model_verdaging(ctx.register, model)
    )


def registerinfo(ctx: Context) -> Registerinfo:
    """Return where the register lies, on what disk, how large, and when it was last copied."""
    # The shadow copy has no copies, and what it stands in for lies on a share.
    kopie = None if ctx.losgekoppeld else reservekopie.laatste(ctx)
    schijf = SoortSchijf.NETWERK if ctx.losgekoppeld else ctx.register.soort_schijf
    return Registerinfo(
        pad=ctx.postadres,
        soort_schijf=schijf.value,
        journaal=ctx.register.journaal,
        bytes=ctx.register.bytes,
        meldingen=beheer.aantal_meldingen(ctx.register),
        openstaand=tedoen.aantal(ctx.register),
        laatste_kopie=kopie.moment if kopie else None,
        wolkzin="" if ctx.losgekoppeld else schijftest.wolkzin(ctx.postadres),
    )


def ververs(ctx: Context) -> Context:
    """Return the context with the gemeente and rules as they are stored now."""
    wie, kader = instellingen.gemeente_en_kader(ctx.register)
    return replace(ctx, gemeente=wie, kader=kader)


def _bewaar(ctx: Context, wat: str, bewaar: Callable[[], None]) -> Context:
    with ctx.register.transactie():
        bewaar()
        schrijf_log(ctx, f"{wat} bewaard", Uitslag())
    return ververs(ctx)


def _controleer_naam(naam: str, anderen: list[str], wat: str) -> None:
    if not naam:
        raise RegelFout(f"Vul de naam van de {wat} in.", veld="naam")
    if normaliseer(naam) in {normaliseer(ander) for ander in anderen}:
        raise RegelFout(f"Er is al een {wat} met de naam {naam}.", veld="naam")
