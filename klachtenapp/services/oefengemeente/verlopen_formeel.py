"""The stories of the oefengemeente with an investigation: hearing, judgement, and what follows."""

from __future__ import annotations

from klachtenapp.domain import termijnkaart
from klachtenapp.domain.begrippen import GebeurtenisSoort, Wens
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.services.oefengemeente.verlopen_begin import begin, informeel, manier
from klachtenapp.services.oefengemeente.verlopen_oordeel import oordelen
from klachtenapp.services.oefengemeente.zaak import Verloop, Zaak

_OPVOLGERS = ("H. de Boer", "R. Nguyễn")
_AKKOORD = """Onderwerp: uw brief over meer tijd

Ik ga akkoord met meer tijd voor mijn klacht.

H. Dvořák
"""
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
        reden="Een collega die erbij was, is met vakantie. Wij willen ook zijn verhaal horen.",
    )
    z.brief(BriefSoort.VERDAGING_KLAGER)
    if z.dossier.beklaagde:
        z.brief(BriefSoort.VERDAGING_BEKLAAGDE)
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
    if z.dossier.beklaagde and z.plan.overgeslagen != "afschrift":
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
    yield from oordelen(z)


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


def ombudsman_loopt(z: Zaak) -> Verloop:
    """The ombudsman found something and recommends; our answer is still to come (9:36)."""
    yield from formeel(z)
    yield z.over(8)
    z.doe("meld_ombudsman", rapportnummer="2026/204", reactie_voor=z.over(10).isoformat())
    yield z.over(4)
    z.doe(
        "werk_ombudsman_bij",
        oordeel="deels behoorlijk",
        aanbeveling="Leg aan mensen uit waarom een vergunning langer duurt, en bel als het nog "
        "langer wordt.",
        reactie_voor=z.na_vandaag(6).isoformat(),
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
    yield z.over(2)
    einde = termijnkaart.uiterste_datum(z.dossier, z.kader) or z.vandaag
    tot = z.kader.kalender.plus_werkdagen(einde, 10).isoformat()
    papier = z.bijlage("akkoord met uitstel (e-mail).txt", _AKKOORD)
    z.doe("stel_uit", schriftelijk="ja", bijlage=papier, tot=tot)


def commissie_laat(z: Zaak) -> Verloop:
    """The klachtencommissie is asked when the formal treatment is on its way."""
    if (yield from begin(z)):
        return
    yield z.over(1)
    z.doe("start_formeel", reden="wens klager", commissie="nee")
    yield z.over(1)
    z.doe("geef_afschrift")
    yield z.over(3)
    z.doe("schakel_commissie_in", wie="de klachtencommissie van Voorbeeldstad")
