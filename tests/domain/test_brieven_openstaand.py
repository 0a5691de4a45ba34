"""Which letters are owed: after which event, until when, and when they are not ours to send."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import pytest

from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.begrippen import Soort, Status
from klachtenapp.domain.briefsoort import BriefSoort as B
from klachtenapp.domain.brieven import BRIEVEN
from klachtenapp.domain.brieven.openstaand import aanleiding, openstaande_brieven
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.personen import Medewerker, Persoon
from klachtenapp.domain.volgende_stap import Stap, volgende_stap
from tests.domain.conftest import MaakDossier, MaakGebeurtenis

DAG = date(2026, 11, 2)  # received on 14 October: the term ends on 25 November
EERSTE_EINDE = date(2026, 11, 25)
PLAN = {
    "zitting_op": "2026-11-16", "vorm": "driegesprek",
    "klager_uitgenodigd_op": "2026-11-02", "beklaagde_uitgenodigd_op": "2026-11-02",
}  # fmt: skip
VERDAAGD = {
    "tot": "2026-12-23", "klager_bericht_op": "2026-11-02", "beklaagde_bericht_op": "2026-11-02",
    "reden": "iemand is ziek",
}  # fmt: skip
GEHOORD = {"klager_gehoord": "ja", "beklaagde_gehoord": "ja"}
# After which event, in which state, which letters are owed.
OPEN: tuple[tuple[Status, G, dict[str, str], set[B]], ...] = (
    (
        Status.AANVULLING_GEVRAAGD, G.AANVULLING_GEVRAAGD, {"reageren_voor": "2026-11-16"},
        {B.AANVULLING},
    ),
    (Status.FORMEEL, G.FORMEEL_GESTART, {}, {B.AFSCHRIFT}),
    (Status.HOREN, G.HOREN_GEPLAND, PLAN, {B.UITNODIGING_KLAGER, B.UITNODIGING_BEKLAAGDE}),
    (Status.OORDEEL, G.VERSLAG_VASTGESTELD, {}, {B.VERSLAG_KLAGER, B.VERSLAG_BEKLAAGDE}),
    (Status.FORMEEL, G.VERDAAGD, VERDAAGD, {B.VERDAGING_KLAGER, B.VERDAGING_BEKLAAGDE}),
)  # fmt: skip


def _open(dossier: Dossier, kader: Kader, dag: date = DAG) -> set[B]:
    return set(openstaande_brieven(dossier, kader, dag))


def _stap(dossier: Dossier, kader: Kader, dag: date = DAG) -> Stap:
    stap = volgende_stap(dossier, kader, dag)
    assert stap is not None
    return stap


@pytest.fixture
def maak(maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis) -> Any:
    """Return a maker of a klacht about M. Kok that was spoken about and confirmed."""

    def bouw(status: Status, *feiten: tuple[G, dict[str, str]], **anders: Any) -> Dossier:
        begin = (
            gebeurtenis(G.GESPREK, date(2026, 10, 29), bereikt="ja", manier="telefoon"),
            gebeurtenis(G.BRIEF_VERZONDEN, date(2026, 10, 30), brief=B.ONTVANGSTBEVESTIGING),
            gebeurtenis(G.GEHOORD, DAG, **GEHOORD) if status is Status.OORDEEL else None,
        )
        echt = tuple(g for g in begin if g is not None)
        later = tuple(gebeurtenis(soort, DAG, **gegevens) for soort, gegevens in feiten)
        velden: dict[str, Any] = {
            "beklaagde": "M. Kok",
            "behandelaar": Medewerker(1, "P. Yılmaz"),
            **anders,
        }
        return maak_dossier(status=status, gebeurtenissen=(*echt, *later), **velden)

    return bouw


def _verzonden(dossier: Dossier, soort: B, gebeurtenis: MaakGebeurtenis) -> Dossier:
    feit = gebeurtenis(G.BRIEF_VERZONDEN, DAG, brief=soort, kanaal="post")
    return replace(dossier, gebeurtenissen=(*dossier.gebeurtenissen, feit))


@pytest.mark.parametrize(("status", "soort", "gegevens", "brieven"), OPEN)
def test_what_happened_asks_for_its_letters_until_they_are_sent(
    maak: Any, kader: Kader, gebeurtenis: MaakGebeurtenis,
    status: Status, soort: G, gegevens: dict[str, str], brieven: set[B],
) -> None:  # fmt: skip
    dossier = maak(status, (soort, gegevens))
    assert _open(dossier, kader) == brieven
    for nog in range(len(brieven), 0, -1):
        stap = _stap(dossier, kader)
        assert stap.brief in brieven
        assert stap.tekst.startswith("Print ")
        assert BRIEVEN[B(stap.brief)].artikel in stap.waarom
        assert stap.uiterlijk is not None
        assert len(_open(dossier, kader)) == nog
        dossier = _verzonden(dossier, B(stap.brief), gebeurtenis)
    assert _open(dossier, kader) == set()
    assert _stap(dossier, kader).brief not in brieven


@pytest.mark.parametrize(("status", "soort", "gegevens", "brieven"), OPEN)
def test_a_second_time_asks_again(
    maak: Any, kader: Kader, gebeurtenis: MaakGebeurtenis,
    status: Status, soort: G, gegevens: dict[str, str], brieven: set[B],
) -> None:  # fmt: skip
    dossier = maak(status, (soort, gegevens))
    for brief in brieven:
        dossier = _verzonden(dossier, brief, gebeurtenis)
    weer = gebeurtenis(soort, DAG, **gegevens)
    dossier = replace(dossier, gebeurtenissen=(*dossier.gebeurtenissen, weer))
    # The klacht itself is given once.
    assert _open(dossier, kader) == brieven - {B.AFSCHRIFT}
    for brief in brieven - {B.AFSCHRIFT}:
        assert aanleiding(brief, dossier) == weer


@pytest.mark.parametrize(("status", "soort", "gegevens", "brieven"), OPEN)
def test_no_letter_to_nobody(
    maak: Any, kader: Kader, status: Status, soort: G, gegevens: dict[str, str], brieven: set[B]
) -> None:
    aan_beklaagde = {b for b in brieven if b.value.endswith("-beklaagde")}
    zonder_adres = maak(status, (soort, gegevens), klager=Persoon("Jangha", telefoon="06-1"))
    assert _open(zonder_adres, kader) == aan_beklaagde
    zonder_naam = maak(status, (soort, gegevens), beklaagde="")
    assert _open(zonder_naam, kader) == brieven - aan_beklaagde
    assert _open(maak(status, (soort, gegevens), klager=Persoon()), kader) == set()
    per_mail = Persoon("Jangha", email="e@j.example", email_akkoord=True)
    assert _open(maak(status, (soort, gegevens), klager=per_mail), kader) == brieven
    for dossier in (zonder_adres, zonder_naam):
        assert _stap(dossier, kader)  # and nobody is stuck


@pytest.mark.parametrize(("status", "soort", "gegevens", "brieven"), OPEN)
def test_a_heropening_begins_anew(
    maak: Any, kader: Kader, status: Status, soort: G, gegevens: dict[str, str], brieven: set[B]
) -> None:
    dossier = maak(Status.HEROPEND, (soort, gegevens), (G.HEROPEND, {"reden": "fout"}))
    assert _open(dossier, kader) == set()
    assert _open(replace(dossier, soort=Soort.TIP), kader) == set()


@pytest.mark.parametrize(
    ("status", "soort", "gegevens", "weg"),
    [
        (Status.HOREN, G.HOREN_GEPLAND, {"klager_uitgenodigd_op": "2026-10-30"},
         B.UITNODIGING_KLAGER),
        (Status.HOREN, G.HOREN_GEPLAND, {"beklaagde_uitgenodigd_op": "2026-10-30"},
         B.UITNODIGING_BEKLAAGDE),
        (Status.FORMEEL, G.VERDAAGD, {"klager_bericht_op": "2026-10-30"}, B.VERDAGING_KLAGER),
        (Status.FORMEEL, G.VERDAAGD, {"beklaagde_bericht_op": "2026-10-30"},
         B.VERDAGING_BEKLAAGDE),
        (Status.OORDEEL, G.VERSLAG_VASTGESTELD, {"verzonden_op": "2026-11-02"}, B.VERSLAG_KLAGER),
    ],
)  # fmt: skip
def test_who_was_told_otherwise_needs_no_letter(
    maak: Any, kader: Kader, status: Status, soort: G, gegevens: dict[str, str], weg: B
) -> None:
    gewoon = {G.HOREN_GEPLAND: PLAN, G.VERDAAGD: VERDAAGD}.get(soort, {})
    alles = _open(maak(status, (soort, gewoon)), kader)
    assert alles - _open(maak(status, (soort, {**gewoon, **gegevens})), kader) == {weg}


@pytest.mark.parametrize(
    ("status", "eerst", "daarna"),
    [
        (Status.HOREN, (G.HOREN_GEPLAND, PLAN), (G.GEHOORD, GEHOORD)),
        (Status.OORDEEL, (G.HOREN_GEPLAND, PLAN), (G.AFGEZIEN_VAN_HOREN, {"grond": "b"})),
        (Status.OORDEEL, (G.VERSLAG_VASTGESTELD, {}), (G.OORDEEL_GEVORMD, {})),
        (Status.OORDEEL, (G.VERSLAG_VASTGESTELD, {}), (G.ADVIES_ONTVANGEN, {})),
        (Status.FORMEEL, (G.FORMEEL_GESTART, {}), (G.AFSCHRIFT_GEGEVEN, {"aan": "M. Kok"})),
        (Status.OORDEEL, (G.FORMEEL_GESTART, {}), (G.GEHOORD, GEHOORD)),
        (Status.BEOORDELING, (G.AANVULLING_GEVRAAGD, {"reageren_voor": "2026-11-16"}),
         (G.AANVULLING_ONTVANGEN, {})),
        (Status.FORMEEL, (G.VERDAAGD, VERDAAGD), (G.TEVREDENHEID_VASTGESTELD, {})),
    ],
)  # fmt: skip
def test_what_the_klacht_is_past_is_no_longer_owed(
    maak: Any, kader: Kader, status: Status, eerst: tuple[G, Any], daarna: tuple[G, Any]
) -> None:
    assert _open(maak(status, eerst, daarna), kader) == set()


def test_after_the_day_itself_a_letter_makes_no_sense(maak: Any, kader: Kader) -> None:
    horen = maak(Status.HOREN, (G.HOREN_GEPLAND, PLAN))
    assert _open(horen, kader, date(2026, 11, 15))
    assert not _open(horen, kader, date(2026, 11, 16))
    vraag = {"reageren_voor": "2026-11-16"}
    gevraagd = maak(Status.AANVULLING_GEVRAAGD, (G.AANVULLING_GEVRAAGD, vraag))
    assert _open(gevraagd, kader, date(2026, 11, 15))
    assert not _open(gevraagd, kader, date(2026, 11, 16))
    verdaagd = maak(Status.FORMEEL, (G.VERDAAGD, VERDAAGD))
    assert _open(verdaagd, kader, EERSTE_EINDE)
    assert not _open(verdaagd, kader, date(2026, 11, 26))


def test_a_verdaging_goes_before_all_other_work(
    maak_dossier: MaakDossier, gebeurtenis: MaakGebeurtenis, kader: Kader
) -> None:
    dossier = maak_dossier(
        status=Status.HOREN,
        behandelaar=Medewerker(1, "P. Yılmaz"),
        gebeurtenissen=(
            gebeurtenis(G.HOREN_GEPLAND, DAG, **PLAN),
            gebeurtenis(G.VERDAAGD, DAG, **VERDAAGD),
        ),
    )
    stap = _stap(dossier, kader)  # not called, not confirmed, not invited
    assert (stap.brief, stap.uiterlijk) == (B.VERDAGING_KLAGER, EERSTE_EINDE)


def test_what_was_made_undone_asks_for_nothing(maak: Any, kader: Kader) -> None:
    dossier = maak(Status.FORMEEL, (G.FORMEEL_GESTART, {}), (G.VERDAAGD, VERDAAGD), beklaagde="")
    feiten = tuple(replace(g, id=n) for n, g in enumerate(dossier.gebeurtenissen, start=1))
    terug = replace(
        feiten[-1], soort=G.ONGEDAAN_GEMAAKT, gegevens={"_gebeurtenis": str(feiten[-1].id)},
        vastgelegd_op=datetime.combine(DAG, time(10)), id=99,
    )  # fmt: skip
    assert _open(replace(dossier, gebeurtenissen=feiten), kader) == {B.VERDAGING_KLAGER}
    assert _open(replace(dossier, gebeurtenissen=(*feiten, terug)), kader) == set()
