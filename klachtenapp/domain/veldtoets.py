"""Looks at one answer in itself: was it asked for, and can it be true."""

from __future__ import annotations

from datetime import date

from klachtenapp.domain import dagtekst
from klachtenapp.domain.dossier import Dossier, dossierbijlagen
from klachtenapp.domain.handeling import Invoer, Veld, VeldSoort

_JAREN_VOORUIT = 5


def is_gevraagd(veld: Veld, invoer: Invoer) -> bool:
    """Whether ``veld`` is asked at all, given the other answers."""
    if veld.alleen_als is None:
        return True
    ander, woord = veld.alleen_als
    return invoer.get(ander, "").strip() == woord


def onjuist(veld: Veld, antwoord: str, dossier: Dossier, vandaag: date) -> str:
    """Return what is wrong with one answer in itself, or an empty text."""
    if veld.soort is VeldSoort.DATUM:
        return _onjuiste_datum(veld, antwoord, dossier, vandaag)
    if veld.soort is VeldSoort.JA_NEE and antwoord not in ("ja", "nee"):
        return "Kies ja of nee."
    if veld.soort is VeldSoort.KEUZE and antwoord not in {woord for woord, _ in veld.keuzes}:
        return "Kies een van de antwoorden uit de lijst."
    if veld.soort is VeldSoort.BIJLAGE and antwoord not in dossierbijlagen(dossier.documenten):
        return "Deze bijlage zit niet in dit dossier. Voeg haar eerst toe bij Bijlagen."
    return ""


def _onjuiste_datum(veld: Veld, antwoord: str, dossier: Dossier, vandaag: date) -> str:
    try:
        dag = date.fromisoformat(antwoord)
    except ValueError:
        return "Dit is geen datum. Schrijf bijvoorbeeld 24-11-2026."
    if dag > vandaag and not veld.toekomst:
        return "Deze datum ligt in de toekomst. Vul in wanneer het is gebeurd."
    if dag < dossier.ontvangen_op and not veld.voor_ontvangst:
        return (
            f"Deze datum ligt vóór de ontvangst op {dagtekst.lang(dossier.ontvangen_op)}. "
            "Kijk de datum na."
        )
    if dag.year > vandaag.year + _JAREN_VOORUIT:
        return "Deze datum ligt te ver weg. Kijk naar het jaar."
    return ""
