"""Tab *Gesprekken en horen*: every contact with what was said and agreed, newest first."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from klachtenapp.domain import dagtekst, verloop
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.dossier import Gebeurtenis
from klachtenapp.domain.toezeggingen import openstaand
from klachtenapp.services import agenda, gesprekskaart
from klachtenapp.services.gesprekskaart import Gespreksblad
from klachtenapp.ui import tokens
from klachtenapp.ui.bestanden import KiesPad
from klachtenapp.ui.bouwstenen import Kaart, Knop, Kop, LegeStaat, Schuifvlak, Stroom, Tekst
from klachtenapp.ui.dossier.beeld import Dossierbeeld
from klachtenapp.ui.dossier.belofteblok import Belofteblok
from klachtenapp.ui.dossier.bevoegd import houd_voor, recht_bij
from klachtenapp.ui.dossier.deur import Deur, Tabblad
from klachtenapp.ui.dossier.woorden import antwoorden, titel
from klachtenapp.ui.pdf_venster import PdfVenster

SOORTEN = frozenset(
    {G.GESPREK, G.HOREN_GEPLAND, G.GEHOORD, G.AFGEZIEN_VAN_HOREN, G.VERSLAG_VASTGESTELD,
     G.TEVREDENHEID_VASTGESTELD, G.TERUGGEKOPPELD, G.BELOFTE_NAGEKOMEN}
)  # fmt: skip
_HANDELINGEN = (
    "leg_gesprek_vast",
    "plan_horen",
    "leg_horen_vast",
    "zie_af_van_horen",
    "stel_verslag_vast",
    "koppel_terug",
)


def vraag_ics(ouder: QWidget, bestandsnaam: str) -> str:
    """Ask where to save the agenda file; empty when the user thinks better of it."""
    pad, _ = QFileDialog.getSaveFileName(
        ouder, "Opslaan voor de agenda", str(Path.home() / bestandsnaam), "Agenda (*.ics)"
    )
    return pad


def contacten(beeld: Dossierbeeld) -> list[Gebeurtenis]:
    """Return the conversations and hearings that still count, newest first."""
    gevonden = [g for g in beeld.dossier.geldige_gebeurtenissen if g.soort in SOORTEN]
    return sorted(gevonden, key=lambda g: (g.op, g.vastgelegd_op, g.id), reverse=True)


class Contactkaart(Kaart):
    """One conversation: what, when, by whom, and every answer with its question."""

    def __init__(self, gebeurtenis: Gebeurtenis, functies: Mapping[str, str]) -> None:
        super().__init__()
        self.inhoud.setContentsMargins(16, 10, 16, 12)
        kop = QHBoxLayout()
        kop.addWidget(Kop(titel(gebeurtenis), 2))
        kop.addStretch(1)
        kop.addWidget(Tekst(dagtekst.kort(gebeurtenis.op), "gedempt", afkappen=False))
        self.inhoud.addLayout(kop)
        rooster = QGridLayout()
        rooster.setHorizontalSpacing(tokens.RUIMTE_L)
        rooster.setVerticalSpacing(tokens.RUIMTE_XS)
        rooster.setColumnStretch(1, 1)
        regels = [*antwoorden(gebeurtenis, functies), ("Vastgelegd door", gebeurtenis.door)]
        for rij, (vraag, antwoord) in enumerate(regels):
            label = Tekst(vraag, "gedempt")
            label.setMinimumWidth(tokens.px(170))
            label.setMaximumWidth(tokens.px(210))
            waarde = Tekst(antwoord)
            waarde.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            rooster.addWidget(label, rij, 0, Qt.AlignmentFlag.AlignTop)
            rooster.addWidget(waarde, rij, 1)
        self.inhoud.addLayout(rooster)
        self.setAccessibleName(f"{titel(gebeurtenis)}, {dagtekst.kort(gebeurtenis.op)}")


class GesprekkenTab(Tabblad):
    """The contact log, with a button for each kind of conversation that can be added now."""

    def __init__(self, deur: Deur, *, kies_ics: KiesPad = vraag_ics) -> None:
        super().__init__(deur)
        self.kies_ics = kies_ics
        self.knoppen: dict[str, Knop] = {}
        self.agenda: Knop | None = None
        self._kenmerk = ""
        self._balk = QWidget()
        self._stroom = Stroom(self._balk)
        self.kaartknop = Knop("Gesprekskaart", icoon="telefoon")
        self.kaartknop.setToolTip("Wat u bij de hand heeft als u belt: wie, wat en hoe u begint")
        self.kaartknop.clicked.connect(self._on_kaart)
        self._stroom.addWidget(self.kaartknop)
        self.papier: PdfVenster | None = None
        binnen = QWidget()
        self._lijst = QVBoxLayout(binnen)
        self._lijst.setContentsMargins(0, 0, tokens.RUIMTE_M, 0)
        self._lijst.setSpacing(tokens.RUIMTE_S)
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.setSpacing(tokens.RUIMTE_M)
        opmaak.addWidget(self._balk)
        opmaak.addWidget(Schuifvlak(binnen), 1)

    def toon(self, beeld: Dossierbeeld) -> None:
        """Show the conversations of this dossier."""
        self._zet_knoppen(beeld)
        self._kenmerk, self.agenda = beeld.dossier.kenmerk, None
        while (item := self._lijst.takeAt(0)) is not None:
            oud = item.widget()
            if oud is not None:
                oud.deleteLater()
        if openstaand(beeld.dossier):
            self._lijst.addWidget(Belofteblok(beeld.dossier, beeld.vandaag, self.deur))
        gevonden = contacten(beeld)
        plan = verloop.laatste_nu(beeld.dossier, G.HOREN_GEPLAND)
        for gebeurtenis in gevonden:
            kaart = Contactkaart(gebeurtenis, beeld.namen.functies)
            if gebeurtenis is plan and beeld.dossier.is_open:
                self.agenda = self._agendaknop()
                kaart.inhoud.addWidget(self.agenda, 0, Qt.AlignmentFlag.AlignLeft)
            self._lijst.addWidget(kaart)
        if gevonden:
            self._lijst.addStretch(1)
        else:
            self._lijst.addWidget(
                LegeStaat("telefoon", "Nog niemand gesproken", "Een telefoontje lost veel op.")
            )

    def teksten(self) -> list[str]:
        """Return every word on the cards, as it is shown."""
        return [label.text() for label in self.findChildren(QLabel) if not label.isHidden()]

    def _on_kaart(self) -> None:
        kenmerk = self._kenmerk
        if kenmerk:
            self.deur.runner.run(lambda ctx: gesprekskaart.maak(ctx, kenmerk), self._op_papier)

    def _op_papier(self, blad: Gespreksblad) -> None:
        if self.papier is None:
            self.papier = PdfVenster(self, self.deur.runner, self.deur.navigatie, "Gesprekskaart")
        self.papier.toon(blad.pdf, blad.bestandsnaam)

    def _agendaknop(self) -> Knop:
        knop = Knop("Voor de agenda (.ics)…")
        knop.setToolTip("Een bestand voor Outlook of een andere agenda, zonder namen")
        knop.clicked.connect(self._on_agenda)
        return knop

    def _on_agenda(self) -> None:
        kenmerk = self._kenmerk
        pad = self.kies_ics(self, agenda.naam(kenmerk))
        if pad:
            self.deur.runner.run(
                lambda ctx: agenda.bewaar(ctx, kenmerk, Path(pad)), self._op_schijf
            )

    def _op_schijf(self, pad: Path) -> None:
        self.deur.navigatie.meld(f"{pad.name} staat klaar. Open het om het in uw agenda te zetten.")

    def _zet_knoppen(self, beeld: Dossierbeeld) -> None:
        """Offer what fits now; what cannot be done yet says why."""
        keuzes = {keuze.naam: keuze for keuze in beeld.keuzes}
        for naam in _HANDELINGEN:
            keuze = keuzes.get(naam)
            if keuze is not None and naam not in self.knoppen:
                knop = Knop(f"{keuze.label}…")
                houd_voor(knop, recht_bij(naam), self.deur.runner.ctx.rollen)
                knop.clicked.connect(lambda _aan=False, n=naam: self.deur.open_handeling(n))
                self._stroom.addWidget(knop)
                self.knoppen[naam] = knop
            if naam in self.knoppen:
                self.knoppen[naam].setVisible(keuze is not None)
            if keuze is not None:
                self.knoppen[naam].setEnabled(not keuze.blokkade)
                self.knoppen[naam].setToolTip(keuze.blokkade or keuze.uitleg)
                self.knoppen[naam].setAccessibleDescription(keuze.blokkade or keuze.uitleg)
