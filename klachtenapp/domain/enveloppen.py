"""The order of the envelopes: letters for one address lie together, as the post wants them.

Dutch post comes first, by postcode, house number and name; then post abroad; then what is
handed over at the counter and what goes by internal post.
"""

from __future__ import annotations

import re

from klachtenapp.domain.brieven.kanalen import BALIE, EMAIL, INTERN, POST
from klachtenapp.domain.zoektekst import sorteersleutel

Sleutel = tuple[int, str, tuple[tuple[int, str], ...], str]

_POSTCODE = re.compile(r"([1-9][0-9]{3} [A-Z]{2}) ")
_DELEN = re.compile(r"(\d+)")
_BUITENLAND = 1
_STAPELS = {POST: 0, BALIE: 2, INTERN: 3, EMAIL: 4}


def envelopvolgorde(adres: tuple[str, ...], kanaal: str) -> Sleutel:
    """Return what to sort letters by; ``adres`` are the lines in the window, maybe none."""
    stapel = _STAPELS.get(kanaal, max(_STAPELS.values()))
    naam = sorteersleutel(adres[0]) if adres else ""
    if len(adres) < 2:
        return stapel, "", (), naam
    postcode = _POSTCODE.match(adres[-1])
    if postcode is None:
        stapel = _BUITENLAND if stapel == 0 else stapel
        return stapel, sorteersleutel(adres[-1]), (), naam
    return stapel, postcode[1], _natuurlijk(adres[-2]), naam


def zelfde_envelop(een: tuple[str, ...], ander: tuple[str, ...]) -> bool:
    """Whether two letters can go in one envelope: every line of the address is the same."""
    return bool(een) and een == ander


def _natuurlijk(regel: str) -> tuple[tuple[int, str], ...]:
    """Return a street line in parts, the house number first and as a number: 9 before 12."""
    delen = _DELEN.split(sorteersleutel(regel))
    cijfers = [(int(deel), "") for deel in delen[1::2]]
    return (*cijfers, *((0, deel) for deel in delen[::2]))
