"""The ways of the stappenplan: together or with a judgement, and when the klager hears again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from klachtenapp.domain import stappen
from klachtenapp.domain.begrippen import Afdoeningswijze, Status, Wens
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.normen import Normen
from klachtenapp.domain.stappen import ALTIJD, STAPPEN, Stapnaam, Toestand, Weg
from tests.domain.conftest import MaakDossier, MaakGebeurtenis

VANDAAG = date(2026, 11, 24)
ONTVANGEN = date(2026, 11, 20)


def _nu(dossier: Dossier, kader: Kader, variant: str = "compleet") -> str:
    weg = stappen.weg_van(dossier)
    plekken = stappen.persoonlijk(variant, dossier, kader, VANDAAG, weg=weg)
    return next((p.naam.value for p in plekken if p.toestand is Toestand.NU), "")


@pytest.mark.parametrize("weg", Weg)
def test_every_way_has_every_variant(weg: Weg) -> None:
    assert STAPPEN[weg].keys() == stappen.VARIANTEN.keys()
    assert len(STAPPEN[weg]["kort"]) == 5
    for namen in STAPPEN[weg].values():
        assert len(set(namen)) == len(namen)
        assert namen[:2] == (Stapnaam.BINNEN, Stapnaam.BELLEN)
    assert set(STAPPEN[weg]["kort"]) < set(STAPPEN[weg]["compleet"])


@pytest.mark.parametrize(
    ("wens", "weg"),
    [
        (None, Weg.BEIDE),
        (Wens.GESPREK, Weg.INFORMEEL),
        (Wens.EXCUSES, Weg.INFORMEEL),
        (Wens.OPLOSSING, Weg.INFORMEEL),
        (Wens.OFFICIELE_BRIEF, Weg.FORMEEL),
    ],
)
def test_the_klager_chooses_the_way(maak_dossier: MaakDossier, wens: Wens | None, weg: Weg) -> None:
    assert stappen.weg_van(maak_dossier(ONTVANGEN, wens=wens)) is weg


def test_what_was_started_goes_before_what_was_wished(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis
) -> None:
    informeel = gebeurtenis(G.INFORMEEL_GESTART, date(2026, 11, 21))
    formeel = gebeurtenis(G.FORMEEL_GESTART, date(2026, 11, 23))
    wens = Wens.OFFICIELE_BRIEF
    samen = maak_dossier(ONTVANGEN, status=Status.INFORMEEL, gebeurtenissen=(informeel,), wens=wens)
    assert stappen.weg_van(samen) is Weg.INFORMEEL
    verder = replace(samen, status=Status.FORMEEL, gebeurtenissen=(informeel, formeel))
    assert stappen.weg_van(verder) is Weg.FORMEEL
    assert stappen.weg_van(replace(verder, status=Status.AFGEHANDELD)) is Weg.FORMEEL


def test_solved_together_goes_to_paper_and_then_to_a_question(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis, kader: Kader
) -> None:
    tevreden = gebeurtenis(G.TEVREDENHEID_VASTGESTELD, date(2026, 11, 22))
    brief = gebeurtenis(
        G.BRIEF_VERZONDEN, date(2026, 11, 23), brief=BriefSoort.AFSLUITBRIEF_INFORMEEL.value
    )
    dossier = maak_dossier(ONTVANGEN, status=Status.INFORMEEL, gebeurtenissen=(tevreden,))
    assert _nu(dossier, kader) == "afspraak"
    verstuurd = replace(dossier, gebeurtenissen=(tevreden, brief))
    assert _nu(verstuurd, kader) == "tevreden"
    plekken = stappen.persoonlijk("kort", verstuurd, kader, VANDAAG, weg=Weg.INFORMEEL)
    assert plekken[-2].klaar_op == date(2026, 11, 23)
    assert plekken[-1].uiterlijk is not None
    assert stappen.volgend_contact(plekken, verstuurd, kader, VANDAAG) is None
    dicht = replace(
        verstuurd,
        status=Status.AFGEHANDELD,
        afgehandeld_op=VANDAAG,
        afdoeningswijze=Afdoeningswijze.INFORMEEL_OPGELOST,
    )
    plekken = stappen.persoonlijk("kort", dicht, kader, VANDAAG, weg=stappen.weg_van(dicht))
    assert [plek.toestand for plek in plekken[-3:]] == [Toestand.KLAAR] * 3


def test_a_judgement_ticks_the_investigation_and_leads_to_the_letter(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis, kader: Kader
) -> None:
    feiten = (
        gebeurtenis(G.FORMEEL_GESTART, date(2026, 11, 21)),
        gebeurtenis(G.GEHOORD, date(2026, 11, 22), klager_gehoord="ja"),
    )
    dossier = maak_dossier(ONTVANGEN, status=Status.OORDEEL, gebeurtenissen=feiten)
    assert _nu(dossier, kader) == "uitzoeken"
    oordeel = gebeurtenis(G.OORDEEL_GEVORMD, date(2026, 11, 23), oordeel="gegrond")
    assert _nu(replace(dossier, gebeurtenissen=(*feiten, oordeel)), kader) == "antwoord"


def test_the_formal_way_does_not_wait_for_a_solution() -> None:
    vormen = {p.naam: p.vorm for p in stappen.algemeen("kort", Normen(), weg=Weg.FORMEEL)}
    assert vormen[Stapnaam.GESPREK] == vormen[Stapnaam.UITZOEKEN] == ALTIJD
    assert ALTIJD not in {p.vorm for p in stappen.algemeen("compleet", Normen())}


@pytest.mark.parametrize("weg", Weg)
@pytest.mark.parametrize("status", Status)
def test_the_next_contact_is_never_in_the_past(
    maak_dossier: MaakDossier, kader: Kader, weg: Weg, status: Status
) -> None:
    for vandaag in (VANDAAG, date(2027, 1, 4), date(2027, 6, 1)):
        dossier = maak_dossier(ONTVANGEN, status=status)
        plekken = stappen.persoonlijk("kort", dossier, kader, vandaag, weg=weg)
        dag = stappen.volgend_contact(plekken, dossier, kader, vandaag)
        assert dag is None or dag >= vandaag
        assert dossier.is_open or dag is None
        assert sum(plek.toestand is Toestand.NU for plek in plekken) <= 1


@pytest.mark.parametrize(
    ("reden", "weg"),
    [("niet tevreden", Weg.FORMEEL), ("ombudsman", Weg.FORMEEL), ("fout", Weg.INFORMEEL)],
)
def test_who_was_not_satisfied_gets_a_judgement(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis, reden: str, weg: Weg
) -> None:
    heropend = gebeurtenis(G.HEROPEND, date(2026, 11, 23), reden=reden)
    dossier = maak_dossier(
        ONTVANGEN, status=Status.HEROPEND, gebeurtenissen=(heropend,), wens=Wens.OPLOSSING
    )
    assert stappen.weg_van(dossier) is weg


def test_also_who_waits_too_long_hears_when_there_is_word(
    maak_dossier: MaakDossier, kader: Kader
) -> None:
    laat = date(2027, 3, 1)
    dossier = maak_dossier(ONTVANGEN, status=Status.OORDEEL)
    plekken = stappen.persoonlijk("kort", dossier, kader, laat, weg=Weg.FORMEEL)
    assert stappen.volgend_contact(plekken, dossier, kader, laat) == date(2027, 3, 15)
