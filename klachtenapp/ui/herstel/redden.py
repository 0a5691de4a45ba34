"""Page of the window: what saving does, and where the new register comes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from klachtenapp.ui import bestanden, tokens
from klachtenapp.ui.bouwstenen import Knop, Tekst, Veldregel

_UITLEG = (
    "Het programma leest alles wat in het beschadigde bestand nog te lezen is. Dat komt in een "
    "nieuw register. Het beschadigde bestand verandert niet. Gooi het niet weg: misschien kan ICT "
    "er later meer uit halen.",
    "Daarna ziet u wat er ontbreekt. Vergelijk dat met een oude reservekopie, met de verzonden "
    "brieven en met uw post.",
)


class ReddenStap(QWidget):
    """Asks for the name of the new file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.uit = QLineEdit()
        self.regel = Veldregel("Het nieuwe register", self.uit)
        anders = Knop("Andere plek…", icoon="map")
        anders.setAccessibleName("Een andere plek voor het nieuwe register kiezen")
        anders.setAutoDefault(False)
        anders.clicked.connect(lambda: self._kies())
        rij = QHBoxLayout()
        rij.addWidget(anders)
        rij.addStretch(1)
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.setSpacing(tokens.RUIMTE_M)
        for zin in _UITLEG:
            opmaak.addWidget(Tekst(zin))
        opmaak.addWidget(self.regel)
        opmaak.addLayout(rij)
        opmaak.addStretch(1)

    def toon(self, uit: Path) -> None:
        """Propose this file."""
        self.regel.wis_fout()
        self.uit.setText(str(uit))

    def pad(self) -> Path | None:
        """Return the file that was chosen."""
        tekst = self.uit.text().strip()
        return Path(tekst) if tekst else None

    def _kies(self) -> None:
        pad = bestanden.kies_bewaren(
            self, "Waar komt het nieuwe register?", self.uit.text(), (bestanden.REGISTER,)
        )
        if pad is not None:
            self.uit.setText(str(pad))
