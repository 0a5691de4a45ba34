"""What the letter desk asks of the services: draw, keep, send, lay aside. Runs in the worker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.handeling import Bezwaar
from klachtenapp.services import balie, bijlagen, correspondentie, taalcheck, zoeken
from klachtenapp.services.context import Context
from klachtenapp.services.correspondentie import Brief
from klachtenapp.services.emailconcept import emailconcept, emailconcept_van_document
from klachtenapp.services.taalcheck import Briefoordeel


@dataclass(frozen=True, slots=True)
class Vraag:
    """Which letter is wanted: of which dossier, with what answers, signed by whom, of what day."""

    kenmerk: str
    soort: BriefSoort
    antwoorden: Mapping[str, str] = field(default_factory=dict)
    ondertekenaar: str = ""
    datum: date | None = None
    groot: bool = False


@dataclass(frozen=True, slots=True)
class Vel:
    """A letter that was drawn, with how it reads; ``brief`` has what is still wrong."""

    brief: Brief
    oordeel: Briefoordeel | None = None

    @property
    def bezwaren(self) -> tuple[Bezwaar, ...]:
        """What stands in the way of this letter."""
        return self.brief.bezwaren


@dataclass(frozen=True, slots=True)
class Verzending:
    """How a letter went out. ``document`` is its number when it lay ready, else 0."""

    kenmerk: str
    op: date
    kanaal: str
    opdracht_uid: str
    brief: Brief | None = None
    document: int = 0
    niet_gebeld_reden: str = ""


def teken(ctx: Context, vraag: Vraag) -> Vel:
    """Draw the letter and look how it reads."""
    if vraag.soort is BriefSoort.STAPPENPLAN:
        keuze = balie.voorstel(ctx, vraag.kenmerk)
        formaat = "a4" if vraag.groot else keuze.formaat
        pdf = balie.stappenplan(ctx, replace(keuze, groot=vraag.groot, formaat=formaat))
        return Vel(Brief(vraag.soort, pdf, "", f"{vraag.kenmerk} stappenplan.pdf"))
    brief = correspondentie.concept(
        ctx,
        vraag.kenmerk,
        vraag.soort.value,
        antwoorden=vraag.antwoorden,
        datum=vraag.datum,
        ondertekenaar=vraag.ondertekenaar,
    )
    if not brief.pdf:
        return Vel(brief)
    return Vel(brief, taalcheck.controleer_brief(ctx, vraag.kenmerk, brief.soort, brief.blokken))


def verzend(ctx: Context, wat: Verzending) -> Dossier:
    """Store a sending; the stappenplan is a handeling of its own."""
    if wat.brief is None:
        return correspondentie.markeer_document_verzonden(
            ctx,
            wat.document,
            op=wat.op,
            kanaal=wat.kanaal,
            opdracht_uid=wat.opdracht_uid,
            niet_gebeld_reden=wat.niet_gebeld_reden,
        )
    if wat.brief.soort == BriefSoort.STAPPENPLAN:
        return _geef_stappenplan(ctx, wat)
    return correspondentie.markeer_verzonden(
        ctx,
        wat.kenmerk,
        wat.brief.soort,
        op=wat.op,
        kanaal=wat.kanaal,
        pdf=wat.brief.pdf,
        opdracht_uid=wat.opdracht_uid,
        antwoorden=wat.brief.antwoorden,
        ondertekenaar=wat.brief.ondertekenaar,
        niet_gebeld_reden=wat.niet_gebeld_reden,
    )


def emailnaam(kenmerk: str, soort: str) -> str:
    """Return the name under which an e-mail draft is offered."""
    return f"{kenmerk} {soort}.eml"


def bewaar_email(ctx: Context, kenmerk: str, brief: Brief | None, document: int, pad: Path) -> Path:
    """Write the e-mail draft of a letter to ``pad``."""
    concept = (
        emailconcept(ctx, kenmerk, brief) if brief else emailconcept_van_document(ctx, document)
    )
    return bijlagen.schrijf_uit(concept.inhoud, pad)


def _geef_stappenplan(ctx: Context, wat: Verzending) -> Dossier:
    """Write down that it was given, and which; true whatever a colleague did meanwhile."""
    gedaan = balie.noteer_meegegeven(
        ctx, wat.kenmerk, wat.opdracht_uid, op=wat.op, kanaal=wat.kanaal
    )
    return gedaan or zoeken.dossier(ctx, wat.kenmerk)
