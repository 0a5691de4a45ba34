"""The whole dossier as one PDF: chapters we draw, letters as they were sent, attachments.

What comes out is tagged and says it is PDF/A-2a and PDF/UA-1, with page numbers over the
whole, an index that can be clicked, and bookmarks.
"""

from __future__ import annotations

from klachtenapp.papier.dossierboek.boek import teken_dossierboek
from klachtenapp.papier.dossierboek.eigen import is_eigen
from klachtenapp.papier.dossierboek.model import (
    Alinea,
    Bijlage,
    Brief,
    Dossierboek,
    Hoofdstuk,
    Kop,
    Lijst,
    Punten,
)

__all__ = [
    "Alinea",
    "Bijlage",
    "Brief",
    "Dossierboek",
    "Hoofdstuk",
    "Kop",
    "Lijst",
    "Punten",
    "is_eigen",
    "teken_dossierboek",
]
