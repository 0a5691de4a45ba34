"""Where a klager stands on the stappenplan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from klachtenapp.domain import stappen
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.begrippen import Status, Voorkeur
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.normen import Normen
from klachtenapp.domain.stappen import Stapnaam, Toestand
from tests.domain.conftest import MaakDossier, MaakGebeurtenis

VANDAAG = date(2026, 11, 24)
ONTVANGEN = date(2026, 11, 20)


def _met(dossier: Dossier, **anders: Any) -> Dossier:
    return replace(dossier, klager=replace(dossier.klager, **anders))


def _toestanden(dossier: Dossier, kader: Kader, variant: str = "compleet") -> dict[str, str]:
    plekken = stappen.persoonlijk(variant, dossier, kader, VANDAAG)
    return {plek.naam.value: str(plek.toestand) for plek in plekken}


def test_for_anybody_there_are_lengths_and_no_places() -> None:
    plekken = stappen.algemeen("kort", Normen())
    assert [plek.naam for plek in plekken] == list(stappen.VARIANTEN["kort"])
    assert all(plek.toestand is None for plek in plekken)
    assert plekken[-1].norm is not None
    assert plekken[-1].norm.aantal == 42
    commissie = stappen.algemeen("kort", Normen(), weken=10)[-1]
    assert commissie.norm is not None
    assert commissie.norm.aantal == 70


def test_a_new_klacht_waits_for_our_letter_and_our_call(
    maak_dossier: MaakDossier, kader: Kader
) -> None:
    dossier = _met(maak_dossier(ONTVANGEN), telefoon="06-12345678")
    assert _toestanden(dossier, kader)["bellen"] == "nu"
    kort = stappen.persoonlijk("kort", dossier, kader, VANDAAG)
    assert [(plek.naam, plek.toestand) for plek in kort][:2] == [
        (Stapnaam.BINNEN, Toestand.KLAAR),
        (Stapnaam.BELLEN, Toestand.NU),
    ]
    assert kort[1].uiterlijk == date(2026, 11, 23)
    assert kort[-1].uiterlijk == date(2027, 1, 4)


def test_what_is_done_is_ticked_and_what_was_missed_stays_open(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis, kader: Kader
) -> None:
    gesprek = gebeurtenis(G.GESPREK, date(2026, 11, 23), bereikt="ja")
    toestanden = _toestanden(maak_dossier(ONTVANGEN, gebeurtenissen=(gesprek,)), kader)
    assert toestanden["bellen"] == "klaar"
    assert toestanden["brief"] == "nu"
    kort = _toestanden(maak_dossier(ONTVANGEN, gebeurtenissen=(gesprek,)), kader, "kort")
    assert kort["samen"] == "nu"


def test_the_letter_may_go_before_the_call(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis, kader: Kader
) -> None:
    brief = gebeurtenis(G.BRIEF_VERZONDEN, date(2026, 11, 23), brief="ontvangstbevestiging")
    toestanden = _toestanden(maak_dossier(ONTVANGEN, gebeurtenissen=(brief,)), kader)
    assert toestanden["brief"] == "klaar"
    assert toestanden["bellen"] == "nu"


def test_the_first_call_ticks_the_step(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis, kader: Kader
) -> None:
    dagen = (date(2026, 11, 21), date(2026, 11, 23), date(2026, 11, 24))
    gesprekken = tuple(gebeurtenis(G.GESPREK, dag, bereikt="ja") for dag in dagen)
    dossier = maak_dossier(ONTVANGEN, gebeurtenissen=gesprekken)
    plek = stappen.persoonlijk("kort", dossier, kader, VANDAAG)[1]
    assert plek.klaar_op == dagen[0]


def test_nobody_thanks_for_a_solution_that_was_not_sought(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis, kader: Kader
) -> None:
    informeel = gebeurtenis(G.INFORMEEL_GESTART, date(2026, 11, 23))
    formeel = gebeurtenis(G.FORMEEL_GESTART, date(2026, 11, 24))
    meteen = maak_dossier(ONTVANGEN, status=Status.FORMEEL, gebeurtenissen=(formeel,))
    assert _toestanden(meteen, kader, "kort")["samen"] == "niet nodig"
    eerst = maak_dossier(ONTVANGEN, status=Status.FORMEEL, gebeurtenissen=(informeel, formeel))
    assert _toestanden(eerst, kader, "kort")["samen"] == "klaar"


@pytest.mark.parametrize("dag", range(1, 29))
def test_every_promised_day_is_a_werkdag(maak_dossier: MaakDossier, kader: Kader, dag: int) -> None:
    for regime in (True, False):
        dossier = maak_dossier(date(2026, 11, dag), formeel_regime=regime)
        dossier = _met(dossier, telefoon="06-12345678")
        for plek in stappen.persoonlijk("compleet", dossier, kader, date(2026, 11, dag)):
            assert plek.uiterlijk is None or kader.kalender.is_werkdag(plek.uiterlijk), plek


def test_with_a_letter_it_names_the_day_of_the_letter(
    maak_dossier: MaakDossier, kader: Kader
) -> None:
    dossier = _met(maak_dossier(ONTVANGEN), telefoon="06-12345678")
    mee = stappen.persoonlijk("kort", dossier, kader, VANDAAG, per_post=True)
    assert mee[1].uiterlijk == date(2026, 11, 26)  # as test_dates_of_a_confirmation


def test_a_planned_hearing_shows_its_day(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis, kader: Kader
) -> None:
    feiten = (
        gebeurtenis(G.FORMEEL_GESTART, date(2026, 11, 23)),
        gebeurtenis(G.HOREN_GEPLAND, date(2026, 11, 23), zitting_op="2026-12-03"),
    )
    dossier = maak_dossier(ONTVANGEN, status=Status.HOREN, gebeurtenissen=feiten)
    plek = next(
        p for p in stappen.persoonlijk("compleet", dossier, kader, VANDAAG) if p.naam == "gesprek"
    )
    assert plek.toestand is Toestand.NU
    assert plek.afspraak == date(2026, 12, 3)


def test_solved_together_skips_the_investigation(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis, kader: Kader
) -> None:
    tevreden = gebeurtenis(G.TEVREDENHEID_VASTGESTELD, date(2026, 11, 23))
    toestanden = _toestanden(maak_dossier(ONTVANGEN, gebeurtenissen=(tevreden,)), kader)
    assert toestanden["samen"] == "klaar"
    assert toestanden["gesprek"] == toestanden["uitzoeken"] == "niet nodig"
    assert toestanden["antwoord"] == "nu"


def test_a_closed_klacht_is_nowhere(maak_dossier: MaakDossier, kader: Kader) -> None:
    dicht = maak_dossier(ONTVANGEN, status=Status.AFGEHANDELD, afgehandeld_op=VANDAAG)
    toestanden = _toestanden(dicht, kader)
    assert "nu" not in toestanden.values()
    assert toestanden["antwoord"] == "klaar"


@pytest.mark.parametrize("variant", stappen.VARIANTEN)
def test_at_most_one_place(maak_dossier: MaakDossier, kader: Kader, variant: str) -> None:
    for status in Status:
        plekken = stappen.persoonlijk(
            variant, maak_dossier(ONTVANGEN, status=status), kader, VANDAAG
        )
        assert sum(plek.toestand is Toestand.NU for plek in plekken) <= 1


@pytest.mark.parametrize(
    ("anders", "bellen", "antwoord"),
    [
        ({"telefoon": "06-1"}, "", ""),
        ({"telefoon": "06-1", "voorkeur": Voorkeur.LANGSKOMEN}, "", ""),
        ({"telefoon": "06-1", "voorkeur": Voorkeur.BRIEF}, stappen.ZELF, stappen.ZONDER_BELLEN),
        ({}, stappen.ZELF, stappen.ZONDER_BELLEN),
        (
            {"email": "a@b.example", "voorkeur": Voorkeur.MAILEN},
            stappen.MAILEN,
            stappen.ZONDER_BELLEN,
        ),
    ],
)
def test_nobody_is_promised_a_call_that_will_not_come(
    maak_dossier: MaakDossier, kader: Kader, anders: dict[str, Any], bellen: str, antwoord: str
) -> None:
    dossier = _met(maak_dossier(ONTVANGEN), **anders)
    plekken = stappen.persoonlijk("kort", dossier, kader, VANDAAG)
    assert (plekken[1].vorm, plekken[-1].vorm) == (bellen, antwoord)
    assert (plekken[1].uiterlijk is None) == (bellen == stappen.ZELF)


def test_after_the_solution_the_letter_comes_without_a_call(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis, kader: Kader
) -> None:
    mail = gebeurtenis(G.GESPREK, date(2026, 11, 21), bereikt="ja", manier="e-mail")
    tevreden = gebeurtenis(G.TEVREDENHEID_VASTGESTELD, date(2026, 11, 23))
    dossier = _met(maak_dossier(ONTVANGEN, gebeurtenissen=(mail, tevreden)), telefoon="06-1")
    plekken = stappen.persoonlijk("kort", dossier, kader, VANDAAG)
    assert (plekken[1].vorm, plekken[-1].vorm) == (stappen.GESCHREVEN, stappen.ZONDER_BELLEN)


def test_for_anybody_no_call_is_promised_when_the_gemeente_does_not_call() -> None:
    assert stappen.algemeen("kort", Normen())[-1].vorm == ""
    zonder = stappen.algemeen("kort", Normen(bellen_voor_brief=False))[-1]
    assert zonder.vorm == stappen.ZONDER_BELLEN
