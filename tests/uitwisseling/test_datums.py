"""Dates in all the ways people write them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.domain.dagtekst import lang
from klachtenapp.uitwisseling.datums import Notatie, bewijs, is_datumachtig, lees_datum

VANDAAG = date(2026, 11, 24)
DRIE_APRIL = date(2021, 4, 3)
DAGEN = st.dates(date(1990, 1, 1), date(2026, 11, 24))
MAANDEN = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


@pytest.mark.parametrize(
    "tekst",
    [
        "3-4-21", "03-04-2021", "3/4/2021", "3.4.2021", "3 apr 2021", "3 april 2021", "3-apr-21",
        "2021-04-03", "2021/4/3", "20210403", "za 3 april 2021", "zaterdag 3 apr. '21",
        "3e april 2021", "3 April, 2021", "3-4-2021 14:22", "2021-04-03T14:22:05", " 3 - 4 - 2021 ",
        "'3-4-21",
    ],
)  # fmt: skip
def test_elke_schrijfwijze_is_drie_april(tekst: str) -> None:
    assert lees_datum(tekst, VANDAAG).waarde == DRIE_APRIL


@pytest.mark.parametrize(
    "cel", [DRIE_APRIL, datetime(2021, 4, 3, 14, 22), 44289, 44289.0, "44289", 20210403, 20210403.0]
)
def test_datumcellen_en_getallen_van_excel(cel: date | float | str) -> None:
    assert lees_datum(cel, VANDAAG).waarde == DRIE_APRIL


def test_een_kaal_getal_is_een_aanname() -> None:
    assert lees_datum(44289.0, VANDAAG).let_op == "het getal 44289 is gelezen als 3 april 2021"
    assert lees_datum(DRIE_APRIL, VANDAAG).let_op == ""


@pytest.mark.parametrize(
    ("tekst", "reden"),
    [
        ("onbekend", "'onbekend' is geen datum"),
        ("31-2-2022", "de datum '31-2-2022' bestaat niet"),
        ("29-02-2021", "de datum '29-02-2021' bestaat niet"),
        ("7/30/2022", "de datum '7/30/2022' bestaat niet"),
        ("2021", "'2021' is geen datum"),
        ("3 april", "'3 april' is geen datum"),
        ("apr 2021", "'apr 2021' is geen datum"),
        ("zie Corsa", "'zie Corsa' is geen datum"),
        ("32 foo 2021", "'32 foo 2021' is geen datum"),
        ("x", "'x' is geen datum"),
    ],
)
def test_wat_geen_datum_is_zegt_waarom(tekst: str, reden: str) -> None:
    gelezen = lees_datum(tekst, VANDAAG)
    assert (gelezen.waarde, gelezen.fout) == (None, reden)


def test_een_lege_cel_is_geen_fout() -> None:
    gelezen = lees_datum("  ", VANDAAG)
    assert (gelezen.waarde, gelezen.fout) == (None, "")


def test_een_lange_tekst_is_geen_datum() -> None:
    assert lees_datum("3-4-2021 " * 1000, VANDAAG).waarde is None


def test_waar_is_geen_datum() -> None:
    assert lees_datum(True, VANDAAG).fout == "'ja' is geen datum"


def test_jaar_van_twee_cijfers_is_niet_in_de_verre_toekomst() -> None:
    assert lees_datum("1-1-27", VANDAAG).waarde == date(2027, 1, 1)
    assert lees_datum("1-1-99", VANDAAG).waarde == date(1999, 1, 1)


class TestVolgordeVanDagEnMaand:
    def test_zonder_bewijs_dag_eerst_met_let_op(self) -> None:
        gelezen = lees_datum("3-4-21", VANDAAG)
        assert gelezen.waarde == DRIE_APRIL
        assert gelezen.let_op == "'3-4-21' is gelezen als 3 april 2021 (dag-maand-jaar)"

    def test_dezelfde_schrijfwijze_in_de_kolom_is_bewijs(self) -> None:
        notatie = bewijs(["17-1-21", "3-4-21"])
        assert lees_datum("3-4-21", VANDAAG, notatie).let_op == ""

    def test_een_andere_schrijfwijze_is_geen_bewijs(self) -> None:
        notatie = bewijs(["17/1/2021"])
        assert lees_datum("3-4-21", VANDAAG, notatie).let_op

    def test_een_kolom_met_de_maand_voorop_wordt_zo_gelezen_met_let_op(self) -> None:
        notatie = bewijs(["7/30/2022", "3/4/2022"])
        assert lees_datum("7/30/2022", VANDAAG, notatie).waarde == date(2022, 7, 30)
        gelezen = lees_datum("3/4/2022", VANDAAG, notatie)
        assert gelezen.waarde == date(2022, 3, 4)
        assert "maand-dag-jaar" in gelezen.let_op

    def test_de_gebruiker_kan_zeggen_dat_de_maand_voorop_staat(self) -> None:
        gelezen = lees_datum("3/4/2022", VANDAAG, Notatie(maand_dag=True))
        assert (gelezen.waarde, gelezen.let_op) == (date(2022, 3, 4), "")

    def test_dag_gelijk_aan_maand_laat_geen_twijfel(self) -> None:
        assert lees_datum("2/2/2022", VANDAAG).let_op == ""

    def test_tegenstrijdig_bewijs_is_geen_bewijs(self) -> None:
        notatie = bewijs(["17/1/2021", "1/17/2021"])
        assert lees_datum("3/4/2021", VANDAAG, notatie).let_op


@given(DAGEN)
def test_elke_dag_komt_terug_uit_iso_en_serienummer(dag: date) -> None:
    assert lees_datum(dag.isoformat(), VANDAAG).waarde == dag
    assert lees_datum(float((dag - date(1899, 12, 30)).days), VANDAAG).waarde == dag


@given(DAGEN, st.sampled_from("-/. "), st.booleans())
def test_elke_dag_komt_terug_uit_cijfers(dag: date, teken: str, nullen: bool) -> None:
    vorm = "{:02}{}{:02}{}{}" if nullen else "{}{}{}{}{}"
    tekst = vorm.format(dag.day, teken, dag.month, teken, dag.year)
    assert lees_datum(tekst, VANDAAG).waarde == dag


@given(DAGEN, st.booleans())
def test_elke_dag_komt_terug_uit_maandnamen(dag: date, kort: bool) -> None:
    tekst = f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}" if kort else lang(dag)
    assert lees_datum(tekst, VANDAAG).waarde == dag


@given(st.text(max_size=80))
def test_geen_tekst_laat_de_lezer_vallen(tekst: str) -> None:
    gelezen = lees_datum(tekst, VANDAAG)
    assert gelezen.waarde is None or isinstance(gelezen.waarde, date)
    assert not (gelezen.fout and gelezen.let_op)
    assert is_datumachtig(tekst) in (True, False)


@given(st.floats())  # also what 1e400 in a file becomes
def test_geen_getal_laat_de_lezer_vallen(getal: float) -> None:
    gelezen = lees_datum(getal, VANDAAG)
    assert gelezen.waarde is None or gelezen.waarde > VANDAAG - timedelta(days=365 * 130)
