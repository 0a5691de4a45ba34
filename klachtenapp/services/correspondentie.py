"""Letters and stappenplan: may it go, what does it say, make it, keep it, write down it was sent.

Three stages: the domain says whether a letter may go now, its text is filled with the facts
of the dossier, and the paper is drawn. Whatever is missing is named; then nothing is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from klachtenapp.domain import brieven, dagtekst
from klachtenapp.domain.begrippen import GebeurtenisSoort, Soort
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import DocumentInfo, Dossier, Gebeurtenis
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.handeling import Bezwaar
from klachtenapp.errors import RegelFout
from klachtenapp.models import documenten, gebeurtenissen, meldingen
from klachtenapp.papier.brief import Brief as Briefblad
from klachtenapp.papier.brief import Ondertekening, teken_brief
from klachtenapp.papier.bronteksten import normzinnen
from klachtenapp.papier.dagtekening import gedateerd_op
from klachtenapp.papier.tekst import vul
from klachtenapp.papier.venstertest import teken_venstertest
from klachtenapp.services import bijlagen, teksten
from klachtenapp.services.briefinhoud import gedrukte_velden, lege_velden, onprintbaar, referentie
from klachtenapp.services.context import Context
from klachtenapp.services.opdracht import Uitslag, eenmalig, nieuw_uid
from klachtenapp.services.stappenblad import bijlage_stappenplan, stappenplan

__all__ = [
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

_VRIJ = frozenset({"omschrijving", "afspraak", "conclusies", "stappenplan_erbij"})
"""Facts that a person may word otherwise for one letter."""


@dataclass(frozen=True, slots=True)
class Brief:
    """A letter that was made. With ``bezwaren`` there is no ``pdf``: it may not go like this.

    ``velden_leeg`` names the facts that the text needs and the dossier does not have.
    """

    soort: str
    pdf: bytes
    sha256: str
    bestandsnaam: str
    bezwaren: tuple[Bezwaar, ...] = ()
    velden_leeg: tuple[str, ...] = ()


def concept(
    ctx: Context,
    kenmerk: str,
    soort: str,
    *,
    extra: Mapping[str, str] | None = None,
    datum: date | None = None,
) -> Brief:
    """Make letter ``soort`` of a dossier, dated ``datum`` or today; store nothing.

    The date of a letter is the day on which it goes out: its promises count from there.
    ``extra`` words some facts otherwise, for this letter only: ``omschrijving``,
    ``afspraak``, ``conclusies``; ``stappenplan_erbij`` = ``ja`` adds the stappenplan.

    :raises RegelFout: there is no such letter, dossier or fact. That a letter may not go, or
        misses something, is no error but stands in ``bezwaren``.
    """
    brief = _soort(soort)
    dossier = meldingen.haal(ctx.register, kenmerk)
    dag = datum or ctx.vandaag
    _controleer_dag(ctx, dossier, dag)
    bezwaren = brieven.mag_brief(brief, dossier, ctx.gemeente, dag)
    if bezwaren:
        return Brief(brief, b"", "", _bestandsnaam(dossier, brief), bezwaren)
    if brief is BriefSoort.STAPPENPLAN:
        return _brief(dossier, brief, stappenplan(ctx, kenmerk))
    return _maak(ctx, dossier, brief, extra or {}, dag)


def bewaar(ctx: Context, kenmerk: str, brief: Brief) -> DocumentInfo:
    """Keep a letter in the dossier without sending it; the same letter is kept once.

    :raises RegelFout: the letter was not made because something is in its way.
    """
    _controleer_pdf(brief.pdf)

    def doe() -> Uitslag:
        dossier = meldingen.haal(ctx.register, kenmerk)
        info = _vind(dossier, brief.pdf) or _bewaar(ctx, dossier, _soort(brief.soort), brief.pdf)
        return Uitslag(dossier.kenmerk, str(info.id), {"brief": brief.soort, "document": info.id})

    uitslag = eenmalig(ctx, nieuw_uid(), "brief bewaard", doe)
    return documenten.info(ctx.register, int(uitslag.resultaat))


def markeer_verzonden(
    ctx: Context, kenmerk: str, soort: str, *, op: date, kanaal: str, pdf: bytes, opdracht_uid: str
) -> Dossier:
    """Write down that a letter went out on ``op``, and keep exactly what was sent.

    PDF, its hash and the event are stored in one transaction. The same ``opdracht_uid``
    again changes nothing.

    :raises RegelFout: a day in the future, before receipt or before the date on the letter,
        an unknown channel, e-mail to someone who did not agree to it (art. 2:8 Awb), or no
        letter.
    """
    brief = _soort(soort)
    _controleer_pdf(pdf)

    def doe() -> Uitslag:
        dossier = meldingen.haal(ctx.register, kenmerk)
        _controleer_verzending(ctx, dossier, op, kanaal, gedateerd_op(pdf))
        info = _vind(dossier, pdf) or _bewaar(ctx, dossier, brief, pdf)
        documenten.markeer_verzonden(ctx.register, info.id, op, kanaal)
        feit = Gebeurtenis(
            GebeurtenisSoort.BRIEF_VERZONDEN, op, ctx.nu, ctx.gebruiker,
            {"brief": brief.value, "kanaal": kanaal, "document": str(info.id),
             "sha256": info.sha256},
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


def _soort(soort: str) -> BriefSoort:
    try:
        return BriefSoort(soort)
    except ValueError:
        keuzes = ", ".join(BriefSoort)
        raise RegelFout(
            f"Er is geen brief '{soort}'. Kies een van deze: {keuzes}.", veld="soort"
        ) from None


def _maak(
    ctx: Context, dossier: Dossier, soort: BriefSoort, extra: Mapping[str, str], dag: date
) -> Brief:
    """Fill the text and draw it, or name what is missing or cannot be printed."""
    wie = brieven.ondertekenaar(soort, dossier, ctx.gemeente)
    feiten = brieven.velden(soort, dossier, ctx.gemeente, ctx.kader, dag, wie, normzinnen())
    onbekend = sorted(set(extra) - _VRIJ)
    if onbekend:
        raise RegelFout(f"Het veld '{onbekend[0]}' kan hier niet anders.", veld=onbekend[0])
    feiten |= extra
    tekst = teksten.geldig(ctx, soort)
    ingevuld = vul(tekst, feiten)
    ondertekening = Ondertekening(
        wie.naam if wie else "", wie.functie if wie else "", ctx.gemeente.namens
    )
    adres = brieven.adresblok(dossier)
    gedrukt = {naam: feiten[naam] for naam in gedrukte_velden(tekst, feiten)}
    gedrukt |= {"adres": "\n".join(adres), "ondertekenaar": ondertekening.naam}
    gedrukt |= {"functie": ondertekening.functie, "namens": ondertekening.namens}
    bezwaren = (*lege_velden(ingevuld.leeg), *onprintbaar(gedrukt))
    if bezwaren:
        naam = _bestandsnaam(dossier, soort)
        return Brief(soort, b"", "", naam, bezwaren, ingevuld.leeg)
    aan = brieven.geadresseerde(dossier)
    blad = Briefblad(
        gemeente=ctx.gemeente,
        adres=adres,
        datum=dag,
        datum_tekst=feiten["datum"],
        kenmerk=dossier.kenmerk,
        referentie=referentie(soort, dossier, feiten),
        tekst=ingevuld,
        ondertekening=ondertekening,
        groot=aan.leest_moeilijk and soort is not BriefSoort.AFDOENINGSBRIEF,
    )
    erbij = feiten["stappenplan_erbij"] == "ja"
    pdf = teken_brief(blad, bijlage_stappenplan(ctx, dossier, dag) if erbij else None)
    return _brief(dossier, soort, pdf)


def _brief(dossier: Dossier, soort: BriefSoort, pdf: bytes) -> Brief:
    return Brief(soort, pdf, documenten.som(pdf), _bestandsnaam(dossier, soort))


def _bestandsnaam(dossier: Dossier, soort: BriefSoort) -> str:
    return f"{dossier.kenmerk} {soort}.pdf"


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
    info = DocumentInfo(0, _bestandsnaam(dossier, soort), soort.value, "", len(pdf), ctx.nu)
    return documenten.voeg_toe(ctx.register, dossier.kenmerk, info, pdf)
