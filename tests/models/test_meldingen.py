"""Dossiers come out as they went in, in a fixed number of queries, and never half."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date, datetime
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from klachtenapp.domain.begrippen import GebeurtenisSoort, Status
from klachtenapp.domain.dossier import Dossier, Gebeurtenis, Klachtonderdeel
from klachtenapp.domain.personen import Persoon
from klachtenapp.errors import ConflictFout, RegelFout
from klachtenapp.models import gebeurtenissen, meldingen
from klachtenapp.models.database import open_register
from klachtenapp.models.fouten import SchijfFout
from klachtenapp.models.register import Register

PATROON = "K{jaar}-{nummer:04}"
_FEIT = Gebeurtenis(
    GebeurtenisSoort.NOTITIE, date(2026, 11, 24), datetime(2026, 11, 24, 9), "r", {}, "gebeld"
)


def _zonder_ids(dossier: Dossier) -> Dossier:
    return replace(dossier, gebeurtenissen=tuple(replace(g, id=0) for g in dossier.gebeurtenissen))


def test_every_fact_comes_back(vol_dossier: Dossier, bewaar: Callable[..., Dossier]) -> None:
    leeg = Dossier("u", "k", vol_dossier.soort, vol_dossier.status, date(2026, 1, 1),
                   vol_dossier.kanaal, vol_dossier.vorm, "x")  # fmt: skip
    uitgezonderd = {"kenmerk", "versie", "documenten", "formeel_regime", "soort", "status",
                    "kanaal", "vorm"}  # fmt: skip
    gelijk = [
        veld.name
        for veld in fields(Dossier)
        if getattr(vol_dossier, veld.name) == getattr(leeg, veld.name)
    ]
    assert set(gelijk) <= uitgezonderd, "a new field of Dossier must be filled in the fixture"
    terug = bewaar(vol_dossier)
    assert _zonder_ids(terug) == replace(vol_dossier, kenmerk="K2026-0001")


_tekst = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=40)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(wie=st.builds(Persoon, achternaam=_tekst, straat=_tekst, taal=_tekst), tekst=_tekst)
def test_any_text_comes_back(
    vol_dossier: Dossier, bewaar: Callable[..., Dossier], wie: Persoon, tekst: str
) -> None:
    terug = bewaar(vol_dossier, klager=wie, omschrijving=tekst, uid=str(uuid4()))
    assert (terug.klager, terug.omschrijving) == (wie, tekst)


def test_many_dossiers_cost_as_many_queries_as_a_few(
    vol_dossier: Dossier, register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    with register.transactie():
        meldingen.voeg_bulk_toe(
            register, [replace(vol_dossier, uid=f"u{i}") for i in range(400)], PATROON
        )
    vragen: list[object] = []
    echt = register.db.execute_sql

    def tel(*argumenten: object, **anders: object) -> object:
        vragen.append(argumenten)
        return echt(*argumenten, **anders)

    monkeypatch.setattr(register.db, "execute_sql", tel)
    meldingen.haal_meer(register, range(1, 4))
    weinig = len(vragen)
    vragen.clear()
    assert len(meldingen.haal_meer(register, range(1, 401))) == 400
    assert len(vragen) == weinig <= 10


def test_dossiers_come_in_the_order_that_was_asked(
    vol_dossier: Dossier, register: Register
) -> None:
    with register.transactie():
        meldingen.voeg_bulk_toe(
            register, [replace(vol_dossier, uid=f"u{i}") for i in range(5)], PATROON
        )
    assert [d.uid for d in meldingen.haal_meer(register, [4, 1, 99, 3])] == ["u3", "u0", "u2"]


def test_only_open_dossiers_are_read(
    vol_dossier: Dossier, bewaar: Callable[..., Dossier], register: Register
) -> None:
    for i, status in enumerate(Status):
        bewaar(vol_dossier, uid=f"u{i}", status=status)
    assert {d.status for d in meldingen.openstaand(register)} == {s for s in Status if s.is_open}


def test_a_change_stores_only_what_differs_and_raises_the_version(
    vol_dossier: Dossier, bewaar: Callable[..., Dossier], register: Register
) -> None:
    oud = bewaar(vol_dossier)
    nieuw = replace(
        oud,
        status=Status.AFGEHANDELD,
        klager=Persoon("Anders"),
        gemachtigde=None,
        onderdelen=(Klachtonderdeel("Nieuw"),),
        gebeurtenissen=(*oud.gebeurtenissen, _FEIT),
    )
    with register.transactie():
        terug = meldingen.wijzig(register, oud, nieuw)
    assert terug == meldingen.haal(register, oud.kenmerk)
    assert terug.versie == 2
    assert _zonder_ids(terug) == replace(_zonder_ids(nieuw), versie=2)
    assert terug.gebeurtenissen[:2] == oud.gebeurtenissen


def test_a_stale_change_is_refused_and_changes_nothing(
    vol_dossier: Dossier, bewaar: Callable[..., Dossier], register: Register
) -> None:
    oud = bewaar(vol_dossier)
    with register.transactie():
        gebeurtenissen.voeg_toe(register, oud, _FEIT)
    staat = meldingen.haal(register, oud.kenmerk)
    with pytest.raises(ConflictFout, match="K2026-0001"), register.transactie():
        meldingen.wijzig(register, oud, replace(oud, onderwerp="anders"))
    assert meldingen.haal(register, oud.kenmerk) == staat


def test_history_can_not_be_changed_or_removed(
    vol_dossier: Dossier, bewaar: Callable[..., Dossier], register: Register
) -> None:
    bewaar(vol_dossier)
    for opdracht in (
        "UPDATE gebeurtenis SET toelichting = 'anders'",
        "DELETE FROM gebeurtenis",
        "DELETE FROM nummer",
        "DELETE FROM melding",
        "UPDATE log SET gebruiker = 'ander'",
        "DELETE FROM log",
    ):
        with pytest.raises(Exception, match=r"nooit|blijft|FOREIGN KEY"), register.transactie():
            register.sql(opdracht)


def test_an_intake_is_one_dossier_however_often_it_comes(
    vol_dossier: Dossier, bewaar: Callable[..., Dossier], register: Register
) -> None:
    terug = bewaar(vol_dossier)
    assert meldingen.met_uid(register, vol_dossier.uid) == terug
    assert meldingen.met_uid(register, "anders") is None
    assert meldingen.bekende_uids(register, [vol_dossier.uid, "anders"]) == {vol_dossier.uid}


def test_a_kenmerk_is_found_in_small_letters_too(
    vol_dossier: Dossier, bewaar: Callable[..., Dossier], register: Register
) -> None:
    terug = bewaar(vol_dossier)
    assert meldingen.haal(register, " k2026-0001 ") == terug
    with pytest.raises(RegelFout) as gevangen:
        meldingen.haal(register, "K2026-0002")
    assert gevangen.value.veld == "kenmerk"


def test_a_second_program_that_holds_the_lock_is_named(register: Register) -> None:
    ander = open_register(register.pad)
    ander.sql("PRAGMA busy_timeout = 0")
    with register.transactie(), pytest.raises(SchijfFout, match="collega"), ander.transactie():
        pytest.fail("two writers at once")
    ander.sluit()
