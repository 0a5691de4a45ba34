"""Letters with which something goes to who should have it: art. 2:3 and 6:15 Awb, in pairs."""

from __future__ import annotations

from collections.abc import Callable

from klachtenapp.domain import adres, dagtekst, verzonden
from klachtenapp.domain.begrippen import Afdoeningswijze as W
from klachtenapp.domain.begrippen import Soort, Vorm
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven import afloopfeiten
from klachtenapp.domain.brieven.afloopfeiten import gevuld
from klachtenapp.domain.brieven.regel import Briefregel, Briefzaak, Ontvanger
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.handeling import Bezwaar, Veld, VeldSoort
from klachtenapp.domain.velddelen import begin, ja

_ZENDING = (BriefSoort.DOORZENDING_KLAGER, BriefSoort.DOORZENDING_INSTANTIE)
_LEIDING = (BriefSoort.DOORGELEIDING_KLAGER, BriefSoort.DOORGELEIDING_INSTANTIE)
_STUKKEN = (("bezwaar", "bezwaarschrift"), ("beroep", "beroepschrift"))
_GEDEELD = (
    *("instantie_naam", "instantie_adres", "instantie_postcode", "instantie_plaats"),
    *("instantie_telefoon", "deel_hier", "stuk", "behandelt", "andere_dag_reden"),
)

_NAAM = Veld("instantie_naam", "Naam van de andere organisatie")
_ADRES = (
    Veld("instantie_adres", "Straat en nummer, of postbus", verplicht=False),
    Veld("instantie_postcode", "Postcode", verplicht=False),
    Veld("instantie_plaats", "Plaats", verplicht=False),
)
_TELEFOON = Veld("instantie_telefoon", "Telefoonnummer daar", verplicht=False)
_DEEL_HIER = Veld(
    "deel_hier",
    "Welk deel blijft bij ons?",
    VeldSoort.LANGE_TEKST,
    verplicht=False,
    hulp="Leeg als alles weggaat. Dit komt in de brief. Schrijf 'u', niet 'de klager'.",
)
_ANDERE_DAG = Veld(
    "andere_dag_reden",
    "Niet op dezelfde dag? Schrijf op waarom",
    verplicht=False,
    hulp="Dit komt in het dossier, niet in de brief.",
)
_STUK = Veld("stuk", "Het is een", VeldSoort.KEUZE, keuzes=_STUKKEN)
_BEHANDELT = Veld(
    "behandelt",
    "Wie behandelt het nu?",
    hulp="Bijvoorbeeld: de bezwaarcommissie van onze gemeente.",
)


def _doorzenden(deze: BriefSoort) -> Callable[[Briefzaak], list[Bezwaar]]:
    """What is for another body goes on at once, with word to the sender (art. 2:3 lid 1)."""

    def mag(zaak: Briefzaak) -> list[Bezwaar]:
        return [
            *afloopfeiten.voor_het_einde(zaak, deze, W.DOORGEZONDEN),
            *afloopfeiten.niet_opgepakt(zaak.dossier, "art. 2:3 lid 1 Awb"),
            *_zelfde_dag(zaak, deze, _ZENDING),
        ]

    return mag


def _doorgeleiden(deze: BriefSoort) -> Callable[[Briefzaak], list[Bezwaar]]:
    """What proves to be a bezwaar or beroep goes to who decides on it (art. 6:15)."""

    def mag(zaak: Briefzaak) -> list[Bezwaar]:
        gezegd = verzonden.van_brief(zaak.dossier, BriefSoort.DOORGELEIDING_KLAGER)
        if deze is BriefSoort.DOORGELEIDING_INSTANTIE and gezegd and gezegd.get("elders") != "ja":
            return [_blijft_hier()]
        return [
            *afloopfeiten.voor_het_einde(zaak, deze, W.DOORGELEID_ALS_BEZWAAR),
            *afloopfeiten.niet_opgepakt(zaak.dossier, "art. 6:15 lid 1 Awb"),
            *_zelfde_dag(zaak, deze, _LEIDING),
        ]

    return mag


def _blijft_hier() -> Bezwaar:
    """The other body gets a letter only when it decides, and not we ourselves."""
    return Bezwaar(
        "In de brief aan de klager staat dat onze gemeente dit behandelt. Geef het binnen de "
        "gemeente door. Een brief is niet nodig.",
        "art. 6:15 lid 1 Awb",
    )


def _zelfde_dag(
    zaak: Briefzaak, deze: BriefSoort, paar: tuple[BriefSoort, BriefSoort]
) -> list[Bezwaar]:
    andere = next(soort for soort in paar if soort is not deze)
    weg = verzonden.dag(zaak.dossier, andere)
    if weg is None or weg == zaak.dag or zaak.antwoorden.get("andere_dag_reden", ""):
        return []
    return [
        Bezwaar(
            f"De andere brief ging weg op {dagtekst.lang(weg)}. Beide brieven gaan op "
            "dezelfde dag weg. Lukt dat niet meer? Schrijf op waarom.",
            "art. 2:3 lid 1 Awb" if paar is _ZENDING else "art. 6:15 lid 1 Awb",
            "andere_dag_reden",
        )
    ]


def _doorzenden_vooraf(zaak: Briefzaak) -> dict[str, str]:
    """What was filled in for the one letter is proposed for the other."""
    gesloten = afloopfeiten.afsluiting(zaak.dossier)
    return {
        **gevuld(instantie_naam=gesloten.get("bestuursorgaan", "")),
        **_uit_de_andere(zaak.dossier, _ZENDING),
    }


def _doorgeleiden_vooraf(zaak: Briefzaak) -> dict[str, str]:
    gesloten = afloopfeiten.afsluiting(zaak.dossier)
    gezegd = _uit_de_andere(zaak.dossier, _LEIDING)
    wie = gezegd.get("behandelt") or gesloten.get("behandelt", "")
    elders = verzonden.dag(zaak.dossier, BriefSoort.DOORGELEIDING_INSTANTIE) is not None
    return {
        **gevuld(
            stuk=gesloten.get("stuk", ""),
            behandelt=wie or gezegd.get("instantie_naam"),
            instantie_naam=wie,
        ),
        **gezegd,
        **({"elders": "ja"} if elders else {}),
    }


def _doorgeleiden_naar_vooraf(zaak: Briefzaak) -> dict[str, str]:
    alles = _doorgeleiden_vooraf(zaak)
    return {naam: tekst for naam, tekst in alles.items() if naam not in ("elders", "behandelt")}


def _uit_de_andere(dossier: Dossier, paar: tuple[BriefSoort, BriefSoort]) -> dict[str, str]:
    uit: dict[str, str] = {}
    for soort in paar:
        gegeven = verzonden.van_brief(dossier, soort)
        uit |= {naam: gegeven[naam] for naam in _GEDEELD if naam in gegeven}
    uit.pop("andere_dag_reden", None)
    return uit


def _klagervelden(zaak: Briefzaak) -> dict[str, str]:
    antwoorden = zaak.antwoorden
    plaats = " ".join(
        deel
        for deel in (antwoorden.get("instantie_postcode"), antwoorden.get("instantie_plaats"))
        if deel
    )
    straat = antwoorden.get("instantie_adres", "")
    return {
        **afloopfeiten.zaakvelden(zaak.dossier),
        "instantie_waar": f"{straat}, {plaats}" if straat and plaats else "",
        **_stukfeiten(antwoorden.get("stuk", "")),
    }


def _instantievelden(zaak: Briefzaak) -> dict[str, str]:
    """For the other body: who sent it, since when we have it, and what comes with it."""
    dossier = zaak.dossier
    gesproken = dossier.vorm is Vorm.MONDELING
    wat = afloopfeiten.de_zaak(dossier)
    return {
        "uw_klacht": wat,
        "uw_klacht_begin": begin(wat),
        "afzender": _afzender(dossier),
        "verteld": dossier.omschrijving.strip() if gesproken else "",
        "anoniem": ja(dossier.anoniem),
        "bijlagen": "" if gesproken else begin(wat),
        **_stukfeiten(zaak.antwoorden.get("stuk", "")),
    }


def _stukfeiten(stuk: str) -> dict[str, str]:
    return {"is_bezwaar": ja(stuk == "bezwaar"), "is_beroep": ja(stuk == "beroep")}


def _afzender(dossier: Dossier) -> str:
    """Return who sent it and where he can be reached, on one line."""
    wie = dossier.klager
    naam = adres.naamregel(wie) or wie.organisatie
    straat = " ".join(d for d in (wie.straat, wie.huisnummer) if d)
    plaats = " ".join(d for d in (wie.postcode, wie.plaats) if d)
    return ", ".join(deel for deel in (naam, straat, plaats, wie.telefoon, wie.email) if deel)


_VELDNAMEN = {
    "instantie_naam": ("de naam van de andere organisatie", "Vul die in bij deze brief."),
    "behandelt": ("wie het nu behandelt", "Vul dat in bij deze brief."),
    "stuk": ("of het bezwaar of beroep is", "Kies dat bij deze brief."),
    "afzender": ("de naam van de afzender", "Vul de naam in bij Personen."),
}

RIJEN = (
    Briefregel(
        BriefSoort.DOORZENDING_KLAGER,
        "Doorzending: aan de klager",
        soorten=frozenset(Soort),
        mag=_doorzenden(BriefSoort.DOORZENDING_KLAGER),
        vragen=(_NAAM, *_ADRES, _TELEFOON, _DEEL_HIER, _ANDERE_DAG),
        vooraf=_doorzenden_vooraf,
        velden=_klagervelden,
        veldnamen=_VELDNAMEN,
        artikel="art. 2:3 lid 1 Awb",
    ),
    Briefregel(
        BriefSoort.DOORZENDING_INSTANTIE,
        "Doorzending: aan de andere organisatie",
        ontvanger=Ontvanger.INSTANTIE,
        soorten=frozenset(Soort),
        mag=_doorzenden(BriefSoort.DOORZENDING_INSTANTIE),
        vragen=(_DEEL_HIER, _ANDERE_DAG),
        vooraf=_doorzenden_vooraf,
        velden=_instantievelden,
        veldnamen=_VELDNAMEN,
        artikel="art. 2:3 lid 1 Awb",
    ),
    Briefregel(
        BriefSoort.DOORGELEIDING_KLAGER,
        "Doorgeven als bezwaar: aan de klager",
        soorten=frozenset({Soort.KLACHT, Soort.DOORZENDING}),
        mag=_doorgeleiden(BriefSoort.DOORGELEIDING_KLAGER),
        vragen=(
            _STUK,
            _BEHANDELT,
            Veld(
                "elders",
                "Is dat een andere organisatie?",
                VeldSoort.JA_NEE,
                verplicht=False,
                hulp="Dan krijgt die organisatie ook een brief, op dezelfde dag.",
            ),
            _TELEFOON,
            _ANDERE_DAG,
        ),
        vooraf=_doorgeleiden_vooraf,
        velden=_klagervelden,
        veldnamen=_VELDNAMEN,
        artikel="art. 6:15 Awb",
    ),
    Briefregel(
        BriefSoort.DOORGELEIDING_INSTANTIE,
        "Doorgeven als bezwaar: aan de andere organisatie",
        ontvanger=Ontvanger.INSTANTIE,
        soorten=frozenset({Soort.KLACHT, Soort.DOORZENDING}),
        mag=_doorgeleiden(BriefSoort.DOORGELEIDING_INSTANTIE),
        vragen=(_STUK, _ANDERE_DAG),
        vooraf=_doorgeleiden_naar_vooraf,
        velden=_instantievelden,
        veldnamen=_VELDNAMEN,
        artikel="art. 6:15 Awb",
    ),
)
