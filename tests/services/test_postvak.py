"""Nothing typed is lost: the postvak keeps it until the register has it, and never twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp import paths
from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.begrippen import GebeurtenisSoort, Kanaal, Soort
from klachtenapp.domain.personen import Persoon
from klachtenapp.errors import ConflictFout, OmgevingFout, RegelFout
from klachtenapp.models import log
from klachtenapp.models.fouten import Oorzaak, SchijfFout
from klachtenapp.models.register import Register
from klachtenapp.services import behandelen, postvak, registreren, zoeken
from klachtenapp.services.behandelen import Opdracht
from klachtenapp.services.context import Context
from klachtenapp.services.postvak import Notitie, Toestand, WachtOpSchijf
from klachtenapp.services.postvak.bus import Bus, Zending
from klachtenapp.services.wijzigen import Wijziging
from klachtenapp.services.zoeken import Filter

KLACHT = Aanmelding(
    Soort.KLACHT,
    date(2026, 11, 20),
    Kanaal.BALIE,
    "Niemand belt terug.",
    klager=Persoon("Mohamed", voornaam="Youssef"),
)
NU = datetime(2026, 11, 24, 9, 30)
Kapot = Callable[[SchijfFout, bool], None]


@pytest.fixture(autouse=True)
def op_deze_computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    plek = tmp_path / "computer"
    monkeypatch.setattr(paths, "gegevensmap", lambda: plek)
    return plek


@pytest.fixture
def gaat_mis(ctx: Context, monkeypatch: pytest.MonkeyPatch) -> Kapot:
    """Let the next intake fail as a share does: before, or after it was saved."""
    echt = registreren.registreer

    def zet(fout: SchijfFout, na_het_bewaren: bool) -> None:
        def registreer(ctx: Context, aanmelding: Aanmelding) -> object:
            monkeypatch.setattr(registreren, "registreer", echt)
            if na_het_bewaren:
                echt(ctx, aanmelding)
            raise fout

        monkeypatch.setattr(registreren, "registreer", registreer)

    return zet


def _bezorg(ctx: Context, opdracht: object = KLACHT) -> object:
    return postvak.bezorg(ctx, opdracht, str(uuid4()), "De klacht van Youssef Mohamed")


def test_wat_lukt_blijft_niet_liggen(ctx: Context) -> None:
    dossier = postvak.bezorg(ctx, KLACHT, str(uuid4()), "Klacht")
    assert dossier.kenmerk == "K2026-0001"
    assert postvak.in_postvak(ctx) == ()


@pytest.mark.parametrize("na_het_bewaren", [False, True])
def test_de_schijf_valt_weg_tijdens_het_opslaan(
    ctx: Context, gaat_mis: Kapot, na_het_bewaren: bool
) -> None:
    gaat_mis(SchijfFout(Oorzaak.VERSTOORD), na_het_bewaren)
    with pytest.raises(WachtOpSchijf, match="bewaard op deze computer"):
        _bezorg(ctx)
    (zending,) = postvak.in_postvak(ctx)
    assert zending.toestand is Toestand.WACHT
    assert zending.opdracht == KLACHT
    ((_, dossier),) = postvak.speel_af(ctx).bezorgd
    assert dossier.ontvangen_op == date(2026, 11, 20)
    assert zoeken.aantal(ctx, Filter()) == 1
    assert postvak.in_postvak(ctx) == ()
    assert postvak.speel_af(ctx) == postvak.Afgespeeld()


def test_een_volle_schijf_houdt_niets_vast(ctx: Context, gaat_mis: Kapot) -> None:
    """It was certainly not saved, and it is still in the form: the user decides."""
    gaat_mis(SchijfFout(Oorzaak.VOL), na_het_bewaren=False)
    with pytest.raises(SchijfFout, match="vol"):
        _bezorg(ctx)
    assert postvak.in_postvak(ctx) == ()


def test_een_eigen_schijf_die_weigert_is_een_zin(
    ctx: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    def weigert() -> Path:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(paths, "gegevensmap", weigert)
    with pytest.raises(OmgevingFout, match="nog niet bewaard"):
        _bezorg(ctx)
    assert zoeken.aantal(ctx, Filter()) == 0


def test_wat_niet_mag_blijft_niet_liggen(ctx: Context) -> None:
    with pytest.raises(RegelFout):
        _bezorg(ctx, replace(KLACHT, omschrijving=""))
    assert postvak.in_postvak(ctx) == ()


def test_zonder_schijf_een_melding_en_een_notitie(ctx: Context) -> None:
    bestaand = registreren.registreer(ctx, KLACHT)
    los = replace(ctx, losgekoppeld=str(ctx.register.pad))
    for opdracht in (KLACHT, Notitie(bestaand.kenmerk, {"toelichting": "Gebeld, geen gehoor."})):
        with pytest.raises(WachtOpSchijf):
            _bezorg(los, opdracht)
    with pytest.raises(OmgevingFout, match="Een nieuwe melding en een notitie"):
        _bezorg(los, Wijziging(bestaand.kenmerk, bestaand.versie, {"onderwerp": "x"}))
    assert zoeken.aantal(ctx, Filter()) == 1
    uitkomst = postvak.speel_af(ctx)
    assert {dossier.kenmerk for _, dossier in uitkomst.bezorgd} == {"K2026-0001", "K2026-0002"}
    laatste = zoeken.dossier(ctx, bestaand.kenmerk).gebeurtenissen[-1]
    assert laatste.soort is GebeurtenisSoort.NOTITIE
    assert log.controleer(ctx.register) is None


def test_een_notitie_botst_met_niets(ctx: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    """A colleague who saves at the very moment that the note goes in."""
    dossier = registreren.registreer(ctx, KLACHT)
    echt = Register.transactie

    @contextmanager
    def transactie(self: Register) -> Iterator[None]:
        monkeypatch.setattr(Register, "transactie", echt)
        eerder = Opdracht(dossier.kenmerk, "noteer", {"toelichting": "hij"}, dossier.versie)
        behandelen.voer_uit(ctx, eerder)
        with echt(self):
            yield

    monkeypatch.setattr(Register, "transactie", transactie)
    _bezorg(ctx, Notitie(dossier.kenmerk, {"toelichting": "ik"}))
    feiten = zoeken.dossier(ctx, dossier.kenmerk).gebeurtenissen[-2:]
    assert [feit.toelichting for feit in feiten] == ["hij", "ik"]


def test_een_conflict_blijft_liggen_tot_iemand_kijkt(ctx: Context, gaat_mis: Kapot) -> None:
    dossier = registreren.registreer(ctx, KLACHT)
    wijziging = Wijziging(dossier.kenmerk, dossier.versie, {"onderwerp": "van mij"})
    bus = postvak.bus_van(ctx)
    bus.bewaar(Zending(str(uuid4()), wijziging, ctx.nu, "Sonja", "Het onderwerp"))
    behandelen.voer_uit(
        ctx, Opdracht(dossier.kenmerk, "noteer", {"toelichting": "van een ander"}, dossier.versie)
    )
    ander = Wijziging(dossier.kenmerk, dossier.versie + 1, {"onderwerp": "van een ander"})
    postvak.bezorg(ctx, ander, "", "Het onderwerp")
    uitkomst = postvak.speel_af(ctx)
    assert uitkomst.bezorgd == ()
    (conflict,) = uitkomst.conflicten
    assert "intussen gewijzigd" in conflict.reden
    assert postvak.speel_af(ctx).conflicten == (conflict,)
    assert zoeken.dossier(ctx, dossier.kenmerk).onderwerp == "van een ander"
    postvak.gooi_weg(ctx, conflict.uid)
    assert postvak.in_postvak(ctx) == ()


def test_de_schijf_valt_weer_weg_tijdens_het_afspelen(ctx: Context, gaat_mis: Kapot) -> None:
    los = replace(ctx, losgekoppeld=str(ctx.register.pad))
    for _ in range(3):
        with pytest.raises(WachtOpSchijf):
            _bezorg(los)
    gaat_mis(SchijfFout(Oorzaak.ONBEREIKBAAR), na_het_bewaren=True)
    assert len(postvak.speel_af(ctx).wacht) == 3
    assert len(postvak.speel_af(ctx).bezorgd) == 3
    assert zoeken.aantal(ctx, Filter()) == 3


def test_een_fout_in_het_programma_verliest_niets(
    ctx: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    def loopt_vast(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as even:
        even.setattr(registreren, "registreer", loopt_vast)
        with pytest.raises(ZeroDivisionError):
            _bezorg(ctx)
    (zending,) = postvak.in_postvak(ctx)
    assert zending.toestand is Toestand.CONFLICT
    assert zending.opdracht == KLACHT


def test_op_slot_is_er_niets_te_lezen(op_deze_computer: Path, ctx: Context) -> None:
    sleutel = bytes(range(32))
    zending = Zending(str(uuid4()), KLACHT, ctx.nu, "Sonja", "De klacht van Youssef Mohamed")
    Bus(op_deze_computer, sleutel).bewaar(zending)
    (bestand,) = op_deze_computer.glob("*.post")
    assert b"Mohamed" not in bestand.read_bytes()
    assert Bus(op_deze_computer, sleutel).lijst() == (zending,)
    assert Bus(op_deze_computer, bytes(32)).lijst() == ()
    assert Bus(op_deze_computer).lijst() == ()
    assert bestand.exists()


def test_een_beschadigd_bestand_houdt_de_rest_niet_tegen(
    op_deze_computer: Path, ctx: Context
) -> None:
    bus = Bus(op_deze_computer)
    zending = Zending(str(uuid4()), KLACHT, ctx.nu, "Sonja", "Klacht")
    bus.bewaar(zending)
    (op_deze_computer / f"{uuid4()}.post").write_bytes(b'{"vorm": 1')
    (op_deze_computer / f"{uuid4()}.post").write_bytes(b"\0" * 900)
    assert bus.lijst() == (zending,)
    assert len(list(op_deze_computer.glob("*.post"))) == 3


@given(tekst=st.text(), naam=st.text())
def test_alles_wat_iemand_typt_komt_heel_terug(
    tmp_path_factory: pytest.TempPathFactory, tekst: str, naam: str
) -> None:
    bus = Bus(tmp_path_factory.mktemp("bus"), bytes(32))
    schoon = tekst.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    klacht = replace(KLACHT, omschrijving=schoon, klager=Persoon(naam))
    zending = Zending(str(uuid4()), klacht, NU, "Sonja", "Klacht")
    bus.bewaar(zending)
    assert bus.lijst() == (zending,)


def test_een_handeling_die_al_gedaan_was_geeft_geen_conflict(ctx: Context) -> None:
    """Saved, but the answer never came: the replay recognises its own uid."""
    dossier = registreren.registreer(ctx, KLACHT)
    uid = str(uuid4())
    opdracht = Opdracht(dossier.kenmerk, "noteer", {"toelichting": "x"}, dossier.versie)
    behandelen.voer_uit(ctx, replace(opdracht, opdracht_uid=uid))
    postvak.bus_van(ctx).bewaar(Zending(uid, opdracht, ctx.nu, "Sonja", "Notitie"))
    uitkomst = postvak.speel_af(ctx)
    assert len(uitkomst.bezorgd) == 1
    notities = [
        g
        for g in zoeken.dossier(ctx, dossier.kenmerk).gebeurtenissen
        if g.soort is GebeurtenisSoort.NOTITIE
    ]
    assert len(notities) == 1


def test_een_botsing_met_iemand_anders_staat_in_het_formulier(ctx: Context) -> None:
    dossier = registreren.registreer(ctx, KLACHT)
    postvak.bezorg(ctx, Wijziging(dossier.kenmerk, 1, {"onderwerp": "a"}), "", "Onderwerp")
    with pytest.raises(ConflictFout) as fout:
        postvak.bezorg(ctx, Wijziging(dossier.kenmerk, 1, {"onderwerp": "b"}), "", "Onderwerp")
    assert fout.value.verschillen == {"onderwerp": ("b", "a")}
    assert postvak.in_postvak(ctx) == ()
