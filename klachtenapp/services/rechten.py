"""Guards the doors of the services: each that shows or changes something names its right.

Screens hide what someone may not do; this is where it is refused.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, Final, ParamSpec, TypeVar

from klachtenapp.domain import rollen
from klachtenapp.domain.rollen import Recht
from klachtenapp.errors import RegelFout
from klachtenapp.services.context import Context

P = ParamSpec("P")
T = TypeVar("T")

ONBEKEND: Final = (
    "Het programma weet niet wie u bent. Vraag de beheerder om uw gebruikersnaam in te vullen "
    "bij Beheer, Medewerkers."
)

DEUREN: Final[dict[str, Recht]] = {}
"""Every guarded door (``zoeken.ids``) with the right it asks for; filled as modules load."""


def mag(ctx: Context, recht: Recht) -> bool:
    """Whether the user may do this: for a screen that hides what he may not."""
    return rollen.mag(ctx.rollen, recht)


def recht_van(deur: Callable[..., object]) -> Recht:
    """Return what one must be allowed to go through a guarded door: for its button."""
    return DEUREN[_naam(deur)]


def vereis(ctx: Context, recht: Recht) -> None:
    """Refuse when the user may not do this.

    :raises RegelFout: with who can, and what to do about it.
    """
    if mag(ctx, recht):
        return
    if ctx.medewerker is None and not ctx.rollen:
        raise RegelFout(ONBEKEND, veld="rol")
    raise RegelFout(rollen.uitleg(recht), veld="rol")


def vraagt(
    recht: Recht,
) -> Callable[[Callable[Concatenate[Context, P], T]], Callable[Concatenate[Context, P], T]]:
    """Decorate a door of a service: it asks for ``recht`` before anything else happens."""

    def bewaak(
        functie: Callable[Concatenate[Context, P], T],
    ) -> Callable[Concatenate[Context, P], T]:
        @wraps(functie)
        def deur(ctx: Context, /, *args: P.args, **kwargs: P.kwargs) -> T:
            vereis(ctx, recht)
            return functie(ctx, *args, **kwargs)

        DEUREN[_naam(functie)] = recht
        return deur

    return bewaak


def _naam(functie: Callable[..., object]) -> str:
    return f"{functie.__module__.rpartition('services.')[2]}.{functie.__name__}"
