"""What other programs make of our PDFs: words apart, each value behind its own label.

``pdftotext`` looks at where words stand, not at the structure tree, as search engines and
archives do. Where it is not installed these tests say so and skip, but not
in the gate.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pdfplumber
import pytest

from tests.papier.soorten import NAMEN, SOORTEN

LETTERS = ("ontvangstbevestiging", "afdoeningsbrief", "brief-meer-paginas", "huisstijl-svg-rechts")
PLANNEN = ("stappenplan-kort-nl", "stappenplan-compleet-nl-persoonlijk")


def _tekst(soort: str, plek: Path, *keuzes: str) -> str:
    programma = shutil.which("pdftotext")
    if programma is None:
        assert not os.environ.get("CI"), "the gate installs poppler-utils and may not skip"
        pytest.skip("pdftotext is hier niet geïnstalleerd (poppler-utils).")
    pad = plek / "blad.pdf"
    pad.write_bytes(SOORTEN[soort]())
    uitkomst = subprocess.run(
        [programma, *keuzes, str(pad), "-"], capture_output=True, check=True, timeout=60
    )
    return uitkomst.stdout.decode("utf-8")


def _getekend(soort: str) -> Counter[str]:
    """Return the words of all marked content, as drawn."""
    woorden: Counter[str] = Counter()
    with pdfplumber.open(io.BytesIO(SOORTEN[soort]())) as boek:
        for blad in boek.pages:
            stukken: dict[int, str] = {}
            for teken in blad.chars:
                if teken["mcid"] is not None:
                    stukken[teken["mcid"]] = stukken.get(teken["mcid"], "") + teken["text"]
            for stuk in stukken.values():
                woorden.update(stuk.split())
    return woorden


@pytest.mark.parametrize("keuze", [(), ("-raw",), ("-layout",)])
@pytest.mark.parametrize("soort", [*LETTERS, *PLANNEN, "venstertest"])
def test_the_words_are_those_that_were_drawn(
    soort: str, keuze: tuple[str, ...], tmp_path: Path
) -> None:
    gelezen = Counter(_tekst(soort, tmp_path, *keuze).split())
    assert not _getekend(soort) - gelezen


def test_names_in_seven_scripts_come_back_whole(tmp_path: Path) -> None:
    gelezen = " ".join(_tekst("brief-meer-paginas", tmp_path).split())
    assert NAMEN in gelezen


@pytest.mark.parametrize("soort", LETTERS)
def test_each_value_is_read_behind_its_label(soort: str, tmp_path: Path) -> None:
    regels = [regel for regel in _tekst(soort, tmp_path).splitlines() if regel.strip()]
    assert re.search(r"\d{4}$", regels[regels.index("Datum") + 1])
    assert regels[regels.index("Ons kenmerk") + 1].startswith("K2")
    if "Telefoon" in regels:
        assert regels[regels.index("Telefoon") + 1][0].isdigit()


@pytest.mark.parametrize("soort", PLANNEN)
def test_each_step_is_read_with_its_own_time(soort: str, tmp_path: Path) -> None:
    """The times stand in a column at the right: they may not be read as one list."""
    regels = [regel for regel in _tekst(soort, tmp_path).splitlines() if regel.strip()]
    tijd = re.compile(r"(klaar op|uiterlijk|binnen|vandaag|niet nodig)\b.*")
    stappen = [plek for plek, regel in enumerate(regels) if regel.strip().isdigit()]
    assert [regels[plek].strip() for plek in stappen] == [
        str(nummer + 1) for nummer in range(len(stappen))
    ]
    tijden = [plek for plek, regel in enumerate(regels) if tijd.fullmatch(regel.strip())]
    tijden = [plek for plek in tijden if plek > stappen[0]]
    assert len(tijden) > 2
    for een, ander in pairwise(tijden):
        assert any(een < plek < ander for plek in stappen), regels[een : ander + 1]
