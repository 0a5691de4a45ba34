"""The disk is slow: by the time an answer comes, one has typed on or gone elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import Qt

from klachtenapp.domain.begrippen import GebeurtenisSoort
from klachtenapp.services.context import Context
from klachtenapp.ui import messages
from klachtenapp.ui.dossier.feitenblad import Feitenblad
from klachtenapp.ui.dossier.oordeel_tab import OordeelTab
from klachtenapp.ui.invoervelden import Tekstvak
from tests.ui.dossier.conftest import Werker

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)
BRIEF = "ontvangstbevestiging"


class Schijf:
    """A disk that answers nothing between ``houd`` and ``laat_los``."""

    def __init__(self, werker: Werker) -> None:
        self._werker = werker
        self._los = Event()

    def houd(self) -> None:
        def wacht(_ctx: Context) -> None:
            self._los.wait(60)

        self._werker.pagina.runner.run(wacht)

    def laat_los(self) -> None:
        self._los.set()

    def kom_terug(self) -> None:
        """Let everything be answered that was asked."""
        self.laat_los()
        self._werker.rust()


@pytest.fixture
def schijf(werker: Werker) -> Iterator[Schijf]:
    traag = Schijf(werker)
    yield traag
    traag.laat_los()


def _notities(werker: Werker) -> list[str]:
    return [g.toelichting for g in werker.dossier.alle(GebeurtenisSoort.NOTITIE)]


def test_wat_men_na_enter_doortypt_blijft_staan(
    youssef: str, werker: Werker, schijf: Schijf
) -> None:
    werker.open(youssef)
    veld = werker.pagina.werkblad.tijdlijn.veld
    veld.setText("Meneer belde.")
    schijf.houd()
    veld.returnPressed.emit()
    veld.setText("Mevrouw belde ook.")
    schijf.kom_terug()
    assert _notities(werker) == ["Meneer belde."]
    assert veld.text() == "Mevrouw belde ook."


def test_een_bewaarde_notitie_komt_niet_terug_in_haar_veld(
    youssef: str, evi: str, werker: Werker, schijf: Schijf
) -> None:
    werker.open(youssef)
    veld = werker.pagina.werkblad.tijdlijn.veld
    veld.setText("Meneer belde.")
    schijf.houd()
    veld.returnPressed.emit()
    werker.pagina.toon(evi)
    veld.setText("Over Evi.")
    schijf.kom_terug()
    assert veld.text() == "Over Evi."
    werker.open(youssef)
    assert _notities(werker) == ["Meneer belde."]
    assert veld.text() == ""


def test_een_gesprek_laat_een_andere_notitie_staan(youssef: str, werker: Werker) -> None:
    werker.open(youssef)
    werker.pagina.werkblad.tijdlijn.veld.setText("Nog uitzoeken.")
    werker.doe("leg_gesprek_vast", manier="telefoon", bereikt="nee")
    assert werker.pagina.werkblad.tijdlijn.veld.text() == "Nog uitzoeken."


def test_een_brief_die_weg_is_neemt_de_volgende_niet_mee(
    youssef: str, werker: Werker, schijf: Schijf
) -> None:
    werker.open(youssef)
    werker.doe_stap(behandelaar="M. Kok", niet_betrokken="ja")
    werker.doe_stap(manier="telefoon", bereikt="ja")
    werker.pagina.open_brief(BRIEF)
    werker.rust()
    bureau = werker.pagina.bureau
    schijf.houd()
    werker.klik(bureau.knop)
    werker.toets(Qt.Key.Key_Escape)
    werker.pagina.open_brief("voortgangsbericht")
    veld = bureau.vragen.veld("gedaan")
    assert isinstance(veld, Tekstvak)
    veld.setPlainText("Wij praatten met de afdeling.")
    schijf.kom_terug()
    assert werker.dossier.brief_verzonden(BRIEF) is not None
    assert werker.pagina.op_bureau
    assert bureau.soort == "voortgangsbericht"
    assert bureau.vragen.veld("gedaan").waarde() == "Wij praatten met de afdeling."


def test_een_formulier_dat_opnieuw_open_ging_blijft_open(
    youssef: str, werker: Werker, schijf: Schijf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "ask", lambda *_a, **_k: True)
    werker.open(youssef)
    tab = werker.pagina.werkblad.tabs["klacht"]
    assert isinstance(tab, Feitenblad)
    tab.bewerk()
    tab.veld("onderwerp").zet_waarde("Niet teruggebeld")
    schijf.houd()
    tab.bewaar()
    werker.pagina.annuleer()
    tab.bewerk()
    tab.veld("beklaagde").zet_waarde("J. Bos")
    schijf.kom_terug()
    assert werker.dossier.onderwerp == "Niet teruggebeld"
    assert tab.bewerkt
    assert tab.veld("beklaagde").waarde() == "J. Bos"


def test_een_oordeel_dat_opnieuw_open_ging_blijft_open(
    evi: str, werker: Werker, schijf: Schijf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "ask", lambda *_a, **_k: True)
    werker.open(evi)
    werker.pagina.werkblad.balk.kies("oordeel")
    tab = werker.pagina.werkblad.tabs["oordeel"]
    assert isinstance(tab, OordeelTab)
    tab.bewerk()
    tab.formulieren[0].bevinding.zet_waarde("Wij vonden de map.")
    schijf.houd()
    tab.bewaar()
    werker.pagina.annuleer()
    tab.bewerk()
    tab.formulieren[0].bevinding.zet_waarde("De map lag op zolder.")
    schijf.kom_terug()
    assert werker.dossier.onderdelen[0].bevinding == "Wij vonden de map."
    assert tab.bewerkt
    assert tab.formulieren[0].bevinding.waarde() == "De map lag op zolder."


def test_een_weigering_zonder_formulier_wordt_toch_gezegd(
    youssef: str, werker: Werker, schijf: Schijf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "ask", lambda *_a, **_k: True)
    gezegd: list[str] = []
    werker.pagina.runner.failed.connect(lambda fout: gezegd.append(str(fout)))
    werker.open(youssef)
    tab = werker.pagina.werkblad.tabs["klacht"]
    assert isinstance(tab, Feitenblad)
    tab.bewerk()
    tab.veld("ontvangen_op").zet_waarde("2026-11-30")
    schijf.houd()
    tab.bewaar()
    werker.pagina.annuleer()
    schijf.kom_terug()
    assert len(gezegd) == 1
    assert "toekomst" in gezegd[0]
    assert not tab.bewerkt
