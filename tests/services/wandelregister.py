"""The register of a walk: its people and its clock, what is read back, and what is refused.

Everything goes through the services; after each step the dossier is read from the file.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random

from klachtenapp import bootstrap
from klachtenapp.domain.begrippen import Soort, Status
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.ombudsmanzaak import wacht_op_reactie
from klachtenapp.domain.ondertekenmap import aangeboden
from klachtenapp.domain.personen import Afdeling, Rol
from klachtenapp.domain.stap import Stap
from klachtenapp.domain.volgende_stap import volgende_stap
from klachtenapp.errors import ConflictFout, RegelFout
from klachtenapp.services import (
    beheer,
    ondertekenen,
    reservekopie,
    uitgaand,
    werkvoorraad,
    zoeken,
)
from klachtenapp.services.context import Context
from tests.services import wandelinvoer as invoer
from tests.services import wandeltoets
from tests.services.ondertekenzaak import afdelingshoofd, medewerker

_BEGIN = date(2026, 2, 2)


class Klok:
    """A clock that the walk moves forward."""

    def __init__(self) -> None:
        self.moment = datetime.combine(_BEGIN, time(9))

    def today(self) -> date:
        return self.moment.date()

    def now(self) -> datetime:
        return self.moment

    def vooruit(self, dagen: int) -> None:
        self.moment += timedelta(days=dagen)


class Wandelregister:
    """Register, clock and people of one seed, with what was read of each dossier last.

    ``telling`` counts what happened, ``spoor`` is what was done to a dossier.
    """

    def __init__(self, seed: int, map_: Path) -> None:
        self.rng = Random(seed)  # noqa: S311 -- the same walk again, no secret
        self.seed = seed
        self.klok = Klok()
        self.telling: Counter[str] = Counter()
        self.spoor: dict[str, deque[str]] = defaultdict(lambda: deque(maxlen=60))
        self.kenmerken: list[str] = []
        self.na: dict[str, Dossier] = {}  # as the service said that it became
        self.stand: dict[str, Dossier] = {}  # as each dossier was last read
        self.voor: dict[tuple[str, int], Dossier] = {}
        gemeente = replace(
            invoer.GEMEENTE,
            ondertekenen=self.rng.random() < 0.25,
            commissie=self.rng.random() < 0.25,
            mondeling_formeel=self.rng.random() < 0.8,
        )
        self.pad = map_ / f"wandeling-{seed}.klachten"
        begin = bootstrap.nieuw(self.pad, gemeente, clock=self.klok, gebruiker="beheer")
        for naam in invoer.AFDELINGEN:
            beheer.bewaar_afdeling(begin, Afdeling(0, naam))
        for naam in invoer.BEHANDELAARS:
            medewerker(begin, naam, Rol.BEHANDELAAR)
        self.ctx = medewerker(begin, "R. Visser", Rol.REGISTRAR)
        self.balie = medewerker(begin, "B. van Dam", Rol.BALIEMEDEWERKER)
        self.hoofden = {naam: afdelingshoofd(begin, naam) for naam in invoer.HOOFDEN}

    @property
    def vandaag(self) -> date:
        return self.klok.today()

    @property
    def hoofd(self) -> Context:
        return self.hoofden[invoer.HOOFDEN[0]]

    def kijk(self, kenmerk: str) -> Dossier:
        """Read a dossier back and assert everything about it; try the step that comes next."""
        dossier = zoeken.dossier(self.ctx, kenmerk)
        beloofd = self.na.pop(kenmerk, dossier)
        assert dossier == beloofd, self._verhaal(kenmerk, "de dienst gaf iets anders terug")
        if dossier == self.stand.get(kenmerk) and self.rng.random() < 0.8:
            return dossier  # nothing was done: it was looked at before
        self.stand[kenmerk] = dossier
        try:
            stap = wandeltoets.kijk(dossier, self.ctx.kader, self.vandaag)
            kan = stap and stap.handeling and stap.naam != "wacht_op_gesprek"
            if stap and kan and self.rng.random() < 0.25:
                self.probeer(dossier, stap)
        except AssertionError as fout:
            raise AssertionError(self._verhaal(kenmerk, fout)) from fout
        return dossier

    def _verhaal(self, kenmerk: str, fout: object) -> str:
        regels = "\n  ".join(self.spoor[kenmerk])
        return f"wandeling {self.seed}, {kenmerk}, {self.vandaag}:\n  {regels}\n{fout}"

    def _noteer(self, kenmerk: str, wat: str) -> None:
        self.spoor[kenmerk].append(f"{self.vandaag} {wat[:400]}")

    def _of_niets(self, dossier: Dossier, wat: str, doe: Callable[[], Dossier]) -> Dossier | None:
        """Do it, or be refused in a sentence with nothing changed at all."""
        voor = self._aantallen()
        self._noteer(dossier.kenmerk, wat)
        try:
            na = doe()
        except (RegelFout, ConflictFout) as fout:
            zin = str(fout)
        else:
            self.na[dossier.kenmerk] = na
            return na
        assert zin, wat
        assert self._aantallen() == voor, self._verhaal(dossier.kenmerk, "half geweigerd")
        self._noteer(dossier.kenmerk, f"  geweigerd: {zin}")
        self.telling["geweigerd"] += 1
        self.na[dossier.kenmerk] = dossier
        return None

    def _aantallen(self) -> tuple[object, ...]:
        tabellen = ("log", "gebeurtenis", "document", "inhoud", "opdracht", "nummer", "melding")
        telling = ", ".join(f"(SELECT count(*) FROM {tabel})" for tabel in tabellen)  # noqa: S608
        (rij,) = self.ctx.register.sql(f"SELECT {telling}, (SELECT sum(versie) FROM melding)")  # noqa: S608
        return rij

    def _bytes(self) -> bytes:
        """Return a paper that was not made here, another one each time."""
        self.telling["papieren"] += 1
        return f"%PDF-1.4 {self.seed} {self.telling['papieren']}".encode()

    def bekijk_lijsten(self) -> None:
        """Every list says the same as the dossiers themselves."""
        nummers = zoeken.ids(self.ctx, zoeken.Filter())
        gelezen = zoeken.dossiers(self.ctx, nummers)
        alle = {d.kenmerk: d for d in gelezen}
        assert sorted(alle) == sorted(self.kenmerken)
        for dossier, regel in zip(gelezen, zoeken.regels(self.ctx, nummers), strict=True):
            assert dossier == zoeken.dossier(self.ctx, dossier.kenmerk)
            stap = volgende_stap(dossier, self.ctx.kader, self.vandaag)
            assert (regel.kenmerk, regel.soort) == (dossier.kenmerk, dossier.soort)
            assert (regel.status, regel.volgende_stap) == (
                dossier.status,
                stap.tekst if stap else "",
            )
        werk = {regel.dossier.kenmerk for regel in werkvoorraad.werkvoorraad(self.ctx).regels}
        assert werk == {k for k, d in alle.items() if d.is_open or wacht_op_reactie(d)}
        open_ = {
            r.kenmerk
            for r in zoeken.regels(self.ctx, zoeken.ids(self.ctx, zoeken.Filter(open=True)))
        }
        assert open_ == {k for k, d in alle.items() if d.is_open}
        wacht = {regel.dossier.kenmerk for regel in ondertekenen.ondertekenmap(self.ctx)}
        assert wacht == {k for k, d in alle.items() if aangeboden(d)}
        assert {u.kenmerk for u in uitgaand.klaarliggend(self.ctx)} <= alle.keys()
        assert {s.kenmerk for s in werkvoorraad.signaleer(self.ctx)} <= werk

    def bekijk_register(self) -> None:
        """All closed, and the file is whole: links, numbers, index, log chain, signatures."""
        for kenmerk in self.kenmerken:
            dossier = zoeken.dossier(self.ctx, kenmerk)
            assert dossier.status is Status.AFGEHANDELD, self._verhaal(kenmerk, dossier.status)
            self.telling[f"gesloten: {dossier.afdoeningswijze}"] += 1
        for soort in Soort:
            self.telling["klachten"] += sum(
                zoeken.dossier(self.ctx, k).soort is soort for k in self.kenmerken
            ) * (soort is Soort.KLACHT)
        bootstrap.sluit(self.ctx)
        stuk = [b for b in reservekopie.controleer(self.pad) if not b.goed]
        assert stuk == [], f"wandeling {self.seed}: {stuk}"

    def probeer(self, dossier: Dossier, stap: Stap) -> None:
        """Try the next step through the service, and take it back."""
        raise NotImplementedError
