"""Sections of Beheer are saved whole, or refused with the field named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from klachtenapp.domain.kalender import Kalender
from klachtenapp.domain.norm import Eenheid, Norm
from klachtenapp.domain.personen import Afdeling
from klachtenapp.errors import RegelFout
from klachtenapp.services import beheer, inrichting
from klachtenapp.services.context import Context


def test_secties_zitten_elkaar_niet_in_de_weg(ctx: Context) -> None:
    ctx = inrichting.bewaar_gemeente(ctx, {"telefoon": "14 0000"})
    ctx = inrichting.bewaar_gemeente(ctx, {"venster_x": "30"})
    ctx = inrichting.bewaar_werkwijze(ctx, {"mondeling_formeel": "", "model_verdaging": "B"})
    assert (ctx.gemeente.telefoon, ctx.gemeente.venster.x) == ("14 0000", 30)
    assert not ctx.gemeente.mondeling_formeel
    assert ctx.kader.model_verdaging == "B"


def test_een_geweigerde_werkwijze_verandert_niets(ctx: Context) -> None:
    with pytest.raises(RegelFout):
        inrichting.bewaar_werkwijze(ctx, {"commissie": "ja", "model_verdaging": "C"})
    assert not beheer.gemeente(ctx).commissie


def test_afdelingen_alles_of_niets(ctx: Context) -> None:
    eerste, tweede = inrichting.bewaar_afdelingen(
        ctx, [Afdeling(0, "Burgerzaken"), Afdeling(0, "Sociaal domein"), Afdeling(0, "  ")]
    )
    with pytest.raises(RegelFout) as fout:
        inrichting.bewaar_afdelingen(
            ctx, [replace(eerste, naam="Publiek"), replace(tweede, naam="publiek")]
        )
    assert fout.value.veld == "naam_1"
    assert [a.naam for a in beheer.afdelingen(ctx)] == ["Burgerzaken", "Sociaal domein"]
    inrichting.bewaar_afdelingen(ctx, [replace(eerste, actief=False), tweede])
    assert [a.actief for a in beheer.afdelingen(ctx)] == [False, True]


def test_een_bestaande_afdeling_mag_haar_naam_niet_verliezen(ctx: Context) -> None:
    (afdeling,) = inrichting.bewaar_afdelingen(ctx, [Afdeling(0, "Burgerzaken")])
    with pytest.raises(RegelFout):
        inrichting.bewaar_afdelingen(ctx, [replace(afdeling, naam="")])


def test_normen(ctx: Context) -> None:
    ctx = inrichting.bewaar_normen(ctx, {"ontvangstbevestiging": "3 werkdagen"})
    assert ctx.kader.normen.ontvangstbevestiging == Norm(3, Eenheid.WERKDAG)
    with pytest.raises(RegelFout) as fout:
        inrichting.bewaar_normen(ctx, {"voortgangsbericht": "af en toe"})
    assert fout.value.veld == "voortgangsbericht"


def test_dagen_erbij_en_eraf() -> None:
    vrijdag = date(2027, 5, 7)
    kalender = inrichting.met_dag(Kalender(), vrijdag, gesloten=False)
    assert vrijdag in kalender.gelijkgesteld
    assert inrichting.zonder_dag(kalender, vrijdag, gesloten=False) == Kalender()
    dicht = inrichting.met_dag(Kalender(), date(2026, 12, 24), gesloten=True)
    assert date(2026, 12, 24) in dicht.kantoor_gesloten
    assert inrichting.zonder_dag(dicht, date(2026, 12, 24), gesloten=True) == Kalender()


@pytest.mark.parametrize(
    ("dag", "woord"), [(date(2026, 12, 25), "Kerstdag"), (date(2026, 11, 28), "weekend")]
)
def test_wat_al_telt_hoeft_er_niet_bij(dag: date, woord: str) -> None:
    with pytest.raises(RegelFout, match=woord) as fout:
        inrichting.met_dag(Kalender(), dag, gesloten=False)
    assert fout.value.veld == "dag"


def test_de_tabel_waarschuwt_een_jaar_vooruit() -> None:
    kalender = Kalender(dekking_tot=date(2028, 12, 31))
    assert not inrichting.dekking(kalender, date(2027, 12, 31)).let_op
    assert inrichting.dekking(kalender, date(2028, 1, 3)).let_op
