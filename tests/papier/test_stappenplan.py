"""The stappenplan on paper: fits, marks the place, keeps no secrets, prints in grey."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Any

import pdfplumber
import pikepdf
import pytest
import segno

from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.normen import Normen
from klachtenapp.domain.stappen import (
    STAPPEN,
    VARIANTEN,
    Formaat,
    Plek,
    Stapnaam,
    Toestand,
    Weg,
    algemeen,
)
from klachtenapp.errors import RegelFout
from klachtenapp.papier.bronteksten import stappenplantekst
from klachtenapp.papier.iconen import laad_icoon
from klachtenapp.papier.kleur import contrast
from klachtenapp.papier.stapmodel import Stappenplan
from klachtenapp.papier.stappenplan import teken_stappenplan
from klachtenapp.paths import bronnen
from tests.papier.conftest import MM, Teken, tekens, woorden
from tests.papier.soorten import SOORTEN

VANDAAG = date(2026, 11, 24)
VELDEN = {
    "gemeente": "Gemeente Voorbeeldstad", "belnummer": "0123 - 45 67 00", "contact": "",
    "contact_telefoon": "14 0123", "bezoekadres": "Raadhuisplein 1, Voorbeeldstad",
    "openingstijden": "maandag tot en met vrijdag 9.00 - 17.00 uur",
    "ombudsman": "Nationale ombudsman", "ombudsman_telefoon": "0800 - 33 55 555", "kenmerk": "",
}  # fmt: skip
MaakPlan = Callable[..., Stappenplan]


def _plekken(variant: str, nu: int, weg: Weg = Weg.BEIDE) -> tuple[Plek, ...]:
    """The steps of one klacht that stands at step ``nu``."""
    uit: list[Plek] = []
    for nummer, naam in enumerate(STAPPEN[weg][variant]):
        if nummer < nu:
            uit.append(Plek(naam, Toestand.KLAAR, klaar_op=date(2026, 11, 20 + nummer % 5)))
        elif nummer == nu:
            uit.append(Plek(naam, Toestand.NU, uiterlijk=date(2026, 12, 10)))
        else:
            uit.append(Plek(naam, Toestand.LATER, uiterlijk=date(2027, 1, 4)))
    return tuple(uit)


@pytest.fixture
def maak_plan(gemeente: Gemeente) -> MaakPlan:
    """Return a maker: general, or personal with ``nu``; the rest replaces a field."""

    def maak(
        variant: str = "kort",
        nu: int | None = None,
        *,
        taal: str = "nl",
        weg: Weg = Weg.BEIDE,
        **anders: Any,
    ) -> Stappenplan:
        velden = VELDEN if nu is None else VELDEN | {
            "kenmerk": "K2026-0094", "contact": "mevrouw P. Yılmaz",
        }  # fmt: skip
        plekken = algemeen(variant, Normen(), weg=weg) if nu is None else _plekken(variant, nu, weg)
        plan = Stappenplan(gemeente, stappenplantekst(taal), plekken, velden, VANDAAG, weg=weg)
        return replace(plan, **anders)

    return maak


@pytest.mark.parametrize("variant", VARIANTEN)
@pytest.mark.parametrize("weg", Weg)
@pytest.mark.parametrize("nu", [None, 2])
@pytest.mark.parametrize(("taal", "groot"), [("nl", False), ("en", False), ("nl", True)])
def test_everything_is_inside_the_margins(
    maak_plan: MaakPlan, variant: str, weg: Weg, nu: int | None, taal: str, groot: bool
) -> None:
    paginas = tekens(teken_stappenplan(maak_plan(variant, nu, taal=taal, weg=weg, groot=groot)))
    assert len(paginas) == 1 if not groot else len(paginas) <= 4
    for pagina in paginas:
        assert min(c["x0"] for c in pagina) >= 12.9
        assert max(c["x1"] for c in pagina if c["text"].strip()) <= 197.1
        assert max(c["bottom"] for c in pagina) <= 287


@pytest.mark.parametrize("variant", VARIANTEN)
@pytest.mark.parametrize("weg", Weg)
@pytest.mark.parametrize("nu", [None, 3])
@pytest.mark.parametrize("formaat", [Formaat.A5, Formaat.VOUW])
def test_small_paper_keeps_its_margins_and_its_letters(
    maak_plan: MaakPlan, variant: str, weg: Weg, nu: int | None, formaat: Formaat
) -> None:
    paginas = tekens(teken_stappenplan(maak_plan(variant, nu, weg=weg, formaat=formaat)))
    assert len(paginas) == 2
    for pagina in paginas:
        assert max(c["bottom"] for c in pagina) <= 200
        assert min(c["x0"] for c in pagina) >= 9.9
        for c in pagina:
            if formaat is Formaat.VOUW and c["text"].strip():
                assert not 139 < c["x0"] < 157  # white at both sides of the fold
                assert c["x1"] <= 287.1
            elif c["text"].strip():
                assert c["x1"] <= 138.1
        kleinst = min(c["size"] for c in pagina if c["text"].strip() and not c["text"].isdigit())
        assert kleinst >= (8.5 if nu is not None else 9.5)


LANG = {
    "gemeente": "Gemeente Súdwest-Fryslân en Omstreken aan de Wadden",
    "belnummer": "0123 - 45 67 89",
    "contact": "mevrouw drs. A.B.C. van den Bovenkamp-Nguyễn Yılmaz",
    "contact_telefoon": "0031 (0)123 - 45 67 89 (doorkiesnummer 12)",
    "bezoekadres": "Burgemeester van Nieuwenhuizen Segaarstraat 1234 b, 's-Gravenmoer-Zuid",
    "openingstijden": "maandag tot en met vrijdag van 9.00 tot 17.00 uur, donderdag ook van "
    "18.00 tot 20.30 uur en op zaterdag van 10.00 tot 12.00 uur",
    "ombudsman": "Gemeentelijke Ombudscommissie De Fryske Marren",
    "ombudsman_telefoon": "0800 - 33 55 555 of 070 - 12 34 567",
    "kenmerk": "KLACHT-2026-000000094-XYZ",
}


@pytest.mark.parametrize("variant", VARIANTEN)
@pytest.mark.parametrize(
    ("formaat", "groot"),
    [(Formaat.A4, False), (Formaat.A4, True), (Formaat.A5, False), (Formaat.VOUW, False)],
)
def test_long_names_get_smaller_steps_not_a_full_margin(
    maak_plan: MaakPlan, variant: str, formaat: Formaat, groot: bool
) -> None:
    plan = maak_plan(variant, 2, formaat=formaat, groot=groot, velden=LANG)
    rand, hoog = (12.9, 287) if formaat is Formaat.A4 else (9.9, 200)
    for pagina in tekens(teken_stappenplan(plan)):
        assert min(c["x0"] for c in pagina) >= rand
        assert min(c["top"] for c in pagina) >= rand
        assert max(c["bottom"] for c in pagina) <= hoog


def test_large_letters_and_small_paper_do_not_go_together(maak_plan: MaakPlan) -> None:
    for formaat in (Formaat.A5, Formaat.VOUW):
        with pytest.raises(RegelFout, match="passen niet op A5"):
            teken_stappenplan(maak_plan(groot=True, formaat=formaat))


def test_a_folded_booklet_follows_its_pages(maak_plan: MaakPlan) -> None:
    """Outside: back page at the left, cover at the right; inside: steps left, contact right."""
    pdf = teken_stappenplan(maak_plan("compleet", 1, formaat=Formaat.VOUW))
    with pdfplumber.open(io.BytesIO(pdf)) as boek:
        assert [(round(b.width / MM), round(b.height / MM)) for b in boek.pages] == [(297, 210)] * 2
    buiten, binnen = tekens(pdf)
    helften = [
        "".join(c["text"] for c in pagina if (c["x0"] < 148.5) == links)
        for pagina in (buiten, binnen)
        for links in (True, False)
    ]
    vier, een, twee, drie = helften
    assert "Schrijf hier zelf iets op" in vier
    assert "Uw klacht:" in een
    assert "K2026-0094" in een
    assert "U bent hier" in twee
    assert "Niet tevreden?" in drie
    with pikepdf.open(io.BytesIO(pdf)) as boek:  # and it is read in the order of the booklet
        assert boek.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge"
        secties = boek.Root.StructTreeRoot.K[0].K
        assert [len(list(_teksten(sectie))) > 0 for sectie in secties] == [True] * 4
        volgorde = [_eerste_plek(sectie, boek) for sectie in secties]
    assert volgorde == [1, 2, 2, 1]


def _teksten(knoop: Any) -> Iterator[Any]:
    for kind in knoop.get("/K", []):
        if "/S" in kind:
            yield from _teksten(kind)
        else:
            yield kind


def _eerste_plek(knoop: Any, boek: pikepdf.Pdf) -> int:
    """Return on which page a part of the structure stands."""
    merk = next(iter(_teksten(knoop)))
    return next(n for n, b in enumerate(boek.pages, start=1) if b.obj.objgen == merk.Pg.objgen)


def test_each_step_is_read_together_without_the_tags(maak_plan: MaakPlan) -> None:
    """What a plain reader sees: text that stands below each other, never beside each other."""
    for weg in Weg:
        (pagina,) = tekens(teken_stappenplan(maak_plan("compleet", 2, weg=weg)))
        stappen = [c for c in pagina if 60 < c["top"] < 225 and c["text"].strip()]
        links = [min(c["x0"] for c in regel) for regel in _regels(stappen)]
        texts = [x for x in links if x > 40]
        assert max(texts) - min(texts) < 10  # title, text and time: one column


def _regels(chars: list[Teken]) -> list[list[Teken]]:
    """Return the lines: characters of which the middle is at about the same height."""
    uit: dict[int, list[Teken]] = {}
    for c in chars:
        uit.setdefault(round((c["top"] + c["bottom"]) / 6), []).append(c)
    return [[c for c in regel if c["x0"] > 40] or regel for regel in uit.values()]


def test_the_sheet_says_of_which_day_it_is_and_when_one_hears_again(maak_plan: MaakPlan) -> None:
    pagina = woorden(teken_stappenplan(maak_plan(nu=1, contact_op=date(2026, 12, 8))))[0]
    assert "Stand van 24 november 2026." in pagina
    assert "U hoort weer van ons: uiterlijk 8 december 2026." in pagina
    dicht = woorden(teken_stappenplan(maak_plan(nu=5)))[0]
    assert "Stand van" in dicht
    assert "U hoort weer" not in dicht
    assert "Stand van" not in woorden(teken_stappenplan(maak_plan()))[0]


def test_texts_that_do_not_fit_are_refused(maak_plan: MaakPlan) -> None:
    plan = maak_plan("compleet", 1)
    stap = {**plan.teksten["stap"], "bellen": dict.fromkeys(("titel", "tekst"), "lang woord " * 99)}
    with pytest.raises(RegelFout, match="te lang voor dit blad"):
        teken_stappenplan(replace(plan, teksten={**plan.teksten, "stap": stap}))


def test_no_words_lie_over_each_other(maak_plan: MaakPlan) -> None:
    for nu in (1, 6):
        pagina = tekens(teken_stappenplan(maak_plan("compleet", nu)))[0]
        gezien: list[tuple[float, float, float, float]] = []
        for c in pagina:
            vak = (c["x0"] + 0.2, c["x1"] - 0.2, c["top"] + 1.2, c["bottom"] - 1.2)
            if not c["text"].strip() or vak[0] >= vak[1]:
                continue
            for ander in gezien:
                los = vak[1] < ander[0] or ander[1] < vak[0] or vak[3] < ander[2] or (
                    ander[3] < vak[2]
                )  # fmt: skip
                assert los, c
            gezien.append(vak)


def test_large_means_eighteen_points(maak_plan: MaakPlan) -> None:
    for pagina in tekens(teken_stappenplan(maak_plan(nu=1, groot=True))):
        klein = "".join(c["text"] for c in pagina if c["size"] < 17.9)
        assert "Uw nummer" in klein or not klein  # only the card with the number is smaller


def test_a_second_sheet_is_announced(maak_plan: MaakPlan) -> None:
    eerste, *_, laatste = woorden(teken_stappenplan(maak_plan("compleet", 1, groot=True)))
    assert "Kijk ook op blad 2." in eerste
    assert "Kijk ook op blad" not in laatste


def test_the_place_of_the_klager_is_marked_once(maak_plan: MaakPlan) -> None:
    (pagina,) = woorden(teken_stappenplan(maak_plan(nu=2)))
    assert pagina.count("U bent hier") == 1
    assert pagina.index("Wij hebben u gesproken") < pagina.index("U bent hier")
    assert pagina.index("U bent hier") < pagina.index("U krijgt ons antwoord")
    assert "U bent hier" not in woorden(teken_stappenplan(maak_plan()))[0]


def test_dates_and_lengths(maak_plan: MaakPlan) -> None:
    persoonlijk = woorden(teken_stappenplan(maak_plan(nu=1)))[0]
    assert "klaar op 20 november 2026" in persoonlijk
    assert "uiterlijk 10 december 2026" in persoonlijk
    gewoon = woorden(teken_stappenplan(maak_plan("compleet")))[0]
    for tijd in ("vandaag", "binnen 2 werkdagen", "binnen 1 werkdag", "binnen 6 weken"):
        assert tijd in gewoon
    engels = woorden(teken_stappenplan(maak_plan(nu=1, taal="en")))[0]
    assert "by 10 December 2026" in engels


def test_a_date_that_has_passed_is_no_promise(maak_plan: MaakPlan) -> None:
    laat = (Plek(Stapnaam.BINNEN, Toestand.NU, uiterlijk=date(2026, 11, 1)),)
    pagina = woorden(teken_stappenplan(maak_plan(nu=0, plekken=laat)))[0]
    assert "zo snel mogelijk" in pagina
    assert "1 november" not in pagina


@pytest.mark.parametrize(
    ("plek", "wel", "niet"),
    [
        (Plek(Stapnaam.BELLEN, Toestand.NU, vorm="mailen"), "Wij mailen u", "Wij bellen u"),
        (Plek(Stapnaam.BELLEN, Toestand.NU, vorm="zelf"), "Bel ons of kom langs.", "Wij bellen u"),
        (
            Plek(Stapnaam.BELLEN, Toestand.KLAAR, klaar_op=VANDAAG, vorm="geschreven"),
            "Wij hadden contact met u",
            "Wij hebben u gesproken",
        ),
        (
            Plek(Stapnaam.ANTWOORD, Toestand.NU, vorm="zonder_bellen"),
            "Het staat in een brief.",
            "Wij bellen u eerst.",
        ),
    ],
)
def test_the_words_fit_how_the_klager_is_reached(
    maak_plan: MaakPlan, plek: Plek, wel: str, niet: str
) -> None:
    pagina = woorden(teken_stappenplan(maak_plan(nu=0, plekken=(plek,))))[0]
    assert wel in pagina
    assert niet not in pagina


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_the_frame_around_the_place_stays_clear_of_its_words(
    maak_plan: MaakPlan, taal: str
) -> None:
    for nu in range(1, 7):
        pdf = teken_stappenplan(maak_plan("compleet", nu, taal=taal))
        boven, onder = _kader(pdf)
        midden = [(c["top"] + c["bottom"]) / 2 for c in tekens(pdf)[0] if c["text"].strip()]
        binnen = [y for y in midden if boven + 1 < y < onder]  # the flag stands on the edge
        assert min(binnen) - boven >= 4.5
        assert onder - max(binnen) >= 3.5


def _kader(pdf: bytes) -> tuple[float, float]:
    """Return top and bottom of the frame around the current step, in millimetres."""
    with pdfplumber.open(io.BytesIO(pdf)) as boek:
        vlakken = [v for v in boek.pages[0].curves if v["stroke"] and v["width"] > 180 * MM]
    (kader,) = vlakken
    return kader["top"] / MM, kader["bottom"] / MM


def test_at_the_counter_the_number_is_written_by_hand(maak_plan: MaakPlan) -> None:
    assert "Uw nummer:" in woorden(teken_stappenplan(maak_plan()))[0]
    persoonlijk = woorden(teken_stappenplan(maak_plan(nu=1)))[0]
    assert "Uw nummer:" not in persoonlijk
    assert "K2026-0094" in persoonlijk


def test_the_code_holds_only_the_number(
    maak_plan: MaakPlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    gemaakt: list[str] = []
    echt = segno.make
    monkeypatch.setattr(
        segno, "make", lambda tekst, **rest: (gemaakt.append(tekst), echt(tekst, **rest))[1]
    )
    teken_stappenplan(maak_plan(nu=1))
    assert gemaakt == ["K2026-0094"]
    teken_stappenplan(maak_plan())
    assert gemaakt == ["K2026-0094"]


def test_a_gemeente_that_filled_in_nothing_still_has_a_sheet(maak_plan: MaakPlan) -> None:
    leeg = dict.fromkeys(VELDEN, "") | {"gemeente": "De gemeente"}
    pagina = woorden(teken_stappenplan(maak_plan(velden=leeg, gemeente=Gemeente(""))))[0]
    assert "De gemeente helpt u" in pagina
    assert "U ziet dit nummer" not in pagina
    assert "Kom langs" not in pagina


def test_a_practice_sheet_says_so(maak_plan: MaakPlan, gemeente: Gemeente) -> None:
    oefening = replace(gemeente, oefening=True)
    for pagina in woorden(teken_stappenplan(maak_plan(gemeente=oefening, groot=True))):
        assert "OEFENING" in pagina


def test_every_figure_says_what_it_shows(maak_plan: MaakPlan) -> None:
    with pikepdf.open(io.BytesIO(teken_stappenplan(maak_plan(nu=1)))) as boek:
        figuren = [
            knoop for knoop in boek.objects
            if isinstance(knoop, pikepdf.Dictionary) and knoop.get("/S") == "/Figure"
        ]  # fmt: skip
        alts = [str(figuur.Alt) for figuur in figuren]
        assert boek.Root.Lang == "nl-NL"
    assert len(figuren) == 5 + 3 + 1
    assert "Vierkante code met uw nummer: K2026-0094" in alts
    assert all(alts)


@pytest.mark.parametrize("hexkleur", ["#0B5CAD", "#FFD800", "#E10600", "#2B6B34", "#111111"])
def test_it_can_be_read_in_any_house_colour(
    maak_plan: MaakPlan, gemeente: Gemeente, hexkleur: str
) -> None:
    plan = maak_plan(gemeente=replace(gemeente, kleur=hexkleur))
    assert contrast(plan.kleur, (1, 1, 1)) >= 4.5
    assert contrast(plan.kleur, plan.tint(0.88)) >= 3.0  # pictogram on its circle
    teken_stappenplan(plan)


def test_the_same_sheet_is_the_same_bytes(maak_plan: MaakPlan) -> None:
    assert teken_stappenplan(maak_plan(nu=1)) == teken_stappenplan(maak_plan(nu=1))


def test_every_pictogram_can_be_drawn_and_named() -> None:
    namen = [pad.name for pad in bronnen().joinpath("pictogrammen").iterdir()]
    assert len(namen) >= 12
    for naam in namen:
        icoon = laad_icoon(naam.removesuffix(".svg"))
        assert icoon.titel
        assert icoon.vormen
        for vorm in icoon.vormen:
            assert vorm.vul in ("currentColor", "#FFFFFF", "none")
            assert vorm.stappen[0][0] == "M"
            assert all(-2 <= getal <= 50 for _, getallen in vorm.stappen for getal in getallen)


def test_every_pair_of_choices_is_judged() -> None:
    """The kinds that veraPDF sees: not the full product, but every two choices together."""
    bladen = [set(naam.split("-")[1:]) for naam in SOORTEN if naam.startswith("stappenplan-")]
    keuzes = [
        ({"kort"}, {"compleet"}),
        ({"nl"}, {"en"}),
        ({"informeel"}, {"formeel"}),
        ({"a5"}, {"vouw"}, {"groot"}),
        ({"persoonlijk"},),
    ]
    for een, ander in combinations(keuzes, 2):
        for links in een:
            for rechts in ander:
                assert any(links | rechts <= blad for blad in bladen), (links, rechts)
