"""Who signs a letter: proposed from the contact log, with the reason, and what differs.

Klagers want to know the person under the letter: who spoke with them signs. A judgement is
signed by whom the gemeente mandated; then it is shown that this is someone else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from klachtenapp.domain import dagtekst, verloop, wissel
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven.regel import Ontvanger, Tekenaar
from klachtenapp.domain.brieven.tabel import BRIEVEN
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.handeling import Collegas
from klachtenapp.domain.onafhankelijk import is_betrokken
from klachtenapp.domain.personen import Medewerker


@dataclass(frozen=True, slots=True)
class Tekenvoorstel:
    """Who should sign, and why, in a sentence for the screen; ``None`` when nobody is known."""

    wie: Medewerker | None
    reden: str


def voorstel(
    soort: BriefSoort, dossier: Dossier, gemeente: Gemeente, collegas: Collegas
) -> Tekenvoorstel:
    """Return who should sign letter ``soort`` and why."""
    mandaat = _van_gemeente(gemeente, collegas)
    regel = BRIEVEN.get(soort)
    if regel is not None and regel.tekent is Tekenaar.GEMEENTE:
        reden = "Deze brief tekent wie dat namens de gemeente mag." if mandaat else ""
        return Tekenvoorstel(mandaat, reden)
    if soort is BriefSoort.NIEUWE_BEHANDELAAR and dossier.behandelaar is not None:
        nieuw = dossier.behandelaar
        return Tekenvoorstel(nieuw, f"{nieuw.naam} neemt het over en stelt zich zo voor.")
    sprak = _sprak(dossier, collegas)
    if sprak is not None and (regel is None or regel.ontvanger is Ontvanger.KLAGER):
        wie, wanneer = sprak
        return Tekenvoorstel(wie, f"{wie.naam} sprak de klager op {wanneer}.")
    if dossier.behandelaar is not None:
        return Tekenvoorstel(dossier.behandelaar, f"{dossier.behandelaar.naam} behandelt dit.")
    reden = "Er is nog geen behandelaar. Dan tekent wie dat namens de gemeente mag."
    return Tekenvoorstel(mandaat, reden if mandaat else "")


def ondertekenaar(
    soort: BriefSoort, dossier: Dossier, gemeente: Gemeente, collegas: Collegas | None = None
) -> Medewerker | None:
    """Return who signs by rule: the judgement by whom the gemeente names, the rest by whom
    the klager spoke, else the behandelaar. ``None`` when nobody is known.
    """
    return voorstel(soort, dossier, gemeente, collegas or Collegas()).wie


def kies(naam: str, gemeente: Gemeente, collegas: Collegas) -> Medewerker | None:
    """Return the medewerker with this name who may be chosen to sign; ``None`` for a stranger."""
    mandaat = _van_gemeente(gemeente, collegas)
    if mandaat is not None and mandaat.naam == naam:
        return mandaat
    return collegas.medewerkers.get(naam)


def verschil(soort: BriefSoort, naam: str, dossier: Dossier) -> str:
    """Return a hint when ``naam`` signs, but someone else spoke with the klager; else empty.

    No objection: the gemeente may have a reason, or the mandate asks for it.
    """
    regel = BRIEVEN.get(soort)
    gesprek = verloop.gesproken(dossier)
    if gesprek is None or not naam or (regel and regel.ontvanger is not Ontvanger.KLAGER):
        return ""
    sprak = gesprek.gegevens.get("gesproken_door", "").strip()
    if not sprak or sprak == naam:
        return ""
    return (
        f"{sprak} sprak de klager op {dagtekst.lang(gesprek.op)}, maar {naam} tekent. "
        "Weet de klager dat? Zeg het in het gesprek."
    )


def _sprak(dossier: Dossier, collegas: Collegas) -> tuple[Medewerker, str] | None:
    """Return the one who last spoke with the klager and may sign, and when that was."""
    gesprek = verloop.gesproken(dossier)
    overgenomen = wissel.laatste(dossier)
    if gesprek is None:
        return None
    if overgenomen is not None and _volgorde(dossier, gesprek) < _volgorde(dossier, overgenomen):
        return None  # the klager is with someone else now, who says so in a letter of his own
    naam = gesprek.gegevens.get("gesproken_door", "").strip()
    wie = collegas.medewerkers.get(naam)
    if wie is None and dossier.behandelaar is not None and dossier.behandelaar.naam == naam:
        wie = dossier.behandelaar
    if wie is None or is_betrokken(wie.naam, dossier):
        return None
    return wie, dagtekst.lang(gesprek.op)


def _volgorde(dossier: Dossier, feit: Gebeurtenis) -> tuple[date, int]:
    return feit.op, dossier.gebeurtenissen.index(feit)


def _van_gemeente(gemeente: Gemeente, collegas: Collegas) -> Medewerker | None:
    """Return whom the gemeente mandated; its own word for the function goes first."""
    if not gemeente.ondertekenaar:
        return None
    bekend = collegas.medewerkers.get(gemeente.ondertekenaar)
    return Medewerker(
        id=bekend.id if bekend else 0,
        naam=gemeente.ondertekenaar,
        functie=gemeente.ondertekenaar_functie or (bekend.functie if bekend else ""),
    )
