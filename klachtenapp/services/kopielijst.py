"""Which copies of a register there are, in both places, and which of them may go."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from klachtenapp import paths
from klachtenapp.domain.bewaarschema import (
    BEWAARTIJD,
    Kopienaam,
    Soortkopie,
    bijzondere_te_bewaren,
    is_voor_versie,
    lees_naam,
    te_bewaren,
)
from klachtenapp.errors import OmgevingFout
from klachtenapp.models.bestanden import TIJDELIJK, bereikbaar, schrijf_heel, som
from klachtenapp.models.register import EXTENSIE
from klachtenapp.models.schema import KOPIEMAP
from klachtenapp.services import kopiemanifest
from klachtenapp.services.kopiemanifest import Manifest

_PLEKKEN: Final = "tweede_plek.json"
_BLIJFT_LIGGEN: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Reservekopie:
    """One copy. ``aantallen`` are its rows by table; empty when it has no list.

    ``tweede_fout`` says why it did not reach the second place too; only of one just made.
    """

    pad: Path
    moment: datetime
    bytes: int
    aantallen: Mapping[str, int] = field(default_factory=dict)
    soort: Soortkopie = Soortkopie.GEWOON
    manifest: Manifest | None = None
    op_tweede_plek: bool = False
    tweede_fout: str = ""

    @property
    def afgekapt(self) -> bool:
        """Whether its size is not what its list says: a look that costs nothing."""
        return self.manifest is not None and self.manifest.bytes != self.bytes


def kopiemap(register: Path) -> Path:
    """Return the folder of the copies of a register: beside it, also on a share."""
    return register.parent / KOPIEMAP


def is_gelijk(kopie: Reservekopie) -> bool:
    """Whether the file is still what its list says; reads all of it. Without a list: yes."""
    if kopie.manifest is None:
        return True
    try:
        return not kopie.afgekapt and som(kopie.pad) == kopie.manifest.sha256
    except OSError:
        return False


def in_map(
    plek: Path, stam: str, *, begin: str = "", op_tweede_plek: bool = False
) -> list[Reservekopie]:
    """Return the copies in one folder that we made of the register ``stam``, newest first.

    ``begin`` leaves out those of another register with the same name. A folder that is not
    there has none.

    :raises OmgevingFout: when the folder cannot be read.
    """
    gevonden = []
    try:
        for pad in plek.glob(f"*{EXTENSIE}"):
            naam = lees_naam(pad.stem)
            if is_voor_versie(pad.stem, stam):
                naam = Kopienaam(stam, Soortkopie.VOOR_VERSIE, _geschreven(pad))
            if naam is None or naam.stam != stam:
                continue
            kopie = _kopie(pad, naam, op_tweede_plek)
            if not begin or kopie.manifest is None or kopie.manifest.begin == begin:
                gevonden.append(kopie)
    except OSError as fout:
        raise OmgevingFout(f"De map met reservekopieën is niet te lezen: {plek}.") from fout
    return sorted(gevonden, key=lambda kopie: (kopie.moment, kopie.pad.name), reverse=True)


def nieuwste(plek: Path, stam: str) -> Reservekopie | None:
    """Return the newest ordinary copy in a folder; reads one list, not that of all."""
    try:
        namen = [(lees_naam(pad.stem), pad) for pad in plek.glob(f"*{EXTENSIE}")]
        eigen = [
            (naam.moment, pad.name, pad, naam)
            for naam, pad in namen
            if naam is not None and naam.stam == stam and naam.soort is Soortkopie.GEWOON
        ]
        if not eigen:
            return None
        _, _, pad, naam = max(eigen, key=lambda kopie: kopie[:2])
        return _kopie(pad, naam, False)
    except OSError as fout:
        raise OmgevingFout(f"De map met reservekopieën is niet te lezen: {plek}.") from fout


def vrije_plek(plek: Path, stam: str, soort: Soortkopie, moment: datetime) -> Path:
    """Return the name for a new copy; two in one second get a number.

    :raises OmgevingFout: the disk does not answer.
    """
    nummer = 0
    while True:
        pad = plek / f"{Kopienaam(stam, soort, moment, nummer).tekst}{EXTENSIE}"
        with bereikbaar(plek):
            if not pad.exists():
                return pad
        nummer = max(2, nummer + 1)


def ruim_op(kopieen: Iterable[Reservekopie], nu: datetime) -> list[Path]:
    """Remove the copies that need not stay, each with its list; returns which.

    One that is cut off counts for nothing and stays for who wants to look at it.
    """
    heel = [kopie for kopie in kopieen if not kopie.afgekapt]
    weg = []
    for soort in (Soortkopie.GEWOON, *BEWAARTIJD):  # one of before a new version stays for ever
        deze = [kopie for kopie in heel if kopie.soort is soort]
        momenten = [kopie.moment for kopie in deze]
        if soort in BEWAARTIJD:
            blijft = bijzondere_te_bewaren(soort, momenten, nu)
        else:
            blijft = te_bewaren(momenten, nu.date())
        weg += [kopie.pad for kopie in deze if kopie.moment not in blijft]
    for pad in weg:
        pad.unlink(missing_ok=True)
        kopiemanifest.wis(pad)
    return weg


def ruim_resten_op(kopie: Path, stam: str) -> None:
    """Remove what a copy that was killed more than a day ago left behind, beside ``kopie``."""
    # By the clock of the disk itself: that of this computer may be another.
    grens = kopie.stat().st_mtime - _BLIJFT_LIGGEN.total_seconds()
    for pad in kopie.parent.glob(f"{stam}*{EXTENSIE}*"):
        naam = pad.name.partition(EXTENSIE)[0]
        rest = pad.name.removeprefix(naam + EXTENSIE)
        erbij = rest in (kopiemanifest.ACHTER, kopiemanifest.DEUREN)
        los = erbij and not pad.with_name(naam + EXTENSIE).exists()
        half = rest.removesuffix("-journal").endswith(TIJDELIJK)
        if lees_naam(naam) and (half or los) and pad.stat().st_mtime < grens:
            pad.unlink(missing_ok=True)


def onthoud_tweede_plek(register: Path, plek: str) -> None:
    """Remember on this computer where the second copies are, for when the register is gone."""
    alle = _tweede_plekken()
    if alle.get(str(register), "") != plek:
        alle[str(register)] = plek
        inhoud = json.dumps(alle, ensure_ascii=False, indent=1).encode()
        schrijf_heel(paths.instellingenmap() / _PLEKKEN, inhoud)


def tweede_plek(register: Path) -> Path | None:
    """Return where the second copies of a register were put from this computer."""
    plek = _tweede_plekken().get(str(register), "")
    return Path(plek) if plek else None


def _geschreven(pad: Path) -> datetime:
    """Return when a copy without a moment in its name was written, in office time."""
    return datetime.fromtimestamp(pad.stat().st_mtime).replace(microsecond=0)  # noqa: DTZ006


def _tweede_plekken() -> dict[str, str]:
    try:
        gelezen = json.loads((paths.instellingenmap() / _PLEKKEN).read_bytes())
    except (OSError, ValueError):
        return {}
    return {str(k): str(v) for k, v in gelezen.items()} if isinstance(gelezen, dict) else {}


def _kopie(pad: Path, naam: Kopienaam, op_tweede_plek: bool) -> Reservekopie:
    manifest = kopiemanifest.lees(pad)
    return Reservekopie(
        pad,
        naam.moment,
        pad.stat().st_size,
        manifest.aantallen if manifest else {},
        naam.soort,
        manifest,
        op_tweede_plek,
    )
