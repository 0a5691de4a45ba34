"""The score of a text in words, and what a letter leaves out; also for what is not a field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from klachtenapp.domain.taal import Taalrapport
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Teken, Tekst
from klachtenapp.ui.taalmeter import uiterlijk


class Leesbaarheid(QWidget):
    """Sign and words (``✓ Goed leesbaar``) with the counts below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.teken = Teken()
        self._telling = Tekst("", "klein")
        self._gemist = Tekst("", "fout")
        self._gemist.hide()
        opmaak = QVBoxLayout(self)
        opmaak.setContentsMargins(0, 0, 0, 0)
        opmaak.setSpacing(tokens.RUIMTE_XS)
        for widget in (self.teken, self._telling, self._gemist):
            opmaak.addWidget(widget)

    def toon(self, rapport: Taalrapport, gemist: Sequence[str] = ()) -> None:
        """Show a report; ``gemist`` are sentences about what the letter does not say."""
        self.teken.zet(*uiterlijk.stand(rapport))
        meting = rapport.meting
        delen = [
            uiterlijk.telling(len(rapport.vondsten)),
            f"{_getal(meting.gemiddelde)} woorden per zin",
            f"langste zin {meting.langste}",
        ]
        self._telling.setText(" · ".join(delen) if meting.woorden else "")
        self._telling.setVisible(bool(meting.woorden))
        punten = (
            f"Flesch-Douma {_getal(meting.flesch_douma)} (goed vanaf 70). "
            f"Leesindex A {_getal(meting.leesindex_a)}. {meting.woorden} woorden."
        )
        self.teken.setToolTip(punten)
        self.setAccessibleName(f"{rapport.woord}. {self._telling.heel()}")
        self.setAccessibleDescription(punten)
        self._gemist.setText("\n".join(f"■ {zin}" for zin in gemist))
        self._gemist.setVisible(bool(gemist))


def _getal(waarde: float) -> str:
    return f"{waarde:.1f}".replace(".", ",").replace("-", "−")
