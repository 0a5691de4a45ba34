"""The steps on the road to a signature, and the letter that does not leave without one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.begrippen import Status
from klachtenapp.domain.handelingen import HANDELINGEN, bezwaren, voorinvullen
from klachtenapp.domain.stap import Stap
from klachtenapp.domain.volgende_stap import volgende_stap
from klachtenapp.errors import RegelFout
from klachtenapp.models import meldingen
from klachtenapp.services import (
    behandelen,
    beheer,
    correspondentie,
    ondertekenen,
    uitgaand,
    werkvoorraad,
)
from klachtenapp.services.context import Context
from tests.services.ondertekenzaak import BRIEF, afdelingshoofd, bied_aan, teken, uid
from tests.services.test_correspondentie import KLAAR, OORDEEL, MaakDossier, bureau, maak

__all__ = ["bureau", "maak"]

VANDAAG = date(2026, 11, 24)
GEBELD = (
    G.GESPREK,
    VANDAAG,
    {"bereikt": "ja", "manier": "telefoon", "gesproken_door": "P. Yılmaz"},
)
EERDER = (
    (G.IN_BEOORDELING, date(2026, 11, 20), {}),
    (G.GESPREK, date(2026, 11, 20), {"bereikt": "ja", "manier": "telefoon"}),
    (G.BRIEF_VERZONDEN, date(2026, 11, 20), {"brief": "ontvangstbevestiging", "kanaal": "post"}),
    (G.BRIEF_VERZONDEN, date(2026, 11, 20), {"brief": "afschrift-beklaagde", "kanaal": "intern"}),
    *OORDEEL[:-1],
    (G.BRIEF_VERZONDEN, date(2026, 11, 23), {"brief": "verslag-klager", "kanaal": "post"}),
    (G.BRIEF_VERZONDEN, date(2026, 11, 23), {"brief": "verslag-beklaagde", "kanaal": "intern"}),
    OORDEEL[-1],
)


@pytest.fixture
def met_map(bureau: Context) -> Context:
    return beheer.bewaar_gemeente(bureau, replace(bureau.gemeente, ondertekenen=True))


def _stap(ctx: Context, kenmerk: str) -> Stap:
    stap = volgende_stap(meldingen.haal(ctx.register, kenmerk), ctx.kader, ctx.vandaag)
    assert stap is not None
    return stap


def _tegels(ctx: Context) -> dict[str, int]:
    tegels = werkvoorraad.werkvoorraad(ctx).tegels
    return {naam: tegels[naam].aantal for naam in ("brieven_klaar", "wacht_op_handtekening")}


def test_van_voorleggen_tot_versturen(met_map: Context, maak: MaakDossier) -> None:
    ctx, hoofd = met_map, afdelingshoofd(met_map)
    kenmerk = maak(*EERDER, dossier=KLAAR)
    assert (_stap(ctx, kenmerk).naam, _stap(ctx, kenmerk).brief) == ("leg_voor", BRIEF)
    assert _tegels(ctx) == {"brieven_klaar": 0, "wacht_op_handtekening": 0}
    bied_aan(ctx, kenmerk)
    assert _stap(ctx, kenmerk).tekst == "Wacht op de handtekening"
    assert _tegels(ctx) == {"brieven_klaar": 0, "wacht_op_handtekening": 1}
    ondertekenen.geef_terug(hoofd, kenmerk, "Noem de datum.", opdracht_uid=uid())
    terug = _stap(ctx, kenmerk)
    assert terug.naam == "leg_opnieuw_voor"
    assert "M. de Groot schreef: “Noem de datum.”" in terug.waarom
    bied_aan(ctx, kenmerk)
    teken(hoofd, kenmerk)
    assert _stap(ctx, kenmerk).naam == "bel_uitkomst"


def test_na_het_gesprek_gaat_de_getekende_brief_weg(met_map: Context, maak: MaakDossier) -> None:
    ctx, hoofd = met_map, afdelingshoofd(met_map)
    kenmerk = maak(*EERDER, GEBELD, dossier=KLAAR)
    bied_aan(ctx, kenmerk)
    info = teken(hoofd, kenmerk)
    stap = _stap(ctx, kenmerk)
    assert (stap.naam, stap.brief) == ("verstuur_getekend", BRIEF)
    assert _tegels(ctx) == {"brieven_klaar": 1, "wacht_op_handtekening": 0}
    (klaar,) = [b for b in uitgaand.klaarliggend(ctx) if b.kenmerk == kenmerk]
    assert (klaar.document, klaar.reden) == (info.id, "")
    correspondentie.markeer_document_verzonden(
        ctx, info.id, op=VANDAAG, kanaal="post", opdracht_uid=uid()
    )
    assert _stap(ctx, kenmerk).naam not in ("verstuur_getekend", "leg_voor")


def test_zonder_handtekening_gaat_de_brief_niet_weg(met_map: Context, maak: MaakDossier) -> None:
    ctx = met_map
    kenmerk = maak(*EERDER, GEBELD, dossier=KLAAR)
    brief = correspondentie.concept(ctx, kenmerk, BRIEF)
    with pytest.raises(RegelFout, match="nog niet ondertekend"):
        correspondentie.markeer_verzonden(
            ctx, kenmerk, BRIEF, op=VANDAAG, kanaal="post", pdf=brief.pdf, opdracht_uid=uid()
        )
    (uit,) = [b for b in uitgaand.klaarliggend(ctx) if b.kenmerk == kenmerk]
    assert "nog niet ondertekend" in uit.reden
    info = correspondentie.bewaar(ctx, kenmerk, brief)
    with pytest.raises(RegelFout, match="nog niet ondertekend"):
        correspondentie.markeer_document_verzonden(
            ctx, info.id, op=VANDAAG, kanaal="post", opdracht_uid=uid()
        )
    with pytest.raises(RegelFout, match="ligt al klaar"):
        bied_aan(ctx, kenmerk)


def test_wat_is_getekend_staat_vast(met_map: Context, maak: MaakDossier) -> None:
    ctx, hoofd = met_map, afdelingshoofd(met_map)
    kenmerk = maak(*EERDER, dossier=KLAAR)
    bied_aan(ctx, kenmerk)
    teken(hoofd, kenmerk)
    dossier = meldingen.haal(ctx.register, kenmerk)
    with pytest.raises(RegelFout, match="al weg of getekend"):
        behandelen.bewaar_onderdelen(ctx, kenmerk, dossier.versie, dossier.onderdelen[:1])


def test_afsluiten_vraagt_niet_opnieuw_wie_tekende(met_map: Context, maak: MaakDossier) -> None:
    ctx, hoofd = met_map, afdelingshoofd(met_map, "A. Tekenaar")
    kenmerk = maak(*EERDER, GEBELD, dossier=KLAAR)
    bied_aan(ctx, kenmerk)  # by rule the letter would be signed by somebody else
    info = teken(hoofd, kenmerk)
    correspondentie.markeer_document_verzonden(
        ctx, info.id, op=VANDAAG, kanaal="post", opdracht_uid=uid()
    )
    dossier = meldingen.haal(ctx.register, kenmerk)
    sluit = HANDELINGEN["sluit_formeel"]
    vooraf = voorinvullen(sluit, dossier, ctx.kader, ctx.vandaag)
    echt = {"ondertekenaar": "A. Tekenaar", "ondertekenaar_niet_betrokken": "ja"}
    assert {naam: vooraf[naam] for naam in echt} == echt
    anders = bezwaren(sluit, dossier, vooraf | {"ondertekenaar": "M. de Groot"}, ctx.kader, VANDAAG)
    assert [b.tekst for b in anders] == ["De brief is ondertekend door A. Tekenaar. Kies die naam."]
    na = behandelen.voer_uit(
        ctx, behandelen.Opdracht(kenmerk, "sluit_formeel", vooraf, dossier.versie)
    )
    assert na.status is Status.AFGEHANDELD


def test_uit_is_zoals_het_was(bureau: Context, maak: MaakDossier) -> None:
    kenmerk = maak(*EERDER, GEBELD, dossier=KLAAR)
    assert _stap(bureau, kenmerk).tekst == "Print de afdoeningsbrief"
    assert _tegels(bureau) == {"brieven_klaar": 1, "wacht_op_handtekening": 1}
