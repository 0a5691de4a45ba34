"""Text made comparable: for searching and for sorting, the same in Python and in the index."""

from __future__ import annotations

import unicodedata

# Letters without a decomposition in Unicode, and signs that people type in several ways.
_VERVANG = {
    "ł": "l", "ø": "o", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d",
    "þ": "th", "ħ": "h", "ŧ": "t", "ŋ": "n", "ə": "e", "ȷ": "j",
    "\u2018": "'", "\u2019": "'", "\u201b": "'", "`": "'", "\u00b4": "'", "\u02bc": "'",
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-",
}  # fmt: skip


def normaliseer(tekst: str) -> str:
    """Return ``tekst`` for comparing: case folded, without diacritics, single spaces.

    ``Żółkiewska`` becomes ``zolkiewska``, ``Yılmaz`` ``yilmaz``, ``Strauß`` ``strauss``.
    Applying it again changes nothing, so a stored value and a query meet.
    """
    if tekst.isascii():  # most text, and many times faster: nothing to take apart
        return " ".join(tekst.lower().replace("`", "'").split())
    # The first replacement comes before decomposing: the acute accent standing alone is an
    # apostrophe here, and Unicode would take it apart into a space.
    gevouwen = unicodedata.normalize("NFKD", _vervang(tekst).casefold()).casefold()
    # A text has few different letters: take each mark out at once, an import is long.
    for teken in set(gevouwen):
        if not (teken.isascii() or _blijft(teken)):
            gevouwen = gevouwen.replace(teken, "")
    gevouwen = _vervang(gevouwen)
    return " ".join(gevouwen.split())


def _vervang(tekst: str) -> str:
    for teken in _VERVANG.keys() & set(tekst):
        tekst = tekst.replace(teken, _VERVANG[teken])
    return tekst


def _blijft(teken: str) -> bool:
    # Cf: soft hyphens and zero-width characters that come along with pasted text.
    return not unicodedata.combining(teken) and unicodedata.category(teken) != "Cf"


def sorteersleutel(tekst: str) -> str:
    """Return the stored sort key of ``tekst``: normalised, without punctuation in front.

    ``'t Hof`` sorts under the t and ``(onbekend)`` under the o.
    """
    genormaliseerd = normaliseer(tekst)
    return genormaliseerd.lstrip("'\"([{<.,;:-*# ") or genormaliseerd
