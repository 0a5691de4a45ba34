"""Takes over the work list of a colleague who is ill or on holiday: all open dossiers at once.

Every dossier gets its own event with the reason. Who was involved in a klacht does not get
it (art. 9:7 Awb): then it goes to someone else who was chosen, or it stays and is named.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.handeling import Collegas, Invoer
from klachtenapp.domain.handelingen import HANDELINGEN, bezwaren, verricht
from klachtenapp.domain.onafhankelijk import is_betrokken, leidinggevende_bezwaar
from klachtenapp.domain.personen import Medewerker, Rol
from klachtenapp.domain.rollen import Recht
from klachtenapp.errors import RegelFout
from klachtenapp.models import beheer, meldingen
from klachtenapp.services.collegas import collegas, leidinggevenden
from klachtenapp.services.context import Context
from klachtenapp.services.opdracht import Uitslag, eenmalig, schrijf_log
from klachtenapp.services.rechten import vraagt

_TOEWIJZEN = HANDELINGEN["wijs_behandelaar_toe"]
_BEHANDELT = frozenset({Rol.BEHANDELAAR, Rol.REGISTRAR, Rol.AFDELINGSHOOFD})


@dataclass(frozen=True, slots=True)
class Regel:
    """One dossier: who has it now, or (empty ``naar``) why it stayed where it was.

    ``let_op`` warns: who has it now leads the one complained of.
    """

    kenmerk: str
    naar: str = ""
    reden: str = ""
    let_op: str = ""


@dataclass(frozen=True, slots=True)
class Overname:
    """What came of taking over a work list, in the order of the dossiers."""

    regels: tuple[Regel, ...]

    @property
    def over(self) -> tuple[Regel, ...]:
        """The dossiers that someone else has now."""
        return tuple(regel for regel in self.regels if regel.naar)

    @property
    def gebleven(self) -> tuple[Regel, ...]:
        """The dossiers that could not go to anyone who was chosen, each with why."""
        return tuple(regel for regel in self.regels if not regel.naar)


@dataclass(frozen=True, slots=True)
class Werklijst:
    """How many open dossiers a medewerker has, and whether he can get more of them."""

    naam: str
    aantal: int
    kan_krijgen: bool


@vraagt(Recht.TOEWIJZEN)
def werklijsten(ctx: Context) -> tuple[Werklijst, ...]:
    """Return everybody who has open dossiers or can get them; also who left with work open."""
    telling = Counter(
        d.behandelaar.id for d in meldingen.openstaand(ctx.register) if d.behandelaar is not None
    )
    lijsten = (
        Werklijst(m.naam, telling[m.id], _kan_behandelen(m))
        for m in beheer.medewerkers(ctx.register)
    )
    return tuple(lijst for lijst in lijsten if lijst.aantal or lijst.kan_krijgen)


@vraagt(Recht.TOEWIJZEN)
def neem_over(
    ctx: Context,
    van: str,
    naar: Sequence[str],
    reden: str,
    *,
    niet_betrokken: bool,
    opdracht_uid: str = "",
) -> Overname:
    """Give all open dossiers of ``van`` to ``naar``; several share them as evenly as can be.

    All in one transaction; the same ``opdracht_uid`` again changes nothing and returns what
    came of it the first time.

    :raises RegelFout: nobody or an unknown name chosen, no reason, or not confirmed that
        they were not involved. Nothing was changed then.
    """
    if not reden.strip():
        raise RegelFout("Schrijf op waarom een ander dit werk overneemt.", veld="reden")
    if not niet_betrokken:
        raise RegelFout(
            "Bevestig dat deze collega's niet betrokken waren bij wat er is gebeurd "
            "(art. 9:7 lid 1 Awb).",
            veld="niet_betrokken",
        )

    def doe() -> Uitslag:
        wie, anderen = _mensen(ctx, van, naar)
        namen = collegas(ctx)
        last: Counter[str] = Counter()
        regels = [
            _een(ctx, dossier, anderen, namen, reden.strip(), last) for dossier in _lopend(ctx, wie)
        ]
        aantallen = {"over": sum(last.values()), "gebleven": len(regels) - sum(last.values())}
        gegevens = {"van": wie.id, "naar": [m.id for m in anderen], **aantallen}
        return Uitslag(resultaat=json.dumps([asdict(r) for r in regels]), gegevens=gegevens)

    uitslag = eenmalig(ctx, opdracht_uid, "werklijst overgenomen", doe)
    return Overname(tuple(Regel(**regel) for regel in json.loads(uitslag.resultaat)))


@vraagt(Recht.TOEWIJZEN)
def waarschuwingen(ctx: Context, van: str, naar: Sequence[str]) -> tuple[str, ...]:
    """Return for which dossiers nobody was chosen but a leidinggevende of the one complained of.

    It is a warning before it is done; the law does not forbid it, so nothing is refused.
    """
    bekend = {m.naam: m for m in beheer.medewerkers(ctx.register)}
    if van not in bekend:
        return ()
    leiders = leidinggevenden(ctx)
    zinnen: list[str] = []
    for dossier in _lopend(ctx, bekend[van]):
        kunnen = [m for naam in naar if (m := bekend.get(naam)) and not is_betrokken(naam, dossier)]
        gevonden = [_let_op(m, dossier, leiders) for m in kunnen]
        if gevonden and all(gevonden):
            zinnen.append(f"{dossier.kenmerk}: {gevonden[0]}")
    return tuple(zinnen)


def _lopend(ctx: Context, wie: Medewerker) -> list[Dossier]:
    """Return the open dossiers of one behandelaar."""
    return [
        d
        for d in meldingen.openstaand(ctx.register)
        if d.behandelaar is not None and d.behandelaar.id == wie.id
    ]


def _let_op(wie: Medewerker, dossier: Dossier, leiders: Mapping[str, str]) -> str:
    bezwaar = leidinggevende_bezwaar(wie.naam, dossier, leiders)
    return f"{bezwaar.tekst} ({bezwaar.artikel})" if bezwaar else ""


def _mensen(
    ctx: Context, van: str, naar: Sequence[str]
) -> tuple[Medewerker, tuple[Medewerker, ...]]:
    bekend = {m.naam: m for m in beheer.medewerkers(ctx.register)}
    if van not in bekend:
        raise RegelFout("Kies van wie u het werk overneemt.", veld="van")
    if not naar:
        raise RegelFout("Kies wie het werk krijgt.", veld="naar")
    for naam in naar:
        if naam == van or naam not in bekend or not _kan_behandelen(bekend[naam]):
            raise RegelFout(f"{naam} kan dit werk niet overnemen. Kies iemand anders.", veld="naar")
    return bekend[van], tuple(bekend[naam] for naam in dict.fromkeys(naar))


def _kan_behandelen(wie: Medewerker) -> bool:
    return wie.actief and (not wie.rollen or not wie.rollen.isdisjoint(_BEHANDELT))


def _een(
    ctx: Context,
    dossier: Dossier,
    anderen: Sequence[Medewerker],
    namen: Collegas,
    reden: str,
    last: Counter[str],
) -> Regel:
    """Give one dossier to whoever got the fewest so far and may have it.

    Who leads the one complained of comes last: only when nobody else can.
    """
    waarom: list[str] = []
    leiders = leidinggevenden(ctx)
    zinnen = {m.naam: _let_op(m, dossier, leiders) for m in anderen}
    for ander in sorted(anderen, key=lambda m: (bool(zinnen[m.naam]), last[m.naam])):
        invoer: Invoer = {"behandelaar": ander.naam, "niet_betrokken": "ja", "reden": reden}
        bezwaar = next(iter(bezwaren(_TOEWIJZEN, dossier, invoer, ctx.kader, ctx.vandaag)), None)
        if bezwaar is not None:
            waarom.append(f"{bezwaar.tekst} ({bezwaar.artikel})" if bezwaar.artikel
                          else bezwaar.tekst)  # fmt: skip
            continue
        nieuw = verricht(_TOEWIJZEN, dossier, invoer, nu=ctx.nu, door=ctx.gebruiker, collegas=namen)
        meldingen.wijzig(ctx.register, dossier, nieuw)
        gegevens = {"van": dossier.status.value, "naar": nieuw.status.value}
        schrijf_log(ctx, _TOEWIJZEN.naam, Uitslag(dossier.kenmerk, gegevens=gegevens))
        last[ander.naam] += 1
        return Regel(dossier.kenmerk, ander.naam, let_op=zinnen[ander.naam])
    return Regel(dossier.kenmerk, reden=" ".join(waarom))
