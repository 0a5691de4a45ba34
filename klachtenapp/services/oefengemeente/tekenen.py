"""What happens in the stories around the ondertekenmap: offered, sent back, signed, sent."""

from __future__ import annotations

from collections.abc import Sequence

from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.klaarliggend import klaarliggend
from klachtenapp.services import (
    correspondentie,
    handtekeningzetten,
    oefensleutel,
    ondertekenen,
    sleutels,
)
from klachtenapp.services.context import Context
from klachtenapp.services.echtheid import ONDERTEKEND
from klachtenapp.services.handtekeningzetten import Pen
from klachtenapp.services.oefengemeente.zaak import HOOFD, Zaak
from klachtenapp.services.opdracht import Uitslag, eenmalig


def leg_voor(z: Zaak, soort: BriefSoort) -> None:
    """Offer a letter for signature."""
    ondertekenen.bied_aan(z.als(z.behandelaar), z.dossier.kenmerk, soort, opdracht_uid=z.uid())
    z.ververs()


def geef_terug(z: Zaak, opmerking: str, passages: Sequence[Sequence[str]]) -> None:
    """The afdelingshoofd wants it different."""
    ondertekenen.geef_terug(
        z.als(HOOFD), z.dossier.kenmerk, opmerking, passages=passages, opdracht_uid=z.uid()
    )
    z.ververs()


def teken(z: Zaak) -> None:
    """The afdelingshoofd signs with the key of the exercise.

    The PIN is not asked: guessing it is made slow, and that would cost more than the story.
    """
    ctx, dossier = z.als(HOOFD), z.dossier
    handtekeningzetten.weiger_betrokken(dossier, HOOFD, niet_betrokken=True)
    wacht = next(r for r in ondertekenen.ondertekenmap(ctx) if r.dossier.kenmerk == dossier.kenmerk)
    pen = _pen(ctx)

    def zet() -> Uitslag:
        return handtekeningzetten.zet(ctx, dossier, wacht.brief, wacht.antwoorden, pen)

    eenmalig(ctx, z.uid(), ONDERTEKEND, zet)
    z.ververs()


def verstuur(z: Zaak, soort: BriefSoort) -> None:
    """The letter that lies ready goes out."""
    ligt = next(info for info in klaarliggend(z.dossier) if info.soort == soort)
    correspondentie.markeer_document_verzonden(
        z.als(), ligt.id, op=z.vandaag, kanaal=z.kanaal(soort), opdracht_uid=z.uid()
    )
    z.ververs()


def passeer(z: Zaak, plicht: str, reden: str) -> None:
    """The afdelingshoofd passes a duty that cannot be done any more."""
    z.doe_als(HOOFD, "passeer_plicht", plicht=plicht, reden=reden)


def _pen(ctx: Context) -> Pen:
    sleutel = sleutels.bruikbaar(ctx, ctx.medewerker.id) if ctx.medewerker else None
    prive = oefensleutel.prive(ctx, sleutel) if sleutel else None
    if ctx.medewerker is None or sleutel is None or prive is None:
        raise RuntimeError("the exercise has no key")
    return Pen(ctx.medewerker, sleutel, prive)
