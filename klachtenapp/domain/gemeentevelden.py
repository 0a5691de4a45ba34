"""The settings of a gemeente as text of a form, both ways, with the refusals."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import fields, replace

from klachtenapp.domain import huisstijl
from klachtenapp.domain.adres import normaliseer_postcode
from klachtenapp.domain.gemeente import Briefhoofd, Gemeente, Ombudsman, Venster, VensterKant
from klachtenapp.errors import RegelFout

A4_BREED = 210.0  # mm
A4_HOOG = 297.0
JA = "ja"

_KLEUR = re.compile(r"#[0-9A-Fa-f]{6}")
_JA_NEE = ("mondeling_formeel", "ondertekenen", "commissie", "aanmelden_met_geheim")
_TEKSTEN = (
    "naam", "bezoekadres", "postadres", "postcode", "plaats", "telefoon", "belnummer", "email",
    "website", "openingstijden", "namens", "ondertekenaar", "ondertekenaar_functie", "kleur",
    "kenmerkpatroon", "logo_alt",
)  # fmt: skip
_OMBUDSMAN = tuple(veld.name for veld in fields(Ombudsman))
_MATEN: Mapping[str, tuple[str, float, float]] = {
    "x": ("De afstand van links", 0.0, A4_BREED),
    "y": ("De afstand van boven", 0.0, A4_HOOG),
    "breedte": ("De breedte", 30.0, A4_BREED),
    "hoogte": ("De hoogte", 10.0, 100.0),
    "regelhoogte": ("De regelhoogte", 3.0, 10.0),
    "vouwlijn": ("De vouwlijn", 50.0, 250.0),
}


def velden(gemeente: Gemeente) -> dict[str, str]:
    """Return every setting as text: ``naam``, ``ombudsman_naam``, ``venster_x``, …"""
    teksten = {naam: str(getattr(gemeente, naam)) for naam in _TEKSTEN}
    schakelaars = {naam: JA if getattr(gemeente, naam) else "" for naam in _JA_NEE}
    ombudsman = {f"ombudsman_{naam}": str(getattr(gemeente.ombudsman, naam)) for naam in _OMBUDSMAN}
    briefrand = {"briefhoofd": gemeente.briefhoofd.value, "voetregels": gemeente.voetregels}
    venster = venstervelden(gemeente.venster)
    return {**teksten, **schakelaars, **ombudsman, **briefrand, **venster}


def venstervelden(venster: Venster) -> dict[str, str]:
    """Return the measures of the window as text, with a comma."""
    maten = {f"venster_{naam}": _schrijf(getattr(venster, naam)) for naam in _MATEN}
    return {"venster_kant": venster.kant.value, **maten}


def met_velden(gemeente: Gemeente, ingevuld: Mapping[str, str]) -> Gemeente:
    """Return ``gemeente`` with what was filled in; what is not named stays as it is.

    Raises ``RegelFout`` with the ``veld`` that cannot be so.
    """
    waarden = {n: _schoon(ingevuld[n]) for n in _TEKSTEN if n in ingevuld}
    schakelaars = {n: bool(ingevuld[n]) for n in _JA_NEE if n in ingevuld}
    namen = {
        n: _schoon(ingevuld[f"ombudsman_{n}"]) for n in _OMBUDSMAN if f"ombudsman_{n}" in ingevuld
    }
    if "voetregels" in ingevuld:
        waarden["voetregels"] = huisstijl.schone_voet(ingevuld["voetregels"])
    nieuw = replace(
        gemeente,
        **waarden,  # type: ignore[arg-type]
        **schakelaars,  # type: ignore[arg-type]
        briefhoofd=Briefhoofd(ingevuld.get("briefhoofd") or gemeente.briefhoofd.value),
        ombudsman=replace(gemeente.ombudsman, **namen),
        venster=met_venster(gemeente.venster, ingevuld),
    )
    _controleer(nieuw)
    return nieuw


def met_venster(venster: Venster, ingevuld: Mapping[str, str]) -> Venster:
    """Return the window with the measures filled in; it must lie on the paper."""
    if not any(naam.startswith("venster_") for naam in ingevuld):
        return venster
    maten = {n: _maat(n, ingevuld[f"venster_{n}"]) for n in _MATEN if f"venster_{n}" in ingevuld}
    kant = VensterKant(ingevuld.get("venster_kant") or venster.kant.value)
    nieuw = replace(venster, kant=kant, **maten)
    if nieuw.x + nieuw.breedte > A4_BREED:
        raise RegelFout(
            "Het venster steekt rechts over het papier. Maak het smaller of zet het naar links.",
            veld="venster_breedte",
        )
    return nieuw


def standaardvenster(kant: VensterKant) -> Venster:
    """Return the measures with which to begin for one side (domein §8.1)."""
    if kant is VensterKant.RECHTS:
        return Venster(kant=kant, x=109.0, breedte=79.0)
    return Venster()


def _controleer(gemeente: Gemeente) -> None:
    if not gemeente.naam:
        raise RegelFout("Vul de naam van de gemeente in.", veld="naam")
    for veld, postcode in (
        ("postcode", gemeente.postcode),
        ("ombudsman_postcode", gemeente.ombudsman.postcode),
    ):
        if postcode and normaliseer_postcode(postcode) is None:
            raise RegelFout(
                f"“{postcode}” is geen postcode. Schrijf bijvoorbeeld 1741 AB.", veld=veld
            )
    if gemeente.email and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", gemeente.email):
        raise RegelFout(
            f"“{gemeente.email}” is geen e-mailadres. Er hoort een @ in te staan.", veld="email"
        )
    if not _KLEUR.fullmatch(gemeente.kleur):
        raise RegelFout("Schrijf de kleur als # met zes tekens, zoals #0B5CAD.", veld="kleur")
    if len(gemeente.logo_alt) > huisstijl.MAX_LOGO_ALT:
        raise RegelFout(
            f"Beschrijf het logo in {huisstijl.MAX_LOGO_ALT} tekens of minder.", veld="logo_alt"
        )


def _maat(naam: str, tekst: str) -> float:
    label, minste, meeste = _MATEN[naam]
    try:
        maat = float(tekst.strip().removesuffix("mm").strip().replace(",", "."))
    except ValueError:
        maat = math.nan
    if not minste <= maat <= meeste:
        raise RegelFout(
            f"{label} moet een getal zijn van {_schrijf(minste)} tot en met {_schrijf(meeste)} mm.",
            veld=f"venster_{naam}",
        )
    return maat


def _schrijf(maat: float) -> str:
    return f"{maat:g}".replace(".", ",")


def _schoon(tekst: str) -> str:
    return " ".join(tekst.split())
