"""How the reading process hands sheets over: JSON, because what it read is not to be trusted.

A date is a list of its ordinal, a moment a list of ordinal and second of the day, so that
decoding is one test a cell.
"""

from __future__ import annotations

import json
from datetime import date, datetime, time, timedelta
from typing import Any

from klachtenapp.uitwisseling.cellen import Blad, Cel


def pak_in(bladen: list[Blad], opmerkingen: list[str]) -> bytes:
    """Return the sheets and the remarks as UTF-8 JSON."""
    vorm = {
        "opmerkingen": opmerkingen,
        "bladen": [
            {
                "naam": blad.naam,
                "verborgen": blad.verborgen,
                "rijen": blad.rijen,
                "aantekeningen": [
                    [rij, kolom, *teksten]
                    for (rij, kolom), teksten in sorted(blad.aantekeningen.items())
                ],
                "samengevoegd": blad.samengevoegd,
            }
            for blad in bladen
        ],
    }
    return json.dumps(vorm, separators=(",", ":"), default=_naar_json).encode("ascii")


def pak_fout_in(boodschap: str) -> bytes:
    """Return a refusal of the reading process."""
    return json.dumps({"fout": boodschap}).encode("ascii")


def pak_uit(inhoud: bytes) -> tuple[tuple[Blad, ...], tuple[str, ...], str]:
    """Return (sheets, remarks, refusal). Raises ``ValueError`` when it is no hand-over."""
    vorm = json.loads(inhoud)
    if "fout" in vorm:
        return (), (), str(vorm["fout"])
    bladen = tuple(_blad(deel) for deel in vorm["bladen"])
    return bladen, tuple(vorm["opmerkingen"]), ""


def _blad(deel: dict[str, Any]) -> Blad:
    return Blad(
        naam=deel["naam"],
        rijen=[[_van_json(x) if x.__class__ is list else x for x in r] for r in deel["rijen"]],
        verborgen=deel["verborgen"],
        aantekeningen={(r, k): tuple(teksten) for r, k, *teksten in deel["aantekeningen"]},
        samengevoegd=tuple((a, b, c, d) for a, b, c, d in deel["samengevoegd"]),
    )


def _naar_json(cel: object) -> list[int]:
    """Return what JSON has no word for; all other cells are written as they are."""
    if isinstance(cel, datetime):
        return [cel.toordinal(), cel.hour * 3600 + cel.minute * 60 + cel.second]
    if isinstance(cel, date):
        return [cel.toordinal()]
    raise TypeError(f"geen cel: {type(cel).__name__}")


def _van_json(delen: list[int]) -> Cel:
    dag = date.fromordinal(delen[0])
    if len(delen) == 1:
        return dag
    return datetime.combine(dag, time()) + timedelta(seconds=delen[1])
