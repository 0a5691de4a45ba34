"""What the counter needs: find a klager, print the stappenplan, write down that it was given."""

from __future__ import annotations

from dataclasses import dataclass

from klachtenapp.domain.dossier import Dossier
from klachtenapp.services import behandelen, correspondentie, zoeken
from klachtenapp.services.behandelen import Opdracht
from klachtenapp.services.context import Context
from klachtenapp.services.zoeken import Filter, RegisterRegel

_HOOGSTENS = 6
_HANDELING = "geef_stappenplan"
_KANAAL = "balie"
ENGELS = "en"
NEDERLANDS = "nl"
_ENGELSE_NAMEN = frozenset({"engels", "english", "en"})


@dataclass(frozen=True, slots=True)
class Keuze:
    """Which stappenplan: for whom (empty ``kenmerk``: for anybody) and in what form."""

    kenmerk: str = ""
    variant: str = "kort"
    groot: bool = False
    taal: str = NEDERLANDS


def zoek(ctx: Context, tekst: str) -> tuple[RegisterRegel, ...]:
    """Return the first klachten that fit a kenmerk or a name."""
    if not tekst.strip():
        return ()
    nummers = zoeken.ids(ctx, Filter(zoek=tekst.strip(), soort="klacht"), "ontvangen", False)
    return tuple(zoeken.regels(ctx, nummers[:_HOOGSTENS]))


def voorstel(ctx: Context, kenmerk: str) -> Keuze:
    """Return the form that fits this klager: large for who reads with difficulty, or English."""
    klager = zoeken.dossier(ctx, kenmerk).klager
    taal = ENGELS if klager.taal.strip().casefold() in _ENGELSE_NAMEN else NEDERLANDS
    return Keuze(kenmerk=kenmerk, groot=klager.leest_moeilijk, taal=taal)


def stappenplan(ctx: Context, keuze: Keuze) -> bytes:
    """Return the PDF of the stappenplan."""
    return correspondentie.stappenplan(
        ctx, keuze.kenmerk or None, variant=keuze.variant, groot=keuze.groot, taal=keuze.taal
    )


def noteer_meegegeven(ctx: Context, kenmerk: str, opdracht_uid: str) -> Dossier | None:
    """Write down that the klager got the stappenplan; ``None`` when the dossier is closed.

    Paper may also be given to someone whose klacht is done: that is no event any more.
    """
    if not any(h.naam == _HANDELING for h in behandelen.mogelijk(ctx, kenmerk)):
        return None
    dossier = zoeken.dossier(ctx, kenmerk)
    invoer = {"gegeven_op": ctx.vandaag.isoformat(), "kanaal": _KANAAL}
    return behandelen.voer_uit(
        ctx, Opdracht(kenmerk, _HANDELING, invoer, dossier.versie, opdracht_uid)
    )
