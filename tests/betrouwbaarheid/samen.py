"""Ten people save at once through two mounts of a slow share.

``samen.py PLACE SECONDS PEOPLE PAUSE BACKING MOUNT ...``. Each reads a dossier, thinks for
``PAUSE`` seconds on average, and saves; who meets a conflict reads again and saves again.
"""

from __future__ import annotations

import json
import os
import random
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any, Final

from klachtenapp import bootstrap
from klachtenapp.domain.dossier import Dossier, Klachtonderdeel
from klachtenapp.errors import ConflictFout, KlachtenappError
from klachtenapp.models import meldingen
from klachtenapp.services import postvak
from klachtenapp.services.behandelen import Opdracht
from klachtenapp.services.context import Context
from klachtenapp.services.postvak import Onderdelen
from klachtenapp.services.samenwerken import Samenwerking, wijzigingsnummer
from klachtenapp.services.wijzigen import Wijziging
from tests.betrouwbaarheid.keuring import Telling, heel
from tests.betrouwbaarheid.wereld import NAAM, NU, Kind, Wereld, cijfers, richt_in, sinds
from tests.betrouwbaarheid.werk import WERK, ZAKEN, Taak, Voorraad, zaai

GEWICHT: Final = {"notitie": 7, "intake": 4, "wijziging": 4, "handeling": 3, "onderdelen": 2}
_TIK_S: Final = 1.5
_KIJK_S: Final = 5.0
_KEER: Final = 10
"""How often somebody who meets a conflict tries again before he gives up."""
_NIEMAND: Final = 65_534
"""The number of the user that every Linux calls ``nobody``."""


class Medewerker:
    """One person at one computer."""

    def __init__(
        self, wereld: Wereld, nummer: int, voorraad: Voorraad, meld: Callable[[Any], None]
    ) -> None:
        self._wereld, self._nummer, self._voorraad, self._meld = wereld, nummer, voorraad, meld
        self._kans = random.Random(nummer)
        self._teller = 0

    def leef(self, einde: float, pauze: float) -> None:
        """Work until ``einde``, with somebody in the background who looks at the others."""
        klaar = threading.Event()
        wacht = threading.Thread(target=self._kijk_rond, args=(klaar,), daemon=True)
        wacht.start()
        ctx = self._wereld.open()
        volgende_kijk = 0.0
        while time.monotonic() < einde:
            klaar.wait(min(self._kans.expovariate(1 / pauze), max(einde - time.monotonic(), 0)))
            if time.monotonic() >= einde:
                break
            if time.monotonic() > volgende_kijk:
                wijzigingsnummer(ctx)
                volgende_kijk = time.monotonic() + _KIJK_S
            self._werk(ctx)
        bootstrap.sluit(ctx)
        klaar.set()
        wacht.join()

    def _kijk_rond(self, klaar: threading.Event) -> None:
        samen = Samenwerking(self._wereld.pad, f"Medewerker {self._nummer}", NU)
        while not klaar.wait(_TIK_S):
            stand = samen.tik()
            if stand.sloten_werken is False or not stand.bereikbaar:
                self._meld({"mis": f"aanwezigheid: {stand}"})
        samen.sluit()

    def _werk(self, ctx: Context) -> None:
        self._teller += 1
        (soort,) = self._kans.choices(list(GEWICHT), list(GEWICHT.values()))
        taak = Taak(soort, self._nummer * 1_000_000 + self._teller)
        botsingen = 0
        while True:
            bewaar = self._lees(ctx, taak)
            begin = time.monotonic()
            try:
                bewaar()
            except ConflictFout:
                botsingen += 1
                taak = taak.opnieuw()
                if botsingen < _KEER:
                    continue
                self._meld({"mis": f"{_KEER} conflicten na elkaar bij {soort}"})
            except KlachtenappError as fout:
                techniek = getattr(fout.__cause__ or fout, "techniek", "")
                self._meld({"mis": f"{soort}: {fout} {techniek}"})
            else:
                duur = time.monotonic() - begin
                self._meld(
                    {"taak": [taak.soort, taak.nummer], "duur": duur, "botsingen": botsingen}
                )
            return

    def _lees(self, ctx: Context, taak: Taak) -> Callable[[], object]:
        """Read what the person has on the screen; returns the save that follows."""
        if taak.soort in ("intake", "notitie"):
            return lambda: WERK[taak.soort].doe(ctx, taak, self._voorraad)
        kenmerk = f"K2026-{taak.nummer % ZAKEN + 1:04}"
        dossier = meldingen.haal(ctx.register, kenmerk)
        opdracht = _opdracht(dossier, taak)
        return lambda: postvak.bezorg(ctx, opdracht, taak.uid, taak.soort)


def _opdracht(dossier: Dossier, taak: Taak) -> object:
    if taak.soort == "wijziging":
        oud = {"onderwerp": dossier.onderwerp}
        nieuw = {"onderwerp": taak.merk}
        return Wijziging(dossier.kenmerk, dossier.versie, nieuw, gelezen=oud)
    if taak.soort == "handeling":
        gesprek = {"manier": "telefoon", "bereikt": "ja", "toelichting": taak.merk}
        return Opdracht(dossier.kenmerk, "leg_gesprek_vast", gesprek, dossier.versie)
    delen = (*dossier.onderdelen, Klachtonderdeel(taak.merk))
    return Onderdelen(dossier.kenmerk, dossier.versie, delen)


def _word_mens(plek: Path) -> None:
    """Go on as somebody who is not root, as everybody at a gemeente.

    For root SQLite sets the owner of its journal anew, twice for each save: six calls to the
    share that nobody at work pays for. Where only root may come, one stays root.
    """
    if os.geteuid() == 0 and all(map_.stat().st_mode & 0o001 for map_ in plek.parents):
        os.seteuid(_NIEMAND)


def _zet_open(plek: Path) -> None:
    """Let everybody write in what root has just made, but not in what is mounted in it."""
    for map_, mappen, bestanden in os.walk(plek):
        os.chmod(map_, 0o777)  # noqa: S103 - a folder of this experiment
        mappen[:] = [naam for naam in mappen if not os.path.ismount(os.path.join(map_, naam))]
        for naam in bestanden:
            os.chmod(os.path.join(map_, naam), 0o666)  # noqa: S103


def keur(ctx: Context, taken: Sequence[Taak], telling: Telling) -> None:
    """Judge whether every save that was confirmed is there once, and none was overwritten."""
    for taak in taken:
        if taak.soort == "onderdelen":  # each keeps those of the others
            vraag = "SELECT count(*) FROM klachtonderdeel WHERE omschrijving = ?"
            ((aantal,),) = ctx.register.sql(vraag, (taak.merk,))
        else:
            aantal = WERK[taak.soort].tel(ctx, taak)
        if aantal != 1:
            telling.mis("bevestigd en kwijt" if aantal == 0 else "dubbel", f"{taak} {aantal}")
    _keur_keten(ctx, telling)
    nummers = [n for (n,) in ctx.register.sql("SELECT volgnummer FROM nummer ORDER BY volgnummer")]
    if nummers != list(range(1, len(nummers) + 1)):
        telling.mis("kenmerken met gaten", nummers)


def _keur_keten(ctx: Context, telling: Telling) -> None:
    """Each change of the onderwerp must start from what the change before it left."""
    staat: dict[int, str] = {}
    vraag = "SELECT melding_id, gegevens FROM gebeurtenis WHERE soort = 'gewijzigd' ORDER BY id"
    for melding, tekst in ctx.register.sql(vraag):
        gegevens = json.loads(tekst)
        if "onderwerp" not in gegevens:
            continue
        if gegevens["onderwerp was"] != staat.get(melding, gegevens["onderwerp was"]):
            telling.mis("overschreven", f"{melding}: {gegevens} na {staat[melding]}")
        staat[melding] = gegevens["onderwerp"]


def main(
    plek: Path, seconden: float, mensen: int, pauze: float, achter: Path, mounts: Sequence[Path]
) -> None:
    """Run the experiment and print its figures."""
    begin = time.monotonic()
    wereld = richt_in(plek, netwerk=False)
    voorraad = zaai(plek / NAAM)
    (plek / NAAM).rename(achter / NAAM)
    einde = time.monotonic() + seconden
    _zet_open(plek)

    def leven(nummer: int) -> Callable[[Callable[[Any], None]], None]:
        eigen = Wereld(mounts[nummer % len(mounts)], wereld.lokaal)

        def leef(meld: Callable[[Any], None]) -> None:
            _word_mens(plek)
            Medewerker(eigen, nummer, voorraad, meld).leef(einde, pauze)

        return leef

    kinderen = [Kind(leven(nummer)) for nummer in range(mensen)]
    gehoord = [regel for kind in kinderen for regel in kind.slot(seconden + 60)]
    telling, taken = Telling(), []
    for regel in gehoord:
        if "taak" in regel:
            taken.append(Taak(*regel["taak"]))
        else:
            telling.mis("fout getoond", regel)
    gezien = Wereld(achter, wereld.lokaal)
    ctx = gezien.open()
    keur(ctx, taken, telling)
    if over := postvak.in_postvak(ctx):
        telling.mis("blijft in postvak", over)
    bootstrap.sluit(ctx)
    heel(gezien, telling, "register")
    duren = sorted(regel["duur"] for regel in gehoord if "duur" in regel)
    cijfers(
        mensen=mensen, seconden=sinds(begin), pauze=pauze, opgeslagen=len(taken),
        per_soort=dict(Counter(taak.soort for taak in taken)),
        botsingen=sum(regel.get("botsingen", 0) for regel in gehoord),
        p50=round(median(duren), 3), p95=round(duren[int(len(duren) * 0.95)], 3),
        langste=round(duren[-1], 3), fouten=dict(telling.fouten), voorbeelden=telling.voorbeelden,
    )  # fmt: skip


if __name__ == "__main__":
    main(
        Path(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4]),
        Path(sys.argv[5]), [Path(tekst) for tekst in sys.argv[6:]],
    )  # fmt: skip
