"""The oefengemeente, made once and copied for every walk; everybody in it has a PIN."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from klachtenapp import bootstrap
from klachtenapp.domain.personen import Medewerker, Rol
from klachtenapp.kluis import geheim, zegel
from klachtenapp.services import beheer, gebruikers, geheimen, oefengemeente, sleutels
from klachtenapp.services.context import Context
from klachtenapp.ui import messages
from klachtenapp.ui.app import Programma
from tests.ui.wandelingen.kantoor import BEWAARMAP, GEHEIM, Kantoor, Kantoorklok


@pytest.fixture(scope="session")
def oefenregister(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The oefengemeente on its first day, in which roles, PINs and signing are switched on."""
    pad = tmp_path_factory.mktemp("wandeling") / "oefengemeente.klachten"
    with pytest.MonkeyPatch.context() as even:
        # What makes guessing slow would make every time that somebody signs in slow.
        even.setattr(geheim, "_HASHER", PasswordHasher(1, 8, 1))
        even.setattr(zegel, "_WERK", (1, 8, 1))
        _bevolk(pad)
    return pad


def _bevolk(pad: Path) -> None:
    ctx = oefengemeente.maak(pad, Kantoorklok())
    mensen = [wie for wie in beheer.medewerkers(ctx) if wie.rollen]
    # The beheerder first: from the first name on there must be one who can come in.
    for wie in sorted(mensen, key=lambda wie: Rol.BEHEERDER not in wie.rollen):
        gebruikers.bewaar(ctx, wie, wie.naam.split()[-1].lower())
        _neem_oefengeheim(ctx, wie)
        geheimen.stel_in(gebruikers.als(ctx, wie), wie.id, GEHEIM)
    beheer.bewaar_gemeente(ctx, replace(ctx.gemeente, aanmelden_met_geheim=True, ondertekenen=True))
    bootstrap.sluit(ctx)


def _neem_oefengeheim(ctx: Context, wie: Medewerker) -> None:
    """Take away the key that everybody in the exercise may know: here people make their own."""
    if geheimen.heeft(ctx, wie.id):
        for sleutel in sleutels.van(ctx, wie.id):
            sleutels.trek_in(ctx, sleutel.id, "Nieuwe sleutel gemaakt")
        geheimen.herstel(ctx, wie.id)


@pytest.fixture
def klok(monkeypatch: pytest.MonkeyPatch) -> Kantoorklok:
    """The clock of this computer."""
    lopend = Kantoorklok()
    monkeypatch.setattr(bootstrap, "SystemClock", lambda: lopend)
    return lopend


@pytest.fixture
def bewaarmap(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """Where letters and pictures of this walk are kept; see ``BEWAARMAP``."""
    gevraagd = os.environ.get(BEWAARMAP)
    map_ = Path(gevraagd) / request.node.name if gevraagd else tmp_path / "bewaard"
    map_.mkdir(parents=True, exist_ok=True)
    return map_


@pytest.fixture
def kantoor(
    qtbot: QtBot,
    qapp: QApplication,
    instellingen: QSettings,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    oefenregister: Path,
    klok: Kantoorklok,
    bewaarmap: Path,
    papier: list[Path],
) -> Iterator[Kantoor]:
    """The office on Tuesday 24 November 2026, 9:30; nobody has signed in yet."""
    assert papier == []
    pad = tmp_path / "oefengemeente.klachten"
    shutil.copyfile(oefenregister, pad)
    monkeypatch.setattr(bootstrap, "aangemeld", lambda: "klachtenbalie")
    programma = Programma(qapp, instellingen)
    yield Kantoor(programma, pad, klok, qtbot, bewaarmap)
    # A walk that stopped half way leaves typed words behind; nobody is there to answer.
    monkeypatch.setattr(messages, "ask", lambda *_args, **_kwargs: True)
    programma.einde()
    programma.stijl.deleteLater()
    programma.deleteLater()
    # At once: the next test dresses every widget that is still alive.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
