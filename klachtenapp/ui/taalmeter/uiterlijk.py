"""How each kind of finding looks: a line of its own shape, a sign and a colour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QTextCharFormat

from klachtenapp.domain.taal import Taalrapport, Taalvondst, Vondstsoort
from klachtenapp.ui import tokens

Lijn = QTextCharFormat.UnderlineStyle


@dataclass(frozen=True, slots=True)
class Vorm:
    """The line under the words, the sign in the list, and a colour of the tokens."""

    lijn: Lijn
    teken: str
    kleur: str


VORMEN: Mapping[Vondstsoort, Vorm] = {
    Vondstsoort.TE_LANGE_ZIN: Vorm(Lijn.DotLine, "■", "rood"),
    Vondstsoort.LANGE_ZIN: Vorm(Lijn.DotLine, "▲", "amber"),
    Vondstsoort.LIJDEND: Vorm(Lijn.DashUnderline, "↔", "blauw"),
    Vondstsoort.MOEILIJK: Vorm(Lijn.WaveUnderline, "≈", "amber"),
    Vondstsoort.AFKORTING: Vorm(Lijn.SingleUnderline, "…", "amber"),
    Vondstsoort.NAAMWOORD: Vorm(Lijn.DashDotLine, "¶", "blauw"),
    Vondstsoort.HOL: Vorm(Lijn.DashDotDotLine, "○", "rood"),
}


def opmaak(soort: Vondstsoort) -> QTextCharFormat:
    """Return the mark of a kind; a sentence has a soft ground under it as well."""
    vorm = VORMEN[soort]
    uit = QTextCharFormat()
    uit.setUnderlineStyle(vorm.lijn)
    uit.setUnderlineColor(tokens.kleur(vorm.kleur))
    if soort.is_zin:
        uit.setBackground(tokens.kleur(f"{vorm.kleur}_vlak"))
    return uit


def regel(vondst: Taalvondst) -> str:
    """Return a finding as one line: ``≈ indien → als``."""
    woorden = " ".join(vondst.woorden.split())
    kort = woorden if len(woorden) <= 60 else woorden[:59].rstrip() + "…"
    teken = VORMEN[vondst.soort].teken
    if vondst.keuzes:
        return f"{teken} {kort} → {vondst.keuzes[0] or '(weg)'}"
    return f"{teken} {hoofdletter(vondst.soort)}: {kort}"


def voorgelezen(vondst: Taalvondst) -> str:
    """Return a finding as sentences, for a tooltip and a screen reader."""
    hoe = " Ctrl+. zet het in de plaats." if vondst.keuzes else ""
    return f"'{' '.join(vondst.woorden.split())}'. {vondst.uitleg}{hoe}"


def stand(rapport: Taalrapport) -> tuple[str, str, str]:
    """Return sign, words and colour of the score."""
    tabel = {
        "Goed leesbaar": ("✓", "groen"),
        "Kan eenvoudiger": ("▲", "amber"),
        "Lastig": ("▲", "amber"),
        "Moeilijk": ("■", "rood"),
    }
    teken, kleur = tabel.get(rapport.woord, ("○", "gewoon"))
    return teken, rapport.woord, kleur


def telling(aantal: int) -> str:
    """Return ``geen tips``, ``1 tip``, ``5 tips``."""
    return f"{aantal or 'geen'} {'tip' if aantal == 1 else 'tips'}"


def hoofdletter(tekst: str) -> str:
    """Return ``tekst`` with its first letter as a capital."""
    return tekst[:1].upper() + tekst[1:]
