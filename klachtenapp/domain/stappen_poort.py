"""The next step at the closing gate: what a legal duty still asks, then the closing itself."""

from __future__ import annotations

from klachtenapp.domain import poort
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.poort import Route, Sluitbevinding
from klachtenapp.domain.stap import Stand, Stap, doe, schrijf


def sluiten(stand: Stand) -> Stap:
    """The letter is out: close, unless a legal duty was forgotten."""
    tegen = poort.houdt_tegen(stand.dossier, stand.kader, stand.vandaag, Route.FORMEEL)
    wettelijk = [regel for regel in tegen if regel.wettelijk]
    if wettelijk:
        return _alsnog(wettelijk[0], stand)
    return doe(
        "sluit_formeel",
        "Sluit de klacht af",
        "sluit_formeel",
        stand.einde,
        "De brief is verzonden. Leg vast wie heeft ondertekend.",
    )


def _alsnog(regel: Sluitbevinding, stand: Stand) -> Stap:
    """Mend a duty when that can still be done after the letter; else somebody decides."""
    waarom = f"{regel.uitleg} ({regel.artikel})" if regel.artikel else regel.uitleg
    if regel.naam == "afschrift":
        tekst = "Geef de klacht alsnog aan de beklaagde"
        return doe("afschrift_alsnog", tekst, regel.handeling, stand.einde, waarom)
    if regel.brief and regel.naam in _NIEUWE_BRIEF:
        soort = BriefSoort(regel.brief)
        return schrijf("Print een nieuwe brief", soort, stand.einde, waarom)
    return doe(
        "passeer_plicht",
        "Laat het afdelingshoofd besluiten",
        "passeer_plicht",
        stand.einde,
        f"{waarom} Kan het niet meer? Dan schrijft het afdelingshoofd op waarom.",
    )


_NIEUWE_BRIEF = frozenset({"ombudsman", "ondertekenaar", "kanaal"})
"""Duties that only another letter can mend."""
