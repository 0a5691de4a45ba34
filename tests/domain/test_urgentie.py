"""How pressing a dossier is, in the words of the werkvoorraad."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.begrippen import Soort, Status
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.normen import Normen
from klachtenapp.domain.urgentie import Trap, urgentie, van_datum

MaakDossier = Callable[..., Dossier]
MaakGebeurtenis = Callable[..., Gebeurtenis]

VANDAAG = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("dagen", "trap", "teken", "tekst"),
    [
        (-3, "te laat", "■", "3 dagen te laat"),
        (-1, "te laat", "■", "1 dag te laat"),
        (0, "deze week", "▲", "vandaag"),
        (1, "deze week", "▲", "morgen"),
        (2, "deze week", "▲", "do 26 nov"),
        (7, "deze week", "▲", "di 1 dec"),
        (8, "later", "●", "8 dagen"),
        (38, "later", "●", "38 dagen"),
    ],
)
def test_of_a_date(dagen: int, trap: str, teken: str, tekst: str) -> None:
    uitkomst = van_datum(VANDAAG + timedelta(days=dagen), VANDAAG)
    assert (uitkomst.trap, uitkomst.teken, uitkomst.tekst) == (trap, teken, tekst)


def test_of_a_klacht(maak_dossier: MaakDossier, kader: Kader) -> None:
    uitkomst = urgentie(maak_dossier(date(2026, 10, 14)), kader, VANDAAG)
    assert (uitkomst.trap, uitkomst.datum) == (Trap.DEZE_WEEK, date(2026, 11, 25))
    assert uitkomst.tekst == "morgen"


def test_of_a_compliment(maak_dossier: MaakDossier, kader: Kader) -> None:
    dossier = maak_dossier(date(2026, 11, 20), soort=Soort.COMPLIMENT)
    assert urgentie(dossier, kader, VANDAAG).tekst == "38 dagen"


def test_closed_presses_no_more(maak_dossier: MaakDossier, kader: Kader) -> None:
    uitkomst = urgentie(maak_dossier(status=Status.AFGEHANDELD), kader, date(2027, 5, 1))
    assert (uitkomst.trap, uitkomst.datum, uitkomst.tekst) == ("later", None, "afgehandeld")


def test_when_the_letter_is_out_it_is_not_late(
    maak_dossier: MaakDossier, kader: Kader, gebeurtenis: MaakGebeurtenis
) -> None:
    dossier = maak_dossier(
        status=Status.OORDEEL,
        gebeurtenissen=(
            gebeurtenis(G.OORDEEL_GEVORMD, date(2026, 11, 20)),
            gebeurtenis(G.BRIEF_VERZONDEN, date(2026, 11, 25), brief="afdoeningsbrief"),
        ),
    )
    uitkomst = urgentie(dossier, kader, date(2026, 12, 1))
    assert (uitkomst.trap, uitkomst.tekst) == (Trap.DEZE_WEEK, "nog afsluiten")


def test_a_satisfied_klager_is_never_late_but_waits_for_the_letter(
    maak_dossier: MaakDossier, kader: Kader, gebeurtenis: MaakGebeurtenis
) -> None:
    tevreden = gebeurtenis(G.TEVREDENHEID_VASTGESTELD, date(2026, 11, 20))
    dossier = maak_dossier(status=Status.INFORMEEL, gebeurtenissen=(tevreden,))
    assert urgentie(dossier, kader, VANDAAG).tekst == "morgen"
    laat = urgentie(dossier, kader, date(2026, 12, 1))
    assert (laat.trap, laat.tekst) == (Trap.DEZE_WEEK, "brief nog sturen")
    zonder_adres = replace(dossier, klager=replace(dossier.klager, straat=""))
    assert urgentie(zonder_adres, kader, date(2026, 12, 1)).tekst == "nog afsluiten"


def test_without_a_norm_there_is_no_date(maak_dossier: MaakDossier, kader: Kader) -> None:
    uit = replace(Normen(), afhandeling_overig=replace(Normen().afhandeling_overig, aan=False))
    uitkomst = urgentie(maak_dossier(soort=Soort.TIP), replace(kader, normen=uit), VANDAAG)
    assert (uitkomst.trap, uitkomst.tekst) == (Trap.LATER, "geen termijn")


@given(st.dates(), st.dates(), st.dates())
def test_the_most_pressing_comes_first(een: date, ander: date, vandaag: date) -> None:
    vroeg, laat = (van_datum(dag, vandaag) for dag in sorted((een, ander)))
    assert vroeg.volgorde <= laat.volgorde
