"""The only module that knows where files are."""

from __future__ import annotations

import sys
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import platformdirs

_NAAM = "Klachtenapp"


def bronnen() -> Traversable:
    """Return the folder ``resources/``: frozen program, checkout (also editable), or wheel."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "resources"
    checkout = Path(__file__).resolve().parents[1]
    if (checkout / "pyproject.toml").is_file():
        return checkout / "resources"
    return files("klachtenapp") / "resources"


def _map(pad: str) -> Path:
    plek = Path(pad)
    plek.mkdir(parents=True, exist_ok=True)
    return plek


def taalmap(register: Path) -> Path:
    """Return where a gemeente keeps its own languages of the stappenplan: beside the register."""
    return register.parent / "stappenplan"


def conceptenmap() -> Path:
    """Return the local folder with the meldingen that somebody is typing."""
    return gegevensmap() / "concepten"


def briefconceptenmap() -> Path:
    """Return the local folder with letter texts not yet saved: an intake must not find them."""
    return gegevensmap() / "brieftekst-concepten"


def dossierconceptenmap() -> Path:
    """Return the local folder with what somebody is typing in a dossier or a form."""
    return gegevensmap() / "dossierconcepten"


def bekijkmap() -> Path:
    """Return the local folder for copies of attachments that somebody looks at."""
    return gegevensmap() / "bekijken"


def sleutelpad(register: Path) -> Path:
    """Return where the ways into a locked register stand: beside it."""
    return register.with_name(f"{register.name}.sleutels")


def gegevensmap() -> Path:
    """Return (and make) the local folder for concepten and the last-used register."""
    return _map(platformdirs.user_data_dir(_NAAM, appauthor=False))


def instellingenmap() -> Path:
    """Return (and make) the local folder for this user's own choices (window, saved mappings)."""
    return _map(platformdirs.user_config_dir(_NAAM, appauthor=False))


def logmap() -> Path:
    """Return (and make) the local folder for the technical log."""
    return _map(platformdirs.user_log_dir(_NAAM, appauthor=False))
