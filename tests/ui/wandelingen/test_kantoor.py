"""The office itself: people take turns at one computer, and the signer gets a key."""

from __future__ import annotations

import pytest

from tests.ui.wandelingen.kantoor import HOOFD, REGISTRAR, Kantoor

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_mensen_melden_zich_aan_en_het_hoofd_krijgt_een_sleutel(kantoor: Kantoor) -> None:
    kantoor.maak_sleutel()
    werker = kantoor.open("Jangha")
    assert werker.dossier.klager.achternaam == "Jangha"
    assert werker.beeld.stap is not None
    assert werker.beeld.stap.tekst.casefold() in kantoor.stap.casefold()
    kantoor.meld_aan(HOOFD)
    assert not kantoor.ondertekenmap().sleutelkaart.isVisible()
    assert "Niets te ondertekenen" not in kantoor.ziet()  # the exercise has letters that wait
    kantoor.meld_aan(REGISTRAR)
    assert kantoor.open(werker.dossier.kenmerk).dossier.kenmerk == werker.dossier.kenmerk
    voor = kantoor.vandaag
    assert kantoor.werkdagen_verder(5) > voor
    assert kantoor.fouten() == []
