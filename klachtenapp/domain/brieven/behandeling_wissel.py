"""The letter when someone else takes a klacht over: who, why, and that nothing is asked twice."""

from __future__ import annotations

from klachtenapp.domain import verloop, wissel
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.briefsoort import AAN_ANDEREN
from klachtenapp.domain.briefsoort import BriefSoort as B
from klachtenapp.domain.brieven.regel import Briefregel, Briefzaak
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.handeling import Bezwaar, Veld, VeldSoort
from klachtenapp.domain.onafhankelijk import is_betrokken

_KENT_DE_NIEUWE = (B.NIEUWE_BEHANDELAAR, B.ONTVANGSTBEVESTIGING)
_EINDE = (B.AFDOENINGSBRIEF, B.AFSLUITBRIEF_INFORMEEL)
_WAAROM = "Wij willen uw klacht snel en goed behandelen. {} kan dat nu niet meer doen."
_BETROKKEN = (
    "{} was betrokken bij wat er is gebeurd. Wij willen dat iemand anders naar uw klacht kijkt."
)


def _mag(zaak: Briefzaak) -> list[Bezwaar]:
    dossier = zaak.dossier
    if not dossier.is_open:
        return [Bezwaar("Deze klacht is al afgehandeld. Er is geen behandelaar meer nodig.")]
    if wissel.laatste(dossier) is None or dossier.behandelaar is None:
        return [
            Bezwaar(
                "De behandelaar is niet veranderd. Wijs eerst iemand anders toe, dan kan deze "
                "brief.",
                "",
                "behandelaar",
            )
        ]
    return []


def _vervalt(zaak: Briefzaak, _toegewezen: Gebeurtenis) -> bool:
    """Nothing changed for the klager, who was told already, or never knew the one before."""
    dossier, feit = zaak.dossier, wissel.laatste(zaak.dossier)
    if feit is None or not _kende_de_vorige(dossier, feit):
        return True
    if any(verloop.brief_nu(dossier, brief) for brief in _EINDE):
        return True
    return any(verloop.na(dossier, feit, dossier.brief_verzonden(b)) for b in _KENT_DE_NIEUWE)


def _kende_de_vorige(dossier: Dossier, feit: Gebeurtenis) -> bool:
    """Whether the klager had heard of us when it changed."""
    geldig = dossier.geldige_gebeurtenissen
    return any(
        (g.soort is G.GESPREK and g.gegevens.get("bereikt") != "nee")
        or (g.soort is G.BRIEF_VERZONDEN and g.gegevens.get("brief") not in AAN_ANDEREN)
        for g in geldig[: geldig.index(feit)]
    )


def _vooraf(zaak: Briefzaak) -> dict[str, str]:
    """Propose a reason without anything private: illness is nobody's business."""
    feit = wissel.laatste(zaak.dossier)
    naam = wissel.vorige(feit) if feit else ""
    if not naam:
        return {}
    zin = _BETROKKEN if is_betrokken(naam, zaak.dossier) else _WAAROM
    return {"waarom": zin.format(naam)}


def _velden(zaak: Briefzaak) -> dict[str, str]:
    feit = wissel.laatste(zaak.dossier)
    return {"vorige_behandelaar": wissel.vorige(feit) if feit else ""}


RIJEN = (
    Briefregel(
        B.NIEUWE_BEHANDELAAR,
        "Nieuwe behandelaar",
        mag=_mag,
        vragen=(
            Veld(
                "waarom",
                "Waarom behandelt iemand anders de klacht?",
                VeldSoort.LANGE_TEKST,
                hulp="Dit komt in de brief. Schrijf niets over ziekte of andere privézaken.",
            ),
        ),
        vooraf=_vooraf,
        velden=_velden,
        veldnamen={
            "waarom": ("waarom iemand anders de klacht behandelt", "Schrijf het bij deze brief."),
            "vorige_behandelaar": (
                "wie de klacht eerst behandelde",
                "Dit volgt uit 'Behandelaar toewijzen'.",
            ),
        },
        volgt_op=G.BEHANDELAAR_TOEGEWEZEN,
        vervalt=_vervalt,
    ),
)
