"""Attachments: the name is only text, the bytes come out as they went in."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.errors import OmgevingFout
from klachtenapp.services import bijlagen


@pytest.mark.parametrize(
    ("naam", "verwacht"),
    [
        ("brief.pdf", "brief.pdf"),
        (r"C:\Users\x\..\brief.pdf", "brief.pdf"),
        ("../../etc/passwd", "passwd"),
        ("foto\u202egpj.exe", "fotogpj.exe"),
        ('a<b>c:"d|e?.txt', "a b c d e.txt"),
        ("CON.txt", "_CON.txt"),
        ("regel\r\nregel.txt", "regelregel.txt"),
        ("...", "bijlage"),
        ("", "bijlage"),
        ("Żółć & ij'tje.docx", "Żółć & ij'tje.docx"),
    ],
)
def test_een_naam_van_buiten_wordt_tekst(naam: str, verwacht: str) -> None:
    assert bijlagen.weergavenaam(naam) == verwacht


@given(st.text(max_size=300))
def test_een_naam_is_nooit_leeg_nooit_een_pad_en_nooit_te_lang(naam: str) -> None:
    schoon = bijlagen.weergavenaam(naam)
    assert 0 < len(schoon) <= bijlagen.NAAMLENGTE
    assert not set(schoon) & set('<>:"/\\|?*\n\r\t\0\u202e')
    assert schoon not in (".", "..")
    assert bijlagen.weergavenaam(schoon) == schoon


def test_uitschrijven_vervangt_een_bestand_in_zijn_geheel(tmp_path: Path) -> None:
    pad = tmp_path / "uit.bin"
    pad.write_bytes(b"oud en langer")
    assert bijlagen.schrijf_uit(b"nieuw", pad) == pad
    assert pad.read_bytes() == b"nieuw"
    assert [p.name for p in tmp_path.iterdir()] == ["uit.bin"]


def test_uitschrijven_naar_een_map_die_er_niet_is_zegt_wat_te_doen(tmp_path: Path) -> None:
    with pytest.raises(OmgevingFout, match="andere map"):
        bijlagen.schrijf_uit(b"x", tmp_path / "weg" / "uit.bin")
