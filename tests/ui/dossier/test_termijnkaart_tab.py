"""The termijnkaart in its tab: as PDF, and looking ahead with *Wat als*."""

from __future__ import annotations

from datetime import date

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


def test_what_if_shows_the_dates_and_opens_the_real_form(evi: str, werker: Werker) -> None:
    werker.open(evi)
    werker.doe("wijs_behandelaar_toe", behandelaar="P. Yılmaz", niet_betrokken="ja")
    werker.doe("start_formeel", reden="wens klager")
    werker.pagina.werkblad.balk.kies("termijnkaart")
    tab = werker.pagina.werkblad.tab
    assert isinstance(tab, TermijnkaartTab)
    werker.klik(tab.wat_als)
    venster = tab.vooruit
    assert venster is not None
    assert venster.blik is not None
    assert not any(datum.anders for datum in venster.blik.datums)
    assert not venster.knoppen
    verdaag = venster.velden["verdaag_tot"]
    assert verdaag.schuif is not None
    verdaag.schuif.setValue(6)
    assert verdaag.vink.isChecked()
    einde = next(d for d in venster.blik.datums if d.naam == "afdoening")
    assert einde.straks == verdaag.waarde() == date(2026, 12, 2)
    assert {"verdaging-klager", "verdaging-beklaagde"} <= set(venster.blik.brieven)
    venster.velden["commissie"].vink.setChecked(True)
    assert list(venster.knoppen) == ["schakel_commissie_in"]
    assert [v.handeling for v in venster.blik.verboden] == ["verdaag"]
    venster.velden["commissie"].vink.setChecked(False)
    aantal = len(werker.dossier.gebeurtenissen)
    werker.klik(venster.knoppen["verdaag"])
    assert not venster.isVisible()
    assert werker.venster.formulier.veld("tot").waarde() == "2026-12-02"
    assert len(werker.dossier.gebeurtenissen) == aantal
    werker.venster.reject()
