"""A share that comes loose, and several computers on it, each with its own user."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from klachtenapp.models import register
from klachtenapp.models.schijf import SoortSchijf
from tests.geheugenkluis import Geheugenkluis


@dataclass
class Computers:
    """Several computers on one share: each has a folder and a key store of its own."""

    wortel: Path
    kluis: Geheugenkluis
    nu: str = "een"
    _geheimen: dict[str, dict[tuple[str, str], str]] = field(default_factory=dict)

    @property
    def map(self) -> Path:
        plek = self.wortel / self.nu
        plek.mkdir(exist_ok=True)
        return plek

    def ga_naar(self, naam: str) -> None:
        self._geheimen[self.nu] = self.kluis.geheimen
        self.nu = naam
        self.kluis.geheimen = self._geheimen.get(naam, {})


@dataclass
class Share:
    """The folder with the register, taken for one on a server; it can go away and come back."""

    map: Path

    @classmethod
    def maak(cls, wortel: Path, monkeypatch: pytest.MonkeyPatch) -> Share:
        """Make it, and let every register in it be one on a share."""

        def soort(pad: Path) -> SoortSchijf:
            return SoortSchijf.NETWERK if "share" in pad.parts else SoortSchijf.LOKAAL

        monkeypatch.setattr(register, "soort_schijf", soort)
        (wortel / "share").mkdir()
        return cls(wortel / "share")

    @property
    def register(self) -> Path:
        return self.map / "proef.klachten"

    @contextmanager
    def weg(self) -> Iterator[None]:
        """Take it away for a while."""
        self.trek_los()
        try:
            yield
        finally:
            self.sluit_aan()

    def trek_los(self) -> None:
        self.map.rename(self._elders)

    def sluit_aan(self) -> None:
        self._elders.rename(self.map)

    @property
    def _elders(self) -> Path:
        return self.map.with_name("elders")
