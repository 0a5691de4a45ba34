"""Every role × every control of a dossier: what changes something is there for who may, only."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from klachtenapp import bootstrap
from klachtenapp.clock import FixedClock
from klachtenapp.domain.begrippen import GebeurtenisSoort, Soort, Status
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.handelingen import HANDELINGEN
from klachtenapp.domain.klaarliggend import klaarliggend
from klachtenapp.domain.personen import Rol
from klachtenapp.domain.rollen import Recht, mag
from klachtenapp.domain.toezeggingen import openstaand
from klachtenapp.services import (
    balie,
    behandelen,
    bijlage_uit,
    bijlagen,
    correspondentie,
    dossierboek,
    oefengemeente,
    werkvoorraad,
    wijzigen,
    zoeken,
)
from klachtenapp.services.behandelen import Opdracht
from klachtenapp.services.context import Context
from klachtenapp.services.rechten import recht_van
from klachtenapp.services.werkvoorraad import Werkregel
from klachtenapp.services.zoeken import Filter
from klachtenapp.ui.bouwstenen import Zoekveld
from klachtenapp.ui.dossier import bevoegd
from klachtenapp.ui.dossier.bevoegd import DOSSIERBOEK, EIGENSCHAP, ONGEDAAN, recht_bij
from klachtenapp.ui.dossier.stapwoorden import keuzes
from klachtenapp.ui.dossier.tabknop import Tabknop
from klachtenapp.ui.runner import Runner
from klachtenapp.ui.werkvoorraad_balk import Actiebalk
from tests.ui.conftest import Logboek
from tests.ui.dossier.conftest import Werker

NU = datetime(2026, 11, 24, 9, 12)
LEZERS = [r for r in Rol if mag({r}, Recht.LEZEN)]
MEEKIJKEN = {
    "Terug", "Meer doen", "Gesprekskaart", "Voor de agenda (.ics)…", "Bekijken…",
    "Bekijken of wegleggen…", "Openen", "Opslaan als…", "Als PDF…", "Wat als…",
    "Toon de berekening stap voor stap", "Terug naar dossier",
}  # fmt: skip
"""The buttons that show something and change nothing, and so need no right but reading."""
VOORBEELD = "PdfVoorbeeld"  # to look at a letter, print it and save it: all of that is reading


@pytest.fixture(scope="session")
def bevolkt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The oefengemeente, with in one dossier all that can lie in a dossier."""
    plek = tmp_path_factory.mktemp("rollen")
    ctx = oefengemeente.maak(plek / "oefening.klachten", FixedClock(NU))
    dossier = next(d for d in _open(ctx) if d.status is Status.INFORMEEL)
    kenmerk = dossier.kenmerk
    brief = correspondentie.concept(ctx, kenmerk, BriefSoort.ONTVANGSTBEVESTIGING)
    assert brief.pdf, brief.bezwaren
    correspondentie.bewaar(ctx, kenmerk, brief)
    (plek / "foto.txt").write_text("een bijlage", encoding="utf-8")
    bijlagen.voeg_toe(ctx, kenmerk, [plek / "foto.txt"])
    behandelaar = dossier.behandelaar.naam if dossier.behandelaar else ""
    gesprek = {
        "gesproken_op": "2026-11-24",
        "manier": "telefoon",
        "gesproken_door": behandelaar,
        "bereikt": "ja",
        "belofte": "Terugbellen",
        "belofte_door": behandelaar,
        "belofte_op": "2026-11-30",
    }
    versie = zoeken.dossier(ctx, kenmerk).versie
    behandelen.voer_uit(ctx, Opdracht(kenmerk, "leg_gesprek_vast", gesprek, versie))
    bootstrap.sluit(ctx)
    return plek / "oefening.klachten"


@pytest.fixture(params=LEZERS, ids=[r.value for r in LEZERS])
def rol(request: pytest.FixtureRequest) -> Rol:
    gekozen: Rol = request.param
    return gekozen


@pytest.fixture
def register_openen(tmp_path: Path, bevolkt: Path, rol: Rol) -> Callable[[], Context]:
    """Opens a copy of the oefengemeente as someone with one role."""
    pad = tmp_path / "rol.klachten"
    shutil.copyfile(bevolkt, pad)

    def openen() -> Context:
        ctx = bootstrap.open(pad, clock=FixedClock(NU), gebruiker=f"een {rol}")
        return replace(ctx, rollen=frozenset({rol}))

    return openen


@pytest.fixture
def standen(bevolkt: Path) -> Iterator[list[str]]:
    """One klacht of every status, another melding, and the one in which everything lies."""
    ctx = bootstrap.open(bevolkt, clock=FixedClock(NU))
    gevonden: dict[Soort | Status, str] = {}
    for dossier in (*_open(ctx), *_dossiers(ctx, Filter(status=Status.AFGEHANDELD, jaar=2026))):
        soort = Soort.KLACHT if dossier.soort is Soort.KLACHT else Soort.TIP
        wat = dossier.status if soort is Soort.KLACHT else soort
        if wat not in gevonden or (klaarliggend(dossier) and openstaand(dossier)):
            gevonden[wat] = dossier.kenmerk
    yield sorted(gevonden.values())
    bootstrap.sluit(ctx)


def _open(ctx: Context) -> list[Dossier]:
    return _dossiers(ctx, Filter(open=True))


def _dossiers(ctx: Context, filter_: Filter) -> list[Dossier]:
    regels = zoeken.regels(ctx, sorted(zoeken.ids(ctx, filter_)))
    return [zoeken.dossier(ctx, regel.kenmerk) for regel in regels]


def _bediening(vlak: QWidget, soort: type[QWidget]) -> Iterator[QWidget]:
    """Give what is in sight and can be used, but for what belongs to looking at a letter."""
    for widget in vlak.findChildren(soort):
        ouder: QWidget | None = widget
        while ouder is not None and type(ouder).__name__ != VOORBEELD:
            ouder = ouder.parentWidget()
        if widget.isVisible() and widget.isEnabled() and ouder is None:
            yield widget


def _recht(widget: QWidget) -> Recht | None:
    """Return the right with which this widget, or the card around it, is held."""
    houder: QWidget | None = widget
    while houder is not None:
        if houder.property(EIGENSCHAP):
            return Recht[houder.property(EIGENSCHAP)]
        houder = houder.parentWidget()
    return None


def _controleer(vlak: QWidget, rol: Rol, waar: str) -> set[Recht]:
    """Hold every button in sight against the role; returns the rights that were met."""
    gezien: set[Recht] = set()
    for knop in _bediening(vlak, QAbstractButton):
        assert isinstance(knop, QAbstractButton)
        if isinstance(knop.parentWidget(), QTableView | QLineEdit):
            continue  # the corner of a table, the cross of a search field: made by Qt
        recht = _recht(knop)
        if recht is not None:
            assert mag({rol}, recht), f"{waar}: '{knop.text()}' vraagt {recht.name}"
            gezien.add(recht)
            continue
        eigen = isinstance(knop, Tabknop) or knop.text() in MEEKIJKEN
        eigen = eigen or knop.text().startswith(("▸", "▾")) or knop.text() == "Notitie bewaren"
        assert eigen, f"{waar}: bij '{knop.text()}' is niet bepaald wie dit mag"
    return gezien


def _tabs(werker: Werker) -> Iterator[str]:
    """Walk over the tabs of the dossier that is shown."""
    for naam in werker.pagina.werkblad.tabs:
        werker.pagina.werkblad.balk.kies(naam)
        yield naam


def test_ieder_ziet_alleen_wat_hij_mag(werker: Werker, rol: Rol, standen: list[str]) -> None:
    gezien: set[Recht] = set()
    for kenmerk in standen:
        werker.open(kenmerk)
        for naam in _tabs(werker):
            waar = f"{rol}, {werker.dossier.status}, {naam}"
            gezien |= _controleer(werker.pagina, rol, waar)
            _probeer_te_bewerken(werker, rol, waar)
    gemist = {r for r in (Recht.BEHANDELEN, Recht.TOEWIJZEN) if mag({rol}, r)} - gezien
    assert not gemist, "Een knop die mag, is nergens te vinden."


def _probeer_te_bewerken(werker: Werker, rol: Rol, waar: str) -> None:
    """Press Ctrl+E in a tab; without it there is one field, that of the note."""
    pagina, tab = werker.pagina, werker.pagina.werkblad.tab
    assert tab is not None
    velden = {*_bediening(pagina, QLineEdit), *_bediening(pagina, QPlainTextEdit)}
    velden -= {veld for veld in velden if isinstance(veld, Zoekveld)}
    assert velden <= {pagina.werkblad.tijdlijn.veld}, waar
    if not mag({rol}, bevoegd.WIJZIGEN):
        tab.bewerk()
        assert not tab.bewerkt, waar
        assert not pagina.werkblad.tabs["bijlagen"].acceptDrops()


def test_meer_doen_noemt_alleen_wat_deze_rol_mag(
    werker: Werker, rol: Rol, standen: list[str]
) -> None:
    for kenmerk in standen:
        werker.open(kenmerk)
        for keuze in keuzes(werker.beeld):
            assert mag({rol}, recht_bij(keuze.naam)), keuze.label


def test_geen_deur_opent_een_formulier_dat_straks_wordt_geweigerd(
    werker: Werker, rol: Rol, standen: list[str]
) -> None:
    pagina = werker.pagina
    werker.open(standen[-1])
    for naam in (*HANDELINGEN, *BriefSoort, DOSSIERBOEK, ONGEDAAN):
        if mag({rol}, recht_bij(naam)):
            continue
        werker.navigatie.meldingen.clear()
        pagina.meer_doen.gekozen.emit(naam)
        assert pagina.uitvoering.venster is None, naam
        assert pagina.bureau.soort is None, naam
        assert not pagina.bureau.isVisible(), naam
        assert pagina.boekmaker.kaart is None, naam
        assert "Vraag de beheerder om de rol." in werker.navigatie.meldingen[-1], naam


def test_een_brief_die_klaarligt_gaat_alleen_weg_bij_wie_dat_mag(
    werker: Werker, rol: Rol, standen: list[str]
) -> None:
    for kenmerk in standen:
        werker.open(kenmerk)
        for info in werker.dossier.documenten:
            werker.pagina.open_document(info.id)
            werker.rust()
            waar = f"{rol}, brief {info.soort}"
            _controleer(werker.pagina.bureau, rol, waar)
            if info in klaarliggend(werker.dossier):
                kan = mag({rol}, bevoegd.VERZENDEN)
                assert werker.pagina.bureau.kaart.isVisible() is kan
            werker.pagina.bureau.klaar.emit()


def test_de_volgende_stap_zegt_wie_hem_doet(werker: Werker, rol: Rol, standen: list[str]) -> None:
    for kenmerk in (*standen, *reversed(standen)):
        werker.open(kenmerk)
        stap, balk = werker.beeld.stap, werker.pagina.stapbalk
        if stap is None:
            continue
        kan = mag({rol}, recht_bij(stap.brief or stap.handeling))
        assert balk.knop.isVisible() is kan, stap
        assert balk.knop.text() or not kan
        assert kan is not (f"Dit doet een {Rol.REGISTRAR}" in balk.reden.heel())
        leest = rol is Rol.AMBASSADEUR
        assert ("U leest mee." in balk.reden.heel()) is leest


def test_wie_meeleest_kan_wel_een_notitie_kwijt(
    werker: Werker, rol: Rol, standen: list[str]
) -> None:
    werker.open(standen[0])
    tijdlijn = werker.pagina.werkblad.tijdlijn
    tijdlijn.veld.zet_waarde("Ik heb de klager gesproken op de markt.")
    tijdlijn.veld.returnPressed.emit()
    werker.rust()
    notitie = werker.dossier.laatste(GebeurtenisSoort.NOTITIE)
    assert notitie is not None
    assert notitie.toelichting == "Ik heb de klager gesproken op de markt."
    terug = mag({rol}, recht_bij(ONGEDAAN))
    assert ("Ctrl+Z" in werker.navigatie.meldingen[-1]) is terug


def test_de_tabel_van_het_venster_is_die_van_de_deuren() -> None:
    deuren = (
        (bevoegd.WIJZIGEN, wijzigen.wijzig),
        (bevoegd.ONDERDELEN, behandelen.bewaar_onderdelen),
        (bevoegd.BIJLAGEN, bijlagen.voeg_toe),
        (bevoegd.BIJLAGEN, bijlage_uit.verwijder),
        (recht_bij(ONGEDAAN), behandelen.maak_laatste_ongedaan),
        (recht_bij(DOSSIERBOEK), dossierboek.maak),
        (recht_bij(BriefSoort.STAPPENPLAN), balie.noteer_meegegeven),
        (bevoegd.VERZENDEN, correspondentie.markeer_verzonden),
        (bevoegd.VERZENDEN, correspondentie.markeer_document_verzonden),
        (bevoegd.VERZENDEN, correspondentie.bewaar),
        (bevoegd.VERZENDEN, correspondentie.leg_weg),
    )
    for recht, deur in deuren:
        assert recht is recht_van(deur), deur


def test_de_balk_van_de_werkvoorraad_volgt_dezelfde_tabel(
    qtbot: QtBot, runner: Runner, navigatie: Logboek, rol: Rol
) -> None:
    balk = Actiebalk(navigatie)
    qtbot.addWidget(balk)
    balk.show()
    regels: list[Werkregel] = []
    runner.run(werkvoorraad.werkvoorraad, lambda w: regels.extend(w.regels))
    qtbot.waitUntil(lambda: runner.is_rustig, timeout=10_000)
    assert {r.stap.handeling for r in regels} >= {"wijs_behandelaar_toe", "leg_gesprek_vast"}
    for regel in (*regels, *reversed(regels)):
        balk.zet(regel, runner.ctx)
        naam = regel.stap.brief or regel.stap.handeling
        assert balk.stap.isVisible() is mag({rol}, recht_bij(naam))
        belt = naam == "leg_gesprek_vast"
        assert balk.bel.isVisible() is (mag({rol}, Recht.BEHANDELEN) and not belt)
