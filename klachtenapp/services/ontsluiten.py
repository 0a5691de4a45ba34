"""The key with which a register is opened: none, or the one behind the door of this user."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from klachtenapp import paths
from klachtenapp.errors import OmgevingFout
from klachtenapp.models.bestanden import is_te_zien
from klachtenapp.models.fouten import Oorzaak, SchijfFout
from klachtenapp.models.omzetting import past
from klachtenapp.models.register import sleuteltekst
from klachtenapp.services import kopielijst

if TYPE_CHECKING:
    from types import ModuleType

_GEEN_DEUR: Final = (
    "Dit register is versleuteld en u hebt op deze computer nog geen toegang. Vraag de beheerder "
    "om een uitnodiging, of gebruik de herstelsleutel. Typ daarna de woorden die op het papier "
    "staan."
)
_GEEN_DEUR_KOPIE: Final = (
    "Deze reservekopie is versleuteld en u hebt op deze computer geen toegang. Open eerst het "
    "register, of gebruik de herstelsleutel."
)
_WACHTWOORD: Final = (
    "Dit register is versleuteld. Op deze computer is geen kluis voor sleutels. Typ het "
    "wachtwoord waarmee u uw toegang hebt bewaard."
)
_WACHTWOORD_KOPIE: Final = (
    "Deze reservekopie is versleuteld. Typ het wachtwoord waarmee u uw toegang tot het register "
    "hebt bewaard."
)
_ANDER_WACHTWOORD: Final = "Met dit wachtwoord gaat uw toegang niet open. Probeer het nog eens."


class OpSlot(OmgevingFout):
    """The register at ``pad`` is locked, and who asks has not shown a way in.

    ``wachtwoord`` says that a password is enough; else it takes an invitation or the
    herstelsleutel.
    """

    def __init__(self, zin: str, pad: Path, *, wachtwoord: bool = False) -> None:
        super().__init__(zin)
        self.pad = pad
        self.wachtwoord = wachtwoord


def is_vergrendeld(pad: Path) -> bool:
    """Whether a register has doors beside it: one look at the folder."""
    return is_te_zien(paths.sleutelpad(pad))


def ontsluit(pad: Path, wachtwoord: str = "", bekend: bytes = b"") -> str:
    """Return the key of the register at ``pad``, as it is opened with; empty when not locked.

    ``bekend`` is a key that opened it before, for who need not prove himself again.

    :raises OpSlot: this user has no door, or it is shut with a password.
    :raises OmgevingFout: the list of doors cannot be read, or is being changed.
    """
    if not is_vergrendeld(pad) or not is_te_zien(pad):
        return ""
    wachter = _deurwachter()
    gevonden = wachter.vind(pad, wachtwoord)
    if gevonden is not None:
        return sleuteltekst(gevonden.sleutel)
    if bekend and past(pad, sleuteltekst(bekend)):
        return sleuteltekst(bekend)
    raise _op_slot(pad, wachtwoord)


def ontsluit_elders(pad: Path, wachtwoord: str = "") -> str | None:
    """Look for the doors beside the copies, when the file does not open; ``None`` in vain.

    :raises OpSlot: the file is locked, and no list of doors lets this user in.
    """
    if not is_vergrendeld(pad) and not _heeft_kopieen(pad):
        return None
    gevonden = _deurwachter().vind_elders(pad, wachtwoord)
    return sleuteltekst(gevonden.sleutel) if gevonden is not None else None


def kopiesleutel(kopie: Path, sleutel: str = "", wachtwoord: str = "") -> str:
    """Return the key of a copy: that of its register now, none, or one that it had before.

    :raises OpSlot: it is locked with a key that this user does not have.
    """
    try:
        for bekend in dict.fromkeys((sleutel, "")):
            if past(kopie, bekend):
                return bekend
    except OmgevingFout:  # not whole: whoever reads it says so
        return sleutel
    wachter = _deurwachter()
    gevonden = wachter.van_kopie(kopie, wachtwoord)
    if gevonden is not None:
        return sleuteltekst(gevonden.sleutel)
    if wachter.heeft_deuren(kopie):
        raise _kopie_op_slot(kopie, wachtwoord)
    return sleutel


def sleutel_bij(pad: Path, wachtwoord: str = "") -> str | None:
    """Return the key that belongs to the doors beside ``pad``, whatever stands there now.

    ``None`` when there are no doors.

    :raises OpSlot: this user has none of them.
    """
    if not is_vergrendeld(pad):
        return None
    sleutel = _deurwachter().sleutel_bij(pad, wachtwoord)
    if sleutel is None:
        raise _op_slot(pad, wachtwoord)
    return sleuteltekst(sleutel)


def heeft_kluis() -> bool:
    """Whether this computer has a key store; else a password guards the door of this user."""
    return bool(_deurwachter().heeft_kluis())


def is_op_slot(fout: SchijfFout) -> bool:
    """Whether an open failed in the way that another key fails: SQLite has no word for it."""
    return fout.oorzaak is Oorzaak.GEEN_REGISTER


def past_niet_meer(fout: BaseException) -> bool:
    """Whether an error says that the open register has another key by now.

    A colleague locked it anew, or for the first time, or took the lock off.
    """
    return any(isinstance(f, SchijfFout) and is_op_slot(f) for f in (fout, fout.__cause__))


def _op_slot(pad: Path, wachtwoord: str) -> OpSlot:
    if not _deurwachter().vraagt_wachtwoord(pad):
        return OpSlot(_GEEN_DEUR, pad)
    return OpSlot(_ANDER_WACHTWOORD if wachtwoord else _WACHTWOORD, pad, wachtwoord=True)


def _kopie_op_slot(kopie: Path, wachtwoord: str) -> OpSlot:
    if not _deurwachter().kopie_vraagt_wachtwoord(kopie):
        return OpSlot(_GEEN_DEUR_KOPIE, kopie)
    zin = _ANDER_WACHTWOORD if wachtwoord else _WACHTWOORD_KOPIE
    return OpSlot(zin, kopie, wachtwoord=True)


def _heeft_kopieen(pad: Path) -> bool:
    try:
        return any(kopielijst.kopiemap(pad).glob(f"{pad.stem}*"))
    except OSError:
        return False


def _deurwachter() -> ModuleType:
    from klachtenapp.services import deurwachter  # noqa: PLC0415 - loads the cryptography

    return deurwachter
