"""Languages of the stappenplan: ours, and those that the gemeente puts beside its register."""

from __future__ import annotations

from pathlib import Path

import pytest

from klachtenapp.errors import RegelFout
from klachtenapp.paths import bronnen, taalmap
from klachtenapp.services import stappenblad, stappentalen
from klachtenapp.services.context import Context


@pytest.fixture
def map_(ctx: Context) -> Path:
    """The folder for own languages."""
    plek = taalmap(ctx.register.pad)
    plek.mkdir()
    return plek


def _fries() -> str:
    tekst = bronnen().joinpath("stappenplan", "nl.toml").read_text("utf-8")
    tekst = tekst.replace('"Nederlands"', '"Frysk"').replace('"nl-NL"', '"fy-NL"')
    return tekst.replace('"Wij bellen u"', '"Wy skilje jo"')


def test_ours_with_their_own_names(ctx: Context) -> None:
    assert [(taal.code, taal.naam) for taal in stappentalen.talen(ctx)] == [
        ("nl", "Nederlands"),
        ("en", "English"),
    ]
    assert stappentalen.talen(None) == stappentalen.talen(ctx)


def test_a_file_beside_the_register_is_a_language_more(ctx: Context, map_: Path) -> None:
    (map_ / "fy.toml").write_text(_fries(), encoding="utf-8")
    assert stappentalen.talen(ctx)[-1] == stappentalen.Taal("fy", "Frysk")
    assert stappentalen.taal_van(ctx, "Fries") == "fy"
    assert stappenblad.stappenplan(ctx, None, taal="fy").startswith(b"%PDF")
    with pytest.raises(RegelFout, match="Kies nl of en"):
        stappenblad.stappenplan(None, None, taal="fy")


def test_a_file_that_is_not_right_is_named_and_stops_nobody(ctx: Context, map_: Path) -> None:
    (map_ / "ar.toml").write_text('richting = "rtl"', encoding="utf-8")
    (map_ / "pl.toml").write_bytes(b"x" * 100_000)
    (map_ / "nl.toml").write_text('titel = "Hoi"', encoding="utf-8")
    (map_ / "lees mij.toml").write_text("geen taal", encoding="utf-8")
    (map_ / "tr.toml").mkdir()
    fout = {taal.code: taal.bezwaar for taal in stappentalen.talen(ctx) if taal.bezwaar}
    assert set(fout) == {"ar", "pl", "nl (eigen)", "tr"}
    assert "van rechts naar links" in fout["ar"]
    assert "te groot" in fout["pl"]
    assert "niet af" in fout["nl (eigen)"]
    assert stappentalen.teksten(ctx, "nl")["titel"] == "Uw klacht: dit gaan wij doen"
    for code in ("ar", "pl", "tr"):
        with pytest.raises(RegelFout, match=rf"{code}\.toml"):
            stappentalen.teksten(ctx, code)


def test_own_dutch_goes_before_ours(ctx: Context, map_: Path) -> None:
    eigen = bronnen().joinpath("stappenplan", "nl.toml").read_text("utf-8")
    eigen = eigen.replace("Uw klacht: dit gaan wij doen", "Uw klacht: zo helpen wij u")
    (map_ / "nl.toml").write_text(eigen, encoding="utf-8")
    assert stappentalen.teksten(ctx, "nl")["titel"] == "Uw klacht: zo helpen wij u"


@pytest.mark.parametrize("naam", ["../nl", "nl.toml", "", "NL", "n", "a" * 40, "con"])
def test_a_name_is_never_a_path(ctx: Context, naam: str) -> None:
    with pytest.raises(RegelFout, match="niet in de taal"):
        stappentalen.teksten(ctx, naam)


@pytest.mark.parametrize(
    ("woord", "taal"),
    [("Engels", "en"), ("english ", "en"), ("EN", "en"), ("Pools", "nl"), ("", "nl")],
)
def test_the_language_of_the_klager(ctx: Context, woord: str, taal: str) -> None:
    assert stappentalen.taal_van(ctx, woord) == taal
