"""After printing one question: which letters came out well? Those are noted as sent."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from klachtenapp.domain import dagtekst
from klachtenapp.services.drukstapel import Drukwerk, Stapel
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Knop, Melding, Overlay, Tekst

_HOOGSTENS = 5  # reasons on the card: more than that one reads on the page


class Controlekaart(Overlay):
    """The letters with a tick each. ``verzonden`` carries those that are ticked.

    ``opnieuw`` carries the number (from 0) of the letter to print again from, after paper
    that jammed. Leaving notes nothing: the letters stay where they were.
    """

    verzonden = Signal(object)
    opnieuw = Signal(int)

    def __init__(self, venster: QWidget) -> None:
        super().__init__(venster, "Zijn de brieven goed uit de printer gekomen?", 720)
        self._brieven: tuple[Drukwerk, ...] = ()
        self._uitleg = Tekst("", "gedempt")
        self._niet = Melding("", "let op")
        self.lijst = _Lijst()
        self.lijst.setAccessibleName("Geprinte brieven, in de volgorde van de enveloppen")
        self.lijst.setMinimumHeight(tokens.px(220))
        self.lijst.itemChanged.connect(lambda _: self._zet_knop())
        self.lijst.klaar.connect(self._noteer)
        self.ja = Knop("", True, icoon="vink")
        self.ja.clicked.connect(self._noteer)
        self.weer = Knop("Print opnieuw vanaf deze brief")
        self.weer.setToolTip("Print de gekozen brief en alles wat daarna komt nog een keer")
        self.weer.clicked.connect(self._weer)
        self.later = Knop("Nog niet", stil=True)
        self.later.clicked.connect(self.sluit)
        knoppen = QHBoxLayout()
        knoppen.setSpacing(tokens.RUIMTE_S)
        for knop in (self.ja, self.weer):
            knoppen.addWidget(knop)
        knoppen.addStretch(1)
        knoppen.addWidget(self.later)
        for deel in (self._uitleg, self.lijst, self._niet):
            self.kaart.voeg_toe(deel)
        self.kaart.inhoud.addLayout(knoppen)

    def vraag(self, stapel: Stapel, dag: date, *, gelukt: bool) -> None:
        """Ask about this pile; after a job that was broken off nothing is ticked."""
        self._brieven = stapel.brieven
        wanneer = dagtekst.kort(dag)
        self._uitleg.setText(
            f"Wat u aanvinkt, noteren wij als verzonden op {wanneer}. De rest blijft klaarliggen."
            if gelukt
            else "Het printen stopte te vroeg. Vink aan wat er goed uit kwam. De rest blijft "
            f"klaarliggen. Wat u aanvinkt, noteren wij als verzonden op {wanneer}."
        )
        self._niet.toon(_overgeslagen(stapel))
        self.lijst.clear()
        for nummer, werk in enumerate(stapel.brieven, start=1):
            brief = werk.brief
            regel = QListWidgetItem(f"{nummer}. {brief.wie} · {brief.titel} · {brief.kenmerk}")
            regel.setFlags(regel.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            regel.setCheckState(_vink(gelukt))
            self.lijst.addItem(regel)
        self.lijst.setCurrentRow(0)
        self._zet_knop()
        self.open()
        (self.ja if gelukt else self.lijst).setFocus(Qt.FocusReason.PopupFocusReason)

    def gekozen(self) -> tuple[Drukwerk, ...]:
        """Return the letters that are ticked."""
        return tuple(
            werk
            for rij, werk in enumerate(self._brieven)
            if self.lijst.item(rij).checkState() is Qt.CheckState.Checked
        )

    def _zet_knop(self) -> None:
        if self.lijst.count() != len(self._brieven):
            return  # still being filled
        hoeveel = len(self.gekozen())
        woorden = dagtekst.aantal(hoeveel, "brief is", "brieven zijn")
        self.ja.setText(f"Ja, {woorden} verzonden" if hoeveel else "Er is niets verzonden")
        self.ja.setEnabled(hoeveel > 0)

    def _noteer(self) -> None:
        gekozen = self.gekozen()
        if gekozen:
            self.sluit()
            self.verzonden.emit(gekozen)

    def _weer(self) -> None:
        rij = max(0, self.lijst.currentRow())
        self.sluit()
        self.opnieuw.emit(rij)


class _Lijst(QListWidget):
    """A list with ticks: Space ticks, Enter says it is done."""

    klaar = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the question with Enter; leave Escape to the card."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.klaar.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


def _vink(aan: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if aan else Qt.CheckState.Unchecked


def _overgeslagen(stapel: Stapel) -> str:
    """Return what was not printed and why, in one piece of text; empty when nothing was."""
    if not stapel.overgeslagen:
        return ""
    regels = [f"{b.kenmerk}, {b.titel}: {b.reden}" for b in stapel.overgeslagen]
    over = len(regels) - _HOOGSTENS
    meer = [f"En nog {over}. Bij Post staat bij iedere brief de reden."] if over > 0 else []
    return "\n".join(["Niet geprint:", *regels[:_HOOGSTENS], *meer])
