"""The agenda file of a planned hearing, from the register."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from klachtenapp.cli import main
from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.personen import Medewerker
from klachtenapp.errors import RegelFout
from klachtenapp.services import agenda, behandelen, beheer
from klachtenapp.services.behandelen import Opdracht
from klachtenapp.services.context import Context
from klachtenapp.services.registreren import registreer

Maak = Callable[..., Aanmelding]


@pytest.fixture
def kenmerk(ctx: Context, maak_aanmelding: Maak) -> str:
    """A formal klacht for which a talk was planned."""
    beheer.bewaar_medewerker(ctx, Medewerker(0, "H. de Boer"))
    dossier = registreer(ctx, maak_aanmelding(beklaagde="mevrouw Kok"))
    stappen = (
        ("wijs_behandelaar_toe", {"behandelaar": "H. de Boer", "niet_betrokken": "ja"}),
        ("start_formeel", {"reden": "wens klager"}),
        (
            "plan_horen",
            {
                "zitting_op": "2026-12-03", "tijd": "14.00 uur", "plaats": "bij mevrouw Kok",
                "vorm": "driegesprek", "klager_uitgenodigd_op": str(ctx.vandaag),
                "beklaagde_uitgenodigd_op": str(ctx.vandaag),
            },
        ),
    )  # fmt: skip
    for naam, invoer in stappen:
        opdracht = Opdracht(dossier.kenmerk, naam, invoer, dossier.versie)
        dossier = behandelen.voer_uit(ctx, opdracht)
    return dossier.kenmerk


def test_it_is_written_and_names_nobody(ctx: Context, kenmerk: str, tmp_path: Path) -> None:
    pad = agenda.bewaar(ctx, kenmerk, tmp_path / agenda.naam(kenmerk))
    inhoud = pad.read_bytes().decode()
    assert f"SUMMARY:Gesprek klacht {kenmerk}\r\n" in inhoud
    assert "DTSTART;TZID=Europe/Amsterdam:20261203T140000" in inhoud
    assert "Kok" not in inhoud
    assert "LOCATION" not in inhoud


def test_the_command_writes_the_same(ctx: Context, kenmerk: str, tmp_path: Path) -> None:
    uit = tmp_path / "gesprek.ics"
    assert main(["agenda", kenmerk, "--register", str(ctx.register.pad), "--uit", str(uit)]) == 0
    assert uit.read_bytes() == agenda.maak(ctx, kenmerk).inhoud


def test_nothing_planned_is_said(ctx: Context, maak_aanmelding: Maak) -> None:
    dossier = registreer(ctx, maak_aanmelding())
    with pytest.raises(RegelFout, match="nog geen gesprek"):
        agenda.maak(ctx, dossier.kenmerk)
