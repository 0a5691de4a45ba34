"""The gemeente changes a letter: checked, kept with who and when, put back; never with a hole."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import pdfplumber
import pytest

from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.begrippen import Aanhef
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven import BRIEVEN
from klachtenapp.domain.personen import Medewerker
from klachtenapp.errors import ConflictFout, RegelFout
from klachtenapp.models import log
from klachtenapp.services import beheer, correspondentie, teksten, tekstvoorbeeld
from klachtenapp.services.context import Context
from klachtenapp.services.registreren import registreer
from tests.papier.vijandig import VIJANDIG

B = BriefSoort.ONTVANGSTBEVESTIGING
EIGEN = (
    "onderwerp: Uw klacht is binnen\n\n{{aanhef}}\n\nOp **{{ontvangen_op}}** kregen wij uw "
    "klacht. U krijgt antwoord op {{uiterste_datum}}.{{#als commissie}} Een commissie kijkt "
    "mee.{{/als}}\n"
)


def _gelezen(pdf: bytes) -> str:
    with pdfplumber.open(io.BytesIO(pdf)) as boek:
        return " ".join(" ".join(str(blad.extract_text()).split()) for blad in boek.pages)


def _bewaar(ctx: Context, tekst: str = EIGEN, uid: str = "", **anders: int) -> teksten.Tekstversie:
    return teksten.bewaar(ctx, B, tekst, "Korter", uid, **anders)


def test_the_supplied_text_counts_until_there_is_an_own_one(ctx: Context) -> None:
    assert teksten.geldig(ctx, B) == teksten.geleverd(B)
    (versie,) = teksten.versies(ctx, B)
    assert (versie.nummer, versie.geleverd, versie.nu) == (0, True, True)
    assert not any(brief.eigen for brief in teksten.brieven(ctx))
    assert [brief.soort for brief in teksten.brieven(ctx)] == list(BRIEVEN)


def test_an_own_text_is_kept_with_who_and_when(ctx: Context) -> None:
    versie = _bewaar(ctx)
    assert teksten.geldig(ctx, B) == EIGEN
    assert (versie.gebruiker, versie.moment, versie.toelichting) == ("registrar", ctx.nu, "Korter")
    assert [v.nu for v in teksten.versies(ctx, B)] == [True, False]
    assert [brief.soort for brief in teksten.brieven(ctx) if brief.eigen] == [B]
    (regel,) = log.regels(ctx.register, maximaal=1)
    assert regel.handeling == "brieftekst bewaard"
    assert regel.gegevens == {"brief": "ontvangstbevestiging", "versie": versie.nummer}


def test_the_same_button_twice_keeps_one_version(ctx: Context) -> None:
    assert _bewaar(ctx, uid="een") == _bewaar(ctx, uid="een")
    assert len(teksten.versies(ctx, B)) == 2
    with pytest.raises(RegelFout, match="al in gebruik"):
        _bewaar(ctx, uid="twee")


def test_who_was_later_does_not_pass_over_who_was_first(ctx: Context) -> None:
    eerste = _bewaar(ctx, vanaf=0)
    with pytest.raises(ConflictFout, match="Iemand anders"):
        _bewaar(ctx, EIGEN + "\nNog iets.", vanaf=0)
    _bewaar(ctx, EIGEN + "\nNog iets.", vanaf=eerste.nummer)


@pytest.mark.parametrize(
    ("oud", "nieuw", "zin"),
    [
        ("{{aanhef}}", "{{aanhef.x}}", "In alinea 1: {{aanhef.x}} is geen veld"),
        ("{{aanhef}}", "{{klager}}", "In alinea 1: het veld {{klager}} bestaat niet"),
        ("Uw klacht is", "Uw {{is", "In het onderwerp: hier staat een losse"),
        ("{{/als}}", "", "In alinea 2: de voorwaarde {{#als commissie}} heeft geen einde"),
        ("{{uiterste_datum}}", "1 mei", "de uiterste datum. Dat moet van de wet"),
        ("{{#als commissie}}", "{{#als te_laat}}", "een commissie onderzoekt de klacht"),
        ("kregen", "👩 kregen", "In alinea 2: ons lettertype kent dit teken niet"),
        ("kregen", "\ud800", "lettertype"),
        ("onderwerp:", "over:", "In het onderwerp: de brief heeft geen onderwerp"),
        ("Op **", "lang " * 5000, "te lang"),
    ],
)
def test_a_text_that_cannot_be_kept_is_refused_whole(
    ctx: Context, oud: str, nieuw: str, zin: str
) -> None:
    with pytest.raises(RegelFout) as fout:
        _bewaar(ctx, EIGEN.replace(oud, nieuw))
    assert zin in str(fout.value)
    assert teksten.geldig(ctx, B) == teksten.geleverd(B)
    assert len(log.regels(ctx.register)) == 1  # only that the register was made


def test_a_text_is_kept_clean(ctx: Context) -> None:
    _bewaar(ctx, "\ufeff" + EIGEN.replace("\n", "  \r\n") + "\n\n")
    assert teksten.geldig(ctx, B) == EIGEN


def test_back_to_the_supplied_text(ctx: Context) -> None:
    _bewaar(ctx)
    versie = teksten.terug_naar_geleverd(ctx, B, "", "")
    assert versie.geleverd
    assert teksten.geldig(ctx, B) == teksten.geleverd(B)
    assert [v.geleverd for v in teksten.versies(ctx, B)] == [True, False, True]
    assert not any(brief.eigen for brief in teksten.brieven(ctx))


def test_saving_the_supplied_text_is_going_back_to_it(ctx: Context) -> None:
    _bewaar(ctx)
    assert _bewaar(ctx, teksten.geleverd(B)).geleverd


def test_an_older_version_is_put_back(ctx: Context) -> None:
    oud = _bewaar(ctx)
    _bewaar(ctx, EIGEN + "\nNog iets.")
    terug = teksten.zet_versie_terug(ctx, B, oud.nummer, "")
    assert terug.tekst == EIGEN
    assert "teruggezet" in terug.toelichting
    assert teksten.zet_versie_terug(ctx, B, 0, "").geleverd
    assert teksten.zet_versie_terug(ctx, B, oud.nummer, "").tekst == EIGEN
    for nummer, soort in ((99, B), (oud.nummer, BriefSoort.AFDOENINGSBRIEF)):
        with pytest.raises(RegelFout, match="Deze versie is er niet"):
            teksten.zet_versie_terug(ctx, soort, nummer, "")


def test_the_letter_of_a_dossier_has_the_own_text(
    ctx: Context, maak_aanmelding: Callable[..., Aanmelding]
) -> None:
    beheer.bewaar_medewerker(ctx, Medewerker(0, "P. Yılmaz", Aanhef.HEER))
    ctx = beheer.bewaar_gemeente(
        ctx, replace(ctx.gemeente, ondertekenaar="P. Yılmaz", telefoon="14 0123")
    )
    kenmerk = registreer(ctx, maak_aanmelding()).kenmerk
    _bewaar(ctx)
    brief = correspondentie.concept(ctx, kenmerk, B)
    assert brief.bezwaren == ()
    assert "Uw klacht is binnen" in _gelezen(brief.pdf)
    teksten.terug_naar_geleverd(ctx, B, "", "")
    assert "Uw klacht is binnen" not in _gelezen(correspondentie.concept(ctx, kenmerk, B).pdf)


@pytest.mark.parametrize("variant", tekstvoorbeeld.VARIANTEN)
@pytest.mark.parametrize("soort", BRIEVEN, ids=str)
def test_every_letter_has_an_example_without_a_hole(
    ctx: Context, soort: BriefSoort, variant: str
) -> None:
    tekst = teksten.geleverd(soort)
    assert teksten.controleer(ctx, soort, tekst).goed
    assert teksten.schoon(tekst) == tekst
    pdf = tekstvoorbeeld.voorbeeld(ctx, soort, tekst, variant=variant)
    assert "Met vriendelijke groet" in _gelezen(pdf)


def test_an_example_can_be_a_dossier_of_the_register(
    ctx: Context, maak_aanmelding: Callable[..., Aanmelding]
) -> None:
    ctx = beheer.bewaar_gemeente(
        ctx, replace(ctx.gemeente, ondertekenaar="P. Yılmaz", telefoon="14 0123")
    )
    kenmerk = registreer(ctx, maak_aanmelding()).kenmerk
    pdf = tekstvoorbeeld.voorbeeld(ctx, B, EIGEN, variant=tekstvoorbeeld.REGISTER)
    assert kenmerk in _gelezen(pdf)
    with pytest.raises(RegelFout, match="Kies een van deze"):
        tekstvoorbeeld.voorbeeld(ctx, B, EIGEN, variant="anders")


def test_a_text_with_a_mistake_has_no_example(ctx: Context) -> None:
    with pytest.raises(RegelFout):
        tekstvoorbeeld.voorbeeld(ctx, B, EIGEN + "{{onbekend}}")


@pytest.mark.parametrize("soort", BRIEVEN, ids=str)
def test_the_fields_to_choose_from_have_words(soort: BriefSoort) -> None:
    lijst = teksten.velden(soort)
    assert len({veld.naam for veld in lijst}) == len(lijst) > 60
    for veld in lijst:
        assert veld.label == veld.label.strip()
        assert "_" not in veld.label
        assert not veld.naam.startswith(("onderdeel1", "verbeterpunt1"))
    assert {veld.naam for veld in lijst if veld.feit} >= {"gemachtigd", "te_laat", "mondeling"}


@pytest.mark.parametrize("naam", VIJANDIG)
def test_a_hostile_text_is_refused_or_printed(ctx: Context, naam: str) -> None:
    tekst = EIGEN + "\n" + VIJANDIG[naam]
    oordeel = teksten.controleer(ctx, B, tekst)
    if not oordeel.goed:
        with pytest.raises(RegelFout, match=r"[.)]$"):
            _bewaar(ctx, tekst)
        return
    _bewaar(ctx, tekst)
    assert "Met vriendelijke groet" in _gelezen(
        tekstvoorbeeld.voorbeeld(ctx, B, teksten.geldig(ctx, B), variant=tekstvoorbeeld.KORT)
    )
