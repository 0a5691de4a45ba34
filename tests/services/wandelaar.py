"""A walk: dossiers in one register, worked on in any order through the services.

A seed says everything: who comes in with what, what is done, and what is done wrong. After
every step all of it is looked at from outside (``wandeltoets``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace

from klachtenapp.domain.aanmelding_lezen import lees_aanmelding
from klachtenapp.domain.begrippen import Oordeel
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.handelingen import HANDELINGEN, laatste_terug_te_draaien
from klachtenapp.domain.stap import Stap
from klachtenapp.domain.volgende_stap import volgende_stap
from klachtenapp.errors import RegelFout
from klachtenapp.services import (
    behandelen,
    bijlagen,
    importeren,
    overnemen,
    registreren,
    wijzigen,
    zoeken,
)
from klachtenapp.services.behandelen import Opdracht
from klachtenapp.services.wijzigen import Wijziging
from tests.services import wandelinvoer as invoer
from tests.services import wandeltoets
from tests.services.ondertekenzaak import uid
from tests.services.wandelbrieven import Brievenwandeling

DOSSIERS = 25
"""How many dossiers one register holds: enough to get in each other's way."""

_ZETTEN = 9  # random moves for each dossier, on average, before it is brought to its end
_ZELDEN = frozenset(
    (
        "passeer_plicht",
        "verdaag",
        "stel_uit",
        "laat_later_beginnen",
        "schakel_commissie_in",
        "zie_af_van_horen",
        "merk_betrokken",
        "merk_niet_betrokken",
        "kom_belofte_na",
    )
)
_VERGELIJK = [
    veld.name
    for veld in fields(Dossier)
    if veld.name not in {"gebeurtenissen", "documenten", "versie", "onderdelen"}
]
"""What is as before after an undo; history, papers and what was written about parts stay."""


class _Terug(Exception):
    """What was tried is taken back."""


class Wandeling(Brievenwandeling):
    """The walk of one seed: ``loop`` does it all."""

    def loop(self) -> None:
        """Walk until every dossier has come to its end, and look at all of it."""
        if self.rng.random() < 0.3:
            self.neem_oud_register_over()
        stappen = 0
        while len(self.kenmerken) < DOSSIERS or stappen < DOSSIERS * _ZETTEN:
            stappen += 1
            nieuw = len(self.kenmerken) < DOSSIERS and self.rng.random() < 0.2
            if nieuw or not self.kenmerken:
                self.registreer()
                continue
            if self.rng.random() < 0.09:
                self.klok.vooruit(self.rng.choice((1, 1, 2, 3, 7, 14)))
            self.zet(self.rng.choice(self.kenmerken))
            if stappen % 150 == 0:
                self.bekijk_lijsten()
        self.loop_alles_uit()
        self.bekijk_lijsten()
        self.bekijk_register()

    def zet(self, kenmerk: str) -> None:
        """Make one random move in a dossier."""
        welke, kans = zip(*self._zetten().items(), strict=True)
        self.rng.choices(welke, kans)[0](self.stand[kenmerk])
        self.telling["zetten"] += 1
        self.kijk(kenmerk)

    def _zetten(self) -> dict[Callable[[Dossier], None], float]:
        return {
            self.volg_de_stap: 34,
            self.goede_handeling: 22,
            self.losse_handeling: 10,
            self.foute_handeling: 8,
            self.brief_van_elders: 7,
            self.brief_op_papier: 1,
            self.draai_terug: 5,
            self.wijzig: 4,
            self.schrijf_onderdelen: 3,
            self.onbevoegd: 2,
            self.verouderd: 1,
            self.voeg_bijlage_toe: 1,
            self.bied_aan_of_neem_terug: 1,
            self.neem_werk_over: 0.5,
        }

    def registreer(self) -> None:
        """Take a melding in: by the form, as JSON, by the balie, sometimes twice."""
        nieuw = invoer.aanmelding(self.rng, self.vandaag)
        deur = self.rng.random()
        wie = self.balie if deur > 0.8 else self.ctx
        voor = self._aantallen()
        try:
            if deur < 0.25:
                nieuw = lees_aanmelding(invoer.als_json(nieuw))
            dossier = registreren.registreer(wie, nieuw)
        except RegelFout:
            assert self._aantallen() == voor, "a refused intake left something"
            self.telling["geweigerd"] += 1
            return
        if deur > 0.95:
            again = registreren.registreer(wie, replace(nieuw, uid=dossier.uid))
            assert again == dossier
        self.kenmerken.append(dossier.kenmerk)
        self.telling["dossiers"] += 1
        self._noteer(dossier.kenmerk, f"geregistreerd: {nieuw}")
        assert self.kijk(dossier.kenmerk) == dossier, self._verhaal(dossier.kenmerk, "gelezen")

    def neem_oud_register_over(self) -> None:
        """Begin with dossiers of an older register; they go on here like any other."""
        pad = self.pad.with_suffix(".csv")
        pad.write_text(invoer.oud_register(self.rng, self.vandaag), "utf-8")
        importeren.importeer(self.ctx, pad)
        for dossier in zoeken.dossiers(self.ctx, zoeken.ids(self.ctx, zoeken.Filter())):
            self.kenmerken.append(dossier.kenmerk)
            self.telling["dossiers"] += 1
            self.telling["overgenomen"] += 1
            self._noteer(dossier.kenmerk, f"uit het oude register: {dossier}")
            self.kijk(dossier.kenmerk)

    def volg_de_stap(self, dossier: Dossier) -> None:
        """Do what the next step says, as well as it can be done."""
        stap = volgende_stap(dossier, self.ctx.kader, self.vandaag)
        if stap is not None and stap.naam != "wacht_op_gesprek":
            self.neem_stap(dossier, stap)

    def goede_handeling(self, dossier: Dossier) -> None:
        """Something that can be done now, filled in with care; what is rare comes sooner."""
        keuzes = behandelen.mogelijk(self.hoofd, dossier.kenmerk)
        if keuzes:
            kansen = [6 if keuze.naam in _ZELDEN else 1 for keuze in keuzes]
            (handeling,) = self.rng.choices(keuzes, kansen)
            gegeven = invoer.goede_invoer(handeling, dossier, self.ctx.kader, self.vandaag)
            self._voer_uit(dossier, handeling.naam, gegeven)

    def losse_handeling(self, dossier: Dossier) -> None:
        """Something that can be done now, filled in as it comes."""
        keuzes = behandelen.mogelijk(self.hoofd, dossier.kenmerk)
        if keuzes:
            handeling = self.rng.choice(keuzes)
            self._voer_uit(
                dossier,
                handeling.naam,
                invoer.losse_invoer(handeling, dossier, self.ctx.kader, self.vandaag, self.rng),
            )

    def foute_handeling(self, dossier: Dossier) -> None:
        """Anything from the table, with answers that make no sense."""
        handeling = self.rng.choice(list(HANDELINGEN.values()))
        gegeven = invoer.foute_invoer(handeling, dossier, self.ctx.kader, self.vandaag, self.rng)
        self._voer_uit(dossier, handeling.naam, gegeven)

    def _voer_uit(self, dossier: Dossier, naam: str, gegeven: dict[str, str]) -> None:
        opdracht = Opdracht(dossier.kenmerk, naam, gegeven, dossier.versie, uid())
        na = self._of_niets(
            dossier, f"{naam} {gegeven}", lambda: behandelen.voer_uit(self.hoofd, opdracht)
        )
        if na is None:
            return
        self._onthoud(dossier, na)
        if self.rng.random() < 0.05:
            voor = self._aantallen()
            assert behandelen.voer_uit(self.hoofd, opdracht) == na
            assert self._aantallen() == voor, "the same opdracht twice"

    def schrijf_onderdelen(self, dossier: Dossier) -> None:
        delen = invoer.onderdelen(self.rng)
        self._of_niets(
            dossier,
            f"onderdelen {delen}",
            lambda: behandelen.bewaar_onderdelen(self.ctx, dossier.kenmerk, dossier.versie, delen),
        )

    def wijzig(self, dossier: Dossier) -> None:
        velden = invoer.wijziging(dossier, self.vandaag, self.rng)
        wat = Wijziging(dossier.kenmerk, dossier.versie, velden)
        self._of_niets(dossier, f"wijzig {velden}", lambda: wijzigen.wijzig(self.ctx, wat))

    def draai_terug(self, dossier: Dossier) -> None:
        """Undo the last step: the facts are those of before it."""
        laatste = laatste_terug_te_draaien(dossier)
        reden = "verkeerde knop" if self.rng.random() > 0.1 else " "
        na = self._of_niets(
            dossier,
            f"ongedaan: {laatste[1].naam if laatste else '-'}",
            lambda: behandelen.maak_laatste_ongedaan(
                self.ctx, dossier.kenmerk, dossier.versie, reden
            ),
        )
        assert (na is not None) == (laatste is not None and bool(reden.strip()))
        if na is None or laatste is None:
            return
        self.telling["ongedaan"] += 1
        eerder = self.voor.get((dossier.kenmerk, laatste[0].id))
        for veld in _VERGELIJK if eerder else ():
            assert getattr(na, veld) == getattr(eerder, veld), self._verhaal(na.kenmerk, veld)

    def onbevoegd(self, dossier: Dossier) -> None:
        """Who has no right to it does not do it, by no door."""
        handeling = self.rng.choice(list(HANDELINGEN.values()))
        gegeven = invoer.goede_invoer(handeling, dossier, self.ctx.kader, self.vandaag)
        opdracht = Opdracht(dossier.kenmerk, handeling.naam, gegeven, dossier.versie, uid())
        assert self._of_niets(
            dossier, "onbevoegd", lambda: behandelen.voer_uit(self.balie, opdracht)
        ) is None  # fmt: skip

    def verouderd(self, dossier: Dossier) -> None:
        """Who looked at an older version is told so."""
        oud = Opdracht(dossier.kenmerk, "noteer", {"toelichting": "x"}, dossier.versie - 1, uid())
        assert self._of_niets(
            dossier, "verouderd", lambda: behandelen.voer_uit(self.ctx, oud)
        ) is None  # fmt: skip

    def neem_werk_over(self, dossier: Dossier) -> None:
        """All work of one behandelaar goes to others, but never to someone involved."""
        if dossier.behandelaar is None:
            return
        van = dossier.behandelaar.naam
        naar = self.rng.sample([n for n in invoer.BEHANDELAARS if n != van], 2)
        overname = overnemen.neem_over(self.ctx, van, naar, "ziek", niet_betrokken=True)
        for regel in overname.regels:
            self._noteer(regel.kenmerk, f"overgenomen van {van}: {regel}")
            self.kijk(regel.kenmerk)

    def voeg_bijlage_toe(self, dossier: Dossier) -> None:
        inhoud = self._bytes()
        bijlagen.voeg_een_toe(self.ctx, dossier.kenmerk, "toestemming.txt", inhoud)
        self._noteer(dossier.kenmerk, "bijlage")

    def neem_stap(self, dossier: Dossier, stap: Stap) -> None:
        """Carry out the next step; whatever it takes, it is accepted."""
        if stap.brief:
            self.neem_briefstap(dossier, stap)
        else:
            self._noteer(dossier.kenmerk, f"stap {stap.naam}")
            self._onthoud(dossier, self._doe_handeling(dossier, stap))

    def _onthoud(self, eerder: Dossier, na: Dossier) -> None:
        """Keep what an undo has to bring back, and count what was done."""
        feit = na.gebeurtenissen[-1]
        self.voor[na.kenmerk, feit.id] = eerder
        self.telling[f"gedaan: {feit.gegevens['_handeling']}"] += 1

    def _doe_handeling(self, dossier: Dossier, stap: Stap) -> Dossier:
        handeling = HANDELINGEN[stap.handeling]
        if wandeltoets.moet_onderdelen(stap, dossier):
            dossier = self._maak_onderdelen_af(dossier)
        gegeven = invoer.goede_invoer(handeling, dossier, self.ctx.kader, self.vandaag)
        return behandelen.voer_uit(
            self.hoofd, Opdracht(dossier.kenmerk, handeling.naam, gegeven, dossier.versie, uid())
        )

    def _maak_onderdelen_af(self, dossier: Dossier) -> Dossier:
        return behandelen.bewaar_onderdelen(
            self.ctx,
            dossier.kenmerk,
            dossier.versie,
            [
                replace(
                    deel, bevinding="Dit vonden wij.", oordeel=deel.oordeel or Oordeel.ONGEGROND
                )
                for deel in dossier.onderdelen
            ],
        )

    def probeer(self, dossier: Dossier, stap: Stap) -> None:
        """The service really takes the next step; then it is taken back."""
        try:
            with self.ctx.register.transactie():
                self._doe_handeling(dossier, stap)
                raise _Terug
        except _Terug:
            return
        except RegelFout as fout:
            raise AssertionError(f"de stap {stap.naam} kan niet: {fout}") from fout

    def loop_alles_uit(self) -> None:
        """Whoever only follows the next steps comes to the end."""
        rondes = 0
        bezig = list(self.kenmerken)
        while bezig:
            rondes += 1
            assert rondes < 60, self._verhaal(bezig[0], f"geen einde in zicht: {bezig}")
            bezig = [kenmerk for kenmerk in bezig if self._zet_naar_einde(kenmerk)]
            if rondes % 3 == 0:
                self.klok.vooruit(1)

    def _zet_naar_einde(self, kenmerk: str) -> bool:
        dossier = self.stand[kenmerk]
        stap = volgende_stap(dossier, self.ctx.kader, self.vandaag)
        if stap is None:
            return False
        wacht = stap.naam in ("wacht_op_gesprek", "wacht_op_aanvulling")
        if wacht and stap.uiterlijk and stap.uiterlijk > self.vandaag:
            self.klok.vooruit(1)
            return True
        self.neem_stap(dossier, stap)
        self.telling["stappen"] += 1
        self.kijk(kenmerk)
        return True
