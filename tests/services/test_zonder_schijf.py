"""Starting while the share is gone: the shadow copy opens, locked or not, and no wider."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from keyring.errors import KeyringError

from klachtenapp import bootstrap, paths
from klachtenapp.clock import FixedClock
from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.personen import Medewerker, Rol
from klachtenapp.errors import OmgevingFout
from klachtenapp.kluis import eigendeur, sleutelbestand
from klachtenapp.services import (
    bereik,
    gebruikers,
    postvak,
    registreren,
    schaduw,
    versleuteling,
    zoeken,
)
from klachtenapp.services.bereik import SchijfWeg
from klachtenapp.services.context import Context
from klachtenapp.services.ontsluiten import OpSlot
from klachtenapp.services.zoeken import Filter
from tests.geheugenkluis import Geheugenkluis
from tests.losse_share import Computers, Share

KLOK = FixedClock(datetime(2026, 11, 24, 9, 30))
Maak = Callable[..., Aanmelding]


@pytest.fixture
def computers(tmp_path: Path, kluis: Geheugenkluis, monkeypatch: pytest.MonkeyPatch) -> Computers:
    alle = Computers(tmp_path, kluis)
    monkeypatch.setattr(paths, "gegevensmap", lambda: alle.map)
    return alle


@pytest.fixture
def share(
    tmp_path: Path, computers: Computers, monkeypatch: pytest.MonkeyPatch, maak_aanmelding: Maak
) -> Share:
    gemaakt = Share.maak(tmp_path, monkeypatch)
    ctx = bootstrap.nieuw(gemaakt.register, Gemeente("Voorbeeldstad"), clock=KLOK)
    registreren.registreer(ctx, maak_aanmelding())
    bootstrap.sluit(ctx)
    return gemaakt


@pytest.fixture
def op_slot(share: Share) -> Share:
    """The same, locked, with a shadow copy on this computer."""
    ctx = _open(share.register)
    geheim = versleuteling.nieuw_herstelgeheim()
    ctx = versleuteling.zet_aan(ctx, geheim, geheim.woorden)
    versleuteling.nodig_uit(ctx, "Zoë Żółkiewska")
    schaduw.werk_bij(ctx)
    bootstrap.sluit(ctx)
    return share


def _open(pad: Path) -> Context:
    return bootstrap.open(pad, clock=KLOK)


def _begin(pad: Path) -> Context:
    return bootstrap.open_of_schaduw(pad, clock=KLOK)


def _collega_erbij(op_slot: Share, computers: Computers) -> None:
    """Invite a colleague on computer "twee", who opens the register and has a shadow copy."""
    ctx = _open(op_slot.register)
    woorden = versleuteling.nodig_uit(ctx, "C. Collega").geheim.woorden
    bootstrap.sluit(ctx)
    computers.ga_naar("twee")
    bootstrap.treed_toe(op_slot.register, woorden, KLOK.now(), gebruiker="C. Collega")
    ctx = _open(op_slot.register)
    schaduw.werk_bij(ctx)
    bootstrap.sluit(ctx)


def _sluit_buiten(op_slot: Share, computers: Computers, naam: str) -> None:
    """Give the register a new key on computer "een", for everybody but this one."""
    computers.ga_naar("een")
    ctx = _open(op_slot.register)
    regel = next(r for r in versleuteling.stand(ctx).toegang if r.naam.startswith(naam))
    bootstrap.sluit(versleuteling.sluit_buiten(ctx, regel.uid))


@pytest.mark.parametrize("slot", [False, True])
def test_zonder_schijf_opent_de_schaduw(
    slot: bool, share: Share, request: pytest.FixtureRequest, maak_aanmelding: Maak
) -> None:
    if slot:
        request.getfixturevalue("op_slot")
    else:
        ctx = _open(share.register)
        schaduw.werk_bij(ctx)
        bootstrap.sluit(ctx)
    with share.weg():
        los = _begin(share.register)
        assert los.postadres == str(share.register)
        assert zoeken.aantal(los, Filter("Alberts")) == 1
        assert bool(los.sleutel) is slot
        with pytest.raises(postvak.WachtOpSchijf):
            postvak.bezorg(los, maak_aanmelding(omschrijving="Getypt zonder schijf."), "", "K")
        bootstrap.sluit(los)
        assert any(postvak.bus_van(los).plek.iterdir())
        for bestand in postvak.bus_van(los).plek.iterdir():
            assert (b"Getypt zonder schijf" in bestand.read_bytes()) is not slot
    terug = bootstrap.opnieuw(los)
    ((_, dossier),) = postvak.speel_af(terug).bezorgd
    assert dossier.kenmerk == "K2026-0002"
    bootstrap.sluit(terug)


def test_naast_de_schaduw_ligt_alleen_de_eigen_deur(op_slot: Share, computers: Computers) -> None:
    (bestand,) = computers.map.rglob("*.sleutels")
    (deur,) = (sleutelbestand.lees(bestand.with_suffix("")) or _niets()).ring.deuren
    assert "Zoë" not in bestand.read_text("utf-8")
    assert deur.soort.value == "medewerker"


def _niets() -> sleutelbestand.Sleutelbestand:
    raise AssertionError("er is geen lijst")


def test_een_gestolen_laptop_geeft_niets(op_slot: Share, computers: Computers) -> None:
    """The files of the computer without the key store, which only opens for its user."""
    computers.kluis.geheimen.clear()
    with op_slot.weg(), pytest.raises(SchijfWeg, match="niets verloren"):
        _begin(op_slot.register)


def test_wie_een_wachtwoord_heeft_laat_geen_deur_achter(
    share: Share, computers: Computers, monkeypatch: pytest.MonkeyPatch
) -> None:
    def geen() -> None:
        raise OmgevingFout("Geen kluis.") from KeyringError()

    monkeypatch.setattr(eigendeur, "Kluis", geen)
    geheim = versleuteling.nieuw_herstelgeheim()
    wachtwoord = "paarse fiets in maart"
    ctx = versleuteling.zet_aan(
        _open(share.register), geheim, geheim.woorden, wachtwoord=wachtwoord
    )
    schaduw.werk_bij(ctx)
    bootstrap.sluit(ctx)
    assert not list(computers.map.rglob("*.sleutels"))
    with share.weg():
        with pytest.raises(SchijfWeg):
            bootstrap.open_of_schaduw(share.register, clock=KLOK, wachtwoord=wachtwoord)
        los = bootstrap.losgekoppeld(ctx)  # the window that is open reads on
        assert zoeken.aantal(los, Filter()) == 1
        bootstrap.sluit(los)


def test_wie_buitengesloten_is_houdt_geen_schaduw(op_slot: Share, computers: Computers) -> None:
    _collega_erbij(op_slot, computers)
    _sluit_buiten(op_slot, computers, "C. Collega")
    computers.ga_naar("twee")
    assert list(computers.map.rglob("*.klachten"))
    with pytest.raises(OpSlot):
        _begin(op_slot.register)
    assert not list(computers.map.rglob("*.klachten"))
    assert not list(computers.map.rglob("*.sleutels"))
    with op_slot.weg(), pytest.raises(SchijfWeg):
        _begin(op_slot.register)


def test_wie_blijft_merkt_niets_van_de_nieuwe_sleutel(
    op_slot: Share, computers: Computers, maak_aanmelding: Maak
) -> None:
    """Re-keyed while this computer is offline: the old shadow opens, what is typed arrives."""
    _collega_erbij(op_slot, computers)
    with op_slot.weg():
        los = _begin(op_slot.register)
        with pytest.raises(postvak.WachtOpSchijf):
            postvak.bezorg(los, maak_aanmelding(), "", "Klacht")
        bootstrap.sluit(los)
    _sluit_buiten(op_slot, computers, "Zoë")
    computers.ga_naar("twee")
    terug = bootstrap.opnieuw(los)
    assert terug.sleutel not in (b"", los.sleutel)
    assert len(postvak.speel_af(terug).bezorgd) == 1
    bootstrap.sluit(terug)
    with op_slot.weg():  # before the next shadow copy is made the old one still opens
        los = bootstrap.losgekoppeld(terug)
        assert los.sleutel == terug.sleutel, "what is typed now is locked with the new key"
        bootstrap.sluit(los)


def test_het_slot_eraf_neemt_de_deur_mee(op_slot: Share, computers: Computers) -> None:
    ctx = versleuteling.zet_uit(_open(op_slot.register))
    schaduw.werk_bij(ctx)
    bootstrap.sluit(ctx)
    assert not list(computers.map.rglob("*.sleutels"))
    with op_slot.weg():
        los = _begin(op_slot.register)
        assert not los.sleutel
        bootstrap.sluit(los)


def test_een_verplaatst_register_is_geen_schijf_die_weg_is(op_slot: Share) -> None:
    (op_slot.map / "iets anders.txt").touch()
    op_slot.register.rename(op_slot.map / "verhuisd.klachten")
    assert bereik.is_bereikbaar(op_slot.register)
    with pytest.raises(OmgevingFout, match="is er niet") as fout:
        _begin(op_slot.register)
    assert not isinstance(fout.value, SchijfWeg)


def test_een_lege_map_is_een_share_die_niet_gekoppeld_is(op_slot: Share) -> None:
    with op_slot.weg():
        op_slot.map.mkdir()
        los = _begin(op_slot.register)
        assert los.losgekoppeld
        bootstrap.sluit(los)
        op_slot.map.rmdir()


def test_wie_terugkomt_heeft_de_rollen_van_nu(share: Share) -> None:
    """The shadow copy may be days old: what was taken away since is gone at the return."""
    ctx = gebruikers.maak_eerste(_open(share.register), "B. Baas")
    collega = gebruikers.bewaar(
        ctx, Medewerker(0, "C. Collega", rollen=frozenset({Rol.BEHEERDER})), "carla"
    )
    schaduw.werk_bij(ctx)
    with share.weg():
        los = bootstrap.open_of_schaduw(share.register, clock=KLOK, gebruiker="carla")
        assert los.rollen == {Rol.BEHEERDER}
        bootstrap.sluit(los)
    gebruikers.bewaar(ctx, replace(collega, rollen=frozenset({Rol.BEHANDELAAR})), "carla")
    bootstrap.sluit(ctx)
    terug = bootstrap.opnieuw(los)
    assert terug.rollen == {Rol.BEHANDELAAR}
    bootstrap.sluit(terug)
