"""The address block of a letter by the rules of PostNL (domein §8.2).

The ways to name a person and to compare text are given here too, so that callers have one
door: ``from klachtenapp.domain import adres``.
"""

from __future__ import annotations

import re

from klachtenapp.domain.aanspreken import aanhef, korte_naam, naamregel, sorteernaam
from klachtenapp.domain.personen import Persoon
from klachtenapp.domain.zoektekst import normaliseer, sorteersleutel
from klachtenapp.errors import RegelFout

__all__ = [
    "aanhef",
    "adresregels",
    "is_buitenland",
    "korte_naam",
    "naamregel",
    "normaliseer",
    "normaliseer_postcode",
    "plaats_in_hoofdletters",
    "sorteernaam",
    "sorteersleutel",
]

_POSTCODE = re.compile(r"([1-9][0-9]{3})\s*([A-Za-z]{2})")
# A postbus, or a street that was typed with its number; not "2e Dwarsstraat".
_NUMMER_IN_STRAAT = re.compile(r"\s[0-9][\w\-/. ]*$")
_NIET_UITGEGEVEN = frozenset({"SA", "SD", "SS"})
_NEDERLAND = frozenset({"", "nl", "nld", "nederland", "the netherlands", "netherlands", "holland"})
_VELDNAMEN = {
    "naam": "de naam",
    "straat": "de straat",
    "huisnummer": "het huisnummer",
    "postcode": "de postcode",
    "plaats": "de plaats",
}


def adresregels(persoon: Persoon) -> tuple[str, ...]:
    """Return the 3 to 6 lines of the address, as they go into the window of the envelope.

    Name, street or postbus, ``1234 AB  PLAATS``; for an organisation its name and, when a
    person is named, ``t.a.v.``; abroad the land in capitals as the last line.

    Raises ``RegelFout`` (``veld`` = the first missing field) that names everything that is
    missing or wrong and says what to do.
    """
    _controleer(persoon)
    buitenland = is_buitenland(persoon)
    postcode = (
        _schoon(persoon.postcode).upper() if buitenland else normaliseer_postcode(persoon.postcode)
    )
    plaats = plaats_in_hoofdletters(persoon.plaats)
    plaatsregel = f"{postcode} {plaats}".strip() if buitenland else f"{postcode}  {plaats}"
    regels = [
        *_naamregels(persoon),
        f"{_schoon(persoon.straat)} {_schoon(persoon.huisnummer)}".strip(),
        plaatsregel,
    ]
    if buitenland:
        regels.append(plaats_in_hoofdletters(persoon.land))
    return tuple(regels)


def is_buitenland(persoon: Persoon) -> bool:
    """Whether the address is outside the Netherlands: then no Dutch postcode is asked."""
    return normaliseer(persoon.land) not in _NEDERLAND


def normaliseer_postcode(tekst: str) -> str | None:
    """Return a Dutch postcode as ``1234 AB``, or ``None`` when it cannot be one.

    The first digit is not 0; the letters SA, SD and SS are never given out.
    """
    gevonden = _POSTCODE.fullmatch(tekst.strip())
    if gevonden is None:
        return None
    cijfers, letters = gevonden[1], gevonden[2].upper()
    return None if letters in _NIET_UITGEGEVEN else f"{cijfers} {letters}"


def plaats_in_hoofdletters(plaats: str) -> str:
    """Return a town or land in capitals: ``'S-GRAVENHAGE``, ``IJMUIDEN``."""
    # The single sign ĳ is in few fonts; two letters print everywhere and look the same.
    gewoon = plaats.replace("\u0132", "IJ").replace("\u0133", "ij").replace("\u2019", "'")
    return _schoon(gewoon).upper()


def _naamregels(persoon: Persoon) -> tuple[str, ...]:
    naam = naamregel(persoon)
    organisatie = _schoon(persoon.organisatie)
    if not organisatie:
        return (naam,)
    if not naam:
        return (organisatie,)
    for titel in ("De heer", "Mevrouw"):
        naam = titel.lower() + naam.removeprefix(titel) if naam.startswith(titel) else naam
    return (organisatie, f"t.a.v. {naam}")


def _controleer(persoon: Persoon) -> None:
    ontbreekt = [veld for veld, weg in _gebreken(persoon) if weg]
    if ontbreekt:
        opsomming = _opsomming([_VELDNAMEN[veld] for veld in ontbreekt])
        werkwoord = "ontbreekt" if len(ontbreekt) == 1 else "ontbreken"
        raise RegelFout(
            f"Het adres is niet af: {opsomming} {werkwoord}. "
            "Vul het adres aan, of kies een ander kanaal dan de post.",
            veld=ontbreekt[0],
        )
    if not is_buitenland(persoon) and normaliseer_postcode(persoon.postcode) is None:
        raise RegelFout(
            f"De postcode '{_schoon(persoon.postcode)}' klopt niet. Schrijf vier cijfers en twee "
            "letters, zoals 1234 AB. Woont de persoon in het buitenland? Vul dan het land in.",
            veld="postcode",
        )


def _gebreken(persoon: Persoon) -> tuple[tuple[str, bool], ...]:
    binnenland = not is_buitenland(persoon)
    genummerd = bool(persoon.huisnummer.strip() or _NUMMER_IN_STRAAT.search(persoon.straat))
    straat = bool(persoon.straat.strip())
    return (
        ("naam", not (naamregel(persoon) or persoon.organisatie.strip())),
        ("straat", not straat),
        ("huisnummer", binnenland and not genummerd),
        ("postcode", binnenland and not persoon.postcode.strip()),
        ("plaats", not persoon.plaats.strip()),
    )


def _opsomming(delen: list[str]) -> str:
    return delen[0] if len(delen) == 1 else f"{', '.join(delen[:-1])} en {delen[-1]}"


def _schoon(tekst: str) -> str:
    return " ".join(tekst.split())
