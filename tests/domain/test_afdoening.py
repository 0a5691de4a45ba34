"""The closing list: each duty done, missing or set aside; every test breaks only one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import pytest

from klachtenapp.domain.afdoening import PLICHTEN, Route, bevindingen_bij_sluiten, route
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.begrippen import Oordeel, Soort, Status
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Dossier, Gebeurtenis, Klachtonderdeel
from klachtenapp.domain.handelingen import HANDELINGEN
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.normen import Normen
from klachtenapp.domain.personen import Medewerker, Persoon
from klachtenapp.domain.plichten import Sluittoestand

Maak = Callable[..., Dossier]
BINNEN, NU = date(2026, 10, 14), date(2026, 11, 20)
GEDAAN, ONTBREEKT, TERZIJDE = Sluittoestand


def feit(soort: G, dag: int = 16, **gegevens: str) -> Gebeurtenis:
    op = date(2026, 10, dag)
    return Gebeurtenis(soort, op, datetime.combine(op, time(9)), "registrar", gegevens)


def brief(soort: BriefSoort, dag: int) -> Gebeurtenis:
    return feit(G.BRIEF_VERZONDEN, dag, brief=soort, kanaal="post")


FORMEEL = (
    feit(G.GESPREK, 15, bereikt="ja"),
    brief(BriefSoort.ONTVANGSTBEVESTIGING, 16),
    feit(G.FORMEEL_GESTART, 17),
    feit(G.AFSCHRIFT_GEGEVEN, 18),
    feit(G.GEHOORD, 20, klager_gehoord="ja", beklaagde_gehoord="ja"),
    feit(G.VERSLAG_VASTGESTELD, 21),
    feit(G.ADVIES_ONTVANGEN, 22),
    feit(G.OORDEEL_GEVORMD, 23),
    feit(G.GESPREK, 24, bereikt="ja"),
    brief(BriefSoort.AFDOENINGSBRIEF, 25),
)
INFORMEEL = (
    *FORMEEL[:2],
    feit(G.TEVREDENHEID_VASTGESTELD, 20, hoe="telefoon"),
    brief(BriefSoort.AFSLUITBRIEF_INFORMEEL, 21),
)


@pytest.fixture
def compleet(maak_dossier: Maak) -> Dossier:
    """A formal klacht with a commissie, of which everything was done in time."""
    return maak_dossier(
        BINNEN,
        status=Status.OORDEEL,
        commissie=True,
        beklaagde="M. Kok",
        behandelaar=Medewerker(1, "H. de Boer"),
        onderdelen=(Klachtonderdeel("Wachten", bevinding="Twee uur.", oordeel=Oordeel.GEGROND),),
        gebeurtenissen=FORMEEL,
    )


def stand(dossier: Dossier, kader: Kader) -> dict[str, Sluittoestand]:
    return {r.naam: r.toestand for r in bevindingen_bij_sluiten(dossier, kader, NU)}


def zonder(dossier: Dossier, *weg: Gebeurtenis) -> Dossier:
    feiten = tuple(g for g in dossier.gebeurtenissen if g not in weg)
    return replace(dossier, gebeurtenissen=feiten)


def met(dossier: Dossier, plek: int, nieuw: Gebeurtenis) -> Dossier:
    """Replace the event at ``plek`` in the row of FORMEEL."""
    feiten = (*FORMEEL[:plek], nieuw, *FORMEEL[plek + 1 :])
    return replace(dossier, gebeurtenissen=feiten)


def test_alles_gedaan(compleet: Dossier, kader: Kader) -> None:
    bevindingen = bevindingen_bij_sluiten(compleet, kader, NU)
    assert {r.toestand for r in bevindingen} == {GEDAAN}
    assert all(r.uitleg.endswith(".") for r in bevindingen)
    assert all(not r.handeling and not r.brief for r in bevindingen)


@pytest.mark.parametrize(
    ("plek", "mist"),
    [
        (1, {"ontvangstbevestiging"}),
        (3, {"afschrift"}),
        (4, {"klager_gehoord", "beklaagde_gehoord"}),
        (5, {"verslag"}),
        (6, {"advies"}),
        (8, {"bellen_voor_brief"}),
        (9, {"afdoeningsbrief"}),
    ],
)
def test_een_ontbrekend_feit_mist_alleen_zijn_eigen_plicht(
    compleet: Dossier, kader: Kader, plek: int, mist: set[str]
) -> None:
    nu = stand(zonder(compleet, FORMEEL[plek]), kader)
    assert {naam for naam, toestand in nu.items() if toestand is ONTBREEKT} == mist


@pytest.mark.parametrize(
    ("anders", "mist"),
    [
        ({"behandelaar": None}, {"behandelaar"}),
        ({"behandelaar": Medewerker(2, "M. Kok")}, {"behandelaar"}),
        ({"onderdelen": ()}, {"onderdelen"}),
        ({"onderdelen": (Klachtonderdeel("x", bevinding="y"),)}, {"onderdelen"}),
        ({"ontvangen_op": date(2026, 8, 3)}, {"op_tijd"}),
    ],
)
def test_een_verkeerd_feit_mist_alleen_zijn_eigen_plicht(
    compleet: Dossier, kader: Kader, anders: dict[str, Any], mist: set[str]
) -> None:
    nu = stand(replace(compleet, **anders), kader)
    assert {naam for naam, toestand in nu.items() if toestand is ONTBREEKT} == mist


def test_zonder_oordeel_telt_de_brief_ook_niet(compleet: Dossier, kader: Kader) -> None:
    nu = stand(zonder(compleet, FORMEEL[7]), kader)
    assert {n for n, t in nu.items() if t is ONTBREEKT} == {
        "oordeel",
        "bellen_voor_brief",
        "afdoeningsbrief",
    }


@pytest.mark.parametrize(
    ("dossier", "naam"),
    [
        (lambda d: replace(zonder(d, FORMEEL[1]), formeel_regime=False), "ontvangstbevestiging"),
        (lambda d: replace(zonder(d, FORMEEL[6]), commissie=False), "advies"),
        (lambda d: replace(d, formeel_regime=False), "op_tijd"),
    ],
)
def test_wat_niet_hoeft_staat_terzijde_met_reden(
    compleet: Dossier, kader: Kader, dossier: Callable[[Dossier], Dossier], naam: str
) -> None:
    assert stand(dossier(compleet), kader)[naam] is TERZIJDE


def test_klacht_niet_over_een_persoon(compleet: Dossier, kader: Kader) -> None:
    gehoord = feit(G.GEHOORD, 20, klager_gehoord="ja", geen_beklaagde="ja")
    dossier = replace(zonder(met(compleet, 4, gehoord), FORMEEL[3]), beklaagde="")
    nu = stand(dossier, kader)
    assert nu["afschrift"] is nu["beklaagde_gehoord"] is TERZIJDE
    assert nu["klager_gehoord"] is nu["verslag"] is GEDAAN


@pytest.mark.parametrize(("beklaagde", "verwacht"), [("gehoord", GEDAAN), ("wil niet", TERZIJDE)])
def test_afzien_van_horen_geldt_alleen_voor_de_klager(
    compleet: Dossier, kader: Kader, beklaagde: str, verwacht: Sluittoestand
) -> None:
    verslag = {"verslag_op": "2026-10-20"} if beklaagde == "gehoord" else {}
    afgezien = feit(
        G.AFGEZIEN_VAN_HOREN,
        20,
        grond="b",
        beklaagde=beklaagde,
        beklaagde_op="2026-10-19",
        **verslag,
    )
    nu = stand(zonder(met(compleet, 4, afgezien), FORMEEL[5]), kader)
    assert nu["klager_gehoord"] is TERZIJDE
    assert nu["beklaagde_gehoord"] is verwacht
    assert nu["verslag"] is verwacht


def test_wie_niet_kwam_staat_terzijde(compleet: Dossier, kader: Kader) -> None:
    niet = feit(
        G.GEHOORD, 20, klager_gehoord="nee", beklaagde_gehoord="ja", afwezig_reden="niet gekomen"
    )
    assert stand(met(compleet, 4, niet), kader)["klager_gehoord"] is TERZIJDE


def test_bellen_voor_de_brief_kan_uit(compleet: Dossier, kader: Kader) -> None:
    uit = Kader(kader.kalender, Normen(bellen_voor_brief=False))
    assert stand(zonder(compleet, FORMEEL[8]), uit)["bellen_voor_brief"] is TERZIJDE


def test_informeel_vraagt_tevredenheid_en_papier(maak_dossier: Maak, kader: Kader) -> None:
    dossier = maak_dossier(
        BINNEN,
        status=Status.INFORMEEL,
        behandelaar=Medewerker(1, "H. de Boer"),
        gebeurtenissen=INFORMEEL,
    )
    assert route(dossier) is Route.INFORMEEL
    assert set(stand(dossier, kader).values()) == {GEDAAN}
    assert "verslag" not in stand(dossier, kader)
    zonder_brief = stand(zonder(dossier, INFORMEEL[3]), kader)
    assert zonder_brief["afsluitbrief"] is ONTBREEKT
    assert stand(zonder(dossier, INFORMEEL[2]), kader)["tevreden"] is ONTBREEKT


@pytest.mark.parametrize(
    ("anders", "weg"),
    [
        ({"soort": Soort.DOORZENDING}, Route.DOORZENDEN),
        ({"soort": Soort.TIP}, Route.TERUGKOPPELEN),
        ({"klager": Persoon()}, Route.ANONIEM),
        ({"status": Status.HOREN}, Route.FORMEEL),
        ({"gebeurtenissen": (feit(G.FORMEEL_GESTART),)}, Route.FORMEEL),
        ({}, Route.INFORMEEL),
    ],
)
def test_de_weg_van_een_dossier(maak_dossier: Maak, anders: dict[str, Any], weg: Route) -> None:
    assert route(maak_dossier(BINNEN, **anders)) is weg


POST = {"post": GEDAAN}


def test_tip_en_doorzending(maak_dossier: Maak, kader: Kader) -> None:
    tip = maak_dossier(BINNEN, soort=Soort.TIP)
    assert stand(tip, kader) == {"doorgezet": ONTBREEKT, "teruggekoppeld": ONTBREEKT, **POST}
    klaar = replace(tip, gebeurtenissen=(feit(G.DOORGEZET), feit(G.TERUGGEKOPPELD)))
    assert stand(klaar, kader) == {"doorgezet": GEDAAN, "teruggekoppeld": GEDAAN, **POST}
    assert stand(replace(tip, klager=Persoon()), kader)["teruggekoppeld"] is TERZIJDE
    post = maak_dossier(BINNEN, soort=Soort.DOORZENDING)
    assert stand(post, kader) == {"doorgezonden": ONTBREEKT, **POST}
    weg = replace(post, afgehandeld_op=date(2026, 10, 15))
    assert stand(weg, kader) == {"doorgezonden": GEDAAN, **POST}


def test_de_tabel_is_leesbaar() -> None:
    namen = [plicht.naam for plicht in PLICHTEN]
    assert len(set(namen)) == len(namen)
    for plicht in PLICHTEN:
        assert plicht.label
        assert bool(plicht.artikel) or not plicht.wettelijk
        assert not plicht.handeling or plicht.handeling in HANDELINGEN
        assert not plicht.brief or plicht.brief in set(BriefSoort)


def test_wat_ontbreekt_wijst_de_weg(compleet: Dossier, kader: Kader) -> None:
    for plek, stap in ((3, "geef_afschrift"), (9, BriefSoort.AFDOENINGSBRIEF.value)):
        bevindingen = bevindingen_bij_sluiten(zonder(compleet, FORMEEL[plek]), kader, NU)
        (mist,) = (r for r in bevindingen if r.toestand is ONTBREEKT)
        assert stap in (mist.handeling, mist.brief)
