"""Makes the stappenplan: with the facts of one klacht, or for anybody at the counter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from klachtenapp.domain import bereikbaarheid, stappen
from klachtenapp.domain.begrippen import Aanhef, Soort
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.kalender import Kalender
from klachtenapp.domain.normen import Normen
from klachtenapp.domain.rollen import Recht
from klachtenapp.domain.termijnen import WEKEN, WEKEN_COMMISSIE
from klachtenapp.domain.veldnamen import label
from klachtenapp.errors import RegelFout
from klachtenapp.models import meldingen
from klachtenapp.papier.blad import Blad
from klachtenapp.papier.lettertype import ontbrekend, zin_ontbrekend
from klachtenapp.papier.stappenplan import Stappenplan, teken_op, teken_stappenplan
from klachtenapp.papier.venster import gemeente_naam
from klachtenapp.services import stappenproef, stappentalen
from klachtenapp.services.context import Context
from klachtenapp.services.rechten import vereis
from klachtenapp.services.stappentalen import NEDERLANDS, taal_van

VARIANTEN = tuple(stappen.VARIANTEN)
FORMATEN = tuple(formaat.value for formaat in stappen.Formaat)
WEGEN = tuple(weg.value for weg in stappen.Weg)
_GEEN_DAG = date(2000, 1, 1)  # the sheet without a register is the same every day


@dataclass(frozen=True, slots=True)
class Vorm:
    """How a stappenplan looks.

    ``variant`` and ``formaat`` empty: kort on A4, or what the trial of two sheets calls for.
    ``weg`` empty: as the klager chose, for anybody both ways.
    """

    variant: str = ""
    weg: str = ""
    formaat: str = ""
    groot: bool = False
    taal: str = NEDERLANDS


def stappenplan(
    ctx: Context | None,
    kenmerk: str | None,
    *,
    variant: str = "",
    weg: str = "",
    formaat: str = "",
    groot: bool = False,
    taal: str = NEDERLANDS,
    gemeente: Gemeente | None = None,
) -> bytes:
    """Return the stappenplan as PDF: for one klacht, or without ``kenmerk`` for anybody.

    Without ``ctx`` it uses ``gemeente`` (or none) and the supplied norms.

    :raises RegelFout: an unknown variant, way, paper or language, large letters on small
        paper, a dossier that is no klacht, or a character that cannot be printed.
    """
    vorm = gekozen(ctx, kenmerk or "", Vorm(variant, weg, formaat, groot, taal))
    if ctx is not None and kenmerk:
        vereis(ctx, Recht.LEZEN)
        dossier = meldingen.haal(ctx.register, kenmerk)
        return teken_stappenplan(_persoonlijk(ctx, dossier, vorm))
    kader = ctx.kader if ctx else Kader(kalender=Kalender(), normen=Normen())
    van = gemeente or (ctx.gemeente if ctx else Gemeente(""))
    return teken_stappenplan(_algemeen(ctx, van, kader, vorm))


def vorm_voor(ctx: Context, dossier: Dossier) -> Vorm:
    """Return the form that suits a klager: large who reads with difficulty, the own language."""
    wie = bereikbaarheid.geadresseerde(dossier)
    vorm = Vorm(groot=wie.leest_moeilijk, taal=taal_van(ctx, wie.taal))
    return gekozen(ctx, dossier.kenmerk, vorm)


def gekozen(ctx: Context | None, kenmerk: str, vorm: Vorm) -> Vorm:
    """Return ``vorm`` with what was left open filled in: by the trial, else kort on A4.

    Large letters are always on A4; they are no part of a trial that asks for a booklet.
    """
    proef = stappenproef.vorm_voor(ctx, kenmerk) if ctx and not vorm.variant else None
    variant, formaat = proef or ("kort", "a4")
    if vorm.groot:
        formaat = "a4"
    return replace(vorm, variant=vorm.variant or variant, formaat=vorm.formaat or formaat)


def bijlage_stappenplan(ctx: Context, dossier: Dossier, dag: date) -> Callable[[Blad], None]:
    """Return what draws the sheet as a page behind a letter of ``dag``.

    The letter is in Dutch, and so is what is behind it; another language is a sheet of its own.
    """
    plan = _persoonlijk(ctx, dossier, _vorm_bij_brief(ctx, dossier), per_post=dag)
    return lambda blad: teken_op(blad, plan)


def blad_bij_brief(ctx: Context, dossier: Dossier) -> dict[str, str]:
    """Return which sheet goes behind a letter, as facts for the event of that letter."""
    return als_feiten(_vorm_bij_brief(ctx, dossier))


def als_feiten(vorm: Vorm) -> dict[str, str]:
    """Return which sheet it is, as facts for an event."""
    return {
        "variant": vorm.variant,
        "formaat": vorm.formaat,
        "groot": "ja" if vorm.groot else "nee",
        "taal": vorm.taal,
    }


def _vorm_bij_brief(ctx: Context, dossier: Dossier) -> Vorm:
    groot = bereikbaarheid.geadresseerde(dossier).leest_moeilijk
    return gekozen(ctx, dossier.kenmerk, Vorm(groot=groot, formaat="a4"))


def _algemeen(ctx: Context | None, gemeente: Gemeente, kader: Kader, vorm: Vorm) -> Stappenplan:
    weken = WEKEN_COMMISSIE if gemeente.commissie else WEKEN
    teksten, weg = stappentalen.teksten(ctx, vorm.taal), _weg(vorm) or stappen.Weg.BEIDE
    plekken = stappen.algemeen(_variant(vorm), kader.normen, weken=weken, weg=weg)
    return _gecontroleerd(
        Stappenplan(
            gemeente=gemeente,
            teksten=teksten,
            plekken=plekken,
            velden=_velden(gemeente, teksten),
            vandaag=_GEEN_DAG,
            groot=vorm.groot,
            formaat=_formaat(vorm),
            weg=weg,
        )
    )


def _persoonlijk(
    ctx: Context, dossier: Dossier, vorm: Vorm, *, per_post: date | None = None
) -> Stappenplan:
    if dossier.soort is not Soort.KLACHT:
        raise RegelFout(
            f"Het stappenplan hoort bij een klacht. Dit is een {dossier.soort}.", veld="kenmerk"
        )
    vandaag = per_post or ctx.vandaag
    teksten, weg = stappentalen.teksten(ctx, vorm.taal), _weg(vorm) or stappen.weg_van(dossier)
    velden = _velden(ctx.gemeente, teksten) | {"kenmerk": dossier.kenmerk}
    wie = dossier.behandelaar
    if wie is not None:
        titel = {Aanhef.MEVROUW: "mevrouw", Aanhef.HEER: "heer"}.get(wie.aanhef, "")
        velden["contact"] = teksten["aanspreek"].get(titel, "") + wie.naam
        velden["contact_telefoon"] = wie.telefoon or velden["contact_telefoon"]
    plekken = stappen.persoonlijk(
        _variant(vorm), dossier, ctx.kader, vandaag, per_post=per_post is not None, weg=weg
    )
    return _gecontroleerd(
        Stappenplan(
            gemeente=ctx.gemeente,
            teksten=teksten,
            plekken=plekken,
            velden=velden,
            vandaag=vandaag,
            groot=vorm.groot,
            formaat=_formaat(vorm),
            weg=weg,
            contact_op=stappen.volgend_contact(plekken, dossier, ctx.kader, vandaag),
        )
    )


def _variant(vorm: Vorm) -> str:
    _controleer(vorm.variant, VARIANTEN, "variant", "Het stappenplan")
    return vorm.variant


def _formaat(vorm: Vorm) -> stappen.Formaat:
    _controleer(vorm.formaat, FORMATEN, "formaat", "Het formaat")
    return stappen.Formaat(vorm.formaat)


def _weg(vorm: Vorm) -> stappen.Weg | None:
    if not vorm.weg:
        return None
    _controleer(vorm.weg, WEGEN, "weg", "De weg")
    return stappen.Weg(vorm.weg)


def _controleer(waarde: str, keuzes: tuple[str, ...], veld: str, wat: str) -> None:
    if waarde not in keuzes:
        woorden = f"{', '.join(keuzes[:-1])} of {keuzes[-1]}"
        raise RegelFout(f"{wat} '{waarde}' bestaat niet. Kies {woorden}.", veld=veld)


def _velden(gemeente: Gemeente, teksten: Mapping[str, Any]) -> dict[str, str]:
    plek = gemeente.plaats if gemeente.plaats not in gemeente.bezoekadres else ""
    open_ = gemeente.openingstijden.strip().rstrip(".")
    bezoek = ", ".join(deel for deel in (gemeente.bezoekadres, plek) if deel)
    return {
        "gemeente": gemeente_naam(gemeente) or teksten["de_gemeente"],
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
