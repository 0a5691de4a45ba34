"""Promises to a klager: made in a conversation, a step until they are kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.domain import termijnkaart
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.begrippen import Status
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.handelingen import HANDELINGEN, bezwaren, voorinvullen
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.personen import Medewerker
from klachtenapp.domain.toezeggingen import openstaand, toezeggingen
from klachtenapp.domain.volgende_stap import volgende_stap
from tests.domain.test_wandelingen import met_gebeurtenis, nieuwe_dossiers

DAG = date(2026, 10, 20)
Maak = Callable[..., Dossier]


def beloofd(maak: Maak, feit: Callable[..., Gebeurtenis], uiterlijk: date) -> Dossier:
    """A klacht that is being solved together, with a promise for ``uiterlijk``."""
    gesprek = feit(
        G.GESPREK, DAG, manier="telefoon", bereikt="ja", belofte="Het formulier opsturen",
        belofte_door="P. Yılmaz", belofte_op=uiterlijk.isoformat(),
    )  # fmt: skip
    bevestigd = feit(G.BRIEF_VERZONDEN, DAG, brief="ontvangstbevestiging", kanaal="post")
    return maak(
        status=Status.INFORMEEL,
        behandelaar=Medewerker(1, "P. Yılmaz"),
        gebeurtenissen=(gesprek, bevestigd),
    )


def test_een_belofte_is_de_stap_tot_zij_is_nagekomen(
    maak_dossier: Maak, gebeurtenis: Callable[..., Gebeurtenis], kader: Kader
) -> None:
    dossier = beloofd(maak_dossier, gebeurtenis, date(2026, 10, 23))
    stap = volgende_stap(dossier, kader, DAG)
    assert stap is not None
    assert stap.tekst == "Beloofd: Het formulier opsturen (door P. Yılmaz)"
    assert (stap.handeling, stap.uiterlijk) == ("kom_belofte_na", date(2026, 10, 23))
    assert openstaand(dossier)[0].zin == f"{stap.tekst} uiterlijk vr 23 okt"
    vraag = HANDELINGEN["kom_belofte_na"]
    invoer = voorinvullen(vraag, dossier, kader, DAG) | {"uitkomst": "gedaan", "hoe": "gepost"}
    assert bezwaren(vraag, dossier, invoer, kader, DAG) == ()
    (fout,) = bezwaren(vraag, dossier, invoer | {"belofte": "iets anders"}, kader, DAG)
    assert (fout.veld, "Het formulier opsturen" in fout.tekst) == ("belofte", True)
    na = met_gebeurtenis(dossier, G.BELOFTE_NAGEKOMEN, DAG, **invoer)
    assert openstaand(na) == ()
    verder = volgende_stap(na, kader, DAG)
    assert verder is not None
    assert verder.handeling == "klager_tevreden"


def test_een_latere_belofte_staat_bij_de_stap_en_gaat_voor_het_sluiten(
    maak_dossier: Maak, gebeurtenis: Callable[..., Gebeurtenis], kader: Kader
) -> None:
    dossier = beloofd(maak_dossier, gebeurtenis, date(2027, 3, 1))
    stap = volgende_stap(dossier, kader, DAG)
    assert stap is not None
    assert stap.handeling != "kom_belofte_na"
    assert "Ook beloofd: Het formulier opsturen" in stap.waarom
    blij = met_gebeurtenis(dossier, G.TEVREDENHEID_VASTGESTELD, DAG, afspraak="gedaan")
    brief = met_gebeurtenis(blij, G.BRIEF_VERZONDEN, DAG, brief="afsluitbrief-informeel")
    sluiten = volgende_stap(brief, kader, DAG)
    assert sluiten is not None
    assert sluiten.handeling == "kom_belofte_na"
    weigering = bezwaren(HANDELINGEN["sluit_informeel"], brief, {}, kader, DAG)
    assert any("Beloofd: Het formulier opsturen" in b.tekst for b in weigering)


def test_een_te_late_belofte_staat_op_de_kaart(
    maak_dossier: Maak, gebeurtenis: Callable[..., Gebeurtenis], kader: Kader
) -> None:
    dossier = beloofd(maak_dossier, gebeurtenis, date(2026, 10, 23))
    (regel,) = (
        r for r in termijnkaart.regels(dossier, kader, date(2026, 10, 24)) if "Beloofd" in r.label
    )
    assert (regel.toestand, regel.soort) == ("te laat", "norm")
    assert "Yılmaz" not in f"{regel.label} {regel.uitleg}"


def test_een_belofte_zegt_wat_wie_en_wanneer(maak_dossier: Maak, kader: Kader) -> None:
    dossier = maak_dossier(status=Status.INFORMEEL)
    gesprek = {"gesproken_op": DAG.isoformat(), "manier": "telefoon", "bereikt": "ja"}
    heel = {"belofte": "x", "belofte_door": "P. Yılmaz", "belofte_op": "2026-10-25"}
    vraag = HANDELINGEN["leg_gesprek_vast"]
    assert bezwaren(vraag, dossier, gesprek | heel, kader, DAG) == ()
    for mist in heel:
        rest = {k: v for k, v in heel.items() if k != mist}
        assert [b.veld for b in bezwaren(vraag, dossier, gesprek | rest, kader, DAG)] == [mist]
    vroeg = gesprek | heel | {"belofte_op": "2026-10-19"}
    assert [b.veld for b in bezwaren(vraag, dossier, vroeg, kader, DAG)] == ["belofte_op"]


@given(nieuwe_dossiers(), st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 9))))
def test_wat_is_nagekomen_staat_niet_meer_open(
    dossier: Dossier, beloften: list[tuple[str, int]]
) -> None:
    for wat, dagen in beloften:
        op = (dossier.ontvangen_op + timedelta(days=dagen)).isoformat()
        feit = {"belofte": wat, "belofte_door": "M. Kok", "belofte_op": op}
        dossier = met_gebeurtenis(dossier, G.GESPREK, dossier.ontvangen_op, **feit)
    assert len(toezeggingen(dossier)) == len(beloften)
    for over in range(len(beloften), 0, -1):
        open_ = openstaand(dossier)
        assert len(open_) == over
        assert list(open_) == sorted(open_, key=lambda t: t.uiterlijk)
        dossier = met_gebeurtenis(
            dossier, G.BELOFTE_NAGEKOMEN, dossier.ontvangen_op, belofte=open_[0].wat.upper()
        )
    assert openstaand(dossier) == ()
