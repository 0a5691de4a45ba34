"""Which text of a letter was offered: printed in its QR code, compared when the scan comes in."""

from __future__ import annotations

from klachtenapp.domain import ondertekenmap
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.klaarliggend import antwoorden_van
from klachtenapp.domain.ondertekencode import versiecode
from klachtenapp.services.briefmaken import briefsoort, maak
from klachtenapp.services.context import Context


def versie(ctx: Context, dossier: Dossier) -> str:
    """Return what names the words of the letter that waits; empty when none waits.

    Another day or another signer changes nothing; another text, or sending it back and
    offering it again, does.
    """
    aanbod = ondertekenmap.aangeboden(dossier)
    if aanbod is None:
        return ""
    soort = briefsoort(aanbod.gegevens["brief"])
    brief = maak(ctx, dossier, soort, antwoorden_van(aanbod), aanbod.op, "")
    return versiecode(aanbod.id, (blok.tekst for blok in brief.blokken))
