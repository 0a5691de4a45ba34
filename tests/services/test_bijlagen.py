"""Attachments: the name is only text, the bytes come out as they went in."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.begrippen import Kanaal, Soort
from klachtenapp.errors import OmgevingFout
from klachtenapp.services import bijlagen, logboek, registreren, zoeken
from klachtenapp.services.context import Context


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


def _dossier(ctx: Context) -> str:
    aanmelding = Aanmelding(Soort.KLACHT, ctx.vandaag, Kanaal.BALIE, "De brief klopt niet.")
    return registreren.registreer(ctx, aanmelding).kenmerk


def test_een_bijlage_komt_eruit_zoals_zij_erin_ging(ctx: Context, tmp_path: Path) -> None:
    kenmerk = _dossier(ctx)
    info = bijlagen.voeg_een_toe(ctx, kenmerk, r"map\foto.jpg", b"\x00beeld")
    assert (info.naam, info.soort, info.bytes) == ("foto.jpg", "bijlage", 6)
    assert bijlagen.inhoud(ctx, info.id) == b"\x00beeld"
    bijlagen.bewaar_als(ctx, info.id, tmp_path / "uit.jpg")
    assert (tmp_path / "uit.jpg").read_bytes() == b"\x00beeld"
    (regel,) = [r for r in logboek.regels(ctx, kenmerk) if r.handeling == "bijlage toegevoegd"]
    assert regel.gegevens["sha256"] == info.sha256
    assert "foto" not in str(regel.gegevens)


def test_dezelfde_opdracht_voegt_een_keer_toe(ctx: Context) -> None:
    kenmerk, uid = _dossier(ctx), "5f0c2a9e-6a54-4c57-9d2a-1f0d8c1f9a01"
    een = bijlagen.voeg_een_toe(ctx, kenmerk, "a.txt", b"tekst", opdracht_uid=uid)
    ander = bijlagen.voeg_een_toe(ctx, kenmerk, "a.txt", b"tekst", opdracht_uid=uid)
    assert een == ander
    assert len(zoeken.dossier(ctx, kenmerk).documenten) == 1


def test_twee_bestanden_met_dezelfde_naam_houden_elk_hun_naam(ctx: Context) -> None:
    kenmerk = _dossier(ctx)
    namen = [
        bijlagen.voeg_een_toe(ctx, kenmerk, naam, inhoud).naam
        for naam, inhoud in (("foto.jpg", b"1"), ("FOTO.jpg", b"2"), (r"x\foto.jpg", b"3"))
    ]
    assert namen == ["foto.jpg", "FOTO (2).jpg", "foto (3).jpg"]


def test_wat_niet_kan_houdt_de_rest_niet_tegen(ctx: Context, tmp_path: Path) -> None:
    kenmerk = _dossier(ctx)
    goed, leeg, groot = tmp_path / "goed.txt", tmp_path / "leeg.txt", tmp_path / "groot.bin"
    goed.write_bytes(b"inhoud")
    leeg.touch()
    with groot.open("wb") as bestand:
        bestand.truncate(bijlagen.GROOTSTE + 1)
    uitkomst = bijlagen.voeg_toe(ctx, kenmerk, [leeg, goed, goed, groot, tmp_path, tmp_path / "x"])
    assert [info.naam for info in uitkomst.gelukt] == ["goed.txt"]
    assert len(uitkomst.geweigerd) == 5
    assert "leeg" in uitkomst.geweigerd[0]
    assert "zit al in dit dossier" in uitkomst.geweigerd[1]
    assert "25 MB" in uitkomst.geweigerd[2]
