"""Letters and stappenplan: may it go, what does it say, make it, keep it, write down it was sent.

Three stages: the domain says whether a letter may go now, its text is filled with the facts
of the dossier, and the paper is drawn. Whatever is missing is named; then nothing is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from klachtenapp.domain import brieven
from klachtenapp.domain.begrippen import GebeurtenisSoort
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import DocumentInfo, Dossier
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.klaarliggend import antwoorden_van, klaargelegd
from klachtenapp.domain.rollen import Recht
from klachtenapp.errors import RegelFout
from klachtenapp.models import documenten, meldingen
from klachtenapp.papier.venstertest import teken_venstertest
from klachtenapp.services import bijlagen, briefkeuring, briefopslag, huisstijl, verzending
from klachtenapp.services.briefmaken import Brief, bestandsnaam, briefsoort, maak
from klachtenapp.services.context import Context
from klachtenapp.services.opdracht import Uitslag, eenmalig, nieuw_uid
from klachtenapp.services.rechten import vraagt
from klachtenapp.services.stappenblad import stappenplan

__all__ = [
    "Brief",
    "bewaar",
    "concept",
    "document",
    "leg_weg",
    "markeer_document_verzonden",
    "markeer_verzonden",
    "stappenplan",
    "venstertest",
]


@vraagt(Recht.LEZEN)
def concept(
    ctx: Context,
    kenmerk: str,
    soort: str,
    *,
    antwoorden: Mapping[str, str] | None = None,
    datum: date | None = None,
    ondertekenaar: str = "",
) -> Brief:
    """Make letter ``soort`` of a dossier, dated ``datum`` or today; store nothing.

    The date of a letter is the day on which it goes out: its promises count from there.
    ``antwoorden`` answers the questions of the letter (``BRIEVEN[soort].vragen``), for this
    letter only: dates as ISO text, yes/no as ``ja``/``nee``. What is left out has its
    proposal. ``ondertekenaar`` is the name of who signs; empty for who signs by rule.

    :raises RegelFout: there is no such letter, dossier, question or medewerker. That a
        letter may not go, or misses something, is no error but stands in ``bezwaren``.
    """
    brief = briefsoort(soort)
    dossier = meldingen.haal(ctx.register, kenmerk)
    dag = datum or ctx.vandaag
    verzending.controleer_dag(ctx, dossier, dag)
    if brief is not BriefSoort.STAPPENPLAN:
        return maak(ctx, dossier, brief, antwoorden or {}, dag, ondertekenaar)
    naam = bestandsnaam(dossier, brief)
    bezwaren = brieven.mag_brief(brief, dossier, ctx.gemeente, dag)
    if bezwaren:
        return Brief(brief, b"", "", naam, bezwaren)
    pdf = stappenplan(ctx, kenmerk)
    return Brief(brief, pdf, documenten.som(pdf), naam)


@vraagt(Recht.BEHANDELEN)
def bewaar(ctx: Context, kenmerk: str, brief: Brief, *, opdracht_uid: str = "") -> DocumentInfo:
    """Keep a letter in the dossier without sending it; the same letter is kept once.

    Who signs it and what was answered stay with it, so that it can be sent as it is. A
    letter that was laid aside and is kept again, lies ready again.

    :raises RegelFout: the letter was not made because something is in its way.
    """
    _controleer_pdf(brief.pdf)
    soort = briefsoort(brief.soort)

    def doe() -> Uitslag:
        dossier = meldingen.haal(ctx.register, kenmerk)
        info = briefopslag.vind(dossier, brief.pdf)
        if info is None:
            info = briefopslag.bewaar(ctx, dossier, soort, brief.pdf)
            gegevens = briefopslag.gegevens(soort, info, brief.antwoorden, brief.ondertekenaar)
            briefopslag.noteer(
                ctx, dossier, GebeurtenisSoort.BRIEF_KLAARGELEGD, ctx.vandaag, gegevens
            )
        return Uitslag(dossier.kenmerk, str(info.id), {"brief": soort.value, "document": info.id})

    uitslag = eenmalig(ctx, opdracht_uid or nieuw_uid(), "brief klaargelegd", doe)
    return documenten.info(ctx.register, int(uitslag.resultaat))


@vraagt(Recht.BEHANDELEN)
def markeer_verzonden(
    ctx: Context,
    kenmerk: str,
    soort: str,
    *,
    op: date,
    kanaal: str,
    pdf: bytes,
    opdracht_uid: str,
    antwoorden: Mapping[str, str] | None = None,
    ondertekenaar: str = "",
    niet_gebeld_reden: str = "",
) -> Dossier:
    """Write down that a letter went out on ``op``, and keep exactly what was sent.

    PDF, its hash and the event are stored in one transaction. ``antwoorden`` and
    ``ondertekenaar`` are those with which it was made (``Brief``); they stand in the event
    as ``antwoord_<naam>`` and ``ondertekenaar``. ``niet_gebeld_reden`` says why the klager
    was not called before a letter with our judgement. The same ``opdracht_uid`` again
    changes nothing.

    :raises RegelFout: a day in the future, before receipt or before the date on the letter;
        a channel that this letter cannot take, such as e-mail to someone who did not agree
        to it (art. 2:8 Awb); no call and no reason; or no letter.
    """
    brief = briefsoort(soort)
    _controleer_pdf(pdf)

    def doe() -> Uitslag:
        dossier = meldingen.haal(ctx.register, kenmerk)
        verzending.controleer(ctx, dossier, brief, op, kanaal, pdf, niet_gebeld_reden)
        info = briefopslag.vind(dossier, pdf) or briefopslag.bewaar(ctx, dossier, brief, pdf)
        gegevens = briefopslag.gegevens(brief, info, antwoorden or {}, ondertekenaar)
        gegevens |= briefkeuring.feiten(ctx, dossier, brief, pdf, antwoorden or {}, ondertekenaar)
        return briefopslag.verzonden(ctx, dossier, info, op, kanaal, gegevens, niet_gebeld_reden)

    uitslag = eenmalig(ctx, opdracht_uid, "brief verzonden", doe)
    return meldingen.haal(ctx.register, uitslag.kenmerk)


@vraagt(Recht.BEHANDELEN)
def markeer_document_verzonden(
    ctx: Context,
    document_id: int,
    *,
    op: date,
    kanaal: str,
    opdracht_uid: str,
    niet_gebeld_reden: str = "",
) -> Dossier:
    """Write down that a letter that lay ready went out; signer and answers come from it.

    :raises RegelFout: as ``markeer_verzonden``; or it went out before, was laid aside, or
        is no letter.
    """

    def doe() -> Uitslag:
        dossier, info = briefopslag.klaar(ctx, document_id)
        brief = briefsoort(info.soort)
        pdf = documenten.lees(ctx.register, document_id)
        verzending.controleer(ctx, dossier, brief, op, kanaal, pdf, niet_gebeld_reden)
        bewaard = klaargelegd(dossier, document_id)
        wie = bewaard.gegevens.get("ondertekenaar", "") if bewaard else ""
        gegeven = antwoorden_van(bewaard)
        gegevens = briefopslag.gegevens(brief, info, gegeven, wie)
        gegevens |= briefkeuring.feiten(ctx, dossier, brief, pdf, gegeven, wie)
        return briefopslag.verzonden(ctx, dossier, info, op, kanaal, gegevens, niet_gebeld_reden)

    uitslag = eenmalig(ctx, opdracht_uid, "brief verzonden", doe)
    return meldingen.haal(ctx.register, uitslag.kenmerk)


@vraagt(Recht.BEHANDELEN)
def leg_weg(
    ctx: Context, kenmerk: str, document: int, reden: str, *, opdracht_uid: str = ""
) -> Dossier:
    """Lay a letter aside that was kept and will not go out; it stays, with the reason.

    :raises RegelFout: no reason; it went out, or was laid aside before; or it is of another
        dossier.
    """

    def doe() -> Uitslag:
        dossier, info = briefopslag.klaar(ctx, document)
        if dossier.kenmerk != kenmerk:
            raise RegelFout(f"Deze brief hoort bij {dossier.kenmerk}.", veld="document")
        if not reden.strip():
            raise RegelFout("Schrijf op waarom deze brief niet weggaat.", veld="reden")
        gegevens = {"brief": info.soort, "document": str(document), "reden": reden.strip()}
        briefopslag.noteer(ctx, dossier, GebeurtenisSoort.BRIEF_VERVALLEN, ctx.vandaag, gegevens)
        return Uitslag(dossier.kenmerk, str(document), {"brief": info.soort, "document": document})

    uitslag = eenmalig(ctx, opdracht_uid or nieuw_uid(), "brief weggelegd", doe)
    return meldingen.haal(ctx.register, uitslag.kenmerk)


@vraagt(Recht.LEZEN)
def document(ctx: Context, nummer: int) -> bytes:
    """Return the bytes of a stored letter or attachment, checked against its hash."""
    return bijlagen.inhoud(ctx, nummer)


def venstertest(gemeente: Gemeente, ctx: Context | None = None) -> bytes:
    """Return the test page for the window envelope; with ``ctx`` it bears the logo."""
    return teken_venstertest(gemeente, huisstijl.logo(ctx, gemeente) if ctx else None)


def _controleer_pdf(pdf: bytes) -> None:
    if not pdf.startswith(b"%PDF-"):
        raise RegelFout("Er is nog geen brief. Maak de brief eerst.", veld="brief")
