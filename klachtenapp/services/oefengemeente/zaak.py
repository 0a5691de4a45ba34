"""One dossier of the oefengemeente while its story is told: what a story can do."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from klachtenapp.domain import bereikbaarheid
from klachtenapp.domain.begrippen import GebeurtenisSoort, Kanaal
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven import BRIEVEN, Ontvanger
from klachtenapp.domain.dossier import Dossier, Gebeurtenis, Klachtonderdeel
from klachtenapp.domain.handelingen import HANDELINGEN, voorinvullen
from klachtenapp.domain.kader import Kader
from klachtenapp.errors import RegelFout
from klachtenapp.models import beheer, gebeurtenissen, meldingen
from klachtenapp.services import behandelen, bijlagen, correspondentie, gebruikers, registreren
from klachtenapp.services.context import Context
from klachtenapp.services.oefengemeente.draaiboek import Plan

REGISTRAR = "E. Visser"
HOOFD = "A. van Egdom"
_PAPIER_BEWAARD = timedelta(days=40)

Verloop = Generator[date, None, None]
"""A story: yields the day on which it goes on."""

Verteller = Callable[["Zaak"], Verloop]


class Zaak:
    """One dossier while its story is told: what the story can do."""

    def __init__(self, ctx: Context, einde: date, plan: Plan, toeval: Random) -> None:
        """``einde`` is the day up to which the stories are told."""
        self.plan = plan
        self.toeval = toeval
        self._einde = einde
        self._ctx = ctx
        self._stappen = 0
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
        self._dossier = registreren.registreer(self.als(), replace(self.plan.aanmelding, uid=uid))
        if self.dossier.kanaal is Kanaal.BALIE and "geef_stappenplan" in self._mogelijk():
            self.doe("geef_stappenplan", kanaal="balie")

    def doe(self, naam: str, /, **invoer: str) -> None:
        """Carry out a handeling, with today's date where one is asked."""
        self.doe_als(self.behandelaar, naam, **invoer)

    def doe_als(self, wie: str, naam: str, /, **invoer: str) -> None:
        """Carry out a handeling that is for this colleague."""
        dossier = self.dossier
        voorstel = voorinvullen(HANDELINGEN[naam], dossier, self._ctx.kader, self._ctx.vandaag)
        opdracht = behandelen.Opdracht(
            dossier.kenmerk, naam, {**voorstel, **invoer}, dossier.versie, self.uid()
        )
        self._dossier = behandelen.voer_uit(self.als(wie), opdracht)

    def brief(self, soort: BriefSoort, **antwoorden: str) -> None:
        """Send a letter today; of what ended long ago only the sending is kept, not the paper.

        So it is in a register that goes on from an older one, and drawing takes time.
        """
        ctx = self.als()
        kanaal = self.kanaal(soort)
        if self.lang_geleden:
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
            opdracht_uid=self.uid(),
            antwoorden=brief.antwoorden,
            ondertekenaar=brief.ondertekenaar,
        )

    def kanaal(self, soort: BriefSoort) -> str:
        """Return how letter ``soort`` goes out: a colleague gets it in the house."""
        ontvanger = BRIEVEN[soort].ontvanger
        if ontvanger is Ontvanger.BEKLAAGDE:
            return "intern"
        return "post" if self._heeft_adres or ontvanger is not Ontvanger.KLAGER else "e-mail"

    def uid(self) -> str:
        """Return the next opdracht_uid: the same in every oefengemeente of one day."""
        self._stappen += 1
        return f"oefening-{self.dossier.kenmerk}-{self._stappen}"

    def als(self, gebruiker: str = REGISTRAR) -> Context:
        """Return the context in which this colleague works."""
        if gebruiker != HOOFD:
            return replace(self._ctx, gebruiker=gebruiker)
        mensen = beheer.medewerkers(self._ctx.register)
        return gebruikers.als(self._ctx, next(m for m in mensen if m.naam == gebruiker))

    def bijlage(self, naam: str, tekst: str) -> str:
        """Add a file of words to the dossier; returns how a handeling names it."""
        info = bijlagen.voeg_een_toe(
            self.als(), self.dossier.kenmerk, naam, tekst.encode(), opdracht_uid=self.uid()
        )
        self.ververs()
        return f"{info.id}: {info.naam}"

    def na_vandaag(self, werkdagen: int) -> date:
        """Return the day so many werkdagen after the day up to which the stories are told."""
        return self._ctx.kader.kalender.plus_werkdagen(self._einde, werkdagen)

    def ververs(self) -> None:
        """Read the dossier again, after a service of its own changed it."""
        self._dossier = meldingen.haal(self._ctx.register, self.dossier.kenmerk)

    def onderdelen(self, delen: Sequence[Klachtonderdeel]) -> None:
        """Store the parts with what was found."""
        self._dossier = behandelen.bewaar_onderdelen(
            self.als(self.behandelaar),
            self.dossier.kenmerk,
            self.dossier.versie,
            delen,
            self.uid(),
        )

    @property
    def vandaag(self) -> date:
        """The day at which the story is."""
        return self._ctx.vandaag

    @property
    def behandelaar(self) -> str:
        """The name of whoever handles it; the registrar as long as nobody does."""
        wie = self.dossier.behandelaar
        return wie.naam if wie else REGISTRAR

    @property
    def lang_geleden(self) -> bool:
        """Whether of letters of this day only the sending is kept."""
        return self._einde - self.vandaag > _PAPIER_BEWAARD

    @property
    def _heeft_adres(self) -> bool:
        wie = self.dossier.gemachtigde or self.dossier.klager
        return wie.heeft_adres

    def _mogelijk(self) -> set[str]:
        return {h.naam for h in behandelen.mogelijk(self._ctx, self.dossier.kenmerk)}
