"""The door for a logo: looks what it is, lets a killable process read it, gives back a clean copy.

What is kept is never the file that came in but a new one made from what was seen in it: a PNG
of plain pixels without transparency, or an SVG of nothing but lines and colours. So nothing
else that was in the file comes into the register or a PDF.
"""

from __future__ import annotations

import base64
import json
import struct
from binascii import Error as Base64Fout
from dataclasses import dataclass
from pathlib import Path

from klachtenapp.errors import OmgevingFout, RegelFout
from klachtenapp.uitwisseling import grenzen, kindproces

PNG = "png"
SVG = "svg"
_MODULE = "klachtenapp.uitwisseling.logokind"
_SCHAKELAAR = "--lees-logo"
_PNG_KOP = b"\x89PNG\r\n\x1a\n"
_KIES = "Kies een PNG of een SVG."
_ALS_PNG = "Open het in een tekenprogramma, sla het op als PNG en kies dat bestand."
# What people choose as a logo and we do not draw: first bytes, and what it is called.
_ANDERS = (
    (b"\xff\xd8\xff", "een JPG"),
    (b"GIF8", "een GIF"),
    (b"BM", "een BMP"),
    (b"II*\x00", "een TIFF"),
    (b"MM\x00*", "een TIFF"),
    (b"RIFF", "een WEBP"),
    (b"\x00\x00\x01\x00", "een ICO"),
    (b"%PDF", "een PDF"),
    (b"%!PS", "een EPS"),
    (b"\xc5\xd0\xd3\xc6", "een EPS"),
    (b"\x1f\x8b", "een ingepakt bestand"),
    (b"PK\x03\x04", "een ingepakt bestand"),
    (b"8BPS", "een Photoshop-bestand"),
)


@dataclass(frozen=True, slots=True)
class Logobestand:
    """A clean logo: ``soort`` is png or svg, ``verhouding`` its width divided by its height."""

    soort: str
    inhoud: bytes
    verhouding: float


def lees(pad: Path) -> Logobestand:
    """Return the clean copy of the logo in ``pad``.

    :raises RegelFout: it is no logo that we can draw; the sentence says what to do.
    :raises OmgevingFout: the file cannot be read.
    """
    try:
        if pad.stat().st_size > grenzen.MAX_LOGO:
            raise _weiger(_te_groot())
        inhoud = pad.read_bytes()
    except OSError as fout:
        raise OmgevingFout(
            f"Het bestand {pad.name} kan niet worden gelezen. Kijk of het er staat."
        ) from fout
    return maak_schoon(inhoud)


def maak_schoon(inhoud: bytes, *, tijd: float = grenzen.LOGOTIJD) -> Logobestand:
    """Return the clean copy of a logo; see ``lees``. ``tijd`` is in seconds."""
    soort = herken(inhoud)
    opdracht = [*kindproces.opdracht(_MODULE, _SCHAKELAAR), soort]
    try:
        antwoord = json.loads(kindproces.vraag(opdracht, inhoud, tijd=tijd))
        if "fout" in antwoord:
            raise _weiger(str(antwoord["fout"]))
        schoon = base64.b64decode(antwoord["inhoud"], validate=True)
        uit = Logobestand(soort, schoon, float(antwoord["verhouding"]))
    except kindproces.Verlopen as fout:
        raise _weiger(f"Het logo is te ingewikkeld: lezen duurt te lang. {_ALS_PNG}") from fout
    except (ValueError, KeyError, TypeError, Base64Fout) as fout:
        raise _weiger(f"Het logo kan niet worden gelezen. Het is beschadigd. {_KIES}") from fout
    if len(uit.inhoud) > grenzen.MAX_LOGO_SCHOON:
        raise _weiger("Het logo heeft te veel details. Kies een eenvoudiger bestand.")
    return uit


def herken(inhoud: bytes) -> str:
    """Return what a file is by its bytes, whatever its name; refuse what is no logo.

    :raises RegelFout: empty, too large, another kind of file, or too many pixels.
    """
    if not inhoud:
        raise _weiger(f"Dit bestand is leeg. {_KIES}")
    if len(inhoud) > grenzen.MAX_LOGO:
        raise _weiger(_te_groot())
    if inhoud.startswith(_PNG_KOP):
        _controleer_maat(inhoud)
        return PNG
    for begin, naam in _ANDERS:
        if inhoud.startswith(begin):
            raise _weiger(f"Dit is {naam}. {_ALS_PNG}")
    if b"<svg" in inhoud[:65536].lower() and b"\x00" not in inhoud:
        return SVG
    raise _weiger(f"Dit is geen logo dat het programma kent. {_KIES}")


def _controleer_maat(inhoud: bytes) -> None:
    """Read the size in the head of a PNG, before anything is unpacked."""
    if len(inhoud) < 33 or inhoud[12:16] != b"IHDR":
        raise _weiger(f"Deze PNG is beschadigd. {_KIES}")
    breed, hoog = struct.unpack(">II", inhoud[16:24])
    if not breed or not hoog:
        raise _weiger(f"Deze PNG is beschadigd. {_KIES}")
    te_breed = max(breed, hoog) > grenzen.MAX_LOGO_ZIJDE
    if te_breed or breed * hoog > grenzen.MAX_LOGO_PUNTEN:
        raise _weiger(
            f"Deze PNG is te groot: {breed} bij {hoog} pixels. "
            "Maak hem kleiner, bijvoorbeeld 1000 pixels breed."
        )


def _te_groot() -> str:
    return (
        f"Dit bestand is groter dan {grenzen.MAX_LOGO // 2**20} MB. Maak het logo kleiner, "
        "bijvoorbeeld 1000 pixels breed."
    )


def _weiger(zin: str) -> RegelFout:
    return RegelFout(zin, veld="logo")
