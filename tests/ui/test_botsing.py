"""What a colleague wrote, below a field that is on the screen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from klachtenapp.ui.botsing import Botsingen, nu_staat_er
from klachtenapp.ui.bouwstenen import Veldregel
from klachtenapp.ui.stijl import Stijl


@pytest.fixture(autouse=True)
def _gekleed(stijl: Stijl) -> None:
    """Every widget here wears the stylesheet."""


def test_a_conflict_is_there_at_once_and_goes_when_it_is_chosen(qtbot: QtBot) -> None:
    regel = Veldregel("Bevinding", QLineEdit())
    qtbot.addWidget(regel)
    with qtbot.waitExposed(regel):
        regel.show()
    botsingen, gekozen = Botsingen(), []
    botsingen.toon("bevinding", regel, nu_staat_er("Die van u."), gekozen.clear, "Overnemen")
    # No event may have to pass first: a window that is busy shows it late, and a form that
    # asks whether there is something to choose would be told no.
    assert botsingen.tekst("bevinding") == "Nu staat er: Die van u."
    botsingen.verberg("bevinding")
    assert botsingen.tekst("bevinding") == ""
