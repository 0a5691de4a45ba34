"""Carrying out handelingen: checked, stored once, logged, and taken back by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from klachtenapp.clock import FixedClock
from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.begrippen import GebeurtenisSoort, Oordeel, Soort, Status
from klachtenapp.domain.dossier import Dossier, Klachtonderdeel
from klachtenapp.domain.personen import Afdeling, Medewerker
from klachtenapp.errors import ConflictFout, RegelFout
from klachtenapp.models import log
from klachtenapp.services import behandelen, beheer
from klachtenapp.services.behandelen import Opdracht
from klachtenapp.services.context import Context
from klachtenapp.services.registreren import registreer

Maak = Callable[..., Aanmelding]
BOER = "H. de Boer"


@pytest.fixture
def dossier(ctx: Context, maak_aanmelding: Maak) -> Dossier:
    """A new klacht about M. Kok, in a gemeente with three people."""
    beheer.bewaar_afdeling(ctx, Afdeling(0, "Burgerzaken"))
    for naam in (BOER, "M. Kok", "A. van Egdom"):
        beheer.bewaar_medewerker(ctx, Medewerker(0, naam))
    return registreer(ctx, maak_aanmelding(beklaagde="mevrouw Kok"))


def doe(ctx: Context, dossier: Dossier, naam: str, uid: str = "", **invoer: str) -> Dossier:
    return behandelen.voer_uit(ctx, Opdracht(dossier.kenmerk, naam, invoer, dossier.versie, uid))


def toegewezen(ctx: Context, dossier: Dossier) -> Dossier:
    return doe(ctx, dossier, "wijs_behandelaar_toe", behandelaar=BOER, niet_betrokken="ja")


def logregels(ctx: Context, dossier: Dossier) -> list[str]:
    return [regel.handeling for regel in log.regels(ctx.register, dossier.kenmerk)]


def test_toewijzen_schrijft_feit_stand_en_log(ctx: Context, dossier: Dossier) -> None:
    na = toegewezen(ctx, dossier)
    assert na.behandelaar is not None
    assert (na.behandelaar.naam, na.status) == (BOER, Status.BEOORDELING)
    assert na.versie == dossier.versie + 1
    feit = na.gebeurtenissen[-1]
    assert feit.soort is GebeurtenisSoort.BEHANDELAAR_TOEGEWEZEN
    assert (feit.op, feit.door, feit.gegevens["behandelaar"]) == (
        ctx.vandaag,
        ctx.gebruiker,
        BOER,
    )
    assert "wijs_behandelaar_toe" in logregels(ctx, na)
    assert {h.naam for h in behandelen.mogelijk(ctx, na.kenmerk)} >= {"start_informeel", "verdaag"}


def test_een_weigering_noemt_zin_artikel_en_veld_en_verandert_niets(
    ctx: Context, dossier: Dossier
) -> None:
    with pytest.raises(RegelFout, match=r"art\. 9:7") as fout:
        doe(ctx, dossier, "wijs_behandelaar_toe", behandelaar="M. Kok", niet_betrokken="ja")
    assert fout.value.veld == "behandelaar"
    zelfde = doe(ctx, dossier, "noteer", toelichting="Er is niets veranderd.")
    assert zelfde.behandelaar is None
    assert len(zelfde.gebeurtenissen) == len(dossier.gebeurtenissen) + 1


def test_een_onbekende_handeling_of_medewerker_wordt_geweigerd(
    ctx: Context, dossier: Dossier
) -> None:
    with pytest.raises(RegelFout, match="bestaat niet"):
        doe(ctx, dossier, "toveren")
    with pytest.raises(RegelFout, match="niet in de lijst") as fout:
        doe(ctx, dossier, "wijs_behandelaar_toe", behandelaar="N. Iemand", niet_betrokken="ja")
    assert fout.value.veld == "behandelaar"


def test_wie_vertrokken_is_krijgt_geen_klacht_meer(ctx: Context, dossier: Dossier) -> None:
    boer = next(m for m in beheer.medewerkers(ctx) if m.naam == BOER)
    beheer.bewaar_medewerker(ctx, replace(boer, actief=False))
    with pytest.raises(RegelFout, match="niet in de lijst"):
        toegewezen(ctx, dossier)


def test_een_oude_versie_overschrijft_niets(ctx: Context, dossier: Dossier) -> None:
    doe(ctx, dossier, "noteer", toelichting="Van een ander.")
    with pytest.raises(ConflictFout):
        toegewezen(ctx, dossier)


def test_dezelfde_opdracht_nog_eens_doet_niets(ctx: Context, dossier: Dossier) -> None:
    eerst = doe(ctx, dossier, "noteer", uid="een", toelichting="Gebeld.")
    weer = doe(ctx, dossier, "noteer", uid="een", toelichting="Gebeld.")
    assert weer == eerst
    assert logregels(ctx, eerst).count("noteer") == 1


def test_wanneer_het_gebeurde_is_vandaag_als_niemand_iets_zegt(
    ctx: Context, dossier: Dossier
) -> None:
    na = doe(ctx, dossier, "geef_stappenplan")
    assert na.gebeurtenissen[-1].op == ctx.vandaag
    eerder = doe(ctx, na, "geef_stappenplan", gegeven_op="2026-11-20")
    assert eerder.gebeurtenissen[-1].op == date(2026, 11, 20)


def test_de_klok_van_het_register_telt(ctx: Context, dossier: Dossier) -> None:
    later = replace(ctx, clock=FixedClock(datetime(2026, 12, 1, 10)))
    na = toegewezen(later, dossier)
    assert na.gebeurtenissen[-1].vastgelegd_op == datetime(2026, 12, 1, 10)


# --- klachtonderdelen ---


def test_onderdelen_bewaren_geeft_het_totaaloordeel(ctx: Context, dossier: Dossier) -> None:
    delen = [
        Klachtonderdeel(" Wachten ", bevinding="Twee uur.", oordeel=Oordeel.GEGROND),
        Klachtonderdeel("Toon", bevinding="Niet vast te stellen.", oordeel=Oordeel.GEEN_OORDEEL),
    ]
    na = behandelen.bewaar_onderdelen(ctx, dossier.kenmerk, dossier.versie, delen)
    assert [deel.omschrijving for deel in na.onderdelen] == ["Wachten", "Toon"]
    assert na.oordeel is Oordeel.DEELS_GEGROND
    half = [*delen, Klachtonderdeel("Nog te doen")]
    assert behandelen.bewaar_onderdelen(ctx, na.kenmerk, na.versie, half).oordeel is None


def test_onderdelen_hebben_een_omschrijving_en_horen_bij_een_klacht(
    ctx: Context, dossier: Dossier, maak_aanmelding: Maak
) -> None:
    with pytest.raises(RegelFout) as fout:
        behandelen.bewaar_onderdelen(ctx, dossier.kenmerk, dossier.versie, [Klachtonderdeel(" ")])
    assert fout.value.veld == "omschrijving"
    tip = registreer(ctx, maak_aanmelding(soort=Soort.TIP))
    with pytest.raises(RegelFout, match="tip"):
        behandelen.bewaar_onderdelen(ctx, tip.kenmerk, tip.versie, [Klachtonderdeel("x")])


def test_na_afsluiten_staat_het_oordeel_vast_maar_een_verbeterpunt_mag(
    ctx: Context, dossier: Dossier
) -> None:
    deel = Klachtonderdeel("Wachten", bevinding="Twee uur.", oordeel=Oordeel.GEGROND)
    na = behandelen.bewaar_onderdelen(ctx, dossier.kenmerk, dossier.versie, [deel])
    dicht = doe(ctx, na, "geen_klacht", toelichting="Het was een vraag.")
    anders = replace(deel, oordeel=Oordeel.ONGEGROND)
    with pytest.raises(RegelFout, match="al weg"):
        behandelen.bewaar_onderdelen(ctx, dicht.kenmerk, dicht.versie, [anders])
    beter = replace(deel, verbeterpunt="Een stoel", verbeterpunt_klaar_op=date(2027, 1, 15))
    bewaard = behandelen.bewaar_onderdelen(ctx, dicht.kenmerk, dicht.versie, [beter])
    assert bewaard.onderdelen == (beter,)
    assert bewaard.oordeel is Oordeel.GEEN_OORDEEL


# --- undo ---


def test_ongedaan_maken_heeft_een_naam_en_laat_de_geschiedenis_staan(
    ctx: Context, dossier: Dossier
) -> None:
    na = toegewezen(ctx, dossier)
    terug = behandelen.terug_te_draaien(na)
    assert terug is not None
    assert terug.label == "Toewijzing ongedaan maken"
    hersteld = behandelen.maak_laatste_ongedaan(ctx, na.kenmerk, na.versie, "Verkeerde naam")
    assert (hersteld.behandelaar, hersteld.status) == (None, Status.ONTVANGEN)
    assert [g.soort for g in hersteld.gebeurtenissen[-2:]] == [
        GebeurtenisSoort.BEHANDELAAR_TOEGEWEZEN,
        GebeurtenisSoort.ONGEDAAN_GEMAAKT,
    ]
    assert hersteld.laatste(GebeurtenisSoort.BEHANDELAAR_TOEGEWEZEN) is None
    assert behandelen.terug_te_draaien(hersteld) is None


def test_ongedaan_maken_zonder_reden_of_zonder_stap_wordt_geweigerd(
    ctx: Context, dossier: Dossier
) -> None:
    with pytest.raises(RegelFout, match="kan niet ongedaan"):
        behandelen.maak_laatste_ongedaan(ctx, dossier.kenmerk, dossier.versie, "Toch niet")
    na = toegewezen(ctx, dossier)
    with pytest.raises(RegelFout) as fout:
        behandelen.maak_laatste_ongedaan(ctx, na.kenmerk, na.versie, " ")
    assert fout.value.veld == "reden"


def test_een_vertrokken_behandelaar_komt_terug_bij_ongedaan_maken(
    ctx: Context, dossier: Dossier
) -> None:
    na = toegewezen(ctx, dossier)
    wissel = doe(
        ctx,
        na,
        "wijs_behandelaar_toe",
        behandelaar="A. van Egdom",
        niet_betrokken="ja",
        reden="Vakantie",
    )
    boer = next(m for m in beheer.medewerkers(ctx) if m.naam == BOER)
    beheer.bewaar_medewerker(ctx, replace(boer, actief=False))
    terug = behandelen.maak_laatste_ongedaan(ctx, wissel.kenmerk, wissel.versie, "Toch niet")
    assert terug.behandelaar is not None
    assert terug.behandelaar.naam == BOER


def test_onderdelen_van_twee_mensen_gaan_samen(ctx: Context, dossier: Dossier) -> None:
    deel = Klachtonderdeel("Wachten")
    gelezen = behandelen.bewaar_onderdelen(ctx, dossier.kenmerk, dossier.versie, [deel])
    collega = replace(deel, oordeel=Oordeel.GEGROND)
    behandelen.bewaar_onderdelen(ctx, gelezen.kenmerk, gelezen.versie, [collega])
    ik = replace(deel, bevinding="Twee uur.")
    with pytest.raises(ConflictFout):
        behandelen.bewaar_onderdelen(ctx, gelezen.kenmerk, gelezen.versie, [ik])
    samen = behandelen.bewaar_onderdelen(
        ctx, gelezen.kenmerk, gelezen.versie, [ik], gelezen=gelezen.onderdelen
    )
    assert samen.onderdelen == (replace(collega, bevinding="Twee uur."),)
    anders = replace(deel, oordeel=Oordeel.ONGEGROND)
    with pytest.raises(ConflictFout) as fout:
        behandelen.bewaar_onderdelen(
            ctx, gelezen.kenmerk, gelezen.versie, [anders], gelezen=gelezen.onderdelen
        )
    assert fout.value.verschillen == {"0.oordeel": ("ongegrond", "gegrond")}
