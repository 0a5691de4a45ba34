"""Letters that lie ready: what they hold back, and how one gets past them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.begrippen import Soort, Status
from klachtenapp.domain.dossier import DocumentInfo, Dossier
from klachtenapp.domain.handelingen import HANDELINGEN, bezwaren
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.klaarliggend import antwoorden_van, klaarliggend, vervallen, wat_te_doen
from klachtenapp.domain.poort import PLICHTEN, Route, Sluittoestand, bevindingen
from klachtenapp.domain.volgende_stap import VERSTUUR, volgende_stap
from tests.domain.conftest import MaakDossier, MaakGebeurtenis

VANDAAG = date(2026, 11, 24)
SLUITEND = [h for h in HANDELINGEN.values() if h.gebeurtenis is G.AFGEHANDELD]


def _info(nummer: int, soort: str, **anders: object) -> DocumentInfo:
    moment = datetime(2026, 11, 20, 9)
    info = DocumentInfo(nummer, f"K2026-0094 {soort}.pdf", soort, "", 1, moment)
    return replace(info, **anders)  # type: ignore[arg-type]


LIGT = _info(1, "ontvangstbevestiging")


def test_only_letters_that_did_not_go_out_lie_ready(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis
) -> None:
    weg = gebeurtenis(G.BRIEF_VERVALLEN, VANDAAG, document="4", reden="Fout.")
    dossier = maak_dossier(
        documenten=(
            LIGT,
            _info(2, "bijlage"),
            _info(3, "voortgangsbericht", verzonden_op=VANDAAG),
            _info(4, "voortgangsbericht"),
        ),
        gebeurtenissen=(weg,),
    )
    assert klaarliggend(dossier) == (LIGT,)
    assert vervallen(dossier, 4) == weg
    assert vervallen(dossier, 1) is None


def test_what_was_laid_aside_by_mistake_lies_ready_again(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis
) -> None:
    weg = replace(gebeurtenis(G.BRIEF_VERVALLEN, VANDAAG, document="1"), id=7)
    terug = gebeurtenis(G.ONGEDAAN_GEMAAKT, VANDAAG, _gebeurtenis="7")
    dossier = maak_dossier(documenten=(LIGT,), gebeurtenissen=(weg, terug))
    assert klaarliggend(dossier) == (LIGT,)


def test_the_answers_come_back_out_of_the_event(gebeurtenis: MaakGebeurtenis) -> None:
    feit = gebeurtenis(G.BRIEF_KLAARGELEGD, VANDAAG, antwoord_uitleg="Dag.", brief="x")
    assert antwoorden_van(feit) == {"uitleg": "Dag."}
    assert antwoorden_van(None) == {}


def _passend(handeling_naam: str, dossier: Dossier) -> Dossier:
    handeling = HANDELINGEN[handeling_naam]
    status = min(handeling.van, key=list(Status).index)
    soort = min(handeling.soorten, key=list(Soort).index)
    return replace(dossier, status=status, soort=soort)


@pytest.mark.parametrize("naam", [h.naam for h in SLUITEND])
def test_no_ending_passes_over_a_letter_that_lies_ready(
    maak_dossier: MaakDossier, kader: Kader, naam: str
) -> None:
    open_ = _passend(naam, maak_dossier())
    if HANDELINGEN[naam].past is not None:
        open_ = replace(open_, klager=replace(open_.klager, achternaam=""))
    dossier = replace(open_, documenten=(LIGT,))
    zin = wat_te_doen(dossier)
    assert "ligt klaar" in zin

    def gezegd(van: Dossier) -> list[str]:
        return [b.tekst for b in bezwaren(HANDELINGEN[naam], van, {}, kader, VANDAAG)]

    assert zin in gezegd(dossier)
    assert zin not in gezegd(open_)


def test_every_road_has_the_duty(maak_dossier: MaakDossier, kader: Kader) -> None:
    (plicht,) = (p for p in PLICHTEN if p.naam == "post")
    assert plicht.routes == frozenset(Route)
    dossier = maak_dossier(documenten=(LIGT, _info(2, "voortgangsbericht")))
    (regel,) = (r for r in bevindingen(dossier, kader, VANDAAG) if r.naam == "post")
    assert regel.toestand is Sluittoestand.ONTBREEKT
    assert "liggen klaar" in regel.uitleg


def test_the_letter_goes_before_the_closing(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis, kader: Kader
) -> None:
    tip = maak_dossier(
        soort=Soort.TIP,
        status=Status.TERUGGEKOPPELD,
        gebeurtenissen=(
            gebeurtenis(G.GESPREK, VANDAAG, bereikt="ja"),
            gebeurtenis(G.DOORGEZET, VANDAAG),
            gebeurtenis(G.TERUGGEKOPPELD, VANDAAG),
        ),
    )
    gewoon = volgende_stap(tip, kader, VANDAAG)
    assert gewoon is not None
    assert HANDELINGEN[gewoon.handeling].gebeurtenis is G.AFGEHANDELD
    stap = volgende_stap(replace(tip, documenten=(LIGT,)), kader, VANDAAG)
    assert stap is not None
    assert (stap.naam, stap.brief, stap.handeling) == (VERSTUUR, "ontvangstbevestiging", "")
    assert LIGT.naam in stap.waarom
