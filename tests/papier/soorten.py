"""One PDF of every kind that the program makes, for tests that look at all of them.

The supplied letters, and letters with a text that holds everything a text may hold.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from klachtenapp.domain.brieven import BRIEVEN
from klachtenapp.domain.gemeente import Gemeente, VensterKant
from klachtenapp.domain.normen import Normen
from klachtenapp.domain.stappen import STAPPEN, Formaat, Plek, Toestand, Weg, algemeen
from klachtenapp.papier.brief import Brief, Ondertekening, teken_brief
from klachtenapp.papier.bronteksten import stappenplantekst
from klachtenapp.papier.overzicht import Kolom, Overzicht, teken_overzicht
from klachtenapp.papier.stappenplan import Stappenplan, teken_op, teken_stappenplan
from klachtenapp.papier.tekst import vul
from klachtenapp.papier.venstertest import teken_venstertest
from tests.papier.boeken import BOEKEN
from tests.papier.geleverd import teken_geleverd
from tests.papier.gesprekskaarten import GESPREKSKAARTEN
from tests.papier.handtekeningen import beeld
from tests.papier.huisstijlen import HUISSTIJLEN
from tests.papier.ondertekenmappen import ONDERTEKENMAPPEN
from tests.papier.sleutelbladen import SLEUTELBLADEN
from tests.papier.termijnkaarten import TERMIJNKAARTEN

VANDAAG = date(2026, 11, 24)
KENMERK = "K2026-0094"
ANKER = "9f03c1ab"
GEMEENTE = Gemeente(
    "Gemeente Voorbeeldstad",
    bezoekadres="Marktplein 1",
    postadres="Postbus 12",
    postcode="1234 AB",
    plaats="Voorbeeldstad",
    telefoon="14 0123",
    belnummer="0123 - 45 67 89",
    website="www.voorbeeldstad.nl",
    openingstijden="maandag tot en met vrijdag van 9 tot 17 uur",
    kleur="#00693E",
)
# Dutch, Polish, Turkish, Vietnamese, Hungarian, Greek and Cyrillic names.
NAMEN = "Zoë Brontë, Łucja Żółć, Şükrü Yılmaz, Đặng Thị Nguyễn, Ő. Szűcs, Ελένη Παππά, Дмитро Їжак"
_ZIN = "Wij luisteren naar uw verhaal en daarna zoeken wij samen verder naar wat kan. "
_TEKST = """onderwerp: Wij hebben uw klacht ontvangen & bekeken

Geachte mevrouw Đặng-Çelik,

Een **vet** woord, en namen: {{namen}}.

# Zo gaan wij verder

1. Wij bellen u met **{{namen}}** erbij.
2. {{lang}}
3. U krijgt antwoord.

## Wat u vertelde

> {{lang}}

# Goed om te weten

- Dit is <geen> opmaak & {{lang}}
- Punt twee.
"""


def _brief(gemeente: Gemeente = GEMEENTE, *, keer: int = 1, groot: bool = False) -> Brief:
    """Return a letter; from ``keer`` 3 it has several pages."""
    kop, _, rest = _TEKST.partition("\n\n")
    tekst = vul("\n\n".join([kop, *[rest] * keer]), {"namen": NAMEN, "lang": _ZIN * 2 * keer})
    referentie = {
        "Datum": "24 november 2026",
        "Ons kenmerk": KENMERK,
        "Behandeld door": "mevrouw Đ. Nguyễn-Yılmaz van den Bovenkamp",
        "Telefoon": "0123 - 45 67 89",
        "Bijlage": "stappenplan",
    }
    return Brief(
        gemeente=gemeente,
        adres=("Mevrouw Zoë Đặng-Çelik", "Dorpsstraat 12 a", "1234 AB  VOORBEELDSTAD"),
        datum=VANDAAG,
        datum_tekst="24 november 2026",
        kenmerk=KENMERK,
        referentie=tuple(referentie.items()),
        tekst=tekst,
        ondertekening=Ondertekening("Ş. Łukasz", "klachtenfunctionaris", GEMEENTE.namens),
        groot=groot,
    )


def getekend(brief: Brief, *, met_beeld: bool = True) -> Brief:
    """Return the letter as it is once signed: the end of the log in its foot."""
    wie = replace(brief.ondertekening, beeld=beeld() if met_beeld else None)
    return replace(brief, anker=ANKER, ondertekening=wie)


def stappenplan_model(
    variant: str,
    *,
    taal: str = "nl",
    groot: bool = False,
    persoonlijk: bool = False,
    weg: Weg = Weg.BEIDE,
    formaat: Formaat = Formaat.A4,
    gemeente: Gemeente = GEMEENTE,
) -> Stappenplan:
    """Return a stappenplan of the gemeente, for anybody or for one klacht."""
    velden = {
        "gemeente": gemeente.naam,
        "kenmerk": KENMERK if persoonlijk else "",
        "belnummer": gemeente.belnummer,
        "ombudsman": gemeente.ombudsman.naam,
        "ombudsman_telefoon": gemeente.ombudsman.telefoon,
        "contact_telefoon": gemeente.telefoon,
        "contact": "mevrouw Đ. Şahin" if persoonlijk else "",
        "bezoekadres": gemeente.bezoekadres,
        "openingstijden": gemeente.openingstijden,
    }
    return Stappenplan(
        gemeente=gemeente,
        teksten=stappenplantekst(taal),
        plekken=_plekken(variant, weg) if persoonlijk else algemeen(variant, Normen(), weg=weg),
        velden=velden,
        vandaag=VANDAAG,
        groot=groot,
        formaat=formaat,
        weg=weg,
        contact_op=date(2026, 12, 8) if persoonlijk else None,
    )


def _plekken(variant: str, weg: Weg) -> tuple[Plek, ...]:
    """Return the steps with every state: done, now, not needed, later."""
    klaar, nu, weg_ermee, later = (
        Toestand.KLAAR, Toestand.NU, Toestand.NIET_NODIG, Toestand.LATER,
    )  # fmt: skip
    toestanden = [klaar, klaar, nu, weg_ermee, later, later, later]
    return tuple(
        Plek(
            naam,
            toestand,
            klaar_op=date(2026, 11, 20) if toestand is klaar else None,
            uiterlijk=date(2026, 12, 31) if toestand in (nu, later) else None,
        )
        for naam, toestand in zip(STAPPEN[weg][variant], toestanden, strict=False)
    )


# Every pair of variant, way, paper, language and "for one klacht" occurs in one of these.
_BLADEN = (
    "kort-nl", "kort-nl-persoonlijk", "kort-en-persoonlijk", "kort-nl-groot",
    "compleet-en", "compleet-nl-persoonlijk", "compleet-en-persoonlijk",
    "compleet-nl-informeel", "kort-en-formeel-persoonlijk",
    "compleet-en-formeel-groot-persoonlijk", "kort-nl-informeel-groot-persoonlijk",
    "kort-nl-formeel-a5", "compleet-en-informeel-a5-persoonlijk", "compleet-nl-a5-persoonlijk",
    "kort-en-informeel-vouw", "compleet-nl-formeel-vouw-persoonlijk", "kort-nl-vouw-persoonlijk",
)  # fmt: skip


def _stappenplannen() -> dict[str, Callable[[], bytes]]:
    uit: dict[str, Callable[[], bytes]] = {}
    for naam in _BLADEN:
        variant, taal, *rest = naam.split("-")
        plan = stappenplan_model(
            variant,
            taal=taal,
            groot="groot" in rest,
            persoonlijk="persoonlijk" in rest,
            weg=next((weg for weg in Weg if weg in rest), Weg.BEIDE),
            formaat=next((formaat for formaat in Formaat if formaat in rest), Formaat.A4),
        )
        uit[f"stappenplan-{naam}"] = partial(teken_stappenplan, plan)
    return uit


def overzicht(rijen: int, *, gemeente: Gemeente = GEMEENTE, lang: int = 0) -> Overzicht:
    """Return a list of ``rijen`` rows; with ``lang`` one of them has so many sentences."""
    kolommen = (
        Kolom("Datum", 13, rijkop=True),
        Kolom("In of uit", 8),
        Kolom("Kenmerk", 12),
        Kolom("Wie", 20),
        Kolom("Wat", 30),
    )
    gewoon = ("24 nov 2026", "uit", KENMERK, NAMEN, "ontvangstbevestiging")
    lange = (*gewoon[:4], _ZIN * lang)
    inhoud = tuple(lange if lang and n == rijen // 2 else gewoon for n in range(rijen))
    regels = ("Van 1 november 2026 tot en met 24 november 2026.", f"{rijen} regels.")
    return Overzicht(gemeente, "Postboek & meer", VANDAAG, kolommen, inhoud, regels)


_OEFENING = replace(GEMEENTE, oefening=True)
_RECHTS = replace(GEMEENTE, venster=replace(GEMEENTE.venster, kant=VensterKant.RECHTS))
_KAAL = Gemeente("Voorbeeldstad")
_GEWOON = stappenplan_model("kort", persoonlijk=True)

SOORTEN: dict[str, Callable[[], bytes]] = {
    **{soort.value: partial(teken_geleverd, soort, GEMEENTE) for soort in BRIEVEN},
    "brief": lambda: teken_brief(_brief()),
    "brief-kaal": lambda: teken_brief(_brief(_KAAL)),
    "brief-meer-paginas": lambda: teken_brief(_brief(keer=3)),
    "brief-groot": lambda: teken_brief(_brief(groot=True)),
    "brief-venster-rechts": lambda: teken_brief(_brief(_RECHTS)),
    "brief-oefening": lambda: teken_brief(_brief(_OEFENING, keer=3)),
    "brief-getekend": lambda: teken_brief(getekend(_brief(), met_beeld=False)),
    "brief-getekend-met-beeld": lambda: teken_brief(getekend(_brief())),
    "brief-getekend-meer-paginas": lambda: teken_brief(getekend(_brief(keer=3))),
    "brief-getekend-groot": lambda: teken_brief(getekend(_brief(_OEFENING, groot=True))),
    "brief-met-stappenplan": lambda: teken_brief(
        _brief(), bijlage=lambda blad: teken_op(blad, _GEWOON)
    ),
    "overzicht": lambda: teken_overzicht(overzicht(5)),
    "overzicht-meer-paginas": lambda: teken_overzicht(overzicht(120)),
    "overzicht-lange-rij": lambda: teken_overzicht(overzicht(9, lang=120)),
    "overzicht-oefening": lambda: teken_overzicht(overzicht(60, gemeente=_OEFENING)),
    "venstertest": lambda: teken_venstertest(GEMEENTE),
    "venstertest-rechts": lambda: teken_venstertest(_RECHTS),
    "stappenplan-zonder-gemeente": lambda: teken_stappenplan(
        stappenplan_model("kort", gemeente=Gemeente(""))
    ),
    "stappenplan-oefening": lambda: teken_stappenplan(
        stappenplan_model("compleet", groot=True, persoonlijk=True, gemeente=_OEFENING)
    ),
    **_stappenplannen(),
    **HUISSTIJLEN,
    **BOEKEN,
    **TERMIJNKAARTEN,
    **GESPREKSKAARTEN,
    **ONDERTEKENMAPPEN,
    **SLEUTELBLADEN,
}
"""Name of the kind → a function that makes one."""
