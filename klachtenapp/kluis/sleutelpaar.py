"""Ed25519: a key pair for each signer, a signature, and the fingerprint of a public key."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey


@dataclass(frozen=True, slots=True)
class Sleutelpaar:
    """``prive`` is the seed of 32 bytes, shown nowhere; ``publiek`` its public half in base64."""

    prive: bytes = field(repr=False)
    publiek: str


def nieuw_paar() -> Sleutelpaar:
    """Return a new key pair."""
    sleutel = Ed25519PrivateKey.generate()
    return Sleutelpaar(sleutel.private_bytes_raw(), _publiek(sleutel))


def publiek_van(prive: bytes) -> str:
    """Return the public half of a private key, in base64."""
    return _publiek(Ed25519PrivateKey.from_private_bytes(prive))


def teken(prive: bytes, gegevens: bytes) -> str:
    """Return the signature of ``gegevens`` in base64."""
    return _tekst(Ed25519PrivateKey.from_private_bytes(prive).sign(gegevens))


def echt(publiek: str, gegevens: bytes, handtekening: str) -> bool:
    """Whether ``handtekening`` was made over exactly ``gegevens`` with this key.

    Anything that is no key or no signature is simply not genuine.
    """
    try:
        sleutel = Ed25519PublicKey.from_public_bytes(base64.b64decode(publiek, validate=True))
        sleutel.verify(_strikt(handtekening), gegevens)
    except (InvalidSignature, ValueError):
        return False
    return True


def vingerafdruk(publiek: str) -> str:
    """Return the sha256 of a public key in hex; empty when it is no base64."""
    try:
        return hashlib.sha256(base64.b64decode(publiek, validate=True)).hexdigest()
    except ValueError:
        return ""


def _publiek(sleutel: Ed25519PrivateKey) -> str:
    return _tekst(sleutel.public_key().public_bytes_raw())


def _tekst(gegevens: bytes) -> str:
    return base64.b64encode(gegevens).decode()


def _strikt(tekst: str) -> bytes:
    """Return what base64 says; another spelling of the same bytes is refused."""
    gegevens = base64.b64decode(tekst, validate=True)
    if _tekst(gegevens) != tekst:
        raise ValueError(tekst)
    return gegevens
