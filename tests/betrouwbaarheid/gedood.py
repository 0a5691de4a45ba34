"""Kill -9 at random moments of everything that changes a register: ``gedood.py PLACE TIMES SEED``.

A child does its work and says after each step that it is done; then it is killed. What it
said is there, what it did not say is there whole or not at all, and the register opens.
"""

from __future__ import annotations

import random
import shutil
import sys
import time
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from klachtenapp import bootstrap
from klachtenapp.errors import KlachtenappError
from klachtenapp.models import identiteit
from klachtenapp.models.kopie import Stand, bekijk, stand
from klachtenapp.models.register import Register
from klachtenapp.services import postvak, reservekopie, versleuteling
from klachtenapp.services.context import Context
from klachtenapp.services.versleuteling import Deursoort
from tests.betrouwbaarheid.keuring import Telling
from tests.betrouwbaarheid.wereld import NU, Kind, Wereld, cijfers, richt_in, sinds
from tests.betrouwbaarheid.werk import WERK, ZAKEN, Taak, Voorraad, zaai

Meld = Callable[[Any], None]
REGISTERS: Final = Path(__file__).parents[1] / "registers"


class Proef(ABC):
    """One kind of work that is killed."""

    naam: str
    gewicht = 1.0

    def __init__(self, wereld: Wereld, zaad: Path, voorraad: Voorraad, telling: Telling) -> None:
        self.wereld, self.zaad, self.voorraad, self.telling = wereld, zaad, voorraad, telling
        self.duur = 0.0

    def begin(self) -> None:
        """Put everything in its place."""
        self.wereld.begin(self.zaad)

    @abstractmethod
    def werk(self, meld: Meld) -> None:
        """Do it all, in the child; ``meld`` after each step what is then certain."""

    @abstractmethod
    def keur(self, gezegd: Sequence[Any]) -> None:
        """Judge what the child left behind."""

    def mis(self, wat: str, meer: object = "") -> None:
        """Count what may not happen."""
        self.telling.mis(wat, self.naam, meer)

    def meet(self) -> None:
        """Measure how long it takes when nobody kills it, and judge that too."""
        self.begin()
        kind = Kind(self._werk)
        kind.hoor()
        begin = time.monotonic()
        gezegd = kind.slot()
        self.duur = time.monotonic() - begin
        self._keur(gezegd)

    def dood(self, na: float) -> None:
        """Kill it once, so many seconds after it began."""
        self.begin()
        kind = Kind(self._werk)
        kind.hoor()
        time.sleep(na)
        self._keur(kind.dood())

    def _werk(self, meld: Meld) -> None:
        meld("begin")
        self.werk(meld)

    def _keur(self, gezegd: Sequence[Any]) -> None:
        fouten = [wat for wat in gezegd if isinstance(wat, dict)]
        if fouten:
            self.mis("fout in het programma", fouten)
        try:
            self.keur([wat for wat in gezegd if not isinstance(wat, dict)])
        except KlachtenappError as fout:
            self.mis("gaat niet open", f"{fout} {getattr(fout, 'techniek', '')}")
        self.telling.gebeurd["bevestigd"] += len(gezegd)

    def heel(self, pad: Path, sleutel: str = "") -> None:
        """Check a register from the outside."""
        for bevinding in reservekopie.controleer(pad, sleutel):
            if not bevinding.goed:
                self.mis(f"controle {bevinding.onderdeel}", bevinding.tekst)


class Opslaan(Proef):
    """Saves of some kinds by turns, each through its own service."""

    def __init__(self, naam: str, soorten: Sequence[str], *meer: Any, keren: int = 4) -> None:
        super().__init__(*meer)
        self.naam = naam
        self._taken = [Taak(soorten[n % len(soorten)], n) for n in range(keren)]

    def werk(self, meld: Meld) -> None:
        ctx = self.wereld.open()
        for taak in self._taken:
            WERK[taak.soort].doe(ctx, taak, self.voorraad)
            meld(taak.nummer)

    def keur(self, gezegd: Sequence[Any]) -> None:
        ctx = self.wereld.open()
        try:
            for taak in self._taken:
                aantal = WERK[taak.soort].tel(ctx, taak)
                if taak.nummer in gezegd and aantal != 1:
                    self.mis("bevestigd en kwijt", f"{taak} {aantal}")
                self._keur_aantal(taak, aantal)
            lagen_klaar = len(postvak.in_postvak(ctx))
            self.telling.gebeurd["uit het postvak"] += lagen_klaar
            postvak.speel_af(ctx)
            for taak in self._taken:
                self._keur_aantal(taak, WERK[taak.soort].tel(ctx, taak))
            if over := postvak.in_postvak(ctx):
                self.mis("blijft in postvak", [z.reden for z in over])
        finally:
            bootstrap.sluit(ctx)
        self.heel(self.wereld.pad)

    def _keur_aantal(self, taak: Taak, aantal: int) -> None:
        if aantal not in (0, 1):
            self.mis("half" if aantal < 0 else "dubbel", f"{taak} {aantal}")


class Migratie(Proef):
    """An old register that the newest program opens."""

    naam = "migratie"

    def __init__(self, *meer: Any) -> None:
        super().__init__(*meer)
        self._oude = sorted(REGISTERS.glob("versie-*.klachten"))[:-1]
        self._beurt = 0
        self._vormen: dict[tuple[Path, int], list[tuple[Any, ...]]] = {}
        """By the register it was and the version it is: an older one keeps its search index."""

    def begin(self) -> None:
        self.wereld.begin(self._oude[self._beurt % len(self._oude)])
        self._beurt += 1

    def werk(self, meld: Meld) -> None:
        ctx = self.wereld.open()
        meld(identiteit.versie(ctx.register))

    def keur(self, gezegd: Sequence[Any]) -> None:
        versie, vorm = self._lees()
        if gezegd and versie != gezegd[0]:
            self.mis("bevestigd en kwijt", versie)
        was = self._oude[(self._beurt - 1) % len(self._oude)]
        if self._vormen.setdefault((was, versie), vorm) != vorm:
            self.mis("half", f"versie {versie}")
        ctx = self.wereld.open()
        ((aantal,),) = ctx.register.sql("SELECT count(*) FROM melding")
        bootstrap.sluit(ctx)
        if aantal != 3:
            self.mis("bevestigd en kwijt", f"{aantal} meldingen")
        self.heel(self.wereld.pad)

    def _lees(self) -> tuple[int, list[tuple[Any, ...]]]:
        oud = Register(self.wereld.pad)
        oud.verbind()
        vorm = oud.sql("SELECT name, sql FROM sqlite_master ORDER BY name")
        versie = identiteit.versie(oud)
        oud.sluit()
        return versie, vorm


class Kopieen(Proef):
    """Copies of the register, with a save between them."""

    naam = "reservekopie"

    def werk(self, meld: Meld) -> None:
        ctx = self.wereld.open()
        for nummer in range(2):
            kopie = reservekopie.maak(ctx)
            meld(kopie.pad.name)
            taak = Taak("notitie", nummer)
            WERK["notitie"].doe(ctx, taak, self.voorraad)

    def keur(self, gezegd: Sequence[Any]) -> None:
        aanwezig = sorted((self.wereld.share / "reservekopieen").glob("*.klachten"))
        if gezegd and (not aanwezig or aanwezig[-1].name < max(gezegd)):
            self.mis("bevestigd en kwijt", gezegd)
        for pad in aanwezig:
            if not bekijk(pad):
                self.mis("halve kopie", pad.name)
        self.heel(self.wereld.pad)


class Herstellen(Proef):
    """A copy put back over a register with more in it."""

    naam = "herstel"

    def begin(self) -> None:
        super().begin()
        self._kopie = self.wereld.lokaal / "kopie.klachten"
        shutil.copyfile(self.zaad, self._kopie)
        ctx = self.wereld.open()
        for nummer in range(3):
            WERK["intake"].doe(ctx, Taak("intake", nummer), self.voorraad)
        self._nieuw, self._oud = stand(ctx.register), bekijk(self._kopie)
        bootstrap.sluit(ctx)

    def werk(self, meld: Meld) -> None:
        reservekopie.herstel(self.wereld.pad, self._kopie, NU, minder_mag=True)
        meld("hersteld")

    def keur(self, gezegd: Sequence[Any]) -> None:
        ctx = self.wereld.open()
        nu: Stand = stand(ctx.register)
        bootstrap.sluit(ctx)
        if nu not in (self._oud, self._nieuw):
            self.mis("half", nu)
        if gezegd and nu != self._oud:
            self.mis("bevestigd en kwijt", nu)
        bewaard = list((self.wereld.share / "reservekopieen").glob("*.klachten"))
        if nu == self._oud and [bekijk(pad) for pad in bewaard] != [self._nieuw]:
            self.mis("vorige stand niet bewaard", bewaard)
        self.heel(self.wereld.pad)


class Sleutels(Proef):
    """Locked, a new key because somebody leaves, and open again."""

    naam = "versleuteling"

    def begin(self) -> None:
        super().begin()
        self._dossiers = 2 * ZAKEN

    def werk(self, meld: Meld) -> None:
        geheim = versleuteling.nieuw_herstelgeheim()
        ctx = versleuteling.zet_aan(self.wereld.open(), geheim, geheim.woorden)
        WERK["intake"].doe(ctx, Taak("intake", 0), self.voorraad)
        meld(0)
        versleuteling.nodig_uit(ctx, "M. de Groot")
        deuren = versleuteling.stand(ctx).toegang
        (weg,) = (d for d in deuren if d.soort is Deursoort.UITNODIGING)
        ctx = versleuteling.sluit_buiten(ctx, weg.uid)
        WERK["intake"].doe(ctx, Taak("intake", 1), self.voorraad)
        meld(1)
        ctx = versleuteling.zet_uit(ctx)
        WERK["intake"].doe(ctx, Taak("intake", 2), self.voorraad)
        meld(2)

    def keur(self, gezegd: Sequence[Any]) -> None:
        ctx = self.wereld.open()
        try:
            postvak.speel_af(ctx)
            self._keur_inhoud(ctx, gezegd)
            sleutel = ctx.register.sleutel
            self.telling.gebeurd["op slot"] += bool(sleutel)
        finally:
            bootstrap.sluit(ctx)
        self.heel(self.wereld.pad, sleutel)

    def _keur_inhoud(self, ctx: Context, gezegd: Sequence[Any]) -> None:
        for nummer in range(3):
            aantal = WERK["intake"].tel(ctx, Taak("intake", nummer))
            if aantal > 1 or (nummer in gezegd and aantal != 1):
                self.mis("dubbel" if aantal > 1 else "bevestigd en kwijt", nummer)
        ((alle,),) = ctx.register.sql("SELECT count(*) FROM melding")
        if not self._dossiers <= alle <= self._dossiers + 3:
            self.mis("bevestigd en kwijt", f"{alle} meldingen")


def proeven(*bij: Any) -> list[Proef]:
    """Return everything that is killed."""
    return [
        Opslaan("intake", ("intake",), *bij),
        Opslaan("opslaan", ("notitie", "wijziging", "onderdelen", "handeling"), *bij),
        Opslaan("brief", ("brief",), *bij, keren=3),
        Opslaan("import", ("import",), *bij, keren=1),
        Migratie(*bij),
        Opslaan("ondertekening", ("ondertekening",), *bij, keren=2),
        Kopieen(*bij),
        Herstellen(*bij),
        Sleutels(*bij),
    ]


def main(plek: Path, keren: int, zaadje: int) -> None:
    """Run the experiment and print its figures."""
    begin = time.monotonic()
    wereld = richt_in(plek, geduld=2.0)
    zaad, telling = plek / "zaad.klachten", Telling()
    alle = proeven(wereld, zaad, zaai(zaad), telling)
    willekeur = random.Random(zaadje)
    for proef in alle:
        proef.meet()
    gedood: Counter[str] = Counter()
    for beurt in range(keren):
        proef = alle[beurt % len(alle)]
        proef.dood(willekeur.uniform(0, proef.duur * 1.1))
        gedood[proef.naam] += 1
    cijfers(
        gedood=keren, per_soort=dict(gedood), seconden=sinds(begin),
        gebeurd=dict(telling.gebeurd), fouten=dict(telling.fouten), voorbeelden=telling.voorbeelden,
    )  # fmt: skip


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
