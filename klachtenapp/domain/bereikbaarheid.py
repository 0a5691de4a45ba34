"""How we reach the person who complained: by telephone, by e-mail, by letter, in person."""

from __future__ import annotations

from enum import StrEnum

from klachtenapp.domain.begrippen import Soort, Voorkeur
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.personen import Persoon


class Contactweg(StrEnum):
    """The one way in which we make contact; letters, next steps and stappenplan agree on it."""

    BELLEN = "bellen"
    UITNODIGEN = "uitnodigen"
    MAILEN = "mailen"
    SCHRIJVEN = "schrijven"
    ONBEKEND = "onbekend"


def geadresseerde(dossier: Dossier) -> Persoon:
    """Return with whom we have contact: the gemachtigde when there is one (art. 2:1 Awb)."""
    gemachtigde = dossier.gemachtigde
    return dossier.klager if gemachtigde is None or gemachtigde.is_leeg else gemachtigde


def contactweg(wie: Persoon) -> Contactweg:
    """Return how ``wie`` wants to be reached, as far as that is possible.

    Who said to prefer e-mail made known to be reachable that way (art. 2:8 Awb).
    """
    if wie.voorkeur is Voorkeur.LANGSKOMEN:
        return Contactweg.UITNODIGEN
    if wie.voorkeur is Voorkeur.MAILEN and wie.email:
        return Contactweg.MAILEN
    if wie.voorkeur is Voorkeur.BRIEF and wie.heeft_adres:
        return Contactweg.SCHRIJVEN
    if wie.telefoon:
        return Contactweg.BELLEN
    if wie.email and wie.voorkeur is not Voorkeur.BRIEF:
        return Contactweg.MAILEN
    return Contactweg.ONBEKEND


def beloofde_weg(wie: Persoon) -> Contactweg:
    """Return by which way we promise on paper to make contact: only what is sure to work.

    Nobody is promised an e-mail who did not ask for it, nor a call without a number.
    """
    weg = contactweg(wie)
    if weg is Contactweg.MAILEN and wie.voorkeur is not Voorkeur.MAILEN:
        return Contactweg.ONBEKEND
    if weg is Contactweg.UITNODIGEN and not wie.telefoon:
        return Contactweg.ONBEKEND
    return weg


def kan_brief_krijgen(dossier: Dossier) -> bool:
    """Whether a letter can go out: an address, or consent to e-mail (art. 2:8 Awb)."""
    wie = geadresseerde(dossier)
    return not wie.is_leeg and (wie.heeft_adres or bool(wie.email and wie.email_akkoord))


def kan_gebeld_worden(dossier: Dossier) -> bool:
    """Whether there is a telephone number, and no wish to be written to instead."""
    wie = geadresseerde(dossier)
    return beloofde_weg(wie) in (Contactweg.BELLEN, Contactweg.UITNODIGEN)


def spoor_aan(dossier: Dossier, *, opnieuw: bool = False) -> str:
    """Return the imperative for making contact the way this person asked for.

    ``Bel de klager``, ``Mail de klager``, ``Nodig de indiener uit voor een gesprek``, …
    """
    wat = _woord(dossier)
    weer = " opnieuw" if opnieuw else ""
    weg = contactweg(geadresseerde(dossier))
    if weg is Contactweg.UITNODIGEN:
        return f"Nodig {wat}{weer} uit voor een gesprek"
    if weg in _WERKWOORD:
        return f"{_WERKWOORD[weg]} {wat}{weer}"
    return f"Neem{weer} contact op met {wat}"


def laat_weten(dossier: Dossier, dat: str) -> str:
    """Return the imperative for telling something: ``Bel de klager dat …``, ``Vertel … dat …``."""
    werkwoord = _WERKWOORD.get(contactweg(geadresseerde(dossier)), "Vertel")
    return f"{werkwoord} {_woord(dossier)} dat {dat}"


_WERKWOORD = {Contactweg.BELLEN: "Bel", Contactweg.MAILEN: "Mail"}


def _woord(dossier: Dossier) -> str:
    if dossier.soort is not Soort.KLACHT:
        return "de indiener"
    return "de klager" if geadresseerde(dossier) is dossier.klager else "de gemachtigde"
