"""The question after printing: only what left the building is a letter that was sent."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from klachtenapp.ui.bouwstenen import Kaart, Knop, Stroom, Tekst

_POST = "post"
_BALIE = "balie"


class Verzendvraag(Kaart):
    """Asks how the letter goes out today; ``gekozen`` carries the channel."""

    gekozen = Signal(str)

    def __init__(self) -> None:
        super().__init__("Gaat de brief vandaag weg?")
        self.voeg_toe(Tekst("Dan staat hij in het dossier, met de datum van vandaag.", "gedempt"))
        vak = QWidget()
        stroom = Stroom(vak)
        self._knoppen: dict[str, Knop] = {}
        for kanaal, tekst in ((_POST, "Ja, met de post"), (_BALIE, "Ja, ik geef hem mee")):
            knop = Knop(tekst)
            knop.clicked.connect(lambda _aan=False, k=kanaal: self.gekozen.emit(k))
            self._knoppen[kanaal] = knop
            stroom.addWidget(knop)
        nee = Knop("Nog niet", stil=True)
        nee.clicked.connect(lambda: self.hide())
        stroom.addWidget(nee)
        self.voeg_toe(vak)
        self.hide()

    def vraag(self, *, aan_balie: bool) -> None:
        """Ask, with the focus on the most likely answer."""
        self.show()
        self._knoppen[_BALIE if aan_balie else _POST].setFocus(Qt.FocusReason.OtherFocusReason)
