"""May a letter go, to whom, who signs it, and which facts it may name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from klachtenapp.domain import beloften, brieven, veldnamen
from klachtenapp.domain.begrippen import (
    Aanhef,
    Aspect,
    Oordeel,
    Soort,
    Status,
    Voorkeur,
    Vorm,
    Wens,
)
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Dossier, Klachtonderdeel
from klachtenapp.domain.gemeente import Gemeente, Ombudsman
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.personen import Medewerker, Persoon
from tests.domain.conftest import MaakDossier, MaakGebeurtenis

ONTVANGST = BriefSoort.ONTVANGSTBEVESTIGING
AFSLUIT = BriefSoort.AFSLUITBRIEF_INFORMEEL
AFDOENING = BriefSoort.AFDOENINGSBRIEF
VANDAAG = date(2026, 11, 24)
GEMEENTE = Gemeente("Voorbeeldstad", telefoon="14 0123", ondertekenaar="M. de Groot")
BEHANDELAAR = Medewerker(1, "P. Yılmaz", Aanhef.MEVROUW, "klachtbehandelaar", "0123 - 45 67 12")
DEEL = Klachtonderdeel("Te laat", None, "", "Het duurde 9 weken.", Oordeel.GEGROND)


@pytest.fixture
def klaar(maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis) -> Dossier:
    """A klacht that was heard and judged: ready for the letter of art. 9:12."""
    return maak_dossier(
        status=Status.OORDEEL,
        behandelaar=BEHANDELAAR,
        onderdelen=(DEEL,),
        gebeurtenissen=(
            gebeurtenis(G.FORMEEL_GESTART, date(2026, 10, 20)),
            gebeurtenis(G.GEHOORD, date(2026, 11, 2), klager_gehoord="ja", beklaagde_gehoord="ja"),
            gebeurtenis(G.VERSLAG_VASTGESTELD, date(2026, 11, 5)),
            gebeurtenis(G.OORDEEL_GEVORMD, date(2026, 11, 16)),
        ),
    )


def _mag(soort: BriefSoort, dossier: Dossier, **anders: Any) -> list[str]:
    bezwaren = brieven.mag_brief(soort, dossier, replace(GEMEENTE, **anders), VANDAAG)
    assert all(b.tekst.endswith(".") for b in bezwaren)
    return [b.artikel or b.veld for b in bezwaren]


def _velden(soort: BriefSoort, dossier: Dossier, kader: Kader, **normen: str) -> dict[str, str]:
    wie = brieven.ondertekenaar(soort, dossier, GEMEENTE)
    return brieven.velden(soort, dossier, GEMEENTE, kader, VANDAAG, wie, normen)


def test_an_open_klacht_is_confirmed(maak_dossier: MaakDossier) -> None:
    assert _mag(ONTVANGST, maak_dossier()) == []


@pytest.mark.parametrize("soort", [Soort.TIP, Soort.COMPLIMENT, Soort.MELDING_OPENBARE_RUIMTE])
def test_letters_belong_to_a_klacht(maak_dossier: MaakDossier, soort: Soort) -> None:
    assert len(_mag(ONTVANGST, maak_dossier(soort=soort))) == 1


def test_nobody_is_written_to_without_a_name(maak_dossier: MaakDossier) -> None:
    anoniem = maak_dossier(klager=Persoon())
    for soort in (ONTVANGST, AFSLUIT, AFDOENING):
        assert _mag(soort, anoniem) == ["art. 9:4 lid 2 onder a Awb"]


def test_an_address_is_needed(maak_dossier: MaakDossier) -> None:
    assert _mag(ONTVANGST, maak_dossier(klager=Persoon("Jangha"))) == ["straat"]


def test_email_stands_in_for_an_address_when_it_was_agreed(maak_dossier: MaakDossier) -> None:
    wie = Persoon("Jangha", Aanhef.MEVROUW, "E.", email="evi@voorbeeld.nl")
    assert _mag(ONTVANGST, maak_dossier(klager=wie)) == ["straat"]
    dossier = maak_dossier(klager=replace(wie, email_akkoord=True))
    assert _mag(ONTVANGST, dossier) == []
    assert brieven.adresblok(dossier) == ("Mevrouw E. Jangha", "Per e-mail: evi@voorbeeld.nl")


@pytest.mark.parametrize("status", [Status.CONCEPT, Status.AFGEHANDELD])
def test_no_confirmation_before_or_after(maak_dossier: MaakDossier, status: Status) -> None:
    assert len(_mag(ONTVANGST, maak_dossier(status=status))) == 1


def test_someone_signs(maak_dossier: MaakDossier, klaar: Dossier) -> None:
    assert _mag(ONTVANGST, maak_dossier(), ondertekenaar="") == ["ondertekenaar"]
    assert _mag(ONTVANGST, maak_dossier(behandelaar=BEHANDELAAR), ondertekenaar="") == []
    assert _mag(AFDOENING, klaar, ondertekenaar="") == ["ondertekenaar"]


def test_who_spoke_with_the_klager_signs_and_the_judgement_is_signed_by_the_gemeente(
    klaar: Dossier,
) -> None:
    wie = brieven.ondertekenaar(ONTVANGST, klaar, GEMEENTE)
    assert wie is not None
    assert wie.naam == "P. Yılmaz"
    wie = brieven.ondertekenaar(AFDOENING, klaar, GEMEENTE)
    assert wie is not None
    assert wie.naam == "M. de Groot"


def test_a_closing_letter_needs_a_satisfied_klager(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis
) -> None:
    informeel = gebeurtenis(G.INFORMEEL_GESTART, date(2026, 10, 15))
    tevreden = gebeurtenis(G.TEVREDENHEID_VASTGESTELD, date(2026, 10, 20), afspraak="Klaar.")
    assert _mag(AFSLUIT, maak_dossier(gebeurtenissen=(informeel,))) == ["art. 9:5 Awb"]
    assert _mag(AFSLUIT, maak_dossier(gebeurtenissen=(informeel, tevreden))) == []


def test_after_a_heropening_the_old_satisfaction_is_over(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis
) -> None:
    dossier = maak_dossier(
        gebeurtenissen=(
            gebeurtenis(G.TEVREDENHEID_VASTGESTELD, date(2026, 10, 20)),
            gebeurtenis(G.HEROPEND, date(2026, 11, 2)),
        )
    )
    assert _mag(AFSLUIT, dossier) == ["art. 9:5 Awb"]


def test_a_judged_klacht_gets_its_letter(klaar: Dossier) -> None:
    assert _mag(AFDOENING, klaar) == []


@pytest.mark.parametrize(
    ("soort", "artikel"),
    [
        (G.VERSLAG_VASTGESTELD, "art. 9:10 lid 3 Awb"),
        (G.OORDEEL_GEVORMD, "art. 9:12 lid 1 Awb"),
    ],
)
def test_the_judgement_rests_on_what_was_done(klaar: Dossier, soort: G, artikel: str) -> None:
    zonder = replace(
        klaar, gebeurtenissen=tuple(g for g in klaar.gebeurtenissen if g.soort is not soort)
    )
    assert _mag(AFDOENING, zonder) == [artikel]


def test_both_are_heard_or_there_is_a_ground(klaar: Dossier, gebeurtenis: MaakGebeurtenis) -> None:
    rest = tuple(g for g in klaar.gebeurtenissen if g.soort is not G.GEHOORD)
    niemand = replace(klaar, gebeurtenissen=rest)
    assert _mag(AFDOENING, niemand) == ["art. 9:10 lid 1 en 2 Awb", "art. 9:10 lid 1 Awb"]
    afgezien = gebeurtenis(G.AFGEZIEN_VAN_HOREN, date(2026, 11, 2), grond="b", beklaagde="wil niet")
    assert _mag(AFDOENING, replace(klaar, gebeurtenissen=(*rest, afgezien))) == []


@pytest.mark.parametrize(
    "onderdelen",
    [(), (replace(DEEL, bevinding=" "),), (DEEL, replace(DEEL, oordeel=None))],
)
def test_every_part_is_judged(klaar: Dossier, onderdelen: tuple[Klachtonderdeel, ...]) -> None:
    assert _mag(AFDOENING, replace(klaar, onderdelen=onderdelen)) == ["art. 9:12 lid 1 Awb"]


def test_nobody_judges_his_own_case(klaar: Dossier) -> None:
    assert _mag(AFDOENING, replace(klaar, beklaagde="de heer De Groot")) == ["art. 9:7 lid 1 Awb"]
    assert "art. 9:7 lid 1 Awb" in _mag(AFDOENING, replace(klaar, beklaagde="mevrouw Yilmaz"))


def test_the_ombudsman_must_be_named(klaar: Dossier) -> None:
    assert _mag(AFDOENING, klaar, ombudsman=Ombudsman(naam="")) == ["art. 9:12 lid 2 Awb"]


def test_the_commissie_gives_its_advice_first(klaar: Dossier, gebeurtenis: MaakGebeurtenis) -> None:
    met = replace(klaar, commissie=True)
    assert _mag(AFDOENING, met) == ["art. 9:15 lid 4 Awb"]
    advies = gebeurtenis(G.ADVIES_ONTVANGEN, date(2026, 11, 10))
    voor_oordeel = (*met.gebeurtenissen[:-1], advies, met.gebeurtenissen[-1])
    compleet = replace(met, gebeurtenissen=voor_oordeel)
    assert _mag(AFDOENING, compleet) == []
    bij_de_brief = [
        brieven.BRIEVEN[AFDOENING].velden(brieven.Briefzaak(dossier, GEMEENTE, date(2026, 11, 24)))
        for dossier in (klaar, compleet)
    ]
    assert [velden["bijlagen"] for velden in bij_de_brief] == ["", "Advies van de commissie"]


def test_every_klacht_has_a_stappenplan(maak_dossier: MaakDossier) -> None:
    assert _mag(BriefSoort.STAPPENPLAN, maak_dossier(klager=Persoon())) == []
    assert len(_mag(BriefSoort.STAPPENPLAN, maak_dossier(soort=Soort.TIP))) == 1


def test_the_gemachtigde_is_written_to(maak_dossier: MaakDossier, kader: Kader) -> None:
    evi = Persoon("Bakker", Aanhef.HEER, "J.", straat="Laan", huisnummer="1", postcode="1234 AB",
                  plaats="Dorp")  # fmt: skip
    dossier = maak_dossier(gemachtigde=evi)
    velden = _velden(ONTVANGST, dossier, kader)
    assert velden["aanhef"] == "Geachte heer Bakker,"
    assert velden["uw_klacht"] == "de klacht van mevrouw E. Jangha"
    assert velden["gemachtigd"] == "ja"
    assert brieven.adresblok(dossier)[0] == "De heer J. Bakker"
    assert not _velden(ONTVANGST, maak_dossier(gemachtigde=Persoon()), kader)["gemachtigd"]


def test_dates_of_a_confirmation(maak_dossier: MaakDossier, kader: Kader) -> None:
    velden = _velden(ONTVANGST, maak_dossier(date(2026, 11, 20)), kader)
    assert velden["ontvangen_op"] == "vrijdag 20 november 2026"
    assert velden["uiterste_datum"] == "maandag 4 januari 2027"  # 1 January is a feestdag
    assert velden["bel_datum"] == "donderdag 26 november 2026"  # the norm is past on arrival
    assert velden["nieuws_datum"] == "dinsdag 8 december 2026"


@pytest.mark.parametrize(
    ("anders", "feit"),
    [
        ({"telefoon": "06 12345678"}, "wij_bellen"),
        ({}, "geen_telefoon"),
        ({"telefoon": "06 1", "voorkeur": Voorkeur.LANGSKOMEN}, "wil_langskomen"),
        ({"email": "a@b.nl", "email_akkoord": True, "voorkeur": Voorkeur.MAILEN}, "wil_mailen"),
        ({"email": "a@b.nl", "telefoon": "06 1", "voorkeur": Voorkeur.MAILEN}, "wil_mailen"),
        ({"telefoon": "06 1", "voorkeur": Voorkeur.MAILEN}, "wij_bellen"),
        ({"telefoon": "06 1", "voorkeur": Voorkeur.BRIEF}, "wil_brief"),
        ({"email": "a@b.nl"}, "geen_telefoon"),
    ],
)
def test_one_way_to_reach_the_klager(
    maak_dossier: MaakDossier, kader: Kader, anders: dict[str, Any], feit: str
) -> None:
    dossier = maak_dossier()
    velden = _velden(ONTVANGST, replace(dossier, klager=replace(dossier.klager, **anders)), kader)
    wegen = ("wij_bellen", "geen_telefoon", "wil_langskomen", "wil_mailen", "wil_brief")
    assert [naam for naam in wegen if velden[naam]] == [feit]
    # Only who wants to be called is promised a call before the answer.
    assert bool(velden["eerst_bellen"]) == (feit in ("wij_bellen", "wil_langskomen"))


@pytest.mark.parametrize(
    ("manier", "feit"), [("telefoon", "gesproken_op"), ("e-mail", "geschreven_op")]
)
def test_who_wrote_to_us_did_not_speak_with_us(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis, kader: Kader, manier: str, feit: str
) -> None:
    contact = gebeurtenis(G.GESPREK, date(2026, 10, 15), bereikt="ja", manier=manier)
    velden = _velden(ONTVANGST, maak_dossier(gebeurtenissen=(contact,)), kader)
    assert velden["contact_gehad"] == "ja"
    namen = ("gesproken_op", "geschreven_op")
    assert [naam for naam in namen if velden[naam]] == [feit]


def test_not_involved_is_said_only_when_it_is_so(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis, kader: Kader
) -> None:
    def gezegd(**antwoorden: str) -> str:
        keuze = gebeurtenis(G.BEHANDELAAR_TOEGEWEZEN, date(2026, 10, 15), **antwoorden)
        dossier = maak_dossier(behandelaar=BEHANDELAAR, gebeurtenissen=(keuze,))
        return _velden(ONTVANGST, dossier, kader)["niet_betrokken"]

    assert gezegd(niet_betrokken="ja") == gezegd() == "ja"
    assert gezegd(over_bestuur="ja") == ""  # art. 9:7 lid 2: perhaps the burgemeester himself


def test_a_promised_day_is_a_werkdag(maak_dossier: MaakDossier, kader: Kader) -> None:
    drie = replace(kader.normen, eerste_telefonisch_contact=kader.normen.eerste_contact_alarm)
    ruim = replace(kader, normen=drie)  # three calendar days: received on Thursday is Sunday
    dossier = maak_dossier(date(2026, 11, 26), formeel_regime=False)
    assert beloften.contact(dossier, ruim) == date(2026, 11, 27)
    velden = brieven.velden(ONTVANGST, dossier, GEMEENTE, ruim, date(2026, 11, 26), None)
    assert velden["bel_datum"] == "vrijdag 27 november 2026"
    zaterdag = maak_dossier(date(2026, 11, 21), formeel_regime=False)
    assert _velden(ONTVANGST, zaterdag, kader)["uiterste_datum"] == "donderdag 31 december 2026"
    assert beloften.oplossing(zaterdag, kader) == date(2026, 12, 11)


def test_what_became_a_klacht_is_called_about_from_then(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis, kader: Kader
) -> None:
    omgezet = gebeurtenis(G.OMGEZET, VANDAAG, tweede_contact_op="2026-11-23")
    dossier = maak_dossier(date(2026, 10, 1), gebeurtenissen=(omgezet,))
    assert beloften.contact(dossier, kader) == VANDAAG


@pytest.mark.parametrize(
    ("wens", "formeel", "feit"),
    [
        (None, False, "keuze_open"),
        (Wens.OPLOSSING, False, "keuze_samen"),
        (Wens.OFFICIELE_BRIEF, False, "keuze_onderzoek"),
        (Wens.GESPREK, True, "keuze_onderzoek"),
    ],
)
def test_the_klager_chooses_the_way(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis, kader: Kader, wens: Wens | None,
    formeel: bool, feit: str,
) -> None:  # fmt: skip
    events = (gebeurtenis(G.FORMEEL_GESTART, date(2026, 10, 20)),) if formeel else ()
    velden = _velden(ONTVANGST, maak_dossier(wens=wens, gebeurtenissen=events), kader)
    keuzes = ("keuze_open", "keuze_samen", "keuze_onderzoek")
    assert [naam for naam in keuzes if velden[naam]] == [feit]


def test_what_we_wrote_down_is_shown_what_the_klager_wrote_is_not(
    maak_dossier: MaakDossier, kader: Kader
) -> None:
    feiten = {"omschrijving": "Zei dit.", "onderwerp": "balie"}
    mondeling = maak_dossier(vorm=Vorm.MONDELING, **feiten)
    assert _velden(ONTVANGST, mondeling, kader)["omschrijving"] == "Zei dit."
    assert not _velden(ONTVANGST, maak_dossier(**feiten), kader)["omschrijving"]


def test_facts_of_the_judgement(klaar: Dossier, kader: Kader, gebeurtenis: MaakGebeurtenis) -> None:
    gebeld = gebeurtenis(G.GESPREK, date(2026, 11, 23), bereikt="ja")
    dossier = replace(klaar, gebeurtenissen=(*klaar.gebeurtenissen, gebeld))
    velden = _velden(AFDOENING, dossier, kader)
    assert velden["gehoord_op"] == "maandag 2 november 2026"
    assert velden["medewerker_gehoord"] == "ja"
    assert velden["gebeld_op"] == "23 november 2026"
    assert velden["gegrond"] == "ja"
    assert velden["ombudsman_tot"] == "24 november 2027"
    assert velden["te_laat"] == ""


def test_a_call_before_the_judgement_is_not_the_call_about_it(
    klaar: Dossier, kader: Kader, gebeurtenis: MaakGebeurtenis
) -> None:
    eerder = gebeurtenis(G.GESPREK, date(2026, 10, 15), bereikt="ja")
    dossier = replace(klaar, gebeurtenissen=(eerder, *klaar.gebeurtenissen))
    assert _velden(AFDOENING, dossier, kader)["gebeld_op"] == ""


def test_a_late_letter_knows_that_it_is_late(klaar: Dossier, kader: Kader) -> None:
    laat = replace(klaar, ontvangen_op=date(2026, 8, 3))
    assert _velden(AFDOENING, laat, kader)["te_laat"] == "ja"


def test_news_is_promised_on_a_working_day_before_the_answer(
    maak_dossier: MaakDossier, kader: Kader
) -> None:
    def nieuws(ontvangen: date, vandaag: date) -> str:
        dossier = maak_dossier(ontvangen)
        return brieven.velden(ONTVANGST, dossier, GEMEENTE, kader, vandaag, None)["nieuws_datum"]

    assert nieuws(date(2026, 11, 20), date(2026, 11, 22)) == "vrijdag 4 december 2026"
    assert nieuws(date(2026, 10, 14), VANDAAG) == ""


@pytest.mark.parametrize(
    ("grond", "feit"),
    [("a", "niet_gehoord_duidelijk"), ("b", "niet_gehoord_wens"), ("c", "niet_gehoord_stil")],
)
def test_why_the_klager_was_not_heard(
    klaar: Dossier, kader: Kader, gebeurtenis: MaakGebeurtenis, grond: str, feit: str
) -> None:
    rest = tuple(g for g in klaar.gebeurtenissen if g.soort is not G.GEHOORD)
    afgezien = gebeurtenis(
        G.AFGEZIEN_VAN_HOREN, date(2026, 11, 2), grond=grond, beklaagde="gehoord"
    )
    velden = _velden(AFDOENING, replace(klaar, gebeurtenissen=(*rest, afgezien)), kader)
    feiten = [naam for naam in velden if naam.startswith("niet_gehoord") and velden[naam]]
    assert feiten == [feit]
    assert velden["gehoord_op"] == ""
    assert velden["medewerker_gehoord"] == "ja"


def test_rows_of_parts_and_their_reasons(klaar: Dossier, kader: Kader) -> None:
    delen = (
        replace(DEEL, norm="Voortvarendheid", verbeterpunt="wij bellen terug",
                verbeterpunt_klaar_op=date(2027, 2, 1)),
        replace(DEEL, oordeel=Oordeel.ONGEGROND, aspect=Aspect.FOUT),
        replace(DEEL, oordeel=Oordeel.GEEN_OORDEEL, norm="wij moeten groeten"),
    )  # fmt: skip
    velden = _velden(
        AFDOENING, replace(klaar, onderdelen=delen), kader,
        voortvarendheid="Wij moeten snel zijn.", fout="Wij moeten het goed doen.",
    )  # fmt: skip
    assert velden["onderdeel_aantal"] == "3"
    assert velden["deels_gegrond"] == "ja"
    assert velden["onderdeel1_norm"] == "Wij moeten snel zijn."
    assert velden["onderdeel1_verbeterpunt"] == "Wij bellen terug."
    assert velden["onderdeel1_klaar_op"] == "maandag 1 februari 2027"
    assert velden["onderdeel2_norm"] == "Wij moeten het goed doen."
    assert velden["onderdeel3_norm"] == "Wij moeten groeten."
    assert velden["onderdeel2_ongegrond"] == "ja"
    assert velden["onderdeel_klacht"] == ""  # the name is known outside a row too
    assert velden["verbeterpunt_aantal"] == "1"


def test_a_reason_is_never_empty(klaar: Dossier, kader: Kader) -> None:
    assert _velden(AFDOENING, klaar, kader)["onderdeel1_norm"]


def test_the_day_to_react_is_a_working_day(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis, kader: Kader
) -> None:
    tevreden = gebeurtenis(G.TEVREDENHEID_VASTGESTELD, date(2026, 11, 20), afspraak=" Excuses. ")
    velden = _velden(AFSLUIT, maak_dossier(gebeurtenissen=(tevreden,)), kader)
    assert velden["reactie_tot"] == "dinsdag 8 december 2026"
    assert velden["tevreden_op"] == "vrijdag 20 november 2026"
    assert velden["afspraak"] == "Excuses."


@pytest.mark.parametrize(
    ("veld", "naam"),
    [
        ("contact_telefoon", "het telefoonnummer van de contactpersoon of de gemeente"),
        ("onderdeel2_bevinding", "wat wij hebben gevonden (deel 2)"),
        ("behandelaar_begin", "de naam van de behandelaar"),
        ("iets_nieuws", "iets nieuws"),
    ],
)
def test_facts_have_names_for_people(veld: str, naam: str) -> None:
    assert veldnamen.label(veld) == naam
    assert veldnamen.waar(veld).endswith(".")
