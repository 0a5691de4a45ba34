"""Finds the key of a locked register behind its doors, and finishes what a power cut left half.

Loads the cryptography: only for a register that is locked (``ontsluiten`` asks that first).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from klachtenapp.errors import OmgevingFout
from klachtenapp.kluis import deuren, eigendeur, sleutelbestand
from klachtenapp.kluis.deuren import Deur
from klachtenapp.kluis.sleutelbestand import Sleutelbestand, Sleutelring
from klachtenapp.models.fouten import Oorzaak, SchijfFout
from klachtenapp.models.omzetting import past
from klachtenapp.models.register import Register, sleuteltekst
from klachtenapp.models.schema import KOPIEMAP
from klachtenapp.services import kopielijst

_WORDT_OMGEZET: Final = (
    "Een collega zet op dit moment de versleuteling van dit register om. "
    "Wacht een minuut en open het register dan opnieuw."
)
_NIET_ONVERSLEUTELD: Final = (
    "Dit register hoort versleuteld te zijn, maar het bestand dat er nu staat is dat niet. "
    "Iemand heeft er een ander bestand neergezet. Er is niets gewijzigd. Zet een reservekopie "
    "terug met Terugzetten, of vraag ICT wie dit bestand hier heeft gezet: "
)

Priveblik = Callable[[Deur], bytes | None]
"""Gives the private key that belongs to a door, if one has it."""


@dataclass(frozen=True, slots=True)
class Gevonden:
    """A key that opens the register as it stands now; an empty one when it is not locked."""

    bestand: Sleutelbestand
    ring: Sleutelring
    sleutel: bytes = field(repr=False)
    deur: Deur | None = None

    @property
    def gekeurd(self) -> bool:
        """Whether the list of doors is as the last person with the key left it."""
        ring = self.ring
        return deuren.is_gekeurd(ring.keurmerk, self.sleutel, self.bestand.register, ring.deuren)


def omzetpad(register: Path) -> Path:
    """Return where a register is written anew while its key changes."""
    return register.with_name(f"{register.name}.omzetting")


def eigen(register: str, wachtwoord: str = "") -> Priveblik:
    """Return how this user opens his own door of the register with this uid."""
    prive = eigendeur.standaard(register).lees(wachtwoord)
    publiek = deuren.publiek_bij(prive) if prive is not None else ""
    return lambda deur: prive if prive is not None and deur.publiek == publiek else None


def zoek(bestand: Sleutelbestand, pad: Path, blik: Priveblik, *, zeker: bool) -> Gevonden | None:
    """Return the key of the newest ring that fits the file at ``pad``.

    Unless it must be ``zeker`` a single ring is not tried on the file: opening it tells soon
    enough.
    """
    for ring in bestand.ringen:
        gevonden = _in_ring(bestand, ring, blik)
        if gevonden is None:
            continue
        alleen = not zeker and bestand.volgende is None
        if alleen or past(pad, sleuteltekst(gevonden.sleutel)):
            return gevonden
    return None


def vind(pad: Path, wachtwoord: str = "") -> Gevonden | None:
    """Return the key of a register by the file with its doors; ``None`` without a way in.

    :raises OmgevingFout: the file cannot be read, or a colleague converts the register now.
    """
    try:
        bestand = sleutelbestand.lees(pad)
    except OmgevingFout:
        gevonden = _in_kopieen(pad, wachtwoord, None)
        if gevonden is None:
            raise
        return gevonden
    if bestand is None:
        return None
    gevonden = zoek(bestand, pad, eigen(bestand.register, wachtwoord), zeker=False)
    if gevonden is None or bestand.volgende is None:
        return gevonden
    return gevonden if _rond_af(pad, gevonden) else vind(pad, wachtwoord)


def vind_met(pad: Path, blik: Priveblik) -> Gevonden | None:
    """Return the key behind the door that ``blik`` opens, however the register stands now.

    :raises OmgevingFout: the file cannot be read, or a colleague converts the register now.
    """
    bestand = sleutelbestand.lees(pad)
    gevonden = zoek(bestand, pad, blik, zeker=True) if bestand is not None else None
    if gevonden is None or gevonden.bestand.volgende is None:
        return gevonden
    _rond_af(pad, gevonden)
    return vind_met(pad, blik)


def vind_elders(pad: Path, wachtwoord: str = "") -> Gevonden | None:
    """Look again, also beside the copies: the file does not open with the key of its doors.

    Its doors are gone, or somebody put an older copy in its place by hand. What fits is
    written beside the register again.

    :raises OmgevingFout: the file is not locked, although it should be.
    """
    bestand = sleutelbestand.lees(pad)
    if bestand is not None:
        blik = eigen(bestand.register, wachtwoord)
        if bestand.volgende is not None:  # a colleague began just now
            return vind(pad, wachtwoord)
        if gevonden := zoek(bestand, pad, blik, zeker=True):
            return gevonden
    if past(pad, ""):
        raise OmgevingFout(f"{_NIET_ONVERSLEUTELD}{pad}.")
    return _in_kopieen(pad, wachtwoord, bestand)


def van_kopie(kopie: Path, wachtwoord: str = "") -> Gevonden | None:
    """Return the key of a copy, by its own list or that of its register."""
    for bestand in _bij_kopie(kopie):
        gevonden = zoek(bestand, kopie, eigen(bestand.register, wachtwoord), zeker=True)
        if gevonden is not None:
            return gevonden
    return None


def deuren_van_kopie(kopie: Path) -> Sleutelbestand | None:
    """Return the doors that lie beside a copy; ``None`` when there are none to be read."""
    try:
        return sleutelbestand.lees(kopie)
    except OmgevingFout:
        return None


def heeft_deuren(kopie: Path) -> bool:
    """Whether doors were written down with a copy, or stand beside its register."""
    return next(_bij_kopie(kopie), None) is not None


def sleutel_bij(pad: Path, wachtwoord: str = "") -> bytes | None:
    """Return the key behind the doors beside ``pad``, without looking at the file itself."""
    bestand = sleutelbestand.lees(pad)
    if bestand is None:
        return None
    gevonden = _in_ring(bestand, bestand.ring, eigen(bestand.register, wachtwoord))
    return gevonden.sleutel if gevonden is not None else None


def heeft_kluis() -> bool:
    """Whether this computer has a key store."""
    return eigendeur.standaard("").in_kluis


def vraagt_wachtwoord(pad: Path) -> bool:
    """Whether this user has a door here that waits for its password."""
    bestand = sleutelbestand.lees(pad)
    return bestand is not None and eigendeur.standaard(bestand.register).vraagt_wachtwoord


def kopie_vraagt_wachtwoord(kopie: Path) -> bool:
    """Whether this user has a door to a copy here that waits for its password."""
    return any(eigendeur.standaard(b.register).vraagt_wachtwoord for b in _bij_kopie(kopie))


def _in_ring(bestand: Sleutelbestand, ring: Sleutelring, blik: Priveblik) -> Gevonden | None:
    if not ring.deuren:
        return Gevonden(bestand, ring, b"")
    for deur in ring.deuren:
        prive = blik(deur)
        sleutel = prive and deuren.ontzegel_met(prive, deur.verzegeld, bestand.register)
        if sleutel:
            return Gevonden(bestand, ring, sleutel, deur)
    return None


def _in_kopieen(pad: Path, wachtwoord: str, eerst: Sleutelbestand | None) -> Gevonden | None:
    """Find the doors of the file beside its copies, and put them in the place of ``eerst``."""
    for kopie in (pad, *(k.pad for k in kopielijst.in_map(kopielijst.kopiemap(pad), pad.stem))):
        bestand = deuren_van_kopie(kopie)
        if bestand is None:
            continue
        gevonden = zoek(bestand, pad, eigen(bestand.register, wachtwoord), zeker=True)
        if gevonden is not None:
            _leg_vast(pad, gevonden, eerst)
            return gevonden
    return None


def _rond_af(pad: Path, gevonden: Gevonden) -> bool:
    """Finish a conversion, or take it back: whichever file stands there now is the register.

    Returns ``False`` when somebody else did so in the meantime.
    """
    return _leg_vast(pad, gevonden, gevonden.bestand)


def _leg_vast(pad: Path, gevonden: Gevonden, eerst: Sleutelbestand | None) -> bool:
    """Write the doors that fit the file, unless another file of doors than ``eerst`` came there."""
    register = Register(pad, sleuteltekst(gevonden.sleutel))
    try:
        register.verbind()
        with register.stil():  # who converts holds this lock to the end
            if deuren_van_kopie(pad) != eerst:
                return False
            if gevonden.ring.deuren:
                sleutelbestand.schrijf(
                    pad, Sleutelbestand(gevonden.bestand.register, gevonden.ring)
                )
            else:
                sleutelbestand.verwijder(pad)
            ruim_half_op(pad)
    except SchijfFout as fout:
        if fout.oorzaak is Oorzaak.ALLEEN_LEZEN:
            return True  # who may write does it
        raise OmgevingFout(_WORDT_OMGEZET) from fout
    finally:
        register.sluit()
    return True


def ruim_half_op(pad: Path) -> None:
    """Take away what a conversion left: the half file, and journals of the file before."""
    half = omzetpad(pad)
    for rest in (half, half.with_name(f"{half.name}-journal")):
        rest.unlink(missing_ok=True)


def _bij_kopie(kopie: Path) -> Iterator[Sleutelbestand]:
    for plek in (kopie, *_registers_van(kopie)):
        bestand = deuren_van_kopie(plek)
        if bestand is not None:
            yield bestand


def _registers_van(kopie: Path) -> list[Path]:
    """Return the registers of which this may be a copy, by their names."""
    if kopie.parent.name != KOPIEMAP:
        return []
    return [
        pad
        for pad in kopie.parent.parent.glob(f"*{kopie.suffix}")
        if kopie.stem.startswith(pad.stem)
    ]
