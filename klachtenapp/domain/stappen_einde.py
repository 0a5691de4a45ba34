"""The next step once a letter went out with which a dossier ends: its other half, or close.

Such a letter goes before the ending is written down. Until then nobody calls or invites a
klager who read that it ends here.
"""

from __future__ import annotations

from datetime import date

from klachtenapp.domain import verloop, verzonden
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.briefsoort import BriefSoort as B
from klachtenapp.domain.handelingen import HANDELINGEN
from klachtenapp.domain.stap import Stand, Stap, doe, schrijf

_INTREKKEN = "De klager trok de klacht in en kreeg daarvan een brief."
_NIET_BEHANDELEN = "De klager kreeg de brief dat wij de klacht niet behandelen (art. 9:8 Awb)."
_DOORGEZONDEN = "De andere organisatie en de afzender kregen een brief (art. 2:3 Awb)."
_DOORGELEID = "De afzender weet wie het nu behandelt (art. 6:15 Awb)."


def einde(stand: Stand) -> Stap | None:
    """Return what is left to do after the letter; nothing when the dossier went on."""
    for regel in (_ingetrokken, _niet_behandeld, _doorgezonden, _doorgeleid):
        stap = regel(stand)
        if stap is not None:
            return stap
    return None


def _ingetrokken(stand: Stand) -> Stap | None:
    return _sluit(stand, "trek_in", _INTREKKEN, B.INTREKKING)


def _niet_behandeld(stand: Stand) -> Stap | None:
    return _sluit(stand, "neem_niet_in_behandeling", _NIET_BEHANDELEN, B.NIET_IN_BEHANDELING)


def _doorgezonden(stand: Stand) -> Stap | None:
    klager = _weg(stand, B.DOORZENDING_KLAGER)
    instantie = _weg(stand, B.DOORZENDING_INSTANTIE)
    if klager and not instantie:
        return _andere(stand, "zend_door", B.DOORZENDING_INSTANTIE, klager)
    if instantie and not klager and not stand.dossier.anoniem:
        return _andere(stand, "zend_door", B.DOORZENDING_KLAGER, instantie)
    return _sluit(stand, "zend_door", _DOORGEZONDEN, B.DOORZENDING_INSTANTIE)


def _doorgeleid(stand: Stand) -> Stap | None:
    klager = _weg(stand, B.DOORGELEIDING_KLAGER)
    instantie = _weg(stand, B.DOORGELEIDING_INSTANTIE)
    naar = "leid_door_als_bezwaar"
    if instantie and not klager and not stand.dossier.anoniem:
        return _andere(stand, naar, B.DOORGELEIDING_KLAGER, instantie)
    gezegd = verzonden.van_brief(stand.dossier, B.DOORGELEIDING_KLAGER)
    if klager and not instantie and gezegd.get("elders") == "ja":
        return _andere(stand, naar, B.DOORGELEIDING_INSTANTIE, klager)
    return _sluit(stand, naar, _DOORGELEID, B.DOORGELEIDING_KLAGER)


def _sluit(stand: Stand, handeling: str, waarom: str, brief: B) -> Stap | None:
    op = _weg(stand, brief)
    if op is None or not _kan(stand, handeling):
        return None
    return doe(handeling, "Sluit het dossier af", handeling, op, waarom)


def _andere(stand: Stand, handeling: str, brief: B, op: date) -> Stap | None:
    """The two letters of a pair go on the same day; the first one tells which."""
    if not _kan(stand, handeling):
        return None
    wie = "de klager" if brief in _AAN_DE_KLAGER else "de andere organisatie"
    waarom = "Beide brieven gaan op dezelfde dag weg. De ene is al verzonden."
    return schrijf(f"Print de brief voor {wie}", brief, op, waarom)


_VERDER = frozenset(
    {G.INFORMEEL_GESTART, G.FORMEEL_GESTART, G.HOREN_GEPLAND, G.GEHOORD, G.OORDEEL_GEVORMD}
)
_AAN_DE_KLAGER = frozenset({B.DOORZENDING_KLAGER, B.DOORGELEIDING_KLAGER})


def _weg(stand: Stand, brief: B) -> date | None:
    """Return the day on which the letter went, when the klacht was not taken up again since."""
    for feit in reversed(verloop.lopende_ronde(stand.dossier)):
        if feit.soort in _VERDER:
            return None
        if feit.soort is G.BRIEF_VERZONDEN and feit.gegevens.get("brief") == brief:
            return feit.op
    return None


def _kan(stand: Stand, handeling: str) -> bool:
    rij = HANDELINGEN[handeling]
    return stand.status in rij.van and stand.dossier.soort in rij.soorten
