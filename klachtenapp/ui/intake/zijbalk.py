"""The side of the intake: what the program can already say about what is typed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klachtenapp.domain import dagtekst
from klachtenapp.domain.termijnkaart import Kaartregel
from klachtenapp.services.intake import BsnWaarschuwing, Feiten
from klachtenapp.services.zoeken import RegisterRegel
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Kaart, Knop, Stroom, Teken, Tekst

_HOOGSTENS = 3


class Zijbalk(QWidget):
    """Terms, earlier meldingen, what is missing and what to mind; it only shows and asks."""

    bekijken = Signal(str)
    koppelen = Signal(str)
    overnemen = Signal(str)
    maskeren = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.setSpacing(tokens.RUIMTE_M)
        self._letop = Kaart("Let op")
        self._termijnen = Kaart("Termijnen")
        self._lijkt = Kaart("Lijkt op")
        self._regels = Kaart("Volgens de regels")
        self._na = Kaart("Na registreren")
        self._na.voeg_toe(Tekst("Ontvangstbevestiging printen: Ctrl+P", "gedempt"))
        self._na.voeg_toe(Tekst("Stappenplan printen: Ctrl+Shift+S", "gedempt"))
        for kaart in (self._letop, self._termijnen, self._lijkt, self._regels, self._na):
            opmaak.addWidget(kaart)
        opmaak.addStretch(1)
        self._inhoud = {
            kaart: _Lijst(kaart)
            for kaart in (self._letop, self._termijnen, self._lijkt, self._regels)
        }
        self._alles = False
        self._feiten: Feiten | None = None
        self._vandaag: date | None = None
        self._meer = Knop("Alle termijnen", stil=True)
        self._meer.clicked.connect(lambda: self._wissel())
        self._termijnen.inhoud.addWidget(self._meer, 0, Qt.AlignmentFlag.AlignLeft)
        self._letop.hide()
        self._lijkt.hide()

    def toon(self, feiten: Feiten, vandaag: date) -> None:
        """Show the facts; nothing happens on screen when they are the same as before."""
        if feiten == self._feiten and vandaag == self._vandaag:
            return
        self._feiten, self._vandaag = feiten, vandaag
        self._toon_termijnen(feiten, vandaag)
        self._toon_let_op(feiten)
        self._toon_regels(feiten)

    def toon_gelijkend(self, regels: Sequence[RegisterRegel], gekoppeld: str) -> None:
        """Show meldingen that may be the same, or earlier ones of this person."""
        lijst = self._inhoud[self._lijkt]
        lijst.leeg()
        for plek, regel in enumerate(regels[:_HOOGSTENS]):
            lijst.voeg_toe(self._gelijkende(regel, gekoppeld, eerste=plek == 0))
        self._lijkt.setVisible(bool(regels))

    def _wissel(self) -> None:
        self._alles = not self._alles
        if self._feiten is not None and self._vandaag is not None:
            self._toon_termijnen(self._feiten, self._vandaag)

    def _toon_termijnen(self, feiten: Feiten, vandaag: date) -> None:
        lijst = self._inhoud[self._termijnen]
        lijst.leeg()
        getoond = feiten.kaart if self._alles else feiten.hoofdregels
        for regel in getoond:
            lijst.voeg_toe(_termijn(regel, vandaag))
        if not getoond:
            lijst.voeg_toe(Tekst("Voor deze soort gelden geen termijnen.", "gedempt"))
        rest = len(feiten.kaart) - len(feiten.hoofdregels)
        self._meer.setVisible(rest > 0)
        self._meer.zet_tekst("Minder termijnen" if self._alles else f"Nog {rest} termijnen")

    def _toon_let_op(self, feiten: Feiten) -> None:
        lijst = self._inhoud[self._letop]
        lijst.leeg()
        for waarschuwing in feiten.bsn:
            lijst.voeg_toe(self._bsn(waarschuwing))
        for advies in feiten.adviezen:
            lijst.voeg_toe(_punt("▲", advies))
        self._letop.setVisible(bool(feiten.bsn or feiten.adviezen))

    def _bsn(self, waarschuwing: BsnWaarschuwing) -> QWidget:
        knop = Knop("Maskeer het nummer")
        knop.setAccessibleName(f"Maskeer het nummer bij {waarschuwing.label}")
        knop.clicked.connect(lambda: self.maskeren.emit(waarschuwing.veld))
        vak = QWidget()
        opmaak = QVBoxLayout(vak)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.setSpacing(tokens.RUIMTE_S)
        opmaak.addWidget(
            _punt(
                "▲",
                f"Bij “{waarschuwing.label}” staat misschien een burgerservicenummer. Dat is "
                "voor een klacht niet nodig.",
            )
        )
        opmaak.addWidget(knop, 0, Qt.AlignmentFlag.AlignLeft)
        return vak

    def _toon_regels(self, feiten: Feiten) -> None:
        lijst = self._inhoud[self._regels]
        lijst.leeg()
        for reden in feiten.redenen:
            lijst.voeg_toe(Tekst(reden, "gedempt"))
        self._regels.setVisible(bool(feiten.redenen))

    def _gelijkende(self, regel: RegisterRegel, gekoppeld: str, *, eerste: bool) -> QWidget:
        vak = QWidget()
        opmaak = QVBoxLayout(vak)
        opmaak.setContentsMargins(0, 0, 0, tokens.RUIMTE_S)
        opmaak.setSpacing(2)
        opmaak.addWidget(Tekst(f"{regel.kenmerk} · {regel.klager}", "sterk"))
        opmaak.addWidget(Tekst(regel.onderwerp))
        opmaak.addWidget(Tekst(f"{dagtekst.kort(regel.ontvangen_op)} · {regel.status}", "klein"))
        knoppen = QWidget()
        stroom = Stroom(knoppen, 0)
        for tekst, toets, signaal in (
            ("Bekijken", "", self.bekijken),
            ("Koppelen", "", self.koppelen),
            ("Gegevens overnemen", "Ctrl+G" if eerste else "", self.overnemen),
        ):
            knop = Knop(tekst, stil=True, toets=toets)
            knop.setAccessibleName(f"{tekst}: {regel.kenmerk}")
            knop.clicked.connect(lambda _aan=False, s=signaal, k=regel.kenmerk: s.emit(k))
            knop.setEnabled(tekst != "Koppelen" or regel.kenmerk != gekoppeld)
            stroom.addWidget(knop)
        opmaak.addWidget(knoppen)
        return vak


class _Lijst:
    """The changing part of a card: emptied and filled again."""

    def __init__(self, kaart: Kaart) -> None:
        self._vak = QWidget()
        self._opmaak = QVBoxLayout(self._vak)
        self._opmaak.setContentsMargins(0, 0, 0, 0)
        self._opmaak.setSpacing(tokens.RUIMTE_S)
        kaart.voeg_toe(self._vak)

    def leeg(self) -> None:
        while (item := self._opmaak.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()  # else a show that is still queued makes it a window of its own
                widget.setParent(None)
                widget.deleteLater()

    def voeg_toe(self, widget: QWidget) -> None:
        self._opmaak.addWidget(widget)


def _termijn(regel: Kaartregel, vandaag: date) -> QWidget:
    """Return one term: what, by when, and why that date."""
    vak = QWidget()
    opmaak = QVBoxLayout(vak)
    opmaak.setContentsMargins(0, 0, 0, 0)
    opmaak.setSpacing(0)
    opmaak.addWidget(Tekst(f"{_dag(regel.datum, vandaag)}  {regel.label}".strip(), "sterk"))
    opmaak.addWidget(Tekst(f"{regel.uitleg[:1].upper()}{regel.uitleg[1:]}", "klein"))
    for waarschuwing in regel.waarschuwingen:
        opmaak.addWidget(_punt("▲", waarschuwing))
    return vak


def _dag(dag: date | None, vandaag: date) -> str:
    if dag is None:
        return ""
    return dagtekst.kort_zonder_jaar(dag) if dag.year == vandaag.year else dagtekst.kort(dag)


def _punt(teken: str, tekst: str) -> QWidget:
    """Return a remark: a sign in amber, and plain words beside it."""
    vak = QWidget()
    rij = QHBoxLayout(vak)
    rij.setContentsMargins(0, 0, 0, 0)
    rij.setSpacing(tokens.RUIMTE_S)
    rij.addWidget(Teken(teken, "", "amber"), 0, Qt.AlignmentFlag.AlignTop)
    rij.addWidget(Tekst(tekst), 1)
    return vak
