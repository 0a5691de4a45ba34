"""The invitations to the hearing: who, where, together or apart (art. 9:10 lid 1 Awb)."""

from __future__ import annotations

from klachtenapp.domain import dagtekst, verloop
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.begrippen import Status
from klachtenapp.domain.bereikbaarheid import geadresseerde
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.briefvelden import medewerkernaam
from klachtenapp.domain.brieven import antwoorddag, beklaagde
from klachtenapp.domain.brieven.regel import Briefregel, Briefzaak, Ontvanger
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.handeling import Bezwaar, Veld, VeldSoort
from klachtenapp.domain.velddelen import ja, lang
from klachtenapp.domain.verdaging import elders_gegeven

_HOREN = "art. 9:10 lid 1 Awb"
_AAN_TAFEL, _APART, _TELEFOON, _ONLINE = "driegesprek", "apart", "telefoon", "online"
_VORMEN = (
    (_AAN_TAFEL, "samen aan tafel"),
    (_APART, "ieder apart, aan tafel"),
    (_TELEFOON, "telefonisch"),
    (_ONLINE, "online"),
)


def _plan(dossier: Dossier) -> Gebeurtenis | None:
    """Return the hearing that was planned and not held yet."""
    if dossier.status is not Status.HOREN:
        return None
    plan = verloop.laatste_nu(dossier, G.HOREN_GEPLAND)
    gehoord = verloop.laatste_nu(dossier, G.GEHOORD)
    return None if plan is None or verloop.na(dossier, plan, gehoord) else plan


def _mag_uitnodigen(zaak: Briefzaak) -> list[Bezwaar]:
    plan = _plan(zaak.dossier)
    if plan is None:
        return [Bezwaar("Plan eerst het gesprek, met 'Gesprek plannen'.", _HOREN)]
    zitting = plan.datum("zitting_op")
    if zitting is None or zitting <= zaak.dag:
        wanneer = f" op {dagtekst.lang(zitting)}" if zitting else ""
        return [
            Bezwaar(
                f"Het gesprek is{wanneer}. De uitnodiging komt dan niet meer op tijd. Plan een "
                "nieuw gesprek, of bel.",
                _HOREN,
                "zitting_op",
            )
        ]
    antwoord = antwoorddag.datum(zaak.antwoorden, "antwoord_voor")
    if antwoord is not None and antwoord > zitting:
        return [
            Bezwaar("Kies een datum om te antwoorden vóór het gesprek.", _HOREN, "antwoord_voor")
        ]
    return antwoorddag.nog_te_halen(zaak, "antwoord_voor")


def _mag_beklaagde_uitnodigen(zaak: Briefzaak) -> list[Bezwaar]:
    return [*beklaagde.bezwaren(zaak), *_mag_uitnodigen(zaak)]


def _klager_weet_het(_zaak: Briefzaak, plan: Gebeurtenis) -> bool:
    return elders_gegeven(plan, "klager_uitgenodigd_op")


def _beklaagde_weet_het(zaak: Briefzaak, plan: Gebeurtenis) -> bool:
    return not zaak.dossier.beklaagde.strip() or elders_gegeven(plan, "beklaagde_uitgenodigd_op")


def _vooraf_uitnodiging(zaak: Briefzaak) -> dict[str, str]:
    """Propose what the plan says; who handles the klacht is there."""
    plan = _plan(zaak.dossier)
    gegevens = plan.gegevens if plan else {}
    zitting = plan.datum("zitting_op") if plan else None
    antwoord = plan.datum("antwoord_voor") if plan else None
    if antwoord is None or not zaak.dag < antwoord <= (zitting or antwoord):
        antwoord = antwoorddag.voorstel(zaak, zitting)
    vorm = gegevens.get("vorm", _AAN_TAFEL)
    plek = ", ".join(deel for deel in (zaak.gemeente.bezoekadres, zaak.gemeente.plaats) if deel)
    return {
        "vorm": vorm,
        "tijd": gegevens.get("tijd", ""),
        "plaats": gegevens.get("plaats", ""),
        "route": plek,
        "samen": "ja" if vorm in (_AAN_TAFEL, _ONLINE) else "nee",
        "aanwezig": medewerkernaam(zaak.dossier.behandelaar),
        "antwoord_voor": antwoord.isoformat(),
    }


def _vooraf_klager(zaak: Briefzaak) -> dict[str, str]:
    return {**_vooraf_uitnodiging(zaak), "bel_nummer": geadresseerde(zaak.dossier).telefoon}


def _velden_uitnodiging(zaak: Briefzaak) -> dict[str, str]:
    plan = _plan(zaak.dossier)
    vorm = zaak.antwoorden.get("vorm", "")
    samen = vorm == _AAN_TAFEL or (vorm == _ONLINE and zaak.antwoorden.get("samen") == "ja")
    met_medewerker = not verloop.zonder_beklaagde(zaak.dossier)
    return {
        "zitting_op": lang(plan.datum("zitting_op")) if plan else "",
        "aan_tafel": ja(vorm in (_AAN_TAFEL, _APART)),
        "bij_telefoon": ja(vorm == _TELEFOON),
        "online": ja(vorm == _ONLINE),
        "samen_gesprek": ja(samen and met_medewerker),
        "apart_gesprek": ja(not samen and met_medewerker),
    }


def _velden_voor_beklaagde(zaak: Briefzaak) -> dict[str, str]:
    return {**_velden_uitnodiging(zaak), **beklaagde.velden()}


_VORM = Veld(
    "vorm",
    "Hoe is het gesprek?",
    VeldSoort.KEUZE,
    keuzes=_VORMEN,
    hulp="Staat al goed als u het zo heeft gepland.",
)
_TIJD = Veld("tijd", "Tijd", hulp="Bijvoorbeeld: 14.00 uur.")
_WAAR = Veld(
    "plaats", "Plaats", verplicht=False, hulp="Bijvoorbeeld: gemeentehuis, kamer 1.12.",
)  # fmt: skip
_ROUTE = Veld(
    "route", "Adres, of hoe men er komt", verplicht=False, hulp="Bij een gesprek aan tafel."
)
_NUMMER = Veld("bel_nummer", "Welk nummer belt u?", verplicht=False, alleen_als=("vorm", _TELEFOON))
_DEELNAME = Veld(
    "deelname",
    "Hoe doet men mee?",
    hulp="De link, of hoe die komt.",
    alleen_als=("vorm", _ONLINE),
)
_SAMEN = Veld(
    "samen",
    "Zijn klager en beklaagde samen in het gesprek?",
    VeldSoort.JA_NEE,
    alleen_als=("vorm", _ONLINE),
)
_WIE = Veld("aanwezig", "Wie is erbij van de gemeente?")
_ANTWOORD = Veld("antwoord_voor", "Antwoord uiterlijk op", VeldSoort.DATUM, toekomst=True)
_VRAGEN = (_VORM, _TIJD, _WAAR, _ROUTE, _NUMMER, _DEELNAME, _SAMEN, _WIE, _ANTWOORD)
_NAMEN = {
    "zitting_op": ("de dag van het gesprek", "Vul die in bij 'Gesprek plannen'."),
    "tijd": ("de tijd van het gesprek", "Vul die in bij de brief."),
    "plaats": ("de plaats van het gesprek", "Vul die in bij de brief."),
    "deelname": ("hoe men online meedoet", "Vul het in bij de brief."),
    "aanwezig": ("wie erbij is van de gemeente", "Vul het in bij de brief."),
    "antwoord_voor": ("de dag waarop het antwoord er moet zijn", "Vul die in bij de brief."),
}
RIJEN = (
    Briefregel(
        BriefSoort.UITNODIGING_KLAGER,
        "Uitnodiging voor de klager",
        mag=_mag_uitnodigen,
        vragen=_VRAGEN,
        vooraf=_vooraf_klager,
        velden=_velden_uitnodiging,
        veldnamen=_NAMEN,
        artikel=_HOREN,
        volgt_op=G.HOREN_GEPLAND,
        vervalt=_klager_weet_het,
    ),
    Briefregel(
        BriefSoort.UITNODIGING_BEKLAAGDE,
        "Uitnodiging voor de beklaagde",
        ontvanger=Ontvanger.BEKLAAGDE,
        mag=_mag_beklaagde_uitnodigen,
        vragen=_VRAGEN,
        vooraf=_vooraf_uitnodiging,
        velden=_velden_voor_beklaagde,
        veldnamen=_NAMEN,
        artikel=_HOREN,
        volgt_op=G.HOREN_GEPLAND,
        vervalt=_beklaagde_weet_het,
    ),
)
