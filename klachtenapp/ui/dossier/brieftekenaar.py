"""Who signs the letter: the proposal with its reason, and a hint when it is someone else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven import Tekenvoorstel
from klachtenapp.domain.brieven.ondertekening import verschil
from klachtenapp.domain.dossier import Dossier
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Melding, Tekst, Veldregel
from klachtenapp.ui.invoervelden import Keuzelijst, bij_wijziging
from klachtenapp.ui.leidinghint import Leidinghint


class Brieftekenaar(QWidget):
    """A list of names with below it why this one is proposed, or that someone else spoke."""

    gewijzigd = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._soort: BriefSoort | None = None
        self._dossier: Dossier | None = None
        self._voorstel = Tekenvoorstel(None, "")
        self._reden = Tekst("", "klein")
        self.hint = Melding(soort="info")
        self.leidinghint = Leidinghint({})
        self._kolom = QVBoxLayout(self)
        self._kolom.setContentsMargins(0, 0, 0, 0)
        self._kolom.setSpacing(tokens.RUIMTE_XS)
        self._kolom.addWidget(self._reden)
        self._kolom.addWidget(self.hint)
        self._kolom.addWidget(self.leidinghint)
        self._regel: Veldregel | None = None
        self.lijst = Keuzelijst(())

    def stel(
        self,
        soort: BriefSoort,
        dossier: Dossier,
        voorstel: Tekenvoorstel,
        namen: Sequence[str],
        gekozen: str = "",
        leidinggevenden: Mapping[str, str] | None = None,
    ) -> None:
        """Ask who signs letter ``soort``; ``gekozen`` was chosen before it was left."""
        self._soort, self._dossier, self._voorstel = soort, dossier, voorstel
        self.leidinghint.zet(leidinggevenden or {})
        eerste = voorstel.wie.naam if voorstel.wie else ""
        keuzes = dict.fromkeys([*([eerste] if eerste else []), *namen])
        if self._regel is not None:
            self._regel.hide()
            self._regel.deleteLater()
        self.lijst = Keuzelijst([(naam, naam) for naam in keuzes])
        self.lijst.zet_waarde(gekozen or eerste)
        bij_wijziging(self.lijst, self._on_keuze)
        self._regel = Veldregel("Wie tekent?", self.lijst)
        self._kolom.insertWidget(0, self._regel)
        self._leg_uit()

    def keuze(self) -> str:
        """Return who was chosen instead of the proposal; empty for the proposal."""
        naam = self.lijst.waarde()
        return "" if self._voorstel.wie and naam == self._voorstel.wie.naam else naam

    def naam(self) -> str:
        """Return who signs as it stands now."""
        return self.lijst.waarde()

    def zet_fout(self, tekst: str) -> None:
        """Say below the list that this person cannot sign; empty when all is well."""
        if self._regel is not None and tekst:
            self._regel.fout(tekst)
        elif self._regel is not None:
            self._regel.wis_fout()

    def _on_keuze(self) -> None:
        self.zet_fout("")
        self._leg_uit()
        self.gewijzigd.emit()

    def _leg_uit(self) -> None:
        if self._soort is None or self._dossier is None:
            return
        self._reden.setText("" if self.keuze() else self._voorstel.reden)
        self._reden.setVisible(bool(self._reden.heel()))
        self.hint.toon(verschil(self._soort, self.naam(), self._dossier))
        self.leidinghint.toets(self.naam(), self._dossier)
