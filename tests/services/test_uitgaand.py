"""What lies ready, the pile for the printer, and what is noted afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.begrippen import Aanhef, Oordeel, Status, Voorkeur
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.dossier import Gebeurtenis, Klachtonderdeel
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.personen import Medewerker, Persoon
from klachtenapp.errors import RegelFout
from klachtenapp.models import meldingen
from klachtenapp.services import beheer, correspondentie, drukstapel, registreren, uitgaand
from klachtenapp.services.context import Context
from klachtenapp.services.uitgaand import Uitgaand

VANDAAG = date(2026, 11, 24)
Klaar = Callable[..., str]
VOL = Gemeente(
    "Gemeente Voorbeeldstad", bezoekadres="Raadhuisplein 1", postadres="Postbus 100",
    postcode="1234 AB", plaats="Voorbeeldstad", telefoon="14 0123", belnummer="0123 - 45 67 00",
    ondertekenaar="M. de Groot", ondertekenaar_functie="afdelingshoofd",
)  # fmt: skip


def persoon(naam: str = "Alberts", straat: str = "Kerkstraat 9", **anders: Any) -> Persoon:
    """Return someone with an address, who was called."""
    weg, _, nummer = straat.rpartition(" ")
    gewoon = {"postcode": "1234 AB", "plaats": "Voorbeeldstad", "telefoon": "06 12345678"}
    return Persoon(
        naam, Aanhef.MEVROUW, "S.", straat=weg, huisnummer=nummer, **{**gewoon, **anders}
    )


@pytest.fixture
def bureau(ctx: Context) -> Context:
    """A gemeente that is filled in, with a behandelaar."""
    beheer.bewaar_medewerker(ctx, Medewerker(0, "P. Yılmaz", Aanhef.MEVROUW, "behandelaar"))
    return beheer.bewaar_gemeente(ctx, VOL)


@pytest.fixture
def klaar(bureau: Context, maak_aanmelding: Callable[..., Aanmelding]) -> Klaar:
    """Return a maker of a klacht whose next step is the ontvangstbevestiging."""

    def maak(klager: Persoon | None = None, **anders: Any) -> str:
        wie = klager or persoon()
        nieuw = registreren.registreer(
            bureau, maak_aanmelding(klager=wie, behandelaar="P. Yılmaz", **anders)
        )
        gesprek = Gebeurtenis(
            G.GESPREK, date(2026, 11, 23), bureau.nu, "P. Yılmaz",
            {"met": "klager", "bereikt": "ja", "manier": "telefoon"},
        )  # fmt: skip
        na = replace(
            nieuw,
            status=Status.BEOORDELING,
            gebeurtenissen=(*nieuw.gebeurtenissen, gesprek),
        )
        with bureau.register.transactie():
            meldingen.wijzig(bureau.register, nieuw, na)
        return nieuw.kenmerk

    return maak


def bewaar(ctx: Context, kenmerk: str, soort: str = "ontvangstbevestiging") -> int:
    """Keep a letter in the dossier; return its number."""
    return correspondentie.bewaar(ctx, kenmerk, correspondentie.concept(ctx, kenmerk, soort)).id


def gereed(ctx: Context) -> list[Uitgaand]:
    """Return the letters that can go."""
    return [brief for brief in uitgaand.klaarliggend(ctx) if not brief.reden]


def test_the_letter_that_the_next_step_asks_for(bureau: Context, klaar: Klaar) -> None:
    kenmerk = klaar()
    (brief,) = uitgaand.klaarliggend(bureau)
    assert brief.sleutel == (kenmerk, "ontvangstbevestiging", 0)
    assert (brief.titel, brief.kanaal, brief.reden) == ("Ontvangstbevestiging", "post", "")
    assert brief.wie == "Mevrouw S. Alberts"
    assert uitgaand.aantal(bureau) == 1


def test_a_letter_that_was_kept_stands_there_once(bureau: Context, klaar: Klaar) -> None:
    kenmerk = klaar()
    nummer = bewaar(bureau, kenmerk)
    (brief,) = uitgaand.klaarliggend(bureau)
    assert (brief.document, brief.sinds) == (nummer, VANDAAG)
    correspondentie.leg_weg(bureau, kenmerk, nummer, "De klacht is anders.")
    (brief,) = uitgaand.klaarliggend(bureau)
    assert brief.document == 0


def test_an_empty_register_has_nothing(bureau: Context) -> None:
    assert uitgaand.klaarliggend(bureau) == ()
    assert drukstapel.maak(bureau, ()).brieven == ()


def test_who_gets_e_mail_gets_no_paper(bureau: Context, klaar: Klaar) -> None:
    wil_mail = persoon(email="s@voorbeeld.nl", email_akkoord=True, voorkeur=Voorkeur.MAILEN)
    klaar(wil_mail)
    (brief,) = uitgaand.klaarliggend(bureau)
    assert "per e-mail" in brief.reden
    assert uitgaand.aantal(bureau) == 0
    assert drukstapel.maak(bureau, [brief]).overgeslagen == (brief,)


def _tot_oordeel(ctx: Context, kenmerk: str, *erna: tuple[G, dict[str, str]]) -> None:
    """Take a klacht up to its judgement, and through what came after it."""
    dossier = meldingen.haal(ctx.register, kenmerk)
    feiten = tuple(
        Gebeurtenis(soort, date(2026, 11, 23), ctx.nu, "P. Yılmaz", gegevens)
        for soort, gegevens in (
            (G.FORMEEL_GESTART, {}),
            (G.GEHOORD, {"klager_gehoord": "ja", "beklaagde_gehoord": "ja"}),
            (G.VERSLAG_VASTGESTELD, {}),
            (G.OORDEEL_GEVORMD, {"conclusies": "Wij betalen de kosten."}),
            *erna,
        )
    )
    deel = Klachtonderdeel(
        "Niemand belde.", None, "Betrouwbaarheid", "De briefjes lagen er.", Oordeel.GEGROND
    )
    na = replace(
        dossier,
        status=Status.OORDEEL,
        beklaagde="J. Blom",
        onderdelen=(deel,),
        gebeurtenissen=(*dossier.gebeurtenissen, *feiten),
    )
    with ctx.register.transactie():
        meldingen.wijzig(ctx.register, dossier, na)


def test_without_a_signer_a_letter_says_so(bureau: Context, klaar: Klaar) -> None:
    gebeld = (G.GESPREK, {"met": "klager", "bereikt": "ja", "manier": "telefoon"})
    bevestigd = (G.BRIEF_VERZONDEN, {"brief": "ontvangstbevestiging", "kanaal": "post"})
    _tot_oordeel(bureau, klaar(), bevestigd, gebeld)
    zonder = beheer.bewaar_gemeente(bureau, replace(VOL, ondertekenaar=""))
    brieven = {brief.soort.value: brief for brief in uitgaand.klaarliggend(zonder)}
    afdoening = brieven["afdoeningsbrief"]
    assert "wie deze brief tekent" in afdoening.reden
    assert drukstapel.maak(zonder, [afdoening]).overgeslagen == (afdoening,)


def test_a_judgement_waits_for_the_call(bureau: Context, klaar: Klaar) -> None:
    kenmerk = klaar()
    _tot_oordeel(bureau, kenmerk)
    bewaar(bureau, kenmerk, "afdoeningsbrief")
    redenen = {brief.soort.value: brief.reden for brief in uitgaand.klaarliggend(bureau)}
    assert "Bel de klager eerst" in redenen["afdoeningsbrief"]


def test_the_order_of_the_envelopes(bureau: Context, klaar: Klaar) -> None:
    buitenland = persoon("Zola", "Rue 1", postcode="75001", plaats="Paris", land="Frankrijk")
    verwacht = [
        klaar(wie)
        for wie in (
            persoon("Post", "Aweg 2", postcode="1111 AA"),
            persoon("Berg", "Kerkstraat 9"),
            persoon("Zwart", "Kerkstraat 9"),
            persoon("Appel", "Kerkstraat 12"),
            persoon("Aal", "Bweg 1", postcode="9999 ZZ"),
            buitenland,
        )
    ]
    assert [brief.kenmerk for brief in gereed(bureau)] == verwacht
    samen = klaar(persoon("Berg", "Kerkstraat 9"))
    assert [brief.kenmerk for brief in gereed(bureau)] == [*verwacht[:2], samen, *verwacht[2:]]


def test_the_pile_is_made_in_order_and_nothing_is_stored(bureau: Context, klaar: Klaar) -> None:
    kenmerken = [klaar(persoon(straat=f"Kerkstraat {n}")) for n in (3, 2, 1)]
    stand = bureau.register.wijzigingsstand()
    stappen: list[tuple[int, int]] = []
    stapel = drukstapel.maak(bureau, gereed(bureau), voortgang=lambda *s: stappen.append(s))
    assert [werk.brief.kenmerk for werk in stapel.brieven] == kenmerken[::-1]
    assert all(werk.pdf.startswith(b"%PDF-") for werk in stapel.brieven)
    assert stapel.overgeslagen == ()
    assert stappen == [(1, 3), (2, 3), (3, 3)]
    assert bureau.register.wijzigingsstand() == stand


def test_stopped_halfway_nothing_is_marked(bureau: Context, klaar: Klaar) -> None:
    kenmerken = [klaar() for _ in range(3)]
    gevraagd = iter([False, True])
    with pytest.raises(RegelFout, match="niets als verzonden"):
        drukstapel.maak(bureau, gereed(bureau), gestopt=lambda: next(gevraagd))
    for kenmerk in kenmerken:
        dossier = meldingen.haal(bureau.register, kenmerk)
        assert dossier.documenten == ()
        assert dossier.brief_verzonden("ontvangstbevestiging") is None


def test_a_letter_that_someone_else_sent_meanwhile_is_skipped(
    bureau: Context, klaar: Klaar
) -> None:
    kenmerk = klaar()
    oud = gereed(bureau)
    brief = correspondentie.concept(bureau, kenmerk, "ontvangstbevestiging")
    correspondentie.markeer_verzonden(
        bureau, kenmerk, brief.soort, op=VANDAAG, kanaal="post", pdf=brief.pdf, opdracht_uid="u"
    )
    stapel = drukstapel.maak(bureau, oud)
    assert stapel.brieven == ()
    assert "niet meer weg" in stapel.overgeslagen[0].reden


@pytest.mark.parametrize("bewaard", [False, True])
def test_noted_as_sent_once_with_day_and_road(bureau: Context, klaar: Klaar, bewaard: bool) -> None:
    kenmerk = klaar()
    ander = klaar()
    if bewaard:
        bewaar(bureau, kenmerk)
    stapel = drukstapel.maak(bureau, gereed(bureau))
    gekozen = [werk for werk in stapel.brieven if werk.brief.kenmerk == kenmerk]
    for _ in range(2):
        uitslag = drukstapel.noteer_verzonden(bureau, gekozen, op=VANDAAG)
        assert uitslag.gelukt == tuple(gekozen)
        assert uitslag.mislukt == ()
    dossier = meldingen.haal(bureau.register, kenmerk)
    (feit,) = dossier.alle(G.BRIEF_VERZONDEN)
    assert (feit.op, feit.gegevens["kanaal"]) == (VANDAAG, "post")
    (info,) = dossier.documenten
    assert correspondentie.document(bureau, info.id) == gekozen[0].pdf
    assert info.verzonden_op == VANDAAG
    assert [brief.kenmerk for brief in gereed(bureau)] == [ander]


def test_one_refusal_does_not_keep_the_others_back(bureau: Context, klaar: Klaar) -> None:
    eerste, tweede = klaar(), klaar()
    bewaar(bureau, eerste)
    stapel = drukstapel.maak(bureau, gereed(bureau))
    weg = next(werk.brief.document for werk in stapel.brieven if werk.brief.kenmerk == eerste)
    correspondentie.leg_weg(bureau, eerste, weg, "Toch niet.")
    uitslag = drukstapel.noteer_verzonden(bureau, stapel.brieven, op=VANDAAG)
    assert [werk.brief.kenmerk for werk in uitslag.gelukt] == [tweede]
    ((werk, reden),) = uitslag.mislukt
    assert werk.brief.kenmerk == eerste
    assert "weggelegd" in reden
