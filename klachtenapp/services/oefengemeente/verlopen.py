"""The stories of the oefengemeente: how a klacht, a tip or a piece of post can go.

Each stops where its plan says (``tot``), or goes on to the end.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from datetime import date

from klachtenapp.domain import bereikbaarheid, termijnkaart
from klachtenapp.domain.begrippen import Aspect, GebeurtenisSoort, Oordeel, Wens
from klachtenapp.domain.bereikbaarheid import Contactweg
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Klachtonderdeel
from klachtenapp.services.oefengemeente.regie import Verloop, Verteller, Zaak

_ONDERTEKENAAR = "A. van Egdom"
_WENSEN = (Wens.GESPREK, Wens.EXCUSES, Wens.OPLOSSING)
_EERSTE_GESPREK = (
    "Rustig gesprek. De klager vond het fijn dat er gebeld werd.",
    "De klager was eerst boos, later opgelucht dat er iemand luisterde.",
    "Verhaal aangehoord en de stappen uitgelegd. Nummer doorgegeven.",
    "De klager wil vooral dat het niet nog eens gebeurt.",
)
_EERSTE_BERICHT = (
    "De klager schreef uitgebreid terug en is blij met het snelle antwoord.",
    "De stappen uitgelegd. De klager wil vooral weten waar het misging.",
)
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
_VERSLAGEN = (
    "Klager en medewerker hebben allebei hun verhaal gedaan. Zij gaven elkaar een hand.",
    "De klager herhaalde de klacht. De medewerker legde uit hoe het ging.",
)

Begin = Generator[date, None, bool]
"""The opening of a story; returns whether the story stops there."""


def _manier(z: Zaak) -> str:
    """Return how this klager is reached: as the klager wants it, as far as that can be."""
    wie = bereikbaarheid.geadresseerde(z.dossier)
    weg = bereikbaarheid.contactweg(wie)
    if weg is Contactweg.MAILEN:
        return "e-mail"
    return "telefoon" if wie.telefoon and weg is not Contactweg.SCHRIJVEN else "brief"


def _begin(z: Zaak) -> Begin:
    """Someone takes it up, calls and confirms."""
    if z.is_klaar("ontvangen"):
        return True
    yield z.ergens(0, 1)
    z.doe("wijs_behandelaar_toe", behandelaar=z.plan.behandelaar, niet_betrokken="ja")
    if z.is_klaar("toegewezen"):
        return True
    manier = _manier(z)
    if z.kans(0.2) and manier == "telefoon":
        z.doe("leg_gesprek_vast", manier=manier, bereikt="nee")
        yield z.over(1)
    yield z.ergens(0, 1)
    wens = z.dossier.wens or z.toeval.choice(_WENSEN)
    z.doe(
        "leg_gesprek_vast",
        manier=manier,
        bereikt="ja",
        wens=wens,
        toelichting=z.toeval.choice(_EERSTE_GESPREK if manier == "telefoon" else _EERSTE_BERICHT),
    )
    if z.is_klaar("gebeld"):
        return True
    yield z.ergens(0, 1)
    if z.kan_brief and z.dossier.formeel_regime:
        z.brief(BriefSoort.ONTVANGSTBEVESTIGING)
    return z.is_klaar("bevestigd")


def informeel(z: Zaak) -> Verloop:
    """Talk, solve, write it down."""
    if (yield from _begin(z)):
        return
    yield z.over(1)
    z.doe("start_informeel")
    if z.is_klaar("informeel"):
        return
    yield z.ergens(2, 7)
    z.doe(
        "leg_gesprek_vast",
        manier="gesprek",
        bereikt="ja",
        afspraak=z.plan.uitkomst,
        belofte="Doen wat wij hebben afgesproken",
        belofte_door=z.plan.behandelaar,
        belofte_op=z.over(5).isoformat(),
    )
    yield z.ergens(0, 2)
    z.doe("kom_belofte_na", belofte="Doen wat wij hebben afgesproken", uitkomst="gedaan",
          hoe="Zoals afgesproken in het gesprek.")  # fmt: skip
    z.doe("klager_tevreden", hoe=_manier(z), afspraak=z.plan.uitkomst)
    if z.is_klaar("tevreden"):
        return
    yield z.over(1)
    if z.kan_brief:
        z.brief(BriefSoort.AFSLUITBRIEF_INFORMEEL)
    yield z.ergens(0, 2)
    z.doe("sluit_informeel", zonder_brief_reden="" if z.kan_brief else "Wij hebben geen adres.")


def stil(z: Zaak) -> Verloop:
    """Begun, and then nobody did anything any more."""
    if (yield from _begin(z)):
        return
    yield z.over(1)
    z.doe("start_informeel")


def formeel(z: Zaak) -> Verloop:
    """Not solved in a talk: hearing, judgement, letter."""
    if (yield from _begin(z)):
        return
    if z.kans(0.6) and z.dossier.wens is not Wens.OFFICIELE_BRIEF:
        yield z.over(1)
        z.doe("start_informeel")
        yield z.ergens(2, 4)
        z.doe(
            "leg_gesprek_vast",
            manier=_manier(z),
            bereikt="ja",
            toelichting="Geen oplossing gevonden. De klager kiest voor een officiële behandeling.",
        )
    yield from _formeel(z)


def formeel_verdaagd(z: Zaak) -> Verloop:
    """More time was needed: verdaagd, with word to both."""
    if (yield from _begin(z)):
        return
    yield z.over(12)
    z.doe(
        "verdaag",
        **_zonder_beklaagde(z, "beklaagde_bericht_op"),
        reden="De beklaagde is met vakantie en moet nog gehoord worden.",
    )
    yield from _formeel(z)


def formeel_traag(z: Zaak) -> Verloop:
    """It took too long; the letter was late."""
    if (yield from _begin(z)):
        return
    yield z.over(20)
    yield from _formeel(z)


def heropend(z: Zaak) -> Verloop:
    """Closed as solved, but the klager came back."""
    yield from informeel(z)
    yield z.over(8)
    z.doe(
        "heropen",
        reden="niet tevreden",
        toelichting="De klager belde: de afspraak is niet nagekomen.",
    )
    if z.is_klaar("heropend"):
        return
    yield z.over(1)
    z.doe("leg_gesprek_vast", manier=_manier(z), bereikt="ja")
    yield from _formeel(z)


def _formeel(z: Zaak) -> Verloop:
    yield z.over(1)
    commissie = {"commissie": "nee"}
    if z.plan.commissie:
        commissie = {"commissie": "ja", "commissie_gemeld_op": z.vandaag.isoformat()}
    geprobeerd = z.dossier.laatste(GebeurtenisSoort.INFORMEEL_GESTART)
    reden = "informeel niet gelukt" if geprobeerd else "wens klager"
    z.doe("start_formeel", reden=reden, **commissie)
    if z.is_klaar("formeel"):
        return
    yield z.over(1)
    if z.dossier.beklaagde:
        z.doe("geef_afschrift")
    if z.is_klaar("afschrift"):
        return
    yield from _horen(z)


def _horen(z: Zaak) -> Verloop:
    yield z.over(1)
    zitting = z.over(5)
    z.doe(
        "plan_horen",
        zitting_op=zitting.isoformat(),
        tijd="14.00 uur",
        plaats="gemeentehuis, kamer 1.12",
        vorm="driegesprek",
        **_zonder_beklaagde(z, "beklaagde_uitgenodigd_op"),
    )
    if z.is_klaar("gepland"):
        return
    yield zitting
    gehoord = {"beklaagde_gehoord": "ja"} if z.dossier.beklaagde else {}
    z.doe("leg_horen_vast", klager_gehoord="ja", **gehoord)
    if z.is_klaar("gehoord"):
        return
    yield z.over(2)
    z.doe("stel_verslag_vast", toelichting=z.toeval.choice(_VERSLAGEN))
    if z.is_klaar("verslag") or z.is_klaar("advies"):
        return
    if z.dossier.commissie:
        yield z.over(8)
        z.doe("ontvang_advies", rapport_compleet="ja", toelichting=z.plan.uitkomst)
    yield from _oordelen(z)


def _oordelen(z: Zaak) -> Verloop:
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
    if z.is_klaar("oordeel"):
        return
    yield z.over(1)
    z.doe(
        "leg_gesprek_vast",
        manier=_manier(z),
        bereikt="ja",
        toelichting="De uitkomst verteld en uitgelegd.",
    )
    if z.is_klaar("uitkomst verteld"):
        return
    yield z.over(1)
    z.brief(BriefSoort.AFDOENINGSBRIEF)
    if z.is_klaar("brief"):
        return
    yield z.ergens(0, 2)
    reden = {} if _op_tijd(z) else {"te_laat_reden": "De behandelaar was lange tijd ziek."}
    z.doe(
        "sluit_formeel",
        ondertekenaar=_ONDERTEKENAAR,
        ondertekenaar_niet_betrokken="ja",
        **reden,
    )


def _op_tijd(z: Zaak) -> bool:
    return termijnkaart.op_tijd(z.dossier, z.kader) is not False


def _zonder_beklaagde(z: Zaak, datumveld: str) -> dict[str, str]:
    return {} if z.dossier.beklaagde else {datumveld: "", "geen_beklaagde": "ja"}


def ingetrokken(z: Zaak) -> Verloop:
    """The klager does not want to go on."""
    if (yield from _begin(z)):
        return
    yield z.ergens(2, 6)
    z.doe("trek_in", vorm=_manier(z), toelichting="De klager is verhuisd en laat het rusten.")


def niet_in_behandeling(z: Zaak) -> Verloop:
    """Not handled, within four weeks (art. 9:8)."""
    if (yield from _begin(z)):
        return
    yield z.ergens(3, 8)
    grond = z.toeval.choice(("a", "c", "lid 2"))
    z.doe("neem_niet_in_behandeling", grond=grond, ombudsman_vermeld="ja")


def geen_klacht(z: Zaak) -> Verloop:
    """It was a question, and it was answered."""
    if (yield from _begin(z)):
        return
    yield z.ergens(1, 4)
    z.doe("geen_klacht", toelichting=f"Het was een vraag. {z.plan.uitkomst}")


def geen_reactie(z: Zaak) -> Verloop:
    """The address was asked and never came."""
    if (yield from _begin(z)):
        return
    yield z.over(1)
    voor = z.over(10)
    z.doe("vraag_aanvulling", ontbreekt="adres", reageren_voor=voor.isoformat())
    if z.is_klaar("gevraagd"):
        return
    yield voor
    yield z.over(2)
    z.doe("sluit_zonder_reactie", brief_op="", zonder_brief_reden="Wij hebben geen adres.")


def anoniem(z: Zaak) -> Verloop:
    """Nobody to answer, but worth a look."""
    if z.is_klaar("ontvangen"):
        return
    yield z.over(1)
    z.doe("wijs_behandelaar_toe", behandelaar=z.plan.behandelaar, niet_betrokken="ja")
    if z.is_klaar("toegewezen"):
        return
    yield z.ergens(3, 9)
    z.doe("sluit_anoniem", toelichting=z.plan.uitkomst)


def terugkoppelen(z: Zaak) -> Verloop:
    """To the department, back to the sender, done."""
    if z.is_klaar("ontvangen"):
        return
    yield z.ergens(0, 1)
    if _manier(z) == "telefoon" and z.kans(0.7):
        z.doe("leg_gesprek_vast", manier="telefoon", bereikt="ja", toelichting="Bedankt.")
    afdeling = z.dossier.afdeling
    z.doe("zet_door", afdeling=afdeling.naam if afdeling else "Klantcontact")
    if z.is_klaar("doorgezet"):
        return
    yield z.ergens(2, 9)
    z.doe("koppel_terug", hoe=_manier(z), toelichting=z.plan.uitkomst)
    if z.is_klaar("teruggekoppeld"):
        return
    yield z.ergens(0, 3)
    z.doe("sluit_beantwoord")


def melding_wordt_klacht(z: Zaak) -> Verloop:
    """Reported for the second time: a klacht about our service (domein §1.5)."""
    z.doe("zet_door", afdeling="Openbare ruimte")
    yield z.over(7)
    z.doe(
        "zet_om",
        nieuwe_soort="klacht",
        tweede_contact_op=z.vandaag.isoformat(),
        reden="Tweede keer gemeld, nog niet gemaakt.",
    )
    yield from informeel(z)


def doorzenden(z: Zaak) -> Verloop:
    """For another body: on at once, with word to the sender."""
    if z.is_klaar("ontvangen"):
        return
    yield z.over(1)
    z.doe("zend_door", bestuursorgaan=z.plan.uitkomst)


VERLOPEN: Mapping[str, Verteller] = {
    verteller.__name__: verteller
    for verteller in (
        *(informeel, stil, formeel, formeel_verdaagd, formeel_traag, heropend, ingetrokken),
        *(niet_in_behandeling, geen_klacht, geen_reactie, anoniem, terugkoppelen),
        *(melding_wordt_klacht, doorzenden),
    )
} | {"formeel_commissie": formeel}
"""Every story by the name in which the draaiboek asks for it."""
