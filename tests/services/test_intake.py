"""What the side of the intake form says, without a window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.domain.adres import normaliseer
from klachtenapp.domain.begrippen import Kanaal, Soort, Vorm
from klachtenapp.domain.formulier import Formulier, naar_aanmelding
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.kalender import Kalender
from klachtenapp.domain.normen import Normen
from klachtenapp.domain.personen import Afdeling, Medewerker, Rol
from klachtenapp.services import beheer, intake, registreren
from klachtenapp.services.context import Context

DINSDAG = date(2026, 11, 24)
KADER = Kader(Kalender(), Normen())
GEMEENTE = Gemeente("Gemeente Voorbeeldstad")
UID = "6f1c1c70-7d9c-4b1e-9d0f-0a1b2c3d4e5f"
YOUSSEF = Formulier(
    aanhef="heer",
    voornaam="Youssef",
    achternaam="Mohamed",
    telefoon="06 12 34 56 78",
    postcode="1741 AB",
    huisnummer="12",
    straat="Dorpsstraat",
    plaats="Voorbeeldstad",
    omschrijving="Drie keer gebeld over een brief. Niemand belt terug.",
    kanaal="balie",
    ontvangen_op="2026-11-24",
)


def _feiten(formulier: Formulier, gemeente: Gemeente = GEMEENTE) -> intake.Feiten:
    return intake.feiten(formulier, gemeente, KADER, DINSDAG)


def test_een_leeg_formulier_zegt_al_welke_datums_er_komen() -> None:
    feiten = _feiten(Formulier())
    assert [(r.naam, r.datum) for r in feiten.hoofdregels] == [
        ("eerste_contact", date(2026, 11, 25)),
        ("ontvangstbevestiging", date(2026, 11, 26)),
        ("afdoening", date(2027, 1, 5)),
    ]
    assert all(regel.uitleg for regel in feiten.kaart)
    assert len(feiten.redenen) == 1
    assert "Binnen via" in feiten.redenen[0]
    assert not feiten.bsn
    assert not feiten.adviezen


def test_mondeling_telt_vrijwillig_of_niet() -> None:
    assert _feiten(YOUSSEF).vorm is Vorm.MONDELING
    assert "strenge regels gelden niet vanzelf" in _feiten(YOUSSEF).redenen[0]
    zonder = _feiten(YOUSSEF, replace(GEMEENTE, mondeling_formeel=False))
    assert "9:2 Awb" in zonder.redenen[0]
    afdoening = next(r for r in zonder.kaart if r.naam == "afdoening")
    assert afdoening.soort == "norm"


def test_schriftelijk_zegt_wat_artikel_9_4_mist() -> None:
    brief = replace(YOUSSEF, kanaal="brief", straat="", plaats="", ondertekend="")
    feiten = _feiten(brief)
    assert feiten.vorm is Vorm.SCHRIFTELIJK
    assert "adres, ondertekening" in " ".join(feiten.redenen)


def test_wie_zijn_naam_niet_zegt_wordt_een_anoniem_signaal() -> None:
    naamloos = replace(YOUSSEF, voornaam="", achternaam="")
    assert "anoniem" in _feiten(naamloos).redenen[0]
    assert "anoniem" not in " ".join(_feiten(replace(naamloos, omschrijving="")).redenen)


@pytest.mark.parametrize("soort", [s.value for s in Soort if s is not Soort.KLACHT])
def test_wat_geen_klacht_is_heeft_geen_wettelijke_termijn(soort: str) -> None:
    assert {r.soort for r in _feiten(replace(YOUSSEF, soort=soort)).hoofdregels} == {"norm"}


def test_een_bsn_wordt_gezien_en_gemaskeerd() -> None:
    met = replace(YOUSSEF, omschrijving="Mijn nummer is 123456782.", onderwerp="111222333")
    assert [w.veld for w in _feiten(met).bsn] == ["omschrijving", "onderwerp"]
    veilig = intake.maskeer(met.omschrijving)
    assert "123456782" not in veilig
    assert veilig.startswith("Mijn nummer is ")
    assert not _feiten(replace(met, omschrijving=veilig, onderwerp="")).bsn


@pytest.mark.parametrize(
    ("wijziging", "woorden"),
    [
        ({"leest_moeilijk": "ja"}, "Meneer leest moeilijk"),
        ({"andere_taal": "ja", "taal": "Pools"}, "Pools"),
        ({"voorkeur": "bellen", "telefoon": ""}, "telefoonnummer"),
        ({"voorkeur": "mailen"}, "e-mailadres"),
        ({"voorkeur": "mailen", "email": "y@x.nl"}, "art. 2:8 Awb"),
        ({"namens": "ja", "gemachtigde_achternaam": "Jangha"}, "machtiging"),
        ({"behandelaar": "P. Yılmaz", "beklaagde": "mevrouw Yilmaz"}, "art. 9:7 Awb"),
        ({"gedraging_op": "2025-10-01"}, "langer dan een jaar"),
    ],
)
def test_advies_op_tijd(wijziging: dict[str, str], woorden: str) -> None:
    assert woorden in " ".join(_feiten(replace(YOUSSEF, **wijziging)).adviezen)


def test_de_leidinggevende_van_de_beklaagde_krijgt_een_waarschuwing() -> None:
    wie_leidt = {"P. Prins": "B. Baas"}

    def adviezen(behandelaar: str, beklaagde: str) -> str:
        formulier = replace(YOUSSEF, behandelaar=behandelaar, beklaagde=beklaagde)
        return " ".join(intake.feiten(formulier, GEMEENTE, KADER, DINSDAG, wie_leidt).adviezen)

    assert "B. Baas is de leidinggevende van P. Prins" in adviezen("B. Baas", "P. Prins")
    assert "leidinggevende" not in adviezen("C. Claes", "P. Prins")
    assert "leidinggevende" not in adviezen("B. Baas", "")


def test_zonder_reden_geen_advies() -> None:
    assert not _feiten(replace(YOUSSEF, voorkeur="bellen", gedraging_op="2026-11-20")).adviezen


@given(
    ontvangen=st.one_of(st.text(max_size=12), st.dates().map(date.isoformat)),
    gedraging=st.one_of(st.text(max_size=12), st.dates().map(date.isoformat)),
    kanaal=st.sampled_from(["", "iets ouds", *[k.value for k in Kanaal]]),
    omschrijving=st.text(max_size=80),
    achternaam=st.text(max_size=20),
)
def test_half_getypt_wordt_nooit_geweigerd(
    ontvangen: str, gedraging: str, kanaal: str, omschrijving: str, achternaam: str
) -> None:
    _feiten(
        Formulier(
            ontvangen_op=ontvangen,
            gedraging_op=gedraging,
            kanaal=kanaal,
            omschrijving=omschrijving,
            achternaam=achternaam,
            namens="ja",
        )
    )


def test_wie_eerder_klaagde_wordt_herkend_en_vult_het_formulier(ctx: Context) -> None:
    eerder = registreren.registreer(
        ctx, naar_aanmelding(replace(YOUSSEF, ontvangen_op="2026-03-02"), UID)
    )
    nu = Formulier(voornaam="Youssef", achternaam="Mohamed")
    assert [r.kenmerk for r in intake.lijkt_op(ctx, nu)] == [eerder.kenmerk]
    assert intake.lijkt_op(ctx, Formulier(achternaam="Mo")) == ()
    velden = intake.gegevens_van(ctx, eerder.kenmerk)
    assert velden["postcode"] == "1741 AB"
    assert velden["aanhef"] == "heer"


def test_wie_weg_is_staat_niet_meer_in_de_lijst(ctx: Context) -> None:
    beheer.bewaar_afdeling(ctx, Afdeling(0, "Burgerzaken"))
    beheer.bewaar_afdeling(ctx, Afdeling(0, "Oud", actief=False))
    beheer.bewaar_medewerker(ctx, Medewerker(0, "H. de Boer", rollen=frozenset({Rol.BEHANDELAAR})))
    beheer.bewaar_medewerker(ctx, Medewerker(0, "B. Alie", rollen=frozenset({Rol.BALIEMEDEWERKER})))
    beheer.bewaar_medewerker(ctx, Medewerker(0, "W. Eg", actief=False))
    lijsten = intake.keuzelijsten(ctx)
    assert lijsten.afdelingen == ("Burgerzaken",)
    assert lijsten.behandelaars == ("H. de Boer",)
    assert {normaliseer(naam) for naam in lijsten.medewerkers} == {"b. alie", "h. de boer"}
