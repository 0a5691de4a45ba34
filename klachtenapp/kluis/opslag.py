"""A thin door to the key store of the user: Windows Credential Locker, or none at all.

Where no real store is present ``keyring`` may choose one that keeps secrets in plain
text without a word. So only stores that are known to protect are used; with any other the
program says so, and asks for the secret each time.
"""

from __future__ import annotations

from typing import Final

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import KeyringError

from klachtenapp.errors import OmgevingFout

DIENST: Final = "Klachtenapp"

TOEGESTAAN: Final = frozenset(
    {
        "keyring.backends.Windows.WinVaultKeyring",
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.macOS.Keyring",
    }
)
"""The stores that keep a secret secret; a chain of several is not among them."""

_GEEN_KLUIS = (
    "Op deze computer is geen veilige plek voor sleutels. "
    "Er is niets bewaard. Vul de sleutel elke keer zelf in, of vraag ICT om hulp."
)


class Kluis:
    """The secrets of this user for this program; each has a name."""

    def __init__(self, opslag: KeyringBackend | None = None) -> None:
        """Use ``opslag`` (tests bring their own), or what this computer has.

        :raises OmgevingFout: when this computer has no store that protects.
        """
        if opslag is None:
            opslag = _veilige(keyring.get_keyring())
        self._opslag = opslag

    def lees(self, naam: str) -> str | None:
        """Return a secret, or ``None`` when there is none of that name."""
        try:
            return self._opslag.get_password(DIENST, naam)
        except KeyringError as fout:
            raise _niet_bereikbaar() from fout

    def bewaar(self, naam: str, geheim: str) -> None:
        """Store a secret and read it back: a store that keeps nothing is refused."""
        try:
            self._opslag.set_password(DIENST, naam, geheim)
            terug = self._opslag.get_password(DIENST, naam)
        except KeyringError as fout:
            raise _niet_bereikbaar() from fout
        if terug != geheim:
            raise OmgevingFout(_GEEN_KLUIS)

    def wis(self, naam: str) -> None:
        """Forget a secret; nothing happens when there is none."""
        try:
            if self._opslag.get_password(DIENST, naam) is not None:
                self._opslag.delete_password(DIENST, naam)
        except KeyringError as fout:
            raise _niet_bereikbaar() from fout


def is_veilig(opslag: KeyringBackend) -> bool:
    """Whether a store is one that is known to protect what is in it."""
    soort = type(opslag)
    return f"{soort.__module__}.{soort.__qualname__}" in TOEGESTAAN


def _veilige(gekozen: KeyringBackend) -> KeyringBackend:
    """Return a store that protects: the chosen one, or the best member of a chain."""
    leden: list[KeyringBackend] = [gekozen, *getattr(gekozen, "backends", ())]
    for opslag in leden:
        if is_veilig(opslag):
            return opslag
    raise OmgevingFout(_GEEN_KLUIS)


def _niet_bereikbaar() -> OmgevingFout:
    return OmgevingFout(
        "De sleutels op deze computer zijn nu niet te bereiken. Er is niets bewaard. "
        "Meld u opnieuw aan op de computer en probeer het nog eens."
    )
