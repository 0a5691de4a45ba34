"""The page to decide from: the klacht, what was found, what is still missing, what happened."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klachtenapp.domain import dagtekst
from klachtenapp.domain.aanspreken import korte_naam
from klachtenapp.domain.dossier import Klachtonderdeel
from klachtenapp.domain.gebeurtenistekst import BRIEFNAMEN, hoofdletter
from klachtenapp.domain.ondertekenmap import Opmerking
from klachtenapp.domain.poort import Sluitbevinding, Sluittoestand
from klachtenapp.services.ondertekenblad import Beslisblad
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Kaart, Kop, Melding, Teken, Tekst

_STANDEN = {
    Sluittoestand.ONTBREEKT: ("✗", "Ontbreekt", "rood"),
    Sluittoestand.TERZIJDE: ("–", "Terzijde", "gewoon"),
    Sluittoestand.GEDAAN: ("✓", "Gedaan", "groen"),
}
_WACHT = ("○", "Na de brief", "gewoon")
_TEGEN = "Dit houdt het afsluiten nog tegen. De brief kan wel worden ondertekend."


def maak_beslisblad(blad: Beslisblad, vandaag: date) -> QWidget:
    """Return the column of cards for one letter."""
    kolom = QWidget()
    opmaak = QVBoxLayout(kolom)
    opmaak.setContentsMargins(0, 0, tokens.RUIMTE_S, 0)
    opmaak.setSpacing(tokens.RUIMTE_M)
    _kop(opmaak, blad, vandaag)
    for opmerking in blad.opmerkingen[-1:]:
        opmaak.addWidget(Melding(_kwam_terug(opmerking), "let op"))
    if blad.let_op:
        opmaak.addWidget(Melding(blad.let_op, "let op"))
    if not blad.brief.pdf:
        redenen = "\n".join(b.tekst for b in blad.brief.bezwaren)
        opmaak.addWidget(Melding(f"De brief kan zo niet de deur uit.\n{redenen}", "fout"))
    for kaart in (_klacht(blad), _oordeel(blad), _poort(blad), _tijdlijn(blad)):
        kaart.kop.setWordWrap(True)
        opmaak.addWidget(kaart)
    opmaak.addStretch(1)
    return kolom


def opmerking_tekst(opmerking: Opmerking) -> str:
    """Return a remark with the words of the letter that it marks."""
    delen = [opmerking.tekst] if opmerking.tekst else []
    delen += [f"Bij '{woorden}': {zin}".rstrip(": ") for woorden, zin in opmerking.passages]
    return "\n".join(delen)


def _kwam_terug(opmerking: Opmerking) -> str:
    wanneer = dagtekst.kort(opmerking.op.date())
    return (
        f"Deze brief kwam terug op {wanneer}, van {opmerking.door}:\n{opmerking_tekst(opmerking)}"
    )


def _kop(opmaak: QVBoxLayout, blad: Beslisblad, vandaag: date) -> None:
    dossier = blad.dossier
    kop = Kop(dossier.onderwerp or f"Klacht {dossier.kenmerk}", 2)
    kop.setWordWrap(True)
    opmaak.addWidget(kop)
    wie = "Anoniem" if dossier.klager.is_leeg else korte_naam(dossier.klager)
    brief = BRIEFNAMEN.get(blad.brief.soort, blad.brief.soort)
    delen = [dossier.kenmerk, wie, brief, f"aangeboden door {blad.aangeboden_door}"]
    if blad.uiterlijk:
        te_laat = " (te laat)" if blad.uiterlijk < vandaag else ""
        delen.append(f"antwoord uiterlijk {dagtekst.kort(blad.uiterlijk)}{te_laat}")
    opmaak.addWidget(Tekst(" · ".join(delen), "gedempt"))


def _klacht(blad: Beslisblad) -> Kaart:
    kaart = Kaart("De klacht, zoals de klager het vertelt")
    tekst = Tekst(blad.dossier.omschrijving.strip() or "Er is geen tekst opgeschreven.")
    tekst.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    kaart.voeg_toe(tekst)
    if blad.dossier.beklaagde:
        kaart.voeg_toe(Tekst(f"Gaat over: {blad.dossier.beklaagde}", "gedempt"))
    return kaart


def _oordeel(blad: Beslisblad) -> Kaart:
    kaart = Kaart("Wat wij vonden")
    for nummer, deel in enumerate(blad.dossier.onderdelen, start=1):
        _onderdeel(kaart, nummer, deel)
    if not blad.dossier.onderdelen:
        kaart.voeg_toe(Tekst("Er zijn geen onderdelen opgeschreven.", "gedempt"))
    if blad.conclusies:
        kaart.voeg_toe(Tekst("Wat wij hiermee doen", "sterk"))
        kaart.voeg_toe(Tekst(blad.conclusies))
    return kaart


def _onderdeel(kaart: Kaart, nummer: int, deel: Klachtonderdeel) -> None:
    kaart.voeg_toe(Tekst(f"{nummer}. {deel.omschrijving}", "sterk"))
    kaart.voeg_toe(Tekst(deel.bevinding or "Nog geen bevinding."))
    oordeel = hoofdletter(str(deel.oordeel)) if deel.oordeel else "Nog geen oordeel"
    kaart.voeg_toe(
        Teken("→" if deel.oordeel else "✗", oordeel, "blauw" if deel.oordeel else "rood")
    )
    if deel.verbeterpunt:
        kaart.voeg_toe(Tekst(f"Wat wij beter doen: {deel.verbeterpunt}", "gedempt"))


def _poort(blad: Beslisblad) -> Kaart:
    """Show the gate: what is missing first, then the rest in the order of the table."""
    kaart = Kaart("Klaar om af te sluiten?")
    volgorde = sorted(blad.bevindingen, key=lambda b: _rang(b))
    if any(b.houdt_tegen and not b.wacht for b in volgorde):
        kaart.voeg_toe(Tekst(_TEGEN, "gedempt"))
    for bevinding in volgorde:
        teken, woord, kleur = _WACHT if bevinding.wacht else _STANDEN[bevinding.toestand]
        stand = Teken(teken, f"{woord}: {_kleine_letter(bevinding.label)}", kleur)
        stand.setWordWrap(True)
        kaart.voeg_toe(stand)
        if bevinding.toestand is not Sluittoestand.GEDAAN and not bevinding.wacht:
            bij = f" ({bevinding.artikel})" if bevinding.artikel else ""
            kaart.voeg_toe(Tekst(f"{bevinding.uitleg}{bij}", "klein"))
    return kaart


def _rang(bevinding: Sluitbevinding) -> int:
    if bevinding.wacht:
        return 3
    return list(_STANDEN).index(bevinding.toestand)


def _tijdlijn(blad: Beslisblad) -> Kaart:
    kaart = Kaart("Wat er gebeurde")
    for dag, wat in blad.tijdlijn:
        kaart.voeg_toe(Tekst(f"{dag}: {_kleine_letter(wat)}"))
    return kaart


def _kleine_letter(tekst: str) -> str:
    return tekst[:1].lower() + tekst[1:] if tekst[1:2].islower() else tekst
