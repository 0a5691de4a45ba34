"""The public key of a signer: confirmed by the beheerder, and valid from then until withdrawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

_GROEPEN = 6
_CIJFERS = 5


@dataclass(frozen=True, slots=True)
class Sleutel:
    """One public key (Ed25519, base64). ``medewerker`` is the number of whose it is.

    ``vingerafdruk`` is the sha256 of the key in hex; people compare ``in_groepen``. The
    private half is not in the register.
    """

    id: int
    medewerker: int
    publiek: str
    vingerafdruk: str
    gemaakt_op: datetime
    bevestigd_op: datetime | None = None
    bevestigd_door: str = ""
    ingetrokken_op: datetime | None = None
    ingetrokken_door: str = ""
    reden: str = ""

    @property
    def bruikbaar(self) -> bool:
        """Whether a letter can be signed with it now."""
        return self.bevestigd_op is not None and self.ingetrokken_op is None

    @property
    def wacht_op_bevestiging(self) -> bool:
        """Whether the beheerder has not looked at it yet."""
        return self.bevestigd_op is None and self.ingetrokken_op is None

    @property
    def stand(self) -> str:
        """How it stands, in words."""
        if self.ingetrokken_op is not None:
            return "ingetrokken"
        return "wacht op bevestiging" if self.bevestigd_op is None else "bevestigd"

    def gold_op(self, moment: datetime) -> bool:
        """Whether it was confirmed and not withdrawn at ``moment``.

        A signature is judged at its own moment: what was signed before a key was withdrawn
        or replaced stays signed.
        """
        if self.bevestigd_op is None or moment < self.bevestigd_op:
            return False
        return self.ingetrokken_op is None or moment <= self.ingetrokken_op


def in_groepen(vingerafdruk: str) -> str:
    """Return a fingerprint as six groups of five digits, to read out over the telephone.

    About one chance in 10³⁰ that another key has the same.
    """
    getal = int(vingerafdruk, 16) % 10 ** (_GROEPEN * _CIJFERS)
    cijfers = f"{getal:0{_GROEPEN * _CIJFERS}}"
    return " ".join(cijfers[i : i + _CIJFERS] for i in range(0, len(cijfers), _CIJFERS))


def zelfde(gezien: str, vingerafdruk: str) -> bool:
    """Whether what someone read out or typed is this fingerprint; only the digits count."""
    return "".join(gezien.split()) == in_groepen(vingerafdruk).replace(" ", "")
