"""What can be done to a letter text in its document: each one step for Ctrl+Z."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextDocumentFragment

from klachtenapp.domain.teksttaal.alineas import (
    LIJSTEN,
    TEKENS,
    Alinea,
    Deel,
    Tekstvorm,
    Vorm,
    ontleed,
    schrijf,
)
from klachtenapp.domain.teksttaal.merken import MAX_TEKST, Merk, Merksoort
from klachtenapp.ui.beheer import brieven_document as document
from klachtenapp.ui.beheer.brieven_merk import TEKEN, is_vet, merk_van

_KOP = "onderwerp: x\n\n"
_EEN_REGEL = re.compile(r"(?<!\n)\n(?!\n|#|- |> |\d{1,2}\. )")
_GETYPT = {**{teken.strip(): vorm for vorm, teken in TEKENS.items()}, "1.": Vorm.STAP}


@contextmanager
def een_stap(cursor: QTextCursor) -> Iterator[None]:
    """Make everything inside one step to undo."""
    cursor.beginEditBlock()
    try:
        yield
    finally:
        cursor.endEditBlock()


def zet_vorm(cursor: QTextCursor, vorm: Vorm) -> None:
    """Make the chosen paragraphs of this kind."""
    with een_stap(cursor):
        for blok in list(_gekozen(cursor)):
            _zet_vorm(blok, vorm)
        document.hernummer(cursor.document())


def nieuwe_alinea(cursor: QTextCursor) -> None:
    """Begin a new paragraph, as Enter does; on an empty point it ends the list."""
    vorm = document.vorm_van(cursor.block())
    with een_stap(cursor):
        if vorm in LIJSTEN and not cursor.block().text():
            _zet_vorm(cursor.block(), Vorm.ALINEA)
        else:
            volgend = vorm if vorm in LIJSTEN else Vorm.ALINEA
            cursor.insertBlock()
            lijst = "\n" if volgend in LIJSTEN else "\n\n"
            document.zet_blok(cursor, Alinea((), volgend, _teken(volgend), lijst))
            document.kleed(cursor.block())
        document.hernummer(cursor.document())


def terug_naar_gewoon(cursor: QTextCursor) -> bool:
    """Make a heading or point ordinary text when the cursor is at its start; else ``False``."""
    if cursor.hasSelection() or not cursor.atBlockStart():
        return False
    if document.vorm_van(cursor.block()) is Vorm.ALINEA:
        return False
    zet_vorm(cursor, Vorm.ALINEA)
    return True


def maak_van_teken(cursor: QTextCursor) -> bool:
    """Turn ``-``, ``#``, ``>`` or ``1.`` typed at the start into that kind of paragraph."""
    blok = cursor.block()
    voor = blok.text()[: cursor.positionInBlock()]
    vorm = _GETYPT.get(voor)
    if vorm is None or document.vorm_van(blok) is not Vorm.ALINEA:
        return False
    with een_stap(cursor):
        cursor.setPosition(blok.position(), QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        _zet_vorm(cursor.block(), vorm)
        document.hernummer(cursor.document())
    return True


def voeg_toe(cursor: QTextCursor, merk: Merk) -> None:
    """Put a tag at the cursor, in the place of what is selected."""
    with een_stap(cursor):
        cursor.removeSelectedText()
        vet = is_vet(cursor.charFormat())
        vorm = document.vorm_van(cursor.block())
        document.zet_delen(cursor, (Deel(merk=merk, vet=vet),), vorm)
        cursor.setCharFormat(document.letters(vorm, vet=vet))


def omsluit(cursor: QTextCursor, merk: Merk) -> None:
    """Put what is selected, or else the whole paragraph, under a condition or repetition."""
    einde = Merk(Merksoort.EINDE_ELK if merk.soort is Merksoort.ELK else Merksoort.EINDE_ALS)
    van, tot = cursor.selectionStart(), cursor.selectionEnd()
    doc = cursor.document()
    if van == tot:
        blok = cursor.block()
        van, tot = blok.position(), blok.position() + blok.length() - 1
    with een_stap(cursor):
        for plek, los in ((tot, einde), (van, merk)):
            cursor.setPosition(plek)
            if plek == doc.findBlock(plek).position():
                document.vergeet_plek(doc.findBlock(plek))
            voeg_toe(cursor, los)


def verwijder_merk(cursor: QTextCursor, *, terug: bool) -> bool:
    """Take away the tag before (or behind) the cursor, and its other half; else ``False``."""
    if cursor.hasSelection():
        return False
    plek = cursor.position() - (1 if terug else 0)
    doc = cursor.document()
    merk = merk_op(doc, plek)
    if merk is None or merk.soort is Merksoort.VELD:
        return False
    ander = _wederhelft(doc, plek)
    with een_stap(cursor):
        for weg in sorted({plek, ander} - {-1}, reverse=True):
            document.vergeet_plek(doc.findBlock(weg))
            cursor.setPosition(weg)
            cursor.deleteChar()
    return True


def merk_op(doc: QTextDocument, plek: int) -> Merk | None:
    """Return the tag at a position."""
    if plek < 0 or doc.characterAt(plek) != TEKEN:
        return None
    cursor = QTextCursor(doc)
    cursor.setPosition(plek + 1)
    return merk_van(cursor.charFormat())


def als_tekst(stuk: QTextDocumentFragment) -> str:
    """Return a selection in the language of the text, for the clipboard."""
    doc = QTextDocument()
    QTextCursor(doc).insertFragment(stuk)
    return schrijf(Tekstvorm((Deel("x"),), document.lees(doc), "")).removeprefix(_KOP)


def plak(cursor: QTextCursor, tekst: str, *, een_regel: bool) -> None:
    """Insert pasted text: words, and fields where they are written as ``{{naam}}``.

    More than a letter can hold is cut off: what is left is refused with its reason.
    """
    netjes = tekst[: MAX_TEKST + 1].replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    netjes = " ".join(netjes.split("\n")) if een_regel else _EEN_REGEL.sub("\n\n", netjes)
    alineas = ontleed(_KOP + netjes + "\n").alineas if netjes.strip() else ()
    with een_stap(cursor):
        cursor.removeSelectedText()
        if not alineas:
            cursor.insertText(netjes)
        for nummer, alinea in enumerate(alineas):
            vorm = document.vorm_van(cursor.block())
            if nummer:
                vorm = alinea.vorm
                cursor.insertBlock()
                document.zet_blok(cursor, alinea)
            elif not een_regel and not cursor.block().text() and alinea.vorm is not Vorm.ALINEA:
                _zet_vorm(cursor.block(), alinea.vorm)
                vorm = alinea.vorm
            document.zet_delen(cursor, alinea.delen, vorm)


def maak_velden(cursor: QTextCursor) -> bool:
    """Turn ``{{naam}}`` that was just typed into a tag."""
    voor = cursor.block().text()[: cursor.positionInBlock()]
    begin = voor.rfind("{{")
    if begin < 0 or not voor.endswith("}}") or TEKEN in voor[begin:]:
        return False
    getypt = voor[begin:]
    with een_stap(cursor):
        cursor.movePosition(
            QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(getypt)
        )
        plak(cursor, getypt, een_regel=True)
    return True


def _gekozen(cursor: QTextCursor) -> Iterator[QTextBlock]:
    doc = cursor.document()
    blok = doc.findBlock(cursor.selectionStart())
    while blok.isValid() and blok.position() <= cursor.selectionEnd():
        yield blok
        blok = blok.next()


def _zet_vorm(blok: QTextBlock, vorm: Vorm) -> None:
    vorig = blok.previous()
    lijst = vorm in LIJSTEN and vorig.isValid() and document.vorm_van(vorig) is vorm
    wit = "\n" if lijst else "\n\n"
    document.zet_blok(QTextCursor(blok), Alinea((), vorm, _teken(vorm), wit))
    document.kleed(blok)


def _teken(vorm: Vorm) -> str:
    return "1. " if vorm is Vorm.STAP else TEKENS.get(vorm, "")


def _wederhelft(doc: QTextDocument, plek: int) -> int:
    """Return where the other half of the condition at ``plek`` stands; -1 when it has none."""
    open_: list[tuple[int, bool]] = []
    for hier in range(doc.characterCount()):
        merk = merk_op(doc, hier)
        if merk is None or merk.soort is Merksoort.VELD:
            continue
        if merk.soort.opent:
            open_.append((hier, merk.soort is Merksoort.ELK))
        elif open_ and open_[-1][1] == (merk.soort is Merksoort.EINDE_ELK):
            begin, _ = open_.pop()
            if plek in (begin, hier):
                return hier if plek == begin else begin
    return -1
