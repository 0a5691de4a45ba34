"""Rows: which hold a melding, what becomes of them, and that nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.domain.aanmelding import Oudedossier
from klachtenapp.domain.begrippen import Afdoeningswijze, Kanaal, Oordeel, Soort
from klachtenapp.errors import RegelFout
from klachtenapp.uitwisseling.beoordelen import Bekend, Beoordeling, beoordeel
from klachtenapp.uitwisseling.cellen import Blad, Werkmap
from klachtenapp.uitwisseling.kolommen import deel_in
from klachtenapp.uitwisseling.regel import Regel, Verdict

Oordeler = Callable[..., Beoordeling]
VANDAAG = date(2026, 11, 24)
DAG = date(2021, 4, 3)
KLAAR = date(2021, 5, 1)
GOED = ["2021-01", DAG, "Mw. A. Bos", "Niet teruggebeld", KLAAR, "gegr."]


def _een(uit: Beoordeling) -> Regel:
    (regel,) = uit.regels
    return regel


def _dossier(uit: Beoordeling) -> Oudedossier:
    dossier = _een(uit).dossier
    assert dossier is not None
    return dossier


def test_een_gewone_rij_is_goed(oordeel: Oordeler) -> None:
    regel = _een(oordeel([GOED]))
    assert (regel.blad, regel.rij, regel.verdict, regel.redenen) == ("2021", 2, Verdict.GOED, ())
    dossier = regel.dossier
    assert dossier is not None
    assert dossier.oud_kenmerk == "2021-01"
    assert dossier.aanmelding.ontvangen_op == DAG
    assert dossier.aanmelding.klager.achternaam == "Bos"
    assert dossier.aanmelding.omschrijving == dossier.aanmelding.onderwerp == "Niet teruggebeld"
    assert (dossier.aanmelding.soort, dossier.aanmelding.kanaal) == (Soort.KLACHT, Kanaal.ONBEKEND)
    assert dossier.klaar_op == KLAAR
    assert dossier.oordeel is Oordeel.GEGROND
    assert dossier.afdoeningswijze is Afdoeningswijze.FORMEEL_AFGEHANDELD


@pytest.mark.parametrize(
    ("cel", "reden"),
    [
        ("onbekend", "De ontvangstdatum klopt niet: 'onbekend' is geen datum"),
        ("31-2-2022", "De ontvangstdatum klopt niet: de datum '31-2-2022' bestaat niet"),
        (None, "De ontvangstdatum ontbreekt"),
        (date(2052, 4, 3), "De ontvangstdatum 3 april 2052 ligt in de toekomst"),
        (date(1921, 4, 3), "De ontvangstdatum 3 april 1921 ligt vóór 1990"),
    ],
)
def test_zonder_goede_ontvangstdatum_geweigerd_met_de_ware_reden(
    oordeel: Oordeler, cel: Any, reden: str
) -> None:
    regel = _een(oordeel([["2021-01", cel, *GOED[2:]]]))
    assert regel.verdict is Verdict.GEWEIGERD
    assert regel.dossier is None
    assert regel.redenen == (f"{reden} (kolom 'Datum ontvangst').",)
    assert "Mw. A. Bos" in regel.inhoud


@pytest.mark.parametrize(
    ("rij", "reden"),
    [
        ([None] * 6, "lege rij"),
        ([" ", "\xa0", None, None, None, None], "lege rij"),
        (["Totaal", 12, None, None, None, None], "totaalregel"),
        (["Totaal:", None, None, None, None, 8], "totaalregel"),
        (["Aantal klachten", 12, None, None, None, None], "totaalregel"),
        (
            ["Nr.", "Datum ontvangst", "Naam klager", "Klacht", None, "Oordeel"],
            "herhaalde kopregel",
        ),
        (["KLACHTENREGISTER 2022", None, None, None, None, None], "losse tekst of tussenkop"),
        ([None, None, "Laatst bijgewerkt door JZ", None, None, None], "losse tekst of tussenkop"),
        (["2021-44", None, None, None, None, None], "alleen een nummer, verder leeg"),
    ],
)
def test_rijen_zonder_melding_worden_overgeslagen_en_genoemd(
    oordeel: Oordeler, rij: list[Any], reden: str
) -> None:
    uit = oordeel([GOED, rij, GOED])
    assert [regel.rij for regel in uit.regels] == [2, 4]
    if reden == "lege rij":
        assert uit.lege_rijen == 1
        assert uit.overgeslagen == []
    else:
        assert [(o.rij, o.reden) for o in uit.overgeslagen] == [(3, reden)]
        assert uit.overgeslagen[0].inhoud


def test_een_klager_die_totaal_heet_wordt_niet_overgeslagen(oordeel: Oordeler) -> None:
    kop = ["Naam klager", "Datum ontvangst", "Klacht", "Oordeel"]
    uit = oordeel([["Totaal", DAG, "Niet teruggebeld", "gegr."]], kop)
    assert _dossier(uit).aanmelding.klager.achternaam == "Totaal"


def test_een_rij_met_weinig_wordt_beoordeeld_en_niet_verzwegen(oordeel: Oordeler) -> None:
    regel = _een(oordeel([["2021-01", None, "Mw. A. Bos", None, None, None]]))
    assert regel.verdict is Verdict.GEWEIGERD


def test_titels_boven_de_kop_worden_genoemd(oordeel: Oordeler) -> None:
    kop = ["Nr.", "Datum ontvangst", "Naam klager", "Klacht", "Datum afgedaan", "Oordeel"]
    uit = oordeel({"2021": [["REGISTER 2021"], [], kop, GOED]})
    assert [(o.rij, o.reden, o.inhoud) for o in uit.overgeslagen] == [(1, "titel", "REGISTER 2021")]
    assert _een(uit).rij == 4


def test_wat_geen_kolom_heeft_gaat_met_het_kopje_naar_de_notities(oordeel: Oordeler) -> None:
    kop = ["Nr.", "Corsa nr", "Ontvangen", "Klager", "Klacht", "Opm.", "Bakje"]
    rij = ["2021-01", "21.61925", DAG, "A. Bos", "Niet teruggebeld", "n.v.t.", 7.0]
    assert _dossier(oordeel([rij], kop)).notities == "Corsa nr: 21.61925\nOpm.: n.v.t.\nBakje: 7"


def test_een_andere_datum_die_niet_klopt_is_een_let_op(oordeel: Oordeler) -> None:
    regel = _een(oordeel([[*GOED[:4], "medio mei", "gegr."]]))
    assert regel.verdict is Verdict.LET_OP
    assert regel.redenen[0] == "Afgehandeld op: 'medio mei' is geen datum; bewaard in de notities."
    assert regel.dossier is not None
    assert "Datum afgedaan: medio mei" in regel.dossier.notities
    assert regel.dossier.klaar_op is None


def test_een_datum_in_de_toekomst_sluit_geen_dossier(oordeel: Oordeler) -> None:
    regel = _een(oordeel([[*GOED[:4], date(2062, 5, 1), "gegr."]]))
    assert regel.dossier is not None
    assert regel.dossier.klaar_op is None
    assert "ligt in de toekomst" in regel.redenen[0]


def test_de_tijd_bij_een_datum_gaat_niet_verloren(oordeel: Oordeler) -> None:
    dossier = _dossier(oordeel([["1", datetime(2021, 4, 3, 14, 22), *GOED[2:]]]))
    assert dossier.aanmelding.ontvangen_op == DAG
    assert dossier.notities == "Datum ontvangst: 3-4-2021 14:22"


EINDE = ["Nr.", "Ontvangen", "Klager", "Klacht", "Informeel", "Afgedaan op", "Oordeel"]


@pytest.mark.parametrize(
    ("informeel", "klaar", "uitkomst", "wijze", "einde", "let_op"),
    [
        ("J", KLAAR, "", Afdoeningswijze.INFORMEEL_OPGELOST, Oordeel.GEEN_OORDEEL, ""),
        ("x", KLAAR, "gegr.", Afdoeningswijze.INFORMEEL_OPGELOST, Oordeel.GEGROND, "toch een"),
        ("N", KLAAR, "ongegr", Afdoeningswijze.FORMEEL_AFGEHANDELD, Oordeel.ONGEGROND, ""),
        ("N", KLAAR, "", Afdoeningswijze.FORMEEL_AFGEHANDELD, Oordeel.GEEN_OORDEEL, "zonder oord"),
        ("", KLAAR, "deels", Afdoeningswijze.FORMEEL_AFGEHANDELD, Oordeel.DEELS_GEGROND, "niet in"),
        ("", KLAAR, "", Afdoeningswijze.ONBEKEND, Oordeel.GEEN_OORDEEL, "niet ingevuld"),
        ("N", KLAAR, "ingetrokken", Afdoeningswijze.INGETROKKEN, Oordeel.GEEN_OORDEEL, ""),
        ("", KLAAR, "informeel opgelost", Afdoeningswijze.INFORMEEL_OPGELOST,
         Oordeel.GEEN_OORDEEL, ""),
        ("N", None, "gegr.", None, None, "geen datum van afhandeling"),
        ("", None, "", None, None, "het dossier blijft open"),
    ],
)  # fmt: skip
def test_hoe_een_dossier_eindigde(
    oordeel: Oordeler,
    informeel: str,
    klaar: date | None,
    uitkomst: str,
    wijze: Afdoeningswijze | None,
    einde: Oordeel | None,
    let_op: str,
) -> None:
    rij = ["2021-01", DAG, "Mw. A. Bos", "Niet teruggebeld", informeel, klaar, uitkomst]
    vul = ["2021-02", DAG, "Mw. A. Bos", "Niet teruggebeld", "J", KLAAR, "gegr."]
    regel = oordeel([rij, vul, vul], EINDE).regels[0]
    assert regel.dossier is not None
    assert (regel.dossier.afdoeningswijze, regel.dossier.oordeel) == (wijze, einde)
    assert bool(regel.redenen) == bool(let_op)
    assert let_op in " ".join(regel.redenen)
    if klaar is None and uitkomst:
        assert "Oordeel: gegr." in regel.dossier.notities


def test_een_lopend_dossier_van_dit_jaar_is_goed(oordeel: Oordeler) -> None:
    rij = ["2026-90", date(2026, 11, 2), "Mw. A. Bos", "Niet teruggebeld", None, None]
    regel = _een(oordeel([rij]))
    assert regel.verdict is Verdict.GOED
    assert regel.dossier is not None
    assert regel.dossier.afdoeningswijze is None


VOLGORDE = ["Nr.", "Ontvangen", "Klager", "Klacht", "Bevestiging", "Verdaagd tot", "Afgedaan op"]


@pytest.mark.parametrize(
    ("bevestigd", "verdaagd", "klaar", "zin"),
    [
        (date(2021, 4, 1), None, KLAAR, "bevestigd vóór de ontvangst"),
        (DAG, date(2021, 4, 1), KLAAR, "verdaagd tot een dag vóór de ontvangst"),
        (None, None, date(2021, 4, 1), "afgehandeld vóór de ontvangst"),
        (date(2021, 5, 3), None, KLAAR, "afgehandeld vóór de ontvangstbevestiging"),
        (DAG, date(2021, 12, 1), KLAAR, "meer dan 14 weken na de ontvangst"),
    ],
)
def test_datums_in_een_onmogelijke_volgorde(
    oordeel: Oordeler, bevestigd: Any, verdaagd: Any, klaar: Any, zin: str
) -> None:
    goed = ["2021-02", DAG, "A. Bos", "x", DAG, date(2021, 5, 20), KLAAR]
    rij = ["2021-01", DAG, "A. Bos", "x", bevestigd, verdaagd, klaar]
    regel = oordeel([rij, goed], VOLGORDE).regels[0]
    assert regel.verdict is Verdict.LET_OP
    assert zin in " ".join(regel.redenen).lower()


def test_dubbele_nummers_gaan_allebei_mee_met_let_op(oordeel: Oordeler) -> None:
    uit = oordeel([GOED, ["2021-01", DAG, "Dhr. B. Bos", "Anders", KLAAR, "gegr."]])
    assert [r.redenen for r in uit.regels] == [("Nummer 2021-01 komt 2 keer voor.",)] * 2


def test_gelijke_rijen_krijgen_elk_een_eigen_uid(oordeel: Oordeler) -> None:
    een, twee = oordeel([GOED, GOED]).regels
    assert een.dossier
    assert twee.dossier
    assert een.dossier.aanmelding.uid != twee.dossier.aanmelding.uid


def test_dezelfde_rij_krijgt_in_elk_bestand_dezelfde_uid(oordeel: Oordeler) -> None:
    ander = ["2021-07", DAG, "Dhr. B. Bos", "Anders", KLAAR, "gegr."]
    eerst = {r.dossier.aanmelding.uid for r in oordeel([GOED, ander]).regels if r.dossier}
    later = {r.dossier.aanmelding.uid for r in oordeel([ander, [], GOED]).regels if r.dossier}
    assert eerst == later


def test_nummer_waarvan_excel_een_datum_maakte(oordeel: Oordeler) -> None:
    regel = _een(oordeel([[date(2021, 3, 1), *GOED[1:]]]))
    assert regel.oud_kenmerk == "2021-03"
    assert "maakte van het nummer een datum" in regel.redenen[0]


def test_nummer_van_een_ander_jaar(oordeel: Oordeler) -> None:
    assert "hoort bij 2020" in _een(oordeel([["2020-17", *GOED[1:]]])).redenen[0]


def test_spellingen_van_een_afdeling_worden_een(oordeel: Oordeler) -> None:
    kop = ["Nr.", "Ontvangen", "Klager", "Klacht", "Afdeling"]
    namen = ["Sociaal Domein", "sociaal domein ", "SOCIAAL  DOMEIN", "Sociaal Domein", "afd. KCC",
             "kcc", "KCC", "onbekend", "Sociaal Domijn"]  # fmt: skip
    uit = oordeel([[f"2021-{i}", DAG, "A. Bos", "x", naam] for i, naam in enumerate(namen)], kop)
    gevonden = [r.dossier.aanmelding.afdeling for r in uit.regels if r.dossier]
    assert gevonden == ["Sociaal Domein"] * 4 + ["KCC"] * 3 + ["", "Sociaal Domijn"]
    assert uit.regels[7].dossier is not None
    assert uit.regels[7].dossier.notities == "Afdeling: onbekend"
    opmerkingen = "\n".join(uit.opmerkingen)
    assert "samengevoegd met 'Sociaal Domein'" in opmerkingen
    assert "'Sociaal Domein' lijkt op 'Sociaal Domijn', maar is niet samengevoegd" in opmerkingen


def test_een_naam_die_het_register_al_heeft_wint() -> None:
    kop = ["Nr.", "Ontvangen", "Klager", "Klacht", "Afdeling", "Behandelaar"]
    rijen = [[f"2021-{i}", DAG, "A. Bos", "x", "burgerzaken", "h de boer"] for i in range(3)]
    werkmap = Werkmap("x.xlsx", "", "xlsx", (Blad("a", [kop, *rijen]),))  # type: ignore[list-item]
    uit = beoordeel(
        werkmap, deel_in(werkmap), VANDAAG, bekend=Bekend(("Burgerzaken",), ("H. de Boer",))
    )
    dossier = uit.regels[0].dossier
    assert dossier is not None
    assert (dossier.aanmelding.afdeling, dossier.aanmelding.behandelaar) == (
        "Burgerzaken", "H. de Boer",
    )  # fmt: skip


def test_twee_behandelaars_in_een_cel(oordeel: Oordeler) -> None:
    kop = ["Nr.", "Ontvangen", "Klager", "Klacht", "Behandelaar"]
    regel = _een(oordeel([["1", DAG, "A. Bos", "x", "M. Kok / H. de Boer"]], kop))
    assert regel.dossier is not None
    assert regel.dossier.aanmelding.behandelaar == "M. Kok"
    assert "Behandelaar: M. Kok / H. de Boer" in regel.dossier.notities


def test_telefoonnummers_krijgen_hun_nul_terug_in_een_opmerking(oordeel: Oordeler) -> None:
    kop = ["Nr.", "Ontvangen", "Klager", "Klacht", "Telefoon"]
    uit = oordeel([["1", DAG, "A. Bos", "x", 650721828.0]], kop)
    assert _dossier(uit).aanmelding.klager.telefoon == "0650721828"
    assert "Bij 1 telefoonnummer was de eerste 0 weggevallen; die staat er weer." in uit.opmerkingen


def test_onderwerp_dat_was_afgekapt_wordt_aangevuld(oordeel: Oordeler) -> None:
    kop = ["Nr.", "Ontvangen", "Klager", "Onderwerp", "Omschrijving"]
    rij = ["1", DAG, "A. Bos", "Te lang wachten op v", "Te lang wachten op vergunning\nEn nog iets"]
    aanmelding = _dossier(oordeel([rij], kop)).aanmelding
    assert aanmelding.onderwerp == "Te lang wachten op vergunning"
    assert aanmelding.omschrijving.endswith("En nog iets")


def test_zonder_tekst_over_de_klacht(oordeel: Oordeler) -> None:
    regel = _een(oordeel([["2021-01", DAG, "Mw. A. Bos", None, KLAAR, "gegr."]]))
    assert regel.verdict is Verdict.LET_OP
    assert regel.dossier is not None
    assert regel.dossier.aanmelding.omschrijving.startswith("(Niet ingevuld")


def test_zonder_naam_is_het_anoniem_met_let_op(oordeel: Oordeler) -> None:
    regel = _een(oordeel([["2021-01", DAG, "anoniem", "Niet teruggebeld", KLAAR, "gegr."]]))
    assert regel.dossier is not None
    assert regel.dossier.aanmelding.klager.is_leeg
    assert "anoniem" in regel.redenen[0]


def test_mogelijk_burgerservicenummer_in_de_tekst(oordeel: Oordeler) -> None:
    regel = _een(oordeel([["2021-01", DAG, "A. Bos", "mijn nummer is 123456782", KLAAR, "g"]]))
    assert "burgerservicenummer" in regel.redenen[0]


def test_een_bladzijde_tekst_in_een_naamcel_gaat_naar_de_notities(oordeel: Oordeler) -> None:
    lang = "woord, " * 500
    regel = _een(oordeel([["2021-01", DAG, lang, "x", KLAAR, "gegr."]]))
    assert regel.dossier is not None
    assert lang.strip() in regel.dossier.notities
    assert "te lang" in regel.redenen[0]


LOS = ["Nr.", "Ontvangen", "Aanhef", "Voorletters", "Tussenvoegsel", "Achternaam", "Straat",
       "Huisnummer", "Toevoeging", "Postcode", "Woonplaats", "Land", "E-mail", "Soort",
       "Kanaal", "Klacht"]  # fmt: skip


def test_naam_en_adres_in_losse_kolommen(oordeel: Oordeler) -> None:
    rij = ["1", DAG, "mw", "y m", "van der", "Meulen", "Dorpsstraat", 12.0, "bis", "1741ab",
           "Schagen", "Nederland", "y@m.nl", "compliment", "balie", "Dank!"]  # fmt: skip
    aanmelding = _dossier(oordeel([rij], LOS)).aanmelding
    klager = aanmelding.klager
    assert (klager.aanhef.value, klager.voorletters, klager.tussenvoegsel, klager.achternaam) == (
        "mevrouw", "Y.M.", "van der", "Meulen",
    )  # fmt: skip
    assert (klager.straat, klager.huisnummer, klager.postcode, klager.plaats, klager.land) == (
        "Dorpsstraat", "12 bis", "1741 AB", "Schagen", "",
    )  # fmt: skip
    assert (klager.email, aanmelding.soort, aanmelding.kanaal) == (
        "y@m.nl", Soort.COMPLIMENT, Kanaal.BALIE,
    )  # fmt: skip


def test_opmerkingen_kleuren_en_formules_bij_cellen(oordeel: Oordeler) -> None:
    kop = ["Nr.", "Ontvangen", "Klager", "Klacht", "Termijn"]
    rijen: list[list[Any]] = [kop, *[[f"2021-{i}", DAG, "A. Bos", "x", ""] for i in range(1, 6)]]
    bij = {
        (1, 3): ("opmerking: ombudsman gebeld (JZ)", "kleur: geel"),
        (2, 4): ("formule zonder uitkomst: =B3+42",),
        **{(3, k): ("kleur: rood",) for k in range(5)},
        **{(r, 0): ("kleur: grijs",) for r in range(1, 6)},
    }
    bij[(3, 0)] = ("kleur: rood", "kleur: grijs")
    werkmap = Werkmap("x.xlsx", "", "xlsx", (Blad("a", rijen, aantekeningen=bij),))
    uit = beoordeel(werkmap, deel_in(werkmap), VANDAAG)
    een, twee, drie, *_ = uit.regels
    assert een.dossier
    assert twee.dossier
    assert drie.dossier
    assert een.dossier.notities == (
        "Klacht, kleur van de cel: geel\nKlacht, opmerking bij de cel: ombudsman gebeld (JZ)"
    )
    assert twee.verdict is Verdict.LET_OP
    assert "formule waarvan de uitkomst niet is bewaard" in " ".join(twee.redenen)
    assert drie.dossier.notities == "Kleur van de rij: rood"
    assert "de kleur grijs is op veel rijen gebruikt" in " ".join(uit.opmerkingen)


def test_samengevoegde_cellen_gelden_voor_elke_rij() -> None:
    kop = ["Nr.", "Ontvangen", "Klager", "Klacht", "Afdeling"]
    rijen: list[list[Any]] = [kop, ["1", DAG, "A. Bos", "x", "KCC"], ["2", DAG, "B. Bos", "y", ""]]
    werkmap = Werkmap("x.xlsx", "", "xlsx", (Blad("a", rijen, samengevoegd=((1, 4, 2, 4),)),))
    uit = beoordeel(werkmap, deel_in(werkmap), VANDAAG)
    assert [r.dossier.aanmelding.afdeling for r in uit.regels if r.dossier] == ["KCC", "KCC"]


def test_een_bestand_zonder_register(oordeel: Oordeler) -> None:
    with pytest.raises(RegelFout, match="geen register gevonden"):
        oordeel({"a": [["boodschappen"], ["melk"]]})


def test_voortgang_en_stoppen(oordeel: Oordeler) -> None:
    kop = ["Nr.", "Ontvangen", "Klager", "Klacht"]
    rijen = [kop, *[[f"2021-{i}", DAG, "A. Bos", "x"] for i in range(600)]]
    werkmap = Werkmap("x.xlsx", "", "xlsx", (Blad("a", rijen),))  # type: ignore[arg-type]
    standen: list[tuple[int, int]] = []
    beoordeel(werkmap, deel_in(werkmap), VANDAAG, voortgang=lambda *s: standen.append(s))
    assert standen[0] == (0, 600)
    assert standen[-1] == (600, 600)
    with pytest.raises(RegelFout, match="Gestopt"):
        beoordeel(werkmap, deel_in(werkmap), VANDAAG, gestopt=lambda: len(standen) > 2)


CEL = st.one_of(
    st.none(),
    st.text(max_size=25),
    st.integers(-(10**9), 10**9),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.dates(),
    st.sampled_from(
        ["onbekend", "gegr.", "3-4-21", "1741 AB Schagen", "Mw. A. Bos", "J", "Totaal"]
    ),
)
ALLES = ["Nr.", "Ontvangen", "Klager", "Adres", "Postcode + plaats", "Telefoon", "Klacht",
         "Behandelaar", "Bevestiging", "Informeel", "Verdaagd tot", "Afgedaan op", "Oordeel",
         "Opm."]  # fmt: skip


@given(st.lists(st.lists(CEL, min_size=14, max_size=14), min_size=1, max_size=6))
def test_wat_er_ook_staat_elke_rij_krijgt_een_verdict(rijen: list[list[Any]]) -> None:
    schoon = [["" if cel is None else cel for cel in rij] for rij in rijen]
    werkmap = Werkmap("x.xlsx", "", "xlsx", (Blad("a", [ALLES, *schoon]),))  # type: ignore[list-item]
    uit = beoordeel(werkmap, deel_in(werkmap), VANDAAG)
    assert len(uit.regels) + len(uit.overgeslagen) + uit.lege_rijen == len(rijen)
    for regel in uit.regels:
        assert (regel.dossier is None) == (regel.verdict is Verdict.GEWEIGERD)
        assert bool(regel.redenen) == (regel.verdict is not Verdict.GOED)
        if regel.dossier is not None:
            assert date(1990, 1, 1) <= regel.dossier.aanmelding.ontvangen_op <= VANDAAG
            assert regel.dossier.aanmelding.omschrijving
            assert str(schoon[regel.rij - 2][13]).strip() == "" or "Opm." in regel.dossier.notities
