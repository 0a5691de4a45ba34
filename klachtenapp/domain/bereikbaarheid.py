"""How we reach the person who complained: by letter, by telephone, in person."""

from __future__ import annotations

from klachtenapp.domain.begrippen import Soort, Voorkeur
from klachtenapp.domain.briefvelden import geadresseerde
from klachtenapp.domain.dossier import Dossier

_LIEVER_NIET_BELLEN = frozenset({Voorkeur.MAILEN, Voorkeur.BRIEF})


def kan_brief_krijgen(dossier: Dossier) -> bool:
    """Whether a letter can go out: an address, or consent to e-mail (art. 2:8 Awb)."""
    wie = geadresseerde(dossier)
    return not wie.is_leeg and (wie.heeft_adres or bool(wie.email and wie.email_akkoord))


def kan_gebeld_worden(dossier: Dossier) -> bool:
    """Whether there is a telephone number, and no wish to be written to instead."""
    wie = geadresseerde(dossier)
    return bool(wie.telefoon) and wie.voorkeur not in _LIEVER_NIET_BELLEN


def spoor_aan(dossier: Dossier, *, opnieuw: bool = False) -> str:
    """Return the imperative for making contact the way this person asked for.

    ``Bel de klager``, ``Mail de klager``, ``Nodig de indiener uit voor een gesprek``, …
    """
    wie = geadresseerde(dossier)
    wat = _woord(dossier)
    weer = " opnieuw" if opnieuw else ""
    if wie.voorkeur is Voorkeur.LANGSKOMEN:
        return f"Nodig {wat}{weer} uit voor een gesprek"
    if kan_gebeld_worden(dossier):
        return f"Bel {wat}{weer}"
    if wie.email and wie.voorkeur is not Voorkeur.BRIEF:
        return f"Mail {wat}{weer}"
    return f"Neem{weer} contact op met {wat}"


def _woord(dossier: Dossier) -> str:
    if dossier.soort is not Soort.KLACHT:
        return "de indiener"
    gemachtigde = dossier.gemachtigde
    return "de klager" if gemachtigde is None or gemachtigde.is_leeg else "de gemachtigde"
