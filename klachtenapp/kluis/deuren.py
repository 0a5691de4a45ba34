"""The ways into a locked register: each opens with a key of its own, and none holds the key.

The register is locked with 32 random bytes. For every person, for the herstelsleutel and for
an invitation those are sealed to a public key (X25519, RFC 7748; HKDF, RFC 5869; AES-GCM).
Who leaves is locked out with a new key that is sealed to all who stay: nobody else notices.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

SLEUTELBYTES: Final = 32
HERSTELBYTES: Final = 16
UITNODIGINGBYTES: Final = 10
_REKKEN: Final = (3, 65_536, 4)  # argon2id: rounds, KiB, lanes (RFC 9106, second choice)


class Deursoort(StrEnum):
    """Who or what comes in by a door."""

    MEDEWERKER = "medewerker"
    HERSTEL = "herstelsleutel"
    UITNODIGING = "uitnodiging"


@dataclass(frozen=True, slots=True)
class Deur:
    """One way in. ``tot`` is the last day of an invitation (ISO), ``zout`` slows guessing it.

    ``gezien`` says that the herstelsleutel was proven once by typing it.
    """

    uid: str
    soort: Deursoort
    naam: str
    publiek: str
    verzegeld: str
    gemaakt_op: str
    tot: str = ""
    zout: str = ""
    gezien: bool = False


def nieuwe_sleutel() -> bytes:
    """Return a new key for a register."""
    return os.urandom(SLEUTELBYTES)


def nieuw_prive() -> bytes:
    """Return a new private key for a door."""
    return X25519PrivateKey.generate().private_bytes_raw()


def prive_uit(geheim: bytes, zout: str = "") -> bytes:
    """Return the private key that belongs to words; with ``zout`` guessing is made slow.

    The herstelsleutel has 128 bits and needs none; an invitation is shorter.
    """
    if not zout:
        return HKDF(SHA256(), SLEUTELBYTES, None, b"Klachtenapp herstelsleutel").derive(geheim)
    rondes, geheugen, banen = _REKKEN
    return hash_secret_raw(geheim, _bytes(zout), rondes, geheugen, banen, SLEUTELBYTES, Type.ID)


def nieuw_zout() -> str:
    """Return salt for an invitation."""
    return _tekst(os.urandom(16))


def publiek_bij(prive: bytes) -> str:
    """Return the public half of the key of a door, in base64."""
    return _tekst(X25519PrivateKey.from_private_bytes(prive).public_key().public_bytes_raw())


def verzegel_voor(publiek: str, sleutel: bytes, register: str) -> str:
    """Seal the key of ``register`` (its uid) so that only one private key opens it."""
    eenmalig = X25519PrivateKey.generate()
    eigen = eenmalig.public_key().public_bytes_raw()
    gedeeld = eenmalig.exchange(X25519PublicKey.from_public_bytes(_bytes(publiek)))
    nonce = os.urandom(12)
    geheim = _slot(gedeeld, eigen, publiek).encrypt(nonce, sleutel, register.encode())
    return _tekst(eigen + nonce + geheim)


def ontzegel_met(prive: bytes, verzegeld: str, register: str) -> bytes | None:
    """Return the key that was sealed, or ``None`` when this is not its private key."""
    try:
        alles = _bytes(verzegeld)
        eigen, nonce, geheim = alles[:32], alles[32:44], alles[44:]
        gedeeld = X25519PrivateKey.from_private_bytes(prive).exchange(
            X25519PublicKey.from_public_bytes(eigen)
        )
        slot = _slot(gedeeld, eigen, publiek_bij(prive))
        return slot.decrypt(nonce, geheim, register.encode())
    except (InvalidTag, ValueError):
        return None


def verplaats(deur: Deur, sleutel: bytes, register: str) -> Deur:
    """Return the same door for a new key of the register."""
    return replace(deur, verzegeld=verzegel_voor(deur.publiek, sleutel, register))


def keurmerk(sleutel: bytes, register: str, deuren: Sequence[Deur]) -> str:
    """Return the proof that this list of doors was made by someone who has the key.

    Without it anybody who can write on the share could add a door of his own, and would get
    the next key.
    """
    eigen = HKDF(SHA256(), SLEUTELBYTES, None, b"Klachtenapp deuren").derive(sleutel)
    inhoud = "\n".join([register, *(repr(deur) for deur in deuren)])
    return hmac.new(eigen, inhoud.encode(), hashlib.sha256).hexdigest()


def is_gekeurd(merk: str, sleutel: bytes, register: str, deuren: Sequence[Deur]) -> bool:
    """Whether the list of doors is as the last person with the key left it."""
    return hmac.compare_digest(merk, keurmerk(sleutel, register, deuren))


def _slot(gedeeld: bytes, eigen: bytes, publiek: str) -> AESGCM:
    info = b"Klachtenapp deur" + eigen + _bytes(publiek)
    return AESGCM(HKDF(SHA256(), SLEUTELBYTES, None, info).derive(gedeeld))


def _tekst(inhoud: bytes) -> str:
    return base64.b64encode(inhoud).decode("ascii")


def _bytes(tekst: str) -> bytes:
    return base64.b64decode(tekst, validate=True)
