"""The margin of the letter editor: what each paragraph is, what is conditional, what is wrong."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextBlock
from PySide6.QtWidgets import QTextEdit

from klachtenapp.domain.teksttaal.alineas import Vorm
from klachtenapp.domain.teksttaal.merken import Merksoort
from klachtenapp.ui import tokens
from klachtenapp.ui.beheer import brieven_document as document
from klachtenapp.ui.beheer.brieven_merk import merk_van

BREEDTE: Final = 34  # px at 100 %
_TEKENS: Final = {
    Vorm.KOP: "Kop",
    Vorm.SUBKOP: "kop",
    Vorm.PUNT: "•",
    Vorm.CITAAT: "“",
    Vorm.KNIP: "knip",
    Vorm.INVUL: "lijn",
}


def teken(schilder: QPainter, veld: QTextEdit, fouten: Collection[int]) -> None:
    """Draw the margin of what is in sight; ``fouten`` are paragraphs, from 0."""
    schuif = QPointF(-veld.horizontalScrollBar().value(), -veld.verticalScrollBar().value())
    indeling = veld.document().documentLayout()
    diepte = 0
    for nummer, blok in enumerate(document.blokken(veld.document())):
        vlak = indeling.blockBoundingRect(blok).translated(schuif)
        onder = diepte > 0
        diepte, begint = _diepte(blok, diepte)
        if vlak.top() > veld.viewport().height():
            return
        if vlak.bottom() < 0:
            continue
        if onder or begint:
            lijn = QRectF(1, vlak.top() + 1, tokens.px(3), vlak.height() - 2)
            schilder.fillRect(lijn, tokens.kleur("amber"))
        if nummer in fouten:
            _teken_fout(schilder, veld, vlak)
        _teken_soort(schilder, veld, blok, vlak, fout=nummer in fouten)


def _teken_fout(schilder: QPainter, veld: QTextEdit, vlak: QRectF) -> None:
    """Mark a paragraph with a problem by a line; its sign stands in the margin."""
    schilder.setPen(QPen(tokens.kleur("rood"), tokens.px(2)))
    rechts = veld.viewport().width() - tokens.px(3)
    schilder.drawLine(QPointF(rechts, vlak.top()), QPointF(rechts, vlak.bottom()))


def _teken_soort(
    schilder: QPainter, veld: QTextEdit, blok: QTextBlock, vlak: QRectF, *, fout: bool
) -> None:
    vorm, nummer = document.vorm_van(blok), document.nummer_van(blok)
    woord = f"{nummer}." if nummer else _TEKENS.get(vorm, "")
    if fout:
        woord = f"■ {woord}" if len(woord) < 3 else "■"
    if not woord:
        return
    klein = not fout and (len(woord) > 3 or vorm in document.KOPPEN)
    letter = veld.font()
    letter.setPixelSize(tokens.px(11 if klein else 15))
    schilder.setFont(letter)
    schilder.setPen(tokens.kleur("rood" if fout else "gedempt"))
    boven = vlak.top() + blok.blockFormat().topMargin()
    breed = 0.0 if klein else blok.blockFormat().leftMargin()
    vak = QRectF(tokens.px(7), boven, tokens.px(BREEDTE - 9) + breed, tokens.px(23))
    kant = Qt.AlignmentFlag.AlignLeft if klein else Qt.AlignmentFlag.AlignRight
    schilder.drawText(vak, kant | Qt.AlignmentFlag.AlignVCenter, woord)


def _diepte(blok: QTextBlock, diepte: int) -> tuple[int, bool]:
    """Return how many conditions are open after a block, and whether it begins with one."""
    begint = False
    for plek, (tekst, vorm) in enumerate(document.stukken(blok)):
        merk = merk_van(vorm)
        if merk is not None and merk.soort is not Merksoort.VELD:
            begint = begint or (plek == 0 and merk.soort.opent)
            diepte += len(tekst) * (int(merk.soort.opent) - int(merk.soort.sluit))
    return max(diepte, 0), begint
