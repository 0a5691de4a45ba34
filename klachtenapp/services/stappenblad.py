"""Makes the stappenplan: with the facts of one klacht, or for anybody at the counter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from klachtenapp.domain import stappen
from klachtenapp.domain.begrippen import Aanhef, Soort
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.kalender import Kalender
from klachtenapp.domain.normen import Normen
from klachtenapp.domain.termijnen import WEKEN, WEKEN_COMMISSIE
from klachtenapp.domain.veldnamen import label
from klachtenapp.errors import RegelFout
from klachtenapp.models import meldingen
from klachtenapp.papier.blad import Blad
from klachtenapp.papier.bronteksten import stappenplantekst
from klachtenapp.papier.lettertype import ontbrekend, zin_ontbrekend
from klachtenapp.papier.stappenplan import Stappenplan, teken_op, teken_stappenplan
from klachtenapp.papier.venster import gemeente_naam
from klachtenapp.services.context import Context

VARIANTEN = tuple(stappen.VARIANTEN)
_GEEN_DAG = date(2000, 1, 1)  # the sheet without a register is the same every day


def stappenplan(
    ctx: Context | None,
    kenmerk: str | None,
    *,
    variant: str = "kort",
    groot: bool = False,
    taal: str = "nl",
    gemeente: Gemeente | None = None,
) -> bytes:
    """Return the stappenplan as PDF: for one klacht, or without ``kenmerk`` for anybody.

    Without ``ctx`` it uses ``gemeente`` (or none) and the supplied norms.

    :raises RegelFout: an unknown variant or language, a dossier that is no klacht, or a
        character that cannot be printed.
    """
    if ctx is not None and kenmerk:
        dossier = meldingen.haal(ctx.register, kenmerk)
        return teken_stappenplan(_persoonlijk(ctx, dossier, variant, groot, taal))
    kader = ctx.kader if ctx else Kader(kalender=Kalender(), normen=Normen())
    van = gemeente or (ctx.gemeente if ctx else Gemeente(""))
    return teken_stappenplan(_algemeen(van, kader, variant, groot, taal))


def bijlage_stappenplan(ctx: Context, dossier: Dossier, dag: date) -> Callable[[Blad], None]:
    """Return what draws the sheet as a page behind a letter of ``dag``."""
    plan = _persoonlijk(ctx, dossier, "kort", False, "nl", per_post=dag)
    return lambda blad: teken_op(blad, plan)


def _algemeen(
    gemeente: Gemeente, kader: Kader, variant: str, groot: bool, taal: str
) -> Stappenplan:
    weken = WEKEN_COMMISSIE if gemeente.commissie else WEKEN
    return _gecontroleerd(
        Stappenplan(
            gemeente=gemeente,
            teksten=stappenplantekst(taal),
            plekken=stappen.algemeen(_variant(variant), kader.normen, weken=weken),
            velden=_velden(gemeente, taal),
            vandaag=_GEEN_DAG,
            groot=groot,
        )
    )


def _persoonlijk(
    ctx: Context,
    dossier: Dossier,
    variant: str,
    groot: bool,
    taal: str,
    *,
    per_post: date | None = None,
) -> Stappenplan:
    if dossier.soort is not Soort.KLACHT:
        raise RegelFout(
            f"Het stappenplan hoort bij een klacht. Dit is een {dossier.soort}.", veld="kenmerk"
        )
    vandaag = per_post or ctx.vandaag
    velden = _velden(ctx.gemeente, taal) | {"kenmerk": dossier.kenmerk}
    wie = dossier.behandelaar
    if wie is not None:
        aanspreek = stappenplantekst(taal)["aanspreek"]
        titel = {Aanhef.MEVROUW: "mevrouw", Aanhef.HEER: "heer"}.get(wie.aanhef, "")
        velden["contact"] = aanspreek.get(titel, "") + wie.naam
        velden["contact_telefoon"] = wie.telefoon or velden["contact_telefoon"]
    return _gecontroleerd(
        Stappenplan(
            gemeente=ctx.gemeente,
            teksten=stappenplantekst(taal),
            plekken=stappen.persoonlijk(
                _variant(variant), dossier, ctx.kader, vandaag, per_post=per_post is not None
            ),
            velden=velden,
            vandaag=vandaag,
            groot=groot,
        )
    )


def _variant(variant: str) -> str:
    if variant not in stappen.VARIANTEN:
        keuzes = " of ".join(VARIANTEN)
        raise RegelFout(f"Het stappenplan '{variant}' bestaat niet. Kies {keuzes}.", veld="variant")
    return variant


def _velden(gemeente: Gemeente, taal: str) -> dict[str, str]:
    plek = gemeente.plaats if gemeente.plaats not in gemeente.bezoekadres else ""
    open_ = gemeente.openingstijden.strip().rstrip(".")
    bezoek = ", ".join(deel for deel in (gemeente.bezoekadres, plek) if deel)
    return {
        "gemeente": gemeente_naam(gemeente) or stappenplantekst(taal)["de_gemeente"],
        "belnummer": gemeente.belnummer or gemeente.telefoon,
        "contact": "",
        "contact_telefoon": gemeente.telefoon,
        "bezoekadres": bezoek if gemeente.bezoekadres else "",
        "openingstijden": open_[:1].lower() + open_[1:],
        "ombudsman": gemeente.ombudsman.naam,
        "ombudsman_telefoon": gemeente.ombudsman.telefoon,
        "kenmerk": "",
    }


def _gecontroleerd(plan: Stappenplan) -> Stappenplan:
    for veld, waarde in plan.velden.items():
        tekens = ontbrekend(waarde)
        if tekens:
            raise RegelFout(zin_ontbrekend(tekens, f"'{label(veld)}'"), veld=veld)
    return plan
