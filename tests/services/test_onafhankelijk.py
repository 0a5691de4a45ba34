"""Who was involved is made behandelaar by no door (art. 9:7 Awb): each of them is tried."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from klachtenapp import cli
from klachtenapp.domain import verloop
from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.begrippen import Soort, Status
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven.openstaand import openstaande_brieven
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.onafhankelijk import is_betrokken
from klachtenapp.domain.personen import Afdeling, Medewerker, Rol
from klachtenapp.domain.volgende_stap import volgende_stap
from klachtenapp.errors import RegelFout
from klachtenapp.services import (
    behandelen,
    beheer,
    correspondentie,
    importeren,
    overnemen,
    wijzigen,
    zoeken,
)
from klachtenapp.services.behandelen import Opdracht
from klachtenapp.services.context import Context
from klachtenapp.services.registreren import registreer
from klachtenapp.services.wijzigen import Wijziging

Maak = Callable[..., Aanmelding]
BOER, KOK, YILMAZ = "H. de Boer", "M. Kok", "P. Yılmaz"


@pytest.fixture
def dossier(ctx: Context, maak_aanmelding: Maak) -> Dossier:
    """A klacht about M. Kok, handled by H. de Boer; P. Yılmaz was marked as involved."""
    beheer.bewaar_afdeling(ctx, Afdeling(0, "Burgerzaken"))
    for naam in (BOER, KOK, YILMAZ):
        beheer.bewaar_medewerker(ctx, Medewerker(0, naam, telefoon="0123 - 45 67 01"))
    nieuw = registreer(ctx, maak_aanmelding(beklaagde="mevrouw Kok"))
    nieuw = doe(ctx, nieuw, "wijs_behandelaar_toe", behandelaar=BOER, niet_betrokken="ja")
    return doe(ctx, nieuw, "merk_betrokken", medewerker=YILMAZ, reden="nam het besluit")


def doe(ctx: Context, dossier: Dossier, naam: str, **invoer: str) -> Dossier:
    return behandelen.voer_uit(ctx, Opdracht(dossier.kenmerk, naam, invoer, dossier.versie))


@pytest.mark.parametrize("naam", [KOK, YILMAZ])
def test_toewijzen_weigert_beklaagde_en_betrokkene(
    ctx: Context, dossier: Dossier, naam: str
) -> None:
    with pytest.raises(RegelFout, match=r"art\. 9:7") as fout:
        doe(
            ctx, dossier, "wijs_behandelaar_toe",
            behandelaar=naam, niet_betrokken="ja", over_bestuur="ja", reden="vakantie",
        )  # fmt: skip
    assert fout.value.veld == "behandelaar"
    assert zoeken.dossier(ctx, dossier.kenmerk).behandelaar == dossier.behandelaar


def test_wijzigen_maakt_de_behandelaar_niet_tot_beklaagde_en_kent_geen_behandelaar(
    ctx: Context, dossier: Dossier
) -> None:
    for velden in ({"beklaagde": "meneer De Boer"}, {"behandelaar": KOK}):
        with pytest.raises(RegelFout):
            wijzigen.wijzig(ctx, Wijziging(dossier.kenmerk, dossier.versie, velden, ""))
    assert zoeken.dossier(ctx, dossier.kenmerk) == dossier


def test_registreren_weigert(ctx: Context, dossier: Dossier, maak_aanmelding: Maak) -> None:
    for soort in (Soort.KLACHT, Soort.TIP):
        with pytest.raises(RegelFout, match="9:7"):
            registreer(ctx, maak_aanmelding(soort=soort, beklaagde="Kok", behandelaar="m. kok"))


def test_cli_weigert(
    ctx: Context, dossier: Dossier, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bestand = tmp_path / "melding.json"
    melding = {
        "soort": "klacht", "ontvangen_op": "2026-11-20", "kanaal": "balie",
        "omschrijving": "Niet geholpen", "klager": {"achternaam": "Bos"},
        "beklaagde": "de heer De Boer", "behandelaar": BOER,
    }  # fmt: skip
    bestand.write_text(json.dumps(melding), encoding="utf-8")
    pad = str(ctx.register.pad)
    assert cli.main(["registreer", str(bestand), "--register", pad], None) == 1
    assert "9:7" in capsys.readouterr().err
    assert zoeken.aantal(ctx, zoeken.Filter()) == 1


@pytest.mark.parametrize("klaar", ["", "2021-05-01"])
def test_importeren_neemt_hem_niet_over_en_zegt_het(
    ctx: Context, dossier: Dossier, tmp_path: Path, klaar: str
) -> None:
    boek = openpyxl.Workbook()
    blad = boek.worksheets[0]
    blad.append(["Nr.", "Datum ontvangst", "Naam klager", "Klacht", "Behandelaar", "Beklaagde",
                 "Datum afgedaan"])  # fmt: skip
    blad.append(["1", "2021-04-03", "A. Bos", "Niet gebeld", KOK, "Mw. Kok", klaar])
    blad.append(["2", "2021-04-04", "A. Vos", "Niet gebeld", BOER, "Mw. Kok", klaar])
    boek.save(tmp_path / "oud.xlsx")
    verslag = importeren.importeer(ctx, tmp_path / "oud.xlsx")
    assert any("9:7" in zin for zin in verslag.regels[0].redenen)
    kenmerken = list(verslag.kenmerken.values())
    fout, goed = (zoeken.dossier(ctx, kenmerk) for kenmerk in kenmerken)
    assert fout.behandelaar is None
    assert f"stond {KOK} als behandelaar" in fout.gebeurtenissen[0].toelichting
    assert goed.behandelaar is not None
    assert goed.behandelaar.naam == BOER


def test_een_tip_wordt_geen_klacht_bij_degene_over_wie_zij_gaat(
    ctx: Context, dossier: Dossier, maak_aanmelding: Maak
) -> None:
    tip = registreer(ctx, maak_aanmelding(soort=Soort.TIP, beklaagde="Kok"))
    tip = doe(ctx, tip, "wijs_behandelaar_toe", behandelaar=KOK)
    with pytest.raises(RegelFout, match="Wijs eerst een andere behandelaar toe"):
        doe(
            ctx, tip, "zet_om",
            nieuwe_soort="klacht", reden="toch een klacht", tweede_contact_op="2026-11-24",
        )  # fmt: skip


def test_ongedaan_maken_geeft_de_klacht_niet_terug(ctx: Context, dossier: Dossier) -> None:
    betrokken = doe(ctx, dossier, "merk_betrokken", medewerker=BOER, reden="was erbij")
    stap = volgende_stap(betrokken, ctx.kader, ctx.vandaag)
    assert stap is not None
    assert stap.tekst == "Wijs een andere behandelaar toe"
    assert "was betrokken" in stap.waarom
    beheer.bewaar_medewerker(ctx, Medewerker(0, "S. Smit"))
    ander = doe(
        ctx, betrokken, "wijs_behandelaar_toe",
        behandelaar="S. Smit", niet_betrokken="ja", reden="was erbij",
    )  # fmt: skip
    with pytest.raises(RegelFout, match="kan niet ongedaan"):
        behandelen.maak_laatste_ongedaan(ctx, ander.kenmerk, ander.versie, "toch niet")


def test_een_andere_naam_in_beheer_is_ook_geen_deur(ctx: Context, dossier: Dossier) -> None:
    """Whoever is renamed to the one it is about may not go on, and the program says so."""
    boer = next(m for m in beheer.medewerkers(ctx) if m.naam == BOER)
    kok = next(m for m in beheer.medewerkers(ctx) if m.naam == KOK)
    beheer.bewaar_medewerker(ctx, replace(kok, naam="S. Smit"))
    beheer.bewaar_medewerker(ctx, replace(boer, naam="M. Kok"))
    nu = zoeken.dossier(ctx, dossier.kenmerk)
    stap = volgende_stap(nu, ctx.kader, ctx.vandaag)
    assert stap is not None
    assert stap.tekst == "Wijs een andere behandelaar toe"
    with pytest.raises(RegelFout, match="9:7"):
        doe(ctx, nu, "neem_in_beoordeling", niet_betrokken="ja")


def test_wie_trouwt_blijft_betrokken(ctx: Context, dossier: Dossier) -> None:
    yilmaz = next(m for m in beheer.medewerkers(ctx) if m.naam == YILMAZ)
    beheer.bewaar_medewerker(ctx, replace(yilmaz, naam="P. Yılmaz-de Wit"))
    with pytest.raises(RegelFout, match="was betrokken"):
        doe(
            ctx, dossier, "wijs_behandelaar_toe",
            behandelaar="P. Yılmaz-de Wit", niet_betrokken="ja", reden="vakantie",
        )  # fmt: skip


def test_een_merk_gaat_ongedaan_en_kan_later_worden_weggenomen(
    ctx: Context, dossier: Dossier
) -> None:
    terug = behandelen.maak_laatste_ongedaan(ctx, dossier.kenmerk, dossier.versie, "vergissing")
    assert not is_betrokken(YILMAZ, terug)
    weer = doe(ctx, terug, "merk_betrokken", medewerker=YILMAZ, reden="toch")
    weer = doe(ctx, weer, "noteer", toelichting="intussen gebeurt er iets anders")
    with pytest.raises(RegelFout, match="al bekend"):
        doe(ctx, weer, "merk_betrokken", medewerker=YILMAZ, reden="nog eens")
    with pytest.raises(RegelFout, match="niet als betrokken gemerkt"):
        doe(ctx, weer, "merk_niet_betrokken", medewerker=BOER, reden="x")
    los = doe(ctx, weer, "merk_niet_betrokken", medewerker=YILMAZ, reden="was iemand anders")
    na = doe(
        ctx, los, "wijs_behandelaar_toe",
        behandelaar=YILMAZ, niet_betrokken="ja", reden="vakantie",
    )  # fmt: skip
    assert na.behandelaar is not None
    assert na.status is Status.BEOORDELING


def test_een_wissel_vraagt_een_brief_aan_de_klager(ctx: Context, dossier: Dossier) -> None:
    def brieven_nu(zaak: Dossier) -> tuple[BriefSoort, ...]:
        return openstaande_brieven(zaak, ctx.kader, ctx.vandaag)

    beheer.bewaar_medewerker(ctx, Medewerker(0, "S. Smit"))
    wissel = {"niet_betrokken": "ja", "reden": "vertrokken"}
    stil = doe(ctx, dossier, "wijs_behandelaar_toe", behandelaar="S. Smit", **wissel)
    assert brieven_nu(stil) == ()  # the klager never heard of us
    gebeld = doe(ctx, stil, "leg_gesprek_vast", manier="telefoon", bereikt="ja")
    assert brieven_nu(gebeld) == ()
    na = doe(ctx, gebeld, "wijs_behandelaar_toe", behandelaar=BOER, **wissel)
    assert brieven_nu(na) == (BriefSoort.NIEUWE_BEHANDELAAR,)
    zelfde = doe(ctx, na, "wijs_behandelaar_toe", behandelaar=BOER, **wissel)
    assert brieven_nu(zelfde) == (BriefSoort.NIEUWE_BEHANDELAAR,)  # that changed nothing
    brief = correspondentie.concept(ctx, zelfde.kenmerk, BriefSoort.NIEUWE_BEHANDELAAR)
    assert (brief.bezwaren, brief.ondertekenaar) == ((), BOER)
    verzonden = correspondentie.markeer_verzonden(
        ctx, zelfde.kenmerk, BriefSoort.NIEUWE_BEHANDELAAR,
        op=ctx.vandaag, kanaal="post", pdf=brief.pdf, opdracht_uid="",
        antwoorden=brief.antwoorden, ondertekenaar=brief.ondertekenaar,
    )  # fmt: skip
    assert brieven_nu(verzonden) == ()


def test_een_betrokken_behandelaar_staat_zo_in_de_brief(ctx: Context, dossier: Dossier) -> None:
    gebeld = doe(ctx, dossier, "leg_gesprek_vast", manier="telefoon", bereikt="ja")
    weg = doe(ctx, gebeld, "merk_betrokken", medewerker=BOER, reden="was erbij")
    beheer.bewaar_medewerker(ctx, Medewerker(0, "S. Smit"))
    doe(
        ctx, weg, "wijs_behandelaar_toe",
        behandelaar="S. Smit", niet_betrokken="ja", reden="was erbij",
    )  # fmt: skip
    brief = correspondentie.concept(ctx, weg.kenmerk, BriefSoort.NIEUWE_BEHANDELAAR)
    assert f"{BOER} was betrokken" in brief.antwoorden["waarom"]


def test_een_ambassadeur_kijkt_mee(ctx: Context, dossier: Dossier) -> None:
    for naam in (KOK, YILMAZ, BOER):
        with pytest.raises(RegelFout, match="Kies iemand anders"):
            doe(ctx, dossier, "wijs_ambassadeur_toe", ambassadeur=naam)
    rol = frozenset({Rol.AMBASSADEUR})
    beheer.bewaar_medewerker(ctx, Medewerker(0, "S. Smit"))
    beheer.bewaar_medewerker(ctx, Medewerker(0, "J. Bakker", rollen=rol))
    with pytest.raises(RegelFout, match=r"Kies uit: J\. Bakker"):
        doe(ctx, dossier, "wijs_ambassadeur_toe", ambassadeur="S. Smit")
    na = doe(ctx, dossier, "wijs_ambassadeur_toe", ambassadeur="J. Bakker")
    assert verloop.ambassadeur(na) == "J. Bakker"
    assert na.behandelaar == dossier.behandelaar
    terug = behandelen.maak_laatste_ongedaan(ctx, na.kenmerk, na.versie, "toch niet")
    assert verloop.ambassadeur(terug) == ""


def test_overnemen_geeft_de_klacht_niet_aan_wie_betrokken_is(
    ctx: Context, dossier: Dossier
) -> None:
    uit = overnemen.neem_over(ctx, BOER, [KOK, YILMAZ], "vakantie", niet_betrokken=True)
    (regel,) = uit.gebleven
    assert "9:7" in regel.reden
    assert zoeken.dossier(ctx, dossier.kenmerk).behandelaar == dossier.behandelaar
