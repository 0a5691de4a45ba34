"""Pictures of a signature that may be printed, and files that mean harm or are none."""

from __future__ import annotations

import io
import struct
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageStat

from klachtenapp.errors import OmgevingFout, RegelFout
from klachtenapp.uitwisseling import grenzen, handtekening_png, handtekeningbeeld, kindproces
from tests.papier.handtekeningen import als, foto, krabbel

_GOED = als(krabbel())
_KOP = b"\x89PNG\r\n\x1a\n"
_REUS = _GOED[:16] + struct.pack(">II", 30_000, 30_000) + _GOED[24:]

SLECHT: dict[str, tuple[bytes, str]] = {
    "leeg": (b"", "geen plaatje"),
    "tekst": (b"M. de Groot", "geen plaatje"),
    "pdf": (b"%PDF-1.7", "geen plaatje"),
    "svg": (b"<svg/>", "geen plaatje"),
    "gif": (als(krabbel(), "GIF"), "geen plaatje"),
    "te groot bestand": (_KOP + bytes(grenzen.MAX_HANDTEKENING), "groter dan 10 MB"),
    "halve png": (_GOED[: len(_GOED) // 2], "beschadigd"),
    "halve jpeg": (als(krabbel(), "JPEG")[:200], "beschadigd"),
    "30000 bij 30000": (_REUS, "beschadigd|beeldpunten"),
    "leeg vel": (als(Image.new("RGB", (600, 300), "white")), "geen handtekening"),
    "doorzichtig vel": (als(Image.new("RGBA", (600, 300), (0, 0, 0, 0))), "geen handtekening"),
    "zwart vlak": (als(Image.new("RGB", (600, 300), "black")), "te donker"),
    "vol plaatje": (als(Image.effect_noise((600, 300), 250)), "bijna helemaal donker"),
    "postzegel": (als(krabbel((30, 12))), "te klein"),
}  # fmt: skip


@pytest.mark.parametrize("naam", SLECHT)
def test_what_is_no_signature_is_refused_with_a_sentence(naam: str, tmp_path: Path) -> None:
    inhoud, woord = SLECHT[naam]
    pad = tmp_path / "krabbel.png"
    pad.write_bytes(inhoud)
    with pytest.raises(RegelFout, match=woord) as gevangen:
        handtekeningbeeld.lees(pad)
    assert gevangen.value.veld == "handtekening"
    assert gevangen.value.boodschap.endswith(".")


def test_a_line_is_no_signature() -> None:
    vel = Image.new("RGB", (900, 300), "white")
    vel.paste("black", (50, 150, 850, 156))
    with pytest.raises(RegelFout, match="streep"):
        handtekeningbeeld.maak_schoon(als(vel))


def test_a_file_that_is_gone_is_no_bug(tmp_path: Path) -> None:
    with pytest.raises(OmgevingFout, match=r"weg\.png"):
        handtekeningbeeld.lees(tmp_path / "weg.png")


@pytest.mark.parametrize("vorm", ["PNG", "JPEG"])
def test_a_photograph_becomes_ink_on_white_without_its_border(vorm: str) -> None:
    schoon = handtekeningbeeld.maak_schoon(als(foto(), vorm))
    assert len(schoon) <= grenzen.MAX_LOGO_SCHOON
    with Image.open(io.BytesIO(schoon)) as beeld:
        assert beeld.mode in ("RGB", "P")
        kleur = beeld.convert("RGB")
    assert 1.5 < kleur.width / kleur.height < 5  # the scribble is 0.7 × 0.44 of the sheet
    grijs = kleur.convert("L").histogram()
    assert grijs[255] > 0.6 * kleur.width * kleur.height  # the shadow has gone
    rood, _, blauw = ImageStat.Stat(kleur).mean
    assert blauw > rood + 5  # and the ink is still blue


def test_nothing_beside_the_pixels_is_kept() -> None:
    uit = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "Gemaakt bij Kees thuis"
    krabbel().save(uit, "JPEG", exif=exif, comment=b"Kees")
    schoon = handtekeningbeeld.maak_schoon(uit.getvalue())
    assert b"Kees" not in schoon
    with Image.open(io.BytesIO(schoon)) as beeld:
        assert not beeld.info


def test_a_photograph_taken_sideways_stands_upright() -> None:
    gekanteld = krabbel().transpose(Image.Transpose.ROTATE_90)
    exif = Image.Exif()
    exif[0x0112] = 6  # turn a quarter to the right to look at it
    uit = io.BytesIO()
    gekanteld.save(uit, "JPEG", exif=exif)
    with Image.open(io.BytesIO(handtekeningbeeld.maak_schoon(uit.getvalue()))) as beeld:
        assert beeld.width > beeld.height


@pytest.mark.parametrize("soort", ["L", "LA", "P", "1", "RGBA", "CMYK"])
def test_every_sort_of_picture_is_read(soort: str) -> None:
    vorm = "JPEG" if soort == "CMYK" else "PNG"
    _, verhouding = handtekening_png.schone_handtekening(als(krabbel().convert(soort), vorm))
    assert 1.5 < verhouding < 5


def test_a_reader_that_hangs_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    lus = [sys.executable, "-c", "while True: pass"]
    monkeypatch.setattr(kindproces, "opdracht", lambda _module, _schakelaar: lus)
    with pytest.raises(RegelFout, match="duurt te lang"):
        handtekeningbeeld.maak_schoon(_GOED, tijd=0.2)


def test_a_reader_that_falls_over_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    val = [sys.executable, "-c", "import os; os.abort()"]
    monkeypatch.setattr(kindproces, "opdracht", lambda _module, _schakelaar: val)
    with pytest.raises(RegelFout, match="beschadigd"):
        handtekeningbeeld.maak_schoon(_GOED)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(8, len(_GOED) - 1), st.binary(min_size=1, max_size=40))
def test_a_mutilated_file_gives_a_signature_or_a_sentence(plek: int, rommel: bytes) -> None:
    stuk = _GOED[:plek] + rommel + _GOED[plek + len(rommel) :]
    with suppress(RegelFout):
        schoon, verhouding = handtekening_png.schone_handtekening(stuk)
        assert schoon.startswith(_KOP)
        assert verhouding > 0
