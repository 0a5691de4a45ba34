"""The versions of an own text: added, read back, never changed."""

from __future__ import annotations

from datetime import datetime

import peewee
import pytest

from klachtenapp.models import brieftekst
from klachtenapp.models.brieftekst import Brieftekst
from klachtenapp.models.register import Register

NU = datetime(2026, 11, 24, 9)


def _voeg_toe(register: Register, soort: str, *teksten: str) -> None:
    with register.transactie():
        for tekst in teksten:
            brieftekst.voeg_toe(register, Brieftekst(soort, tekst, NU, "registrar", "omdat"))


def test_without_an_own_text_there_is_no_version(register: Register) -> None:
    assert brieftekst.laatste(register, "afdoeningsbrief") is None
    assert brieftekst.versies(register, "afdoeningsbrief") == []
    assert brieftekst.haal(register, 1) is None
    assert brieftekst.met_eigen_tekst(register) == frozenset()


def test_versions_come_newest_first(register: Register) -> None:
    _voeg_toe(register, "afdoeningsbrief", "een", "twee")
    _voeg_toe(register, "ontvangstbevestiging", "drie")
    assert [v.tekst for v in brieftekst.versies(register, "afdoeningsbrief")] == ["twee", "een"]
    laatste = brieftekst.laatste(register, "afdoeningsbrief")
    assert laatste == Brieftekst("afdoeningsbrief", "twee", NU, "registrar", "omdat", 2)
    assert brieftekst.haal(register, 2) == laatste


def test_an_empty_version_is_no_own_text(register: Register) -> None:
    _voeg_toe(register, "afdoeningsbrief", "een", "")
    _voeg_toe(register, "ontvangstbevestiging", "", "twee")
    assert brieftekst.met_eigen_tekst(register) == {"ontvangstbevestiging"}


@pytest.mark.parametrize("opdracht", ["UPDATE brieftekst SET tekst = ''", "DELETE FROM brieftekst"])
def test_a_version_stays_as_it_is(register: Register, opdracht: str) -> None:
    _voeg_toe(register, "afdoeningsbrief", "een")
    with pytest.raises(peewee.IntegrityError, match="nooit"), register.transactie():
        register.sql(opdracht)
    assert [v.tekst for v in brieftekst.versies(register, "afdoeningsbrief")] == ["een"]
