"""The ondertekenmap as one PDF, for who decides on paper: printed, signed, and scanned back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from klachtenapp.domain import dagtekst
from klachtenapp.domain.aanspreken import korte_naam
from klachtenapp.domain.gebeurtenistekst import BRIEFNAMEN, hoofdletter
from klachtenapp.domain.ondertekenmap import TerOndertekening
from klachtenapp.domain.poort import Sluittoestand
from klachtenapp.domain.rollen import Recht
from klachtenapp.errors import RegelFout
from klachtenapp.papier.dossierboek import Alinea, Kop, Punten
from klachtenapp.papier.dossierboek.model import Blok
from klachtenapp.papier.ondertekenmap import Mapdeel, Ondertekenmap, teken_ondertekenmap
from klachtenapp.services import ondertekenblad, ondertekenen, ondertekenversie
from klachtenapp.services.context import Context
from klachtenapp.services.ondertekenblad import Beslisblad
from klachtenapp.services.rechten import vraagt

_VERKLARING = "Ik stel deze brief vast zoals hij achter dit blad zit."
_NIET_BETROKKEN = "Ik was niet betrokken bij wat er gebeurde (art. 9:7 lid 1 Awb)."


@dataclass(frozen=True, slots=True)
class Mapboek:
    """The map, and what saving it proposes as a name."""

    pdf: bytes
    bestandsnaam: str


@vraagt(Recht.LEZEN)
def maak(ctx: Context) -> Mapboek:
    """Return the map of all letters that wait for a signature now.

    :raises RegelFout: no letter waits.
    """
    wachtend = ondertekenen.ondertekenmap(ctx)
    if not wachtend:
        raise RegelFout("Er wacht geen brief op een handtekening.")
    delen = tuple(_deel(ctx, regel) for regel in wachtend)
    pdf = teken_ondertekenmap(Ondertekenmap(ctx.gemeente, ctx.vandaag, delen))
    return Mapboek(pdf, f"Ondertekenmap {ctx.vandaag.isoformat()}.pdf")


def _deel(ctx: Context, regel: TerOndertekening) -> Mapdeel:
    blad = ondertekenblad.beslisblad(ctx, regel.dossier.kenmerk)
    dossier = blad.dossier
    wie = "anoniem" if dossier.klager.is_leeg else korte_naam(dossier.klager)
    uiterlijk = dagtekst.kort(blad.uiterlijk) if blad.uiterlijk else ""
    verklaring = _VERKLARING if blad.over_bestuur else f"{_VERKLARING} {_NIET_BETROKKEN}"
    return Mapdeel(
        dossier.kenmerk,
        regel.brief,
        f"{dossier.kenmerk}: {dossier.onderwerp}".removesuffix(": "),
        (dossier.kenmerk, wie, dossier.onderwerp, uiterlijk),
        tuple(_blokken(blad, wie, uiterlijk)),
        verklaring if blad.brief.pdf else "",
        blad.brief.pdf,
        ondertekenversie.versie(ctx, dossier),
    )


def _blokken(blad: Beslisblad, wie: str, uiterlijk: str) -> Iterator[Blok]:
    """Give what one must know to decide: the klacht, the oordeel, what is missing."""
    dossier = blad.dossier
    brief = BRIEFNAMEN.get(blad.brief.soort, blad.brief.soort)
    kop = f"{hoofdletter(wie)}. {hoofdletter(brief)}, aangeboden door {blad.aangeboden_door}."
    yield Alinea(f"{kop} Antwoord uiterlijk {uiterlijk}." if uiterlijk else kop, stil=True)
    if not blad.brief.pdf:
        yield Alinea("De brief kan zo niet de deur uit, en niet worden ondertekend.")
        yield Punten(tuple(b.tekst for b in blad.brief.bezwaren))
    yield Kop("De klacht, zoals de klager het vertelt")
    yield Alinea(dossier.omschrijving.strip() or "Er is geen tekst opgeschreven.")
    if dossier.beklaagde:
        yield Alinea(f"Gaat over: {dossier.beklaagde}", stil=True)
    yield from _oordeel(blad)
    yield from _ontbreekt(blad)


def _oordeel(blad: Beslisblad) -> Iterator[Blok]:
    yield Kop("Wat wij vonden")
    for nummer, deel in enumerate(blad.dossier.onderdelen, start=1):
        oordeel = f"Oordeel: {deel.oordeel}." if deel.oordeel else "Nog geen oordeel."
        yield Alinea(f"{nummer}. {deel.omschrijving}", stil=True)
        yield Alinea(f"{deel.bevinding or 'Nog geen bevinding.'}\n\n{oordeel}")
    if not blad.dossier.onderdelen:
        yield Alinea("Er zijn geen onderdelen opgeschreven.")
    if blad.conclusies:
        yield Kop("Wat wij hiermee doen")
        yield Alinea(blad.conclusies)


def _ontbreekt(blad: Beslisblad) -> Iterator[Blok]:
    yield Kop("Wat nog ontbreekt")
    regels = []
    for bevinding in blad.bevindingen:
        if bevinding.toestand is not Sluittoestand.GEDAAN and not bevinding.wacht:
            terzijde = " (terzijde)" if bevinding.toestand is Sluittoestand.TERZIJDE else ""
            bij = f" ({bevinding.artikel})" if bevinding.artikel else ""
            regels.append(f"{bevinding.label}{terzijde}: {bevinding.uitleg}{bij}".rstrip(": "))
    yield Punten(tuple(regels)) if regels else Alinea("Er ontbreekt niets.")
