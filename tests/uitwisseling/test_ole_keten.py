"""An old Office file whose chain of blocks bites its tail is refused before it is read."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.errors import RegelFout
from klachtenapp.uitwisseling import ole_keten
from klachtenapp.uitwisseling.rekenblad import lees_rekenblad

GOED = (Path(__file__).parent / "gegevens" / "klein.xls").read_bytes()


def test_a_good_file_is_whole() -> None:
    assert ole_keten.is_heel(GOED)


@pytest.mark.parametrize("volgende", [0, 1, 3, 0x7FFFFFFF])
def test_a_chain_without_an_end_is_refused(volgende: int) -> None:
    stuk = bytearray(GOED)
    (fat,) = struct.unpack_from("<I", stuk, 76)
    for nummer in range(8):
        struct.pack_into("<I", stuk, ((fat + 1) << 9) + 4 * nummer, volgende)
    assert not ole_keten.is_heel(bytes(stuk))
    with pytest.raises(RegelFout, match="beschadigd"):
        lees_rekenblad(bytes(stuk), "xls", "oud.xls")


def test_a_list_of_blocks_that_is_a_loop_is_refused() -> None:
    stuk = bytearray(GOED)
    struct.pack_into("<I", stuk, 68, 0)
    stuk[512 + 508 : 512 + 512] = bytes(4)
    assert not ole_keten.is_heel(bytes(stuk))


@given(st.binary(max_size=2000))
def test_any_bytes_have_an_answer(rest: bytes) -> None:
    assert ole_keten.is_heel(GOED[:8] + rest) in (True, False)
    assert ole_keten.is_heel(GOED[: len(rest)] + rest) in (True, False)
