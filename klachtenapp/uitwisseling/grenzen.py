"""How much of a strange file we are willing to take, and the memory lock of the reading process."""

from __future__ import annotations

import sys
from typing import NoReturn

from klachtenapp.errors import RegelFout
from klachtenapp.uitwisseling import windowstaak

MAX_BESTAND = 50 * 1024 * 1024
"""Largest file that is opened, in bytes."""

MAX_UITGEPAKT = 300 * 1024 * 1024
"""Largest sum of the sizes in the directory of a zip (xlsx, ods), in bytes."""

MAX_VERHOUDING = 100
"""Largest unpacked : packed ratio of a zip part above ``KLEIN_DEEL``."""

KLEIN_DEEL = 10 * 1024 * 1024
"""Below this size, in bytes, a part may be packed as tightly as it likes."""

MAX_DELEN = 2_000
"""Most files inside a zip."""

MAX_BLADEN = 100
MAX_RIJEN = 200_000
MAX_KOLOMMEN = 500
MAX_KOPPEN = 2_000
"""Most different headers of all sheets together."""

MAX_CELLEN = 4_000_000
"""Most cells of all sheets together."""

MAX_TEKST = 50_000_000
"""Most letters in all cells together; a spreadsheet keeps a text that comes often only once."""

MAX_CELTEKST = 100_000
"""Longest text in one cell; Excel itself stops at 32,767."""

LEESTIJD = 60.0
"""Seconds after which the reading process is killed, however large the file is."""

KLEINE_LEESTIJD = 8.0
"""Seconds that a small file gets once the reading process has it."""

LEESTIJD_PER_MB = 2.0
"""Seconds that each unpacked MB adds; an .ods full of comments takes a quarter of a second."""

LEESGEHEUGEN = 1536 * 1024 * 1024
"""Memory of the reading process, in bytes: address space, on Windows what it claims."""

MAX_LOGO = 2 * 1024 * 1024
"""Largest logo that is opened, in bytes."""

MAX_LOGO_ZIJDE = 10_000
MAX_LOGO_PUNTEN = 25_000_000
"""Most pixels of a logo: 25 million are 100 MB while it is flattened."""

MAX_SVG_DELEN = 5_000
"""Most elements of an SVG, with every ``use`` written out."""

MAX_SVG_DIEPTE = 40
MAX_SVG_STAPPEN = 40_000
"""Most lines and curves that are drawn."""

MAX_LOGO_SCHOON = 256 * 1024
"""Largest logo that is kept, in bytes: it comes back in every letter."""

LOGOTIJD = 20.0
"""Seconds after which the process that reads a logo is killed."""

LOGOGEHEUGEN = 768 * 1024 * 1024
"""Address space of the process that reads a logo, in bytes."""

MAX_HANDTEKENING = 10 * 1024 * 1024
"""Largest picture of a signature that is opened, in bytes: a photograph from a phone."""

MAX_HANDTEKENING_PUNTEN = 60_000_000
"""Most pixels of it; a JPEG is opened at a fraction of its size."""

MAX_BIJLAGE_PAGINAS = 60
"""Most pages of one attachment that are shown in a dossierboek."""

MAX_BEELD_ZIJDE = 2_000
"""Longest side of a page or picture in a dossierboek, in pixels."""

MAX_BEELD_PUNTEN = 80_000_000
"""Most pixels of a picture that is opened: a phone makes 50 million."""

MAX_PAGINATEKST = 4_000
"""Most letters of the text of a page that go along with its picture."""

MAX_SCANPAGINAS = 120
"""Most pages of a scan on which a code is looked for."""

MAX_SCANZIJDE = 4_000
"""Longest side of a page of a scan while a code is looked for, in pixels."""

MAX_CODETEKST = 200
"""Most letters of one code that are passed on."""

TEKENTIJD = 55.0
"""Seconds after which that process draws no further pages; those it has are shown."""

BEELDTIJD = 90.0
"""Seconds after which the process that draws an attachment is killed."""

BEELDGEHEUGEN = 1536 * 1024 * 1024
"""Address space of the process that draws an attachment, in bytes."""

BESCHADIGD = (
    "{} is beschadigd en kan niet worden geopend. Open het in Excel en bewaar het "
    "opnieuw als .xlsx."
)
MET_WACHTWOORD = "{} heeft een wachtwoord. Haal het wachtwoord er in Excel af en probeer opnieuw."


def keur_maat(blad: str, rijen: int, kolommen: int) -> None:
    """Raise ``RegelFout`` when a sheet has more rows or columns than we are willing to take."""
    if rijen > MAX_RIJEN or kolommen > MAX_KOLOMMEN:
        raise RegelFout(
            f"Blad {blad} heeft meer dan {MAX_RIJEN} rijen of {MAX_KOLOMMEN} kolommen. "
            "Verwijder losse cellen ver onderaan of rechts, of verdeel het blad.",
            veld="bestand",
        )


def keur_aantal_cellen(bestand: str, cellen: int) -> None:
    """Raise ``RegelFout`` when all sheets together have too many cells."""
    if cellen > MAX_CELLEN:
        raise RegelFout(f"{bestand} heeft te veel cellen. Verdeel het bestand.", veld="bestand")


def keur_aantal_letters(bestand: str, letters: int) -> None:
    """Raise ``RegelFout`` when all cells together hold too much text."""
    if letters > MAX_TEKST:
        raise RegelFout(f"{bestand} heeft te veel tekst. Verdeel het bestand.", veld="bestand")


def weiger_celtekst(blad: str) -> NoReturn:
    """Say that the text of one cell is too long."""
    raise RegelFout(
        f"Blad {blad} heeft een cel met meer dan {MAX_CELTEKST} tekens.", veld="bestand"
    )


def leestijd(uitgepakt: int) -> float:
    """Return how many seconds the reading of so many unpacked bytes may take."""
    return min(LEESTIJD, KLEINE_LEESTIJD + LEESTIJD_PER_MB * uitgepakt / 2**20)


def begrens_dit_proces(geheugen: int = LEESGEHEUGEN) -> None:
    """Limit memory and processor time of the process that reads the file.

    On Windows the process goes into a job with these limits.
    """
    seconden = int(LEESTIJD) + 10
    if sys.platform == "win32":
        windowstaak.begrens_dit_proces(geheugen, seconden)
        return
    # Only POSIX has this module, so it cannot stand at the top of the file.
    import resource  # noqa: PLC0415

    for soort, waarde in (
        (resource.RLIMIT_AS, geheugen),
        (resource.RLIMIT_CPU, seconden),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(soort)
        grens = waarde if hard == resource.RLIM_INFINITY else min(waarde, hard)
        resource.setrlimit(soort, (grens, hard))
