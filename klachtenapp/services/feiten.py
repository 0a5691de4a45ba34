"""The rules that the facts of every melding keep to: at intake, and at each later change."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import fields, replace
from datetime import date
from typing import Any

from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.adres import normaliseer_postcode
from klachtenapp.domain.begrippen import Vorm
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.formulier import vorm_van
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.onafhankelijk import is_genoemd
from klachtenapp.domain.personen import Persoon
from klachtenapp.domain.tekens import opslaanbaar
from klachtenapp.domain.triage import Triage, triage
from klachtenapp.errors import RegelFout

__all__ = [
    "beoordeel", "controleer", "controleer_onafhankelijk", "schone_persoon", "schone_tekst",
    "vorm_van",
]  # fmt: skip

_EERSTE_JAAR = 1990


def controleer(
    feiten: Aanmelding | Dossier, vandaag: date, *, alleen: Collection[str] | None = None
) -> None:
    """Refuse facts that cannot be.

    ``alleen`` names the fields that were touched: what an old register brought in does not
    keep anyone from correcting something else.

    :raises RegelFout: with the ``veld`` that is wrong.
    """
    for veld, zin in _gebreken(feiten, vandaag):
        if alleen is None or veld in alleen:
            raise RegelFout(zin, veld=veld)


def _gebreken(feiten: Aanmelding | Dossier, vandaag: date) -> Iterator[tuple[str, str]]:
    if not feiten.omschrijving:
        yield "omschrijving", "Vul in waar het over gaat."
    if feiten.ontvangen_op > vandaag:
        yield "ontvangen_op", "De datum van ontvangst ligt in de toekomst."
    if feiten.ontvangen_op.year < _EERSTE_JAAR:
        yield "ontvangen_op", "De datum van ontvangst klopt niet. Kijk naar het jaar."
    if feiten.gedraging_op and feiten.gedraging_op > feiten.ontvangen_op:
        yield "gedraging_op", "Dat waarover wordt geklaagd ligt na de datum van ontvangst."
    for rol, wie in (("klager", feiten.klager), ("gemachtigde", feiten.gemachtigde)):
        if wie and wie.postcode and not wie.land and normaliseer_postcode(wie.postcode) is None:
            yield (
                f"{rol}.postcode",
                f"{wie.postcode} is geen Nederlandse postcode. "
                "Schrijf hem als 1234 AB, of vul het land in.",
            )


def controleer_onafhankelijk(behandelaar: str, beklaagde: str, *, veld: str) -> None:
    """Refuse a behandelaar who is the one complained of (art. 9:7 lid 1 Awb)."""
    if is_genoemd(behandelaar, beklaagde):
        raise RegelFout(
            "De behandelaar is ook degene over wie wordt geklaagd. Kies iemand anders "
            "(artikel 9:7 Awb).",
            veld=veld,
        )


def beoordeel(gemeente: Gemeente, feiten: Aanmelding | Dossier, vorm: Vorm) -> Triage:
    """Return under which regime these facts fall when they came in in this ``vorm``."""
    return triage(
        soort=feiten.soort,
        vorm=vorm,
        klager=feiten.klager,
        omschrijving=feiten.omschrijving,
        ondertekend=feiten.ondertekend,
        ontvangen_op=feiten.ontvangen_op,
        mondeling_formeel=gemeente.mondeling_formeel,
    )


def schone_tekst(tekst: str) -> str:
    """Return a text without spaces around it and without what no database keeps."""
    return opslaanbaar(tekst).strip()


def schone_persoon(wie: Persoon) -> Persoon:
    """Return a person without stray spaces, and with a Dutch postcode in its one form."""
    teksten: dict[str, Any] = {
        veld.name: " ".join(opslaanbaar(waarde).split())
        for veld in fields(Persoon)
        if type(waarde := getattr(wie, veld.name)) is str
    }
    if not teksten["land"]:
        teksten["postcode"] = normaliseer_postcode(teksten["postcode"]) or teksten["postcode"]
    return replace(wie, **teksten)
