"""The B1 meter on the texts of this register, with the words that the gemeente added itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from klachtenapp.domain import taal
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.rollen import Recht
from klachtenapp.domain.taal import Briefinhoud, Gemis, Taalrapport, Verborgen, Woordenlijst
from klachtenapp.domain.zoektekst import normaliseer
from klachtenapp.errors import RegelFout
from klachtenapp.models import instellingen, meldingen
from klachtenapp.papier.tekst import Blok
from klachtenapp.paths import bronnen
from klachtenapp.services.context import Context
from klachtenapp.services.opdracht import Uitslag, schrijf_log
from klachtenapp.services.rechten import vraagt

_LANGSTE = 60  # letters of a word or phrase
_MEESTE = 1000  # own words
_TOEGESTAAN = ("gegrond", "ongegrond")
"""Words of the law that a letter may use next to the plain ones (domein §9.2)."""

_MET_OORDEEL = frozenset({BriefSoort.AFDOENINGSBRIEF})
_OVER_DE_KLACHT = frozenset({BriefSoort.AFDOENINGSBRIEF, BriefSoort.AFSLUITBRIEF_INFORMEEL})


@dataclass(frozen=True, slots=True)
class Briefoordeel:
    """What the meter says of one letter: how it reads, and what it leaves out."""

    taal: Taalrapport
    gemist: tuple[Gemis, ...]

    @property
    def goed(self) -> bool:
        """Whether there is nothing to say about it."""
        return self.taal.goed and not self.gemist


@lru_cache(maxsize=1)
def standaardwoorden() -> Woordenlijst:
    """Return the supplied list of difficult words."""
    tekst = bronnen().joinpath("woordenlijst.csv").read_text(encoding="utf-8")
    return Woordenlijst(taal.lees_woordenlijst(tekst))


def woordenlijst(ctx: Context) -> Woordenlijst:
    """Return the supplied words with those of the gemeente."""
    return _lijst(tuple(sorted(eigen_woorden(ctx).items())))


def controleer(ctx: Context, tekst: str, *, verborgen: Iterable[Verborgen] = ()) -> Taalrapport:
    """Judge a text; what is ``verborgen`` (a field in a letter text) is not judged as words."""
    return taal.controleer(tekst, woordenlijst(ctx), verborgen=verborgen)


@vraagt(Recht.LEZEN)
def controleer_brief(
    ctx: Context, kenmerk: str, soort: str, tekst: str | Sequence[Blok]
) -> Briefoordeel:
    """Judge a letter that was filled in: how it reads, and whether it says something.

    :raises RegelFout: there is no such dossier.
    """
    gewoon = tekst if isinstance(tekst, str) else brieftekst(tekst)
    lijst = woordenlijst(ctx)
    if "gelijk" in gewoon:  # the plain word stands beside it
        lijst = _zonder(lijst, _TOEGESTAAN)
    dossier = meldingen.haal(ctx.register, kenmerk)
    inhoud = _inhoud(ctx, dossier, BriefSoort(soort))
    return Briefoordeel(taal.controleer(gewoon, lijst), taal.nietszeggend(gewoon, inhoud))


def brieftekst(blokken: Iterable[Blok]) -> str:
    """Return the words of a letter, a paragraph on each line."""
    return "\n".join(blok.tekst for blok in blokken)


def eigen_woorden(ctx: Context) -> dict[str, str]:
    """Return the words that the gemeente added; without a plain word one may be used."""
    return instellingen.eigen_woorden(ctx.register)


@vraagt(Recht.TEKSTEN)
def bewaar_eigen_woord(ctx: Context, moeilijk: str, gewoon: str) -> dict[str, str]:
    """Add or change a word of our own, and return all of them.

    With an empty ``gewoon`` the meter leaves the word alone, also when it was supplied.

    :raises RegelFout: no word, too long, or the plain word is the difficult one.
    """
    woord, beter = " ".join(moeilijk.split()).lower(), " ".join(gewoon.split())
    if not any(teken.isalpha() for teken in woord):
        raise RegelFout("Vul het moeilijke woord in.", veld="moeilijk")
    if max(len(woord), len(beter)) > _LANGSTE:
        raise RegelFout(f"Houd het korter dan {_LANGSTE} letters.", veld="moeilijk")
    if normaliseer(woord) == normaliseer(beter):
        raise RegelFout("Het gewone woord is hetzelfde. Kies een ander woord.", veld="gewoon")
    with ctx.register.transactie():
        woorden = eigen_woorden(ctx)
        if woord not in woorden and len(woorden) >= _MEESTE:
            raise RegelFout("De lijst is vol. Haal eerst een woord weg.", veld="moeilijk")
        return _bewaar(ctx, {**woorden, woord: beter}, "eigen woord bewaard", woord)


@vraagt(Recht.TEKSTEN)
def verwijder_eigen_woord(ctx: Context, moeilijk: str) -> dict[str, str]:
    """Take a word of our own away, and return the others; a supplied word counts again."""
    with ctx.register.transactie():
        woorden = eigen_woorden(ctx)
        if woorden.pop(moeilijk, None) is None:
            return woorden
        return _bewaar(ctx, woorden, "eigen woord weggehaald", moeilijk)


def _bewaar(ctx: Context, woorden: dict[str, str], wat: str, woord: str) -> dict[str, str]:
    instellingen.bewaar_eigen_woorden(ctx.register, dict(sorted(woorden.items())))
    schrijf_log(ctx, wat, Uitslag(gegevens={"woord": woord}))
    return eigen_woorden(ctx)


@lru_cache(maxsize=4)
def _lijst(eigen: tuple[tuple[str, str], ...]) -> Woordenlijst:
    """Keep the same list for the same words: what was judged with it is remembered."""
    return standaardwoorden().met(dict(eigen)) if eigen else standaardwoorden()


@lru_cache(maxsize=4)
def _zonder(lijst: Woordenlijst, woorden: tuple[str, ...]) -> Woordenlijst:
    return lijst.zonder(woorden)


def _inhoud(ctx: Context, dossier: Dossier, soort: BriefSoort) -> Briefinhoud:
    wie = dossier.behandelaar
    nummers = (ctx.gemeente.telefoon, ctx.gemeente.belnummer, wie.telefoon if wie else "")
    over = soort in _OVER_DE_KLACHT
    return Briefinhoud(
        over=dossier.onderwerp if over else "",
        onderdelen=dossier.onderdelen if soort in _MET_OORDEEL else (),
        met_oordeel=soort in _MET_OORDEEL,
        telefoon=tuple(nummer for nummer in nummers if nummer.strip()),
    )
