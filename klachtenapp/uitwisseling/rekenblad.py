"""Reads xlsx, xlsb, xls and ods with calamine; runs only in the reading process."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

from klachtenapp.errors import RegelFout
from klachtenapp.uitwisseling import blad_ods, blad_xml, grenzen, ods_keuring, ole_keten
from klachtenapp.uitwisseling.cellen import Blad, Cel

# What Rust raises when a damaged file surprises calamine; no module gives its class away.
_PANIEK = "PanicException"
_GEWONE_CEL = (str, float, int)


def lees_rekenblad(inhoud: bytes, vorm: str, naam: str) -> tuple[list[Blad], list[str]]:
    """Return all sheets, also hidden ones, and remarks. Raises ``RegelFout`` in Dutch."""
    if vorm == "xls" and not ole_keten.is_heel(inhoud):
        raise RegelFout(grenzen.BESCHADIGD.format(naam), veld="bestand")
    if vorm == "ods":
        ods_keuring.keur(inhoud, naam)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(inhoud)) as boek:
            bladen = []
            letters = 0
            for meta in _bladnamen(boek, naam):
                blad = _blad(boek, meta.name, meta.visible != SheetVisibleEnum.Visible)
                letters += _letters(blad)
                grenzen.keur_aantal_letters(naam, letters)
                bladen.append(blad)
    except PasswordError as fout:
        raise RegelFout(grenzen.MET_WACHTWOORD.format(naam), veld="bestand") from fout
    except BaseException as fout:
        if not isinstance(fout, CalamineError) and type(fout).__name__ != _PANIEK:
            raise
        raise RegelFout(grenzen.BESCHADIGD.format(naam), veld="bestand") from fout
    grenzen.keur_aantal_cellen(naam, sum(len(blad.rijen) * blad.breedte for blad in bladen))
    if vorm == "xlsx":
        return bladen, blad_xml.vul_aan(inhoud, bladen)
    if vorm == "ods":
        return bladen, blad_ods.vul_aan(inhoud, bladen)
    return bladen, ["Opmerkingen bij cellen zijn uit dit oude soort bestand niet te lezen."]


def _letters(blad: Blad) -> int:
    return sum(len(cel) for rij in blad.rijen for cel in rij if isinstance(cel, str))


def _bladnamen(boek: CalamineWorkbook, naam: str) -> list[Any]:
    bladen = list(boek.sheets_metadata)
    if len(bladen) > grenzen.MAX_BLADEN:
        raise RegelFout(f"{naam} heeft meer dan {grenzen.MAX_BLADEN} bladen.", veld="bestand")
    return bladen


def _blad(boek: CalamineWorkbook, naam: str, verborgen: bool) -> Blad:
    blad = boek.get_sheet_by_name(naam)
    eind = blad.end
    if eind is None:
        return Blad(naam, [], verborgen)
    grenzen.keur_maat(naam, eind[0] + 1, eind[1] + 1)
    rijen: list[list[Cel]] = [
        [cel if cel.__class__ in _GEWONE_CEL else _cel(cel) for cel in rij]
        for rij in blad.to_python(skip_empty_area=False)
    ]
    langste = max((len(cel) for rij in rijen for cel in rij if isinstance(cel, str)), default=0)
    if langste > grenzen.MAX_CELTEKST:
        grenzen.weiger_celtekst(naam)
    vakken = tuple((b[0], b[1], e[0], e[1]) for b, e in blad.merged_cell_ranges or ())
    return Blad(naam, rijen, verborgen, samengevoegd=vakken)


def _cel(cel: object) -> Cel:
    if isinstance(cel, bool | datetime | date):
        return cel
    if isinstance(cel, time):
        return f"{cel:%H:%M}"
    if isinstance(cel, timedelta):
        minuten = int(cel.total_seconds()) // 60
        return f"{minuten // 60}:{minuten % 60:02}"
    return str(cel)
