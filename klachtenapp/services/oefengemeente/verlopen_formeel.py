"""The stories of the oefengemeente with an investigation: hearing, judgement, and what follows."""

from __future__ import annotations

from klachtenapp.domain import termijnkaart
from klachtenapp.domain.begrippen import Aspect, GebeurtenisSoort, Oordeel, Wens
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Klachtonderdeel
from klachtenapp.services.oefengemeente.regie import Verloop, Zaak
from klachtenapp.services.oefengemeente.verlopen_begin import begin, informeel, manier

_OPVOLGERS = ("H. de Boer", "R. Nguyễn")
_ONDERTEKENAAR = "A. van Egdom"
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


def formeel(z: Zaak) -> Verloop:
    """Not solved in a talk: hearing, judgement, letter."""
    if (yield from begin(z)):
        return
    if z.kans(0.6) and z.dossier.wens is not Wens.OFFICIELE_BRIEF:
        yield z.over(1)
        z.doe("start_informeel")
        yield z.ergens(2, 4)
        z.doe(
            "leg_gesprek_vast",
            manier=manier(z),
            bereikt="ja",
            toelichting="Geen oplossing gevonden. De klager kiest voor een officiële behandeling.",
        )
    yield from _formeel(z)


def formeel_verdaagd(z: Zaak) -> Verloop:
    """More time was needed: verdaagd, with word to both."""
    if (yield from begin(z)):
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
    if (yield from begin(z)):
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
    z.doe("leg_gesprek_vast", manier=manier(z), bereikt="ja")
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
        manier=manier(z),
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


def verbeterd(z: Zaak) -> Verloop:
    """Judged and closed; what was promised is done, and the klager hears it."""
    yield from formeel(z)
    yield z.over(10)
    z.brief(BriefSoort.VERBETERPUNT, gedaan=z.plan.verbeterpunt, klaar="ja")


def bij_ombudsman(z: Zaak) -> Verloop:
    """The klager went on to the ombudsman, who recommended something."""
    yield from formeel(z)
    yield z.over(8)
    z.doe("meld_ombudsman", rapportnummer="2026/118", reactie_voor=z.over(20).isoformat())
    yield z.over(5)
    z.brief(
        BriefSoort.REACTIE_OMBUDSMAN,
        aanbeveling="Bel mensen op de dag die u noemt. Lukt dat niet? Laat het dan weten.",
        volgt="ja",
        maatregel="Wij zetten elke beloofde dag in de agenda van twee collega's.",
    )


def meer_tijd(z: Zaak) -> Verloop:
    """Verdaagd with letters to both, heard, told how it stands; and more time was asked for."""
    if (yield from begin(z)):
        return
    yield z.over(1)
    z.doe("start_formeel", reden="wens klager", commissie="nee")
    z.brief(BriefSoort.AFSCHRIFT)
    yield z.over(6)
    wie = next(naam for naam in _OPVOLGERS if naam != z.plan.behandelaar)
    z.doe(
        "wijs_behandelaar_toe",
        behandelaar=wie,
        niet_betrokken="ja",
        reden="Mijn collega is voor langere tijd met verlof.",
    )
    z.brief(BriefSoort.NIEUWE_BEHANDELAAR)
    yield z.over(2)
    z.doe("verdaag", reden="De medewerker is met vakantie. Wij willen ook zijn verhaal horen.")
    z.brief(BriefSoort.VERDAGING_KLAGER)
    z.brief(BriefSoort.VERDAGING_BEKLAAGDE)
    yield z.over(2)
    zitting = z.over(8)
    z.doe(
        "plan_horen",
        zitting_op=zitting.isoformat(),
        tijd="14.00 uur",
        plaats="gemeentehuis, kamer 1.12",
        vorm="driegesprek",
    )
    z.brief(BriefSoort.UITNODIGING_KLAGER)
    z.brief(BriefSoort.UITNODIGING_BEKLAAGDE)
    yield zitting
    z.doe("leg_horen_vast", klager_gehoord="ja", beklaagde_gehoord="ja")
    yield z.over(2)
    z.doe("stel_verslag_vast", verzonden_op="", toelichting=_VERSLAGEN[0])
    z.brief(BriefSoort.VERSLAG_KLAGER)
    z.brief(BriefSoort.VERSLAG_BEKLAAGDE)
    yield z.over(3)
    z.brief(BriefSoort.VOORTGANG, nu="Wij zoeken nog uit wie welke brief stuurde.")
    yield z.over(1)
    z.brief(BriefSoort.UITSTEL, waarom="Wij wachten op papieren van een ander kantoor.")
