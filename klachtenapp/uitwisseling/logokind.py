"""The process that opens a strange logo or signature: it may die, the program lives on.

Started as ``python -m klachtenapp.uitwisseling.logokind SOORT`` with the file on standard
input. Answers JSON: the clean copy, or why not.
"""

from __future__ import annotations

import base64
import json
import os
import sys

from klachtenapp.errors import RegelFout
from klachtenapp.uitwisseling import grenzen
from klachtenapp.uitwisseling.handtekening_png import schone_handtekening
from klachtenapp.uitwisseling.logo_png import schone_png
from klachtenapp.uitwisseling.logo_svg import schone_svg

_LEZERS = {"png": schone_png, "svg": schone_svg, "handtekening": schone_handtekening}


def main(argumenten: list[str]) -> int:
    """Read standard input, write the answer; 0 when there is an answer, also a refusal."""
    (soort,) = argumenten
    grenzen.begrens_dit_proces(grenzen.LOGOGEHEUGEN)
    with os.fdopen(0, "rb", closefd=False) as invoer:
        inhoud = invoer.read()
    antwoord: dict[str, object]
    try:
        schoon, verhouding = _LEZERS[soort](inhoud)
        antwoord = {"inhoud": base64.b64encode(schoon).decode(), "verhouding": verhouding}
    except RegelFout as fout:
        antwoord = {"fout": fout.boodschap}
    except (MemoryError, RecursionError):
        antwoord = {"fout": "Dit plaatje vraagt te veel geheugen. Kies een eenvoudiger bestand."}
    with os.fdopen(1, "wb", closefd=False) as uitvoer:
        uitvoer.write(json.dumps(antwoord).encode("ascii"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
