"""Whether klager and beklaagde were told of a verdaging in time (art. 9:11 lid 2 Awb)."""

from __future__ import annotations

from datetime import date

from klachtenapp.domain import dossiertermijn, verloop
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.verloop import elders_gegeven

__all__ = ["beklaagde_weet_het", "eerste_einde", "elders_gegeven", "klager_weet_het"]


def eerste_einde(dossier: Dossier, kader: Kader) -> date | None:
    """Return the day by which the klager has to know; ``None`` when nothing was verdaagd."""
    eerst = dossiertermijn.termijn_voor_verdaging(dossier, kader)
    verdaagd = verloop.verdaagd(dossier) is not None
    return eerst.uiterste_datum if eerst is not None and verdaagd else None


def klager_weet_het(dossier: Dossier, kader: Kader) -> bool:
    """Whether the klager was told before the first term ended; else the verdaging is void."""
    op = verloop.bericht_van_verdaging(dossier, "klager")
    laatste = eerste_einde(dossier, kader)
    return op is not None and laatste is not None and op <= laatste


def beklaagde_weet_het(dossier: Dossier) -> bool:
    """Whether the beklaagde was told, if there is one. Late is better than never."""
    if verloop.zonder_beklaagde(dossier) or not dossier.beklaagde.strip():
        return True
    return verloop.bericht_van_verdaging(dossier, "beklaagde") is not None
