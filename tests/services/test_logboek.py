"""The log of the whole register: found, filtered, page by page, from what to what, exported."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from klachtenapp.domain import logwoorden
from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.personen import Medewerker, Rol
from klachtenapp.errors import RegelFout
from klachtenapp.models import log
from klachtenapp.models.log import Logregel
from klachtenapp.services import behandelen, beheer, logboek, wijzigen
from klachtenapp.services.behandelen import Opdracht
from klachtenapp.services.context import Context
from klachtenapp.services.logboek import Logkeuze
from klachtenapp.services.registreren import registreer
from klachtenapp.services.wijzigen import Wijziging


@pytest.fixture
def dossier(ctx: Context, maak_aanmelding: Callable[..., Aanmelding]) -> Dossier:
    """A klacht that was assigned and whose subject was corrected."""
    beheer.bewaar_medewerker(ctx, Medewerker(0, "P. Yılmaz"))
    nieuw = registreer(ctx, maak_aanmelding(onderwerp="Wachten"))
    invoer = {"behandelaar": "P. Yılmaz", "niet_betrokken": "ja"}
    opdracht = Opdracht(nieuw.kenmerk, "wijs_behandelaar_toe", invoer, nieuw.versie)
    nu = behandelen.voer_uit(ctx, opdracht)
    velden = {"onderwerp": "Lang wachten", "klager.telefoon": "0612345678"}
    return wijzigen.wijzig(ctx, Wijziging(nu.kenmerk, nu.versie, velden, "uid-1"))


def vul(ctx: Context, hoeveel: int) -> None:
    begin = datetime(2026, 1, 1, 9)
    with ctx.register.transactie():
        log.schrijf_veel(
            ctx.register,
            [
                Logregel(begin + timedelta(minutes=n), f"Collega {n % 7}", "noteer", f"K{n % 50}")
                for n in range(hoeveel)
            ],
        )


def test_van_naar_uit_het_feit(ctx: Context, dossier: Dossier) -> None:
    gewijzigd, toegewezen, *_ = logboek.van_dossier(ctx, dossier.kenmerk)
    assert "Onderwerp: Wachten → Lang wachten" in gewijzigd.van_naar
    assert "0612345678" in gewijzigd.van_naar
    assert "ehandelaar" in toegewezen.wat
    assert "Behandelaar: (leeg) → P. Yılmaz" in toegewezen.van_naar
    assert "Stand: ontvangen → beoordeling" in toegewezen.van_naar


def test_in_het_log_zelf_staat_niets_persoonlijks(ctx: Context, dossier: Dossier) -> None:
    for regel in log.regels(ctx.register, dossier.kenmerk):
        inhoud = str(dict(regel.gegevens))
        assert "Lang wachten" not in inhoud
        assert "0612345678" not in inhoud


def test_wie_geen_dossiers_ziet_leest_niet_wat_erin_staat(ctx: Context, dossier: Dossier) -> None:
    beheerder = replace(ctx, rollen=frozenset({Rol.BEHEERDER}))
    keuze = Logkeuze(kenmerk=dossier.kenmerk)
    gewijzigd = logboek.bladzij(beheerder, keuze)[0]
    assert gewijzigd.van_naar == "Telefoon van de klager, onderwerp"
    for regel in logboek.bladzij(beheerder, keuze):
        assert "0612345678" not in f"{regel.van_naar} {regel.gegevens}"
        assert "achten" not in f"{regel.van_naar} {regel.gegevens}"
    assert logboek.aantal(beheerder, Logkeuze(tekst="0612345678")) == 0
    with pytest.raises(RegelFout, match="geen rol"):
        logboek.van_dossier(beheerder, dossier.kenmerk)


def test_zonder_het_feit_blijven_de_namen_van_de_velden() -> None:
    """As after a dossier was destroyed."""
    zin = logwoorden.van_naar("", {}, {"feit": 12, "velden": ["klager.telefoon", "onderwerp"]})
    assert zin == "Telefoon van de klager, onderwerp"
    assert logwoorden.verder({"feit": 12, "brief": "afdoeningsbrief"}).startswith("brief: ")


@pytest.mark.parametrize(
    ("keuze", "hoeveel"),
    [
        (Logkeuze(), 300),
        (Logkeuze(tekst="COLLEGA noti"), 300),
        (Logkeuze(persoon="Collega 3"), 43),
        (Logkeuze(kenmerk="k7"), 6),
        (Logkeuze(tekst="k49"), 6),
        (Logkeuze(van=date(2026, 1, 1), tot=date(2026, 1, 1), persoon="Collega 3"), 43),
        (Logkeuze(van=date(2026, 1, 2), persoon="Collega 3"), 0),
        (Logkeuze(tot=date(2026, 1, 1)), 300),
        (Logkeuze(tekst="bestaat niet"), 0),
        (Logkeuze(tekst="' OR 1=1 --"), 0),
        (Logkeuze(tekst="%"), 0),
    ],
)
def test_zoeken_en_filteren(ctx: Context, keuze: Logkeuze, hoeveel: int) -> None:
    voor = logboek.aantal(ctx, Logkeuze())
    vul(ctx, 300)
    erbij = voor if keuze == Logkeuze() else 0
    assert logboek.aantal(ctx, keuze) == hoeveel + erbij
    assert len(logboek.bladzij(ctx, keuze, hoeveel=1_000)) == hoeveel + erbij


def test_op_handeling_zoals_hij_heet(ctx: Context, dossier: Dossier) -> None:
    vul(ctx, 5)
    (naam,) = [h for h in logboek.handelingen(ctx) if "otitie" in h]
    assert logboek.aantal(ctx, Logkeuze(handeling=naam)) == 5
    assert {"Collega 0", ctx.gebruiker} <= set(logboek.personen(ctx))


def test_bladzijden_sluiten_op_elkaar_aan(ctx: Context) -> None:
    vul(ctx, 250)
    heel = logboek.bladzij(ctx, Logkeuze(tekst="collega"), hoeveel=500)
    delen = [
        regel
        for vanaf in (0, 100, 200)
        for regel in logboek.bladzij(ctx, Logkeuze(tekst="collega"), vanaf=vanaf)
    ]
    assert delen == heel
    assert heel[0].moment > heel[-1].moment


@pytest.mark.parametrize("uitgang", ["xlsx", "csv"])
def test_exporteren(ctx: Context, dossier: Dossier, tmp_path: Path, uitgang: str) -> None:
    pad = tmp_path / f"logboek.{uitgang}"
    keuze = Logkeuze(kenmerk=dossier.kenmerk)
    assert logboek.naar_bestand(ctx, keuze, pad) == logboek.aantal(ctx, keuze) >= 3
    if uitgang == "csv":
        assert "Wachten → Lang wachten" in pad.read_text("utf-8-sig")


def test_een_ander_soort_bestand_kan_niet(ctx: Context, tmp_path: Path) -> None:
    with pytest.raises(RegelFout, match="xlsx"):
        logboek.naar_bestand(ctx, Logkeuze(), tmp_path / "logboek.pdf")


def test_stoppen_maakt_geen_bestand(ctx: Context, dossier: Dossier, tmp_path: Path) -> None:
    pad = tmp_path / "logboek.csv"
    with pytest.raises(RegelFout, match="Gestopt"):
        logboek.naar_bestand(ctx, Logkeuze(), pad, gestopt=lambda: True)
    assert not pad.exists()


@pytest.mark.parametrize("wie", ["x\n2026-11-24;beheerder", "=cmd|'/c calc'!A1", "a\r\x1b[2Jb"])
def test_een_regel_blijft_een_regel_en_wordt_geen_formule(
    ctx: Context, tmp_path: Path, wie: str
) -> None:
    with ctx.register.transactie():
        log.schrijf(ctx.register, Logregel(ctx.nu, wie, "x\u2028y", "K\n1", {"bestand": "a\nb"}))
    voor = logboek.aantal(ctx, Logkeuze())
    logboek.naar_bestand(ctx, Logkeuze(), tmp_path / "log.csv")
    inhoud = (tmp_path / "log.csv").read_text("utf-8-sig")
    assert len(inhoud.split("\n")) == voor + 2  # the header, and the end of the last line
    assert not set(inhoud) & set("\x1b\u2028")
    assert '"=' not in inhoud
