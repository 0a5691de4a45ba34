"""The trial of two stappenplannen: a setting, the sheet of each number, and an honest count."""

from __future__ import annotations

import pytest

from klachtenapp.domain.begrippen import GebeurtenisSoort
from klachtenapp.domain.formulier import Formulier, naar_aanmelding
from klachtenapp.domain.stappenproef import BLADEN
from klachtenapp.errors import RegelFout
from klachtenapp.services import balie, behandelen, logboek, registreren, stappenproef, zoeken
from klachtenapp.services.behandelen import Opdracht
from klachtenapp.services.context import Context
from klachtenapp.services.stappenblad import Vorm

KLACHT = Formulier(
    achternaam="Mohamed", omschrijving="Niemand belde terug.", kanaal="balie",
    ontvangen_op="2026-11-24",
)  # fmt: skip


def _uid(nummer: int) -> str:
    return f"00000000-0000-4000-8000-{nummer:012}"


@pytest.fixture
def kenmerken(ctx: Context) -> list[str]:
    """Return the numbers of twelve klachten."""
    gemaakt = [naar_aanmelding(KLACHT, _uid(nummer)) for nummer in range(12)]
    return [dossier.kenmerk for dossier in registreren.registreer_alles(ctx, gemaakt)]


def test_off_until_the_gemeente_wants_it(ctx: Context, kenmerken: list[str]) -> None:
    assert not stappenproef.lees(ctx).aan
    assert stappenproef.stand(ctx) is None
    assert {balie.voorstel(ctx, kenmerk).variant for kenmerk in kenmerken} == {"kort"}


def test_the_same_number_gets_the_same_sheet_again(ctx: Context, kenmerken: list[str]) -> None:
    stappenproef.bewaar(ctx, aan=True, een="kort", ander="compleet-vouw")
    for kenmerk in kenmerken:
        keuze = balie.voorstel(ctx, kenmerk)
        assert keuze == balie.voorstel(ctx, kenmerk)
        verwacht = BLADEN[stappenproef.lees(ctx).voor_nummer(kenmerk)]
        assert (keuze.variant, keuze.formaat) == verwacht
    vormen = {balie.voorstel(ctx, kenmerk).formaat for kenmerk in kenmerken}
    assert vormen == {"a4", "vouw"}


def test_for_anybody_the_sheets_alternate_as_they_are_given(ctx: Context) -> None:
    stappenproef.bewaar(ctx, aan=True, een="kort", ander="compleet")
    gezien = []
    for beurt in range(4):
        keuze = balie.voorstel(ctx, "")
        gezien.append(keuze.variant)
        assert balie.voorstel(ctx, "") == keuze  # looking does not count
        balie.noteer_meegegeven(ctx, "", _uid(beurt), vorm=keuze.vorm)
        balie.noteer_meegegeven(ctx, "", _uid(beurt), vorm=keuze.vorm)  # a second press neither
    assert gezien == ["kort", "compleet", "kort", "compleet"]
    stand = stappenproef.stand(ctx)
    assert stand is not None
    assert [telling.algemeen for telling in stand.tellingen] == [2, 2]
    assert logboek.regels(ctx, "")[0].handeling == "stappenplan gegeven"


def test_which_sheet_was_given_is_written_down(ctx: Context, kenmerken: list[str]) -> None:
    vorm = Vorm("compleet", "formeel", "a4", groot=True, taal="en")
    dossier = balie.noteer_meegegeven(ctx, kenmerken[0], _uid(90), vorm=vorm)
    assert dossier is not None
    feit = dossier.laatste(GebeurtenisSoort.STAPPENPLAN_MEEGEGEVEN)
    assert feit is not None
    gegevens = {naam: feit.gegevens[naam] for naam in ("variant", "formaat", "groot", "taal")}
    assert gegevens == {"variant": "compleet", "formaat": "a4", "groot": "ja", "taal": "en"}


def test_the_count_leaves_out_what_somebody_chose(ctx: Context, kenmerken: list[str]) -> None:
    proef = stappenproef.bewaar(ctx, aan=True, een="kort", ander="compleet")
    for nummer, kenmerk in enumerate(kenmerken[:6]):
        balie.noteer_meegegeven(ctx, kenmerk, _uid(100 + nummer))
        balie.noteer_meegegeven(ctx, kenmerk, _uid(200 + nummer))  # a reprint is no second klacht
    tegendraads = {"kort": "compleet", "compleet": "kort"}[proef.voor_nummer(kenmerken[7])]
    vorm = Vorm(tegendraads, formaat="a4")
    balie.noteer_meegegeven(ctx, kenmerken[7], _uid(300), vorm=vorm)
    _geef_zonder_blad(ctx, kenmerken[8])
    stand = stappenproef.stand(ctx)
    assert stand is not None
    assert sum(telling.klachten for telling in stand.tellingen) == 6
    assert stand.anders == 2
    assert "te vroeg" in stand.conclusie


def test_what_was_made_undone_was_not_given(ctx: Context, kenmerken: list[str]) -> None:
    stappenproef.bewaar(ctx, aan=True, een="kort", ander="compleet")
    dossier = balie.noteer_meegegeven(ctx, kenmerken[0], _uid(100))
    assert dossier is not None
    behandelen.maak_laatste_ongedaan(ctx, dossier.kenmerk, dossier.versie, "vergissing")
    stand = stappenproef.stand(ctx)
    assert stand is not None
    assert sum(telling.klachten for telling in stand.tellingen) + stand.anders == 0


def test_a_setting_that_changes_begins_again(ctx: Context) -> None:
    eerst = stappenproef.bewaar(ctx, aan=True, een="kort", ander="compleet")
    assert stappenproef.bewaar(ctx, aan=True, een="kort", ander="compleet") == eerst
    assert stappenproef.lees(ctx) == eerst
    uit = stappenproef.bewaar(ctx, aan=False, een="kort", ander="compleet")
    assert uit.sinds == ctx.vandaag  # the count stays to be seen
    with pytest.raises(RegelFout, match="verschillende"):
        stappenproef.bewaar(ctx, aan=True, een="kort", ander="kort")


def test_large_letters_stay_on_a4(ctx: Context, kenmerken: list[str]) -> None:
    stappenproef.bewaar(ctx, aan=True, een="kort-vouw", ander="compleet-vouw")
    keuze = balie.Keuze(kenmerken[0], variant="", groot=True, formaat="")
    assert balie.stappenplan(ctx, keuze).startswith(b"%PDF")


def test_quick_intake_is_a_klacht_like_any_other(ctx: Context) -> None:
    for _ in range(2):
        dossier = balie.schrijf_op(
            ctx, naam="Youssef de Vries", telefoon=" 06 12345678 ", wat="Drie keer gebeld.",
            uid=_uid(1),
        )  # fmt: skip
    assert zoeken.aantal(ctx, zoeken.Filter()) == 1
    assert (dossier.klager.voornaam, dossier.klager.tussenvoegsel) == ("Youssef", "de")
    assert dossier.klager.telefoon == "06 12345678"
    assert dossier.kanaal == "balie"
    assert dossier.ontvangen_op == ctx.vandaag
    alleen = balie.schrijf_op(ctx, naam="Alberts", telefoon="", wat="Lang gewacht.", uid=_uid(2))
    assert alleen.klager.achternaam == "Alberts"
    with pytest.raises(RegelFout, match="wat er is gebeurd"):
        balie.schrijf_op(ctx, naam="Alberts", telefoon="", wat="  ", uid=_uid(3))


def _geef_zonder_blad(ctx: Context, kenmerk: str) -> None:
    versie = zoeken.dossier(ctx, kenmerk).versie
    behandelen.voer_uit(ctx, Opdracht(kenmerk, "geef_stappenplan", {"kanaal": "post"}, versie))


def test_how_it_stands_is_told_in_words(ctx: Context, kenmerken: list[str]) -> None:
    stappenproef.bewaar(ctx, aan=True, een="kort", ander="compleet-vouw")
    for nummer, kenmerk in enumerate(kenmerken):
        balie.noteer_meegegeven(ctx, kenmerk, _uid(100 + nummer))
    stand = stappenproef.stand(ctx)
    assert stand is not None
    assert "kort: " in stand.uitleg
    assert "compleet, als boekje: " in stand.uitleg
    assert "Niet meegeteld" not in stand.uitleg
    assert "te vroeg" in stand.uitleg
