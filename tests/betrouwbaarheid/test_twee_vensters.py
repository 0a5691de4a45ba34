"""Two windows on one share while its plug is pulled at random and a third process imports.

What either window said is saved must be in the register once, `controleer` must be clean and
both windows must show the same. The long form (``-m lang``) goes on for ten minutes.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

import klachtenapp
from klachtenapp import bootstrap
from klachtenapp.domain.begrippen import GebeurtenisSoort
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.services import zoeken
from klachtenapp.services.zoeken import Filter
from tests.harnas.share import Share

_WORTEL = Path(klachtenapp.__file__).parents[1]
_LIJST = _WORTEL / "tests" / "uitwisseling" / "gegevens" / "jz-register-2021-2025.xlsx"
_KIND = "tests.betrouwbaarheid.vensterproces"
_LATENTIE_US = 1_000
_GEDULD_S = 90


@dataclass
class Venster:
    """One window in a process of its own, and what it told."""

    proces: subprocess.Popen[str]
    regels: list[dict[str, Any]] = field(default_factory=list)

    def lees(self) -> None:
        assert self.proces.stdout is not None
        self.regels.extend(json.loads(regel) for regel in self.proces.stdout)

    def met(self, wat: str) -> list[dict[str, Any]]:
        return [regel for regel in self.regels if regel["wat"] == wat]

    def stop(self) -> None:
        assert self.proces.stdin is not None
        self.proces.stdin.write("stop\n")
        self.proces.stdin.flush()


@contextmanager
def _venster(register: Path, thuis: Path, naam: str, zaad: int) -> Iterator[Venster]:
    thuis.mkdir()
    mappen = {f"XDG_{soort}_HOME": str(thuis) for soort in ("DATA", "CONFIG", "STATE")}
    with (thuis / "fouten.txt").open("w", encoding="utf-8") as fouten:
        proces = subprocess.Popen(
            (
                sys.executable,
                "-m",
                "tests.betrouwbaarheid.vensterproces",
                register,
                naam,
                f"{zaad}",
            ),
            cwd=_WORTEL,
            env={**os.environ, **mappen, "QT_QPA_PLATFORM": "offscreen"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=fouten,
            text=True,
        )
        venster = Venster(proces)
        lezer = Thread(target=venster.lees, daemon=True)
        lezer.start()
        try:
            yield venster
        finally:
            if proces.poll() is None:
                proces.kill()
            proces.wait()
            lezer.join(5)
            for pijp in (proces.stdin, proces.stdout):
                if pijp is not None:
                    pijp.close()


def _klachtenapp(*argumenten: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "klachtenapp", *map(str, argumenten)],
        cwd=_WORTEL, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


def _importeer(register: Path) -> None:
    klaar = _klachtenapp("importeer", _LIJST, "--register", register)
    assert klaar.returncode == 0, klaar.stderr


def _plaag(pcs: list[Share], importeer: Callable[[], None], duur: float, zaad: int) -> int:
    """Pull plugs and put them back; returns how often."""
    kans, einde, keren = random.Random(zaad), time.monotonic() + duur, 0
    while time.monotonic() < einde:
        pc = kans.choice(pcs)
        pc.zet(disc_stall_ms=kans.choice((0, 0, 300)), disconnected=1)
        time.sleep(kans.uniform(0.2, 6))
        pc.zet(disconnected=0)
        keren += 1
        if kans.random() < 0.25 or keren == 1:
            importeer()
        time.sleep(kans.uniform(1, 5))
    return keren


def _wacht_op(wat: str, *vensters: Venster) -> None:
    einde = time.monotonic() + _GEDULD_S
    while not all(venster.met(wat) for venster in vensters):
        assert time.monotonic() < einde, [venster.regels[-3:] for venster in vensters]
        time.sleep(0.2)


def _twee_vensters(
    fuseshare: Path, tmp_path: Path, duur: float, zaad: int, noteer: Callable[[str, object], None]
) -> None:
    (achter := tmp_path / "server").mkdir()
    bootstrap.sluit(bootstrap.nieuw(achter / "r.klachten", Gemeente("Voorbeeldstad")))
    pc = [Share(fuseshare, achter, tmp_path / f"pc{n}") for n in range(3)]
    with pc[0] as een, pc[1] as twee, pc[2] as drie:
        for share in pc:
            share.zet(latency_us=_LATENTIE_US)
        with (
            _venster(een.map / "r.klachten", tmp_path / "een", "Een", zaad) as links,
            _venster(twee.map / "r.klachten", tmp_path / "twee", "Twee", zaad + 1) as rechts,
        ):
            _wacht_op("begonnen", links, rechts)
            keren = _plaag(
                [een, twee],
                lambda: (
                    _klachtenapp(
                        "importeer", _LIJST, "--register", drie.map / "r.klachten"
                    ).returncode
                ),
                duur,
                zaad,
            )
            for venster in (links, rechts):
                venster.stop()
            _wacht_op("rust", links, rechts)
            for venster in (links, rechts):  # both have sent all: now they show what they see
                venster.stop()
            for venster in (links, rechts):
                venster.proces.wait(_GEDULD_S)
    _controleer(achter / "r.klachten", [links, rechts])
    telling = Counter(regel["wat"] for venster in (links, rechts) for regel in venster.regels)
    noteer("cijfers", f"twee vensters, {duur:.0f} s, stekker {keren} keer: {dict(telling)}")


def _controleer(register: Path, vensters: list[Venster]) -> None:
    uitslag = _klachtenapp("controleer", "--register", register)
    assert uitslag.returncode == 0, uitslag.stdout
    eind = [venster.met("eind")[0] for venster in vensters]
    assert eind[0]["stand"] == eind[1]["stand"]
    assert [beeld["conflicten"] for beeld in eind] == [0, 0]
    ctx = bootstrap.open(register)
    dossiers = zoeken.dossiers(ctx, zoeken.ids(ctx, Filter()))
    bootstrap.sluit(ctx)
    klachten = Counter(d.omschrijving.rpartition(" ")[2] for d in dossiers)
    notities = Counter(
        g.toelichting.rpartition(" ")[2]
        for d in dossiers
        for g in d.gebeurtenissen
        if g.soort is GebeurtenisSoort.NOTITIE
    )
    for venster in vensters:
        for regel in venster.met("bewaard"):
            if "melding" in regel:
                assert klachten[regel["melding"]] == 1, regel
            else:
                assert notities[regel["notitie"]] == 1, regel
    eigen = sorted(
        int(d.kenmerk.rpartition("-")[2]) for d in dossiers if "Vanger" in d.klager.achternaam
    )
    assert eigen == list(range(1, len(eigen) + 1)), "the numbers of this year have gaps"


def test_twee_vensters_op_een_share_met_een_losse_kabel(
    fuseshare: Path, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    _twee_vensters(fuseshare, tmp_path, 12, 1, record_property)


@pytest.mark.lang
def test_tien_minuten_lang(
    fuseshare: Path, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    _twee_vensters(fuseshare, tmp_path, 600, 2, record_property)
