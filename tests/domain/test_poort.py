"""The closing list: each duty done, missing or set aside; every test breaks only one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import pytest

from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.begrippen import Oordeel, Soort, Status
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Dossier, Gebeurtenis, Klachtonderdeel
from klachtenapp.domain.handelingen import HANDELINGEN
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.normen import Normen
from klachtenapp.domain.personen import Medewerker, Persoon
from klachtenapp.domain.plichten import Sluittoestand
from klachtenapp.domain.poort import (
    PLICHTEN,
    Route,
    Sluitbevinding,
    bevindingen,
    houdt_tegen,
    route,
)

Maak = Callable[..., Dossier]
BINNEN, NU = date(2026, 10, 14), date(2026, 11, 20)
GEDAAN, ONTBREEKT, TERZIJDE = Sluittoestand


def feit(soort: G, dag: int = 16, **gegevens: str) -> Gebeurtenis:
    op = date(2026, 10, dag)
    return Gebeurtenis(soort, op, datetime.combine(op, time(9)), "registrar", gegevens)


def brief(soort: BriefSoort, dag: int) -> Gebeurtenis:
    return feit(G.BRIEF_VERZONDEN, dag, brief=soort, kanaal="post")


AFDOENING = {
    "brief": BriefSoort.AFDOENINGSBRIEF.value,
    "kanaal": "post",
    "ondertekenaar": "A. van Egdom",
    "ombudsman_vermeld": "ja",
    "taal": "Goed leesbaar",
    "taalcijfer": "78",
    "leesbaar": "ja",
}
FORMEEL = (
    feit(G.GESPREK, 15, bereikt="ja"),
    brief(BriefSoort.ONTVANGSTBEVESTIGING, 16),
    feit(G.FORMEEL_GESTART, 17),
    feit(G.AFSCHRIFT_GEGEVEN, 18),
    feit(G.GEHOORD, 20, klager_gehoord="ja", beklaagde_gehoord="ja"),
    feit(G.VERSLAG_VASTGESTELD, 21),
    feit(G.ADVIES_ONTVANGEN, 22),
    feit(G.OORDEEL_GEVORMD, 23),
    feit(G.GESPREK, 24, bereikt="ja", gesproken_door="A. van Egdom"),
    feit(G.BRIEF_VERZONDEN, 25, **AFDOENING),
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
    return {r.naam: r.toestand for r in bevindingen(dossier, kader, NU)}


def mist(dossier: Dossier, kader: Kader) -> set[str]:
    return {naam for naam, toestand in stand(dossier, kader).items() if toestand is ONTBREEKT}


def zonder(dossier: Dossier, *weg: Gebeurtenis) -> Dossier:
    feiten = tuple(g for g in dossier.gebeurtenissen if g not in weg)
    return replace(dossier, gebeurtenissen=feiten)


def met(dossier: Dossier, plek: int, nieuw: Gebeurtenis) -> Dossier:
    """Replace the event at ``plek`` in the row of FORMEEL."""
    feiten = (*FORMEEL[:plek], nieuw, *FORMEEL[plek + 1 :])
    return replace(dossier, gebeurtenissen=feiten)


def test_alles_gedaan(compleet: Dossier, kader: Kader) -> None:
    regels = bevindingen(compleet, kader, NU)
    assert {r.naam for r in regels if r.toestand is not GEDAAN} == {"verdaging"}
    assert stand(compleet, kader)["verdaging"] is TERZIJDE
    assert all(r.uitleg.endswith(".") for r in regels)
    assert all(not r.handeling and not r.brief for r in regels)
    assert houdt_tegen(compleet, kader, NU) == ()


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
        regels = bevindingen(zonder(compleet, FORMEEL[plek]), kader, NU)
        (mist,) = (r for r in regels if r.toestand is ONTBREEKT)
        assert stap in (mist.handeling, mist.brief)


# --- the letter as it was sent ---


def met_brief(dossier: Dossier, **anders: str) -> Dossier:
    """The afdoeningsbrief with other facts; an empty one leaves a fact out."""
    feiten = {naam: waarde for naam, waarde in {**AFDOENING, **anders}.items() if waarde}
    return met(dossier, 9, feit(G.BRIEF_VERZONDEN, 25, **feiten))


@pytest.mark.parametrize(
    ("anders", "naam"),
    [
        ({"ombudsman_vermeld": "nee"}, "ombudsman"),
        ({"taal": "Lastig", "taalcijfer": "51", "leesbaar": "nee"}, "leesbaar"),
        ({"kanaal": "e-mail"}, "kanaal"),
        ({"ondertekenaar": "J. Bakker"}, "tekenaar_sprak"),
    ],
)
def test_een_brief_die_anders_wegging_mist_alleen_dat(
    compleet: Dossier, kader: Kader, anders: dict[str, str], naam: str
) -> None:
    assert mist(met_brief(compleet, **anders), kader) == {naam}


def test_de_ondertekenaar_was_erbij(compleet: Dossier, kader: Kader) -> None:
    gesprek = feit(G.GESPREK, 24, bereikt="ja", gesproken_door="M. Kok")
    dossier = met(met_brief(compleet, ondertekenaar="M. Kok"), 8, gesprek)
    feiten = (
        *dossier.gebeurtenissen[:9],
        feit(
            G.BRIEF_VERZONDEN,
            25,
            **AFDOENING,
        ),
    )
    tekende = replace(feiten[9], gegevens={**AFDOENING, "ondertekenaar": "M. Kok"})
    assert mist(replace(dossier, gebeurtenissen=(*feiten[:9], tekende)), kader) == {"ondertekenaar"}


def test_e_mail_mag_als_de_klager_dat_goed_vond(compleet: Dossier, kader: Kader) -> None:
    akkoord = replace(compleet.klager, email="evi@voorbeeld.test", email_akkoord=True)
    dossier = met_brief(replace(compleet, klager=akkoord), kanaal="e-mail")
    assert stand(dossier, kader)["kanaal"] is GEDAAN


@pytest.mark.parametrize(
    ("weg", "naam"),
    [
        ("ombudsman_vermeld", "ombudsman"),
        ("taal", "leesbaar"),
        ("ondertekenaar", "ondertekenaar"),
        ("ondertekenaar", "tekenaar_sprak"),
    ],
)
def test_wat_van_een_oude_brief_niet_bekend_is_staat_terzijde(
    compleet: Dossier, kader: Kader, weg: str, naam: str
) -> None:
    dossier = met_brief(compleet, **{weg: ""})
    assert stand(dossier, kader)[naam] is TERZIJDE
    assert mist(dossier, kader) == set()


def test_zonder_brief_wacht_wat_over_de_brief_gaat(compleet: Dossier, kader: Kader) -> None:
    regels = {r.naam: r for r in bevindingen(zonder(compleet, FORMEEL[9]), kader, NU)}
    wacht = {naam for naam, regel in regels.items() if regel.wacht}
    assert wacht == {"ombudsman", "ondertekenaar", "tekenaar_sprak", "leesbaar", "kanaal"}
    assert {regels[naam].toestand for naam in wacht} == {TERZIJDE}


# --- what keeps the dossier open, and passing ---


def tegen(dossier: Dossier, kader: Kader) -> set[str]:
    return {regel.naam for regel in houdt_tegen(dossier, kader, NU)}


def regel(dossier: Dossier, kader: Kader, naam: str) -> Sluitbevinding:
    return next(r for r in bevindingen(dossier, kader, NU) if r.naam == naam)


def gepasseerd(dossier: Dossier, plicht: str, reden: str = "Kon niet meer") -> Dossier:
    erbij = feit(G.PLICHT_GEPASSEERD, 26, plicht=plicht, reden=reden)
    return replace(dossier, gebeurtenissen=(*dossier.gebeurtenissen, erbij))


def test_alleen_de_wet_houdt_tegen(compleet: Dossier, kader: Kader) -> None:
    assert tegen(zonder(compleet, FORMEEL[3]), kader) == {"afschrift"}
    assert tegen(zonder(compleet, FORMEEL[8]), kader) == set()  # own norm
    te_laat = replace(compleet, ontvangen_op=date(2026, 8, 3))
    assert tegen(te_laat, kader) == set()  # the closing itself asks why


def test_een_gepasseerde_plicht_staat_terzijde_met_naam_en_reden(
    compleet: Dossier, kader: Kader
) -> None:
    dossier = gepasseerd(zonder(compleet, FORMEEL[3]), "afschrift")
    gevonden = regel(dossier, kader, "afschrift")
    assert gevonden.toestand is TERZIJDE
    assert gevonden.gepasseerd
    assert "registrar" in gevonden.uitleg
    assert gevonden.uitleg.endswith("Reden: Kon niet meer.")
    assert tegen(dossier, kader) == set()


def test_passeren_geldt_alleen_in_deze_ronde(compleet: Dossier, kader: Kader) -> None:
    dossier = gepasseerd(zonder(compleet, FORMEEL[3]), "afschrift")
    heropend = replace(dossier, gebeurtenissen=(*dossier.gebeurtenissen, feit(G.HEROPEND, 27)))
    assert regel(heropend, kader, "afschrift").toestand is ONTBREEKT


def test_wat_toch_is_gedaan_is_gedaan(compleet: Dossier, kader: Kader) -> None:
    assert regel(gepasseerd(compleet, "afschrift"), kader, "afschrift").toestand is GEDAAN


@pytest.mark.parametrize("naam", [p.naam for p in PLICHTEN if not p.passeerbaar])
def test_wat_niemand_kan_passeren_is_nooit_aangeboden(naam: str) -> None:
    for handeling in ("passeer_plicht", "sla_norm_over"):
        (keuzes,) = (v.keuzes for v in HANDELINGEN[handeling].velden if v.naam == "plicht")
        assert naam not in dict(keuzes)


@pytest.mark.parametrize(
    ("berichten", "zin"),
    [
        ({"beklaagde_bericht_op": "2026-10-18"}, "De klager kreeg uiterlijk"),
        ({"klager_bericht_op": "2026-10-18"}, "De beklaagde kreeg geen bericht"),
        ({"klager_bericht_op": "2026-10-19", "beklaagde_bericht_op": "2026-10-18"}, "De klager"),
    ],
)
def test_een_verdaging_hoort_bij_klager_en_beklaagde(
    compleet: Dossier, kader: Kader, berichten: dict[str, str], zin: str
) -> None:
    """A notice of the same day still had to be printed, and it was not."""
    verdaagd = feit(G.VERDAAGD, 19, **berichten)
    dossier = replace(compleet, gebeurtenissen=(*FORMEEL, verdaagd))
    (mist_er,) = houdt_tegen(dossier, kader, NU)
    assert mist_er.naam == "verdaging"
    assert mist_er.artikel == "art. 9:11 lid 2 Awb"
    assert mist_er.passeerbaar
    assert zin in mist_er.uitleg
    brieven = (
        brief(BriefSoort.VERDAGING_KLAGER, 19), brief(BriefSoort.VERDAGING_BEKLAAGDE, 19)
    )  # fmt: skip
    verteld = replace(dossier, gebeurtenissen=(*dossier.gebeurtenissen, *brieven))
    assert houdt_tegen(verteld, kader, NU) == ()
