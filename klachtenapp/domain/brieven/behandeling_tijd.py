"""Letters about time: we need more of it (art. 9:11 lid 2), may we have more (lid 3)."""

from __future__ import annotations

from datetime import timedelta

from klachtenapp.domain import dagtekst, dossiertermijn, verloop
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven import antwoorddag, beklaagde
from klachtenapp.domain.brieven.regel import Briefregel, Briefzaak, Ontvanger
from klachtenapp.domain.dossier import Gebeurtenis
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.handeling import Bezwaar, Veld, VeldSoort
from klachtenapp.domain.velddelen import lang, zin
from klachtenapp.domain.verdaging import elders_gegeven, klager_weet_het

_VERDAGEN = "art. 9:11 lid 2 Awb"
_UITSTEL = "art. 9:11 lid 3 Awb"
_IN_DE_BRIEF = "Dit komt in de brief. Noem geen namen en schrijf gewone woorden."


def _mag_verdagen(zaak: Briefzaak) -> list[Bezwaar]:
    """The word of a verdaging goes out while the first term still runs; later it is worth nothing.

    The law gives the date only to who was told in time.
    """
    bezwaren = antwoorddag.beantwoord(zaak)
    if verloop.verdaagd(zaak.dossier) is None:
        bezwaren.append(
            Bezwaar("Leg de verdaging eerst vast, met 'Verdagen'.", _VERDAGEN, "verdaagd")
        )
        return bezwaren
    termijn = dossiertermijn.termijn_voor_verdaging(zaak.dossier, zaak.kader)
    if termijn is None:
        bezwaren.append(Bezwaar("Voor deze klacht loopt geen wettelijke termijn.", _VERDAGEN))
    elif zaak.dag > termijn.uiterste_datum:
        bezwaren.append(
            Bezwaar(
                f"De eerste termijn eindigde op {dagtekst.lang(termijn.uiterste_datum)}. Deze "
                "brief moest toen al weg zijn. Bel de klager, leg uit waarom het langer duurt, "
                "en vraag met 'Verzoek om uitstel' of de klager het goed vindt.",
                _VERDAGEN,
                "verdaagd",
            )
        )
    return bezwaren


def _mag_beklaagde(zaak: Briefzaak) -> list[Bezwaar]:
    """Once the klager was told in time the beklaagde hears it too, late rather than never."""
    verteld = klager_weet_het(zaak.dossier, zaak.kader)
    bezwaren = antwoorddag.beantwoord(zaak) if verteld else _mag_verdagen(zaak)
    return [*beklaagde.bezwaren(zaak), *bezwaren]


def _niet_meer_nodig(zaak: Briefzaak) -> bool:
    return dossiertermijn.klaar_op(zaak.dossier) is not None


def _klager_weet_het(zaak: Briefzaak, verdaging: Gebeurtenis) -> bool:
    return elders_gegeven(verdaging, "klager_bericht_op") or _niet_meer_nodig(zaak)


def _beklaagde_weet_het(zaak: Briefzaak, verdaging: Gebeurtenis) -> bool:
    niemand = not zaak.dossier.beklaagde.strip()
    gegeven = elders_gegeven(verdaging, "beklaagde_bericht_op")
    return niemand or gegeven or _niet_meer_nodig(zaak)


def _vooraf_verdaging(zaak: Briefzaak) -> dict[str, str]:
    verdaging = verloop.verdaagd(zaak.dossier)
    return {"waarom": zin(verdaging.gegevens.get("reden", "")) if verdaging else ""}


def _velden_verdaging(zaak: Briefzaak) -> dict[str, str]:
    verdaging = verloop.verdaagd(zaak.dossier)
    eerst = dossiertermijn.termijn_voor_verdaging(zaak.dossier, zaak.kader)
    nu = dossiertermijn.voorgenomen_termijn(zaak.dossier, zaak.kader)
    return {
        "eerste_datum": lang(eerst.uiterste_datum) if eerst else "",
        "nieuwe_datum": lang(nu.uiterste_datum) if nu and verdaging else "",
        "waarom": zin(zaak.antwoorden.get("waarom", "")),
    }


def _velden_beklaagde(zaak: Briefzaak) -> dict[str, str]:
    return {**_velden_verdaging(zaak), **beklaagde.velden()}


def _mag_uitstel(zaak: Briefzaak) -> list[Bezwaar]:
    """Consent can only be given while the term still runs, and can only give more time."""
    bezwaren = antwoorddag.beantwoord(zaak)
    termijn = dossiertermijn.afdoeningstermijn(zaak.dossier, zaak.kader)
    if bezwaren or termijn is None:
        return bezwaren or [Bezwaar("Voor deze klacht loopt geen wettelijke termijn.", _UITSTEL)]
    einde = termijn.uiterste_datum
    if zaak.dag >= einde:
        return [
            Bezwaar(
                f"De termijn eindigt op {dagtekst.lang(einde)}. De klager kan niet meer op tijd "
                "instemmen. Bel de klager, leg uit waarom het langer duurt en stuur ons antwoord "
                "zo snel mogelijk.",
                _UITSTEL,
                "termijn",
            )
        ]
    tot = antwoorddag.datum(zaak.antwoorden, "uitstel_tot")
    if tot is not None and tot <= einde:
        bezwaren.append(
            Bezwaar(
                f"De nieuwe datum moet later zijn dan {dagtekst.lang(einde)}.",
                _UITSTEL,
                "uitstel_tot",
            )
        )
    antwoord = antwoorddag.datum(zaak.antwoorden, "antwoord_voor")
    if antwoord is not None and antwoord > einde:
        bezwaren.append(
            Bezwaar(
                f"De klager moet instemmen vóór het einde van de termijn op "
                f"{dagtekst.lang(einde)}.",
                _UITSTEL,
                "antwoord_voor",
            )
        )
    return [*bezwaren, *antwoorddag.nog_te_halen(zaak, "antwoord_voor")]


def _vooraf_uitstel(zaak: Briefzaak) -> dict[str, str]:
    """Propose two weeks more; in the register it counts from the day of the klager's letter."""
    termijn = dossiertermijn.afdoeningstermijn(zaak.dossier, zaak.kader)
    if termijn is None:
        return {}
    later = termijn.uiterste_datum + timedelta(weeks=2)
    antwoord = min(antwoorddag.voorstel(zaak), termijn.uiterste_datum)
    return {
        "uitstel_tot": zaak.kader.kalender.plus_werkdagen(later, 0).isoformat(),
        "antwoord_voor": antwoord.isoformat(),
    }


def _velden_uitstel(zaak: Briefzaak) -> dict[str, str]:
    return {
        "waarom": zin(zaak.antwoorden.get("waarom", "")),
        "retouradres": _retouradres(zaak.gemeente),
    }


def _retouradres(gemeente: Gemeente) -> str:
    """Return where the slip goes, on one line; empty when we do not know."""
    straat = gemeente.postadres or gemeente.bezoekadres
    plaats = f"{gemeente.postcode} {gemeente.plaats}".strip()
    return ", ".join((straat, plaats)) if straat and plaats else ""


_WAAROM = Veld("waarom", "Waarom is meer tijd nodig?", VeldSoort.LANGE_TEKST, hulp=_IN_DE_BRIEF)
_NAMEN = {
    "waarom": ("waarom meer tijd nodig is", "Vul het in bij de brief."),
    "eerste_datum": ("de eerste datum", "Kijk of er een wettelijke termijn loopt."),
    "nieuwe_datum": ("de nieuwe datum", "Leg de verdaging vast met 'Verdagen'."),
}

RIJEN = (
    Briefregel(
        BriefSoort.VERDAGING_KLAGER,
        "Verdaging, voor de klager",
        mag=_mag_verdagen,
        vragen=(_WAAROM,),
        vooraf=_vooraf_verdaging,
        velden=_velden_verdaging,
        veldnamen=_NAMEN,
        artikel=_VERDAGEN,
        volgt_op=G.VERDAAGD,
        vervalt=_klager_weet_het,
    ),
    Briefregel(
        BriefSoort.VERDAGING_BEKLAAGDE,
        "Verdaging, voor de beklaagde",
        ontvanger=Ontvanger.BEKLAAGDE,
        mag=_mag_beklaagde,
        vragen=(_WAAROM,),
        vooraf=_vooraf_verdaging,
        velden=_velden_beklaagde,
        veldnamen=_NAMEN,
        artikel=_VERDAGEN,
        volgt_op=G.VERDAAGD,
        vervalt=_beklaagde_weet_het,
    ),
    Briefregel(
        BriefSoort.UITSTEL,
        "Verzoek om uitstel",
        mag=_mag_uitstel,
        vragen=(
            Veld("uitstel_tot", "Tot wanneer vraagt u uitstel?", VeldSoort.DATUM, toekomst=True),
            _WAAROM,
            Veld("antwoord_voor", "Strookje terug uiterlijk op", VeldSoort.DATUM, toekomst=True),
        ),
        vooraf=_vooraf_uitstel,
        velden=_velden_uitstel,
        veldnamen={
            "waarom": ("waarom meer tijd nodig is", "Vul het in bij de brief."),
            "uitstel_tot": ("de datum waarom u vraagt", "Vul die in bij de brief."),
            "antwoord_voor": ("de dag waarop het strookje terug is", "Vul die in bij de brief."),
            "retouradres": ("het postadres van de gemeente", "Vul het in bij Beheer."),
        },
        artikel=_UITSTEL,
    ),
)
