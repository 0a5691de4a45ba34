"""To whom a letter goes, by which road, who signs it, and what the answers become."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from klachtenapp.domain import brieven
from klachtenapp.domain.begrippen import Aanhef, Kanaal, Soort, Voorkeur
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.briefsoort import AAN_ANDEREN, BriefSoort
from klachtenapp.domain.brieven import BRIEVEN, Briefregel, Briefzaak, Ontvanger, kanalen, vragen
from klachtenapp.domain.brieven.ondertekening import kies, verschil, voorstel
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.gemeente import Gemeente, Ombudsman
from klachtenapp.domain.handeling import Collegas, Veld, VeldSoort
from klachtenapp.domain.handelingen import HANDELINGEN, bezwaren
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.personen import Afdeling, Medewerker, Persoon
from klachtenapp.errors import RegelFout
from tests.domain.conftest import MaakDossier, MaakGebeurtenis

VANDAAG = date(2026, 11, 24)
GEMEENTE = Gemeente("Gemeente Voorbeeldstad", ondertekenaar="M. de Groot")
VISSER = Medewerker(1, "T. van der Visser", Aanhef.HEER, email="tv@v.nl", afdeling_id=7)
KOK = Medewerker(2, "M. Kok", functie="adviseur")
MENSEN = Collegas({m.naam: m for m in (VISSER, KOK)}, {"Balie": Afdeling(7, "Balie")})
INSTANTIE = {
    "instantie_naam": "Waterschap Noord", "instantie_adres": "Postbus 5",
    "instantie_postcode": "1000 aa", "instantie_plaats": "Edam",
}  # fmt: skip
ONTVANGST, AFDOENING = BriefSoort.ONTVANGSTBEVESTIGING, BriefSoort.AFDOENINGSBRIEF


def _regel(ontvanger: Ontvanger, *velden: Veld) -> Briefregel:
    return Briefregel(ONTVANGST, "Proef", ontvanger=ontvanger, vragen=velden)


def _zaak(dossier: Dossier, **antwoorden: str) -> Briefzaak:
    return Briefzaak(dossier, GEMEENTE, VANDAAG, antwoorden=antwoorden, collegas=MENSEN)


@pytest.mark.parametrize(
    ("genoemd", "naamregel", "aanhef"),
    [
        ("de heer Van der Visser van de balie", "De heer T. van der Visser",
         "Geachte heer Van der Visser,"),
        ("mevrouw A. de Boer", "Mevrouw A. de Boer", "Geachte mevrouw De Boer,"),
        ("Kim Verbeek", "Kim Verbeek", "Geachte heer of mevrouw Verbeek,"),
        ("M. Kok", "M. Kok", "Geachte heer of mevrouw Kok,"),
    ],
)  # fmt: skip
def test_a_colleague_is_written_to_in_person(
    maak_dossier: MaakDossier, genoemd: str, naamregel: str, aanhef: str
) -> None:
    zaak = _zaak(maak_dossier(beklaagde=genoemd))
    aan = brieven.adressering(_regel(Ontvanger.BEKLAAGDE), zaak)
    assert aan.regels[0] == naamregel
    assert aan.regels[1] == "Persoonlijk en vertrouwelijk"
    assert aan.regels[-1] == "Gemeente Voorbeeldstad"
    assert aan.aanhef == aanhef


def test_the_department_of_a_colleague_is_his_own(maak_dossier: MaakDossier) -> None:
    zaak = _zaak(maak_dossier(beklaagde="T. van der Visser"))
    aan = brieven.adressering(_regel(Ontvanger.BEKLAAGDE), zaak)
    assert aan.regels[2] == "Afdeling Balie"
    assert aan.email == "tv@v.nl"


def test_of_several_colleagues_one_is_chosen(maak_dossier: MaakDossier) -> None:
    dossier = maak_dossier(beklaagde="T. van der Visser en M. Kok")
    regel = _regel(Ontvanger.BEKLAAGDE)
    assert vragen.voorstel(regel, _zaak(dossier)) == {"beklaagde_naam": "T. van der Visser"}
    aan = brieven.adressering(regel, _zaak(dossier, beklaagde_naam="M. Kok"))
    assert aan.regels[0] == "M. Kok"


def test_nobody_complained_of_is_named(maak_dossier: MaakDossier) -> None:
    with pytest.raises(RegelFout) as fout:
        brieven.adressering(_regel(Ontvanger.BEKLAAGDE), _zaak(maak_dossier(beklaagde="")))
    assert fout.value.veld == "beklaagde_naam"


def test_another_organisation(maak_dossier: MaakDossier) -> None:
    aan = brieven.adressering(_regel(Ontvanger.INSTANTIE), _zaak(maak_dossier(), **INSTANTIE))
    assert aan.regels == ("Waterschap Noord", "Postbus 5", "1000 AA  EDAM")
    assert aan.aanhef == "Geacht bestuur,"


@pytest.mark.parametrize("mist", ["instantie_naam", "instantie_adres", "instantie_plaats"])
def test_what_misses_of_an_organisation_is_named_by_its_question(
    maak_dossier: MaakDossier, mist: str
) -> None:
    with pytest.raises(RegelFout) as fout:
        brieven.adressering(
            _regel(Ontvanger.INSTANTIE), _zaak(maak_dossier(), **INSTANTIE | {mist: ""})
        )
    assert fout.value.veld == mist


def test_the_ombudsman(maak_dossier: MaakDossier) -> None:
    zaak = _zaak(maak_dossier())
    aan = brieven.adressering(_regel(Ontvanger.OMBUDSMAN), zaak)
    assert aan.regels == ("Nationale ombudsman", "Postbus 93122", "2509 AC  DEN HAAG")
    assert aan.aanhef == "Geachte ombudsman,"
    leeg = replace(zaak, gemeente=replace(GEMEENTE, ombudsman=Ombudsman(adres="")))
    with pytest.raises(RegelFout, match="Beheer"):
        brieven.adressering(_regel(Ontvanger.OMBUDSMAN), leeg)


def test_after_a_change_the_new_behandelaar_signs(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis
) -> None:
    """P. Yılmaz signed an invitation while on leave: he had spoken to the klager last."""
    gesprek = gebeurtenis(G.GESPREK, VANDAAG, gesproken_door="M. Kok", bereikt="ja")
    wissel = gebeurtenis(
        G.BEHANDELAAR_TOEGEWEZEN, VANDAAG, behandelaar=VISSER.naam, _was_behandelaar="M. Kok"
    )
    dossier = maak_dossier(behandelaar=VISSER, gebeurtenissen=(gesprek, wissel))
    assert voorstel(ONTVANGST, dossier, GEMEENTE, MENSEN).wie == VISSER
    toch = maak_dossier(behandelaar=VISSER, gebeurtenissen=(wissel, gesprek))
    assert voorstel(ONTVANGST, toch, GEMEENTE, MENSEN).wie == KOK


def test_who_spoke_signs_and_the_mandate_goes_first_for_a_judgement(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis
) -> None:
    gesprek = gebeurtenis(G.GESPREK, VANDAAG, gesproken_door="M. Kok", bereikt="ja")
    dossier = maak_dossier(behandelaar=VISSER, gebeurtenissen=(gesprek,))
    gekozen = voorstel(ONTVANGST, dossier, GEMEENTE, MENSEN)
    assert gekozen.wie == KOK
    assert gekozen.reden == "M. Kok sprak de klager op 24 november 2026."
    assert verschil(ONTVANGST, "M. Kok", dossier) == ""
    oordeel = voorstel(AFDOENING, dossier, GEMEENTE, MENSEN)
    assert oordeel.wie is not None
    assert oordeel.wie.naam == "M. de Groot"
    assert "M. Kok sprak de klager" in verschil(AFDOENING, "M. de Groot", dossier)
    assert verschil(BriefSoort.AFSCHRIFT, "M. de Groot", dossier) == ""


@pytest.mark.parametrize("feiten", [{"bereikt": "nee"}, {"bereikt": "ja"}])
def test_without_a_name_in_the_log_the_behandelaar_signs(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis, feiten: dict[str, str]
) -> None:
    gesprek = gebeurtenis(G.GESPREK, VANDAAG, **feiten)
    dossier = maak_dossier(behandelaar=VISSER, gebeurtenissen=(gesprek,))
    assert brieven.ondertekenaar(ONTVANGST, dossier, GEMEENTE, MENSEN) == VISSER
    zonder = replace(dossier, behandelaar=None)
    wie = brieven.ondertekenaar(ONTVANGST, zonder, GEMEENTE, MENSEN)
    assert wie is not None
    assert wie.naam == "M. de Groot"


def test_who_is_complained_of_never_signs(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis
) -> None:
    gesprek = gebeurtenis(G.GESPREK, VANDAAG, gesproken_door="M. Kok", bereikt="ja")
    dossier = maak_dossier(beklaagde="M. Kok", behandelaar=VISSER, gebeurtenissen=(gesprek,))
    assert brieven.ondertekenaar(ONTVANGST, dossier, GEMEENTE, MENSEN) == VISSER
    bezwaren = brieven.mag_brief(
        ONTVANGST, dossier, GEMEENTE, VANDAAG, collegas=MENSEN, ondertekenaar=KOK
    )
    assert [(b.veld, b.artikel) for b in bezwaren] == [("ondertekenaar", "art. 9:7 lid 1 Awb")]


def test_only_who_works_here_can_be_chosen() -> None:
    assert kies("M. Kok", GEMEENTE, MENSEN) == KOK
    assert kies("S. Interklaas", GEMEENTE, MENSEN) is None
    mandaat = kies("M. de Groot", GEMEENTE, MENSEN)
    assert mandaat is not None
    assert mandaat.naam == "M. de Groot"


@pytest.mark.parametrize(
    ("klager", "kanaal", "artikel"),
    [
        ({"email": "y@v.nl", "email_akkoord": True}, "e-mail", None),
        ({"email": "y@v.nl"}, "e-mail", "art. 2:8 Awb"),
        ({}, "e-mail", ""),
        ({}, "post", None),
        ({}, "intern", ""),
    ],
)
@pytest.mark.parametrize("soort", [Soort.KLACHT, Soort.TIP])
def test_the_road_of_a_letter(
    maak_dossier: MaakDossier,
    klager: dict[str, object],
    kanaal: str,
    artikel: str | None,
    soort: Soort,
) -> None:
    dossier = maak_dossier(soort=soort, klager=Persoon("Mohamed", **klager))  # type: ignore[arg-type]
    bezwaar = kanalen.bezwaar(ONTVANGST, dossier, kanaal)
    assert (bezwaar.artikel if bezwaar else None) == artikel


def test_the_stappenplan_too_goes_by_mail_only_to_who_agreed(
    maak_dossier: MaakDossier, kader: Kader
) -> None:
    def toets(**klager: object) -> list[str]:
        wie = Persoon("Mohamed", email="y@v.nl", **klager)  # type: ignore[arg-type]
        invoer = {"gegeven_op": "2026-11-24", "kanaal": "e-mail"}
        geef = HANDELINGEN["geef_stappenplan"]
        return [b.artikel for b in bezwaren(geef, maak_dossier(klager=wie), invoer, kader, VANDAAG)]

    assert toets() == ["art. 2:8 Awb"]
    assert toets(email_akkoord=True) == []


def test_who_wants_mail_and_agreed_gets_mail(maak_dossier: MaakDossier) -> None:
    wie = Persoon("X", straat="Laan 1", plaats="Dorp", email="y@v.nl", email_akkoord=True)
    assert kanalen.voorstel(ONTVANGST, maak_dossier(klager=wie)) == "post"
    mailt = replace(wie, voorkeur=Voorkeur.MAILEN)
    assert kanalen.voorstel(ONTVANGST, maak_dossier(klager=mailt)) == "e-mail"
    niet = replace(mailt, email_akkoord=False)
    assert kanalen.voorstel(ONTVANGST, maak_dossier(klager=niet)) == "post"


def test_a_colleague_gets_it_through_the_office(maak_dossier: MaakDossier) -> None:
    dossier = maak_dossier(beklaagde="M. Kok")
    assert kanalen.kanalen(BriefSoort.AFSCHRIFT) == ("intern",)
    assert kanalen.voorstel(BriefSoort.AFSCHRIFT, dossier) == "intern"
    assert kanalen.bezwaar(BriefSoort.AFSCHRIFT, dossier, "e-mail") is not None


def test_where_a_message_belongs_may_be_answered_by_the_road_it_came(
    maak_dossier: MaakDossier,
) -> None:
    zonder_adres = next((s for s, r in BRIEVEN.items() if not r.met_adres), None)
    if zonder_adres is None:
        pytest.skip("every letter needs an address")
    wie = Persoon("X", email="y@v.nl")
    dossier = maak_dossier(klager=wie, kanaal=Kanaal.EMAIL)
    assert kanalen.bezwaar(zonder_adres, dossier, "e-mail") is None
    assert kanalen.bezwaar(zonder_adres, replace(dossier, kanaal=Kanaal.BALIE), "e-mail")


VRAGEN = (
    Veld("woorden", "Uw woorden", VeldSoort.LANGE_TEKST),
    Veld("dag", "Op welke dag?", VeldSoort.DATUM, toekomst=True, vooraf="vandaag"),
    Veld("mag", "Mag dat?", VeldSoort.JA_NEE),
    Veld("reden", "Waarom niet?", alleen_als=("mag", "nee")),
)


def test_answers_become_facts(maak_dossier: MaakDossier) -> None:
    regel = _regel(Ontvanger.KLAGER, *VRAGEN)
    zaak = vragen.met_voorstel(regel, _zaak(maak_dossier(), woorden=" Dag. ", mag="ja"))
    assert vragen.als_feiten(regel, zaak) == {
        "woorden": "Dag.", "dag": "dinsdag 24 november 2026", "mag": "ja", "reden": "",
    }  # fmt: skip
    assert list(vragen.bezwaren(regel, zaak)) == []


@pytest.mark.parametrize(
    ("antwoorden", "velden"),
    [
        ({}, ["woorden", "mag"]),
        ({"woorden": "x", "mag": "nee"}, ["reden"]),
        ({"woorden": "x", "mag": "misschien"}, ["mag"]),
        ({"woorden": "x", "mag": "ja", "dag": "morgen"}, ["dag"]),
        ({"woorden": "x", "mag": "ja", "dag": ""}, ["dag"]),
    ],
)
def test_an_answer_that_misses_or_cannot_be_true_is_named(
    maak_dossier: MaakDossier, antwoorden: dict[str, str], velden: list[str]
) -> None:
    regel = _regel(Ontvanger.KLAGER, *VRAGEN)
    zaak = vragen.met_voorstel(regel, _zaak(maak_dossier(), **antwoorden))
    assert [b.veld for b in vragen.bezwaren(regel, zaak)] == velden


def test_own_words_go_before_the_dossier_and_emptied_is_empty(
    maak_dossier: MaakDossier, kader: Kader
) -> None:
    dossier = maak_dossier(omschrijving="Te laat.", onderwerp="")

    def feit(**antwoorden: str) -> str:
        return brieven.velden(ONTVANGST, dossier, GEMEENTE, kader, VANDAAG, None, {}, antwoorden)[
            "omschrijving"
        ]

    assert feit() == "Te laat."
    assert feit(omschrijving="Veel te laat.") == "Veel te laat."
    assert feit(omschrijving="") == ""


def test_what_does_not_go_to_the_klager_is_no_news_for_him() -> None:
    anderen = {s for s, r in BRIEVEN.items() if r.ontvanger is not Ontvanger.KLAGER}
    assert anderen == AAN_ANDEREN


@pytest.mark.parametrize("soort", list(BRIEVEN))
def test_every_letter_can_be_filled_in_beforehand(
    maak_dossier: MaakDossier, kader: Kader, soort: BriefSoort
) -> None:
    dossier = maak_dossier(beklaagde="M. Kok", behandelaar=VISSER)
    vooraf = brieven.vooraf(soort, dossier, GEMEENTE, kader, VANDAAG, MENSEN)
    gevraagd = {veld.naam for veld in vragen.vragen(BRIEVEN[soort])}
    assert set(vooraf) <= gevraagd
    keuzes = {v.naam: v for v in vragen.vragen(BRIEVEN[soort]) if v.soort is VeldSoort.KEUZE}
    for naam, veld in keuzes.items():
        assert vooraf.get(naam, "") in {"", *(woord for woord, _ in veld.keuzes)}
