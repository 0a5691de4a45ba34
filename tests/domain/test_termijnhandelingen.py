"""More time with the klager's paper in hand, a term that begins later, a commissie named later."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from klachtenapp.domain import termijnkaart
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.begrippen import Status
from klachtenapp.domain.dossier import DocumentInfo, Dossier
from klachtenapp.domain.handeling import Collegas
from klachtenapp.domain.handelingen import HANDELINGEN, bezwaren, mogelijk, verricht, voorinvullen
from klachtenapp.domain.kader import Kader
from tests.domain.conftest import MaakDossier, MaakGebeurtenis

NU = date(2026, 10, 20)
STEL_UIT = HANDELINGEN["stel_uit"]
INSTEMMING = {"schriftelijk": "ja", "instemming_op": "2026-10-20", "tot": "2027-01-11"}


def met_bijlage(dossier: Dossier) -> Dossier:
    moment = datetime(2026, 10, 20, 9)
    brief = DocumentInfo(7, "instemming.pdf", "bijlage", "ab", 4, moment)
    onze = DocumentInfo(8, "brief.pdf", "verzoek-uitstel", "cd", 4, moment)
    return replace(dossier, documenten=(brief, onze))


def test_consent_is_in_the_dossier_or_it_is_known_where(
    maak_dossier: MaakDossier, kader: Kader
) -> None:
    dossier = met_bijlage(maak_dossier(status=Status.BEOORDELING))

    def fouten(**invoer: str) -> list[str]:
        alles = {**INSTEMMING, **invoer}
        return [b.veld for b in bezwaren(STEL_UIT, dossier, alles, kader, NU)]

    assert fouten() == ["bijlage"]
    assert fouten(bijlage="7: instemming.pdf") == []
    assert fouten(elders="Papieren dossier, kast 3.") == []
    assert fouten(bijlage="8: brief.pdf") == ["bijlage"]  # our own letter is no consent
    assert fouten(bijlage="9: elders.pdf") == ["bijlage"]
    assert "schriftelijk" in fouten(schriftelijk="nee", elders="Kast 3.")


def test_the_agreed_date_comes_from_the_letter_that_asked_for_it(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis, kader: Kader
) -> None:
    vraag = gebeurtenis(
        G.BRIEF_VERZONDEN, NU, brief="verzoek-uitstel", antwoord_uitstel_tot="2027-01-11"
    )
    dossier = maak_dossier(status=Status.BEOORDELING, gebeurtenissen=(vraag,))
    assert voorinvullen(STEL_UIT, dossier, kader, NU)["tot"] == "2027-01-11"


def test_a_term_begins_later_only_by_the_letter_that_said_so(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis, kader: Kader
) -> None:
    later = HANDELINGEN["laat_later_beginnen"]
    assert later not in mogelijk(maak_dossier(), kader, NU)  # default: receipt counts
    brief = gebeurtenis(
        G.BRIEF_VERZONDEN, date(2026, 10, 19), brief="start-termijn",
        antwoord_doorgeleid_op="2026-10-19",
    )  # fmt: skip
    dossier = maak_dossier(gebeurtenissen=(brief,))
    assert later in mogelijk(dossier, kader, NU)
    anders = bezwaren(later, dossier, {"doorgeleid_op": "2026-10-20"}, kader, NU)
    assert [b.veld for b in anders] == ["doorgeleid_op"]
    invoer = voorinvullen(later, dossier, kader, NU)
    assert bezwaren(later, dossier, invoer, kader, NU) == ()
    na = verricht(
        later, dossier, invoer, nu=datetime(2026, 10, 20, 9), door="r", collegas=Collegas()
    )
    assert termijnkaart.uiterste_datum(dossier, kader) == date(2026, 11, 25)
    assert termijnkaart.uiterste_datum(na, kader) == date(2026, 11, 30)
    assert na.ontvangen_op == dossier.ontvangen_op
    assert later not in mogelijk(na, kader, NU)


def test_a_commissie_named_later_gives_ten_weeks_from_receipt(
    maak_dossier: MaakDossier, kader: Kader
) -> None:
    rij = HANDELINGEN["schakel_commissie_in"]
    dossier = maak_dossier(status=Status.HOREN)
    invoer = {"wie": "klachtencommissie", "commissie_gemeld_op": "2026-10-20"}
    assert bezwaren(rij, dossier, invoer, kader, NU) == ()
    ongemeld = bezwaren(rij, dossier, {"wie": "commissie"}, kader, NU)
    assert [b.veld for b in ongemeld] == ["commissie_gemeld_op"]
    na = verricht(rij, dossier, invoer, nu=datetime(2026, 10, 20, 9), door="r", collegas=Collegas())
    assert na.commissie
    assert na.status is Status.HOREN
    assert termijnkaart.uiterste_datum(na, kader) == date(2026, 12, 23)
    assert rij not in mogelijk(na, kader, NU)
    assert bezwaren(rij, dossier, invoer, kader, date(2026, 11, 26))
    assert rij not in mogelijk(maak_dossier(status=Status.OORDEEL), kader, NU)
