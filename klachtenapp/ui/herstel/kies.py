"""First page: which copies there are, where they lie and how they are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klachtenapp.domain.bewaarschema import Soortkopie
from klachtenapp.services.kopielijst import Reservekopie
from klachtenapp.services.terugzetten import Huidig
from klachtenapp.ui import formatting, tokens
from klachtenapp.ui.bouwstenen import KLEURROL, Knop, Melding, Tabel, Tekst

_KOPPEN: Final = ("Gemaakt", "Waar", "Waarvoor", "Meldingen", "Laatste nummer", "Hoe is hij?")
_HOE: Final = len(_KOPPEN) - 1
_WAARVOOR: Final = {
    Soortkopie.GEWOON: "gewone kopie",
    Soortkopie.VOOR_HERSTEL: "voor een herstel",
    Soortkopie.VOOR_IMPORT: "voor een import",
    Soortkopie.VOOR_VERSIE: "voor een nieuwe versie",
}
_ONBEKEND: Final = ("nog niet bekeken", "gedempt")
_GELIJK: Final = ("✓ gelijk gebleven", "groen")
_ANDERS: Final = ("■ niet meer gelijk", "rood")
_ZONDER: Final = ("geen lijst erbij", "gedempt")


class KiesStap(QWidget):
    """The list of copies. ``gekozen`` follows each choice; ``ander`` asks for another file."""

    gekozen = Signal()
    verder = Signal()
    ander = Signal()
    redden = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kopieen: list[Reservekopie] = []
        self.nu = Tekst("Het register wordt bekeken …")
        self.let_op = Melding("", "let op")
        self.knop_redden = self.let_op.voeg_knop_toe("Redden wat te lezen is…", self.redden.emit)
        self._model = QStandardItemModel(0, len(_KOPPEN), self)
        self._model.setHorizontalHeaderLabels(_KOPPEN)
        self.tabel = Tabel("Reservekopieën")
        self.tabel.setModel(self._model)
        self.tabel.zet_rechts(3)
        self.tabel.zet_breedten((150, 120, 160, 104, 140, 160), {1: 1, 5: 1})
        self.tabel.selectionModel().currentRowChanged.connect(lambda *_: self.gekozen.emit())
        self.tabel.geopend.connect(lambda _rij: self.verder.emit())
        self.leeg = Tekst("Er zijn geen reservekopieën gevonden.", "gedempt")
        self.leeg.hide()
        self.knop_ander = Knop("Ander bestand…", icoon="map")
        self.knop_ander.setAccessibleName("Een reservekopie op een andere plek kiezen")
        self.knop_ander.clicked.connect(self.ander)
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.setSpacing(tokens.RUIMTE_M)
        opmaak.addWidget(self.nu)
        opmaak.addWidget(self.let_op)
        opmaak.addWidget(self.leeg)
        opmaak.addWidget(self.tabel, 1)
        rij = QHBoxLayout()
        rij.addWidget(self.knop_ander)
        rij.addStretch(1)
        opmaak.addLayout(rij)

    def toon_register(self, huidig: Huidig) -> None:
        """Say how the register stands now."""
        if not huidig.is_er:
            self.nu.setText(f"Het register is er niet: {huidig.pad}. Een kopie komt daar te staan.")
        elif huidig.heel:
            laatste = f", de laatste is {huidig.laatste}" if huidig.laatste else ""
            self.nu.setText(
                f"In het register staan nu {formatting.getal(huidig.meldingen)} meldingen"
                f"{laatste}. Kies naar welke kopie u terug wilt."
            )
        else:
            self.nu.setText(f"Het register: {huidig.pad}")
            self.let_op.toon(
                "Het register is beschadigd of niet te openen. Zet de nieuwste goede kopie "
                "terug. Is die er niet, of is hij te oud? Red dan wat nog te lezen is.",
            )

    def toon(self, kopieen: Sequence[Reservekopie], vandaag: date) -> None:
        """Show these copies; the first one is chosen."""
        self._kopieen = list(kopieen)
        self._model.setRowCount(0)
        for kopie in kopieen:
            self._model.appendRow([QStandardItem(tekst) for tekst in _cellen(kopie, vandaag)])
        for rij, kopie in enumerate(kopieen):
            self._zet_staat(rij, _ZONDER if kopie.manifest is None else _ONBEKEND)
            if kopie.afgekapt:
                self._zet_staat(rij, _ANDERS)
        self.leeg.setVisible(not kopieen)
        self.tabel.setVisible(bool(kopieen))
        if kopieen:
            self.tabel.kies(0)
            self.tabel.setFocus()

    def zet_gelijk(self, pad: Path, gelijk: bool) -> None:
        """Say of a copy whether it is still the same as when it was made."""
        for rij, kopie in enumerate(self._kopieen):
            if kopie.pad == pad and kopie.manifest is not None:
                self._zet_staat(rij, _GELIJK if gelijk else _ANDERS)

    def kopieen(self) -> list[Reservekopie]:
        """Return the copies that are shown."""
        return self._kopieen

    def keuze(self) -> Path | None:
        """Return the copy that is chosen."""
        rij = self.tabel.gekozen_rij()
        return self._kopieen[rij].pad if 0 <= rij < len(self._kopieen) else None

    def staat(self, rij: int) -> str:
        """Return what is said of the copy in this row."""
        return self._model.item(rij, _HOE).text()

    def _zet_staat(self, rij: int, staat: tuple[str, str]) -> None:
        tekst, kleur = staat
        item = self._model.item(rij, _HOE)
        item.setText(tekst)
        item.setData(kleur, KLEURROL)


def _cellen(kopie: Reservekopie, vandaag: date) -> tuple[str, ...]:
    tijd = f"{kopie.moment:%H:%M}"
    wanneer = formatting.moment(kopie.moment, vandaag)
    return (
        wanneer if wanneer.endswith(tijd) else f"{wanneer} {tijd}",
        "tweede plek" if kopie.op_tweede_plek else "bij het register",
        _WAARVOOR[kopie.soort],
        formatting.getal(kopie.aantallen["melding"]) if "melding" in kopie.aantallen else "?",
        kopie.manifest.laatste_kenmerk if kopie.manifest else "?",
        "",
    )
