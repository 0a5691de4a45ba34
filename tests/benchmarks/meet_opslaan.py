"""One save of a dossier: read and write calls to the file, and time, against the bare driver.

On a share every call is a round trip, so the number of calls is what a save costs there.
The bare driver writes the same rows, taken from the register itself after our save.
"""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import sqlcipher3
from meting import Omvang, duur, regel
from voorraad import open_

from klachtenapp.services import behandelen, zoeken
from klachtenapp.services.behandelen import Opdracht

_IO = Path("/proc/self/io")
_TABELLEN = ("gebeurtenis", "log", "opdracht")


def meet(pad: Path, omvang: Omvang) -> None:
    """Print file calls (Linux only) and time of one note added to a dossier."""
    ctx = open_(pad)
    kenmerken = [
        r.kenmerk for r in zoeken.regels(ctx, zoeken.ids(ctx, zoeken.Filter(open=True))[:20])
    ]
    kaal = sqlcipher3.connect(str(pad), isolation_level=None)
    for pragma in ("journal_mode=PERSIST", "synchronous=FULL", "foreign_keys=1"):
        kaal.execute(f"PRAGMA {pragma}")
    onze_tijd: list[float] = []
    kale_tijd: list[float] = []
    onze_io: list[int] = []
    kale_io: list[int] = []
    for nummer in range(omvang.keren * 3):
        kenmerk = kenmerken[nummer % len(kenmerken)]
        versie = zoeken.dossier(ctx, kenmerk).versie
        opdracht = Opdracht(kenmerk, "noteer", {"toelichting": "Gebeld, niemand thuis."}, versie)
        voor = _oproepen()
        onze_tijd.append(duur(lambda o=opdracht: behandelen.voer_uit(ctx, o)))
        onze_io.append(_oproepen() - voor)
        rijen = _laatste_rijen(kaal)
        voor = _oproepen()
        kale_tijd.append(duur(lambda r=rijen: _kaal(kaal, r)))
        kale_io.append(_oproepen() - voor)
    kaal.close()
    ctx.register.sluit()
    if _IO.is_file():
        regel("opslaan van een notitie, lees- en schrijfoproepen", _midden(onze_io),
              _midden(kale_io), "≤ 1,5×", eenheid="")  # fmt: skip
    regel("opslaan van een notitie, tijd", _midden(onze_tijd), _midden(kale_tijd), "(ter info)")


def _midden(waarden: list[float] | list[int]) -> float:
    return float(sorted(waarden)[len(waarden) // 2])


def _oproepen() -> int:
    if not _IO.is_file():
        return 0
    tellers = dict(deel.split(": ") for deel in _IO.read_text().splitlines())
    return int(tellers["syscr"]) + int(tellers["syscw"])


def _laatste_rijen(kaal: object) -> dict[str, tuple[object, ...]]:
    lees = kaal.execute  # type: ignore[attr-defined]
    return {
        tabel: lees(f"SELECT * FROM {tabel} ORDER BY rowid DESC LIMIT 1").fetchone()  # noqa: S608
        for tabel in _TABELLEN
    }


def _kaal(kaal: object, rijen: dict[str, tuple[object, ...]]) -> None:
    """Write the same three rows and the counter of the dossier, then take the rows out again."""
    voer = kaal.execute  # type: ignore[attr-defined]
    voer("BEGIN IMMEDIATE")
    melding = voer("SELECT id, versie FROM melding ORDER BY id DESC LIMIT 1").fetchone()
    for tabel, rij in rijen.items():
        eigen = [None if isinstance(rij[0], int) else f"kaal-{uuid4()}", *rij[1:]]
        merken = ", ".join("?" * len(eigen))
        voer(f"INSERT INTO {tabel} VALUES ({merken})", eigen)  # noqa: S608
    voer("UPDATE melding SET versie = ? WHERE id = ?", (melding[1] + 1, melding[0]))
    # A note can be found again: its words go into the index, here and there.
    voer("UPDATE zoektekst SET tekst = tekst || ? WHERE melding_id = ?", ("\nx", melding[0]))
    voer("COMMIT")
