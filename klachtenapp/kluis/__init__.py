"""Secrets and signatures: the key store of the user, PIN and password, keys and sealing.

The only place that touches ``keyring``, ``argon2`` and ``cryptography``.
"""

from __future__ import annotations

from klachtenapp.kluis.geheim import klopt, maak_geheim
from klachtenapp.kluis.opslag import DIENST, TOEGESTAAN, Kluis, is_veilig
from klachtenapp.kluis.sleutelbos import AnderGeheim, Sleutelbos
from klachtenapp.kluis.sleutelpaar import Sleutelpaar, echt, nieuw_paar, teken, vingerafdruk

__all__ = [
    "DIENST",
    "TOEGESTAAN",
    "AnderGeheim",
    "Kluis",
    "Sleutelbos",
    "Sleutelpaar",
    "echt",
    "is_veilig",
    "klopt",
    "maak_geheim",
    "nieuw_paar",
    "teken",
    "vingerafdruk",
]
