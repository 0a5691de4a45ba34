"""Which letters a dossier still owes someone: something happened, and its letter is not out.

What happens is written down first; its letter takes the facts from there. Until the letter is
sent it is owed, unless the dossier went past it, the notice was given otherwise (in a register
that goes on from an older one), or the letter cannot go to anyone.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from klachtenapp.domain import bereikbaarheid, verloop
from klachtenapp.domain.begrippen import GebeurtenisSoort
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven import vragen
from klachtenapp.domain.brieven.regel import Briefregel, Briefzaak, Ontvanger
from klachtenapp.domain.brieven.tabel import BRIEVEN
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.kader import Kader

_VOLGEND = tuple(regel for regel in BRIEVEN.values() if regel.volgt_op)
_AANLEIDINGEN = frozenset(regel.volgt_op for regel in _VOLGEND)
_ZONDER_GEMEENTE = Gemeente("")  # whether a letter is owed does not depend on settings


def openstaande_brieven(
    dossier: Dossier,
    kader: Kader,
    vandaag: date,
    uit: Collection[BriefSoort] = frozenset(BriefSoort),
) -> tuple[BriefSoort, ...]:
    """Return the letters among ``uit`` that are owed and can go, in the order of the table."""
    ronde = verloop.lopende_ronde(dossier)
    if not any(gebeurtenis.soort in _AANLEIDINGEN for gebeurtenis in ronde):
        return ()
    return tuple(
        regel.soort
        for regel in _VOLGEND
        if regel.soort in uit
        for aanleiding in [_onbeantwoord(regel, ronde)]
        if aanleiding is not None and _moet(regel, aanleiding, dossier, kader, vandaag)
    )


def aanleiding(soort: BriefSoort, dossier: Dossier) -> Gebeurtenis | None:
    """Return the event of this round for which letter ``soort`` was not sent yet."""
    return _onbeantwoord(BRIEVEN[soort], verloop.lopende_ronde(dossier))


def _onbeantwoord(regel: Briefregel, ronde: tuple[Gebeurtenis, ...]) -> Gebeurtenis | None:
    """Return the latest event that asks for this letter, when it was not sent after it."""
    for gebeurtenis in reversed(ronde):
        if gebeurtenis.soort == regel.volgt_op:
            return gebeurtenis
        verzonden = gebeurtenis.soort is GebeurtenisSoort.BRIEF_VERZONDEN
        if verzonden and gebeurtenis.gegevens.get("brief") == regel.soort:
            return None
    return None


def _moet(
    regel: Briefregel, feit: Gebeurtenis, dossier: Dossier, kader: Kader, vandaag: date
) -> bool:
    if dossier.soort not in regel.soorten or not _kan_aankomen(regel, dossier):
        return False
    zaak = Briefzaak(dossier, _ZONDER_GEMEENTE, vandaag, kader)
    if regel.vervalt(zaak, feit):  # first: proposals cost more
        return False
    zaak = vragen.met_voorstel(regel, zaak)
    gevraagd = {veld.naam for veld in vragen.vragen(regel)}
    return all(bezwaar.veld in gevraagd for bezwaar in regel.mag(zaak))


def _kan_aankomen(regel: Briefregel, dossier: Dossier) -> bool:
    if dossier.anoniem:
        return False
    if regel.ontvanger is Ontvanger.KLAGER and regel.met_adres:
        return bereikbaarheid.kan_brief_krijgen(dossier)
    if regel.ontvanger is Ontvanger.BEKLAAGDE:
        return bool(dossier.beklaagde.strip())
    return True
