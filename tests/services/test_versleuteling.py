"""A register is locked on the wish of the gemeente: who comes in, who does not, what leaks."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from keyring.errors import KeyringError

from klachtenapp import bootstrap, paths
from klachtenapp.clock import FixedClock
from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.errors import OmgevingFout, RegelFout
from klachtenapp.kluis import deuren, eigendeur, sleutelbestand
from klachtenapp.kluis.deuren import Deur, Deursoort
from klachtenapp.kluis.sleutelbestand import Sleutelbestand
from klachtenapp.models import instellingen, log
from klachtenapp.models.gedeeld.aanwezigheid import Aanwezige, Aanwezigheid
from klachtenapp.models.omzetting import past
from klachtenapp.models.schijf import SoortSchijf
from klachtenapp.services import (
    kopieslot,
    omsleutelen,
    postvak,
    registreren,
    reservekopie,
    schaduw,
    terugzetten,
    versleuteling,
    zoeken,
)
from klachtenapp.services.concepten import Concept, Conceptopslag
from klachtenapp.services.context import Context
from klachtenapp.services.ontsluiten import OpSlot
from klachtenapp.services.versleuteling import Woordgeheim
from klachtenapp.services.zoeken import Filter
from tests.conftest import NU
from tests.geheugenkluis import Geheugenkluis

MERK = "Zwaluwstaartkoker"


@pytest.fixture(autouse=True)
def computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    plek = tmp_path / "computer"
    plek.mkdir()
    monkeypatch.setattr(paths, "gegevensmap", lambda: plek)
    monkeypatch.setattr(paths, "instellingenmap", lambda: plek)
    return plek


@pytest.fixture
def gevuld(ctx: Context, maak_aanmelding: Callable[..., Aanmelding]) -> Context:
    registreren.registreer(ctx, maak_aanmelding())
    return ctx


@pytest.fixture
def geheim() -> Woordgeheim:
    return versleuteling.nieuw_herstelgeheim()


@pytest.fixture
def dicht(gevuld: Context, geheim: Woordgeheim) -> Iterator[Context]:
    verder = versleuteling.zet_aan(gevuld, geheim, geheim.woorden.upper())
    yield verder
    bootstrap.sluit(verder)


def _open(ctx: Context, **anders: str) -> Context:
    return bootstrap.open(ctx.register.pad, clock=ctx.clock, gebruiker="registrar", **anders)


def _leeg(kluis: Geheugenkluis) -> None:
    """As another user, or on another computer."""
    kluis.geheimen.clear()


def test_aan_en_weer_uit(gevuld: Context, geheim: Woordgeheim) -> None:
    pad = gevuld.register.pad
    dicht = versleuteling.zet_aan(gevuld, geheim, geheim.woorden)
    assert dicht.sleutel
    assert not past(pad, "")
    assert b"Alberts" not in pad.read_bytes()
    assert zoeken.aantal(dicht, Filter("Alberts")) == 1
    assert log.regels(dicht.register)[0].handeling == "versleuteling aangezet"
    bootstrap.sluit(dicht)
    weer = _open(dicht)
    assert weer.sleutel == dicht.sleutel
    assert all(b.goed for b in reservekopie.controleer(pad, weer.register.sleutel))
    open_ = versleuteling.zet_uit(weer)
    assert not open_.sleutel
    assert past(pad, "")
    assert not sleutelbestand.pad_bij(pad).exists()
    assert zoeken.aantal(open_, Filter("Alberts")) == 1
    assert log.controleer(open_.register) is None
    bootstrap.sluit(open_)
    bootstrap.sluit(_open(open_))


def test_andere_woorden_zetten_niets_aan(gevuld: Context, geheim: Woordgeheim) -> None:
    ander = versleuteling.nieuw_herstelgeheim()
    for getypt in (ander.woorden, "", "babab babab", geheim.woorden[:-1] + "q"):
        with pytest.raises(RegelFout) as fout:
            versleuteling.zet_aan(gevuld, geheim, getypt)
        assert fout.value.veld == "woorden"
    assert not versleuteling.stand(gevuld).aan
    assert past(gevuld.register.pad, "")


def test_zolang_een_ander_erin_zit_gebeurt_er_niets(gevuld: Context, geheim: Woordgeheim) -> None:
    collega = Aanwezigheid(gevuld.register.pad, Aanwezige("Piet", "BALIE-2", NU))
    with pytest.raises(OmgevingFout, match=r"Piet \(BALIE-2\)"):
        versleuteling.zet_aan(gevuld, geheim, geheim.woorden)
    assert not sleutelbestand.pad_bij(gevuld.register.pad).exists()
    collega.sluit()
    wij = Aanwezigheid(gevuld.register.pad, Aanwezige("registrar", "", NU))
    with pytest.raises(OmgevingFout, match="registrar"):
        versleuteling.zet_aan(gevuld, geheim, geheim.woorden)
    verder = versleuteling.zet_aan(gevuld, geheim, geheim.woorden, eigen_vensters=1)
    wij.sluit()
    assert verder.sleutel


def test_zolang_een_ander_schrijft_gebeurt_er_niets(gevuld: Context, geheim: Woordgeheim) -> None:
    ander = _open(gevuld)
    gevuld.register.sql("PRAGMA busy_timeout = 20")
    with ander.register.stil(), pytest.raises(OmgevingFout, match="collega"):
        versleuteling.zet_aan(gevuld, geheim, geheim.woorden)
    bootstrap.sluit(ander)
    assert past(gevuld.register.pad, "")


def test_wie_het_bestand_nog_open_had_schrijft_niet_in_het_niets(
    gevuld: Context, geheim: Woordgeheim, maak_aanmelding: Callable[..., Aanmelding]
) -> None:
    ander = _open(gevuld)
    versleuteling.zet_aan(gevuld, geheim, geheim.woorden)
    with pytest.raises(OmgevingFout):
        registreren.registreer(ander, maak_aanmelding())
    bootstrap.sluit(ander)


def test_zonder_deur_geen_toegang_met_de_herstelsleutel_wel(
    dicht: Context, geheim: Woordgeheim, kluis: Geheugenkluis
) -> None:
    pad = dicht.register.pad
    _leeg(kluis)
    with pytest.raises(OpSlot, match="uitnodiging") as fout:
        _open(dicht)
    assert not fout.value.wachtwoord
    versleuteling.treed_toe(pad, geheim.woorden, nu=NU, gebruiker="K. Nieuw")
    weer = _open(dicht)
    assert zoeken.aantal(weer, Filter("Alberts")) == 1
    namen = [r.naam for r in versleuteling.stand(weer).toegang]
    assert len(namen) == 3
    assert namen[-1].startswith("K. Nieuw op ")
    assert versleuteling.stand(weer).gekeurd
    assert log.regels(weer.register)[0].handeling == "toegang gekregen"
    bootstrap.sluit(weer)


def test_een_uitnodiging_werkt_een_keer(dicht: Context, kluis: Geheugenkluis) -> None:
    pad = dicht.register.pad
    uitnodiging = versleuteling.nodig_uit(dicht, "S. Jansen")
    assert len(uitnodiging.geheim.woorden.split("-")) == 6
    _leeg(kluis)
    versleuteling.treed_toe(pad, uitnodiging.geheim.woorden, nu=NU, gebruiker="sjansen")
    mijn = _open(dicht)
    regels = versleuteling.stand(mijn).toegang
    assert [(r.soort, r.eigen) for r in regels] == [
        (Deursoort.HERSTEL, False), (Deursoort.MEDEWERKER, False), (Deursoort.MEDEWERKER, True)
    ]  # fmt: skip
    assert regels[-1].naam.startswith("S. Jansen op ")
    bootstrap.sluit(mijn)
    _leeg(kluis)
    with pytest.raises(RegelFout, match="al gebruikt"):
        versleuteling.treed_toe(pad, uitnodiging.geheim.woorden, nu=NU, gebruiker="dief")


def test_een_uitnodiging_verloopt(dicht: Context, kluis: Geheugenkluis) -> None:
    uitnodiging = versleuteling.nodig_uit(dicht, "S. Jansen", 3)
    later = NU + timedelta(days=4)
    with pytest.raises(RegelFout, match="verlopen"):
        versleuteling.treed_toe(
            dicht.register.pad, uitnodiging.geheim.woorden, nu=later, gebruiker="x"
        )
    morgen = replace(dicht, clock=FixedClock(later))
    assert versleuteling.stand(morgen).toegang[-1].verlopen
    versleuteling.nodig_uit(morgen, "P. de Wit")
    assert [r.naam for r in versleuteling.stand(morgen).toegang if r.tot] == ["P. de Wit"]


@pytest.mark.parametrize(("naam", "dagen"), [("", 7), (" ", 7), ("Piet", 0), ("Piet", 61)])
def test_een_uitnodiging_zonder_naam_of_einde(dicht: Context, naam: str, dagen: int) -> None:
    with pytest.raises(RegelFout):
        versleuteling.nodig_uit(dicht, naam, dagen)


def test_wie_weggaat_komt_er_niet_meer_in_en_wie_blijft_merkt_niets(
    dicht: Context, kluis: Geheugenkluis, geheim: Woordgeheim
) -> None:
    pad, mijn = dicht.register.pad, dict(kluis.geheimen)
    uitnodiging = versleuteling.nodig_uit(dicht, "P. Vertrekt")
    _leeg(kluis)
    versleuteling.treed_toe(pad, uitnodiging.geheim.woorden, nu=NU, gebruiker="pv")
    zijn = dict(kluis.geheimen)
    oud_bestand = sleutelbestand.pad_bij(pad).read_bytes()
    kluis.geheimen = dict(mijn)
    weg = next(r for r in versleuteling.stand(dicht).toegang if r.naam.startswith("P. Vertrekt"))
    verder = versleuteling.sluit_buiten(dicht, weg.uid)
    assert verder.sleutel != dicht.sleutel
    kluis.geheimen = zijn
    with pytest.raises(OpSlot):
        _open(verder)
    # Also not with the list of doors that he kept: the key behind it fits no more.
    nieuw_bestand = sleutelbestand.pad_bij(pad).read_bytes()
    sleutelbestand.pad_bij(pad).write_bytes(oud_bestand)
    with pytest.raises(OmgevingFout):
        _open(verder)
    sleutelbestand.pad_bij(pad).write_bytes(nieuw_bestand)
    kluis.geheimen = mijn
    weer = _open(verder)
    assert zoeken.aantal(weer, Filter("Alberts")) == 1
    assert log.regels(weer.register)[0].handeling == "toegang ingetrokken"
    bootstrap.sluit(weer)
    _leeg(kluis)
    versleuteling.treed_toe(pad, geheim.woorden, nu=NU, gebruiker="ict")
    bootstrap.sluit(_open(verder))


def test_een_deur_die_een_ander_erbij_zette_krijgt_nooit_de_nieuwe_sleutel(
    dicht: Context, kluis: Geheugenkluis
) -> None:
    pad = dicht.register.pad
    uitnodiging = versleuteling.nodig_uit(dicht, "S. Jansen")
    reservekopie.maak(dicht)
    goed = sleutelbestand.lees(pad)
    assert goed is not None
    prive = deuren.nieuw_prive()
    indringer = Deur(
        "x", Deursoort.MEDEWERKER, "registrar", deuren.publiek_bij(prive), "AAAA", "2026-11-24"
    )
    fout = replace(goed, ring=replace(goed.ring, deuren=(*goed.ring.deuren, indringer)))
    sleutelbestand.schrijf(pad, fout)
    assert not versleuteling.stand(dicht).gekeurd
    weg = versleuteling.stand(dicht).toegang[2]
    doen: tuple[Callable[[], object], ...] = (
        lambda: versleuteling.sluit_buiten(dicht, weg.uid),
        lambda: versleuteling.nodig_uit(dicht, "Nog iemand"),
        lambda: versleuteling.treed_toe(
            pad, uitnodiging.geheim.woorden, nu=NU, gebruiker="sjansen"
        ),
    )
    for doe in doen:
        with pytest.raises(OmgevingFout, match="buiten het programma om"):
            doe()
        assert sleutelbestand.lees(pad) == fout
    assert versleuteling.herstel_lijst(dicht).gekeurd
    assert sleutelbestand.lees(pad) == goed
    verder = versleuteling.sluit_buiten(dicht, weg.uid)
    na = sleutelbestand.lees(pad)
    assert na is not None
    assert not [d for d in na.ring.deuren if d.publiek == indringer.publiek]
    assert all(
        deuren.ontzegel_met(prive, d.verzegeld, na.register) != verder.sleutel
        for d in na.ring.deuren
    )


def test_niet_uzelf_en_niet_de_herstelsleutel(dicht: Context) -> None:
    for regel in versleuteling.stand(dicht).toegang:
        with pytest.raises(RegelFout, match=r"uzelf|Maak een nieuwe"):
            versleuteling.sluit_buiten(dicht, regel.uid)
    with pytest.raises(RegelFout, match="niet meer"):
        versleuteling.sluit_buiten(dicht, "bestaat niet")


def test_een_nieuwe_herstelsleutel_maakt_het_oude_papier_waardeloos(
    dicht: Context, geheim: Woordgeheim, kluis: Geheugenkluis
) -> None:
    nieuw = versleuteling.nieuw_herstelgeheim()
    with pytest.raises(RegelFout, match="andere woorden"):
        versleuteling.vernieuw_herstelsleutel(dicht, nieuw, geheim.woorden)
    verder = versleuteling.vernieuw_herstelsleutel(dicht, nieuw, nieuw.woorden)
    _leeg(kluis)
    with pytest.raises(RegelFout, match="openen dit register niet"):
        versleuteling.treed_toe(verder.register.pad, geheim.woorden, nu=NU, gebruiker="x")
    versleuteling.treed_toe(verder.register.pad, nieuw.woorden, nu=NU, gebruiker="x")


def test_zonder_kluis_bewaakt_een_wachtwoord_de_toegang(
    gevuld: Context, geheim: Woordgeheim, monkeypatch: pytest.MonkeyPatch, computer: Path
) -> None:
    def geen() -> None:
        raise OmgevingFout("Geen kluis.") from KeyringError()

    monkeypatch.setattr(eigendeur, "Kluis", geen)
    with pytest.raises(RegelFout, match="12 tekens"):
        versleuteling.zet_aan(gevuld, geheim, geheim.woorden, wachtwoord="kort")
    dicht = versleuteling.zet_aan(
        gevuld, geheim, geheim.woorden, wachtwoord="paarse fiets in maart"
    )
    assert not versleuteling.stand(dicht).in_kluis
    bootstrap.sluit(dicht)
    for wachtwoord, zin in (("", "Typ het wachtwoord"), ("fout wachtwoord", "gaat .* niet open")):
        with pytest.raises(OpSlot, match=zin) as fout:
            _open(dicht, wachtwoord=wachtwoord)
        assert fout.value.wachtwoord
    open_ = _open(dicht, wachtwoord="paarse fiets in maart")
    weer = bootstrap.opnieuw(open_)  # the share came back: nobody is asked again
    assert weer.sleutel == open_.sleutel
    bootstrap.sluit(open_)
    bootstrap.sluit(weer)


@pytest.mark.parametrize("stuk", [None, b"", b"{}", b"\xff\xfe"])
def test_zonder_het_bestand_met_deuren_helpt_de_reservekopie(
    dicht: Context, stuk: bytes | None
) -> None:
    pad = dicht.register.pad
    reservekopie.maak(dicht)
    voor = sleutelbestand.lees(pad)
    if stuk is None:
        sleutelbestand.pad_bij(pad).unlink()
    else:
        sleutelbestand.pad_bij(pad).write_bytes(stuk)
    weer = _open(dicht)
    assert zoeken.aantal(weer, Filter("Alberts")) == 1
    assert sleutelbestand.lees(pad) == voor
    bootstrap.sluit(weer)


def test_een_leesbaar_bestand_in_de_plaats_van_het_register_wordt_geweigerd(
    gevuld: Context, geheim: Woordgeheim
) -> None:
    pad = gevuld.register.pad
    leesbaar = pad.read_bytes()
    bootstrap.sluit(versleuteling.zet_aan(gevuld, geheim, geheim.woorden))
    pad.write_bytes(leesbaar)
    with pytest.raises(OmgevingFout, match="hoort versleuteld te zijn"):
        _open(gevuld)
    assert sleutelbestand.pad_bij(pad).exists()


def test_een_oude_kopie_die_met_de_hand_is_teruggezet_gaat_open(dicht: Context) -> None:
    pad = dicht.register.pad
    uit = versleuteling.nodig_uit(dicht, "Weg")
    kopie = reservekopie.maak(dicht)
    weg = versleuteling.stand(dicht).toegang[-1]
    assert weg.naam == uit.naam
    verder = versleuteling.sluit_buiten(dicht, weg.uid)
    bootstrap.sluit(verder)
    pad.write_bytes(kopie.pad.read_bytes())
    weer = _open(verder)
    assert weer.sleutel == dicht.sleutel
    bootstrap.sluit(weer)


def test_in_het_bestand_met_deuren_staat_geen_sleutel(dicht: Context) -> None:
    tekst = sleutelbestand.pad_bij(dicht.register.pad).read_text("utf-8")
    assert dicht.sleutel.hex() not in tekst
    assert json.loads(tekst)["volgende"] is None


def test_een_half_bestand_zonder_omzetting_blijft_van_wie_het_is(dicht: Context) -> None:
    """A ring that is announced and never came: the register opens, and the list is tidy again."""
    pad = dicht.register.pad
    bestand = sleutelbestand.lees(pad)
    assert bestand is not None
    volgende = replace(bestand.ring, generatie=2, deuren=bestand.ring.deuren[:1])
    sleutelbestand.schrijf(pad, Sleutelbestand(bestand.register, bestand.ring, volgende))
    bootstrap.sluit(_open(dicht))
    assert sleutelbestand.lees(pad) == bestand


def _met_merk(ctx: Context, maak_aanmelding: Callable[..., Aanmelding]) -> Conceptopslag:
    """Type, save and post the same odd word everywhere that the program keeps something."""
    registreren.registreer(ctx, maak_aanmelding(omschrijving=f"{MERK} zei de klager."))
    intakes = Conceptopslag(paths.conceptenmap(), lambda: ctx.sleutel)
    teksten = Conceptopslag(paths.briefconceptenmap(), lambda: ctx.sleutel)
    for nummer, opslag in enumerate((intakes, teksten)):
        uid = f"0b5f5d8e-5a0b-4d53-9a7e-6a3f0d1d2c1{nummer}"
        opslag.bewaar(Concept(uid, ctx.postadres, ctx.nu, {"omschrijving": MERK}))
    los = replace(ctx, losgekoppeld=ctx.postadres)
    with pytest.raises(postvak.WachtOpSchijf):
        postvak.bezorg(los, maak_aanmelding(omschrijving=MERK), "", "Klacht")
    schaduw.werk_bij(ctx)
    reservekopie.maak(ctx)
    return intakes


def _leesbaar(plek: Path) -> list[str]:
    paden = [pad for pad in plek.rglob("*") if pad.is_file()]
    assert len(paden) > 6
    return [pad.name for pad in paden if MERK.encode() in pad.read_bytes()]


def test_nergens_in_de_mappen_is_iets_te_lezen(
    gevuld: Context, geheim: Woordgeheim, maak_aanmelding: Callable[..., Aanmelding],
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(gevuld.register, "soort_schijf", SoortSchijf.NETWERK)
    intakes = _met_merk(gevuld, maak_aanmelding)
    assert len(_leesbaar(tmp_path)) >= 5
    dicht = versleuteling.zet_aan(gevuld, geheim, geheim.woorden)
    assert len(kopieslot.leesbare_kopieen(dicht)) == 2
    assert kopieslot.vergrendel_kopieen(dicht).gelukt == 2
    assert kopieslot.leesbare_kopieen(dicht) == ()
    assert _leesbaar(tmp_path) == []
    intakes = _met_merk(dicht, maak_aanmelding)
    assert _leesbaar(tmp_path) == []
    # A new key: what lies around goes along, also on a computer that was off meanwhile.
    nieuw = versleuteling.nieuw_herstelgeheim()
    voor = {pad: pad.read_bytes() for pad in paths.conceptenmap().glob("*.json")}
    verder = versleuteling.vernieuw_herstelsleutel(dicht, nieuw, nieuw.woorden)
    for pad, inhoud in voor.items():
        pad.write_bytes(inhoud)
    bootstrap.sluit(verder)
    weer = _open(verder)
    intakes = Conceptopslag(paths.conceptenmap(), lambda: weer.sleutel)
    assert [c.velden["omschrijving"] for c in intakes.lijst(weer.postadres)] == [MERK]
    assert len(postvak.speel_af(weer).bezorgd) == 2
    assert _leesbaar(tmp_path) == []
    uit = versleuteling.zet_uit(weer)
    assert [c.velden["omschrijving"] for c in Conceptopslag(paths.conceptenmap()).lijst(
        uit.postadres)] == [MERK]  # fmt: skip
    bootstrap.sluit(uit)


def test_kopieen_van_toen_gaan_later_open_en_komen_terug_onder_het_slot_van_nu(
    gevuld: Context, geheim: Woordgeheim, maak_aanmelding: Callable[..., Aanmelding],
    kluis: Geheugenkluis,
) -> None:  # fmt: skip
    pad = gevuld.register.pad
    leesbaar = reservekopie.maak(gevuld).pad
    dicht = versleuteling.zet_aan(gevuld, geheim, geheim.woorden)
    eerste = reservekopie.maak(dicht).pad
    nieuw = versleuteling.nieuw_herstelgeheim()
    verder = versleuteling.vernieuw_herstelsleutel(dicht, nieuw, nieuw.woorden)
    registreren.registreer(verder, maak_aanmelding())
    sleutel = verder.register.sleutel
    bootstrap.sluit(verder)
    for kopie in (leesbaar, eerste):
        beeld = terugzetten.vergelijk(pad, kopie)
        assert (beeld.bruikbaar, beeld.nu["melding"], beeld.straks["melding"]) == (True, 2, 1)
        terugzetten.herstel(pad, kopie, NU, minder_mag=True)
        assert past(pad, sleutel)
        weer = _open(verder)
        assert zoeken.aantal(weer, Filter()) == 1
        assert dicht.sleutel in instellingen.oude_sleutels(weer.register)
        registreren.registreer(weer, maak_aanmelding())
        bootstrap.sluit(weer)
    # The register is gone; its doors are there: who was locked out stays out.
    pad.unlink()
    terugzetten.herstel(pad, eerste, NU)
    assert past(pad, sleutel)
    # All is gone but the copy: it brings its own doors.
    pad.unlink()
    sleutelbestand.pad_bij(pad).unlink()
    terugzetten.herstel(pad, eerste, NU)
    bootstrap.sluit(_open(verder))
    assert all(b.goed for b in reservekopie.controleer(pad))
    _leeg(kluis)
    with pytest.raises(OpSlot):
        reservekopie.controleer(pad)
    with pytest.raises(OpSlot):
        terugzetten.vergelijk(pad, eerste)
    versleuteling.treed_toe(pad, geheim.woorden, nu=NU, gebruiker="ict")
    bootstrap.sluit(_open(verder))


def test_waar_een_open_bestand_niet_te_vervangen_is(
    gevuld: Context, geheim: Woordgeheim, monkeypatch: pytest.MonkeyPatch,
    maak_aanmelding: Callable[..., Aanmelding],
) -> None:  # fmt: skip
    """As on Windows: our own connection is closed first, and a colleague's keeps it from going."""
    monkeypatch.setattr(omsleutelen, "_WINDOWS", True)
    echt = Path.replace

    def weiger(pad: Path, doel: Path) -> Path:
        if pad.name.endswith(".omzetting"):
            raise PermissionError(13, "in gebruik")
        return echt(pad, doel)

    with monkeypatch.context() as even:
        even.setattr(Path, "replace", weiger)
        with pytest.raises(OmgevingFout, match="niets verloren"):
            versleuteling.zet_aan(gevuld, geheim, geheim.woorden)
    registreren.registreer(gevuld, maak_aanmelding())
    assert not sleutelbestand.pad_bij(gevuld.register.pad).exists()
    verder = versleuteling.zet_aan(gevuld, geheim, geheim.woorden)
    assert zoeken.aantal(verder, Filter()) == 2
    assert past(verder.register.pad, verder.register.sleutel)


def test_een_lijst_die_even_niet_te_lezen_was_wordt_niet_door_een_oudere_vervangen(
    dicht: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    pad = dicht.register.pad
    reservekopie.maak(dicht)
    versleuteling.nodig_uit(dicht, "S. Jansen")
    voor = sleutelbestand.lees(pad)
    echt, keren = sleutelbestand.lees, []

    def haper(register: Path) -> Sleutelbestand | None:
        keren.append(register)
        if len(keren) == 1:
            raise OmgevingFout("De schijf hapert.")
        return echt(register)

    monkeypatch.setattr(sleutelbestand, "lees", haper)
    bootstrap.sluit(_open(dicht))
    assert echt(pad) == voor
