"""Whether klager and beklaagde were told of a verdaging in time (art. 9:11 lid 2 Awb)."""

from __future__ import annotations

from datetime import date

from klachtenapp.domain import dossiertermijn, verloop
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.kader import Kader


def eerste_einde(dossier: Dossier, kader: Kader) -> date | None:
    """Return the day by which the klager has to know; ``None`` when nothing was verdaagd."""
    eerst = dossiertermijn.termijn_voor_verdaging(dossier, kader)
    verdaagd = verloop.verdaagd(dossier) is not None
    return eerst.uiterste_datum if eerst is not None and verdaagd else None


def klager_weet_het(dossier: Dossier, kader: Kader) -> bool:
    """Whether the klager was told before the first term ended; else the verdaging is void."""
    op = _bericht(dossier, "klager_bericht_op", BriefSoort.VERDAGING_KLAGER)
    laatste = eerste_einde(dossier, kader)
    return op is not None and laatste is not None and op <= laatste


def beklaagde_weet_het(dossier: Dossier) -> bool:
    """Whether the beklaagde was told, if there is one. Late is better than never."""
    if verloop.zonder_beklaagde(dossier) or not dossier.beklaagde.strip():
        return True
    return _bericht(dossier, "beklaagde_bericht_op", BriefSoort.VERDAGING_BEKLAAGDE) is not None


def elders_gegeven(gebeurtenis: Gebeurtenis, veld: str) -> bool:
    """Whether the notice was out before its event was written down: then it is not ours to send.

    So it is in a register that goes on from an older one. A notice of the same day still has
    to be printed, and one without a date was never given.
    """
    op = gebeurtenis.datum(veld)
    return op is not None and op < gebeurtenis.vastgelegd_op.date()


def _bericht(dossier: Dossier, veld: str, soort: BriefSoort) -> date | None:
    """Return when the notice went: by our letter, or otherwise before it was written down."""
    brief = dossier.brief_verzonden(soort)
    if brief is not None:
        return brief.op
    feit = verloop.verdaagd(dossier)
    return feit.datum(veld) if feit is not None and elders_gegeven(feit, veld) else None
