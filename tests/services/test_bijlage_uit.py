"""Attachments that are looked at or taken out of a dossier."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from klachtenapp import paths
from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.begrippen import GebeurtenisSoort
from klachtenapp.domain.bestandssoort import Gevaar
from klachtenapp.domain.dossier import DocumentInfo, Gebeurtenis
from klachtenapp.errors import RegelFout
from klachtenapp.models import documenten, gebeurtenissen, log, meldingen
from klachtenapp.services import bijlage_uit, bijlagen, logboek, registreren, zoeken
from klachtenapp.services.context import Context
from klachtenapp.uitwisseling import herkomst

PDF = b"%PDF-1.7\n" + b"brief van mevrouw Alberts " * 400


@pytest.fixture
def kenmerk(ctx: Context, maak_aanmelding: Callable[..., Aanmelding]) -> str:
    return registreren.registreer(ctx, maak_aanmelding()).kenmerk


@pytest.fixture(autouse=True)
def bekijkmap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    map_ = tmp_path / "eigen" / "bekijken"
    monkeypatch.setattr(paths, "bekijkmap", lambda: map_)
    yield map_
    bijlage_uit.ruim_op()


def _voeg_toe(ctx: Context, kenmerk: str, naam: str, inhoud: bytes = PDF) -> int:
    return bijlagen.voeg_een_toe(ctx, kenmerk, naam, inhoud).id


def test_the_kind_comes_from_the_content(ctx: Context, kenmerk: str) -> None:
    brief = _voeg_toe(ctx, kenmerk, "brief.pdf")
    virus = _voeg_toe(ctx, kenmerk, "rekening.pdf", b"MZ\x90\0" + bytes(9000))
    schijf = _voeg_toe(ctx, kenmerk, "fotos.jpg", bytes(32769) + b"CD001" + bytes(9000))
    laat = _voeg_toe(ctx, kenmerk, "a.pdf", b"%PDF-1.7" + b" " * 9000 + b"/S /Launch ")
    for _ in range(2):  # also from memory
        soorten = bijlage_uit.soorten(ctx, kenmerk)
        assert {nummer: o.woord for nummer, o in soorten.items()} == {
            brief: "PDF",
            virus: "programma",
            schijf: "schijfkopie",
            laat: "PDF met opdrachten",
        }
    assert soorten[brief].gevaar is Gevaar.GEEN
    assert "zegt .pdf" in soorten[virus].zinnen[0]


def test_a_copy_to_look_at_is_read_only_private_and_goes(
    ctx: Context, kenmerk: str, bekijkmap: Path
) -> None:
    een = bijlage_uit.om_te_bekijken(ctx, _voeg_toe(ctx, kenmerk, "brief.pdf"))
    ander = bijlage_uit.om_te_bekijken(ctx, _voeg_toe(ctx, kenmerk, "foto.jpg", PDF + b"!"))
    assert (een.name, ander.name) == ("brief.pdf", "foto.pdf")
    assert een.read_bytes() == PDF
    assert not een.stat().st_mode & (stat.S_IWUSR | stat.S_IXUSR)
    if os.name == "posix":
        assert stat.S_IMODE(een.parent.stat().st_mode) == 0o700
        assert stat.S_IMODE(bekijkmap.stat().st_mode) == 0o700
    assert een.parent.parent == bekijkmap
    bijlage_uit.ruim_op()
    assert not bekijkmap.exists()
    bijlage_uit.ruim_op()


@pytest.mark.parametrize(
    ("naam", "inhoud"),
    [
        ("brief.pdf", b"MZ\x90\0"),
        ("brief.pdf.hta", b"<script>x</script>"),
        ("lees.js", b"var x = 1;"),
        ("x.lnk", b"L\0\0\0\x01\x14\x02\0\0\0\0\0\xc0\0\0\0\0\0\0F"),
        ("iets", b"\x01\x02\x03"),
    ],
)
def test_a_program_is_never_handed_out_to_be_opened(
    ctx: Context, kenmerk: str, naam: str, inhoud: bytes, bekijkmap: Path, tmp_path: Path
) -> None:
    nummer = _voeg_toe(ctx, kenmerk, naam, inhoud)
    with pytest.raises(RegelFout, match="alleen opslaan"):
        bijlage_uit.om_te_bekijken(ctx, nummer)
    assert not bekijkmap.exists()
    bijlagen.bewaar_als(ctx, nummer, tmp_path / "uit.bin")
    assert (tmp_path / "uit.bin").read_bytes() == inhoud


def test_windows_is_told_that_it_came_from_outside(tmp_path: Path) -> None:
    pad = tmp_path / "brief.docx"
    pad.write_bytes(b"x")
    assert not herkomst.merk(pad, "linux")
    assert herkomst.merk(pad, "win32")
    assert "ZoneId=3" in Path(f"{pad}:Zone.Identifier").read_text("ascii")
    assert not herkomst.merk(tmp_path / "weg" / "brief.docx", "win32")


def test_only_what_came_from_outside_is_marked(
    ctx: Context, kenmerk: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gemerkt: list[str] = []
    monkeypatch.setattr(herkomst, "merk", lambda pad: gemerkt.append(pad.name))
    bijlagen.bewaar_als(ctx, _voeg_toe(ctx, kenmerk, "a.pdf"), tmp_path / "uit.pdf")
    with ctx.register.transactie():
        brief = documenten.voeg_toe(ctx.register, kenmerk, _BRIEF, b"%PDF-brief")
    bijlagen.bewaar_als(ctx, brief.id, tmp_path / "brief.pdf")
    assert gemerkt == ["uit.pdf"]


_BRIEF = DocumentInfo(0, "b.pdf", "ontvangstbevestiging", "", 0, datetime(2026, 11, 24))


def test_an_attachment_taken_out_leaves_a_fact_without_its_name(ctx: Context, kenmerk: str) -> None:
    nummer = _voeg_toe(ctx, kenmerk, "paspoort-Alberts.pdf")
    anders = _voeg_toe(ctx, kenmerk, "foto.txt", b"blijft")
    voor = zoeken.dossier(ctx, kenmerk)
    na = bijlage_uit.verwijder(ctx, kenmerk, nummer, " hoort niet bij deze klacht ")
    assert [d.id for d in na.documenten] == [anders]
    assert na.versie == voor.versie + 1
    feit = na.gebeurtenissen[-1]
    assert feit.soort is GebeurtenisSoort.GEWIJZIGD
    assert feit.gegevens == {
        "bijlage was": f"nr. {nummer}, PDF",
        "bijlage": "verwijderd: hoort niet bij deze klacht",
    }
    regel = next(r for r in logboek.regels(ctx, kenmerk) if r.handeling == "bijlage verwijderd")
    assert regel.gegevens["document"] == nummer
    assert "Alberts" not in str(regel.gegevens) + str(feit.gegevens)
    assert log.controleer(ctx.register) is None
    with pytest.raises(RegelFout, match="er niet"):
        bijlagen.inhoud(ctx, nummer)
    assert documenten.lees_inhoud(ctx.register, voor.documenten[0].sha256) is None
    assert b"brief van mevrouw Alberts" not in ctx.register.pad.read_bytes()


def test_the_bytes_stay_while_another_dossier_has_them(
    ctx: Context, kenmerk: str, maak_aanmelding: Callable[..., Aanmelding]
) -> None:
    ander = registreren.registreer(ctx, maak_aanmelding()).kenmerk
    hier, daar = _voeg_toe(ctx, kenmerk, "a.pdf"), _voeg_toe(ctx, ander, "a.pdf")
    bijlage_uit.verwijder(ctx, kenmerk, hier, "dubbel")
    assert bijlagen.inhoud(ctx, daar) == PDF


def test_the_same_opdracht_takes_out_once(ctx: Context, kenmerk: str) -> None:
    nummer, uid = _voeg_toe(ctx, kenmerk, "a.pdf"), "5f0c2a9e-6a54-4c57-9d2a-1f0d8c1f9a77"
    een = bijlage_uit.verwijder(ctx, kenmerk, nummer, "dubbel", opdracht_uid=uid)
    assert bijlage_uit.verwijder(ctx, kenmerk, nummer, "dubbel", opdracht_uid=uid) == een
    with pytest.raises(RegelFout, match="er niet"):
        bijlage_uit.verwijder(ctx, kenmerk, nummer, "dubbel")


@pytest.mark.parametrize("reden", ["", "  ", "x" * 201])
def test_without_a_short_reason_it_stays(ctx: Context, kenmerk: str, reden: str) -> None:
    nummer = _voeg_toe(ctx, kenmerk, "a.pdf")
    with pytest.raises(RegelFout) as fout:
        bijlage_uit.verwijder(ctx, kenmerk, nummer, reden)
    assert fout.value.veld == "reden"
    assert len(zoeken.dossier(ctx, kenmerk).documenten) == 1


@pytest.mark.parametrize("gegevens", [{"instemming": "{}: a.pdf"}, {"scan": "{}"}])
def test_the_proof_of_a_step_stays(ctx: Context, kenmerk: str, gegevens: dict[str, str]) -> None:
    nummer = _voeg_toe(ctx, kenmerk, "a.pdf")
    feiten = {naam: waarde.format(nummer) for naam, waarde in gegevens.items()}
    feit = Gebeurtenis(GebeurtenisSoort.UITGESTELD, ctx.vandaag, ctx.nu, "x", feiten)
    with ctx.register.transactie():
        gebeurtenissen.voeg_toe(ctx.register, meldingen.haal(ctx.register, kenmerk), feit)
    with pytest.raises(RegelFout, match="bewijs bij een stap"):
        bijlage_uit.verwijder(ctx, kenmerk, nummer, "weg ermee")


def test_a_letter_and_what_is_of_another_dossier_stay(
    ctx: Context, kenmerk: str, maak_aanmelding: Callable[..., Aanmelding]
) -> None:
    with ctx.register.transactie():
        brief = documenten.voeg_toe(ctx.register, kenmerk, _BRIEF, b"%PDF-brief")
    with pytest.raises(RegelFout, match="brief van de gemeente"):
        bijlage_uit.verwijder(ctx, kenmerk, brief.id, "weg")
    ander = registreren.registreer(ctx, maak_aanmelding()).kenmerk
    nummer = _voeg_toe(ctx, ander, "a.pdf")
    with pytest.raises(RegelFout, match="er niet"):
        bijlage_uit.verwijder(ctx, kenmerk, nummer, "weg")
