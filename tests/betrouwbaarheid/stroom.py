"""A power cut after every change on the disk of every kind of save.

``stroom.py PLACE STEP IMAGES``, under the fault injector, which writes the trace: after every
STEP-th change so many images are made and opened. Each holds the register as it was before
or as it is after, and once the save is confirmed only the latter.
"""

from __future__ import annotations

import hashlib
import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from klachtenapp.models.fouten import SchijfFout
from klachtenapp.models.kopie import bekijk
from klachtenapp.models.register import Register
from tests.betrouwbaarheid.keuring import BEZORGD, Telling, probeer
from tests.betrouwbaarheid.schijfbeeld import Schijf, lees_spoor
from tests.betrouwbaarheid.wereld import NAAM, Kind, Wereld, cijfers, richt_in, sinds
from tests.betrouwbaarheid.werk import WERK, Taak, Voorraad, zaai
from tests.harnas.stuur import Stuur


class Stroomproef:
    """The cuts in one kind of save after another."""

    def __init__(self, wereld: Wereld, stuur: Stuur, spoor: Path, beeldmap: Path) -> None:
        self._wereld, self._stuur, self._spoor, self._beeldmap = wereld, stuur, spoor, beeldmap
        self._willekeur = random.Random(20261124)
        self.telling = Telling()
        self.beelden = 0
        self.punten = 0

    def doe(self, soort: str, zaad: Path, voorraad: Voorraad, stap: int, aantal: int) -> None:
        """Cut the power in one kind of save, of a register that was saved to before."""
        self._wereld.begin(zaad)
        self._kind(Taak("notitie", 99), voorraad, spoor=False)
        schijf = Schijf(self._wereld.share)
        oud = self._vingerafdruk(self._wereld.pad)
        self._spoor.write_bytes(b"")
        self._kind(Taak(soort, 1), voorraad, spoor=True)
        nieuw = self._vingerafdruk(self._wereld.pad)
        if not oud or not nieuw or oud == nieuw:
            raise RuntimeError(f"{soort} changed nothing")
        stappen = [wat for wat in lees_spoor(self._spoor) if schijf_raakt(wat.pad)]
        for nummer, wat in enumerate(stappen):
            schijf.verander(wat)
            bevestigd = nummer == len(stappen) - 1
            if nummer % stap and not bevestigd:
                continue
            self.punten += 1
            for beeld in schijf.beelden(self._willekeur, aantal):
                goed = (nieuw,) if bevestigd else (oud, nieuw)
                self._keur(beeld, goed, f"{soort} na {nummer}, {wat.soort} {Path(wat.pad).name}")

    def _kind(self, taak: Taak, voorraad: Voorraad, *, spoor: bool) -> None:
        def werk(meld: Callable[[Any], None]) -> None:
            ctx = self._wereld.open()
            self._stuur.zet(trace=int(spoor))
            uit = probeer(lambda: WERK[taak.soort].doe(ctx, taak, voorraad))
            self._stuur.zet(trace=0)
            meld(uit)

        (uit,) = Kind(werk).slot()
        if uit["uit"] != BEZORGD:
            raise RuntimeError(f"{taak.soort} fails without a cut: {uit}")

    def _keur(self, beeld: dict[str, bytes], goed: tuple[str, ...], waar: str) -> None:
        self.beelden += 1
        for pad in self._beeldmap.iterdir():
            pad.unlink()
        for naam, inhoud in beeld.items():
            (self._beeldmap / Path(naam).name).write_bytes(inhoud)
        try:
            gevonden = self._vingerafdruk(self._beeldmap / NAAM)
        except SchijfFout as fout:
            self.telling.mis("beschadigd", waar, fout.techniek)
            return
        if gevonden not in goed:
            self.telling.mis("bevestigd en kwijt" if len(goed) == 1 else "half", waar)
        for pad in self._beeldmap.glob("*.klachten"):
            if pad.name != NAAM and not bekijk(pad):
                self.telling.mis("halve kopie", waar, pad.name)

    @staticmethod
    def _vingerafdruk(pad: Path) -> str:
        """Return the sum of every row in a register that is whole; empty when it is not."""
        register = Register(pad)
        register.verbind()
        try:
            if register.sql("PRAGMA integrity_check(1)") != [("ok",)]:
                return ""
            som = hashlib.sha256()
            for (tabel,) in register.sql(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%' "
                "ORDER BY name"
            ):
                som.update(repr((tabel, register.sql(f'SELECT * FROM "{tabel}"'))).encode())  # noqa: S608
            return som.hexdigest()
        finally:
            register.sluit()


def schijf_raakt(pad: str) -> bool:
    """Whether a change counts; the lock beside the register is no content."""
    return not Path(pad).name.startswith(f"{NAAM}.slot")


def main(plek: Path, stap: int, aantal: int) -> None:
    """Run the experiment and print its figures."""
    begin = time.monotonic()
    wereld = richt_in(plek)
    beeldmap = plek / "beeld"
    beeldmap.mkdir()
    zaad = plek / "zaad.klachten"
    voorraad = zaai(zaad)
    stuur, spoor = Stuur(Path(os.environ["FAULT_CTL"])), Path(os.environ["FAULT_TRACE"])
    proef = Stroomproef(wereld, stuur, spoor, beeldmap)
    for soort in WERK:
        proef.doe(soort, zaad, voorraad, stap, aantal)
    cijfers(
        punten=proef.punten, beelden=proef.beelden, soorten=len(WERK), seconden=sinds(begin),
        fouten=dict(proef.telling.fouten), voorbeelden=proef.telling.voorbeelden,
    )  # fmt: skip


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
