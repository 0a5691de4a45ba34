"""What needs attention today: the open dossiers, most urgent first, each with its next step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from klachtenapp.domain import termijnkaart
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven import BRIEVEN
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.handelingen import HANDELINGEN
from klachtenapp.domain.kaartregel import Kaartregel
from klachtenapp.domain.rollen import Recht
from klachtenapp.domain.stappen_ondertekenen import TEKENSTAPPEN, WACHT
from klachtenapp.domain.urgentie import Trap, Urgentie, urgentie
from klachtenapp.domain.verloop import ambassadeur
from klachtenapp.domain.volgende_stap import Stap, volgende_stap
from klachtenapp.services import tedoen
from klachtenapp.services.context import Context
from klachtenapp.services.rechten import vereis, vraagt
from klachtenapp.services.zoeken import urgentiesleutel

_NORM: Final = "Eigen afspraak"  # such a label can hold what was promised to someone
_BRIEFNAMEN: Final = {
    **{soort.value: regel.titel for soort, regel in BRIEVEN.items()},
    BriefSoort.STAPPENPLAN.value: "Stappenplan",
}
VOLG_IK: Final = "volg_ik"
_STANDAARD_WAARSCHUWING = 14


@dataclass(frozen=True, slots=True)
class Werkregel:
    """One open dossier with what must be done and by when."""

    dossier: Dossier
    stap: Stap
    urgentie: Urgentie


@dataclass(frozen=True, slots=True)
class Tegel:
    """A count above the list; ``kenmerken`` are the rows that stay when it is chosen."""

    label: str
    kenmerken: frozenset[str]

    @property
    def aantal(self) -> int:
        """How many rows there are behind the tile."""
        return len(self.kenmerken)


@dataclass(frozen=True, slots=True)
class Werkvoorraad:
    """The whole screen: rows from urgent to later, and the tiles by their key.

    ``VOLG_IK`` is only there for an ambassadeur with dossiers to follow.
    """

    regels: tuple[Werkregel, ...]
    tegels: dict[str, Tegel]


@dataclass(frozen=True, slots=True)
class Signaal:
    """A date that has passed or comes near. ``soort`` is wet or norm; ``dagen`` < 0 is late."""

    kenmerk: str
    afdeling: str
    label: str
    soort: str
    datum: date
    dagen: int
    tekst: str
    stap: str
    stapsoort: str = ""  # the step in fixed words: the name of its handeling or letter


@vraagt(Recht.LEZEN)
def werkvoorraad(ctx: Context) -> Werkvoorraad:
    """Return the dossiers with a next step; of the closed ones only those of the ombudsman."""
    regels = [
        Werkregel(d, _stap(ctx, d), urgentie(d, ctx.kader, ctx.vandaag))
        for d in tedoen.dossiers(ctx.register)
    ]
    regels.sort(key=lambda r: urgentiesleutel(r.dossier, r.urgentie))
    tegels = _tegels(regels, ctx.vandaag, ctx.kader.ondertekenen)
    gevolgd = Tegel("Die ik volg", _gevolgd(ctx, regels))
    return Werkvoorraad(tuple(regels), tegels | ({VOLG_IK: gevolgd} if gevolgd.aantal else {}))


@vraagt(Recht.LEZEN)
def signaleer(ctx: Context) -> list[Signaal]:
    """Return every date that is late or within the warning, of what is to be done, latest first."""
    return _signalen(ctx)


def _signalen(ctx: Context) -> list[Signaal]:
    waarschuwing = max(ctx.kader.normen.waarschuwing_termijn, default=_STANDAARD_WAARSCHUWING)
    grens = ctx.vandaag + timedelta(days=waarschuwing)
    signalen = [
        _signaal(ctx, dossier, regel, regel.datum)
        for dossier in tedoen.dossiers(ctx.register)
        for regel in termijnkaart.regels(dossier, ctx.kader, ctx.vandaag)
        if regel.toestand in ("open", "te laat") and regel.datum and regel.datum <= grens
    ]
    return sorted(signalen, key=lambda s: (s.datum, s.kenmerk, s.label))


def signaleer_kaal(ctx: Context) -> list[Signaal]:
    """Return the same dates without a word that someone typed: kenmerk, date and step.

    For Task Scheduler, which runs under an account that is no medewerker. A medewerker who
    sees no dossiers is refused here as well.
    """
    if ctx.medewerker is not None:
        vereis(ctx, Recht.LEZEN)
    return [_kaal(signaal) for signaal in _signalen(ctx)]


def _kaal(signaal: Signaal) -> Signaal:
    label = signaal.label if signaal.soort == "wet" else _NORM
    return replace(signaal, afdeling="", label=label, tekst="", stap=signaal.stapsoort)


def _stap(ctx: Context, dossier: Dossier) -> Stap:
    stap = volgende_stap(dossier, ctx.kader, ctx.vandaag)
    if stap is None:
        raise RuntimeError(f"open dossier zonder volgende stap: {dossier.status}")
    return stap


def _signaal(ctx: Context, dossier: Dossier, regel: Kaartregel, datum: date) -> Signaal:
    dagen = (datum - ctx.vandaag).days
    stap = _stap(ctx, dossier)
    return Signaal(
        kenmerk=dossier.kenmerk,
        afdeling=dossier.afdeling.naam if dossier.afdeling else "",
        label=regel.label,
        soort=regel.soort,
        datum=datum,
        dagen=dagen,
        tekst=regel.uitleg,
        stap=stap.tekst,
        stapsoort=_BRIEFNAMEN[stap.brief] if stap.brief else HANDELINGEN[stap.handeling].label,
    )


def _tegels(regels: list[Werkregel], vandaag: date, via_map: bool) -> dict[str, Tegel]:
    def tegel(label: str, hoort: Callable[[Werkregel], bool]) -> Tegel:
        return Tegel(label, frozenset(r.dossier.kenmerk for r in regels if hoort(r)))

    return {
        "verlopen": tegel("Verlopen", lambda r: r.urgentie.trap == Trap.TE_LAAT),
        "deze_week": tegel("Deze week af", lambda r: r.urgentie.trap == Trap.DEZE_WEEK),
        "vandaag_bellen": tegel("Vandaag bellen", lambda r: _vandaag_bellen(r.stap, vandaag)),
        "brieven_klaar": tegel("Brieven klaar", lambda r: _brief_klaar(r.stap)),
        "wacht_op_handtekening": tegel(
            "Wacht op handtekening", lambda r: _wacht_op_handtekening(r.stap, via_map)
        ),
    }


def _gevolgd(ctx: Context, regels: list[Werkregel]) -> frozenset[str]:
    """Return the rows in which this user is the ambassadeur; without a name there are none."""
    naam = ctx.medewerker.naam if ctx.medewerker is not None else ""
    dossiers = (regel.dossier for regel in regels)
    return frozenset(d.kenmerk for d in dossiers if naam and ambassadeur(d) == naam)


def _brief_klaar(stap: Stap) -> bool:
    return bool(stap.brief) and stap.naam not in TEKENSTAPPEN


def _wacht_op_handtekening(stap: Stap, via_map: bool) -> bool:
    """What lies in the ondertekenmap; where there is none, the letter that someone signs."""
    if via_map or stap.naam in TEKENSTAPPEN:
        return stap.naam == WACHT
    return stap.brief == BriefSoort.AFDOENINGSBRIEF


def _vandaag_bellen(stap: Stap, vandaag: date) -> bool:
    is_gesprek = stap.handeling == "leg_gesprek_vast" or stap.naam.startswith("bel")
    return is_gesprek and (stap.uiterlijk is None or stap.uiterlijk <= vandaag)
