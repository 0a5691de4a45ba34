"""The letters at the end: may they go, what must be filled in, and what follows from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from klachtenapp.domain import brieven
from klachtenapp.domain.begrippen import Afdoeningswijze, Kanaal, Soort, Status
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven import BRIEVEN
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.gemeente import Gemeente, Ombudsman
from klachtenapp.domain.handelingen import HANDELINGEN, bezwaren, voorinvullen
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.personen import Medewerker
from tests.domain.conftest import MaakDossier, MaakGebeurtenis

GEMEENTE = Gemeente("Voorbeeldstad", telefoon="14 0123", ondertekenaar="M. de Groot")
WIE = Medewerker(1, "P. Yılmaz", telefoon="0123 - 45 67 12")
DAG = date(2026, 11, 4)  # three weeks after receipt
ELDERS = {
    "instantie_naam": "Waterschap",
    "instantie_adres": "Postbus 5",
    "instantie_postcode": "1234 ZZ",
    "instantie_plaats": "Voorbeeldstad",
}
B = BriefSoort


@pytest.fixture
def lopend(maak_dossier: MaakDossier) -> Dossier:
    return maak_dossier(status=Status.BEOORDELING, behandelaar=WIE, kanaal=Kanaal.EMAIL)


def _velden(
    soort: BriefSoort, dossier: Dossier, kader: Kader, dag: date = DAG, **antwoorden: str
) -> set[str]:
    """Return where the objections are: the field, else the article, else the text."""
    gevonden = brieven.mag_brief(soort, dossier, GEMEENTE, dag, kader, antwoorden)
    return {b.veld or b.artikel or b.tekst for b in gevonden}


def _feiten(
    soort: BriefSoort, dossier: Dossier, kader: Kader, dag: date = DAG, **antwoorden: str
) -> Mapping[str, str]:
    return brieven.velden(soort, dossier, GEMEENTE, kader, dag, WIE, {}, antwoorden)


def _na(dossier: Dossier, *feiten: Gebeurtenis, **anders: object) -> Dossier:
    gebeurd = (*dossier.gebeurtenissen, *feiten)
    return replace(dossier, gebeurtenissen=gebeurd, **anders)  # type: ignore[arg-type]


def _verzonden(
    maak: MaakGebeurtenis, soort: BriefSoort, dag: date = DAG, **antwoorden: str
) -> Gebeurtenis:
    gegevens = {f"antwoord_{naam}": tekst for naam, tekst in antwoorden.items()}
    return maak(G.BRIEF_VERZONDEN, dag, brief=soort.value, **gegevens)


GOED: Mapping[BriefSoort, Mapping[str, str]] = {
    B.NIET_IN_BEHANDELING: {"grond": "a"},
    B.DOORZENDING_KLAGER: {"instantie_naam": "Waterschap"},
    B.DOORZENDING_INSTANTIE: ELDERS,
    B.DOORGELEIDING_KLAGER: {"stuk": "bezwaar", "behandelt": "Waterschap", "elders": "ja"},
    B.DOORGELEIDING_INSTANTIE: {**ELDERS, "stuk": "beroep"},
    B.INTREKKING: {"ingetrokken_op": "2026-11-02", "vorm": "telefoon"},
    B.VOORTGANG: {"gedaan": "Wij praatten met iedereen."},
    B.JUIST_KANAAL: {"kanaal_goed": "het formulier"},
    B.START_TERMIJN: {"doorgeleid_op": "2026-11-03"},
}


@pytest.mark.parametrize("soort", GOED)
def test_with_its_answers_it_may_go(lopend: Dossier, kader: Kader, soort: BriefSoort) -> None:
    assert _velden(soort, lopend, kader, **GOED[soort]) == set()


@pytest.mark.parametrize("soort", GOED)
def test_every_question_that_must_be_answered_is_asked(
    lopend: Dossier, kader: Kader, soort: BriefSoort
) -> None:
    voor = BRIEVEN[soort].vooraf(brieven.Briefzaak(lopend, GEMEENTE, DAG, kader))
    for veld in BRIEVEN[soort].vragen:
        if veld.verplicht and veld.alleen_als is None and veld.naam not in voor:
            leeg = {naam: t for naam, t in GOED[soort].items() if naam != veld.naam}
            assert veld.naam in _velden(soort, lopend, kader, **leeg)


@pytest.mark.parametrize("soort", [s for s in GOED if s is not B.INTREKKING])
def test_not_for_a_dossier_that_ended_otherwise(
    lopend: Dossier, kader: Kader, soort: BriefSoort
) -> None:
    dicht = replace(lopend, status=Status.AFGEHANDELD, afdoeningswijze=Afdoeningswijze.INGETROKKEN)
    assert _velden(soort, dicht, kader, **GOED[soort]) != set()


@pytest.mark.parametrize(
    ("soort", "handeling"),
    [
        (B.NIET_IN_BEHANDELING, "neem_niet_in_behandeling"),
        (B.DOORZENDING_KLAGER, "zend_door"),
        (B.DOORGELEIDING_KLAGER, "leid_door_als_bezwaar"),
    ],
)
@pytest.mark.parametrize("status", [s for s in Status if s.is_open and s is not Status.CONCEPT])
def test_a_letter_goes_only_when_the_dossier_can_end_like_that(
    lopend: Dossier, kader: Kader, soort: BriefSoort, handeling: str, status: Status
) -> None:
    dossier = replace(lopend, status=status)
    if not _velden(soort, dossier, kader, **GOED[soort]) and status not in (
        Status.DOORGEZET,
        Status.TERUGGEKOPPELD,
    ):
        assert status in HANDELINGEN[handeling].van


def test_not_handling_is_told_within_four_weeks_or_with_a_reason(
    lopend: Dossier, kader: Kader
) -> None:
    laat = date(2026, 11, 12)
    soort = B.NIET_IN_BEHANDELING
    assert _velden(soort, lopend, kader, date(2026, 11, 11), grond="a") == set()
    assert _velden(soort, lopend, kader, laat, grond="a") == {"te_laat_reden"}
    assert _velden(soort, lopend, kader, laat, grond="a", te_laat_reden="Ziek.") == set()
    feiten = _feiten(soort, lopend, kader, laat, grond="a", te_laat_reden="Ziek.")
    assert feiten["bericht_te_laat"] == "ja"
    assert feiten["bericht_voor"] == "woensdag 11 november 2026"


def test_the_grounds_are_looked_at(lopend: Dossier, kader: Kader) -> None:
    soort = B.NIET_IN_BEHANDELING
    kort = _velden(soort, lopend, kader, grond="b", gedraging_op="2026-01-05")
    assert kort == {"grond"}
    lang = _velden(soort, lopend, kader, grond="b", gedraging_op="2025-01-05")
    assert lang == set()
    assert _velden(soort, lopend, kader, grond="b") == {"gedraging_op"}
    assert _velden(soort, lopend, kader, grond="lid 2") == {"uitleg"}
    feiten = _feiten(soort, lopend, kader, grond="lid 2", uitleg="Klein.")
    assert feiten["grond_lid2"] == "ja"
    assert feiten["grond_a"] == ""
    assert feiten["ombudsman_tot"] == "4 november 2027"


def test_without_an_ombudsman_nothing_is_refused(lopend: Dossier, kader: Kader) -> None:
    zonder = replace(GEMEENTE, ombudsman=Ombudsman(telefoon=""))
    gevonden = brieven.mag_brief(B.NIET_IN_BEHANDELING, lopend, zonder, DAG, kader, {"grond": "a"})
    assert [b.veld for b in gevonden] == ["ombudsman"]


def test_nobody_took_it_in_hand(lopend: Dossier, kader: Kader) -> None:
    nieuw = replace(lopend, status=Status.ONTVANGEN)
    assert _velden(B.NIET_IN_BEHANDELING, nieuw, kader, grond="a") == {"art. 9:7 Awb"}


def test_both_letters_go_on_one_day_or_with_a_reason(
    lopend: Dossier, kader: Kader, gebeurtenis: MaakGebeurtenis
) -> None:
    dossier = _na(lopend, _verzonden(gebeurtenis, B.DOORZENDING_KLAGER, **ELDERS))
    soort, later = B.DOORZENDING_INSTANTIE, date(2026, 11, 5)
    assert _velden(soort, dossier, kader) == set()  # name and address come from the other letter
    assert _velden(soort, dossier, kader, later) == {"andere_dag_reden"}
    assert _velden(soort, dossier, kader, later, andere_dag_reden="Storing.") == set()


def test_what_stays_here_needs_no_letter_to_another_body(
    lopend: Dossier, kader: Kader, gebeurtenis: MaakGebeurtenis
) -> None:
    hier = _verzonden(gebeurtenis, B.DOORGELEIDING_KLAGER, stuk="bezwaar", behandelt="Wij")
    soort = B.DOORGELEIDING_INSTANTIE
    assert _velden(soort, _na(lopend, hier), kader, **ELDERS) == {"art. 6:15 lid 1 Awb"}


def test_no_answer_only_after_a_question_whose_time_is_over(
    lopend: Dossier, kader: Kader, gebeurtenis: MaakGebeurtenis
) -> None:
    assert _velden(B.GEEN_REACTIE, lopend, kader) == {"art. 9:4 lid 2 Awb"}
    vraag = gebeurtenis(
        G.AANVULLING_GEVRAAGD, date(2026, 10, 20), ontbreekt="adres", reageren_voor="2026-11-03"
    )
    dossier = _na(lopend, vraag, status=Status.AANVULLING_GEVRAAGD)
    assert _velden(B.GEEN_REACTIE, dossier, kader, date(2026, 11, 3)) == {"art. 9:4 lid 2 Awb"}
    assert _velden(B.GEEN_REACTIE, dossier, kader) == set()
    assert _feiten(B.GEEN_REACTIE, dossier, kader)["wat_ontbreekt"] == "uw adres"


def test_a_wrong_channel_is_digital_and_the_start_is_told_at_once(
    lopend: Dossier, kader: Kader
) -> None:
    balie = replace(lopend, kanaal=Kanaal.BALIE)
    assert _velden(B.JUIST_KANAAL, balie, kader, kanaal_goed="x") == {"art. 2:16 Awb"}
    for dag in ("2026-10-14", "2026-10-30"):
        assert _velden(B.START_TERMIJN, lopend, kader, doorgeleid_op=dag) == {"doorgeleid_op"}
    feiten = _feiten(B.START_TERMIJN, lopend, kader, doorgeleid_op="2026-11-03")
    assert feiten["uiterste_datum"] == "dinsdag 15 december 2026"


def test_the_ombudsman_gets_reasons(
    lopend: Dossier, kader: Kader, gebeurtenis: MaakGebeurtenis
) -> None:
    antwoorden = {"aanbeveling": "Bel.", "volgt": "nee", "maatregel": "Niets."}
    soort = B.REACTIE_OMBUDSMAN
    assert _velden(soort, lopend, kader, **antwoorden) == {"art. 9:36 Awb", "reden"}
    bericht = gebeurtenis(G.BIJ_OMBUDSMAN, date(2026, 11, 2), rapportnummer="7")
    dossier = _na(lopend, bericht)
    assert _velden(soort, dossier, kader, **antwoorden, reden="Het mag niet.") == set()
    assert _feiten(soort, dossier, kader, **antwoorden)["rapportnummer"] == "7"


def test_a_tip_is_called_a_tip(lopend: Dossier, kader: Kader) -> None:
    tip = replace(lopend, soort=Soort.TIP, status=Status.DOORGEZET)
    assert _velden(B.ONTVANGST_REACTIE, tip, kader) == set()
    assert _feiten(B.ONTVANGST_REACTIE, tip, kader)["uw_klacht"] == "uw tip"
    verteld = replace(tip, status=Status.TERUGGEKOPPELD)
    assert len(_velden(B.ONTVANGST_REACTIE, verteld, kader)) == 1
    assert _velden(B.VERBETERPUNT, verteld, kader, gedaan="Het is gemaakt.") == set()


def test_an_improvement_was_promised_first(lopend: Dossier, kader: Kader) -> None:
    assert _velden(B.VERBETERPUNT, lopend, kader, gedaan="Klaar.") == {"verbeterpunt"}


def test_a_closed_dossier_gets_its_letter_once(
    lopend: Dossier, kader: Kader, gebeurtenis: MaakGebeurtenis
) -> None:
    einde = gebeurtenis(G.AFGEHANDELD, DAG, ingetrokken_op="2026-11-03", vorm="balie")
    dicht = _na(
        lopend, einde, status=Status.AFGEHANDELD, afdoeningswijze=Afdoeningswijze.INGETROKKEN
    )
    assert _velden(B.INTREKKING, dicht, kader) == set()
    assert _feiten(B.INTREKKING, dicht, kader)["ingetrokken_hoe"] == "aan de balie"
    weg = _na(dicht, _verzonden(gebeurtenis, B.INTREKKING))
    assert len(_velden(B.INTREKKING, weg, kader)) == 1


@pytest.mark.parametrize(
    ("soort", "handeling", "erbij"),
    [
        (B.NIET_IN_BEHANDELING, "neem_niet_in_behandeling", {}),
        (B.INTREKKING, "trek_in", {}),
        (B.DOORGELEIDING_KLAGER, "leid_door_als_bezwaar", {"toelichting": "Per koerier."}),
    ],
)
def test_what_was_sent_fills_in_the_ending(
    lopend: Dossier,
    kader: Kader,
    gebeurtenis: MaakGebeurtenis,
    soort: BriefSoort,
    handeling: str,
    erbij: dict[str, str],
) -> None:
    regel = HANDELINGEN[handeling]
    zonder = {**voorinvullen(regel, lopend, kader, DAG), **erbij}
    assert any("Brieven" in b.tekst for b in bezwaren(regel, lopend, zonder, kader, DAG))
    dossier = _na(lopend, _verzonden(gebeurtenis, soort, **GOED[soort]))
    met = {**voorinvullen(regel, dossier, kader, DAG), **erbij}
    assert bezwaren(regel, dossier, met, kader, DAG) == ()


def test_two_letters_fill_in_the_passing_on(
    lopend: Dossier, kader: Kader, gebeurtenis: MaakGebeurtenis
) -> None:
    regel = HANDELINGEN["zend_door"]
    dossier = _na(
        lopend,
        _verzonden(gebeurtenis, B.DOORZENDING_INSTANTIE, **ELDERS),
        _verzonden(gebeurtenis, B.DOORZENDING_KLAGER, **ELDERS),
    )
    invoer = voorinvullen(regel, dossier, kader, DAG)
    assert invoer["bestuursorgaan"] == "Waterschap"
    assert bezwaren(regel, dossier, invoer, kader, DAG) == ()
    anders = {**invoer, "brief_klager_op": "2026-11-03"}
    assert [b.veld for b in bezwaren(regel, dossier, anders, kader, DAG)] == ["andere_dag_reden"]


def test_who_has_our_answer_is_not_told_that_it_comes(
    lopend: Dossier, kader: Kader, gebeurtenis: MaakGebeurtenis
) -> None:
    """No request for more time, and no word of progress, after the letter with our judgement."""
    oordeel = replace(lopend, status=Status.OORDEEL)
    beantwoord = _na(
        oordeel, gebeurtenis(G.OORDEEL_GEVORMD, DAG), _verzonden(gebeurtenis, B.AFDOENINGSBRIEF)
    )
    for soort, antwoorden in (
        (B.VOORTGANG, GOED[B.VOORTGANG]),
        (B.UITSTEL, {"waarom": "Iemand is ziek."}),
    ):
        assert _velden(soort, oordeel, kader, **antwoorden) == set()
        (zin,) = _velden(soort, beantwoord, kader, **antwoorden)
        assert zin.startswith("De klager kreeg ons antwoord al")


@pytest.mark.parametrize("soort", [B.JUIST_KANAAL, B.START_TERMIJN])
def test_once_it_is_being_treated_the_door_it_came_by_is_no_matter(
    lopend: Dossier, kader: Kader, soort: BriefSoort
) -> None:
    for status in (Status.FORMEEL, Status.HOREN, Status.OORDEEL):
        (zin,) = _velden(soort, replace(lopend, status=status), kader, **GOED[soort])
        assert "behandeling" in zin
