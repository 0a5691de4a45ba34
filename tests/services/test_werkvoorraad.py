"""The day's work: open dossiers by urgency, each with one step, and tiles that count them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from klachtenapp.clock import FixedClock
from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.begrippen import Status
from klachtenapp.domain.personen import Medewerker
from klachtenapp.models import meldingen
from klachtenapp.services import behandelen, beheer
from klachtenapp.services.behandelen import Opdracht
from klachtenapp.services.context import Context
from klachtenapp.services.registreren import registreer
from klachtenapp.services.werkvoorraad import signaleer, werkvoorraad

Maak = Callable[..., Aanmelding]
_TEGELS = {"verlopen", "deze_week", "vandaag_bellen", "brieven_klaar", "wacht_op_handtekening"}


@pytest.fixture
def gevuld(ctx: Context, maak_aanmelding: Maak) -> Context:
    """Late, this week, later, and one that is closed."""
    for dag in (date(2026, 9, 1), date(2026, 10, 14), date(2026, 11, 20), date(2026, 8, 1)):
        dossier = registreer(ctx, maak_aanmelding(ontvangen_op=dag))
    with ctx.register.transactie():
        meldingen.wijzig(ctx.register, dossier, replace(dossier, status=Status.AFGEHANDELD))
    return ctx


def test_een_leeg_register_heeft_geen_werk(ctx: Context) -> None:
    werk = werkvoorraad(ctx)
    assert werk.regels == ()
    assert {naam: tegel.aantal for naam, tegel in werk.tegels.items()} == dict.fromkeys(_TEGELS, 0)
    assert signaleer(ctx) == []


def test_alleen_wat_open_is_van_dringend_naar_later(gevuld: Context) -> None:
    werk = werkvoorraad(gevuld)
    assert [r.dossier.kenmerk for r in werk.regels] == ["K2026-0001", "K2026-0002", "K2026-0003"]
    assert [r.urgentie.trap for r in werk.regels] == ["te laat", "deze week", "later"]
    assert all(r.stap.tekst for r in werk.regels)


def test_de_tegels_tellen_de_rijen(gevuld: Context) -> None:
    tegels = werkvoorraad(gevuld).tegels
    assert set(tegels) == _TEGELS
    assert tegels["verlopen"].kenmerken == {"K2026-0001"}
    assert tegels["deze_week"].kenmerken == {"K2026-0002"}
    assert all(tegel.label for tegel in tegels.values())


def test_signalen_noemen_wat_te_laat_is_en_wat_nadert(gevuld: Context) -> None:
    signalen = signaleer(gevuld)
    assert signalen == sorted(signalen, key=lambda s: s.datum)
    assert {s.kenmerk for s in signalen if s.soort == "wet" and s.dagen < 0} >= {"K2026-0001"}
    assert all(s.tekst and s.label and s.stap for s in signalen)
    assert not any(s.kenmerk == "K2026-0004" for s in signalen)


def test_een_andere_dag_geeft_ander_werk(gevuld: Context) -> None:
    later = replace(gevuld, clock=FixedClock(datetime(2027, 3, 1, 9)))
    assert werkvoorraad(later).tegels["verlopen"].aantal == 3


def test_a_closed_klacht_comes_back_while_the_ombudsman_waits(
    ctx: Context, maak_aanmelding: Maak
) -> None:
    dossier = registreer(ctx, maak_aanmelding())
    for naam, invoer in (
        ("trek_in", {"vorm": "telefoon", "zonder_brief_reden": "wil geen brief"}),
        ("meld_ombudsman", {"reactie_voor": str(ctx.vandaag + timedelta(days=3))}),
    ):
        dossier = behandelen.voer_uit(ctx, Opdracht(dossier.kenmerk, naam, invoer, dossier.versie))
    (regel,) = werkvoorraad(ctx).regels
    assert regel.dossier.kenmerk == dossier.kenmerk
    assert regel.stap.brief == "reactie-ombudsman"
    assert [s.label for s in signaleer(ctx)] == ["Antwoord aan de ombudsman"]
    assert beheer.registerinfo(ctx).openstaand == 1  # beside the name of the page
    opdracht = Opdracht(
        dossier.kenmerk, "werk_ombudsman_bij", {"gereageerd_op": str(ctx.vandaag)}, dossier.versie
    )
    behandelen.voer_uit(ctx, opdracht)
    assert werkvoorraad(ctx).regels == ()
    assert beheer.registerinfo(ctx).openstaand == 0


def test_een_te_late_belofte_wordt_gesignaleerd(
    ctx: Context, maak_aanmelding: Callable[..., Aanmelding]
) -> None:
    beheer.bewaar_medewerker(ctx, Medewerker(0, "P. Yılmaz"))
    dossier = registreer(ctx, maak_aanmelding())
    gesprek = {
        "gesproken_op": "2026-11-20", "manier": "telefoon", "bereikt": "ja",
        "belofte": "Terugbellen", "belofte_door": "P. Yılmaz", "belofte_op": "2026-11-23",
    }  # fmt: skip
    opdracht = Opdracht(dossier.kenmerk, "leg_gesprek_vast", gesprek, dossier.versie)
    behandelen.voer_uit(ctx, opdracht)
    (signaal,) = (s for s in signaleer(ctx) if s.label == "Beloofd: Terugbellen")
    assert (signaal.dagen, signaal.soort) == (-1, "norm")
