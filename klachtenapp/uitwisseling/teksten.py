"""Subject and description out of the text columns of an old register."""

from __future__ import annotations

from collections.abc import Sequence

from klachtenapp.uitwisseling.cellen import herstel_mojibake
from klachtenapp.uitwisseling.rijwerk import Rijwerk

_LANG_ONDERWERP = 120
_ONDERWERP = 80
_KORTSTE_KAP = 10
NIET_INGEVULD = "(Niet ingevuld in het oude register.)"


def onderwerp_en_omschrijving(
    onderwerp: str, teksten: Sequence[tuple[str, str]], werk: Rijwerk
) -> tuple[str, str]:
    """Return (onderwerp, omschrijving); each stands in for the other when that one is empty.

    ``teksten`` are (header, text). An onderwerp that an old system cut off in the middle of
    a word is completed from the omschrijving.
    """
    omschrijving = _samen(teksten)
    if not omschrijving:
        omschrijving = onderwerp
    if not omschrijving:
        werk.let_op.append("er staat niet bij waar het over gaat")
        return "", NIET_INGEVULD
    if not onderwerp or len(onderwerp) > _LANG_ONDERWERP or _afgekapt(onderwerp, omschrijving):
        if onderwerp and onderwerp not in omschrijving:
            omschrijving = f"{onderwerp}\n\n{omschrijving}"
        onderwerp = _eerste_regel(omschrijving)
    return onderwerp.replace("\n", " "), omschrijving


def _samen(teksten: Sequence[tuple[str, str]]) -> str:
    hersteld = [(kop, herstel_mojibake(tekst)) for kop, tekst in teksten]
    if len(hersteld) == 1:
        return hersteld[0][1]
    return "\n\n".join(f"{kop}: {tekst}" for kop, tekst in hersteld)


def _afgekapt(onderwerp: str, omschrijving: str) -> bool:
    """Whether the onderwerp is the omschrijving, cut off at a fixed width."""
    regel = omschrijving.split("\n", 1)[0]
    return len(onderwerp) >= _KORTSTE_KAP and regel != onderwerp and regel.startswith(onderwerp)


def _eerste_regel(tekst: str) -> str:
    regel = tekst.split("\n", 1)[0].strip()
    if len(regel) <= _ONDERWERP:
        return regel
    return f"{regel[:_ONDERWERP].rsplit(' ', 1)[0].rstrip(' ,;')}…"
