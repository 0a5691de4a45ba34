"""The header is found, and each column gets its field."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib.resources import as_file
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.errors import OmgevingFout, RegelFout
from klachtenapp.paths import bronnen
from klachtenapp.uitwisseling.cellen import Werkmap
from klachtenapp.uitwisseling.export_tabel import KOLOMMEN
from klachtenapp.uitwisseling.kolommen import Kolomkeuze, deel_in
from klachtenapp.uitwisseling.kolommen_toml import (
    als_toml,
    bestandsnaam,
    lees_keuze,
    ontleed,
)
from klachtenapp.uitwisseling.kopregel import kolomletters, vind_kopregel
from klachtenapp.uitwisseling.kopwoorden import herken_kop
from klachtenapp.uitwisseling.lezen import lees
from klachtenapp.uitwisseling.velden import LABELS, Kolomveld

Maker = Callable[..., Werkmap]
DATA = ["2021-01", date(2021, 4, 3), "Mw. A. Bos", "Niet teruggebeld", date(2021, 5, 1), "gegr."]
KOP = ["Nr.", "Datum ontvangst", "Naam klager", "Klacht", "Datum afgedaan", "Oordeel"]
VELDEN = ["oud_kenmerk", "ontvangen_op", "klager", "omschrijving", "klaar_op", "oordeel"]


def _velden(werkmap: Werkmap, keuze: Kolomkeuze | None = None) -> dict[str, str]:
    return {kolom.kop: kolom.veld.value for kolom in deel_in(werkmap, keuze).kolommen}


@pytest.mark.parametrize("boven", range(12))
def test_de_kop_wordt_op_elke_rij_gevonden(werkmap: Maker, boven: int) -> None:
    titels = [["KLACHTENREGISTER 2021 - JZ"], []] * (boven // 2 + 1)
    rijen = [*titels[:boven], KOP, *[DATA] * 3]
    kop = vind_kopregel(werkmap({"a": rijen}).bladen[0])
    assert kop is not None
    assert (kop.rij, kop.hoogte, kop.koppen) == (boven, 1, tuple(KOP))


def test_kop_van_twee_rijen_met_groepen(werkmap: Maker) -> None:
    rijen = [
        ["REGISTER", None, None, None, None, None],
        ["Klager", None, "Behandelaar", "Ontvangst", "Afhandeling", None],
        ["Naam", "Telefoon", "Naam", "datum", "datum", "oordeel"],
        ["Mw. A. Bos", 612345678, "M. Kok", date(2021, 4, 3), date(2021, 5, 1), "gegr."],
        ["Dhr. B. Bos", 612345679, "M. Kok", date(2021, 4, 4), date(2021, 5, 2), "deels"],
    ]
    assert _velden(werkmap({"a": rijen})) == {
        "Klager Naam": "klager",
        "Klager Telefoon": "telefoon",
        "Behandelaar Naam": "behandelaar",
        "Ontvangst datum": "ontvangen_op",
        "Afhandeling datum": "klaar_op",
        "Afhandeling oordeel": "oordeel",
    }


def test_kop_die_over_twee_rijen_is_gebroken(werkmap: Maker) -> None:
    rijen = [
        ["Klacht", "Datum", "Naam", "Datum"],
        ["nummer", "ontvangst", "klager", "afgedaan"],
        ["2021-01", date(2021, 4, 3), "Mw. A. Bos", date(2021, 5, 1)],
    ]
    assert list(_velden(werkmap({"a": rijen})).values()) == [
        "oud_kenmerk", "ontvangen_op", "klager", "klaar_op",
    ]  # fmt: skip


def test_blad_zonder_kop_doet_niet_mee_en_zegt_waarom(werkmap: Maker) -> None:
    indeling = deel_in(werkmap({"a": [KOP, DATA], "Lijsten": [["Burgerzaken"], ["KCC"]], "b": []}))
    assert [(b.blad.naam, b.reden) for b in indeling.bladen] == [
        ("a", ""), ("Lijsten", "geen kopregel gevonden"), ("b", "dit blad is leeg"),
    ]  # fmt: skip


def test_de_gebruiker_wijst_de_kop_aan_of_zegt_dat_er_geen_is(werkmap: Maker) -> None:
    rijen = [["a", "b", "c", "d", "e", "f"], ["1", "2", "3", "4", "5", "6"], DATA, DATA]
    keuze = Kolomkeuze(kopregels={"x": (1, 1)}, velden={"a": Kolomveld.OUD_KENMERK})
    assert _velden(werkmap({"x": rijen}), keuze)["a"] == "oud_kenmerk"
    geen = Kolomkeuze(kopregels={"x": (0, 0)})
    assert "Kolom A" in _velden(werkmap({"x": [DATA] * 4}), geen)


def test_een_aangewezen_rij_die_er_niet_is(werkmap: Maker) -> None:
    with pytest.raises(RegelFout, match="geen rij 9"):
        deel_in(werkmap({"x": [KOP, DATA]}), Kolomkeuze(kopregels={"x": (9, 1)}))


def test_gewone_koppen(werkmap: Maker) -> None:
    assert list(_velden(werkmap({"a": [KOP, DATA, DATA]})).values()) == VELDEN


@pytest.mark.parametrize(
    ("kop", "veld"),
    [
        ("Ontv.bev. verzonden", "bevestigd_op"),
        ("Bevestiging", "bevestigd_op"),
        ("Ontvangstbevestiging d.d.", "bevestigd_op"),
        ("Ontvangen d.d.", "ontvangen_op"),
        ("DATUM BINNENKOMST", "ontvangen_op"),
        ("Afgehandeld op", "klaar_op"),
        ("Datum afdoening", "klaar_op"),
        ("Verdaagd tot en met", "verdaagd_tot"),
        ("Informeel J/N", "informeel"),
        ("Postcode + plaats", "postcode_plaats"),
        ("PC", "postcode"),
        ("Tel.nr.", "telefoon"),
        ("E-mailadres", "email"),
        ("Klacht (kort)", "onderwerp"),
        ("Omschrijving van de klacht", "omschrijving"),
        ("Klachtbehandelaar", "behandelaar"),
        ("Corsa nr", "notities"),
        ("Uiterste datum", "notities"),
        ("Opm.", "notities"),
        ("BSN klager", "niet_overnemen"),
        ("Behandelar", "behandelaar"),
        ("Ontvangstdatun", "ontvangen_op"),
    ],
)
def test_koppen_die_uiteenlopen(kop: str, veld: str) -> None:
    assert herken_kop(kop)[0][0].value == veld


def test_een_kop_die_niets_zegt() -> None:
    assert herken_kop("Bevindingen") == ()
    assert herken_kop("x" * 100) == ()


def test_de_cellen_beslissen_mee(werkmap: Maker) -> None:
    rijen = [
        ["Nr", "Ontvangen", "Verdaagd", "Afgehandeld", "Klager", "Contact"],
        *[
            [f"2021-{i}", date(2021, 4, i), "N", "J", f"Mw. A. Bos{i}", f"a{i}@b.nl"]
            for i in range(1, 6)
        ],
    ]
    velden = _velden(werkmap({"a": rijen}))
    assert velden["Verdaagd"] == velden["Afgehandeld"] == "notities"
    assert velden["Contact"] == "email"


def test_nummer_naast_de_straat_is_het_huisnummer(werkmap: Maker) -> None:
    rijen = [
        ["Klachtnr", "Ontvangen", "Klager", "Straat", "Nr."],
        *[[f"2021-{i}", date(2021, 4, i), "Mw. A. Bos", "Dorpsstraat", i] for i in range(1, 4)],
    ]
    assert list(_velden(werkmap({"a": rijen})).values())[-2:] == ["straat", "huisnummer"]


def test_dubbele_koppen_blijven_uit_elkaar(werkmap: Maker) -> None:
    rijen = [[*KOP, "Opm.", "Opm."], [*DATA, "een", "twee"]]
    velden = _velden(werkmap({"a": rijen}))
    assert (velden["Opm."], velden["Opm. (2)"]) == ("notities", "notities")


def test_een_kolom_met_burgerservicenummers_wordt_niet_overgenomen(werkmap: Maker) -> None:
    nummers = ["123456782", "249566758", "111222333", "999999990"]
    rijen = [[*KOP, "Kenmerk burger"], *[[*DATA, nummer] for nummer in nummers]]
    indeling = deel_in(werkmap({"a": rijen}))
    assert indeling.kolommen[-1].veld is Kolomveld.NIET_OVERNEMEN
    assert "burgerservicenummers" in indeling.kolommen[-1].let_op


def test_twee_kolommen_voor_een_veld_worden_geweigerd(werkmap: Maker) -> None:
    keuze = Kolomkeuze(velden={"nr": Kolomveld.KLAGER, "naam klager": Kolomveld.KLAGER})
    with pytest.raises(RegelFout, match=r"'Nr\.' en 'Naam klager' allebei naar"):
        deel_in(werkmap({"a": [KOP, DATA]}), keuze)


def test_bladen_met_andere_koppen_voor_hetzelfde(werkmap: Maker) -> None:
    anders = [*KOP[:1], "Ontvangen d.d.", *KOP[2:]]
    indeling = deel_in(werkmap({"2021": [KOP, DATA], "2024": [anders, DATA]}))
    assert all(blad.mee for blad in indeling.bladen)
    per_kop = {k.kop: (k.veld.value, k.bladen) for k in indeling.kolommen}
    assert per_kop["Datum ontvangst"] == ("ontvangen_op", ("2021",))
    assert per_kop["Ontvangen d.d."] == ("ontvangen_op", ("2024",))


def test_onze_eigen_export_wordt_herkend() -> None:
    koppen = {kolom.kop: herken_kop(kolom.kop) for kolom in KOLOMMEN}
    herkend = {kop: gis[0][0].value for kop, gis in koppen.items() if gis}
    assert herkend["Kenmerk"] == "oud_kenmerk"
    assert herkend["Afgehandeld op"] == "klaar_op"
    assert herkend["Bevestigd op"] == "bevestigd_op"
    assert herkend["Uiterste datum"] == "notities"


class TestToml:
    def test_heen_en_terug(self, werkmap: Maker) -> None:
        keuze = deel_in(werkmap({"a": [KOP, DATA]})).keuze
        keuze = Kolomkeuze(
            keuze.velden, 'JZ "oud" register', True, {"blad 1": (3, 2)}, frozenset({"Lijst"})
        )
        assert ontleed(als_toml(keuze)) == keuze

    def test_koppen_zoals_ze_in_het_bestand_staan(self, werkmap: Maker) -> None:
        keuze = deel_in(werkmap({"a": [KOP, DATA]})).keuze
        tekst = als_toml(keuze, {"nr": "Nr."})
        assert '"Nr." = "oud_kenmerk"  # Oud nummer' in tekst
        assert ontleed(tekst).velden == keuze.velden

    @pytest.mark.parametrize(
        ("tekst", "zin"),
        [
            ("kolommen = [", "geen goede TOML"),
            ('[kolommen]\n"Nr." = "fout"', "het veld 'fout', dat bestaat niet"),
            ("kolom = 1", "kent 'kolom' niet"),
            ("kolommen = 3", "klopt niet"),
            ("[kopregels]\na = [1]", "klopt niet"),
        ],
    )
    def test_fouten_worden_genoemd(self, tekst: str, zin: str) -> None:
        with pytest.raises(RegelFout, match=zin):
            ontleed(tekst)

    def test_bestand(self, tmp_path: Path) -> None:
        pad = tmp_path / "jz.toml"
        with pytest.raises(OmgevingFout):
            lees_keuze(pad)
        pad.write_text('[kolommen]\n"Nr." = "oud_kenmerk"\n', encoding="utf-8")
        assert lees_keuze(pad) == Kolomkeuze({"nr": Kolomveld.OUD_KENMERK}, "jz")

    def test_veilige_bestandsnaam(self) -> None:
        assert bestandsnaam("../../JZ: register?") == "JZ_ register.toml"
        assert bestandsnaam("") == "kolomkeuze.toml"

    @given(
        st.dictionaries(st.text(min_size=1, max_size=20), st.sampled_from(Kolomveld), max_size=5),
        st.text(st.characters(exclude_categories=("Cs",)), max_size=20),
    )
    def test_elke_keuze_komt_heel_terug(self, velden: dict[str, Kolomveld], naam: str) -> None:
        eerst = ontleed(als_toml(Kolomkeuze(velden, naam)))
        assert ontleed(als_toml(eerst)) == eerst
        assert eerst.naam == naam


def test_elk_veld_heeft_een_label() -> None:
    assert set(LABELS) == set(Kolomveld)


def test_kolomletters() -> None:
    assert [kolomletters(n) for n in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_het_voorbeeld_in_de_bronnen_past_op_het_register_van_jz(gegevens: Path) -> None:
    with as_file(bronnen() / "voorbeelden" / "kolommen.toml") as pad:
        keuze = lees_keuze(pad)
    indeling = deel_in(lees(gegevens / "jz-register-2021-2025.xlsx"))
    assert keuze.velden == indeling.keuze.velden
