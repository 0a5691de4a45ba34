"""The whole dossier as one PDF, for the ombudsman, a hearing, or who asks for his file.

Letters come in page for page as they were sent. Attachments come in as pictures of their
pages, drawn by a process that may die; what has no pages is named with its checksum.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from klachtenapp.domain.boekdeel import ALLES, GEWOON, WEGGELATEN, Boekdeel
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven import BRIEVEN
from klachtenapp.domain.brieven.regel import Ontvanger
from klachtenapp.domain.dossier import DocumentInfo, Dossier
from klachtenapp.domain.rollen import Recht
from klachtenapp.errors import RegelFout
from klachtenapp.models import beheer, log, meldingen
from klachtenapp.papier.dossierboek import (
    Bijlage,
    Brief,
    Dossierboek,
    Hoofdstuk,
    is_eigen,
    teken_dossierboek,
)
from klachtenapp.papier.structuur import Beeld
from klachtenapp.services import bijlagen as bijlagewerk
from klachtenapp.services import boekhoofdstukken as hoofdstukken
from klachtenapp.services import huisstijl
from klachtenapp.services.boekstukken import Stuk, brieftitel, lijst_van_stukken
from klachtenapp.services.context import Context
from klachtenapp.services.opdracht import Uitslag, schrijf_log
from klachtenapp.services.rechten import vraagt
from klachtenapp.uitwisseling import kindproces, paginabeelden

MAX_PAGINAS = 400
"""Most pages of attachments in one book; what comes after them is only named."""

_LOGREGELS = 5000
Voortgang = Callable[[int, int], None]
Gestopt = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Boek:
    """The book. ``niet_getoond`` says of each document that is only named why."""

    pdf: bytes
    bestandsnaam: str
    niet_getoond: tuple[str, ...] = ()


@vraagt(Recht.BEHANDELEN)
def maak(
    ctx: Context,
    kenmerk: str,
    keuze: Iterable[Boekdeel] = GEWOON,
    *,
    voortgang: Voortgang = lambda _gedaan, _totaal: None,
    gestopt: Gestopt = lambda: False,
) -> Boek:
    """Make the book of a dossier with the parts of ``keuze``, and note in the log that it was.

    ``voortgang`` hears how many of how many documents and parts are done; ``gestopt`` is
    asked all along.

    :raises RegelFout: there is no such dossier, or the user stopped.
    """
    delen = frozenset(keuze)
    dossier = meldingen.haal(ctx.register, kenmerk)
    eigen = _hoofdstukken(ctx, dossier, delen)
    totaal = 2 * len(dossier.documenten) + 2
    stand = _Stand(totaal, voortgang, gestopt)
    stukken = _stukken(ctx, dossier, delen, stand)
    boek = Dossierboek(
        gemeente=ctx.gemeente,
        kenmerk=dossier.kenmerk,
        onderwerp=dossier.onderwerp,
        datum=ctx.vandaag,
        voorblad=hoofdstukken.voorblad(dossier, ctx.vandaag, ctx.gebruiker),
        weggelaten=tuple(WEGGELATEN[deel] for deel in Boekdeel if deel not in delen),
        hoofdstukken=(*eigen, *lijst_van_stukken(stukken)),
        brieven=tuple(Brief(s.titel, s.brief) for s in stukken if s.brief),
        bijlagen=tuple(Bijlage(s.titel, s.info.naam, s.paginas) for s in stukken if s.paginas),
        logo=huisstijl.logo(ctx),
    )
    pdf = teken_dossierboek(boek, gedaan=stand.stap)
    with ctx.register.transactie():
        gegevens = {"delen": [deel.value for deel in Boekdeel if deel in delen]}
        schrijf_log(ctx, "dossierboek gemaakt", Uitslag(dossier.kenmerk, gegevens=gegevens))
    voortgang(totaal, totaal)
    niet = tuple(f"{s.info.naam}: {s.reden}" for s in stukken if s.reden)
    return Boek(pdf, f"Dossier {dossier.kenmerk}.pdf", niet)


class _Stand:
    """Counts what is done, and ends the work when the user wants no more."""

    def __init__(self, totaal: int, voortgang: Voortgang, gestopt: Gestopt) -> None:
        self._totaal, self._voortgang, self.gestopt = totaal, voortgang, gestopt
        self._gedaan = 0

    def stap(self) -> None:
        if self.gestopt():
            raise RegelFout("Gestopt. Er is geen boek gemaakt.")
        self._gedaan += 1
        self._voortgang(min(self._gedaan, self._totaal - 1), self._totaal)


def _hoofdstukken(
    ctx: Context, dossier: Dossier, delen: frozenset[Boekdeel]
) -> tuple[Hoofdstuk, ...]:
    uit = [hoofdstukken.de_klacht(dossier, contact=Boekdeel.CONTACT in delen)]
    if Boekdeel.TIJDLIJN in delen:
        uit.append(hoofdstukken.tijdlijn(dossier, delen))
    if Boekdeel.TERMIJNEN in delen:
        uit.append(hoofdstukken.termijnen(dossier, ctx.kader, ctx.vandaag))
    if Boekdeel.GESPREKKEN in delen:
        functies = {wie.naam: wie.functie for wie in beheer.medewerkers(ctx.register)}
        uit.append(hoofdstukken.gesprekken(dossier, functies))
    oordeel = hoofdstukken.oordeel(dossier) if Boekdeel.OORDEEL in delen else None
    if oordeel is not None:
        uit.append(oordeel)
    if Boekdeel.AANTEKENINGEN in delen:
        uit.append(hoofdstukken.aantekeningen(dossier))
    if Boekdeel.LOGBOEK in delen:
        uit.append(hoofdstukken.logboek(log.regels(ctx.register, dossier.kenmerk, _LOGREGELS)))
    return tuple(uit)


def _stukken(
    ctx: Context, dossier: Dossier, delen: frozenset[Boekdeel], stand: _Stand
) -> list[Stuk]:
    """Return the documents: the letters by the day they went, then the attachments."""
    brieven = [d for d in dossier.documenten if d.soort != bijlagewerk.BIJLAGE]
    erbij = [d for d in dossier.documenten if d.soort == bijlagewerk.BIJLAGE]
    brieven.sort(key=lambda d: (d.verzonden_op or d.toegevoegd_op.date(), d.id))
    uit: list[Stuk] = []
    over = MAX_PAGINAS
    for nummer, info in enumerate([*brieven, *erbij], start=1 - len(brieven)):
        titel = f"Bijlage {nummer}: {info.naam}" if nummer > 0 else brieftitel(info)
        reden = _blijft_weg(info, delen)
        stuk = Stuk(info, titel, reden=reden) if reden else _lees(ctx, info, titel, over, stand)
        over -= len(stuk.paginas)
        uit.append(stuk)
        stand.stap()
    return uit


def _blijft_weg(info: DocumentInfo, delen: frozenset[Boekdeel]) -> str:
    """Return why a document is only named, as far as that is a choice."""
    if info.soort == bijlagewerk.BIJLAGE:
        return "" if Boekdeel.BIJLAGEN in delen else "niet gekozen"
    if info.verzonden_op is None:
        return "niet verzonden"
    if Boekdeel.BRIEVEN not in delen:
        return "niet gekozen"
    if Boekdeel.CONTACT not in delen and _toont_adres(info):
        return "hierop kan het adres van de klager staan"
    return ""


def _toont_adres(info: DocumentInfo) -> bool:
    """Whether a letter tells where the klager lives: all do but those to the beklaagde."""
    if info.soort == BriefSoort.STAPPENPLAN:
        return False
    regel = BRIEVEN.get(BriefSoort(info.soort)) if info.soort in set(BriefSoort) else None
    return regel is None or regel.ontvanger is not Ontvanger.BEKLAAGDE


def _lees(ctx: Context, info: DocumentInfo, titel: str, over: int, stand: _Stand) -> Stuk:
    inhoud = bijlagewerk.inhoud(ctx, info.id)
    if info.soort != bijlagewerk.BIJLAGE and is_eigen(inhoud):
        return Stuk(info, titel, brief=inhoud)
    if not paginabeelden.herken(inhoud):
        return Stuk(info, titel, reden="dit soort bestand heeft geen pagina's")
    if over <= 0:
        return Stuk(info, titel, reden="het boek is vol")
    try:
        gezien = paginabeelden.teken(inhoud, gestopt=stand.gestopt)
    except kindproces.Gestopt as fout:
        raise RegelFout("Gestopt. Er is geen boek gemaakt.") from fout
    except RegelFout as fout:
        return Stuk(info, titel, reden=fout.boodschap)
    paginas = tuple(
        (Beeld(b.breed, b.hoog, b.kleuren, b.gegevens, jpeg=b.jpeg), b.tekst)
        for b in gezien.beelden[:over]
    )
    rest = gezien.over + len(gezien.beelden) - len(paginas)
    return Stuk(info, titel, paginas=paginas, reden=f"{rest} pagina's ontbreken" if rest else "")


__all__ = ["ALLES", "GEWOON", "MAX_PAGINAS", "Boek", "Boekdeel", "maak"]
