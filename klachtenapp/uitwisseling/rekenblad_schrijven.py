"""A sheet for Excel: real dates, frozen header, filter, widths, print set-up; never a formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import xlsxwriter
import xlsxwriter.worksheet
from xlsxwriter.exceptions import FileCreateError

from klachtenapp.uitwisseling.veilig_schrijven import vervang

Waarde = str | int | date | None
"""What may stand in a cell; ``None`` and ``""`` leave it empty."""

_LANGSTE = 32_000
_AFGEKAPT = " … (afgekapt, de hele tekst staat in het register)"
_A4 = 9
_OPTIES = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "dd-mm-yyyy",
}


@dataclass(frozen=True, slots=True)
class Bladinhoud:
    """One sheet to write. ``breedtes`` are in characters; ``kop`` stands on row 1."""

    naam: str
    kop: Sequence[str]
    rijen: Iterable[Sequence[Waarde]]
    breedtes: Sequence[int]


def schrijf_xlsx(pad: Path, bladen: Sequence[Bladinhoud], titel: str) -> int:
    """Write the sheets to ``pad``, whole or not at all; return the number of rows.

    ``titel`` comes in the page header of the print. Rows may be a generator: they are
    written as they come, so that memory does not grow with the register.
    """
    aantal = 0
    with vervang(pad) as tijdelijk:
        boek = xlsxwriter.Workbook(str(tijdelijk), _OPTIES)
        try:
            boek.set_properties({"title": titel, "comments": "Gemaakt met Klachtenapp"})
            opmaak = _Opmaak(boek)
            for inhoud in bladen:
                aantal += _schrijf_blad(boek.add_worksheet(inhoud.naam), inhoud, opmaak, titel)
        finally:
            _sluit(boek)
    return aantal


def _sluit(boek: xlsxwriter.Workbook) -> None:
    """Close the workbook, which is when it is written to disk."""
    try:
        boek.close()
    except FileCreateError as fout:
        raise OSError(str(fout)) from fout


class _Opmaak:
    def __init__(self, boek: xlsxwriter.Workbook) -> None:
        boven = {"valign": "top"}
        self.kop = boek.add_format(
            {"bold": True, "bg_color": "#12324F", "font_color": "#FFFFFF", "text_wrap": True}
            | boven
        )
        self.tekst = boek.add_format({"text_wrap": True} | boven)
        self.datum = boek.add_format({"num_format": "dd-mm-yyyy", "align": "left"} | boven)
        self.getal = boek.add_format({"num_format": "0", "align": "left"} | boven)


def _schrijf_blad(
    blad: xlsxwriter.worksheet.Worksheet, inhoud: Bladinhoud, opmaak: _Opmaak, titel: str
) -> int:
    for kolom, (kop, breedte) in enumerate(zip(inhoud.kop, inhoud.breedtes, strict=True)):
        blad.write_string(0, kolom, kop, opmaak.kop)
        blad.set_column(kolom, kolom, breedte)
    nummer = 0
    for nummer, rij in enumerate(inhoud.rijen, start=1):
        for kolom, waarde in enumerate(rij):
            _schrijf_cel(blad, nummer, kolom, waarde, opmaak)
    laatste = len(inhoud.kop) - 1
    blad.freeze_panes(1, 1)
    blad.autofilter(0, 0, max(nummer, 1), laatste)
    blad.set_landscape()
    blad.set_paper(_A4)
    blad.repeat_rows(0)
    blad.fit_to_pages(1, 0)
    blad.print_area(0, 0, max(nummer, 1), laatste)
    blad.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    blad.set_header(f"&L{_voor_kop(titel)}&R&A")
    blad.set_footer("&Lafgedrukt op &D&Rpagina &P van &N")
    return nummer


def _schrijf_cel(
    blad: xlsxwriter.worksheet.Worksheet, rij: int, kolom: int, waarde: Waarde, opmaak: _Opmaak
) -> None:
    if waarde is None or waarde == "":
        return
    if isinstance(waarde, date):
        blad.write_datetime(rij, kolom, waarde, opmaak.datum)
    elif isinstance(waarde, int):
        blad.write_number(rij, kolom, waarde, opmaak.getal)
    else:
        # write_string, never write: what begins with = + - @ stays what was typed.
        blad.write_string(rij, kolom, _passend(waarde), opmaak.tekst)


def _passend(tekst: str) -> str:
    return tekst if len(tekst) <= _LANGSTE else tekst[:_LANGSTE] + _AFGEKAPT


def _voor_kop(titel: str) -> str:
    return titel.replace("&", "&&")[:120]
