"""The panel beside a text: how it reads, what could be plainer, and the keys to make it so."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from klachtenapp.domain.taal import Taalrapport, Taalvondst, Vondstsoort
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Knop, Stroom, Tekst
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.taalmeter import uiterlijk
from klachtenapp.ui.taalmeter.leesbaarheid import Leesbaarheid
from klachtenapp.ui.taalmeter.markering import Taalmarkering, Veld, Verberg, niets_verborgen
from klachtenapp.ui.taalmeter.woordvraag import Woordvraag

_RIJEN = 7  # of the list before it scrolls
_MEESTE = 200


class Taalpaneel(QWidget):
    """Score, findings and suggestions of one field. Makes its own ``markering`` unless given."""

    def __init__(
        self,
        veld: Veld,
        runner: Runner,
        *,
        verborgen: Verberg = niets_verborgen,
        markering: Taalmarkering | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.markering = markering or Taalmarkering(veld, runner, verborgen=verborgen)
        self._gemist: Sequence[str] = ()
        self.leesbaarheid = Leesbaarheid()
        self.lijst = QListWidget()
        self.lijst.setAccessibleName("Leestips")
        self.lijst.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lijst.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.lijst.itemActivated.connect(self._on_regel)
        self.lijst.itemClicked.connect(self._on_regel)
        self.uitleg = Tekst("", "klein")
        self._keuzes = QWidget()
        self._keuzerij = Stroom(self._keuzes)
        self.volgende = Knop("Volgende tip", stil=True)
        self.volgende.setToolTip("Volgende tip (F8)")
        self.volgende.clicked.connect(self.markering.volgende)
        self.woord = Knop("Eigen woord", stil=True, icoon="plus")
        self.woord.setToolTip("Zet een eigen moeilijk woord op de lijst")
        self.woord.clicked.connect(self._vraag_woord)
        self.mag = Knop("Dit woord mag", stil=True)
        self.mag.clicked.connect(self._laat_toe)
        self.vraag = Woordvraag(self.markering.kennis)
        self.vraag.hide()
        self._bouw()
        self.markering.gemeten.connect(self._on_gemeten)
        self.markering.gekozen.connect(self._on_gekozen)
        self._on_gemeten(self.markering.rapport)
        self._on_gekozen(self.markering.huidig)

    def toon_gemist(self, zinnen: Sequence[str]) -> None:
        """Say what the letter leaves out (``taalcheck.controleer_brief``), with the score."""
        self._gemist = tuple(zinnen)
        self.leesbaarheid.toon(self.markering.rapport, self._gemist)

    def keuzeknoppen(self) -> list[Knop]:
        """Return the buttons that put something in the place of the finding one is at."""
        return self._keuzes.findChildren(Knop)

    def _bouw(self) -> None:
        knoppen = QWidget()
        rij = Stroom(knoppen, tokens.RUIMTE_XS)
        for knop in (self.volgende, self.mag, self.woord):
            rij.addWidget(knop)
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.setSpacing(tokens.RUIMTE_S)
        for widget in (self.leesbaarheid, self.lijst, self.uitleg, self._keuzes, knoppen,
                       self.vraag):  # fmt: skip
            opmaak.addWidget(widget)
        opmaak.addStretch(1)

    def _on_gemeten(self, rapport: Taalrapport) -> None:
        self.leesbaarheid.toon(rapport, self._gemist)
        self.lijst.clear()
        for vondst in rapport.vondsten[:_MEESTE]:
            item = QListWidgetItem(uiterlijk.regel(vondst))
            item.setData(Qt.ItemDataRole.UserRole, vondst)
            item.setToolTip(vondst.uitleg)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, uiterlijk.voorgelezen(vondst))
            self.lijst.addItem(item)
        hoog = self.lijst.sizeHintForRow(0) if self.lijst.count() else 0
        self.lijst.setFixedHeight(hoog * min(_RIJEN, self.lijst.count()) + tokens.px(10))
        self.lijst.setVisible(self.lijst.count() > 0)
        self.volgende.setEnabled(self.lijst.count() > 0)

    def _on_gekozen(self, vondst: Taalvondst | None) -> None:
        while (oud := self._keuzerij.takeAt(0)) is not None:
            widget = oud.widget()
            if widget is not None:
                widget.hide()  # else a show that is still queued makes it a window of its own
                widget.setParent(None)
                widget.deleteLater()
        for nummer, keuze in enumerate(vondst.keuzes if vondst else ()):
            self._keuzerij.addWidget(self._keuzeknop(nummer, keuze))
        self._keuzes.setVisible(vondst is not None and bool(vondst.keuzes))
        self.uitleg.setText(vondst.uitleg if vondst else "")
        self.uitleg.setVisible(vondst is not None)
        self.mag.setVisible(vondst is not None and vondst.soort is Vondstsoort.MOEILIJK)
        self._wijs_aan(vondst)

    def _keuzeknop(self, nummer: int, keuze: str) -> Knop:
        knop = Knop(keuze.replace("&", "&&") or "Haal weg")
        knop.setAccessibleName(f"Zet in de plaats: {keuze}" if keuze else "Haal dit woord weg")
        if nummer == 0:
            knop.setToolTip("Zet dit in de plaats (Ctrl+.)")
        knop.clicked.connect(lambda _aan=False, n=nummer: self._pas_toe(n))
        return knop

    def _pas_toe(self, keuze: int) -> None:
        if self.markering.pas_toe(keuze):
            self.markering.veld.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wijs_aan(self, vondst: Taalvondst | None) -> None:
        """Let the list follow the place one is at."""
        rijen = range(self.lijst.count())
        rij = next((r for r in rijen if self._vondst(self.lijst.item(r)) == vondst), -1)
        self.lijst.setCurrentRow(rij)

    def _on_regel(self, item: QListWidgetItem) -> None:
        self.markering.ga_naar(self._vondst(item))
        self.markering.veld.setFocus(Qt.FocusReason.OtherFocusReason)

    def _vondst(self, item: QListWidgetItem) -> Taalvondst:
        vondst: Taalvondst = item.data(Qt.ItemDataRole.UserRole)
        return vondst

    def _vraag_woord(self) -> None:
        gekozen = self.markering.veld.textCursor().selectedText().strip()
        self.vraag.begin(gekozen if "\u2029" not in gekozen else "")

    def _laat_toe(self) -> None:
        vondst = self.markering.huidig
        if vondst is not None:
            self.vraag.laat_toe(vondst.woorden)
