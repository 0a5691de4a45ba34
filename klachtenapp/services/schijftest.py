"""Whether a disk is a good place for the register, in plain words, and what to ask ICT."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from klachtenapp.errors import OmgevingFout
from klachtenapp.models.schijf import SoortSchijf
from klachtenapp.models.schijfproef import Schijfproef, proef
from klachtenapp.models.wolkmap import wolkdienst
from klachtenapp.services.reservekopie import Bevinding

SNEL_MS: Final = 5.0
TRAAG_MS: Final = 20.0
"""Above this a colleague who saves keeps the others waiting for seconds."""

_JOURNAAL: Final = "persist"


@cache
def wolkzin(register: Path | str) -> str:
    """Return why the folder of this register is no place for it; empty when it may be one.

    Looks once: a share is slow, and a folder does not change its kind while it is open.
    """
    dienst = wolkdienst(Path(register))
    if not dienst:
        return ""
    return (
        f"Het register staat in een map van {dienst}. Zo'n map kopieert bestanden achteraf en "
        "houdt niemand tegen. Werken twee mensen tegelijk, dan kan het werk van een van hen "
        "verdwijnen of het register beschadigen. Vraag ICT om een map op een netwerkschijf."
    )


def test(register: Path) -> tuple[Bevinding, ...]:
    """Try out the disk of ``register``: each finding with what to do when it is not good.

    :raises OmgevingFout: nothing can be written there.
    """
    try:
        uitslag = proef(register)
    except OSError as fout:
        raise OmgevingFout(
            f"De schijftest lukt niet: in de map {register.parent} kan niet worden geschreven. "
            "Vraag ICT om schrijfrechten op deze map."
        ) from fout
    return bevindingen(uitslag)


def bevindingen(uitslag: Schijfproef) -> tuple[Bevinding, ...]:
    """Return what a trial says, in plain words."""
    waar = "een netwerkschijf" if uitslag.soort is SoortSchijf.NETWERK else "deze computer"
    wolk = (
        Bevinding(
            "wolk",
            False,
            f"Deze map wordt achteraf gekopieerd door {uitslag.wolk}.",
            "Zet het register in een map op een netwerkschijf, of op deze computer.",
        )
        if uitslag.wolk
        else Bevinding("wolk", True, f"Het register staat op {waar}, in een gewone map.")
    )
    return (
        wolk,
        Bevinding(
            "sloten",
            uitslag.sloten,
            "Vergrendelen werkt: wie schrijft, houdt een ander tegen."
            if uitslag.sloten
            else "Vergrendelen werkt niet: twee mensen kunnen tegelijk schrijven.",
            "Werk hier niet met meer mensen. Vraag ICT: 'Staan vergrendelingen (byte-range "
            "locks) aan op deze share? De optie nobrl of offline bestanden moet uit staan.'",
        ),
        Bevinding(
            "hernoemen",
            uitslag.hernoemen,
            "Een bestand vervangen lukt in één keer."
            if uitslag.hernoemen
            else "Een bestand vervangen lukt niet in één keer.",
            "Een reservekopie maken kan hier misgaan. Vraag ICT om een andere map.",
        ),
        Bevinding(
            "journaal",
            uitslag.journaal == _JOURNAAL,
            f"Bewaren is bestand tegen stroomuitval (journaal {uitslag.journaal})."
            if uitslag.journaal == _JOURNAAL
            else f"Bewaren is hier niet bestand tegen stroomuitval (journaal {uitslag.journaal}).",
            "Vraag ICT om een andere map voor het register.",
        ),
        _snelheid(uitslag),
    )


def _snelheid(uitslag: Schijfproef) -> Bevinding:
    keer, bewaren = getal(uitslag.traagste_ms), getal(uitslag.bewaren_ms)
    meting = f"Eén bewerking duurt {keer} ms, iets bewaren {bewaren} ms."
    if uitslag.traagste_ms > TRAAG_MS:
        return Bevinding(
            "snelheid",
            False,
            f"De schijf is te traag om met meer mensen te werken. {meting}",
            "Vraag ICT om een map op een server dichterbij. Kan dat niet? Vraag dan om het "
            "register op een databaseserver (PostgreSQL) te zetten.",
        )
    oordeel = "snel genoeg voor tien mensen tegelijk"
    if uitslag.traagste_ms > SNEL_MS:
        oordeel = "snel genoeg voor een paar mensen tegelijk"
    return Bevinding("snelheid", True, f"De schijf is {oordeel}. {meting}")


def getal(ms: float) -> str:
    """Return milliseconds as people write them: ``0,4`` or ``34``."""
    return f"{ms:.1f}".replace(".", ",") if ms < 10 else f"{ms:.0f}"
