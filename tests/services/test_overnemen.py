"""Taking over a work list: everything at once, and never to someone who was involved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.begrippen import GebeurtenisSoort
from klachtenapp.domain.personen import Medewerker, Rol
from klachtenapp.errors import RegelFout
from klachtenapp.models import log
from klachtenapp.services import beheer, gebruikers, zoeken
from klachtenapp.services.context import Context
from klachtenapp.services.overnemen import Regel, neem_over, waarschuwingen, werklijsten
from klachtenapp.services.registreren import registreer_alles

MaakAanmelding = Callable[..., Aanmelding]
BEHANDELAAR = frozenset({Rol.BEHANDELAAR})


@pytest.fixture
def mensen(ctx: Context) -> Context:
    for naam in ("A. Ziek", "B. Baars", "C. Claes"):
        beheer.bewaar_medewerker(ctx, Medewerker(0, naam, rollen=BEHANDELAAR))
    balie = Medewerker(0, "D. Balie", rollen=frozenset({Rol.BALIEMEDEWERKER}))
    beheer.bewaar_medewerker(ctx, balie)
    return ctx


@pytest.fixture
def kenmerken(mensen: Context, maak_aanmelding: MaakAanmelding) -> list[str]:
    """Three klachten of A. Ziek (the second is about B. Baars) and one of C. Claes."""
    lijst = [
        maak_aanmelding(behandelaar="A. Ziek"),
        maak_aanmelding(behandelaar="A. Ziek", beklaagde="B. Baars"),
        maak_aanmelding(behandelaar="A. Ziek"),
        maak_aanmelding(behandelaar="C. Claes"),
    ]
    return [d.kenmerk for d in registreer_alles(mensen, lijst)]


def _behandelaars(ctx: Context, kenmerken: list[str]) -> list[str]:
    dossiers = [zoeken.dossier(ctx, kenmerk) for kenmerk in kenmerken]
    return [d.behandelaar.naam if d.behandelaar else "" for d in dossiers]


def test_all_open_dossiers_go_over_except_where_he_was_involved(
    mensen: Context, kenmerken: list[str]
) -> None:
    uitkomst = neem_over(mensen, "A. Ziek", ["B. Baars"], "Ziek", niet_betrokken=True)
    assert [r.kenmerk for r in uitkomst.over] == [kenmerken[0], kenmerken[2]]
    (gebleven,) = uitkomst.gebleven
    assert gebleven.kenmerk == kenmerken[1]
    assert "B. Baars" in gebleven.reden
    assert "art. 9:7" in gebleven.reden
    assert _behandelaars(mensen, kenmerken) == ["B. Baars", "A. Ziek", "B. Baars", "C. Claes"]
    feit = zoeken.dossier(mensen, kenmerken[0]).laatste(GebeurtenisSoort.BEHANDELAAR_TOEGEWEZEN)
    assert feit is not None
    assert feit.gegevens["reden"] == "Ziek"
    assert log.regels(mensen.register, kenmerken[0], 1)[0].handeling == "wijs_behandelaar_toe"


def test_several_share_the_work_and_get_what_another_may_not(
    mensen: Context, kenmerken: list[str]
) -> None:
    uitkomst = neem_over(mensen, "A. Ziek", ["B. Baars", "C. Claes"], "Vrij", niet_betrokken=True)
    assert uitkomst.regels == (
        Regel(kenmerken[0], "B. Baars"),
        Regel(kenmerken[1], "C. Claes"),
        Regel(kenmerken[2], "B. Baars"),
    )
    assert uitkomst.gebleven == ()


@pytest.fixture
def leider(mensen: Context, kenmerken: list[str]) -> Context:
    """B. Baars, over whom the second klacht is, is led by C. Claes."""
    wie = {m.naam: m for m in beheer.medewerkers(mensen)}
    gebruikers.bewaar(mensen, wie["B. Baars"], "", wie["C. Claes"].id)
    assert len(kenmerken) == 4
    return mensen


def test_the_leidinggevende_is_warned_for_and_may_still_get_it(
    leider: Context, kenmerken: list[str]
) -> None:
    (zin,) = waarschuwingen(leider, "A. Ziek", ["C. Claes"])
    assert zin.startswith(f"{kenmerken[1]}: C. Claes is de leidinggevende van B. Baars")
    uitkomst = neem_over(leider, "A. Ziek", ["C. Claes"], "Ziek", niet_betrokken=True)
    assert [bool(r.let_op) for r in uitkomst.regels] == [False, True, False]


def test_when_several_were_chosen_it_goes_to_someone_independent(
    leider: Context, kenmerken: list[str]
) -> None:
    beheer.bewaar_medewerker(leider, Medewerker(0, "E. Evers", rollen=BEHANDELAAR))
    anderen = ["C. Claes", "E. Evers"]
    assert waarschuwingen(leider, "A. Ziek", anderen) == ()
    uitkomst = neem_over(leider, "A. Ziek", anderen, "Ziek", niet_betrokken=True)
    assert uitkomst.regels[1] == Regel(kenmerken[1], "E. Evers")
    assert not any(regel.let_op for regel in uitkomst.regels)


def test_who_was_involved_is_no_way_out_of_the_warning(
    leider: Context, kenmerken: list[str]
) -> None:
    assert len(waarschuwingen(leider, "A. Ziek", ["B. Baars", "C. Claes"])) == 1
    assert waarschuwingen(leider, "A. Ziek", ["B. Baars"]) == ()
    assert waarschuwingen(leider, "A. Ziek", []) == waarschuwingen(leider, "", ["C. Claes"]) == ()
    assert len(kenmerken) == 4


def test_the_same_press_twice_is_one_time(mensen: Context, kenmerken: list[str]) -> None:
    doe = {"niet_betrokken": True, "opdracht_uid": "uid-1"}
    eerste = neem_over(mensen, "A. Ziek", ["C. Claes"], "Ziek", **doe)  # type: ignore[arg-type]
    versies = [zoeken.dossier(mensen, k).versie for k in kenmerken]
    assert neem_over(mensen, "A. Ziek", ["C. Claes"], "Ziek", **doe) == eerste  # type: ignore[arg-type]
    assert [zoeken.dossier(mensen, k).versie for k in kenmerken] == versies


@pytest.mark.parametrize(
    ("van", "naar", "reden", "niet_betrokken", "veld"),
    [
        ("A. Ziek", ["B. Baars"], " ", True, "reden"),
        ("A. Ziek", ["B. Baars"], "Ziek", False, "niet_betrokken"),
        ("Niemand", ["B. Baars"], "Ziek", True, "van"),
        ("A. Ziek", [], "Ziek", True, "naar"),
        ("A. Ziek", ["A. Ziek"], "Ziek", True, "naar"),
        ("A. Ziek", ["B. Baars", "D. Balie"], "Ziek", True, "naar"),
    ],
)
def test_what_misses_is_refused_and_nothing_changes(
    mensen: Context,
    kenmerken: list[str],
    van: str,
    naar: list[str],
    reden: str,
    niet_betrokken: bool,
    veld: str,
) -> None:
    with pytest.raises(RegelFout) as fout:
        neem_over(mensen, van, naar, reden, niet_betrokken=niet_betrokken)
    assert fout.value.veld == veld
    assert _behandelaars(mensen, kenmerken)[0] == "A. Ziek"


def test_the_lists_count_open_work_and_leave_out_who_cannot_handle(
    mensen: Context, kenmerken: list[str]
) -> None:
    ziek = next(m for m in beheer.medewerkers(mensen) if m.naam == "A. Ziek")
    beheer.bewaar_medewerker(mensen, replace(ziek, actief=False))
    gevonden = {w.naam: (w.aantal, w.kan_krijgen) for w in werklijsten(mensen)}
    assert gevonden == {"A. Ziek": (3, False), "B. Baars": (0, True), "C. Claes": (1, True)}
    uitkomst = neem_over(mensen, "A. Ziek", ["C. Claes"], "Uit dienst", niet_betrokken=True)
    assert len(uitkomst.over) == 3


def test_only_who_assigns_takes_over(mensen: Context, kenmerken: list[str]) -> None:
    wie = replace(mensen, rollen=BEHANDELAAR)
    with pytest.raises(RegelFout, match="registrar of afdelingshoofd"):
        neem_over(wie, "A. Ziek", ["B. Baars"], "Ziek", niet_betrokken=True)
