"""Lets the made-up dossiers happen day by day, through the real services.

Every story is a generator: it acts, and yields the day on which it goes on. The regie runs
all stories together in order of time, so that numbers and log are as in a real register.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Generator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random

from klachtenapp.clock import Clock
from klachtenapp.domain import bereikbaarheid
from klachtenapp.domain.begrippen import GebeurtenisSoort, Kanaal
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven import BRIEVEN, Ontvanger
from klachtenapp.domain.dossier import Dossier, Gebeurtenis, Klachtonderdeel
from klachtenapp.domain.handelingen import HANDELINGEN, voorinvullen
from klachtenapp.domain.kader import Kader
from klachtenapp.errors import RegelFout
from klachtenapp.models import gebeurtenissen
from klachtenapp.services import behandelen, correspondentie, registreren
from klachtenapp.services.context import Context
from klachtenapp.services.oefengemeente.draaiboek import Plan
from klachtenapp.services.opdracht import nieuw_uid

REGISTRAR = "E. Visser"
_OPEN = time(8, 30)
_PAPIER_BEWAARD = timedelta(days=40)

Verloop = Generator[date, None, None]
"""A story: yields the day on which it goes on."""

Verteller = Callable[["Zaak"], Verloop]


class Loopklok:
    """A clock that the regie moves along; it never passes the real time."""

    def __init__(self, echt: Clock) -> None:
        self._einde = echt.now()
        self._moment = self._einde
        self._tel = 0

    @property
    def einde(self) -> date:
        """The day up to which the stories are told."""
        return self._einde.date()

    def zet(self, dag: date) -> None:
        """Go to ``dag``; within one day every step comes some minutes after the one before."""
        self._tel = self._tel + 1 if dag == self._moment.date() else 0
        moment = datetime.combine(dag, _OPEN) + timedelta(minutes=3 * self._tel)
        self._moment = min(moment, self._einde)

    def today(self) -> date:
        """Return the day at which the story is."""
        return self._moment.date()

    def now(self) -> datetime:
        """Return the moment at which the story is."""
        return self._moment


class Zaak:
    """One dossier while its story is told: what the story can do."""

    def __init__(self, ctx: Context, klok: Loopklok, plan: Plan, toeval: Random) -> None:
        self.plan = plan
        self.toeval = toeval
        self._klok = klok
        self._ctx = ctx
        self._dossier: Dossier | None = None

    @property
    def dossier(self) -> Dossier:
        """The dossier as it is now."""
        if self._dossier is None:
            raise RuntimeError("the story has not begun")
        return self._dossier

    @property
    def kader(self) -> Kader:
        """The rules by which the register counts."""
        return self._ctx.kader

    @property
    def kan_brief(self) -> bool:
        """Whether a letter can be sent to this klager."""
        return bereikbaarheid.kan_brief_krijgen(self.dossier)

    def is_klaar(self, punt: str) -> bool:
        """Whether this story goes no further than ``punt``."""
        return self.plan.tot == punt

    def over(self, werkdagen: int) -> date:
        """Return the day so many werkdagen from now."""
        return self._ctx.kader.kalender.plus_werkdagen(self._ctx.vandaag, werkdagen)

    def ergens(self, van: int, tot: int) -> date:
        """Return a day from ``van`` to ``tot`` werkdagen from now."""
        return self.over(self.toeval.randint(van, tot))

    def kans(self, kans: float) -> bool:
        """Return ``True`` with this chance."""
        return self.toeval.random() < kans

    def registreer(self) -> None:
        """Take it in, and give the stappenplan along at the counter."""
        uid = f"oefening-{self.toeval.getrandbits(64):016x}"
        self._dossier = registreren.registreer(self._als(), replace(self.plan.aanmelding, uid=uid))
        if self.dossier.kanaal is Kanaal.BALIE and "geef_stappenplan" in self._mogelijk():
            self.doe("geef_stappenplan", kanaal="balie")

    def doe(self, naam: str, **invoer: str) -> None:
        """Carry out a handeling, with today's date where one is asked."""
        dossier = self.dossier
        voorstel = voorinvullen(HANDELINGEN[naam], dossier, self._ctx.kader, self._ctx.vandaag)
        opdracht = behandelen.Opdracht(
            dossier.kenmerk, naam, {**voorstel, **invoer}, dossier.versie, nieuw_uid()
        )
        self._dossier = behandelen.voer_uit(self._als(self._behandelaar), opdracht)

    def brief(self, soort: BriefSoort, **antwoorden: str) -> None:
        """Send a letter today; of what ended long ago only the sending is kept, not the paper.

        So it is in a register that goes on from an older one, and drawing takes time.
        """
        ctx = self._als()
        kanaal = self._kanaal(soort)
        if self._lang_geleden:
            feit = Gebeurtenis(
                GebeurtenisSoort.BRIEF_VERZONDEN,
                ctx.vandaag,
                ctx.nu,
                ctx.gebruiker,
                {
                    "brief": soort.value,
                    "kanaal": kanaal,
                    **{f"antwoord_{naam}": tekst for naam, tekst in antwoorden.items()},
                },
            )
            self._dossier = gebeurtenissen.voeg_toe(ctx.register, self.dossier, feit)
            return
        brief = correspondentie.concept(ctx, self.dossier.kenmerk, soort, antwoorden=antwoorden)
        if brief.bezwaren:
            raise RegelFout(f"{self.dossier.kenmerk}: {soort}: {brief.bezwaren[0].tekst}")
        self._dossier = correspondentie.markeer_verzonden(
            ctx,
            self.dossier.kenmerk,
            soort,
            op=ctx.vandaag,
            kanaal=kanaal,
            pdf=brief.pdf,
            opdracht_uid=nieuw_uid(),
            antwoorden=brief.antwoorden,
            ondertekenaar=brief.ondertekenaar,
        )

    def _kanaal(self, soort: BriefSoort) -> str:
        """Return how letter ``soort`` goes out: a colleague gets it in the house."""
        ontvanger = BRIEVEN[soort].ontvanger
        if ontvanger is Ontvanger.BEKLAAGDE:
            return "intern"
        return "post" if self._heeft_adres or ontvanger is not Ontvanger.KLAGER else "e-mail"

    def onderdelen(self, delen: Sequence[Klachtonderdeel]) -> None:
        """Store the parts with what was found."""
        self._dossier = behandelen.bewaar_onderdelen(
            self._als(self._behandelaar), self.dossier.kenmerk, self.dossier.versie, delen
        )

    @property
    def vandaag(self) -> date:
        """The day at which the story is."""
        return self._ctx.vandaag

    @property
    def _behandelaar(self) -> str:
        wie = self.dossier.behandelaar
        return wie.naam if wie else REGISTRAR

    @property
    def _lang_geleden(self) -> bool:
        return self._klok.einde - self.vandaag > _PAPIER_BEWAARD

    @property
    def _heeft_adres(self) -> bool:
        wie = self.dossier.gemachtigde or self.dossier.klager
        return wie.heeft_adres

    def _mogelijk(self) -> set[str]:
        return {h.naam for h in behandelen.mogelijk(self._ctx, self.dossier.kenmerk)}

    def _als(self, gebruiker: str = REGISTRAR) -> Context:
        return replace(self._ctx, gebruiker=gebruiker)


def speel(klok: Loopklok, zaken: Sequence[tuple[Zaak, Verloop]]) -> None:
    """Tell all stories together up to and including the last day of the clock."""
    rij = [(zaak.plan.aanmelding.ontvangen_op, nr, False) for nr, (zaak, _) in enumerate(zaken)]
    heapq.heapify(rij)
    while rij:
        dag, nummer, begonnen = heapq.heappop(rij)
        if dag > klok.einde:
            continue
        klok.zet(dag)
        zaak, verloop = zaken[nummer]
        if not begonnen:
            zaak.registreer()
        verder = next(verloop, None)
        if verder is not None:
            heapq.heappush(rij, (max(verder, dag), nummer, True))
