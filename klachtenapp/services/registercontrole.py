"""The check of a register from the outside, and what can be made anew."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from klachtenapp.domain.rollen import Recht
from klachtenapp.models import controle, zoekindex
from klachtenapp.models.bestanden import is_bestand
from klachtenapp.models.controle import Bevinding, Check
from klachtenapp.models.register import Register
from klachtenapp.services import ontsluiten
from klachtenapp.services.context import Context
from klachtenapp.services.opdracht import Uitslag, schrijf_log
from klachtenapp.services.rechten import vraagt

__all__ = ["Bevinding", "controleer", "herbouw_zoekindex", "inhoudelijk"]


def controleer(pad: Path | str, sleutel: str = "") -> list[Bevinding]:
    """Return what each check of a register or a copy finds; changes nothing.

    ``sleutel`` opens it when it is locked; else the door of this user does.

    :raises OpSlot: it is locked, and this user has no way in.
    :raises OmgevingFout: the disk does not answer.
    """
    from klachtenapp.services.handtekeningcontrole import CHECKS  # noqa: PLC0415 - loads cryptography

    bestand = Path(pad).absolute()
    if is_bestand(bestand):
        sleutel = sleutel or ontsluiten.ontsluit(bestand)
        sleutel = ontsluiten.kopiesleutel(bestand, sleutel)
    return controle.controleer(bestand, sleutel, erbij=CHECKS)


def inhoudelijk(register: Register, erbij: Mapping[str, Check]) -> list[Bevinding]:
    """Return what the log and the checks in ``erbij`` find in a register that is open."""
    return controle.enkele(register, {"log": controle.logboek, **erbij})


@vraagt(Recht.BEHEREN)
def herbouw_zoekindex(ctx: Context) -> int:
    """Make the search index anew from the dossiers; returns of how many."""
    with ctx.register.transactie():
        aantal = zoekindex.herbouw(ctx.register)
        schrijf_log(ctx, "zoekindex opnieuw gemaakt", Uitslag(gegevens={"meldingen": aantal}))
    return aantal
