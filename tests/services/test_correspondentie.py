"""Letters from register to envelope: made, refused by name, kept, sent once."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

import pdfplumber
import pytest

from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.begrippen import (
    Aanhef,
    GebeurtenisSoort,
    Kanaal,
    Oordeel,
    Soort,
    Status,
    Voorkeur,
)
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.dossier import Dossier, Gebeurtenis, Klachtonderdeel
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.personen import Medewerker, Persoon
from klachtenapp.errors import RegelFout
from klachtenapp.models import meldingen
from klachtenapp.services import beheer, correspondentie, registreren
from klachtenapp.services.context import Context

MaakAanmelding = Callable[..., Aanmelding]
MaakDossier = Callable[..., str]
ADRES = {"straat": "Lindelaan", "huisnummer": "12", "postcode": "1234 CD", "plaats": "Dorp"}
YOUSSEF = Persoon(
    "Mohamed", Aanhef.HEER, "Y.", telefoon="06 12345678", leest_moeilijk=True, **ADRES
)
VOL = Gemeente(
    "Gemeente Voorbeeldstad", bezoekadres="Raadhuisplein 1", postadres="Postbus 100",
    postcode="1234 AB", plaats="Voorbeeldstad", telefoon="14 0123", belnummer="0123 - 45 67 00",
    ondertekenaar="M. de Groot", ondertekenaar_functie="afdelingshoofd",
)  # fmt: skip


@pytest.fixture
def bureau(ctx: Context) -> Context:
    """A register with a gemeente that is filled in and a behandelaar."""
    wie = Medewerker(0, "P. Yılmaz", Aanhef.MEVROUW, "klachtbehandelaar", "0123 - 45 67 12")
    beheer.bewaar_medewerker(ctx, wie)
    return beheer.bewaar_gemeente(ctx, VOL)


@pytest.fixture
def maak(bureau: Context, maak_aanmelding: MaakAanmelding) -> MaakDossier:
    """Return a maker of a dossier, with events and other facts; gives its kenmerk."""

    def maak(
        *feiten: tuple[GebeurtenisSoort, date, dict[str, str]],
        dossier: dict[str, Any] | None = None,
        **aanmelding: Any,
    ) -> str:
        gegevens = {"klager": YOUSSEF, "behandelaar": "P. Yılmaz", **aanmelding}
        nieuw = registreren.registreer(bureau, maak_aanmelding(**gegevens))
        events = tuple(
            Gebeurtenis(soort, op, bureau.nu, "registrar", extra) for soort, op, extra in feiten
        )
        anders = replace(nieuw, gebeurtenissen=(*nieuw.gebeurtenissen, *events), **(dossier or {}))
        with bureau.register.transactie():
            meldingen.wijzig(bureau.register, nieuw, anders)
        return nieuw.kenmerk

    return maak


def _tekst(pdf: bytes) -> str:
    with pdfplumber.open(io.BytesIO(pdf)) as boek:
        alles = "".join(str(c["text"]) for blad in boek.pages for c in blad.chars)
    return " ".join(alles.split())


OORDEEL = (
    (G.FORMEEL_GESTART, date(2026, 11, 20), {}),
    (G.GEHOORD, date(2026, 11, 23), {"klager_gehoord": "ja", "beklaagde_gehoord": "ja"}),
    (G.VERSLAG_VASTGESTELD, date(2026, 11, 23), {}),
    (G.OORDEEL_GEVORMD, date(2026, 11, 23), {"conclusies": "Wij betalen de kosten."}),
)
DELEN = (
    Klachtonderdeel("Niemand belde terug.", None, "Betrouwbaarheid", "De briefjes lagen er nog.",
                    Oordeel.GEGROND, "wij bellen nu terug", date(2027, 2, 1)),
    Klachtonderdeel("De medewerker was boos.", None, "", "Niemand hoorde dat.", Oordeel.ONGEGROND),
)  # fmt: skip
KLAAR: dict[str, Any] = {"status": Status.OORDEEL, "onderdelen": DELEN, "beklaagde": "J. Blom"}


def test_confirmation_of_a_klacht_at_the_counter(bureau: Context, maak: MaakDossier) -> None:
    kenmerk = maak()
    brief = correspondentie.concept(bureau, kenmerk, "ontvangstbevestiging")
    assert brief.bezwaren == ()
    assert brief.sha256 == hashlib.sha256(brief.pdf).hexdigest()
    assert brief.bestandsnaam == f"{kenmerk} ontvangstbevestiging.pdf"
    tekst = _tekst(brief.pdf)
    for stuk in (
        "De heer Y. Mohamed Lindelaan 12 1234 CD DORP", kenmerk, "Geachte heer Mohamed,",
        "U heeft ons uw klacht verteld op vrijdag 20 november 2026.",
        "Uiterlijk op maandag 4 januari 2027 krijgt u antwoord van ons.",
        "Wij bellen u uiterlijk op donderdag 26 november 2026.",
        "U ziet dan dit nummer: 0123 - 45 67 00.",
        "Mevrouw P. Yılmaz was niet betrokken bij wat er is gebeurd.",
        "Bel 0123 - 45 67 12 en vraag naar mevrouw P. Yılmaz.",
        "Wij lezen hem samen met u", "Ik moest twee uur wachten en niemand zei iets.",
        "Een klacht is geen bezwaar.", "namens u met ons praten",
        "namens het college van burgemeester en wethouders, P. Yılmaz klachtbehandelaar",
    ):  # fmt: skip
        assert stuk in tekst, stuk


@pytest.mark.parametrize("soort", ["ontvangstbevestiging", "afsluitbrief-informeel"])
def test_most_letters_are_one_page(bureau: Context, maak: MaakDossier, soort: str) -> None:
    lang = "Ik wachtte twee uur. Niemand zei iets. Toen ging het loket dicht. Dat vind ik erg. " * 3
    afspraak = {"afspraak": "U krijgt excuses van de medewerker. Het besluit komt deze week."}
    kenmerk = maak((G.TEVREDENHEID_VASTGESTELD, date(2026, 11, 23), afspraak), omschrijving=lang,
                   klager=replace(YOUSSEF, leest_moeilijk=False))  # fmt: skip
    brief = correspondentie.concept(bureau, kenmerk, soort)
    with pdfplumber.open(io.BytesIO(brief.pdf)) as boek:
        assert len(boek.pages) == 1


def test_confirmation_of_a_written_klacht_without_behandelaar(
    bureau: Context, maak: MaakDossier
) -> None:
    klager = Persoon("Klock", Aanhef.HEER, "K.", **ADRES)
    kenmerk = maak(klager=klager, behandelaar="", kanaal=Kanaal.BRIEF, onderwerp="de parkeerboete",
                   ondertekend=False)  # fmt: skip
    tekst = _tekst(correspondentie.concept(bureau, kenmerk, "ontvangstbevestiging").pdf)
    for stuk in (
        "Op vrijdag 20 november 2026 kregen wij uw klacht.", "U hoort snel wie uw klacht behandelt",
        "Wilt u ons bellen op 14 0123?", f"noem uw nummer: {kenmerk}.", "M. de Groot",
        "Uw klacht gaat over: de parkeerboete.", "Er staat nog geen handtekening bij.",
    ):  # fmt: skip
        assert stuk in tekst, stuk
    assert "lastig" not in tekst


def test_a_date_that_has_passed_is_not_promised(bureau: Context, maak: MaakDossier) -> None:
    kenmerk = maak(ontvangen_op=date(2026, 9, 1))
    tekst = _tekst(correspondentie.concept(bureau, kenmerk, "ontvangstbevestiging").pdf)
    assert "U had uiterlijk op dinsdag 13 oktober 2026 ons antwoord moeten krijgen." in tekst
    assert "krijgt u antwoord van ons" not in tekst


def test_a_gemachtigde_gets_the_letter(bureau: Context, maak: MaakDossier) -> None:
    evi = Persoon("Jangha", Aanhef.MEVROUW, "E.", telefoon="06 1", voorkeur=Voorkeur.LANGSKOMEN,
                  **ADRES)  # fmt: skip
    kenmerk = maak(gemachtigde=evi)
    tekst = _tekst(correspondentie.concept(bureau, kenmerk, "ontvangstbevestiging").pdf)
    assert "Mevrouw E. Jangha Lindelaan 12" in tekst
    assert "U heeft ons de klacht van de heer Y. Mohamed verteld" in tekst
    assert "U helpt de heer Y. Mohamed. Wilt u deze brief samen lezen?" in tekst
    assert "voor een afspraak" in tekst


def test_closing_letter(bureau: Context, maak: MaakDossier) -> None:
    afspraak = {"afspraak": "U krijgt uw besluit voor 1 december.", "hoe": "telefoon"}
    kenmerk = maak((G.TEVREDENHEID_VASTGESTELD, date(2026, 11, 23), afspraak),
                   dossier={"onderdelen": DELEN[:1]})  # fmt: skip
    tekst = _tekst(correspondentie.concept(bureau, kenmerk, "afsluitbrief-informeel").pdf)
    for stuk in (
        "Uw klacht is opgelost.", "Op maandag 23 november 2026 vertelde u ons dat u tevreden bent.",
        "U krijgt uw besluit voor 1 december.", "Wij bellen nu terug.",
        "Dat is klaar op 1 februari 2027.", "Bel ons dan uiterlijk op dinsdag 8 december 2026.",
        "Dan kunt u naar de Nationale ombudsman.", "tot en met 24 november 2027",
    ):  # fmt: skip
        assert stuk in tekst, stuk


def test_letter_with_our_judgement(bureau: Context, maak: MaakDossier) -> None:
    kenmerk = maak(*OORDEEL, dossier=KLAAR)
    tekst = _tekst(correspondentie.concept(bureau, kenmerk, "afdoeningsbrief").pdf)
    for stuk in (
        "U heeft voor een deel gelijk. Uw klacht is deels gegrond.", "onze excuses",
        "Op maandag 23 november 2026 heeft u uw verhaal verteld.",
        "Van dat gesprek is een verslag gemaakt.", "Wij hebben ook gepraat met de medewerker",
        "Deel 1: ons antwoord", "Wat u vertelde Niemand belde terug.",
        "Wat wij hebben gevonden De briefjes lagen er nog.", "U heeft gelijk (gegrond).",
        "Wij moeten doen wat wij u beloven. Daar hebben wij ons niet aan gehouden.",
        "Wij bellen nu terug. Dat is klaar op maandag 1 februari 2027.",
        "Deel 2: ons antwoord", "Wij geven u geen gelijk (ongegrond).", "Wij betalen de kosten.",
        "Dan kunt u naar de Nationale ombudsman.", "tot en met 24 november 2027",
        "Postbus 93122, 2509 AC Den Haag", "0800 - 33 55 555", "Bezwaar maken tegen deze brief",
        "M. de Groot afdelingshoofd", "pagina 2 van", "en vraag naar mevrouw P. Yılmaz.",
    ):  # fmt: skip
        assert stuk in tekst, stuk
    assert "J. Blom" not in tekst


def test_a_letter_that_may_not_go_is_not_drawn(bureau: Context, maak: MaakDossier) -> None:
    brief = correspondentie.concept(bureau, maak(), "afdoeningsbrief")
    assert brief.pdf == b""
    assert brief.bezwaren
    with pytest.raises(RegelFout, match="nog geen brief"):
        correspondentie.bewaar(bureau, "K2026-0001", brief)


def test_a_hole_is_named_and_nothing_is_drawn(bureau: Context, maak: MaakDossier) -> None:
    kenmerk = maak(behandelaar="")
    leeg = beheer.bewaar_gemeente(bureau, replace(VOL, telefoon="", belnummer=""))
    brief = correspondentie.concept(leeg, kenmerk, "ontvangstbevestiging")
    assert brief.pdf == b""
    assert set(brief.velden_leeg) == {"belnummer", "contact_telefoon"}
    assert "Vul het in bij Beheer." in brief.bezwaren[0].tekst


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"klager": replace(YOUSSEF, achternaam="张")}, "adres"),
        ({"omschrijving": "Ik ben boos \U0001f621."}, "omschrijving"),
    ],
)
def test_what_cannot_be_printed_is_named_before_printing(
    bureau: Context, maak: MaakDossier, anders: dict[str, Any], veld: str
) -> None:
    brief = correspondentie.concept(bureau, maak(**anders), "ontvangstbevestiging")
    assert brief.pdf == b""
    assert veld in [b.veld for b in brief.bezwaren]
    assert all("U+" in b.tekst for b in brief.bezwaren)


def test_words_for_one_letter(bureau: Context, maak: MaakDossier) -> None:
    kenmerk = maak()
    brief = correspondentie.concept(
        bureau, kenmerk, "ontvangstbevestiging", antwoorden={"omschrijving": "Zo <b>begrepen</b>."}
    )
    assert "Zo <b>begrepen</b>." in _tekst(brief.pdf)
    with pytest.raises(RegelFout, match="aanhef"):
        correspondentie.concept(
            bureau, kenmerk, "ontvangstbevestiging", antwoorden={"aanhef": "Hoi"}
        )


def test_the_stappenplan_goes_along(bureau: Context, maak: MaakDossier) -> None:
    extra = {"stappenplan_erbij": "ja"}
    brief = correspondentie.concept(bureau, maak(), "ontvangstbevestiging", antwoorden=extra)
    tekst = _tekst(brief.pdf)
    assert "Bijlage Stappenplan" in tekst
    assert "U bent hier" in tekst
    assert "Bij deze brief zit een blad met alle stappen." in tekst


def test_which_stappenplan_went_along_is_written_down(bureau: Context, maak: MaakDossier) -> None:
    kenmerk, soort = maak(), "ontvangstbevestiging"
    for erbij, variant in (("ja", "kort"), ("", None)):
        antwoorden = {"stappenplan_erbij": erbij}
        brief = correspondentie.concept(bureau, kenmerk, soort, antwoorden=antwoorden)
        dossier = correspondentie.markeer_verzonden(
            bureau, kenmerk, soort, op=bureau.vandaag, kanaal="post", pdf=brief.pdf,
            opdracht_uid=str(uuid4()), antwoorden=antwoorden,
        )  # fmt: skip
        feit = dossier.brief_verzonden(soort)
        assert feit is not None
        assert feit.gegevens.get("variant") == variant


def test_the_same_letter_twice_is_the_same(bureau: Context, maak: MaakDossier) -> None:
    kenmerk = maak()
    brieven = {
        correspondentie.concept(bureau, kenmerk, "ontvangstbevestiging").sha256 for _ in range(2)
    }
    assert len(brieven) == 1


def test_an_unknown_letter_is_refused(bureau: Context, maak: MaakDossier) -> None:
    with pytest.raises(RegelFout, match="ontvangstbevestiging") as fout:
        correspondentie.concept(bureau, maak(), "liefdesbrief")
    assert fout.value.veld == "soort"


def _verzend(ctx: Context, kenmerk: str, **anders: Any) -> Dossier:
    brief = correspondentie.concept(ctx, kenmerk, "ontvangstbevestiging")
    feiten: dict[str, Any] = {
        "op": date(2026, 11, 24), "kanaal": "post", "pdf": brief.pdf,
        "opdracht_uid": str(uuid4()), **anders,
    }  # fmt: skip
    return correspondentie.markeer_verzonden(ctx, kenmerk, "ontvangstbevestiging", **feiten)


def test_a_sent_letter_is_kept_as_it_was(bureau: Context, maak: MaakDossier) -> None:
    kenmerk = maak()
    brief = correspondentie.concept(bureau, kenmerk, "ontvangstbevestiging")
    dossier = _verzend(bureau, kenmerk, pdf=brief.pdf)
    feit = dossier.brief_verzonden("ontvangstbevestiging")
    assert feit is not None
    (info,) = dossier.documenten
    assert feit.op == date(2026, 11, 24)
    assert feit.gegevens["document"] == str(info.id)
    assert feit.gegevens["sha256"] == info.sha256 == brief.sha256
    assert (info.verzonden_op, info.kanaal) == (date(2026, 11, 24), "post")
    assert correspondentie.document(bureau, info.id) == brief.pdf


def test_the_same_opdracht_twice_sends_once(bureau: Context, maak: MaakDossier) -> None:
    kenmerk, uid = maak(), str(uuid4())
    _verzend(bureau, kenmerk, opdracht_uid=uid)
    dossier = _verzend(bureau, kenmerk, opdracht_uid=uid)
    assert len(list(dossier.alle(G.BRIEF_VERZONDEN))) == 1
    assert len(dossier.documenten) == 1


def test_a_kept_letter_is_the_one_that_is_sent(bureau: Context, maak: MaakDossier) -> None:
    kenmerk = maak()
    brief = correspondentie.concept(bureau, kenmerk, "ontvangstbevestiging")
    info = correspondentie.bewaar(bureau, kenmerk, brief)
    assert correspondentie.bewaar(bureau, kenmerk, brief).id == info.id
    assert info.verzonden_op is None
    dossier = _verzend(bureau, kenmerk, pdf=brief.pdf)
    assert [(d.id, d.verzonden_op) for d in dossier.documenten] == [(info.id, date(2026, 11, 24))]


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"op": date(2026, 11, 25)}, "op"),
        ({"op": date(2026, 11, 19)}, "op"),
        ({"kanaal": "duif"}, "kanaal"),
        ({"kanaal": "e-mail"}, "kanaal"),
        ({"pdf": b""}, "brief"),
    ],
)
def test_a_sending_that_cannot_be_true_is_refused(
    bureau: Context, maak: MaakDossier, anders: dict[str, Any], veld: str
) -> None:
    kenmerk = maak()
    with pytest.raises(RegelFout) as fout:
        _verzend(bureau, kenmerk, **anders)
    assert fout.value.veld == veld
    dossier = meldingen.haal(bureau.register, kenmerk)
    assert dossier.documenten == ()
    assert dossier.brief_verzonden("ontvangstbevestiging") is None


def test_a_letter_is_not_sent_before_the_date_that_stands_on_it(
    bureau: Context, maak: MaakDossier
) -> None:
    kenmerk, gisteren = maak(), date(2026, 11, 23)
    with pytest.raises(RegelFout, match="24 november 2026") as fout:
        _verzend(bureau, kenmerk, op=gisteren)
    assert fout.value.veld == "op"
    brief = correspondentie.concept(bureau, kenmerk, "ontvangstbevestiging", datum=gisteren)
    assert "23 november 2026" in _tekst(brief.pdf)
    dossier = _verzend(bureau, kenmerk, op=gisteren, pdf=brief.pdf)
    feit = dossier.brief_verzonden("ontvangstbevestiging")
    assert feit is not None
    assert feit.op == gisteren


@pytest.mark.parametrize("dag", [date(2026, 11, 25), date(2026, 11, 19)])
def test_no_letter_is_dated_tomorrow_or_before_receipt(
    bureau: Context, maak: MaakDossier, dag: date
) -> None:
    with pytest.raises(RegelFout) as fout:
        correspondentie.concept(bureau, maak(), "ontvangstbevestiging", datum=dag)
    assert fout.value.veld == "op"


def test_email_when_the_klager_agreed(bureau: Context, maak: MaakDossier) -> None:
    wie = replace(YOUSSEF, email="y@voorbeeld.nl", email_akkoord=True)
    dossier = _verzend(bureau, maak(klager=wie), kanaal="e-mail")
    assert dossier.documenten[0].kanaal == "e-mail"


def test_stappenplan_with_and_without_a_register(bureau: Context, maak: MaakDossier) -> None:
    persoonlijk = _tekst(correspondentie.stappenplan(bureau, maak(), groot=True))
    assert "U bent hier" in persoonlijk
    assert "Vraag naar mevrouw P. Yılmaz." in persoonlijk
    assert "Mohamed" not in persoonlijk
    gewoon = _tekst(correspondentie.stappenplan(bureau, None, variant="compleet"))
    assert "Gemeente Voorbeeldstad helpt u" in gewoon
    engels = _tekst(correspondentie.stappenplan(None, None, taal="en"))
    assert "The municipality helps you" in engels
    met = _tekst(correspondentie.stappenplan(None, None, gemeente=VOL))
    assert "Bel 14 0123" in met
    concept = correspondentie.concept(bureau, maak(), "stappenplan")
    assert "U bent hier" in _tekst(concept.pdf)


@pytest.mark.parametrize(
    ("keuze", "veld"),
    [({"variant": "lang"}, "variant"), ({"taal": "ar"}, "taal")],
)
def test_an_unknown_stappenplan_is_refused(keuze: dict[str, str], veld: str) -> None:
    with pytest.raises(RegelFout) as fout:
        correspondentie.stappenplan(None, None, **keuze)  # type: ignore[arg-type]
    assert fout.value.veld == veld


def test_a_tip_has_no_stappenplan(bureau: Context, maak: MaakDossier) -> None:
    kenmerk = maak(soort=Soort.TIP)
    with pytest.raises(RegelFout, match="klacht"):
        correspondentie.stappenplan(bureau, kenmerk)


def test_window_test_page() -> None:
    assert "Past het adres in uw envelop?" in _tekst(correspondentie.venstertest(VOL))


def test_the_ombudsman_is_answered_about_a_klacht_without_a_name(
    bureau: Context, maak: MaakDossier
) -> None:
    """He may know who it was; we do not, and still owe him an answer (art. 9:36 Awb)."""
    feit = (G.BIJ_OMBUDSMAN, date(2026, 11, 23), {"reactie_voor": "2026-12-01"})
    kenmerk = maak(feit, klager=Persoon())
    bureau = beheer.bewaar_gemeente(bureau, replace(VOL, email="klachten@voorbeeld.test"))
    antwoorden = {"aanbeveling": "Bel terug.", "volgt": "ja", "maatregel": "Wij bellen terug."}
    brief = correspondentie.concept(bureau, kenmerk, "reactie-ombudsman", antwoorden=antwoorden)
    assert brief.bezwaren == ()
    tekst = _tekst(brief.pdf)
    assert "Ons antwoord over de klacht" in tekst
    assert "De klager gaf ons geen naam." in tekst
