"""Beheer, section Register: where it lies, how it stands, its copies and its imports."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from klachtenapp.domain.rollen import Recht, mag
from klachtenapp.services import beheer, gebruikers, reservekopie, schijftest
from klachtenapp.services.beheer import Registerinfo
from klachtenapp.services.context import Context
from klachtenapp.services.reservekopie import Bevinding, Reservekopie
from klachtenapp.ui import formatting, tokens
from klachtenapp.ui.beheer.controle import Controleuitslag
from klachtenapp.ui.beheer.importen import Importen
from klachtenapp.ui.beheer.kopieen import Kopieen
from klachtenapp.ui.beheer.sectie import Sectie
from klachtenapp.ui.bouwstenen import Knop, Melding, Stroom, Tekst
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.runner import Runner

_SCHIJF = {
    "lokaal": "deze computer",
    "netwerk": "een netwerkmap (meer mensen kunnen erbij)",
}
_GEEN_KOPIE = "nog nooit"


class RegisterSectie(Sectie):
    """Facts to read, and what keeps the register safe."""

    titel = "Register"
    recht = None
    uitleg = "Alle meldingen, brieven en bijlagen staan in één bestand."

    def __init__(self, runner: Runner, navigatie: Navigatie) -> None:
        super().__init__(runner, navigatie)
        self.knop.hide()
        kaart = self.kaart("Het bestand")
        feiten = QWidget()
        self._rooster = QGridLayout(feiten)
        self._rooster.setContentsMargins(0, 0, 0, 0)
        self._rooster.setHorizontalSpacing(tokens.RUIMTE_L)
        self._rooster.setColumnStretch(1, 1)
        self._waarden: dict[str, Tekst] = {}
        for rij, wat in enumerate(
            ("Plek", "Schijf", "Journaal", "Grootte", "Meldingen", "Laatste reservekopie")
        ):
            naam = QLabel(wat)
            naam.setProperty("rol", "label")
            self._waarden[wat] = Tekst("")
            self._waarden[wat].setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._rooster.addWidget(naam, rij, 0, Qt.AlignmentFlag.AlignTop)
            self._rooster.addWidget(self._waarden[wat], rij, 1)
        kaart.voeg_toe(feiten)
        self.knop_kopie = Knop("Reservekopie maken", icoon="kopie")
        self.knop_kopie.clicked.connect(lambda: self._maak_kopie())
        self.knop_controle = Knop("Controleren", icoon="vink")
        self.knop_controle.setAccessibleName("Register controleren")
        self.knop_controle.clicked.connect(lambda: self._controleer())
        self.knop_schijf = Knop("Test deze schijf", icoon="schijf")
        self.knop_schijf.setToolTip("Kijkt of deze schijf snel en veilig genoeg is")
        self.knop_schijf.clicked.connect(lambda: self._test_schijf())
        knoppen = QWidget()
        stroom = Stroom(knoppen)
        for knop in (self.knop_kopie, self.knop_controle, self.knop_schijf):
            stroom.addWidget(knop)
        self.wolk = Melding("", "let op")
        kaart.voeg_toe(self.wolk)
        kaart.voeg_toe(knoppen)
        self.uitslag = Controleuitslag(mag(runner.ctx.rollen, Recht.BEHEREN))
        self.uitslag.index.connect(self._herbouw_index)
        self.uitslag.terugzetten.connect(self.zet_terug)
        kaart.voeg_toe(self.uitslag)
        self.kopieen = Kopieen(runner, navigatie)
        self.kopieen.terugzetten.connect(self.zet_terug)
        self.opmaak.addWidget(self.kopieen)
        self.importen = Importen(runner, navigatie)
        self._importeert = mag(runner.ctx.rollen, Recht.IMPORTEREN)
        self.opmaak.addWidget(self.importen)
        if not self._importeert:
            self.importen.hide()
        self.opmaak.addStretch(1)

    def ververs(self) -> None:
        """Ask how the register stands now."""
        self._runner.run(beheer.registerinfo, self._on_info)
        if self._importeert:
            self.importen.ververs()
        self.kopieen.ververs()

    @property
    def vuil(self) -> bool:
        """Whether the choice for the copies was typed and not saved."""
        return self.kopieen.vuil

    def _on_info(self, info: Registerinfo) -> None:
        vandaag = self._runner.ctx.vandaag
        kopie = info.laatste_kopie
        self.wolk.toon(info.wolkzin)
        for wat, tekst in {
            "Plek": info.pad,
            "Schijf": _SCHIJF.get(info.soort_schijf, info.soort_schijf),
            "Journaal": f"{info.journaal} (gecontroleerd bij het openen)",
            "Grootte": _grootte(info.bytes),
            "Meldingen": f"{formatting.getal(info.meldingen)}, waarvan "
            f"{formatting.getal(info.openstaand)} lopend",
            "Laatste reservekopie": formatting.moment(kopie, vandaag) if kopie else _GEEN_KOPIE,
        }.items():
            self._waarden[wat].setText(tekst)

    def _maak_kopie(self) -> None:
        self.fout.toon("")
        self.knop_kopie.setEnabled(False)
        self._runner.run(reservekopie.maak, self._on_kopie, mislukt=self._on_mislukt)

    def _on_kopie(self, kopie: Reservekopie) -> None:
        self.knop_kopie.setEnabled(True)
        self.fout.toon(kopie.tweede_fout, "let op")
        self._navigatie.meld(f"De reservekopie is gemaakt en gecontroleerd: {kopie.pad.name}.")
        self.ververs()

    def _controleer(self) -> None:
        self.knop_controle.setEnabled(False)
        self._navigatie.zeg("Het register wordt gecontroleerd …")
        # Beside the worker: it reads every page, on a connection of its own.
        self._runner.run_ernaast(
            lambda ctx: reservekopie.controleer(ctx.register.pad, ctx.register.sleutel),
            self._on_gecontroleerd,
        )

    def _test_schijf(self) -> None:
        self.fout.toon("")
        self.knop_schijf.setEnabled(False)
        self._navigatie.zeg("De schijf wordt getest …")
        pad = Path(self._runner.ctx.postadres)
        self._runner.run_ernaast(
            lambda _ctx: schijftest.test(pad), self._on_getest, mislukt=self._on_mislukt
        )

    def _on_getest(self, bevindingen: Sequence[Bevinding]) -> None:
        self.knop_schijf.setEnabled(True)
        self.uitslag.toon(bevindingen, kan_herstellen=False)
        self._navigatie.meld("De schijf is getest.")

    def _on_gecontroleerd(self, bevindingen: Sequence[Bevinding]) -> None:
        self.knop_controle.setEnabled(True)
        self.uitslag.toon(bevindingen)
        if all(bevinding.goed for bevinding in bevindingen):
            self._navigatie.meld("Het register is in orde.")
        else:
            self._navigatie.zeg("Er is iets met het register. Zie hierboven.")

    def _herbouw_index(self) -> None:
        self._runner.run(
            reservekopie.herbouw_zoekindex,
            lambda _aantal: self._controleer(),
            schrijft=True,
            mislukt=self._on_mislukt,
        )

    def zet_terug(self) -> None:
        """Open the window in which a copy is put back, and go on with what it left."""
        from klachtenapp.ui.herstel import HerstelVenster  # noqa: PLC0415 - rarely needed

        ctx = self._runner.ctx
        venster = HerstelVenster(
            ctx.register.pad, ctx.clock.now, self, sleutel=ctx.register.sleutel
        )
        venster.hersteld.connect(self._on_hersteld)
        venster.exec()
        venster.deleteLater()

    def _on_hersteld(self, _register: object) -> None:
        self._runner.run(_opnieuw, self._runner.vervang, mislukt=self._on_mislukt)

    def _on_mislukt(self, fout: Exception) -> None:
        self.knop_kopie.setEnabled(True)
        self.knop_controle.setEnabled(True)
        self.knop_schijf.setEnabled(True)
        self.fout.toon(str(fout))


def _opnieuw(ctx: Context) -> Context:
    """Return the context as the register says it now: who is there, whose it is."""
    ctx.register.heropen()
    return gebruikers.ververs(beheer.ververs(ctx))


def _grootte(aantal: int) -> str:
    if aantal < 1024 * 1024:
        return f"{max(1, aantal // 1024)} kB"
    return f"{aantal / 1024 / 1024:.1f} MB".replace(".", ",")
