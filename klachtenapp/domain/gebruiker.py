"""How a medewerker is recognised: by the name under which he is signed in on the computer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from klachtenapp.domain.personen import Medewerker, Rol
from klachtenapp.errors import RegelFout


@dataclass(frozen=True, slots=True)
class Gebruiker:
    """What the register knows of how ``medewerker`` (its number) signs in, and who leads him."""

    medewerker: int
    gebruikersnaam: str = ""
    leidinggevende: int | None = None
    heeft_geheim: bool = False

    @property
    def kan_aanmelden(self) -> bool:
        """Whether this person can come in: by his name on the computer, or with a geheim."""
        return bool(self.gebruikersnaam or self.heeft_geheim)


def schone_gebruikersnaam(naam: str) -> str:
    """Return a name on the computer as it is compared: no domain, no capitals.

    Windows tells ``JANSEN``, ``GEMEENTE\\jansen`` or ``jansen@gemeente.nl`` of one account.
    """
    return naam.strip().rpartition("\\")[2].partition("@")[0].strip().casefold()


def ingericht(gebruikers: Iterable[Gebruiker]) -> bool:
    """Whether somebody has a gebruikersnaam: from then on roles count."""
    return any(gebruiker.gebruikersnaam for gebruiker in gebruikers)


def herken(
    accountnaam: str, medewerkers: Iterable[Medewerker], gebruikers: Mapping[int, Gebruiker]
) -> Medewerker | None:
    """Return who is signed in on the computer as ``accountnaam``; not someone who left."""
    gezocht = schone_gebruikersnaam(accountnaam)
    for wie in medewerkers:
        bekend = gebruikers.get(wie.id)
        if wie.actief and bekend and gezocht and bekend.gebruikersnaam == gezocht:
            return wie
    return None


def controleer_beheerder(
    medewerkers: Iterable[Medewerker], gebruikers: Mapping[int, Gebruiker]
) -> None:
    """Refuse a state in which roles count and no beheerder can come in any more.

    :raises RegelFout: nobody who works here is beheerder and can sign in.
    """
    if not ingericht(gebruikers.values()):
        return
    for wie in medewerkers:
        bekend = gebruikers.get(wie.id)
        if wie.actief and Rol.BEHEERDER in wie.rollen and bekend and bekend.gebruikersnaam:
            return
    raise RegelFout(
        "Er moet altijd een beheerder zijn die hier werkt en een gebruikersnaam heeft. Anders "
        "kan niemand meer bij Beheer. Maak eerst iemand anders beheerder.",
        veld="rollen",
    )
