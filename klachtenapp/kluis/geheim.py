"""A PIN or password as argon2id hash: slow to guess, even for who has the register."""

from __future__ import annotations

import unicodedata
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_HASHER: Final = PasswordHasher()  # RFC 9106, second choice: 64 MiB, three rounds


def maak_geheim(tekst: str) -> str:
    """Return the hash under which a PIN or password is kept; with salt and cost in it."""
    return _HASHER.hash(als_bytes(tekst))


def klopt(tekst: str, bewaard: str) -> bool:
    """Whether ``tekst`` is the PIN or password of the hash ``bewaard``; empty is never right."""
    if not bewaard:
        return False
    try:
        return _HASHER.verify(bewaard, als_bytes(tekst))
    except (VerificationError, InvalidHashError):
        return False


def als_bytes(tekst: str) -> bytes:
    """Return a secret the same from every keyboard: é typed as one sign or as two is one."""
    return unicodedata.normalize("NFC", tekst).encode()
