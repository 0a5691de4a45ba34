"""The termijnkaart as PDF from its tab."""

from __future__ import annotations

from klachtenapp.ui.dossier.termijnkaart_tab import TermijnkaartTab
from tests.ui.dossier.conftest import Werker


def test_the_card_opens_as_pdf(evi: str, werker: Werker) -> None:
    werker.open(evi)
    werker.pagina.werkblad.balk.kies("termijnkaart")
    tab = werker.pagina.werkblad.tab
    assert isinstance(tab, TermijnkaartTab)
    werker.klik(tab.afdrukken)
    werker.rust()
    assert tab.papier is not None
    assert tab.papier.isVisible()
    assert tab.papier.voorbeeld.paginas == 1
    tab.papier.reject()
    assert not tab.papier.isVisible()
