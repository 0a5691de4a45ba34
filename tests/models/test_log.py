"""The log: a chain that shows where it was touched."""

from __future__ import annotations

from datetime import datetime

import pytest

from klachtenapp.models import log
from klachtenapp.models.log import BEGIN, Logregel
from klachtenapp.models.register import Register

_NU = datetime(2026, 11, 24, 9, 0)


@pytest.fixture
def gevuld(register: Register) -> Register:
    """A register with a log of ten lines more, some written together."""
    with register.transactie():
        log.schrijf(register, Logregel(_NU, "a", "een", "K1", {"x": 1, "ë": ["b"]}, "uid"))
        log.schrijf_veel(register, [Logregel(_NU, "b", f"h{i}", "K2") for i in range(8)])
        log.schrijf(register, Logregel(_NU, "c", "laatste"))
    return register


def _zonder_slot(register: Register, opdracht: str) -> None:
    """Do what someone with another program could do."""
    with register.transactie():
        register.sql("DROP TRIGGER log_blijft")
        register.sql("DROP TRIGGER log_blijft_staan")
        register.sql(opdracht)


def test_an_untouched_chain_is_whole(gevuld: Register) -> None:
    assert log.controleer(gevuld) is None
    assert gevuld.sql("SELECT vorige FROM log WHERE id = 1") == [(BEGIN,)]
    assert log.kop(gevuld) == gevuld.sql("SELECT hash FROM log ORDER BY id DESC LIMIT 1")[0][0]


def test_lines_come_back_newest_first(gevuld: Register) -> None:
    regels = log.regels(gevuld)
    assert regels[0].handeling == "laatste"
    (regel,) = log.regels(gevuld, "K1")
    assert (regel.moment, regel.gegevens, regel.opdracht) == (_NU, {"x": 1, "ë": ["b"]}, "uid")
    assert len(log.regels(gevuld, "K2", maximaal=3)) == 3


@pytest.mark.parametrize(
    "kolom", ["moment", "gebruiker", "handeling", "kenmerk", "gegevens", "opdracht", "hash"]
)
def test_any_column_that_was_changed_is_seen(gevuld: Register, kolom: str) -> None:
    opdracht = f"UPDATE log SET {kolom} = '2020-01-01 00:00:00' WHERE id = 4"  # noqa: S608
    _zonder_slot(gevuld, opdracht)
    breuk = log.controleer(gevuld)
    assert breuk is not None
    assert breuk.id == 4
    assert "gewijzigd" in breuk.reden


def test_a_line_that_was_taken_out_is_named(gevuld: Register) -> None:
    _zonder_slot(gevuld, "DELETE FROM log WHERE id = 6")
    breuk = log.controleer(gevuld)
    assert breuk is not None
    assert (breuk.id, breuk.reden) == (6, "deze regel ontbreekt")


def test_a_line_that_was_rewritten_with_its_hash_breaks_the_next(gevuld: Register) -> None:
    _zonder_slot(gevuld, "UPDATE log SET vorige = hash WHERE id = 5")
    breuk = log.controleer(gevuld)
    assert breuk is not None
    assert breuk.id == 5
    assert "sluit niet aan" in breuk.reden


def test_a_change_that_fails_leaves_no_line(gevuld: Register) -> None:
    voor = log.kop(gevuld)

    def mislukt() -> None:
        with gevuld.transactie():
            log.schrijf(gevuld, Logregel(_NU, "d", "mislukt"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        mislukt()
    assert log.kop(gevuld) == voor
