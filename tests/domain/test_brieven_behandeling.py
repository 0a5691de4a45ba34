"""The letters during treatment: when each may go, what it proposes, and which facts it has."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from klachtenapp.domain import brieven
from klachtenapp.domain.begrippen import Aanhef, Status, Vorm
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.briefsoort import BriefSoort as B
from klachtenapp.domain.brieven import BRIEVEN, Briefzaak
from klachtenapp.domain.brieven.vragen import voorstel, vragen
from klachtenapp.domain.dossier import DocumentInfo, Dossier, Gebeurtenis
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.handeling import Bezwaar, Collegas
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.personen import Medewerker
from tests.domain.conftest import MaakDossier, MaakGebeurtenis

DAG = date(2026, 11, 2)  # received on 14 October: the term ends on 25 November
EINDE = date(2026, 11, 25)
GEMEENTE = Gemeente(
    "Voorbeeldstad", bezoekadres="Raadhuisplein 1", postadres="Postbus 100", postcode="1234 AB",
    plaats="Voorbeeldstad", telefoon="14 0123", ondertekenaar="M. de Groot",
)  # fmt: skip
YILMAZ = Medewerker(1, "P. Yılmaz", Aanhef.MEVROUW, "klachtbehandelaar", "0123 - 45 67 12")
PLAN = {
    "zitting_op": "2026-11-16", "vorm": "driegesprek", "tijd": "14.00 uur", "plaats": "kamer 1.12",
    "klager_uitgenodigd_op": "2026-11-02", "beklaagde_uitgenodigd_op": "2026-11-02",
    "antwoord_voor": "2026-11-10",
}  # fmt: skip
VERDAAGD = {"tot": "2026-12-23", "klager_bericht_op": "2026-11-02", "reden": "iemand is ziek"}
GEHOORD = {"klager_gehoord": "ja", "beklaagde_gehoord": "ja", "gehoord_op": "2026-10-30"}
BEKLAAGDEBRIEVEN = [soort for soort in BRIEVEN if soort.value.endswith("-beklaagde")]


@pytest.fixture
def maak(maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis) -> Any:
    """Return a maker of a klacht about mevrouw De Boer with events of DAG."""

    def bouw(status: Status, *feiten: tuple[G, dict[str, str]], **anders: Any) -> Dossier:
        events = tuple(gebeurtenis(soort, DAG, **gegevens) for soort, gegevens in feiten)
        velden: dict[str, Any] = {
            "beklaagde": "mevrouw De Boer", "behandelaar": YILMAZ, "onderwerp": "lang wachten",
        } | anders  # fmt: skip
        return maak_dossier(status=status, gebeurtenissen=events, **velden)

    return bouw


@pytest.fixture
def zaken(maak: Any) -> dict[B, Dossier]:
    """For each letter a klacht with which it may go."""
    gevraagd = maak(
        Status.AANVULLING_GEVRAAGD,
        (G.AANVULLING_GEVRAAGD, {"ontbreekt": "adres", "reageren_voor": "2026-11-16"}),
    )
    horen = maak(Status.HOREN, (G.HOREN_GEPLAND, PLAN))
    verslag = maak(Status.OORDEEL, (G.GEHOORD, GEHOORD), (G.VERSLAG_VASTGESTELD, {}))
    later = maak(Status.FORMEEL, (G.VERDAAGD, VERDAAGD))
    formeel = maak(Status.FORMEEL, (G.FORMEEL_GESTART, {}))
    return {
        B.AANVULLING: gevraagd,
        B.AFSCHRIFT: formeel,
        B.UITNODIGING_KLAGER: horen,
        B.UITNODIGING_BEKLAAGDE: horen,
        B.VERSLAG_KLAGER: verslag,
        B.VERSLAG_BEKLAAGDE: verslag,
        B.VERDAGING_KLAGER: later,
        B.VERDAGING_BEKLAAGDE: later,
        B.UITSTEL: formeel,
    }


def _bezwaren(
    soort: B, dossier: Dossier, kader: Kader, dag: date = DAG, **antwoorden: str
) -> tuple[Bezwaar, ...]:
    return brieven.mag_brief(soort, dossier, GEMEENTE, dag, kader, antwoorden)


def _mag(soort: B, dossier: Dossier, kader: Kader, dag: date = DAG, **antwoorden: str) -> list[str]:
    gevonden = _bezwaren(soort, dossier, kader, dag, **antwoorden)
    assert all(b.tekst.endswith((".", "?")) or b.tekst.startswith("Vul in") for b in gevonden)
    return [b.veld or b.artikel for b in gevonden]


def _velden(
    soort: B, dossier: Dossier, kader: Kader, dag: date = DAG, **antwoorden: str
) -> dict[str, str]:
    return brieven.velden(soort, dossier, GEMEENTE, kader, dag, YILMAZ, {}, antwoorden)


def _voorstel(soort: B, dossier: Dossier, kader: Kader, dag: date = DAG) -> dict[str, str]:
    return voorstel(BRIEVEN[soort], Briefzaak(dossier, GEMEENTE, dag, kader))


def _zonder(dossier: Dossier, *soorten: G) -> Dossier:
    rest: tuple[Gebeurtenis, ...] = tuple(
        g for g in dossier.gebeurtenissen if g.soort not in soorten
    )
    return replace(dossier, gebeurtenissen=rest)


def test_each_may_go(zaken: dict[B, Dossier], kader: Kader) -> None:
    for soort, dossier in zaken.items():
        antwoorden = {"waarom": "Iemand is ziek."} if soort is B.UITSTEL else {}
        assert _mag(soort, dossier, kader, **antwoorden) == [], soort


def test_each_proposes_answers_that_are_accepted(zaken: dict[B, Dossier], kader: Kader) -> None:
    for soort, dossier in zaken.items():
        gevraagd = {veld.naam for veld in vragen(BRIEVEN[soort])}
        assert set(_voorstel(soort, dossier, kader)) <= gevraagd


def test_facts_do_not_depend_on_the_dossier(
    zaken: dict[B, Dossier], maak_dossier: MaakDossier, kader: Kader
) -> None:
    """Else a text that is right for one klacht would be refused for another."""
    for soort, dossier in zaken.items():
        leeg = _velden(soort, maak_dossier(), kader)
        assert set(_velden(soort, dossier, kader)) == set(leeg), soort


@pytest.mark.parametrize(
    ("soort", "weg", "bezwaar"),
    [
        (B.AANVULLING, G.AANVULLING_GEVRAAGD, "ontbreekt"),
        (B.UITNODIGING_KLAGER, G.HOREN_GEPLAND, "art. 9:10 lid 1 Awb"),
        (B.UITNODIGING_BEKLAAGDE, G.HOREN_GEPLAND, "art. 9:10 lid 1 Awb"),
        (B.VERSLAG_KLAGER, G.VERSLAG_VASTGESTELD, "art. 9:10 lid 3 Awb"),
        (B.VERSLAG_BEKLAAGDE, G.VERSLAG_VASTGESTELD, "art. 9:10 lid 3 Awb"),
        (B.VERSLAG_KLAGER, G.GEHOORD, "art. 9:10 lid 3 Awb"),
        (B.VERDAGING_KLAGER, G.VERDAAGD, "verdaagd"),
        (B.VERDAGING_BEKLAAGDE, G.VERDAAGD, "verdaagd"),
    ],
)
def test_first_the_handeling_then_the_letter(
    zaken: dict[B, Dossier], kader: Kader, soort: B, weg: G, bezwaar: str
) -> None:
    assert bezwaar in _mag(soort, _zonder(zaken[soort], weg), kader)


@pytest.mark.parametrize("soort", BEKLAAGDEBRIEVEN)
def test_nobody_in_particular_is_not_written_to(
    zaken: dict[B, Dossier], kader: Kader, gebeurtenis: MaakGebeurtenis, soort: B
) -> None:
    niemand = gebeurtenis(G.NOTITIE, DAG, geen_beklaagde="ja")
    dossier = zaken[soort]
    leeg = replace(dossier, beklaagde="", gebeurtenissen=(*dossier.gebeurtenissen, niemand))
    assert "beklaagde" in _mag(soort, leeg, kader)


@pytest.mark.parametrize("soort", BEKLAAGDEBRIEVEN)
def test_the_beklaagde_learns_the_name_of_the_klager_and_nothing_else(
    zaken: dict[B, Dossier], kader: Kader, soort: B
) -> None:
    klager = replace(
        zaken[soort].klager, telefoon="06-12345678", email="evi@j.example", leest_moeilijk=True
    )
    dossier = replace(zaken[soort], klager=klager)
    velden = _velden(soort, dossier, kader)
    assert velden["aanhef"] == "Geachte mevrouw De Boer,"
    assert velden["klager_naam"] == "mevrouw E. Jangha"
    assert velden["klager_naam_begin"] == "Mevrouw E. Jangha"
    assert velden["uw_klacht"] == "de klacht"
    for feit in ("leest_moeilijk", "wij_bellen", "eerst_bellen", "gemachtigd", "geen_telefoon"):
        assert velden[feit] == ""
    alles = " ".join(velden.values())
    for geheim in ("06-12345678", "evi@j.example", "Dorpsstraat", "1741"):
        assert geheim not in alles


# --- what is missing (art. 9:4) ---


@pytest.mark.parametrize(
    "element",
    ["naam", "adres", "dagtekening", "omschrijving", "ondertekening", "machtiging", "vertaling"],
)
def test_what_is_missing_is_named(maak: Any, kader: Kader, element: str) -> None:
    vraag = {"ontbreekt": element, "ontbreekt_ook": "adres", "reageren_voor": "2026-11-16"}
    dossier = maak(Status.AANVULLING_GEVRAAGD, (G.AANVULLING_GEVRAAGD, vraag))
    velden = _velden(B.AANVULLING, dossier, kader, uitleg="Het formulier.")
    assert {naam for naam, feit in velden.items() if naam.startswith("mist_") and feit} == {
        f"mist_{element}", "mist_adres",
    }  # fmt: skip
    assert velden["antwoord_voor"] == "maandag 16 november 2026"
    assert velden["uiterste_datum"] == "woensdag 25 november 2026"
    assert velden["uitleg"] == "Het formulier."


def test_a_day_that_is_over_is_not_asked_for(zaken: dict[B, Dossier], kader: Kader) -> None:
    dossier = zaken[B.AANVULLING]
    assert _mag(B.AANVULLING, dossier, kader, date(2026, 11, 16)) == ["reageren_voor"]
    assert _mag(B.AANVULLING, replace(dossier, status=Status.BEOORDELING), kader) == ["ontbreekt"]


# --- the klacht itself (art. 9:9) ---


def _bijlage(naam: str, soort: str = "bijlage") -> DocumentInfo:
    return DocumentInfo(1, naam, soort, "", 1, datetime(2026, 10, 14, 12))


def test_a_klacht_without_paper_is_quoted(zaken: dict[B, Dossier], kader: Kader) -> None:
    mondeling = replace(zaken[B.AFSCHRIFT], vorm=Vorm.MONDELING, documenten=(_bijlage("foto.jpg"),))
    velden = _velden(B.AFSCHRIFT, mondeling, kader)
    assert velden["klachttekst"] == "Mijn aanvraag is kwijtgeraakt."
    assert (velden["klacht_zelf"], velden["klacht_mondeling"]) == ("ja", "ja")
    assert (velden["bijlagenregel"], velden["bijlagen"]) == ("foto", "foto")
    getypt = _velden(B.AFSCHRIFT, zaken[B.AFSCHRIFT], kader)
    assert getypt["klachttekst"] == "Mijn aanvraag is kwijtgeraakt."
    assert (getypt["klacht_mondeling"], getypt["bijlagen"]) == ("", "")


def test_all_papers_go_along(zaken: dict[B, Dossier], kader: Kader) -> None:
    papieren = (
        _bijlage("brief van 12 oktober.pdf"),
        _bijlage("foto.jpg"),
        _bijlage("x", "ontvangstbevestiging"),
    )
    dossier = replace(zaken[B.AFSCHRIFT], documenten=papieren)
    velden = _velden(B.AFSCHRIFT, dossier, kader)
    assert velden["bijlagenregel"] == "brief van 12 oktober, foto"
    assert velden["bijlagen"] == "2 stukken"
    assert velden["klacht_zelf"] == velden["klachttekst"] == ""
    assert velden["behandelaar_begin"] == "Mevrouw P. Yılmaz"
    assert velden["reactie_voor"] == "maandag 9 november 2026"


@pytest.mark.parametrize(
    ("vorm", "papier", "geciteerd"),
    [
        (Vorm.SCHRIFTELIJK, "Klaagschrift.pdf", False),
        (Vorm.SCHRIFTELIJK, "e-mail.eml", False),
        (Vorm.SCHRIFTELIJK, "foto.jpg", True),
        (Vorm.MONDELING, "brief van een ander.pdf", True),
    ],
)
def test_the_words_are_quoted_unless_the_paper_is_there(
    zaken: dict[B, Dossier], kader: Kader, vorm: Vorm, papier: str, geciteerd: bool
) -> None:
    dossier = replace(zaken[B.AFSCHRIFT], vorm=vorm, documenten=(_bijlage(papier),))
    assert bool(_velden(B.AFSCHRIFT, dossier, kader)["klachttekst"]) == geciteerd


def test_a_letter_with_neither_paper_nor_words_has_a_hole(
    zaken: dict[B, Dossier], kader: Kader
) -> None:
    velden = _velden(B.AFSCHRIFT, zaken[B.AFSCHRIFT], kader, klachttekst="")
    assert (velden["klacht_zelf"], velden["klachttekst"]) == ("ja", "")


def test_the_klacht_goes_when_the_formal_road_began(zaken: dict[B, Dossier], kader: Kader) -> None:
    dossier = zaken[B.AFSCHRIFT]
    assert _mag(B.AFSCHRIFT, replace(dossier, status=Status.INFORMEEL), kader) == ["art. 9:9 Awb"]
    assert _mag(B.AFSCHRIFT, dossier, kader, reactie_voor="2026-11-02") == ["reactie_voor"]


# --- the hearing (art. 9:10) ---


def test_the_invitation_follows_the_plan(zaken: dict[B, Dossier], kader: Kader) -> None:
    dossier = zaken[B.UITNODIGING_KLAGER]
    velden = _velden(B.UITNODIGING_KLAGER, dossier, kader)
    assert velden["zitting_op"] == "maandag 16 november 2026"
    assert (velden["tijd"], velden["plaats"]) == ("14.00 uur", "kamer 1.12")
    assert velden["route"] == "Raadhuisplein 1, Voorbeeldstad"
    assert velden["aanwezig"] == "mevrouw P. Yılmaz"
    assert velden["antwoord_voor"] == "dinsdag 10 november 2026"
    assert (velden["aan_tafel"], velden["samen_gesprek"], velden["apart_gesprek"]) == (
        "ja", "ja", "",
    )  # fmt: skip


def test_the_day_of_answer_is_not_proposed_after_the_hearing(
    zaken: dict[B, Dossier], kader: Kader
) -> None:
    """The plan may say a later day; then the letter proposes one that it does not refuse."""
    dossier = zaken[B.UITNODIGING_KLAGER]
    *rest, plan = dossier.gebeurtenissen
    laat = replace(plan, gegevens={**plan.gegevens, "antwoord_voor": "2026-11-20"})
    anders = replace(dossier, gebeurtenissen=(*rest, laat))
    assert _voorstel(B.UITNODIGING_KLAGER, anders, kader)["antwoord_voor"] <= "2026-11-16"
    assert _mag(B.UITNODIGING_KLAGER, anders, kader) == []


@pytest.mark.parametrize(
    ("vorm", "samen", "feiten"),
    [
        ("driegesprek", "", {"aan_tafel", "samen_gesprek"}),
        ("apart", "", {"aan_tafel", "apart_gesprek"}),
        ("telefoon", "", {"bij_telefoon", "apart_gesprek"}),
        ("online", "ja", {"online", "samen_gesprek"}),
        ("online", "nee", {"online", "apart_gesprek"}),
    ],
)
def test_how_they_meet(
    zaken: dict[B, Dossier], kader: Kader, vorm: str, samen: str, feiten: set[str]
) -> None:
    antwoorden = {"vorm": vorm} | ({"samen": samen} if samen else {})
    velden = _velden(B.UITNODIGING_KLAGER, zaken[B.UITNODIGING_KLAGER], kader, **antwoorden)
    namen = ("aan_tafel", "bij_telefoon", "online", "samen_gesprek", "apart_gesprek")
    assert {naam for naam in namen if velden[naam]} == feiten


def test_without_a_beklaagde_nobody_else_is_there(
    zaken: dict[B, Dossier], kader: Kader, gebeurtenis: MaakGebeurtenis
) -> None:
    plan = gebeurtenis(G.HOREN_GEPLAND, DAG, **{**PLAN, "geen_beklaagde": "ja"})
    dossier = replace(zaken[B.UITNODIGING_KLAGER], beklaagde="", gebeurtenissen=(plan,))
    velden = _velden(B.UITNODIGING_KLAGER, dossier, kader)
    assert velden["samen_gesprek"] == velden["apart_gesprek"] == ""


def test_what_the_plan_does_not_say_is_asked(maak: Any, kader: Kader) -> None:
    kaal = maak(Status.HOREN, (G.HOREN_GEPLAND, {"zitting_op": "2026-11-16", "vorm": "online"}))
    assert set(_mag(B.UITNODIGING_KLAGER, kaal, kader)) == {"tijd", "deelname"}
    goed = {"tijd": "10 uur", "deelname": "Klik op de link."}
    assert _mag(B.UITNODIGING_KLAGER, kaal, kader, **goed) == []
    assert _velden(B.UITNODIGING_KLAGER, kaal, kader)["antwoord_voor"] == (
        "maandag 9 november 2026"
    )


def test_the_klager_is_called_on_his_own_number(zaken: dict[B, Dossier], kader: Kader) -> None:
    dossier = zaken[B.UITNODIGING_KLAGER]
    dossier = replace(dossier, klager=replace(dossier.klager, telefoon="06-12345678"))
    antwoorden = {"vorm": "telefoon"}
    assert _velden(B.UITNODIGING_KLAGER, dossier, kader, **antwoorden)["bel_nummer"] == (
        "06-12345678"
    )
    assert _velden(B.UITNODIGING_BEKLAAGDE, dossier, kader, **antwoorden)["bel_nummer"] == ""


@pytest.mark.parametrize("soort", [B.UITNODIGING_KLAGER, B.UITNODIGING_BEKLAAGDE])
def test_an_invitation_arrives_before_the_hearing(
    zaken: dict[B, Dossier], kader: Kader, soort: B
) -> None:
    dossier = zaken[soort]
    assert _mag(soort, dossier, kader, date(2026, 11, 16)) == ["zitting_op"]
    assert _mag(soort, dossier, kader, antwoord_voor="2026-11-17") == ["antwoord_voor"]
    assert _mag(soort, dossier, kader, antwoord_voor="2026-11-02") == ["antwoord_voor"]
    weg = replace(dossier, status=Status.FORMEEL)
    assert _mag(soort, weg, kader, tijd="10 uur") == ["art. 9:10 lid 1 Awb"]


def test_the_verslag_goes_to_who_was_heard(
    zaken: dict[B, Dossier], kader: Kader, gebeurtenis: MaakGebeurtenis
) -> None:
    alleen = gebeurtenis(G.GEHOORD, DAG, klager_gehoord="ja", beklaagde_gehoord="nee")
    verslag = gebeurtenis(G.VERSLAG_VASTGESTELD, DAG)
    dossier = replace(zaken[B.VERSLAG_KLAGER], gebeurtenissen=(alleen, verslag))
    assert _mag(B.VERSLAG_KLAGER, dossier, kader) == []
    assert _mag(B.VERSLAG_BEKLAAGDE, dossier, kader) == ["art. 9:10 lid 3 Awb"]


@pytest.mark.parametrize("soort", [B.VERSLAG_KLAGER, B.VERSLAG_BEKLAAGDE])
def test_the_verslag_can_be_corrected_until_a_day(
    zaken: dict[B, Dossier], kader: Kader, soort: B
) -> None:
    velden = _velden(soort, zaken[soort], kader)
    assert velden["gesprek_op"] == "vrijdag 30 oktober 2026"
    assert velden["correctie_voor"] == "maandag 9 november 2026"
    assert velden["bijlagen"] == "Verslag"
    assert _mag(soort, zaken[soort], kader, correctie_voor="2026-11-01") == ["correctie_voor"]
    dicht = replace(zaken[soort], status=Status.AFGEHANDELD)
    assert len(_mag(soort, dicht, kader)) == 1


def test_the_day_to_answer_lies_within_the_term(zaken: dict[B, Dossier], kader: Kader) -> None:
    laat = date(2026, 11, 20)  # the norm would give the 27th, the term ends on the 25th
    velden = _velden(B.VERSLAG_KLAGER, zaken[B.VERSLAG_KLAGER], kader, laat)
    assert velden["correctie_voor"] == "woensdag 25 november 2026"


# --- more time (art. 9:11) ---


@pytest.mark.parametrize("soort", [B.VERDAGING_KLAGER, B.VERDAGING_BEKLAAGDE])
def test_a_verdaging_is_told_before_the_first_term_ends(
    zaken: dict[B, Dossier], kader: Kader, soort: B
) -> None:
    dossier = zaken[soort]
    velden = _velden(soort, dossier, kader)
    assert velden["eerste_datum"] == "woensdag 25 november 2026"
    assert velden["nieuwe_datum"] == "woensdag 23 december 2026"
    assert velden["waarom"] == "Iemand is ziek."
    assert _mag(soort, dossier, kader, EINDE) == []
    (te_laat,) = _bezwaren(soort, dossier, kader, date(2026, 11, 26))
    assert te_laat.artikel == "art. 9:11 lid 2 Awb"
    assert "Bel de klager" in te_laat.tekst  # what to do now


@pytest.mark.parametrize("soort", [B.VERDAGING_KLAGER, B.VERDAGING_BEKLAAGDE])
def test_a_verdaging_needs_a_term_and_a_reason(
    zaken: dict[B, Dossier], kader: Kader, soort: B
) -> None:
    dossier = zaken[soort]
    assert _mag(soort, replace(dossier, formeel_regime=False), kader) == ["art. 9:11 lid 2 Awb"]
    assert len(_mag(soort, replace(dossier, status=Status.AFGEHANDELD), kader)) == 1
    assert _mag(soort, dossier, kader, waarom="") == ["waarom"]
    eigen = _velden(soort, dossier, kader, waarom="wij wachten op papieren")
    assert eigen["waarom"].lower().startswith("wij wachten op papieren")


def test_consent_is_asked_while_the_term_runs(zaken: dict[B, Dossier], kader: Kader) -> None:
    dossier = zaken[B.UITSTEL]
    velden = _velden(B.UITSTEL, dossier, kader, waarom="iemand is ziek")
    assert velden["uiterste_datum"] == "woensdag 25 november 2026"
    assert velden["uitstel_tot"] == "woensdag 9 december 2026"
    assert velden["antwoord_voor"] == "maandag 9 november 2026"
    assert velden["retouradres"] == "Postbus 100, 1234 AB Voorbeeldstad"
    reden = {"waarom": "Iemand is ziek."}
    assert _mag(B.UITSTEL, dossier, kader) == ["waarom"]
    assert _mag(B.UITSTEL, dossier, kader, uitstel_tot="2026-11-25", **reden) == ["uitstel_tot"]
    assert _mag(B.UITSTEL, dossier, kader, antwoord_voor="2026-11-26", **reden) == ["antwoord_voor"]
    assert _mag(B.UITSTEL, dossier, kader, EINDE, **reden) == ["termijn"]
    zonder_termijn = _mag(B.UITSTEL, replace(dossier, formeel_regime=False), kader, **reden)
    assert zonder_termijn[0] == "art. 9:11 lid 3 Awb"
    assert len(_mag(B.UITSTEL, replace(dossier, status=Status.AFGEHANDELD), kader, **reden)) == 1


def test_the_slip_goes_to_an_address_we_know(zaken: dict[B, Dossier], kader: Kader) -> None:
    for gemeente, adres in (
        (Gemeente("V", bezoekadres="Plein 1", plaats="V"), "Plein 1, V"),
        (Gemeente("V", bezoekadres="Plein 1"), ""),
        (Gemeente("V"), ""),
    ):
        velden = brieven.velden(B.UITSTEL, zaken[B.UITSTEL], gemeente, kader, DAG, YILMAZ)
        assert velden["retouradres"] == adres


def test_every_question_can_be_named(zaken: dict[B, Dossier]) -> None:
    for soort in zaken:
        regel = BRIEVEN[soort]
        assert regel.artikel
        for naam, (wat, waar) in regel.veldnamen.items():
            assert naam.replace("_", "").isalpha()
            assert wat
            assert waar.endswith(".")


def test_letters_to_a_colleague_are_confidential(zaken: dict[B, Dossier], kader: Kader) -> None:
    regel = BRIEVEN[B.AFSCHRIFT]
    zaak = Briefzaak(zaken[B.AFSCHRIFT], GEMEENTE, DAG, kader, {}, Collegas())
    regels = brieven.adressering(regel, zaak).regels
    assert regels[0] == "Mevrouw De Boer"
    assert "vertrouwelijk" in " ".join(regels)
