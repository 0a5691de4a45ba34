"""The examination: silent about a whole register, and naming what is not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from klachtenapp.domain.dossier import DocumentInfo, Dossier
from klachtenapp.models import documenten, zoeken, zoekindex
from klachtenapp.models.controle import Bevinding, controleer
from klachtenapp.models.register import Register


@pytest.fixture
def gevuld(vol_dossier: Dossier, bewaar: Callable[..., Dossier], register: Register) -> Register:
    """A register with two dossiers and a letter."""
    bewaar(vol_dossier)
    dossier = bewaar(vol_dossier, uid="2")
    with register.transactie():
        documenten.voeg_toe(
            register,
            dossier.kenmerk,
            DocumentInfo(0, "brief.pdf", "bijlage", "", 0, datetime(2026, 11, 24, 9)),
            b"%PDF-1.7 inhoud",
        )
    return register


def _fout(register: Register) -> list[Bevinding]:
    return [bevinding for bevinding in controleer(register.pad) if not bevinding.goed]


def test_a_whole_register_passes_every_check(gevuld: Register) -> None:
    bevindingen = controleer(gevuld.pad)
    assert [b.onderdeel for b in bevindingen] == [
        "bestand", "verwijzingen", "zoekindex", "log", "nummers", "documenten",
    ]  # fmt: skip
    assert all(b.goed and b.tekst and not b.raad for b in bevindingen)


@pytest.mark.parametrize(
    ("opdrachten", "onderdeel", "tekst"),
    [
        (["UPDATE inhoud SET inhoud = 'anders'"], "documenten", "K2026-0002: brief.pdf"),
        (["DELETE FROM zoektekst WHERE melding_id = 1"], "zoekindex", "1 melding is"),
        (
            ["DROP TRIGGER zoektekst_anders", "UPDATE zoektekst SET tekst = 'geheel anders'"],
            "zoekindex",
            "klopt niet",
        ),
        (
            ["DROP TRIGGER log_blijft", "UPDATE log SET gebruiker = 'x' WHERE id = 1"],
            "log",
            "regel 1",
        ),
        (
            ["DROP TRIGGER nummer_blijft_staan", "DELETE FROM nummer WHERE volgnummer = 1"],
            "nummers",
            "jaar 2026; K2026-0001",
        ),
        (
            ["PRAGMA foreign_keys = 0", "DELETE FROM melding WHERE id = 2"],
            "verwijzingen",
            "persoon",
        ),
    ],
)
def test_what_was_changed_from_outside_is_named(
    gevuld: Register, opdrachten: list[str], onderdeel: str, tekst: str
) -> None:
    for opdracht in opdrachten:
        gevuld.sql(opdracht)
    (bevinding,) = [b for b in _fout(gevuld) if b.onderdeel == onderdeel]
    assert tekst in bevinding.tekst
    assert bevinding.raad


@pytest.mark.parametrize(
    "opdrachten",
    [
        ["DELETE FROM zoektekst WHERE melding_id = 1"],
        ["DROP TRIGGER zoektekst_anders", "UPDATE zoektekst SET tekst = 'geheel anders'"],
        ["DROP TABLE zoekindex"],
    ],
)
def test_the_search_index_can_be_made_anew(gevuld: Register, opdrachten: list[str]) -> None:
    for opdracht in opdrachten:
        gevuld.sql(opdracht)
    assert _fout(gevuld)
    with gevuld.transactie():
        assert zoekindex.herbouw(gevuld) == 2
    assert _fout(gevuld) == []
    assert zoeken.met_tekst(gevuld, "overlast") == [1, 2]
    with gevuld.transactie():
        gevuld.sql("UPDATE zoektekst SET tekst = 'iets anders' WHERE melding_id = 1")
    assert zoeken.met_tekst(gevuld, "overlast") == [2]


@pytest.mark.parametrize("eerste", [1, 20])
def test_a_damaged_file_is_reported_and_never_a_crash(gevuld: Register, eerste: int) -> None:
    pad = gevuld.pad
    gevuld.sluit()
    inhoud = bytearray(pad.read_bytes())
    for blad in range(eerste, len(inhoud) // 4096, 7):
        inhoud[blad * 4096 : blad * 4096 + 600] = b"\xff" * 600
    pad.write_bytes(inhoud)
    eerste_bevinding = controleer(pad)[0]
    assert not eerste_bevinding.goed
    assert "beschadigd" in eerste_bevinding.tekst
    assert "reservekopie" in eerste_bevinding.raad


def test_what_is_no_register_is_said(tmp_path: Path) -> None:
    pad = tmp_path / "a.klachten"
    assert "is er niet" in controleer(pad)[0].tekst
    pad.write_bytes(b"PK" * 5000)
    assert "geen register" in controleer(pad)[0].tekst
