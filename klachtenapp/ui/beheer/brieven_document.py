"""The paragraphs of a letter text in a document of Qt, and back; nothing gets lost between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from klachtenapp.domain.teksttaal.alineas import LIJSTEN, Alinea, Deel, Vorm
from klachtenapp.ui import tokens
from klachtenapp.ui.beheer.brieven_merk import TEKEN, is_vet, merk_van, merkvorm, zet_vet

_BASIS: Final = int(QTextFormat.Property.UserProperty) + 10
_VORM, _SIGN, _TUSSEN, _VOOR = (_BASIS + n for n in range(4))
KOPPEN: Final = frozenset({Vorm.KOP, Vorm.SUBKOP})
_INSPRINGEN: Final = LIJSTEN | {Vorm.CITAAT}


def vul(doc: QTextDocument, alineas: Sequence[Alinea]) -> None:
    """Replace what stands in ``doc``; this cannot be undone with Ctrl+Z."""
    doc.setUndoRedoEnabled(False)
    doc.clear()
    cursor = QTextCursor(doc)
    cursor.beginEditBlock()
    for nummer, alinea in enumerate(alineas):
        if nummer:
            cursor.insertBlock()
        zet_blok(cursor, alinea)
        zet_delen(cursor, alinea.delen, alinea.vorm)
    cursor.endEditBlock()
    doc.setUndoRedoEnabled(True)
    doc.setModified(False)


def lees(doc: QTextDocument) -> tuple[Alinea, ...]:
    """Return the paragraphs as they stand in ``doc`` now."""
    return tuple(
        Alinea(tuple(delen(blok)), vorm_van(blok), _tekst(blok, _SIGN), tussen(blok), _voor(blok))
        for blok in blokken(doc)
    )


def blokken(doc: QTextDocument) -> Iterator[QTextBlock]:
    """Yield the blocks of a document in order."""
    blok = doc.begin()
    while blok.isValid():
        yield blok
        blok = blok.next()


def delen(blok: QTextBlock) -> Iterator[Deel]:
    """Yield the runs and tags of one block."""
    los, los_vet = "", False
    for tekst, vorm in stukken(blok):
        merk, vet = merk_van(vorm), is_vet(vorm)
        if los and (merk is not None or vet != los_vet):
            yield Deel(los, vet=los_vet)
            los = ""
        if merk is not None:
            yield from (Deel(merk=merk, vet=vet) for _ in tekst)
        else:
            los, los_vet = los + tekst.replace("\u2028", " ").replace(TEKEN, ""), vet
    if los:
        yield Deel(los, vet=los_vet)


def stukken(blok: QTextBlock) -> Iterator[tuple[str, QTextCharFormat]]:
    """Yield the fragments of a block with their format."""
    plek = blok.begin()
    while not plek.atEnd():
        stuk = plek.fragment()
        yield stuk.text(), stuk.charFormat()
        plek += 1


def vorm_van(blok: QTextBlock) -> Vorm:
    """Return what kind of paragraph a block is."""
    return Vorm(_tekst(blok, _VORM) or Vorm.ALINEA.value)


def nummer_van(blok: QTextBlock) -> int:
    """Return the number of a step, else 0."""
    teken = _tekst(blok, _SIGN)
    return int(teken.partition(".")[0]) if vorm_van(blok) is Vorm.STAP and teken else 0


def tussen(blok: QTextBlock) -> str:
    """Return the white before a paragraph, as stored."""
    return _tekst(blok, _TUSSEN)


def zet_blok(cursor: QTextCursor, alinea: Alinea) -> None:
    """Make the block at the cursor this kind of paragraph; its words stay."""
    vorm = QTextBlockFormat()
    vorm.setProperty(_VORM, alinea.vorm.value)
    vorm.setProperty(_SIGN, alinea.teken)
    vorm.setProperty(_TUSSEN, alinea.tussen)
    vorm.setProperty(_VOOR, alinea.voor)
    kop = alinea.vorm in KOPPEN
    boven = 10 if kop else 2 if alinea.tussen in ("", "\n") else 7
    vorm.setTopMargin(tokens.px(boven))
    vorm.setLeftMargin(tokens.px(14) if alinea.vorm in _INSPRINGEN else 0)
    vorm.setLineHeight(118, int(QTextBlockFormat.LineHeightTypes.ProportionalHeight.value))
    cursor.setBlockFormat(vorm)


def zet_delen(cursor: QTextCursor, stuk: Sequence[Deel], vorm: Vorm) -> None:
    """Insert runs and tags at the cursor, dressed for their paragraph."""
    for deel in stuk:
        opmaak = letters(vorm, vet=deel.vet)
        if deel.merk is not None:
            cursor.insertText(TEKEN, merkvorm(deel.merk, opmaak))
        else:
            cursor.insertText(deel.tekst, opmaak)
    cursor.setCharFormat(letters(vorm))
    if not cursor.block().text():
        cursor.setBlockCharFormat(letters(vorm))


def letters(vorm: Vorm, *, vet: bool = False) -> QTextCharFormat:
    """Return how letters look in this kind of paragraph."""
    uit = QTextCharFormat()
    zet_vet(uit, vet, kop=vorm in KOPPEN)
    if vorm is Vorm.KOP:
        uit.setProperty(QTextFormat.Property.FontSizeAdjustment, 1)
    return uit


def kleed(blok: QTextBlock) -> None:
    """Dress the words of a block again for the kind of paragraph it has become."""
    vorm = vorm_van(blok)
    begin = blok.begin()
    plekken = []
    while not begin.atEnd():
        stuk = begin.fragment()
        plekken.append((stuk.position(), stuk.length(), stuk.charFormat()))
        begin += 1
    cursor = QTextCursor(blok)
    for plek, lengte, oud in plekken:
        merk = merk_van(oud)
        nieuw = letters(vorm, vet=is_vet(oud))
        cursor.setPosition(plek)
        cursor.setPosition(plek + lengte, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(merkvorm(merk, nieuw) if merk else nieuw)
    if not plekken:
        cursor.setBlockCharFormat(letters(vorm))


def hernummer(doc: QTextDocument) -> None:
    """Count the steps again; branches of one step have the same number."""
    vorig = 0
    for blok in blokken(doc):
        if vorm_van(blok) is not Vorm.STAP:
            vorig = 0 if blok.text().strip(TEKEN + " ") else vorig
            continue
        nummer = vorig if vorig and not tussen(blok) else vorig + 1
        if nummer_van(blok) != nummer:
            opmaak = blok.blockFormat()
            opmaak.setProperty(_SIGN, f"{nummer}. ")
            QTextCursor(blok).setBlockFormat(opmaak)
        vorig = nummer


def vergeet_plek(blok: QTextBlock) -> None:
    """Let the place of the sign follow from the conditions: one was added or taken away."""
    opmaak = blok.blockFormat()
    opmaak.setProperty(_VOOR, -1)
    QTextCursor(blok).setBlockFormat(opmaak)


def _tekst(blok: QTextBlock, eigenschap: int) -> str:
    waarde = blok.blockFormat().property(eigenschap)
    return waarde if isinstance(waarde, str) else ""


def _voor(blok: QTextBlock) -> int:
    waarde = blok.blockFormat().property(_VOOR)
    return waarde if isinstance(waarde, int) else -1
