"""Where a klager stands on the stappenplan."""

from __future__ import annotations

from datetime import date

import pytest

from klachtenapp.domain import stappen
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.begrippen import Status
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.normen import Normen
from klachtenapp.domain.stappen import Stapnaam, Toestand
from tests.domain.conftest import MaakDossier, MaakGebeurtenis

VANDAAG = date(2026, 11, 24)
ONTVANGEN = date(2026, 11, 20)


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
    dossier = maak_dossier(ONTVANGEN)
    assert _toestanden(dossier, kader)["brief"] == "nu"
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
    assert toestanden["brief"] == "later"
    assert toestanden["samen"] == "nu"


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
