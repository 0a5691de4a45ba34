"""Step 4 of taking over a register: what came of it, the report, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klachtenapp.domain.dagtekst import aantal
from klachtenapp.services.importeren import Importverslag, Verdict
from klachtenapp.ui import formatting, tokens
from klachtenapp.ui.bouwstenen import Kaart, Knop, Melding, Schuifvlak, Tekst


class KlaarStap(QWidget):
    """The outcome in words, the refused rows, and three buttons that the page connects."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.melding = Melding(soort="goed")
        self.bewaren = Knop("Verslag opslaan als Excel …", icoon="export")
        self.ongedaan = Knop("Overnemen ongedaan maken")
        self.nog_een = Knop("Nog een bestand")
        self._cijfers = Tekst("")
        self._rijen = Tekst("")
        self._rijen.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._geweigerd = Kaart("Niet overgenomen")
        vlak = QWidget()
        binnen = QVBoxLayout(vlak)
        binnen.setContentsMargins(0, 0, 0, 0)
        binnen.addWidget(self._rijen)
        binnen.addStretch(1)
        self._geweigerd.voeg_toe(Schuifvlak(vlak), 1)
        knoppen = QHBoxLayout()
        knoppen.setSpacing(tokens.RUIMTE_S)
        for knop in (self.bewaren, self.ongedaan, self.nog_een):
            knoppen.addWidget(knop)
        knoppen.addStretch(1)
        cijfers = Kaart("Wat er is gebeurd")
        cijfers.voeg_toe(self._cijfers)
        cijfers.inhoud.addLayout(knoppen)
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.setSpacing(tokens.RUIMTE_M)
        opmaak.addWidget(self.melding)
        opmaak.addWidget(cijfers)
        opmaak.addWidget(self._geweigerd, 1)
        opmaak.addStretch(0)

    def toon(self, verslag: Importverslag) -> None:
        """Show the report of an import that was saved."""
        nieuw = aantal(verslag.toegevoegd, "melding is", "meldingen zijn")
        if verslag.toegevoegd:
            self.melding.toon(f"{nieuw} overgenomen uit {verslag.bestand}.", "goed")
        else:
            self.melding.toon("Er is niets toegevoegd: alles stond al in het register.", "info")
        self._cijfers.setText("\n".join(_regels(verslag)))
        self.ongedaan.setVisible(bool(verslag.import_id))
        geweigerd = verslag.met(Verdict.GEWEIGERD)
        self._geweigerd.setVisible(bool(geweigerd))
        self._rijen.setText(
            "\n\n".join(
                f"{regel.blad}, rij {regel.rij}: {' '.join(regel.redenen)}\n{regel.inhoud}"
                for regel in geweigerd[:200]
            )
        )

    def toon_ongedaan(self, hoeveel: int) -> None:
        """Say that the import was taken back."""
        weg = aantal(hoeveel, "melding is", "meldingen zijn")
        self.melding.toon(f"Het overnemen is ongedaan gemaakt: {weg} weer weg.", "info")
        self.ongedaan.hide()


def _regels(verslag: Importverslag) -> list[str]:
    paren = (
        (verslag.gelezen, "gelezen"),
        (verslag.toegevoegd, "nieuw in het register"),
        (verslag.al_aanwezig, "stonden er al in"),
        (len(verslag.met(Verdict.LET_OP)), "overgenomen met een aanname (let op)"),
        (len(verslag.met(Verdict.GEWEIGERD)), "niet overgenomen"),
        (len(verslag.overgeslagen), "overgeslagen: titels, totalen en losse tekst"),
    )
    return [f"{formatting.getal(hoeveel)} {wat}" for hoeveel, wat in paren if hoeveel]
