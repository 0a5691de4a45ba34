"""Makes one letter: asks the rules, fills its text with facts and answers, draws it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from klachtenapp.domain import brieven
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven import BRIEVEN, Adressering, Briefzaak
from klachtenapp.domain.brieven.ondertekening import kies
from klachtenapp.domain.brieven.vragen import controleer_namen, met_voorstel
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.handeling import Bezwaar, Collegas
from klachtenapp.domain.personen import Medewerker
from klachtenapp.errors import RegelFout
from klachtenapp.models import documenten
from klachtenapp.papier.brief import Brief as Briefblad
from klachtenapp.papier.brief import Ondertekening, teken_brief
from klachtenapp.papier.bronteksten import normzinnen
from klachtenapp.papier.logo import Logo
from klachtenapp.papier.tekst import Blok, Ingevuld, vul
from klachtenapp.services import teksten
from klachtenapp.services.briefinhoud import gedrukte_velden, lege_velden, onprintbaar, referentie
from klachtenapp.services.collegas import collegas
from klachtenapp.services.context import Context
from klachtenapp.services.huisstijl import met_logo
from klachtenapp.services.stappenblad import bijlage_stappenplan


@dataclass(frozen=True, slots=True)
class Teken:
    """What only a letter that is being signed shows: the end of the log, and the signature."""

    anker: str = ""
    beeld: Logo | None = None


NIET_GETEKEND = Teken()


@dataclass(frozen=True, slots=True)
class Brief:
    """A letter that was made. With ``bezwaren`` there is no ``pdf``: it may not go like this.

    ``velden_leeg`` names the facts that the text needs and the dossier does not have.
    ``antwoorden`` is what was asked for it, with the proposals that nobody changed, and
    ``ondertekenaar`` who signs it: both stay with the letter when it is kept or sent.
    """

    soort: str
    pdf: bytes
    sha256: str
    bestandsnaam: str
    bezwaren: tuple[Bezwaar, ...] = ()
    velden_leeg: tuple[str, ...] = ()
    antwoorden: Mapping[str, str] = field(default_factory=dict)
    ondertekenaar: str = ""
    blokken: tuple[Blok, ...] = ()  # the words of the letter, to judge how they read


def briefsoort(soort: str) -> BriefSoort:
    """Return the letter of this name; ``RegelFout`` when there is none."""
    try:
        return BriefSoort(soort)
    except ValueError:
        keuzes = ", ".join(BriefSoort)
        raise RegelFout(
            f"Er is geen brief '{soort}'. Kies een van deze: {keuzes}.", veld="soort"
        ) from None


def bestandsnaam(dossier: Dossier, soort: BriefSoort) -> str:
    """Return the name under which a letter is kept and offered for saving."""
    return f"{dossier.kenmerk} {soort}.pdf"


def maak(
    ctx: Context,
    dossier: Dossier,
    soort: BriefSoort,
    antwoorden: Mapping[str, str],
    dag: date,
    ondertekenaar: str,
    teken: Teken = NIET_GETEKEND,
) -> Brief:
    """Make a letter (not the stappenplan) dated ``dag``, or name what stands in its way.

    ``teken`` is for a letter that is being signed: no concept bears it.

    :raises RegelFout: an answer to a question that is not asked, or a signer we do not know.
    """
    regel = BRIEVEN[soort]
    controleer_namen(regel, antwoorden)
    mensen = collegas(ctx)
    wie = _tekenaar(ctx, dossier, soort, mensen, ondertekenaar)
    zaak = met_voorstel(
        regel, Briefzaak(dossier, ctx.gemeente, dag, ctx.kader, antwoorden, mensen, wie)
    )
    naam = bestandsnaam(dossier, soort)
    bezwaren = brieven.mag_brief(
        soort, dossier, ctx.gemeente, dag, ctx.kader, antwoorden, collegas=mensen, ondertekenaar=wie
    )
    tekenaar = wie.naam if wie else ""
    if bezwaren:
        return Brief(soort, b"", "", naam, bezwaren, (), zaak.antwoorden, tekenaar)
    return _teken(ctx, zaak, soort, antwoorden, naam, teken)


def op_vel(
    zaak: Briefzaak,
    soort: BriefSoort,
    aan: Adressering,
    feiten: Mapping[str, str],
    ingevuld: Ingevuld,
) -> Briefblad:
    """Return a filled text with all that stands around it, ready to draw."""
    return Briefblad(
        gemeente=zaak.gemeente,
        adres=aan.regels,
        datum=zaak.dag,
        datum_tekst=feiten["datum"],
        kenmerk=zaak.dossier.kenmerk,
        referentie=referentie(BRIEVEN[soort], zaak.dossier, feiten),
        tekst=ingevuld,
        ondertekening=_ondertekening(zaak),
        groot=aan.groot and soort is not BriefSoort.AFDOENINGSBRIEF,
    )


def _ondertekening(zaak: Briefzaak) -> Ondertekening:
    wie = zaak.ondertekenaar
    return Ondertekening(wie.naam if wie else "", wie.functie if wie else "", zaak.gemeente.namens)


def _tekenaar(
    ctx: Context, dossier: Dossier, soort: BriefSoort, mensen: Collegas, naam: str
) -> Medewerker | None:
    if not naam.strip():
        return brieven.ondertekenaar(soort, dossier, ctx.gemeente, mensen)
    wie = kies(naam.strip(), ctx.gemeente, mensen)
    if wie is None:
        raise RegelFout(
            f"{naam.strip()} staat niet in de lijst met medewerkers. Kies iemand uit de lijst, "
            "of voeg de naam toe bij Beheer.",
            veld="ondertekenaar",
        )
    return wie


def _teken(
    ctx: Context,
    zaak: Briefzaak,
    soort: BriefSoort,
    antwoorden: Mapping[str, str],
    naam: str,
    teken: Teken,
) -> Brief:
    """Fill the text and draw it, or name the holes and what cannot be printed."""
    regel, dossier, dag, wie = BRIEVEN[soort], zaak.dossier, zaak.dag, zaak.ondertekenaar
    feiten = brieven.velden(
        soort, dossier, ctx.gemeente, ctx.kader, dag, wie, normzinnen(), antwoorden,
        collegas=zaak.collegas,
    )  # fmt: skip
    tekst = teksten.geldig(ctx, soort)
    ingevuld = vul(tekst, feiten)
    ondertekening = _ondertekening(zaak)
    aan = brieven.adressering(regel, zaak)
    gedrukt = {veld: feiten[veld] for veld in gedrukte_velden(tekst, feiten)}
    gedrukt |= {"adres": "\n".join(aan.regels), "ondertekenaar": ondertekening.naam}
    gedrukt |= {"functie": ondertekening.functie, "namens": ondertekening.namens}
    eigen = regel.veldnamen
    bezwaren = (*lege_velden(ingevuld.leeg, eigen), *onprintbaar(gedrukt, eigen))
    bewaard = dict(zaak.antwoorden)
    if bezwaren:
        return Brief(soort, b"", "", naam, bezwaren, ingevuld.leeg, bewaard, ondertekening.naam)
    vel = op_vel(zaak, soort, aan, feiten, ingevuld)
    getekend = replace(vel.ondertekening, beeld=teken.beeld)
    blad = replace(vel, anker=teken.anker, ondertekening=getekend)
    erbij = feiten["stappenplan_erbij"] == "ja"
    bijlage = bijlage_stappenplan(ctx, dossier, dag) if erbij else None
    pdf = teken_brief(met_logo(ctx, blad), bijlage)
    som, wie_tekent = documenten.som(pdf), ondertekening.naam
    return Brief(soort, pdf, som, naam, (), (), bewaard, wie_tekent, ingevuld.blokken)
