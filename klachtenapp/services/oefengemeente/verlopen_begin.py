"""How every story of the oefengemeente begins, and the stories that end in a talk.

Each stops where its plan says (``tot``), or goes on to the end.
"""

from __future__ import annotations

from collections.abc import Generator
from datetime import date

from klachtenapp.domain import bereikbaarheid
from klachtenapp.domain.begrippen import Wens
from klachtenapp.domain.bereikbaarheid import Contactweg
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.services.oefengemeente.zaak import Verloop, Zaak

_BELOFTE = "Doen wat wij hebben afgesproken"
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

Begin = Generator[date, None, bool]
"""The opening of a story; returns whether the story stops there."""


def manier(z: Zaak) -> str:
    """Return how this klager is reached: as the klager wants it, as far as that can be."""
    wie = bereikbaarheid.geadresseerde(z.dossier)
    weg = bereikbaarheid.contactweg(wie)
    if weg is Contactweg.MAILEN:
        return "e-mail"
    return "telefoon" if wie.telefoon and weg is not Contactweg.SCHRIJVEN else "brief"


def begin(z: Zaak) -> Begin:
    """Someone takes it up, calls and confirms."""
    if z.is_klaar("ontvangen"):
        return True
    yield z.ergens(0, 1)
    z.doe("wijs_behandelaar_toe", behandelaar=z.plan.behandelaar, niet_betrokken="ja")
    if z.is_klaar("toegewezen"):
        return True
    hoe = manier(z)
    if z.kans(0.2) and hoe == "telefoon":
        z.doe("leg_gesprek_vast", manier=hoe, bereikt="nee")
        yield z.over(1)
    yield z.ergens(0, 1)
    wens = z.dossier.wens or z.toeval.choice(_WENSEN)
    z.doe(
        "leg_gesprek_vast",
        manier=hoe,
        bereikt="ja",
        wens=wens,
        toelichting=z.toeval.choice(_EERSTE_GESPREK if hoe == "telefoon" else _EERSTE_BERICHT),
    )
    _wie_nog_meer(z)
    if z.is_klaar("gebeld"):
        return True
    yield z.ergens(0, 1)
    if z.kan_brief and z.dossier.formeel_regime:
        z.brief(BriefSoort.ONTVANGSTBEVESTIGING)
    return z.is_klaar("bevestigd")


def _wie_nog_meer(z: Zaak) -> None:
    """Someone was involved and stays out of it; someone follows how it goes."""
    if z.plan.betrokken:
        z.doe(
            "merk_betrokken",
            medewerker=z.plan.betrokken,
            reden="Was bij het gesprek waar de klacht over gaat.",
        )
    if z.plan.ambassadeur:
        z.doe(
            "wijs_ambassadeur_toe",
            ambassadeur=z.plan.ambassadeur,
            reden="Kijkt of wij ons aan onze beloften houden.",
        )


def informeel(z: Zaak) -> Verloop:
    """Talk, solve, write it down."""
    if (yield from begin(z)):
        return
    yield z.over(1)
    z.doe("start_informeel")
    if z.is_klaar("informeel"):
        return
    yield z.ergens(2, 7)
    vandaag = z.is_klaar("belofte")
    z.doe(
        "leg_gesprek_vast",
        manier="gesprek",
        bereikt="ja",
        afspraak=z.plan.uitkomst,
        belofte=_BELOFTE,
        belofte_door=z.plan.behandelaar,
        belofte_op=(z.na_vandaag(0) if vandaag else z.over(5)).isoformat(),
    )
    if vandaag:
        return
    yield z.ergens(0, 2)
    z.doe(
        "kom_belofte_na",
        belofte=_BELOFTE,
        uitkomst="gedaan",
        hoe="Zoals afgesproken in het gesprek.",
    )
    z.doe("klager_tevreden", hoe=manier(z), afspraak=z.plan.uitkomst)
    if z.is_klaar("tevreden"):
        return
    yield z.over(1)
    if z.kan_brief:
        z.brief(BriefSoort.AFSLUITBRIEF_INFORMEEL)
    yield z.ergens(0, 2)
    z.doe("sluit_informeel", zonder_brief_reden="" if z.kan_brief else "Wij hebben geen adres.")


def stil(z: Zaak) -> Verloop:
    """Begun, and then nobody did anything any more."""
    if (yield from begin(z)):
        return
    yield z.over(1)
    z.doe("start_informeel")


def juist_kanaal(z: Zaak) -> Verloop:
    """It came by the wrong channel; after a letter the klager called, and it was solved."""
    yield z.over(1)
    z.doe("wijs_behandelaar_toe", behandelaar=z.plan.behandelaar, niet_betrokken="ja")
    z.brief(BriefSoort.JUIST_KANAAL)
    yield z.over(2)
    yield from _samen(z)


def start_termijn(z: Zaak) -> Verloop:
    """It lay in another inbox first; the klager was told from when the time counts."""
    yield z.over(2)
    z.doe("wijs_behandelaar_toe", behandelaar=z.plan.behandelaar, niet_betrokken="ja")
    z.brief(BriefSoort.START_TERMIJN, doorgeleid_op=z.vandaag.isoformat())
    yield z.over(1)
    yield from _samen(z)


def _samen(z: Zaak) -> Verloop:
    z.doe("leg_gesprek_vast", manier=manier(z), bereikt="ja", wens=Wens.OPLOSSING)
    z.brief(BriefSoort.ONTVANGSTBEVESTIGING)
    yield z.over(1)
    z.doe("start_informeel")
