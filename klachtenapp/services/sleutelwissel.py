"""A copy that is put back gets the lock that its register has now, whatever lock it had."""

from __future__ import annotations

from pathlib import Path

from klachtenapp.models import instellingen
from klachtenapp.models.bestanden import dwing_af, dwing_map_af, tijdelijke_naam
from klachtenapp.models.kopie import Stand, veilige_kopie
from klachtenapp.models.omzetting import zet_om
from klachtenapp.models.register import Register, ruwe_sleutel
from klachtenapp.services import kopiemanifest, ontsluiten


def leg_neer(kopie: Path, kopiesleutel: str, register: Path, wachtwoord: str = "") -> Stand:
    """Make ``kopie`` the register where there is none (any more); returns what is in it.

    It gets the lock of the doors that stand there: who was locked out since stays out.
    Without any it brings its own.

    :raises OpSlot: there are doors, and this user has none of them.
    :raises OmgevingFout: the copy is not whole, or the disk refuses.
    """
    sleutel = ontsluiten.sleutel_bij(register, wachtwoord)
    if sleutel is None:
        kopiemanifest.bewaar_deuren(kopie, register)
    if sleutel is None or sleutel == kopiesleutel:
        return veilige_kopie(kopie, register, kopiesleutel).inhoud
    half = tijdelijke_naam(register)
    try:
        inhoud = zet_om(kopie, kopiesleutel, half, sleutel)
        onthoud_sleutels(half, sleutel, [ruwe_sleutel(kopiesleutel)])
        dwing_af(half)
        half.replace(register)
        dwing_map_af(register.parent)
    finally:
        for achter in ("", "-journal"):
            half.with_name(half.name + achter).unlink(missing_ok=True)
    return inhoud


def oude_sleutels(pad: Path, sleutel: str) -> list[bytes]:
    """Return the keys that the register at ``pad`` had before."""
    register = Register(pad, sleutel)
    try:
        register.verbind()
        return instellingen.oude_sleutels(register)
    finally:
        register.sluit()


def onthoud_sleutels(pad: Path, sleutel: str, erbij: list[bytes]) -> None:
    """Keep keys of before: on other computers something may still be locked with them."""
    register = Register(pad, sleutel)
    try:
        register.verbind()
        heeft = instellingen.oude_sleutels(register)
        nodig = [s for s in dict.fromkeys([*erbij, *heeft]) if s and s != ruwe_sleutel(sleutel)]
        if nodig != heeft:
            register.beveilig()
            with register.transactie():
                instellingen.bewaar_oude_sleutels(register, nodig)
    finally:
        register.sluit()
