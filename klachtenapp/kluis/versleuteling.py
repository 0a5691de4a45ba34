"""Locks small files with the key of the register: concepten, postvak, what a manifest says.

AES-256-GCM (NIST SP 800-38D) under a key of its own for each purpose (HKDF, RFC 5869), so
that one file never opens another kind. A changed byte makes the whole file unreadable.
"""

from __future__ import annotations

import os
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_KOP: Final = b"KLX1"
_EENMALIG: Final = 12  # bytes of the nonce, as SP 800-38D advises


def is_versleuteld(inhoud: bytes) -> bool:
    """Whether ``versleutel`` made this."""
    return inhoud.startswith(_KOP)


def versleutel(sleutel: bytes, doel: str, inhoud: bytes) -> bytes:
    """Lock ``inhoud`` with ``sleutel`` (32 bytes) for one purpose, such as ``"postvak"``."""
    eenmalig = os.urandom(_EENMALIG)
    geheim = AESGCM(_afgeleid(sleutel, doel)).encrypt(eenmalig, inhoud, _KOP)
    return _KOP + eenmalig + geheim


def ontsleutel(sleutel: bytes, doel: str, inhoud: bytes) -> bytes | None:
    """Open what ``versleutel`` made; ``None`` with another key, or when it was changed."""
    if not is_versleuteld(inhoud):
        return None
    rest = inhoud[len(_KOP) :]
    try:
        return AESGCM(_afgeleid(sleutel, doel)).decrypt(rest[:_EENMALIG], rest[_EENMALIG:], _KOP)
    except (InvalidTag, ValueError):
        return None


def _afgeleid(sleutel: bytes, doel: str) -> bytes:
    return HKDF(SHA256(), 32, None, f"Klachtenapp {doel}".encode()).derive(sleutel)
