"""What the page *Ter ondertekening* shows: one letter to decide on, and how the signer stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from klachtenapp.domain import dagtekst, ondertekenmap, poort, verloop
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.gebeurtenistekst import ontvangen, titel
from klachtenapp.domain.onafhankelijk import leidinggevende_bezwaar
from klachtenapp.domain.ondertekenmap import Opmerking
from klachtenapp.domain.poort import Sluitbevinding
from klachtenapp.domain.rollen import Recht
from klachtenapp.domain.sleutel import Sleutel
from klachtenapp.domain.termijnkaart import uiterste_datum
from klachtenapp.models import handtekeningen, meldingen
from klachtenapp.services import geheimen, ondertekenen, sleutels
from klachtenapp.services.briefmaken import Brief
from klachtenapp.services.collegas import leidinggevenden
from klachtenapp.services.context import Context
from klachtenapp.services.rechten import mag, vraagt

_NIET_IN_TIJDLIJN = frozenset({G.GEREGISTREERD, G.NOTITIE, G.GEWIJZIGD, G.ONGEDAAN_GEMAAKT})


@dataclass(frozen=True, slots=True)
class Beslisblad:
    """All one needs to decide on one letter; ``brief`` is how it will be printed.

    ``tijdlijn`` are pairs of a day and what happened. ``over_bestuur``: then the tick
    *niet betrokken* is not asked (art. 9:7 lid 2).
    """

    dossier: Dossier
    aangeboden_door: str
    brief: Brief
    bevindingen: tuple[Sluitbevinding, ...]
    tijdlijn: tuple[tuple[str, str], ...]
    conclusies: str
    opmerkingen: tuple[Opmerking, ...]
    uiterlijk: date | None
    over_bestuur: bool
    let_op: str = ""  # a warning: who would sign leads the one complained of


@dataclass(frozen=True, slots=True)
class Tekenstand:
    """Whether the user can sign here: who he is, his PIN or password, his newest key.

    ``hier`` is whether the private half lies on this computer; ``waar`` says where.
    """

    medewerker: int
    naam: str
    heeft_geheim: bool
    sleutel: Sleutel | None
    hier: bool
    waar: str

    @property
    def kan_tekenen(self) -> bool:
        """Whether nothing but the PIN or password is asked."""
        return self.heeft_geheim and self.hier and bool(self.sleutel and self.sleutel.bruikbaar)


@vraagt(Recht.LEZEN)
def beslisblad(ctx: Context, kenmerk: str) -> Beslisblad:
    """Return the page to decide from.

    :raises RegelFout: no letter waits any more at this dossier.
    """
    brief = ondertekenen.voorbeeld(ctx, kenmerk)
    dossier = meldingen.haal(ctx.register, kenmerk)
    aanbod = ondertekenmap.aangeboden(dossier)
    vorming = dossier.laatste(G.OORDEEL_GEVORMD)
    return Beslisblad(
        dossier,
        aanbod.door if aanbod else "",
        brief,
        poort.bevindingen(dossier, ctx.kader, ctx.vandaag),
        _tijdlijn(dossier),
        vorming.gegevens.get("conclusies", "").strip() if vorming else "",
        ondertekenmap.opmerkingen(dossier),
        uiterste_datum(dossier, ctx.kader),
        verloop.over_bestuur(dossier),
        _let_op(ctx, dossier, brief.ondertekenaar),
    )


def _let_op(ctx: Context, dossier: Dossier, ondertekenaar: str) -> str:
    """Return a warning when who would sign leads the one complained of."""
    tekent = ctx.medewerker.naam if ctx.medewerker and mag(ctx, Recht.ONDERTEKENEN) else ""
    bezwaar = leidinggevende_bezwaar(
        tekent or ondertekenaar, dossier, leidinggevenden(ctx), veld="ondertekenaar"
    )
    return f"{bezwaar.tekst} ({bezwaar.artikel})" if bezwaar else ""


@vraagt(Recht.LEZEN)
def aantal(ctx: Context) -> int:
    """Return how many letters wait for a signature."""
    wachtend = (ondertekenmap.aangeboden(d) for d in handtekeningen.aangeboden(ctx.register))
    return sum(1 for feit in wachtend if feit is not None)


@vraagt(Recht.ONDERTEKENEN)
def tekenstand(ctx: Context) -> Tekenstand:
    """Return how the user stands; medewerker 0 when the program does not know him."""
    wie = ctx.medewerker
    if wie is None:
        return Tekenstand(0, "", False, None, False, sleutels.waar(ctx))
    alle = sleutels.van(ctx, wie.id)
    sleutel = next((s for s in alle if s.bruikbaar), alle[0] if alle else None)
    hier = sleutel is not None and sleutels.hier(ctx, sleutel)
    return Tekenstand(
        wie.id, wie.naam, geheimen.heeft(ctx, wie.id), sleutel, hier, sleutels.waar(ctx)
    )


def _tijdlijn(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    feiten = [f for f in dossier.geldige_gebeurtenissen if f.soort not in _NIET_IN_TIJDLIJN]
    feiten.sort(key=lambda f: (f.op, f.vastgelegd_op, f.id))
    regels = [(dossier.ontvangen_op, ontvangen(dossier)), *((f.op, titel(f)) for f in feiten)]
    return tuple((dagtekst.kort(dag), wat) for dag, wat in regels)
