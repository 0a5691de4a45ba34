"""One calm line under a text field: how it reads, and the advice when one asks for it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klachtenapp.domain.taal import Taalrapport, Taalvondst
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Knop, Teken, Tekst
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.taalmeter import uiterlijk
from klachtenapp.ui.taalmeter.markering import Taalmarkering, Veld
from klachtenapp.ui.taalmeter.paneel import Taalpaneel

_VANAF = 5  # words; before that there is nothing to say


class Taalregel(QWidget):
    """Marks ``veld`` and shows its score; *Leestips* opens the panel below."""

    def __init__(self, veld: Veld, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self.markering = Taalmarkering(veld, runner)
        self.paneel: Taalpaneel | None = None
        self._teken = Teken()
        self.knop = Knop("Leestips", stil=True)
        self.knop.setCheckable(True)
        self.knop.setToolTip("Tips om dit makkelijker te maken (F8 gaat naar de volgende)")
        self.knop.toggled.connect(self._on_knop)
        rij = QHBoxLayout()
        rij.setSpacing(tokens.RUIMTE_S)
        rij.addWidget(self._teken)
        rij.addWidget(self.knop)
        rij.addStretch(1)
        self._opmaak = QVBoxLayout(self)
        self._opmaak.setContentsMargins(0, 0, 0, 0)
        self._opmaak.setSpacing(tokens.RUIMTE_S)
        self._opmaak.addLayout(rij)
        self.uitleg = Tekst("", "klein")
        self.uitleg.hide()
        self._opmaak.addWidget(self.uitleg)
        self.markering.gekozen.connect(self._vertel)
        self.markering.gemeten.connect(self._toon)
        self._toon(self.markering.rapport)

    def _toon(self, rapport: Taalrapport) -> None:
        teken, woord, kleur = uiterlijk.stand(rapport)
        self._teken.zet(teken, woord, kleur)
        self.knop.setText(f"Leestips ({len(rapport.vondsten)})" if rapport.vondsten else "Leestips")
        stil = rapport.meting.woorden < _VANAF and not self.knop.isChecked()
        if stil or self.parentWidget() is not None:  # without parent it would be a window
            self.setHidden(stil)

    def _vertel(self, vondst: Taalvondst | None) -> None:
        """Explain the finding one is at, as long as the panel does not."""
        nodig = vondst is not None and not self.knop.isChecked() and self.markering.veld.hasFocus()
        self.uitleg.setText(uiterlijk.voorgelezen(vondst) if vondst else "")
        self.uitleg.setVisible(nodig)

    def _on_knop(self, open_: bool) -> None:
        if self.paneel is None:
            self.paneel = Taalpaneel(
                self.markering.veld, self._runner, markering=self.markering, parent=self
            )
            self._opmaak.addWidget(self.paneel)
        self.paneel.setVisible(open_)
        self._vertel(self.markering.huidig)
