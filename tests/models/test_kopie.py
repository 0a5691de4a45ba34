"""Copies: whole, equal, or not there."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from klachtenapp.domain.dossier import Dossier
from klachtenapp.errors import OmgevingFout
from klachtenapp.models import kopie, meldingen
from klachtenapp.models import register as registermodule
from klachtenapp.models.controle import controleer
from klachtenapp.models.database import open_register
from klachtenapp.models.fouten import Oorzaak, SchijfFout
from klachtenapp.models.kopie import bekijk, stand, veilige_kopie, zet_apart, zet_terug
from klachtenapp.models.register import Register
from klachtenapp.models.schijf import SoortSchijf

_RONDES = 12


def _fouten(pad: Path) -> list[str]:
    return [bevinding.tekst for bevinding in controleer(pad) if not bevinding.goed]


def test_a_copy_is_equal_and_leaves_nothing_behind(
    vol_dossier: Dossier, bewaar: Callable[..., Dossier], register: Register, tmp_path: Path
) -> None:
    terug = bewaar(vol_dossier)
    doel = tmp_path / "map" / "kopie.klachten"
    assert veilige_kopie(register.pad, doel).inhoud == stand(register) == bekijk(doel)
    assert [p.name for p in doel.parent.iterdir()] == ["kopie.klachten"]
    ander = open_register(doel)
    assert meldingen.haal(ander, terug.kenmerk) == terug
    ander.sluit()
    assert _fouten(doel) == []


def test_copying_can_be_done_while_the_register_is_locked(
    register: Register, tmp_path: Path
) -> None:
    with register.transactie():
        register.sql("INSERT INTO instelling (naam, waarde) VALUES ('half', 'x')")
        gemaakt = veilige_kopie(register.pad, tmp_path / "kopie.klachten")
    assert gemaakt.inhoud["instelling"] == int(stand(register)["instelling"]) - 1


def test_a_copy_does_not_wait_for_ever_for_somebody_who_keeps_the_file_locked(
    register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(registermodule._VOORAF, "busy_timeout", 20)
    monkeypatch.setattr(kopie, "_STAP", 1)
    houdt = driver.connect(str(register.pad), isolation_level=None)
    geduld = iter(range(5))

    def na_een_stap(_gedaan: int, _totaal: int) -> None:
        if not houdt.in_transaction:
            houdt.execute("BEGIN EXCLUSIVE")

    with pytest.raises(SchijfFout) as fout:
        veilige_kopie(
            register.pad,
            tmp_path / "k.klachten",
            voortgang=na_een_stap,
            gestopt=lambda: next(geduld, None) is None,
        )
    assert fout.value.oorzaak is Oorzaak.BEZET
    houdt.close()
    assert veilige_kopie(register.pad, tmp_path / "k.klachten").inhoud


def test_a_copy_on_a_share_is_brought_over_whole(
    register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kopie, "soort_schijf", lambda _: SoortSchijf.NETWERK)
    doel = tmp_path / "share" / "kopie.klachten"
    veilige_kopie(register.pad, doel)
    assert bekijk(doel) == stand(register)
    assert [p.name for p in doel.parent.iterdir()] == ["kopie.klachten"]


def test_a_copy_that_is_not_equal_gets_no_name(
    register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kopie, "_bekijk", lambda *_: {})
    with pytest.raises(OmgevingFout, match="niet gelijk"):
        veilige_kopie(register.pad, tmp_path / "kopie.klachten")
    assert [p.name for p in tmp_path.glob("kopie*")] == []


def test_where_a_copy_cannot_be_written_the_old_one_stays(
    register: Register, tmp_path: Path
) -> None:
    in_de_weg = tmp_path / "map"
    in_de_weg.write_text("geen map")
    with pytest.raises(OmgevingFout, match="niet worden geschreven"):
        veilige_kopie(register.pad, in_de_weg / "kopie.klachten")


def test_putting_back_is_seen_by_whoever_has_it_open(
    vol_dossier: Dossier, bewaar: Callable[..., Dossier], register: Register, tmp_path: Path
) -> None:
    doel = tmp_path / "kopie.klachten"
    bewaar(vol_dossier)
    veilige_kopie(register.pad, doel)
    bewaar(vol_dossier, uid="later")
    assert zet_terug(doel, register.pad) == bekijk(doel)
    assert len(meldingen.openstaand(register)) == 1
    assert _fouten(register.pad) == []


@pytest.mark.parametrize("inhoud", [b"", b"SQLite format 3\0" + b"\xff" * 4096, b"PK" * 999])
def test_what_is_not_whole_is_seen_and_not_put_back(
    register: Register, tmp_path: Path, inhoud: bytes
) -> None:
    kapot = tmp_path / "kapot.klachten"
    kapot.write_bytes(inhoud)
    voor = stand(register)
    with pytest.raises(OmgevingFout, match="niet heel"):
        zet_terug(kapot, register.pad)
    assert stand(register) == voor


def test_setting_apart_takes_the_journal_along(tmp_path: Path) -> None:
    (tmp_path / "a.klachten").write_text("a")
    (tmp_path / "a.klachten-journal").write_text("j")
    zet_apart(tmp_path / "a.klachten", tmp_path / "weg" / "b.klachten")
    assert [p.name for p in tmp_path.iterdir()] == ["weg"]
    assert sorted(p.name for p in (tmp_path / "weg").iterdir()) == [
        "b.klachten",
        "b.klachten-journal",
    ]


_KOPIEERDER = """
import sys
from pathlib import Path
from klachtenapp.models.kopie import veilige_kopie
for i in range(1000):
    sys.stdout.write("begin\\n")
    sys.stdout.flush()
    veilige_kopie(Path(sys.argv[1]), Path(sys.argv[2]) / f"kopie{i}.klachten")
"""


def test_a_killed_copy_never_has_the_final_name(
    vol_dossier: Dossier, register: Register, tmp_path: Path, proces_omgeving: dict[str, str]
) -> None:
    with register.transactie():
        meldingen.voeg_bulk_toe(
            register,
            [replace(vol_dossier, uid=f"u{i}") for i in range(1500)],
            "K{jaar}-{nummer:04}",
        )
    verwacht = stand(register)
    willekeur = random.Random(5)  # noqa: S311
    plek = tmp_path / "kopieen"
    for _ in range(_RONDES):
        proces = subprocess.Popen(
            [sys.executable, "-c", _KOPIEERDER, str(register.pad), str(plek)],
            stdout=subprocess.PIPE,
            text=True,
            env=proces_omgeving,
        )
        assert proces.stdout is not None
        assert proces.stdout.readline() == "begin\n"
        try:
            proces.wait(timeout=willekeur.uniform(0.001, 0.25))
        except subprocess.TimeoutExpired:
            proces.kill()
        proces.communicate()
        for pad in plek.glob("*.klachten"):
            assert bekijk(pad) == verwacht
            pad.unlink()
    assert _fouten(register.pad) == []
