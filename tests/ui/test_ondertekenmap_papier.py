"""The ondertekenmap on paper through the window: printed as one PDF."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from klachtenapp.ui.ondertekenen_page import OndertekenenPage
from klachtenapp.ui.runner import Runner
from tests.services.test_correspondentie import bureau, maak
from tests.ui.test_ondertekenen_page import Rustig, hoofd, pagina, register_openen, zaken

__all__ = ["bureau", "hoofd", "maak", "pagina", "register_openen", "zaken"]


def test_de_hele_map_als_een_pdf(
    qtbot: QtBot, zaken: list[str], pagina: OndertekenenPage, runner: Runner, rustig: Rustig
) -> None:
    qtbot.mouseClick(pagina.knop_map, Qt.MouseButton.LeftButton)
    rustig(runner)
    assert pagina.papier is not None
    assert pagina.papier.isVisible()
    assert pagina.papier.voorbeeld.paginas >= 1 + 2 * len(zaken)
    pagina.papier.close()


@pytest.mark.usefixtures("hoofd")
def test_een_lege_map_wordt_niet_geprint(pagina: OndertekenenPage) -> None:
    assert not pagina.knop_map.isEnabled()
