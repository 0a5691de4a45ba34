"""May this letter go now, to whom, who signs it, and which facts may its text name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from klachtenapp.domain.begrippen import Soort
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.briefvelden import velden as algemene_velden
from klachtenapp.domain.brieven import ontvangers, vragen
from klachtenapp.domain.brieven.ondertekening import ondertekenaar as wie_tekent
from klachtenapp.domain.brieven.regel import Briefregel, Briefzaak, Ontvanger, Tekenaar
from klachtenapp.domain.brieven.tabel import BRIEVEN
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.handeling import Bezwaar, Collegas
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.kalender import Kalender
from klachtenapp.domain.normen import Normen
from klachtenapp.domain.onafhankelijk import is_betrokken, waarom_niet
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
    *,
    collegas: Collegas | None = None,
    ondertekenaar: Medewerker | None = None,
) -> tuple[Bezwaar, ...]:
    """Return why the letter may not go now; empty when it may.

    Each objection says what is missing, by which article, and how to go on. With
    ``antwoorden`` those are looked at too; without, only the dossier is: an objection that
    the questions of the letter can lift is then left out. ``ondertekenaar`` is who was
    chosen to sign; without, who signs by rule.
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
    collegas = collegas or Collegas()
    wie = ondertekenaar or wie_tekent(soort, dossier, gemeente, collegas)
    zaak = vragen.met_voorstel(
        regel,
        Briefzaak(
            dossier, gemeente, vandaag, kader or _GEWOON_KADER, antwoorden or {}, collegas, wie
        ),
    )
    gevonden = [
        *_adresbezwaar(regel, zaak),
        *regel.mag(zaak),
        *_ondertekenaarbezwaar(regel, zaak),
    ]
    gevraagd = {veld.naam for veld in vragen.vragen(regel)}
    if antwoorden is None:
        return tuple(b for b in gevonden if b.veld not in gevraagd)
    genoemd = {b.veld for b in gevonden if b.veld}
    gevonden += [b for b in vragen.bezwaren(regel, zaak) if b.veld not in genoemd]
    return tuple(gevonden)


def velden(
    soort: BriefSoort,
    dossier: Dossier,
    gemeente: Gemeente,
    kader: Kader,
    vandaag: date,
    ondertekenaar: Medewerker | None,
    normzinnen: Mapping[str, str] | None = None,
    antwoorden: Mapping[str, str] | None = None,
    *,
    collegas: Collegas | None = None,
) -> dict[str, str]:
    """Return every fact that the text of ``soort`` may name, for a letter of ``vandaag``.

    What was answered goes before the dossier, the facts of the letter itself before that;
    but words that were written by hand are always in it.
    """
    algemeen = algemene_velden(soort, dossier, gemeente, kader, vandaag, ondertekenaar, normzinnen)
    if soort is BriefSoort.STAPPENPLAN:
        return algemeen
    regel, gegeven = BRIEVEN[soort], antwoorden or {}
    zaak = vragen.met_voorstel(
        regel,
        Briefzaak(
            dossier, gemeente, vandaag, kader, gegeven, collegas or Collegas(), ondertekenaar
        ),
    )
    gevraagd = vragen.als_feiten(regel, zaak)
    eigen = regel.velden(zaak)
    feiten = {
        **dict.fromkeys(gevraagd, ""),
        **algemeen,
        "aanhef": ontvangers.aanhef(regel, zaak),
        **{naam: feit for naam, feit in gevraagd.items() if feit},
        **eigen,
    }
    for naam, woorden in vragen.vrije_woorden(regel, gegeven).items():
        # A letter may put a capital or a point to what was written, but never lose it.
        if not woorden or woorden.casefold() not in eigen.get(naam, "").casefold():
            feiten[naam] = woorden
    return feiten


def vooraf(
    soort: BriefSoort,
    dossier: Dossier,
    gemeente: Gemeente,
    kader: Kader,
    vandaag: date,
    collegas: Collegas | None = None,
) -> dict[str, str]:
    """Return with what the questions of ``soort`` are filled in beforehand, by their name.

    That is the proposal of the letter, and for free words what the letter says by itself.
    """
    regel, mensen = BRIEVEN[soort], collegas or Collegas()
    wie = wie_tekent(soort, dossier, gemeente, mensen)
    feiten = velden(soort, dossier, gemeente, kader, vandaag, wie, collegas=mensen)
    zaak = Briefzaak(dossier, gemeente, vandaag, kader, {}, mensen, wie)
    vrij = {naam: feiten[naam] for naam in vragen.vrije_namen(regel)}
    return {**vrij, **vragen.voorstel(regel, zaak)}


def _alleen_bij_klacht(dossier: Dossier) -> Bezwaar:
    return Bezwaar(f"Dit hoort bij een klacht. Dit dossier is een {dossier.soort}.")


def _andere_soort(regel: Briefregel, dossier: Dossier) -> Bezwaar:
    if regel.soorten == {Soort.KLACHT}:
        return _alleen_bij_klacht(dossier)
    return Bezwaar(f"Deze brief past niet bij een {dossier.soort}.")


def _adresbezwaar(regel: Briefregel, zaak: Briefzaak) -> list[Bezwaar]:
    try:
        ontvangers.adressering(regel, zaak)
    except RegelFout as fout:
        return [Bezwaar(fout.boodschap, "", fout.veld or "adres")]
    return []


def _ondertekenaarbezwaar(regel: Briefregel, zaak: Briefzaak) -> list[Bezwaar]:
    """Someone signs, and was not involved (art. 9:7 Awb)."""
    wie = zaak.ondertekenaar
    if wie is None:
        raad = (
            "Vul bij Beheer in wie de brieven met een oordeel tekent."
            if regel.tekent is Tekenaar.GEMEENTE
            else "Wijs een behandelaar toe, of vul bij Beheer in wie de brieven tekent."
        )
        return [Bezwaar(f"Wij weten niet wie deze brief tekent. {raad}", "", "ondertekenaar")]
    if zaak.dossier.soort is Soort.KLACHT and is_betrokken(wie.naam, zaak.dossier):
        return [
            Bezwaar(
                f"{waarom_niet(wie.naam, zaak.dossier)} Laat iemand anders de brief ondertekenen.",
                "art. 9:7 lid 1 Awb",
                "ondertekenaar",
            )
        ]
    return []
