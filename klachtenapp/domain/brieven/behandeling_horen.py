"""Letters around the hearing: who is invited to what, and what was said there (art. 9:10)."""

from __future__ import annotations

from datetime import date

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

_HOREN = "art. 9:10 lid 1 Awb"
_VERSLAG = "art. 9:10 lid 3 Awb"
_AAN_TAFEL, _APART, _TELEFOON, _ONLINE = "driegesprek", "apart", "telefoon", "online"
_VORMEN = (
    (_AAN_TAFEL, "samen aan tafel"),
    (_APART, "ieder apart, aan tafel"),
    (_TELEFOON, "telefonisch"),
    (_ONLINE, "online"),
)


def elders_gegeven(gebeurtenis: Gebeurtenis, veld: str) -> bool:
    """Whether the notice was out before its event was written down: then it is not ours to send.

    So it is in a register that goes on from an older one. A notice of the same day still has
    to be printed, and one without a date was never given.
    """
    op = gebeurtenis.datum(veld)
    return op is not None and op < gebeurtenis.vastgelegd_op.date()


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
    if antwoord is None or antwoord <= zaak.dag:
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


def _gehoord(dossier: Dossier, wie: str) -> Gebeurtenis | None:
    """Return the hearing of this round at which ``wie`` was heard."""
    ronde = verloop.lopende_ronde(dossier)
    return next(
        (g for g in reversed(ronde) if g.soort is G.GEHOORD and g.ja(f"{wie}_gehoord")), None
    )


def _mag_verslag(zaak: Briefzaak, wie: str) -> list[Bezwaar]:
    bezwaren = antwoorddag.afgehandeld(zaak)
    if verloop.laatste_nu(zaak.dossier, G.VERSLAG_VASTGESTELD) is None:
        bezwaren.append(Bezwaar("Er is nog geen verslag. Voeg het eerst toe.", _VERSLAG))
    elif _gehoord(zaak.dossier, wie) is None:
        bezwaren.append(
            Bezwaar(f"De {wie} is niet gehoord. Er is geen verslag om te sturen.", _VERSLAG)
        )
    return [*bezwaren, *antwoorddag.nog_te_halen(zaak, "correctie_voor")]


def _mag_verslag_klager(zaak: Briefzaak) -> list[Bezwaar]:
    return _mag_verslag(zaak, "klager")


def _mag_verslag_beklaagde(zaak: Briefzaak) -> list[Bezwaar]:
    return [*beklaagde.bezwaren(zaak), *_mag_verslag(zaak, "beklaagde")]


def _verslag_voorbij(dossier: Dossier, verslag: Gebeurtenis) -> bool:
    """After advice or judgement a correction comes too late to be asked for."""
    later = verloop.laatste_nu(dossier, G.ADVIES_ONTVANGEN, G.OORDEEL_GEVORMD)
    return verloop.na(dossier, verslag, later)


def _klager_heeft_verslag(zaak: Briefzaak, verslag: Gebeurtenis) -> bool:
    gestuurd = verslag.datum("verzonden_op") is not None
    return gestuurd or _verslag_voorbij(zaak.dossier, verslag)


def _beklaagde_heeft_verslag(zaak: Briefzaak, verslag: Gebeurtenis) -> bool:
    niemand = not zaak.dossier.beklaagde.strip()
    return niemand or _verslag_voorbij(zaak.dossier, verslag)


def _vooraf_verslag(zaak: Briefzaak) -> dict[str, str]:
    return {"correctie_voor": antwoorddag.voorstel(zaak).isoformat()}


def _gesprek_op(zaak: Briefzaak, wie: str) -> dict[str, str]:
    gehoord = _gehoord(zaak.dossier, wie)
    op: date | None = (gehoord.datum("gehoord_op") or gehoord.op) if gehoord else None
    return {"gesprek_op": lang(op), "bijlagen": "Verslag"}


def _velden_verslag_klager(zaak: Briefzaak) -> dict[str, str]:
    return _gesprek_op(zaak, "klager")


def _velden_verslag_beklaagde(zaak: Briefzaak) -> dict[str, str]:
    return {**_gesprek_op(zaak, "beklaagde"), **beklaagde.velden()}


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
_CORRECTIE = Veld("correctie_voor", "Opmerkingen uiterlijk op", VeldSoort.DATUM, toekomst=True)
_NAMEN_VERSLAG = {
    "gesprek_op": ("de dag van het gesprek", "Leg het gesprek vast met 'Gesprek gehouden'."),
    "correctie_voor": ("de dag voor opmerkingen", "Vul die in bij de brief."),
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
    Briefregel(
        BriefSoort.VERSLAG_KLAGER,
        "Verslag voor de klager",
        mag=_mag_verslag_klager,
        vragen=(_CORRECTIE,),
        vooraf=_vooraf_verslag,
        velden=_velden_verslag_klager,
        veldnamen=_NAMEN_VERSLAG,
        artikel=_VERSLAG,
        volgt_op=G.VERSLAG_VASTGESTELD,
        vervalt=_klager_heeft_verslag,
    ),
    Briefregel(
        BriefSoort.VERSLAG_BEKLAAGDE,
        "Verslag voor de beklaagde",
        ontvanger=Ontvanger.BEKLAAGDE,
        mag=_mag_verslag_beklaagde,
        vragen=(_CORRECTIE,),
        vooraf=_vooraf_verslag,
        velden=_velden_verslag_beklaagde,
        veldnamen=_NAMEN_VERSLAG,
        artikel=_VERSLAG,
        volgt_op=G.VERSLAG_VASTGESTELD,
        vervalt=_beklaagde_heeft_verslag,
    ),
)
