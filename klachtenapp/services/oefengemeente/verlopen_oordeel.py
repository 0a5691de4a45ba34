"""How a klacht ends with a judgement: the letter offered, signed, sent, and the dossier closed."""

from __future__ import annotations

from klachtenapp.domain import termijnkaart
from klachtenapp.domain.begrippen import Aspect, Oordeel
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Klachtonderdeel
from klachtenapp.services.oefengemeente.tekenen import (
    geef_terug,
    leg_voor,
    passeer,
    teken,
    verstuur,
)
from klachtenapp.services.oefengemeente.verlopen_begin import Begin, manier
from klachtenapp.services.oefengemeente.zaak import HOOFD, Verloop, Zaak

_BRIEF = BriefSoort.AFDOENINGSBRIEF
_BEVINDINGEN = {
    Oordeel.DEELS_GEGROND: "{} Een deel van wat u vertelt, kunnen wij niet meer nagaan.",
    Oordeel.ONGEGROND: "Wij hebben uw verhaal gehoord en alle stukken gelezen. Wij hielden ons "
    "aan de afspraken die voor iedereen gelden. Wij snappen dat het voor u vervelend was.",
    Oordeel.GEEN_OORDEEL: "U vertelt het anders dan wij het hebben opgeschreven. Er was niemand "
    "anders bij. Wij weten niet zeker hoe het ging.",
}
_CONCLUSIES = {
    Oordeel.GEGROND: "Wij bespreken uw klacht met het hele team. Zo leren wij ervan.",
    Oordeel.DEELS_GEGROND: "Wij bespreken uw klacht met de mensen die erbij waren.",
    Oordeel.ONGEGROND: "Wij leggen voortaan beter uit waarom wij zo werken.",
    Oordeel.GEEN_OORDEEL: "Wij vragen in zulke gesprekken voortaan een collega erbij.",
}
_OPMERKING = "Zeg ook dat het ons spijt. Dat mist nu in de brief."
_OVERGESLAGEN = {
    "afschrift": "De medewerker hoorde de klacht in het gesprek, maar kreeg hem niet op papier. "
    "Hij kende de inhoud en kon zijn kant vertellen. Nu nog een kopie geven helpt niemand.",
}


def oordelen(z: Zaak) -> Verloop:
    """Judge, tell it, and write it down in a letter that is signed."""
    yield z.over(1)
    oordeel = z.plan.oordeel
    klaar = z.over(40) if z.plan.verbeterpunt else None
    z.onderdelen(
        [
            Klachtonderdeel(
                omschrijving=z.dossier.omschrijving,
                aspect=Aspect(z.plan.aspect) if z.plan.aspect else None,
                bevinding=_BEVINDINGEN.get(oordeel, "{}").format(z.plan.uitkomst),
                oordeel=oordeel,
                verbeterpunt=z.plan.verbeterpunt,
                verbeterpunt_klaar_op=klaar,
            )
        ]
    )
    volgt = {"wijkt_af": "nee"} if z.dossier.commissie else {}
    z.doe("vorm_oordeel", conclusies=_CONCLUSIES[oordeel], **volgt)
    if z.plan.overgeslagen:
        passeer(z, z.plan.overgeslagen, _OVERGESLAGEN[z.plan.overgeslagen])
    if z.is_klaar("oordeel"):
        return
    yield z.over(1)
    z.doe(
        "leg_gesprek_vast",
        manier=manier(z),
        bereikt="ja",
        toelichting="De uitkomst verteld en uitgelegd.",
    )
    if z.is_klaar("uitkomst verteld"):
        return
    yield z.over(1)
    if (yield from _brief(z)):
        return
    yield z.ergens(0, 2)
    reden = {} if _op_tijd(z) else {"te_laat_reden": "De behandelaar was lange tijd ziek."}
    z.doe(
        "sluit_formeel",
        ondertekenaar=HOOFD,
        ondertekenaar_niet_betrokken="ja",
        **reden,
    )


def _op_tijd(z: Zaak) -> bool:
    return termijnkaart.op_tijd(z.dossier, z.kader) is not False


def _brief(z: Zaak) -> Begin:
    """Offer the letter, let it be signed and send it; returns whether the story stops there."""
    if z.lang_geleden:  # from before the gemeente signed in this program
        z.brief(_BRIEF)
        return z.is_klaar("brief")
    leg_voor(z, _BRIEF)
    if z.is_klaar("voorgelegd"):
        return True
    yield z.over(1)
    if z.plan.tot in ("terug", "opnieuw voorgelegd"):
        geef_terug(z, _OPMERKING, (("uw klacht", "Noem hier de dag van het gesprek."),))
        if z.is_klaar("terug"):
            return True
        yield z.over(1)
        leg_voor(z, _BRIEF)
        return True
    teken(z)
    if z.is_klaar("getekend"):
        return True
    yield z.ergens(0, 1)
    verstuur(z, _BRIEF)
    return z.is_klaar("brief")
