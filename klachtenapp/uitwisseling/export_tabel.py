"""The columns of an export of the register; the headings are words that the import knows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from klachtenapp.domain.aanspreken import korte_naam
from klachtenapp.domain.begrippen import Afdoeningswijze, GebeurtenisSoort
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Dossier
from klachtenapp.uitwisseling.rekenblad_schrijven import Waarde


@dataclass(frozen=True, slots=True)
class Exportregel:
    """A dossier with the few facts that are derived and not stored."""

    dossier: Dossier
    uiterste_datum: date | None
    op_tijd: bool | None
    volgende_stap: str


@dataclass(frozen=True, slots=True)
class Exportkolom:
    """A heading, its width in characters, and what stands below it."""

    kop: str
    breedte: int
    waarde: Callable[[Exportregel], Waarde]


def _ja_nee(antwoord: bool | None) -> str:
    return {True: "ja", False: "nee", None: ""}[antwoord]


def _klager(regel: Exportregel) -> str:
    return "" if regel.dossier.klager.is_leeg else korte_naam(regel.dossier.klager)


def _adres(regel: Exportregel) -> str:
    klager = regel.dossier.klager
    return f"{klager.straat} {klager.huisnummer}".strip()


def _bevestigd(regel: Exportregel) -> date | None:
    brief = regel.dossier.brief_verzonden(BriefSoort.ONTVANGSTBEVESTIGING.value)
    return brief.op if brief else None


def _verdaagd(regel: Exportregel) -> date | None:
    gebeurtenis = regel.dossier.laatste(GebeurtenisSoort.VERDAAGD)
    return gebeurtenis.datum("tot") if gebeurtenis else None


def _informeel(regel: Exportregel) -> str:
    wijze = regel.dossier.afdoeningswijze
    if wijze in (None, Afdoeningswijze.ONBEKEND):
        return ""
    return _ja_nee(wijze is Afdoeningswijze.INFORMEEL_OPGELOST)


KOLOMMEN: tuple[Exportkolom, ...] = (
    Exportkolom("Kenmerk", 12, lambda r: r.dossier.kenmerk),
    Exportkolom("Vorig nummer", 14, lambda r: r.dossier.oud_kenmerk),
    Exportkolom("Soort", 12, lambda r: r.dossier.soort.value),
    Exportkolom("Stand", 14, lambda r: r.dossier.status.value),
    Exportkolom("Ontvangen op", 12, lambda r: r.dossier.ontvangen_op),
    Exportkolom("Kanaal", 10, lambda r: r.dossier.kanaal.value),
    Exportkolom("Klager", 26, _klager),
    Exportkolom("Organisatie", 20, lambda r: r.dossier.klager.organisatie),
    Exportkolom("Adres", 24, _adres),
    Exportkolom("Postcode", 10, lambda r: r.dossier.klager.postcode),
    Exportkolom("Plaats", 18, lambda r: r.dossier.klager.plaats),
    Exportkolom("Land", 10, lambda r: r.dossier.klager.land),
    Exportkolom("Telefoon", 14, lambda r: r.dossier.klager.telefoon),
    Exportkolom("E-mail", 24, lambda r: r.dossier.klager.email),
    Exportkolom("Onderwerp", 32, lambda r: r.dossier.onderwerp),
    Exportkolom("Omschrijving", 50, lambda r: r.dossier.omschrijving),
    Exportkolom("Afdeling", 18, lambda r: r.dossier.afdeling.naam if r.dossier.afdeling else ""),
    Exportkolom(
        "Behandelaar", 18, lambda r: r.dossier.behandelaar.naam if r.dossier.behandelaar else ""
    ),
    Exportkolom("Over wie", 18, lambda r: r.dossier.beklaagde),
    Exportkolom("Bevestigd op", 12, _bevestigd),
    Exportkolom("Uiterste datum", 12, lambda r: r.uiterste_datum),
    Exportkolom("Verdaagd tot", 12, _verdaagd),
    Exportkolom("Informeel", 10, _informeel),
    Exportkolom("Afgehandeld op", 12, lambda r: r.dossier.afgehandeld_op),
    Exportkolom("Afdoeningswijze", 18, lambda r: r.dossier.afdoeningswijze or ""),
    Exportkolom("Oordeel", 14, lambda r: r.dossier.oordeel or ""),
    Exportkolom("Op tijd", 8, lambda r: _ja_nee(r.op_tijd)),
    Exportkolom("Volgende stap", 24, lambda r: r.volgende_stap),
    Exportkolom("Notities", 40, lambda r: r.dossier.notities),
)
"""Every column, in order. Dates are dates, all else is text."""


def rij(regel: Exportregel) -> list[Waarde]:
    """Return the cells of one dossier."""
    return [kolom.waarde(regel) for kolom in KOLOMMEN]
