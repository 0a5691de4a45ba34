"""Looking ahead: the same rules as when it is done, and nothing changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.begrippen import Status
from klachtenapp.domain.briefsoort import BriefSoort as B
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.handelingen import HANDELINGEN
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.personen import Medewerker
from klachtenapp.domain.watals import Aanname, mogelijke_aannames, vooruitblik
from tests.domain.conftest import MaakDossier, MaakGebeurtenis
from tests.domain.test_wandelingen import BEGIN, KADER, nieuwe_dossiers

NU = date(2026, 11, 2)  # received 14 October, so until 25 November


def formeel(maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis) -> Dossier:
    return maak_dossier(
        status=Status.FORMEEL,
        beklaagde="de heer T. Visser",
        behandelaar=Medewerker(1, "P. Yılmaz"),
        gebeurtenissen=(gebeurtenis(G.FORMEEL_GESTART, date(2026, 10, 20)),),
    )


def test_verdagen_shows_the_new_end_and_both_letters(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis, kader: Kader
) -> None:
    dossier = formeel(maak_dossier, gebeurtenis)
    blik = vooruitblik(dossier, kader, NU, Aanname(verdaag_tot=date(2026, 12, 23)))
    einde = next(d for d in blik.datums if d.naam == "afdoening")
    assert (einde.nu, einde.straks, einde.anders) == (
        date(2026, 11, 25), date(2026, 12, 23), True,
    )  # fmt: skip
    assert set(blik.brieven) == {B.VERDAGING_KLAGER, B.VERDAGING_BEKLAAGDE}
    assert blik.doen == (("verdaag", {"tot": "2026-12-23"}),)
    assert not blik.verboden
    assert dossier == formeel(maak_dossier, gebeurtenis)


def test_what_the_law_forbids_is_told_and_not_tried(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis, kader: Kader
) -> None:
    dossier = formeel(maak_dossier, gebeurtenis)
    te_ver = vooruitblik(dossier, kader, NU, Aanname(verdaag_tot=date(2027, 1, 20)))
    (verbod,) = te_ver.verboden
    assert verbod.handeling == "verdaag"
    assert "hoogstens 4 weken" in verbod.bezwaar.tekst
    assert not any(d.anders for d in te_ver.datums)
    te_laat = vooruitblik(dossier, kader, date(2026, 11, 26), Aanname(commissie=True))
    assert "niet alsnog langer" in te_laat.verboden[0].bezwaar.tekst


def test_a_commissie_gives_ten_weeks_also_when_it_comes_later(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis, kader: Kader
) -> None:
    dossier = formeel(maak_dossier, gebeurtenis)
    samen = Aanname(commissie=True, zitting_op=date(2026, 11, 12))
    blik = vooruitblik(dossier, kader, NU, samen)
    assert [naam for naam, _ in blik.doen] == ["schakel_commissie_in", "plan_horen"]
    einde = next(d for d in blik.datums if d.naam == "afdoening")
    assert einde.straks == date(2026, 12, 23)
    zitting = next(d for d in blik.datums if d.naam == "hoorzitting")
    assert (zitting.nu, zitting.straks) == (None, date(2026, 11, 12))
    assert {B.UITNODIGING_KLAGER, B.UITNODIGING_BEKLAAGDE} <= set(blik.brieven)
    begin = replace(dossier, status=Status.BEOORDELING, gebeurtenissen=())
    assert vooruitblik(begin, kader, NU, Aanname(commissie=True)).doen == (
        ("start_formeel", {"commissie": "ja"}),
    )


def test_a_hearing_that_is_too_late_or_too_soon_is_named(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis, kader: Kader
) -> None:
    dossier = formeel(maak_dossier, gebeurtenis)

    def let_op(dag: date) -> str:
        return " ".join(vooruitblik(dossier, kader, NU, Aanname(zitting_op=dag)).let_op)

    assert "na het einde van de termijn" in let_op(date(2026, 11, 30))
    assert "minder dan 7 dagen" in let_op(date(2026, 11, 5))
    assert "geen gewone werkdag (zondag)" in let_op(date(2026, 11, 8))
    assert "blijft 6 dagen over" in let_op(date(2026, 11, 19))
    assert let_op(date(2026, 11, 10)) == ""


@given(
    dossier=nieuwe_dossiers(),
    status=st.sampled_from([s for s in Status if s is not Status.CONCEPT]),
    dagen=st.lists(st.dates(BEGIN, date(2026, 9, 1)), min_size=4, max_size=4),
    commissie=st.booleans(),
)
@settings(deadline=None)
def test_no_assumption_breaks_it(
    dossier: Dossier, status: Status, dagen: list[date], commissie: bool
) -> None:
    dossier = replace(dossier, status=status)
    vandaag, verdaag, uitstel, zitting = dagen
    aanname = Aanname(commissie, verdaag, uitstel, zitting)
    blik = vooruitblik(dossier, KADER, vandaag, aanname)
    assert {naam for naam, _ in blik.doen} <= set(HANDELINGEN)
    assert mogelijke_aannames(dossier, KADER, vandaag) <= {
        "commissie", "verdaag_tot", "uitstel_tot", "zitting_op",
    }  # fmt: skip
    for naam, invoer in blik.doen:
        assert set(invoer) <= {veld.naam for veld in HANDELINGEN[naam].velden}
