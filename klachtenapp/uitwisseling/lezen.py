"""The door for reading a file: checks it, lets a killable process open it, gives sheets back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from klachtenapp.errors import RegelFout
from klachtenapp.uitwisseling import grenzen, kindproces
from klachtenapp.uitwisseling.cellen import Werkmap
from klachtenapp.uitwisseling.overdracht import pak_uit
from klachtenapp.uitwisseling.veilig import Bestand, haal_op

_MODULE = "klachtenapp.uitwisseling.leeskind"
_SCHAKELAAR = "--lees-bestand"

GESTOPT = "Gestopt. Er is niets veranderd."

Gestopt = Callable[[], bool]
"""Asked again and again while a file is read and judged: was it stopped?"""

_Ding = TypeVar("_Ding")


def ga_na(dingen: Iterable[_Ding], gestopt: Gestopt | None) -> Iterator[_Ding]:
    """Yield the things, asking at each whether to stop; then ``RegelFout``."""
    for ding in dingen:
        if gestopt is not None and gestopt():
            raise RegelFout(GESTOPT)
        yield ding


def lees(
    pad: Path,
    *,
    gestopt: Gestopt | None = None,
    leestijd: float = grenzen.LEESTIJD,
) -> Werkmap:
    """Read a register from ``pad``: xlsx, xls, xlsb, ods or csv, whatever its name ends on.

    ``leestijd`` is in seconds; ``gestopt`` is asked five times a second. Raises
    ``RegelFout`` when the file cannot be a register or is stopped, ``OmgevingFout`` when
    it cannot be reached.
    """
    bestand = haal_op(Path(pad))
    antwoord = _vraag_kind(bestand, gestopt, leestijd)
    try:
        bladen, opmerkingen, weigering = pak_uit(antwoord)
    except (ValueError, KeyError, TypeError) as fout:
        raise RegelFout(
            f"{bestand.naam} kan niet worden gelezen. Waarschijnlijk is het beschadigd, of "
            "staat er ver onderaan of rechts nog een losse cel. Open het in Excel, "
            "kopieer de tabel naar een nieuw bestand en probeer dat.",
            veld="bestand",
        ) from fout
    if weigering:
        raise RegelFout(weigering, veld="bestand")
    if bestand.vorm == "csv":
        for blad in bladen:
            blad.naam = Path(bestand.naam).stem
    return Werkmap(bestand.naam, bestand.sha256, bestand.vorm, bladen, opmerkingen)


def _vraag_kind(bestand: Bestand, gestopt: Gestopt | None, leestijd: float) -> bytes:
    """Return what the reading process wrote; say so when it was stopped or took too long."""
    try:
        return kindproces.vraag(
            [*_opdracht(), bestand.vorm, bestand.naam],
            bestand.inhoud,
            tijd=leestijd,
            gestopt=gestopt,
        )
    except kindproces.Gestopt as fout:
        raise RegelFout(GESTOPT) from fout
    except kindproces.Verlopen as fout:
        raise RegelFout(
            f"{bestand.naam} is te groot of te ingewikkeld: het lezen duurde langer dan "
            f"{leestijd:.0f} seconden. Verdeel het bestand.",
            veld="bestand",
        ) from fout


def _opdracht() -> list[str]:
    return kindproces.opdracht(_MODULE, _SCHAKELAAR)
