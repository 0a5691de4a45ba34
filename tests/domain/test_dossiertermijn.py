"""The one date of a dossier, and whether it was met."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time

import pytest

from klachtenapp.domain import dossiertermijn, termijnkaart
from klachtenapp.domain.begrippen import Afdoeningswijze as W
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.begrippen import Soort, Status
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.normen import Norm, Normen
from klachtenapp.domain.personen import Persoon

MaakDossier = Callable[..., Dossier]
MaakGebeurtenis = Callable[..., Gebeurtenis]

BINNEN = date(2026, 10, 14)
DINSDAG = date(2026, 11, 24)
EERSTE_EINDE = date(2026, 11, 25)
NA_VERDAGING = date(2026, 12, 23)


def test_six_weeks_and_ten_with_a_commissie(maak_dossier: MaakDossier, kader: Kader) -> None:
    assert termijnkaart.uiterste_datum(maak_dossier(), kader) == EERSTE_EINDE
    met = maak_dossier(commissie=True)
    assert termijnkaart.uiterste_datum(met, kader) == NA_VERDAGING


def test_verdaging_and_uitstel_follow_from_the_events(
    maak_dossier: MaakDossier, kader: Kader, gebeurtenis: MaakGebeurtenis
) -> None:
    verdaagd = gebeurtenis(G.VERDAAGD, date(2026, 11, 20))
    korter = gebeurtenis(G.VERDAAGD, date(2026, 11, 20), tot="2026-12-09")
    uitstel = gebeurtenis(G.UITGESTELD, date(2026, 12, 1), tot="2027-01-15")
    nog_eens = gebeurtenis(G.UITGESTELD, date(2027, 1, 14), tot="2027-02-12")
    for gebeurtenissen, einde in (
        ((verdaagd,), NA_VERDAGING),
        ((korter,), date(2026, 12, 9)),
        ((verdaagd, uitstel), date(2027, 1, 15)),
        ((uitstel,), date(2027, 1, 15)),
        ((verdaagd, uitstel, nog_eens), date(2027, 2, 12)),
    ):
        dossier = maak_dossier(gebeurtenissen=gebeurtenissen)
        assert termijnkaart.uiterste_datum(dossier, kader) == einde


@pytest.mark.parametrize(
    ("bericht", "vastgelegd", "brief", "einde"),
    [
        ("2026-11-24", DINSDAG, None, EERSTE_EINDE),  # the letter still has to go
        ("2026-11-24", DINSDAG, date(2026, 11, 25), NA_VERDAGING),
        ("2026-11-24", DINSDAG, date(2026, 11, 26), EERSTE_EINDE),  # a day too late
        ("2026-11-20", DINSDAG, None, NA_VERDAGING),  # told before it was written down
    ],
)
def test_a_verdaging_counts_once_the_klager_was_told_in_time(
    maak_dossier: MaakDossier, kader: Kader, bericht: str, vastgelegd: date,
    brief: date | None, einde: date,
) -> None:  # fmt: skip
    nu = datetime.combine(vastgelegd, time(9))
    feiten = [Gebeurtenis(G.VERDAAGD, vastgelegd, nu, "registrar", {"klager_bericht_op": bericht})]
    if brief is not None:
        gegevens = {"brief": BriefSoort.VERDAGING_KLAGER.value}
        feiten.append(Gebeurtenis(G.BRIEF_VERZONDEN, brief, nu, "registrar", gegevens))
    dossier = maak_dossier(gebeurtenissen=tuple(feiten))
    assert termijnkaart.uiterste_datum(dossier, kader) == einde
    voorgenomen = dossiertermijn.voorgenomen_termijn(dossier, kader)
    assert voorgenomen is not None
    assert voorgenomen.uiterste_datum == NA_VERDAGING  # what the letter says


def test_a_melding_that_became_a_klacht_counts_from_the_second_contact(
    maak_dossier: MaakDossier, kader: Kader, gebeurtenis: MaakGebeurtenis
) -> None:
    omgezet = gebeurtenis(G.OMGEZET, date(2026, 11, 2), tweede_contact_op="2026-11-02")
    termijn = termijnkaart.afdoeningstermijn(maak_dossier(gebeurtenissen=(omgezet,)), kader)
    assert termijn is not None
    assert termijn.vanaf == date(2026, 11, 2)


def test_doorgeleid_counts_from_that_day(maak_dossier: MaakDossier, kader: Kader) -> None:
    dossier = maak_dossier(doorgeleid_op=date(2026, 10, 16))
    assert termijnkaart.uiterste_datum(dossier, kader) == date(2026, 11, 27)


def test_asking_for_more_does_not_stop_the_term(
    maak_dossier: MaakDossier, kader: Kader, gebeurtenis: MaakGebeurtenis
) -> None:
    vraag = gebeurtenis(G.AANVULLING_GEVRAAGD, date(2026, 10, 20), reageren_voor="2026-11-03")
    dossier = maak_dossier(status=Status.AANVULLING_GEVRAAGD, gebeurtenissen=(vraag,))
    assert termijnkaart.uiterste_datum(dossier, kader) == EERSTE_EINDE


def test_reopening_keeps_the_term(
    maak_dossier: MaakDossier, kader: Kader, gebeurtenis: MaakGebeurtenis
) -> None:
    dossier = maak_dossier(
        status=Status.HEROPEND, gebeurtenissen=(gebeurtenis(G.HEROPEND, date(2027, 2, 1)),)
    )
    assert termijnkaart.uiterste_datum(dossier, kader) == EERSTE_EINDE
    assert termijnkaart.op_tijd(dossier, kader) is None


@pytest.mark.parametrize("soort", [s for s in Soort if s is not Soort.KLACHT])
def test_the_rest_has_a_norm_and_no_legal_term(
    maak_dossier: MaakDossier, kader: Kader, soort: Soort
) -> None:
    dossier = maak_dossier(soort=soort)
    assert termijnkaart.afdoeningstermijn(dossier, kader) is None
    einde = date(2026, 10, 16) if soort is Soort.DOORZENDING else date(2026, 11, 25)
    assert termijnkaart.uiterste_datum(dossier, kader) == einde


def test_nobody_and_the_proper_way_have_a_norm_too(maak_dossier: MaakDossier, kader: Kader) -> None:
    for dossier in (maak_dossier(klager=Persoon()), maak_dossier(formeel_regime=False)):
        assert termijnkaart.afdoeningstermijn(dossier, kader) is None
        assert termijnkaart.afdoeningsnorm(dossier, kader) is not None


def test_a_norm_that_is_off_gives_no_date(maak_dossier: MaakDossier, kader: Kader) -> None:
    uit = replace(Normen().afhandeling_overig, aan=False)
    stil = replace(kader, normen=replace(Normen(), afhandeling_overig=uit))
    assert isinstance(uit, Norm)
    assert termijnkaart.uiterste_datum(maak_dossier(soort=Soort.TIP), stil) is None


@pytest.mark.parametrize(
    ("wijze", "klaar", "verwacht"),
    [
        (W.FORMEEL_AFGEHANDELD, EERSTE_EINDE, True),
        (W.FORMEEL_AFGEHANDELD, date(2026, 11, 26), False),
        (W.INFORMEEL_OPGELOST, date(2026, 10, 20), True),
        (W.INGETROKKEN, date(2026, 12, 1), False),
        (W.ONBEKEND, date(2026, 11, 1), True),
        (W.ONBEKEND, None, None),
        (W.NIET_IN_BEHANDELING, date(2026, 11, 11), True),  # four weeks, not six
        (W.NIET_IN_BEHANDELING, date(2026, 11, 12), False),
        (W.DOORGEZONDEN, date(2026, 10, 15), None),
        (W.GEEN_KLACHT, date(2026, 12, 15), None),
    ],
)
def test_op_tijd(
    maak_dossier: MaakDossier, kader: Kader, wijze: W, klaar: date | None, verwacht: bool | None
) -> None:
    dossier = maak_dossier(status=Status.AFGEHANDELD, afdoeningswijze=wijze, afgehandeld_op=klaar)
    assert termijnkaart.op_tijd(dossier, kader) is verwacht


def test_the_letter_counts_also_when_the_dossier_was_closed_later(
    maak_dossier: MaakDossier, kader: Kader, gebeurtenis: MaakGebeurtenis
) -> None:
    dossier = maak_dossier(
        status=Status.AFGEHANDELD,
        afdoeningswijze=W.FORMEEL_AFGEHANDELD,
        afgehandeld_op=date(2026, 11, 30),
        gebeurtenissen=(
            gebeurtenis(G.OORDEEL_GEVORMD, date(2026, 11, 20)),
            gebeurtenis(G.BRIEF_VERZONDEN, EERSTE_EINDE, brief="afdoeningsbrief"),
        ),
    )
    assert termijnkaart.klaar_op(dossier) == EERSTE_EINDE
    assert termijnkaart.op_tijd(dossier, kader) is True


def test_an_open_klacht_of_which_the_letter_is_out_has_met_its_term(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis
) -> None:
    oordeel = gebeurtenis(G.OORDEEL_GEVORMD, date(2026, 11, 20))
    brief = gebeurtenis(G.BRIEF_VERZONDEN, date(2026, 11, 24), brief="afdoeningsbrief")
    dossier = maak_dossier(status=Status.OORDEEL, gebeurtenissen=(oordeel, brief))
    assert termijnkaart.klaar_op(dossier) == date(2026, 11, 24)
    assert termijnkaart.klaar_op(replace(dossier, gebeurtenissen=(oordeel,))) is None


def test_a_satisfied_klager_ends_the_term_also_before_the_letter(
    maak_dossier: MaakDossier, kader: Kader, gebeurtenis: MaakGebeurtenis
) -> None:
    tevreden = gebeurtenis(G.TEVREDENHEID_VASTGESTELD, EERSTE_EINDE)
    dossier = maak_dossier(status=Status.INFORMEEL, gebeurtenissen=(tevreden,))
    assert termijnkaart.klaar_op(dossier) == EERSTE_EINDE  # art. 9:5: the duty to go on ends
    assert termijnkaart.antwoord_op(dossier) is None
    regels = {r.naam: r for r in termijnkaart.regels(dossier, kader, date(2026, 12, 1))}
    assert regels["afdoening"].toestand == "gedaan"
    assert "verdaging" not in regels
    assert "voortgangsbericht" not in regels
    later = gebeurtenis(G.BRIEF_VERZONDEN, date(2026, 11, 30), brief="afsluitbrief-informeel")
    dicht = replace(
        dossier,
        status=Status.AFGEHANDELD,
        afdoeningswijze=W.INFORMEEL_OPGELOST,
        afgehandeld_op=later.op,
        gebeurtenissen=(tevreden, later),
    )
    assert termijnkaart.op_tijd(dicht, kader) is True
    kaart = {r.naam: r for r in termijnkaart.regels(dicht, kader, date(2026, 12, 1))}
    assert kaart["ombudsman"].datum == date(2027, 11, 30)  # as the letter says
    weer = replace(dossier, gebeurtenissen=(tevreden, gebeurtenis(G.HEROPEND, date(2026, 12, 2))))
    assert termijnkaart.klaar_op(weer) is None
