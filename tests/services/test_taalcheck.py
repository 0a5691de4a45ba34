"""The B1 meter with the words of the register: stored, logged, and used at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from klachtenapp.domain import taal
from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.begrippen import Oordeel
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven import BRIEVEN
from klachtenapp.domain.dossier import Klachtonderdeel
from klachtenapp.domain.taal import Vondstsoort
from klachtenapp.errors import RegelFout
from klachtenapp.models import log
from klachtenapp.papier.bronteksten import brieftekst
from klachtenapp.papier.tekst import vul
from klachtenapp.services import behandelen, registreren, taalcheck
from klachtenapp.services.context import Context


def test_the_supplied_words_count_at_once(ctx: Context) -> None:
    rapport = taalcheck.controleer(ctx, "Indien u belt, helpen wij.")
    assert [(v.woorden, v.keuzes) for v in rapport.vondsten] == [("Indien", ("Als",))]


def test_an_own_word_is_stored_used_and_logged(ctx: Context) -> None:
    assert taalcheck.bewaar_eigen_woord(ctx, " Participatie  traject ", "meepraten") == {
        "participatie traject": "meepraten"
    }
    rapport = taalcheck.controleer(ctx, "Het participatie traject begint.")
    assert [v.keuzes for v in rapport.vondsten] == [("meepraten",)]
    regel = log.regels(ctx.register, "", 5)[0]
    assert (regel.handeling, dict(regel.gegevens)) == (
        "eigen woord bewaard",
        {"woord": "participatie traject"},
    )


def test_a_supplied_word_can_be_allowed_and_counts_again_later(ctx: Context) -> None:
    taalcheck.bewaar_eigen_woord(ctx, "Termijn", "")
    assert taalcheck.controleer(ctx, "De termijn loopt.").vondsten == ()
    assert taalcheck.verwijder_eigen_woord(ctx, "termijn") == {}
    assert len(taalcheck.controleer(ctx, "De termijn loopt.").vondsten) == 1


def test_taking_away_what_is_not_there_changes_nothing(ctx: Context) -> None:
    voor = len(log.regels(ctx.register, "", 50))
    assert taalcheck.verwijder_eigen_woord(ctx, "weg") == {}
    assert len(log.regels(ctx.register, "", 50)) == voor


@pytest.mark.parametrize(
    ("moeilijk", "gewoon", "veld"),
    [("", "iets", "moeilijk"), ("12", "x", "moeilijk"), ("a" * 61, "x", "moeilijk"),
     ("Één", "een", "gewoon")],
)  # fmt: skip
def test_words_that_cannot_be_stored(ctx: Context, moeilijk: str, gewoon: str, veld: str) -> None:
    with pytest.raises(RegelFout) as fout:
        taalcheck.bewaar_eigen_woord(ctx, moeilijk, gewoon)
    assert fout.value.veld == veld
    assert taalcheck.eigen_woorden(ctx) == {}


def test_a_letter_is_held_against_its_dossier(
    ctx: Context, maak_aanmelding: Callable[..., Aanmelding]
) -> None:
    dossier = registreren.registreer(ctx, maak_aanmelding())
    deel = Klachtonderdeel(
        "Twee uur wachten", bevinding="Er was een storing.", oordeel=Oordeel.GEGROND
    )
    dossier = behandelen.bewaar_onderdelen(ctx, dossier.kenmerk, dossier.versie, (deel,), "")
    leeg = taalcheck.controleer_brief(
        ctx, dossier.kenmerk, "afdoeningsbrief", "Wij nemen uw klacht serieus."
    )
    assert not leeg.goed
    assert "De brief zegt niets over onderdeel 1: Twee uur wachten" in [g.zin for g in leeg.gemist]
    tekst = vul(
        "onderwerp: x\n\nU heeft gelijk (gegrond). U moest twee uur wachten.\n\n"
        "Er was een storing. Bel 12 34 56. Wij sturen u bericht.",
        {},
    )
    goed = taalcheck.controleer_brief(ctx, dossier.kenmerk, "afdoeningsbrief", tekst.blokken)
    assert goed.gemist == ()
    assert goed.taal.vondsten == ()
    assert goed.goed


@pytest.mark.parametrize("soort", BRIEVEN)
def test_supplied_letters_have_nothing_hard_but_a_rare_passive(soort: BriefSoort) -> None:
    tekst = brieftekst(soort)
    rapport = taal.controleer(
        tekst,
        taalcheck.standaardwoorden().zonder(("gegrond", "ongegrond", "schrijven")),
        verborgen=taal.velden_verborgen(tekst),
    )
    assert rapport.goed
    assert rapport.cijfer >= taal.MIN_FLESCH_BRIEF
    assert rapport.aantal(Vondstsoort.LIJDEND) <= 2
    assert {v.soort for v in rapport.vondsten} <= {Vondstsoort.LIJDEND, Vondstsoort.LANGE_ZIN}
