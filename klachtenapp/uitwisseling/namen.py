"""Takes the name in one cell apart: titles, initials, tussenvoegsels, organisations.

``domain.namen`` knows tussenvoegsels and initials as one person types them in their own
field; this knows what gets mixed in one cell of a sheet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from klachtenapp.domain.begrippen import Aanhef
from klachtenapp.domain.namen import splits_achternaam, splits_voornaam
from klachtenapp.domain.personen import Persoon
from klachtenapp.uitwisseling.cellen import herstel_mojibake
from klachtenapp.uitwisseling.woorden import vouw


@dataclass(frozen=True, slots=True)
class Naam:
    """A name taken apart. ``persoon`` holds only name fields.

    ``let_op`` are ends of sentences about what was assumed; ``rest`` is what stood in the
    cell and found no field (``dr.``, ``dochter``), for the notes.
    """

    persoon: Persoon = Persoon()
    let_op: tuple[str, ...] = ()
    rest: str = ""


VERLOREN = "de naam heeft een verloren letter (?)"

_NIEMAND = frozenset(
    [
        "anoniem",
        "anonieme melder",
        "anonieme klager",
        "onbekend",
        "nb",
        "n b",
        "n n",
        "nn",
        "nvt",
        "n v t",
        "geen naam",
        "niet bekend",
        "naam onbekend",
        "geen",
        "klager onbekend",
    ]
) | {""}
_TITEL = re.compile(
    r"(?:(?P<samen>(?:de )?(?:heer|dhr\.?|hr\.?|mevr(?:ouw)?\.?|mw\.?)\s*(?:en|&|/|\+)\s*"
    r"(?:mevrouw|mevr\.?|mw\.?|mv\.?|dhr\.?|(?:de )?heer|hr\.?))"
    r"|(?P<mevrouw>mevrouw|mevr\.?|mevr,|mw\.?|mv\.|mej(?:uffrouw|\.)?)"
    r"|(?P<heer>(?:de )?heer|dhr\.?|hr\.|meneer)"
    r"|(?P<familie>fam(?:ilie|\.)?)"
    r"|(?P<geleerd>(?:dr|drs|ir|ing|mr|prof|ds|bc|past)\.|(?:drs|prof|ing|dr|ir|mr)(?=\s)))"
    r"(?:\s+|(?<=\.)(?=\w)|$)",
    re.IGNORECASE,
)
_ORGANISATIE = re.compile(
    r"(?:^|\s)(?:b\.?v\.?|n\.?v\.?|v\.?o\.?f\.?|stichting|st\.ichting|vereniging|vve|maatschap|"
    r"gemeente|provincie|waterschap|politie|coöperatie|holding|firma|basisschool|bakkerij|"
    r"restaurant|café|cafetaria|makelaardij|advocaten\w*|bewindvoer\w*|wijkraad|dorpsraad|"
    r"belangenvereniging|bewonerscommissie|woningcorporatie|ondernemersvereniging|bedrijf|"
    r"garage|hotel|apotheek|kinderopvang|zorggroep)(?=$|[\s,.])",
    re.IGNORECASE,
)
_TER_ATTENTIE = re.compile(
    r"\s*[,;(]?\s*\b(?:t\.?\s?a\.?\s?v\.?|ter attentie van|contactpersoon:?|p/?a)\s+", re.IGNORECASE
)
_HAKEN = re.compile(r"\s*[(\[]([^)\]]*)[)\]]\s*")
_LETTER = re.compile(r"(?:(?:[^\W\d_]{1,3}|\?)\.-?)+(?:[^\W\d_]\.?)?")
_EEN_LETTER = re.compile(r"[^\W\d_]")
_TWEE = re.compile(r"\s+(?:en|&|\+)\s+|\s*/\s*", re.IGNORECASE)
# Begin a surname although written with a capital; they belong to it and are no tussenvoegsel.
_DEEL_VAN_ACHTERNAAM = frozenset(
    [
        "el",
        "al",
        "ben",
        "ait",
        "aït",
        "bou",
        "abou",
        "abu",
        "bin",
        "ibn",
        "abd",
        "abdel",
        "ould",
        "la",
        "le",
        "di",
        "da",
        "dos",
        "mac",
        "mc",
        "o'",
        "ter",
    ]
)
_MET_TITEL = (Aanhef.MEVROUW, Aanhef.HEER)
_VERLOREN_LETTER = re.compile(r"[?\ufffd]")


@lru_cache(maxsize=8192)
def lees_naam(tekst: str) -> Naam:
    """Return the person in a cell: ``Mw. Ö. van der Meulen``, ``Vries, J. de``, ``Fam. Bos``.

    An empty cell, ``anoniem`` and ``onbekend`` give nobody.
    """
    if vouw(tekst) in _NIEMAND and not _VERLOREN_LETTER.search(tekst.strip(" ?-")):
        return Naam()
    hersteld = herstel_mojibake(tekst)
    let_op = [f"de naam is hersteld tot '{hersteld}'"] if hersteld != tekst else []
    if _VERLOREN_LETTER.search(hersteld):
        let_op.append(VERLOREN)
    kaal, rest = _zonder_haken(" ".join(hersteld.split()))
    naam = _organisatie(kaal) or _mensen(kaal)
    heel = naam.persoon
    if not (heel.achternaam or heel.voornaam or heel.organisatie or heel.aanhef in _MET_TITEL):
        naam = Naam(Persoon(achternaam=kaal or hersteld), naam.let_op)
    alles = "; ".join(deel for deel in (naam.rest, rest) if deel)
    return Naam(naam.persoon, (*let_op, *naam.let_op), alles)


def _zonder_haken(tekst: str) -> tuple[str, str]:
    tussen = [deel.strip() for deel in _HAKEN.findall(tekst)]
    return _HAKEN.sub(" ", tekst).strip(" ,;"), ", ".join(deel for deel in tussen if deel)


def _organisatie(tekst: str) -> Naam | None:
    """Return an organisation, with the person behind ``t.a.v.``; ``None`` when it is nobody's."""
    voor, attentie, achter = _deel(tekst)
    if not _ORGANISATIE.search(voor) or _TITEL.match(voor):
        return None
    if attentie and achter:
        mens = _mensen(achter)
        return replace(mens, persoon=replace(mens.persoon, organisatie=voor))
    return Naam(Persoon(organisatie=tekst), ("de naam is gelezen als een organisatie",))


def _deel(tekst: str) -> tuple[str, bool, str]:
    delen = _TER_ATTENTIE.split(tekst, maxsplit=1)
    return (delen[0].strip(), True, delen[1].strip()) if len(delen) == 2 else (tekst, False, "")


def _mensen(tekst: str) -> Naam:
    aanhef, titels, samen, kaal = _zonder_titels(tekst)
    delen = _TWEE.split(kaal, maxsplit=1)
    let_op: tuple[str, ...] = ()
    if len(delen) == 2 and all(delen):
        kaal, samen = _eerste_van_twee(*delen), True
        titels.append(tekst)
    if samen:
        let_op = ("er staan twee mensen in één cel; de eerste is overgenomen",)
        aanhef = Aanhef.ONBEKEND
    persoon = _delen_van_naam(kaal)
    if aanhef is not Aanhef.ONBEKEND or samen:
        persoon = replace(persoon, aanhef=aanhef)
    return Naam(persoon, let_op, ", ".join(titels))


def _zonder_titels(tekst: str) -> tuple[Aanhef, list[str], bool, str]:
    """Take the titles off the front; return (aanhef, titles for the notes, two?, the rest)."""
    aanhef, titels, samen = Aanhef.ONBEKEND, [], False
    while treffer := _TITEL.match(tekst):
        soort = treffer.lastgroup
        if soort == "mevrouw":
            aanhef = Aanhef.MEVROUW
        elif soort == "heer":
            aanhef = Aanhef.HEER
        else:
            titels.append(treffer[0].strip())
            samen = samen or soort == "samen"
        tekst = tekst[treffer.end() :].lstrip(" ,")
    return aanhef, titels, samen, tekst


def _eerste_van_twee(een: str, twee: str) -> str:
    """Return the first of ``A. en B. Bos``, with the surname that both share."""
    eerste = _delen_van_naam(een)
    if any(len(w.strip(".")) > 1 and not _LETTER.fullmatch(w) for w in een.split()):
        return een if eerste.achternaam else twee
    tweede = _delen_van_naam(_zonder_titels(twee)[3])
    return " ".join(deel for deel in (een, tweede.tussenvoegsel, tweede.achternaam) if deel)


def _delen_van_naam(tekst: str) -> Persoon:
    achter, komma, voor = tekst.partition(",")
    if komma and voor.strip() and achter.strip():
        return _met_komma(achter.strip(), voor.strip())
    woorden = tekst.replace(" - ", "-").strip(" ,").split()
    if not woorden:
        return Persoon()
    letters = 0
    while letters < len(woorden) - 1 and _is_voorletter(woorden, letters):
        letters += 1
    if letters:
        tussen, achternaam = splits_achternaam(" ".join(woorden[letters:]))
        return Persoon(
            voorletters=_voorletters(woorden[:letters]),
            tussenvoegsel=tussen,
            achternaam=achternaam,
        )
    begin = _begin_achternaam(woorden)
    voorletters, voornaam = splits_voornaam(" ".join(woorden[:begin]))
    tussen, achternaam = splits_achternaam(" ".join(woorden[begin:]))
    return Persoon(
        voorletters=voorletters, voornaam=voornaam, tussenvoegsel=tussen, achternaam=achternaam
    )


def _met_komma(achter: str, voor: str) -> Persoon:
    """Read ``Vries, J. de``, ``Vries, de, J.`` and ``Berg, mw. A. van den``."""
    aanhef, _, _, kaal = _zonder_titels(voor)
    woorden = kaal.replace(",", " ").split()
    letters = [w for w in woorden if _LETTER.fullmatch(w) or _EEN_LETTER.fullmatch(w)]
    namen = [w for w in woorden if w not in letters]
    voornamen: list[str] = []
    while namen and not splits_achternaam(f"{namen[0]} X")[0]:
        voornamen.append(namen.pop(0))
    tussen, achternaam = splits_achternaam(" ".join([*namen, achter]))
    return Persoon(
        aanhef=aanhef,
        voorletters=_voorletters(letters),
        voornaam=" ".join(voornamen),
        tussenvoegsel=tussen,
        achternaam=achternaam,
    )


def _is_voorletter(woorden: list[str], plek: int) -> bool:
    woord = woorden[plek]
    if splits_achternaam(" ".join(woorden[plek:]))[0]:  # "v.d. Berg" is a tussenvoegsel
        return False
    return bool(_LETTER.fullmatch(woord) or (_EEN_LETTER.fullmatch(woord) and woord.isupper()))


def _voorletters(woorden: list[str]) -> str:
    delen = [w if w.endswith(".") else f"{w}." for w in woorden]
    return "".join(deel[:1].upper() + deel[1:] for deel in delen)


def _begin_achternaam(woorden: list[str]) -> int:
    """Return where the surname begins when no initials stand in front."""
    for plek, woord in enumerate(woorden):
        hele_rest = " ".join(woorden[plek:])
        klein = woord.lower().rstrip("-")
        if plek < len(woorden) - 1 and (
            splits_achternaam(hele_rest)[0] or klein in _DEEL_VAN_ACHTERNAAM or "-" in woord
        ):
            return plek
    return len(woorden) - 1
