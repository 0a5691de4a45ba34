"""A made-up klacht to show a letter with: nobody's, lifelike, in a long and a short form."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from klachtenapp.domain.begrippen import (
    Aanhef,
    Aspect,
    Kanaal,
    Oordeel,
    Soort,
    Status,
    Vorm,
    Wens,
)
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.briefsoort import BriefSoort as B
from klachtenapp.domain.brieven.tabel import BRIEVEN
from klachtenapp.domain.dossier import DocumentInfo, Dossier, Gebeurtenis, Klachtonderdeel
from klachtenapp.domain.personen import Medewerker, Persoon

_VERHAAL = (
    "Ik had een afspraak om 9 uur voor een nieuw paspoort. Ik wachtte tot 11 uur. Niemand zei "
    "iets tegen mij. Toen ik ernaar vroeg, zei de medewerker dat ik maar weg moest gaan."
)
_KLAGER = Persoon(
    "Voorbeeld", Aanhef.MEVROUW, voorletters="A.B.", tussenvoegsel="van", straat="Kerkstraat",
    huisnummer="12", postcode="1234 AB", plaats="Voorbeeldstad", telefoon="06 - 12 34 56 78",
    email="a.van.voorbeeld@post.nl",
)  # fmt: skip
_HELPER = Persoon(
    "Vries", Aanhef.HEER, voorletters="J.", tussenvoegsel="de", straat="Lindelaan",
    huisnummer="3", postcode="1234 CD", plaats="Voorbeeldstad", leest_moeilijk=True,
    telefoon="06 - 87 65 43 21",
)  # fmt: skip
_BEHANDELAAR = Medewerker(
    1, "P. Yılmaz", Aanhef.HEER, "klachtbehandelaar", "0123 - 45 67 89", "p.yilmaz@voorbeeld.nl"
)
_LANG_DEEL = Klachtonderdeel(
    "De medewerker was onvriendelijk en stuurde mij weg.",
    Aspect.BEJEGENING,
    bevinding=f"{_VERHAAL}\n\nDe medewerker vertelde dat het die dag erg druk was. Het rooster "
    "van die dag laat dat ook zien. Wij spraken ook met een collega die erbij stond.",
    oordeel=Oordeel.ONGEGROND,
)


def voorbeeld(soort: B, dag: date, *, lang: bool) -> Dossier:
    """Return a made-up dossier from which letter ``soort`` of ``dag`` can be shown.

    The long one has a gemachtigde and two parts; the short one the least that can be.
    """
    regel = BRIEVEN.get(soort)
    kort = Dossier(
        uid="00000000-0000-4000-8000-000000000001",
        kenmerk=f"K{dag.year}-0000",
        soort=sorted(regel.soorten)[0] if regel and Soort.KLACHT not in regel.soorten
        else Soort.KLACHT,
        status=_STATUS.get(soort, Status.OORDEEL),
        ontvangen_op=dag - timedelta(days=20),
        kanaal=Kanaal.BALIE,
        vorm=Vorm.MONDELING,
        omschrijving=_VERHAAL,
        onderwerp="lang wachten aan de balie",
        klager=_KLAGER,
        behandelaar=_BEHANDELAAR,
        beklaagde="K. de Boer",
        onderdelen=(_deel(dag),),
        oordeel=Oordeel.GEGROND,
        gebeurtenissen=_gebeurtenissen(soort, dag),
    )  # fmt: skip
    if not lang:
        return kort
    return replace(
        kort,
        gemachtigde=_HELPER,
        wens=Wens.GESPREK,
        onderdelen=(_deel(dag), _LANG_DEEL),
        oordeel=Oordeel.DEELS_GEGROND,
        documenten=(DocumentInfo(1, "brief van de klager.pdf", "bijlage", "", 1, _op(dag, 20)),),
    )


_STATUS = {
    B.ONTVANGSTBEVESTIGING: Status.BEOORDELING,
    B.AANVULLING: Status.AANVULLING_GEVRAAGD,
    B.NIEUWE_BEHANDELAAR: Status.INFORMEEL,
    B.AFSCHRIFT: Status.FORMEEL,
    B.UITNODIGING_KLAGER: Status.HOREN,
    B.UITNODIGING_BEKLAAGDE: Status.HOREN,
    B.VERDAGING_KLAGER: Status.FORMEEL,
    B.VERDAGING_BEKLAAGDE: Status.FORMEEL,
    B.UITSTEL: Status.FORMEEL,
    B.AFSLUITBRIEF_INFORMEEL: Status.INFORMEEL,
}


def _deel(dag: date) -> Klachtonderdeel:
    return Klachtonderdeel(
        "Ik moest twee uur wachten.",
        Aspect.BEHANDELTERMIJN,
        bevinding="U had een afspraak om 9 uur. U was om 11 uur aan de beurt.",
        oordeel=Oordeel.GEGROND,
        verbeterpunt="Wij vertellen wachtende mensen elk kwartier hoe het staat",
        verbeterpunt_klaar_op=dag + timedelta(days=60),
    )


def _op(dag: date, terug: int) -> datetime:
    return datetime.combine(dag - timedelta(days=terug), time(10))


def _gebeurd(dag: date, soort: G, terug: int, **gegevens: str) -> Gebeurtenis:
    op = _op(dag, terug)
    return Gebeurtenis(soort, op.date(), op, "voorbeeld", gegevens)


def _gebeurtenissen(soort: B, dag: date) -> tuple[Gebeurtenis, ...]:
    """Return what happened before this letter: no more than it can know."""
    later, gisteren = (dag + timedelta(days=14)).isoformat(), (dag - timedelta(days=1)).isoformat()
    start = _gebeurd(dag, G.FORMEEL_GESTART, 14, reden="klager")
    match soort:
        case B.ONTVANGSTBEVESTIGING:
            return ()
        case B.AANVULLING:
            vraag = {"ontbreekt": "ondertekening", "reageren_voor": later}
            return (_gebeurd(dag, G.AANVULLING_GEVRAAGD, 0, **vraag),)
        case B.NIEUWE_BEHANDELAAR:
            wie = {"behandelaar": "P. Yılmaz", "_was_behandelaar": "M. Jansen"}
            return (
                _gebeurd(dag, G.GESPREK, 7, manier="telefoon", bereikt="ja"),
                _gebeurd(dag, G.BEHANDELAAR_TOEGEWEZEN, 0, **wie),
            )
        case B.UITNODIGING_KLAGER | B.UITNODIGING_BEKLAAGDE:
            plan = {
                "zitting_op": later, "tijd": "14.00 uur", "vorm": "driegesprek",
                "plaats": "gemeentehuis, kamer 1.12",
                "antwoord_voor": (dag + timedelta(days=7)).isoformat(),
            }  # fmt: skip
            return (start, _gebeurd(dag, G.HOREN_GEPLAND, 0, **plan))
        case B.VERDAGING_KLAGER | B.VERDAGING_BEKLAAGDE:
            tot = (dag + timedelta(days=40)).isoformat()
            reden = "Wij willen nog een gesprek met een medewerker. Die is nu ziek."
            return (start, _gebeurd(dag, G.VERDAAGD, 0, tot=tot, reden=reden))
        case B.AFSLUITBRIEF_INFORMEEL:
            feit = {"tevreden_op": gisteren, "afspraak": "U krijgt een nieuwe afspraak."}
            return (_gebeurd(dag, G.TEVREDENHEID_VASTGESTELD, 1, **feit),)
        case B.AFSCHRIFT | B.UITSTEL:
            return (start,)
    gehoord = {"klager_gehoord": "ja", "beklaagde_gehoord": "ja"}
    return (
        start,
        _gebeurd(dag, G.GEHOORD, 7, **gehoord),
        _gebeurd(dag, G.VERSLAG_VASTGESTELD, 6),
        _gebeurd(dag, G.OORDEEL_GEVORMD, 2, conclusies="Wij kijken wekelijks naar de wachttijd."),
        _gebeurd(dag, G.GESPREK, 1, manier="telefoon", bereikt="ja"),
    )
