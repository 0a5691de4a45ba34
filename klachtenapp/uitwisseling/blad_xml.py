"""What calamine does not give of an xlsx: comments, colours, formulas without a result.

Reads the few XML parts it needs straight from the zip, with defusedxml; loading the whole
file a second time with openpyxl would cost ten times as much. Runs only in the reading
process. A part that cannot be read is told in a remark and never stops an import.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from klachtenapp.uitwisseling.cellen import Blad, schoon
from klachtenapp.uitwisseling.kleuren import gekleurde_stijlen
from klachtenapp.uitwisseling.zipdelen import LEESFOUTEN, Zipdelen

_H = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_T = "{http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments}"
_MAX_GEKLEURD = 20_000
_PLEK = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_FORMULE = re.compile(rb"<c\b([^>]*)><f\b[^>]*>([^<]*)</f>(?:<v\s*/>|<v></v>)?</c>")
_FOUTWAARDE = re.compile(rb'<c\b([^>]*?\bt="e"[^>]*)>(?:<f\b[^>]*>[^<]*</f>)?<v>([^<]*)</v>')
_DRAAD = "[Threaded comment]"


def vul_aan(inhoud: bytes, bladen: list[Blad]) -> list[str]:
    """Add the ``aantekeningen`` of every sheet; return remarks about what could not be read."""
    opmerkingen: list[str] = []
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
            delen = Zipdelen(archief)
            gekleurd = gekleurde_stijlen(
                {naam: knoop for naam in _STIJLDELEN if (knoop := delen.xml(naam)) is not None}
            )
            paden = _bladpaden(delen)
            for blad in bladen:
                if blad.naam in paden:
                    _een_blad(delen, paden[blad.naam], blad, gekleurd, opmerkingen)
    except LEESFOUTEN as fout:
        opmerkingen.append(
            f"Opmerkingen en kleuren van cellen konden niet worden gelezen ({type(fout).__name__})."
        )
    return opmerkingen


_STIJLDELEN = ("xl/styles.xml", "xl/theme/theme1.xml")


def _bladpaden(delen: Zipdelen) -> dict[str, str]:
    boek = delen.xml("xl/workbook.xml")
    if boek is None:
        return {}
    paden = {id_: pad for id_, _, pad in delen.relaties("xl/workbook.xml")}
    return {
        blad.get("name", ""): paden.get(blad.get(f"{_R}id", ""), "")
        for blad in boek.iterfind(f"{_H}sheets/{_H}sheet")
    }


def _een_blad(
    delen: Zipdelen, pad: str, blad: Blad, gekleurd: dict[int, str], opmerkingen: list[str]
) -> None:
    for _, soort, doel in delen.relaties(pad):
        knoop = delen.xml(doel) if soort in ("comments", "threadedComment") else None
        if knoop is not None:
            lees = _opmerkingen if soort == "comments" else _gesprekken
            for plek, tekst in lees(knoop):
                _noteer(blad, plek, tekst)
    ruw = delen.ruw(pad)
    if b"<f" in ruw:
        for treffer in _FORMULE.finditer(ruw):
            formule = treffer[2].decode("utf-8", "replace")[:200]
            _noteer(blad, _plek(treffer[1]), f"formule zonder uitkomst: ={formule}")
    if b't="e"' in ruw:
        for treffer in _FOUTWAARDE.finditer(ruw):
            waarde = treffer[2].decode("utf-8", "replace")[:40]
            _noteer(blad, _plek(treffer[1]), f"formule zonder uitkomst: {waarde}")
    if gekleurd:
        _kleur(blad, ruw, gekleurd, opmerkingen)


def _kleur(blad: Blad, ruw: bytes, gekleurd: dict[int, str], opmerkingen: list[str]) -> None:
    nummers = "|".join(str(n) for n in gekleurd).encode()
    patroon = re.compile(rb'<c\b([^>]*?\bs="(' + nummers + rb')"[^>]*)>')
    gevonden = [(_plek(t[1]), gekleurd[int(t[2])]) for t in patroon.finditer(ruw)]
    if len(gevonden) > _MAX_GEKLEURD:
        opmerkingen.append(f"Blad {blad.naam}: de kleuren van de cellen zijn niet overgenomen.")
        return
    for plek, naam in gevonden:
        _noteer(blad, plek, f"kleur: {naam}")


def _opmerkingen(knoop: Element) -> Iterator[tuple[tuple[int, int] | None, str]]:
    auteurs = [a.text or "" for a in knoop.iterfind(f"{_H}authors/{_H}author")]
    for opmerking in knoop.iterfind(f"{_H}commentList/{_H}comment"):
        tekst = schoon("".join(t.text or "" for t in opmerking.iter(f"{_H}t")))
        if not tekst or tekst.startswith(_DRAAD):  # the thread itself stands in its own part
            continue
        nummer = opmerking.get("authorId", "")
        auteur = auteurs[int(nummer)] if nummer.isdigit() and int(nummer) < len(auteurs) else ""
        if auteur and tekst.startswith(f"{auteur}:"):
            tekst = tekst[len(auteur) + 1 :].strip()
        door = f" ({auteur})" if auteur and auteur.lower() not in ("", "author", "none") else ""
        yield _plek(f'r="{opmerking.get("ref", "")}"'.encode()), f"opmerking: {tekst}{door}"


def _gesprekken(knoop: Element) -> Iterator[tuple[tuple[int, int] | None, str]]:
    for opmerking in knoop.iterfind(f"{_T}threadedComment"):
        tekst = schoon("".join(t.text or "" for t in opmerking.iter(f"{_T}text")))
        if tekst:
            yield _plek(f'r="{opmerking.get("ref", "")}"'.encode()), f"opmerking: {tekst}"


def _plek(attributen: bytes) -> tuple[int, int] | None:
    """Return (row, column) from 0 of ``r="I6"``."""
    treffer = _PLEK.search(attributen)
    if treffer is None:
        return None
    kolom = 0
    for letter in treffer[1]:
        kolom = kolom * 26 + letter - 64
    return int(treffer[2]) - 1, kolom - 1


def _noteer(blad: Blad, plek: tuple[int, int] | None, tekst: str) -> None:
    if plek is not None:
        blad.aantekeningen[plek] = (*blad.aantekeningen.get(plek, ()), tekst)
