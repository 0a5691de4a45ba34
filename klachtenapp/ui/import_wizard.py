"""Taking over an old register in four calm steps: file, columns, check, done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget

from klachtenapp.domain.dagtekst import aantal
from klachtenapp.errors import KlachtenappError
from klachtenapp.services import importeren
from klachtenapp.services.context import Context
from klachtenapp.services.importeren import Importverslag, Indeling, Kolomkeuze, Werkmap
from klachtenapp.ui import bestanden, messages
from klachtenapp.ui.bouwstenen import Knop, Pagina, Voortgangskaart
from klachtenapp.ui.bouwstenen.tekst import zet_rol
from klachtenapp.ui.import_bestand import BestandStap
from klachtenapp.ui.import_controle import ControleStap
from klachtenapp.ui.import_klaar import KlaarStap
from klachtenapp.ui.import_kolommen import KolommenStap
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.taak import Gestopt, Lopend, Voortgang

T = TypeVar("T")

BESTAND, KOLOMMEN, CONTROLE, KLAAR = range(4)
_STAPPEN: Final = ("1 Bestand", "2 Kolommen", "3 Controleren", "4 Klaar")
_ONDERSCHRIFT: Final = (
    "Kies het Excel- of CSV-bestand waarin de klachten nu staan. Er verandert nog niets.",
    "Kijk of elke kolom op de goede plek komt. U kunt elke keuze veranderen.",
    "Zo komen de rijen in het register. Er is nog niets bewaard.",
    "De meldingen staan in het register.",
)
_ONGEDAAN: Final = (
    "De meldingen van deze keer gaan weer uit het register. Dat kan zolang niemand eraan heeft "
    "gewerkt. Het oude bestand blijft zoals het is."
)


@dataclass(frozen=True, slots=True)
class _Gelezen:
    werkmap: Werkmap
    indeling: Indeling


class ImportWizard(Pagina):
    """The page *Oud register overnemen*. Everything slow runs in the worker and can be stopped."""

    naam = "importeren"

    def __init__(self, runner: Runner, navigatie: Navigatie) -> None:
        super().__init__("Oud register overnemen", _ONDERSCHRIFT[BESTAND])
        self._runner = runner
        self._navigatie = navigatie
        self._werkmap: Werkmap | None = None
        self._indeling: Indeling | None = None
        self._verslag: Importverslag | None = None
        self._kaart: Voortgangskaart | None = None
        self._lopend: Lopend | None = None
        self.bestand = BestandStap()
        self.kolommen = KolommenStap()
        self.controle = ControleStap()
        self.klaar = KlaarStap()
        self._stapel = QStackedWidget()
        for stap in (self.bestand, self.kolommen, self.controle, self.klaar):
            self._stapel.addWidget(stap)
        self.vorige = Knop("Terug", icoon="terug")
        self.volgende = Knop("Verder", primair=True)
        self.acties.addWidget(self.vorige)
        self.acties.addWidget(self.volgende)
        self._stappen = self._maak_stappen()
        self.inhoud.addWidget(self._stapel, 1)
        self._verbind()
        self._toon_stap(BESTAND)

    def _maak_stappen(self) -> list[QLabel]:
        rij = QHBoxLayout()
        stappen = []
        for tekst in _STAPPEN:
            label = QLabel(tekst)
            rij.addWidget(label)
            stappen.append(label)
        rij.addStretch(1)
        self.inhoud.addLayout(rij)
        return stappen

    def _verbind(self) -> None:
        self.bestand.gekozen.connect(self.open_bestand)
        self.kolommen.gewijzigd.connect(self._deel_opnieuw_in)
        self.vorige.clicked.connect(lambda: self._toon_stap(self.stap - 1))
        self.volgende.clicked.connect(self._verder)
        self.klaar.bewaren.clicked.connect(self.bewaar_verslag)
        self.klaar.ongedaan.clicked.connect(self.maak_ongedaan)
        self.klaar.nog_een.clicked.connect(lambda: self._toon_stap(BESTAND))

    @property
    def stap(self) -> int:
        """Which step is shown, from 0."""
        return self._stapel.currentIndex()

    def begin(self) -> None:
        """Put the keyboard where the step begins."""
        beginnen = (
            self.bestand.knop.setFocus,
            self.kolommen.begin,
            self.controle.begin,
            self.volgende.setFocus,
        )
        beginnen[self.stap]()

    # -- from step to step --------------------------------------------------------------------

    def open_bestand(self, pad: Path) -> None:
        """Read a file and go to its columns."""
        self.bestand.melding.toon("")
        self._begin(
            f"{pad.name} lezen",
            lambda _ctx, _voortgang, gestopt: _lees(pad, gestopt),
            self._gelezen,
        )

    def _gelezen(self, uit: _Gelezen) -> None:
        self._klaar_met_taak()
        self._werkmap = uit.werkmap
        self._toon_indeling(uit.indeling)
        self._toon_stap(KOLOMMEN)

    def _deel_opnieuw_in(self, keuze: Kolomkeuze) -> None:
        werkmap = self._werkmap
        if werkmap is None:
            return
        self.volgende.setEnabled(False)
        self._runner.run(
            lambda _ctx: importeren.stel_voor(werkmap, keuze),
            self._toon_indeling,
            mislukt=lambda fout: self.kolommen.weiger(str(fout)),
            vervangt="importindeling",
        )

    def _toon_indeling(self, indeling: Indeling) -> None:
        self._indeling = indeling
        self.kolommen.toon(indeling)
        self.volgende.setEnabled(self._kan_verder(KOLOMMEN))

    def _verder(self) -> None:
        if self.stap == KOLOMMEN:
            self.controleer()
        elif self.stap == CONTROLE:
            self.neem_over()
        else:
            self._navigatie.toon_pagina("register")

    def controleer(self) -> None:
        """Judge every row and show the verdicts."""
        werkmap, indeling = self._werkmap, self._indeling
        if werkmap is None or indeling is None:
            return
        self._begin(
            "Rijen beoordelen",
            lambda ctx, voortgang, gestopt: importeren.beoordeel(
                ctx, werkmap, indeling, voortgang=voortgang, gestopt=gestopt
            ),
            self._beoordeeld,
        )

    def _beoordeeld(self, verslag: Importverslag) -> None:
        self._klaar_met_taak()
        self._verslag = verslag
        self.controle.toon(verslag)
        self._toon_stap(CONTROLE)

    def neem_over(self) -> None:
        """Save all accepted rows at once."""
        verslag = self._verslag
        if verslag is None:
            return
        self._begin(
            "Meldingen overnemen",
            lambda ctx, _voortgang, gestopt: importeren.voer_in(ctx, verslag, gestopt=gestopt),
            self._overgenomen,
            schrijft=True,
        )

    def _overgenomen(self, verslag: Importverslag) -> None:
        self._klaar_met_taak()
        self._verslag = verslag
        self.klaar.toon(verslag)
        self._toon_stap(KLAAR)
        self._navigatie.meld(self.klaar.melding.tekst())

    def _toon_stap(self, stap: int) -> None:
        self._stapel.setCurrentIndex(stap)
        for nummer, label in enumerate(self._stappen):
            zet_rol(label, "penning-blauw" if nummer == stap else "penning-gewoon")
            label.setAccessibleName(f"Stap {label.text()}{', nu' if nummer == stap else ''}")
        self.onderschrift.setText(_ONDERSCHRIFT[stap])
        self.vorige.setVisible(stap in (KOLOMMEN, CONTROLE))
        self.volgende.setVisible(stap != BESTAND)
        self.volgende.setText(self._volgende_tekst(stap))
        self.volgende.setEnabled(self._kan_verder(stap))
        self.begin()

    def _volgende_tekst(self, stap: int) -> str:
        if stap == CONTROLE:
            return f"{aantal(self._te_doen(), 'melding', 'meldingen')} overnemen"
        return "Naar het register" if stap == KLAAR else "Verder"

    def _kan_verder(self, stap: int) -> bool:
        """Whether there is anything to go on with: a sheet that takes part, rows to save."""
        if stap == KOLOMMEN:
            return self._indeling is not None and any(b.mee for b in self._indeling.bladen)
        return stap != CONTROLE or self._te_doen() > 0

    def _te_doen(self) -> int:
        if self._verslag is None:
            return 0
        return len(self._verslag.aanvaard) - self._verslag.al_aanwezig

    # -- the report and the way back -------------------------------------------------------------

    def bewaar_verslag(self) -> None:
        """Ask where, and write the report as an Excel file."""
        verslag = self._verslag
        if verslag is None:
            return
        voorstel = f"verslag {Path(verslag.bestand).stem}.xlsx"
        pad = bestanden.kies_bewaren(self, "Verslag opslaan", voorstel, (bestanden.WERKBLAD,))
        if pad is not None:
            self._runner.run(
                lambda _ctx: importeren.verslag_xlsx(verslag, pad),
                lambda _niets: self._navigatie.meld(f"Verslag opgeslagen als {pad.name}"),
            )

    def maak_ongedaan(self) -> None:
        """Take the import back, after asking."""
        verslag = self._verslag
        if verslag is None or not messages.ask(
            self, _ONGEDAAN, titel="Overnemen ongedaan maken?", ja="Ongedaan maken"
        ):
            return
        self._runner.run(
            lambda ctx: importeren.maak_ongedaan(ctx, verslag.import_id),
            self._ongedaan_gemaakt,
            schrijft=True,
        )

    def _ongedaan_gemaakt(self, kenmerken: list[str]) -> None:
        self.klaar.toon_ongedaan(len(kenmerken))
        self._navigatie.meld("Het overnemen is ongedaan gemaakt")

    # -- slow work ---------------------------------------------------------------------------------

    def _begin(
        self,
        titel: str,
        werk: Callable[[Context, Voortgang, Gestopt], T],
        klaar: Callable[[T], None],
        *,
        schrijft: bool = False,
    ) -> None:
        """Start one long job; a card with *Stoppen* appears when it takes a while."""
        if self._lopend is not None:
            return
        self.volgende.setEnabled(False)
        self._kaart = Voortgangskaart(self.window(), titel)
        self._lopend = self._runner.run_long(
            werk, klaar, schrijft=schrijft, mislukt=self._mislukt, voortgang=self._kaart.stand
        )
        self._kaart.begin(self._lopend.stop)

    def _klaar_met_taak(self) -> None:
        if self._kaart is not None:
            self._kaart.klaar()
            self._kaart.deleteLater()
        self._kaart, self._lopend = None, None

    def _mislukt(self, fout: KlachtenappError) -> None:
        gestopt = self._lopend is not None and self._lopend.gestopt
        self._klaar_met_taak()
        self._toon_stap(self.stap)
        if gestopt:
            self._navigatie.zeg("Gestopt, er is niets veranderd")
        elif self.stap == BESTAND:
            self.bestand.melding.toon(str(fout), "fout")
        elif self.stap == KOLOMMEN:
            self.kolommen.weiger(str(fout))
        else:
            messages.fail(self, fout)


def _lees(pad: Path, gestopt: Gestopt) -> _Gelezen:
    werkmap = importeren.lees_bestand(pad, gestopt=gestopt)
    return _Gelezen(werkmap, importeren.stel_voor(werkmap, gestopt=gestopt))
