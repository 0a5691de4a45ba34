"""Seals bytes with a PIN or password: without it nobody reads them, changed they do not open."""

from __future__ import annotations

import base64
import secrets
from typing import Final

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from klachtenapp.kluis.geheim import als_bytes

_MERK: Final = b"klachtenapp zegel 1"
_ZOUT, _EENMALIG = 16, 12
_WERK: Final = (3, 64 * 1024, 4)
"""Rounds, KiB and lanes of work to try one PIN or password."""


def verzegel(gegevens: bytes, geheim: str) -> str:
    """Return ``gegevens`` sealed, as text."""
    zout, eenmalig = secrets.token_bytes(_ZOUT), secrets.token_bytes(_EENMALIG)
    dicht = ChaCha20Poly1305(_sleutel(geheim, zout)).encrypt(eenmalig, gegevens, _MERK)
    return base64.b64encode(zout + eenmalig + dicht).decode()


def ontzegel(zegel: str, geheim: str) -> bytes | None:
    """Return what was sealed; ``None`` with another geheim or when the seal was changed."""
    try:
        alles = base64.b64decode(zegel, validate=True)
        zout, eenmalig = alles[:_ZOUT], alles[_ZOUT : _ZOUT + _EENMALIG]
        dicht = alles[_ZOUT + _EENMALIG :]
        return ChaCha20Poly1305(_sleutel(geheim, zout)).decrypt(eenmalig, dicht, _MERK)
    except (InvalidTag, ValueError):
        return None


def _sleutel(geheim: str, zout: bytes) -> bytes:
    """Return the key that belongs to a geheim."""
    if len(zout) != _ZOUT:
        raise ValueError("zegel te kort")
    return hash_secret_raw(als_bytes(geheim), zout, *_WERK, 32, Type.ID)
