"""Passive or not: sixty sentences as they come by in letters about klachten."""

from __future__ import annotations

import pytest

from klachtenapp.domain.taal.lijdend import lijdende_vormen

LIJDEND = (
    ("U wordt gebeld.", "wordt gebeld"),
    ("Uw klacht wordt door ons behandeld.", "wordt door ons behandeld"),
    ("De brief werd vorige week verzonden.", "werd vorige week verzonden"),
    ("Er wordt gekeken naar uw klacht.", "wordt gekeken"),
    ("Wordt u door iemand geholpen, dan mag die mee.", "Wordt u door iemand geholpen"),
    ("Uw klacht zal worden besproken met de afdeling.", "worden besproken"),
    ("U kunt worden gehoord.", "worden gehoord"),
    ("Het besluit is door het college genomen.", "is door het college genomen"),
    ("Uw klacht is geregistreerd.", "is geregistreerd"),
    ("Uw brief is ontvangen op 3 mei 2026.", "is ontvangen"),
    ("De afspraak werd niet nagekomen.", "werd niet nagekomen"),
    ("U bent niet teruggebeld.", "bent niet teruggebeld"),
    ("De stukken zijn naar u gestuurd.", "zijn naar u gestuurd"),
    ("Wij vinden dat u netjes bent geholpen.", "bent geholpen"),
    ("Ik vind dat de brief niet verzonden is.", "verzonden is"),
    ("Het formulier moet ingevuld worden.", "ingevuld worden"),
    ("De klachten worden elk jaar geteld en besproken.", "worden elk jaar geteld"),
    ("Uw aanvraag werd door een fout kwijtgemaakt.", "werd door een fout kwijtgemaakt"),
    ("De regels zijn door de medewerker uitgelegd.", "zijn door de medewerker uitgelegd"),
    ("Daarna wordt de klacht gesloten.", "wordt de klacht gesloten"),
    ("Als de klacht wordt ingetrokken, stoppen wij.", "wordt ingetrokken"),
    ("Er werd niet naar mij geluisterd.", "werd niet naar mij geluisterd"),
    ("De balie wordt verbouwd.", "wordt verbouwd"),
    ("Uw gegevens worden twee jaar bewaard.", "worden twee jaar bewaard"),
    ("Hierover wordt u geïnformeerd.", "wordt u geïnformeerd"),
    ("Het verslag wordt aan u voorgelegd.", "wordt aan u voorgelegd"),
    ("De termijn is met vier weken verlengd.", "is met vier weken verlengd"),
    ("Uw klacht wordt onderzocht.", "wordt onderzocht"),
    ("De kosten zijn te laat betaald.", "zijn te laat betaald"),
    ("Deze vraag werd nooit beantwoord.", "werd nooit beantwoord"),
)
ACTIEF = (
    "Wij bellen u op vrijdag 20 februari 2026.",
    "Wij hebben uw brief ontvangen.",
    "Uw brief is op 3 mei bij ons binnengekomen.",
    "Wij vinden het jammer dat dit is gebeurd.",
    "Het is gelukt om de fout te vinden.",
    "De balie is op vrijdag gesloten.",
    "Het gemeentehuis is geopend van 9 tot 5.",
    "U bent verhuisd naar een ander dorp.",
    "U wordt 18 jaar.",
    "Het wordt een gesprek van een uur.",
    "Hij wordt boos.",
    "De medewerker is te laat gekomen.",
    "Dat is uw goed recht.",
    "Uw klacht is gegrond.",
    "Bent u tevreden met dit gesprek?",
    "Dit is de brief die u ons stuurde.",
    "Hij heeft zijn gegevens gestuurd.",
    "De medewerker heeft met zijn collega gepraat.",
    "Wij zijn verplicht om dit te melden.",
    "U bent niet verplicht om te komen.",
    "Dat was vervelend voor u.",
    "Het gebied is groot.",
    "Onze afspraak is vergeten, dat weet ik, maar ik belde zelf.",
    "De wachttijd is veranderd sinds mei.",
    "De vergunning is verlopen.",
    "Dat besluit is bekend.",
    "Zijn gesprekken met u over uw werk?",
    "Het is belangrijk dat u ons belt.",
    "Wat was de reden, en heeft u dat gemeld?",
    "Wij worden elk jaar een beetje beter.",
)


@pytest.mark.parametrize(("zin", "raak"), LIJDEND, ids=[zin for zin, _ in LIJDEND])
def test_a_passive_is_found_where_it_stands(zin: str, raak: str) -> None:
    gevonden = [vondst.woorden for vondst in lijdende_vormen(zin)]
    assert raak in gevonden


@pytest.mark.parametrize("zin", ACTIEF)
def test_an_active_sentence_is_left_alone(zin: str) -> None:
    assert [vondst.woorden for vondst in lijdende_vormen(zin)] == []


def test_there_are_sixty_vectors() -> None:
    assert len(LIJDEND) + len(ACTIEF) == 60
