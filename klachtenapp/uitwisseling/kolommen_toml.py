"""A mapping of columns as a TOML file that a person can read and change."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

from klachtenapp.errors import OmgevingFout, RegelFout
from klachtenapp.uitwisseling.kolommen import Kolomkeuze, sleutel
from klachtenapp.uitwisseling.velden import LABELS, Kolomveld

_BEKEND = frozenset({"naam", "maand_dag", "kolommen", "kopregels", "bladen_uit"})
_ONVEILIG = re.compile(r"[^\w .()\-]+")


def lees_keuze(pad: Path) -> Kolomkeuze:
    """Read a saved mapping. Raises ``RegelFout`` that names what is wrong in it."""
    try:
        tekst = pad.read_text(encoding="utf-8-sig")
    except OSError as fout:
        raise OmgevingFout(f"De kolomkeuze {pad} kan niet worden gelezen.") from fout
    except UnicodeDecodeError as fout:
        raise RegelFout(f"De kolomkeuze {pad.name} is geen TOML.", veld="kolommen") from fout
    return ontleed(tekst, pad.stem)


def ontleed(tekst: str, naam: str = "") -> Kolomkeuze:
    """Return the mapping that the TOML text describes."""
    try:
        vorm = tomllib.loads(tekst)
    except tomllib.TOMLDecodeError as fout:
        raise RegelFout(f"De kolomkeuze is geen goede TOML: {fout}.", veld="kolommen") from fout
    onbekend = sorted(set(vorm) - _BEKEND)
    if onbekend:
        raise RegelFout(f"De kolomkeuze kent '{onbekend[0]}' niet.", veld="kolommen")
    try:
        return Kolomkeuze(
            velden={sleutel(kop): _veld(woord) for kop, woord in vorm.get("kolommen", {}).items()},
            naam=str(vorm.get("naam", naam)),
            maand_dag=bool(vorm.get("maand_dag", False)),
            kopregels={b: (int(r[0]), int(r[1])) for b, r in vorm.get("kopregels", {}).items()},
            bladen_uit=frozenset(map(str, vorm.get("bladen_uit", ()))),
        )
    except (TypeError, ValueError, IndexError, AttributeError, KeyError) as fout:
        raise RegelFout(f"De kolomkeuze klopt niet: {fout}.", veld="kolommen") from fout


def _veld(woord: str) -> Kolomveld:
    try:
        return Kolomveld(woord)
    except ValueError:
        keus = ", ".join(veld.value for veld in Kolomveld)
        raise RegelFout(
            f"De kolomkeuze noemt het veld '{woord}', dat bestaat niet. Kies uit: {keus}.",
            veld="kolommen",
        ) from None


def als_toml(keuze: Kolomkeuze, koppen: dict[str, str] | None = None) -> str:
    """Return the mapping as TOML. ``koppen`` gives folded headers as they stand in the file."""
    koppen = koppen or {}
    regels = [
        "# Kolomkeuze voor het overnemen van een oud register.",
        f"naam = {_tekst(keuze.naam)}",
    ]
    if keuze.maand_dag:
        regels.append("maand_dag = true")
    if keuze.bladen_uit:
        regels.append(f"bladen_uit = [{', '.join(map(_tekst, sorted(keuze.bladen_uit)))}]")
    regels += ["", "[kolommen]"]
    for kop, veld in keuze.velden.items():
        regels.append(f"{_tekst(koppen.get(kop, kop))} = {_tekst(veld.value)}  # {LABELS[veld]}")
    if keuze.kopregels:
        regels += ["", "# blad = [eerste rij van de kop, aantal rijen]", "[kopregels]"]
        regels += [f"{_tekst(b)} = [{r}, {h}]" for b, (r, h) in keuze.kopregels.items()]
    return "\n".join(regels) + "\n"


def bestandsnaam(naam: str) -> str:
    """Return a safe file name for a mapping called ``naam``."""
    veilig = _ONVEILIG.sub("_", naam).strip(" ._")[:60]
    return f"{veilig or 'kolomkeuze'}.toml"


def _tekst(tekst: str) -> str:
    # A JSON string is a TOML basic string, but for DEL and lone surrogates.
    return json.dumps(tekst, ensure_ascii=False).replace("\x7f", "\\u007f")
