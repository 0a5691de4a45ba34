"""Planning a hearing in the window: proposed days, and a file for the agenda."""

from __future__ import annotations

from pathlib import Path

from klachtenapp.ui.dossier.gesprekken_tab import GesprekkenTab
from tests.ui.dossier.conftest import Werker


def test_a_proposed_day_is_one_press_and_the_talk_goes_to_the_agenda(
    evi: str, werker: Werker, tmp_path: Path
) -> None:
    werker.open(evi)
    werker.doe("wijs_behandelaar_toe", behandelaar="P. Yılmaz", niet_betrokken="ja")
    werker.doe("start_formeel", reden="wens klager")
    werker.pagina.meer_doen.gekozen.emit("plan_horen")
    formulier = werker.venster.formulier
    chips = formulier.keuzes["zitting_op"]
    assert len(chips.chips()) == 3
    werker.klik(chips.chips()[1])
    assert formulier.veld("zitting_op").waarde() == chips.waarde()
    formulier.veld("zitting_op").zet_waarde("2026-11-20")
    assert chips.waarde() == ""
    werker.klik(chips.chips()[0])
    zitting = chips.waarde()
    werker.vul(vorm="driegesprek", tijd="14.00 uur", beklaagde_uitgenodigd_op="2026-10-14")
    tab = werker.pagina.werkblad.tab
    assert isinstance(tab, GesprekkenTab)
    assert tab.agenda is not None
    tab.kies_ics = lambda _ouder, naam: str(tmp_path / naam)
    werker.klik(tab.agenda)
    werker.rust()
    (bestand,) = tmp_path.glob("*.ics")
    assert f"{zitting.replace('-', '')}T140000" in bestand.read_text()
