"""Which column goes to which field: proposed by header words and cells, changed by the user."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from klachtenapp.domain.bsn import is_bsn
from klachtenapp.errors import RegelFout
from klachtenapp.uitwisseling import grenzen
from klachtenapp.uitwisseling.cellen import Blad, Cel, Werkmap, begin, is_leeg
from klachtenapp.uitwisseling.kopregel import (
    Kopregel,
    maak_kopregel,
    vind_kopregel,
    zonder_kopregel,
)
from klachtenapp.uitwisseling.kopwoorden import herken_kop
from klachtenapp.uitwisseling.lezen import Gestopt, ga_na
from klachtenapp.uitwisseling.profiel import lijkt_bsn, past, profiel, vermoed
from klachtenapp.uitwisseling.velden import HERHAALBAAR, KERN, LABELS, Kolomveld
from klachtenapp.uitwisseling.woorden import vouw

_DREMPEL = 4
_VOORBEELDEN = 4
_VOORBEELD = 500  # letters
_MONSTER = 300  # rows of a sheet that are looked at


@dataclass(frozen=True, slots=True)
class Kolomkeuze:
    """A mapping, as it is saved under a name. Headers are compared folded (see ``sleutel``).

    ``kopregels`` maps a sheet to (row from 1, height); height 0 means: there is no header.
    ``maand_dag``: in dates of digits the month stands first.
    """

    velden: Mapping[str, Kolomveld] = field(default_factory=dict)
    naam: str = ""
    maand_dag: bool = False
    kopregels: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    bladen_uit: frozenset[str] = frozenset()

    def met_veld(self, kop: str, veld: Kolomveld) -> Kolomkeuze:
        """Return this choice with one column changed."""
        return replace(self, velden={**self.velden, sleutel(kop): veld})


@dataclass(frozen=True, slots=True)
class Kolom:
    """One header, in all sheets that have it, as the user sees it.

    ``gevuld`` counts the filled cells among those that were looked at.
    """

    kop: str
    veld: Kolomveld
    bladen: tuple[str, ...]
    voorbeelden: tuple[str, ...]
    gevuld: int
    let_op: str = ""


@dataclass(frozen=True, slots=True)
class Bladindeling:
    """A sheet with its header and the field of each column; ``reden`` says why it is left out."""

    blad: Blad
    kop: Kopregel | None
    velden: tuple[Kolomveld, ...] = ()
    reden: str = ""

    @property
    def mee(self) -> bool:
        """Whether the rows of this sheet are read."""
        return not self.reden


@dataclass(frozen=True, slots=True)
class Indeling:
    """How a whole file will be read."""

    bladen: tuple[Bladindeling, ...]
    kolommen: tuple[Kolom, ...]
    keuze: Kolomkeuze


def sleutel(kop: str) -> str:
    """Return how a header is compared: ``Nr.`` and ``nr`` are one."""
    return vouw(kop) or kop.strip()


@dataclass(slots=True)
class _Kop:
    """Everything known of one header while proposing."""

    kop: str
    bladen: list[str]
    cellen: list[Cel]
    links: str = ""


def deel_in(
    werkmap: Werkmap, keuze: Kolomkeuze | None = None, *, gestopt: Gestopt | None = None
) -> Indeling:
    """Return how to read the file: ``keuze`` where it says something, a proposal elsewhere.

    ``gestopt`` is asked at every sheet and column. Raises ``RegelFout`` when it is stopped,
    when two columns of one sheet go to the same field, and for far too many columns.
    """
    keuze = keuze or Kolomkeuze()
    koppen = {blad.naam: _kopregel(blad, keuze) for blad in ga_na(werkmap.bladen, gestopt)}
    bekend = _verzamel(werkmap, koppen, keuze)
    velden = _kies(bekend, keuze, gestopt)
    bladen = tuple(_blad(blad, koppen[blad.naam], velden, keuze) for blad in werkmap.bladen)
    kolommen = tuple(_kolom(kop, velden[s]) for s, kop in bekend.items())
    return Indeling(bladen, kolommen, replace(keuze, velden=velden))


def _kopregel(blad: Blad, keuze: Kolomkeuze) -> Kopregel | None:
    if not blad.rijen or blad.naam in keuze.bladen_uit:
        return None
    if blad.naam not in keuze.kopregels:
        return vind_kopregel(blad)
    rij, hoogte = keuze.kopregels[blad.naam]
    if hoogte == 0:
        return zonder_kopregel(blad)
    if not 1 <= rij <= len(blad.rijen) - hoogte + 1:
        raise RegelFout(f"Blad {blad.naam} heeft geen rij {rij}.", veld="kolommen")
    return maak_kopregel(blad, rij - 1, hoogte)


def _verzamel(
    werkmap: Werkmap, koppen: Mapping[str, Kopregel | None], keuze: Kolomkeuze
) -> dict[str, _Kop]:
    """Return every header once, with the cells below it in all sheets."""
    bekend: dict[str, _Kop] = {}
    for blad in werkmap.bladen:
        kop = koppen[blad.naam]
        if kop is None or blad.naam in keuze.bladen_uit:
            continue
        data = blad.rijen[kop.eerste_datarij :]
        monster = data[:: max(1, len(data) // _MONSTER)]
        for kolom, tekst in enumerate(kop.koppen):
            cellen = [rij[kolom] for rij in monster if not is_leeg(rij[kolom])]
            if not cellen:
                cellen = [rij[kolom] for rij in data if not is_leeg(rij[kolom])][:_MONSTER]
            if not cellen and tekst.startswith("Kolom "):
                continue
            een = bekend.setdefault(sleutel(tekst), _Kop(tekst, [], []))
            een.bladen.append(blad.naam)
            een.cellen.extend(cellen)
            een.links = kop.koppen[kolom - 1] if kolom else ""
        if len(bekend) > grenzen.MAX_KOPPEN:
            raise RegelFout(
                f"{werkmap.bestand} heeft meer dan {grenzen.MAX_KOPPEN} verschillende kolommen. "
                "Verdeel het bestand.",
                veld="bestand",
            )
    return bekend


def _kies(
    bekend: Mapping[str, _Kop], keuze: Kolomkeuze, gestopt: Gestopt | None
) -> dict[str, Kolomveld]:
    """Give every header its field: what the user said first, then the surest guess."""
    gekozen = {s: keuze.velden[s] for s in bekend if s in keuze.velden}
    bezet = {(veld, blad) for s, veld in gekozen.items() for blad in bekend[s].bladen}
    gissingen = [
        (punten, plek, s, veld)
        for plek, (s, kop) in enumerate(ga_na(bekend.items(), gestopt))
        if s not in gekozen
        for veld, punten in _kandidaten(kop)
        if punten >= _DREMPEL
    ]
    for _, _, s, veld in sorted(gissingen, key=lambda gis: (-gis[0], gis[1])):
        plekken = {(veld, blad) for blad in bekend[s].bladen}
        if s in gekozen or (veld not in HERHAALBAAR and plekken & bezet):
            continue
        if veld is Kolomveld.OMSCHRIJVING and plekken & bezet:
            continue
        gekozen[s] = veld
        bezet |= plekken
    return {s: gekozen.get(s, Kolomveld.NOTITIES) for s in bekend}


def _kandidaten(kop: _Kop) -> list[tuple[Kolomveld, int]]:
    gezien = profiel(kop.cellen)
    if lijkt_bsn(kop.cellen, is_bsn):
        return [(Kolomveld.NIET_OVERNEMEN, 9)]
    genoemd = herken_kop(kop.kop)
    if genoemd and genoemd[0][0] is Kolomveld.OUD_KENMERK and sleutel(kop.kop) in _KAAL_NUMMER:
        links = herken_kop(kop.links)
        if links and links[0][0] is Kolomveld.STRAAT:
            genoemd = ((Kolomveld.HUISNUMMER, 8),)
    if not genoemd:
        return list(vermoed(gezien))
    return [(veld, gewicht + past(veld, gezien)) for veld, gewicht in genoemd]


_KAAL_NUMMER = frozenset({"nr", "nummer", "no"})


def _blad(
    blad: Blad, kop: Kopregel | None, velden: Mapping[str, Kolomveld], keuze: Kolomkeuze
) -> Bladindeling:
    if blad.naam in keuze.bladen_uit:
        return Bladindeling(blad, None, reden="dit blad is uitgezet")
    if not any(not is_leeg(cel) for rij in blad.rijen for cel in rij):
        return Bladindeling(blad, None, reden="dit blad is leeg")
    if kop is None:
        return Bladindeling(blad, None, reden="geen kopregel gevonden")
    eigen = tuple(velden.get(sleutel(tekst), Kolomveld.NOTITIES) for tekst in kop.koppen)
    _weiger_dubbel(blad.naam, kop, eigen)
    if Kolomveld.ONTVANGEN_OP not in eigen:
        return Bladindeling(blad, kop, eigen, "geen kolom met de ontvangstdatum")
    if not KERN & set(eigen):
        return Bladindeling(blad, kop, eigen, "geen kolom met de klager of de klacht")
    return Bladindeling(blad, kop, eigen)


def _weiger_dubbel(blad: str, kop: Kopregel, velden: tuple[Kolomveld, ...]) -> None:
    eerder: dict[Kolomveld, str] = {}
    for tekst, veld in zip(kop.koppen, velden, strict=True):
        if veld in eerder and veld not in HERHAALBAAR:
            raise RegelFout(
                f"Op blad {blad} gaan '{eerder[veld]}' en '{tekst}' allebei naar "
                f"'{LABELS[veld]}'. Kies voor een van de twee een ander veld.",
                veld="kolommen",
            )
        eerder[veld] = tekst


def _kolom(kop: _Kop, veld: Kolomveld) -> Kolom:
    verschillend = dict.fromkeys(
        tekst for cel in kop.cellen[:400] if (tekst := begin(cel, _VOORBEELD).replace("\n", " "))
    )
    let_op = ""
    if veld is Kolomveld.NIET_OVERNEMEN:
        let_op = "Hier staan burgerservicenummers. Voor een klacht zijn die niet nodig."
        if not lijkt_bsn(kop.cellen, is_bsn) and "bsn" not in sleutel(kop.kop):
            let_op = ""
    voorbeelden = tuple(list(verschillend)[:_VOORBEELDEN])
    return Kolom(kop.kop, veld, tuple(kop.bladen), voorbeelden, len(kop.cellen), let_op)
