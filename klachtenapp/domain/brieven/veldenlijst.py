"""The fields and facts that the text of a letter may name, as a list to choose from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from klachtenapp.domain import veldnamen
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven.feiten import FEITEN
from klachtenapp.domain.brieven.mag import velden as alle_velden
from klachtenapp.domain.brieven.tabel import BRIEVEN
from klachtenapp.domain.brieven.voorbeeldzaak import voorbeeld
from klachtenapp.domain.brieven.vragen import vragen
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.handeling import VeldSoort
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.kalender import Kalender
from klachtenapp.domain.normen import Normen
from klachtenapp.domain.teksttaal.toets import Kennis
from klachtenapp.domain.velddelen import begin

_GENUMMERD = re.compile(r"(?:onderdeel|verbeterpunt)\d+_\w+")
_AANTAL = "_aantal"
_DAG = date(2026, 1, 5)  # any day: the names do not depend on it
RIJNAMEN: Mapping[str, str] = {
    "onderdeel": "elk deel van de klacht",
    "verbeterpunt": "elk verbeterpunt",
}
"""What the repetitions are called."""

_ER_IS = {
    "behandelaar": "er is een behandelaar",
    "conclusies": "er zijn conclusies",
    "onderdeel_aantal": "de klacht heeft delen",
    "onderdeel_verbeterpunt": "er is een verbeterpunt",
    "onderwerp": "er is een onderwerp",
    "verbeterpunt_aantal": "er zijn verbeterpunten",
}
_EIGEN: Mapping[str, tuple[str, str]] = {
    "aanhef": ("de aanhef", "Geachte mevrouw Van Voorbeeld,"),
    "afdeling": ("de naam van de afdeling", "Burgerzaken"),
    "antwoord_op": ("de dag van ons antwoord", ""),
    "bericht_voor": ("de laatste dag voor dit bericht", ""),
    "bijlagen": ("wat erbij zit", "het verslag"),
    "instantie_waar": ("waar de andere organisatie te vinden is", "Kerkstraat 1, Voorbeeldstad"),
    "opnieuw_tot": ("de laatste dag om opnieuw te klagen", ""),
    "verteld": ("wat er is gezegd", ""),
    "zitting_op": ("de dag van het gesprek", ""),
    "advies_op": ("de dag van het advies", ""),
    "bel_nummer": ("het nummer dat wij bellen", "06 - 12 34 56 78"),
    "contact_email": ("het e-mailadres van de contactpersoon", "klachten@voorbeeld.nl"),
    "datum": ("de datum van de brief", ""),
    "email": ("het e-mailadres van de gemeente", "info@voorbeeld.nl"),
    "gebeld_op": ("de dag waarop wij belden over het antwoord", ""),
    "gehoord_op": ("de dag van het gesprek met de klager", ""),
    "geschreven_op": ("de dag van het contact op papier", ""),
    "gesproken_op": ("de dag waarop wij de klager spraken", ""),
    "kenmerk": ("het kenmerk van de klacht", "K2026-0001"),
    "nieuws_datum": ("de dag waarop de klager weer van ons hoort", ""),
    "ombudsman_tot": ("de laatste dag voor de ombudsman", ""),
    "ombudsman_website": ("de website van de ombudsman", "www.nationaleombudsman.nl"),
    "onderdeel_klaar_op": ("de dag waarop het verbeterpunt klaar is", ""),
    "onderdeel_nummer": ("het nummer van het deel", "1"),
    "onderdeel_aantal": ("het aantal delen", "2"),
    "ontvangen_op": ("de dag van ontvangst", ""),
    "reactie_tot": ("de laatste dag om te bellen", ""),
    "route": ("de route", "ingang aan de achterkant"),
    "tijd": ("de tijd van het gesprek", "14.00 uur"),
    "uw_klacht": ("uw klacht", "uw klacht"),
    "verbeterpunt_aantal": ("het aantal verbeterpunten", "1"),
    "verbeterpunt_klaar_op": ("de dag waarop het verbeterpunt klaar is", ""),
}


@dataclass(frozen=True, slots=True)
class Briefveld:
    """A placeholder: its name in the text, what it is called, and an example of its value.

    ``feit``: only yes or no, for conditions. ``rij``: only inside that repetition.
    ``uitleg`` says where the value comes from.
    """

    naam: str
    label: str
    voorbeeld: str
    uitleg: str = ""
    feit: bool = False
    rij: str = ""

    @property
    def vraag(self) -> str:
        """What it is called as a condition: ``te laat``, or ``er is een afspraak``."""
        return self.label if self.feit else _ER_IS.get(self.naam, f"bekend is {self.label}")


@cache
def velden(soort: BriefSoort) -> tuple[Briefveld, ...]:
    """Return every field that the text of ``soort`` may name, by label."""
    rijen = frozenset(RIJNAMEN)
    lijst = [_veld(soort, naam, rijen) for naam in _namen(soort)]
    return tuple(sorted(lijst, key=lambda veld: (veld.rij, veld.label.casefold(), veld.naam)))


@cache
def kennis(soort: BriefSoort) -> Kennis:
    """Return what a text of ``soort`` is checked against."""
    lijst = velden(soort)
    return Kennis(
        frozenset(veld.naam for veld in lijst),
        frozenset(veld.naam for veld in lijst if veld.feit),
        frozenset(rij for rij in RIJNAMEN if f"{rij}{_AANTAL}" in {veld.naam for veld in lijst}),
    )


def label(soort: BriefSoort, naam: str) -> str:
    """Return what a field or fact of this letter is called; its name when it is unknown."""
    return next((veld.label for veld in velden(soort) if veld.naam == naam), naam)


def _namen(soort: BriefSoort) -> frozenset[str]:
    feiten = alle_velden(
        soort, voorbeeld(soort, _DAG, lang=False), Gemeente("Voorbeeld"),
        Kader(Kalender(), Normen()), _DAG, None,
    )  # fmt: skip
    return frozenset(naam for naam in feiten if not _GENUMMERD.fullmatch(naam))


def _veld(soort: BriefSoort, naam: str, rijen: frozenset[str]) -> Briefveld:
    eigen = BRIEVEN[soort].veldnamen if soort in BRIEVEN else {}
    feit = naam in FEITEN or naam in _ja_nee(soort)
    rij = next((r for r in rijen if naam.startswith(f"{r}_") and naam != r + _AANTAL), "")
    woorden, waarde = _EIGEN.get(naam.removesuffix("_begin"), ("", ""))
    if naam in eigen:
        woorden = eigen[naam][0]
    elif feit:
        woorden = FEITEN.get(naam) or _vraag(soort, naam)
    elif not woorden:
        woorden = veldnamen.label(naam)
        if woorden == naam.replace("_", " "):
            woorden = _vraag(soort, naam)
    if naam.endswith("_begin"):
        woorden, waarde = begin(woorden), begin(waarde)
    uitleg = eigen[naam][1] if naam in eigen else veldnamen.waar(naam)
    return Briefveld(naam, woorden, waarde, "" if feit else uitleg, feit, rij)


def _ja_nee(soort: BriefSoort) -> frozenset[str]:
    if soort not in BRIEVEN:
        return frozenset()
    return frozenset(v.naam for v in vragen(BRIEVEN[soort]) if v.soort is VeldSoort.JA_NEE)


def _vraag(soort: BriefSoort, naam: str) -> str:
    """Return the label of the question with this name, else the name itself in words."""
    eigen = vragen(BRIEVEN[soort]) if soort in BRIEVEN else ()
    label = next((v.label for v in eigen if v.naam == naam), "")
    return (label[:1].lower() + label[1:]) if label else naam.replace("_", " ")
