"""Who may do what: one table of rights, and the words with which a right is refused.

A role steers people; it is no lock. Who can copy the file of the register can read it with
another program. What does protect stands in Beheer, "Wat beschermt".
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Final

from klachtenapp.domain.personen import Rol

ALLE_ROLLEN: Final = frozenset(Rol)
"""What everybody has as long as nobody has a gebruikersnaam: no roles were set up yet."""

_R, _B, _BALIE = Rol.REGISTRAR, Rol.BEHANDELAAR, Rol.BALIEMEDEWERKER
_HOOFD, _AMB, _BEHEER = Rol.AFDELINGSHOOFD, Rol.AMBASSADEUR, Rol.BEHEERDER


class Recht(StrEnum):
    """Something a person may do, as it follows on "Dit mag u niet:"."""

    LEZEN = "dossiers bekijken"
    NOTEREN = "een notitie toevoegen"
    BEHANDELEN = "een dossier behandelen"
    TOEWIJZEN = "een behandelaar kiezen"
    REGISTREREN = "een melding invoeren"
    STAPPENPLAN = "het stappenplan meegeven"
    ONDERTEKENEN = "een brief ondertekenen"
    PASSEREN = "een wettelijke plicht overslaan"
    EXPORTEREN = "een lijst of dossier buiten het programma bewaren"
    IMPORTEREN = "een oud register inlezen"
    LOGBOEK = "het logboek van het hele register bekijken"
    TEKSTEN = "briefteksten en woorden wijzigen"
    BEHEREN = "instellingen en medewerkers beheren"


RECHTEN: Final[Mapping[Recht, frozenset[Rol]]] = {
    Recht.LEZEN:        frozenset({_R, _B, _HOOFD, _AMB}),
    Recht.NOTEREN:      frozenset({_R, _B, _HOOFD, _AMB}),
    Recht.BEHANDELEN:   frozenset({_R, _B, _HOOFD}),
    Recht.TOEWIJZEN:    frozenset({_R, _HOOFD}),
    Recht.REGISTREREN:  frozenset({_R, _B, _HOOFD, _BALIE}),
    Recht.STAPPENPLAN:  frozenset({_R, _B, _HOOFD, _BALIE}),
    Recht.ONDERTEKENEN: frozenset({_HOOFD}),
    Recht.PASSEREN:     frozenset({_HOOFD}),
    Recht.EXPORTEREN:   frozenset({_R, _HOOFD}),
    Recht.IMPORTEREN:   frozenset({_R, _BEHEER}),
    Recht.LOGBOEK:      frozenset({_R, _HOOFD, _BEHEER}),
    Recht.TEKSTEN:      frozenset({_R, _BEHEER}),
    Recht.BEHEREN:      frozenset({_BEHEER}),
}  # fmt: skip
"""The table. The beheerder arranges the program and sees no dossiers for it, but does see in
the log who did what; someone who does both has two roles. The baliemedewerker takes in and
sees what he took in today."""

_EIGEN_RECHT: Final[Mapping[str, Recht]] = {
    "noteer": Recht.NOTEREN,
    "geef_stappenplan": Recht.STAPPENPLAN,
    "wijs_behandelaar_toe": Recht.TOEWIJZEN,
    "passeer_plicht": Recht.PASSEREN,
}


def mag(rollen: Collection[Rol], recht: Recht) -> bool:
    """Whether someone with these roles may do this."""
    return not RECHTEN[recht].isdisjoint(rollen)


def recht_voor(handeling: str) -> Recht:
    """Return what one must be allowed to carry out this handeling."""
    return _EIGEN_RECHT.get(handeling, Recht.BEHANDELEN)


def wie(recht: Recht) -> str:
    """Return who may do this: "registrar of afdelingshoofd"."""
    namen = [rol.value for rol in Rol if rol in RECHTEN[recht]]
    return " of ".join(filter(None, [", ".join(namen[:-1]), namen[-1]]))


def uitleg(recht: Recht) -> str:
    """Return the sentences with which this is refused: what, who can, and what to do."""
    return (
        f"U hebt in dit programma geen rol om dit te doen: {recht}. Dat kan een {wie(recht)}. "
        "Klopt dat niet? Vraag de beheerder om de rol."
    )
