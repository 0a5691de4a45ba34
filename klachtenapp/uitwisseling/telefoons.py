"""Phone numbers and e-mail addresses; puts back the leading 0 that a spreadsheet drops."""

from __future__ import annotations

import re

from klachtenapp.uitwisseling.cellen import Cel, als_tekst
from klachtenapp.uitwisseling.gelezen import Gelezen

_MAIL = re.compile(r"[^@\s,;<>()]+@[^@\s,;<>()]+\.[^@\s,;<>().]{2,}")
_TEKENS = re.compile(r"[\d\s()+\-./]+")


def lees_telefoon(cel: Cel) -> tuple[Gelezen[str], bool]:
    """Return the number, and whether its leading 0 was put back.

    Nine digits that do not begin with 0 lost it: in a Dutch number it is always there.
    Two numbers or a remark in one cell stay as they are.
    """
    tekst = als_tekst(cel)
    cijfers = re.sub(r"\D", "", tekst)
    if not cijfers:
        return Gelezen(None, fout=f"'{tekst}' is geen telefoonnummer" if tekst else ""), False
    if not _TEKENS.fullmatch(tekst):
        return Gelezen(tekst), False
    if tekst.startswith("+"):
        return Gelezen(tekst), False
    if len(cijfers) == 9 and not cijfers.startswith("0"):
        return Gelezen(f"0{tekst}"), True
    if len(cijfers) == 11 and cijfers.startswith("31"):
        return Gelezen(f"+{tekst}"), False
    if len(cijfers) < 10 and not tekst.startswith("14"):
        return Gelezen(tekst, let_op=f"het telefoonnummer '{tekst}' is te kort"), False
    return Gelezen(tekst), False


def lees_email(tekst: str) -> Gelezen[str]:
    """Return the e-mail address in the cell."""
    treffer = _MAIL.search(tekst.removeprefix("mailto:"))
    if treffer is None:
        return Gelezen(None, fout=f"'{tekst}' is geen e-mailadres" if tekst else "")
    return Gelezen(treffer[0])
