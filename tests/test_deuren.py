"""The ways into a locked register: words, doors, and the file beside it."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.errors import OmgevingFout, RegelFout
from klachtenapp.kluis import deuren, sleutelbestand
from klachtenapp.kluis.deuren import Deur, Deursoort
from klachtenapp.kluis.sleutelbestand import Sleutelbestand, Sleutelring
from klachtenapp.kluis.woorden import als_woorden, uit_woorden

REGISTER = "0b5f5d8e-5a0b-4d53-9a7e-6a3f0d1d2c11"


@given(st.binary(min_size=16, max_size=16))
def test_woorden_komen_terug_hoe_ook_getypt(geheim: bytes) -> None:
    woorden = als_woorden(geheim)
    assert len(woorden.split("-")) == 9
    for getypt in (woorden, woorden.upper(), f"  {woorden.replace('-', ' ')}\n"):
        assert uit_woorden(getypt, 16) == geheim


@given(st.binary(min_size=16, max_size=16), st.integers(0, 52), st.sampled_from("abdefgz"))
def test_een_letter_anders_wordt_gezegd(geheim: bytes, plek: int, letter: str) -> None:
    woorden = als_woorden(geheim)
    anders = woorden[:plek] + letter + woorden[plek + 1 :]
    if anders == woorden:
        return
    # The check word misses one mistake in 65,536.
    with contextlib.suppress(RegelFout):
        assert uit_woorden(anders, 16) != geheim


def test_te_weinig_woorden() -> None:
    with pytest.raises(RegelFout, match=r"Het zijn 9 woorden\. U typte er 2"):
        uit_woorden("babab babab", 16)
    with pytest.raises(RegelFout, match="Woord 2 klopt niet"):
        uit_woorden("babab klacht", 16)


def test_een_deur_gaat_alleen_met_haar_eigen_sleutel_open() -> None:
    sleutel, mijn, ander = deuren.nieuwe_sleutel(), deuren.nieuw_prive(), deuren.nieuw_prive()
    zegel = deuren.verzegel_voor(deuren.publiek_bij(mijn), sleutel, REGISTER)
    assert deuren.ontzegel_met(mijn, zegel, REGISTER) == sleutel
    assert deuren.ontzegel_met(ander, zegel, REGISTER) is None
    assert deuren.ontzegel_met(mijn, zegel, "een ander register") is None
    assert deuren.ontzegel_met(mijn, zegel[:-8], REGISTER) is None
    assert deuren.ontzegel_met(mijn, "geen zegel", REGISTER) is None


def test_een_uitnodiging_en_een_herstelsleutel_openen_hetzelfde() -> None:
    sleutel, zout = deuren.nieuwe_sleutel(), deuren.nieuw_zout()
    geheim = bytes(range(deuren.UITNODIGINGBYTES))
    for prive in (deuren.prive_uit(geheim, zout), deuren.prive_uit(bytes(16))):
        zegel = deuren.verzegel_voor(deuren.publiek_bij(prive), sleutel, REGISTER)
        assert deuren.ontzegel_met(prive, zegel, REGISTER) == sleutel
    assert deuren.prive_uit(geheim, zout) == deuren.prive_uit(geheim, zout)
    assert deuren.prive_uit(geheim, zout) != deuren.prive_uit(geheim, deuren.nieuw_zout())


def _deur(naam: str, sleutel: bytes) -> Deur:
    publiek = deuren.publiek_bij(deuren.nieuw_prive())
    zegel = deuren.verzegel_voor(publiek, sleutel, REGISTER)
    return Deur(naam, Deursoort.MEDEWERKER, naam, publiek, zegel, "2026-11-24")


def test_een_deur_die_een_ander_erbij_zet_wordt_gezien() -> None:
    sleutel = deuren.nieuwe_sleutel()
    lijst = [_deur("Sonja", sleutel), _deur("Piet", sleutel)]
    merk = deuren.keurmerk(sleutel, REGISTER, lijst)
    assert deuren.is_gekeurd(merk, sleutel, REGISTER, lijst)
    indringer = _deur("Sonja", deuren.nieuwe_sleutel())
    assert not deuren.is_gekeurd(merk, sleutel, REGISTER, [*lijst, indringer])
    assert not deuren.is_gekeurd(merk, sleutel, REGISTER, [indringer, lijst[1]])
    assert not deuren.is_gekeurd(merk, deuren.nieuwe_sleutel(), REGISTER, lijst)


def test_het_bestand_naast_het_register(tmp_path: Path) -> None:
    register = tmp_path / "proef.klachten"
    assert sleutelbestand.lees(register) is None
    sleutel = deuren.nieuwe_sleutel()
    lijst = (_deur("Łukasz", sleutel),)
    ring = Sleutelring(1, lijst, deuren.keurmerk(sleutel, REGISTER, lijst))
    bestand = Sleutelbestand(REGISTER, ring, Sleutelring(2, (), ""))
    sleutelbestand.schrijf(register, bestand)
    assert sleutelbestand.lees(register) == bestand
    assert sleutel.hex() not in sleutelbestand.pad_bij(register).read_text("utf-8")
    sleutelbestand.verwijder(register)
    assert sleutelbestand.lees(register) is None


@pytest.mark.parametrize("inhoud", [b"", b"{}", b"\xff\xfe", b'{"register": 1, "ring": []}'])
def test_een_kapot_bestand_is_een_zin(tmp_path: Path, inhoud: bytes) -> None:
    register = tmp_path / "proef.klachten"
    sleutelbestand.pad_bij(register).write_bytes(inhoud)
    with pytest.raises(OmgevingFout, match="niet te lezen"):
        sleutelbestand.lees(register)
