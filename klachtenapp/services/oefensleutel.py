"""The signing key of the oefengemeente: everybody may know it, so it is worth nothing elsewhere.

It follows from the name of the signer. So an exercise signs on every computer, with or without
a key store, leaves nothing behind in it, and is the same every time. In a real register it is
never used, not even when someone stored its public half there.
"""

from __future__ import annotations

import hashlib

from klachtenapp.domain.personen import Medewerker
from klachtenapp.domain.sleutel import Sleutel
from klachtenapp.kluis import vingerafdruk
from klachtenapp.kluis.sleutelpaar import publiek_van
from klachtenapp.models import beheer
from klachtenapp.services.context import Context

_ZAAD = "Klachtenapp, sleutel van de oefengemeente: "


def nieuw(ctx: Context, wie: Medewerker) -> Sleutel:
    """Return the key of someone in the exercise, not stored yet."""
    publiek = publiek_van(_prive(wie.naam))
    return Sleutel(0, wie.id, publiek, vingerafdruk(publiek), ctx.nu)


def prive(ctx: Context, sleutel: Sleutel) -> bytes | None:
    """Return the private half of a key of the exercise; ``None`` for every other key."""
    if not ctx.gemeente.oefening:
        return None
    namen = {m.id: m.naam for m in beheer.medewerkers(ctx.register)}
    geheel = _prive(namen.get(sleutel.medewerker, ""))
    return geheel if publiek_van(geheel) == sleutel.publiek else None


def _prive(naam: str) -> bytes:
    return hashlib.sha256(f"{_ZAAD}{naam}".encode()).digest()
