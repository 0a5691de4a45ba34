"""Reads a letter with our judgement when it goes out; what is found stays in its event.

The closing gate asks later what stood in the letter as it was sent, not in the text of today.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from klachtenapp.domain import brieven, dagtekst, termijnen
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven.ondertekening import kies
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.plichten_brief import LEESBAAR, OMBUDSMAN_VERMELD, TAAL, TAALCIJFER
from klachtenapp.papier.bronteksten import normzinnen
from klachtenapp.papier.dagtekening import gedateerd_op
from klachtenapp.papier.tekst import vul
from klachtenapp.services import taalcheck, teksten
from klachtenapp.services.collegas import collegas
from klachtenapp.services.context import Context
from klachtenapp.uitwisseling.briefwoorden import woorden


def feiten(
    ctx: Context,
    dossier: Dossier,
    soort: BriefSoort,
    pdf: bytes,
    antwoorden: Mapping[str, str],
    ondertekenaar: str,
) -> dict[str, str]:
    """Return what is to be known of this letter at closing; nothing for other letters.

    A letter that was not made here is not read: nobody can say then what stands in it.
    """
    if soort is not BriefSoort.AFDOENINGSBRIEF:
        return {}
    dag = gedateerd_op(pdf)
    if dag is None:
        return {OMBUDSMAN_VERMELD: "nee"}
    noemt = noemt_ombudsman(woorden(pdf), ctx.gemeente, dag)
    return {
        OMBUDSMAN_VERMELD: "ja" if noemt else "nee",
        **_taal(ctx, dossier, soort, dag, antwoorden, ondertekenaar),
    }


def noemt_ombudsman(tekst: str, gemeente: Gemeente, dag: date) -> bool:
    """Whether a letter of ``dag`` names the ombudsman and the last day (art. 9:12 lid 2 Awb)."""
    laatste = dagtekst.lang(termijnen.ombudsman(dag).uiterste_datum)
    return gemeente.ombudsman.naam.casefold() in tekst.casefold() and laatste in tekst


def _taal(
    ctx: Context,
    dossier: Dossier,
    soort: BriefSoort,
    dag: date,
    antwoorden: Mapping[str, str],
    ondertekenaar: str,
) -> dict[str, str]:
    """Fill the text as for this letter and let the meter judge its paragraphs."""
    mensen = collegas(ctx)
    wie = kies(ondertekenaar, ctx.gemeente, mensen) if ondertekenaar else None
    velden = brieven.velden(
        soort, dossier, ctx.gemeente, ctx.kader, dag, wie, normzinnen(), antwoorden,
        collegas=mensen,
    )  # fmt: skip
    blokken = vul(teksten.geldig(ctx, soort), velden).blokken
    taal = taalcheck.controleer_brief(ctx, dossier.kenmerk, soort, blokken).taal
    return {
        TAAL: taal.woord,
        TAALCIJFER: f"{taal.cijfer:.0f}",
        LEESBAAR: "ja" if taal.goed else "nee",
    }
