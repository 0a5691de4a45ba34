"""Beheer, section Woorden: difficult words of our own, and what we write instead."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from klachtenapp.domain.rollen import Recht
from klachtenapp.services import taalcheck
from klachtenapp.ui import tokens
from klachtenapp.ui.beheer.sectie import Sectie
from klachtenapp.ui.bouwstenen import Knop, Tekst
from klachtenapp.ui.bouwstenen.veldrij import Veldrij
from klachtenapp.ui.navigatie import Navigatie
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.taalmeter import taalkennis


class WoordenSectie(Sectie):
    """The own words below each other; a new one is saved by the button of the section."""

    titel = "Woorden"
    recht = Recht.TEKSTEN
    uitleg = (
        "De leesmeter kent al ruim honderd moeilijke woorden. Hier zet u er eigen woorden bij. "
        "Laat u het gewone woord leeg? Dan mag het moeilijke woord voortaan."
    )

    def __init__(self, runner: Runner, navigatie: Navigatie) -> None:
        super().__init__(runner, navigatie)
        kaart = self.kaart("Nieuw woord")
        rij = Veldrij()
        rij.voeg_toe(self.tekst("moeilijk", "Moeilijk woord"), 200, 1)
        rij.voeg_toe(self.tekst("gewoon", "Gewoon woord"), 200, 1)
        kaart.voeg_toe(rij)
        kaart.inhoud.addWidget(self.knop, 0, Qt.AlignmentFlag.AlignLeft)
        self.kaart_eigen = self.kaart("Onze woorden")
        self._leeg = Tekst("U heeft nog geen eigen woorden.", "gedempt")
        self.kaart_eigen.voeg_toe(self._leeg)
        self._lijst: QWidget | None = None
        self.opmaak.addStretch(1)
        self.maak_vuil(False)

    def ververs(self) -> None:
        """Show the stored words."""
        self._runner.run(taalcheck.eigen_woorden, self._on_woorden)

    def bewaar(self) -> None:
        """Add the word that was typed."""
        ingevuld = self.velden.lees()
        moeilijk, gewoon = ingevuld.get("moeilijk", ""), ingevuld.get("gewoon", "")
        self.sla_op(
            lambda ctx: taalcheck.bewaar_eigen_woord(ctx, moeilijk, gewoon),
            self._on_bewaard,
            "Het woord staat op de lijst.",
        )

    def haal_weg(self, woord: str) -> None:
        """Take a word off the list."""
        self._runner.run(
            lambda ctx: taalcheck.verwijder_eigen_woord(ctx, woord), self._on_weg, schrijft=True
        )

    def knoppen(self) -> list[Knop]:
        """Return the buttons that take a word away, in the order of the list."""
        return self._lijst.findChildren(Knop) if self._lijst is not None else []

    def _on_bewaard(self, woorden: dict[str, str]) -> None:
        self.toon({"moeilijk": "", "gewoon": ""})
        self._on_woorden(woorden)
        taalkennis(self._runner).laad()

    def _on_weg(self, woorden: dict[str, str]) -> None:
        self._on_woorden(woorden)
        taalkennis(self._runner).laad()
        self._navigatie.meld("Het woord is van de lijst.")

    def _on_woorden(self, woorden: dict[str, str]) -> None:
        if self._lijst is not None:
            self._lijst.hide()
            self._lijst.deleteLater()
        self._lijst = QWidget()
        rooster = QGridLayout(self._lijst)
        rooster.setContentsMargins(0, 0, 0, 0)
        rooster.setHorizontalSpacing(tokens.RUIMTE_L)
        rooster.setColumnStretch(1, 1)
        for rij, (moeilijk, gewoon) in enumerate(woorden.items()):
            weg = Knop("Weghalen", stil=True)
            weg.setAccessibleName(f"{moeilijk} weghalen")
            weg.clicked.connect(partial(self._op_knop, moeilijk))
            rooster.addWidget(Tekst(moeilijk, "sterk"), rij, 0)
            rooster.addWidget(Tekst(gewoon or "mag gewoon", "gewoon" if gewoon else "gedempt"),
                              rij, 1)  # fmt: skip
            rooster.addWidget(weg, rij, 2)
        self.kaart_eigen.voeg_toe(self._lijst)
        self._toon_teruggekomen()
        self._leeg.setVisible(not woorden)

    def _op_knop(self, woord: str, _aan: bool = False) -> None:
        self.haal_weg(woord)
