"""The facts of a dossier to read: cards with grey labels, one below the other, calm."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klachtenapp.domain.dossier import Dossier
from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Kaart, Knop, Kop
from klachtenapp.ui.dossier.feiten import Groep, rooster_van


class Feitenlezing(QWidget):
    """One card a group; ``bewerk`` stands on the first card, a group's own button on its own."""

    def __init__(self, groepen: Sequence[Groep], bewerk: Knop) -> None:
        super().__init__()
        self._groepen = groepen
        self._bewerk = bewerk
        self._blijvend = [bewerk, *(g.knop for g in groepen if g.knop is not None)]
        for knop in self._blijvend:
            knop.setParent(self)
        self._kolom = QVBoxLayout(self)

    def toon(self, dossier: Dossier) -> None:
        """Draw the facts anew."""
        for knop in self._blijvend:  # out of sight, until its card is drawn
            knop.setParent(self)
            knop.hide()
        _leeg(self._kolom)
        self._kolom.setContentsMargins(0, 0, tokens.RUIMTE_M, tokens.RUIMTE_S)
        self._kolom.setSpacing(tokens.RUIMTE_S)
        eerste = True
        for groep in self._groepen:
            rooster = rooster_van(groep.feiten, dossier)
            if rooster is None:
                continue
            kaart = Kaart()
            kop = QHBoxLayout()
            kop.addWidget(Kop(groep.titel, 2))
            kop.addStretch(1)
            for naast in (self._bewerk if eerste else None, groep.knop):
                if naast is not None:
                    kop.addWidget(naast)
                    naast.show()
            eerste = False
            kaart.inhoud.addLayout(kop)
            kaart.inhoud.addLayout(rooster)
            self._kolom.addWidget(kaart)
            kaart.show()  # a layout alone shows it only after the next event
        self._kolom.addStretch(1)


def _leeg(kolom: QVBoxLayout) -> None:
    while (item := kolom.takeAt(0)) is not None:
        oud = item.widget()
        if oud is not None:
            oud.hide()
            oud.deleteLater()
