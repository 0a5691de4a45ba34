"""Stappenplan: the page of the counter. Choose for whom, one key, and the paper is there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klachtenapp.domain.dossier import Dossier
from klachtenapp.errors import KlachtenappError, RegelFout
from klachtenapp.services import balie, typwerk
from klachtenapp.services.balie import Begin, Keuze
from klachtenapp.services.context import Context
from klachtenapp.services.typwerk import Plek, Stuk
from klachtenapp.ui import messages, tokens
from klachtenapp.ui.balie.vormkaart import Vormkaart
from klachtenapp.ui.balie.wiekaart import IEDEREEN, MET_NUMMER, NIEUW, Wiekaart
from klachtenapp.ui.bouwstenen import Knop, Pagina, Schuifvlak
from klachtenapp.ui.bouwstenen.vastebreedte import VasteBreedte
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.paginatoets import Paginatoets
from klachtenapp.ui.pdf_voorbeeld import KiesPrinter, PdfVoorbeeld, vraag_printer
from klachtenapp.ui.printkeuze import vaste_printer
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.teruggekomen import Teruggekomen
from klachtenapp.ui.typwacht import Typwacht

_KOLOM = 362
_PRINT = "Printen (Enter)"
_SCHRIJF_OP = "Opschrijven en printen (Ctrl+P)"


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
        self._kies_printer = kies_printer
        self._keuze = Keuze()
        self._getoond: Keuze | None = None
        self._bij_geprint = Keuze()
        self._print_straks = False
        self._uid_intake = str(uuid4())
        self.voorbeeld = PdfVoorbeeld(
            runner, navigatie, kies_printer=self._vraag_printer, vaste=self._vaste_printer
        )
        self.voorbeeld.geprint.connect(self._on_geprint)
        self.voorbeeld.hele_pagina()
        self.wie = Wiekaart(self._runner)
        self._bouw()
        self.typwacht = Typwacht(runner, self._typwerk, {Plek.BALIE}, self)
        self.typwacht.mislukt.connect(navigatie.zeg)
        for tekst in self.typwacht.haal_terug().values():
            self._neem_terug(typwerk.lees(tekst, dict[str, str]) or {})

    def sluit(self) -> None:
        """Keep the last letters that were typed; the next window brings them back."""
        self.typwacht.sluit()

    def _typwerk(self) -> dict[Stuk, object]:
        """Return the klacht that is told now; with its uid it is taken in once."""
        getypt = self.wie.intake.lees()
        uid = {"uid": self._uid_intake}
        return {Stuk("", Plek.BALIE): getypt | uid} if any(getypt.values()) else {}

    def _neem_terug(self, getypt: Mapping[str, str]) -> None:
        if getypt:
            self._uid_intake = getypt.get("uid", self._uid_intake)
            self.wie.intake.zet(getypt)
            self.wie.zet(NIEUW)
            self._on_wie(NIEUW)
            self.hervat.meld("De klacht is nog niet opgeschreven.")

    def ververs(self) -> None:
        """Draw the paper again: a term, a name or a language may have changed."""
        self._getoond = None
        self._runner.run(balie.begin, self._on_begin, vervangt="stappenplan begin")
        self._teken()

    def begin(self) -> None:
        """Start at the button: Enter prints what everybody may have."""
        self.knop_print.setFocus(Qt.FocusReason.OtherFocusReason)

    def kies(self, kenmerk: str) -> None:
        """Show the stappenplan of one klager, in the form that suits that person."""
        self._runner.run(lambda ctx: balie.voorstel(ctx, kenmerk), self._on_voorstel)

    def print_nu(self) -> None:
        """Print what is shown; a klacht that is told now goes into the register first."""
        if self.wie.soort == NIEUW:
            self._schrijf_op()
        else:
            self.voorbeeld.print_nu()

    def _bouw(self) -> None:
        self.hervat = Teruggekomen()
        self.hervat.weggooien.connect(self.wie.intake.wis)
        self.inhoud.addWidget(self.hervat)
        keuzes = QWidget()
        opmaak = QVBoxLayout(keuzes)
        opmaak.setContentsMargins(0, 0, tokens.RUIMTE_S, 0)
        opmaak.setSpacing(tokens.RUIMTE_M)
        self.wie.gekozen.connect(self.kies)
        self.wie.gewisseld.connect(self._on_wie)
        self.vorm = Vormkaart()
        self.vorm.zet(self._keuze)
        self.vorm.gewijzigd.connect(self._on_vorm)
        opmaak.addWidget(self.wie)
        opmaak.addWidget(self.vorm)
        opmaak.addStretch(1)
        kolom = QWidget()
        onder_elkaar = QVBoxLayout(kolom)
        onder_elkaar.setContentsMargins(0, 0, 0, 0)
        onder_elkaar.setSpacing(tokens.RUIMTE_M)
        onder_elkaar.addWidget(Schuifvlak(keuzes), 1)
        onder_elkaar.addLayout(self._bouw_knoppen())
        VasteBreedte(kolom, _KOLOM)
        rij = QHBoxLayout()
        rij.setSpacing(tokens.RUIMTE_L)
        rij.addWidget(kolom)
        rij.addWidget(self.voorbeeld, 1)
        self.inhoud.addLayout(rij, 1)
        Paginatoets(self, "Ctrl+P", self.print_nu, niet_in=self.voorbeeld)

    def _bouw_knoppen(self) -> QVBoxLayout:
        """Return the button that is always in sight, below what scrolls."""
        self.knop_print = Knop(_PRINT, primair=True, icoon="printer")
        self.knop_print.setAccessibleName("Stappenplan printen")
        self.knop_print.setMinimumHeight(tokens.px(56))
        self.knop_print.clicked.connect(lambda: self.print_nu())
        knoppen = QVBoxLayout()
        knoppen.setContentsMargins(0, 0, tokens.RUIMTE_S, 0)
        knoppen.addWidget(self.knop_print)
        return knoppen

    def _vraag_printer(self, ouder: QWidget, titel: str, paginas: int) -> QPrinter | None:
        return self._gekeerd(self._kies_printer(ouder, titel, paginas))

    def _vaste_printer(self, titel: str) -> QPrinter | None:
        return self._gekeerd(vaste_printer(titel))

    def _gekeerd(self, printer: QPrinter | None) -> QPrinter | None:
        """Turn a booklet over its short side, whatever was chosen or used last."""
        if printer is not None and self._bij_geprint.formaat == "vouw":
            printer.setDuplex(QPrinter.DuplexMode.DuplexShortSide)
        return printer

    def _on_begin(self, begin: Begin) -> None:
        self.vorm.zet_talen(begin.talen)
        if begin.beurt is not None and self.wie.soort == IEDEREEN:
            self._zet(replace(
                self._keuze, variant=begin.beurt.variant,
                formaat="a4" if self._keuze.groot else begin.beurt.formaat,
            ))  # fmt: skip

    def _on_vorm(self) -> None:
        self._keuze = self.vorm.lees(self._keuze)
        self._teken()

    def _on_wie(self, soort: str) -> None:
        self.knop_print.setText(_SCHRIJF_OP if soort == NIEUW else _PRINT)
        self.knop_print.setEnabled(True)
        if soort != MET_NUMMER and self._keuze.kenmerk:
            self._zet(replace(self._keuze, kenmerk=""))
        if soort == IEDEREEN:
            self._runner.run(balie.begin, self._on_begin, vervangt="stappenplan begin")

    def _on_voorstel(self, keuze: Keuze) -> None:
        self.wie.toon_gekozen(keuze.kenmerk)
        self.knop_print.setText(_PRINT)
        self._zet(keuze)
        self.knop_print.setFocus(Qt.FocusReason.OtherFocusReason)

    def _zet(self, keuze: Keuze) -> None:
        self._keuze = keuze
        self.vorm.zet(keuze)
        self._teken()

    def _teken(self) -> None:
        if self._keuze == self._getoond:
            self._print_als_gevraagd()
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
        self._print_als_gevraagd()

    def _print_als_gevraagd(self) -> None:
        if self._print_straks and self._bij_geprint.kenmerk:
            self._print_straks = False
            self.voorbeeld.print_nu()

    def _on_niet_gelukt(self, fout: KlachtenappError) -> None:
        self._getoond = None
        self._print_straks = False
        self.voorbeeld.wis(str(fout))
        self.knop_print.setEnabled(False)

    def _schrijf_op(self) -> None:
        """Register what was told; the same press twice is the same klacht."""
        ingevuld, uid = self.wie.intake.lees(), self._uid_intake
        self.wie.intake.wis_fouten()
        self.knop_print.setEnabled(False)

        def doe(ctx: Context) -> Keuze:
            return balie.voorstel(ctx, balie.schrijf_op(ctx, **ingevuld, uid=uid).kenmerk)

        self._runner.run(
            doe, self._on_opgeschreven, schrijft=True, mislukt=self._on_niet_opgeschreven
        )

    def _on_opgeschreven(self, keuze: Keuze) -> None:
        self._uid_intake = str(uuid4())
        self.wie.intake.wis()
        self.hervat.toon("")
        self.typwacht.kijk()  # what is in the register need not be brought back
        self._print_straks = True
        self._navigatie.meld(f"De klacht is opgeschreven onder nummer {keuze.kenmerk}.")
        self._on_voorstel(keuze)

    def _on_niet_opgeschreven(self, fout: KlachtenappError) -> None:
        self.knop_print.setEnabled(True)
        if not (isinstance(fout, RegelFout) and self.wie.intake.toon_fout(fout)):
            messages.fail(self, fout)

    def _on_geprint(self) -> None:
        keuze, uid = self._bij_geprint, str(uuid4())
        self._runner.run(
            lambda ctx: balie.noteer_meegegeven(ctx, keuze.kenmerk, uid, vorm=keuze.vorm),
            self._on_genoteerd,
            schrijft=True,
        )

    def _on_genoteerd(self, dossier: Dossier | None) -> None:
        if dossier is not None:
            self._navigatie.meld(f"Stappenplan meegegeven: vastgelegd bij {dossier.kenmerk}.")
