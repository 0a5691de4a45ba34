"""The oefengemeente: lifelike, lawful, complete, and the same every time."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pikepdf
import pytest

from klachtenapp import bootstrap
from klachtenapp.clock import FixedClock
from klachtenapp.domain import ondertekenmap
from klachtenapp.domain.adres import korte_naam
from klachtenapp.domain.begrippen import Afdoeningswijze, Kanaal, Oordeel, Soort, Status
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.bereikbaarheid import geadresseerde
from klachtenapp.domain.brieven import BRIEVEN
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.ombudsmanzaak import wacht_op_reactie
from klachtenapp.domain.onafhankelijk import gemerkten, is_betrokken
from klachtenapp.domain.personen import Medewerker, Rol
from klachtenapp.domain.toezeggingen import openstaand
from klachtenapp.domain.urgentie import Trap
from klachtenapp.errors import OmgevingFout, RegelFout
from klachtenapp.models import log, meldingen
from klachtenapp.services import (
    beheer,
    geheimen,
    oefengemeente,
    oefenrol,
    oefensleutel,
    ondertekenblad,
    ondertekenen,
    reservekopie,
    sleutels,
    werkvoorraad,
    zoeken,
)
from klachtenapp.services.context import Context
from klachtenapp.services.oefengemeente.draaiboek import lees_inrichting, maak_plannen

NU = datetime(2026, 11, 24, 9, 0)


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of one oefengemeente on Tuesday 24 November 2026, for reading only."""
    plek = tmp_path_factory.mktemp("oefening") / "demo"
    return oefengemeente.maak_met_documenten(plek, FixedClock(NU))


@pytest.fixture(scope="module")
def oefening(register: Path) -> Iterator[Context]:
    ctx = bootstrap.open(register, clock=FixedClock(NU), gebruiker="E. Visser")
    yield ctx
    bootstrap.sluit(ctx)


@pytest.fixture(scope="module")
def dossiers(oefening: Context) -> list[Dossier]:
    ids = zoeken.ids(oefening, zoeken.Filter(), sorteer="kenmerk")
    return meldingen.haal_meer(oefening.register, ids)


def test_ongeveer_120_meldingen_van_elke_soort_in_elke_stand(dossiers: list[Dossier]) -> None:
    assert 110 <= len(dossiers) <= 130
    assert {d.soort for d in dossiers} == set(Soort)
    bereikbaar = set(Status) - {Status.CONCEPT, Status.GEARCHIVEERD, Status.VERNIETIGD}
    assert {d.status for d in dossiers} == bereikbaar
    assert {d.oordeel for d in dossiers} >= set(Oordeel)
    wijzen = {d.afdoeningswijze for d in dossiers if d.afdoeningswijze}
    assert wijzen >= {
        Afdoeningswijze.INFORMEEL_OPGELOST,
        Afdoeningswijze.FORMEEL_AFGEHANDELD,
        Afdoeningswijze.INGETROKKEN,
        Afdoeningswijze.NIET_IN_BEHANDELING,
        Afdoeningswijze.DOORGEZONDEN,
        Afdoeningswijze.GEEN_KLACHT,
        Afdoeningswijze.GEEN_REACTIE,
        Afdoeningswijze.ANONIEM_SIGNAAL,
        Afdoeningswijze.BEANTWOORD,
    }


def test_de_bekende_personen_zijn_er(dossiers: list[Dossier]) -> None:
    namen = {korte_naam(d.klager) for d in dossiers}
    voornamen = {d.klager.voornaam for d in dossiers}
    assert {"Sonja", "Kees", "Evi", "Youssef"} <= voornamen
    assert "Mevr. Ł. Żółkiewska" in namen
    youssef = next(d for d in dossiers if d.klager.voornaam == "Youssef")
    assert youssef.klager.leest_moeilijk
    assert any(d.gemachtigde for d in dossiers)


def test_de_werkvoorraad_heeft_iets_van_alles(oefening: Context) -> None:
    werk = werkvoorraad.werkvoorraad(oefening)
    assert 25 <= len(werk.regels) <= 45
    trappen = Counter(regel.urgentie.trap for regel in werk.regels)
    assert trappen[Trap.TE_LAAT] >= 2
    assert trappen[Trap.DEZE_WEEK] >= 3
    assert {naam for naam, tegel in werk.tegels.items() if not tegel.aantal} == set()


def test_alles_is_rechtmatig(oefening: Context, dossiers: list[Dossier]) -> None:
    vandaag = NU.date()
    for d in dossiers:
        assert d.ontvangen_op <= vandaag
        assert all(d.ontvangen_op <= g.op <= vandaag for g in d.gebeurtenissen)
        assert all(g.vastgelegd_op <= NU for g in d.gebeurtenissen)
        assert (d.afgehandeld_op is not None) == (not d.is_open)
        if d.behandelaar and d.soort is Soort.KLACHT:
            assert not is_betrokken(d.behandelaar.naam, d)
    assert log.controleer(oefening.register) is None
    momenten = [regel.moment for regel in log.regels(oefening.register, maximaal=5000)]
    assert momenten in (sorted(momenten), sorted(momenten, reverse=True))


def test_wat_in_een_brief_komt_spreekt_de_klager_aan(dossiers: list[Dossier]) -> None:
    gezien = 0
    for d in dossiers:
        teksten = [g.gegevens.get("afspraak", "") for g in d.gebeurtenissen]
        teksten += [g.gegevens.get("conclusies", "") for g in d.gebeurtenissen]
        teksten += [deel.bevinding for deel in d.onderdelen]
        teksten += [deel.verbeterpunt for deel in d.onderdelen]
        gevuld = [tekst for tekst in teksten if tekst]
        assert not any("klager" in tekst.lower() for tekst in gevuld), gevuld
        per_brief = [(deel.bevinding, deel.verbeterpunt) for deel in d.onderdelen]
        assert all(bevinding != verbeterpunt for bevinding, verbeterpunt in per_brief)
        gezien += bool(gevuld)
    assert gezien > 40


def test_balie_telefoon_en_post_zijn_er_op_werkdagen(
    oefening: Context, dossiers: list[Dossier]
) -> None:
    kalender = oefening.kader.kalender
    for d in dossiers:
        if d.kanaal in (Kanaal.BALIE, Kanaal.TELEFOON, Kanaal.BRIEF):
            assert kalender.is_werkdag(d.ontvangen_op), d.kenmerk
        for deel in d.onderdelen:
            klaar = deel.verbeterpunt_klaar_op
            assert klaar is None or kalender.is_werkdag(klaar)


def test_wie_niet_gebeld_kan_worden_is_niet_gebeld(dossiers: list[Dossier]) -> None:
    for d in dossiers:
        if not geadresseerde(d).telefoon:
            assert all(g.gegevens.get("manier") != "telefoon" for g in d.gebeurtenissen)


def test_nummers_lopen_door_op_volgorde_van_binnenkomst(dossiers: list[Dossier]) -> None:
    for jaar in (2025, 2026):
        nummers = [int(d.kenmerk[-4:]) for d in dossiers if d.kenmerk.startswith(f"K{jaar}")]
        assert nummers == list(range(1, len(nummers) + 1))
    oudste = min(d.ontvangen_op for d in dossiers)
    assert NU.date() - timedelta(days=430) <= oudste <= NU.date() - timedelta(days=300)


def test_niemand_in_de_oefengemeente_bestaat(oefening: Context, dossiers: list[Dossier]) -> None:
    for d in dossiers:
        for wie in (d.klager, d.gemachtigde):
            if wie is None:
                continue
            assert not wie.telefoon or re.fullmatch(r"06-123456\d\d", wie.telefoon)
            assert not wie.email or wie.email.endswith(".example")
            assert wie.plaats in ("", "Voorbeeldstad")
    for medewerker in beheer.medewerkers(oefening):
        assert medewerker.telefoon.startswith("0123 - 45 67")
        assert medewerker.email.endswith("@voorbeeldstad.example")
    assert oefening.gemeente.oefening
    assert oefening.gemeente.ondertekenaar in {m.naam for m in beheer.medewerkers(oefening)}


def _met(dossiers: list[Dossier], soort: G) -> list[Dossier]:
    return [d for d in dossiers if d.laatste(soort) is not None]


def test_in_de_ondertekenmap_liggen_brieven_waarvan_een_terugkwam(
    oefening: Context, dossiers: list[Dossier]
) -> None:
    wacht = ondertekenen.ondertekenmap(oefening)
    assert len(wacht) == 3
    assert [len(regel.opmerkingen) for regel in wacht].count(1) == 1
    terug = [d for d in dossiers if ondertekenmap.teruggekomen(d) is not None]
    assert len(terug) == 1
    for regel in wacht:
        brief = ondertekenen.voorbeeld(oefening, regel.dossier.kenmerk)
        assert brief.pdf
        assert not brief.bezwaren


def test_wie_de_oefening_speelt_kan_ondertekenen(register: Path, tmp_path: Path) -> None:
    """With the PIN that the exercise tells; on a computer without a store of keys too."""
    pad = shutil.copyfile(register, tmp_path / "o.klachten")
    ctx = bootstrap.open(pad, clock=FixedClock(NU), gebruiker="bezoeker")
    try:
        hoofd = next(s for s in oefenrol.spelers(ctx) if s.naam == "A. van Egdom")
        assert not hoofd.pincode
        assert hoofd.rol == "afdelingshoofd"
        als = oefenrol.speel(ctx, hoofd.medewerker)
        nu = next(s for s in oefenrol.spelers(als) if s.naam == "A. van Egdom")
        assert nu.pincode == oefenrol.PINCODE
        stand = ondertekenblad.tekenstand(als)
        assert stand.kan_tekenen
        kenmerk = ondertekenen.ondertekenmap(als)[0].dossier.kenmerk
        with pytest.raises(RegelFout, match="klopt niet"):
            ondertekenen.onderteken(als, kenmerk, "135790", niet_betrokken=True, opdracht_uid="x")
        info = ondertekenen.onderteken(
            als, kenmerk, nu.pincode, niet_betrokken=True, opdracht_uid="y"
        )
        geldig = ondertekenen.geldigheid(als, info.id)
        assert geldig is not None
        assert geldig.geldig
        assert geldig.ondertekenaar == "A. van Egdom"
        geheimen.stel_in(als, hoofd.medewerker, "7391-eigen-Zuid", oefenrol.PINCODE)
        assert not any(speler.pincode for speler in oefenrol.spelers(als))
        assert oefenrol.speel(als, 0).rollen == ctx.rollen
    finally:
        bootstrap.sluit(ctx)
    assert all(bevinding.goed for bevinding in reservekopie.controleer(pad))


def test_in_een_echt_register_speelt_niemand_een_ander(ctx: Context) -> None:
    """Nor does the key of the exercise, which everybody may know, open anything there."""
    wie = beheer.bewaar_medewerker(ctx, Medewerker(0, "A. van Egdom", rollen=frozenset(Rol)))
    assert oefenrol.spelers(ctx) == ()
    with pytest.raises(RegelFout, match="alleen in de oefengemeente"):
        oefenrol.speel(ctx, wie.id)
    with pytest.raises(RegelFout, match="alleen in de oefengemeente"):
        sleutels.voor_oefening(ctx, wie)
    assert oefensleutel.prive(ctx, oefensleutel.nieuw(ctx, wie)) is None


def test_alles_van_een_formele_klacht_is_er(oefening: Context, dossiers: list[Dossier]) -> None:
    vandaag = NU.date()
    zitting = [
        gepland.datum("zitting_op")
        for d in dossiers
        if d.status is Status.HOREN and (gepland := d.laatste(G.HOREN_GEPLAND)) is not None
        and gepland.gegevens["vorm"] == "driegesprek"
    ]  # fmt: skip
    assert any(dag is not None and dag >= vandaag for dag in zitting)
    assert any(d.status is Status.ADVIES for d in dossiers)
    assert any(d.is_open and d.commissie for d in _met(dossiers, G.COMMISSIE_INGESCHAKELD))
    assert any(toezegging.uiterlijk == vandaag for d in dossiers for toezegging in openstaand(d))
    assert any(gemerkten(d) for d in dossiers if d.is_open)
    assert {d.laatste(G.AMBASSADEUR_TOEGEWEZEN) is not None for d in dossiers if d.is_open} == {
        True, False,
    }  # fmt: skip
    assert any(wacht_op_reactie(d) for d in dossiers)
    assert any(d.is_open for d in _met(dossiers, G.VERDAAGD))
    uitgesteld = [f for d in dossiers if (f := d.laatste(G.UITGESTELD)) is not None]
    assert [feit.gegevens["bijlage"].partition(": ")[2] for feit in uitgesteld]
    gepasseerd = _met(dossiers, G.PLICHT_GEPASSEERD)
    assert all(d.laatste(G.PLICHT_GEPASSEERD).gegevens["reden"] for d in gepasseerd)  # type: ignore[union-attr]
    assert gepasseerd
    getekend = [d for d in _met(dossiers, G.ONDERTEKEND) if d.status is Status.AFGEHANDELD]
    assert getekend
    for d in getekend:
        geldig = ondertekenen.geldigheden(oefening, d.kenmerk)
        assert geldig
        assert all(oordeel.geldig for oordeel in geldig.values())


def test_dezelfde_dag_geeft_dezelfde_oefengemeente(
    register: Path, oefening: Context, tmp_path: Path
) -> None:
    """Up to the hash of the last line of the log, in which everything that happened counts."""
    ctx = oefengemeente.maak(tmp_path / "o.klachten", FixedClock(NU))
    try:
        assert log.kop(ctx.register) == log.kop(oefening.register)
        assert meldingen.haal(ctx.register, "K2026-0066") == meldingen.haal(
            oefening.register, "K2026-0066"
        )
    finally:
        ctx.register.sluit()


@pytest.mark.parametrize("dag", [date(2026, 1, 2), date(2027, 5, 9), date(2028, 2, 29)])
def test_dezelfde_dag_geeft_dezelfde_plannen(dag: date) -> None:
    inrichting = lees_inrichting()
    plannen = maak_plannen(inrichting, dag)
    assert plannen == maak_plannen(inrichting, dag)
    assert len(plannen) == 130
    assert all(plan.aanmelding.ontvangen_op <= dag for plan in plannen)


def test_ook_op_een_zondag_en_feestdag_lukt_het(tmp_path: Path) -> None:
    """Hemelvaartsdag is on Thursday 6 May 2027; this is the Sunday after it, late at night."""
    ctx = oefengemeente.maak(tmp_path / "o.klachten", FixedClock(datetime(2027, 5, 9, 23, 0)))
    try:
        assert len(werkvoorraad.werkvoorraad(ctx).regels) >= 20
    finally:
        ctx.register.sluit()


def test_er_liggen_brieven_naast_het_register(register: Path) -> None:
    assert register.name == "oefengemeente.klachten"
    brieven = list((register.parent / "brieven").iterdir())
    assert "venstertest.pdf" in {pad.name for pad in brieven}
    assert len(brieven) >= 4
    assert all(pad.read_bytes().startswith(b"%PDF-") for pad in brieven)


def test_een_oefengemeente_die_er_is_blijft_zoals_zij_was(register: Path) -> None:
    inhoud = register.read_bytes()
    with pytest.raises(OmgevingFout):
        oefengemeente.maak(register, FixedClock(NU))
    assert register.read_bytes() == inhoud
    assert oefengemeente.vrije_plek(register.parent).name == "oefengemeente-2.klachten"


def test_van_elke_brief_ligt_er_een_die_men_kan_lezen(register: Path) -> None:
    """Every kind once, named by number, kind and kenmerk; the address lies in the window."""
    map_ = register.parent / "brieven"
    for nummer, soort in enumerate(BRIEVEN, start=1):
        gevonden = list(map_.glob(f"{nummer:02} {soort} K*.pdf"))
        assert len(gevonden) == 1, soort
        with pikepdf.open(gevonden[0]) as pdf:
            assert len(pdf.pages) >= 1
        woorden = _woorden_in_venster(gevonden[0])
        assert re.search(r"VOORBEELDSTAD|DEN HAAG|Voorbeeldstad", woorden), (soort, woorden)
        assert len(_tekst(gevonden[0]).split()) > 80, soort
    for variant in ("kort", "compleet"):
        assert list(map_.glob(f"stappenplan {variant} *.pdf"))
    assert (map_ / "venstertest.pdf").is_file()


def _woorden_in_venster(pad: Path) -> str:
    """Return what lies between 50 and 90 mm from the top, 20 and 130 mm from the left."""
    punt = 72 / 25.4
    vak = [str(round(mm * punt)) for mm in (20, 54, 98, 30)]
    opties = zip(("-x", "-y", "-W", "-H"), vak, strict=True)
    return _pdftotext(pad, *(deel for optie in opties for deel in optie), "-l", "1")


def _tekst(pad: Path) -> str:
    return _pdftotext(pad)


def _pdftotext(pad: Path, *opties: str) -> str:
    programma = shutil.which("pdftotext")
    if programma is None:
        pytest.skip("pdftotext is not installed")
    uit = subprocess.run([programma, *opties, str(pad), "-"], capture_output=True, check=True)
    return uit.stdout.decode("utf-8")
