"""Judges a whole file: which rows hold a melding, what each becomes, what was assumed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from klachtenapp.errors import RegelFout
from klachtenapp.uitwisseling import spelling
from klachtenapp.uitwisseling.cellen import Rij, Werkmap, als_tekst, is_leeg
from klachtenapp.uitwisseling.datums import Notatie, bewijs
from klachtenapp.uitwisseling.klagercellen import splits_namen
from klachtenapp.uitwisseling.kolommen import Bladindeling, Indeling
from klachtenapp.uitwisseling.lezen import Gestopt, ga_na
from klachtenapp.uitwisseling.randnotities import Randnotities
from klachtenapp.uitwisseling.regel import Overgeslagen, Regel
from klachtenapp.uitwisseling.rijlezer import Omgeving, Rijlezer
from klachtenapp.uitwisseling.rijsleutel import inhoud, rij_uid, vingerafdruk
from klachtenapp.uitwisseling.rijsoort import Rijsoort, soort_rij
from klachtenapp.uitwisseling.rijwerk import LANGSTE
from klachtenapp.uitwisseling.velden import DATUMVELDEN, Kolomveld

_STAP = 250  # rows between two reports of how far it is

Voortgang = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Bekend:
    """Names the register has already; they win over spellings in the sheet."""

    afdelingen: tuple[str, ...] = ()
    medewerkers: tuple[str, ...] = ()


@dataclass(slots=True)
class Beoordeling:
    """The verdict on a file. ``opmerkingen`` are sentences about the file as a whole."""

    bestand: str
    sha256: str
    regels: list[Regel]
    overgeslagen: list[Overgeslagen]
    lege_rijen: int
    opmerkingen: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Bladrijen:
    indeling: Bladindeling
    rijen: list[tuple[int, Rij]]  # (row from 1, cells)


def beoordeel(
    werkmap: Werkmap,
    indeling: Indeling,
    vandaag: date,
    *,
    bekend: Bekend | None = None,
    voortgang: Voortgang | None = None,
    gestopt: Gestopt | None = None,
) -> Beoordeling:
    """Return the verdict on every row of the sheets that take part.

    Raises ``RegelFout`` when no sheet can be read as a register, or when it is stopped.
    """
    if not any(blad.mee for blad in indeling.bladen):
        raise RegelFout(_geen_blad(werkmap, indeling), veld="kolommen")
    uit = Beoordeling(werkmap.bestand, werkmap.sha256, [], [], 0, list(werkmap.opmerkingen))
    bladen = [_verdeel(blad, uit, gestopt) for blad in indeling.bladen if blad.mee]
    uit.overgeslagen += [_heel_blad(blad) for blad in indeling.bladen if not blad.mee]
    omgeving = _omgeving(bladen, vandaag, bekend or Bekend(), uit)
    totaal = sum(len(blad.rijen) for blad in bladen)
    gezien: Counter[str] = Counter()
    nullen = 0
    for blad in bladen:
        lezer = Rijlezer(blad.indeling, _notaties(blad, indeling.keuze.maand_dag), omgeving)
        rand = Randnotities(blad.indeling, [nummer for nummer, _ in blad.rijen])
        uit.opmerkingen += rand.opmerkingen
        for nummer, rij in ga_na(blad.rijen, gestopt):
            if voortgang is not None and len(uit.regels) % _STAP == 0:
                voortgang(len(uit.regels), totaal)
            afdruk = vingerafdruk(rij)
            gezien[afdruk] += 1
            regel = lezer.lees(rij, nummer, rij_uid(afdruk, gezien[afdruk]), rand.regels(nummer))
            for zin in rand.let_op(nummer):
                regel.merk_op(zin)
            uit.regels.append(regel)
        nullen += lezer.nullen_hersteld
    if voortgang is not None:
        voortgang(totaal, totaal)
    _meld_dubbele_nummers(uit.regels)
    uit.opmerkingen += _over_het_bestand(indeling, nullen)
    return uit


def _geen_blad(werkmap: Werkmap, indeling: Indeling) -> str:
    redenen = "; ".join(f"blad {b.blad.naam}: {b.reden}" for b in indeling.bladen[:5])
    return (
        f"In {werkmap.bestand} is geen register gevonden ({redenen}). Wijs aan op welke rij de "
        "kopjes staan en welke kolom de ontvangstdatum heeft."
    )


def _heel_blad(blad: Bladindeling) -> Overgeslagen:
    gevuld = sum(1 for rij in blad.blad.rijen if any(not is_leeg(cel) for cel in rij))
    wat = f"{gevuld} gevulde {'rij' if gevuld == 1 else 'rijen'}"
    return Overgeslagen(blad.blad.naam, 0, blad.reden, wat)


def _verdeel(indeling: Bladindeling, uit: Beoordeling, gestopt: Gestopt | None) -> _Bladrijen:
    """Put the rows that hold a melding apart from all others, which are reported."""
    kop = indeling.kop
    assert kop is not None  # noqa: S101 - it takes part, so it has a header
    blad = indeling.blad
    if blad.verborgen:
        uit.opmerkingen.append(f"Blad {blad.naam} is verborgen in het bestand, maar wel gelezen.")
    for nummer, rij in enumerate(blad.rijen[: kop.rij], start=1):
        if any(not is_leeg(cel) for cel in rij):
            uit.overgeslagen.append(Overgeslagen(blad.naam, nummer, "titel", inhoud(rij)))
    gevuld = _vul_samengevoegde(indeling)
    rijen = []
    for nummer, rij in enumerate(ga_na(gevuld, gestopt), start=kop.eerste_datarij + 1):
        soort = soort_rij(rij, indeling.velden, kop)
        if soort is Rijsoort.DATA:
            rijen.append((nummer, rij))
        elif soort is Rijsoort.LEEG:
            uit.lege_rijen += 1
        else:
            uit.overgeslagen.append(Overgeslagen(blad.naam, nummer, soort.value, inhoud(rij)))
    return _Bladrijen(indeling, rijen)


def _vul_samengevoegde(indeling: Bladindeling) -> list[Rij]:
    """Return the data rows; a cell merged over several rows counts for each of them.

    Cells merged over each other were written by no spreadsheet program: the first ones count.
    """
    blad, begin = indeling.blad, indeling.kop.eerste_datarij if indeling.kop else 0
    staand = [v for v in blad.samengevoegd if v[2] > v[0] >= begin and v[1] == v[3]]
    if not staand:
        return blad.rijen[begin:]
    rijen = [list(rij) for rij in blad.rijen]
    gevuld = [any(not is_leeg(cel) for cel in rij) for rij in rijen]
    tot: dict[int, int] = {}  # column → the last row that was merged
    for boven, links, onder, _ in sorted(staand):
        if links >= blad.breedte or boven <= tot.get(links, -1):
            continue
        tot[links] = onder
        for nummer in range(boven + 1, min(onder + 1, len(rijen))):
            if gevuld[nummer]:
                rijen[nummer][links] = rijen[boven][links]
    return rijen[begin:]


def _omgeving(
    bladen: Sequence[_Bladrijen], vandaag: date, bekend: Bekend, uit: Beoordeling
) -> Omgeving:
    afdelingen = spelling.afdelingen(_teksten(bladen, Kolomveld.AFDELING), bekend.afdelingen)
    behandelaars = list(_teksten(bladen, Kolomveld.BEHANDELAAR))
    eersten = [splits_namen(tekst)[0] for tekst in behandelaars]
    medewerkers = spelling.medewerkers(
        [t for tekst, een in zip(behandelaars, eersten, strict=True) for t in {tekst, een}],
        bekend.medewerkers,
    )
    uit.opmerkingen += [*afdelingen.opmerkingen, *medewerkers.opmerkingen]
    return Omgeving(vandaag, afdelingen.naam_van, medewerkers.naam_van)


def _teksten(bladen: Sequence[_Bladrijen], veld: Kolomveld) -> Iterable[str]:
    """Yield what stands in the cells of a field that is short by nature; pages of text are not."""
    for blad in bladen:
        if veld in blad.indeling.velden:
            kolom = blad.indeling.velden.index(veld)
            gevuld = (als_tekst(rij[kolom]) for _, rij in blad.rijen if not is_leeg(rij[kolom]))
            yield from (tekst for tekst in gevuld if len(tekst) <= LANGSTE)


def _notaties(blad: _Bladrijen, maand_dag: bool) -> dict[int, Notatie]:
    return {
        kolom: bewijs((rij[kolom] for _, rij in blad.rijen), maand_dag=maand_dag)
        for kolom, veld in enumerate(blad.indeling.velden)
        if veld in DATUMVELDEN
    }


def _meld_dubbele_nummers(regels: Sequence[Regel]) -> None:
    aantallen = Counter(regel.oud_kenmerk for regel in regels if regel.oud_kenmerk)
    for regel in regels:
        aantal = aantallen[regel.oud_kenmerk]
        if aantal > 1:
            regel.merk_op(f"Nummer {regel.oud_kenmerk} komt {aantal} keer voor.")


def _over_het_bestand(indeling: Indeling, nullen: int) -> list[str]:
    velden = {veld for blad in indeling.bladen if blad.mee for veld in blad.velden}
    zinnen = []
    if Kolomveld.SOORT not in velden:
        zinnen.append("Er is geen kolom met de soort: alle rijen zijn opgenomen als klacht.")
    if Kolomveld.KANAAL not in velden:
        zinnen.append("Er is geen kolom met het kanaal: dat is opgenomen als onbekend.")
    if Kolomveld.INFORMEEL not in velden and Kolomveld.AFDOENINGSWIJZE not in velden:
        zinnen.append(
            "Er is geen kolom informeel: met een oordeel is een klacht opgenomen als formeel, "
            "zonder oordeel als onbekend."
        )
    if nullen:
        meervoud = "telefoonnummers was" if nullen != 1 else "telefoonnummer was"
        zinnen.append(f"Bij {nullen} {meervoud} de eerste 0 weggevallen; die staat er weer.")
    for veld, begin in (
        (Kolomveld.NOTITIES, "Naar de notities"),
        (Kolomveld.NIET_OVERNEMEN, "Niet overgenomen"),
    ):
        koppen = [f"'{k.kop}'" for k in indeling.kolommen if k.veld is veld and k.gevuld]
        if koppen:
            zinnen.append(f"{begin}: {', '.join(koppen)}.")
    return zinnen
