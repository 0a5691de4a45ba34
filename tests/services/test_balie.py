"""What the counter asks: who is it, which paper, and that it was given."""

from __future__ import annotations

from dataclasses import replace

from klachtenapp.domain.begrippen import GebeurtenisSoort
from klachtenapp.domain.formulier import Formulier, naar_aanmelding
from klachtenapp.services import balie, registreren
from klachtenapp.services.context import Context

YOUSSEF = Formulier(
    aanhef="heer",
    voornaam="Youssef",
    achternaam="Mohamed",
    leest_moeilijk="ja",
    omschrijving="Drie keer gebeld over een brief.",
    kanaal="balie",
    ontvangen_op="2026-11-24",
)
EEN = "6f1c1c70-7d9c-4b1e-9d0f-0a1b2c3d4e5f"
TWEE = "0e8b7c66-1111-4222-8333-444455556666"


def _registreer(ctx: Context, formulier: Formulier, uid: str = EEN) -> str:
    return registreren.registreer(ctx, naar_aanmelding(formulier, uid)).kenmerk


def test_zoeken_op_naam_of_nummer(ctx: Context) -> None:
    kenmerk = _registreer(ctx, YOUSSEF)
    _registreer(ctx, replace(YOUSSEF, soort="tip", achternaam="Mohamedi"), TWEE)
    assert [r.kenmerk for r in balie.zoek(ctx, "moham")] == [kenmerk]
    assert [r.kenmerk for r in balie.zoek(ctx, kenmerk)] == [kenmerk]
    assert balie.zoek(ctx, "  ") == ()
    assert balie.zoek(ctx, "niemand") == ()


def test_het_voorstel_past_bij_de_klager(ctx: Context) -> None:
    kenmerk = _registreer(ctx, YOUSSEF)
    assert balie.voorstel(ctx, kenmerk) == balie.Keuze(kenmerk, "kort", groot=True, taal="nl")
    engels = replace(YOUSSEF, leest_moeilijk="", andere_taal="ja", taal="Engels")
    tweede = _registreer(ctx, engels, TWEE)
    assert balie.voorstel(ctx, tweede) == balie.Keuze(tweede, "kort", groot=False, taal="en")


def test_algemeen_en_persoonlijk_geven_papier(ctx: Context) -> None:
    kenmerk = _registreer(ctx, YOUSSEF)
    algemeen = balie.stappenplan(ctx, balie.Keuze())
    assert algemeen.startswith(b"%PDF-")
    assert balie.stappenplan(ctx, balie.Keuze(kenmerk)) != algemeen


def test_meegeven_wordt_een_keer_vastgelegd(ctx: Context) -> None:
    kenmerk = _registreer(ctx, YOUSSEF)
    balie.noteer_meegegeven(ctx, kenmerk, TWEE)
    dossier = balie.noteer_meegegeven(ctx, kenmerk, TWEE)
    assert dossier is not None
    assert len(list(dossier.alle(GebeurtenisSoort.STAPPENPLAN_MEEGEGEVEN))) == 1


def test_bij_een_tip_valt_niets_vast_te_leggen(ctx: Context) -> None:
    kenmerk = _registreer(ctx, replace(YOUSSEF, soort="tip"))
    assert balie.noteer_meegegeven(ctx, kenmerk, TWEE) is None
