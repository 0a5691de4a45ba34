"""Which earlier meldingen look like this one: the same person, or the same story."""

from __future__ import annotations

from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.adres import normaliseer_postcode
from klachtenapp.domain.personen import Persoon
from klachtenapp.domain.zoektekst import normaliseer
from klachtenapp.models import zoeken
from klachtenapp.models.zoektekst import cijfers
from klachtenapp.services.context import Context

_KANDIDATEN = 200
_GRENS = 60.0
_MIN_TELEFOON = 8


def gelijkende_ids(ctx: Context, aanmelding: Aanmelding, maximaal: int = 5) -> list[int]:
    """Return the numbers of the most alike earlier rows, the best first.

    A shared phone number, e-mail address or front door weighs most, then the name, and
    with the same person or street also the words of the story.
    """
    kandidaten = zoeken.kandidaten(ctx.register, _sleutels(aanmelding.klager), _KANDIDATEN)
    verhaal = f"{aanmelding.onderwerp} {aanmelding.omschrijving}"
    scores = [
        (_score(aanmelding.klager, verhaal, wie, tekst), nummer)
        for nummer, wie, tekst in kandidaten
    ]
    beste = sorted((s for s in scores if s[0] >= _GRENS), reverse=True)
    return [nummer for _, nummer in beste[:maximaal]]


def _sleutels(wie: Persoon) -> list[str]:
    postcode = normaliseer_postcode(wie.postcode) or ""
    telefoon = cijfers(wie.telefoon)
    return [
        sleutel
        for sleutel in (
            cijfers(postcode),
            telefoon if len(telefoon) >= _MIN_TELEFOON else "",
            wie.email,
            wie.achternaam,
            wie.organisatie,
        )
        if sleutel
    ]


def _score(wie: Persoon, verhaal: str, ander: Persoon, tekst: str) -> float:
    from rapidfuzz import fuzz, utils  # noqa: PLC0415 - not needed to show the werkvoorraad

    score = 0.0
    if _zelfde(cijfers(wie.telefoon), cijfers(ander.telefoon)):
        score += 60
    if _zelfde(normaliseer(wie.email), normaliseer(ander.email)):
        score += 60
    if _zelfde(_voordeur(wie), _voordeur(ander)):
        score += 50
    naam, andere_naam = _naam(wie), _naam(ander)
    if naam and andere_naam:
        gelijk = fuzz.token_sort_ratio(naam, andere_naam)
        # The same first name and surname is most likely the same person; initials are not.
        heel = gelijk == 100 and wie.voornaam and ander.voornaam
        score += 60 if heel else 45 * max(0.0, (gelijk - 70) / 30)
    if verhaal.strip():
        score += 0.35 * fuzz.token_set_ratio(verhaal, tekst, processor=utils.default_process)
    return score


def _zelfde(een: str, ander: str) -> bool:
    return bool(een) and een == ander


def _voordeur(wie: Persoon) -> str:
    postcode = normaliseer_postcode(wie.postcode) or ""
    return f"{cijfers(postcode)} {normaliseer(wie.huisnummer)}" if postcode else ""


def _naam(wie: Persoon) -> str:
    return normaliseer(f"{wie.voorletters or wie.voornaam} {wie.achternaam or wie.organisatie}")
