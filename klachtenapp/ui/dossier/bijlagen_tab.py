"""Tab *Bijlagen*: files in (button or drag and drop), out, and a copy to look at.

What a file is comes from its content and stands beside its name. A program can only be
saved; what may carry orders of someone else is opened after a warning.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QInputDialog,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from klachtenapp.domain.bestandssoort import Bestandsoordeel, Gevaar
from klachtenapp.domain.dossier import DocumentInfo
from klachtenapp.domain.rollen import mag
from klachtenapp.services import bijlage_uit, bijlagen
from klachtenapp.services.bijlagen import Toegevoegd
from klachtenapp.ui import messages, tokens
from klachtenapp.ui.bouwstenen import Knop, LegeStaat, Melding, Tekst
from klachtenapp.ui.dossier.beeld import Dossierbeeld
from klachtenapp.ui.dossier.bevoegd import BIJLAGEN, houd_voor
from klachtenapp.ui.dossier.deur import Deur, Tabblad
from klachtenapp.ui.dossier.documentenlijst import Documentenlijst, grootte, wanneer

KiesBestanden = Callable[[QWidget], Sequence[str]]
KiesDoel = Callable[[QWidget, str], str]
VraagReden = Callable[[QWidget, str], str]
OpenBestand = Callable[[Path], bool]
Waarschuw = Callable[[QWidget, str], bool]

_TEKENS = {Gevaar.LET_OP: "▲ ", Gevaar.ALLEEN_OPSLAAN: "■ "}
_SOORTKOLOM = 1


def vraag_bestanden(ouder: QWidget) -> Sequence[str]:
    """Ask which files to add."""
    paden, _ = QFileDialog.getOpenFileNames(ouder, "Bijlagen toevoegen", str(Path.home()))
    return paden


def vraag_doel(ouder: QWidget, naam: str) -> str:
    """Ask where to save an attachment."""
    pad, _ = QFileDialog.getSaveFileName(ouder, "Bijlage opslaan", str(Path.home() / naam))
    return pad


def vraag_reden(ouder: QWidget, naam: str) -> str:
    """Ask why an attachment goes; empty when the user thinks better of it."""
    reden, goed = QInputDialog.getText(
        ouder,
        "Bijlage verwijderen",
        f"'{naam}' gaat uit het dossier. Dit kunt u niet terugdraaien.\n"
        "Waarom moet deze bijlage weg? (Noem geen namen.)",
    )
    return reden if goed else ""


def open_bestand(pad: Path) -> bool:
    """Let the system show a file with its own program; returns whether it found one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(pad)))


def waarschuw(ouder: QWidget, zin: str) -> bool:
    """Ask whether to open what may do harm."""
    return messages.ask(ouder, zin, titel="Weet u wie dit stuurde?", ja="Toch openen")


class BijlagenTab(Tabblad):
    """The attachments of a dossier."""

    def __init__(
        self,
        deur: Deur,
        *,
        kies_bestanden: KiesBestanden = vraag_bestanden,
        kies_doel: KiesDoel = vraag_doel,
        vraag_reden: VraagReden = vraag_reden,
        open_bestand: OpenBestand = open_bestand,
        waarschuw: Waarschuw = waarschuw,
    ) -> None:
        super().__init__(deur)
        self._kies_bestanden = kies_bestanden
        self._kies_doel = kies_doel
        self._vraag_reden = vraag_reden
        self._open_bestand = open_bestand
        self._waarschuw = waarschuw
        self._oordelen: dict[int, Bestandsoordeel] = {}
        self._beeld: Dossierbeeld | None = None
        self._gezegd_over = 0
        mag_erbij = mag(deur.runner.ctx.rollen, BIJLAGEN)
        self.setAcceptDrops(mag_erbij)
        self.toevoegen = Knop("Toevoegen…", icoon="plus")
        houd_voor(self.toevoegen, BIJLAGEN, deur.runner.ctx.rollen)
        self.toevoegen.clicked.connect(self._on_toevoegen)
        self.opslaan = Knop("Opslaan als…")
        self.opslaan.clicked.connect(self._on_opslaan)
        self.openen = Knop("Openen")
        self.openen.clicked.connect(self._on_openen)
        self.verwijderen = Knop("Verwijderen…")
        houd_voor(self.verwijderen, BIJLAGEN, deur.runner.ctx.rollen)
        self.verwijderen.clicked.connect(self._on_verwijderen)
        self.melding = Melding()
        self.lijst = Documentenlijst("Bijlagen", ("Naam", "Soort", "Grootte", "Toegevoegd"))
        self.lijst.geopend.connect(lambda _id: self._on_openen())
        self.lijst.itemSelectionChanged.connect(self._on_andere)
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
        knoppen.addWidget(self.openen)
        knoppen.addWidget(self.opslaan)
        knoppen.addWidget(self.verwijderen)
        hulp = Tekst("Openen toont een kopie.", "klein", afkappen=True)
        hulp.zet_korter("")
        knoppen.addWidget(hulp, 1)
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
        self.lijst.zet([(d, self._woorden(d)) for d in eigen])
        self._vlak.setCurrentIndex(1 if eigen else 0)
        for knop in (self.openen, self.opslaan, self.verwijderen):
            knop.setEnabled(bool(eigen))
        self._kleur()
        if self.isVisible():
            self._vraag_soorten()

    def showEvent(self, event: QShowEvent) -> None:
        """Look what the files are, the first time somebody looks at them."""
        super().showEvent(event)
        self._vraag_soorten()

    def _woorden(self, info: DocumentInfo) -> tuple[str, ...]:
        return info.naam, self._soort(info.id), grootte(info.bytes), wanneer(info)

    def _soort(self, document: int) -> str:
        oordeel = self._oordelen.get(document)
        return f"{_TEKENS.get(oordeel.gevaar, '')}{oordeel.woord}" if oordeel else "…"

    def _vraag_soorten(self) -> None:
        if self._beeld is None:
            return
        eigen = {d.id for d in self._beeld.dossier.documenten if d.soort == bijlagen.BIJLAGE}
        if eigen - self._oordelen.keys():
            kenmerk = self._beeld.dossier.kenmerk
            self.deur.runner.run(lambda ctx: bijlage_uit.soorten(ctx, kenmerk), self._on_soorten)

    def _on_soorten(self, oordelen: dict[int, Bestandsoordeel]) -> None:
        self._oordelen |= oordelen
        for document in oordelen:
            self.lijst.schrijf(document, _SOORTKOLOM, self._soort(document))
        self._kleur()

    def _kleur(self) -> None:
        for document, oordeel in self._oordelen.items():
            if oordeel.zinnen:
                self.lijst.kleur(document, _SOORTKOLOM, "\n".join(oordeel.zinnen), goed=False)

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
        self._zeg(0, fout)

    def _gekozen(self) -> DocumentInfo | None:
        if self._beeld is None:
            return None
        documenten = self._beeld.dossier.documenten
        return next((d for d in documenten if d.id == self.lijst.gekozen), None)

    def _zeg(self, document: int, zin: str) -> None:
        """Say something about one attachment; it goes when another is chosen."""
        self._gezegd_over = document
        self.melding.toon(zin, "let op")

    def _on_andere(self) -> None:
        if self._gezegd_over and self.lijst.gekozen != self._gezegd_over:
            self._zeg(0, "")

    def _on_opslaan(self) -> None:
        info = self._gekozen()
        pad = self._kies_doel(self, info.naam) if info else ""
        if pad:
            self.sla_op(Path(pad))

    def _on_openen(self) -> None:
        """Look at a copy; first a warning for what may carry orders of someone else."""
        info = self._gekozen()
        oordeel = self._oordelen.get(info.id) if info else None
        if info is None or oordeel is None:
            return
        self._zeg(0, "")
        zin = f"{info.naam} ({oordeel.woord}). {' '.join(oordeel.zinnen)}"
        if not oordeel.mag_open:
            self._zeg(info.id, f"{zin} U kunt het alleen opslaan.")
        elif oordeel.gevaar is Gevaar.GEEN or self._waarschuw(self, zin):
            self.deur.runner.run(
                lambda ctx: bijlage_uit.om_te_bekijken(ctx, info.id),
                lambda pad: self._on_kopie(info.id, pad),
            )

    def _on_kopie(self, document: int, pad: Path) -> None:
        if self._open_bestand(pad):
            self.deur.navigatie.meld(
                f"Kopie geopend: {pad.name}. Wijzigingen blijven niet bewaard."
            )
        else:
            self._zeg(
                document, f"Deze computer heeft geen programma voor {pad.name}. Kies Opslaan als."
            )

    def _on_verwijderen(self) -> None:
        info = self._gekozen()
        reden = self._vraag_reden(self, info.naam).strip() if info else ""
        if info is None or self._beeld is None or not reden:
            return
        kenmerk = self._beeld.dossier.kenmerk
        self.deur.schrijf(
            lambda ctx: bijlage_uit.verwijder(ctx, kenmerk, info.id, reden),
            "Bijlage verwijderd.",
            mislukt=lambda fout: self.melding.toon(str(fout), "let op"),
        )

    def sla_op(self, pad: Path) -> None:
        """Write the chosen attachment to a file."""
        document = self.lijst.gekozen
        if document:
            self.deur.runner.run(
                lambda ctx: bijlagen.bewaar_als(ctx, document, pad),
                lambda waar: self.deur.navigatie.meld(f"Opgeslagen: {waar}"),
            )
