"""What one can type wrong is refused with a sentence and exit code 1, before anything is made."""

from __future__ import annotations

from pathlib import Path

import pytest

from klachtenapp.cli import main


@pytest.fixture
def pad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    bestand = tmp_path / "klachten.klachten"
    assert main(["nieuw", str(bestand), "--gemeente", "Voorbeeldstad"]) == 0
    monkeypatch.setenv("KLACHTENAPP_REGISTER", str(bestand))
    return bestand


@pytest.mark.parametrize(
    ("opdracht", "zin"),
    [
        ("lijst --status gesloten", "'gesloten' is geen stand. Kies uit: concept, ontvangen,"),
        ("exporteer --uit {map}/x.csv --status weg", "'weg' is geen stand."),
        ("brief K2026-0001 afdoeningsbrief --uit {map}/x.docx", "eindigt op .pdf of .eml."),
        ("stappenplan --uit {map}/x.txt", "eindigt op .pdf."),
        ("termijnkaart K2026-0001 --uit {map}/x.doc", "eindigt op .pdf."),
        ("gesprekskaart K2026-0001 --uit {map}/x", "eindigt op .pdf."),
        ("dossierboek K2026-0001 --uit {map}/x.png", "eindigt op .pdf."),
        ("agenda K2026-0001 --uit {map}/x.pdf", "eindigt op .ics."),
        ("postboek --van 2026-12-02 --tot 2026-12-01", "De eerste dag ligt na de laatste."),
        ("registreer {map}/half.json", "kijk bij regel 2, teken 1. Er is niets geregistreerd."),
        ("registreer {map}/oud.json", "bewaar het als UTF-8. Er is niets geregistreerd."),
    ],
)
def test_wat_niet_kan_wordt_geweigerd(
    pad: Path, opdracht: str, zin: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (pad.parent / "half.json").write_text("{\n", "utf-8")
    (pad.parent / "oud.json").write_bytes(b'{"soort": "caf\xe9"}')
    er_is = sorted(pad.parent.iterdir())
    try:
        code = main(opdracht.format(map=pad.parent).split())
    except SystemExit as einde:
        code = int(str(einde.code))
    uit = capsys.readouterr()
    assert code == 1
    assert zin in uit.err
    assert "Traceback" not in uit.err
    assert sorted(pad.parent.iterdir()) == er_is


def test_een_kapotte_kopie_wordt_niet_teruggezet(
    pad: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kapot = pad.with_name("kapot.klachten")
    kapot.write_text("kapot", "utf-8")
    inhoud = pad.read_bytes()
    assert main(["herstel", str(kapot), "--ja"]) == 2
    assert "kapot.klachten is niet heel. Kies een andere." in capsys.readouterr().err
    assert pad.read_bytes() == inhoud
