"""PIN and password: wrong ones are counted, slowed by the clock and logged; keys live on."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp import bootstrap
from klachtenapp.clock import FixedClock
from klachtenapp.domain.personen import Rol
from klachtenapp.domain.sleutel import in_groepen, zelfde
from klachtenapp.domain.toegang import (
    MINSTE,
    Toegang,
    controleer_geheim,
    mag_weer_om,
    wachttijd,
)
from klachtenapp.errors import OmgevingFout, RegelFout
from klachtenapp.kluis import Kluis, Sleutelbos, sleutelbos
from klachtenapp.models import log, toegang
from klachtenapp.services import gebruikers, geheimen, ondertekenen, sleutels
from klachtenapp.services.context import Context
from tests.geheugenkluis import Geheugenkluis
from tests.services.ondertekenzaak import (
    GEHEIM,
    afdelingshoofd,
    bevestig,
    bied_aan,
    medewerker,
    nummer,
    sleutel_van,
    teken,
)
from tests.services.test_correspondentie import KLAAR, OORDEEL, MaakDossier, bureau, maak

__all__ = ["bureau", "maak"]

NU = datetime(2026, 11, 24, 9, 0)


@pytest.fixture
def hoofd(bureau: Context) -> Context:
    return afdelingshoofd(bureau)


def _later(ctx: Context, **duur: int) -> Context:
    return replace(ctx, clock=FixedClock(ctx.nu + timedelta(**duur)))


def _fout(ctx: Context, geheim: str = "zomaar iets") -> str:
    with pytest.raises(RegelFout) as fout:
        geheimen.controleer(ctx, nummer(ctx), geheim)
    assert fout.value.veld == "geheim"
    return fout.value.boodschap


def _gelogd(ctx: Context) -> list[str]:
    return [regel.handeling for regel in log.regels(ctx.register)]


def test_verkeerde_geheimen_gaan_steeds_langzamer(hoofd: Context) -> None:
    assert "Probeer het nog eens" in _fout(hoofd)
    assert "Probeer het nog eens" in _fout(hoofd)
    assert "om 09:00:30 uur" in _fout(hoofd)
    assert "Het ging 3 keer mis" in _fout(hoofd, GEHEIM), "ook het goede moet nu wachten"
    assert toegang.haal(hoofd.register, nummer(hoofd)).pogingen == 3
    later = _later(hoofd, seconds=30)
    assert "om 09:01:30 uur" in _fout(later)
    assert _gelogd(hoofd).count("verkeerd geheim") == 4
    geheimen.controleer(_later(later, minutes=1), nummer(hoofd), GEHEIM)
    assert toegang.haal(hoofd.register, nummer(hoofd)).pogingen == 0
    assert _gelogd(hoofd)[0] == "geheim weer goed"
    geheimen.controleer(hoofd, nummer(hoofd), GEHEIM)


def test_ook_na_opnieuw_openen_en_met_de_klok_terug(hoofd: Context) -> None:
    for _ in range(3):
        _fout(hoofd)
    nieuw = bootstrap.open(hoofd.register.pad, clock=FixedClock(NU), gebruiker="x")
    ander = gebruikers.als(nieuw, hoofd.medewerker)
    assert "3 keer mis" in _fout(ander, GEHEIM)
    vroeger = _later(ander, days=-1)
    assert "3 keer mis" in _fout(vroeger, GEHEIM)
    geheimen.controleer(_later(vroeger, seconds=30), nummer(hoofd), GEHEIM)
    bootstrap.sluit(nieuw)


def test_een_verkeerd_geheim_tekent_niet(
    bureau: Context, hoofd: Context, maak: MaakDossier
) -> None:
    kenmerk = maak(*OORDEEL, dossier=KLAAR)
    bied_aan(bureau, kenmerk)
    with pytest.raises(RegelFout, match="klopt niet"):
        teken(hoofd, kenmerk, "verkeerd-1")
    assert len(ondertekenen.ondertekenmap(hoofd)) == 1
    assert "verkeerd geheim" in _gelogd(hoofd)


@given(st.integers(min_value=0, max_value=10**6))
def test_wachten_wordt_nooit_korter(pogingen: int) -> None:
    assert wachttijd(pogingen) <= wachttijd(pogingen + 1) <= timedelta(minutes=15)


@given(
    st.integers(min_value=0, max_value=20),
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)),
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)),
)
def test_wie_moet_wachten_weet_tot_wanneer(pogingen: int, laatste: datetime, nu: datetime) -> None:
    einde = mag_weer_om(Toegang(1, "x", pogingen, laatste), nu)
    if einde is not None:
        assert nu < einde <= nu + wachttijd(pogingen)


@pytest.mark.parametrize("te_makkelijk", ["", "12345", "111111", "121212", "123456", "qwerty"])
def test_te_makkelijk(te_makkelijk: str) -> None:
    with pytest.raises(RegelFout) as fout:
        controleer_geheim(te_makkelijk)
    assert fout.value.veld == "geheim"
    assert MINSTE == 6
    controleer_geheim("271804")


def test_wijzigen_vraagt_het_oude_en_houdt_de_sleutel(
    bureau: Context, hoofd: Context, maak: MaakDossier
) -> None:
    with pytest.raises(RegelFout, match="klopt niet"):
        geheimen.stel_in(hoofd, nummer(hoofd), "nieuw-geheim", "niet het oude")
    geheimen.stel_in(hoofd, nummer(hoofd), "nieuw-geheim", GEHEIM)
    kenmerk = maak(*OORDEEL, dossier=KLAAR)
    bied_aan(bureau, kenmerk)
    with pytest.raises(RegelFout, match="klopt niet"):
        teken(hoofd, kenmerk)
    assert teken(hoofd, kenmerk, "nieuw-geheim").soort == "afdoeningsbrief"


def test_een_ander_stelt_geen_geheim_in(bureau: Context, hoofd: Context) -> None:
    balie = medewerker(bureau, "B. Alie", Rol.BALIEMEDEWERKER)
    with pytest.raises(RegelFout):
        geheimen.stel_in(balie, nummer(hoofd), "van-mij-1", GEHEIM)
    with pytest.raises(RegelFout):
        geheimen.herstel(balie, nummer(hoofd))


def test_de_beheerder_helpt_wie_het_vergat_maar_tekent_niet_voor_een_ander(
    bureau: Context, hoofd: Context, maak: MaakDossier
) -> None:
    kenmerk = maak(*OORDEEL, dossier=KLAAR)
    bied_aan(bureau, kenmerk)
    geheimen.herstel(bureau, nummer(hoofd))
    assert not geheimen.heeft(bureau, nummer(hoofd))
    geheimen.stel_in(bureau, nummer(hoofd), "van-de-beheerder")
    with pytest.raises(RegelFout, match="gaat niet open"):
        teken(hoofd, kenmerk, "van-de-beheerder")
    nieuw = sleutels.vervang(hoofd, nummer(hoofd), "van-de-beheerder", "Vergeten.")
    with pytest.raises(RegelFout, match="nog niet bevestigd"):
        teken(hoofd, kenmerk, "van-de-beheerder")
    bevestig(bureau, nieuw)
    teken(hoofd, kenmerk, "van-de-beheerder")


def test_van_sleutel_maken_tot_intrekken(bureau: Context, hoofd: Context) -> None:
    with pytest.raises(RegelFout, match="al een sleutel"):
        sleutels.maak(hoofd, nummer(hoofd), GEHEIM)
    oude = sleutel_van(hoofd)
    assert (oude.stand, oude.bruikbaar) == ("bevestigd", True)
    assert sleutels.hier(hoofd, oude)
    with pytest.raises(RegelFout, match="waarom"):
        sleutels.vervang(hoofd, nummer(hoofd), GEHEIM, " ")
    nieuw = sleutels.vervang(hoofd, nummer(hoofd), GEHEIM, "Nieuwe laptop.")
    assert [s.stand for s in sleutels.van(hoofd, nummer(hoofd))] == [
        "wacht op bevestiging", "ingetrokken",
    ]  # fmt: skip
    assert not sleutels.hier(hoofd, oude)
    assert sleutels.te_bevestigen(bureau) == (nieuw,)
    assert sleutels.naam_van(bureau, nieuw) == "M. de Groot"
    with pytest.raises(RegelFout, match="anders dan die"):
        sleutels.bevestig(bureau, nieuw.id, in_groepen(oude.vingerafdruk))
    with pytest.raises(RegelFout, match="beheerder"):
        sleutels.bevestig(hoofd, nieuw.id, sleutels.cijfers(nieuw))
    assert bevestig(bureau, nieuw).bruikbaar
    with pytest.raises(RegelFout, match="al bevestigd"):
        bevestig(bureau, nieuw)
    sleutels.trek_in(bureau, nieuw.id, "Uit dienst.")
    with pytest.raises(RegelFout, match="al ingetrokken"):
        sleutels.trek_in(bureau, nieuw.id, "Nog eens.")
    assert sleutels.bruikbaar(bureau, nummer(hoofd)) is None
    with pytest.raises(RegelFout, match="zelf"):
        sleutels.maak(bureau, nummer(hoofd), GEHEIM)


def test_een_ander_trekt_de_sleutel_niet_in(bureau: Context, hoofd: Context) -> None:
    ander = medewerker(bureau, "A. Nder", Rol.AFDELINGSHOOFD)
    with pytest.raises(RegelFout):
        sleutels.trek_in(ander, sleutel_van(hoofd).id, "Zomaar.")


@given(st.text("0123456789abcdef", min_size=64, max_size=64))
def test_een_vingerafdruk_is_voor_te_lezen(afdruk: str) -> None:
    groepen = in_groepen(afdruk)
    assert [len(groep) for groep in groepen.split()] == [5] * 6
    assert zelfde(groepen, afdruk)
    assert zelfde(groepen.replace(" ", ""), afdruk)
    assert not zelfde(groepen[:-1], afdruk)


def test_zonder_kluis_een_lang_wachtwoord(
    bureau: Context, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def geen() -> Kluis:
        raise OmgevingFout("geen")

    monkeypatch.setattr(sleutelbos, "Kluis", geen)
    monkeypatch.setattr(sleutelbos, "gegevensmap", lambda: tmp_path / "thuis")
    hoofd = medewerker(bureau, "M. de Groot", Rol.AFDELINGSHOOFD)
    geheimen.stel_in(hoofd, nummer(hoofd), "271804")
    assert "geen kluis" in sleutels.waar(hoofd)
    with pytest.raises(RegelFout, match="ten minste 12 tekens"):
        sleutels.maak(hoofd, nummer(hoofd), "271804")
    geheimen.stel_in(hoofd, nummer(hoofd), GEHEIM, "271804")
    sleutel = sleutels.maak(hoofd, nummer(hoofd), GEHEIM)
    assert len(list((tmp_path / "thuis" / "sleutels").iterdir())) == 1
    with pytest.raises(RegelFout, match="ten minste 12 tekens"):
        geheimen.stel_in(hoofd, nummer(hoofd), "271804", GEHEIM)
    assert sleutels.hier(hoofd, sleutel)


def test_na_herstarten_kan_het_weer(
    bureau: Context, hoofd: Context, maak: MaakDossier, kluis: Geheugenkluis
) -> None:
    """The register is opened anew; the key comes from the store, not from the process."""
    kenmerk = maak(*OORDEEL, dossier=KLAAR)
    bied_aan(bureau, kenmerk)
    nieuw = bootstrap.open(bureau.register.pad, clock=FixedClock(NU), gebruiker="x")
    teken(gebruikers.als(nieuw, hoofd.medewerker), kenmerk)
    bootstrap.sluit(nieuw)
    assert len(kluis.geheimen) == 1


def test_een_sleutel_van_een_andere_computer(
    bureau: Context, hoofd: Context, maak: MaakDossier, kluis: Geheugenkluis
) -> None:
    kenmerk = maak(*OORDEEL, dossier=KLAAR)
    bied_aan(bureau, kenmerk)
    kluis.geheimen.clear()
    with pytest.raises(RegelFout, match="niet op deze computer"):
        teken(hoofd, kenmerk)


def test_een_gekopieerd_bestand_is_de_sleutel_niet(tmp_path: Path) -> None:
    bos = Sleutelbos(None, tmp_path)
    bos.bewaar("ab" * 32, b"x" * 32, GEHEIM)
    assert bos.haal("cd" * 32, GEHEIM) is None
