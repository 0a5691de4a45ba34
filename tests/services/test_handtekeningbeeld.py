"""The picture of a signature: kept by whom it is of, and only on a letter that is signed."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest

from klachtenapp.domain.personen import Rol
from klachtenapp.errors import RegelFout
from klachtenapp.models import documenten
from klachtenapp.models.controle import controleer
from klachtenapp.services import (
    correspondentie,
    handtekeningbeeld,
    huisstijl,
    ondertekenboek,
    ondertekenen,
    reservekopie,
)
from klachtenapp.services.context import Context
from klachtenapp.services.huisstijl import GEEN_LOGO, Logokeuze
from tests.papier.handtekeningen import als, foto
from tests.services.ondertekenzaak import (
    BRIEF,
    afdelingshoofd,
    bied_aan,
    medewerker,
    nummer,
    teken,
    uid,
)
from tests.services.test_correspondentie import KLAAR, OORDEEL, MaakDossier, bureau, maak

__all__ = ["bureau", "maak"]


@pytest.fixture
def hoofd(bureau: Context) -> Context:
    return afdelingshoofd(bureau)


@pytest.fixture
def zaak(maak: MaakDossier) -> str:
    return maak(*OORDEEL, dossier=KLAAR)


@pytest.fixture
def keuze(tmp_path: Path) -> Logokeuze:
    pad = tmp_path / "IMG_0042.jpg"
    pad.write_bytes(als(foto((1200, 700)), "JPEG"))
    return handtekeningbeeld.lees_bestand(pad)


def _figuren(pdf: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(pdf)) as boek:
        return [
            str(knoop.Alt) for knoop in boek.Root.StructTreeRoot.K[0].K if str(knoop.S) == "/Figure"
        ]


def test_only_the_signed_letter_bears_the_picture(
    bureau: Context, hoofd: Context, zaak: str, keuze: Logokeuze
) -> None:
    handtekeningbeeld.bewaar(hoofd, nummer(hoofd), keuze)
    assert _figuren(correspondentie.concept(bureau, zaak, BRIEF).pdf) == []
    bied_aan(bureau, zaak)
    assert _figuren(ondertekenen.voorbeeld(hoofd, zaak).pdf) == []
    assert ondertekenboek.maak(bureau).pdf
    getekend = teken(hoofd, zaak)
    pdf = documenten.lees(bureau.register, getekend.id)
    assert _figuren(pdf) == ["Handtekening van M. de Groot"]
    geldig = ondertekenen.geldigheid(bureau, getekend.id)
    assert geldig is not None
    assert geldig.geldig
    handtekeningbeeld.bewaar(hoofd, nummer(hoofd), GEEN_LOGO)  # the letter stays as it was
    assert documenten.lees(bureau.register, getekend.id) == pdf
    assert all(bevinding.goed for bevinding in controleer(bureau.register.pad))


def test_without_a_picture_or_with_a_pen_the_letter_bears_none(
    bureau: Context, hoofd: Context, zaak: str, keuze: Logokeuze, maak: MaakDossier
) -> None:
    bied_aan(bureau, zaak)
    assert _figuren(documenten.lees(bureau.register, teken(hoofd, zaak).id)) == []
    handtekeningbeeld.bewaar(hoofd, nummer(hoofd), keuze)
    ander = maak(*OORDEEL, dossier=KLAAR)
    bied_aan(bureau, ander)
    nat = ondertekenen.registreer_natte_handtekening(
        bureau, ander, b"%PDF-1.7 scan", "M. de Groot", opdracht_uid=uid()
    )
    assert _figuren(documenten.lees(bureau.register, nat.id)) == []


def test_one_keeps_ones_own_and_the_beheerder_everybodys(
    bureau: Context, hoofd: Context, keuze: Logokeuze
) -> None:
    ander = medewerker(bureau, "A. Hoofd", Rol.AFDELINGSHOOFD)
    beheerder = medewerker(bureau, "B. Heer", Rol.BEHEERDER)
    registrar = medewerker(bureau, "R. Gistrar", Rol.REGISTRAR)
    assert handtekeningbeeld.bewaar(hoofd, nummer(hoofd), keuze).keuze == keuze
    assert handtekeningbeeld.eigen(hoofd).keuze == keuze
    for wie in (ander, registrar):
        with pytest.raises(RegelFout, match="beheer"):
            handtekeningbeeld.bewaar(wie, nummer(hoofd), GEEN_LOGO)
        with pytest.raises(RegelFout):
            handtekeningbeeld.lijst(wie)
    with pytest.raises(RegelFout):
        handtekeningbeeld.bewaar(registrar, nummer(registrar), keuze)
    with pytest.raises(RegelFout):
        handtekeningbeeld.eigen(registrar)
    rij = {b.naam: bool(b.keuze) for b in handtekeningbeeld.lijst(beheerder)}
    assert rij == {"A. Hoofd": False, "M. de Groot": True}
    handtekeningbeeld.bewaar(beheerder, nummer(hoofd), GEEN_LOGO)
    assert handtekeningbeeld.eigen(hoofd).keuze == GEEN_LOGO
    with pytest.raises(RegelFout, match="niet"):
        handtekeningbeeld.bewaar(beheerder, 987, keuze)


def test_what_nobody_uses_leaves_the_register_and_what_is_used_stays(
    bureau: Context, hoofd: Context, keuze: Logokeuze
) -> None:
    ander = afdelingshoofd(bureau, "A. Hoofd")
    som = documenten.som(keuze.inhoud)
    huisstijl.bewaar(bureau, {}, keuze)
    for wie in (hoofd, ander):
        handtekeningbeeld.bewaar(wie, nummer(wie), keuze)
    huisstijl.bewaar(bureau, {}, GEEN_LOGO)
    handtekeningbeeld.bewaar(hoofd, nummer(hoofd), GEEN_LOGO)
    assert handtekeningbeeld.eigen(ander).keuze == keuze
    handtekeningbeeld.bewaar(ander, nummer(ander), GEEN_LOGO)
    assert documenten.lees_inhoud(bureau.register, som) is None


def test_a_changed_picture_is_named_and_letters_go_on_without(
    bureau: Context, hoofd: Context, zaak: str, keuze: Logokeuze
) -> None:
    handtekeningbeeld.bewaar(hoofd, nummer(hoofd), keuze)
    assert all(bevinding.goed for bevinding in controleer(reservekopie.maak(bureau).pad))
    with bureau.register.transactie():
        bureau.register.sql(
            "UPDATE inhoud SET inhoud = ? WHERE sha256 = ?",
            (b"anders", documenten.som(keuze.inhoud)),
        )
    bied_aan(bureau, zaak)
    assert _figuren(documenten.lees(bureau.register, teken(hoofd, zaak).id)) == []
    fout = next(b.tekst for b in controleer(bureau.register.pad) if not b.goed)
    assert "handtekening" in fout
