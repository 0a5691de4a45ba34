"""The postboek: each fact once, by day, and the same on paper and in a file."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pdfplumber
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.begrippen import Kanaal, Soort
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.personen import Persoon
from klachtenapp.errors import RegelFout
from klachtenapp.models import gebeurtenissen, meldingen
from klachtenapp.models.register import Register
from klachtenapp.services import bijlagen, postboek
from klachtenapp.services.context import Context
from klachtenapp.services.postboek import IN, UIT, Postkeuze
from klachtenapp.services.registreren import registreer

Maak = Callable[..., Aanmelding]
MOMENT = datetime(2026, 11, 24, 9)


def _feit(ctx: Context, dossier: Dossier, soort: G, op: date, **gegevens: str) -> Dossier:
    with ctx.register.transactie():
        vers = meldingen.haal(ctx.register, dossier.kenmerk)
        return gebeurtenissen.voeg_toe(
            ctx.register, vers, Gebeurtenis(soort, op, MOMENT, "registrar", gegevens)
        )


@pytest.fixture
def dossier(ctx: Context, maak_aanmelding: Maak) -> Dossier:
    """A klacht by letter with one of everything that passes the post room."""
    d = registreer(ctx, maak_aanmelding(kanaal=Kanaal.BRIEF))
    dag = date(2026, 11, 21)
    bevestiging = BriefSoort.ONTVANGSTBEVESTIGING.value
    _feit(ctx, d, G.BRIEF_VERZONDEN, dag, brief=bevestiging, kanaal="post")
    _feit(ctx, d, G.NOTITIE, dag)
    _feit(ctx, d, G.STAPPENPLAN_MEEGEGEVEN, dag, kanaal="balie")
    _feit(ctx, d, G.AANVULLING_ONTVANGEN, date(2026, 11, 22))
    _feit(ctx, d, G.ADVIES_ONTVANGEN, date(2026, 11, 23))
    _feit(ctx, d, G.BIJ_OMBUDSMAN, date(2026, 11, 23), rapportnummer="R12")
    bijlagen.voeg_een_toe(ctx, d.kenmerk, "foto.pdf", b"%PDF-1.4 foto")
    return meldingen.haal(ctx.register, d.kenmerk)


def test_everything_that_came_in_or_went_out_is_there_once(ctx: Context, dossier: Dossier) -> None:
    gevonden = postboek.regels(ctx, Postkeuze(), oplopend=True)
    assert [(r.op.day, r.richting, r.wat, r.kanaal) for r in gevonden] == [
        (20, IN, "Klacht: Lang wachten aan de balie", "post"),
        (21, UIT, "Ontvangstbevestiging", "post"),
        (21, UIT, "Stappenplan meegegeven", "balie"),
        (22, IN, "Aanvulling op de klacht", ""),
        (23, IN, "Advies", ""),
        (23, IN, "Bericht van de ombudsman (R12)", ""),
        (24, IN, "Bijlage: foto.pdf", ""),
    ]
    assert {r.kenmerk for r in gevonden} == {dossier.kenmerk}
    assert gevonden[0].wie == gevonden[1].wie == "Mevr. S. Alberts"
    assert gevonden[-1].document == "foto.pdf"
    assert postboek.aantal(ctx, Postkeuze()) == len(gevonden)
    assert postboek.regels(ctx, Postkeuze()) == gevonden[::-1]


def test_what_was_made_undone_does_not_count(ctx: Context, dossier: Dossier) -> None:
    brief = dossier.laatste(G.BRIEF_VERZONDEN)
    assert brief is not None
    _feit(ctx, dossier, G.ONGEDAAN_GEMAAKT, date(2026, 11, 24), _gebeurtenis=str(brief.id))
    assert "Ontvangstbevestiging" not in [r.wat for r in postboek.regels(ctx, Postkeuze())]


@pytest.mark.parametrize(
    ("keuze", "aantal"),
    [
        (Postkeuze(van=date(2026, 11, 23)), 3),
        (Postkeuze(van=date(2026, 11, 24), tot=date(2026, 11, 24)), 1),
        (Postkeuze(tot=date(2026, 11, 20)), 1),
        (Postkeuze(tot=date.max), 7),
        (Postkeuze(richting=UIT), 2),
        (Postkeuze(richting=IN), 5),
        (Postkeuze(kanaal="post"), 2),
        (Postkeuze(kanaal="balie"), 1),
        (Postkeuze(tekst="bevestiging"), 1),
        (Postkeuze(tekst="ALBERTS"), 7),
        (Postkeuze(tekst="foto alberts"), 1),
        (Postkeuze(tekst="' OR 1=1 --"), 0),
    ],
)
def test_filters(ctx: Context, dossier: Dossier, keuze: Postkeuze, aantal: int) -> None:
    assert dossier.kenmerk
    assert postboek.aantal(ctx, keuze) == aantal == len(postboek.regels(ctx, keuze))


def test_pages_together_are_the_whole(ctx: Context, dossier: Dossier) -> None:
    assert dossier.kenmerk
    heel = postboek.regels(ctx, Postkeuze())
    delen = [postboek.regels(ctx, Postkeuze(), vanaf=n, hoeveel=3) for n in (0, 3, 6, 9)]
    assert [regel for deel in delen for regel in deel] == heel


def test_to_whom(ctx: Context, maak_aanmelding: Maak) -> None:
    d = registreer(
        ctx, maak_aanmelding(beklaagde="K. de Boer", gemachtigde=Persoon("Berg", voorletters="J."))
    )
    dag = date(2026, 11, 23)
    for soort in (BriefSoort.AFSCHRIFT, BriefSoort.DOORZENDING_INSTANTIE,
                  BriefSoort.REACTIE_OMBUDSMAN, BriefSoort.VOORTGANG):  # fmt: skip
        _feit(ctx, d, G.BRIEF_VERZONDEN, dag, brief=soort.value, kanaal="post")
    _feit(ctx, d, G.BRIEF_VERZONDEN, dag, brief="oude brief", kanaal="post")
    uit = postboek.regels(ctx, Postkeuze(richting=UIT), oplopend=True)
    assert uit[0].wie == "K. de Boer"
    assert uit[3].wie == "J. Berg"
    assert (uit[4].wat, uit[4].wie) == ("Oude brief", "J. Berg")
    anoniem = registreer(ctx, Aanmelding(Soort.TIP, dag, Kanaal.WEBSITE, "Zet hier een bankje."))
    (regel,) = postboek.regels(ctx, Postkeuze(kanaal="website"))
    assert (regel.wie, regel.wat, regel.kenmerk) == ("Anoniem", "Tip", anoniem.kenmerk)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([G.BRIEF_VERZONDEN, G.STAPPENPLAN_MEEGEGEVEN, G.GESPREK, G.NOTITIE]),
            st.integers(0, 40),
            st.sampled_from(list(BriefSoort)),
            st.sampled_from(["post", "e-mail", "balie"]),
        ),
        max_size=12,
    )
)
def test_every_letter_that_went_out_is_one_line(
    ctx: Context, maak_aanmelding: Maak, feiten: list[tuple[G, int, BriefSoort, str]]
) -> None:
    d = registreer(ctx, maak_aanmelding(ontvangen_op=date(2026, 9, 1)))
    begin = date(2026, 9, 2)
    for soort, dagen, brief, kanaal in feiten:
        _feit(ctx, d, soort, begin + timedelta(dagen), brief=brief.value, kanaal=kanaal)
    verwacht = sorted(
        (begin + timedelta(dagen), kanaal)
        for soort, dagen, _, kanaal in feiten
        if soort in (G.BRIEF_VERZONDEN, G.STAPPENPLAN_MEEGEGEVEN)
    )
    regels = postboek.regels(ctx, Postkeuze(richting=UIT, tekst=d.kenmerk), oplopend=True)
    assert [regel.op for regel in regels] == [op for op, _ in verwacht]
    assert sorted((regel.op, regel.kanaal) for regel in regels) == verwacht


def test_a_page_costs_the_same_however_much_there_is(
    ctx: Context, maak_aanmelding: Maak, monkeypatch: pytest.MonkeyPatch
) -> None:
    gevraagd: list[str] = []
    echt = Register.sql

    def tel(self: Register, tekst: str, waarden: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        gevraagd.append(tekst)
        return echt(self, tekst, waarden)

    monkeypatch.setattr(Register, "sql", tel)
    tellingen = []
    for _ in range(3):
        for _ in range(4):
            d = registreer(ctx, maak_aanmelding())
            _feit(ctx, d, G.BRIEF_VERZONDEN, date(2026, 11, 21), brief="x", document="9")
        gevraagd.clear()
        postboek.regels(ctx, Postkeuze(), hoeveel=200)
        tellingen.append(len(gevraagd))
    assert len(set(tellingen)) == 1


def test_on_paper(ctx: Context, dossier: Dossier, tmp_path: Path) -> None:
    pad = tmp_path / "postboek.pdf"
    assert postboek.naar_bestand(ctx, Postkeuze(van=date(2026, 11, 1), richting=UIT), pad) == 2
    with pdfplumber.open(pad) as boek:
        tekst = boek.pages[0].extract_text()
    assert "Postboek" in tekst
    assert "Wat uitging vanaf 1 november 2026." in tekst
    assert "Ontvangstbevestiging" in tekst
    assert dossier.kenmerk in tekst


def test_too_much_for_paper_is_refused(
    ctx: Context, dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert dossier.kenmerk
    monkeypatch.setattr(postboek, "MEESTE_OP_PAPIER", 3)
    with pytest.raises(RegelFout, match="kortere periode"):
        postboek.naar_pdf(ctx, Postkeuze())


def test_as_a_sheet_and_for_machines(ctx: Context, dossier: Dossier, tmp_path: Path) -> None:
    stappen: list[tuple[int, int]] = []
    blad = tmp_path / "post.xlsx"
    postboek.naar_bestand(ctx, Postkeuze(), blad, voortgang=lambda *s: stappen.append(s))
    assert stappen == [(7, 7)]
    rijen = list(openpyxl.load_workbook(blad)["Postboek"].iter_rows(values_only=True))
    assert rijen[0][:3] == ("Datum", "In of uit", "Kenmerk")
    assert rijen[1][0] == datetime(2026, 11, 20)
    plat = tmp_path / "post.csv"
    assert postboek.naar_bestand(ctx, Postkeuze(), plat) == 7
    met = list(csv.reader(io.StringIO(plat.read_text("utf-8-sig")), delimiter=";"))
    assert met[1][:3] == ["2026-11-20", "in", dossier.kenmerk]
    with pytest.raises(RegelFout, match="eindigt op"):
        postboek.naar_bestand(ctx, Postkeuze(), tmp_path / "post.doc")
    with pytest.raises(RegelFout, match="Gestopt"):
        postboek.naar_bestand(ctx, Postkeuze(), plat, gestopt=lambda: True)
