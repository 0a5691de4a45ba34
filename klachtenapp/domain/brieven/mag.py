"""May this letter go now, to whom, who signs it, and which facts may its text name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from klachtenapp.domain import adres
from klachtenapp.domain.begrippen import Soort
from klachtenapp.domain.bereikbaarheid import geadresseerde
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.briefvelden import velden as algemene_velden
from klachtenapp.domain.brieven.regel import Briefregel, Briefzaak, Ontvanger, Tekenaar
from klachtenapp.domain.brieven.tabel import BRIEVEN
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.handeling import Bezwaar
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.kalender import Kalender
from klachtenapp.domain.normen import Normen
from klachtenapp.domain.personen import Medewerker
from klachtenapp.errors import RegelFout

_GEWOON_KADER = Kader(kalender=Kalender(), normen=Normen())


def mag_brief(
    soort: BriefSoort,
    dossier: Dossier,
    gemeente: Gemeente,
    vandaag: date,
    kader: Kader | None = None,
    antwoorden: Mapping[str, str] | None = None,
) -> tuple[Bezwaar, ...]:
    """Return why the letter may not go now; empty when it may.

    Each objection says what is missing, by which article, and how to go on.
    """
    if soort is BriefSoort.STAPPENPLAN:
        return () if dossier.soort is Soort.KLACHT else (_alleen_bij_klacht(dossier),)
    regel = BRIEVEN[soort]
    if dossier.soort not in regel.soorten:
        return (_andere_soort(regel, dossier),)
    if regel.ontvanger is Ontvanger.KLAGER and dossier.anoniem:
        return (
            Bezwaar(
                "Wij weten niet van wie dit komt. Er is niemand om aan te schrijven.",
                "art. 9:4 lid 2 onder a Awb" if dossier.soort is Soort.KLACHT else "",
                "klager",
            ),
        )
    zaak = Briefzaak(dossier, gemeente, vandaag, kader or _GEWOON_KADER, antwoorden or {})
    return (
        *_adresbezwaar(regel, dossier),
        *regel.mag(zaak),
        *_zonder_ondertekenaar(regel, dossier, gemeente),
    )


def velden(
    soort: BriefSoort,
    dossier: Dossier,
    gemeente: Gemeente,
    kader: Kader,
    vandaag: date,
    ondertekenaar: Medewerker | None,
    normzinnen: Mapping[str, str] | None = None,
    antwoorden: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """Return every fact that the text of ``soort`` may name, for a letter of ``vandaag``."""
    algemeen = algemene_velden(soort, dossier, gemeente, kader, vandaag, ondertekenaar, normzinnen)
    if soort is BriefSoort.STAPPENPLAN:
        return algemeen
    zaak = Briefzaak(dossier, gemeente, vandaag, kader, antwoorden or {})
    return {**algemeen, **BRIEVEN[soort].velden(zaak)}


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
    regel = BRIEVEN.get(soort)
    if regel is not None and regel.tekent is Tekenaar.GEMEENTE:
        return van_gemeente
    return dossier.behandelaar or van_gemeente


def _alleen_bij_klacht(dossier: Dossier) -> Bezwaar:
    return Bezwaar(f"Dit hoort bij een klacht. Dit dossier is een {dossier.soort}.")


def _andere_soort(regel: Briefregel, dossier: Dossier) -> Bezwaar:
    if regel.soorten == {Soort.KLACHT}:
        return _alleen_bij_klacht(dossier)
    return Bezwaar(f"Deze brief past niet bij een {dossier.soort}.")


def _adresbezwaar(regel: Briefregel, dossier: Dossier) -> list[Bezwaar]:
    if regel.ontvanger is not Ontvanger.KLAGER or not regel.met_adres:
        return []
    try:
        adresblok(dossier)
    except RegelFout as fout:
        return [Bezwaar(fout.boodschap, "", fout.veld or "adres")]
    return []


def _zonder_ondertekenaar(regel: Briefregel, dossier: Dossier, gemeente: Gemeente) -> list[Bezwaar]:
    if ondertekenaar(regel.soort, dossier, gemeente) is not None:
        return []
    raad = (
        "Vul bij Beheer in wie de brieven met een oordeel tekent."
        if regel.tekent is Tekenaar.GEMEENTE
        else "Wijs een behandelaar toe, of vul bij Beheer in wie de brieven tekent."
    )
    return [Bezwaar(f"Wij weten niet wie deze brief tekent. {raad}", "", "ondertekenaar")]
