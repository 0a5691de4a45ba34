"""The postboek: what came in and went out, by day, derived from what the dossiers hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from klachtenapp.domain import dagtekst
from klachtenapp.domain.aanspreken import korte_naam
from klachtenapp.domain.begrippen import GebeurtenisSoort
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven.regel import Ontvanger
from klachtenapp.domain.brieven.tabel import BRIEVEN
from klachtenapp.domain.personen import Persoon
from klachtenapp.domain.rollen import Recht
from klachtenapp.errors import RegelFout
from klachtenapp.models import lezen
from klachtenapp.models import postboek as opslag
from klachtenapp.models.postboek import IN, UIT, Bron, Postkeuze, Postrij
from klachtenapp.papier.overzicht import Kolom, Overzicht, teken_overzicht
from klachtenapp.services import bijlagen
from klachtenapp.services.context import Context
from klachtenapp.services.rechten import vraagt
from klachtenapp.uitwisseling.csv_schrijven import schrijf_csv
from klachtenapp.uitwisseling.rekenblad_schrijven import Bladinhoud, Waarde, schrijf_xlsx

__all__ = ["IN", "KANALEN", "MEESTE_OP_PAPIER", "UIT", "Postkeuze", "Postregel",
           "aantal", "naar_bestand", "naar_pdf", "regels"]  # fmt: skip

KANALEN = ("post", "e-mail", "balie", "telefoon", "website")
"""The channels one can ask for; ``post`` also finds what came in as a letter."""

MEESTE_OP_PAPIER = 5_000
"""Lines of one printed postboek at most: some 150 pages."""

_BLOK = 1_000
_BRIEF = "brief"
_KOPPEN = ("Datum", "In of uit", "Kenmerk", "Wie", "Wat", "Document", "Kanaal")
_BREEDTES = (12, 9, 14, 28, 40, 40, 12)
_OP_PAPIER = (13.5, 8, 13, 21, 32, 10)  # shares; the document is named by what it is
_FEITEN = {
    GebeurtenisSoort.AANVULLING_ONTVANGEN: "Aanvulling op de klacht",
    GebeurtenisSoort.ADVIES_ONTVANGEN: "Advies",
    GebeurtenisSoort.BIJ_OMBUDSMAN: "Bericht van de ombudsman",
    GebeurtenisSoort.STAPPENPLAN_MEEGEGEVEN: "Stappenplan meegegeven",
}

Gestopt = Callable[[], bool]
Voortgang = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Postregel:
    """One line. ``wie`` is from whom it came or to whom it went; ``document_id`` 0 is none."""

    op: date
    richting: str
    kenmerk: str
    wie: str
    wat: str
    kanaal: str
    document: str = ""
    document_id: int = 0


@vraagt(Recht.LEZEN)
def aantal(ctx: Context, keuze: Postkeuze) -> int:
    """Return how many lines fit."""
    return opslag.aantal(ctx.register, keuze)


@vraagt(Recht.LEZEN)
def regels(
    ctx: Context,
    keuze: Postkeuze,
    *,
    vanaf: int = 0,
    hoeveel: int | None = None,
    oplopend: bool = False,
) -> list[Postregel]:
    """Return lines by day, the newest first unless ``oplopend``; a fixed number of queries."""

    def lees() -> list[Postregel]:
        rijen = opslag.rijen(ctx.register, keuze, vanaf=vanaf, hoeveel=hoeveel, oplopend=oplopend)
        mensen = lezen.personen(ctx.register, list(dict.fromkeys(r.melding for r in rijen)))
        namen = opslag.documentnamen(ctx.register, [n for r in rijen if (n := _document(r))])
        return [_regel(ctx, rij, mensen.get(rij.melding, {}), namen) for rij in rijen]

    return ctx.register.lees(lees)


@vraagt(Recht.EXPORTEREN)
def naar_pdf(ctx: Context, keuze: Postkeuze) -> bytes:
    """Return the postboek of ``keuze`` as a tagged table, oldest line first.

    :raises RegelFout: there are too many lines to print.
    """
    hoeveel = aantal(ctx, keuze)
    if hoeveel > MEESTE_OP_PAPIER:
        raise RegelFout(
            f"Dit zijn {hoeveel} regels. Dat is te veel om te printen. Kies een kortere "
            "periode, of bewaar het postboek als werkblad.",
            veld="van",
        )
    gevonden = regels(ctx, keuze, oplopend=True)
    kolommen = tuple(
        Kolom(kop, deel, rijkop=kop == "Datum")
        for kop, deel in zip([kop for kop in _KOPPEN if kop != "Document"], _OP_PAPIER, strict=True)
    )
    return teken_overzicht(
        Overzicht(
            ctx.gemeente,
            "Postboek",
            ctx.vandaag,
            kolommen,
            tuple(_op_papier(regel) for regel in gevonden),
            inleiding=(_keuzezin(keuze), dagtekst.aantal(hoeveel, "regel", "regels") + "."),
            leeg="In deze periode kwam er niets binnen en ging er niets uit.",
        )
    )


@vraagt(Recht.EXPORTEREN)
def naar_bestand(
    ctx: Context,
    keuze: Postkeuze,
    pad: Path,
    *,
    voortgang: Voortgang | None = None,
    gestopt: Gestopt | None = None,
) -> int:
    """Write the postboek to .pdf, .xlsx or .csv, by the ending of ``pad``; return how many.

    :raises RegelFout: another ending, too many lines for paper, or stopped.
    :raises OmgevingFout: the file cannot be written.
    """
    uitgang = pad.suffix.casefold()
    if uitgang == ".pdf":
        bijlagen.schrijf_uit(naar_pdf(ctx, keuze), pad)
        return aantal(ctx, keuze)
    rijen = (_cellen(regel) for regel in _alles(ctx, keuze, voortgang, gestopt))
    if uitgang == ".csv":
        return schrijf_csv(pad, _KOPPEN, rijen)
    if uitgang == ".xlsx":
        titel = f"{ctx.gemeente.naam}, postboek"
        return schrijf_xlsx(pad, [Bladinhoud("Postboek", _KOPPEN, rijen, _BREEDTES)], titel)
    raise RegelFout("Kies een bestand dat eindigt op .pdf, .xlsx of .csv.", veld="pad")


def _alles(
    ctx: Context, keuze: Postkeuze, voortgang: Voortgang | None, gestopt: Gestopt | None
) -> list[Postregel]:
    """Return every line, oldest first; in blocks, so that one can stop."""
    totaal = aantal(ctx, keuze)
    gevonden: list[Postregel] = []
    for begin in range(0, totaal, _BLOK * 10):
        if gestopt is not None and gestopt():
            raise RegelFout("Gestopt. Er is geen bestand gemaakt.")
        gevonden += regels(ctx, keuze, vanaf=begin, hoeveel=_BLOK * 10, oplopend=True)
        if voortgang is not None:
            voortgang(len(gevonden), totaal)
    return gevonden


def _regel(
    ctx: Context, rij: Postrij, mensen: Mapping[str, Persoon], namen: Mapping[int, str]
) -> Postregel:
    document = _document(rij)
    return Postregel(
        op=rij.op,
        richting=rij.richting,
        kenmerk=rij.kenmerk,
        wie=_wie(ctx, rij, mensen),
        wat=_wat(rij),
        kanaal="post" if rij.kanaal == _BRIEF else rij.kanaal,
        document=namen.get(document, ""),
        document_id=document if document in namen else 0,
    )


def _document(rij: Postrij) -> int:
    if rij.bron is Bron.BIJLAGE:
        return rij.nummer
    nummer = rij.gegevens.get("document", "")
    return int(nummer) if nummer.isdecimal() else 0


def _wat(rij: Postrij) -> str:
    if rij.bron is Bron.MELDING:
        return f"{rij.soort[:1].upper()}{rij.soort[1:]}: {rij.naam}".rstrip(": ")
    if rij.bron is Bron.BIJLAGE:
        return f"Bijlage: {rij.naam}"
    soort = GebeurtenisSoort(rij.soort)
    if soort is GebeurtenisSoort.BRIEF_VERZONDEN:
        return brieftitel(rij.gegevens.get(_BRIEF, ""))
    nummer = rij.gegevens.get("rapportnummer", "")
    return f"{_FEITEN[soort]} ({nummer})" if nummer else _FEITEN[soort]


def brieftitel(brief: str) -> str:
    """Return what a letter is called on a list; an old name stays as it was written."""
    if brief == BriefSoort.STAPPENPLAN:
        return "Stappenplan"
    regel = BRIEVEN.get(BriefSoort(brief)) if brief in set(BriefSoort) else None
    return regel.titel if regel else (brief[:1].upper() + brief[1:]) or "Brief"


def _wie(ctx: Context, rij: Postrij, mensen: Mapping[str, Persoon]) -> str:
    klager = mensen.get("klager", Persoon())
    if rij.bron is not Bron.FEIT:
        return _naam(klager)
    if rij.soort == GebeurtenisSoort.ADVIES_ONTVANGEN:
        return "Adviseur"
    if rij.soort == GebeurtenisSoort.BIJ_OMBUDSMAN:
        return ctx.gemeente.ombudsman.naam
    brief = rij.gegevens.get(_BRIEF, "")
    regel = BRIEVEN.get(BriefSoort(brief)) if brief in set(BriefSoort) else None
    ontvanger = regel.ontvanger if regel else Ontvanger.KLAGER
    if ontvanger is Ontvanger.OMBUDSMAN:
        return ctx.gemeente.ombudsman.naam
    if ontvanger is Ontvanger.BEKLAAGDE:
        naam = rij.gegevens.get("antwoord_beklaagde_naam", "")
        return naam or rij.beklaagde or "Over wie de klacht gaat"
    if ontvanger is Ontvanger.INSTANTIE:
        return rij.gegevens.get("antwoord_instantie_naam", "") or "Andere organisatie"
    return _naam(mensen.get("gemachtigde", klager))


def _naam(wie: Persoon) -> str:
    return "Anoniem" if wie.is_leeg else korte_naam(wie)


def _cellen(regel: Postregel) -> Sequence[Waarde]:
    return (regel.op, regel.richting, regel.kenmerk, regel.wie, regel.wat, regel.document,
            regel.kanaal)  # fmt: skip


def _op_papier(regel: Postregel) -> tuple[str, ...]:
    return (dagtekst.kort(regel.op), regel.richting, regel.kenmerk, regel.wie, regel.wat,
            regel.kanaal)  # fmt: skip


def _keuzezin(keuze: Postkeuze) -> str:
    """Return what was asked for, in words."""
    welke = {"": "Alle post", IN: "Wat binnenkwam", UIT: "Wat uitging"}[keuze.richting]
    van = f" vanaf {dagtekst.lang(keuze.van)}" if keuze.van else ""
    tot = f" tot en met {dagtekst.lang(keuze.tot)}" if keuze.tot else ""
    kanaal = f", per {keuze.kanaal}" if keuze.kanaal else ""
    tekst = f", met de woorden '{keuze.tekst.strip()}'" if keuze.tekst.strip() else ""
    return f"{welke}{van}{tot}{kanaal}{tekst}."
