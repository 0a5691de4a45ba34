"""The report of an import as an Excel file, to work through with the old register beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from klachtenapp.uitwisseling.regel import Regel, Verdict
from klachtenapp.uitwisseling.rekenblad_schrijven import Bladinhoud, Waarde, schrijf_xlsx
from klachtenapp.uitwisseling.verslag import Importverslag, tellingen

_TELWOORDEN = {
    "per_jaar": "Per jaar van ontvangst",
    "per_oordeel": "Per oordeel",
    "per_afdeling": "Per afdeling",
    "per_soort": "Per soort",
}


def schrijf_verslag(verslag: Importverslag, pad: Path) -> None:
    """Write the report: summary, refused, let op, passed over, taken over."""
    bladen = [
        Bladinhoud("Samenvatting", ("Wat", "Aantal", "Toelichting"), _kort(verslag), (34, 12, 90)),
        Bladinhoud(
            "Geweigerd",
            ("Blad", "Rij", "Waarom niet", "Wat er in de rij staat"),
            _geweigerd(verslag),
            (18, 8, 60, 90),
        ),
        Bladinhoud(
            "Let op",
            ("Blad", "Rij", "Oud nummer", "Kenmerk", "Wat is aangenomen"),
            _rijen(verslag, Verdict.LET_OP),
            (18, 8, 16, 14, 90),
        ),
        Bladinhoud(
            "Overgeslagen",
            ("Blad", "Rij", "Waarom", "Wat er in de rij staat"),
            ([o.blad, o.rij or None, o.reden, o.inhoud] for o in verslag.overgeslagen),
            (18, 8, 40, 90),
        ),
        Bladinhoud(
            "Goed",
            ("Blad", "Rij", "Oud nummer", "Kenmerk", "Toelichting"),
            _rijen(verslag, Verdict.GOED),
            (18, 8, 16, 14, 60),
        ),
    ]
    schrijf_xlsx(pad, bladen, f"Verslag van het overnemen van {verslag.bestand}")


def _kort(verslag: Importverslag) -> Iterator[list[Waarde]]:
    yield ["Bestand", None, verslag.bestand]
    if verslag.proef:
        yield ["Proef", None, "Er is niets veranderd in het register."]
    yield ["Gelezen rijen", verslag.gelezen, "Goed, let op en geweigerd samen."]
    yield ["Goed", len(verslag.met(Verdict.GOED)), ""]
    yield ["Let op", len(verslag.met(Verdict.LET_OP)), "Overgenomen met een aanname."]
    yield ["Geweigerd", len(verslag.met(Verdict.GEWEIGERD)), "Niet overgenomen."]
    yield ["Toegevoegd", verslag.toegevoegd, ""]
    yield ["Stond er al in", verslag.al_aanwezig, "Niet nog een keer toegevoegd."]
    yield ["Lege rijen", verslag.lege_rijen, ""]
    getallen = tellingen(verslag.aanvaard)
    yield ["Informeel", getallen["informeel"], ""]
    for naam, woord in _TELWOORDEN.items():
        for wat, aantal in getallen[naam].items():
            yield [woord, aantal, wat]
    for opmerking in verslag.opmerkingen:
        yield ["Opmerking", None, opmerking]


def _geweigerd(verslag: Importverslag) -> Iterator[list[Waarde]]:
    for regel in verslag.met(Verdict.GEWEIGERD):
        yield [regel.blad, regel.rij, " ".join(regel.redenen), regel.inhoud]


def _rijen(verslag: Importverslag, verdict: Verdict) -> Iterator[list[Waarde]]:
    for regel in verslag.met(verdict):
        reden = " ".join(regel.redenen)
        if regel.bekend:
            reden = f"{reden} Stond al in het register.".strip()
        yield [regel.blad, regel.rij, regel.oud_kenmerk, _kenmerk(verslag, regel), reden]


def _kenmerk(verslag: Importverslag, regel: Regel) -> str:
    return verslag.kenmerken.get(regel.dossier.aanmelding.uid, "") if regel.dossier else ""
