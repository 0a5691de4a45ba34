"""Letters on a walk: made here or elsewhere, kept, laid aside, signed, sent."""

from __future__ import annotations

from datetime import date, timedelta

from klachtenapp.domain.bereikbaarheid import geadresseerde
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven import kanalen, mag_brief
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.klaarliggend import klaarliggend
from klachtenapp.domain.ondertekenmap import aangeboden
from klachtenapp.domain.stap import Stap
from klachtenapp.domain.stappen_ondertekenen import TEKENSTAPPEN, VERSTUUR_GETEKEND, WACHT
from klachtenapp.domain.volgende_stap import VERSTUUR
from klachtenapp.services import correspondentie, ondertekenen, wijzigen
from klachtenapp.services.wijzigen import Wijziging
from tests.services import wandelinvoer as invoer
from tests.services import wandeltoets
from tests.services.ondertekenzaak import GEHEIM, uid
from tests.services.wandelregister import Wandelregister

_ECHT_PAPIER = 0.04
"""Of the letters that need not be ours: drawing one takes as long as ten other steps."""

_TELEFOON = "De klager nam niet op."


class Brievenwandeling(Wandelregister):
    """Everything that is done with a letter, at random or because it is the next step."""

    def brief_van_elders(self, dossier: Dossier) -> None:
        """Note that some letter went out that was not made here, on some day, by some road."""
        soort = self.rng.choice((*BriefSoort, *[BriefSoort.START_TERMIJN] * 3))
        if mag_brief(soort, dossier, self.ctx.gemeente, self.vandaag) and self.rng.random() < 0.8:
            return
        op = self.vandaag - timedelta(days=self.rng.choice((-1, 0, 0, 0, 0, 1, 3, 40)))
        weg = self.rng.choice((kanalen.voorstel(soort, dossier), "e-mail", "duif"))
        self._verstuur(dossier, soort, self._bytes(), op, weg)

    def brief_op_papier(self, dossier: Dossier) -> None:
        """Make a letter that can go; keep it, or send it, or lay it aside."""
        liggend = klaarliggend(dossier)
        if liggend:
            self._verstuur_liggend(dossier, weg_mag=True)
            return
        kan = [b for b in BriefSoort if not mag_brief(b, dossier, self.ctx.gemeente, self.vandaag)]
        if not kan:
            return
        soort = self.rng.choice(kan)
        brief = self._concept(dossier, soort)
        if brief.pdf and self.rng.random() < 0.6:
            correspondentie.bewaar(self.ctx, dossier.kenmerk, brief)
            self._noteer(dossier.kenmerk, f"klaargelegd: {soort}")
        elif brief.pdf:
            self._verstuur_concept(dossier, brief)

    def bied_aan_of_neem_terug(self, dossier: Dossier) -> None:
        """The road to the signature, also where the gemeente does not ask for it."""
        if aangeboden(dossier) is None:
            self._bied_aan(dossier)
        else:
            self._of_niets(
                dossier,
                "neem terug",
                lambda: ondertekenen.neem_terug(self.ctx, dossier.kenmerk, "nog niet af"),
            )

    def _bied_aan(self, dossier: Dossier) -> Dossier | None:
        return self._of_niets(
            dossier,
            "bied aan",
            lambda: ondertekenen.bied_aan(
                self.ctx, dossier.kenmerk, BriefSoort.AFDOENINGSBRIEF, opdracht_uid=uid()
            ),
        )

    def _teken(self, dossier: Dossier) -> None:
        """Sign with the geheim, or send back; never by someone who was involved."""
        naam = invoer.onpartijdig(dossier, invoer.HOOFDEN)
        ctx = self.hoofden[naam]
        kans = self.rng.random()
        self._noteer(dossier.kenmerk, f"tekenen {kans:.2f}")
        if kans < 0.15:
            ondertekenen.geef_terug(ctx, dossier.kenmerk, "Schrijf het korter.", opdracht_uid=uid())
            return
        if kans < 0.3:
            ondertekenen.registreer_natte_handtekening(
                self.ctx, dossier.kenmerk, self._bytes(), naam, opdracht_uid=uid()
            )
            self.telling["getekend op papier"] += 1
            return
        ondertekenen.onderteken(
            ctx, dossier.kenmerk, GEHEIM, niet_betrokken=True, opdracht_uid=uid(),
            versie=dossier.versie,
        )  # fmt: skip
        self.telling["getekend"] += 1

    def _concept(self, dossier: Dossier, soort: str) -> correspondentie.Brief:
        self.telling["brieven gemaakt"] += 1
        wie = ""
        if soort == BriefSoort.AFDOENINGSBRIEF:
            wie = invoer.onpartijdig(dossier, invoer.HOOFDEN + invoer.BEHANDELAARS)
        gegeven = invoer.briefantwoorden(BriefSoort(soort), dossier, self.ctx.kader, self.vandaag)
        return correspondentie.concept(
            self.ctx, dossier.kenmerk, soort, antwoorden=gegeven, ondertekenaar=wie
        )

    def _verstuur_concept(self, dossier: Dossier, brief: correspondentie.Brief) -> Dossier | None:
        soort = BriefSoort(brief.soort)
        return self._of_niets(
            dossier,
            f"brief {soort}",
            lambda: correspondentie.markeer_verzonden(
                self.ctx, dossier.kenmerk, soort, op=self.vandaag,
                kanaal=kanalen.voorstel(soort, dossier), pdf=brief.pdf, opdracht_uid=uid(),
                antwoorden=brief.antwoorden, ondertekenaar=brief.ondertekenaar,
                niet_gebeld_reden=_TELEFOON,
            ),
        )  # fmt: skip

    def _verstuur(
        self, dossier: Dossier, soort: BriefSoort, pdf: bytes, op: date, weg: str
    ) -> Dossier | None:
        gegeven = {}
        if soort is BriefSoort.START_TERMIJN:  # tells from which day the term runs (art. 2:24)
            start = max(dossier.ontvangen_op, self.vandaag - timedelta(days=2))
            gegeven["doorgeleid_op"] = start.isoformat()
        na = self._of_niets(
            dossier,
            f"brief van elders {soort} {op} {weg}",
            lambda: correspondentie.markeer_verzonden(
                self.ctx, dossier.kenmerk, soort, op=op, kanaal=weg, pdf=pdf,
                opdracht_uid=uid(), niet_gebeld_reden=_TELEFOON, antwoorden=gegeven,
            ),
        )  # fmt: skip
        self.telling["brieven verzonden"] += na is not None
        return na

    def _verstuur_liggend(self, dossier: Dossier, *, weg_mag: bool) -> None:
        (*_, info) = klaarliggend(dossier)
        soort = BriefSoort(info.soort)
        na = None
        if not weg_mag or self.rng.random() < 0.7:
            na = self._of_niets(
                dossier,
                f"verstuur wat klaarligt: {soort}",
                lambda: correspondentie.markeer_document_verzonden(
                    self.ctx, info.id, op=self.vandaag, kanaal=kanalen.voorstel(soort, dossier),
                    opdracht_uid=uid(), niet_gebeld_reden=_TELEFOON,
                ),
            )  # fmt: skip
        self.telling["brieven verzonden"] += na is not None
        if na is None:
            self._noteer(dossier.kenmerk, f"weggelegd: {soort}")
            correspondentie.leg_weg(self.ctx, dossier.kenmerk, info.id, "niet meer nodig")

    def neem_briefstap(self, dossier: Dossier, stap: Stap) -> None:
        """Carry out the next step when it is about a letter; it is accepted."""
        if stap.naam in (VERSTUUR, VERSTUUR_GETEKEND):
            self._verstuur_liggend(dossier, weg_mag=stap.naam == VERSTUUR)
        elif stap.naam == WACHT:
            self._teken(dossier)
        elif stap.naam in TEKENSTAPPEN:
            dossier = self._met_adres(dossier, BriefSoort(stap.brief))
            assert self._bied_aan(dossier), self._verhaal(dossier.kenmerk, stap)
        else:
            self._stuur(dossier, BriefSoort(stap.brief))

    def _stuur(self, dossier: Dossier, soort: BriefSoort) -> None:
        """Our own letter where its words count, else now and then; a real one is never refused."""
        eigen = soort is BriefSoort.AFDOENINGSBRIEF or self.rng.random() < _ECHT_PAPIER
        if not eigen:
            weg = kanalen.voorstel(soort, dossier)
            na = self._verstuur(dossier, soort, self._bytes(), self.vandaag, weg)
            assert na is not None, self._verhaal(dossier.kenmerk, soort)
            return
        dossier = self._met_adres(dossier, soort)
        brief = self._concept(dossier, soort)
        tegen = [b for b in brief.bezwaren if b.veld not in wandeltoets.TE_TYPEN]
        assert tegen == [], self._verhaal(dossier.kenmerk, tegen)
        if brief.pdf:
            na = self._verstuur_concept(dossier, brief)
            assert na is not None, self._verhaal(dossier.kenmerk, soort)
            self.telling["brieven verzonden"] += 1
        else:  # the address is still to be typed: it went by hand
            self._verstuur(dossier, soort, self._bytes(), self.vandaag, "balie")

    def _met_adres(self, dossier: Dossier, soort: BriefSoort) -> Dossier:
        """Type the address when that is all that is missing: the letter says so."""
        tegen = mag_brief(soort, dossier, self.ctx.gemeente, self.vandaag, self.ctx.kader)
        if not {bezwaar.veld for bezwaar in tegen} & {*invoer.ADRES, "adres"}:
            return dossier
        rol = "klager" if geadresseerde(dossier) is dossier.klager else "gemachtigde"
        velden = {f"{rol}.{deel}": tekst for deel, tekst in invoer.ADRES.items()}
        self._noteer(dossier.kenmerk, f"adres {rol}")
        return wijzigen.wijzig(self.ctx, Wijziging(dossier.kenmerk, dossier.versie, velden))
