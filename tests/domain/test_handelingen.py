"""The table of handelingen: its shape, and every guard broken one at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klachtenapp.domain import termijnkaart, verloop
from klachtenapp.domain.begrippen import (
    Afdoeningswijze,
    Kanaal,
    Oordeel,
    Soort,
    Status,
    Vorm,
    Wens,
)
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Dossier, Gebeurtenis, Klachtonderdeel
from klachtenapp.domain.handeling import Bezwaar, Collegas, Groep, VeldSoort
from klachtenapp.domain.handelingen import (
    HANDELINGEN,
    bezwaren,
    laatste_terug_te_draaien,
    maak_ongedaan,
    mogelijk,
    toestand_na,
    verricht,
    voorinvullen,
)
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.kalender import Kalender
from klachtenapp.domain.normen import Normen
from klachtenapp.domain.personen import Afdeling, Medewerker, Persoon
from klachtenapp.domain.volgende_stap import volgende_stap
from klachtenapp.errors import RegelFout

KADER = Kader(Kalender(), Normen())
BINNEN = date(2026, 3, 2)  # a Monday; the term of 6 weeks ends on Monday 13 April
NU = date(2026, 3, 16)
BOER, YILMAZ, EGDOM = (
    Medewerker(1, "H. de Boer"),
    Medewerker(2, "P. Yılmaz"),
    Medewerker(3, "A. van Egdom"),
)
COLLEGAS = Collegas(
    {m.naam: m for m in (BOER, YILMAZ, EGDOM)}, {"Burgerzaken": Afdeling(1, "Burgerzaken")}
)
KLAGER = Persoon(
    "Alberts", straat="Dorpsstraat", huisnummer="1", postcode="1741 AB", plaats="Voorbeeldstad"
)
NAMEN = [
    "wijs_behandelaar_toe", "noteer", "leg_gesprek_vast", "neem_in_beoordeling",
    "vraag_aanvulling", "aanvulling_ontvangen", "start_informeel", "klager_tevreden",
    "start_formeel", "geef_afschrift", "plan_horen", "leg_horen_vast", "zie_af_van_horen",
    "stel_verslag_vast", "ontvang_advies", "vorm_oordeel", "verdaag", "stel_uit",
    "sluit_informeel", "sluit_formeel", "trek_in", "neem_niet_in_behandeling", "zend_door",
    "leid_door_als_bezwaar", "zet_om", "sluit_zonder_reactie", "sluit_anoniem", "geen_klacht",
    "zet_door", "koppel_terug", "sluit_beantwoord", "heropen", "meld_ombudsman",
    "geef_stappenplan", "passeer_plicht", "sla_norm_over", "merk_betrokken", "merk_niet_betrokken",
    "wijs_ambassadeur_toe", "kom_belofte_na", "werk_ombudsman_bij", "schakel_commissie_in",
    "laat_later_beginnen",
]  # fmt: skip

Stap = tuple[str, Mapping[str, str]]
TOEGEWEZEN: Stap = ("wijs_behandelaar_toe", {"behandelaar": BOER.naam, "niet_betrokken": "ja"})
INFORMEEL: Stap = ("start_informeel", {})
TEVREDEN: Stap = (
    "klager_tevreden",
    {"tevreden_op": "2026-03-10", "hoe": "telefoon", "afspraak": "Excuses aangenomen."},
)
FORMEEL: Stap = ("start_formeel", {"reden": "wens klager"})
GEPLAND: Stap = (
    "plan_horen",
    {
        "zitting_op": "2026-03-14",
        "vorm": "driegesprek",
        "klager_uitgenodigd_op": "2026-03-09",
        "beklaagde_uitgenodigd_op": "2026-03-09",
    },
)
GEHOORD: Stap = (
    "leg_horen_vast",
    {"gehoord_op": "2026-03-14", "klager_gehoord": "ja", "beklaagde_gehoord": "ja"},
)
VERSLAG: Stap = ("stel_verslag_vast", {"verslag_op": "2026-03-15"})
ADVIES: Stap = ("ontvang_advies", {"advies_op": "2026-03-15", "rapport_compleet": "ja"})
OORDEEL: Stap = (
    "vorm_oordeel",
    {"oordeel_op": "2026-03-16", "bevinding": "Twee weken stilte.", "oordeel": "gegrond"},
)
TOT_OORDEEL = (TOEGEWEZEN, FORMEEL, GEPLAND, GEHOORD, VERSLAG)
SLUIT_FORMEEL = {
    "ondertekenaar": EGDOM.naam,
    "ondertekenaar_niet_betrokken": "ja",
}
GOED: dict[str, tuple[tuple[Stap, ...], dict[str, str]]] = {
    "wijs_behandelaar_toe": ((), dict(TOEGEWEZEN[1])),
    "vraag_aanvulling": (
        (TOEGEWEZEN,),
        {"ontbreekt": "adres", "gevraagd_op": "2026-03-16", "reageren_voor": "2026-03-30"},
    ),
    "start_formeel": ((TOEGEWEZEN,), dict(FORMEEL[1])),
    "plan_horen": ((TOEGEWEZEN, FORMEEL), dict(GEPLAND[1])),
    "leg_horen_vast": ((TOEGEWEZEN, FORMEEL, GEPLAND), dict(GEHOORD[1])),
    "zie_af_van_horen": (
        (TOEGEWEZEN, FORMEEL),
        {
            "grond": "c",
            "vastgesteld_op": "2026-03-16",
            "antwoord_voor": "2026-03-13",
            "bewijs": "Brief van 6 maart, geen antwoord.",
            "beklaagde": "gehoord",
            "beklaagde_op": "2026-03-12",
            "verslag_op": "2026-03-13",
        },
    ),
    "stel_verslag_vast": ((TOEGEWEZEN, FORMEEL, GEPLAND, GEHOORD), dict(VERSLAG[1])),
    "vorm_oordeel": (TOT_OORDEEL, dict(OORDEEL[1])),
    "verdaag": (
        (TOEGEWEZEN,),
        {
            "tot": "2026-05-11",
            "klager_bericht_op": "2026-03-16",
            "beklaagde_bericht_op": "2026-03-16",
            "reden": "Zieke collega.",
        },
    ),
    "stel_uit": (
        (TOEGEWEZEN,),
        {
            "schriftelijk": "ja",
            "elders": "Kast 3.",
            "instemming_op": "2026-03-16",
            "tot": "2026-06-01",
        },
    ),
    "trek_in": (
        (TOEGEWEZEN,),
        {"ingetrokken_op": "2026-03-15", "vorm": "telefoon", "bevestigd_op": "2026-03-16"},
    ),
    "neem_niet_in_behandeling": (
        (TOEGEWEZEN,),
        {"grond": "c", "brief_op": "2026-03-16", "ombudsman_vermeld": "ja"},
    ),
    "zend_door": (
        (),
        {
            "bestuursorgaan": "Waterschap",
            "brief_orgaan_op": "2026-03-03",
            "brief_klager_op": "2026-03-03",
        },
    ),
    "leid_door_als_bezwaar": (
        (TOEGEWEZEN,),
        {
            "stuk": "bezwaar",
            "behandelt": "Commissie bezwaarschriften",
            "brief_op": "2026-03-16",
            "ontvangst_vermeld": "ja",
        },
    ),
    "heropen": (
        (("geen_klacht", {"beantwoord_op": "2026-03-05", "toelichting": "Vraag."}),),
        {"reden": "niet tevreden", "toelichting": "Belde opnieuw."},
    ),
}
"""Per handeling the road to where it can be done, and answers that are right."""


def klacht(**anders: Any) -> Dossier:
    feiten: dict[str, Any] = {
        "uid": "u",
        "kenmerk": "K2026-0001",
        "soort": Soort.KLACHT,
        "status": Status.ONTVANGEN,
        "ontvangen_op": BINNEN,
        "kanaal": Kanaal.BRIEF,
        "vorm": Vorm.SCHRIFTELIJK,
        "omschrijving": "Niet teruggebeld.",
        "klager": KLAGER,
        "beklaagde": "M. Kok",
    }
    return Dossier(**{**feiten, **anders})


def met(dossier: Dossier, soort: G, op: date, **gegevens: str) -> Dossier:
    feit = Gebeurtenis(soort, op, datetime.combine(op, time(9)), "test", gegevens)
    return genummerd(replace(dossier, gebeurtenissen=(*dossier.gebeurtenissen, feit)))


def genummerd(dossier: Dossier) -> Dossier:
    feiten = tuple(replace(g, id=i) for i, g in enumerate(dossier.gebeurtenissen, start=1))
    return replace(dossier, gebeurtenissen=feiten)


def na(dossier: Dossier, *stappen: Stap, op: date = NU) -> Dossier:
    """Return the dossier after these steps, each of which must be allowed."""
    for naam, invoer in stappen:
        handeling = HANDELINGEN[naam]
        assert bezwaren(handeling, dossier, invoer, KADER, op) == (), naam
        nu = datetime.combine(op, time(9))
        dossier = genummerd(
            verricht(handeling, dossier, invoer, nu=nu, door="test", collegas=COLLEGAS)
        )
    return dossier


def toets(naam: str, dossier: Dossier, invoer: Mapping[str, str], op: date = NU) -> list[Bezwaar]:
    return list(bezwaren(HANDELINGEN[naam], dossier, invoer, KADER, op))


def brief(dossier: Dossier, soort: BriefSoort, op: date) -> Dossier:
    return met(dossier, G.BRIEF_VERZONDEN, op, brief=soort, kanaal="post")


def met_bewijs(dossier: Dossier) -> Dossier:
    """The letters that the law wants before the end: confirmation and afschrift."""
    bevestigd = brief(dossier, BriefSoort.ONTVANGSTBEVESTIGING, date(2026, 3, 4))
    return brief(bevestigd, BriefSoort.AFSCHRIFT, date(2026, 3, 9))


# --- the shape of the table ---


def test_alle_afgesproken_namen_bestaan() -> None:
    assert set(HANDELINGEN) == set(NAMEN)


@pytest.mark.parametrize("naam", NAMEN)
def test_elke_rij_is_goed_gevormd(naam: str) -> None:
    rij = HANDELINGEN[naam]
    velden = {veld.naam: veld for veld in rij.velden}
    assert rij.naam == naam
    assert rij.label
    assert len(velden) == len(rij.velden)
    assert rij.van
    assert rij.soorten
    assert not (rij.naar and rij.bestemming)
    if rij.op_veld:
        assert velden[rij.op_veld].soort is VeldSoort.DATUM
    for veld in rij.velden:
        assert bool(veld.keuzes) == (veld.soort is VeldSoort.KEUZE)
        if veld.alleen_als:
            assert veld.alleen_als[0] in velden
        if veld.naam.endswith("_op") and not veld.toekomst:
            assert veld.soort is VeldSoort.DATUM
    if rij.groep is Groep.AFSLUITEN:
        assert rij.naar is Status.AFGEHANDELD
        assert rij.gevolg is not None
        assert not rij.terug, "an ending is reopened, not undone"


@pytest.mark.parametrize("naam", list(GOED))
def test_goed_ingevuld_mag(naam: str) -> None:
    weg, invoer = GOED[naam]
    assert toets(naam, na(klacht(), *weg), invoer) == []


@pytest.mark.parametrize("naam", NAMEN)
@settings(max_examples=25)
@given(
    invoer=st.dictionaries(st.text(max_size=12), st.text(max_size=12), max_size=4), data=st.data()
)
def test_wat_er_ook_wordt_ingevuld_er_komt_antwoord(
    naam: str, invoer: dict[str, str], data: st.DataObject
) -> None:
    rommel = st.one_of(
        st.text(max_size=12),
        st.sampled_from(["ja", "nee", "2026-02-30", "2026-03-10", "0001-01-01"]),
    )
    velden = {veld.naam: data.draw(rommel) for veld in HANDELINGEN[naam].velden}
    status = data.draw(st.sampled_from(list(Status)))
    soort = data.draw(st.sampled_from(list(Soort)))
    dossier = klacht(status=status, soort=soort)
    toets(naam, dossier, invoer)
    toets(naam, dossier, velden | invoer)
    assert toestand_na(HANDELINGEN[naam], dossier, velden) in Status


@pytest.mark.parametrize("naam", list(GOED))
def test_elk_verplicht_veld_wordt_gevraagd(naam: str) -> None:
    weg, invoer = GOED[naam]
    dossier = na(klacht(), *weg)
    for veld in HANDELINGEN[naam].velden:
        if veld.verplicht:
            leeg = {k: v for k, v in invoer.items() if k != veld.naam}
            assert veld.naam in {b.veld for b in toets(naam, dossier, leeg)}


@pytest.mark.parametrize("naam", list(GOED))
def test_datums_liggen_tussen_ontvangst_en_vandaag(naam: str) -> None:
    weg, invoer = GOED[naam]
    dossier = na(klacht(), *weg)
    for veld in HANDELINGEN[naam].velden:
        if veld.soort is VeldSoort.DATUM and veld.naam in invoer:
            vroeg = {**invoer, veld.naam: (BINNEN - timedelta(days=1)).isoformat()}
            assert veld.naam in {b.veld for b in toets(naam, dossier, vroeg)}
            morgen = {**invoer, veld.naam: (NU + timedelta(days=1)).isoformat()}
            geweigerd = any("toekomst" in b.tekst for b in toets(naam, dossier, morgen))
            assert geweigerd == (not veld.toekomst)


# --- every guard, broken one at a time ---


@pytest.mark.parametrize(
    ("naam", "fout", "artikel"),
    [
        ("wijs_behandelaar_toe", {"niet_betrokken": "nee"}, "9:7"),
        ("wijs_behandelaar_toe", {"niet_betrokken": ""}, "9:7"),
        ("vraag_aanvulling", {"reageren_voor": "2026-03-16"}, "9:4"),
        ("start_formeel", {"commissie": "ja"}, "9:15"),
        ("plan_horen", {"beklaagde_uitgenodigd_op": ""}, "9:10"),
        ("plan_horen", {"beklaagde_uitgenodigd_op": "", "geen_beklaagde": "ja"}, "9:10"),
        ("plan_horen", {"klager_uitgenodigd_op": "2026-03-15"}, "9:10"),
        ("leg_horen_vast", {"klager_gehoord": "nee", "beklaagde_gehoord": "nee"}, "9:10"),
        ("leg_horen_vast", {"klager_gehoord": "nee"}, "9:10"),
        ("leg_horen_vast", {"beklaagde_gehoord": ""}, "9:10"),
        ("zie_af_van_horen", {"grond": "d"}, ""),
        ("zie_af_van_horen", {"antwoord_voor": ""}, "9:10 lid 2 onder c"),
        ("zie_af_van_horen", {"antwoord_voor": "2026-03-16"}, "9:10 lid 2 onder c"),
        ("zie_af_van_horen", {"beklaagde": "geen persoon"}, "9:10 lid 1"),
        ("zie_af_van_horen", {"beklaagde_op": ""}, "9:10 lid 1"),
        ("zie_af_van_horen", {"verslag_op": ""}, "9:10 lid 3"),
        ("vorm_oordeel", {"bevinding": ""}, "9:12 lid 1"),
        ("vorm_oordeel", {"oordeel": ""}, "9:12 lid 1"),
        ("verdaag", {"tot": "2026-05-12"}, "9:11 lid 2"),
        ("verdaag", {"tot": "2026-04-13"}, "9:11 lid 2"),
        ("verdaag", {"beklaagde_bericht_op": ""}, "9:9"),
        ("stel_uit", {"schriftelijk": "nee"}, "9:11 lid 3"),
        ("stel_uit", {"elders": ""}, "9:11 lid 3"),
        ("stel_uit", {"tot": "2026-04-13"}, "9:11 lid 3"),
        ("trek_in", {"bevestigd_op": ""}, ""),
        ("neem_niet_in_behandeling", {"ombudsman_vermeld": "nee"}, "9:12 lid 2"),
        ("neem_niet_in_behandeling", {"grond": "b"}, "9:8 lid 1 onder b"),
        (
            "neem_niet_in_behandeling",
            {"grond": "b", "gedraging_op": "2025-03-02"},
            "9:8 lid 1 onder b",
        ),
        ("zend_door", {"brief_klager_op": ""}, "2:3"),
        ("zend_door", {"brief_klager_op": "2026-03-04"}, "2:3"),
        ("leid_door_als_bezwaar", {"ontvangst_vermeld": "nee"}, "6:15"),
    ],
)
def test_een_fout_wordt_genoemd_met_artikel(naam: str, fout: dict[str, str], artikel: str) -> None:
    weg, invoer = GOED[naam]
    gevonden = toets(naam, na(klacht(), *weg), {**invoer, **fout})
    assert gevonden
    assert any(artikel in b.artikel for b in gevonden)
    assert {b.veld for b in gevonden} <= {veld.naam for veld in HANDELINGEN[naam].velden}


@pytest.mark.parametrize("wie", ["M. Kok", "mevrouw Kok", "de heer m. kok van de balie"])
def test_de_beklaagde_wordt_nooit_behandelaar(wie: str) -> None:
    collega = Medewerker(9, "M. Kok")
    dossier = klacht(beklaagde=wie)
    (bezwaar,) = toets(
        "wijs_behandelaar_toe",
        dossier,
        {"behandelaar": collega.naam, "niet_betrokken": "ja", "over_bestuur": "ja"},
    )
    assert (bezwaar.veld, bezwaar.artikel) == ("behandelaar", "art. 9:7 lid 1 Awb")


def test_klacht_over_het_bestuur_zelf_heeft_geen_vinkje_nodig() -> None:
    invoer = {"behandelaar": BOER.naam, "over_bestuur": "ja"}
    assert toets("wijs_behandelaar_toe", klacht(beklaagde="het college"), invoer) == []


def test_bij_een_tip_wordt_niet_naar_betrokkenheid_gevraagd() -> None:
    tip = klacht(soort=Soort.TIP)
    assert toets("wijs_behandelaar_toe", tip, {"behandelaar": BOER.naam}) == []
    assert na(tip, ("wijs_behandelaar_toe", {"behandelaar": BOER.naam})).status is Status.ONTVANGEN


def test_andere_behandelaar_vraagt_een_reden() -> None:
    dossier = na(klacht(), TOEGEWEZEN)
    wissel = {"behandelaar": YILMAZ.naam, "niet_betrokken": "ja"}
    assert [b.veld for b in toets("wijs_behandelaar_toe", dossier, wissel)] == ["reden"]
    assert toets("wijs_behandelaar_toe", dossier, {**wissel, "reden": "ziek"}) == []


def test_zonder_behandelaar_wordt_niets_begonnen() -> None:
    dossier = klacht(status=Status.HEROPEND)
    for naam in ("start_informeel", "start_formeel", "klager_tevreden"):
        assert any("9:7" in b.artikel for b in toets(naam, dossier, GOED.get(naam, ((), {}))[1]))


def test_formeel_vraagt_naam_en_adres() -> None:
    zonder_adres = na(klacht(klager=Persoon("Mohamed", telefoon="06-12345678")), TOEGEWEZEN)
    assert any("9:4" in b.artikel for b in toets("start_formeel", zonder_adres, FORMEEL[1]))
    naamloos = na(klacht(klager=Persoon()), TOEGEWEZEN)
    assert any("9:4" in b.artikel for b in toets("start_formeel", naamloos, FORMEEL[1]))


def test_commissie_geeft_tien_weken_en_een_advies() -> None:
    start = (
        "start_formeel",
        {**FORMEEL[1], "commissie": "ja", "commissie_gemeld_op": "2026-03-10"},
    )
    dossier = na(klacht(), TOEGEWEZEN, start, GEPLAND, GEHOORD, VERSLAG)
    assert dossier.status is Status.ADVIES
    assert termijnkaart.uiterste_datum(dossier, KADER) == date(2026, 5, 11)
    incompleet = {**ADVIES[1], "rapport_compleet": "nee"}
    assert any("9:15" in b.artikel for b in toets("ontvang_advies", dossier, incompleet))
    dossier = na(dossier, ADVIES)
    assert any("9:16" in b.artikel for b in toets("vorm_oordeel", dossier, OORDEEL[1]))
    afwijken = {**OORDEEL[1], "wijkt_af": "ja"}
    assert [b.veld for b in toets("vorm_oordeel", dossier, afwijken)] == ["afwijkreden"]
    assert toets("vorm_oordeel", dossier, {**OORDEEL[1], "wijkt_af": "nee"}) == []


def test_klacht_niet_over_een_persoon_wordt_een_keer_gezegd() -> None:
    plan = {**GEPLAND[1], "beklaagde_uitgenodigd_op": "", "geen_beklaagde": "ja"}
    dossier = na(klacht(beklaagde=""), TOEGEWEZEN, FORMEEL, ("plan_horen", plan))
    alleen_klager = {"gehoord_op": "2026-03-14", "klager_gehoord": "ja"}
    dossier = na(dossier, ("leg_horen_vast", alleen_klager), VERSLAG)
    assert dossier.status is Status.OORDEEL


def test_apart_horen_vraagt_beide_gesprekken() -> None:
    eerst = {**GEHOORD[1], "beklaagde_gehoord": "nee", "afwezig_reden": "apart"}
    dossier = na(klacht(), TOEGEWEZEN, FORMEEL, GEPLAND, ("leg_horen_vast", eerst))
    assert "beklaagde" in toets("stel_verslag_vast", dossier, VERSLAG[1])[0].tekst
    dan = {"gehoord_op": "2026-03-16", "klager_gehoord": "nee", "beklaagde_gehoord": "ja"}
    dossier = na(dossier, ("leg_horen_vast", {**dan, "afwezig_reden": "apart"}))
    assert toets("stel_verslag_vast", dossier, VERSLAG[1]) == []


def test_zonder_gesprek_geen_verslag() -> None:
    dossier = na(klacht(), TOEGEWEZEN, FORMEEL, GEPLAND)
    assert toets("stel_verslag_vast", dossier, VERSLAG[1])[0].artikel == "art. 9:10 lid 1 Awb"


def test_kennelijk_ongegrond_kan_niet_gegrond_worden() -> None:
    zonder = {
        "grond": "a",
        "vastgesteld_op": "2026-03-16",
        "bewijs": "Staat op het bonnetje.",
        "beklaagde": "wil niet",
        "beklaagde_op": "2026-03-12",
    }
    dossier = na(klacht(), TOEGEWEZEN, FORMEEL, ("zie_af_van_horen", zonder))
    gevonden = toets("vorm_oordeel", dossier, OORDEEL[1])
    assert [(b.veld, b.artikel) for b in gevonden] == [("oordeel", "art. 9:10 lid 2 onder a Awb")]
    ongegrond = ("vorm_oordeel", {**OORDEEL[1], "oordeel": "ongegrond"})
    dossier = na(dossier, ongegrond)
    deel = replace(dossier.onderdelen[0], oordeel=Oordeel.GEGROND)
    omgedraaid = replace(dossier, onderdelen=(deel,))
    bevestigd = brief(omgedraaid, BriefSoort.ONTVANGSTBEVESTIGING, NU)
    nu = volgende_stap(bevestigd, KADER, NU)
    assert nu is not None
    assert (nu.tekst, nu.handeling) == ("Nodig de klager alsnog uit", "plan_horen")
    gehoord = na(omgedraaid, GEPLAND, GEHOORD, VERSLAG)
    assert verloop.oordeel(gehoord) is None  # it was given before the hearing
    assert toets("vorm_oordeel", gehoord, {"oordeel_op": "2026-03-16"}) == []


def test_na_de_brief_wordt_niemand_meer_uitgenodigd() -> None:
    dossier = na(klacht(), *TOT_OORDEEL, OORDEEL)
    assert toets("plan_horen", dossier, GEPLAND[1]) == []
    verzonden = brief(dossier, BriefSoort.AFDOENINGSBRIEF, NU)
    assert toets("plan_horen", verzonden, GEPLAND[1])


# --- the term ---


def test_een_commissie_wekt_een_verlopen_termijn_niet_tot_leven() -> None:
    dossier = na(klacht(), TOEGEWEZEN)
    start = {**FORMEEL[1], "commissie": "ja", "commissie_gemeld_op": "2026-03-10"}
    assert toets("start_formeel", dossier, start, date(2026, 4, 13)) == []
    gevonden = toets("start_formeel", dossier, start, date(2026, 4, 14))
    assert [(b.veld, b.artikel) for b in gevonden] == [("commissie", "art. 9:11 lid 1 Awb")]
    zonder = {**FORMEEL[1], "commissie": "nee"}
    assert toets("start_formeel", dossier, zonder, date(2026, 4, 14)) == []


def test_verdagen_kan_niet_tot_een_zondag_of_feestdag() -> None:
    dossier = na(klacht(), TOEGEWEZEN)
    for dag, reden in (("2026-05-10", "zondag"), ("2026-04-27", "Koningsdag")):
        gevonden = toets("verdaag", dossier, {**GOED["verdaag"][1], "tot": dag})
        assert [b.veld for b in gevonden] == ["tot"]
        assert reden in gevonden[0].tekst


def test_verdagen_kan_een_keer_tot_en_met_de_laatste_dag() -> None:
    dossier = na(klacht(), TOEGEWEZEN)
    laatste, te_laat = date(2026, 4, 13), date(2026, 4, 14)
    goed = GOED["verdaag"][1]
    assert toets("verdaag", dossier, goed, laatste) == []
    assert any("niet meer" in b.tekst for b in toets("verdaag", dossier, goed, te_laat))
    na_afloop = {**goed, "klager_bericht_op": te_laat.isoformat()}
    assert "klager_bericht_op" in {b.veld for b in toets("verdaag", dossier, na_afloop, te_laat)}
    verdaagd = na(dossier, ("verdaag", goed))
    assert termijnkaart.uiterste_datum(verdaagd, KADER) == laatste  # the klager does not know yet
    brief = {"brief": "verdaging-klager"}
    verteld = Gebeurtenis(G.BRIEF_VERZONDEN, laatste, datetime.combine(laatste, time(9)), "", brief)
    verdaagd = replace(verdaagd, gebeurtenissen=(*verdaagd.gebeurtenissen, verteld))
    assert termijnkaart.uiterste_datum(verdaagd, KADER) == date(2026, 5, 11)
    assert any("één keer" in b.tekst for b in toets("verdaag", verdaagd, goed))


def test_voorstel_voor_verdagen_is_de_laatste_dag() -> None:
    voorstel = voorinvullen(HANDELINGEN["verdaag"], na(klacht(), TOEGEWEZEN), KADER, NU)
    assert voorstel == {
        "tot": "2026-05-11",
        "klager_bericht_op": "2026-03-16",
        "beklaagde_bericht_op": "2026-03-16",
    }


def test_voorstellen_geven_de_klager_tijd_tot_een_werkdag() -> None:
    vrijdag = date(2026, 3, 20)  # fourteen days later is Goede Vrijdag
    dossier = na(klacht(), TOEGEWEZEN)
    voorstel = voorinvullen(HANDELINGEN["vraag_aanvulling"], dossier, KADER, vrijdag)
    assert voorstel["reageren_voor"] == "2026-04-07"
    dossier = na(dossier, FORMEEL)
    plan = voorinvullen(HANDELINGEN["plan_horen"], dossier, KADER, NU)
    assert plan["antwoord_voor"] == "2026-03-23"
    assert plan["beklaagde_uitgenodigd_op"] == "2026-03-16"
    gepland = na(dossier, (GEPLAND[0], {**GEPLAND[1], "antwoord_voor": "2026-03-13"}))
    afzien = voorinvullen(HANDELINGEN["zie_af_van_horen"], gepland, KADER, NU)
    assert afzien["antwoord_voor"] == "2026-03-13"


def test_zonder_beklaagde_wordt_niets_over_een_beklaagde_ingevuld() -> None:
    dossier = na(klacht(beklaagde=""), TOEGEWEZEN, FORMEEL)
    plan = voorinvullen(HANDELINGEN["plan_horen"], dossier, KADER, NU)
    assert "beklaagde_uitgenodigd_op" not in plan
    assert "geen_beklaagde" not in plan  # that must be said, once
    gezegd = na(dossier, ("plan_horen", {**plan, **GEPLAND[1], "beklaagde_uitgenodigd_op": "",
                                         "geen_beklaagde": "ja"}))  # fmt: skip
    voorstel = voorinvullen(HANDELINGEN["verdaag"], gezegd, KADER, NU)
    assert voorstel["geen_beklaagde"] == "ja"
    assert "beklaagde_bericht_op" not in voorstel


def test_uitstel_geldt_alleen_met_instemming_voor_het_einde() -> None:
    dossier = na(klacht(), TOEGEWEZEN)
    goed = {**GOED["stel_uit"][1], "instemming_op": "2026-04-13"}
    assert toets("stel_uit", dossier, goed, date(2026, 4, 20)) == []
    laat = {**goed, "instemming_op": "2026-04-14"}
    assert [b.veld for b in toets("stel_uit", dossier, laat, date(2026, 4, 20))] == [
        "instemming_op"
    ]
    uitgesteld = na(dossier, ("stel_uit", GOED["stel_uit"][1]))
    assert termijnkaart.uiterste_datum(uitgesteld, KADER) == date(2026, 6, 1)
    assert toets("verdaag", uitgesteld, GOED["verdaag"][1])


def test_aanvulling_stopt_de_termijn_niet() -> None:
    dossier = na(klacht(), TOEGEWEZEN, ("vraag_aanvulling", GOED["vraag_aanvulling"][1]))
    assert termijnkaart.uiterste_datum(dossier, KADER) == date(2026, 4, 13)
    te_vroeg = toets("sluit_zonder_reactie", dossier, {"bericht_op": "2026-03-30",
                     "brief_op": "2026-03-30"}, date(2026, 3, 30))  # fmt: skip
    assert "nog antwoorden" in te_vroeg[0].tekst
    op = date(2026, 3, 31)
    slot = {"bericht_op": "2026-03-31", "brief_op": "2026-03-31"}
    assert na(dossier, ("sluit_zonder_reactie", slot), op=op).status is Status.AFGEHANDELD


# --- endings ---


def test_informeel_sluiten_vraagt_tevredenheid_en_brief() -> None:
    dossier = na(klacht(), TOEGEWEZEN, INFORMEEL)
    assert "tevreden" in toets("sluit_informeel", dossier, {})[0].tekst
    dossier = na(dossier, TEVREDEN)
    assert [b.veld for b in toets("sluit_informeel", dossier, {})] == ["zonder_brief_reden"]
    met_brief = brief(dossier, BriefSoort.AFSLUITBRIEF_INFORMEEL, date(2026, 3, 12))
    dicht = na(met_brief, ("sluit_informeel", {}))
    assert dicht.afdoeningswijze is Afdoeningswijze.INFORMEEL_OPGELOST
    assert (dicht.afgehandeld_op, dicht.oordeel) == (date(2026, 3, 12), Oordeel.GEEN_OORDEEL)
    zonder = na(dossier, ("sluit_informeel", {"zonder_brief_reden": "wil geen brief"}))
    assert zonder.afgehandeld_op == date(2026, 3, 10)


def test_tevredenheid_vervalt_als_de_klacht_formeel_verder_gaat() -> None:
    dossier = na(klacht(), TOEGEWEZEN, INFORMEEL, TEVREDEN, FORMEEL)
    assert verloop.tevredenheid(dossier) is None
    assert toets("sluit_informeel", dossier, {"zonder_brief_reden": "x"})


def test_formeel_sluiten() -> None:
    dossier = met_bewijs(na(klacht(), *TOT_OORDEEL))
    assert "onderdeel" in toets("sluit_formeel", dossier, SLUIT_FORMEEL)[0].tekst
    dossier = na(dossier, OORDEEL)
    assert "afdoeningsbrief" in toets("sluit_formeel", dossier, SLUIT_FORMEEL)[0].tekst
    klaar = brief(dossier, BriefSoort.AFDOENINGSBRIEF, date(2026, 3, 16))
    dicht = na(klaar, ("sluit_formeel", SLUIT_FORMEEL))
    assert (dicht.oordeel, dicht.afgehandeld_op) == (Oordeel.GEGROND, date(2026, 3, 16))
    assert dicht.onderdelen[0].bevinding == "Twee weken stilte."
    over = klacht_over(klaar, EGDOM.naam)
    assert [b.veld for b in toets("sluit_formeel", over, SLUIT_FORMEEL)] == ["ondertekenaar"]


PASSEER = {"plicht": "ontvangstbevestiging", "reden": "De brief is in maart zoekgeraakt."}


def zonder_bevestiging() -> Dossier:
    dossier = brief(na(klacht(), *TOT_OORDEEL, OORDEEL), BriefSoort.AFSCHRIFT, NU)
    return brief(dossier, BriefSoort.AFDOENINGSBRIEF, NU)


def test_een_open_plicht_houdt_tegen_tot_iemand_haar_passeert() -> None:
    dossier = zonder_bevestiging()
    (bezwaar,) = toets("sluit_formeel", dossier, SLUIT_FORMEEL)
    assert (bezwaar.veld, bezwaar.artikel) == ("", "art. 9:6 Awb")
    stap = volgende_stap(dossier, KADER, NU)
    assert stap is not None
    assert stap.handeling == "passeer_plicht"
    voorstel = voorinvullen(HANDELINGEN["passeer_plicht"], dossier, KADER, NU)
    assert voorstel == {"plicht": "ontvangstbevestiging"}
    verder = na(dossier, ("passeer_plicht", PASSEER))
    assert verder.status is Status.OORDEEL
    assert toets("sluit_formeel", verder, SLUIT_FORMEEL) == []
    terug = laatste_terug_te_draaien(verder)
    assert terug is not None
    assert terug[1].terug == "Overslaan van plicht ongedaan maken"
    (nogmaals,) = toets("passeer_plicht", verder, PASSEER)
    assert "geen wettelijke plicht" in nogmaals.tekst


@pytest.mark.parametrize(
    ("anders", "veld"),
    [({"plicht": "verslag"}, "plicht"), ({"reden": " "}, "reden"), ({"plicht": "x"}, "plicht")],
)
def test_alleen_wat_openstaat_met_een_reden(anders: dict[str, str], veld: str) -> None:
    gevonden = toets("passeer_plicht", zonder_bevestiging(), {**PASSEER, **anders})
    assert [b.veld for b in gevonden] == [veld]


def test_een_eigen_norm_overslaan() -> None:
    dossier = zonder_bevestiging()
    norm = {"plicht": "bellen_voor_brief", "reden": "De klager wil geen telefoon."}
    verder = na(dossier, ("sla_norm_over", norm))
    assert [b.veld for b in toets("sla_norm_over", verder, norm)] == ["plicht"]
    assert [b.veld for b in toets("sla_norm_over", dossier, PASSEER)] == ["plicht"]


def klacht_over(dossier: Dossier, wie: str) -> Dossier:
    return replace(dossier, beklaagde=wie)


def test_te_late_brief_vraagt_een_reden() -> None:
    op = date(2026, 4, 14)
    dossier = brief(met_bewijs(na(klacht(), *TOT_OORDEEL, OORDEEL)), BriefSoort.AFDOENINGSBRIEF, op)
    assert [b.veld for b in toets("sluit_formeel", dossier, SLUIT_FORMEEL, op)] == ["te_laat_reden"]
    invoer = {**SLUIT_FORMEEL, "te_laat_reden": "Verslag liet op zich wachten."}
    assert toets("sluit_formeel", dossier, invoer, op) == []


def test_een_nieuw_oordeel_na_de_brief_vraagt_een_nieuwe_brief() -> None:
    dossier = brief(met_bewijs(na(klacht(), *TOT_OORDEEL, OORDEEL)), BriefSoort.AFDOENINGSBRIEF, NU)
    opnieuw = na(dossier, ("vorm_oordeel", {"oordeel_op": "2026-03-16"}))
    assert "brief" in toets("sluit_formeel", opnieuw, SLUIT_FORMEEL)[0].tekst


def test_98_binnen_vier_weken_of_met_uitleg() -> None:
    dossier = na(klacht(), TOEGEWEZEN)
    goed = {**GOED["neem_niet_in_behandeling"][1], "brief_op": "2026-03-30"}
    assert toets("neem_niet_in_behandeling", dossier, goed, date(2026, 3, 30)) == []
    laat = {**goed, "brief_op": "2026-03-31"}
    gevonden = toets("neem_niet_in_behandeling", dossier, laat, date(2026, 3, 31))
    assert [(b.veld, b.artikel) for b in gevonden] == [("te_laat_reden", "art. 9:8 lid 3 Awb")]
    uitleg = {**laat, "te_laat_reden": "Toch gedaan."}
    dicht = na(dossier, ("neem_niet_in_behandeling", uitleg), op=date(2026, 3, 31))
    assert (dicht.afdoeningsgrond, dicht.oordeel) == ("c", Oordeel.GEEN_OORDEEL)


def test_98_onder_b_na_meer_dan_een_jaar() -> None:
    invoer = {**GOED["neem_niet_in_behandeling"][1], "grond": "b", "gedraging_op": "2025-03-01"}
    dicht = na(klacht(), TOEGEWEZEN, ("neem_niet_in_behandeling", invoer))
    assert dicht.gedraging_op == date(2025, 3, 1)


def test_98_vraagt_iemand_om_aan_te_schrijven() -> None:
    dossier = na(klacht(klager=Persoon()), TOEGEWEZEN)
    gevonden = toets("neem_niet_in_behandeling", dossier, GOED["neem_niet_in_behandeling"][1])
    assert [b.artikel for b in gevonden] == ["art. 9:4 lid 2 onder a Awb"]


def test_afsluiten_zonder_reactie_op_een_dag_na_de_antwoordtijd() -> None:
    vraag = GOED["vraag_aanvulling"][1]  # answer until 30 March
    dossier = na(klacht(), TOEGEWEZEN, ("vraag_aanvulling", vraag))
    slot = {"bericht_op": "2026-03-30", "zonder_brief_reden": "geen adres"}
    gevonden = toets("sluit_zonder_reactie", dossier, slot, date(2026, 4, 2))
    assert [b.veld for b in gevonden] == ["bericht_op"]
    later = {**slot, "bericht_op": "2026-03-31"}
    assert toets("sluit_zonder_reactie", dossier, later, date(2026, 4, 2)) == []


def test_anoniem_signaal_sluit_alleen_zonder_naam() -> None:
    slot = {"afgehandeld_op": "2026-03-16", "toelichting": "Besproken in het team."}
    assert "sluit_anoniem" not in {h.naam for h in mogelijk(klacht(), KADER, NU)}
    dicht = na(klacht(klager=Persoon()), TOEGEWEZEN, ("sluit_anoniem", slot))
    assert dicht.afdoeningswijze is Afdoeningswijze.ANONIEM_SIGNAAL


# --- tips and the like; changing kind; reopening ---


def test_de_weg_van_een_tip() -> None:
    tip = klacht(soort=Soort.TIP, beklaagde="")
    tip = na(tip, ("zet_door", {"afdeling": "Burgerzaken"}))
    assert tip.afdeling == Afdeling(1, "Burgerzaken")
    assert "sluit_beantwoord" not in {h.naam for h in mogelijk(tip, KADER, NU)}
    verteld = {"verteld_op": "2026-03-16", "hoe": "telefoon", "toelichting": "Wij doen het."}
    dicht = na(
        tip, ("koppel_terug", verteld), ("sluit_beantwoord", {"afgehandeld_op": "2026-03-16"})
    )
    assert (dicht.afdoeningswijze, dicht.oordeel) == (Afdoeningswijze.BEANTWOORD, None)


def test_onbekende_afdeling_of_medewerker_wordt_geweigerd() -> None:
    for invoer, veld in (
        ({"afdeling": "Bestaat niet"}, "afdeling"),
        ({"afdeling": "Burgerzaken", "behandelaar": "N. Iemand"}, "behandelaar"),
    ):
        with pytest.raises(RegelFout) as fout:
            na(klacht(soort=Soort.TIP), ("zet_door", invoer))
        assert fout.value.veld == veld


def test_tweede_melding_wordt_een_klacht_vanaf_het_tweede_contact() -> None:
    melding = klacht(soort=Soort.MELDING_OPENBARE_RUIMTE, formeel_regime=False, beklaagde="")
    melding = na(melding, ("zet_door", {"afdeling": "Burgerzaken"}))
    om = {"nieuwe_soort": "klacht", "reden": "Tegel ligt nog los."}
    assert [b.veld for b in toets("zet_om", melding, om)] == ["tweede_contact_op"]
    nu_klacht = na(melding, ("zet_om", {**om, "tweede_contact_op": "2026-03-16"}))
    assert (nu_klacht.soort, nu_klacht.status) == (Soort.KLACHT, Status.ONTVANGEN)
    assert nu_klacht.ontvangen_op == BINNEN
    assert termijnkaart.uiterste_datum(nu_klacht, KADER) == date(2026, 4, 28)  # after Koningsdag
    assert toets("zet_om", melding, {"nieuwe_soort": "melding openbare ruimte", "reden": "x"})


def test_een_klacht_die_een_melding_was_telt_als_omgezet() -> None:
    om = ("zet_om", {"nieuwe_soort": "melding openbare ruimte", "reden": "Losse tegel."})
    verteld = {"verteld_op": "2026-03-16", "hoe": "telefoon", "toelichting": "Gemaakt."}
    dicht = na(
        klacht(beklaagde=""),
        om,
        ("zet_door", {"afdeling": "Burgerzaken"}),
        ("koppel_terug", verteld),
        ("sluit_beantwoord", {"afgehandeld_op": "2026-03-16"}),
    )
    assert dicht.afdoeningswijze is Afdoeningswijze.OMGEZET_IN_MELDING


def test_een_klacht_in_de_formele_fase_verandert_niet_van_soort() -> None:
    dossier = na(klacht(), TOEGEWEZEN, FORMEEL)
    assert toets("zet_om", dossier, {"nieuwe_soort": "tip", "reden": "x"})


def test_heropenen_houdt_ontvangst_en_termijn() -> None:
    weg, invoer = GOED["heropen"]
    dicht = na(klacht(), *weg)
    opnieuw = na(dicht, ("heropen", invoer))
    assert opnieuw.status is Status.HEROPEND
    assert (opnieuw.afgehandeld_op, opnieuw.afdoeningswijze) == (None, None)
    assert termijnkaart.uiterste_datum(opnieuw, KADER) == date(2026, 4, 13)
    assert "Heropen" in toets("trek_in", dicht, GOED["trek_in"][1])[0].tekst


def test_in_een_nieuwe_ronde_telt_het_oude_oordeel_niet() -> None:
    dossier = brief(met_bewijs(na(klacht(), *TOT_OORDEEL, OORDEEL)), BriefSoort.AFDOENINGSBRIEF, NU)
    dicht = na(dossier, ("sluit_formeel", SLUIT_FORMEEL))
    opnieuw = na(dicht, ("heropen", GOED["heropen"][1]), FORMEEL, GEPLAND)
    assert verloop.laatste_nu(opnieuw, G.OORDEEL_GEVORMD) is None
    assert verloop.afdoeningsbrief(opnieuw) is None
    assert toets("stel_verslag_vast", opnieuw, VERSLAG[1])


# --- what is written down ---


def test_de_gebeurtenis_bewaart_antwoorden_en_stand() -> None:
    dossier = na(klacht(), TOEGEWEZEN)
    feit = dossier.gebeurtenissen[-1]
    assert feit.gegevens["behandelaar"] == BOER.naam
    assert (feit.gegevens["_van"], feit.gegevens["_naar"]) == ("ontvangen", "beoordeling")
    assert all(isinstance(v, str) for v in feit.gegevens.values())
    gesprek = {
        "gesproken_op": "2026-03-04",
        "manier": "telefoon",
        "bereikt": "ja",
        "wens": "excuses",
        "toelichting": " Fijn gesprek. ",
    }
    na_gesprek = na(dossier, ("leg_gesprek_vast", gesprek))
    assert na_gesprek.wens is Wens.EXCUSES
    assert na_gesprek.gebeurtenissen[-1].op == date(2026, 3, 4)
    assert na_gesprek.gebeurtenissen[-1].toelichting == "Fijn gesprek."


@pytest.mark.parametrize(
    "stappen",
    [
        (TOEGEWEZEN,),
        (TOEGEWEZEN, INFORMEEL, TEVREDEN),
        (TOEGEWEZEN, ("verdaag", GOED["verdaag"][1])),
        TOT_OORDEEL,
        (TOEGEWEZEN, ("zet_om", {"nieuwe_soort": "tip", "reden": "x"})),
        (TOEGEWEZEN, ("leg_gesprek_vast",
                      {"gesproken_op": "2026-03-16", "manier": "balie", "bereikt": "ja",
                       "wens": "gesprek"})),
    ],
)  # fmt: skip
def test_ongedaan_maken_brengt_alles_terug(stappen: tuple[Stap, ...]) -> None:
    voor = na(klacht(), *stappen[:-1])
    na_afloop = na(voor, stappen[-1])
    terug = maak_ongedaan(
        na_afloop, "verkeerd", nu=datetime(2026, 3, 16, 10), door="test", collegas=COLLEGAS
    )
    assert isinstance(terug, Dossier)
    assert replace(terug, gebeurtenissen=()) == replace(voor, gebeurtenissen=())
    assert (
        genummerd(terug).geldige_gebeurtenissen[: len(voor.gebeurtenissen)] == voor.gebeurtenissen
    )
    assert len(terug.gebeurtenissen) == len(voor.gebeurtenissen) + 2
    assert termijnkaart.uiterste_datum(genummerd(terug), KADER) == termijnkaart.uiterste_datum(
        voor, KADER
    )


def test_een_verzonden_brief_en_een_einde_gaan_niet_terug() -> None:
    dossier = na(klacht(), TOEGEWEZEN)
    assert laatste_terug_te_draaien(brief(dossier, BriefSoort.ONTVANGSTBEVESTIGING, NU)) is None
    dicht = na(dossier, ("trek_in", GOED["trek_in"][1]))
    nu = datetime(2026, 3, 16, 10)
    assert isinstance(maak_ongedaan(dicht, "x", nu=nu, door="t", collegas=COLLEGAS), Bezwaar)
    assert isinstance(maak_ongedaan(dossier, " ", nu=nu, door="t", collegas=COLLEGAS), Bezwaar)


def test_onderdelen_met_verschillend_oordeel_geven_een_geheel() -> None:
    delen = (
        Klachtonderdeel("a", bevinding="x", oordeel=Oordeel.GEGROND),
        Klachtonderdeel("b", bevinding="y", oordeel=Oordeel.ONGEGROND),
    )
    dossier = replace(na(klacht(), *TOT_OORDEEL), onderdelen=delen)
    assert na(dossier, ("vorm_oordeel", {"oordeel_op": "2026-03-16"})).oordeel is (
        Oordeel.DEELS_GEGROND
    )
    half = replace(dossier, onderdelen=(delen[0], Klachtonderdeel("c")))
    assert "'c'" in toets("vorm_oordeel", half, {"oordeel_op": "2026-03-16"})[0].tekst


def test_een_antwoord_op_een_vraag_die_niet_wordt_gesteld_doet_niets() -> None:
    """The day that ground b asks for is no fact when the ground is another one."""
    binnen = na(klacht(gedraging_op=date(2026, 1, 5)), TOEGEWEZEN)
    invoer = {**GOED["neem_niet_in_behandeling"][1], "gedraging_op": "2026-03-12"}
    dicht = na(binnen, ("neem_niet_in_behandeling", invoer))
    assert dicht.gedraging_op == date(2026, 1, 5)
    assert "gedraging_op" not in dicht.gebeurtenissen[-1].gegevens
