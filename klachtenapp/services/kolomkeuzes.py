"""The mappings of columns that this user saved under a name."""

from __future__ import annotations

from pathlib import Path

from klachtenapp import paths
from klachtenapp.errors import OmgevingFout, RegelFout
from klachtenapp.uitwisseling.kolommen import Indeling, Kolomkeuze, sleutel
from klachtenapp.uitwisseling.kolommen_toml import als_toml, bestandsnaam, lees_keuze
from klachtenapp.uitwisseling.veilig_schrijven import vervang

_MAP = "kolomkeuzes"


def namen() -> list[str]:
    """Return the names of the saved mappings, in order; a broken file is left out."""
    gevonden = []
    for pad in sorted(_map().glob("*.toml")):
        try:
            gevonden.append(lees_keuze(pad).naam or pad.stem)
        except (RegelFout, OmgevingFout):
            continue  # a file that someone spoiled by hand must not stop the others
    return sorted(gevonden, key=str.casefold)


def haal(naam: str) -> Kolomkeuze:
    """Return a saved mapping. Raises ``RegelFout`` or ``OmgevingFout`` when it cannot be read."""
    return lees_keuze(_map() / bestandsnaam(naam))


def bewaar(naam: str, indeling: Indeling) -> Path:
    """Save what stands now under a name, over an older one; return the file.

    Only what holds for other files too is kept: columns and the order of day and month.
    """
    naam = " ".join(naam.split())
    if not naam:
        raise RegelFout("Geef de kolomkeuze een naam.", veld="naam")
    pad = _map() / bestandsnaam(naam)
    koppen = {sleutel(kolom.kop): kolom.kop for kolom in indeling.kolommen}
    keuze = Kolomkeuze(indeling.keuze.velden, naam, indeling.keuze.maand_dag)
    with vervang(pad) as tijdelijk:
        tijdelijk.write_text(als_toml(keuze, koppen), encoding="utf-8")
    return pad


def _map() -> Path:
    plek = paths.instellingenmap() / _MAP
    plek.mkdir(parents=True, exist_ok=True)
    return plek
