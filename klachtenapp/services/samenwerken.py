"""Several windows on one register: who is there, what they have open, and whether it is safe."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from klachtenapp.domain.rollen import Recht
from klachtenapp.errors import OmgevingFout
from klachtenapp.models.bestanden import is_te_zien
from klachtenapp.models.gedeeld.aanwezigheid import Aanwezige, Aanwezigheid
from klachtenapp.models.omzetting import past
from klachtenapp.services.context import Context
from klachtenapp.services.rechten import vraagt

__all__ = [
    "SLOTEN_WERKEN_NIET", "Aanwezige", "Samenstand", "Samenwerking", "heropen", "past_sleutel",
    "wie_zijn_er", "wijzigingsnummer",
]  # fmt: skip

SLOTEN_WERKEN_NIET: Final = (
    "Op deze schijf houden computers elkaar niet tegen bij het schrijven. Samen schrijven zou "
    "het register beschadigen. U kunt nu alleen lezen; er is niets verloren. Vraag ICT: "
    "'Staan vergrendelingen (byte-range locks) aan op deze share? De optie nobrl of "
    "offline bestanden moet uit staan.'"
)


@dataclass(frozen=True, slots=True)
class Samenstand:
    """How it stands with the others. ``bereikbaar`` says whether the disk answered just now.

    ``bestand`` is another number when another file has come in the place of the register.
    """

    anderen: tuple[Aanwezige, ...] = ()
    sloten_werken: bool | None = None
    bereikbaar: bool = True
    bestand: int = 0

    def bij(self, kenmerk: str) -> tuple[Aanwezige, ...]:
        """Return who else has this dossier open."""
        return tuple(wie for wie in self.anderen if kenmerk and wie.kenmerk == kenmerk)


class Samenwerking:
    """Our presence in one register. Every call reads the disk, so not in the window's thread.

    After a disk that was gone the slot is taken again: an old handle stays dead.
    """

    def __init__(self, register: Path, naam: str, sinds: datetime) -> None:
        """``naam`` is how a colleague sees us, ``sinds`` when this window was opened."""
        self._register = register
        self._ik = Aanwezige(naam, "", sinds)
        self._plek: Aanwezigheid | None = None
        self._ronde = 0

    def toon(self, kenmerk: str, sinds: datetime | None) -> None:
        """Say which dossier is open here; the others see it at the next ``tik``."""
        self._ik = Aanwezige(self._ik.naam, "", self._ik.sinds, kenmerk, sinds if kenmerk else None)
        if self._plek is not None:
            self._plek.toon(kenmerk, sinds)

    def tik(self) -> Samenstand:
        """Show that we are there and look who else is; call it every one or two seconds."""
        ronde, plek = self._ronde, self._plek
        try:
            plek = plek or self._neem_plek(ronde)
            # First look: two who came in one slot at once each find what the other wrote there.
            gezien = plek.kijk()
            plek.klop()
        except (OSError, OmgevingFout):
            self._laat_los(ronde, plek)
            return Samenstand(bereikbaar=is_te_zien(self._register))
        if ronde != self._ronde:  # answered after all, when another had taken its place
            plek.sluit()
        return Samenstand(gezien.anderen, gezien.sloten_werken, bestand=self._bestandsnummer())

    def laat_achter(self) -> None:
        """Take another slot at the next ``tik``, in another thread: this one may never end."""
        self._ronde += 1
        self._plek = None

    def sluit(self) -> None:
        """Leave, so that the others do not see us any more."""
        self._laat_los(self._ronde, self._plek)

    def _neem_plek(self, ronde: int) -> Aanwezigheid:
        plek = Aanwezigheid(self._register, self._ik)
        plek.toon(self._ik.kenmerk, self._ik.kenmerk_sinds)
        if ronde == self._ronde:
            self._plek = plek
        return plek

    def _laat_los(self, ronde: int, plek: Aanwezigheid | None) -> None:
        if ronde == self._ronde:
            self._plek = None
        if plek is not None:
            plek.sluit()

    def _bestandsnummer(self) -> int:
        try:
            return self._register.stat().st_ino
        except OSError:
            return 0


def wie_zijn_er(ctx: Context, eigen_vensters: int = 0) -> tuple[Aanwezige, ...]:
    """Return who else has the register open at this moment.

    ``eigen_vensters`` is how many windows of this program show themselves there too.

    :raises OmgevingFout: the folder of the register cannot be written.
    """
    try:
        plek = Aanwezigheid(ctx.register.pad, Aanwezige(ctx.gebruiker, "", ctx.nu))
        try:
            gezien = list(plek.kijk().anderen)
        finally:
            plek.sluit()
    except OSError as fout:
        raise OmgevingFout("De schijf met het register antwoordt niet.") from fout
    ik = plek.ik
    van_ons = [w for w in gezien if (w.naam, w.computer) == (ik.naam, ik.computer)]
    for wie in van_ons[:eigen_vensters]:
        gezien.remove(wie)
    return tuple(gezien)


def heropen(ctx: Context) -> None:
    """Open the register again: another file has come in its place, and we still see the old one.

    :raises OmgevingFout: it does not open with the key that we have, or the disk refuses.
    """
    if not ctx.losgekoppeld:
        ctx.register.heropen()


def past_sleutel(ctx: Context) -> bool:
    """Whether the file that stands there now opens with our key; on a connection of its own.

    :raises OmgevingFout: the disk refuses.
    """
    return past(ctx.register.pad, ctx.register.sleutel)


@vraagt(Recht.LEZEN)
def wijzigingsnummer(ctx: Context) -> int:
    """Return a number that differs as soon as somebody else saved something."""
    return ctx.register.wijzigingsstand()[0]
