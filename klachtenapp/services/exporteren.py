"""Writes the register, or what a filter leaves of it, to a file for Excel or for machines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.rollen import Recht
from klachtenapp.domain.termijnkaart import op_tijd, uiterste_datum
from klachtenapp.domain.volgende_stap import volgende_stap
from klachtenapp.errors import RegelFout
from klachtenapp.services import zoeken
from klachtenapp.services.context import Context
from klachtenapp.services.rechten import vraagt
from klachtenapp.services.zoeken import Filter
from klachtenapp.uitwisseling import export_csv, export_xlsx
from klachtenapp.uitwisseling.export_tabel import Exportregel

_BLOK = 500

Voortgang = Callable[[int, int], None]
Gestopt = Callable[[], bool]


@vraagt(Recht.EXPORTEREN)
def naar_xlsx(
    ctx: Context,
    keuze: Filter,
    pad: Path,
    *,
    sorteer: str = "kenmerk",
    voortgang: Voortgang | None = None,
    gestopt: Gestopt | None = None,
) -> int:
    """Write what fits ``keuze`` to an Excel file; return how many dossiers.

    The file appears whole or not at all. Nothing in it is a formula.

    :raises OmgevingFout: when the file cannot be written.
    :raises RegelFout: when it is stopped.
    """
    nummers = zoeken.ids(ctx, keuze, sorteer)
    titel = f"{ctx.gemeente.naam}, register van klachten en meldingen"
    return export_xlsx.schrijf(Path(pad), _regels(ctx, nummers, voortgang, gestopt), titel)


@vraagt(Recht.EXPORTEREN)
def naar_csv(
    ctx: Context,
    keuze: Filter,
    pad: Path,
    *,
    sorteer: str = "kenmerk",
    voortgang: Voortgang | None = None,
    gestopt: Gestopt | None = None,
) -> int:
    """Write what fits ``keuze`` to a csv file for machines; return how many dossiers."""
    nummers = zoeken.ids(ctx, keuze, sorteer)
    return export_csv.schrijf(Path(pad), _regels(ctx, nummers, voortgang, gestopt))


def _regels(
    ctx: Context,
    nummers: Sequence[int],
    voortgang: Voortgang | None,
    gestopt: Gestopt | None,
) -> Iterator[Exportregel]:
    for begin in range(0, len(nummers), _BLOK):
        if gestopt is not None and gestopt():
            raise RegelFout("Gestopt. Er is geen bestand gemaakt.")
        for dossier in zoeken.dossiers(ctx, nummers[begin : begin + _BLOK]):
            yield _regel(ctx, dossier)
        if voortgang is not None:
            voortgang(min(begin + _BLOK, len(nummers)), len(nummers))


def _regel(ctx: Context, dossier: Dossier) -> Exportregel:
    stap = volgende_stap(dossier, ctx.kader, ctx.vandaag)
    return Exportregel(
        dossier,
        uiterste_datum(dossier, ctx.kader),
        op_tijd(dossier, ctx.kader),
        stap.tekst if stap else "",
    )
