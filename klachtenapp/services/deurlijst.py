"""The doors of a locked register: how each is made, and what makes a list of them trusted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final
from uuid import uuid4

from klachtenapp.domain.toegang import MINSTE_LOS, controleer_geheim
from klachtenapp.kluis import deuren, eigendeur
from klachtenapp.kluis.deuren import Deur, Deursoort
from klachtenapp.kluis.sleutelbestand import Sleutelring
from klachtenapp.kluis.woorden import als_woorden
from klachtenapp.models.gedeeld.proces import computernaam

NIET_GEKEURD: Final = (
    "Het bestand met de toegang tot dit register is buiten het programma om veranderd. Daarom "
    "krijgt nu niemand een nieuwe sleutel. Kies bij Beheer, Versleuteling voor 'Lijst herstellen'."
)


@dataclass(frozen=True, slots=True)
class Woordgeheim:
    """Secret bytes that go on paper as words: a herstelsleutel, or an invitation."""

    geheim: bytes = field(repr=False)

    @property
    def woorden(self) -> str:
        """The words, divided by hyphens."""
        return als_woorden(self.geheim)


def maak_ring(generatie: int, uid: str, sleutel: bytes, lijst: Sequence[Deur]) -> Sleutelring:
    """Return the ring of these doors, each sealed, with its proof."""
    dicht = tuple(d if d.verzegeld else deuren.verplaats(d, sleutel, uid) for d in lijst)
    return Sleutelring(generatie, dicht, deuren.keurmerk(sleutel, uid, dicht))


def hersteldeur(geheim: Woordgeheim, vandaag: date) -> Deur:
    """Return the door of a herstelsleutel, not yet sealed."""
    publiek = deuren.publiek_bij(deuren.prive_uit(geheim.geheim))
    return Deur(
        str(uuid4()),
        Deursoort.HERSTEL,
        "Herstelsleutel",
        publiek,
        "",
        vandaag.isoformat(),
        gezien=True,
    )


def eigen_deur(naam: str, prive: bytes, vandaag: date) -> Deur:
    """Return the door of who is called ``naam``, on this computer, not yet sealed."""
    publiek = deuren.publiek_bij(prive)
    wie = f"{naam} op {computernaam()}"
    return Deur(str(uuid4()), Deursoort.MEDEWERKER, wie, publiek, "", vandaag.isoformat())


def eigen_prive(uid: str, wachtwoord: str) -> bytes:
    """Return the private key of this user for this register, made when there is none."""
    plek = eigendeur.standaard(uid)
    if not plek.in_kluis:
        controleer_geheim(wachtwoord, MINSTE_LOS)
    prive = plek.lees(wachtwoord)
    if prive is None:
        prive = deuren.nieuw_prive()
        plek.bewaar(prive, wachtwoord)
    return prive


def is_verlopen(deur: Deur, vandaag: date) -> bool:
    """Whether it is an invitation that has ended."""
    return bool(deur.tot) and date.fromisoformat(deur.tot) < vandaag
