"""How each duty at closing is judged: done, missing, or set aside with a reason.

The table of duties itself stands in ``poort``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum

from klachtenapp.domain import dagtekst, termijnkaart, verdaging, verloop
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.begrippen import Oordeel
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.klaarliggend import wat_te_doen
from klachtenapp.domain.onafhankelijk import is_betrokken, waarom_niet
from klachtenapp.domain.onderdelen import onvolledig


class Sluittoestand(StrEnum):
    """How a duty stands."""

    GEDAAN = "gedaan"
    ONTBREEKT = "ontbreekt"
    TERZIJDE = "terzijde"


Uitslag = tuple[Sluittoestand, str, date | None]
"""State, the sentence that explains it, and the day it was done."""


Plichttoets = Callable[[Dossier, Kader, date], Uitslag]
"""How one duty is judged: dossier, rules, today."""


def _gedaan(uitleg: str, datum: date | None = None) -> Uitslag:
    return Sluittoestand.GEDAAN, uitleg, datum


def _mist(uitleg: str) -> Uitslag:
    return Sluittoestand.ONTBREEKT, uitleg, None


def _terzijde(uitleg: str, datum: date | None = None) -> Uitslag:
    return Sluittoestand.TERZIJDE, uitleg, datum


def _op(gebeurtenis: Gebeurtenis, wat: str) -> Uitslag:
    return _gedaan(f"{wat} op {dagtekst.lang(gebeurtenis.op)}.", gebeurtenis.op)


def behandelaar_onafhankelijk(dossier: Dossier, _k: Kader, _v: date) -> Uitslag:
    """One behandelaar who was not involved."""
    if dossier.behandelaar is None:
        return _mist("Er is geen behandelaar.")
    naam = dossier.behandelaar.naam
    if is_betrokken(naam, dossier):
        return _mist(f"{waarom_niet(naam, dossier)} Wijs iemand anders toe.")
    return _gedaan(f"{naam} was niet betrokken.")


def klager_gesproken(dossier: Dossier, _k: Kader, _v: date) -> Uitslag:
    """The klager was really reached in this round."""
    gesprek = verloop.gesproken(dossier)
    return _op(gesprek, "Gesproken") if gesprek else _mist("Wij spraken de klager nog niet.")


def ontvangst_bevestigd(dossier: Dossier, _k: Kader, _v: date) -> Uitslag:
    """The ontvangstbevestiging went out; an oral klacht outside the formal regime needs none."""
    brief = dossier.brief_verzonden(BriefSoort.ONTVANGSTBEVESTIGING)
    if brief is not None:
        return _op(brief, "Verzonden")
    if not dossier.formeel_regime:
        return _terzijde("De klacht is mondeling. Een brief mag, maar hoeft niet.")
    if verloop.tevredenheid(dossier) is not None:
        return _terzijde("De klager is tevreden. Dan hoeft dit niet meer (art. 9:5 Awb).")
    return _mist("De ontvangstbevestiging is nog niet verzonden.")


def klager_tevreden(dossier: Dossier, _k: Kader, _v: date) -> Uitslag:
    """The klager said so."""
    tevreden = verloop.tevredenheid(dossier)
    if tevreden is None:
        return _mist("De klager heeft nog niet gezegd dat het zo goed is.")
    return _op(tevreden, "De klager zei dat het zo goed is")


def afsluitbrief_verzonden(dossier: Dossier, _k: Kader, _v: date) -> Uitslag:
    """What was agreed stands on paper."""
    brief = verloop.afsluitbrief(dossier)
    return _op(brief, "Verzonden") if brief else _mist("De afsluitbrief is nog niet verzonden.")


def afschrift_gegeven(dossier: Dossier, _k: Kader, _v: date) -> Uitslag:
    """The beklaagde has the klacht."""
    afschrift = verloop.afschrift(dossier)
    if afschrift is not None:
        return _op(afschrift, "Gegeven")
    if verloop.zonder_beklaagde(dossier):
        return _terzijde("De klacht gaat niet over een persoon.")
    return _mist("De beklaagde heeft de klacht nog niet gekregen.")


def klager_gehoord(dossier: Dossier, _k: Kader, _v: date) -> Uitslag:
    """The klager was heard, or there is a ground not to."""
    if moet_alsnog_gehoord(dossier):
        return _mist(
            "Van horen is afgezien omdat de klacht kennelijk ongegrond is. Nu is het oordeel "
            "anders. Hoor de klager alsnog."
        )
    return _gehoord(dossier, "klager")


def moet_alsnog_gehoord(dossier: Dossier, oordeel: str = "") -> bool:
    """Whether nobody was heard because of ground a, while the judgement is not ongegrond.

    ``oordeel`` is the judgement that is about to be given, when there are no parts yet
    (art. 9:10 lid 2 sub a Awb).
    """
    afgezien = verloop.laatste_nu(dossier, G.AFGEZIEN_VAN_HOREN)
    if afgezien is None or afgezien.gegevens.get("grond") != "a":
        return False
    oordelen = {str(deel.oordeel or "") for deel in dossier.onderdelen} or {oordeel}
    anders = oordelen - {Oordeel.ONGEGROND.value, ""}
    return bool(anders) and not verloop.gehoord_of_afwezig(dossier, "klager")


def beklaagde_gehoord(dossier: Dossier, _k: Kader, _v: date) -> Uitslag:
    """The beklaagde was heard or let the chance pass; there is no other ground."""
    if verloop.zonder_beklaagde(dossier):
        return _terzijde("De klacht gaat niet over een persoon.")
    afgezien = verloop.laatste_nu(dossier, G.AFGEZIEN_VAN_HOREN)
    if afgezien is not None and afgezien.gegevens.get("beklaagde"):
        keuze, op = afgezien.gegevens["beklaagde"], afgezien.datum("beklaagde_op")
        if keuze == "gehoord":
            return _gedaan("De beklaagde is gehoord.", op)
        if keuze == "wil niet":
            return _terzijde("De beklaagde wilde niet gehoord worden.", op)
        return _terzijde("De klacht gaat niet over een persoon.", op)
    return _gehoord(dossier, "beklaagde")


def _gehoord(dossier: Dossier, wie: str) -> Uitslag:
    for gebeurtenis in reversed(verloop.lopende_ronde(dossier)):
        if gebeurtenis.soort is G.GEHOORD and gebeurtenis.ja(f"{wie}_gehoord"):
            return _op(gebeurtenis, f"De {wie} is gehoord")
    afgezien = verloop.laatste_nu(dossier, G.AFGEZIEN_VAN_HOREN)
    if wie == "klager" and afgezien is not None:
        grond = afgezien.gegevens.get("grond", "")
        return _terzijde(f"Afgezien van horen, grond {grond}.", afgezien.op)
    if verloop.gehoord_of_afwezig(dossier, wie):
        return _terzijde(f"De {wie} was uitgenodigd, maar is niet gehoord.")
    return _mist(f"De {wie} is nog niet gehoord.")


def verslag_aanwezig(dossier: Dossier, _k: Kader, _v: date) -> Uitslag:
    """Of what was said there is a verslag."""
    verslag = verloop.laatste_nu(dossier, G.VERSLAG_VASTGESTELD)
    if verslag is not None:
        return _op(verslag, "Vastgesteld")
    afgezien = verloop.laatste_nu(dossier, G.AFGEZIEN_VAN_HOREN)
    if afgezien is not None and afgezien.datum("verslag_op"):
        return _gedaan("Er is een verslag.", afgezien.datum("verslag_op"))
    if afgezien is not None and verloop.laatste_nu(dossier, G.GEHOORD) is None:
        return _terzijde("Er is niemand gehoord.")
    return _mist("Het verslag van het horen ontbreekt.")


def advies_ontvangen(dossier: Dossier, _k: Kader, _v: date) -> Uitslag:
    """The commissie gave its advice, if there is one."""
    if not dossier.commissie:
        return _terzijde("Er is geen klachtencommissie.")
    advies = verloop.laatste_nu(dossier, G.ADVIES_ONTVANGEN)
    return _op(advies, "Ontvangen") if advies else _mist("Het advies van de commissie ontbreekt.")


def onderdelen_beoordeeld(dossier: Dossier, _k: Kader, _v: date) -> Uitslag:
    """Each part has bevinding and oordeel."""
    if not dossier.onderdelen:
        return _mist("Er is nog geen klachtonderdeel met een bevinding en een oordeel.")
    mist = onvolledig(dossier.onderdelen)
    if mist:
        return _mist(f"Bij '{mist[0]}' ontbreekt de bevinding of het oordeel.")
    return _gedaan("Elk onderdeel heeft een bevinding en een oordeel.")


def oordeel_vastgelegd(dossier: Dossier, _k: Kader, _v: date) -> Uitslag:
    """The judgement was laid down in this round."""
    oordeel = verloop.oordeel(dossier)
    return _op(oordeel, "Vastgelegd") if oordeel else _mist("Het oordeel is nog niet vastgelegd.")


def gebeld_voor_brief(dossier: Dossier, kader: Kader, _v: date) -> Uitslag:
    """No surprises: the klager heard the outcome before the letter."""
    if not kader.normen.bellen_voor_brief:
        return _terzijde("Onze norm vraagt dit niet.")
    oordeel = verloop.oordeel(dossier)
    gesprek = verloop.gesproken(dossier)
    if oordeel is not None and gesprek is not None and verloop.na(dossier, oordeel, gesprek):
        return _op(gesprek, "Gesproken over de uitkomst")
    brief = verloop.afdoeningsbrief(dossier)
    if brief is not None and brief.gegevens.get("niet_gebeld_reden"):
        return _terzijde(f"Niet gebeld: {brief.gegevens['niet_gebeld_reden']}", brief.op)
    return _mist("Wij belden de klager nog niet over de uitkomst.")


def afdoeningsbrief_verzonden(dossier: Dossier, _k: Kader, _v: date) -> Uitslag:
    """The letter went out after the judgement."""
    brief = verloop.afdoeningsbrief(dossier)
    return _op(brief, "Verzonden") if brief else _mist("De afdoeningsbrief is nog niet verzonden.")


def verdaging_gemeld(dossier: Dossier, kader: Kader, _v: date) -> Uitslag:
    """Klager and beklaagde were told in writing that it takes longer, the klager in time."""
    feit, laatste = verloop.verdaagd(dossier), verdaging.eerste_einde(dossier, kader)
    if feit is None or laatste is None:
        return _terzijde("De klacht is niet verdaagd.")
    if not verdaging.klager_weet_het(dossier, kader):
        op = dagtekst.lang(laatste)
        return _mist(f"De klager kreeg uiterlijk {op} geen brief. Dan geldt de verdaging niet.")
    if not verdaging.beklaagde_weet_het(dossier):
        return _mist("De beklaagde kreeg geen bericht dat het langer duurt.")
    return _gedaan("Klager en beklaagde weten dat het langer duurt.", feit.op)


def op_tijd(dossier: Dossier, kader: Kader, vandaag: date) -> Uitslag:
    """The letter went out (or can still go out) within the term."""
    termijn = termijnkaart.afdoeningstermijn(dossier, kader)
    if termijn is None:
        return _terzijde("Er loopt geen wettelijke termijn.")
    brief = verloop.afdoeningsbrief(dossier)
    op = brief.op if brief else vandaag
    laatste = dagtekst.lang(termijn.uiterste_datum)
    if op > termijn.uiterste_datum:
        return _mist(f"De termijn eindigde op {laatste}. Schrijf op waarom het later werd.")
    return _gedaan(f"De termijn loopt tot en met {laatste}.", termijn.uiterste_datum)


def doorgezet(dossier: Dossier, _k: Kader, _v: date) -> Uitslag:
    """Someone is looking at it."""
    door = verloop.laatste_nu(dossier, G.DOORGEZET)
    return _op(door, "Doorgezet") if door else _mist("Nog bij niemand neergelegd.")


def teruggekoppeld(dossier: Dossier, _k: Kader, _v: date) -> Uitslag:
    """The sender heard what was done with it."""
    if dossier.anoniem:
        return _terzijde("Wij weten niet van wie dit kwam.")
    terug = verloop.laatste_nu(dossier, G.TERUGGEKOPPELD)
    return _op(terug, "Verteld") if terug else _mist("Wij vertelden nog niet wat ermee is gedaan.")


def doorgezonden(dossier: Dossier, _k: Kader, _v: date) -> Uitslag:
    """The right body has it and the sender knows."""
    if dossier.afgehandeld_op:
        return _gedaan("Doorgezonden.", dossier.afgehandeld_op)
    return _mist("Nog niet doorgezonden, en de afzender weet nog niets.")


def geen_brief_blijft_liggen(dossier: Dossier, _k: Kader, _v: date) -> Uitslag:
    """Every letter that was made has gone out, or was laid aside."""
    zin = wat_te_doen(dossier)
    return _mist(zin) if zin else _gedaan("Er ligt geen brief meer klaar.")
