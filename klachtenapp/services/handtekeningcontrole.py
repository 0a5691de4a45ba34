"""The part of ``controleer`` that verifies every signature and every key, against the log too."""

from __future__ import annotations

from collections.abc import Iterator

from klachtenapp.domain.handtekening import Hoe
from klachtenapp.domain.sleutel import Sleutel
from klachtenapp.kluis import vingerafdruk
from klachtenapp.models import handtekeningen, identiteit, log, meldingen, sleutels
from klachtenapp.models.controle import Bevinding, opsomming
from klachtenapp.models.log import Logregel
from klachtenapp.models.register import Register
from klachtenapp.services import echtheid
from klachtenapp.services.sleutels import BEVESTIGD, GEMAAKT, INGETROKKEN

_SINDS = 4  # the version of the schema that brought the signatures
_RAAD = (
    "Verstuur deze brieven niet. Vergelijk met een reservekopie van eerder en meld dit aan uw "
    "beheerder."
)


def handtekeningen_kloppen(register: Register) -> Bevinding:
    """Return whether every signed letter is still what was signed, naming those that are not."""
    if identiteit.versie(register) < _SINDS:
        return Bevinding("handtekeningen", True, "In dit register is nog niets ondertekend.")
    stukken = echtheid.bewijs(register)
    aantal, fouten, bekeken = 0, [], set()
    for kenmerk in handtekeningen.kenmerken_getekend(register):
        try:
            dossier = meldingen.haal(register, kenmerk)
        except ValueError:  # a word that is not in the register's own lists
            fouten.append(f"{kenmerk}: dit dossier is niet meer te lezen")
            continue
        namen = {info.id: info.naam for info in dossier.documenten}
        for document, oordeel in echtheid.van_dossier(register, dossier, stukken).items():
            aantal += 1
            bekeken.add(document)
            if not oordeel.geldig:
                zin = oordeel.zin.split(". ")[0]
                fouten.append(f"{kenmerk}, {namen[document]}: {zin}")
    fouten += _weg(register, stukken.schakels, bekeken)
    if not fouten:
        wat = f"Alle {aantal} handtekeningen kloppen." if aantal else "Er is nog niets ondertekend."
        return Bevinding("handtekeningen", True, wat)
    return Bevinding("handtekeningen", False, f"{opsomming(fouten)}.", _RAAD)


def sleutels_kloppen(register: Register) -> Bevinding:
    """Return whether every key is what the log says: whose, confirmed and withdrawn when."""
    if identiteit.versie(register) < _SINDS:
        return Bevinding("sleutels", True, "In dit register zijn nog geen sleutels.")
    fouten = list(_sleutelfouten(register))
    if not fouten:
        return Bevinding("sleutels", True, "De sleutels om mee te ondertekenen kloppen.")
    return Bevinding("sleutels", False, f"{opsomming(fouten)}.", _RAAD)


def _weg(register: Register, schakels: tuple[log.Schakel, ...], bekeken: set[int]) -> Iterator[str]:
    """Name the signatures of which the log tells but that are in no dossier any more."""
    for schakel in schakels:
        regel = schakel.regel
        if regel.gegevens.get("document") in bekeken:
            continue
        if meldingen.vind(register, regel.kenmerk) is not None:
            hoe = "digitale" if regel.gegevens.get("hoe") == Hoe.DIGITAAL else "natte"
            yield f"{regel.kenmerk}: een {hoe} handtekening uit het logboek is weg"


def _sleutelfouten(register: Register) -> Iterator[str]:
    bekend = {s.vingerafdruk: s for s in sleutels.alle(register).values()}
    gelogd = {
        wat: {str(s.regel.gegevens.get("sleutel")): s.regel for s in log.schakels(register, wat)}
        for wat in (GEMAAKT, BEVESTIGD, INGETROKKEN)
    }
    for afdruk in gelogd[GEMAAKT].keys() - bekend.keys():
        yield f"sleutel {afdruk[:8]} is weg"
    for afdruk, sleutel in bekend.items():
        if vingerafdruk(sleutel.publiek) != afdruk:
            yield f"sleutel {sleutel.id} is een andere dan zijn vingerafdruk zegt"
        elif wat := _anders_dan_gelogd(sleutel, {w: r.get(afdruk) for w, r in gelogd.items()}):
            yield f"sleutel {sleutel.id} is buiten het programma om {wat}"


def _anders_dan_gelogd(sleutel: Sleutel, regels: dict[str, Logregel | None]) -> str:
    """Return what was done to a key that the log does not tell; empty when nothing was."""
    gemaakt = regels[GEMAAKT]
    if gemaakt is None:
        return "toegevoegd"
    if gemaakt.gegevens.get("medewerker") != sleutel.medewerker:
        return "aan iemand anders gegeven"
    for wat, moment in ((BEVESTIGD, sleutel.bevestigd_op), (INGETROKKEN, sleutel.ingetrokken_op)):
        regel = regels[wat]
        zelfde = moment is not None and regel is not None and echtheid.zelfde(moment, regel.moment)
        if not zelfde and (moment is not None or regel is not None):
            return f"veranderd: {wat}"
    return ""


CHECKS = {"handtekeningen": handtekeningen_kloppen, "sleutels": sleutels_kloppen}
"""By their name in the list of ``controleer``."""
