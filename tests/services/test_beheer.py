"""Settings: they come back, they are checked, and everyone sees the new ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from klachtenapp import bootstrap
from klachtenapp.clock import SystemClock
from klachtenapp.domain.begrippen import Aanhef
from klachtenapp.domain.gemeente import Gemeente, Ombudsman, Venster, VensterKant
from klachtenapp.domain.kalender import Kalender
from klachtenapp.domain.normen import Normen
from klachtenapp.domain.personen import Afdeling, Medewerker, Rol
from klachtenapp.errors import RegelFout
from klachtenapp.models import log
from klachtenapp.services import beheer
from klachtenapp.services.context import Context


def test_een_nieuw_register_heeft_de_meegeleverde_kalender(ctx: Context) -> None:
    assert beheer.gemeente(ctx) == Gemeente("Gemeente Voorbeeldstad") == ctx.gemeente
    assert date(2026, 5, 15) in beheer.feestdagen(ctx).gelijkgesteld
    assert beheer.normen(ctx) == Normen()
    assert ctx.kader.model_verdaging == "A"


def test_de_gemeente_komt_heel_terug(ctx: Context) -> None:
    anders = Gemeente(
        "Gemeente 's-Gravendam",
        kleur="#112233",
        kenmerkpatroon="KL-{jaar}.{nummer:05}",
        mondeling_formeel=False,
        oefening=True,
        klokverschil_dagen=3,
        ombudsman=Ombudsman("Eigen ombudsman", plaats="Hier"),
        venster=Venster(VensterKant.RECHTS, x=109.5),
    )
    nieuw = beheer.bewaar_gemeente(ctx, anders)
    assert nieuw.gemeente == anders == beheer.gemeente(ctx)
    assert isinstance(nieuw.gemeente.venster.kant, VensterKant)
    assert log.regels(ctx.register)[0].handeling == "gemeente bewaard"


@pytest.mark.parametrize(
    "anders",
    [Gemeente("  "), Gemeente("A", kenmerkpatroon="K{jaar}"), Gemeente("A", kenmerkpatroon="{x}")],
)
def test_een_onmogelijke_gemeente_wordt_geweigerd(ctx: Context, anders: Gemeente) -> None:
    with pytest.raises(RegelFout):
        beheer.bewaar_gemeente(ctx, anders)
    assert beheer.gemeente(ctx) == ctx.gemeente


def test_afdelingen_staan_op_alfabet(ctx: Context) -> None:
    for naam in ("Zorg", "Écht Groen", "burgerzaken"):
        beheer.bewaar_afdeling(ctx, Afdeling(0, naam))
    groen = beheer.afdelingen(ctx)[1]
    assert [a.naam for a in beheer.afdelingen(ctx)] == ["burgerzaken", "Écht Groen", "Zorg"]
    assert beheer.bewaar_afdeling(ctx, replace(groen, naam=" Groen  en water ", actief=False)) == (
        Afdeling(groen.id, "Groen en water", actief=False)
    )
    for fout in (Afdeling(0, " "), Afdeling(0, "BURGERZAKEN"), Afdeling(groen.id, "zorg")):
        with pytest.raises(RegelFout) as gevangen:
            beheer.bewaar_afdeling(ctx, fout)
        assert gevangen.value.veld == "naam"


def test_een_medewerker_komt_heel_terug(ctx: Context) -> None:
    afdeling = beheer.bewaar_afdeling(ctx, Afdeling(0, "Zorg"))
    wie = Medewerker(
        0, "P. Yılmaz", Aanhef.HEER, "behandelaar", "0123", "p@v.nl", afdeling.id,
        frozenset({Rol.BEHANDELAAR, Rol.AMBASSADEUR}), False,
    )  # fmt: skip
    bewaard = beheer.bewaar_medewerker(ctx, wie)
    assert beheer.medewerkers(ctx) == [bewaard] == [replace(wie, id=bewaard.id)]
    with pytest.raises(RegelFout):
        beheer.bewaar_medewerker(ctx, Medewerker(0, "p. yilmaz"))
    assert "Yılmaz" not in str(log.regels(ctx.register))


def test_normen_en_kalender_gelden_meteen(ctx: Context) -> None:
    normen = Normen.uit_tekst({"ontvangstbevestiging": "3 werkdagen", "attentie": "aan"})
    kalender = Kalender(
        frozenset({date(2029, 5, 11)}), date(2026, 1, 1), date(2029, 12, 31),
        frozenset({date(2026, 12, 24)}),
    )  # fmt: skip
    nieuw = beheer.bewaar_model_verdaging(
        beheer.bewaar_feestdagen(beheer.bewaar_normen(ctx, normen), kalender), "B"
    )
    assert (nieuw.kader.normen, nieuw.kader.kalender) == (normen, kalender)
    assert nieuw.kader.model_verdaging == "B"
    assert beheer.ververs(ctx).kader == nieuw.kader
    with pytest.raises(RegelFout):
        beheer.bewaar_model_verdaging(ctx, "C")
    with pytest.raises(RegelFout):
        beheer.bewaar_feestdagen(ctx, replace(kalender, dekking_tot=date(2020, 1, 1)))


def test_wat_een_nieuwer_programma_bewaarde_wordt_overgeslagen(ctx: Context) -> None:
    with ctx.register.transactie():
        ctx.register.sql(
            "UPDATE instelling SET waarde = ? WHERE naam = 'gemeente'",
            ('{"naam": "A", "nieuw_veld": 1, "venster": {"kant": "rechts", "y": 1}}',),
        )
        ctx.register.sql("INSERT INTO instelling VALUES ('normen', '{\"straks\": \"1 uur\"}')")
    nieuw = beheer.ververs(ctx)
    assert nieuw.gemeente == Gemeente("A", venster=Venster(VensterKant.RECHTS, y=1))
    assert nieuw.kader.normen == Normen()


def test_het_register_vertelt_waar_het_ligt(ctx: Context) -> None:
    info = beheer.registerinfo(ctx)
    assert info.pad == str(ctx.register.pad)
    assert (info.journaal, info.meldingen, info.openstaand) == ("persist", 0, 0)
    assert info.bytes == ctx.register.pad.stat().st_size
    assert info.laatste_kopie is None


def test_een_oefenregister_loopt_voor(ctx: Context) -> None:
    beheer.bewaar_gemeente(ctx, replace(ctx.gemeente, oefening=True, klokverschil_dagen=10))
    echt, oefening = SystemClock(), bootstrap.open(ctx.register.pad)
    assert 9 <= (oefening.vandaag - echt.today()).days <= 10
    assert oefening.gebruiker
    bootstrap.sluit(oefening)
