"""The number of a melding, such as ``K2026-0094``, from the pattern the gemeente chose."""

from __future__ import annotations

import re
from functools import lru_cache
from uuid import UUID

from klachtenapp.errors import RegelFout

_VELD = re.compile(r"\{(jaar|nummer)(?::0?([1-9]))?\}")
_VAST = re.compile(r"[A-Za-z0-9._-]*")  # may stand in the name of a file on every system
_LANGSTE = 30
_LEESBAAR = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


def maak(patroon: str, jaar: int, nummer: int) -> str:
    """Return the kenmerk for the ``nummer``-th melding received in ``jaar``.

    ``{jaar}`` gives four digits, ``{nummer:04}`` at least four, more when needed. Raises
    ``RegelFout`` when the pattern is wrong.
    """
    controleer_patroon(patroon)

    def vul(gevonden: re.Match[str]) -> str:
        waarde = jaar if gevonden[1] == "jaar" else nummer
        return f"{waarde:0{gevonden[2] or (4 if gevonden[1] == 'jaar' else 1)}}"

    return _VELD.sub(vul, patroon)


@lru_cache(maxsize=16)
def controleer_patroon(patroon: str) -> None:
    """Raise ``RegelFout`` unless ``patroon`` gives every melding a number of its own.

    It holds ``{jaar}`` and ``{nummer}`` once each (numbering starts again every year), and
    besides only letters, digits, ``-``, ``.`` and ``_``.
    """
    velden = [gevonden[1] for gevonden in _VELD.finditer(patroon)]
    if sorted(velden) != ["jaar", "nummer"]:
        raise _fout("Zet er één keer {jaar} en één keer {nummer} in.")
    if re.search(r"\{jaar:", patroon):
        raise _fout("Schrijf {jaar} zonder dubbele punt: een jaar heeft altijd vier cijfers.")
    if not _VAST.fullmatch(_VELD.sub("", patroon)):
        raise _fout("Gebruik verder alleen letters, cijfers, streepje, punt en liggend streepje.")
    if len(patroon) > _LANGSTE:
        raise _fout(f"Gebruik hoogstens {_LANGSTE} tekens.")


def voorlopig(uid: str) -> str:
    """Return the number that a melding has on this computer until the register gives it one.

    It can never be taken for a kenmerk, nor misread on the phone: no I, L, O or U, no 0 or 1.
    """
    getal = int(UUID(uid).hex, 16)
    tekens = [_LEESBAAR[getal // len(_LEESBAAR) ** plek % len(_LEESBAAR)] for plek in range(5)]
    return f"V-{''.join(tekens)}"


def _fout(raad: str) -> RegelFout:
    return RegelFout(
        f"Dit patroon voor het kenmerk kan niet. {raad} Bijvoorbeeld: K{{jaar}}-{{nummer:04}}.",
        veld="kenmerkpatroon",
    )
