"""Keys, seals and hashed secrets: untouched or not genuine, open only for the owner."""

from __future__ import annotations

import base64
import errno
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klachtenapp.errors import OmgevingFout
from klachtenapp.kluis import (
    AnderGeheim,
    Kluis,
    Sleutelbos,
    echt,
    geheim,
    klopt,
    maak_geheim,
    nieuw_paar,
    sleutelbos,
    teken,
    vingerafdruk,
    zegel,
)
from tests.geheugenkluis import Geheugenkluis

_PAAR = nieuw_paar()
_HASHER, _WERK = geheim._HASHER, zegel._WERK  # before a test makes them cheap


def _omgedraaid(inhoud: bytes, bit: int) -> bytes:
    plek, rest = divmod(bit % (len(inhoud) * 8), 8)
    return inhoud[:plek] + bytes([inhoud[plek] ^ (1 << rest)]) + inhoud[plek + 1 :]


@given(st.binary(min_size=1, max_size=500), st.integers(min_value=0))
def test_elk_omgedraaid_bitje_in_de_gegevens_is_niet_echt(gegevens: bytes, bit: int) -> None:
    handtekening = teken(_PAAR.prive, gegevens)
    assert echt(_PAAR.publiek, gegevens, handtekening)
    assert not echt(_PAAR.publiek, _omgedraaid(gegevens, bit), handtekening)


@given(st.integers(min_value=0, max_value=64 * 8 - 1))
def test_elk_omgedraaid_bitje_in_de_handtekening_is_niet_echt(bit: int) -> None:
    rauw = base64.b64decode(teken(_PAAR.prive, b"brief"))
    anders = base64.b64encode(_omgedraaid(rauw, bit)).decode()
    assert not echt(_PAAR.publiek, b"brief", anders)


@given(st.text(max_size=120))
def test_onzin_is_geen_handtekening_en_geen_sleutel(tekst: str) -> None:
    goed = teken(_PAAR.prive, b"brief")
    assert not echt(_PAAR.publiek, b"brief", tekst)
    assert not echt(tekst, b"brief", goed)


def test_een_andere_sleutel_is_een_andere_vingerafdruk() -> None:
    ander = nieuw_paar()
    assert not echt(ander.publiek, b"brief", teken(_PAAR.prive, b"brief"))
    assert vingerafdruk(ander.publiek) != vingerafdruk(_PAAR.publiek)
    assert vingerafdruk("geen base64 é") == ""
    assert str(_PAAR.prive) not in repr(_PAAR)


def test_een_geheim_klopt_alleen_met_zichzelf() -> None:
    bewaard = maak_geheim("zes é tekens")
    assert "tekens" not in bewaard
    assert klopt("zes e\u0301 tekens", bewaard)
    assert not klopt("zes è tekens", bewaard)
    assert not klopt("", "")
    assert not klopt("zes", "geen hash")
    assert maak_geheim("zes é tekens") != bewaard


def test_raden_kost_werk() -> None:
    assert (_HASHER.time_cost, _HASHER.memory_cost, _HASHER.parallelism) == (3, 64 * 1024, 4)
    assert _WERK == (3, 64 * 1024, 4)


@pytest.fixture(params=["kluis", "bestand"])
def bos(request: pytest.FixtureRequest, tmp_path: Path) -> Sleutelbos:
    kluis = Kluis(Geheugenkluis()) if request.param == "kluis" else None
    return Sleutelbos(kluis, tmp_path / "sleutels")


def test_een_sleutel_gaat_alleen_open_met_zijn_geheim(bos: Sleutelbos) -> None:
    afdruk = vingerafdruk(_PAAR.publiek)
    assert bos.haal(afdruk, "geheim van mij") is None
    bos.bewaar(afdruk, _PAAR.prive, "geheim van mij")
    assert bos.heeft(afdruk)
    assert bos.haal(afdruk, "geheim van mij") == _PAAR.prive
    with pytest.raises(AnderGeheim):
        bos.haal(afdruk, "geheim van jou")
    bos.wis(afdruk)
    assert bos.haal(afdruk, "geheim van mij") is None
    assert not bos.heeft(afdruk)


def test_het_bestand_laat_de_sleutel_niet_zien(tmp_path: Path) -> None:
    bos = Sleutelbos(None, tmp_path)
    bos.bewaar("ab" * 32, _PAAR.prive, "geheim van mij")
    (pad,) = tmp_path.iterdir()
    assert _PAAR.prive not in base64.b64decode(pad.read_bytes())
    if os.name == "posix":
        assert pad.stat().st_mode & 0o077 == 0
    assert str(tmp_path) in bos.waar
    pad.write_bytes(b"\xff\xfe")
    with pytest.raises(OmgevingFout, match="niet te lezen"):
        bos.haal("ab" * 32, "geheim van mij")


@settings(max_examples=50, deadline=None)
@given(bit=st.integers(min_value=0))
def test_een_veranderd_zegel_gaat_niet_open(bit: int) -> None:
    opslag = Geheugenkluis()
    bos = Sleutelbos(Kluis(opslag), Path("nergens"))
    bos.bewaar("ab" * 32, _PAAR.prive, "geheim van mij")
    ((plek, zegel),) = opslag.geheimen.items()
    anders = base64.b64encode(_omgedraaid(base64.b64decode(zegel), bit)).decode()
    opslag.geheimen[plek] = anders
    with pytest.raises(AnderGeheim):
        bos.haal("ab" * 32, "geheim van mij")


def test_een_eigen_map_die_er_niet_is_geeft_een_zin(monkeypatch: pytest.MonkeyPatch) -> None:
    def weg() -> Path:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(sleutelbos, "gegevensmap", weg)
    with pytest.raises(OmgevingFout, match="niets gewijzigd"):
        sleutelbos.standaard()
