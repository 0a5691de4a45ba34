"""Reads .csv and .txt exports: finds out encoding and delimiter by looking."""

from __future__ import annotations

import csv
import io
from collections import Counter

from klachtenapp.errors import RegelFout
from klachtenapp.uitwisseling import grenzen
from klachtenapp.uitwisseling.cellen import Blad, Cel
from klachtenapp.uitwisseling.veilig_schrijven import zonder_apostrof

_SCHEIDINGEN = (";", ",", "\t", "|")
_PROEFRIJEN = 60


def lees_csv(inhoud: bytes, naam: str) -> tuple[Blad, list[str]]:
    """Return the one sheet of a csv file and remarks; raises ``RegelFout`` when it is no csv."""
    tekst, opmerkingen = ontcijfer(inhoud)
    scheiding, tekst = _scheiding(tekst)
    vorige = csv.field_size_limit(grenzen.MAX_CELTEKST)  # a setting of the whole process
    try:
        rijen = _lees_rijen(tekst, scheiding, naam)
    finally:
        csv.field_size_limit(vorige)
    breedte = max((len(rij) for rij in rijen), default=0)
    vol: list[list[Cel]] = [
        [*map(zonder_apostrof, rij), *[""] * (breedte - len(rij))] for rij in rijen
    ]
    return Blad(naam=naam, rijen=vol), opmerkingen


def _lees_rijen(tekst: str, scheiding: str, naam: str) -> list[list[str]]:
    rijen: list[list[str]] = []
    breedte = 0
    try:
        for rij in csv.reader(io.StringIO(tekst, newline=""), delimiter=scheiding):
            rijen.append(rij)
            breedte = max(breedte, len(rij))
            grenzen.keur_aantal_cellen(naam, len(rijen) * breedte)
            if len(rijen) > grenzen.MAX_RIJEN or len(rij) > grenzen.MAX_KOLOMMEN:
                raise RegelFout(
                    f"{naam} heeft meer dan {grenzen.MAX_RIJEN} rijen of "
                    f"{grenzen.MAX_KOLOMMEN} kolommen. Verdeel het bestand.",
                    veld="bestand",
                )
    except csv.Error as fout:
        raise RegelFout(
            f"{naam} kan niet worden gelezen vanaf rij {len(rijen) + 1}. Waarschijnlijk "
            "ontbreekt daar een aanhalingsteken.",
            veld="bestand",
        ) from fout
    return rijen


def ontcijfer(inhoud: bytes) -> tuple[str, list[str]]:
    """Return the text and, when something had to be guessed, a sentence about it."""
    if inhoud.startswith((b"\xff\xfe", b"\xfe\xff")):
        return inhoud.decode("utf-16", errors="replace"), []
    try:
        return inhoud.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        tekst = inhoud.decode("cp1252", errors="replace")
    opmerking = "De tekens zijn gelezen als Windows-tekst (cp1252)."
    if "\ufffd" in tekst:
        opmerking += " Niet elk teken kon worden gelezen."
    return tekst, [opmerking]


def _scheiding(tekst: str) -> tuple[str, str]:
    """Return the delimiter, and the text without Excel's own ``sep=`` line."""
    eerste, _, rest = tekst.partition("\n")
    if eerste.lower().startswith("sep=") and len(eerste.strip()) == 5:
        return eerste[4], rest
    return max(_SCHEIDINGEN, key=lambda teken: _punten(tekst, teken)), tekst


def _punten(tekst: str, teken: str) -> tuple[float, int]:
    """Return how well the delimiter explains the beginning: even rows, many columns."""
    begin = tekst[:200_000]
    breedtes: Counter[int] = Counter()
    try:
        for nummer, rij in enumerate(csv.reader(io.StringIO(begin, newline=""), delimiter=teken)):
            if nummer >= _PROEFRIJEN:
                break
            if rij:
                breedtes[len(rij)] += 1
    except csv.Error:
        return 0.0, 0
    if not breedtes:
        return 0.0, 0
    breedte, aantal = max(breedtes.items(), key=lambda paar: (paar[0] > 1, paar[1], paar[0]))
    return (aantal / breedtes.total() if breedte > 1 else 0.0), breedte
