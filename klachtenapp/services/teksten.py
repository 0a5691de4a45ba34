"""The text of a letter as this gemeente has it: its own, else the supplied one.

Every version stays, with who made it and when. A text that would print a hole, or that
lacks what the law wants, is refused as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven import BRIEVEN, veldenlijst, verplicht
from klachtenapp.domain.brieven.veldenlijst import Briefveld
from klachtenapp.domain.rollen import Recht
from klachtenapp.domain.teksttaal.alineas import Tekstvorm, ontleed
from klachtenapp.domain.teksttaal.oordeel import Tekstbezwaar, Tekstoordeel
from klachtenapp.domain.teksttaal.toets import te_groot, toets
from klachtenapp.errors import ConflictFout, RegelFout
from klachtenapp.models import brieftekst
from klachtenapp.models.brieftekst import Brieftekst
from klachtenapp.papier.bronteksten import brieftekst as geleverde_tekst
from klachtenapp.papier.lettertype import drukbaar, ontbrekend, zin_ontbrekend
from klachtenapp.papier.tekst import vul
from klachtenapp.services.context import Context
from klachtenapp.services.opdracht import Uitslag, eenmalig
from klachtenapp.services.rechten import vraagt

__all__ = [
    "Briefnaam",
    "Tekstbezwaar",
    "Tekstoordeel",
    "Tekstversie",
    "bewaar",
    "brieven",
    "controleer",
    "geldig",
    "geleverd",
    "schoon",
    "terug_naar_geleverd",
    "velden",
    "versies",
    "zet_versie_terug",
]

_MAX_TOELICHTING = 500


@dataclass(frozen=True, slots=True)
class Tekstversie:
    """One version: its text, who made it and when. ``nummer`` 0 is the supplied text itself.

    ``geleverd`` says that from here on the supplied text counts; ``nu`` that it is in use.
    """

    nummer: int
    tekst: str
    moment: datetime | None
    gebruiker: str
    toelichting: str
    geleverd: bool
    nu: bool = False


@dataclass(frozen=True, slots=True)
class Briefnaam:
    """A letter in the list: ``eigen`` when it is made from a text of the gemeente."""

    soort: BriefSoort
    titel: str
    eigen: bool


def brieven(ctx: Context) -> tuple[Briefnaam, ...]:
    """Return the letters whose text can be changed, in the order of a dossier."""
    eigen = brieftekst.met_eigen_tekst(ctx.register)
    return tuple(
        Briefnaam(soort, regel.titel, soort.value in eigen) for soort, regel in BRIEVEN.items()
    )


def geldig(ctx: Context, soort: BriefSoort) -> str:
    """Return the text with which letter ``soort`` is made now."""
    laatste = brieftekst.laatste(ctx.register, soort)
    return laatste.tekst if laatste and laatste.tekst else geleverde_tekst(soort)


def geleverd(soort: BriefSoort) -> str:
    """Return the text that came with the program."""
    return geleverde_tekst(soort)


def versies(ctx: Context, soort: BriefSoort) -> tuple[Tekstversie, ...]:
    """Return all versions, newest first; the last is the text as it was supplied."""
    rijen = brieftekst.versies(ctx.register, soort)
    uit = [
        Tekstversie(
            rij.id,
            rij.tekst or geleverde_tekst(soort),
            rij.moment,
            rij.gebruiker,
            rij.toelichting,
            geleverd=not rij.tekst,
            nu=plek == 0,
        )
        for plek, rij in enumerate(rijen)
    ]
    begin = Tekstversie(0, geleverde_tekst(soort), None, "", "", geleverd=True, nu=not rijen)
    return (*uit, begin)


def velden(soort: BriefSoort) -> tuple[Briefveld, ...]:
    """Return the fields and facts that the text of this letter may name."""
    return veldenlijst.velden(soort)


def schoon(tekst: str) -> str:
    """Return a text as it is kept: no characters without shape, no white at the ends."""
    regels = (regel.rstrip() for regel in drukbaar(tekst).split("\n"))
    return "\n".join(regels).strip() + "\n"


def controleer(_ctx: Context, soort: BriefSoort, tekst: str) -> Tekstoordeel:
    """Return all that is in the way of a text: marks, holes, size, and what the law wants."""
    groot = te_groot(tekst)
    if groot is not None:
        return Tekstoordeel((groot,))
    netjes = schoon(tekst)
    try:
        vorm = ontleed(netjes)
    except RegelFout:
        zin = "De brief heeft geen onderwerp of geen tekst. Vul allebei in."
        return Tekstoordeel((Tekstbezwaar(zin, 0),))
    getoetst = toets(vorm, veldenlijst.kennis(soort))
    bezwaren = [
        *getoetst.bezwaren,
        *_tekens(vorm),
        *verplicht.bezwaren(soort, getoetst, veldenlijst.label),
    ]
    return Tekstoordeel(tuple(bezwaren or _proef(soort, netjes)))


@vraagt(Recht.TEKSTEN)
def bewaar(
    ctx: Context,
    soort: BriefSoort,
    tekst: str,
    toelichting: str,
    opdracht_uid: str,
    *,
    vanaf: int | None = None,
) -> Tekstversie:
    """Keep ``tekst`` as the newest version of a letter and return it.

    ``vanaf`` is the number of the version from which one began (0: the supplied text); then
    a version that someone else made in between is not passed over. The same
    ``opdracht_uid`` again changes nothing.

    :raises RegelFout: the text cannot be kept; the sentence names paragraph and field.
    :raises ConflictFout: someone else saved this text since ``vanaf``.
    """
    netjes = schoon(tekst)
    oordeel = controleer(ctx, soort, netjes)
    if not oordeel.goed:
        raise RegelFout(weigering(oordeel.bezwaren[0]), veld="tekst")
    if netjes == geleverde_tekst(soort):
        netjes = ""  # the own text is the supplied one: then it follows its improvements
    return _leg_vast(ctx, soort, netjes, toelichting, opdracht_uid, vanaf, "brieftekst bewaard")


@vraagt(Recht.TEKSTEN)
def terug_naar_geleverd(
    ctx: Context, soort: BriefSoort, toelichting: str, opdracht_uid: str
) -> Tekstversie:
    """Let a letter be made from the supplied text again; its own versions stay to look at."""
    wat = "brieftekst terug naar geleverd"
    return _leg_vast(ctx, soort, "", toelichting, opdracht_uid, None, wat)


@vraagt(Recht.TEKSTEN)
def zet_versie_terug(
    ctx: Context, soort: BriefSoort, nummer: int, opdracht_uid: str
) -> Tekstversie:
    """Make an older version the newest again; it is checked as if it were new.

    :raises RegelFout: there is no such version of this letter, or its text is refused now.
    """
    if nummer == 0:
        return terug_naar_geleverd(ctx, soort, "De meegeleverde tekst", opdracht_uid)
    oud = brieftekst.haal(ctx.register, nummer)
    if oud is None or oud.soort != soort:
        raise RegelFout("Deze versie is er niet.", veld="versie")
    uitleg = f"Versie van {oud.moment:%d-%m-%Y %H:%M} teruggezet"
    if not oud.tekst:
        return terug_naar_geleverd(ctx, soort, uitleg, opdracht_uid)
    return bewaar(ctx, soort, oud.tekst, uitleg, opdracht_uid)


def weigering(bezwaar: Tekstbezwaar) -> str:
    """Return the sentence with which a text is refused, with its paragraph."""
    if bezwaar.alinea < 0:
        plek = ""
    elif bezwaar.alinea == 0:
        plek = "In het onderwerp: "
    else:
        plek = f"In alinea {bezwaar.alinea}: "
    zin = bezwaar.zin if not plek else bezwaar.zin[:1].lower() + bezwaar.zin[1:]
    artikel = f" ({bezwaar.artikel})" if bezwaar.artikel else ""
    return f"{plek}{zin}{artikel}"


def _leg_vast(
    ctx: Context,
    soort: BriefSoort,
    tekst: str,
    toelichting: str,
    opdracht_uid: str,
    vanaf: int | None,
    wat: str,
) -> Tekstversie:
    uitleg = " ".join(drukbaar(toelichting).split())[:_MAX_TOELICHTING]

    def doe() -> Uitslag:
        laatste = brieftekst.laatste(ctx.register, soort)
        if vanaf is not None and (laatste.id if laatste else 0) != vanaf:
            raise ConflictFout(
                "Iemand anders heeft deze tekst net veranderd. Uw tekst staat hier nog. Bekijk "
                "eerst de nieuwe versie bij Versies."
            )
        if (laatste.tekst if laatste else "") == tekst:
            raise RegelFout("Deze tekst is al in gebruik. Er is niets veranderd.", veld="tekst")
        versie = Brieftekst(soort, tekst, ctx.nu, ctx.gebruiker, uitleg)
        nummer = brieftekst.voeg_toe(ctx.register, versie)
        gegevens = {"brief": soort.value, "versie": nummer}
        return Uitslag("", str(nummer), gegevens)

    uitslag = eenmalig(ctx, opdracht_uid, wat, doe)
    return next(v for v in versies(ctx, soort) if v.nummer == int(uitslag.resultaat))


def _tekens(vorm: Tekstvorm) -> Iterator[Tekstbezwaar]:
    """Yield the characters that no font of ours can draw, by paragraph."""
    stukken = [vorm.onderwerp, *(alinea.delen for alinea in vorm.alineas)]
    for nummer, delen in enumerate(stukken):
        tekens = ontbrekend("".join(deel.tekst for deel in delen))
        if tekens:
            yield Tekstbezwaar(zin_ontbrekend(tekens, ""), nummer)


def _proef(soort: BriefSoort, tekst: str) -> Iterator[Tekstbezwaar]:
    """Fill the text with every condition true and with none: the paper has the last word."""
    for waarde in ("ja", ""):
        feiten = {veld.naam: waarde for veld in velden(soort)}
        feiten |= {f"{rij}_aantal": "2" for rij in veldenlijst.RIJNAMEN}
        try:
            vul(tekst, feiten)
        except RegelFout as fout:
            yield Tekstbezwaar(fout.boodschap)
            return
