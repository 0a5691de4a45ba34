"""Text as a database and a line of a log can take it."""

from __future__ import annotations

import unicodedata

_STURENDE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def opslaanbaar(tekst: str) -> str:
    """Return a text without NUL and with a question mark for half a character.

    Half a character (a lone surrogate) comes from broken copying and from hostile JSON; no
    file and no database takes it.
    """
    if "\0" in tekst:
        tekst = tekst.replace("\0", "")
    try:
        tekst.encode()
    except UnicodeEncodeError:
        return tekst.encode("utf-8", "replace").decode()
    return tekst


def is_zichtbaar(teken: str) -> bool:
    """Whether a character is for the eye: no control, no direction change, no line end."""
    return unicodedata.category(teken) not in _STURENDE


def op_een_regel(tekst: str) -> str:
    """Return a text on one line: what steers a screen or ends a line becomes a space."""
    if tekst.isascii() and tekst.isprintable():
        return tekst
    return "".join(teken if is_zichtbaar(teken) else " " for teken in tekst)
