"""The verslag of the hearing goes to who was heard, who may say what is wrong (art. 9:10 lid 3)."""

from __future__ import annotations

from datetime import date

from klachtenapp.domain import verloop
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven import antwoorddag, beklaagde
from klachtenapp.domain.brieven.regel import Briefregel, Briefzaak, Ontvanger
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.handeling import Bezwaar, Veld, VeldSoort
from klachtenapp.domain.velddelen import lang

_VERSLAG = "art. 9:10 lid 3 Awb"


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


_CORRECTIE = Veld("correctie_voor", "Opmerkingen uiterlijk op", VeldSoort.DATUM, toekomst=True)
_NAMEN_VERSLAG = {
    "gesprek_op": ("de dag van het gesprek", "Leg het gesprek vast met 'Gesprek gehouden'."),
    "correctie_voor": ("de dag voor opmerkingen", "Vul die in bij de brief."),
}

RIJEN = (
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
