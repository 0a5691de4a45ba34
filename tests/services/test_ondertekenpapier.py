"""From the map on paper to the scan in the right dossier: the QR code on the page files it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.klaarliggend import klaarliggend
from klachtenapp.errors import RegelFout
from klachtenapp.models import documenten, meldingen
from klachtenapp.services import ondertekenboek, ondertekenen, ondertekenpapier
from klachtenapp.services.context import Context
from klachtenapp.services.ondertekenpapier import Scanlezing
from klachtenapp.uitwisseling import scans
from tests.scanner import als_foto, als_pdf, scan, wit_blad
from tests.services.ondertekenzaak import afdelingshoofd, bied_aan, uid
from tests.services.test_correspondentie import KLAAR, OORDEEL, MaakDossier, bureau, maak

__all__ = ["bureau", "maak"]

HOOFD = "M. de Groot"


@pytest.fixture
def zaken(bureau: Context, maak: MaakDossier) -> list[str]:
    """Two klachten of which the letter waits."""
    afdelingshoofd(bureau, HOOFD)
    gemaakt = [maak(*OORDEEL, dossier=KLAAR, onderwerp=f"Zaak {n}") for n in (1, 2)]
    for kenmerk in gemaakt:
        bied_aan(bureau, kenmerk)
    return gemaakt


@pytest.fixture
def gescand(bureau: Context, zaken: list[str]) -> dict[str, list[Image.Image]]:
    """The printed map as it comes from the scanner, by kenmerk."""
    pdf = ondertekenboek.maak(bureau).pdf
    codes = scans.codes(pdf)
    return {
        kenmerk: scan(pdf, [n for n, code in enumerate(codes) if code and code.kenmerk == kenmerk])
        for kenmerk in zaken
    }


def _lees(ctx: Context, plek: Path, inhoud: bytes, anders: str = "") -> Scanlezing:
    pad = plek / "scan"
    pad.write_bytes(inhoud)
    return ondertekenpapier.lees_scan(ctx, pad, anders)


def _bewaar(ctx: Context, lezing: Scanlezing) -> None:
    for deel in lezing.delen:
        ondertekenpapier.registreer_scan(
            ctx, deel, HOOFD, niet_betrokken=True, datum=ctx.vandaag, opdracht_uid=uid()
        )


def _scans(ctx: Context, kenmerk: str) -> list[bytes]:
    dossier = meldingen.haal(ctx.register, kenmerk)
    return [
        documenten.lees(ctx.register, int(feit.gegevens["scan"]))
        for feit in dossier.alle(G.ONDERTEKEND)
    ]


@pytest.mark.parametrize("vorm", ["PDF", "PNG", "JPEG"])
def test_the_code_files_the_scan_in_its_dossier(
    bureau: Context, tmp_path: Path, zaken: list[str], gescand: dict[str, list[Image.Image]],
    vorm: str,
) -> None:  # fmt: skip
    blad = gescand[zaken[1]][0]
    inhoud = als_pdf([blad]) if vorm == "PDF" else als_foto(blad, vorm)
    lezing = _lees(bureau, tmp_path, inhoud, anders=zaken[0])  # another one was on screen
    assert [(d.kenmerk, d.met_code) for d in lezing.delen] == [(zaken[1], True)]
    assert lezing.blijft_liggen == ()
    _bewaar(bureau, lezing)
    assert _scans(bureau, zaken[1]) == [inhoud]
    assert _scans(bureau, zaken[0]) == []
    wachtend = [r.dossier.kenmerk for r in ondertekenen.ondertekenmap(bureau)]
    assert wachtend == [zaken[0]]
    klaar = klaarliggend(meldingen.haal(bureau.register, zaken[1]))
    assert [info.soort for info in klaar] == ["afdoeningsbrief"]


def test_one_scan_of_several_letters_is_split_by_its_codes(
    bureau: Context, tmp_path: Path, zaken: list[str], gescand: dict[str, list[Image.Image]]
) -> None:
    een, twee = (gescand[kenmerk] for kenmerk in zaken)
    door_elkaar = [twee[0], een[0], wit_blad(), een[1], twee[1]]
    lezing = _lees(bureau, tmp_path, als_pdf(door_elkaar))
    assert [deel.kenmerk for deel in lezing.delen] == [zaken[1], zaken[0]]
    assert lezing.blijft_liggen == ("blad 3: geen code te lezen",)
    _bewaar(bureau, lezing)
    for kenmerk in zaken:
        (bewaard,) = _scans(bureau, kenmerk)
        codes = scans.codes(bewaard)
        assert [(c.kenmerk, c.pagina) for c in codes if c] == [(kenmerk, 1), (kenmerk, 2)]
        assert len(codes) == 2


def test_the_back_of_a_page_stays_with_the_only_letter(
    bureau: Context, tmp_path: Path, zaken: list[str], gescand: dict[str, list[Image.Image]]
) -> None:
    inhoud = als_pdf([gescand[zaken[0]][0], wit_blad()])
    (deel,) = _lees(bureau, tmp_path, inhoud).delen
    assert (deel.kenmerk, deel.inhoud) == (zaken[0], inhoud)


def test_without_a_code_it_is_the_letter_that_was_chosen(
    bureau: Context, tmp_path: Path, zaken: list[str]
) -> None:
    inhoud = als_foto(wit_blad())
    (deel,) = _lees(bureau, tmp_path, inhoud, anders=zaken[0]).delen
    assert (deel.kenmerk, deel.met_code, deel.inhoud) == (zaken[0], False, inhoud)
    with pytest.raises(RegelFout, match="geen code"):
        _lees(bureau, tmp_path, inhoud)


def test_a_letter_that_waits_no_more_is_not_filed_elsewhere(
    bureau: Context, tmp_path: Path, zaken: list[str], gescand: dict[str, list[Image.Image]]
) -> None:
    ondertekenen.neem_terug(bureau, zaken[0], "Nog niet af.", opdracht_uid=uid())
    een, twee = (gescand[kenmerk][0] for kenmerk in zaken)
    lezing = _lees(bureau, tmp_path, als_pdf([een, twee]))
    assert [deel.kenmerk for deel in lezing.delen] == [zaken[1]]
    assert [reden.split(":")[0] for reden in lezing.blijft_liggen] == [zaken[0]]
    with pytest.raises(RegelFout, match="niet bewaard"):
        _lees(bureau, tmp_path, als_foto(een), anders=zaken[1])


@pytest.mark.parametrize("inhoud", [b"", b"MZ\x90\x00", b"GIF89a", b"%PDF-1.7 stuk"])
def test_what_is_no_scan_is_refused(
    bureau: Context, tmp_path: Path, zaken: list[str], inhoud: bytes
) -> None:
    with pytest.raises(RegelFout):
        _lees(bureau, tmp_path, inhoud, anders=zaken[0])
