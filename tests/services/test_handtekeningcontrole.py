"""Whatever was changed behind the program's back is found: by the letter, and by controleer."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from klachtenapp.domain import handtekening as getekende
from klachtenapp.domain.handtekening import Handtekening
from klachtenapp.kluis import nieuw_paar, teken
from klachtenapp.models import documenten, handtekeningen, log
from klachtenapp.models.controle import Bevinding
from klachtenapp.models.register import Register
from klachtenapp.services import echtheid, ondertekenen, reservekopie, sleutels
from klachtenapp.services.context import Context
from tests.services.ondertekenzaak import GEHEIM, afdelingshoofd, bied_aan, nummer, sleutel_van, uid
from tests.services.ondertekenzaak import teken as zet_handtekening
from tests.services.test_correspondentie import KLAAR, OORDEEL, MaakDossier, bureau, maak

__all__ = ["bureau", "maak"]

_MET_REGISTER = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def getekend(bureau: Context, maak: MaakDossier) -> tuple[Context, str, int]:
    """The context of the afdelingshoofd, a kenmerk, and the number of the signed letter."""
    hoofd = afdelingshoofd(bureau)
    kenmerk = maak(*OORDEEL, dossier=KLAAR)
    bied_aan(bureau, kenmerk)
    return hoofd, kenmerk, zet_handtekening(hoofd, kenmerk).id


def _fout(register: Register) -> dict[str, Bevinding]:
    return {b.onderdeel: b for b in reservekopie.controleer(register.pad) if not b.goed}


def _zin(ctx: Context, document: int) -> str:
    oordeel = ondertekenen.geldigheid(ctx, document)
    assert oordeel is not None
    assert oordeel.geldig == (not oordeel.zin.startswith("Handtekening ongeldig"))
    return oordeel.zin


def _knoei(register: Register, *opdrachten: str, waarden: tuple[Any, ...] = ()) -> None:
    """Change rows as someone with another program would: triggers are no hindrance."""
    for (naam,) in register.sql(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' "
        "AND tbl_name IN ('handtekening', 'sleutel', 'log')"
    ):
        register.sql(f"DROP TRIGGER {naam}")
    for opdracht in opdrachten:
        register.sql(opdracht, waarden)


def test_een_ongeschonden_register(getekend: tuple[Context, str, int]) -> None:
    ctx, _, _ = getekend
    bevindingen = {b.onderdeel: b for b in reservekopie.controleer(ctx.register.pad)}
    assert all(b.goed for b in bevindingen.values())
    assert bevindingen["handtekeningen"].tekst == "Alle 1 handtekeningen kloppen."


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(bit=st.integers(min_value=0))
def test_elk_omgedraaid_bitje_in_de_brief_wordt_gevonden(
    getekend: tuple[Context, str, int], bit: int
) -> None:
    ctx, kenmerk, document = getekend
    goed = documenten.lees(ctx.register, document)
    plek, rest = divmod(bit % (len(goed) * 8), 8)
    anders = goed[:plek] + bytes([goed[plek] ^ (1 << rest)]) + goed[plek + 1 :]
    try:
        ctx.register.sql("UPDATE inhoud SET inhoud = ? WHERE inhoud = ?", (anders, goed))
        assert "veranderd nadat hij werd ondertekend" in _zin(ctx, document)
        assert (
            f"{kenmerk}, {kenmerk} afdoeningsbrief" in _fout(ctx.register)["handtekeningen"].tekst
        )
    finally:
        ctx.register.sql("UPDATE inhoud SET inhoud = ? WHERE inhoud = ?", (goed, anders))


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(bit=st.integers(min_value=0))
def test_elk_omgedraaid_bitje_in_wat_is_getekend_is_ongeldig(
    getekend: tuple[Context, str, int], bit: int
) -> None:
    ctx, _, document = getekend
    (gezet,) = handtekeningen.alle(ctx.register)
    goed = gezet.gegevens.encode()
    plek, rest = divmod(bit % (len(goed) * 7), 7)
    anders = (goed[:plek] + bytes([goed[plek] ^ (1 << rest)]) + goed[plek + 1 :]).decode("latin-1")
    if anders == gezet.gegevens:
        return
    try:
        _knoei(ctx.register, "UPDATE handtekening SET gegevens = ?", waarden=(anders,))
        assert "ongeldig" in _zin(ctx, document)
    finally:
        _knoei(ctx.register, "UPDATE handtekening SET gegevens = ?", waarden=(gezet.gegevens,))


@pytest.mark.parametrize(
    ("opdracht", "reden"),
    [
        ("UPDATE handtekening SET moment = '2026-11-24 08:00:00'", "moment van ondertekenen"),
        ("UPDATE handtekening SET handtekening = 'AAAA'", "gegevens bij de handtekening"),
        ("DELETE FROM handtekening", "de handtekening is weg"),
        ("UPDATE document SET soort = 'afsluitbrief'", "hoort bij een andere brief"),
        ("UPDATE melding SET kenmerk = 'K2026-0099'", "hoort bij een andere brief"),
        ("UPDATE sleutel SET bevestigd_op = NULL", "niet bevestigd"),
        ("UPDATE sleutel SET bevestigd_op = '2026-11-25 09:00:00'", "niet bevestigd"),
        ("UPDATE sleutel SET ingetrokken_op = '2026-11-23 09:00:00'", "al ingetrokken"),
        ("DELETE FROM log WHERE handeling = 'brief ondertekend'", "logboek kent deze"),
    ],
)
def test_een_gewijzigde_rij_wordt_gevonden(
    getekend: tuple[Context, str, int], opdracht: str, reden: str
) -> None:
    ctx, kenmerk, document = getekend
    _knoei(ctx.register, opdracht)
    if "K2026-0099" in opdracht:
        kenmerk = "K2026-0099"
    assert reden in ondertekenen.geldigheden(ctx, kenmerk)[document].zin
    assert "handtekeningen" in _fout(ctx.register)


def test_een_eigen_sleutel_erbij_helpt_niet(getekend: tuple[Context, str, int]) -> None:
    """Someone with the file signs another letter with a key of his own."""
    ctx, _, document = getekend
    (gezet,) = handtekeningen.alle(ctx.register)
    paar = nieuw_paar()
    _knoei(ctx.register, "UPDATE sleutel SET publiek = ?", waarden=(paar.publiek,))
    opnieuw = teken(paar.prive, gezet.gegevens.encode())
    _knoei(ctx.register, "UPDATE handtekening SET handtekening = ?", waarden=(opnieuw,))
    assert "sleutel is een andere" in _zin(ctx, document)
    assert {"handtekeningen", "sleutels"} <= _fout(ctx.register).keys()


def test_een_handtekening_van_buiten_het_programma(getekend: tuple[Context, str, int]) -> None:
    """Even with the right key: what the log does not tell of was not signed here."""
    ctx, kenmerk, document = getekend
    (gezet,) = handtekeningen.alle(ctx.register)
    paar = nieuw_paar()
    nagemaakt = json.loads(gezet.gegevens) | {"log": "0" * 64}
    tekst = getekende.canoniek(getekende.Getekend(**nagemaakt))
    with ctx.register.transactie():
        _knoei(ctx.register, "DELETE FROM handtekening")
        handtekeningen.voeg_toe(
            ctx.register,
            Handtekening(0, document, gezet.sleutel, tekst, teken(paar.prive, b"x"), gezet.moment),
        )
    assert "ongeldig" in ondertekenen.geldigheden(ctx, kenmerk)[document].zin


@pytest.mark.parametrize(
    ("opdracht", "wat"),
    [
        ("UPDATE sleutel SET ingetrokken_op = '2026-11-24 10:00:00'", "sleutel ingetrokken"),
        ("UPDATE sleutel SET bevestigd_op = '2026-11-20 09:00:00'", "sleutel bevestigd"),
        ("UPDATE sleutel SET medewerker_id = 1", "aan iemand anders gegeven"),
    ],
)
def test_een_sleutel_die_anders_is_dan_het_logboek(
    getekend: tuple[Context, str, int], opdracht: str, wat: str
) -> None:
    ctx, _, _ = getekend
    _knoei(ctx.register, opdracht)
    assert wat in _fout(ctx.register)["sleutels"].tekst


def test_een_gewijzigde_logregel_wordt_met_naam_genoemd(
    getekend: tuple[Context, str, int],
) -> None:
    ctx, _, _ = getekend
    _knoei(ctx.register, "UPDATE log SET gebruiker = 'iemand' WHERE id = 3")
    breuk = log.controleer(ctx.register)
    assert breuk is not None
    assert breuk.id == 3
    assert "regel 3" in _fout(ctx.register)["log"].tekst


def test_vervangen_en_ingetrokken_sleutels_houden_oude_handtekeningen_geldig(
    getekend: tuple[Context, str, int],
) -> None:
    ctx, _, document = getekend
    sleutels.vervang(ctx, nummer(ctx), GEHEIM, "Nieuwe laptop.")
    assert "Ondertekend door" in _zin(ctx, document)
    sleutels.trek_in(ctx, sleutel_van(ctx).id, "Uit dienst.")
    assert "Ondertekend door" in _zin(ctx, document)
    assert _fout(ctx.register) == {}


def test_ook_een_natte_handtekening_wordt_bewaakt(bureau: Context, maak: MaakDossier) -> None:
    kenmerk = maak(*OORDEEL, dossier=KLAAR)
    bied_aan(bureau, kenmerk)
    brief = ondertekenen.registreer_natte_handtekening(
        bureau, kenmerk, b"%PDF-1.7 scan", "M. de Groot", opdracht_uid=uid()
    )
    assert _fout(bureau.register) == {}
    bureau.register.sql(
        "UPDATE inhoud SET inhoud = '%PDF-1.7 Scan' WHERE inhoud = ?", (b"%PDF-1.7 scan",)
    )
    assert "scan met de handtekening is weg of veranderd" in _zin(bureau, brief.id)
    assert "handtekeningen" in _fout(bureau.register)


def test_de_namen_in_het_logboek() -> None:
    """They are read back from registers of years ago: never change them."""
    assert echtheid.ONDERTEKEND == "brief ondertekend"
    assert (sleutels.GEMAAKT, sleutels.BEVESTIGD, sleutels.INGETROKKEN) == (
        "sleutel gemaakt", "sleutel bevestigd", "sleutel ingetrokken",
    )  # fmt: skip
