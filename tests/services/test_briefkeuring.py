"""What a letter said when it went out is known at the closing gate."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from klachtenapp.domain import poort
from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.begrippen import Oordeel
from klachtenapp.domain.dossier import Dossier, Klachtonderdeel
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.personen import Medewerker, Persoon, Rol
from klachtenapp.domain.poort import Sluittoestand
from klachtenapp.errors import RegelFout
from klachtenapp.models import log
from klachtenapp.services import behandelen, beheer, correspondentie, registreren
from klachtenapp.services.behandelen import Opdracht
from klachtenapp.services.briefkeuring import noemt_ombudsman
from klachtenapp.services.context import Context

BOER, EGDOM = "H. de Boer", "A. van Egdom"
VOL = Gemeente(
    "Gemeente Voorbeeldstad", bezoekadres="Raadhuisplein 1", postadres="Postbus 100",
    postcode="1234 AB", plaats="Voorbeeldstad", telefoon="14 0123", belnummer="0123 - 45 67 00",
    ondertekenaar=EGDOM, ondertekenaar_functie="afdelingshoofd",
)  # fmt: skip
KLAGER = Persoon(
    "Jangha", voorletters="E.", straat="Lindelaan", huisnummer="12", postcode="1234 CD",
    plaats="Dorp",
)  # fmt: skip


def doe(ctx: Context, dossier: Dossier, naam: str, **invoer: str) -> Dossier:
    return behandelen.voer_uit(ctx, Opdracht(dossier.kenmerk, naam, invoer, dossier.versie))


@pytest.fixture
def bureau(ctx: Context) -> Context:
    for naam in (BOER, EGDOM):
        beheer.bewaar_medewerker(ctx, Medewerker(0, naam))
    return beheer.bewaar_gemeente(ctx, VOL)


@pytest.fixture
def beoordeeld(bureau: Context, maak_aanmelding: Callable[..., Aanmelding]) -> Dossier:
    """A klacht about no person, heard and judged; the ontvangstbevestiging never went."""
    ctx, vandaag = bureau, bureau.vandaag.isoformat()
    dossier = registreren.registreer(ctx, maak_aanmelding(klager=KLAGER, ontvangen_op=ctx.vandaag))
    dossier = doe(ctx, dossier, "wijs_behandelaar_toe", behandelaar=BOER, niet_betrokken="ja")
    dossier = doe(ctx, dossier, "start_formeel", reden="wens klager")
    dossier = doe(
        ctx, dossier, "plan_horen", zitting_op=vandaag, vorm="driegesprek",
        klager_uitgenodigd_op=vandaag, geen_beklaagde="ja",
    )  # fmt: skip
    dossier = doe(ctx, dossier, "leg_horen_vast", klager_gehoord="ja", geen_beklaagde="ja")
    dossier = doe(ctx, dossier, "stel_verslag_vast")
    deel = Klachtonderdeel(
        "U werd niet gebeld.", bevinding="Wij belden u niet.", oordeel=Oordeel.GEGROND
    )
    dossier = behandelen.bewaar_onderdelen(ctx, dossier.kenmerk, dossier.versie, [deel])
    return doe(ctx, dossier, "vorm_oordeel", conclusies="Wij bellen voortaan wel terug.")


def verstuur(ctx: Context, dossier: Dossier, pdf: bytes | None = None) -> Dossier:
    brief = correspondentie.concept(ctx, dossier.kenmerk, "afdoeningsbrief")
    assert not brief.bezwaren
    return correspondentie.markeer_verzonden(
        ctx, dossier.kenmerk, "afdoeningsbrief", op=ctx.vandaag, kanaal="post",
        pdf=pdf or brief.pdf, opdracht_uid=str(uuid4()), antwoorden=brief.antwoorden,
        ondertekenaar=brief.ondertekenaar, niet_gebeld_reden="Geen telefoon.",
    )  # fmt: skip


def stand(ctx: Context, dossier: Dossier) -> dict[str, Sluittoestand]:
    return {r.naam: r.toestand for r in poort.bevindingen(dossier, ctx.kader, ctx.vandaag)}


def test_de_brief_is_gelezen_toen_hij_wegging(bureau: Context, beoordeeld: Dossier) -> None:
    verzonden = verstuur(bureau, beoordeeld)
    feiten = verzonden.gebeurtenissen[-1].gegevens
    assert feiten["ombudsman_vermeld"] == "ja"
    assert feiten["leesbaar"] == "ja"
    assert int(feiten["taalcijfer"]) > 60
    nu = stand(bureau, verzonden)
    assert (
        nu["ombudsman"]
        is nu["leesbaar"]
        is nu["kanaal"]
        is nu["ondertekenaar"]
        is (Sluittoestand.GEDAAN)
    )


def test_een_brief_van_elders_is_niet_gelezen(bureau: Context, beoordeeld: Dossier) -> None:
    verzonden = verstuur(bureau, beoordeeld, b"%PDF-1.4 van elders")
    assert stand(bureau, verzonden)["ombudsman"] is Sluittoestand.ONTBREEKT


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Nationale ombudsman tot en met 20 maart 2027", True),
        ("NATIONALE OMBUDSMAN tot en met 20 maart 2027", True),
        ("Nationale ombudsman tot en met 19 maart 2027", False),
        ("Dat kan tot en met 20 maart 2027", False),
        ("", False),
    ],
)
def test_naam_en_laatste_dag(tekst: str, verwacht: bool) -> None:
    gemeente = Gemeente("Gemeente Voorbeeldstad")
    assert gemeente.ombudsman.naam == "Nationale ombudsman"
    assert noemt_ombudsman(tekst, gemeente, date(2026, 3, 20)) is verwacht


def test_passeren_staat_in_het_dossier_en_in_het_log(bureau: Context, beoordeeld: Dossier) -> None:
    dossier = verstuur(bureau, beoordeeld)
    slot = {"ondertekenaar": EGDOM, "ondertekenaar_niet_betrokken": "ja"}
    with pytest.raises(RegelFout, match="9:6"):
        doe(bureau, dossier, "sluit_formeel", **slot)
    reden = "De brief van 3 maart is zoek."
    dossier = doe(bureau, dossier, "passeer_plicht", plicht="ontvangstbevestiging", reden=reden)
    feit = dossier.gebeurtenissen[-1]
    assert (feit.gegevens["reden"], feit.door) == (reden, bureau.gebruiker)
    assert "passeer_plicht" in {r.handeling for r in log.regels(bureau.register, dossier.kenmerk)}
    dicht = doe(bureau, dossier, "sluit_formeel", **slot)
    assert dicht.oordeel is Oordeel.GEGROND


def test_alleen_het_afdelingshoofd_passeert(bureau: Context, beoordeeld: Dossier) -> None:
    dossier = verstuur(bureau, beoordeeld)
    keuze = {"plicht": "ontvangstbevestiging", "reden": "De brief is zoek."}
    behandelaar = replace(bureau, rollen=frozenset({Rol.BEHANDELAAR}))
    with pytest.raises(RegelFout, match="afdelingshoofd"):
        doe(behandelaar, dossier, "passeer_plicht", **keuze)
    norm = {"plicht": "eerste_contact", "reden": "De klager wil geen gesprek."}
    dossier = doe(behandelaar, dossier, "sla_norm_over", **norm)
    hoofd = replace(bureau, rollen=frozenset({Rol.AFDELINGSHOOFD}))
    assert doe(hoofd, dossier, "passeer_plicht", **keuze).gebeurtenissen[-1].gegevens["plicht"] == (
        "ontvangstbevestiging"
    )


def test_een_heropening_die_een_vergissing_was(bureau: Context, beoordeeld: Dossier) -> None:
    dossier = verstuur(bureau, beoordeeld)
    keuze = {"plicht": "ontvangstbevestiging", "reden": "De brief is zoek."}
    dossier = doe(bureau, dossier, "passeer_plicht", **keuze)
    slot = {"ondertekenaar": EGDOM, "ondertekenaar_niet_betrokken": "ja"}
    dicht = doe(bureau, dossier, "sluit_formeel", **slot)
    weer_open = doe(bureau, dicht, "heropen", reden="fout", toelichting="Verkeerde knop.")
    assert weer_open.oordeel is None
    terug = behandelen.maak_laatste_ongedaan(
        bureau, dicht.kenmerk, weer_open.versie, "Ander dossier bedoeld."
    )
    for naam in ("status", "oordeel", "afdoeningswijze", "afgehandeld_op"):
        assert getattr(terug, naam) == getattr(dicht, naam)
