"""Registers of a given size to measure on: about 120 open dossiers, the rest closed."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta
from pathlib import Path

from klachtenapp import bootstrap
from klachtenapp.clock import FixedClock
from klachtenapp.domain.begrippen import (
    Aanhef,
    Afdoeningswijze,
    GebeurtenisSoort,
    Kanaal,
    Oordeel,
    Soort,
    Status,
    Vorm,
)
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.personen import Persoon
from klachtenapp.models import meldingen
from klachtenapp.services.context import Context

VANDAAG = date(2026, 11, 24)
NU = datetime(2026, 11, 24, 9, 0)
KLOK = FixedClock(NU)
_OPEN = 120
_BLOK = 5_000

_NAMEN = ["Jansen", "Özdemir", "Van den Berg", "Żółkiewska", "Mohamed", "Klock", "Nguyễn", "Post"]
_WAT = [
    "geluidsoverlast bij de markt", "niet teruggebeld na drie verzoeken", "brief niet te begrijpen",
    "onvriendelijk te woord gestaan aan de balie", "losse stoeptegel tweede keer gemeld",
    "aanvraag bijstand kwijtgeraakt", "afspraak twee keer verzet zonder bericht",
]  # fmt: skip


def maak(pad: Path, aantal: int) -> Path:
    """Make a register with ``aantal`` meldingen at ``pad``, once; deterministic."""
    if pad.exists():
        return pad
    tijdelijk = pad.with_suffix(".wordt.klachten")
    tijdelijk.unlink(missing_ok=True)
    gemeente = Gemeente("Meetstad", telefoon="14 0000", ondertekenaar="H. de Boer")
    ctx = bootstrap.nieuw(tijdelijk, gemeente, clock=KLOK, gebruiker="meting")
    toeval = random.Random(aantal)
    for begin in range(0, aantal, _BLOK):
        blok = [_dossier(i, aantal, toeval) for i in range(begin, min(begin + _BLOK, aantal))]
        with ctx.register.transactie():
            meldingen.voeg_bulk_toe(ctx.register, blok, ctx.gemeente.kenmerkpatroon)
    bootstrap.sluit(ctx)
    tijdelijk.rename(pad)
    return pad


def open_(pad: Path) -> Context:
    """Open such a register, standing still on the day it was made for."""
    return bootstrap.open(pad, clock=KLOK, gebruiker="meting")


def _dossier(nummer: int, aantal: int, toeval: random.Random) -> Dossier:
    is_open = nummer >= aantal - min(_OPEN, aantal)
    dagen = toeval.randint(0, 50) if is_open else toeval.randint(60, 1800)
    ontvangen = VANDAAG - timedelta(days=dagen)
    moment = datetime.combine(ontvangen, NU.time())
    klaar = ontvangen + timedelta(days=toeval.randint(3, 40))
    return Dossier(
        uid=f"00000000-0000-4000-8000-{nummer:012d}",
        kenmerk="",
        soort=Soort.KLACHT,
        status=Status.BEOORDELING if is_open else Status.AFGEHANDELD,
        ontvangen_op=ontvangen,
        kanaal=Kanaal.BRIEF,
        vorm=Vorm.SCHRIFTELIJK,
        onderwerp=toeval.choice(_WAT).capitalize(),
        omschrijving=f"{toeval.choice(_WAT)}. {toeval.choice(_WAT)}. Nummer {nummer}.",
        klager=Persoon(
            achternaam=toeval.choice(_NAMEN),
            aanhef=Aanhef.MEVROUW,
            voorletters="S.",
            straat="Dorpsstraat",
            huisnummer=str(toeval.randint(1, 300)),
            postcode="1741 AB",
            plaats="Voorbeeldstad",
            telefoon=f"06 12 34 {toeval.randint(1000, 9999)}",
        ),
        afdoeningswijze=None if is_open else Afdoeningswijze.FORMEEL_AFGEHANDELD,
        oordeel=None if is_open else toeval.choice(list(Oordeel)),
        afgehandeld_op=None if is_open else klaar,
        gebeurtenissen=(
            Gebeurtenis(GebeurtenisSoort.GEREGISTREERD, ontvangen, moment, "meting"),
            Gebeurtenis(GebeurtenisSoort.NOTITIE, ontvangen, moment, "meting", {}, "gebeld"),
        ),
    )
