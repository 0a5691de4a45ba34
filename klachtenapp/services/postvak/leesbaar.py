"""What stands in a zending, in lines that a person reads: for a conflict nobody may lose."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.adres import korte_naam
from klachtenapp.domain.dagtekst import lang
from klachtenapp.domain.handelingen import HANDELINGEN
from klachtenapp.services.behandelen import Opdracht
from klachtenapp.services.postvak.bus import Zending
from klachtenapp.services.postvak.soorten import Notitie, Onderdelen, Terugdraaiing
from klachtenapp.services.wijzigen import Wijziging

Regels = tuple[tuple[str, str], ...]


def regels(zending: Zending) -> Regels:
    """Return label and text of everything that was typed, empty answers left out."""
    gevonden = _LEZERS[type(zending.opdracht)](zending.opdracht)
    return tuple((label, tekst) for label, tekst in gevonden if tekst)


def kenmerk_van(zending: Zending) -> str:
    """Return the dossier that it is about; empty for a new melding."""
    return str(getattr(zending.opdracht, "kenmerk", ""))


def _melding(klacht: Aanmelding) -> Regels:
    wie = klacht.klager
    return (
        ("Soort", klacht.soort.value),
        ("Ontvangen op", lang(klacht.ontvangen_op)),
        ("Naam", "" if wie.is_leeg else korte_naam(wie)),
        ("Adres", " ".join(deel for deel in (wie.straat, wie.huisnummer, wie.plaats) if deel)),
        ("Telefoon", wie.telefoon),
        ("E-mail", wie.email),
        ("Onderwerp", klacht.onderwerp),
        ("Wat er gebeurde", klacht.omschrijving),
        ("Afdeling", klacht.afdeling),
        ("Over wie", klacht.beklaagde),
    )


def _notitie(notitie: Notitie) -> Regels:
    return tuple(("Notitie", tekst) for tekst in notitie.invoer.values())


def _handeling(opdracht: Opdracht) -> Regels:
    handeling = HANDELINGEN[opdracht.handeling]
    namen = {veld.naam: veld.label for veld in handeling.velden}
    antwoorden = ((namen.get(n, n), tekst) for n, tekst in opdracht.invoer.items())
    return (("Handeling", handeling.label), *antwoorden)


def _wijziging(wijziging: Wijziging) -> Regels:
    return tuple(
        (veld.replace(".", ": ").replace("_", " ").capitalize(), tekst or "(leeg gemaakt)")
        for veld, tekst in wijziging.velden.items()
    )


def _onderdelen(delen: Onderdelen) -> Regels:
    return tuple(
        regel
        for nummer, deel in enumerate(delen.onderdelen, start=1)
        for regel in (
            (f"Onderdeel {nummer}", deel.omschrijving),
            ("Bevinding", deel.bevinding),
            ("Oordeel", deel.oordeel.value if deel.oordeel else ""),
            ("Verbeterpunt", deel.verbeterpunt),
        )
    )


def _terug(terug: Terugdraaiing) -> Regels:
    return (("Terugdraaien, omdat", terug.reden),)


_LEZERS: Final[Mapping[type[Any], Callable[[Any], Regels]]] = {
    Aanmelding: _melding,
    Notitie: _notitie,
    Opdracht: _handeling,
    Wijziging: _wijziging,
    Onderdelen: _onderdelen,
    Terugdraaiing: _terug,
}
