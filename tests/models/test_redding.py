"""Salvage: what can still be read goes into a new file that is whole, and the rest is named."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from klachtenapp.domain.dossier import DocumentInfo, Dossier
from klachtenapp.errors import OmgevingFout, RegelFout
from klachtenapp.models import documenten, instellingen, log, meldingen
from klachtenapp.models.bladen import BLADGROOTTE
from klachtenapp.models.controle import controleer
from klachtenapp.models.database import open_register
from klachtenapp.models.kopie import bekijk, veilige_kopie
from klachtenapp.models.redding import Redding, red
from klachtenapp.models.register import Register

NU = datetime(2026, 11, 24, 9)
SLEUTEL = "x'" + "7e" * 32 + "'"
BLAD = BLADGROOTTE
_TABELLEN = (
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'zoek%' "
    "AND name NOT LIKE 'sqlite%'"
)


@pytest.fixture
def vol(vol_dossier: Dossier, register: Register) -> Path:
    """Two hundred dossiers with letters, closed."""
    with register.transactie():
        meldingen.voeg_bulk_toe(
            register, [replace(vol_dossier, uid=f"u{n}") for n in range(200)], "K{jaar}-{nummer:04}"
        )
        for nummer in range(1, 40):
            documenten.voeg_toe(
                register, f"K2026-{nummer:04}",
                DocumentInfo(0, f"brief {nummer}.pdf", "bijlage", "", 0, NU),
                f"%PDF {nummer} ".encode() * 900,
            )  # fmt: skip
            log.schrijf(register, log.Logregel(NU, "x", "bijlage", f"K2026-{nummer:04}"))
    register.sluit()
    return register.pad


def _beschadig(pad: Path, bladen: list[int], willekeur: random.Random) -> None:
    inhoud = bytearray(pad.read_bytes())
    for blad in bladen:
        begin = blad * BLAD
        if willekeur.random() < 0.5:
            inhoud[begin : begin + BLAD] = willekeur.randbytes(BLAD)
        else:
            plek = begin + willekeur.randrange(BLAD - 64)
            inhoud[plek : plek + 64] = willekeur.randbytes(64)
    pad.write_bytes(inhoud)


def _red(pad: Path, sleutel: str = "") -> Redding:
    uit = pad.with_name("gered.klachten")
    uit.unlink(missing_ok=True)
    voor = pad.read_bytes()
    redding = red(pad, uit, NU, "registrar", sleutel)
    assert pad.read_bytes() == voor, "the damaged file is never written"
    fout = {b.onderdeel for b in controleer(uit, sleutel) if not b.goed}
    assert fout <= {"log"}, controleer(uit, sleutel)
    assert (fout == set()) == redding.log_heel
    return redding


def test_a_whole_register_is_saved_whole(vol: Path) -> None:
    voor = bekijk(vol)
    redding = _red(vol)
    na = bekijk(redding.uit)
    assert {k: v for k, v in na.items() if k not in ("", "log")} == {
        k: v for k, v in voor.items() if k not in ("", "log")
    }
    assert na["log"] == int(voor["log"]) + 1
    assert (redding.weg, redding.gaten, redding.onleesbaar) == ((), {}, {})


@pytest.mark.parametrize("sleutel", ["", SLEUTEL])
def test_what_is_not_on_the_bad_page_is_saved_and_the_rest_named(
    vol: Path, tmp_path: Path, sleutel: str
) -> None:
    pad = vol
    if sleutel:
        pad = tmp_path / "slot.klachten"
        leeg = open_register(pad, maak=True, sleutel=sleutel)
        bron = open_register(vol)
        leeg.sql("PRAGMA foreign_keys = 0")
        with leeg.transactie():
            for (naam,) in bron.sql(_TABELLEN):
                for rij in bron.sql(f'SELECT * FROM "{naam}"'):  # noqa: S608
                    leeg.sql(f'INSERT INTO "{naam}" VALUES ({", ".join("?" * len(rij))})', rij)  # noqa: S608
        bron.sluit()
        leeg.sluit()
    alles = set(_kenmerken(pad, sleutel))
    inhoud = bytearray(pad.read_bytes())
    bladen = len(inhoud) // BLAD
    willekeur = random.Random(3)  # noqa: S311
    for blad in willekeur.sample(range(bladen // 3, bladen), 3):
        inhoud[blad * BLAD : (blad + 1) * BLAD] = willekeur.randbytes(BLAD)
    pad.write_bytes(inhoud)
    redding = _red(pad, sleutel)
    gered = set(_kenmerken(redding.uit, sleutel))
    assert gered | set(redding.weg) == alles
    assert gered & set(redding.weg) == set()
    assert len(gered) > 150


def _kenmerken(pad: Path, sleutel: str) -> list[str]:
    register = open_register(pad, sleutel=sleutel)
    try:
        return [str(k) for (k,) in register.sql("SELECT kenmerk FROM melding")]
    finally:
        register.sluit()


def test_a_letter_that_changed_is_left_out_and_named(vol: Path) -> None:
    register = open_register(vol)
    register.sql("UPDATE inhoud SET inhoud = x'00' WHERE sha256 = "
                 "(SELECT sha256 FROM document WHERE naam = 'brief 7.pdf')")  # fmt: skip
    register.sluit()
    redding = _red(vol)
    assert redding.documenten == ("brief 7.pdf",)
    assert redding.aantallen["document"] == 38


def test_words_and_days_that_cannot_be_are_left_out(vol: Path) -> None:
    register = open_register(vol)
    register.sql("UPDATE melding SET status = 'verzonnen' WHERE id = 3")
    register.sql("UPDATE melding SET ontvangen_op = '2026-99-99' WHERE id = 4")
    register.sql("UPDATE melding SET omschrijving = CAST(x'ff00fe' AS TEXT) WHERE id = 5")
    register.sluit()
    redding = _red(vol)
    assert redding.weg == ("K2026-0003", "K2026-0004", "K2026-0005")
    assert redding.onleesbaar["melding"] == 3
    gered = open_register(redding.uit)
    assert len(meldingen.openstaand(gered)) == 197
    with gered.transactie():
        nieuw = meldingen.voeg_toe(
            gered, replace(meldingen.haal(gered, "K2026-0001"), uid="na", koppeling=""),
            instellingen.gemeente(gered).kenmerkpatroon,
        )  # fmt: skip
    assert nieuw.kenmerk == "K2026-0201", "numbers that were given are never given again"
    gered.sluit()


def test_nothing_is_ever_overwritten(vol: Path) -> None:
    voor = vol.read_bytes()
    for uit in (vol, vol.with_name("er-al.klachten")):
        uit.touch()
        with pytest.raises(RegelFout, match="al een bestand"):
            red(vol, uit, NU, "x")
    assert vol.read_bytes() == voor
    with pytest.raises(OmgevingFout, match="is er niet"):
        red(vol.with_name("weg.klachten"), vol.with_name("b.klachten"), NU, "x")


@pytest.mark.parametrize("inhoud", [b"", b"PK" * 9000, b"SQLite format 3\0" + b"\xff" * 9000])
def test_where_nothing_is_left_that_is_said_and_nothing_is_made(
    tmp_path: Path, inhoud: bytes
) -> None:
    kapot = tmp_path / "kapot.klachten"
    kapot.write_bytes(inhoud)
    with pytest.raises(OmgevingFout, match="niets meer te lezen"):
        red(kapot, tmp_path / "uit.klachten", NU, "x")
    assert [p.name for p in tmp_path.iterdir() if "uit" in p.name] == []


def _rondes(vol: Path, aantal: int, zaad: int) -> tuple[int, int, int]:
    """Damage copies at random pages; return how often something was saved, and rows of all."""
    willekeur = random.Random(zaad)  # noqa: S311
    heel, gered, alles = vol.read_bytes(), 0, 0
    niets = 0
    for _ in range(aantal):
        vol.write_bytes(heel)
        bladen = len(heel) // BLAD
        hoeveel = willekeur.choice([1, 2, 5, 20])
        _beschadig(vol, willekeur.sample(range(bladen), hoeveel), willekeur)
        alles += 200
        try:
            gered += _red(vol).aantallen.get("melding", 0)
        except OmgevingFout as fout:
            assert "niets meer te lezen" in str(fout)  # noqa: PT017
            niets += 1
    return niets, gered, alles


def test_files_damaged_at_random_pages(vol: Path) -> None:
    niets, gered, alles = _rondes(vol, 12, 1)
    assert niets <= 3
    assert gered > alles // 2


@pytest.mark.lang
def test_files_damaged_at_random_pages_long(vol: Path) -> None:
    niets, gered, alles = _rondes(vol, 200, 2)
    print(f"redding: 200 bestanden, {niets} zonder iets, {gered} van {alles} dossiers gered")  # noqa: T201
    assert gered > alles // 2


def test_an_older_schema_becomes_that_of_today(vol: Path, tmp_path: Path) -> None:
    oud = tmp_path / "oud.klachten"
    veilige_kopie(vol, oud)
    register = open_register(oud)
    for tabel in ("handtekening", "sleutel", "toegang"):
        register.sql(f"DROP TABLE {tabel}")
    register.sql("PRAGMA user_version = 3")
    register.sluit()
    assert _red(oud).aantallen["melding"] == 200


def _wortels(pad: Path) -> dict[str, int]:
    register = open_register(pad)
    try:
        return {
            str(naam): int(blad)
            for naam, blad in register.sql(
                "SELECT name, rootpage FROM sqlite_master WHERE type = 'table' AND rootpage > 0"
            )
        }
    finally:
        register.sluit()


def _met_kleine_bladen(pad: Path) -> int:
    """Give a register the pages of before."""
    register = open_register(pad)
    register.sql("PRAGMA page_size = 4096")
    register.sql("VACUUM")
    register.sluit()
    return 4096


@pytest.mark.parametrize(
    ("tabel", "klein"),
    [
        ("melding", False), ("persoon", False), ("gebeurtenis", False),
        ("melding", True), ("log", True), ("nummer", True),
    ],
)  # fmt: skip
def test_when_the_road_to_a_table_is_gone_its_rows_are_found_on_their_pages(
    vol: Path, tabel: str, klein: bool
) -> None:
    grootte = _met_kleine_bladen(vol) if klein else BLAD
    begin = (_wortels(vol)[tabel] - 1) * grootte
    inhoud = bytearray(vol.read_bytes())
    assert inhoud[begin] == 5, "a page that only points the way"
    inhoud[begin : begin + grootte] = random.Random(1).randbytes(grootte)  # noqa: S311
    vol.write_bytes(inhoud)
    redding = _red(vol)
    assert redding.weg == ()
    assert redding.aantallen["melding"] == 200
    assert redding.gaten.keys() <= {tabel}


@pytest.mark.parametrize("klein", [False, True])
def test_without_the_first_page_everything_else_is_found(vol: Path, klein: bool) -> None:
    """The first page also says how large they are."""
    grootte = _met_kleine_bladen(vol) if klein else BLAD
    inhoud = bytearray(vol.read_bytes())
    inhoud[:grootte] = random.Random(2).randbytes(grootte)  # noqa: S311
    vol.write_bytes(inhoud)
    redding = _red(vol)
    assert (redding.weg, redding.aantallen["melding"], redding.aantallen["document"]) == (
        (), 200, 39,
    )  # fmt: skip


def test_what_was_removed_does_not_come_back(vol: Path) -> None:
    register = open_register(vol)
    register.sql("PRAGMA foreign_keys = 0")
    for (naam,) in register.sql("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
        register.sql(f'DROP TRIGGER "{naam}"')
    register.sql("DELETE FROM persoon WHERE melding_id > 100")
    register.sluit()
    inhoud = bytearray(vol.read_bytes())
    blad = _wortels(vol)["persoon"]
    inhoud[(blad - 1) * BLAD : blad * BLAD] = bytes(BLAD)
    vol.write_bytes(inhoud)
    assert _red(vol).aantallen["persoon"] == 200, "two of each of the first hundred"
