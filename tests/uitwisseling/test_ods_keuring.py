"""An .ods that would keep its reader busy for ever, or ask for all memory, is refused first."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from klachtenapp.errors import RegelFout
from klachtenapp.uitwisseling import grenzen, leeskind

_ANNOTATIE = b"<office:annotation>"


@pytest.fixture
def klein(gegevens: Path) -> bytes:
    return (gegevens / "klein.ods").read_bytes()


def _om(inhoud: bytes, oud: bytes, nieuw: bytes, deel: str = "content.xml") -> bytes:
    """Return the .ods with the first ``oud`` in a part replaced."""
    uit = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(inhoud)) as bron,
        zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as doel,
    ):
        for naam in bron.namelist():
            stuk = bron.read(naam)
            assert naam != deel or oud in stuk
            doel.writestr(naam, stuk.replace(oud, nieuw, 1) if naam == deel else stuk)
    return uit.getvalue()


def _weigering(inhoud: bytes) -> str:
    with pytest.raises(RegelFout) as fout:
        leeskind.lees(inhoud, "ods", "oud.ods")
    return fout.value.boodschap


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [
        (b"</office:annotation>", b""),  # the reader waits for its end for ever
        (b"</table:table>", b""),  # and for this one
        (b"</table:table-row></table:table>", b"</table:table>"),
        (b"<office:body>", b'<!DOCTYPE x [<!ENTITY a "b">]><office:body>'),
        (b"</office:document-content>", b"</office:document-content><x/>"),
    ],
    ids=["opmerking", "tabel", "rij", "entiteit", "twee wortels"],
)
def test_a_file_whose_parts_do_not_close_is_damaged(klein: bytes, oud: bytes, nieuw: bytes) -> None:
    assert "beschadigd" in _weigering(_om(klein, oud, nieuw))


def test_entities_are_refused(klein: bytes) -> None:
    lol = b"".join(b'<!ENTITY l%d "%s">' % (i, b"&l%d;" % (i - 1) * 10) for i in range(1, 9))
    bom = b'<!DOCTYPE x [<!ENTITY l0 "lol">' + lol + b"]><office:document-content"
    assert "beschadigd" in _weigering(_om(klein, b"<office:document-content", bom))


def test_two_parts_of_one_name_are_damaged(klein: bytes) -> None:
    """Which of the two is read is a guess; the one looked at would not be the one read."""
    uit = io.BytesIO(klein)
    with zipfile.ZipFile(uit, "a") as archief, pytest.warns(UserWarning, match="Duplicate"):
        archief.writestr("content.xml", "<a/>")
    assert "beschadigd" in _weigering(uit.getvalue())


@pytest.mark.parametrize(
    "cel",
    [
        b'<table:table-row table:number-rows-repeated="1048576"><table:table-cell '
        b'office:value-type="string" table:number-columns-repeated="16384">',
        b'<table:table-row><table:table-cell table:number-columns-repeated="16383"/>'
        b'<table:table-cell office:value-type="string">',
        b'<table:table-row table:number-rows-repeated="99999999999999999999"/><table:table-row>'
        b'<table:table-cell office:value-type="string">',
        b'<table:table-row table:number-rows-repeated="-3"/><table:table-row>'
        b'<table:table-cell office:value-type="string">',
    ],
    ids=["vlak", "rechts", "onder", "min"],
)
def test_cells_far_away_are_refused_before_they_are_made(klein: bytes, cel: bytes) -> None:
    begin = b'<table:table-row><table:table-cell office:value-type="string">'
    zin = _weigering(_om(klein, begin, cel))
    assert "losse cellen ver onderaan of rechts" in zin or "beschadigd" in zin


def test_empty_rows_down_to_the_end_are_what_every_program_writes(klein: bytes) -> None:
    leeg = (
        b'<table:table-row table:number-rows-repeated="1048000"><table:table-cell '
        b'table:style-name="x" table:number-columns-repeated="16384"/></table:table-row>'
    )
    (blad,), _ = leeskind.lees(_om(klein, b"</table:table>", leeg + b"</table:table>"), "ods", "x")
    (eigen,), _ = leeskind.lees(klein, "ods", "x")
    assert blad.rijen == eigen.rijen


def test_a_billion_spaces_are_refused(klein: bytes) -> None:
    spaties = b'<text:p>2015-01<text:s text:c="900000000"/></text:p>'
    zin = _weigering(_om(klein, b"<text:p>2015-01</text:p>", spaties))
    assert str(grenzen.MAX_CELTEKST) in zin


def test_all_sheets_together_have_a_limit(klein: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grenzen, "MAX_CELLEN", 10)
    assert "te veel cellen" in _weigering(klein)


def test_a_password_is_told(klein: bytes) -> None:
    slot = b'<manifest:encryption-data manifest:checksum="x"/></manifest:file-entry>'
    met = _om(klein, b"/>", b">" + slot, "META-INF/manifest.xml")
    versleuteld = _om(met, b"<?xml", b"\x8e\x01geheim")
    assert "wachtwoord" in _weigering(versleuteld)
