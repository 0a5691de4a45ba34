"""A drawn letter, measured: the window, the pages, the signature, and what cannot be printed."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest

from klachtenapp.domain.gemeente import Gemeente, Venster, VensterKant
from klachtenapp.errors import RegelFout
from klachtenapp.papier.blad import Blad
from klachtenapp.papier.brief import teken_brief
from klachtenapp.papier.dagtekening import gedateerd_op
from klachtenapp.papier.tekst import vul
from klachtenapp.papier.venster import adresplaats
from klachtenapp.papier.venstertest import teken_venstertest
from tests.papier.conftest import DAG, MaakBrief, Teken, tekens, woorden

ADRES = (
    "Stichting De Langste Naam van het Land",
    "t.a.v. mevrouw A.B. van den Berg-Voorbeeld",
    "Prins Willem-Alexanderstraat 1234 bis",
    "1234 AB  VOORBEELDSTAD AAN DE IJSSEL",
)
RETOUR = 7.5  # the return address is the only smaller type in the window


def _in_vlak(pagina: list[Teken], x: float, y: float, tot_x: float, tot_y: float) -> list[Teken]:
    return [
        c for c in pagina
        if c["text"].strip() and x < c["x1"] and c["x0"] < tot_x and y < c["bottom"]
        and c["top"] < tot_y
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("venster", "zone"),
    [
        (Venster(), (20, 50, 130, 90)),
        (Venster(kant=VensterKant.RECHTS), (99, 50, 200, 90)),
        (Venster(x=25, y=48, breedte=80, hoogte=30, regelhoogte=5.5), (20, 46, 125, 86)),
    ],
)
@pytest.mark.parametrize("adres", [ADRES, ADRES[2:], (*ADRES[:2], "Unit 5", "Gang 3", *ADRES[2:])])
def test_the_address_and_nothing_else_lies_in_the_window(
    maak_brief: MaakBrief,
    gemeente: Gemeente,
    venster: Venster,
    zone: tuple[float, float, float, float],
    adres: tuple[str, ...],
) -> None:
    oefening = replace(gemeente, venster=venster, oefening=True)
    pagina = tekens(teken_brief(maak_brief(adres=adres, gemeente=oefening)))[0]
    plaats = adresplaats(venster)
    binnen = _in_vlak(pagina, *zone)
    adrestekens = [c for c in binnen if c["size"] > RETOUR]
    gelezen = "".join(str(c["text"]) for c in adrestekens)
    assert gelezen == "".join("".join(adres).split())
    for c in adrestekens:
        assert plaats.x - 0.1 <= c["x0"]
        assert c["x1"] <= plaats.x + plaats.breedte + 0.1
        assert plaats.y - 0.1 <= c["top"]
        assert c["bottom"] <= plaats.y + plaats.hoogte + 0.1
    retour = [c for c in binnen if c["size"] <= RETOUR]
    assert "".join(str(c["text"]) for c in retour).startswith("Retour:GemeenteVoorbeeldstad")
    assert all(c["bottom"] <= plaats.y for c in retour)


def test_two_spaces_before_the_town(maak_brief: MaakBrief) -> None:
    assert "1234 CD  VOORBEELDSTAD" in woorden(teken_brief(maak_brief()))[0]


def test_an_address_that_cannot_fit_is_refused(maak_brief: MaakBrief) -> None:
    with pytest.raises(RegelFout, match="venster") as fout:
        teken_brief(maak_brief(adres=("regel",) * 8))
    assert fout.value.veld == "adres"


def test_a_line_of_the_address_that_is_too_long_goes_on_below(maak_brief: MaakBrief) -> None:
    lang = "Vereniging van Eigenaren van het Appartementencomplex aan de Prinses Beatrixlaan"
    pagina = tekens(teken_brief(maak_brief(adres=(lang, *ADRES[2:]))))[0]
    assert max(c["x1"] for c in _in_vlak(pagina, 30, 54, 130, 84)) <= 118.1


def test_a_short_letter_is_one_page_without_a_number(maak_brief: MaakBrief) -> None:
    (pagina,) = woorden(teken_brief(maak_brief()))
    assert "pagina 1" not in pagina
    assert "Met vriendelijke groet, namens het college" in pagina


def test_a_long_letter_counts_its_pages(maak_brief: MaakBrief) -> None:
    lang = "\n\n".join(["Dit is een zin van de brief die wat langer duurt. " * 6] * 20)
    paginas = woorden(teken_brief(maak_brief(lang)))
    assert len(paginas) == 3
    assert "pagina 1 van 3" in paginas[0]
    for nummer in (2, 3):
        assert (
            f"K2026-0094   |   20 november 2026   |   pagina {nummer} van 3"
            in (paginas[nummer - 1])
        )


@pytest.mark.parametrize("alineas", range(4, 13))
def test_the_signature_never_stands_alone(maak_brief: MaakBrief, alineas: int) -> None:
    tekst = "\n\n".join(["Dit is een zin van de brief. " * 9] * alineas)
    laatste = woorden(teken_brief(maak_brief(tekst)))[-1]
    assert "Dit is een zin van de brief." in laatste
    assert laatste.index("Dit is een zin") < laatste.index("P. Yılmaz")


def test_nothing_leaves_the_paper_or_meets_the_footer(maak_brief: MaakBrief) -> None:
    tekst = "\n\n".join(["# Kop\n\n" + "Tekst van de brief. " * 25] * 12)
    for pagina in tekens(teken_brief(maak_brief(tekst))):
        lopend = [c for c in pagina if c["size"] >= 10]
        assert max(c["x1"] for c in lopend) <= 177.5
        assert max(c["bottom"] for c in lopend) <= 276


def test_words_stay_apart_and_in_order(maak_brief: MaakBrief) -> None:
    zin = "Wij bellen u uiterlijk op dinsdag om te horen wat u graag wilt dat wij doen. "
    pagina = woorden(teken_brief(maak_brief(f"# Kop\n\n{zin * 4}\n\n1. een\n2. twee")))[0]
    assert (zin * 4).strip() in pagina
    assert pagina.index("Wij hebben uw klacht ontvangen") < pagina.index("Kop ")
    assert "1. een 2. twee " in pagina


@pytest.mark.parametrize(
    "waarde",
    ['<img src="/etc/passwd">', "<font color=red>x</font>", "a & b", "&amp;", "(((", "\\) Tj",
     "{{x}}", "%PDF", "EMC", "<</MCID 0>> BDC"],
)  # fmt: skip
def test_hostile_words_print_as_they_are(maak_brief: MaakBrief, waarde: str) -> None:
    tekst = vul("onderwerp: Over {{a}}\n\n> {{a}}", {"a": waarde})
    brief = replace(maak_brief(adres=(waarde, *ADRES[2:])), tekst=tekst)
    pdf = teken_brief(brief)
    assert woorden(pdf)[0].count(waarde) >= 3
    with pikepdf.open(io.BytesIO(pdf)) as boek:
        assert boek.docinfo["/Title"] == f"Over {waarde} (K2026-0094)"


def test_a_name_we_cannot_print_is_never_a_black_box(maak_brief: MaakBrief) -> None:
    with pytest.raises(RegelFout, match=r"张 \(U\+5F20\)"):
        teken_brief(maak_brief(adres=("张伟", *ADRES[2:])))


def test_the_same_letter_is_the_same_bytes(maak_brief: MaakBrief) -> None:
    assert teken_brief(maak_brief()) == teken_brief(maak_brief())
    assert teken_brief(maak_brief()) != teken_brief(maak_brief(kenmerk="K2026-0095"))


def test_a_practice_letter_says_so(maak_brief: MaakBrief, gemeente: Gemeente) -> None:
    pagina = woorden(teken_brief(maak_brief(gemeente=replace(gemeente, oefening=True))))[0]
    assert "OEFENING" in pagina
    assert "OEFENING" not in woorden(teken_brief(maak_brief()))[0]


def test_the_date_of_a_letter_can_be_read_back(maak_brief: MaakBrief) -> None:
    assert gedateerd_op(teken_brief(maak_brief())) == DAG
    assert gedateerd_op(b"%PDF-1.7 van een ander") is None


def test_large_type(maak_brief: MaakBrief) -> None:
    pagina = tekens(teken_brief(maak_brief("Dit is de tekst.", groot=True)))[0]
    assert sum(c["size"] == 13 for c in pagina) >= 14


def test_pages_behind_the_letter(maak_brief: MaakBrief) -> None:
    def bijlage(blad: Blad) -> None:
        with blad.inhoud("P"):
            blad.tekst(30, 30, "Hier is de bijlage.")

    assert woorden(teken_brief(maak_brief(), bijlage))[1] == "Hier is de bijlage."


def test_the_window_test_page_shows_both_sides(gemeente: Gemeente) -> None:
    links = teken_venstertest(gemeente)
    rechts = teken_venstertest(replace(gemeente, venster=Venster(kant=VensterKant.RECHTS)))
    assert "venster links" in woorden(links)[0]
    assert "venster rechts" in woorden(rechts)[0]
    assert min(c["x0"] for c in _in_vlak(tekens(rechts)[0], 0, 54, 210, 84)) >= 108.9


def test_drawing_without_a_meaning_is_an_error_of_ours() -> None:
    blad = Blad("x", datum=DAG)
    with pytest.raises(RuntimeError, match="inhoud"):
        blad.tekst(0, 0, "los")
    with pytest.raises(RuntimeError, match="nested"), blad.sier(), blad.inhoud("P"):
        pass
