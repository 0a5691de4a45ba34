"""Shows a letter text on paper before it is kept, filled from a made-up klacht or a real one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from klachtenapp.domain import brieven, dagtekst
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven import BRIEVEN, Adressering, Briefzaak, veldenlijst
from klachtenapp.domain.brieven.veldenlijst import Briefveld
from klachtenapp.domain.brieven.voorbeeldzaak import voorbeeld as voorbeeldzaak
from klachtenapp.domain.brieven.vragen import met_voorstel, voorstel, vragen
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.handeling import Veld, VeldSoort
from klachtenapp.domain.rollen import Recht
from klachtenapp.errors import RegelFout
from klachtenapp.models import meldingen
from klachtenapp.papier.brief import teken_brief
from klachtenapp.papier.bronteksten import normzinnen
from klachtenapp.papier.tekst import vul
from klachtenapp.services import teksten
from klachtenapp.services.briefmaken import op_vel
from klachtenapp.services.collegas import collegas
from klachtenapp.services.context import Context
from klachtenapp.services.huisstijl import met_logo
from klachtenapp.services.rechten import vereis
from klachtenapp.services.zoeken import Filter, ids

LANG, KORT, REGISTER = "lang", "kort", "register"
VARIANTEN = (LANG, KORT, REGISTER)
"""From what an example is filled: a rich made-up klacht, a small one, or one of the register."""

_ZOEK = 40  # dossiers to look at for one that suits the letter
_LATER = timedelta(days=14)
_ONTVANGER = Adressering(
    ("Voorbeeld van een ontvanger", "Kerkstraat 12", "1234 AB  VOORBEELDSTAD"), ""
)
_DATUMNAMEN = ("_op", "_tot", "_voor", "_datum", "datum")
_WOORDEN = "Hier komt wat u voor deze brief invult."


def voorbeeld(ctx: Context, soort: BriefSoort, tekst: str, *, variant: str = LANG) -> bytes:
    """Return letter ``soort`` with ``tekst`` as PDF; a fact that nobody has gets an example.

    With ``register`` the newest dossier is taken for which this letter may go now, and
    where there is none the long made-up one.

    :raises RegelFout: the text cannot be filled (``teksten.controleer`` says where), or the
        user may not see dossiers and asks for one of the register.
    """
    if variant == REGISTER:
        vereis(ctx, Recht.LEZEN)
    if variant not in VARIANTEN:
        raise RegelFout(f"Kies een van deze: {', '.join(VARIANTEN)}.", veld="variant")
    zaak = _zaak(ctx, soort, variant)
    feiten = _feiten(zaak, soort)
    netjes = teksten.schoon(tekst)
    gaten = vul(netjes, feiten).leeg
    if gaten:
        bekend = {veld.naam: veld for veld in veldenlijst.velden(soort)}
        feiten |= {naam: _waarde(bekend.get(naam), naam, zaak) for naam in gaten}
    blad = op_vel(zaak, soort, _aan(zaak, soort), feiten, vul(netjes, feiten))
    return teken_brief(met_logo(ctx, blad))


def _zaak(ctx: Context, soort: BriefSoort, variant: str) -> Briefzaak:
    mensen = collegas(ctx)
    dossier = _uit_register(ctx, soort) if variant == REGISTER else None
    eigen = dossier is not None
    if dossier is None:
        dossier = voorbeeldzaak(soort, ctx.vandaag, lang=variant != KORT)
    wie = brieven.ondertekenaar(soort, dossier, ctx.gemeente, mensen)
    zaak = Briefzaak(
        dossier, ctx.gemeente, ctx.vandaag, ctx.kader, {}, mensen, wie or dossier.behandelaar
    )
    regel = BRIEVEN[soort]
    gegeven = {**_feiten(zaak, soort), **voorstel(regel, zaak)}
    erbij = {
        veld.naam: antwoord
        for veld, antwoord in _antwoorden(vragen(regel), zaak, ruim=variant != KORT and not eigen)
        if not gegeven.get(veld.naam)
    }
    return met_voorstel(regel, replace(zaak, antwoorden=erbij))


def _feiten(zaak: Briefzaak, soort: BriefSoort) -> dict[str, str]:
    return brieven.velden(
        soort, zaak.dossier, zaak.gemeente, zaak.kader, zaak.dag, zaak.ondertekenaar,
        normzinnen(), zaak.antwoorden, collegas=zaak.collegas,
    )  # fmt: skip


def _uit_register(ctx: Context, soort: BriefSoort) -> Dossier | None:
    """Return the newest open dossier for which this letter may go now."""
    nummers = ids(ctx, Filter(open=True), "ontvangen", oplopend=False)[:_ZOEK]
    for dossier in meldingen.haal_meer(ctx.register, nummers):
        if dossier.soort in BRIEVEN[soort].soorten and not brieven.mag_brief(
            soort, dossier, ctx.gemeente, ctx.vandaag, ctx.kader
        ):
            return dossier
    return None


def _antwoorden(
    gevraagd: tuple[Veld, ...], zaak: Briefzaak, *, ruim: bool
) -> Iterator[tuple[Veld, str]]:
    """Yield an answer to each question: all of them, or only what must be known."""
    for veld in gevraagd:
        if not ruim and not veld.verplicht:
            continue
        match veld.soort:
            case VeldSoort.DATUM:
                dag = zaak.dag + _LATER if veld.toekomst else zaak.dag
                yield veld, dag.isoformat()
            case VeldSoort.KEUZE:
                yield veld, veld.keuzes[0][0] if veld.keuzes else ""
            case VeldSoort.JA_NEE:
                yield veld, "nee" if veld.naam == "stappenplan_erbij" else "ja"
            case VeldSoort.LANGE_TEKST:
                yield veld, _WOORDEN
            case VeldSoort.MEDEWERKER | VeldSoort.AFDELING | VeldSoort.BIJLAGE:
                yield veld, ""
            case VeldSoort.TEKST:
                yield veld, f"«{veld.label}»"


def _waarde(veld: Briefveld | None, naam: str, zaak: Briefzaak) -> str:
    """Return an example: of the list, a day to come, or what the field is called."""
    if veld is not None and veld.voorbeeld:
        return veld.voorbeeld
    if naam.endswith(_DATUMNAMEN):
        return dagtekst.lang_met_dag(zaak.dag + _LATER)
    return f"«{veld.label if veld else naam.replace('_', ' ')}»"


def _aan(zaak: Briefzaak, soort: BriefSoort) -> Adressering:
    try:
        return brieven.adressering(BRIEVEN[soort], zaak)
    except RegelFout:
        return _ONTVANGER
