"""The private key with which this user opens locked registers: in the key store, or sealed.

One for each register, the same through every new key of that register: who stays notices
nothing when somebody else is locked out.
"""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Final

from klachtenapp.errors import OmgevingFout
from klachtenapp.kluis.opslag import Kluis
from klachtenapp.kluis.zegel import ontzegel, verzegel
from klachtenapp.paths import gegevensmap

_MAPNAAM: Final = "sleutels"


class Eigendeur:
    """The private key of this user for one register, by the uid of that register."""

    def __init__(self, register: str, kluis: Kluis | None, map_: Path) -> None:
        """Use the key store ``kluis``; where there is none, a sealed file in ``map_``."""
        self._naam = f"register {register}"
        self._kluis = kluis
        self._pad = map_ / f"{register}.deur"

    @property
    def in_kluis(self) -> bool:
        """Whether this computer has a key store; else a password guards the key."""
        return self._kluis is not None

    @property
    def vraagt_wachtwoord(self) -> bool:
        """Whether there is a key here that only opens with its password."""
        return self._uit_kluis() is None and self._pad.is_file()

    def lees(self, wachtwoord: str = "") -> bytes | None:
        """Return the private key; ``None`` when it is not here or the password is another."""
        tekst = self._uit_kluis()
        if tekst is not None:
            return base64.b64decode(tekst)
        if not wachtwoord:
            return None
        try:
            return ontzegel(self._pad.read_text("ascii"), wachtwoord)
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as fout:
            raise OmgevingFout(f"De sleutel in {self._pad.parent} is niet te lezen.") from fout

    def bewaar(self, prive: bytes, wachtwoord: str = "") -> None:
        """Keep the private key, and read it back.

        :raises OmgevingFout: it cannot be kept here.
        """
        if self._kluis is not None:
            self._kluis.bewaar(self._naam, base64.b64encode(prive).decode())
        else:
            self._schrijf(verzegel(prive, wachtwoord))
        if self.lees(wachtwoord) != prive:
            raise OmgevingFout("De sleutel is niet goed bewaard. Vraag ICT om hulp.")

    def _uit_kluis(self) -> str | None:
        return self._kluis.lees(self._naam) if self._kluis is not None else None

    def _schrijf(self, zegel: str) -> None:
        try:
            self._pad.parent.mkdir(parents=True, exist_ok=True)
            half = self._pad.with_suffix(".nieuw")
            half.touch(mode=0o600)
            half.write_text(zegel, "ascii")
            half.replace(self._pad)
        except OSError as fout:
            raise OmgevingFout(
                f"De sleutel kan niet worden bewaard in {self._pad.parent}. Vraag ICT om hulp."
            ) from fout


def standaard(register: str) -> Eigendeur:
    """Return the key of this user for a register, as this computer can keep it."""
    try:
        kluis = Kluis()
    except OmgevingFout:
        kluis = None
    return Eigendeur(register, kluis, gegevensmap() / _MAPNAAM)
