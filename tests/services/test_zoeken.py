"""The list: what is urgent first, a number whatever the filters say, and look-alikes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.begrippen import Status
from klachtenapp.domain.personen import Persoon
from klachtenapp.models import meldingen
from klachtenapp.services import zoeken
from klachtenapp.services.context import Context
from klachtenapp.services.registreren import registreer
from klachtenapp.services.zoeken import Filter

Maak = Callable[..., Aanmelding]


@pytest.fixture
def vier(ctx: Context, maak_aanmelding: Maak) -> list[int]:
    """Four dossiers: 1 the newest receipt, 2 the oldest, 3 between, 4 closed."""
    for i, dag in enumerate([20, 2, 10, 1], start=1):
        dossier = registreer(
            ctx,
            maak_aanmelding(
                ontvangen_op=date(2026, 11, dag),
                omschrijving=f"boom nummer {i}",
                klager=Persoon(f"Naam{5 - i}"),
                afdeling="Groen",
            ),
        )
        if i == 4:
            with ctx.register.transactie():
                meldingen.wijzig(ctx.register, dossier, replace(dossier, status=Status.AFGEHANDELD))
    return [2, 3, 1, 4]


def test_dringend_staat_bovenaan_en_gesloten_achteraan(ctx: Context, vier: list[int]) -> None:
    assert zoeken.ids(ctx, Filter()) == vier
    assert zoeken.ids(ctx, Filter(), oplopend=False) == vier[::-1]
    assert zoeken.ids(ctx, Filter(zoek="boom")) == vier
    assert zoeken.ids(ctx, Filter(zoek="boom", open=True)) == vier[:3]
    assert zoeken.ids(ctx, Filter(open=False)) == [4]


def test_een_dossier_dat_er_niet_meer_is_houdt_de_lijst_niet_tegen(
    ctx: Context, vier: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A colleague took an import back meanwhile, or the index of a damaged register knows it."""
    vorige = meldingen.open_ids
    monkeypatch.setattr(meldingen, "open_ids", lambda register: [*vorige(register), 999])
    assert sorted(zoeken.ids(ctx, Filter())) == sorted(vier)
    assert len(zoeken.regels(ctx, [*vier, 999])) == len(vier)


def test_andere_volgordes(ctx: Context, vier: list[int]) -> None:
    assert zoeken.ids(ctx, Filter(), "klager") == [4, 3, 2, 1]
    assert zoeken.ids(ctx, Filter(zoek="boom"), "ontvangen") == [4, 2, 3, 1]
    for sorteer in zoeken.SORTERINGEN:
        assert sorted(zoeken.ids(ctx, Filter(zoek="boom"), sorteer)) == [1, 2, 3, 4]


def test_een_nummer_gaat_voor_elk_filter(ctx: Context, vier: list[int]) -> None:
    streng = Filter(zoek="K2026-0004", open=True, afdeling="Elders", jaar=1999)
    assert zoeken.ids(ctx, streng) == [4]
    assert zoeken.ids(ctx, replace(streng, zoek="4")) == [4]
    assert zoeken.ids(ctx, replace(streng, zoek="boom")) == []


def test_een_nummer_staat_voor_wat_er_op_lijkt(ctx: Context, vier: list[int]) -> None:
    assert zoeken.ids(ctx, Filter(zoek="3"))[0] == 3


def test_tellen(ctx: Context, vier: list[int]) -> None:
    assert zoeken.aantal(ctx, Filter()) == 4
    assert zoeken.aantal(ctx, Filter(zoek="boom", open=True)) == 3


def test_een_rij_leidt_haar_datum_af(ctx: Context, vier: list[int]) -> None:
    eerste, *_, laatste = zoeken.regels(ctx, zoeken.ids(ctx, Filter()))
    assert eerste.kenmerk == "K2026-0002"
    assert eerste.uiterste_datum == date(2026, 12, 14)
    assert eerste.urgentie is not None
    assert eerste.volgende_stap
    assert eerste.onderwerp == "Lang wachten aan de balie"
    assert (laatste.urgentie, laatste.volgende_stap) == (None, "")


def test_de_volgorde_volgt_een_wijziging(ctx: Context, vier: list[int]) -> None:
    dossier = zoeken.dossier(ctx, "K2026-0002")
    with ctx.register.transactie():
        meldingen.wijzig(ctx.register, dossier, replace(dossier, status=Status.AFGEHANDELD))
    assert zoeken.ids(ctx, Filter()) == [3, 1, 4, 2]


@pytest.mark.parametrize(
    "wie",
    [
        Persoon("Albers", voorletters="S.", postcode="1234ab", huisnummer="12"),
        Persoon("Heel Anders", telefoon="06 12 34 56 78"),
        Persoon("Alberts", email="S.Alberts@voorbeeld.nl"),
        Persoon("Alberts", voorletters="S."),
    ],
)
def test_iemand_die_al_klaagde_wordt_herkend(
    ctx: Context, maak_aanmelding: Maak, wie: Persoon
) -> None:
    bekend = Persoon(
        "Alberts", voorletters="S.", straat="Kade", huisnummer="12", postcode="1234 AB",
        plaats="Stad", telefoon="06-12345678", email="s.alberts@voorbeeld.nl",
    )  # fmt: skip
    registreer(ctx, maak_aanmelding(klager=bekend))
    registreer(ctx, maak_aanmelding(klager=Persoon("Bosman", postcode="9999 ZZ")))
    (gevonden,) = zoeken.lijkt_op(ctx, maak_aanmelding(klager=wie))
    assert gevonden.kenmerk == "K2026-0001"


def test_wie_niemand_is_lijkt_op_niemand(ctx: Context, maak_aanmelding: Maak) -> None:
    registreer(ctx, maak_aanmelding())
    assert zoeken.lijkt_op(ctx, maak_aanmelding(klager=Persoon())) == []
    assert zoeken.lijkt_op(ctx, maak_aanmelding(klager=Persoon("Zeldzaam"))) == []
