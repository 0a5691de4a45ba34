"""Makes an e-mail with a letter attached, as a draft to open in the mail program.

We send nothing: a person looks at it first and presses send.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from klachtenapp.domain import adres, brieven
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven import BRIEVEN, Briefzaak, Ontvanger, kanalen
from klachtenapp.domain.brieven.vragen import met_voorstel
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.klaarliggend import antwoorden_van, klaargelegd
from klachtenapp.domain.rollen import Recht
from klachtenapp.errors import RegelFout
from klachtenapp.models import documenten, meldingen
from klachtenapp.services.bijlagen import weergavenaam
from klachtenapp.services.briefmaken import Brief, briefsoort
from klachtenapp.services.collegas import collegas
from klachtenapp.services.context import Context
from klachtenapp.services.rechten import vraagt
from klachtenapp.uitwisseling.eml import Bijlage, maak_concept


@dataclass(frozen=True, slots=True)
class Emailconcept:
    """A draft: the bytes of the ``.eml`` and the name under which to offer it."""

    bestandsnaam: str
    inhoud: bytes


@vraagt(Recht.BEHANDELEN)
def emailconcept(ctx: Context, kenmerk: str, brief: Brief) -> Emailconcept:
    """Return the draft for a letter that was just made.

    :raises RegelFout: there is no letter; or the receiver did not agree to e-mail (art. 2:8
        Awb) or has no address.
    """
    if not brief.pdf:
        raise RegelFout("Er is nog geen brief. Maak de brief eerst.", veld="brief")
    dossier = meldingen.haal(ctx.register, kenmerk)
    return _maak(
        ctx, dossier, briefsoort(brief.soort), brief.pdf, brief.antwoorden, brief.ondertekenaar
    )


@vraagt(Recht.BEHANDELEN)
def emailconcept_van_document(ctx: Context, document: int) -> Emailconcept:
    """Return the draft for a letter that lies ready; see ``emailconcept``."""
    dossier = meldingen.haal(ctx.register, documenten.kenmerk(ctx.register, document))
    soort = briefsoort(documenten.info(ctx.register, document).soort)
    feit = klaargelegd(dossier, document)
    tekenaar = feit.gegevens.get("ondertekenaar", "") if feit else ""
    pdf = documenten.lees(ctx.register, document)
    return _maak(ctx, dossier, soort, pdf, antwoorden_van(feit), tekenaar)


def _maak(
    ctx: Context,
    dossier: Dossier,
    soort: BriefSoort,
    pdf: bytes,
    antwoorden: Mapping[str, str],
    tekenaar: str,
) -> Emailconcept:
    bezwaar = kanalen.bezwaar(soort, dossier, kanalen.EMAIL)
    if bezwaar is not None:
        artikel = f" ({bezwaar.artikel})" if bezwaar.artikel else ""
        raise RegelFout(f"{bezwaar.tekst}{artikel}", veld="kanaal")
    aan, aanhef = _ontvanger(ctx, dossier, soort, antwoorden)
    stam = weergavenaam(f"{dossier.kenmerk} {soort}")
    inhoud = maak_concept(
        aan,
        f"Brief van {ctx.gemeente.naam} ({dossier.kenmerk})",
        _tekst(ctx, dossier, soort, aanhef, tekenaar),
        Bijlage(f"{stam}.pdf", pdf),
    )
    return Emailconcept(f"{stam}.eml", inhoud)


def _ontvanger(
    ctx: Context, dossier: Dossier, soort: BriefSoort, antwoorden: Mapping[str, str]
) -> tuple[str, str]:
    """Return e-mail address and aanhef."""
    regel = BRIEVEN.get(soort)
    if regel is None:
        wie = brieven.geadresseerde(dossier)
        return wie.email, adres.aanhef(wie)
    zaak = met_voorstel(
        regel,
        Briefzaak(dossier, ctx.gemeente, ctx.vandaag, ctx.kader, antwoorden, collegas(ctx)),
    )
    aan = brieven.adressering(regel, zaak)
    return aan.email, aan.aanhef


def _tekst(ctx: Context, dossier: Dossier, soort: BriefSoort, aanhef: str, tekenaar: str) -> str:
    """Return the few words around the letter; the message itself stays in the letter."""
    regel, gemeente = BRIEVEN.get(soort), ctx.gemeente
    aan_klager = regel is None or regel.ontvanger is Ontvanger.KLAGER
    van = "uw" if aan_klager else "een"
    behandelaar = dossier.behandelaar
    telefoon = (behandelaar.telefoon if behandelaar else "") or gemeente.telefoon
    naam = behandelaar.naam if behandelaar else ""
    vraag_naar = f" en vraag naar {naam}" if naam else ""
    alineas = [
        aanhef,
        f"Bij deze e-mail zit een brief over {van} {dossier.soort}. "
        f"Ons nummer is {dossier.kenmerk}.",
        f"Heeft u vragen? Bel dan {telefoon}{vraag_naar}." if telefoon else "",
        "Met vriendelijke groet,",
        "\n".join(deel for deel in (tekenaar, gemeente.namens, gemeente.naam) if deel),
    ]
    return "\n\n".join(alinea for alinea in alineas if alinea) + "\n"
