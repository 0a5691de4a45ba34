"""Every date of a dossier on one card."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from klachtenapp.domain import termijnkaart
from klachtenapp.domain.begrippen import Afdoeningswijze as W
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.begrippen import Soort, Status
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.normen import Normen
from klachtenapp.domain.personen import Persoon
from klachtenapp.domain.termijnkaart import Kaartregel

MaakDossier = Callable[..., Dossier]
MaakGebeurtenis = Callable[..., Gebeurtenis]

DINSDAG = date(2026, 11, 24)
BRIEF = G.BRIEF_VERZONDEN


def _kaart(dossier: Dossier, kader: Kader, vandaag: date = DINSDAG) -> dict[str, Kaartregel]:
    regels = termijnkaart.regels(dossier, kader, vandaag)
    kaart = {regel.naam: regel for regel in regels}
    assert len(kaart) == len(regels)
    return kaart


@pytest.fixture
def jangha(maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis) -> Dossier:
    """Return the dossier of mevrouw Jangha, as the design pictures it: the verslag is missing."""
    return maak_dossier(
        status=Status.HOREN,
        beklaagde="K. Kok",
        gebeurtenissen=(
            gebeurtenis(G.GESPREK, date(2026, 10, 15), bereikt="ja"),
            gebeurtenis(BRIEF, date(2026, 10, 15), brief="ontvangstbevestiging"),
            gebeurtenis(G.INFORMEEL_GESTART, date(2026, 10, 26)),
            gebeurtenis(G.FORMEEL_GESTART, date(2026, 10, 26)),
            gebeurtenis(G.AFSCHRIFT_GEGEVEN, date(2026, 10, 27)),
            gebeurtenis(G.HOREN_GEPLAND, date(2026, 10, 28), zitting_op="2026-11-11"),
            gebeurtenis(G.GEHOORD, date(2026, 11, 11), klager_gehoord="ja"),
        ),
    )


def test_the_card_of_mevrouw_jangha(jangha: Dossier, kader: Kader) -> None:
    kaart = _kaart(jangha, kader)
    assert [(r.naam, r.soort, r.toestand, r.datum) for r in kaart.values()] == [
        ("afdoening", "wet", "open", date(2026, 11, 25)),
        ("verdaging", "wet", "mogelijk", date(2026, 12, 23)),
        ("eerste_contact", "norm", "gedaan", date(2026, 10, 15)),
        ("ontvangstbevestiging", "norm", "gedaan", date(2026, 10, 16)),
        ("afschrift", "norm", "gedaan", date(2026, 11, 2)),
        ("hoorzitting", "norm", "gedaan", date(2026, 11, 11)),
        ("ombudsman", "wet", "mogelijk", None),
    ]
    assert kaart["afdoening"].uitleg == (
        "ontvangen wo 14 okt 2026 + 6 weken = wo 25 nov 2026, geen zaterdag, zondag of "
        "feestdag; art. 9:11 lid 1 Awb, art. 1 Atw."
    )
    assert kaart["afdoening"].stappen[0] == "Ontvangen op woensdag 14 oktober 2026."
    assert kaart["verdaging"].label == "Als u verdaagt"
    assert "schriftelijk aan klager en beklaagde, uiterlijk woensdag 25 november 2026" in (
        kaart["verdaging"].uitleg
    )
    assert "Gesproken op do 15 okt 2026, op tijd." in kaart["eerste_contact"].uitleg
    assert "Verzonden op do 15 okt 2026, op tijd." in kaart["ontvangstbevestiging"].uitleg
    assert "één jaar naar de ombudsman" in kaart["ombudsman"].uitleg


def test_after_the_term_verdagen_is_no_longer_possible(jangha: Dossier, kader: Kader) -> None:
    kaart = _kaart(jangha, kader, date(2026, 11, 26))
    assert kaart["afdoening"].toestand == "te laat"
    assert "verdaging" not in kaart


def test_verdaagd_stands_on_the_card_with_its_day(
    jangha: Dossier, kader: Kader, gebeurtenis: MaakGebeurtenis
) -> None:
    verdaging = gebeurtenis(G.VERDAAGD, date(2026, 11, 24), tot="2026-12-09")
    kaart = _kaart(replace(jangha, gebeurtenissen=(*jangha.gebeurtenissen, verdaging)), kader)
    assert kaart["afdoening"].datum == date(2026, 12, 9)
    assert kaart["verdaging"].toestand == "gedaan"
    assert kaart["verdaging"].gedaan_op == date(2026, 11, 24)


def test_a_verdaging_without_word_to_the_klager_does_not_count(
    jangha: Dossier, kader: Kader, gebeurtenis: MaakGebeurtenis
) -> None:
    verdaging = gebeurtenis(
        G.VERDAAGD, date(2026, 11, 24), tot="2026-12-09", klager_bericht_op="2026-11-24"
    )
    verdaagd = replace(jangha, gebeurtenissen=(*jangha.gebeurtenissen, verdaging))
    for dag, toestand, zin in (
        (date(2026, 11, 25), "open", "uiterlijk woensdag 25 november 2026 weg zijn"),
        (date(2026, 11, 26), "te laat", "De verdaging geldt dus niet"),
    ):
        kaart = _kaart(verdaagd, kader, dag)
        assert kaart["afdoening"].datum == date(2026, 11, 25)
        assert kaart["verdaging"].toestand == toestand
        assert zin in kaart["verdaging"].uitleg


def test_the_card_of_a_new_klacht(maak_dossier: MaakDossier, kader: Kader) -> None:
    kaart = _kaart(maak_dossier(DINSDAG), kader)
    assert {naam: regel.datum for naam, regel in kaart.items()} == {
        "afdoening": date(2027, 1, 5),
        "verdaging": date(2027, 2, 2),
        "niet_in_behandeling": date(2026, 12, 22),
        "eerste_contact": date(2026, 11, 25),
        "ontvangstbevestiging": date(2026, 11, 26),
        "afdoening_streef": date(2026, 12, 15),
        "voortgangsbericht": date(2026, 12, 8),
        "ombudsman": None,
    }
    assert {regel.toestand for regel in kaart.values()} == {"open", "mogelijk"}


def test_nobody_called(maak_dossier: MaakDossier, kader: Kader) -> None:
    kaart = _kaart(maak_dossier(date(2026, 11, 20)), kader, DINSDAG)
    assert kaart["eerste_contact"].toestand == "te laat"
    assert kaart["eerste_contact"].waarschuwingen
    morgen_nog = _kaart(maak_dossier(date(2026, 11, 20)), kader, date(2026, 11, 23))
    assert morgen_nog["eerste_contact"].toestand == "open"


def test_an_attempt_in_vain_is_no_contact(
    maak_dossier: MaakDossier, kader: Kader, gebeurtenis: MaakGebeurtenis
) -> None:
    poging = gebeurtenis(G.GESPREK, date(2026, 11, 23), bereikt="nee")
    dossier = maak_dossier(date(2026, 11, 20), gebeurtenissen=(poging,))
    assert _kaart(dossier, kader)["eerste_contact"].gedaan_op is None


def test_a_late_call_is_done_but_late(
    maak_dossier: MaakDossier, kader: Kader, gebeurtenis: MaakGebeurtenis
) -> None:
    gesprek = gebeurtenis(G.GESPREK, date(2026, 10, 19), bereikt="ja")
    regel = _kaart(maak_dossier(gebeurtenissen=(gesprek,)), kader)["eerste_contact"]
    assert regel.toestand == "gedaan"
    assert "4 dagen te laat" in regel.uitleg


def test_the_first_norm_can_be_switched_on(maak_dossier: MaakDossier, kader: Kader) -> None:
    aan = replace(Normen(), eerste_reactie=replace(Normen().eerste_reactie, aan=True))
    kaart = _kaart(maak_dossier(DINSDAG), replace(kader, normen=aan))
    assert kaart["eerste_reactie"].datum == DINSDAG


def test_formally_closed(
    maak_dossier: MaakDossier, kader: Kader, gebeurtenis: MaakGebeurtenis
) -> None:
    dossier = maak_dossier(
        status=Status.AFGEHANDELD,
        afdoeningswijze=W.FORMEEL_AFGEHANDELD,
        afgehandeld_op=date(2026, 11, 27),
        gebeurtenissen=(
            gebeurtenis(G.OORDEEL_GEVORMD, date(2026, 11, 26)),
            gebeurtenis(BRIEF, date(2026, 11, 27), brief="afdoeningsbrief"),
        ),
    )
    kaart = _kaart(dossier, kader, date(2026, 12, 1))
    assert list(kaart) == ["afdoening", "ombudsman"]
    assert kaart["afdoening"].toestand == "gedaan"
    assert "2 dagen te laat" in kaart["afdoening"].uitleg
    assert kaart["ombudsman"].datum == date(2027, 11, 27)
    assert "tot en met za 27 nov 2027" in kaart["ombudsman"].uitleg
    assert "ombudsman" in _kaart(dossier, kader, date(2027, 11, 27))
    assert "ombudsman" not in _kaart(dossier, kader, date(2027, 11, 28))


def test_informally_solved_leaves_time_to_think(
    maak_dossier: MaakDossier, kader: Kader, gebeurtenis: MaakGebeurtenis
) -> None:
    dossier = maak_dossier(
        status=Status.AFGEHANDELD,
        afdoeningswijze=W.INFORMEEL_OPGELOST,
        afgehandeld_op=date(2026, 11, 20),
        gebeurtenissen=(
            gebeurtenis(G.TEVREDENHEID_VASTGESTELD, date(2026, 11, 19)),
            gebeurtenis(BRIEF, date(2026, 11, 20), brief="afsluitbrief-informeel"),
        ),
    )
    kaart = _kaart(dossier, kader)
    assert kaart["bedenktijd"].datum == date(2026, 12, 4)
    assert kaart["ombudsman"].datum == date(2027, 11, 20)
    assert "bedenktijd" not in _kaart(dossier, kader, date(2026, 12, 5))
    tevreden, brief = dossier.gebeurtenissen
    kerst = replace(dossier, gebeurtenissen=(tevreden, replace(brief, op=date(2026, 12, 18))))
    assert _kaart(kerst, kader)["bedenktijd"].datum == date(2027, 1, 4)  # as the letter says


def test_not_handled_is_measured_by_its_own_four_weeks(
    maak_dossier: MaakDossier, kader: Kader
) -> None:
    dossier = maak_dossier(
        status=Status.AFGEHANDELD,
        afdoeningswijze=W.NIET_IN_BEHANDELING,
        afgehandeld_op=date(2026, 11, 10),
    )
    kaart = _kaart(dossier, kader)
    assert list(kaart) == ["niet_in_behandeling", "ombudsman"]
    assert kaart["niet_in_behandeling"].datum == date(2026, 11, 11)
    assert kaart["niet_in_behandeling"].toestand == "gedaan"


def test_not_ours_has_no_ombudsman(maak_dossier: MaakDossier, kader: Kader) -> None:
    dossier = maak_dossier(
        status=Status.AFGEHANDELD,
        afdoeningswijze=W.DOORGEZONDEN,
        afgehandeld_op=date(2026, 10, 15),
    )
    assert "ombudsman" not in _kaart(dossier, kader)


def test_at_the_ombudsman(
    maak_dossier: MaakDossier, kader: Kader, gebeurtenis: MaakGebeurtenis
) -> None:
    zaak = gebeurtenis(G.BIJ_OMBUDSMAN, date(2026, 11, 2), reactie_voor="2026-11-16")
    regel = _kaart(maak_dossier(gebeurtenissen=(zaak,)), kader)["ombudsman"]
    assert (regel.toestand, regel.gedaan_op) == ("gedaan", date(2026, 11, 2))
    assert regel.uitleg.endswith("Wij antwoorden uiterlijk ma 16 nov 2026.")


def test_an_old_klacht_without_a_closing_date_is_done(
    maak_dossier: MaakDossier, kader: Kader
) -> None:
    dossier = maak_dossier(status=Status.AFGEHANDELD, afdoeningswijze=W.ONBEKEND)
    kaart = _kaart(dossier, kader)
    assert kaart["afdoening"].toestand == "gedaan"
    assert kaart["afdoening"].gedaan_op is None


def test_waiting_for_the_klager_shows_the_day_we_named(
    maak_dossier: MaakDossier, kader: Kader, gebeurtenis: MaakGebeurtenis
) -> None:
    vraag = gebeurtenis(G.AANVULLING_GEVRAAGD, date(2026, 11, 20), reageren_voor="2026-12-04")
    dossier = maak_dossier(status=Status.AANVULLING_GEVRAAGD, gebeurtenissen=(vraag,))
    regel = _kaart(dossier, kader)["aanvulling"]
    assert regel.datum == date(2026, 12, 4)
    assert "De wettelijke termijn loopt door." in regel.uitleg


def test_it_happened_more_than_a_year_before(maak_dossier: MaakDossier, kader: Kader) -> None:
    lang_geleden = maak_dossier(gedraging_op=date(2025, 10, 13))
    net_op_tijd = maak_dossier(gedraging_op=date(2025, 10, 14))
    assert "het mag wel" in _kaart(lang_geleden, kader)["jaar_na_gedraging"].uitleg
    assert "jaar_na_gedraging" not in _kaart(net_op_tijd, kader)


def test_a_compliment_has_own_norms_only(maak_dossier: MaakDossier, kader: Kader) -> None:
    kaart = _kaart(maak_dossier(date(2026, 11, 20), soort=Soort.COMPLIMENT), kader)
    assert {naam: (r.soort, r.datum) for naam, r in kaart.items()} == {
        "afdoening": ("norm", date(2027, 1, 1)),
        "eerste_contact": ("norm", date(2026, 11, 23)),
    }


def test_post_for_another_goes_on_at_once(maak_dossier: MaakDossier, kader: Kader) -> None:
    kaart = _kaart(maak_dossier(soort=Soort.DOORZENDING), kader)
    assert list(kaart) == ["afdoening"]
    assert "art. 2:3 lid 1 Awb" in kaart["afdoening"].uitleg


def test_a_signal_of_nobody_has_one_norm(maak_dossier: MaakDossier, kader: Kader) -> None:
    kaart = _kaart(maak_dossier(klager=Persoon()), kader)
    assert [(r.label, r.soort) for r in kaart.values()] == [("Signaal afhandelen", "norm")]


def test_the_proper_way_says_why_there_is_no_legal_term(
    maak_dossier: MaakDossier, kader: Kader
) -> None:
    kaart = _kaart(maak_dossier(formeel_regime=False), kader)
    assert kaart["afdoening"].soort == "norm"
    assert "art. 9:2 Awb" in kaart["afdoening"].uitleg
    assert not any(r.soort == "wet" for r in kaart.values())


def test_a_warning_of_the_term_stands_on_the_card(maak_dossier: MaakDossier, kader: Kader) -> None:
    kaart = _kaart(maak_dossier(date(2028, 12, 18)), kader, date(2028, 12, 18))
    assert "31-12-2028" in kaart["afdoening"].waarschuwingen[0]


GEBEURTENISSEN = st.lists(
    st.tuples(st.sampled_from(list(G)), st.integers(0, 90), st.booleans()), max_size=12
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    gebeurd=GEBEURTENISSEN,
    soort=st.sampled_from(Soort),
    status=st.sampled_from(Status),
    wijze=st.sampled_from([None, *W]),
    formeel=st.booleans(),
    vandaag=st.integers(0, 500),
)
def test_whatever_happened_the_card_can_be_drawn(
    maak_dossier: MaakDossier,
    gebeurtenis: MaakGebeurtenis,
    kader: Kader,
    gebeurd: list[tuple[G, int, bool]],
    soort: Soort,
    status: Status,
    wijze: W | None,
    formeel: bool,
    vandaag: int,
) -> None:
    binnen = date(2026, 10, 14)

    def maak(wat: G, dagen: int, met: bool) -> Gebeurtenis:
        dag = binnen + timedelta(days=dagen)
        later = (dag + timedelta(days=20)).isoformat()
        feiten = {"tot": later, "zitting_op": later, "reageren_voor": later} if met else {}
        return gebeurtenis(wat, dag, **feiten)

    dossier = maak_dossier(
        binnen,
        soort=soort,
        status=status,
        afdoeningswijze=wijze,
        formeel_regime=formeel,
        afgehandeld_op=binnen + timedelta(days=40) if not status.is_open else None,
        gebeurtenissen=tuple(maak(*g) for g in sorted(gebeurd, key=lambda g: g[1])),
    )
    dag = binnen + timedelta(days=vandaag)
    kaart = _kaart(dossier, kader, dag)
    for regel in kaart.values():
        assert regel.uitleg.endswith(".")
        assert regel.label
        if regel.toestand == "te laat":
            assert dossier.is_open
            assert regel.datum is not None
            assert regel.datum < dag
        assert regel.gedaan_op is None or regel.toestand == "gedaan"
    if dossier.is_open:
        assert kaart["afdoening"].datum == termijnkaart.uiterste_datum(dossier, kader)
