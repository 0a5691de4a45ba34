"""Searching: parts of words, other spellings, numbers, and what people type in a hurry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from klachtenapp.domain.begrippen import Oordeel, Status
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.personen import Persoon
from klachtenapp.models import meldingen, zoeken
from klachtenapp.models.controle import controleer
from klachtenapp.models.register import Register
from klachtenapp.models.zoeken import VOLGORDEN, Filter

PATROON = "K{jaar}-{nummer:04}"


@pytest.fixture
def drie(vol_dossier: Dossier, bewaar: Callable[..., Dossier]) -> Dossier:
    """The full dossier as number 1, and two that are very different."""
    eerste = bewaar(vol_dossier)
    kaal = replace(
        vol_dossier, gebeurtenissen=(), onderdelen=(), gemachtigde=None, notities="",
        oud_kenmerk="", koppeling="", afdeling=None, behandelaar=None, beklaagde="", oordeel=None,
    )  # fmt: skip
    bewaar(kaal, uid="2", klager=Persoon("Özdemir"), onderwerp="Boom", omschrijving="De eik.")
    bewaar(
        kaal, uid="3", klager=Persoon(organisatie="Zwart BV"), onderwerp="",
        status=Status.ONTVANGEN, omschrijving="Een te hoge drempel", ontvangen_op=date(2025, 3, 1),
    )  # fmt: skip
    return eerste


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("overlast", [1]),  # inside geluidsoverlastklacht
        ("GELUIDSOVERLAST", [1]),
        ("zolkiewska", [1]),
        ("Żółkiewska", [1]),
        ("ozdemir", [2]),
        ("özdemir", [2]),
        ("eik", [2]),
        ("te", [1, 3]),  # two letters
        ("e", [1, 2, 3]),
        ("bv zwart", [3]),
        ("zwart bv", [3]),
        ("te drempel", [3]),
        ("1234ab", [1, 2, 3][:1]),
        ("1234 AB", [1]),
        ("0612345678", [1]),
        ("06-12345678", [1]),
        ("o@x.nl", [1]),
        ("boer", [1]),
        ("map 7", [1]),
        ("2019/44-b", [1]),
        ("wachttijd", [1]),
        ('regel "twee"', [1]),
        ("%", [1]),
        ("niets van dit alles", []),
    ],
)
def test_what_is_typed_is_found(
    drie: Dossier, register: Register, tekst: str, verwacht: list[int]
) -> None:
    assert sorted(zoeken.met_tekst(register, tekst)) == verwacht


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.text(max_size=20))
def test_any_text_can_be_searched_for(drie: Dossier, register: Register, tekst: str) -> None:
    if tekst.strip():
        zoeken.met_tekst(register, tekst)
    zoeken.met_nummer(register, tekst, PATROON)
    zoeken.kandidaten(register, [tekst], 10)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.data())
def test_any_part_of_the_story_finds_it(
    drie: Dossier, register: Register, data: st.DataObject
) -> None:
    woorden = "\n".join([drie.onderwerp, drie.omschrijving, drie.notities]).split()
    woord = data.draw(st.sampled_from(woorden))
    begin = data.draw(st.integers(0, len(woord) - 1))
    deel = woord[begin : data.draw(st.integers(begin + 1, len(woord)))]
    assert 1 in zoeken.met_tekst(register, deel)


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("K2026-0001", [1]),
        ("k2026-0002", [2]),
        ("1", [3, 1]),  # number 1 of either year
        ("0002", [2]),
        ("2019/44-B", [1]),  # the old number
        ("44", []),
        ("eik", []),
        ("", []),
    ],
)
def test_a_number_is_found_exactly(
    drie: Dossier, register: Register, tekst: str, verwacht: list[int]
) -> None:
    assert zoeken.met_nummer(register, tekst, PATROON) == verwacht


@pytest.mark.parametrize(
    ("keuze", "verwacht"),
    [
        (Filter(), [3, 2, 1]),
        (Filter(status="ontvangen"), [3]),
        (Filter(afdeling="Werk & Inkomen"), [1]),
        (Filter(behandelaar="P. Yılmaz"), [1]),
        (Filter(jaar=2025), [3]),
        (Filter(jaar=2026), [2, 1]),
        (Filter(open=True), [3, 2, 1]),
        (Filter(open=False), []),
        (Filter(oordeel=Oordeel.DEELS_GEGROND), [1]),
        (Filter(soort="tip"), []),
        (Filter(jaar=2026, status="oordeel", oordeel="deels gegrond"), [1]),
    ],
)
def test_filters_narrow_the_list(
    drie: Dossier, register: Register, keuze: Filter, verwacht: list[int]
) -> None:
    assert zoeken.passend(register, keuze) == verwacht


@pytest.mark.parametrize("volgorde", VOLGORDEN)
@pytest.mark.parametrize("oplopend", [True, False])
def test_every_order_gives_all_rows(
    drie: Dossier, register: Register, volgorde: str, oplopend: bool
) -> None:
    alle = zoeken.ids(register, Filter(), volgorde, oplopend=oplopend)
    assert sorted(alle) == [1, 2, 3]
    assert zoeken.sorteer(register, [1, 2, 3], volgorde, oplopend=oplopend) == alle
    keuze = Filter(afdeling="Werk & Inkomen")
    assert zoeken.ids(register, keuze, volgorde, oplopend=oplopend) == [1]


def test_names_are_in_alphabetical_order(drie: Dossier, register: Register) -> None:
    """Özdemir, van den Żółkiewska, Zwart: by surname and without accents."""
    assert zoeken.ids(register, Filter(), "klager") == [2, 1, 3]


def test_without_a_department_comes_last_both_ways(drie: Dossier, register: Register) -> None:
    assert zoeken.ids(register, Filter(), "afdeling")[0] == 1
    assert zoeken.ids(register, Filter(), "afdeling", oplopend=False)[0] == 1


def test_a_change_can_be_found_and_the_old_text_no_longer(
    drie: Dossier, register: Register
) -> None:
    with register.transactie():
        meldingen.wijzig(register, drie, replace(drie, omschrijving="Stoeptegel"))
    assert zoeken.met_tekst(register, "stoeptegel") == [1]
    assert zoeken.met_tekst(register, 'regel "twee"') == []
    assert [b.tekst for b in controleer(register.pad) if not b.goed] == []


def test_many_hits_come_in_order_too(vol_dossier: Dossier, register: Register) -> None:
    with register.transactie():
        meldingen.voeg_bulk_toe(
            register,
            [
                replace(vol_dossier, uid=f"u{i}", klager=Persoon(f"Naam{(i * 7919) % 1000:03}"))
                for i in range(700)
            ],
            PATROON,
        )
    gevonden = zoeken.met_tekst(register, "naam")
    assert len(gevonden) == 700
    assert zoeken.sorteer(register, gevonden, "klager", oplopend=True) == zoeken.ids(
        register, Filter(), "klager"
    )
