"""Stappenplan: the page of the counter. Choose for whom, one key, and the paper is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QVBoxLayout, QWidget

from klachtenapp.domain.dossier import Dossier
from klachtenapp.errors import KlachtenappError
from klachtenapp.services import balie
from klachtenapp.services.balie import ENGELS, NEDERLANDS, Keuze
from klachtenapp.services.zoeken import RegisterRegel
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import (
    ChipGroep,
    Kaart,
    Knop,
    Pagina,
    Schuifvlak,
    Tekst,
    Veldregel,
    Zoekveld,
)
from klachtenapp.ui.bouwstenen.vastebreedte import VasteBreedte
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.paginatoets import Paginatoets
from klachtenapp.ui.pdf_voorbeeld import KiesPrinter, PdfVoorbeeld, vraag_printer
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.vondstenlijst import KENMERK, Vondstenlijst

_KOLOM = 350
_GROOT = "groot"
_ALGEMEEN = "algemeen"
_PERSOONLIJK = "persoonlijk"


class StappenplanPage(Pagina):
    """At the left the choices, at the right the paper as it will be."""

    naam = "stappenplan"

    def __init__(
        self, runner: Runner, navigatie: Navigatie, *, kies_printer: KiesPrinter = vraag_printer
    ) -> None:
        super().__init__(
            "Stappenplan", "Een blad om mee te geven: zo behandelt de gemeente een klacht."
        )
        self._runner = runner
        self._navigatie = navigatie
        self._keuze = Keuze()
        self._getoond: Keuze | None = None
        self._bij_geprint = Keuze()
        self.voorbeeld = PdfVoorbeeld(runner, navigatie, kies_printer=kies_printer)
        self.voorbeeld.geprint.connect(self._on_geprint)
        self._bouw()

    def ververs(self) -> None:
        """Draw the paper again: a term or a name may have changed."""
        self._getoond = None
        self._teken()

    def begin(self) -> None:
        """Start at the button: Enter prints what everybody may have."""
        self.knop_print.setFocus(Qt.FocusReason.OtherFocusReason)

    def kies(self, kenmerk: str) -> None:
        """Show the stappenplan of one klager, in the form that suits that person."""
        self._runner.run(lambda ctx: balie.voorstel(ctx, kenmerk), self._on_voorstel)

    def print_nu(self) -> None:
        """Print what is shown."""
        self.voorbeeld.print_nu()

    def _bouw(self) -> None:
        kolom = QWidget()
        opmaak = QVBoxLayout(kolom)
        opmaak.setContentsMargins(0, 0, tokens.RUIMTE_S, 0)
        opmaak.setSpacing(tokens.RUIMTE_M)
        for kaart in (self._bouw_wie(), self._bouw_hoe(), self._bouw_verder()):
            opmaak.addWidget(kaart)
        opmaak.addStretch(1)
        vlak = Schuifvlak(kolom)
        VasteBreedte(vlak, _KOLOM)
        rij = QHBoxLayout()
        rij.setSpacing(tokens.RUIMTE_L)
        rij.addWidget(vlak)
        rij.addWidget(self.voorbeeld, 1)
        self.inhoud.addLayout(rij, 1)
        Paginatoets(self, "Ctrl+P", self.print_nu, niet_in=self.voorbeeld)

    def _bouw_wie(self) -> Kaart:
        kaart = Kaart("Voor wie?")
        self.wie = ChipGroep(
            [(_ALGEMEEN, "Iedereen"), (_PERSOONLIJK, "Iemand met een nummer")], verplicht=True
        )
        self.wie.setAccessibleName("Voor wie")
        _maak_groot(self.wie)
        self.wie.zet(_ALGEMEEN)
        self.wie.gewijzigd.connect(self._on_wie)
        kaart.voeg_toe(self.wie)
        self._zoekvak = QWidget()
        opmaak = QVBoxLayout(self._zoekvak)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.setSpacing(tokens.RUIMTE_S)
        self.zoek = Zoekveld("Nummer of naam")
        self.zoek.textEdited.connect(self._on_zoek)
        self.zoek.returnPressed.connect(self._neem_eerste)
        self._lijst = Vondstenlijst()
        self._lijst.itemClicked.connect(self._on_gekozen)
        self._lijst.itemActivated.connect(self._on_gekozen)
        self._gekozen = Tekst("", "sterk")
        self._gekozen.hide()
        for widget in (self.zoek, self._lijst, self._gekozen):
            opmaak.addWidget(widget)
        self._zoekvak.hide()
        kaart.voeg_toe(self._zoekvak)
        return kaart

    def _bouw_hoe(self) -> Kaart:
        kaart = Kaart("Hoe?")
        kaart.inhoud.setSpacing(tokens.RUIMTE_M)
        self.variant = ChipGroep([("kort", "kort"), ("compleet", "compleet")], verplicht=True)
        self.letters = ChipGroep([("gewoon", "gewoon"), (_GROOT, "groot")], verplicht=True)
        self.taal = ChipGroep([(NEDERLANDS, "Nederlands"), (ENGELS, "English")], verplicht=True)
        for label, groep in (
            ("Uitleg", self.variant), ("Letters", self.letters), ("Taal", self.taal)
        ):  # fmt: skip
            kaart.voeg_toe(Veldregel(label, groep))
            _maak_groot(groep)
            groep.gewijzigd.connect(self._on_vorm)
        self._zet_vorm()
        return kaart

    def _bouw_verder(self) -> Kaart:
        kaart = Kaart()
        self.knop_print = Knop("Printen (Ctrl+P)", primair=True, icoon="printer")
        self.knop_print.setAccessibleName("Stappenplan printen")
        self.knop_print.setMinimumHeight(tokens.px(52))
        self.knop_print.clicked.connect(lambda: self.print_nu())
        intake = Knop("Klacht opschrijven", icoon="nieuw")
        intake.setToolTip("Naar Nieuwe melding (Ctrl+N)")
        intake.clicked.connect(lambda: self._navigatie.nieuwe_melding())
        kaart.voeg_toe(self.knop_print)
        kaart.voeg_toe(intake)
        return kaart

    def _zet_vorm(self) -> None:
        self.variant.zet(self._keuze.variant)
        self.letters.zet(_GROOT if self._keuze.groot else "gewoon")
        self.taal.zet(self._keuze.taal)

    def _on_vorm(self, _waarde: str) -> None:
        self._keuze = replace(
            self._keuze,
            variant=self.variant.waarde(),
            groot=self.letters.waarde() == _GROOT,
            taal=self.taal.waarde(),
        )
        self._teken()

    def _on_wie(self, waarde: str) -> None:
        persoonlijk = waarde == _PERSOONLIJK
        self._zoekvak.setVisible(persoonlijk)
        if persoonlijk:
            self.zoek.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._keuze = replace(self._keuze, kenmerk="")
        self._gekozen.hide()
        self._teken()

    def _on_zoek(self, tekst: str) -> None:
        self._runner.run(
            lambda ctx: balie.zoek(ctx, tekst), self._on_gevonden, vervangt="stappenplan"
        )

    def _on_gevonden(self, regels: Sequence[RegisterRegel]) -> None:
        self._lijst.toon(regels, leeg=bool(self.zoek.text().strip()) and not regels)

    def _neem_eerste(self) -> None:
        eerste = self._lijst.item(0)
        if eerste is not None:
            self._on_gekozen(eerste)

    def _on_gekozen(self, item: QListWidgetItem) -> None:
        kenmerk = item.data(KENMERK)
        if kenmerk:
            self._gekozen.setText(item.text().splitlines()[0])
            self.kies(str(kenmerk))

    def _on_voorstel(self, keuze: Keuze) -> None:
        self._keuze = keuze
        self.wie.zet(_PERSOONLIJK)
        self._zoekvak.show()
        self._lijst.toon((), leeg=False)
        self._gekozen.setText(self._gekozen.heel() or keuze.kenmerk)
        self._gekozen.show()
        self._zet_vorm()
        self._teken()
        self.knop_print.setFocus(Qt.FocusReason.OtherFocusReason)

    def _teken(self) -> None:
        if self._keuze == self._getoond:
            return
        keuze = self._getoond = self._keuze
        self._runner.run(
            lambda ctx: (keuze, balie.stappenplan(ctx, keuze)),
            self._on_pdf,
            mislukt=self._on_niet_gelukt,
            vervangt="stappenplan tekenen",
        )

    def _on_pdf(self, uitkomst: tuple[Keuze, bytes]) -> None:
        self._bij_geprint, pdf = uitkomst
        naam = f"Stappenplan {self._bij_geprint.kenmerk}".strip()
        self.voorbeeld.toon(pdf, f"{naam}.pdf")
        self.knop_print.setEnabled(True)

    def _on_niet_gelukt(self, fout: KlachtenappError) -> None:
        self._getoond = None
        self.voorbeeld.wis(str(fout))
        self.knop_print.setEnabled(False)

    def _on_geprint(self) -> None:
        kenmerk, uid = self._bij_geprint.kenmerk, str(uuid4())
        if kenmerk:
            self._runner.run(
                lambda ctx: balie.noteer_meegegeven(ctx, kenmerk, uid),
                self._on_genoteerd,
                schrijft=True,
            )

    def _on_genoteerd(self, dossier: Dossier | None) -> None:
        if dossier is not None:
            self._navigatie.meld(f"Stappenplan meegegeven: vastgelegd bij {dossier.kenmerk}.")


def _maak_groot(groep: ChipGroep) -> None:
    """Make the choices large: someone is waiting, and the screen may stand far away."""
    for chip in groep.chips():
        chip.setMinimumHeight(tokens.px(42))
