"""Asks for a file through the system's own window; one place, so that tests can answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

REGISTER = "Register van Klachtenapp (*.klachten)"
WERKBLAD = "Excel-werkboek (*.xlsx)"
CSV = "CSV voor andere programma's (*.csv)"

KiesPad = Callable[[QWidget, str], str]
"""Asks where a PDF goes: parent and proposed name; empty when the user thinks better of it."""


def vraag_pad(ouder: QWidget, bestandsnaam: str) -> str:
    """Ask where to save a PDF; the empty string when the user thinks better of it."""
    pad, _ = QFileDialog.getSaveFileName(
        ouder, "Opslaan als PDF", str(Path.home() / bestandsnaam), "PDF-bestand (*.pdf)"
    )
    return pad


def kies_openen(parent: QWidget | None, titel: str, soorten: str) -> Path | None:
    """Ask for a file that exists; ``None`` when the user thinks better of it."""
    naam, _ = QFileDialog.getOpenFileName(parent, titel, "", f"{soorten};;Alle bestanden (*)")
    return Path(naam) if naam else None


def kies_map(parent: QWidget | None, titel: str, begin: str = "") -> Path | None:
    """Ask for a folder; ``None`` when the user thinks better of it."""
    naam = QFileDialog.getExistingDirectory(parent, titel, begin)
    return Path(naam) if naam else None


def kies_bewaren(
    parent: QWidget | None, titel: str, voorstel: str, soorten: tuple[str, ...]
) -> Path | None:
    """Ask where to save; the ending of the chosen kind is added when it was not typed."""
    naam, soort = QFileDialog.getSaveFileName(parent, titel, voorstel, ";;".join(soorten))
    if not naam:
        return None
    pad = Path(naam)
    einde = soort.rpartition("*")[2].rstrip(")")
    return pad if pad.suffix else pad.with_suffix(einde or ".xlsx")
