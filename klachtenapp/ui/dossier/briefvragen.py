"""The few words a letter needs that no fact of the dossier can give."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Veldregel
from klachtenapp.ui.invoervelden import Tekstvak, Vinkveld, bij_wijziging

_VRAGEN: dict[BriefSoort, tuple[tuple[str, str, str], ...]] = {
    BriefSoort.ONTVANGSTBEVESTIGING: (
        (
            "omschrijving",
            "Zo hebben wij de klacht begrepen",
            "Laat u dit leeg, dan komt dit stuk niet in de brief.",
        ),
    ),
    BriefSoort.AFSLUITBRIEF_INFORMEEL: (
        ("afspraak", "Wat is afgesproken?", "Dit komt in de brief, zoals u het hier schrijft."),
    ),
    BriefSoort.AFDOENINGSBRIEF: (
        ("conclusies", "Wat doen wij nu?", "Conclusies en excuses. Dit komt in de brief."),
    ),
    BriefSoort.STAPPENPLAN: (),
}
"""Name in the letter text, question, help: in the order in which they are asked."""


class Briefvragen(QWidget):
    """The questions of one letter, filled in beforehand from the dossier."""

    gewijzigd = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._velden: dict[str, Tekstvak] = {}
        self._vooraf: dict[str, str] = {}
        self._regels: list[QWidget] = []
        self._groot = Vinkveld("Grote letters")
        self._kolom = QVBoxLayout(self)
        self._kolom.setContentsMargins(0, 0, 0, 0)
        self._kolom.setSpacing(tokens.RUIMTE_M)
        self._stappenplan = Vinkveld("Stappenplan erbij")
        self._kolom.addWidget(self._groot)
        self._kolom.addWidget(self._stappenplan)
        bij_wijziging(self._stappenplan, self.gewijzigd.emit)
        bij_wijziging(self._groot, self.gewijzigd.emit)

    @property
    def heeft_vragen(self) -> bool:
        """Whether there is anything to fill in."""
        return bool(self._velden) or not self._groot.isHidden()

    @property
    def groot(self) -> bool:
        """Whether the stappenplan is wanted in large type."""
        return self._groot.isChecked()

    def veld(self, naam: str) -> Tekstvak:
        """Return the field of one question."""
        return self._velden[naam]

    def stel(self, soort: BriefSoort, feiten: Mapping[str, str], *, groot: bool) -> None:
        """Ask what this letter needs; ``feiten`` is what the letter would say by itself."""
        for regel in self._regels:
            regel.hide()
            regel.deleteLater()
        self._regels, self._velden = [], {}
        self._groot.setVisible(soort is BriefSoort.STAPPENPLAN)
        self._stappenplan.setVisible(soort is BriefSoort.ONTVANGSTBEVESTIGING)
        self._stappenplan.zet_waarde("")
        self._groot.zet_waarde("ja" if groot else "")
        for naam, vraag, hulp in _VRAGEN[soort]:
            veld = Tekstvak(4)
            self._vooraf[naam] = feiten.get(naam, "")
            veld.zet_waarde(self._vooraf[naam])
            regel = Veldregel(vraag, veld, hulp=hulp)
            bij_wijziging(veld, self.gewijzigd.emit)
            self._velden[naam] = veld
            self._regels.append(regel)
            self._kolom.addWidget(regel)

    def antwoorden(self) -> dict[str, str]:
        """Return what was changed by hand; what is as it was, the dossier says itself."""
        nu = {naam: veld.waarde() for naam, veld in self._velden.items()}
        anders = {naam: tekst for naam, tekst in nu.items() if tekst != self._vooraf[naam]}
        return {**anders, "stappenplan_erbij": "ja"} if self._stappenplan.isChecked() else anders
