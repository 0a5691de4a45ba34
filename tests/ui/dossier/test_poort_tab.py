"""The page *Klaar om af te sluiten?*: what is missing, what mends it, and the closing itself."""

from __future__ import annotations

from datetime import date

import pytest

from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.begrippen import Oordeel, Status
from klachtenapp.domain.dossier import Klachtonderdeel
from klachtenapp.services import behandelen, zoeken
from klachtenapp.services.behandelen import Opdracht
from klachtenapp.services.context import Context
from klachtenapp.ui.dossier.poort_tab import PoortTab, Sluitregel
from tests.ui.dossier.conftest import Wandklok, Werker


def _tot_het_oordeel(ctx: Context, kenmerk: str) -> None:
    """Let a colleague treat the klacht up to the judgement; no ontvangstbevestiging went out."""
    vandaag = ctx.vandaag.isoformat()
    for naam, invoer in (
        ("wijs_behandelaar_toe", {"behandelaar": "P. Yılmaz", "niet_betrokken": "ja"}),
        ("start_formeel", {"reden": "wens klager"}),
        ("geef_afschrift", {"aan": "de heer T. Visser"}),
        (
            "plan_horen",
            {
                "zitting_op": vandaag,
                "vorm": "driegesprek",
                "klager_uitgenodigd_op": vandaag,
                "beklaagde_uitgenodigd_op": vandaag,
            },
        ),
        ("leg_horen_vast", {"klager_gehoord": "ja", "beklaagde_gehoord": "ja"}),
        ("stel_verslag_vast", {}),
    ):
        nu = zoeken.dossier(ctx, kenmerk)
        behandelen.voer_uit(ctx, Opdracht(kenmerk, naam, invoer, nu.versie))
    deel = Klachtonderdeel("De brief is kwijt.", bevinding="Zo is het.", oordeel=Oordeel.GEGROND)
    nu = zoeken.dossier(ctx, kenmerk)
    nu = behandelen.bewaar_onderdelen(ctx, kenmerk, nu.versie, [deel])
    behandelen.voer_uit(ctx, Opdracht(kenmerk, "vorm_oordeel", {}, nu.versie))


@pytest.fixture
def tab(evi: str, werker: Werker, klok: Wandklok) -> PoortTab:
    klok.zet(10, 20)
    werker.open(evi)
    werker.bij_collega(lambda ctx: _tot_het_oordeel(ctx, evi))
    werker.pagina.ververs()
    werker.rust()
    return _tab(werker)


def _tab(werker: Werker) -> PoortTab:
    werker.pagina.werkblad.balk.kies("afsluiten")
    tab = werker.pagina.werkblad.tab
    assert isinstance(tab, PoortTab)
    return tab


def test_wat_het_afsluiten_tegenhoudt_staat_bovenaan(tab: PoortTab) -> None:
    wet = [regel.bevinding for regel in tab.regels if regel.bevinding.wettelijk]
    assert wet[0].houdt_tegen
    tegen = [bevinding.houdt_tegen for bevinding in wet]
    assert tegen == sorted(tegen, reverse=True)


def _regel(tab: PoortTab, naam: str) -> Sluitregel:
    return next(regel for regel in tab.regels if regel.bevinding.naam == naam)


def test_wat_ontbreekt_heeft_zijn_knop(tab: PoortTab, werker: Werker) -> None:
    assert "2 punten houden" in tab.melding.tekst()
    assert not tab.knop.isEnabled()
    bevestiging = _regel(tab, "ontvangstbevestiging")
    assert [knop.text() for knop in bevestiging.knoppen] == [
        "Ontvangstbevestiging maken",
        "Overslaan…",
    ]
    assert "art. 9:6 Awb" in bevestiging.accessibleName()
    assert not _regel(tab, "verslag").knoppen
    assert "volgt" in _regel(tab, "ombudsman").accessibleName()
    werker.klik(bevestiging.knoppen[0])
    assert werker.pagina.bureau.soort == "ontvangstbevestiging"


def test_overslaan_staat_met_naam_en_reden_in_het_dossier(tab: PoortTab, werker: Werker) -> None:
    werker.klik(_regel(tab, "ontvangstbevestiging").knoppen[1])
    werker.vul(reden="De brief van 15 oktober is niet terug te vinden.")
    feit = werker.dossier.gebeurtenissen[-1]
    assert feit.soort is G.PLICHT_GEPASSEERD
    regel = _regel(tab, "ontvangstbevestiging")
    assert "overgeslagen" in regel.accessibleName()
    assert "niet terug te vinden" in regel.accessibleName()
    titels = [r.titel for r in werker.pagina.werkblad.tijdlijn.lijst.regels()]
    assert "Overgeslagen: Ontvangst bevestigd" in titels


def test_een_eigen_norm_houdt_niet_tegen(tab: PoortTab, werker: Werker) -> None:
    gesproken = _regel(tab, "eerste_contact")
    assert "let op" in gesproken.accessibleName()
    werker.klik(gesproken.knoppen[1])
    werker.vul(reden="De klager wil alleen brieven.")
    assert "overgeslagen" in _regel(tab, "eerste_contact").accessibleName()


def test_afsluiten_als_alles_is_gedaan(tab: PoortTab, werker: Werker) -> None:
    werker.klik(_regel(tab, "ontvangstbevestiging").knoppen[1])
    werker.vul(reden="De brief van 15 oktober is niet terug te vinden.")
    while werker.beeld.stap and werker.beeld.stap.handeling == "leg_gesprek_vast":
        werker.doe_stap(manier="telefoon", bereikt="ja")
    werker.verstuur_wat_moet(antwoord_voor="2026-10-27")
    tab = _tab(werker)
    assert tab.melding.tekst() == "U kunt dit dossier afsluiten."
    werker.klik(tab.knop)
    assert werker.venster.formulier.veld("ondertekenaar").waarde() == "H. de Boer"
    werker.vul(ondertekenaar_niet_betrokken="ja")
    assert werker.dossier.status is Status.AFGEHANDELD
    assert werker.dossier.afgehandeld_op == date(2026, 10, 20)
    assert tab.knop.isHidden()
