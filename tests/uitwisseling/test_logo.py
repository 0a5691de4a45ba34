"""Logos that may be drawn, and logos that mean harm or that we do not draw."""

from __future__ import annotations

import io
import struct
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from klachtenapp.__main__ import main
from klachtenapp.errors import OmgevingFout, RegelFout
from klachtenapp.uitwisseling import grenzen, kindproces, logo, logo_png, logo_svg
from tests.papier import huisstijlen


def _stuk(naam: bytes, inhoud: bytes) -> bytes:
    som = struct.pack(">I", zlib.crc32(naam + inhoud))
    return struct.pack(">I", len(inhoud)) + naam + inhoud + som


def _png(breed: int, hoog: int, pixels: bytes, *extra: bytes) -> bytes:
    kop = struct.pack(">IIBBBBB", breed, hoog, 8, 2, 0, 0, 0)
    delen = (_stuk(b"IHDR", kop), *extra, _stuk(b"IDAT", zlib.compress(pixels, 9)))
    return b"\x89PNG\r\n\x1a\n" + b"".join(delen) + _stuk(b"IEND", b"")


def _svg(inhoud: str, kenmerken: str = "") -> bytes:
    ruimtes = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'<svg {ruimtes} viewBox="0 0 100 50" {kenmerken}>{inhoud}</svg>'.encode()


def _beeld(soort: str) -> bytes:
    uit = io.BytesIO()
    Image.new("RGB", (40, 20), "red").save(uit, soort)
    return uit.getvalue()


_VAK = '<rect width="50" height="20" fill="#00693E"/>'
_HERHAALD = "".join(
    f'<g id="n{n}"><use href="#n{n + 1}"/><use href="#n{n + 1}"/><use href="#n{n + 1}"/></g>'
    for n in range(20)
)
_LACH = (
    b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "ha">'
    + b"".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">'.encode() for n in range(9))
    + b']><svg xmlns="http://www.w3.org/2000/svg"><title>&j;</title></svg>'
)
_BUITEN = (
    b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    b'<svg xmlns="http://www.w3.org/2000/svg"><title>&x;</title></svg>'
)
_BOM = _png(4000, 4000, b"")  # says 16 million pixels and has none
_GOED = huisstijlen.png()

SLECHT: dict[str, tuple[bytes, str]] = {
    "leeg": (b"", "leeg"),
    "tekst": (b"Dit is geen logo.", "geen logo"),
    "gif": (_beeld("GIF"), "een GIF"),
    "jpg": (_beeld("JPEG"), "een JPG"),
    "bmp": (_beeld("BMP"), "een BMP"),
    "tiff": (_beeld("TIFF"), "een TIFF"),
    "webp": (_beeld("WEBP"), "een WEBP"),
    "pdf": (b"%PDF-1.7 ...", "een PDF"),
    "eps": (b"%!PS-Adobe", "een EPS"),
    "svgz": (b"\x1f\x8b\x08....", "ingepakt"),
    "te groot bestand": (b"\x89PNG\r\n\x1a\n" + bytes(grenzen.MAX_LOGO), "groter dan 2 MB"),
    "20000 bij 20000": (_png(20_000, 20_000, b""), "20000 bij 20000"),
    "breder dan mag": (_png(10_001, 1, b""), "10001 bij 1"),
    "nul pixels": (_png(0, 10, b""), "beschadigd"),
    "alleen de kop": (b"\x89PNG\r\n\x1a\n", "beschadigd"),
    "halve png": (_GOED[: len(_GOED) // 2], "beschadigd"),
    "kop zegt meer dan er is": (_BOM, "beschadigd"),
    "verminkte png": (_GOED[:60] + b"\xff" * 40 + _GOED[100:], "beschadigd"),
    "bom in een tekst": (
        _png(9, 9, bytes(252), _stuk(b"zTXt", b"x\0\0" + zlib.compress(bytes(200_000_000), 9))),
        "beschadigd",
    ),
    "bom in het kleurprofiel": (
        _png(9, 9, bytes(252), _stuk(b"iCCP", b"x\0\0" + zlib.compress(bytes(200_000_000), 9))),
        "beschadigd|te klein",
    ),
    "alles wit": (_png(60, 60, bytes([0, *[255] * 180] * 60)), "staat niets"),
    "te klein": (_png(9, 9, bytes(252)), "te klein"),
    "streep": (_png(900, 2, bytes([0, *[9] * 2700] * 2)), "te lang en te smal"),
    "svg met programma": (_svg("<script>alert(1)</script>" + _VAK), "programmaatje"),
    "svg die iets doet": (_svg(_VAK, 'onload="alert(1)"'), "programmaatje"),
    "svg met webpagina": (_svg("<foreignObject><p/></foreignObject>"), "webpagina"),
    "svg met plaatje van buiten": (_svg('<image href="http://x.example/a.png"/>'), "een plaatje"),
    "svg met bestand": (_svg('<image xlink:href="file:///etc/passwd"/>'), "een plaatje"),
    "svg met plaatje erin": (_svg('<image href="data:image/png;base64,AAAA"/>'), "een plaatje"),
    "svg die elders haalt": (_svg('<use href="http://x.example/a.svg#b"/>'), "naar buiten"),
    "svg met stijl van buiten": (
        _svg("<style>@import url(http://x.example/a.css)</style>" + _VAK), "van buiten"
    ),
    "svg met verloop": (
        _svg('<linearGradient id="g"/><rect width="9" height="9" fill="url(#g)"/>'), "kleurverloop"
    ),
    "svg met verloop in stijl": (
        _svg('<style>.a{fill:url(#g)}</style><rect class="a" width="9" height="9"/>'), "verloop"
    ),
    "svg met letters": (_svg("<text>Gemeente</text>"), "losse letters"),
    "svg doorzichtig": (_svg('<g opacity=".5"><rect width="9" height="9"/></g>'), "doorzichtig"),
    "svg doorzichtige stijl": (_svg('<rect style="fill-opacity:.5" width="9" height="9"/>'),
                               "doorzichtig"),
    "svg doorzichtige kleur": (_svg('<rect width="9" height="9" fill="rgba(1,2,3,.5)"/>'),
                               "doorzichtig"),
    "svg met masker": (_svg('<mask id="m"/>' + _VAK), "masker"),
    "svg met uitsnede": (
        _svg('<clipPath id="c"><circle r="3"/></clipPath><g clip-path="url(#c)"/>'), "uitsnede"
    ),
    "svg met effect": (_svg('<filter id="f"/>' + _VAK), "effect"),
    "svg die beweegt": (_svg('<rect width="9" height="9"><animate/></rect>'), "beweging"),
    "svg in svg": (_svg("<svg><rect/></svg>"), "onderdeel 'svg'"),
    "svg met streepjes": (
        _svg('<line x2="9" y2="9" stroke="red" stroke-dasharray="2 2"/>'), "streeplijnen"
    ),
    "svg zonder iets": (_svg(""), "staat niets"),
    "svg met niets zichtbaars": (_svg('<rect width="9" height="9" fill="none"/>'), "staat niets"),
    "svg met alles buiten beeld": (_svg('<rect x="900" width="9" height="9"/>'), "staat niets"),
    "svg met rare getallen": (_svg('<path d="M0 0L1e309 1e309z"/>'), "SVG"),
    "svg met nan": (_svg('<rect width="nan" height="9"/>'), "SVG"),
    "svg diep": (_svg("<g>" * 500 + _VAK + "</g>" * 500), "te veel lagen"),
    "svg met veel delen": (_svg(_VAK * 6000), "te veel onderdelen"),
    "svg met veel lijnen": (_svg(f'<path d="M0 0{"L1 1L2 0" * 30_000}"/>'), "te veel lijnen"),
    "svg die zich herhaalt": (_svg(f'{_HERHAALD}<g id="n20">{_VAK}</g>'), "te veel onderdelen"),
    "svg in een kring": (_svg('<g id="a"><use href="#a"/></g>'), "zichzelf"),
    "svg die lacht": (_LACH, "entities"),
    "svg met entiteit van buiten": (_BUITEN, "entities"),
    "halve svg": (_svg(_VAK)[:-9], "beschadigd"),
    "html met svg": (b"<html><svg/></html>", "geen SVG"),
}  # fmt: skip


@pytest.mark.parametrize("naam", SLECHT)
def test_a_bad_logo_is_refused_with_a_sentence(naam: str, tmp_path: Path) -> None:
    inhoud, woord = SLECHT[naam]
    pad = tmp_path / "logo.png"
    pad.write_bytes(inhoud)
    with pytest.raises(RegelFout, match=woord) as gevangen:
        logo.lees(pad)
    assert gevangen.value.veld == "logo"
    assert gevangen.value.boodschap.endswith(".")


def test_the_name_says_nothing(tmp_path: Path) -> None:
    pad = tmp_path / "logo.gif"
    pad.write_bytes(_GOED)
    assert logo.lees(pad).soort == "png"
    pad.write_bytes(huisstijlen.svg())
    assert logo.lees(pad).soort == "svg"


def test_a_file_that_is_gone_is_no_bug(tmp_path: Path) -> None:
    with pytest.raises(OmgevingFout, match=r"logo\.png"):
        logo.lees(tmp_path / "logo.png")


def test_a_clean_png_has_no_transparency_and_nothing_beside_its_pixels() -> None:
    schoon = logo.maak_schoon(huisstijlen.png(alfa=True))
    with Image.open(io.BytesIO(schoon.inhoud)) as beeld:
        assert beeld.mode == "RGB"
        assert not beeld.info
        midden = beeld.getpixel((beeld.width // 2, beeld.height // 3))
        assert midden == (227, 135, 150)  # half red on white
        assert schoon.verhouding == pytest.approx(beeld.width / beeld.height, rel=0.02)


@pytest.mark.parametrize("soort", ["L", "LA", "P", "1", "I;16", "RGBA"])
def test_every_sort_of_png_comes_out_the_same(soort: str) -> None:
    bron = Image.new("L", (200, 100), 255)
    bron.paste(0, (20, 10, 180, 90))
    beeld = Image.new("I;16", (200, 100), 65535) if soort == "I;16" else bron.convert(soort)
    if soort == "I;16":
        beeld.paste(0, (20, 10, 180, 90))
    uit = io.BytesIO()
    beeld.save(uit, "PNG")
    schoon, verhouding = logo_png.schone_png(uit.getvalue())
    with Image.open(io.BytesIO(schoon)) as gelezen:
        assert gelezen.size == (160, 80)
        assert gelezen.getpixel((80, 40)) == (0, 0, 0)
    assert verhouding == 2.0


def test_a_photo_is_made_small_enough_for_every_letter() -> None:
    ruis = Image.effect_noise((1200, 500), 100).convert("RGB")
    uit = io.BytesIO()
    ruis.quantize(200).save(uit, "PNG")
    assert len(logo.maak_schoon(uit.getvalue()).inhoud) <= grenzen.MAX_LOGO_SCHOON


def test_a_clean_svg_holds_only_paths() -> None:
    schoon = logo.maak_schoon(huisstijlen.svg())
    tekst = schoon.inhoud.decode("ascii")
    assert tekst.count("<path") == tekst.count("<") - 2 == 6
    assert 'fill="#00693e" fill-rule="evenodd"' in tekst
    assert 'stroke="#c8102e"' in tekst
    assert logo.maak_schoon(schoon.inhoud).verhouding == pytest.approx(schoon.verhouding, rel=0.01)


def test_a_frame_around_everything_cuts_nothing_off() -> None:
    """Figma and Illustrator write one in every file."""
    kader = '<clipPath id="k"><rect width="100" height="50" fill="white"/></clipPath>'
    schoon, verhouding = logo_svg.schone_svg(_svg(f'{kader}<g clip-path="url(#k)">{_VAK}</g>'))
    assert b'fill="#00693e"' in schoon
    assert verhouding == 2.5


def test_hidden_things_are_not_drawn() -> None:
    verborgen = (
        '<rect width="9" height="9" display="none"/><rect width="9" height="9" opacity="0"/>'
        '<g visibility="hidden"><rect width="9" height="9"/></g>'
    )
    schoon, _ = logo_svg.schone_svg(_svg(verborgen + _VAK))
    assert schoon.count(b"<path") == 1


def test_a_reader_that_hangs_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    slaper = [sys.executable, "-c", "import time; time.sleep(60)"]
    monkeypatch.setattr(kindproces, "opdracht", lambda *_: slaper)
    with pytest.raises(RegelFout, match="te ingewikkeld"):
        logo.maak_schoon(_GOED, tijd=0.3)


@pytest.mark.parametrize("zegt", ["import os; os.abort()", "print('{}')", "print('[1]')"])
def test_a_reader_that_falls_over_gives_a_sentence(
    zegt: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kindproces, "opdracht", lambda *_: [sys.executable, "-c", zegt])
    with pytest.raises(RegelFout, match="beschadigd"):
        logo.maak_schoon(_GOED)


def test_a_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    gezien: list[list[str]] = []
    monkeypatch.setattr("klachtenapp.uitwisseling.logokind.main", lambda a: gezien.append(a) or 0)
    assert main([logo._SCHAKELAAR, "png"]) == 0
    assert gezien == [["png"]]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(st.binary(max_size=200), st.integers(0, 2000))
def test_a_damaged_png_is_read_or_refused(vuil: bytes, plek: int) -> None:
    assert _lees_of_weiger(logo_png.schone_png, _GOED[:plek] + vuil + _GOED[plek + len(vuil) :])


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=100)
@given(st.text(st.sampled_from("MLHVCSQTAZmlhvcsqtaz0123456789.-, e"), max_size=60))
def test_any_path_is_drawn_or_refused(pad: str) -> None:
    assert _lees_of_weiger(logo_svg.schone_svg, _svg(f'<path d="{pad}" stroke="red"/>'))


def _lees_of_weiger(lezer: Callable[[bytes], tuple[bytes, float]], inhoud: bytes) -> bytes | str:
    """Return the clean copy, or the refusal."""
    try:
        return lezer(inhoud)[0]
    except RegelFout as fout:
        return fout.boodschap
