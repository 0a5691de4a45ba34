"""Checks the marks of a text: do they exist, do they open and close, where does each count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from klachtenapp.domain.teksttaal.alineas import Deel, Tekstvorm
from klachtenapp.domain.teksttaal.merken import (
    MAX_DIEPTE,
    MAX_MERKEN,
    MAX_TEKST,
    Merk,
    Merksoort,
    splits,
)
from klachtenapp.domain.teksttaal.oordeel import Tekstbezwaar

MAX_ALINEAS = 400


@dataclass(frozen=True, slots=True)
class Kennis:
    """What a text may name: ``velden`` all, ``feiten`` those that are only yes or no, ``rijen``."""

    velden: frozenset[str]
    feiten: frozenset[str] = frozenset()
    rijen: frozenset[str] = frozenset()

    def rij_van(self, naam: str) -> str:
        """Return the repetition inside which a field exists; empty for everywhere."""
        for rij in self.rijen:
            if naam.startswith(f"{rij}_") and naam != f"{rij}_aantal":
                return rij
        return ""


@dataclass(frozen=True, slots=True)
class Plek:
    """Where a field is printed: its paragraph, and under which conditions (fact, holds)."""

    alinea: int
    voorwaarden: frozenset[tuple[str, bool]]
    rij: str = ""


@dataclass(slots=True)
class Toets:
    """The outcome: what is wrong, where fields are printed, and which facts are asked."""

    bezwaren: list[Tekstbezwaar] = field(default_factory=list)
    gedrukt: dict[str, list[Plek]] = field(default_factory=dict)
    gevraagd: set[str] = field(default_factory=set)


def toets(vorm: Tekstvorm, kennis: Kennis) -> Toets:
    """Look at every mark of a text."""
    uit = Toets()
    _loop(uit, kennis, [(0, vorm.onderwerp)])
    _loop(uit, kennis, [(nr, a.delen) for nr, a in enumerate(vorm.alineas, start=1)])
    uit.bezwaren += _maat(vorm)
    return uit


def te_groot(tekst: str) -> Tekstbezwaar | None:
    """Return the objection to a text that is too long to look at any further."""
    if len(tekst) <= MAX_TEKST and tekst.count("{{") <= MAX_MERKEN:
        return None
    return Tekstbezwaar(
        f"De tekst is te lang. Een brief heeft hoogstens {MAX_TEKST // 1000}.000 tekens."
    )


def _maat(vorm: Tekstvorm) -> Iterator[Tekstbezwaar]:
    if len(vorm.alineas) > MAX_ALINEAS:
        yield Tekstbezwaar(f"De tekst heeft te veel alinea's. Hoogstens {MAX_ALINEAS} kan.")
    if not any(deel.tekst.strip() or deel.merk for a in vorm.alineas for deel in a.delen):
        yield Tekstbezwaar("Er staat geen tekst in de brief.")


def _loop(uit: Toets, kennis: Kennis, stukken: Sequence[tuple[int, Sequence[Deel]]]) -> None:
    open_: list[tuple[Merk, int]] = []
    for nummer, delen in stukken:
        for deel in delen:
            if deel.merk is None:
                uit.bezwaren += _los(deel.tekst, nummer)
            else:
                _merk(uit, kennis, open_, deel.merk, nummer)
    for merk, nummer in open_:
        uit.bezwaren.append(
            Tekstbezwaar(f"{_wat(merk)} heeft geen einde. Zet het einde erbij.", nummer, merk.tekst)
        )


def _merk(
    uit: Toets, kennis: Kennis, open_: list[tuple[Merk, int]], merk: Merk, nummer: int
) -> None:
    if merk.soort.sluit:
        zin = _sluit(open_, merk)
    elif merk.soort is Merksoort.ELK:
        zin = _elk(kennis, open_, merk)
        open_.append((merk, nummer))
    else:
        zin = _veld(kennis, open_, merk)
        if merk.soort is Merksoort.VELD:
            uit.gedrukt.setdefault(merk.naam, []).append(_plek(open_, nummer))
        else:
            uit.gevraagd.add(merk.naam)
            open_.append((merk, nummer))
            if len(open_) == MAX_DIEPTE + 1:
                zin = "Hier staan te veel voorwaarden in elkaar."
    if zin:
        uit.bezwaren.append(Tekstbezwaar(zin, nummer, merk.tekst))


def _sluit(open_: list[tuple[Merk, int]], merk: Merk) -> str:
    elk = merk.soort is Merksoort.EINDE_ELK
    wat = "een herhaling" if elk else "een voorwaarde"
    if not open_ or (open_[-1][0].soort is Merksoort.ELK) != elk:
        return f"Hier eindigt {wat} die niet begonnen is."
    open_.pop()
    return ""


def _elk(kennis: Kennis, open_: list[tuple[Merk, int]], merk: Merk) -> str:
    if merk.naam not in kennis.rijen:
        return f"De herhaling {merk.tekst} bestaat niet. Kies er een uit de lijst."
    if any(ander.soort is Merksoort.ELK for ander, _ in open_):
        return "Een herhaling kan niet in een herhaling staan."
    return ""


def _veld(kennis: Kennis, open_: list[tuple[Merk, int]], merk: Merk) -> str:
    if merk.naam not in kennis.velden:
        return f"Het veld {merk.tekst} bestaat niet in deze brief. Kies een veld uit de lijst."
    rij = kennis.rij_van(merk.naam)
    if rij and all(ander.naam != rij for ander, _ in open_ if ander.soort is Merksoort.ELK):
        return f"Het veld {merk.tekst} kan alleen staan in een herhaling ({rij})."
    if merk.soort is Merksoort.VELD and merk.naam in kennis.feiten:
        return f"{merk.tekst} is geen tekst maar ja of nee. Gebruik het alleen bij 'Alleen als'."
    return ""


def _plek(open_: list[tuple[Merk, int]], nummer: int) -> Plek:
    voorwaarden = frozenset(
        (merk.naam, merk.soort is Merksoort.ALS)
        for merk, _ in open_
        if merk.soort is not Merksoort.ELK
    )
    rij = next((merk.naam for merk, _ in open_ if merk.soort is Merksoort.ELK), "")
    return Plek(nummer, voorwaarden, rij)


def _los(tekst: str, nummer: int) -> Iterator[Tekstbezwaar]:
    """Yield what looks like a mark and is none."""
    if "{{" not in tekst and "}}" not in tekst:
        return
    binnen = splits(tekst)[1::2]
    for stuk in binnen[:3]:
        kort = " ".join(stuk.split())[:40]
        merk = f"{{{{{kort}}}}}"
        yield Tekstbezwaar(f"{merk} is geen veld. Kies een veld uit de lijst.", nummer, merk)
    if not binnen:
        yield Tekstbezwaar("Hier staat een losse {{ of }}. Haal die weg.", nummer, "{{")


def _wat(merk: Merk) -> str:
    soort = "De herhaling" if merk.soort is Merksoort.ELK else "De voorwaarde"
    return f"{soort} {merk.tekst}"
