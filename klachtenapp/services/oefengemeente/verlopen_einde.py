"""The stories of the oefengemeente that end without judgement, and those of tips and post."""

from __future__ import annotations

from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.services.oefengemeente.verlopen_begin import begin, informeel, manier
from klachtenapp.services.oefengemeente.zaak import Verloop, Zaak

_UITLEG = {
    "a": "Dit gaat over dezelfde dag en dezelfde medewerker als uw eerste klacht.",
    "c": "Het gaat u om wat wij hebben besloten. Dat kunnen wij alleen veranderen na bezwaar.",
    "lid 2": "De bel deed het die ochtend niet. Na tien minuten was hij weer gemaakt.",
}
_ELDERS = {
    "instantie_adres": "Postbus 500",
    "instantie_postcode": "1234 ZZ",
    "instantie_plaats": "Voorbeeldstad",
}


def ingetrokken(z: Zaak) -> Verloop:
    """The klager does not want to go on."""
    if (yield from begin(z)):
        return
    yield z.ergens(2, 6)
    hoe = manier(z)
    if z.kan_brief:
        z.brief(BriefSoort.INTREKKING, ingetrokken_op=z.vandaag.isoformat(), vorm=hoe)
    z.doe(
        "trek_in",
        ingetrokken_op=z.vandaag.isoformat(),
        vorm=hoe,
        zonder_brief_reden="" if z.kan_brief else "Wij hebben geen adres.",
        toelichting="De klager is verhuisd en laat het rusten.",
    )


def niet_in_behandeling(z: Zaak) -> Verloop:
    """Not handled, within four weeks (art. 9:8)."""
    if (yield from begin(z)):
        return
    yield z.ergens(3, 8)
    grond = "c" if z.plan.tot else z.toeval.choice(("a", "c", "lid 2"))
    bezwaar = {"bezwaar_voor": z.over(15).isoformat()} if grond == "c" else {}
    z.brief(BriefSoort.NIET_IN_BEHANDELING, grond=grond, uitleg=_UITLEG[grond], **bezwaar)
    z.doe("neem_niet_in_behandeling")


def geen_klacht(z: Zaak) -> Verloop:
    """It was a question, and it was answered."""
    if (yield from begin(z)):
        return
    yield z.ergens(1, 4)
    z.doe("geen_klacht", toelichting=f"Het was een vraag. {z.plan.uitkomst}")


def geen_reactie(z: Zaak) -> Verloop:
    """The address was asked and never came."""
    if (yield from begin(z)):
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
    if manier(z) == "telefoon" and z.kans(0.7):
        z.doe("leg_gesprek_vast", manier="telefoon", bereikt="ja", toelichting="Bedankt.")
    elif z.kan_brief:
        z.brief(BriefSoort.ONTVANGST_REACTIE)
    afdeling = z.dossier.afdeling
    z.doe("zet_door", afdeling=afdeling.naam if afdeling else "Klantcontact")
    if z.is_klaar("doorgezet"):
        return
    yield z.ergens(2, 9)
    z.doe("koppel_terug", hoe=manier(z), toelichting=z.plan.uitkomst)
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
    z.brief(BriefSoort.DOORZENDING_KLAGER, instantie_naam=z.plan.uitkomst, **_ELDERS)
    z.brief(BriefSoort.DOORZENDING_INSTANTIE)
    z.doe("zend_door")


def doorgeleid(z: Zaak) -> Verloop:
    """It proved to be a bezwaar on which another body decides; both were written to."""
    if (yield from begin(z)):
        return
    yield z.over(1)
    z.brief(BriefSoort.DOORGELEIDING_KLAGER, stuk="bezwaar", behandelt=z.plan.uitkomst, elders="ja")
    z.brief(BriefSoort.DOORGELEIDING_INSTANTIE, instantie_naam=z.plan.uitkomst, **_ELDERS)
    z.doe("leid_door_als_bezwaar")


def stil_gebleven(z: Zaak) -> Verloop:
    """What was missing was asked in a letter; no answer came, and a letter said so."""
    if (yield from begin(z)):
        return
    yield z.over(1)
    voor = z.over(10)
    z.doe("vraag_aanvulling", ontbreekt="omschrijving", reageren_voor=voor.isoformat())
    z.brief(BriefSoort.AANVULLING)
    yield voor
    yield z.over(2)
    z.brief(BriefSoort.GEEN_REACTIE)
    z.doe("sluit_zonder_reactie")
