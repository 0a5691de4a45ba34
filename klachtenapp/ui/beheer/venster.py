"""Beheer, section Envelop en venster: where the address must lie, with a page to try it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klachtenapp.domain import gemeentevelden
from klachtenapp.domain.gemeente import Gemeente, VensterKant
from klachtenapp.errors import KlachtenappError
from klachtenapp.services import beheer, correspondentie, inrichting
from klachtenapp.services.context import Context
from klachtenapp.ui import tokens
from klachtenapp.ui.beheer.sectie import Sectie
from klachtenapp.ui.bouwstenen import ChipGroep, Kaart, Knop, Veldregel
from klachtenapp.ui.bouwstenen.veldrij import Veldrij
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.pdf_voorbeeld import PdfVoorbeeld
from klachtenapp.ui.runner import Runner


class VensterSectie(Sectie):
    """The measures at the left, the test page at the right."""

    titel = "Envelop en venster"
    uitleg = (
        "Print het testblad en vouw het in uw eigen vensterenvelop. Ligt het kader niet goed in "
        "het venster? Pas dan de maten aan."
    )

    def __init__(self, runner: Runner, navigatie: Navigatie) -> None:
        super().__init__(runner, navigatie)
        rij = QHBoxLayout()
        rij.setSpacing(tokens.RUIMTE_L)
        links = QVBoxLayout()
        links.setSpacing(tokens.RUIMTE_M)
        links.addWidget(self._maten())
        links.addStretch(1)
        rij.addLayout(links, 2)
        self._testblad = PdfVoorbeeld(runner, navigatie)
        self._testblad.setMinimumSize(tokens.px(260), tokens.px(420))
        rij.addWidget(self._testblad, 3)
        self.opmaak.addLayout(rij, 1)
        toon = Knop("Testblad tonen")
        toon.clicked.connect(lambda: self._toon_testblad())
        terug = Knop("Gewone maten invullen")
        terug.clicked.connect(lambda: self._standaard())
        self.sluit_af(toon, terug)

    def ververs(self) -> None:
        """Show the stored measures and their test page."""
        if not self.vuil:
            self._runner.run(beheer.gemeente, self._on_gemeente)

    def bewaar(self) -> None:
        """Save the measures."""
        ingevuld = self.velden.lees()
        self.sla_op(
            lambda ctx: inrichting.bewaar_gemeente(ctx, ingevuld),
            self._on_bewaard,
            "De maten van het venster zijn bewaard.",
        )

    def _maten(self) -> QWidget:
        kaart = Kaart("Maten in millimeters")
        kaart.inhoud.setSpacing(tokens.RUIMTE_M)
        kant = ChipGroep([(k.value, k.value) for k in VensterKant], verplicht=True)
        regel = Veldregel("Het venster zit", kant)
        self.velden.koppel("venster_kant", kant, regel)
        kant.gewijzigd.connect(lambda _kant: self._standaard())
        kaart.voeg_toe(regel)
        for paar in (
            (("venster_x", "Van links"), ("venster_y", "Van boven")),
            (("venster_breedte", "Breedte"), ("venster_hoogte", "Hoogte")),
            (("venster_regelhoogte", "Regelhoogte"), ("venster_vouwlijn", "Vouwlijn")),
        ):
            rij = Veldrij()
            for naam, label in paar:
                rij.voeg_toe(self.tekst(naam, label), 110, 1)
            kaart.voeg_toe(rij)
        return kaart

    def _standaard(self) -> None:
        """Fill in the measures with which one begins for the chosen side."""
        kant = VensterKant(self.velden.lees()["venster_kant"] or VensterKant.LINKS.value)
        self.velden.zet(gemeentevelden.venstervelden(gemeentevelden.standaardvenster(kant)))
        self.velden.wis_fouten()
        self.maak_vuil()
        self._toon_testblad()

    def _toon_testblad(self) -> None:
        ingevuld = self.velden.lees()

        def werk(ctx: Context) -> bytes:
            wie = gemeentevelden.met_velden(ctx.gemeente, ingevuld)
            return correspondentie.venstertest(wie, ctx)

        self._runner.run(
            werk, self._on_testblad, mislukt=self._on_niet_getekend, vervangt="venstertest"
        )

    def _on_testblad(self, pdf: bytes) -> None:
        self._testblad.toon(pdf, "Testblad venster.pdf")

    def _on_niet_getekend(self, fout: KlachtenappError) -> None:
        self._on_geweigerd(fout)
        self._testblad.wis("Verbeter eerst de maten hiernaast.")

    def _on_gemeente(self, gemeente: Gemeente) -> None:
        if not self.vuil:
            self.toon(gemeentevelden.venstervelden(gemeente.venster))
            self._toon_testblad()

    def _on_bewaard(self, ctx: Context) -> None:
        self.nieuw_kader(ctx)
        self._toon_testblad()
