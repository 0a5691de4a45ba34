"""The letters during treatment through the real services: owed, printed, sent, done."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

import pdfplumber
import pytest

from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.begrippen import Aanhef, Kanaal, Soort
from klachtenapp.domain.briefsoort import BriefSoort as B
from klachtenapp.domain.brieven import kanalen
from klachtenapp.domain.brieven.openstaand import openstaande_brieven
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.handelingen import HANDELINGEN, voorinvullen
from klachtenapp.domain.personen import Medewerker, Persoon
from klachtenapp.domain.volgende_stap import volgende_stap
from klachtenapp.services import behandelen, beheer, correspondentie, registreren
from klachtenapp.services.context import Context

MaakAanmelding = Callable[..., Aanmelding]
KEES = Persoon(
    "Klock", Aanhef.HEER, "K.", straat="Lindelaan", huisnummer="12", postcode="1234 CD",
    plaats="Dorp", telefoon="06-12345678",
)  # fmt: skip
VOL = Gemeente(
    "Gemeente Voorbeeldstad", bezoekadres="Raadhuisplein 1", postadres="Postbus 100",
    postcode="1234 AB", plaats="Voorbeeldstad", telefoon="14 0123", belnummer="0123 - 45 67 00",
    ondertekenaar="M. de Groot", ondertekenaar_functie="afdelingshoofd",
)  # fmt: skip


@pytest.fixture
def bureau(ctx: Context) -> Context:
    """A register with two medewerkers: who handles it, and who it is about."""
    for wie in (
        Medewerker(0, "P. Yılmaz", Aanhef.MEVROUW, "klachtbehandelaar", "0123 - 45 67 12"),
        Medewerker(0, "J. Smit", Aanhef.HEER, "baliemedewerker"),
    ):
        beheer.bewaar_medewerker(ctx, wie)
    return beheer.bewaar_gemeente(ctx, VOL)


class Klacht:
    """One klacht about J. Smit, and what is done with it."""

    def __init__(self, ctx: Context, aanmelding: Aanmelding) -> None:
        self.ctx = ctx
        self.d = registreren.registreer(ctx, aanmelding)

    def doe(self, naam: str, **invoer: str) -> None:
        voorstel = voorinvullen(HANDELINGEN[naam], self.d, self.ctx.kader, self.ctx.vandaag)
        opdracht = behandelen.Opdracht(
            self.d.kenmerk, naam, {**voorstel, **invoer}, self.d.versie, str(uuid4())
        )
        self.d = behandelen.voer_uit(self.ctx, opdracht)

    def open(self) -> tuple[B, ...]:
        return openstaande_brieven(self.d, self.ctx.kader, self.ctx.vandaag)

    def stuur(self, soort: B, **antwoorden: str) -> str:
        """Send the letter; return its words."""
        brief = correspondentie.concept(self.ctx, self.d.kenmerk, soort, antwoorden=antwoorden)
        assert brief.bezwaren == ()
        kanaal = kanalen.voorstel(soort, self.d)
        self.d = correspondentie.markeer_verzonden(
            self.ctx, self.d.kenmerk, soort, op=self.ctx.vandaag, kanaal=kanaal, pdf=brief.pdf,
            opdracht_uid=str(uuid4()), antwoorden=brief.antwoorden,
        )  # fmt: skip
        with pdfplumber.open(io.BytesIO(brief.pdf)) as boek:
            alles = "".join(str(c["text"]) for blad in boek.pages for c in blad.chars)
        return " ".join(alles.split())

    def volgende(self) -> str:
        stap = volgende_stap(self.d, self.ctx.kader, self.ctx.vandaag)
        assert stap is not None
        return stap.brief or stap.handeling


@pytest.fixture
def klacht(bureau: Context, maak_aanmelding: MaakAanmelding) -> Klacht:
    """A klacht that was called about and confirmed."""
    gegevens: dict[str, Any] = {
        "klager": KEES, "behandelaar": "P. Yılmaz", "beklaagde": "J. Smit", "soort": Soort.KLACHT,
        "kanaal": Kanaal.BALIE, "onderwerp": "lang wachten",
        "omschrijving": "Ik moest twee uur wachten. Niemand zei iets.",
    }  # fmt: skip
    zaak = Klacht(bureau, maak_aanmelding(**gegevens))
    zaak.doe("neem_in_beoordeling", niet_betrokken="ja")
    zaak.doe("leg_gesprek_vast", manier="telefoon", bereikt="ja")
    zaak.stuur(B.ONTVANGSTBEVESTIGING)
    return zaak


def test_from_klacht_to_verslag_every_letter_is_owed_and_sent(klacht: Klacht) -> None:
    klacht.doe("start_formeel", reden="wens klager", commissie="nee")
    assert klacht.open() == (B.AFSCHRIFT,)
    assert klacht.volgende() == B.AFSCHRIFT
    afschrift = klacht.stuur(B.AFSCHRIFT)
    for stuk in (
        "De heer J. Smit Persoonlijk en vertrouwelijk", "Geachte heer Smit,",
        "een klacht van de heer K. Klock", "De heer K. Klock vertelde ons dit:",
        "Ik moest twee uur wachten. Niemand zei iets.", "Mevrouw P. Yılmaz was niet betrokken",
        "Wij nodigen u uit voor een gesprek.", "wij hebben nog geen oordeel",
    ):  # fmt: skip
        assert stuk in afschrift, stuk
    for geheim in ("06-12345678", "Lindelaan", "1234 CD"):
        assert geheim not in afschrift
    assert klacht.volgende() == "plan_horen"  # given is given: no handeling besides

    klacht.doe(
        "plan_horen", zitting_op="2026-12-08", tijd="14.00 uur", plaats="kamer 1.12",
        vorm="driegesprek",
    )  # fmt: skip
    assert klacht.open() == (B.UITNODIGING_KLAGER, B.UITNODIGING_BEKLAAGDE)
    klager = klacht.stuur(B.UITNODIGING_KLAGER)
    for stuk in (
        "dinsdag 8 december 2026, 14.00 uur", "kamer 1.12, Raadhuisplein 1, Voorbeeldstad.",
        "Van de gemeente is erbij: mevrouw P. Yılmaz.", "Wilt u liever apart praten? Dat mag.",
        "U mag iemand meenemen.", "tolk", "verslag", "Bel ons uiterlijk op dinsdag 1 december 2026",
        "Laat u niets weten? Dan mogen wij verder gaan zonder gesprek.",
    ):  # fmt: skip
        assert stuk in klager, stuk
    beklaagde = klacht.stuur(B.UITNODIGING_BEKLAAGDE)
    assert "Ook de heer K. Klock is erbij." in beklaagde
    assert "zonder gesprek" not in beklaagde  # art. 9:10 lid 2 holds for the klager only
    assert klacht.volgende() == "leg_horen_vast"

    klacht.doe("leg_horen_vast", klager_gehoord="ja", beklaagde_gehoord="ja")
    klacht.doe("stel_verslag_vast")
    assert klacht.open() == (B.VERSLAG_KLAGER, B.VERSLAG_BEKLAAGDE)
    for soort in klacht.open():
        tekst = klacht.stuur(soort)
        assert "Bijlage Verslag" in tekst
        assert "Bel of schrijf ons uiterlijk op dinsdag 1 december 2026." in tekst
    assert klacht.open() == ()
    assert klacht.volgende() == "vorm_oordeel"


def test_what_is_missing(klacht: Klacht) -> None:
    klacht.doe("vraag_aanvulling", ontbreekt="omschrijving", reageren_voor="2026-12-08")
    assert klacht.volgende() == B.AANVULLING
    tekst = klacht.stuur(B.AANVULLING, uitleg="Weet u nog bij welk loket het was?")
    for stuk in (
        "Dat kan tot en met dinsdag 8 december 2026.", "Wat er is gebeurd. Waar en wanneer was het",
        "Weet u nog bij welk loket het was?", "Vaak kunt u het gewoon vertellen.",
        "Wij helpen u graag.", "Die datum blijft staan.",
    ):  # fmt: skip
        assert stuk in tekst, stuk
    assert "Uw adres." not in tekst
    assert klacht.volgende() == "aanvulling_ontvangen"


def test_more_time_is_told_to_both(klacht: Klacht) -> None:
    klacht.doe("start_formeel", reden="wens klager", commissie="nee")
    einde = date(2027, 1, 4)
    klacht.doe("verdaag", reden="de medewerker is ziek", tot="2027-01-29")
    assert klacht.volgende() == B.VERDAGING_KLAGER
    for soort in (B.VERDAGING_KLAGER, B.VERDAGING_BEKLAAGDE):
        tekst = klacht.stuur(soort)
        assert "vrijdag 29 januari 2027" in tekst
        assert "maandag 4 januari 2027" in tekst
        assert "De medewerker is ziek." in tekst
        assert "spijt ons" in tekst
        assert "Bel 0123 - 45 67 12 en vraag naar mevrouw P. Yılmaz." in tekst
    assert klacht.volgende() == B.AFSCHRIFT
    assert einde < date(2027, 1, 29)


def test_consent_is_asked_with_a_slip(klacht: Klacht) -> None:
    brief = correspondentie.concept(klacht.ctx, klacht.d.kenmerk, B.UITSTEL)
    assert [b.veld for b in brief.bezwaren] == ["waarom"]
    tekst = klacht.stuur(B.UITSTEL, waarom="De medewerker is ziek.", uitstel_tot="2027-01-29")
    for stuk in (
        "Mogen wij uiterlijk op vrijdag 29 januari 2027 antwoorden?",
        "U hoeft niet akkoord te gaan",
        "U mag nee zeggen. Dan blijft de datum maandag 4 januari 2027.",
        "Gemeente Voorbeeldstad, Postbus 100, 1234 AB Voorbeeldstad",
        f"Ik vind het goed dat de gemeente later antwoordt op klacht {klacht.d.kenmerk}.",
        "Naam Datum Handtekening",
    ):  # fmt: skip
        assert stuk in tekst, stuk
    verzonden = klacht.d.brief_verzonden(B.UITSTEL)
    assert verzonden is not None
    assert verzonden.gegevens["antwoord_uitstel_tot"] == "2027-01-29"


def test_a_hole_is_named_in_words_of_the_letter(klacht: Klacht) -> None:
    klacht.doe("start_formeel", reden="wens klager", commissie="nee")
    brief = correspondentie.concept(
        klacht.ctx, klacht.d.kenmerk, B.AFSCHRIFT, antwoorden={"klachttekst": ""}
    )
    assert brief.pdf == b""
    (bezwaar,) = brief.bezwaren
    assert bezwaar.veld == "klachttekst"
    assert bezwaar.tekst.startswith("In de brief ontbreekt de klacht zelf. Schrijf de woorden")


def _paginas(klacht: Klacht, soort: B, **antwoorden: str) -> int:
    brief = correspondentie.concept(klacht.ctx, klacht.d.kenmerk, soort, antwoorden=antwoorden)
    with pdfplumber.open(io.BytesIO(brief.pdf)) as boek:
        return len(boek.pages)


def test_with_usual_facts_a_letter_is_one_page(klacht: Klacht) -> None:
    klacht.doe("start_formeel", reden="wens klager", commissie="nee")
    assert _paginas(klacht, B.AFSCHRIFT) == 1
    assert _paginas(klacht, B.UITSTEL, waarom="De medewerker is ziek.") == 2  # the slip
    klacht.doe("verdaag", reden="de medewerker is ziek")
    assert _paginas(klacht, B.VERDAGING_KLAGER) == _paginas(klacht, B.VERDAGING_BEKLAAGDE) == 1
    klacht.doe(
        "plan_horen", zitting_op="2026-12-08", tijd="14.00 uur", plaats="kamer 1.12", vorm="apart"
    )
    for soort in (B.UITNODIGING_KLAGER, B.UITNODIGING_BEKLAAGDE):
        assert _paginas(klacht, soort) == 1
    klacht.doe("leg_horen_vast", klager_gehoord="ja", beklaagde_gehoord="ja")
    klacht.doe("stel_verslag_vast")
    for soort in (B.VERSLAG_KLAGER, B.VERSLAG_BEKLAAGDE):
        assert _paginas(klacht, soort) == 1


def test_who_reads_with_difficulty_gets_large_type(
    bureau: Context, maak_aanmelding: MaakAanmelding
) -> None:
    youssef = replace(KEES, leest_moeilijk=True)
    zaak = Klacht(
        bureau,
        maak_aanmelding(klager=youssef, behandelaar="P. Yılmaz", beklaagde="J. Smit"),
    )
    zaak.doe("neem_in_beoordeling", niet_betrokken="ja")
    zaak.doe("vraag_aanvulling", ontbreekt="ondertekening", reageren_voor="2026-12-08")
    assert "Wij lezen hem samen met u" in zaak.stuur(B.AANVULLING)
    assert isinstance(zaak.d, Dossier)
