"""The rules of the letters: may this letter go now, to whom, and who signs it.

What a letter says stands in ``resources/brieven``; the facts it may name in ``briefvelden``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from klachtenapp.domain import adres, plichten, verloop
from klachtenapp.domain.begrippen import Soort, Status
from klachtenapp.domain.bereikbaarheid import geadresseerde
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.briefvelden import velden
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.handeling import Bezwaar
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.kalender import Kalender
from klachtenapp.domain.normen import Normen
from klachtenapp.domain.onafhankelijk import is_betrokken
from klachtenapp.domain.personen import Medewerker
from klachtenapp.domain.plichten import Sluittoestand, Uitslag
from klachtenapp.errors import RegelFout

__all__ = ["adresblok", "geadresseerde", "mag_brief", "ondertekenaar", "velden"]

# What must be there before a letter with our judgement goes out (art. 9:7, 9:10, 9:12, 9:15).
_VOOR_HET_OORDEEL: tuple[tuple[Callable[[Dossier, Kader, date], Uitslag], str], ...] = (
    (plichten.behandelaar_onafhankelijk, "art. 9:7 lid 1 Awb"),
    (plichten.klager_gehoord, "art. 9:10 lid 1 en 2 Awb"),
    (plichten.beklaagde_gehoord, "art. 9:10 lid 1 Awb"),
    (plichten.verslag_aanwezig, "art. 9:10 lid 3 Awb"),
    (plichten.advies_ontvangen, "art. 9:15 lid 4 Awb"),
    (plichten.onderdelen_beoordeeld, "art. 9:12 lid 1 Awb"),
    (plichten.oordeel_vastgelegd, "art. 9:12 lid 1 Awb"),
)
# None of the duties above depends on the calendar or the norms of a gemeente.
_ELK_KADER = Kader(kalender=Kalender(), normen=Normen())


def mag_brief(
    soort: BriefSoort, dossier: Dossier, gemeente: Gemeente, vandaag: date
) -> tuple[Bezwaar, ...]:
    """Return why the letter may not go now; empty when it may.

    Each objection says what is missing, by which article, and how to go on.
    """
    if dossier.soort is not Soort.KLACHT:
        return (Bezwaar(f"Dit hoort bij een klacht. Dit dossier is een {dossier.soort}."),)
    if soort is BriefSoort.STAPPENPLAN:
        return ()
    if dossier.anoniem:
        return (
            Bezwaar(
                "Wij weten niet van wie deze klacht komt. Er is niemand om aan te schrijven.",
                "art. 9:4 lid 2 onder a Awb",
                "klager",
            ),
        )
    regels: dict[BriefSoort, Callable[[Dossier, Gemeente, date], list[Bezwaar]]] = {
        BriefSoort.ONTVANGSTBEVESTIGING: _ontvangstbevestiging,
        BriefSoort.AFSLUITBRIEF_INFORMEEL: _afsluitbrief,
        BriefSoort.AFDOENINGSBRIEF: _afdoeningsbrief,
    }
    return (*_adresbezwaar(dossier), *regels[soort](dossier, gemeente, vandaag))


def adresblok(dossier: Dossier) -> tuple[str, ...]:
    """Return the lines for the window; ``RegelFout`` names what is missing.

    Someone without a postal address who agreed to e-mail (art. 2:8 Awb) gets the letter as
    an attachment: then the block holds the name and the e-mail address.
    """
    wie = geadresseerde(dossier)
    if not wie.heeft_adres and wie.email and wie.email_akkoord:
        naam = adres.naamregel(wie) or wie.organisatie
        return (naam, f"Per e-mail: {wie.email}")
    return adres.adresregels(wie)


def ondertekenaar(soort: BriefSoort, dossier: Dossier, gemeente: Gemeente) -> Medewerker | None:
    """Return who signs: the judgement by whom the gemeente names, the rest by the behandelaar.

    The behandelaar spoke with the klager and so signs what was agreed with the klager.
    ``None`` when nobody is known.
    """
    van_gemeente = None
    if gemeente.ondertekenaar:
        van_gemeente = Medewerker(
            id=0, naam=gemeente.ondertekenaar, functie=gemeente.ondertekenaar_functie
        )
    if soort is BriefSoort.AFDOENINGSBRIEF:
        return van_gemeente
    return dossier.behandelaar or van_gemeente


def _adresbezwaar(dossier: Dossier) -> list[Bezwaar]:
    try:
        adresblok(dossier)
    except RegelFout as fout:
        return [Bezwaar(fout.boodschap, "", fout.veld or "adres")]
    return []


def _ontvangstbevestiging(dossier: Dossier, gemeente: Gemeente, vandaag: date) -> list[Bezwaar]:
    """A klacht that still runs is confirmed, as often as is needed (art. 9:6)."""
    bezwaren = _zonder_ondertekenaar(BriefSoort.ONTVANGSTBEVESTIGING, dossier, gemeente)
    if dossier.status is Status.CONCEPT:
        bezwaren.append(Bezwaar("De klacht is nog niet geregistreerd. Sla de klacht eerst op."))
    elif not dossier.is_open:
        bezwaren.append(
            Bezwaar("Deze klacht is al afgehandeld. Een ontvangstbevestiging past nu niet meer.")
        )
    return bezwaren


def _afsluitbrief(dossier: Dossier, gemeente: Gemeente, _vandaag: date) -> list[Bezwaar]:
    """Only the klager can say that it is good so; the letter says when (art. 9:5)."""
    bezwaren = _zonder_ondertekenaar(BriefSoort.AFSLUITBRIEF_INFORMEEL, dossier, gemeente)
    if verloop.tevredenheid(dossier) is None:
        bezwaren.append(
            Bezwaar(
                "De klager heeft nog niet gezegd dat het zo goed is. Leg dat eerst vast met "
                "'Klager is tevreden'.",
                "art. 9:5 Awb",
                "tevreden_op",
            )
        )
    return bezwaren


def _afdoeningsbrief(dossier: Dossier, gemeente: Gemeente, vandaag: date) -> list[Bezwaar]:
    """The letter with our judgement closes a full investigation (art. 9:12)."""
    bezwaren = [
        Bezwaar(uitleg, artikel)
        for toets, artikel in _VOOR_HET_OORDEEL
        for toestand, uitleg, _ in [toets(dossier, _ELK_KADER, vandaag)]
        if toestand is Sluittoestand.ONTBREEKT
    ]
    bezwaren += _zonder_ondertekenaar(BriefSoort.AFDOENINGSBRIEF, dossier, gemeente)
    if gemeente.ondertekenaar and is_betrokken(gemeente.ondertekenaar, dossier):
        bezwaren.append(
            Bezwaar(
                f"De klacht gaat over {gemeente.ondertekenaar}. Laat iemand anders de brief "
                "ondertekenen. Dat stelt u in bij Beheer.",
                "art. 9:7 lid 1 Awb",
                "ondertekenaar",
            )
        )
    if not gemeente.ombudsman.naam:
        bezwaren.append(
            Bezwaar(
                "In de brief moet staan naar welke ombudsman de klager kan. Vul dat in bij Beheer.",
                "art. 9:12 lid 2 Awb",
                "ombudsman",
            )
        )
    return bezwaren


def _zonder_ondertekenaar(soort: BriefSoort, dossier: Dossier, gemeente: Gemeente) -> list[Bezwaar]:
    if ondertekenaar(soort, dossier, gemeente) is not None:
        return []
    raad = (
        "Vul bij Beheer in wie de brieven met een oordeel tekent."
        if soort is BriefSoort.AFDOENINGSBRIEF
        else "Wijs een behandelaar toe, of vul bij Beheer in wie de brieven tekent."
    )
    return [Bezwaar(f"Wij weten niet wie deze brief tekent. {raad}", "", "ondertekenaar")]
