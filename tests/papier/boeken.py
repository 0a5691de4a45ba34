"""Dossierboeken for the tests: with everything in it, and with almost nothing."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO

from PIL import Image

from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.papier.dossierboek import (
    Alinea,
    Bijlage,
    Brief,
    Dossierboek,
    Hoofdstuk,
    Kop,
    Lijst,
    teken_dossierboek,
)
from klachtenapp.papier.structuur import Beeld
from klachtenapp.papier.tabel import Kolom
from tests.papier.geleverd import teken_geleverd

DATUM = date(2026, 11, 24)
GEMEENTE = Gemeente(
    "Gemeente Voorbeeldstad", bezoekadres="Marktplein 1", postcode="1234 AB",
    plaats="Voorbeeldstad", telefoon="14 0123", belnummer="0123 - 45 67 89",
    kleur="#00693E",
)  # fmt: skip
NAMEN = "Zoë Brontë, Łucja Żółć, Şükrü Yılmaz, Đặng Thị Nguyễn, Ő. Szűcs, Ελένη Παππά, Дмитро Їжак"
_VERHAAL = "Mevrouw vertelde dat zij twee uur wachtte. Niemand zei iets. " * 9


def _plaatje(kleuren: int = 1, *, jpeg: bool = False, maat: tuple[int, int] = (300, 420)) -> Beeld:
    """Return a picture of a gradient."""
    breed, hoog = maat
    if jpeg:
        uit = BytesIO()
        Image.linear_gradient("L").resize(maat).convert("RGB").save(uit, "JPEG", quality=80)
        return Beeld(breed, hoog, 3, uit.getvalue(), jpeg=True)
    rij = bytes(255 - (n * 80 // breed) for n in range(breed) for _ in range(kleuren))
    return Beeld(breed, hoog, kleuren, zlib.compress((b"\0" + rij) * hoog))


def _tijdlijn(rijen: int) -> Hoofdstuk:
    kolommen = (Kolom("Datum", 15, rijkop=True), Kolom("Wat", 30), Kolom("Meer", 55))
    rij = ("vr 20 nov 2026", "Klager gebeld", f"Door {NAMEN}. {_VERHAAL[:120]}")
    return Hoofdstuk("Tijdlijn", (Lijst(kolommen, (rij,) * rijen),))


def _oordeel() -> Hoofdstuk:
    delen = [
        blok
        for nummer in range(1, 5)
        for blok in (
            Kop(f"Onderdeel {nummer}: lang wachten aan de balie"),
            Alinea(f"{_VERHAAL}\n\nDe tweede alinea: {_VERHAAL}"),
            Alinea("Oordeel: gegrond", stil=True),
        )
    ]
    return Hoofdstuk("Oordeel", tuple(delen))


@cache
def _brief(soort: BriefSoort) -> bytes:
    return teken_geleverd(soort, GEMEENTE)


def groot(gemeente: Gemeente = GEMEENTE) -> Dossierboek:
    """Return a book with every kind of part."""
    brieven = (BriefSoort.ONTVANGSTBEVESTIGING, BriefSoort.AFDOENINGSBRIEF)
    return Dossierboek(
        gemeente,
        "K2026-0094",
        f"Lang wachten aan de balie, en <niemand> & die {NAMEN}",
        DATUM,
        (("Klager", NAMEN), ("Ontvangen op", "vrijdag 20 november 2026"), ("Soort", "klacht")),
        ("De aantekeningen van de gemeente.", "Het logboek."),
        (_tijdlijn(60), _oordeel()),
        tuple(Brief(f"{soort.capitalize()}, 24 november 2026", _brief(soort)) for soort in brieven),
        (
            Bijlage("Bijlage 1: scan.pdf", "scan.pdf", ((_plaatje(), "Geachte gemeente"),) * 3),
            Bijlage("Bijlage 2: foto.jpg", "foto.jpg", ((_plaatje(jpeg=True), ""),)),
            Bijlage("Bijlage 3: breed.png", "b.png", ((_plaatje(3, maat=(900, 120)), ""),)),
        ),
    )


def klein() -> Dossierboek:
    """Return a book of one chapter."""
    hoofdstuk = Hoofdstuk("Gesprekken", (Alinea("Er is nog met niemand gesproken."),))
    return Dossierboek(Gemeente("Voorbeeldstad"), "K2026-0001", "", DATUM, (("Soort", "tip"),),
                       hoofdstukken=(hoofdstuk,))  # fmt: skip


def veel_stukken() -> Dossierboek:
    """Return a book whose index does not fit on one page."""
    brief = Brief("Ontvangstbevestiging", _brief(BriefSoort.ONTVANGSTBEVESTIGING))
    return replace(groot(), brieven=(brief,) * 60, bijlagen=(), hoofdstukken=(_tijdlijn(2),))


BOEKEN: dict[str, Callable[[], bytes]] = {
    "dossierboek": lambda: teken_dossierboek(groot()),
    "dossierboek-klein": lambda: teken_dossierboek(klein()),
    "dossierboek-oefening": lambda: teken_dossierboek(groot(replace(GEMEENTE, oefening=True))),
    "dossierboek-lange-inhoud": lambda: teken_dossierboek(veel_stukken()),
}
"""Name of the kind → a function that makes one."""
