"""The promises to the klager as lines of the termijnkaart, so that a late one is signalled."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from klachtenapp.domain import dagtekst
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.kaartregel import Kaartregel, afloop, toestand_van
from klachtenapp.domain.toezeggingen import toezeggingen


def toezeggingregels(dossier: Dossier, vandaag: date) -> Iterator[Kaartregel]:
    """Yield a line for each promise; who made it is left out, for the card lies on a desk."""
    for nummer, belofte in enumerate(toezeggingen(dossier), start=1):
        zinnen = (
            f"Beloofd in het gesprek van {dagtekst.kort(belofte.beloofd_op)}.",
            afloop(belofte.uiterlijk, belofte.klaar_op),
        )
        stappen = tuple(zin for zin in zinnen if zin)
        yield Kaartregel(
            naam=f"belofte_{nummer}",
            label=f"Beloofd: {belofte.wat}",
            datum=belofte.uiterlijk,
            uitleg=" ".join(stappen),
            soort="norm",
            toestand=toestand_van(belofte.uiterlijk, belofte.klaar_op, vandaag),
            gedaan_op=belofte.klaar_op,
            stappen=stappen,
        )
