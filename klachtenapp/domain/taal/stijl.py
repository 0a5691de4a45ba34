"""Two habits of office language: verbs made into nouns, and sentences that say nothing."""

from __future__ import annotations

import re

from klachtenapp.domain.taal.vondst import Taalvondst, Vondstsoort

_HET = re.compile(
    r"\bhet (?:\w+ )?(?!(?:leven|wapen|teken|examen|eten|vermogen|geheugen|verleden|"
    r"vertrouwen|kussen|molen|lichaam|verlangen|bestaan|wezen|aandenken|eigen|einden|seizoen|"
    r"gemeen|begin|midden|oosten|westen|noorden|zuiden)\b)[a-zë]{3,}en van\b",
    re.IGNORECASE,
)
_DE = re.compile(
    r"\b(?:de|een) (?:\w+ )?(?:behandeling|afhandeling|beoordeling|uitvoering|toezending|"
    r"verstrekking|indiening|vaststelling|beantwoording|verwerking|wijziging|intrekking|"
    r"verlenging|bevestiging|vermelding|inachtneming|bestudering|verbetering|voortzetting) van\b",
    re.IGNORECASE,
)
_HOL = re.compile(
    r"\b(?:nemen (?:\w+ ){1,2}klacht(?:en)? (?:zeer |heel )?serieus"
    r"|heeft onze (?:volle(?:dige)? )?aandacht"
    r"|(?:hierbij|hiermee) voldoende (?:te hebben )?ge[ïi]nformeerd"
    r"|vertrouwen (?:erop )?u hier(?:mee|bij)"
    r"|(?:dat u )?dit zo (?:heeft )?(?:ervaren|ervaart)"
    r"|betreuren (?:het )?(?:dat )?de (?:gang van zaken|ontstane situatie)"
    r"|voor het (?:eventuele )?ongemak"
    r"|doen (?:er )?(?:ons|al het) (?:uiterste|mogelijke)"
    r"|te zijner tijd"
    r"|in goede (?:orde|banen))\b",
    re.IGNORECASE,
)


def stijlvondsten(zin: str) -> list[Taalvondst]:
    """Return what makes a sentence stiff or empty."""
    stijf = "Naamwoordstijl. Gebruik een werkwoord: 'wij behandelen uw klacht'."
    hol = "Holle zin. Schrijf wat u precies doet, of laat hem weg."
    return [
        Taalvondst(soort, raak.start(), raak.end(), raak.group(), uitleg)
        for soort, patroon, uitleg in (
            (Vondstsoort.NAAMWOORD, _HET, stijf),
            (Vondstsoort.NAAMWOORD, _DE, stijf),
            (Vondstsoort.HOL, _HOL, hol),
        )
        for raak in patroon.finditer(zin)
    ]
