"""Names in one cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.domain.begrippen import Aanhef
from klachtenapp.uitwisseling.namen import VERLOREN, lees_naam

MEVROUW, HEER, ONBEKEND = Aanhef.MEVROUW, Aanhef.HEER, Aanhef.ONBEKEND


@pytest.mark.parametrize(
    ("tekst", "aanhef", "voor", "tussen", "achter"),
    [
        ("Mw. Ö. van der Meulen", MEVROUW, "Ö.", "van der", "Meulen"),
        ("mevr Y. van 't Hof", MEVROUW, "Y.", "van 't", "Hof"),
        ("Mw. N. in 't Veld", MEVROUW, "N.", "in 't", "Veld"),
        ("Dhr. H. de la Fuente", HEER, "H.", "de la", "Fuente"),
        ("Dhr. Y. IJsbrandts", HEER, "Y.", "", "IJsbrandts"),
        ("K. El Khattabi", ONBEKEND, "K.", "", "El Khattabi"),
        ("A. Jansen-de Boer", ONBEKEND, "A.", "", "Jansen-de Boer"),
        ("Mw. B. Jansen - de Boer", MEVROUW, "B.", "", "Jansen-de Boer"),
        ("Mw.Jansen", MEVROUW, "", "", "Jansen"),
        ("de heer Van den Berg", HEER, "", "van den", "Berg"),
        ("Ł. Żółkiewska", ONBEKEND, "Ł.", "", "Żółkiewska"),
        ("J. v.d. Berg", ONBEKEND, "J.", "van der", "Berg"),
        ("J.W.M. ter Horst", ONBEKEND, "J.W.M.", "ter", "Horst"),
        ("Vries, J. de", ONBEKEND, "J.", "de", "Vries"),
        ("Vries, de, J.", ONBEKEND, "J.", "de", "Vries"),
        ("Berg, mw. A. van den", MEVROUW, "A.", "van den", "Berg"),
        ("DE VRIES", ONBEKEND, "", "de", "VRIES"),
        ("Jansen-de Boer", ONBEKEND, "", "", "Jansen-de Boer"),
    ],
)
def test_delen_van_een_naam(
    tekst: str, aanhef: Aanhef, voor: str, tussen: str, achter: str
) -> None:
    gelezen = lees_naam(tekst)
    wie = gelezen.persoon
    assert (wie.aanhef, wie.voorletters, wie.tussenvoegsel, wie.achternaam) == (
        aanhef, voor, tussen, achter,
    )  # fmt: skip
    assert gelezen.let_op == ()


@pytest.mark.parametrize(
    ("tekst", "voornaam", "achternaam"),
    [
        ("Kim Verbeek", "Kim", "Verbeek"),
        ("Mohamed El Khattabi", "Mohamed", "El Khattabi"),
        ("Anna Maria Jansen", "Anna Maria", "Jansen"),
    ],
)
def test_voornamen(tekst: str, voornaam: str, achternaam: str) -> None:
    wie = lees_naam(tekst).persoon
    assert (wie.voornaam, wie.achternaam) == (voornaam, achternaam)


@pytest.mark.parametrize("tekst", ["", "anoniem", "Onbekend", "n.b.", "-", "?", "NN"])
def test_niemand(tekst: str) -> None:
    assert lees_naam(tekst).persoon.is_leeg


def test_titels_gaan_naar_de_rest() -> None:
    gelezen = lees_naam("Dhr. mr. drs. P. de Wit (penningmeester)")
    assert gelezen.persoon.aanhef is HEER
    assert gelezen.persoon.achternaam == "Wit"
    assert gelezen.rest == "mr., drs.; penningmeester"


def test_familie_heeft_geen_aanhef() -> None:
    gelezen = lees_naam("Fam. de Groot")
    assert gelezen.persoon.aanhef is ONBEKEND
    assert (gelezen.persoon.tussenvoegsel, gelezen.persoon.achternaam) == ("de", "Groot")
    assert gelezen.rest == "Fam."


@pytest.mark.parametrize("tekst", ["dhr. en mw. A. van Dam", "A. en B. van Dam"])
def test_twee_mensen_in_een_cel(tekst: str) -> None:
    gelezen = lees_naam(tekst)
    wie = gelezen.persoon
    assert (wie.voorletters, wie.tussenvoegsel, wie.achternaam) == ("A.", "van", "Dam")
    assert wie.aanhef is ONBEKEND
    assert "twee mensen" in gelezen.let_op[0]
    assert gelezen.rest


def test_organisatie_met_contactpersoon() -> None:
    wie = lees_naam("Bakkerij Smit BV t.a.v. mw. Jansen").persoon
    assert (wie.organisatie, wie.aanhef, wie.achternaam) == ("Bakkerij Smit BV", MEVROUW, "Jansen")
    assert lees_naam("Stichting Dorpsbelang").persoon.organisatie == "Stichting Dorpsbelang"


@pytest.mark.parametrize(
    "tekst", ["N. ?ó?kiewska", "Ö. Nguy?n", "?. Jansen-de Boer", "Nguy\ufffdn"]
)
def test_verloren_letters_worden_gemeld(tekst: str) -> None:
    gelezen = lees_naam(tekst)
    assert VERLOREN in gelezen.let_op
    assert gelezen.persoon.achternaam.split("-")[0] in tekst


def test_utf8_als_cp1252_gelezen_wordt_hersteld() -> None:
    gelezen = lees_naam("Mw. Ã–. Ã–ztÃ¼rk")
    assert gelezen.persoon.achternaam == "Öztürk"
    assert "hersteld" in gelezen.let_op[0]


@given(st.text(max_size=80))
def test_geen_tekst_laat_de_lezer_vallen_en_er_gaat_niets_verloren(tekst: str) -> None:
    gelezen = lees_naam(tekst)
    assert gelezen.persoon.is_leeg or gelezen.persoon != type(gelezen.persoon)()


NAAM = st.sampled_from(
    ["Bakker", "Öztürk", "Żółkiewska", "El Khattabi", "IJsbrandts", "Jansen-Smit"]
)
TUSSEN = st.sampled_from(["", "de", "van der", "van 't", "in 't", "de la", "ter", "van den"])
VOOR = st.sampled_from(["A.", "Ö.", "J.W.", "Th.", "Ł."])
TITEL = st.sampled_from(["", "Mw. ", "mevr ", "Dhr. ", "De heer "])


@given(TITEL, VOOR, TUSSEN, NAAM)
def test_een_gewone_naam_komt_heel_terug(titel: str, voor: str, tussen: str, naam: str) -> None:
    wie = lees_naam(f"{titel}{voor} {tussen + ' ' if tussen else ''}{naam}").persoon
    assert (wie.voorletters, wie.tussenvoegsel, wie.achternaam) == (voor, tussen, naam)
    assert (wie.aanhef is ONBEKEND) == (titel == "")
