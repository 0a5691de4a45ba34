"""What an import found and did: counted, and row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from klachtenapp.domain.aanmelding import Oudedossier
from klachtenapp.domain.begrippen import Afdoeningswijze, Oordeel
from klachtenapp.uitwisseling.regel import Overgeslagen, Regel, Verdict

ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True)
class Importverslag:
    """The report of an import or of a try-out (``proef``), which changed nothing.

    Every row with a melding is in ``regels``: goed + let op + geweigerd is what was read.
    ``overgeslagen`` are rows without one (titles, totals). ``kenmerken`` gives the new
    kenmerk by uid of what was added; ``import_id`` is what undoing needs, 0 when nothing
    was added.
    """

    bestand: str
    sha256: str
    regels: tuple[Regel, ...]
    overgeslagen: tuple[Overgeslagen, ...] = ()
    lege_rijen: int = 0
    opmerkingen: tuple[str, ...] = ()
    proef: bool = True
    kenmerken: Mapping[str, str] = field(default_factory=dict)
    import_id: int = 0

    @property
    def gelezen(self) -> int:
        """Rows with a melding, also the refused ones."""
        return len(self.regels)

    def met(self, verdict: Verdict) -> tuple[Regel, ...]:
        """Return the rows with this verdict, in the order of the file."""
        return tuple(regel for regel in self.regels if regel.verdict is verdict)

    @property
    def aanvaard(self) -> tuple[Oudedossier, ...]:
        """The dossiers of all rows that are not refused."""
        return tuple(regel.dossier for regel in self.regels if regel.dossier is not None)

    @property
    def al_aanwezig(self) -> int:
        """Accepted rows that were in the register before."""
        return sum(1 for regel in self.regels if regel.bekend)

    @property
    def toegevoegd(self) -> int:
        """Dossiers that were added."""
        return len(self.kenmerken)

    def als_json(self) -> dict[str, Any]:
        """Return the report with the keys that outside programs rely on; counts of the accepted."""
        return {
            "bestand": self.bestand,
            "proef": self.proef,
            "gelezen": self.gelezen,
            "goed": len(self.met(Verdict.GOED)),
            "let_op": len(self.met(Verdict.LET_OP)),
            "geweigerd": [
                {"blad": r.blad, "rij": r.rij, "reden": " ".join(r.redenen), "inhoud": r.inhoud}
                for r in self.met(Verdict.GEWEIGERD)
            ],
            "toegevoegd": self.toegevoegd,
            "al_aanwezig": self.al_aanwezig,
            "import": self.import_id,
            **tellingen(self.aanvaard),
            "let_op_regels": [
                {"blad": r.blad, "rij": r.rij, "redenen": list(r.redenen)}
                for r in self.met(Verdict.LET_OP)
            ],
            "overgeslagen": [
                {"blad": o.blad, "rij": o.rij, "reden": o.reden, "inhoud": o.inhoud}
                for o in self.overgeslagen
            ],
            "lege_rijen": self.lege_rijen,
            "opmerkingen": list(self.opmerkingen),
        }


def tellingen(dossiers: tuple[Oudedossier, ...]) -> dict[str, Any]:
    """Return the counts by year, oordeel, department and soort, and how many were informal.

    A dossier without an oordeel, also an open one, counts as ``geen oordeel``.
    """
    oordelen = Counter(d.oordeel or Oordeel.GEEN_OORDEEL for d in dossiers)
    return {
        "per_jaar": _op_naam(Counter(str(d.aanmelding.ontvangen_op.year) for d in dossiers)),
        "per_oordeel": {oordeel.value: oordelen[oordeel] for oordeel in Oordeel},
        "per_afdeling": _op_naam(Counter(d.aanmelding.afdeling or ONBEKEND for d in dossiers)),
        "per_soort": _op_naam(Counter(d.aanmelding.soort.value for d in dossiers)),
        "informeel": sum(1 for d in dossiers if is_informeel(d)),
    }


def is_informeel(dossier: Oudedossier) -> bool:
    """Whether the old register says it was handled informally."""
    if dossier.informeel is not None:
        return dossier.informeel
    return dossier.afdoeningswijze is Afdoeningswijze.INFORMEEL_OPGELOST


def _op_naam(telling: Counter[str]) -> dict[str, int]:
    return dict(sorted(telling.items()))
