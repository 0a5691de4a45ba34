"""The head of a dossier: who and what it is, how it stands, and how pressing it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klachtenapp.domain.aanspreken import korte_naam
from klachtenapp.domain.begrippen import Soort, Voorkeur
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.urgentie import Trap, Urgentie
from klachtenapp.domain.verloop import ambassadeur
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Knop, Teken, Tekst
from klachtenapp.ui.bouwstenen.tekst import zet_rol

_TERUG = "Terug"
_PIJL = 60  # px at 100 % text that the button takes without its word
KLEUREN = {Trap.TE_LAAT: "rood", Trap.DEZE_WEEK: "amber", Trap.LATER: "groen"}
_VOORKEUREN = {
    Voorkeur.BELLEN: "wil gebeld worden",
    Voorkeur.MAILEN: "wil een e-mail",
    Voorkeur.BRIEF: "wil een brief",
    Voorkeur.LANGSKOMEN: "komt graag langs",
}


def bijschrift(dossier: Dossier) -> str:
    """Return what one must know before one picks up the phone, in one line."""
    klager = dossier.klager
    delen = [
        f"namens {klager.organisatie}" if klager.organisatie and klager.achternaam else "",
        f"gemachtigde {korte_naam(dossier.gemachtigde)}" if dossier.gemachtigde else "",
        _VOORKEUREN[klager.voorkeur] if klager.voorkeur else "",
        "leest moeilijk" if klager.leest_moeilijk else "",
        f"spreekt {klager.taal}" if klager.taal else "",
        dossier.afdeling.naam if dossier.afdeling else "nog geen afdeling",
        _behandelaar(dossier),
        f"ambassadeur {wie}" if (wie := ambassadeur(dossier)) else "",
    ]
    return " · ".join(deel for deel in delen if deel)


def _behandelaar(dossier: Dossier) -> str:
    if dossier.behandelaar is not None:
        return f"behandelaar {dossier.behandelaar.naam}"
    return "nog geen behandelaar" if dossier.is_open else ""


def statuswoord(dossier: Dossier) -> str:
    """Return the state in a word, with the kind of melding when it is no klacht."""
    if dossier.soort is Soort.KLACHT:
        return str(dossier.status)
    return f"{dossier.soort}: {dossier.status}"


class Dossierkop(QWidget):
    """Kenmerk and name, subject, what to mind, and at the right the state and the term."""

    def __init__(self) -> None:
        super().__init__()
        self.terug = Knop(_TERUG, stil=True, icoon="terug")
        self.terug.setAccessibleName(_TERUG)
        self.terug.setToolTip("Terug naar de lijst (Esc)")
        self.titel = Tekst("", "kop1", afkappen=True)
        self.onderwerp = Tekst("", "sterk", afkappen=True)
        self.bijschrift = Tekst("", "gedempt", afkappen=True)
        self.status = Teken("", "", "gewoon", vlak=True)
        self.status.setAccessibleDescription("Stand van het dossier")
        self.termijn = Teken("", "", "gewoon", vlak=True)
        self.termijn.setAccessibleDescription("Termijn")
        self._stand = QWidget()
        stand = QHBoxLayout(self._stand)
        stand.setContentsMargins(0, 0, 0, 0)
        stand.setSpacing(tokens.RUIMTE_S)
        stand.addWidget(self.status)
        stand.addWidget(self.termijn)
        self._boven = QHBoxLayout()
        self._boven.setSpacing(tokens.RUIMTE_S)
        self._boven.addWidget(self.titel, 1)
        self._boven.addWidget(self._stand)
        self._boven.addWidget(self.terug)
        self._midden = QHBoxLayout()
        self._midden.setSpacing(tokens.RUIMTE_S)
        self._midden.addWidget(self.onderwerp, 1)
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.setSpacing(2)
        opmaak.addLayout(self._boven)
        opmaak.addLayout(self._midden)
        opmaak.addWidget(self.bijschrift)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the name the whole line where it needs it."""
        super().resizeEvent(event)
        self._verdeel()

    def changeEvent(self, event: QEvent) -> None:
        """Divide the room again in another text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._verdeel()

    def _verdeel(self) -> None:
        """Put state and term beside the name, or beside the subject: who it is goes first."""
        if not hasattr(self, "_midden"):
            return
        zet_rol(self.titel, "kop1")
        for widget in (self.titel, self.status, self.termijn, self.terug):
            widget.ensurePolished()
        naam = self.titel.fontMetrics().horizontalAdvance(self.titel.heel()) + 2
        naast = self._stand.sizeHint().width() + self._terug_breed() + 2 * tokens.RUIMTE_S
        past = naam + naast <= self.width()
        if naam + tokens.px(_PIJL) > self.width():
            zet_rol(self.titel, "kop2")  # a very long name, smaller but whole
        if past != (self._boven.indexOf(self._stand) < 0):
            return
        self.terug.setText(_TERUG if past else "")
        if past:
            self._boven.insertWidget(1, self._stand)
        else:
            self._midden.addWidget(self._stand)

    def _terug_breed(self) -> int:
        """Return the width of the button with its word, also while it shows only its arrow."""
        hint = self.terug.sizeHint().width()
        woord = self.terug.fontMetrics().horizontalAdvance(_TERUG)
        return hint if self.terug.text() else hint + woord

    def zet_compact(self, compact: bool) -> None:
        """Leave out the third line where the window is low."""
        self.bijschrift.setVisible(not compact)

    def wacht(self, kenmerk: str) -> None:
        """Show that this dossier is being opened."""
        self.titel.setText(kenmerk)
        self.titel.zet_hint("")
        self.onderwerp.setText("")
        self.bijschrift.setText("")
        self.status.hide()
        self.termijn.hide()

    def toon(self, dossier: Dossier, urgentie: Urgentie) -> None:
        """Show this dossier."""
        self.titel.setText(f"{dossier.kenmerk} · {korte_naam(dossier.klager)}")
        self.onderwerp.setText(dossier.onderwerp or "Geen onderwerp")
        self.bijschrift.setText(bijschrift(dossier))
        self.onderwerp.setAccessibleDescription(bijschrift(dossier))
        self.titel.zet_hint(f"{self.titel.heel()}\n{bijschrift(dossier)}")
        self.status.show()
        self.status.zet("", statuswoord(dossier), "gewoon")
        self.termijn.setVisible(dossier.is_open)
        self.termijn.zet(urgentie.teken, urgentie.tekst, KLEUREN[urgentie.trap])
        self._verdeel()
