"""Takes a name apart as people type it: tussenvoegsels, initials, a comma."""

from __future__ import annotations

import re

# Lower case after a first name or initials; the capital returns only in an aanhef (domein §8.3).
_NEDERLANDS = frozenset({
    "aan", "bij", "de", "den", "der", "het", "'t", "in", "onder", "op", "over", "'s", "te", "ten",
    "ter", "tot", "uit", "uijt", "van", "vanden", "vander", "voor",
})  # fmt: skip
# Only when typed in lower case: "El Amrani" and "Le Clercq" are whole surnames to their owners.
_ELDERS = frozenset({
    "af", "al", "da", "das", "del", "della", "di", "do", "dos", "du", "el", "la", "las", "le",
    "les", "lo", "los", "von", "vom", "zu", "zum", "zur",
})  # fmt: skip
_AFKORTINGEN = {
    "v.d.": "van der",
    "v/d": "van der",
    "vd": "van der",
    "vd.": "van der",
    "v.": "van",
    "v": "van",
    "v.d": "van der",
    "v.h.": "van het",
    "v/h": "van het",
    "d.": "de",
}
_APOSTROFFEN = str.maketrans({"\u2019": "'", "\u2018": "'", "`": "'", "\u00b4": "'"})
_LETTERS = re.compile(r"(?:[^\W\d_]{1,3}\.\s*)*[^\W\d_]{1,3}\.?")


def splits_achternaam(tekst: str) -> tuple[str, str]:
    """Return (tussenvoegsel, achternaam) of a surname as typed.

    ``van den Berg``, ``Van den Berg``, ``Berg, van den`` and ``v.d. Berg`` are all
    understood; at least one word always stays the achternaam. The tussenvoegsel comes back
    in lower case, the achternaam as it was typed.
    """
    schoon = " ".join(tekst.translate(_APOSTROFFEN).split())
    achternaam, komma, voor = schoon.partition(",")
    if komma and voor.strip() and _is_tussenvoegsel(voor.split()):
        return _uitgeschreven(voor.split()), achternaam.strip()
    woorden = schoon.split(" ")
    aantal = 0
    while aantal < len(woorden) - 1 and _is_tussenvoegsel(woorden[aantal : aantal + 1]):
        aantal += 1
    if not aantal:
        return "", schoon
    return _uitgeschreven(woorden[:aantal]), " ".join(woorden[aantal:])


def _is_tussenvoegsel(woorden: list[str]) -> bool:
    return all(w.lower() in _NEDERLANDS | _AFKORTINGEN.keys() or w in _ELDERS for w in woorden)


def _uitgeschreven(woorden: list[str]) -> str:
    return " ".join(_AFKORTINGEN.get(w.lower(), w.lower()) for w in woorden)


def splits_voornaam(tekst: str) -> tuple[str, str]:
    """Return (voorletters, voornaam) of what is typed in one field; one of them is empty.

    ``y.m.``, ``Y M`` and ``YM`` become ``Y.M.``; ``Youssef`` and ``Jo`` are first names.
    """
    schoon = " ".join(tekst.split())
    if not schoon:
        return "", ""
    if "." in schoon:
        return (_met_punten(schoon), "") if _LETTERS.fullmatch(schoon) else ("", schoon)
    if all(len(deel) == 1 for deel in schoon.split(" ")):
        return _met_punten(schoon.replace(" ", ".")), ""
    if schoon.isupper() and schoon.isalpha() and len(schoon) <= 3:
        return _met_punten(".".join(schoon)), ""
    return "", schoon


def _met_punten(tekst: str) -> str:
    delen = [deel.strip() for deel in tekst.split(".") if deel.strip()]
    return "".join(f"{deel if deel.isupper() else deel.capitalize()}." for deel in delen)
