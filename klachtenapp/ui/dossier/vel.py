"""What the letter desk asks of the services: draw the letter, and write down that it went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from klachtenapp.domain.begrippen import Voorkeur
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven import geadresseerde
from klachtenapp.domain.dossier import Dossier
from klachtenapp.services import behandelen, correspondentie, zoeken
from klachtenapp.services.behandelen import Opdracht
from klachtenapp.services.context import Context
from klachtenapp.services.correspondentie import Brief


@dataclass(frozen=True, slots=True)
class Vel:
    """A letter that was drawn: its bytes, the name for saving, and what is still wrong."""

    pdf: bytes
    bestandsnaam: str
    bezwaren: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verzending:
    """How a letter went out: which, of which dossier, when, by what road, and its bytes."""

    kenmerk: str
    soort: BriefSoort
    op: date
    kanaal: str
    pdf: bytes
    opdracht_uid: str


def verzend(ctx: Context, wat: Verzending) -> Dossier:
    """Store a sending; the stappenplan is a handeling of its own. Runs in the worker."""
    if wat.soort is BriefSoort.STAPPENPLAN:
        return _geef_stappenplan(ctx, wat.kenmerk, wat.op, wat.kanaal, wat.opdracht_uid)
    return correspondentie.markeer_verzonden(
        ctx,
        wat.kenmerk,
        wat.soort.value,
        op=wat.op,
        kanaal=wat.kanaal,
        pdf=wat.pdf,
        opdracht_uid=wat.opdracht_uid,
    )


def teken(
    ctx: Context,
    kenmerk: str,
    soort: BriefSoort,
    extra: dict[str, str],
    *,
    groot: bool,
    datum: date | None = None,
) -> Vel:
    """Draw the letter, dated ``datum``. Runs in the worker."""
    if soort is BriefSoort.STAPPENPLAN:
        pdf = correspondentie.stappenplan(ctx, kenmerk, groot=groot)
        return Vel(pdf, f"{kenmerk} stappenplan.pdf")
    brief: Brief = correspondentie.concept(ctx, kenmerk, soort.value, antwoorden=extra, datum=datum)
    bezwaren = tuple(f"{b.tekst} ({b.artikel})" if b.artikel else b.tekst for b in brief.bezwaren)
    return Vel(brief.pdf, brief.bestandsnaam, bezwaren)


def _geef_stappenplan(ctx: Context, kenmerk: str, op: date, kanaal: str, uid: str) -> Dossier:
    """Write down that it was given; that is true whatever a colleague did meanwhile."""
    invoer = {"gegeven_op": op.isoformat(), "kanaal": kanaal}
    versie = zoeken.dossier(ctx, kenmerk).versie
    opdracht = Opdracht(kenmerk, "geef_stappenplan", invoer, versie, uid)
    return behandelen.voer_uit(ctx, opdracht)


def kanaal_voor(dossier: Dossier, soort: BriefSoort) -> str:
    """Return how a letter to this person most likely goes."""
    if soort is BriefSoort.STAPPENPLAN:
        return "balie" if dossier.kanaal == "balie" else "post"
    aan = geadresseerde(dossier)
    mailt = aan.voorkeur is Voorkeur.MAILEN or not aan.heeft_adres
    return "e-mail" if mailt and aan.email and aan.email_akkoord else "post"
