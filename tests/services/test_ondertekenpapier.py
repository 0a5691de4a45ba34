"""From the map on paper to the scan in the right dossier: the QR code on the page files it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image

from klachtenapp.clock import FixedClock
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.klaarliggend import klaarliggend
from klachtenapp.domain.ondertekencode import Ondertekencode
from klachtenapp.errors import RegelFout
from klachtenapp.models import documenten, meldingen
from klachtenapp.papier.blad import Blad
from klachtenapp.papier.qr import teken_qr
from klachtenapp.services import ondertekenboek, ondertekenen, ondertekenpapier, teksten
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


def _opnieuw(ctx: Context, kenmerk: str) -> None:
    """Take the letter back and offer it again, with the same words."""
    ondertekenen.neem_terug(ctx, kenmerk, "Nog niet af.", opdracht_uid=uid())
    bied_aan(ctx, kenmerk)


def test_a_page_of_before_it_was_offered_again_is_refused(
    bureau: Context, tmp_path: Path, zaken: list[str], gescand: dict[str, list[Image.Image]]
) -> None:
    _opnieuw(bureau, zaken[0])
    een, twee = (gescand[kenmerk][0] for kenmerk in zaken)
    lezing = _lees(bureau, tmp_path, als_pdf([een, twee]))
    assert [deel.kenmerk for deel in lezing.delen] == [zaken[1]]
    (reden,) = lezing.blijft_liggen
    assert reden.startswith(f"{zaken[0]}: dit blad is van een eerdere tekst")
    with pytest.raises(RegelFout, match="Print de map opnieuw"):
        _lees(bureau, tmp_path, als_foto(een), anders=zaken[0])


def test_a_page_with_other_words_than_wait_is_refused(
    bureau: Context, tmp_path: Path, zaken: list[str], gescand: dict[str, list[Image.Image]]
) -> None:
    tekst = teksten.geldig(bureau, BriefSoort.AFDOENINGSBRIEF).replace(
        "{{aanhef}}", "{{aanhef}}\n\nDit is nieuw.", 1
    )
    teksten.bewaar(bureau, BriefSoort.AFDOENINGSBRIEF, tekst, "Duidelijker.", uid())
    with pytest.raises(RegelFout, match="eerdere tekst"):
        _lees(bureau, tmp_path, als_foto(gescand[zaken[0]][0]))


def test_another_day_or_another_printer_of_the_map_changes_nothing(
    bureau: Context, tmp_path: Path, zaken: list[str]
) -> None:
    ander = afdelingshoofd(bureau, "A. Hoofd")
    dan = replace(ander, clock=FixedClock(ander.nu + timedelta(days=3)))
    pdf = ondertekenboek.maak(dan).pdf
    blad = next(n for n, code in enumerate(scans.codes(pdf)) if code and code.kenmerk == zaken[0])
    (deel,) = _lees(bureau, tmp_path, als_foto(scan(pdf, [blad])[0])).delen
    assert deel.kenmerk == zaken[0]
    assert not deel.zonder_versie


def test_an_old_code_is_read_and_the_words_are_compared_by_hand(
    bureau: Context, tmp_path: Path, zaken: list[str]
) -> None:
    vel = Blad("oud", datum=bureau.vandaag)
    code = Ondertekencode(zaken[0], BriefSoort.AFDOENINGSBRIEF, 1).tekst()
    with vel.sier():
        teken_qr(vel, code, x=150, y=100, maat=20, kleur=(0, 0, 0))
    (deel,) = _lees(bureau, tmp_path, als_foto(scan(vel.bewaar(), [0])[0])).delen
    assert (deel.kenmerk, deel.met_code, deel.zonder_versie) == (zaken[0], True, True)
    with pytest.raises(RegelFout, match="oude map") as gevangen:
        _bewaar(bureau, Scanlezing((deel,)))
    assert gevangen.value.veld == "zelfde_tekst"
    ondertekenpapier.registreer_scan(
        bureau, deel, HOOFD, niet_betrokken=True, datum=bureau.vandaag, opdracht_uid=uid(),
        zelfde_tekst=True,
    )  # fmt: skip
    assert len(_scans(bureau, zaken[0])) == 1


def test_what_is_offered_again_while_one_answers_is_refused(
    bureau: Context, tmp_path: Path, zaken: list[str], gescand: dict[str, list[Image.Image]]
) -> None:
    lezing = _lees(bureau, tmp_path, als_foto(gescand[zaken[0]][0]))
    _opnieuw(bureau, zaken[0])
    with pytest.raises(RegelFout, match="veranderd sinds"):
        _bewaar(bureau, lezing)
    assert _scans(bureau, zaken[0]) == []


def test_the_same_order_twice_files_once(
    bureau: Context, tmp_path: Path, zaken: list[str], gescand: dict[str, list[Image.Image]]
) -> None:
    (deel,) = _lees(bureau, tmp_path, als_foto(gescand[zaken[0]][0])).delen
    opdracht = uid()
    een, twee = (
        ondertekenpapier.registreer_scan(
            bureau, deel, HOOFD, niet_betrokken=True, datum=bureau.vandaag, opdracht_uid=opdracht
        )
        for _ in range(2)
    )
    assert een == twee
    assert len(_scans(bureau, zaken[0])) == 1
