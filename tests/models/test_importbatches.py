"""An import goes in whole and can be taken out whole, as long as nobody worked on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from klachtenapp.domain.begrippen import GebeurtenisSoort
from klachtenapp.domain.dossier import DocumentInfo, Dossier, Gebeurtenis
from klachtenapp.errors import RegelFout
from klachtenapp.models import documenten, gebeurtenissen, importbatches, meldingen, nummers
from klachtenapp.models.controle import controleer
from klachtenapp.models.importbatches import Importbatch
from klachtenapp.models.register import Register

_NU = datetime(2026, 11, 24, 9)
_PATROON = "K{jaar}-{nummer:04}"


@pytest.fixture
def batch(
    vol_dossier: Dossier, bewaar: Callable[..., Dossier], register: Register
) -> tuple[Importbatch, list[str]]:
    """One dossier by hand, and then an import of three."""
    bewaar(vol_dossier, uid="hand")
    dossiers = [replace(vol_dossier, uid=f"u{i}", omschrijving=f"rij {i}") for i in range(3)]
    with register.transactie():
        return importbatches.voeg_toe(
            register,
            Importbatch("oud.xlsx", "0" * 64, _NU, "registrar", 4, 3, '{"goed": 3}'),
            dossiers,
            ["blad 1, rij 2", "blad 1, rij 3", "blad 1, rij 4"],
            _PATROON,
        )


def test_a_batch_is_listed_with_its_report(
    batch: tuple[Importbatch, list[str]], register: Register
) -> None:
    assert batch[1] == ["K2026-0002", "K2026-0003", "K2026-0004"]
    assert importbatches.lijst(register) == [batch[0]]
    assert register.sql("SELECT plek FROM importregel ORDER BY melding_id")[2] == ("blad 1, rij 4",)


def test_undoing_takes_out_the_whole_batch_and_nothing_else(
    batch: tuple[Importbatch, list[str]], register: Register, vol_dossier: Dossier
) -> None:
    with register.transactie():
        weg = importbatches.maak_ongedaan(register, batch[0].id, _NU, "registrar")
    assert weg == batch[1]
    assert [d.uid for d in meldingen.openstaand(register)] == ["hand"]
    assert [reden for *_, reden in nummers.reeks(register, 2026)] == [
        "", *["import ongedaan gemaakt"] * 3,
    ]  # fmt: skip
    assert importbatches.lijst(register)[0].ongedaan_op == _NU
    assert [b.tekst for b in controleer(register.pad) if not b.goed] == []
    with register.transactie():  # the same rows can come in again, under new numbers
        nieuw = meldingen.voeg_toe(register, replace(vol_dossier, uid="u0"), _PATROON)
    assert nieuw.kenmerk == "K2026-0005"


def test_a_batch_is_undone_once(batch: tuple[Importbatch, list[str]], register: Register) -> None:
    with register.transactie():
        importbatches.maak_ongedaan(register, batch[0].id, _NU, "registrar")
    for nummer in (batch[0].id, 99):
        with register.transactie(), pytest.raises(RegelFout, match="niet"):
            importbatches.maak_ongedaan(register, nummer, _NU, "registrar")


def test_a_batch_that_was_worked_on_stays(
    batch: tuple[Importbatch, list[str]], register: Register
) -> None:
    feit = Gebeurtenis(GebeurtenisSoort.NOTITIE, date(2026, 11, 24), _NU, "r", {}, "gebeld")
    with register.transactie():
        gebeurtenissen.voeg_toe(register, meldingen.haal(register, "K2026-0003"), feit)
        info = DocumentInfo(0, "a.pdf", "bijlage", "", 0, _NU)
        documenten.voeg_toe(register, "K2026-0004", info, b"x")
    with register.transactie(), pytest.raises(RegelFout, match="K2026-0003, K2026-0004"):
        importbatches.maak_ongedaan(register, batch[0].id, _NU, "registrar")
    assert len(meldingen.openstaand(register)) == 4


def test_half_an_import_does_not_exist(vol_dossier: Dossier, register: Register) -> None:
    dossiers = [replace(vol_dossier, uid=uid) for uid in ("a", "b", "a")]

    def importeer() -> None:
        with register.transactie():
            importbatches.voeg_toe(
                register, Importbatch("x", "", _NU, "r", 3, 3), dossiers, ["", "", ""], _PATROON
            )

    with pytest.raises(Exception, match="UNIQUE"):
        importeer()
    assert importbatches.lijst(register) == []
    assert nummers.reeks(register, 2026) == []
    assert [b.tekst for b in controleer(register.pad) if not b.goed] == []
