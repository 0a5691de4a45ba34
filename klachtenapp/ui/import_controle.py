"""Step 3 of taking over a register: what was made of every row, before anything is saved."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klachtenapp.services.importeren import Importverslag, Verdict
from klachtenapp.ui import formatting, tokens
from klachtenapp.ui.bouwstenen import ChipGroep, Kaart, Schuifvlak, Tabel, Tekst
from klachtenapp.ui.import_model import (
    ALLES,
    BREEDTEN,
    KLAGER,
    ONDERWERP,
    OPVALT,
    OVERGESLAGEN,
    TEKENS,
    ImportModel,
    rijen,
    uitleg,
)

_ONDER = 132


class ControleStap(QWidget):
    """Chips that filter on the verdict, the rows, and all about the row that is selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verslag: Importverslag | None = None
        self.filter = ChipGroep(verplicht=True, naam="Toon rijen")
        self.filter.gewijzigd.connect(lambda _welke: self._toon_rijen())
        self.model = ImportModel(self)
        self.tabel = Tabel("Rijen van het oude register")
        self.tabel.setModel(self.model)
        self.tabel.zet_breedten(BREEDTEN, {KLAGER: 1, ONDERWERP: 2, OPVALT: 4})
        self.tabel.selectionModel().selectionChanged.connect(lambda _a, _b: self._toon_uitleg())
        self._uitleg = Tekst("", "gewoon")
        self._bestand = Tekst("", "gedempt")
        for tekst in (self._uitleg, self._bestand):
            tekst.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.setSpacing(tokens.RUIMTE_M)
        opmaak.addWidget(self.filter)
        opmaak.addWidget(self.tabel, 1)
        onder = QHBoxLayout()
        onder.setSpacing(tokens.RUIMTE_M)
        onder.addWidget(_kaart("Deze rij", self._uitleg), 3)
        onder.addWidget(_kaart("Over het hele bestand", self._bestand), 2)
        opmaak.addLayout(onder)

    def toon(self, verslag: Importverslag) -> None:
        """Show this verdict; rows that need a look come first."""
        self._verslag = verslag
        aantallen = {verdict.value: len(verslag.met(verdict)) for verdict in reversed(Verdict)}
        keuzes = [(ALLES, f"Alle {formatting.getal(verslag.gelezen)}")]
        for welke, aantal in (*aantallen.items(), (OVERGESLAGEN, len(verslag.overgeslagen))):
            if aantal:
                teken, woord, _ = TEKENS[welke]
                keuzes.append((welke, f"{teken} {formatting.getal(aantal)} {woord}"))
        self.filter.zet_keuzes(keuzes)
        self.filter.zet(ALLES)
        self._bestand.setText("\n".join(f"• {zin}" for zin in verslag.opmerkingen) or "–")
        self._toon_rijen()

    def begin(self) -> None:
        """Put the keyboard in the table."""
        self.tabel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toon_rijen(self) -> None:
        if self._verslag is None:
            return
        self.model.stel(rijen(self._verslag, self.filter.waarde() or ALLES))
        self.tabel.kies(0)
        self._toon_uitleg()

    def _toon_uitleg(self) -> None:
        rij = self.model.rij(self.tabel.gekozen_rij())
        self._uitleg.setText(uitleg(rij) if rij is not None else "")


def _kaart(titel: str, tekst: Tekst) -> Kaart:
    vlak = QWidget()
    binnen = QVBoxLayout(vlak)
    binnen.setContentsMargins(0, 0, 0, 0)
    binnen.addWidget(tekst)
    binnen.addStretch(1)
    kaart = Kaart(titel)
    kaart.voeg_toe(Schuifvlak(vlak), 1)
    kaart.setFixedHeight(tokens.px(_ONDER))
    return kaart
