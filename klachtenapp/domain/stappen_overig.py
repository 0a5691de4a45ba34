"""The next step of what is no klacht: pass it on, tell what was done, close."""

from __future__ import annotations

from klachtenapp.domain import bereikbaarheid, verloop
from klachtenapp.domain.begrippen import Soort, Status
from klachtenapp.domain.stap import Stand, Stap, doe

_NIEUW = frozenset({Status.ONTVANGEN, Status.HEROPEND})


def doorzenden(stand: Stand) -> Stap | None:
    """Post for another body goes on at once (art. 2:3)."""
    if stand.status in (Status.HOREN, Status.ADVIES, Status.OORDEEL):
        return None
    return doe(
        "zend_door",
        "Stuur het door",
        "zend_door",
        stand.einde,
        "Zo snel mogelijk, met op dezelfde dag bericht aan de afzender (art. 2:3 Awb). Is het "
        "een bezwaar? Geef het dan door als bezwaar (art. 6:15 Awb).",
    )


def bellen(stand: Stand) -> Stap | None:
    """Who gives a tip or compliment is called too; a loose tile is simply repaired."""
    dossier = stand.dossier
    if dossier.soort is Soort.MELDING_OPENBARE_RUIMTE or stand.status not in _NIEUW:
        return None
    if dossier.anoniem or not bereikbaarheid.kan_gebeld_worden(dossier):
        return None
    if verloop.gesproken(dossier) or verloop.vergeefse_pogingen(dossier):
        return None
    return doe(
        "bel_indiener",
        bereikbaarheid.spoor_aan(dossier),
        "leg_gesprek_vast",
        stand.vroegste(stand.datum("eerste_contact")),
        "Bedank voor de moeite en vraag door naar het verhaal.",
    )


def doorzetten(stand: Stand) -> Stap | None:
    """To the department that can do something with it."""
    if stand.status not in _NIEUW:
        return None
    return doe(
        "zet_door",
        "Zet door naar de afdeling",
        "zet_door",
        stand.vroegste(stand.datum("eerste_contact")),
        "Zo komt het bij de mensen die er iets mee kunnen.",
    )


def terugkoppelen(stand: Stand) -> Stap | None:
    """Tell what was done with it."""
    if stand.status is not Status.DOORGEZET:
        return None
    if stand.dossier.anoniem:
        return _sluiten(
            stand, "Wij weten niet van wie dit komt. Is de afdeling klaar, sluit dan af."
        )
    return doe(
        "koppel_terug",
        "Vertel de indiener wat ermee is gedaan",
        "koppel_terug",
        stand.einde,
        "Wij reageren altijd. Vraag de afdeling wat er is gedaan.",
    )


def sluiten(stand: Stand) -> Stap | None:
    """Told, so done."""
    if stand.status is not Status.TERUGGEKOPPELD:
        return None
    return _sluiten(stand, "De indiener weet wat ermee is gedaan.")


def _sluiten(stand: Stand, waarom: str) -> Stap:
    return doe("sluit_beantwoord", "Sluit af", "sluit_beantwoord", stand.einde, waarom)
