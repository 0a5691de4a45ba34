"""Whatever a sender calls a file: it becomes a name that stays in its folder and hides nothing."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from klachtenapp.domain.bestandsnaam import (
    NAAMLENGTE,
    plek_in,
    uitgang,
    veilige_naam,
    vrije_naam,
)
from klachtenapp.errors import RegelFout


@pytest.mark.parametrize(
    ("naam", "verwacht"),
    [
        ("brief.pdf", "brief.pdf"),
        (r"..\..\Startup\evil.lnk", "evil.lnk"),
        ("../../etc/passwd", "passwd"),
        ("/etc/passwd", "passwd"),
        (r"\\server\deel\x.pdf", "x.pdf"),
        (r"\\?\C:\x.pdf", "x.pdf"),
        (r"C:\Users\x\brief.pdf", "brief.pdf"),
        ("C:brief.pdf", "brief.pdf"),
        ("a.txt:b", "a.txt b"),
        ("a.txt::$DATA", "a.txt $DATA"),
        ("brief.pdf:Zone.Identifier", "brief.pdf Zone.Identifier"),
        ("..", "bijlage"),
        (".", "bijlage"),
        ("/", "bijlage"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("NUL .txt", "_NUL.txt"),
        ("con.tar.gz", "_con.tar.gz"),
        ("COM1.pdf", "_COM1.pdf"),
        ("lpt¹.pdf", "_lpt¹.pdf"),
        ("CONIN$", "_CONIN$"),
        ("Desktop.ini", "_Desktop.ini"),
        ("console.txt", "console.txt"),
        ("brief.pdf. . .", "brief.pdf"),
        ("  .verborgen", "verborgen"),
        ("foto\u202egpj.exe", "fotogpj.exe"),
        ("brief\u200b\u2066.pdf\u2069", "brief.pdf"),
        ("brief.pdf" + " " * 80 + ".exe", "brief.pdf.exe"),
        ("brief.pdf\u3164\u2800\u00a0\u3000.exe", "brief.pdf.exe"),
        ("brief.pdf.exe", "brief.pdf.exe"),
        ("a\uff0fb\uff3cc.pdf", "a b c.pdf"),
        ("regel\r\nregel\0.txt", "regelregel.txt"),
        ("\x1b]0;titel\x07.txt", "]0;titel.txt"),
        ("half \ud800 teken.txt", "half teken.txt"),
        ("e\u0301\u0301.txt", "é\u0301.txt"),
        ("Żółć & ij'tje.docx", "Żółć & ij'tje.docx"),
        ("", "bijlage"),
        ("\u202e\u200b", "bijlage"),
    ],
)
def test_a_name_from_outside_becomes_a_plain_name(naam: str, verwacht: str) -> None:
    assert veilige_naam(naam) == verwacht


_LASTIG = st.text(
    st.sampled_from('../\\: CONaux.nul1¹\u202e\u200b\u3164\0\r\n\ud800\uff0f𝄞é\u0301ﬀ.exe$<>|*?"')
)


@given(st.one_of(st.text(max_size=400), _LASTIG))
@example("𝄞" * 300 + ".pdf")
@example("\u0958" * 200)
@example("a." + "b" * 11 + " c")
@example("a" * 119 + ". .x")
def test_a_name_is_never_a_path_never_a_device_and_fits_on_every_disk(naam: str) -> None:
    schoon = veilige_naam(naam)
    assert 0 < len(schoon) <= NAAMLENGTE
    assert len(schoon.encode()) <= 240
    assert len(schoon.encode("utf-16-le")) <= 2 * 240
    assert not set(schoon) & set('<>:"/\\|?*')
    assert not any(unicodedata.category(t) in ("Cc", "Cf", "Cs", "Zl", "Zp") for t in schoon)
    assert schoon == schoon.strip(". ")
    assert schoon.split(".")[0].strip().casefold() not in ("con", "aux", "nul", "com1", "lpt1")
    assert veilige_naam(schoon) == schoon
    assert os.path.basename(schoon) == schoon


@given(st.one_of(st.text(max_size=300), _LASTIG))
def test_whatever_the_name_it_stays_in_its_folder(naam: str) -> None:
    map_ = Path("/tmp/bijlagen")  # noqa: S108 - nothing is written
    assert plek_in(map_, naam).parent == map_


@pytest.mark.skipif(os.name == "nt", reason="a link needs a right that few have on Windows")
def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "brief.pdf").symlink_to(tmp_path / "elders.pdf")
    with pytest.raises(RegelFout, match="andere plek"):
        plek_in(tmp_path / "map", "brief.pdf")


@given(st.text(max_size=300), st.integers(0, 12))
def test_the_same_name_again_gets_a_number(naam: str, keren: int) -> None:
    bezet: list[str] = []
    for _ in range(keren):
        nieuw = vrije_naam(naam, bezet)
        assert nieuw.casefold() not in {ander.casefold() for ander in bezet}
        assert len(nieuw) <= NAAMLENGTE
        assert uitgang(nieuw) == uitgang(veilige_naam(naam)) or not uitgang(nieuw)
        bezet.append(nieuw)


def test_large_and_small_letters_are_the_same_file() -> None:
    assert vrije_naam("Foto.JPG", ["foto.jpg", "foto (2).jpg"]) == "Foto (3).JPG"
    assert vrije_naam("brief", ["brief"]) == "brief (2)"
    assert vrije_naam("x" * 130 + ".pdf", ["x" * 116 + ".pdf"]) == "x" * 112 + " (2).pdf"


def test_the_extension() -> None:
    assert [uitgang(n) for n in ("a.PDF", "a.b.exe", "leesmij", ".x")] == ["pdf", "exe", "", ""]
