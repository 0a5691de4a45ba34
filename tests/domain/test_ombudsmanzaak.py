"""The case at the ombudsman: read from its events, with a next step after the klacht ended."""

from __future__ import annotations

from datetime import date

from klachtenapp.domain.begrippen import Afdoeningswijze, Oordeel, Status
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven import BRIEVEN, Briefzaak, mag_brief
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.handelingen import HANDELINGEN, bezwaren, mogelijk
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.kalender import Kalender
from klachtenapp.domain.normen import Normen
from klachtenapp.domain.ombudsmanzaak import ombudsmanzaak, wacht_op_reactie
from klachtenapp.domain.termijnkaart import regels
from klachtenapp.domain.urgentie import urgentie
from klachtenapp.domain.volgende_stap import volgende_stap
from tests.domain.conftest import MaakDossier, MaakGebeurtenis

NU = date(2026, 12, 1)
WERK_BIJ = HANDELINGEN["werk_ombudsman_bij"]


def gesloten(maak_dossier: MaakDossier, *feiten: Gebeurtenis) -> Dossier:
    return maak_dossier(
        status=Status.AFGEHANDELD,
        afdoeningswijze=Afdoeningswijze.FORMEEL_AFGEHANDELD,
        oordeel=Oordeel.ONGEGROND,
        afgehandeld_op=date(2026, 11, 16),
        gebeurtenissen=feiten,
    )


def test_the_latest_word_on_each_fact_counts(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis
) -> None:
    dossier = gesloten(
        maak_dossier,
        gebeurtenis(G.BIJ_OMBUDSMAN, date(2026, 11, 20), reactie_voor="2026-12-04"),
        gebeurtenis(G.BRIEF_VERZONDEN, date(2026, 11, 27), brief="reactie-ombudsman"),
        gebeurtenis(G.HEROPEND, date(2026, 11, 28)),
        gebeurtenis(
            G.OMBUDSMAN_BIJGEWERKT, date(2027, 3, 1), rapportnummer="2027/018",
            oordeel="niet behoorlijk", aanbeveling="Bied excuses aan.", reactie_voor="2027-04-01",
        ),
    )  # fmt: skip
    zaak = ombudsmanzaak(dossier)
    assert zaak is not None
    assert (zaak.ontvangen_op, zaak.rapportnummer) == (date(2026, 11, 20), "2027/018")
    assert (zaak.oordeel, zaak.aanbeveling) == ("niet behoorlijk", "Bied excuses aan.")
    assert zaak.wacht_op_reactie
    assert zaak.reactie_voor == date(2027, 4, 1)


def test_a_closed_klacht_has_a_step_until_we_answered(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis, kader: Kader
) -> None:
    bericht = gebeurtenis(G.BIJ_OMBUDSMAN, date(2026, 11, 20), reactie_voor="2026-11-27")
    dossier = gesloten(maak_dossier, bericht)
    stap = volgende_stap(dossier, kader, NU)
    assert stap is not None
    assert (stap.brief, stap.uiterlijk) == ("reactie-ombudsman", date(2026, 11, 27))
    assert urgentie(dossier, kader, NU).tekst == "4 dagen te laat"
    regel = next(r for r in regels(dossier, kader, NU) if r.naam == "reactie_ombudsman")
    assert regel.toestand == "te laat"
    brief = gebeurtenis(G.BRIEF_VERZONDEN, NU, brief="reactie-ombudsman")
    klaar = gesloten(maak_dossier, bericht, brief)
    assert volgende_stap(klaar, kader, NU) is None
    assert urgentie(klaar, kader, NU).tekst == "afgehandeld"
    regel = next(r for r in regels(klaar, kader, NU) if r.naam == "reactie_ombudsman")
    assert regel.gedaan_op == NU
    assert "4 dagen te laat" in regel.uitleg


def test_a_message_without_a_question_asks_nothing(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis, kader: Kader
) -> None:
    dossier = gesloten(maak_dossier, gebeurtenis(G.BIJ_OMBUDSMAN, date(2026, 11, 20)))
    assert not wacht_op_reactie(dossier)
    assert volgende_stap(dossier, kader, NU) is None


def test_the_letter_can_go_after_a_heropening_and_knows_the_aanbeveling(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis, kader: Kader
) -> None:
    dossier = gesloten(
        maak_dossier,
        gebeurtenis(G.BIJ_OMBUDSMAN, date(2026, 11, 20), reactie_voor="2026-12-04"),
        gebeurtenis(G.OMBUDSMAN_BIJGEWERKT, date(2026, 11, 21), aanbeveling="Bied excuses aan."),
        gebeurtenis(G.HEROPEND, date(2026, 11, 28)),
    )
    soort = BriefSoort.REACTIE_OMBUDSMAN
    assert all(b.veld for b in mag_brief(soort, dossier, Gemeente("X"), NU))
    vooraf = BRIEVEN[soort].vooraf(Briefzaak(dossier, Gemeente("X"), NU, kader))
    assert vooraf["aanbeveling"] == "Bied excuses aan."


def test_updating_asks_for_a_case_news_and_a_date(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis, kader: Kader
) -> None:
    assert WERK_BIJ not in mogelijk(gesloten(maak_dossier), kader, NU)
    dossier = gesloten(maak_dossier, gebeurtenis(G.BIJ_OMBUDSMAN, date(2026, 11, 20)))
    assert WERK_BIJ in mogelijk(dossier, kader, NU)

    def fouten(**invoer: str) -> list[str]:
        alles = {"bijgewerkt_op": "2026-12-01", **invoer}
        return [b.veld for b in bezwaren(WERK_BIJ, dossier, alles, kader, NU)]

    assert fouten() == [""]
    assert fouten(oordeel="behoorlijk") == []
    assert fouten(aanbeveling="Bied excuses aan.") == ["reactie_voor"]
    assert fouten(aanbeveling="Bied excuses aan.", reactie_voor="2027-01-10") == []
    assert fouten(gereageerd_op="2026-11-19") == ["gereageerd_op"]


def test_a_klacht_the_ombudsman_asks_about_stays_a_klacht(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis
) -> None:
    """Found by a walk: as a compliment it could never get the answer that is owed."""
    om = {"nieuwe_soort": "compliment", "reden": "Toch een compliment."}
    vraag = gebeurtenis(G.BIJ_OMBUDSMAN, date(2026, 11, 20), reactie_voor="2026-12-04")
    dossier = maak_dossier(status=Status.ONTVANGEN, gebeurtenissen=(vraag,))
    (bezwaar,) = bezwaren(HANDELINGEN["zet_om"], dossier, om, Kader(Kalender(), Normen()), NU)
    assert "ombudsman" in bezwaar.tekst
    antwoord = gebeurtenis(G.BRIEF_VERZONDEN, date(2026, 11, 27), brief="reactie-ombudsman")
    beantwoord = maak_dossier(status=Status.ONTVANGEN, gebeurtenissen=(vraag, antwoord))
    assert not bezwaren(HANDELINGEN["zet_om"], beantwoord, om, Kader(Kalender(), Normen()), NU)
