"""A window with one card in the middle: who are you, which words, where is the disk."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klachtenapp.ui import tokens
from klachtenapp.ui.bouwstenen import Kaart, Kop, Tekst
from klachtenapp.ui.venstermaat import pas_op_scherm

_BREED: Final = 520
_VENSTER: Final = (760, 560)


def maak_kaart(titel: str, naam: str) -> Kaart:
    """Return the card with its heading, and below that what it is about."""
    kaart = Kaart()
    kaart.inhoud.setSpacing(tokens.RUIMTE_M)
    kaart.setFixedWidth(tokens.px(_BREED))
    kaart.voeg_toe(Kop(titel, 1))
    kaart.voeg_toe(Tekst(naam, "sterk"))
    return kaart


def zet_in_midden(venster: QWidget, kaart: Kaart) -> None:
    """Fill ``venster`` with the card, a little above the middle, as large as the screen allows."""
    midden = QHBoxLayout()  # an aligned card would not grow with a sentence of two lines
    midden.addStretch(1)
    midden.addWidget(kaart)
    midden.addStretch(1)
    opmaak = QVBoxLayout(venster)
    opmaak.setContentsMargins(*([tokens.RUIMTE_XL] * 4))
    opmaak.addStretch(1)
    opmaak.addLayout(midden)
    opmaak.addStretch(2)
    pas_op_scherm(venster, *(tokens.px(maat) for maat in _VENSTER))
