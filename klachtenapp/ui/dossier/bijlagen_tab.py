"""Tab *Bijlagen*: files in (button or drag and drop) and out; never opened from here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from klachtenapp.domain.rollen import mag
from klachtenapp.services import bijlagen
from klachtenapp.services.bijlagen import Toegevoegd
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Knop, LegeStaat, Melding, Tekst
from klachtenapp.ui.dossier.beeld import Dossierbeeld
from klachtenapp.ui.dossier.bevoegd import BIJLAGEN, houd_voor
from klachtenapp.ui.dossier.deur import Deur, Tabblad
from klachtenapp.ui.dossier.documentenlijst import Documentenlijst, grootte, wanneer

KiesBestanden = Callable[[QWidget], Sequence[str]]
KiesDoel = Callable[[QWidget, str], str]


def vraag_bestanden(ouder: QWidget) -> Sequence[str]:
    """Ask which files to add."""
    paden, _ = QFileDialog.getOpenFileNames(ouder, "Bijlagen toevoegen", str(Path.home()))
    return paden


def vraag_doel(ouder: QWidget, naam: str) -> str:
    """Ask where to save an attachment."""
    pad, _ = QFileDialog.getSaveFileName(ouder, "Bijlage opslaan", str(Path.home() / naam))
    return pad


class BijlagenTab(Tabblad):
    """The attachments of a dossier."""

    def __init__(
        self,
        deur: Deur,
        *,
        kies_bestanden: KiesBestanden = vraag_bestanden,
        kies_doel: KiesDoel = vraag_doel,
    ) -> None:
        super().__init__(deur)
        self._kies_bestanden = kies_bestanden
        self._kies_doel = kies_doel
        self._beeld: Dossierbeeld | None = None
        mag_erbij = mag(deur.runner.ctx.rollen, BIJLAGEN)
        self.setAcceptDrops(mag_erbij)
        self.toevoegen = Knop("Toevoegen…", icoon="plus")
        houd_voor(self.toevoegen, BIJLAGEN, deur.runner.ctx.rollen)
        self.toevoegen.clicked.connect(self._on_toevoegen)
        self.opslaan = Knop("Opslaan als…")
        self.opslaan.clicked.connect(self._on_opslaan)
        self.melding = Melding()
        self.lijst = Documentenlijst("Bijlagen", ("Naam", "Grootte", "Toegevoegd", "Controlegetal"))
        self.lijst.geopend.connect(lambda _id: self._on_opslaan())
        self._leeg = LegeStaat(
            "kopie",
            "Geen bijlagen",
            "Sleep bestanden hierheen, of kies Toevoegen." if mag_erbij else "",
        )
        self._vlak = QStackedWidget()
        self._vlak.addWidget(self._leeg)
        self._vlak.addWidget(self.lijst)
        knoppen = QHBoxLayout()
        knoppen.setSpacing(tokens.RUIMTE_S)
        knoppen.addWidget(self.toevoegen)
        knoppen.addWidget(self.opslaan)
        knoppen.addWidget(
            Tekst("Het programma opent een bijlage nooit zelf.", "klein", afkappen=True), 1
        )
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.setSpacing(tokens.RUIMTE_S)
        opmaak.addLayout(knoppen)
        opmaak.addWidget(self.melding)
        opmaak.addWidget(self._vlak, 1)

    def toon(self, beeld: Dossierbeeld) -> None:
        """Show the attachments of this dossier."""
        if self._beeld is not None and self._beeld.dossier.kenmerk != beeld.dossier.kenmerk:
            self.melding.toon("")
        self._beeld = beeld
        eigen = [d for d in reversed(beeld.dossier.documenten) if d.soort == bijlagen.BIJLAGE]
        self.lijst.zet([(d, (d.naam, grootte(d.bytes), wanneer(d), d.sha256[:12])) for d in eigen])
        self._vlak.setCurrentIndex(1 if eigen else 0)
        self.opslaan.setEnabled(bool(eigen))

    def voeg_toe(self, paden: Sequence[Path]) -> None:
        """Add files to the dossier."""
        if self._beeld is None or not paden:
            return
        kenmerk = self._beeld.dossier.kenmerk
        self.toevoegen.setEnabled(False)
        self.deur.runner.run(
            lambda ctx: bijlagen.voeg_toe(ctx, kenmerk, paden),
            self._on_toegevoegd,
            schrijft=True,
            mislukt=lambda fout: self._klaar(str(fout)),
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files from the desktop."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add the files that were dropped."""
        event.acceptProposedAction()
        self.voeg_toe([Path(u.toLocalFile()) for u in event.mimeData().urls() if u.isLocalFile()])

    def _on_toevoegen(self) -> None:
        self.voeg_toe([Path(pad) for pad in self._kies_bestanden(self)])

    def _on_toegevoegd(self, uitkomst: Toegevoegd) -> None:
        self._klaar(" ".join(uitkomst.geweigerd))
        aantal = len(uitkomst.gelukt)
        if aantal:
            wat = uitkomst.gelukt[0].naam if aantal == 1 else f"{aantal} bijlagen"
            self.deur.navigatie.meld(f"{wat} toegevoegd.")

    def _klaar(self, fout: str) -> None:
        self.toevoegen.setEnabled(True)
        self.melding.toon(fout, "let op")

    def _on_opslaan(self) -> None:
        document = self.lijst.gekozen
        if self._beeld is None or not document:
            return
        naam = next(d.naam for d in self._beeld.dossier.documenten if d.id == document)
        pad = self._kies_doel(self, naam)
        if pad:
            self.sla_op(Path(pad))

    def sla_op(self, pad: Path) -> None:
        """Write the chosen attachment to a file."""
        document = self.lijst.gekozen
        if document:
            self.deur.runner.run(
                lambda ctx: bijlagen.bewaar_als(ctx, document, pad),
                lambda waar: self.deur.navigatie.meld(f"Opgeslagen: {waar}"),
            )
