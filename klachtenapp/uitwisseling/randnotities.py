"""What hangs on the cells of a row and is no value: comments, colours, empty formulas."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from klachtenapp.uitwisseling.kolommen import Bladindeling

_KLEUR, _OPMERKING, _FORMULE = "kleur: ", "opmerking: ", "formule zonder uitkomst: "
# A colour on more rows than this share is make-up, not a message.
_OPMAAK = 0.4


class Randnotities:
    """The lines for the notes and the let ops of each row of one sheet."""

    def __init__(self, indeling: Bladindeling, nummers: Sequence[int]) -> None:
        self._koppen = indeling.kop.koppen if indeling.kop else ()
        self._per_rij: dict[int, list[tuple[int, str]]] = defaultdict(list)
        rijen = set(nummers)
        for (rij, kolom), teksten in sorted(indeling.blad.aantekeningen.items()):
            if rij + 1 in rijen and kolom < len(self._koppen):
                self._per_rij[rij + 1] += [(kolom, tekst) for tekst in teksten]
        self._opmaak = self._veelgebruikt(len(rijen))
        self.opmerkingen = [
            f"Blad {indeling.blad.naam}: de kleur {kleur} is op veel rijen gebruikt en is niet "
            "overgenomen."
            for kleur in sorted(self._opmaak)
        ]

    def regels(self, nummer: int) -> list[str]:
        """Return the labelled lines for the notes of a row (from 1)."""
        if nummer not in self._per_rij:
            return []
        uit = self._kleuren(nummer)
        for kolom, tekst in self._per_rij[nummer]:
            if tekst.startswith(_OPMERKING):
                uit.append(f"{self._koppen[kolom]}, opmerking bij de cel: {_rest(tekst)}")
            elif tekst.startswith(_FORMULE):
                uit.append(f"{self._koppen[kolom]}, {tekst}")
        return uit

    def let_op(self, nummer: int) -> list[str]:
        """Return sentences about cells of a row whose value is not in the file."""
        return [
            f"In '{self._koppen[kolom]}' staat een formule waarvan de uitkomst niet is bewaard."
            for kolom, tekst in self._per_rij.get(nummer, ())
            if tekst.startswith(_FORMULE)
        ]

    def _veelgebruikt(self, aantal: int) -> frozenset[str]:
        rijen_van: Counter[str] = Counter()
        for teksten in self._per_rij.values():
            rijen_van.update({_rest(t) for _, t in teksten if t.startswith(_KLEUR)})
        return frozenset(k for k, n in rijen_van.items() if n > 2 and n > _OPMAAK * aantal)

    def _kleuren(self, nummer: int) -> list[str]:
        per_kleur: dict[str, list[int]] = defaultdict(list)
        for kolom, tekst in self._per_rij[nummer]:
            if tekst.startswith(_KLEUR) and _rest(tekst) not in self._opmaak:
                per_kleur[_rest(tekst)].append(kolom)
        uit = []
        for kleur, kolommen in per_kleur.items():
            if len(kolommen) > len(self._koppen) // 2:
                uit.append(f"Kleur van de rij: {kleur}")
            else:
                uit += [f"{self._koppen[kolom]}, kleur van de cel: {kleur}" for kolom in kolommen]
        return uit


def _rest(tekst: str) -> str:
    return tekst.split(": ", 1)[1]
