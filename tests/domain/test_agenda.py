"""A planned hearing for an agenda: when and where, never who."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.domain.agenda import agendapunt, lees_tijd, noemt_iemand
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.begrippen import Status
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.gemeente import Gemeente
from tests.domain.conftest import MaakDossier, MaakGebeurtenis

GEMEENTE = Gemeente("Voorbeeldstad")
PLAN = {"zitting_op": "2026-11-12", "tijd": "10.30 uur", "plaats": "Gemeentehuis, kamer 3"}


def dossier_met(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis, *plannen: dict[str, str]
) -> Dossier:
    feiten = tuple(
        gebeurtenis(G.HOREN_GEPLAND, date(2026, 11, 2 + n), **p) for n, p in enumerate(plannen)
    )
    return maak_dossier(status=Status.HOREN, beklaagde="de heer T. Visser", gebeurtenissen=feiten)


def test_it_says_when_and_where(maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis) -> None:
    punt = agendapunt(dossier_met(maak_dossier, gebeurtenis, PLAN), GEMEENTE)
    assert punt is not None
    assert (punt.titel, punt.dag, punt.tijd) == (
        "Gesprek klacht K2026-0094", date(2026, 11, 12), time(10, 30),
    )  # fmt: skip
    assert punt.plaats == "Gemeentehuis, kamer 3"
    assert (punt.volgnummer, punt.gemaakt) == (0, datetime(2026, 11, 2, 9))


def test_planning_again_moves_the_same_entry(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis
) -> None:
    eerst = agendapunt(dossier_met(maak_dossier, gebeurtenis, PLAN), GEMEENTE)
    anders = {**PLAN, "zitting_op": "2026-11-19"}
    later = agendapunt(dossier_met(maak_dossier, gebeurtenis, PLAN, anders), GEMEENTE)
    assert eerst is not None
    assert later is not None
    assert later.uid == eerst.uid
    assert (later.dag, later.volgnummer) == (date(2026, 11, 19), 1)
    buren = agendapunt(dossier_met(maak_dossier, gebeurtenis, PLAN), Gemeente("Buurstad"))
    assert buren is not None
    assert buren.uid != eerst.uid


@pytest.mark.parametrize(
    "plaats",
    ["bij mevrouw JANGHA thuis", "Dorpsstraat 12", "kamer van T. Visser", "Jàngha, boven"],
)
def test_a_place_that_names_someone_is_left_out(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis, plaats: str
) -> None:
    dossier = dossier_met(maak_dossier, gebeurtenis, {**PLAN, "plaats": plaats})
    punt = agendapunt(dossier, GEMEENTE)
    assert punt is not None
    assert punt.plaats == ""


def test_a_telephone_call_has_no_address(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis
) -> None:
    dossier = dossier_met(
        maak_dossier, gebeurtenis, {**PLAN, "vorm": "telefoon", "plaats": "06 12345678"}
    )
    punt = agendapunt(dossier, GEMEENTE)
    assert punt is not None
    assert punt.plaats == "Telefonisch"


def test_without_a_plan_there_is_nothing(maak_dossier: MaakDossier) -> None:
    assert agendapunt(maak_dossier(), GEMEENTE) is None


@pytest.mark.parametrize(
    ("tekst", "tijd"),
    [
        ("10.30 uur", time(10, 30)), ("14:00", time(14)), ("9 uur", time(9)),
        ("om 9.05 u", time(9, 5)), ("van 10.00 tot 11.00 uur", time(10)), ("", None),
        ("half elf", None), ("25.00 uur", None), ("10.75", None), ("kamer 12", None),
    ],
)  # fmt: skip
def test_the_time_as_people_type_it(tekst: str, tijd: time | None) -> None:
    assert lees_tijd(tekst) == tijd


@given(st.text(max_size=40))
def test_no_text_breaks_it(tekst: str) -> None:
    lees_tijd(tekst)


def test_common_words_name_nobody(maak_dossier: MaakDossier) -> None:
    dossier = maak_dossier(beklaagde="de heer Van der Berg")
    assert not noemt_iemand("Zaal van de heer burgemeester", dossier)
    assert noemt_iemand("kamer Berg", dossier)
