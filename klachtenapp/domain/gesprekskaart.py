"""What to have at hand before calling a klager: what came in, how to begin, what to ask.

A klager was called by five people who did not say who they were. The card starts with that.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from klachtenapp.domain import beloften, bereikbaarheid, dagtekst, toezeggingen, verloop
from klachtenapp.domain.aanspreken import korte_naam
from klachtenapp.domain.begrippen import Soort, Status, Voorkeur
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.gebeurtenistekst import ontvangen
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.handelingen.velden import WENSEN
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.personen import Medewerker, Persoon

_VERHAAL = 420  # letters of the klacht on the card; the rest stands in the dossier
_HOOGSTENS = 3  # promises, and earlier conversations
_WIL = {
    Voorkeur.MAILEN: "Wil liever een e-mail dan gebeld worden.",
    Voorkeur.BRIEF: "Wil liever een brief dan gebeld worden.",
    Voorkeur.LANGSKOMEN: "Komt graag langs: bel voor een afspraak.",
}
_NOG_TE_KIEZEN = frozenset(
    {Status.ONTVANGEN, Status.BEOORDELING, Status.AANVULLING_GEVRAAGD, Status.HEROPEND}
)


@dataclass(frozen=True, slots=True)
class Gesprekskaart:
    """The card, in words for paper and screen. An empty text or list has nothing to say.

    ``zeg`` is the first thing to say, ``nummer`` what the klager sees when we call,
    ``keuzes`` what he may want to reach; ``route`` is what that choice leads to.
    """

    kenmerk: str
    wie: str
    telefoon: str
    zeg: str
    nummer: str
    binnen: str
    verhaal: str
    let_op: tuple[str, ...]
    beloofd: tuple[str, ...]
    eerder: tuple[str, ...]
    keuzes: tuple[str, ...]
    gekozen: str
    route: str


def kaart(
    dossier: Dossier, gemeente: Gemeente, kader: Kader, vandaag: date, beller: Medewerker | None
) -> Gesprekskaart:
    """Return the card for whoever calls: ``beller``, or else the behandelaar."""
    aan = bereikbaarheid.geadresseerde(dossier)
    klacht = dossier.soort is Soort.KLACHT
    return Gesprekskaart(
        kenmerk=dossier.kenmerk,
        wie=korte_naam(aan),
        telefoon=aan.telefoon,
        zeg=_zeg(dossier, gemeente, beller or dossier.behandelaar),
        nummer=_nummer(gemeente),
        binnen=f"{ontvangen(dossier)}, {dagtekst.kort_zonder_jaar(dossier.ontvangen_op)}",
        verhaal=_kort(dossier.omschrijving),
        let_op=tuple(_let_op(dossier, aan)),
        beloofd=_beloofd(dossier, kader, vandaag),
        eerder=_eerder(dossier),
        keuzes=tuple(label for _, label in WENSEN) if klacht else (),
        gekozen=dict(WENSEN).get(dossier.wens, "") if dossier.wens else "",
        route=_ROUTE if klacht and dossier.status in _NOG_TE_KIEZEN else "",
    )


_ROUTE = (
    "Een officiële brief: dan start u de formele behandeling. Iets anders: dan zoekt u eerst samen "
    "een oplossing. De klager kiest."
)


def _zeg(dossier: Dossier, gemeente: Gemeente, wie: Medewerker | None) -> str:
    naam = wie.naam if wie else "(uw naam)"
    functie = f", {wie.functie}" if wie and wie.functie else ""
    kaal = gemeente.naam.removeprefix("Gemeente ").removeprefix("gemeente ").strip()
    wat = "uw klacht" if dossier.soort is Soort.KLACHT else f"uw {dossier.soort}"
    aan = bereikbaarheid.geadresseerde(dossier)
    if aan is not dossier.klager:
        wat = f"de klacht van {korte_naam(dossier.klager)}"
    over = f" over: {dossier.onderwerp.strip().rstrip('.')}" if dossier.onderwerp.strip() else ""
    van = f"gemeente {kaal}" if kaal else "gemeente"
    return f"U spreekt met {naam}{functie} van de {van}. Ik bel over {wat}{over}. Komt het nu uit?"


def _nummer(gemeente: Gemeente) -> str:
    nummer = gemeente.belnummer or gemeente.telefoon
    if not nummer:
        return "Zeg met welk nummer u belt, zodat de klager kan terugbellen."
    return (
        f"{nummer}. Dit nummer staat in onze brieven. Belt u met een ander nummer? Zeg dan hoe u "
        "te bereiken bent."
    )


def _let_op(dossier: Dossier, aan: Persoon) -> list[str]:
    regels = [
        "Leest moeilijk: leg alles uit en vraag of het duidelijk is." * aan.leest_moeilijk,
        f"Spreekt {aan.taal}: vraag wie kan tolken." * bool(aan.taal),
        _WIL.get(aan.voorkeur, "") if aan.voorkeur else "",
        f"Helpt {korte_naam(dossier.klager)} (gemachtigde)." * (aan is not dossier.klager),
        f"Gaat over: {dossier.beklaagde}." * bool(dossier.beklaagde.strip()),
    ]
    return [regel for regel in regels if regel]


def _beloofd(dossier: Dossier, kader: Kader, vandaag: date) -> tuple[str, ...]:
    """Return what was promised before, in conversations and in the ontvangstbevestiging."""
    regels = [belofte.zin for belofte in toezeggingen.openstaand(dossier)[:_HOOGSTENS]]
    bevestigd = dossier.brief_verzonden(BriefSoort.ONTVANGSTBEVESTIGING)
    dag = beloften.contact(dossier, kader, bevestigd.op) if bevestigd else None
    if dag is not None and verloop.gesproken(dossier) is None:
        laat = " (dat is voorbij)" if dag < vandaag else ""
        regels.append(f"In de brief: contact uiterlijk {dagtekst.kort_zonder_jaar(dag)}{laat}")
    antwoord = beloften.antwoord(dossier, kader) if bevestigd else None
    if antwoord is not None and dossier.is_open:
        regels.append(f"In de brief: antwoord uiterlijk {dagtekst.kort_zonder_jaar(antwoord)}")
    return tuple(regels)


def _eerder(dossier: Dossier) -> tuple[str, ...]:
    """Return the latest conversations: when, with whom, and what was agreed."""
    gesprek = verloop.gesproken(dossier)
    regels = [
        f"{dagtekst.kort_zonder_jaar(dag)}: geen gehoor"
        for dag in verloop.vergeefse_pogingen(dossier)[-_HOOGSTENS:]
    ]
    if gesprek is not None:
        wie, wat = (gesprek.gegevens.get(naam, "") for naam in ("gesproken_door", "afspraak"))
        delen = (wie, _kort(wat or gesprek.toelichting, 120))
        zin = ". ".join(deel for deel in delen if deel) or "gesproken"
        regels.insert(0, f"{dagtekst.kort_zonder_jaar(gesprek.op)}: {zin}")
    return tuple(regels)


def _kort(tekst: str, lengte: int = _VERHAAL) -> str:
    regel = " ".join(tekst.split())
    if len(regel) <= lengte:
        return regel
    return regel[: lengte - 1].rsplit(" ", 1)[0].rstrip(".,;: ") + " …"
