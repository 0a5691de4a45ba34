"""The papers of a locked register for the tests: a herstelsleutel, and invitations."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.papier.sleutelblad import Sleutelblad, teken_sleutelblad

_NEGEN = ["besam", "bihap", "bisas", "bohav", "boseb", "dahef", "daseh", "dehek", "hejor"]
_DELEN = (
    ("Wat is dit?", ("Het klachtenregister zit op slot. Met deze woorden gaat het open.",)),
    ("Waar bewaart u dit?", ("Leg dit papier in de kluis van de gemeente.",) * 4),
)


def _blad(titel: str, aantal: int, gemeente: Gemeente) -> bytes:
    woorden = _NEGEN[:aantal]
    onder = f"Klachtenregister van {gemeente.naam}, bestand register.klachten."
    inhoud = Sleutelblad(titel, onder, woorden, "-".join(woorden), _DELEN)
    return teken_sleutelblad(gemeente, inhoud, date(2026, 11, 24))


_GEMEENTE = Gemeente("Gemeente Voorbeeldstad", kleur="#00693E")
SLEUTELBLADEN: dict[str, Callable[[], bytes]] = {
    "herstelsleutel": lambda: _blad("Herstelsleutel", 9, _GEMEENTE),
    "uitnodiging": lambda: _blad("Uitnodiging voor Zoë Đặng", 6, _GEMEENTE),
    "uitnodiging-lang": lambda: _blad(
        f"Uitnodiging voor {'Van der Meulen-Brouwershaven ' * 3}", 6, Gemeente("", oefening=True)
    ),
}
"""Name of the kind → a function that makes one."""
