"""The orange strip of the oefengemeente: says that nothing is real, moves the clock.

And lets one play a colleague: to see what that one sees, and to try signing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from klachtenapp.domain import dagtekst
from klachtenapp.services.oefenrol import Speler
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Knop, Tekst
from klachtenapp.ui.invoervelden import Keuzelijst

_UITLEG = "Alles hier is verzonnen. Probeer gerust uit."
_ZELF = "U speelt uzelf"


class Oefenstrook(QWidget):
    """``verzet`` carries by how many days the clock must go on; 0 means back to today.

    ``speel`` carries the number of the colleague whom the visitor wants to be; 0 is himself.
    """

    verzet = Signal(int)
    speel = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("oefenstrook")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        woord = QLabel("OEFENING")
        woord.setObjectName("oefenwoord")
        self._uitleg = Tekst(_UITLEG, afkappen=True)
        self._uitleg.zet_korter("Alles is verzonnen.", "")
        self._dag = QLabel()
        self._spelers: tuple[Speler, ...] = ()
        self._nu = 0
        self.wie = Keuzelijst([], leeg=_ZELF)
        self.wie.setAccessibleName("U speelt")
        self.wie.setToolTip("Kies een collega: zo ziet u wat die collega ziet en mag")
        self.wie.gewijzigd.connect(lambda: self.speel.emit(int(self.wie.waarde() or 0)))
        self.wie.setMinimumContentsLength(8)
        self._pincode = QLabel()
        rij = QHBoxLayout(self)
        rij.setContentsMargins(tokens.RUIMTE_XL, 5, tokens.RUIMTE_XL, 5)
        rij.setSpacing(tokens.RUIMTE_M)
        rij.addWidget(woord)
        rij.addWidget(self._uitleg, 1)
        rij.addWidget(self._pincode)
        rij.addWidget(self.wie, 1)
        rij.addWidget(self._dag)
        self._terug = Knop("Terug naar vandaag")
        self._terug.setToolTip("Zet de klok van de oefening weer gelijk")
        self._terug.clicked.connect(lambda: self.verzet.emit(0))
        for tekst, dagen in (("1 dag verder", 1), ("1 week verder", 7)):
            knop = Knop(tekst)
            knop.setToolTip("Verzet de klok van de oefening: zo ziet u termijnen verlopen")
            knop.clicked.connect(lambda _aan=False, stap=dagen: self.verzet.emit(stap))
            rij.addWidget(knop)
        rij.addWidget(self._terug)

    def zet(self, vandaag: date, verschil: int) -> None:
        """Show at which day the clock stands."""
        self._dag.setText(f"Klok: {dagtekst.kort(vandaag)}")
        self._terug.setEnabled(verschil != 0)

    def zet_spelers(self, spelers: Sequence[Speler], nu: int) -> None:
        """Offer whom one can play; ``nu`` is who one is, and with which PIN that one signs."""
        if tuple(spelers) != self._spelers:
            self._spelers = tuple(spelers)
            self.wie.blockSignals(True)
            self.wie.clear()
            self.wie.addItem(_ZELF, "")
            for speler in spelers:
                self.wie.addItem(f"U speelt {speler.naam}, {speler.rol}", str(speler.medewerker))
            self.wie.blockSignals(False)
        self._nu = nu
        self.wie_nu()
        pincode = next((s.pincode for s in spelers if s.medewerker == nu), "")
        self._pincode.setText(f"Pincode: {pincode}" if pincode else "")
        self._pincode.setVisible(bool(pincode))
        self._uitleg.setVisible(not pincode)

    def wie_nu(self) -> None:
        """Show whom one plays, also when the choice of another came to nothing."""
        self.wie.zet_waarde(str(self._nu) if self._nu else "")
