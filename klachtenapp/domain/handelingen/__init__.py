"""What may be done to a dossier: the table of handelingen (domein §4.2) and its doors.

Window, service and command line ask the same questions here: what is possible now
(``mogelijk``), what stands in the way (``bezwaren``), where it leads (``toestand_na``).
``verricht`` carries it out in memory; only the service stores.
"""

from __future__ import annotations

from klachtenapp.domain.handelingen.tabel import HANDELINGEN
from klachtenapp.domain.handelingen.toetsen import bezwaren, mogelijk, toestand_na, voorinvullen
from klachtenapp.domain.handelingen.verrichten import (
    laatste_terug_te_draaien,
    maak_ongedaan,
    verricht,
)
from klachtenapp.domain.handelingen.voorstellen import Voorstel, voorstellen
from klachtenapp.domain.veldtoets import is_gevraagd

__all__ = [
    "HANDELINGEN",
    "Voorstel",
    "bezwaren",
    "is_gevraagd",
    "laatste_terug_te_draaien",
    "maak_ongedaan",
    "mogelijk",
    "toestand_na",
    "verricht",
    "voorinvullen",
    "voorstellen",
]
