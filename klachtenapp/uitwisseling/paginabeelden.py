"""The door for an attachment that must be shown on paper: a PDF or a picture becomes pixels.

A strange PDF cannot be made to last, nor be trusted: what comes out of here is only what it
looked like. A process that may be killed opens it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from klachtenapp.errors import RegelFout
from klachtenapp.uitwisseling import grenzen, kindproces

_MODULE = "klachtenapp.uitwisseling.beeldkind"
_SCHAKELAAR = "--teken-bijlage"
_BEELDKOPPEN = (
    *(b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"BM", b"II*\x00", b"MM\x00*"),
)
_MISLUKT = "Dit bestand kan niet worden getoond."


@dataclass(frozen=True, slots=True)
class Paginabeeld:
    """One page as pixels: eight bits, ``kleuren`` 1 or 3; packed as PNG does, or as JPEG.

    ``tekst`` is the text of the page, as far as the file knows it.
    """

    breed: int
    hoog: int
    kleuren: int
    gegevens: bytes
    jpeg: bool
    tekst: str = ""


@dataclass(frozen=True, slots=True)
class Paginas:
    """The pages of an attachment; ``over`` is how many were too many."""

    beelden: tuple[Paginabeeld, ...]
    over: int = 0


def herken(inhoud: bytes) -> str:
    """Return ``pdf``, ``beeld``, or nothing for a file that has no pages to show."""
    if b"%PDF-" in inhoud[:1024]:
        return "pdf"
    if inhoud.startswith(_BEELDKOPPEN) or (inhoud[:4] == b"RIFF" and inhoud[8:12] == b"WEBP"):
        return "beeld"
    return ""


def teken(
    inhoud: bytes,
    *,
    gestopt: Callable[[], bool] | None = None,
    tijd: float = grenzen.BEELDTIJD,
) -> Paginas:
    """Return what the pages of a PDF or picture look like. ``tijd`` is in seconds.

    :raises RegelFout: it has no pages, is damaged or locked, or takes too long.
    :raises kindproces.Gestopt: the user wants no more.
    """
    soort = herken(inhoud)
    if not soort:
        raise RegelFout("Dit soort bestand heeft geen pagina's om te tonen.")
    try:
        opdracht = [*kindproces.opdracht(_MODULE, _SCHAKELAAR), soort]
        antwoord = kindproces.vraag(opdracht, inhoud, tijd=tijd, gestopt=gestopt)
    except kindproces.Verlopen as fout:
        raise RegelFout(
            f"Dit bestand is te ingewikkeld: tekenen duurde langer dan {tijd:.0f} seconden."
        ) from fout
    return _pak_uit(antwoord)


def _pak_uit(antwoord: bytes) -> Paginas:
    regel, _, pixels = antwoord.partition(b"\n")
    try:
        kop = json.loads(regel)
        if "fout" in kop:
            raise RegelFout(str(kop["fout"]))
        beelden, plek = [], 0
        for pagina in kop["paginas"]:
            einde = plek + int(pagina["bytes"])
            beelden.append(
                Paginabeeld(
                    breed=int(pagina["breed"]),
                    hoog=int(pagina["hoog"]),
                    kleuren=int(pagina["kleuren"]),
                    gegevens=pixels[plek:einde],
                    jpeg=bool(pagina["jpeg"]),
                    tekst=str(pagina["tekst"]),
                )
            )
            plek = einde
        over = int(kop["over"])
    except (ValueError, KeyError, TypeError) as fout:  # the process fell over half way
        raise RegelFout(_MISLUKT) from fout
    if plek != len(pixels) or not beelden:
        raise RegelFout(_MISLUKT)
    return Paginas(tuple(beelden), over)
