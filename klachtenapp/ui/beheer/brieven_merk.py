"""Fields and conditions in the letter editor: readable tags that count as one character."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from klachtenapp.domain.brieven.veldenlijst import RIJNAMEN, Briefveld
from klachtenapp.domain.teksttaal.merken import Merk, Merksoort, lees_merk, splits
from klachtenapp.ui import tokens

OBJECT: Final = int(QTextFormat.ObjectTypes.UserObject) + 1
TEKEN: Final = "\ufffc"
_MERK: Final = int(QTextFormat.Property.UserProperty) + 1
_VET: Final = int(QTextFormat.Property.UserProperty) + 2
_BREEDST: Final = 300  # px at 100 %: a longer name ends in …
_RAND: Final = 18  # around its words
_OVER: Final = 60  # margin and indent of the line

Naamgever = Callable[[Merk], str]


def namen(velden: tuple[Briefveld, ...]) -> Naamgever:
    """Return what each mark of a letter is called; empty when the letter has no such field."""
    gewoon = {veld.naam: veld.label for veld in velden}
    vragen = {veld.naam: veld.vraag for veld in velden}

    def naam(merk: Merk) -> str:
        match merk.soort:
            case Merksoort.VELD:
                return gewoon.get(merk.naam, "")
            case Merksoort.ALS | Merksoort.ALS_NIET:
                vraag = vragen.get(merk.naam, "")
                als = "behalve als" if merk.soort is Merksoort.ALS_NIET else "alleen als"
                return f"{als}: {vraag} ▸" if vraag else ""
            case Merksoort.ELK:
                rij = RIJNAMEN.get(merk.naam, "")
                return f"voor {rij} ▸" if rij else ""
            case Merksoort.EINDE_ALS | Merksoort.EINDE_ELK:
                return "◂"

    return naam


def merk_van(vorm: QTextCharFormat) -> Merk | None:
    """Return the mark of a tag; ``None`` for ordinary text."""
    if vorm.objectType() != OBJECT:
        return None
    return lees_merk(str(vorm.property(_MERK)))


def is_vet(vorm: QTextCharFormat) -> bool:
    """Whether these letters are bold in the letter (a heading looks bold by itself)."""
    return bool(vorm.property(_VET))


def zet_vet(vorm: QTextCharFormat, vet: bool, *, kop: bool) -> None:
    """Make letters bold or not; in a heading they look the same."""
    vorm.setProperty(_VET, vet)
    vorm.setFontWeight(QFont.Weight.DemiBold if vet or kop else QFont.Weight.Normal)


def merkvorm(merk: Merk, vorm: QTextCharFormat) -> QTextCharFormat:
    """Return the format of a tag among letters of ``vorm``."""
    uit = QTextCharFormat(vorm)
    uit.setObjectType(OBJECT)
    uit.setProperty(_MERK, merk.tekst.removeprefix("{{").removesuffix("}}"))
    uit.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
    return uit


def leesbaar(tekst: str, naam: Naamgever) -> str:
    """Return a text with the names of its fields and conditions in the place of the marks."""
    uit = []
    for plek, stuk in enumerate(splits(tekst)):
        merk = lees_merk(stuk) if plek % 2 else None
        if plek % 2 == 0:
            uit.append(stuk)
        else:
            woorden = naam(merk) if merk is not None else ""
            uit.append(f"[{woorden or stuk}]")
    return "".join(uit)


class Merktekenaar(QPyTextObject):
    """Draws the tags: fields blue, conditions amber, repetitions green, unknown ones red."""

    def __init__(self, ouder: QTextDocument) -> None:
        super().__init__(ouder)
        self.naam: Naamgever = lambda merk: merk.naam

    def intrinsicSize(self, doc: QTextDocument, _plek: int, vorm: QTextFormat) -> QSizeF:
        """Return the room a tag takes in its line; never more than the line has."""
        maat = QFontMetricsF(_letter(vorm))
        ruimte = doc.textWidth() - tokens.px(_OVER) if doc.textWidth() > 0 else _BREEDST
        hoogstens = max(tokens.px(80), min(tokens.px(_BREEDST), ruimte))
        breed = min(maat.horizontalAdvance(self._tekst(vorm)) + tokens.px(_RAND), hoogstens)
        return QSizeF(breed, maat.height() + tokens.px(3))

    def drawObject(
        self,
        schilder: QPainter,
        vlak: QRectF | QRect,
        _doc: QTextDocument,
        _plek: int,
        vorm: QTextFormat,
    ) -> None:
        """Draw one tag."""
        letter = _letter(vorm)
        maat = QFontMetricsF(letter)
        kleur, grond = self._kleuren(vorm)
        doos = QRectF(vlak).adjusted(tokens.px(3), 1, -tokens.px(3), -1)
        schilder.save()
        schilder.setRenderHint(QPainter.RenderHint.Antialiasing)
        schilder.setPen(QPen(kleur, 1))
        schilder.setBrush(grond)
        schilder.drawRoundedRect(doos, 4, 4)
        schilder.setFont(letter)
        ruimte = vlak.width() - tokens.px(_RAND) + 1
        tekst = maat.elidedText(self._tekst(vorm), Qt.TextElideMode.ElideRight, ruimte)
        schilder.drawText(doos, Qt.AlignmentFlag.AlignCenter, tekst)
        schilder.restore()

    def heel(self, vorm: QTextCharFormat) -> str:
        """Return the whole name of a tag, for the tooltip and for who cannot see it."""
        merk = merk_van(vorm)
        if merk is None:
            return ""
        if merk.soort.sluit:
            return "einde van een voorwaarde" if merk.soort is Merksoort.EINDE_ALS else (
                "einde van de herhaling"
            )  # fmt: skip
        return self.naam(merk) or f"onbekend: {merk.tekst}"

    def _tekst(self, vorm: QTextFormat) -> str:
        merk = merk_van(vorm.toCharFormat())
        if merk is None:
            return "?"
        return self.naam(merk) or merk.tekst

    def _kleuren(self, vorm: QTextFormat) -> tuple[QColor, QColor]:
        merk = merk_van(vorm.toCharFormat())
        naam = "rood"
        if merk is not None and self.naam(merk):
            match merk.soort:
                case Merksoort.VELD:
                    naam = "blauw"
                case Merksoort.ELK | Merksoort.EINDE_ELK:
                    naam = "groen"
                case _:
                    naam = "amber"
        return tokens.kleur(naam), tokens.kleur(f"{naam}_vlak")


def _letter(vorm: QTextFormat) -> QFont:
    letter = QFont(vorm.toCharFormat().font())
    letter.setFamily(tokens.LETTER)
    letter.setPixelSize(tokens.px(13))
    vet = is_vet(vorm.toCharFormat())
    letter.setWeight(QFont.Weight.DemiBold if vet else QFont.Weight.Normal)
    return letter
