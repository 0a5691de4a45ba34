"""Judges signatures: is this letter, byte for byte, what was signed, by whom, and when.

Works on a register alone, so that ``controleer`` can use it on any copy.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from klachtenapp.domain import dagtekst
from klachtenapp.domain import handtekening as getekende
from klachtenapp.domain.dossier import DocumentInfo, Dossier, Gebeurtenis
from klachtenapp.domain.handtekening import Geldigheid, Getekend, Handtekening, Hoe
from klachtenapp.domain.ondertekenmap import getekend_document
from klachtenapp.domain.sleutel import Sleutel
from klachtenapp.kluis import echt, vingerafdruk
from klachtenapp.models import documenten, handtekeningen, log, sleutels
from klachtenapp.models.log import Schakel
from klachtenapp.models.register import Register

ONDERTEKEND = "brief ondertekend"
"""How a signature stands in the log."""

_SPELING = timedelta(minutes=2)
"""Between the moment that is signed and its line in the log."""

_RAAD = "Verstuur deze brief niet en meld het aan uw beheerder."


@dataclass(frozen=True, slots=True)
class Bewijs:
    """What the register holds besides the dossier: the keys, and the lines about signatures."""

    sleutels: Mapping[int, Sleutel]
    schakels: tuple[Schakel, ...]


def bewijs(register: Register, kenmerk: str = "") -> Bewijs:
    """Read the keys and the lines of the log on signatures, of one dossier or of all."""
    return Bewijs(sleutels.alle(register), tuple(log.schakels(register, ONDERTEKEND, kenmerk)))


def van_dossier(register: Register, dossier: Dossier, stukken: Bewijs) -> dict[int, Geldigheid]:
    """Return how every signed letter of a dossier stands, by the number of its document."""
    gezet = handtekeningen.van_documenten(register, [d.id for d in dossier.documenten])
    oordelen: dict[int, Geldigheid] = {}
    for info in dossier.documenten:
        feit = getekend_document(dossier, info.id)
        if feit is not None or info.id in gezet:
            oordelen[info.id] = _oordeel(register, dossier, info, feit, gezet.get(info.id), stukken)
    return oordelen


def zelfde(moment: datetime, gelogd: datetime) -> bool:
    """Whether a moment is that of its line in the log, but for the time it took to write."""
    return abs(moment - gelogd) <= _SPELING


def _oordeel(
    register: Register,
    dossier: Dossier,
    info: DocumentInfo,
    feit: Gebeurtenis | None,
    handtekening: Handtekening | None,
    stukken: Bewijs,
) -> Geldigheid:
    hoe = Hoe.NAT if feit and feit.gegevens.get("hoe") == Hoe.NAT else Hoe.DIGITAAL
    wie = feit.gegevens.get("ondertekenaar", "") if feit else ""
    moment = handtekening.moment if handtekening else (feit.vastgelegd_op if feit else None)
    inhoud = documenten.lees_inhoud(register, info.sha256)
    som = documenten.som(inhoud) if inhoud is not None else ""
    if hoe is Hoe.NAT and feit is not None and handtekening is None:
        reden = _nat(register, dossier, info, feit, som, stukken)
        return _uitspraak(reden, wie, moment, hoe)
    if handtekening is None:
        return _uitspraak("de handtekening is weg", wie, moment, hoe)
    try:
        gegevens = getekende.lees(handtekening.gegevens)
    except ValueError:
        return _uitspraak("de gegevens bij de handtekening zijn gewijzigd", wie, moment, hoe)
    reden = _digitaal(dossier, info, handtekening, gegevens, som, stukken)
    return _uitspraak(reden, gegevens.ondertekenaar, moment, hoe)


def _digitaal(
    dossier: Dossier,
    info: DocumentInfo,
    handtekening: Handtekening,
    gegevens: Getekend,
    som: str,
    stukken: Bewijs,
) -> str:
    """Return the first thing that is not as it was signed; empty when all is."""
    sleutel = stukken.sleutels.get(handtekening.sleutel)
    if sleutel is None or vingerafdruk(sleutel.publiek) != gegevens.sleutel:
        return "de sleutel is een andere dan waarmee is ondertekend"
    if not echt(sleutel.publiek, handtekening.gegevens.encode(), handtekening.handtekening):
        return "de gegevens bij de handtekening zijn gewijzigd"
    if gegevens.sha256 != som:
        return "de brief is veranderd nadat hij werd ondertekend"
    if (gegevens.kenmerk, gegevens.brief) != (dossier.kenmerk, info.soort):
        return "de handtekening hoort bij een andere brief"
    if datetime.fromisoformat(gegevens.moment) != handtekening.moment:
        return "het moment van ondertekenen is gewijzigd"
    if not sleutel.gold_op(handtekening.moment):
        return "de sleutel was toen niet bevestigd, of al ingetrokken"
    if not _in_log(stukken, info.id, som, handtekening.moment, gegevens.log):
        return "het logboek kent deze handtekening niet"
    return ""


def _nat(
    register: Register,
    dossier: Dossier,
    info: DocumentInfo,
    feit: Gebeurtenis,
    som: str,
    stukken: Bewijs,
) -> str:
    """A pen cannot be checked, but letter and scan must be those that were put in."""
    scan = next((d for d in dossier.documenten if str(d.id) == feit.gegevens.get("scan")), None)
    inhoud = documenten.lees_inhoud(register, scan.sha256) if scan else None
    if inhoud is None or documenten.som(inhoud) != feit.gegevens.get("scan_sha256"):
        return "de scan met de handtekening is weg of veranderd"
    if feit.gegevens.get("sha256") != som:
        return "de brief is veranderd nadat hij werd ondertekend"
    if not _in_log(stukken, info.id, som, feit.vastgelegd_op, ""):
        return "het logboek kent deze handtekening niet"
    return ""


def _in_log(stukken: Bewijs, document: int, som: str, moment: datetime, vorige: str) -> bool:
    """Whether the log tells of this signature, at that moment, behind the line it names."""
    return any(
        schakel.regel.gegevens.get("document") == document
        and schakel.regel.gegevens.get("sha256") == som
        and zelfde(schakel.regel.moment, moment)
        and vorige in ("", schakel.vorige)
        for schakel in stukken.schakels
    )


def _uitspraak(reden: str, wie: str, moment: datetime | None, hoe: Hoe) -> Geldigheid:
    if reden:
        return Geldigheid(False, f"Handtekening ongeldig: {reden}. {_RAAD}", wie, moment, hoe)
    wanneer = f"op {dagtekst.lang(moment.date())}" if moment else ""
    if hoe is Hoe.NAT:
        zin = f"Met pen ondertekend door {wie}, hier vastgelegd {wanneer}."
    else:
        tijd = f" om {moment:%H:%M} uur" if moment else ""
        zin = f"Ondertekend door {wie} {wanneer}{tijd}."
    return Geldigheid(True, zin, wie, moment, hoe)
