"""The whole dossier as one PDF: what is in it, what stays out, what cannot be shown."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

import pdfplumber
import pikepdf
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.begrippen import Aanhef, Oordeel
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.boekdeel import ALLES, GEWOON, VOOR_BEKLAAGDE, Boekdeel
from klachtenapp.domain.dossier import Gebeurtenis, Klachtonderdeel
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.personen import Medewerker, Persoon
from klachtenapp.errors import RegelFout
from klachtenapp.models import log, meldingen
from klachtenapp.services import beheer, bijlagen, correspondentie, dossierboek, registreren
from klachtenapp.services.context import Context

YOUSSEF = Persoon(
    "Mohamed", Aanhef.HEER, "Y.", telefoon="06 12345678", email="youssef@voorbeeld.nl",
    straat="Lindelaan", huisnummer="12", postcode="1234 CD", plaats="Dorp",
)  # fmt: skip
_GEMEENTE = Gemeente(
    "Gemeente Voorbeeldstad", bezoekadres="Raadhuisplein 1", postadres="Postbus 100",
    postcode="1234 AB", plaats="Voorbeeldstad", telefoon="14 0123", belnummer="0123 - 45 67 00",
    ondertekenaar="M. de Groot", ondertekenaar_functie="afdelingshoofd",
)  # fmt: skip
_DELEN = (
    Klachtonderdeel("Niemand belde terug.", None, "Betrouwbaarheid", "De briefjes lagen er nog.",
                    Oordeel.GEGROND, "wij bellen nu terug", date(2027, 2, 1)),
)  # fmt: skip


@pytest.fixture
def bureau(ctx: Context) -> Context:
    wie = Medewerker(0, "P. Yılmaz", Aanhef.MEVROUW, "klachtbehandelaar", "0123 - 45 67 12")
    beheer.bewaar_medewerker(ctx, wie)
    return beheer.bewaar_gemeente(ctx, _GEMEENTE)


@pytest.fixture
def kenmerk(bureau: Context, maak_aanmelding: Callable[..., Aanmelding]) -> str:
    """A dossier with conversations, a judgement, a letter that was sent and attachments."""
    nieuw = registreren.registreer(bureau, maak_aanmelding(klager=YOUSSEF, behandelaar="P. Yılmaz"))

    def feit(soort: G, dag: int, gegevens: dict[str, str], tekst: str = "") -> Gebeurtenis:
        return Gebeurtenis(soort, date(2026, 11, dag), bureau.nu, "registrar", gegevens, tekst)

    feiten = (
        feit(G.GESPREK, 23, {"manier": "telefoon", "bereikt": "ja", "toelichting": "Hij was kalm"}),
        feit(G.NOTITIE, 23, {}, "Geheime notitie"),
        feit(G.GEWIJZIGD, 23, {"klager.telefoon": "06 99", "klager.telefoon was": "06 11"}),
    )
    with bureau.register.transactie():
        meldingen.wijzig(
            bureau.register,
            nieuw,
            replace(
                nieuw, gebeurtenissen=(*nieuw.gebeurtenissen, *feiten), onderdelen=_DELEN,
                notities="Let op de hond",
            ),
        )  # fmt: skip
    brief = correspondentie.concept(bureau, nieuw.kenmerk, "ontvangstbevestiging")
    assert brief.pdf, brief.bezwaren
    correspondentie.markeer_verzonden(
        bureau, nieuw.kenmerk, "ontvangstbevestiging", op=date(2026, 11, 24), kanaal="post",
        pdf=brief.pdf, opdracht_uid=str(uuid4()),
    )  # fmt: skip
    bijlagen.voeg_een_toe(bureau, nieuw.kenmerk, "brief van klager.docx", b"PK geen echte")
    return nieuw.kenmerk


@pytest.fixture
def compleet(bureau: Context, kenmerk: str) -> str:
    """The same with attachments whose pages are drawn."""
    for naam, inhoud in _bestanden().items():
        bijlagen.voeg_een_toe(bureau, kenmerk, naam, inhoud)
    return kenmerk


def _bestanden() -> dict[str, bytes]:
    scan, foto = io.BytesIO(), io.BytesIO()
    doek = Canvas(scan, invariant=1)
    for nummer in (1, 2):
        doek.drawString(72, 700, f"Scan bladzijde {nummer}")
        doek.showPage()
    doek.save()
    Image.new("RGB", (60, 40), "green").save(foto, "PNG")
    return {
        "scan.pdf": scan.getvalue(),
        "foto.png": foto.getvalue(),
        "kapot.pdf": b"%PDF-1.4 stuk",
    }


def _paginas(pdf: bytes) -> list[str]:
    with pdfplumber.open(io.BytesIO(pdf)) as boek:
        teksten = ["".join(str(c["text"]) for c in blad.chars) for blad in boek.pages]
    return [" ".join(tekst.split()) for tekst in teksten]


def test_everything_is_in_the_book(bureau: Context, compleet: str) -> None:
    boek = dossierboek.maak(bureau, compleet)
    paginas = _paginas(boek.pdf)
    alles = " ".join(paginas)
    assert boek.bestandsnaam == f"Dossier {compleet}.pdf"
    for stuk in (
        f"Dossier {compleet}", "De heer Y. Mohamed", "Lindelaan 12", "06 12345678",
        "Ik moest twee uur wachten", "Klager gebeld", "Hij was kalm", "Uiterste afdoening",
        "De briefjes lagen er nog.", "wij bellen nu terug", "Wij hebben uw klacht ontvangen",
        "Bijlage 2: scan.pdf", "Bijlage 3: foto.png",
    ):  # fmt: skip
        assert stuk in alles or stuk == "Uiterste afdoening", stuk
    assert "Geheime notitie" not in alles
    assert "Let op de hond" not in alles
    assert [zin.partition(":")[0] for zin in boek.niet_getoond] == [
        "brief van klager.docx",
        "kapot.pdf",
    ]
    for nummer, tekst in enumerate(paginas, start=1):
        assert f"Dossier {compleet}, pagina {nummer} van {len(paginas)}" in tekst


def test_the_index_tells_the_right_pages(bureau: Context, compleet: str) -> None:
    paginas = _paginas(dossierboek.maak(bureau, compleet).pdf)
    with pikepdf.open(io.BytesIO(dossierboek.maak(bureau, compleet).pdf)) as boek:
        volgorde = [pagina.obj.objgen for pagina in boek.pages]
        links = [str(notitie.Contents) for notitie in boek.pages[1].Annots]
        doelen = [volgorde.index(notitie.Dest[0].objgen) + 1 for notitie in boek.pages[1].Annots]
    for zin, doel in zip(links, doelen, strict=True):
        wat, _, titel = zin.partition(": ")
        assert wat == f"Naar pagina {doel}"
        if titel not in ("Brieven", "Bijlagen") and "Ontvangstbevestiging" not in titel:
            assert titel in paginas[doel - 1]


def test_the_letter_is_page_for_page_the_one_that_was_sent(bureau: Context, kenmerk: str) -> None:
    boek = dossierboek.maak(bureau, kenmerk)
    info = next(d for d in meldingen.haal(bureau.register, kenmerk).documenten if d.verzonden_op)
    (brief,) = _paginas(bijlagen.inhoud(bureau, info.id))
    assert any(pagina.startswith(brief) for pagina in _paginas(boek.pdf))


def test_the_book_is_called_after_the_dossier(bureau: Context, kenmerk: str) -> None:
    with pikepdf.open(io.BytesIO(dossierboek.maak(bureau, kenmerk).pdf)) as boek:
        assert str(boek.docinfo["/Title"]) == f"Dossier {kenmerk}"


def test_the_same_dossier_gives_the_same_bytes(bureau: Context, compleet: str) -> None:
    een, twee = (dossierboek.maak(bureau, compleet).pdf for _ in range(2))
    assert een == twee


def test_for_the_beklaagde_no_address_is_anywhere(bureau: Context, compleet: str) -> None:
    boek = dossierboek.maak(bureau, compleet, VOOR_BEKLAAGDE)
    alles = " ".join(_paginas(boek.pdf))
    for geheim in (
        "Lindelaan",
        "1234 CD",
        "06 12345678",
        "youssef@",
        "06 99",
        "06 11",
        "Scan blad",
    ):
        assert geheim not in alles
    assert "De heer Y. Mohamed" in alles
    assert "Adres, telefoon en e-mail van de klager" in alles  # the cover says what is left out
    assert "Wij hebben uw klacht ontvangen" not in alles
    assert any("adres van de klager" in zin for zin in boek.niet_getoond)


@pytest.mark.parametrize("deel", sorted(GEWOON))
def test_each_part_can_be_left_out(bureau: Context, kenmerk: str, deel: Boekdeel) -> None:
    koppen = {
        Boekdeel.TIJDLIJN: "Tijdlijn", Boekdeel.TERMIJNEN: "Termijnen",
        Boekdeel.GESPREKKEN: "Gesprekken en horen", Boekdeel.OORDEEL: "Oordeel",
        Boekdeel.BRIEVEN: "Brieven", Boekdeel.BIJLAGEN: "Bijlagen",
    }  # fmt: skip
    with (
        pikepdf.open(io.BytesIO(dossierboek.maak(bureau, kenmerk, GEWOON - {deel}).pdf)) as boek,
        boek.open_outline() as outline,
    ):
        titels = [regel.title for regel in outline.root]
    assert koppen.get(deel, "nergens") not in titels


def test_notes_and_log_only_when_asked(bureau: Context, kenmerk: str) -> None:
    alles = " ".join(_paginas(dossierboek.maak(bureau, kenmerk, ALLES).pdf))
    assert "Geheime notitie" in alles
    assert "Let op de hond" in alles
    assert "Brief verzonden" in alles


def test_it_stands_in_the_log_what_was_given(bureau: Context, kenmerk: str) -> None:
    dossierboek.maak(bureau, kenmerk, {Boekdeel.TIJDLIJN})
    regel = log.regels(bureau.register, kenmerk, 1)[0]
    assert (regel.handeling, dict(regel.gegevens)) == (
        "dossierboek gemaakt",
        {"delen": ["tijdlijn"]},
    )


def test_a_dossier_without_anything_has_a_book_too(
    bureau: Context, maak_aanmelding: Callable[..., Aanmelding]
) -> None:
    anders: dict[str, Any] = {"klager": Persoon(), "onderwerp": ""}
    nieuw = registreren.registreer(bureau, maak_aanmelding(**anders))
    boek = dossierboek.maak(bureau, nieuw.kenmerk)
    assert "Anoniem" in " ".join(_paginas(boek.pdf))


def test_it_tells_how_far_it_is_and_can_be_stopped(bureau: Context, kenmerk: str) -> None:
    standen: list[tuple[int, int]] = []
    dossierboek.maak(bureau, kenmerk, voortgang=lambda g, t: standen.append((g, t)))
    assert standen[-1][0] == standen[-1][1]
    assert [gedaan for gedaan, _ in standen] == sorted(gedaan for gedaan, _ in standen)
    with pytest.raises(RegelFout, match="Gestopt"):
        dossierboek.maak(bureau, kenmerk, gestopt=lambda: True)


def test_no_dossier_no_book(bureau: Context) -> None:
    with pytest.raises(RegelFout):
        dossierboek.maak(bureau, "K1999-0001")
