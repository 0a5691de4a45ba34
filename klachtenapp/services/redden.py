"""Saves what can still be read of a damaged register in a new one, and says what is missing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from klachtenapp.domain.dagtekst import aantal
from klachtenapp.models import instellingen, redding
from klachtenapp.models.database import EXTENSIE, open_register
from klachtenapp.models.redding import Redding
from klachtenapp.services import kopiemanifest, ontsluiten
from klachtenapp.services.kalenders import standaardkalender

__all__ = ["Redding", "Uitkomst", "red", "voorstel"]

_NAMEN: Final = {
    "melding": ("melding", "meldingen"),
    "persoon": ("naam met adres", "namen met adres"),
    "gebeurtenis": ("gebeurtenis", "gebeurtenissen"),
    "klachtonderdeel": ("klachtonderdeel", "klachtonderdelen"),
    "document": ("brief of bijlage", "brieven en bijlagen"),
    "log": ("regel in het log", "regels in het log"),
    "handtekening": ("handtekening", "handtekeningen"),
    "medewerker": ("medewerker", "medewerkers"),
    "afdeling": ("afdeling", "afdelingen"),
    "instelling": ("instelling", "instellingen"),
}
_GENOEMD: Final = 200


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """What was saved, and in sentences what was and what was not."""

    redding: Redding
    gered: tuple[str, ...]
    mist: tuple[str, ...]


def voorstel(pad: Path, moment: datetime) -> Path:
    """Return a name for the new file: beside the damaged one, and not there yet."""
    nummer = 1
    while True:
        achter = f"-{nummer}" if nummer > 1 else ""
        uit = pad.with_name(f"{pad.stem}-gered-{moment:%Y-%m-%d}{achter}{EXTENSIE}")
        if not uit.exists():
            return uit
        nummer += 1


def red(
    pad: Path | str,
    uit: Path | str,
    moment: datetime,
    gebruiker: str,
    *,
    sleutel: str = "",
    wachtwoord: str = "",
    voortgang: Callable[[int, int], None] = lambda _gedaan, _totaal: None,
) -> Uitkomst:
    """Save what can be read of the register at ``pad`` in the new file ``uit``.

    The damaged file is only read, and of a copy at that. ``wachtwoord`` guards the door of who
    has no key store.

    :raises RegelFout: when ``uit`` is there already: nothing is ever overwritten.
    :raises OpSlot: it is locked, and this user has no way in.
    :raises OmgevingFout: when nothing can be read, or ``uit`` cannot be written.
    """
    bron, doel = Path(pad).absolute(), Path(uit).absolute()
    sleutel = sleutel or ontsluiten.ontsluit(bron, wachtwoord)
    uitkomst = redding.red(bron, doel, moment, gebruiker, sleutel, voortgang=voortgang)
    kopiemanifest.bewaar_deuren(bron, doel)
    if uitkomst.kalender_weg:
        _geef_kalender(uitkomst.uit, sleutel)
    return Uitkomst(uitkomst, tuple(_gered(uitkomst)), tuple(_mist(uitkomst)))


def _geef_kalender(pad: Path, sleutel: str) -> None:
    register = open_register(pad, sleutel=sleutel)
    try:
        with register.transactie():
            instellingen.bewaar_kalender(register, standaardkalender())
    finally:
        register.sluit()


def _gered(uitkomst: Redding) -> list[str]:
    tel = uitkomst.aantallen
    delen = [aantal(tel[tabel], *namen) for tabel, namen in _NAMEN.items() if tel.get(tabel, 0) > 0]
    return [f"Gered: {', '.join(delen)}."] if delen else ["Er is bijna niets gered."]


def _mist(uitkomst: Redding) -> list[str]:
    zinnen = []
    if uitkomst.weg:
        rest = len(uitkomst.weg) - _GENOEMD
        nog = f" en nog {rest}" if rest > 0 else ""
        wat = aantal(len(uitkomst.weg), "dossier is", "dossiers zijn")
        zinnen.append(f"{wat} niet gered: {', '.join(uitkomst.weg[:_GENOEMD])}{nog}.")
    if uitkomst.documenten:
        wat = aantal(len(uitkomst.documenten), "brief of bijlage is", "brieven en bijlagen zijn")
        zinnen.append(f"{wat} niet gered: {', '.join(uitkomst.documenten[:_GENOEMD])}.")
    kapot = [
        aantal(n, *_NAMEN[tabel]) for tabel, n in uitkomst.onleesbaar.items() if tabel in _NAMEN
    ]
    if kapot:
        zinnen.append(f"Wel gevonden, maar niet heel of niet meer aan een dossier: "
                      f"{', '.join(kapot)}.")  # fmt: skip
    gaten = [
        f"{_NAMEN[tabel][1]} ({f'hoogstens {n}' if n else 'hoeveel is niet bekend'})"
        for tabel, n in uitkomst.gaten.items()
        if tabel in _NAMEN
    ]
    if gaten:
        zinnen.append(f"Hier zaten bladen die niet te lezen zijn: {', '.join(gaten)}.")
    if not uitkomst.log_heel:
        zinnen.append(
            "In het log ontbreken regels. De controle van het nieuwe register zegt dat dus ook."
        )
    if uitkomst.kalender_weg:
        zinnen.append(
            "De feestdagen van uw gemeente waren niet te lezen. De gewone lijst staat er nu in."
        )
    return zinnen
