"""What lies ready to go out: letters that were kept, and those that the next step asks for.

One list in the order of the envelopes, and beside it what cannot go like this, with why.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from klachtenapp.domain import brieven
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven import BRIEVEN, Briefzaak, kanalen
from klachtenapp.domain.brieven.openstaand import openstaande_brieven
from klachtenapp.domain.brieven.vragen import met_voorstel
from klachtenapp.domain.dossier import DocumentInfo, Dossier
from klachtenapp.domain.enveloppen import envelopvolgorde
from klachtenapp.domain.handeling import Collegas
from klachtenapp.domain.klaarliggend import antwoorden_van, klaargelegd
from klachtenapp.domain.klaarliggend import klaarliggend as bewaarde_brieven
from klachtenapp.domain.ondertekenmap import mist_handtekening
from klachtenapp.domain.rollen import Recht
from klachtenapp.domain.volgende_stap import volgende_stap
from klachtenapp.errors import RegelFout
from klachtenapp.models import uitgaand as opslag
from klachtenapp.services.collegas import collegas
from klachtenapp.services.context import Context
from klachtenapp.services.rechten import vraagt
from klachtenapp.services.verzending import moet_bellen

_PER_EMAIL = "Deze persoon krijgt brieven per e-mail. Maak de e-mail in het dossier."
_EERST_TEKENEN = "Deze brief is nog niet ondertekend. Leg hem eerst voor ter ondertekening."
_EERST_BELLEN = "Bel de klager eerst. Leg het gesprek vast. Dan kan deze brief weg."


@dataclass(frozen=True, slots=True)
class Uitgaand:
    """One letter that could go out. With ``reden`` it cannot go with the others.

    ``document`` is its number when it was kept; 0 means that it is made when it is printed,
    with the date of that day. ``adres`` are the lines in the window. ``sinds`` is the day it
    was kept, ``uiterlijk`` the day by which it has to go.
    """

    kenmerk: str
    soort: BriefSoort
    titel: str
    adres: tuple[str, ...]
    kanaal: str
    document: int = 0
    sinds: date | None = None
    uiterlijk: date | None = None
    reden: str = ""

    @property
    def wie(self) -> str:
        """To whom, as it stands on the envelope."""
        return self.adres[0] if self.adres else ""

    @property
    def sleutel(self) -> tuple[str, str, int]:
        """What makes this letter this letter, also in a list that was made later."""
        return self.kenmerk, self.soort.value, self.document


@vraagt(Recht.LEZEN)
def klaarliggend(ctx: Context) -> tuple[Uitgaand, ...]:
    """Return the letters that can go now, in the order of the envelopes, then the others.

    Reads the open dossiers and those with a letter that waits, in a fixed number of
    queries; asked again before anything was saved, the answer is remembered.
    """
    sleutel = ("uitgaand", ctx.vandaag, ctx.gemeente)
    return ctx.register.onthoud(sleutel, lambda: _alles(ctx))


@vraagt(Recht.LEZEN)
def aantal(ctx: Context) -> int:
    """Return how many letters can go now."""
    return sum(not brief.reden for brief in klaarliggend(ctx))


@vraagt(Recht.LEZEN)
def van_dossier(ctx: Context, dossier: Dossier, mensen: Collegas) -> Iterator[Uitgaand]:
    """Yield the letters of one dossier: those that were kept, then those to make.

    To make are the letter that the next step asks for and what is owed to someone else for
    the same event, such as the copy for the beklaagde.
    """
    bewaard = bewaarde_brieven(dossier)
    for info in bewaard:
        yield _bewaard(ctx, dossier, info, mensen)
    if not dossier.is_open:
        return
    liggend = {info.soort for info in bewaard}
    stap = volgende_stap(dossier, ctx.kader, ctx.vandaag)
    termijnen = {stap.brief: stap.uiterlijk} if stap is not None and stap.brief else {}
    termijnen |= {
        soort.value: termijnen.get(soort.value)
        for soort in openstaande_brieven(dossier, ctx.kader, ctx.vandaag)
    }
    for soort, uiterlijk in termijnen.items():
        if soort not in liggend:
            yield _te_maken(ctx, dossier, BriefSoort(soort), mensen, uiterlijk)


def _alles(ctx: Context) -> tuple[Uitgaand, ...]:
    mensen = collegas(ctx)
    gevonden = [
        brief
        for dossier in opslag.dossiers(ctx.register)
        for brief in van_dossier(ctx, dossier, mensen)
    ]
    gevonden.sort(key=_volgorde)
    return tuple(gevonden)


def _volgorde(brief: Uitgaand) -> tuple[object, ...]:
    envelop = envelopvolgorde(brief.adres, brief.kanaal)
    return bool(brief.reden), envelop, brief.kenmerk, list(BriefSoort).index(brief.soort)


def _bewaard(ctx: Context, dossier: Dossier, info: DocumentInfo, mensen: Collegas) -> Uitgaand:
    """A letter that was kept goes as it is: only its road can be in the way."""
    soort = BriefSoort(info.soort)
    antwoorden = antwoorden_van(klaargelegd(dossier, info.id))
    kanaal = kanalen.voorstel(soort, dossier)
    return Uitgaand(
        kenmerk=dossier.kenmerk,
        soort=soort,
        titel=_titel(soort),
        adres=_adres(ctx, dossier, soort, mensen, antwoorden),
        kanaal=kanaal,
        document=info.id,
        sinds=info.toegevoegd_op.date(),
        reden=_ongetekend(ctx, dossier, soort, info.sha256) or _belet(ctx, dossier, soort, kanaal),
    )


def _te_maken(
    ctx: Context, dossier: Dossier, soort: BriefSoort, mensen: Collegas, uiterlijk: date | None
) -> Uitgaand:
    """A letter that is not there yet: the rules of the letter say whether it can be made."""
    bezwaren = brieven.mag_brief(
        soort, dossier, ctx.gemeente, ctx.vandaag, ctx.kader, {}, collegas=mensen
    )
    kanaal = kanalen.voorstel(soort, dossier)
    reden = " ".join(dict.fromkeys(_zin(bezwaar.tekst) for bezwaar in bezwaren))
    return Uitgaand(
        kenmerk=dossier.kenmerk,
        soort=soort,
        titel=_titel(soort),
        adres=_adres(ctx, dossier, soort, mensen, {}),
        kanaal=kanaal,
        uiterlijk=uiterlijk,
        reden=reden or _ongetekend(ctx, dossier, soort, "") or _belet(ctx, dossier, soort, kanaal),
    )


def _ongetekend(ctx: Context, dossier: Dossier, soort: BriefSoort, sha256: str) -> str:
    return _EERST_TEKENEN if mist_handtekening(soort, dossier, ctx.kader, sha256) else ""


def _belet(ctx: Context, dossier: Dossier, soort: BriefSoort, kanaal: str) -> str:
    if kanaal == kanalen.EMAIL:
        return _PER_EMAIL
    return _EERST_BELLEN if moet_bellen(soort, dossier, ctx.kader, ctx.vandaag) else ""


def _adres(
    ctx: Context, dossier: Dossier, soort: BriefSoort, mensen: Collegas, antwoorden: dict[str, str]
) -> tuple[str, ...]:
    """Return the lines in the window; of someone without an address what we know of him."""
    try:
        if soort is BriefSoort.STAPPENPLAN:
            return brieven.adresblok(dossier)
        regel = BRIEVEN[soort]
        zaak = Briefzaak(dossier, ctx.gemeente, ctx.vandaag, ctx.kader, antwoorden, mensen)
        return brieven.adressering(regel, met_voorstel(regel, zaak)).regels
    except RegelFout:
        return ()


def _titel(soort: BriefSoort) -> str:
    return "Stappenplan" if soort is BriefSoort.STAPPENPLAN else BRIEVEN[soort].titel


def _zin(tekst: str) -> str:
    return tekst if tekst.endswith((".", "?", "!")) else f"{tekst}."
