"""The door for the picture of a signature: a killable process reads it, a clean copy comes back.

What is kept is a PNG of plain pixels, made from what was seen; nothing else that was in the
file (where a photograph was taken, for one) comes into the register or on a letter.
"""

from __future__ import annotations

import base64
import json
from binascii import Error as Base64Fout
from pathlib import Path

from klachtenapp.errors import OmgevingFout, RegelFout
from klachtenapp.uitwisseling import grenzen, kindproces

_MODULE = "klachtenapp.uitwisseling.logokind"
_SCHAKELAAR = "--lees-logo"
_SOORT = "handtekening"
_BEGINNEN = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_KIES = "Kies een PNG of een JPEG."


def lees(pad: Path) -> bytes:
    """Return the clean copy of the signature in ``pad``, a PNG.

    :raises RegelFout: it is no picture of a signature; the sentence says what to do.
    :raises OmgevingFout: the file cannot be read.
    """
    try:
        if pad.stat().st_size > grenzen.MAX_HANDTEKENING:
            raise _weiger(
                f"Dit bestand is groter dan {grenzen.MAX_HANDTEKENING // 2**20} MB. "
                "Maak de foto kleiner."
            )
        inhoud = pad.read_bytes()
    except OSError as fout:
        raise OmgevingFout(
            f"Het bestand {pad.name} kan niet worden gelezen. Kijk of het er staat."
        ) from fout
    return maak_schoon(inhoud)


def maak_schoon(inhoud: bytes, *, tijd: float = grenzen.LOGOTIJD) -> bytes:
    """Return the clean copy of a signature; see ``lees``. ``tijd`` is in seconds."""
    if not inhoud.startswith(_BEGINNEN):
        raise _weiger(f"Dit is geen plaatje dat het programma kan lezen. {_KIES}")
    opdracht = [*kindproces.opdracht(_MODULE, _SCHAKELAAR), _SOORT]
    try:
        antwoord = json.loads(kindproces.vraag(opdracht, inhoud, tijd=tijd))
        if "fout" in antwoord:
            raise _weiger(str(antwoord["fout"]))
        schoon = base64.b64decode(antwoord["inhoud"], validate=True)
    except kindproces.Verlopen as fout:
        raise _weiger("Dit plaatje is te groot: lezen duurt te lang. Maak het kleiner.") from fout
    except (ValueError, KeyError, TypeError, Base64Fout) as fout:
        raise _weiger(f"Dit plaatje kan niet worden gelezen. Het is beschadigd. {_KIES}") from fout
    if len(schoon) > grenzen.MAX_LOGO_SCHOON:
        raise _weiger("Dit plaatje heeft te veel details. Kies een eenvoudiger plaatje.")
    return schoon


def _weiger(zin: str) -> RegelFout:
    return RegelFout(zin, veld="handtekening")
