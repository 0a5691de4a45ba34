"""Changing: two people at once, and nothing typed gets lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from klachtenapp.clock import FixedClock
from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.begrippen import GebeurtenisSoort, Kanaal, Status, Voorkeur
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.personen import Persoon
from klachtenapp.errors import ConflictFout, RegelFout
from klachtenapp.models import meldingen
from klachtenapp.services import logboek, zoeken
from klachtenapp.services.behandelen import Opdracht, voer_uit
from klachtenapp.services.context import Context
from klachtenapp.services.registreren import registreer
from klachtenapp.services.wijzigen import Wijziging, als_tekst, wijzig

Maak = Callable[..., Aanmelding]


@pytest.fixture
def dossier(ctx: Context, maak_aanmelding: Maak) -> Dossier:
    """One klacht as it was read by both."""
    return registreer(ctx, maak_aanmelding(afdeling="Burgerzaken"))


def _wijziging(dossier: Dossier, uid: str = "", **velden: str) -> Wijziging:
    namen = {naam.replace("__", "."): tekst for naam, tekst in velden.items()}
    gelezen = {naam: als_tekst(dossier, naam) for naam in namen}
    return Wijziging(dossier.kenmerk, dossier.versie, namen, uid, gelezen)


def test_een_wijziging_wordt_bewaard_en_verteld(ctx: Context, dossier: Dossier) -> None:
    terug = wijzig(
        ctx,
        _wijziging(
            dossier,
            onderwerp=" Lange rij ",
            klager__straat="Nieuwe weg",
            klager__voorkeur="bellen",
            klager__leest_moeilijk="ja",
            gemachtigde__achternaam="Berg",
            gedraging_op="2026-11-19",
            wens="excuses",
            afdeling="",
        ),
    )
    assert terug.onderwerp == "Lange rij"
    assert (terug.klager.straat, terug.klager.voorkeur) == ("Nieuwe weg", Voorkeur.BELLEN)
    assert terug.klager.leest_moeilijk
    assert terug.gemachtigde == Persoon("Berg")
    assert (terug.gedraging_op, terug.afdeling, terug.versie) == (date(2026, 11, 19), None, 2)
    feit = terug.laatste(GebeurtenisSoort.GEWIJZIGD)
    assert feit is not None
    assert feit.gegevens["klager.straat was"] == "Kerkstraat"
    assert feit.gegevens["klager.straat"] == "Nieuwe weg"
    regel = logboek.regels(ctx, dossier.kenmerk)[0]
    assert "onderwerp" in regel.gegevens["velden"]
    assert "Kerkstraat" not in str(regel)
    assert zoeken.ids(ctx, zoeken.Filter(zoek="nieuwe weg")) == [1]


def test_wat_hetzelfde_is_verandert_niets(ctx: Context, dossier: Dossier) -> None:
    terug = wijzig(ctx, _wijziging(dossier, onderwerp=dossier.onderwerp))
    assert terug == dossier


def test_dezelfde_wijziging_twee_keer_is_een_keer(ctx: Context, dossier: Dossier) -> None:
    opdracht = _wijziging(dossier, "uid-9", onderwerp="Anders")
    assert wijzig(ctx, opdracht) == wijzig(ctx, opdracht)
    assert zoeken.dossier(ctx, dossier.kenmerk).versie == 2


def test_verschillende_velden_gaan_samen(ctx: Context, dossier: Dossier) -> None:
    wijzig(ctx, _wijziging(dossier, onderwerp="Van collega"))
    terug = wijzig(ctx, _wijziging(dossier, klager__telefoon="0612345678"))
    assert (terug.onderwerp, terug.klager.telefoon) == ("Van collega", "0612345678")
    assert terug.versie == 3


def test_hetzelfde_veld_is_een_conflict_met_beide_teksten(ctx: Context, dossier: Dossier) -> None:
    staat = wijzig(ctx, _wijziging(dossier, onderwerp="Van collega", klager__plaats="Elders"))
    mijn = _wijziging(dossier, onderwerp="Van mij", klager__telefoon="06", klager__plaats="Elders")
    with pytest.raises(ConflictFout) as gevangen:
        wijzig(ctx, mijn)
    assert gevangen.value.verschillen == {"onderwerp": ("Van mij", "Van collega")}
    assert zoeken.dossier(ctx, dossier.kenmerk) == staat


def test_zonder_wat_gelezen_is_botst_elk_ander_veld(ctx: Context, dossier: Dossier) -> None:
    wijzig(ctx, _wijziging(dossier, onderwerp="Van collega"))
    with pytest.raises(ConflictFout) as gevangen:
        wijzig(ctx, Wijziging(dossier.kenmerk, 1, {"klager.telefoon": "06"}))
    assert gevangen.value.verschillen == {"klager.telefoon": ("06", "")}


@pytest.mark.parametrize(
    ("veld", "tekst"),
    [
        ("omschrijving", " "),
        ("ontvangen_op", "2026-11-25"),
        ("ontvangen_op", "gisteren"),
        ("ontvangen_op", ""),
        ("gedraging_op", "2026-11-21"),
        ("kanaal", "postduif"),
        ("ondertekend", "misschien"),
        ("klager.postcode", "12"),
        ("klager.leest_moeilijk", ""),
        ("klager.schoenmaat", "44"),
        ("afdeling", "Onbekend"),
        ("koppeling", "K1999-0001"),
        ("status", "afgehandeld"),
        ("kenmerk", "K2026-0009"),
        ("versie", "9"),
    ],
)
def test_wat_niet_kan_wordt_geweigerd(
    ctx: Context, dossier: Dossier, veld: str, tekst: str
) -> None:
    with pytest.raises(RegelFout) as gevangen:
        wijzig(ctx, Wijziging(dossier.kenmerk, 1, {veld: tekst, "onderwerp": "Anders"}))
    assert gevangen.value.veld == veld
    assert zoeken.dossier(ctx, dossier.kenmerk) == dossier


def test_de_ontvangst_schuift_niet_voorbij_de_registratie(ctx: Context, dossier: Dossier) -> None:
    """The term would move with it (art. 9:11 lid 1 Awb); an earlier receipt can be right."""
    geregistreerd = ctx.vandaag
    later = replace(ctx, clock=FixedClock(ctx.nu + timedelta(days=10)))
    dag_erna = (geregistreerd + timedelta(days=1)).isoformat()
    with pytest.raises(RegelFout, match="niet zijn ontvangen") as fout:
        wijzig(later, _wijziging(dossier, ontvangen_op=dag_erna))
    assert fout.value.veld == "ontvangen_op"
    eerder = geregistreerd - timedelta(days=5)
    terug = wijzig(later, _wijziging(dossier, ontvangen_op=eerder.isoformat()))
    assert terug.ontvangen_op == eerder


def test_de_ontvangst_schuift_niet_voorbij_wat_er_is_gedaan(ctx: Context, dossier: Dossier) -> None:
    """Registered late: what happened meanwhile came after the receipt, whatever it was."""
    gedaan = voer_uit(
        ctx,
        Opdracht(
            dossier.kenmerk,
            "geen_klacht",
            {"beantwoord_op": "2026-11-21", "toelichting": "Het was een vraag."},
            dossier.versie,
        ),
    )
    with pytest.raises(RegelFout, match="21 november 2026 is er al iets"):
        wijzig(ctx, _wijziging(gedaan, ontvangen_op="2026-11-22"))
    assert wijzig(ctx, _wijziging(gedaan, ontvangen_op="2026-11-21")).versie == gedaan.versie + 1


def test_de_ontvangst_schuift_niet_voorbij_het_einde(ctx: Context, dossier: Dossier) -> None:
    """Also of what an old register closed, where no handeling says so."""
    dag = date(2026, 11, 21)
    dicht = replace(dossier, status=Status.AFGEHANDELD, afgehandeld_op=dag, gebeurtenissen=())
    with ctx.register.transactie():
        meldingen.wijzig(ctx.register, dossier, dicht)
    nu = zoeken.dossier(ctx, dossier.kenmerk)
    with pytest.raises(RegelFout, match="21 november 2026 is er al iets"):
        wijzig(ctx, _wijziging(nu, ontvangen_op="2026-11-22"))


def test_de_ontvangst_schuift_niet_voorbij_een_einde_dat_werd_heropend(
    ctx: Context, dossier: Dossier
) -> None:
    """Found by a walk: closed in the old register, reopened here, and then received later."""
    einde = Gebeurtenis(GebeurtenisSoort.AFGEHANDELD, date(2026, 11, 21), ctx.nu, "oud register")
    weer_open = replace(dossier, gebeurtenissen=(einde,))
    with ctx.register.transactie():
        meldingen.wijzig(ctx.register, dossier, weer_open)
    nu = zoeken.dossier(ctx, dossier.kenmerk)
    with pytest.raises(RegelFout, match="21 november 2026 is er al iets"):
        wijzig(ctx, _wijziging(nu, ontvangen_op="2026-11-22"))


def test_een_eerdere_ontvangst_ligt_niet_voor_wat_er_gebeurde(
    ctx: Context, dossier: Dossier
) -> None:
    """Nobody complains of what still has to happen; the year of art. 9:8 counts from there."""
    met_dag = wijzig(ctx, _wijziging(dossier, gedraging_op="2026-11-19"))
    with pytest.raises(RegelFout, match="na de datum van ontvangst"):
        wijzig(ctx, _wijziging(met_dag, ontvangen_op="2026-11-18"))
    assert zoeken.dossier(ctx, dossier.kenmerk) == met_dag
    beide = _wijziging(met_dag, ontvangen_op="2026-11-18", gedraging_op="2026-11-17")
    assert wijzig(ctx, beide).ontvangen_op == date(2026, 11, 18)


def test_een_oud_gebrek_houdt_een_verbetering_niet_tegen(ctx: Context, dossier: Dossier) -> None:
    with ctx.register.transactie():
        meldingen.wijzig(
            ctx.register, dossier, replace(dossier, klager=Persoon("A", postcode="oud"))
        )
    nu = zoeken.dossier(ctx, dossier.kenmerk)
    assert wijzig(ctx, _wijziging(nu, klager__telefoon="06")).klager.postcode == "oud"


def test_het_regime_volgt_de_feiten(ctx: Context, maak_aanmelding: Maak) -> None:
    anoniem = registreer(ctx, maak_aanmelding(klager=Persoon(), kanaal=Kanaal.BRIEF))
    assert not anoniem.formeel_regime
    terug = wijzig(ctx, _wijziging(anoniem, klager__achternaam="Alberts"))
    assert terug.formeel_regime


def test_een_gekozen_regime_blijft(ctx: Context, dossier: Dossier) -> None:
    with ctx.register.transactie():
        nu = meldingen.wijzig(ctx.register, dossier, replace(dossier, formeel_regime=False))
    assert not wijzig(ctx, _wijziging(nu, kanaal="brief", vorm="schriftelijk")).formeel_regime
