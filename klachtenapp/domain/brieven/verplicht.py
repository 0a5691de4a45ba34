"""What the law wants in a letter: a text that lacks it cannot be kept.

One line a duty. ``altijd`` is printed whatever the facts are; without it the fact may stand
under a condition of its own, because not every klacht has it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from klachtenapp.domain.briefsoort import BriefSoort as B
from klachtenapp.domain.teksttaal.dekking import altijd
from klachtenapp.domain.teksttaal.oordeel import Tekstbezwaar
from klachtenapp.domain.teksttaal.toets import Toets


@dataclass(frozen=True, slots=True)
class Plicht:
    """A fact that a letter must name, and the article that says so.

    ``per`` is the repetition inside which it belongs. A fact that is only yes or no is
    named by a condition.
    """

    veld: str
    artikel: str
    altijd: bool = True
    per: str = ""


_OMBUDSMAN = ("ombudsman", "ombudsman_adres", "ombudsman_tot")


def _ombudsman(artikel: str) -> tuple[Plicht, ...]:
    return tuple(Plicht(veld, artikel) for veld in _OMBUDSMAN)


VERPLICHT: Mapping[B, tuple[Plicht, ...]] = MappingProxyType(
    {
        B.ONTVANGSTBEVESTIGING: (
            Plicht("ontvangen_op", "art. 9:6 Awb"),
            Plicht("uiterste_datum", "art. 9:11 lid 1 Awb"),
            Plicht("commissie", "art. 9:15 lid 1 Awb", altijd=False),
        ),
        B.AANVULLING: (Plicht("antwoord_voor", "art. 9:4 lid 2 Awb"),),
        B.AFSCHRIFT: (
            Plicht("klachttekst", "art. 9:9 Awb", altijd=False),
            Plicht("bijlagenregel", "art. 9:9 Awb", altijd=False),
            Plicht("reactie_voor", "art. 9:10 lid 1 Awb"),
        ),
        B.UITNODIGING_KLAGER: (
            Plicht("zitting_op", "art. 9:10 lid 1 Awb"),
            Plicht("tijd", "art. 9:10 lid 1 Awb"),
            Plicht("antwoord_voor", "art. 9:10 lid 2 onder c Awb"),
        ),
        B.UITNODIGING_BEKLAAGDE: (
            Plicht("zitting_op", "art. 9:10 lid 1 Awb"),
            Plicht("tijd", "art. 9:10 lid 1 Awb"),
        ),
        B.VERSLAG_KLAGER: (Plicht("gesprek_op", "art. 9:10 lid 3 Awb"),),
        B.VERSLAG_BEKLAAGDE: (Plicht("gesprek_op", "art. 9:10 lid 3 Awb"),),
        B.VERDAGING_KLAGER: (Plicht("nieuwe_datum", "art. 9:11 lid 2 Awb"),),
        B.VERDAGING_BEKLAAGDE: (Plicht("nieuwe_datum", "art. 9:11 lid 2 Awb"),),
        B.UITSTEL: (Plicht("uitstel_tot", "art. 9:11 lid 3 Awb"),),
        B.AFDOENINGSBRIEF: (
            Plicht("onderdeel_bevinding", "art. 9:12 lid 1 Awb", per="onderdeel"),
            Plicht("onderdeel_gegrond", "art. 9:12 lid 1 Awb", altijd=False),
            Plicht("onderdeel_ongegrond", "art. 9:12 lid 1 Awb", altijd=False),
            Plicht("conclusies", "art. 9:12 lid 1 Awb", altijd=False),
            Plicht("afwijkreden", "art. 9:16 Awb", altijd=False),
            *_ombudsman("art. 9:12 lid 2 Awb"),
        ),
        B.NIET_IN_BEHANDELING: _ombudsman("art. 9:8 lid 3 Awb"),
        B.DOORZENDING_KLAGER: (Plicht("instantie_naam", "art. 2:3 lid 1 Awb"),),
        B.DOORZENDING_INSTANTIE: (Plicht("ontvangen_op", "art. 2:3 lid 1 Awb"),),
        B.DOORGELEIDING_KLAGER: (Plicht("ontvangen_op", "art. 6:15 lid 3 Awb"),),
        B.DOORGELEIDING_INSTANTIE: (Plicht("ontvangen_op", "art. 6:15 lid 1 Awb"),),
    }
)
"""By letter; a letter that is not here may be worded freely."""


def bezwaren(soort: B, getoetst: Toets, label: Callable[[B, str], str]) -> Iterator[Tekstbezwaar]:
    """Yield each duty that a text does not fulfil; ``label`` says what a field is called."""
    for plicht in VERPLICHT.get(soort, ()):
        plekken = [p for p in getoetst.gedrukt.get(plicht.veld, ()) if p.rij == plicht.per]
        naam = label(soort, plicht.veld)
        if not plicht.altijd:
            genoemd = plicht.veld in getoetst.gedrukt or plicht.veld in getoetst.gevraagd
            if not genoemd:
                yield Tekstbezwaar(_ONTBREEKT.format(naam), artikel=plicht.artikel)
        elif not plekken:
            yield Tekstbezwaar(_ONTBREEKT.format(naam), artikel=plicht.artikel)
        elif not altijd(p.voorwaarden for p in plekken):
            yield Tekstbezwaar(
                f"Er is een brief mogelijk zonder {naam}. Dat mag niet van de wet. Zet dit veld "
                "ook op een plek zonder voorwaarde.",
                plekken[0].alinea,
                f"{{{{{plicht.veld}}}}}",
                plicht.artikel,
            )


_ONTBREEKT = "In deze brief moet staan: {}. Dat moet van de wet. Zet dit veld in de tekst."
