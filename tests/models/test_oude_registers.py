"""A register of every released schema opens in the newest program, with all that is in it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from klachtenapp import bootstrap
from klachtenapp.domain.personen import Persoon
from klachtenapp.models import brieftekst, opdrachten
from klachtenapp.models.migrations import MIGRATIES
from klachtenapp.models.register import Register
from klachtenapp.models.tables import TABELLEN
from klachtenapp.services import beheer, reservekopie, zoeken
from klachtenapp.services.registreren import registreer
from klachtenapp.services.zoeken import Filter

_SINDS = {"BrieftekstRow": 2, "ToegangRow": 4, "SleutelRow": 4, "HandtekeningRow": 4}
_REGISTERS = sorted((Path(__file__).parents[1] / "registers").glob("versie-*.klachten"))


def test_there_is_a_register_of_every_version() -> None:
    assert [pad.stem for pad in _REGISTERS] == [
        f"versie-{versie:03}" for versie in range(1, len(MIGRATIES) + 1)
    ]


@pytest.mark.parametrize("bron", _REGISTERS, ids=lambda pad: pad.stem)
def test_what_was_carried_out_before_is_still_known(bron: Path, tmp_path: Path) -> None:
    """A zending of before the new version, sent once more, does nothing twice."""
    pad = Path(shutil.copy(bron, tmp_path / "oud.klachten"))
    oud = Register(pad)
    oud.verbind()
    uids = [str(uid) for (uid,) in oud.sql("SELECT uid FROM opdracht")]
    oud.sluit()
    ctx = bootstrap.open(pad)
    assert uids
    assert [gedaan.uid for uid in uids if (gedaan := opdrachten.zoek(ctx.register, uid))] == uids
    assert opdrachten.zoek(ctx.register, "een ander") is None
    bootstrap.sluit(ctx)


@pytest.mark.parametrize("bron", _REGISTERS, ids=lambda pad: pad.stem)
def test_an_old_register_opens_with_all_that_is_in_it(
    bron: Path, tmp_path: Path, maak_aanmelding: object
) -> None:
    pad = Path(shutil.copy(bron, tmp_path / "oud.klachten"))
    ctx = bootstrap.open(pad)
    assert all(b.goed for b in reservekopie.controleer(pad))
    versie = int(bron.stem.removeprefix("versie-"))
    leeg = [
        rij.__name__
        for rij in TABELLEN
        if _SINDS.get(rij.__name__, 1) <= versie
        and not ctx.register.sql(f'SELECT 1 FROM "{rij._meta.table_name}" LIMIT 1')  # noqa: S608
    ]
    assert leeg == []
    dossier = zoeken.dossier(ctx, "K2026-0001")
    assert (dossier.klager.achternaam, dossier.klager.tussenvoegsel) == ("Żółkiewska", "van den")
    assert dossier.gemachtigde == Persoon("Berg", voorletters="J.", land="België")
    assert dossier.behandelaar is not None
    assert (dossier.behandelaar.naam, dossier.versie) == ("P. Yılmaz", 2)
    assert [d.naam for d in dossier.documenten] == ["klacht.pdf"]
    assert [d.omschrijving for d in dossier.onderdelen] == ["Wachttijd"]
    assert len(dossier.gebeurtenissen) == 3
    eigen = brieftekst.laatste(ctx.register, "ontvangstbevestiging")
    assert (eigen.toelichting if eigen else "") == ("Korter" if versie >= 2 else "")
    assert zoeken.ids(ctx, Filter(zoek="overlast")) == [1]
    assert zoeken.ids(ctx, Filter(zoek="2019/44-b")) == [3]
    assert beheer.gemeente(ctx).naam == "Gemeente Voorbeeldstad"
    assert registreer(ctx, maak_aanmelding()).kenmerk == "K2026-0002"  # type: ignore[operator]
    bootstrap.sluit(ctx)


@pytest.mark.parametrize("bron", _REGISTERS, ids=lambda pad: pad.stem)
def test_an_old_copy_is_whole_without_being_brought_up_to_date(bron: Path, tmp_path: Path) -> None:
    """Signatures and all: else who looks at his copies is told that they are damaged."""
    pad = Path(shutil.copy(bron, tmp_path / "kopie.klachten"))
    voor = pad.read_bytes()
    assert [b.tekst for b in reservekopie.controleer(pad) if not b.goed] == []
    assert pad.read_bytes() == voor
