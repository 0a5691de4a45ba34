"""Letters and stappenplan: may it go, what does it say, make it, keep it, write down it was sent.

Three stages: the domain says whether a letter may go now, its text is filled with the facts
of the dossier, and the paper is drawn. Whatever is missing is named; then nothing is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from klachtenapp.domain import brieven, dagtekst
from klachtenapp.domain.begrippen import GebeurtenisSoort, Soort
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import DocumentInfo, Dossier, Gebeurtenis
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.errors import RegelFout
from klachtenapp.models import documenten, gebeurtenissen, meldingen
from klachtenapp.papier.dagtekening import gedateerd_op
from klachtenapp.papier.venstertest import teken_venstertest
from klachtenapp.services import bijlagen
from klachtenapp.services.briefmaken import Brief, bestandsnaam, briefsoort, maak
from klachtenapp.services.context import Context
from klachtenapp.services.opdracht import Uitslag, eenmalig, nieuw_uid
from klachtenapp.services.stappenblad import stappenplan

__all__ = [
    "ANTWOORD",
    "KANALEN",
    "Brief",
    "bewaar",
    "concept",
    "document",
    "markeer_verzonden",
    "stappenplan",
    "venstertest",
]

KANALEN = ("post", "e-mail", "balie")
"""How a letter can go out."""

ANTWOORD = "antwoord_"
"""Before the name of a question, in the event of a letter that was kept or sent."""


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
    _controleer_dag(ctx, dossier, dag)
    if brief is not BriefSoort.STAPPENPLAN:
        return maak(ctx, dossier, brief, antwoorden or {}, dag, ondertekenaar)
    naam = bestandsnaam(dossier, brief)
    bezwaren = brieven.mag_brief(brief, dossier, ctx.gemeente, dag)
    if bezwaren:
        return Brief(brief, b"", "", naam, bezwaren)
    pdf = stappenplan(ctx, kenmerk)
    return Brief(brief, pdf, documenten.som(pdf), naam)


def bewaar(ctx: Context, kenmerk: str, brief: Brief) -> DocumentInfo:
    """Keep a letter in the dossier without sending it; the same letter is kept once.

    :raises RegelFout: the letter was not made because something is in its way.
    """
    _controleer_pdf(brief.pdf)

    def doe() -> Uitslag:
        dossier = meldingen.haal(ctx.register, kenmerk)
        info = _vind(dossier, brief.pdf) or _bewaar(
            ctx, dossier, briefsoort(brief.soort), brief.pdf
        )
        return Uitslag(dossier.kenmerk, str(info.id), {"brief": brief.soort, "document": info.id})

    uitslag = eenmalig(ctx, nieuw_uid(), "brief bewaard", doe)
    return documenten.info(ctx.register, int(uitslag.resultaat))


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
) -> Dossier:
    """Write down that a letter went out on ``op``, and keep exactly what was sent.

    PDF, its hash and the event are stored in one transaction. ``antwoorden`` and
    ``ondertekenaar`` are those with which it was made (``Brief``); they stand in the event
    as ``antwoord_<naam>`` and ``ondertekenaar``. The same ``opdracht_uid`` again changes
    nothing.

    :raises RegelFout: a day in the future, before receipt or before the date on the letter,
        an unknown channel, e-mail to someone who did not agree to it (art. 2:8 Awb), or no
        letter.
    """
    brief = briefsoort(soort)
    _controleer_pdf(pdf)

    def doe() -> Uitslag:
        dossier = meldingen.haal(ctx.register, kenmerk)
        _controleer_verzending(ctx, dossier, op, kanaal, gedateerd_op(pdf))
        info = _vind(dossier, pdf) or _bewaar(ctx, dossier, brief, pdf)
        documenten.markeer_verzonden(ctx.register, info.id, op, kanaal)
        feit = Gebeurtenis(
            GebeurtenisSoort.BRIEF_VERZONDEN, op, ctx.nu, ctx.gebruiker,
            {"brief": brief.value, "kanaal": kanaal, "document": str(info.id),
             "sha256": info.sha256, **_gemaakt_met(antwoorden, ondertekenaar)},
        )  # fmt: skip
        gebeurtenissen.voeg_toe(ctx.register, dossier, feit)
        gegevens = {"brief": brief.value, "document": info.id, "sha256": info.sha256}
        return Uitslag(dossier.kenmerk, str(info.id), gegevens)

    uitslag = eenmalig(ctx, opdracht_uid, "brief verzonden", doe)
    return meldingen.haal(ctx.register, uitslag.kenmerk)


def document(ctx: Context, nummer: int) -> bytes:
    """Return the bytes of a stored letter or attachment, checked against its hash."""
    return bijlagen.inhoud(ctx, nummer)


def venstertest(gemeente: Gemeente) -> bytes:
    """Return the test page for the window envelope."""
    return teken_venstertest(gemeente)


def _gemaakt_met(antwoorden: Mapping[str, str] | None, ondertekenaar: str) -> dict[str, str]:
    """Return with what a letter was made, as facts of its event."""
    uit = {f"{ANTWOORD}{naam}": tekst for naam, tekst in (antwoorden or {}).items() if tekst}
    return {**uit, "ondertekenaar": ondertekenaar} if ondertekenaar else uit


def _controleer_pdf(pdf: bytes) -> None:
    if not pdf.startswith(b"%PDF-"):
        raise RegelFout("Er is nog geen brief. Maak de brief eerst.", veld="brief")


def _controleer_dag(ctx: Context, dossier: Dossier, op: date) -> None:
    if op > ctx.vandaag:
        raise RegelFout("Een brief kan niet later dan vandaag zijn verzonden.", veld="op")
    if op < dossier.ontvangen_op:
        raise RegelFout("De brief is niet verzonden voordat de klacht binnenkwam.", veld="op")


def _controleer_verzending(
    ctx: Context, dossier: Dossier, op: date, kanaal: str, gedateerd: date | None
) -> None:
    _controleer_dag(ctx, dossier, op)
    if gedateerd is not None and op < gedateerd:
        raise RegelFout(
            f"Op de brief staat {dagtekst.lang(gedateerd)}. Eerder kan deze brief niet zijn "
            "verzonden.",
            veld="op",
        )
    if kanaal not in KANALEN:
        raise RegelFout(f"Kies hoe de brief wegging: {', '.join(KANALEN)}.", veld="kanaal")
    aan = brieven.geadresseerde(dossier)
    if kanaal == "e-mail" and dossier.soort is Soort.KLACHT and not aan.email_akkoord:
        raise RegelFout(
            "Deze persoon zei niet dat brieven per e-mail mogen (art. 2:8 Awb). Stuur de brief "
            "per post, of leg de toestemming vast bij Personen.",
            veld="kanaal",
        )


def _vind(dossier: Dossier, pdf: bytes) -> DocumentInfo | None:
    """Return the document that already holds these bytes, so that it is not kept twice."""
    som = documenten.som(pdf)
    return next((d for d in dossier.documenten if d.sha256 == som and not d.verzonden_op), None)


def _bewaar(ctx: Context, dossier: Dossier, soort: BriefSoort, pdf: bytes) -> DocumentInfo:
    info = DocumentInfo(0, bestandsnaam(dossier, soort), soort.value, "", len(pdf), ctx.nu)
    return documenten.voeg_toe(ctx.register, dossier.kenmerk, info, pdf)
