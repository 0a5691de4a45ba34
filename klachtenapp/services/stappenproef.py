"""Two stappenplannen by turns: the setting, who gets which, and how it went so far."""

from __future__ import annotations

from dataclasses import dataclass, replace

from klachtenapp.domain import stappenproef
from klachtenapp.domain.dagtekst import lang
from klachtenapp.domain.rollen import Recht
from klachtenapp.domain.stappenproef import (
    BLADEN,
    LABELS,
    Gegeven,
    Stappenproef,
    Telling,
    blad_van,
    conclusie,
    tel,
)
from klachtenapp.models import instellingen, stappentelling
from klachtenapp.models.stappentelling import Meegegeven
from klachtenapp.services.context import Context
from klachtenapp.services.opdracht import Uitslag, schrijf_log
from klachtenapp.services.rechten import vraagt

__all__ = ["BLADEN", "LABELS", "Proefstand", "Stappenproef", "bewaar", "lees", "stand"]


@dataclass(frozen=True, slots=True)
class Proefstand:
    """How the trial stands: both counts, how many sheets were given outside it, and a sentence.

    ``anders`` are sheets since the start that were not the one the number calls for, or of
    which nobody wrote down which it was; they are left out of the counts.
    """

    proef: Stappenproef
    tellingen: tuple[Telling, Telling]
    anders: int
    conclusie: str

    @property
    def uitleg(self) -> str:
        """Everything in a few lines: the counts of each sheet, what was left out, a conclusion."""
        regels = [_regel(telling) for telling in self.tellingen]
        if self.anders:
            regels.append(
                f"Niet meegeteld: {self.anders}. Daar koos iemand zelf, of het blad is niet "
                "opgeschreven."
            )
        begin = f"Sinds {lang(self.proef.sinds)}:" if self.proef.sinds else ""
        return "\n".join([begin, *regels, self.conclusie])


def _regel(telling: Telling) -> str:
    return (
        f"{LABELS[telling.blad]}: {telling.klachten} keer bij een klacht, {telling.algemeen} keer "
        f"zonder nummer. Afgesloten: {telling.afgesloten}, samen opgelost: {telling.informeel}, "
        f"heropend: {telling.heropend}."
    )


def lees(ctx: Context) -> Stappenproef:
    """Return the setting as it is stored now."""
    return instellingen.stappenproef(ctx.register)


@vraagt(Recht.BEHEREN)
def bewaar(ctx: Context, *, aan: bool, een: str, ander: str) -> Stappenproef:
    """Store the setting; other sheets, or on after off, begin a new count.

    :raises RegelFout: a sheet that does not exist, or twice the same.
    """
    stappenproef.controleer(een, ander)
    with ctx.register.transactie():
        oud = lees(ctx)
        zelfde = oud.aan and oud.bladen() == (een, ander)
        sinds = oud.sinds if zelfde or not aan else ctx.vandaag
        nieuw = Stappenproef(aan, een, ander, sinds)
        if nieuw != oud:
            instellingen.bewaar_stappenproef(ctx.register, nieuw)
            schrijf_log(ctx, "stappenproef bewaard", Uitslag(gegevens={"aan": aan}))
    return nieuw


def vorm_voor(ctx: Context, kenmerk: str) -> tuple[str, str] | None:
    """Return variant and paper for one klacht, or for anybody; ``None`` when it is off."""
    proef = lees(ctx)
    if not proef.aan or proef.sinds is None:
        return None
    if kenmerk:
        return BLADEN[proef.voor_nummer(kenmerk)]
    gegeven = len(stappentelling.voor_iedereen(ctx.register, proef.sinds))
    return BLADEN[proef.voor_beurt(gegeven)]


def stand(ctx: Context) -> Proefstand | None:
    """Return how it went so far; ``None`` when there never was a trial."""
    proef = lees(ctx)
    if proef.sinds is None:
        return None
    bij_klachten = _eerste_per_klacht(stappentelling.bij_klachten(ctx.register, proef.sinds))
    algemeen = [blad_van(*vorm) for vorm in stappentelling.voor_iedereen(ctx.register, proef.sinds)]
    in_proef = [
        Gegeven(blad, stuk.afgesloten, stuk.heropend, stuk.informeel)
        for stuk in bij_klachten
        for blad in [blad_van(stuk.variant, stuk.formaat)]
        if blad == proef.voor_nummer(stuk.kenmerk)
    ]
    een, ander = (tel(blad, in_proef, algemeen.count(blad)) for blad in proef.bladen())
    anders = len(bij_klachten) - len(in_proef)
    anders += len(algemeen) - een.algemeen - ander.algemeen
    return Proefstand(proef, (een, ander), anders, conclusie(een, ander))


def _eerste_per_klacht(gegeven: list[Meegegeven]) -> list[Meegegeven]:
    """Return one sheet for each klacht: the first; reprints are the same sheet."""
    uit: dict[str, Meegegeven] = {}
    for stuk in gegeven:
        eerder = uit.get(stuk.kenmerk)
        uit[stuk.kenmerk] = (
            stuk if eerder is None else replace(eerder, heropend=eerder.heropend or stuk.heropend)
        )
    return list(uit.values())
