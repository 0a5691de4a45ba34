"""The next step, situation by situation: what it says, by when, and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.begrippen import Oordeel, Soort, Status, Voorkeur, Wens
from klachtenapp.domain.bereikbaarheid import kan_brief_krijgen, spoor_aan
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Dossier, Gebeurtenis, Klachtonderdeel
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.normen import Normen
from klachtenapp.domain.personen import Medewerker, Persoon
from klachtenapp.domain.volgende_stap import Stap, volgende_stap

Maak = Callable[..., Dossier]
BINNEN = date(2026, 10, 14)  # Wednesday; the term ends on Wednesday 25 November
EINDE = date(2026, 11, 25)
BOER = Medewerker(1, "H. de Boer")


def feit(soort: G, op: date = date(2026, 10, 16), **gegevens: str) -> Gebeurtenis:
    return Gebeurtenis(soort, op, datetime.combine(op, time(9)), "registrar", gegevens)


def brief(soort: BriefSoort, op: date = date(2026, 10, 16)) -> Gebeurtenis:
    return feit(G.BRIEF_VERZONDEN, op, brief=soort, kanaal="post")


GEBELD = feit(G.GESPREK, date(2026, 10, 15), bereikt="ja")
BEVESTIGD = brief(BriefSoort.ONTVANGSTBEVESTIGING)
BEGONNEN = (GEBELD, BEVESTIGD)


@pytest.fixture
def klacht(maak_dossier: Maak) -> Callable[..., Dossier]:
    """Return a maker of a klacht that is in the hands of H. de Boer."""

    def maak(status: Status = Status.BEOORDELING, *feiten: Gebeurtenis, **anders: Any) -> Dossier:
        dossier = maak_dossier(
            BINNEN,
            **{"status": status, "behandelaar": BOER, "gebeurtenissen": feiten, **anders},
        )
        if "klager" in anders:
            return dossier
        return replace(dossier, klager=replace(dossier.klager, telefoon="06-12345678"))

    return maak


def stap(dossier: Dossier, kader: Kader, vandaag: date = date(2026, 10, 16)) -> Stap:
    gevonden = volgende_stap(dossier, kader, vandaag)
    assert gevonden is not None
    return gevonden


# --- the order of the first days ---


def test_eerst_een_behandelaar(klacht: Maak, kader: Kader) -> None:
    nu = stap(klacht(Status.ONTVANGEN, behandelaar=None), kader)
    assert (nu.tekst, nu.handeling) == ("Wijs een behandelaar toe", "wijs_behandelaar_toe")
    assert nu.uiterlijk == date(2026, 10, 15)
    assert "9:7" in nu.waarom


def test_een_betrokken_behandelaar_moet_weg(klacht: Maak, kader: Kader) -> None:
    nu = stap(klacht(Status.HOREN, beklaagde="mevrouw De Boer"), kader)
    assert nu.tekst == "Wijs een andere behandelaar toe"
    assert "H. de Boer" in nu.waarom


def test_een_behandelaar_van_de_intake_pakt_op(klacht: Maak, kader: Kader) -> None:
    nu = stap(klacht(Status.ONTVANGEN), kader)
    assert nu.handeling == "neem_in_beoordeling"


def test_dan_bellen_binnen_een_werkdag(klacht: Maak, kader: Kader) -> None:
    nu = stap(klacht(), kader, BINNEN)
    assert (nu.tekst, nu.handeling) == ("Bel de klager", "leg_gesprek_vast")
    assert nu.uiterlijk == date(2026, 10, 15)


def test_geen_gehoor_vandaag_dan_eerst_de_brief_en_morgen_opnieuw(
    klacht: Maak, kader: Kader
) -> None:
    mis = feit(G.GESPREK, date(2026, 10, 16), bereikt="nee")
    assert stap(klacht(Status.BEOORDELING, mis), kader).brief == "ontvangstbevestiging"
    morgen = stap(klacht(Status.BEOORDELING, mis), kader, date(2026, 10, 17))
    assert morgen.tekst == "Bel de klager opnieuw"
    assert "16 oktober 2026 was er geen gehoor" in morgen.waarom


def test_na_drie_pogingen_neemt_de_brief_het_over(klacht: Maak, kader: Kader) -> None:
    pogingen = [feit(G.GESPREK, date(2026, 10, dag), bereikt="nee") for dag in (15, 16, 19)]
    dossier = klacht(Status.BEOORDELING, *pogingen, BEVESTIGD)
    assert stap(dossier, kader, date(2026, 10, 20)).handeling == "start_informeel"


def test_dan_de_ontvangstbevestiging(klacht: Maak, kader: Kader) -> None:
    nu = stap(klacht(Status.BEOORDELING, GEBELD), kader)
    assert (nu.tekst, nu.brief) == ("Print de ontvangstbevestiging", "ontvangstbevestiging")
    assert (nu.handeling, nu.uiterlijk) == ("", date(2026, 10, 16))


def test_mondeling_zonder_regime_hoeft_geen_bevestiging(klacht: Maak, kader: Kader) -> None:
    dossier = klacht(Status.BEOORDELING, GEBELD, formeel_regime=False)
    assert stap(dossier, kader).handeling == "start_informeel"


def test_zonder_adres_eerst_vragen(klacht: Maak, kader: Kader) -> None:
    dossier = klacht(Status.BEOORDELING, GEBELD, klager=Persoon("Wit", telefoon="06-12345678"))
    assert stap(dossier, kader).handeling == "vraag_aanvulling"
    gevraagd = feit(G.AANVULLING_GEVRAAGD, reageren_voor="2026-10-30")
    weer = replace(dossier, gebeurtenissen=(GEBELD, gevraagd, feit(G.AANVULLING_ONTVANGEN)))
    assert stap(weer, kader).handeling == "start_informeel"


def test_de_klager_kiest_de_manier(klacht: Maak, kader: Kader) -> None:
    assert stap(klacht(Status.BEOORDELING, *BEGONNEN), kader).handeling == "start_informeel"
    officieel = klacht(Status.BEOORDELING, *BEGONNEN, wens=Wens.OFFICIELE_BRIEF)
    assert stap(officieel, kader).handeling == "start_formeel"


# --- waiting, solving, closing informally ---


def test_wachten_op_aanvulling_en_dan_niet_meer(klacht: Maak, kader: Kader) -> None:
    vraag = feit(G.AANVULLING_GEVRAAGD, gevraagd_op="2026-10-16", reageren_voor="2026-10-30")
    dossier = klacht(Status.AANVULLING_GEVRAAGD, *BEGONNEN, vraag)
    nu = stap(dossier, kader, date(2026, 10, 30))
    assert (nu.tekst, nu.uiterlijk) == ("Wacht op de aanvulling", date(2026, 10, 30))
    assert "loopt door" in nu.waarom
    later = stap(dossier, kader, date(2026, 10, 31))
    assert later.handeling == "sluit_zonder_reactie"


def test_samen_oplossen_met_streefdatum(klacht: Maak, kader: Kader) -> None:
    nu = stap(klacht(Status.INFORMEEL, *BEGONNEN), kader)
    assert (nu.handeling, nu.uiterlijk) == ("klager_tevreden", date(2026, 11, 4))


def test_na_twee_weken_stilte_laten_wij_van_ons_horen(klacht: Maak, kader: Kader) -> None:
    nu = stap(klacht(Status.INFORMEEL, *BEGONNEN), kader, date(2026, 10, 31))
    assert nu.tekst == "Bel de klager over de voortgang"


def test_er_blijft_tijd_voor_de_formele_weg(klacht: Maak, kader: Kader) -> None:
    dossier = klacht(Status.INFORMEEL, *BEGONNEN)
    assert stap(dossier, kader, EINDE - timedelta(days=14)).handeling == "start_formeel"


def test_tevreden_dan_de_brief_en_dan_dicht(klacht: Maak, kader: Kader) -> None:
    tevreden = feit(G.TEVREDENHEID_VASTGESTELD, date(2026, 10, 28))
    dossier = klacht(Status.INFORMEEL, *BEGONNEN, tevreden)
    nu = stap(dossier, kader)
    assert nu.brief == "afsluitbrief-informeel"
    assert "28 oktober 2026" in nu.waarom
    klaar = brief(BriefSoort.AFSLUITBRIEF_INFORMEEL, date(2026, 10, 29))
    dossier = replace(dossier, gebeurtenissen=(*dossier.gebeurtenissen, klaar))
    assert stap(dossier, kader).handeling == "sluit_informeel"
    zonder_adres = klacht(
        Status.INFORMEEL, GEBELD, tevreden, klager=Persoon("Wit", telefoon="06-12345678")
    )
    assert stap(zonder_adres, kader).handeling == "sluit_informeel"


def test_tevreden_geldt_ook_midden_in_de_formele_weg(klacht: Maak, kader: Kader) -> None:
    tevreden = feit(G.TEVREDENHEID_VASTGESTELD, date(2026, 10, 28))
    dossier = klacht(Status.HOREN, *BEGONNEN, feit(G.FORMEEL_GESTART), tevreden)
    assert stap(dossier, kader).brief == "afsluitbrief-informeel"


# --- the formal road ---


def test_de_formele_weg_stap_voor_stap(klacht: Maak, kader: Kader) -> None:
    gestart = feit(G.FORMEEL_GESTART, date(2026, 10, 27))
    feiten = [*BEGONNEN, gestart]
    nu = stap(klacht(Status.FORMEEL, *feiten, beklaagde="M. Kok"), kader)
    assert (nu.brief, nu.uiterlijk) == ("afschrift-beklaagde", date(2026, 11, 3))

    feiten.append(feit(G.AFSCHRIFT_GEGEVEN, date(2026, 10, 28)))
    assert stap(klacht(Status.FORMEEL, *feiten, beklaagde="M. Kok"), kader).handeling == (
        "plan_horen"
    )

    plan = {
        "zitting_op": "2026-11-11",
        "klager_uitgenodigd_op": "2026-10-28",
        "beklaagde_uitgenodigd_op": "2026-10-28",
    }
    feiten.append(feit(G.HOREN_GEPLAND, date(2026, 10, 28), **plan))
    for wie in ("klager", "beklaagde"):
        horen = klacht(Status.HOREN, *feiten, beklaagde="M. Kok")
        nodig_uit = stap(horen, kader, date(2026, 11, 1))
        assert (nodig_uit.brief, nodig_uit.uiterlijk) == (f"uitnodiging-{wie}", date(2026, 11, 4))
        feiten.append(brief(BriefSoort(nodig_uit.brief), date(2026, 11, 1)))
    horen = klacht(Status.HOREN, *feiten, beklaagde="M. Kok")
    wacht = stap(horen, kader, date(2026, 11, 1))
    assert (wacht.tekst, wacht.uiterlijk) == ("Houd het gesprek op wo 11 nov", date(2026, 11, 11))
    assert stap(horen, kader, date(2026, 11, 12)).tekst == "Leg het gesprek vast"

    half = feit(
        G.GEHOORD,
        date(2026, 11, 11),
        klager_gehoord="ja",
        beklaagde_gehoord="nee",
        afwezig_reden="apart",
    )
    assert stap(klacht(Status.HOREN, *feiten, half, beklaagde="M. Kok"), kader).tekst == (
        "Hoor ook de beklaagde"
    )
    heel = feit(G.GEHOORD, date(2026, 11, 11), klager_gehoord="ja", beklaagde_gehoord="ja")
    verslag = stap(klacht(Status.HOREN, *feiten, heel, beklaagde="M. Kok"), kader)
    assert (verslag.tekst, verslag.handeling) == ("Voeg het verslag toe", "stel_verslag_vast")
    assert "9:10 lid 3" in verslag.waarom

    advies = stap(klacht(Status.ADVIES, *feiten, heel, commissie=True), kader)
    assert advies.handeling == "ontvang_advies"


def test_van_oordeel_tot_dicht_zonder_verrassingen(klacht: Maak, kader: Kader) -> None:
    delen = (Klachtonderdeel("x", bevinding="y", oordeel=Oordeel.GEGROND),)
    nu = date(2026, 11, 16)
    assert stap(klacht(Status.OORDEEL, *BEGONNEN), kader, nu).handeling == "vorm_oordeel"
    feiten = [*BEGONNEN, feit(G.OORDEEL_GEVORMD, nu)]
    assert stap(klacht(Status.OORDEEL, *feiten), kader, nu).handeling == "vorm_oordeel"
    gevormd = klacht(Status.OORDEEL, *feiten, onderdelen=delen)
    assert stap(gevormd, kader, nu).tekst == "Bel de klager over de uitkomst"
    uit = Kader(kader.kalender, Normen(bellen_voor_brief=False))
    assert stap(gevormd, uit, nu).brief == "afdoeningsbrief"
    feiten.append(feit(G.GESPREK, nu, bereikt="ja"))
    assert stap(klacht(Status.OORDEEL, *feiten, onderdelen=delen), kader, nu).brief == (
        "afdoeningsbrief"
    )
    feiten.append(brief(BriefSoort.AFDOENINGSBRIEF, nu))
    alsnog = stap(klacht(Status.OORDEEL, *feiten, onderdelen=delen), kader, nu)
    assert alsnog.handeling == "geef_afschrift"  # a legal duty that was forgotten
    feiten.append(feit(G.AFSCHRIFT_GEGEVEN, nu))
    besluit = stap(klacht(Status.OORDEEL, *feiten, onderdelen=delen), kader, nu)
    assert besluit.handeling == "passeer_plicht"
    assert "nog niet gehoord" in besluit.waarom
    ja = {"klager_gehoord": "ja", "beklaagde_gehoord": "ja"}
    feiten += [feit(G.GEHOORD, nu, **ja), feit(G.VERSLAG_VASTGESTELD, nu)]
    verslagen = (BriefSoort.VERSLAG_KLAGER, BriefSoort.VERSLAG_BEKLAAGDE)
    feiten += [brief(soort, nu) for soort in verslagen]
    feiten += [feit(G.OORDEEL_GEVORMD, nu), brief(BriefSoort.AFDOENINGSBRIEF, nu)]
    laatste = stap(klacht(Status.OORDEEL, *feiten, onderdelen=delen), kader, nu)
    assert laatste.handeling == "sluit_formeel"


def test_wie_liever_een_brief_krijgt_wordt_niet_gebeld(klacht: Maak, kader: Kader) -> None:
    delen = (Klachtonderdeel("x", bevinding="y", oordeel=Oordeel.GEGROND),)
    dossier = klacht(Status.OORDEEL, *BEGONNEN, feit(G.OORDEEL_GEVORMD), onderdelen=delen)
    schriftelijk = replace(dossier, klager=replace(dossier.klager, voorkeur=Voorkeur.BRIEF))
    assert stap(schriftelijk, kader).brief == "afdoeningsbrief"


def test_toch_niet_tevreden_gaat_formeel_verder(klacht: Maak, kader: Kader) -> None:
    heropend = feit(G.HEROPEND, date(2026, 11, 2), reden="niet tevreden")
    dossier = klacht(Status.HEROPEND, *BEGONNEN, heropend)
    assert stap(dossier, kader, date(2026, 11, 3)).tekst == "Bel de klager"
    weer = replace(
        dossier,
        gebeurtenissen=(*dossier.gebeurtenissen, feit(G.GESPREK, date(2026, 11, 3), bereikt="ja")),
    )
    formeel = stap(weer, kader, date(2026, 11, 3))
    assert formeel.handeling == "start_formeel"
    assert "heropend" in formeel.waarom


# --- when time runs out ---


def test_dicht_bij_het_einde_staat_dat_verdagen_nog_kan(klacht: Maak, kader: Kader) -> None:
    dossier = klacht(Status.HOREN, *BEGONNEN, feit(G.GEHOORD, klager_gehoord="ja"))
    assert "Verdagen" not in stap(dossier, kader, EINDE - timedelta(days=8)).waarom
    assert "Verdagen kan nog tot en met 25 november 2026" in stap(dossier, kader, EINDE).waarom
    verdaagd = replace(
        dossier, gebeurtenissen=(*dossier.gebeurtenissen, feit(G.VERDAAGD, tot="2026-12-23"))
    )
    assert "schriftelijk" in stap(verdaagd, kader, date(2026, 12, 20)).waarom


def test_te_laat_dan_bellen_wij_eerst_zelf(klacht: Maak, kader: Kader) -> None:
    dossier = klacht(Status.FORMEEL, *BEGONNEN)
    te_laat = EINDE + timedelta(days=1)
    nu = stap(dossier, kader, te_laat)
    assert (nu.tekst, nu.handeling) == (
        "Bel de klager dat het antwoord later komt",
        "leg_gesprek_vast",
    )
    assert nu.uiterlijk == EINDE
    verteld = replace(
        dossier, gebeurtenissen=(*dossier.gebeurtenissen, feit(G.GESPREK, te_laat, bereikt="ja"))
    )
    daarna = stap(verteld, kader, te_laat)
    assert daarna.handeling == "plan_horen"
    assert "De termijn eindigde op 25 november 2026" in daarna.waarom


def test_te_laat_en_geen_gehoor_dan_later_nog_eens(klacht: Maak, kader: Kader) -> None:
    te_laat = EINDE + timedelta(days=1)
    mis = feit(G.GESPREK, te_laat, bereikt="nee")
    dossier = klacht(Status.FORMEEL, *BEGONNEN, mis)
    assert stap(dossier, kader, te_laat).handeling == "plan_horen"  # not again today
    morgen = stap(dossier, kader, te_laat + timedelta(days=1))
    assert morgen.tekst == "Bel de klager dat het antwoord later komt"  # nobody told the klager


@pytest.mark.parametrize(
    ("anders", "tekst"),
    [
        ({"voorkeur": Voorkeur.MAILEN, "email": "a@b.example"}, "Mail de klager dat het"),
        ({"voorkeur": Voorkeur.LANGSKOMEN}, "Vertel de klager dat het"),
        ({"telefoon": ""}, "Vertel de klager dat het"),
    ],
)
def test_te_laat_vertellen_wij_zoals_de_klager_het_wil(
    klacht: Maak, kader: Kader, anders: dict[str, Any], tekst: str
) -> None:
    dossier = klacht(Status.FORMEEL, *BEGONNEN)
    dossier = replace(dossier, klager=replace(dossier.klager, **anders))
    assert stap(dossier, kader, EINDE + timedelta(days=1)).tekst.startswith(tekst)


def test_na_ons_antwoord_geen_ontvangstbevestiging_meer(klacht: Maak, kader: Kader) -> None:
    delen = (Klachtonderdeel("x", bevinding="y", oordeel=Oordeel.GEGROND),)
    feiten = (GEBELD, feit(G.OORDEEL_GEVORMD), brief(BriefSoort.AFDOENINGSBRIEF))
    dossier = klacht(Status.OORDEEL, *feiten, onderdelen=delen)
    assert stap(dossier, kader).brief == ""  # what is missing still now, somebody decides
    assert stap(dossier, kader).handeling == "passeer_plicht"


def test_wie_tevreden_is_hoort_niets_over_verdagen(klacht: Maak, kader: Kader) -> None:
    tevreden = feit(G.TEVREDENHEID_VASTGESTELD, date(2026, 11, 20))
    nu = stap(klacht(Status.INFORMEEL, *BEGONNEN, tevreden), kader, EINDE)
    assert "erdagen" not in nu.waarom


def test_wat_na_de_brief_nog_moet_is_niet_te_laat(klacht: Maak, kader: Kader) -> None:
    tevreden = feit(G.TEVREDENHEID_VASTGESTELD, date(2026, 11, 20))
    dossier = klacht(Status.INFORMEEL, *BEGONNEN, tevreden)
    assert stap(dossier, kader, EINDE).uiterlijk == EINDE
    na_afloop = stap(dossier, kader, EINDE + timedelta(days=2))
    assert (na_afloop.brief, na_afloop.uiterlijk) == ("afsluitbrief-informeel", None)
    assert "eindigde" not in na_afloop.waarom


def test_zonder_beklaagde_is_alleen_de_klager_uitgenodigd(klacht: Maak, kader: Kader) -> None:
    plan = feit(G.HOREN_GEPLAND, zitting_op="2026-11-11", geen_beklaagde="ja")
    uitgenodigd = brief(BriefSoort.UITNODIGING_KLAGER)
    nu = stap(klacht(Status.HOREN, *BEGONNEN, plan, uitgenodigd), kader)
    assert nu.waarom == "De klager is uitgenodigd. Leg het gesprek daarna vast."


def test_een_bericht_over_meer_tijd_is_ook_een_bericht(klacht: Maak, kader: Kader) -> None:
    start = feit(G.FORMEEL_GESTART, date(2026, 10, 20))
    verdaagd = feit(G.VERDAAGD, date(2026, 10, 30), klager_bericht_op="2026-10-29")
    dossier = klacht(Status.FORMEEL, *BEGONNEN, start)
    assert stap(dossier, kader, date(2026, 10, 31)).tekst == "Bel de klager over de voortgang"
    dossier = klacht(Status.FORMEEL, *BEGONNEN, start, verdaagd)
    assert stap(dossier, kader, date(2026, 10, 31)).handeling == "plan_horen"


def test_wie_alleen_de_brief_nog_moet_sturen_stuurt_de_brief(klacht: Maak, kader: Kader) -> None:
    delen = (Klachtonderdeel("x", bevinding="y", oordeel=Oordeel.GEGROND),)
    feiten = (*BEGONNEN, feit(G.OORDEEL_GEVORMD), feit(G.GESPREK, bereikt="ja"))
    dossier = klacht(Status.OORDEEL, *feiten, onderdelen=delen)
    assert stap(dossier, kader, EINDE + timedelta(days=3)).brief == "afdoeningsbrief"


# --- what is no klacht, or of nobody ---


def test_een_anoniem_signaal(klacht: Maak, kader: Kader) -> None:
    naamloos = klacht(Status.BEOORDELING, klager=Persoon())
    assert stap(naamloos, kader).handeling == "sluit_anoniem"
    met_nummer = klacht(Status.BEOORDELING, klager=Persoon(telefoon="06-12345678"))
    assert stap(met_nummer, kader).tekst == "Vraag de naam van de klager"


def test_de_weg_van_een_tip(klacht: Maak, kader: Kader) -> None:
    tip = klacht(Status.ONTVANGEN, soort=Soort.TIP)
    assert stap(tip, kader).tekst == "Bel de indiener"
    gebeld = replace(tip, gebeurtenissen=(feit(G.GESPREK, bereikt="nee"),))
    assert stap(gebeld, kader).handeling == "zet_door"
    assert stap(replace(tip, status=Status.DOORGEZET), kader).handeling == "koppel_terug"
    naamloos = replace(tip, status=Status.DOORGEZET, klager=Persoon())
    assert stap(naamloos, kader).handeling == "sluit_beantwoord"
    assert stap(replace(tip, status=Status.TERUGGEKOPPELD), kader).handeling == "sluit_beantwoord"


def test_een_losse_tegel_wordt_niet_gebeld_maar_gemaakt(klacht: Maak, kader: Kader) -> None:
    melding = klacht(Status.ONTVANGEN, soort=Soort.MELDING_OPENBARE_RUIMTE)
    assert stap(melding, kader).handeling == "zet_door"


def test_post_voor_een_ander_gaat_meteen_door(klacht: Maak, kader: Kader) -> None:
    post = klacht(Status.ONTVANGEN, soort=Soort.DOORZENDING)
    nu = stap(post, kader)
    assert (nu.handeling, nu.uiterlijk) == ("zend_door", date(2026, 10, 16))


# --- how we reach people ---


@pytest.mark.parametrize(
    ("anders", "tekst"),
    [
        ({"telefoon": "06-1"}, "Bel de klager"),
        ({"telefoon": "06-1", "voorkeur": Voorkeur.BELLEN}, "Bel de klager"),
        (
            {"telefoon": "06-1", "email": "a@b.example", "voorkeur": Voorkeur.MAILEN},
            "Mail de klager",
        ),
        (
            {"telefoon": "06-1", "voorkeur": Voorkeur.LANGSKOMEN},
            "Nodig de klager uit voor een gesprek",
        ),
        ({"telefoon": "06-1", "voorkeur": Voorkeur.MAILEN}, "Bel de klager"),
        ({"voorkeur": Voorkeur.BELLEN}, "Neem contact op met de klager"),
        ({"email": "a@b.example"}, "Mail de klager"),
        ({"email": "a@b.example", "voorkeur": Voorkeur.BRIEF}, "Neem contact op met de klager"),
    ],
)
def test_zoals_de_klager_het_wil(maak_dossier: Maak, anders: dict[str, Any], tekst: str) -> None:
    dossier = maak_dossier(klager=Persoon("Jangha", **anders))
    assert spoor_aan(dossier) == tekst
    assert "opnieuw" in spoor_aan(dossier, opnieuw=True)


def test_wie_een_ander_helpt_wordt_gebeld(maak_dossier: Maak) -> None:
    dossier = maak_dossier(gemachtigde=Persoon("Zee", telefoon="06-2"))
    assert spoor_aan(dossier) == "Bel de gemachtigde"
    assert not kan_brief_krijgen(dossier)
    per_mail = Persoon("Zee", email="z@z.example", email_akkoord=True)
    assert kan_brief_krijgen(maak_dossier(gemachtigde=per_mail))


@pytest.mark.parametrize(
    ("brieven", "verwacht"),
    [
        ((BriefSoort.INTREKKING,), "trek_in"),
        ((BriefSoort.NIET_IN_BEHANDELING,), "neem_niet_in_behandeling"),
        ((BriefSoort.DOORZENDING_KLAGER,), BriefSoort.DOORZENDING_INSTANTIE),
        ((BriefSoort.DOORZENDING_INSTANTIE,), BriefSoort.DOORZENDING_KLAGER),
        ((BriefSoort.DOORZENDING_KLAGER, BriefSoort.DOORZENDING_INSTANTIE), "zend_door"),
        ((BriefSoort.DOORGELEIDING_KLAGER,), "leid_door_als_bezwaar"),
        ((BriefSoort.DOORGELEIDING_INSTANTIE,), BriefSoort.DOORGELEIDING_KLAGER),
    ],
)
def test_na_de_brief_waarmee_het_eindigt_gaat_het_dossier_dicht(
    klacht: Callable[..., Dossier],
    kader: Kader,
    brieven: tuple[BriefSoort, ...],
    verwacht: str,
) -> None:
    """Nobody calls or invites a klager who read that it ends here."""
    nu = stap(klacht(Status.BEOORDELING, *map(brief, brieven)), kader)
    assert (nu.handeling or nu.brief) == verwacht
    assert nu.uiterlijk == date(2026, 10, 16)
    # Who goes on all the same is not sent back.
    verder = (*map(brief, brieven), GEBELD, BEVESTIGD, feit(G.HOREN_GEPLAND))
    assert stap(klacht(Status.HOREN, *verder), kader).handeling not in (verwacht, "")


def test_wie_leest_dat_een_ander_het_bezwaar_behandelt_ziet_dat_die_het_ook_krijgt(
    klacht: Callable[..., Dossier], kader: Kader
) -> None:
    gezegd = feit(G.BRIEF_VERZONDEN, brief=BriefSoort.DOORGELEIDING_KLAGER, antwoord_elders="ja")
    nu = stap(klacht(Status.BEOORDELING, gezegd), kader)
    assert nu.brief == BriefSoort.DOORGELEIDING_INSTANTIE


VERDAAGD = feit(
    G.VERDAAGD, EINDE, tot="2026-12-23", klager_bericht_op="2026-11-25",
    beklaagde_bericht_op="2026-11-25", reden="iemand is ziek",
)  # fmt: skip


def test_een_verdaging_zonder_bericht_op_tijd_geldt_niet_en_dat_zegt_de_volgende_stap(
    klacht: Callable[..., Dossier], kader: Kader
) -> None:
    later = date(2026, 11, 26)
    stil = klacht(Status.FORMEEL, *BEGONNEN, VERDAAGD, beklaagde="M. Kok")
    assert stap(stil, kader, EINDE).brief == BriefSoort.VERDAGING_KLAGER
    nu = stap(stil, kader, later)
    assert (nu.naam, nu.handeling, nu.uiterlijk) == ("bel_verdaging", "leg_gesprek_vast", EINDE)
    assert "25 november 2026 geen brief" in nu.waarom
    assert "geldt de verdaging niet" in nu.waarom
    gebeld = klacht(
        Status.FORMEEL,
        *BEGONNEN,
        VERDAAGD,
        feit(G.GESPREK, later, bereikt="ja"),
        beklaagde="M. Kok",
    )
    assert stap(gebeld, kader, later).naam != "bel_verdaging"


def test_de_beklaagde_krijgt_alsnog_bericht_van_een_verdaging_die_de_klager_kent(
    klacht: Callable[..., Dossier], kader: Kader
) -> None:
    verteld = klacht(
        Status.FORMEEL, *BEGONNEN, VERDAAGD, brief(BriefSoort.VERDAGING_KLAGER, EINDE),
        beklaagde="M. Kok",
    )  # fmt: skip
    nu = stap(verteld, kader, date(2026, 11, 26))
    assert (nu.brief, nu.uiterlijk) == (BriefSoort.VERDAGING_BEKLAAGDE, EINDE)


def test_wat_de_klager_over_het_begin_van_de_termijn_las_komt_in_het_dossier(
    klacht: Callable[..., Dossier], kader: Kader
) -> None:
    """Art. 2:24 Awb: the letter named a later start; until it is written down ours is earlier."""
    gezegd = feit(
        G.BRIEF_VERZONDEN, brief=BriefSoort.START_TERMIJN, antwoord_doorgeleid_op="2026-10-16"
    )
    nu = stap(klacht(Status.BEOORDELING, gezegd), kader)
    assert nu.handeling == "laat_later_beginnen"
    assert "16 oktober 2026" in nu.waarom
    begonnen = klacht(Status.BEOORDELING, gezegd, doorgeleid_op=date(2026, 10, 16))
    assert stap(begonnen, kader).handeling == "leg_gesprek_vast"
