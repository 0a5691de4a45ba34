"""The case at the ombudsman in the window: a card, a step after closing, and its answer."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QLabel

from tests.ui.dossier.conftest import Werker


def teksten(werker: Werker) -> list[str]:
    labels = werker.pagina.werkblad.klacht.findChildren(QLabel)
    return [label.text() for label in labels if not label.isHidden()]


def test_a_closed_klacht_waits_for_our_answer(evi: str, werker: Werker) -> None:
    werker.open(evi)
    werker.doe("trek_in", vorm="telefoon", zonder_brief_reden="Wilde geen brief.",
               bevestigd_op="")  # fmt: skip
    assert werker.beeld.stap is None
    assert "Ombudsman" not in teksten(werker)
    werker.doe("meld_ombudsman", rapportnummer="2026/118", reactie_voor="2026-10-21")
    assert "Ombudsman" in teksten(werker)
    assert werker.beeld.stap is not None
    assert werker.beeld.stap.brief == "reactie-ombudsman"
    assert "antwoord de ombudsman" in werker.pagina.stapbalk.zin.text()
    werker.doe("werk_ombudsman_bij", oordeel="niet behoorlijk", gereageerd_op="2026-10-14")
    assert werker.beeld.stap is None
    assert "niet behoorlijk" in teksten(werker)


def test_without_the_ombudsman_there_is_no_card_and_no_loose_button(
    evi: str, werker: Werker
) -> None:
    werker.open(evi)
    knoppen = {k.accessibleName(): k for k in werker.pagina.findChildren(QAbstractButton)}
    assert not knoppen["Ombudsman bijwerken"].isVisibleTo(werker.pagina)
    werker.doe("meld_ombudsman", rapportnummer="2026/118")
    assert knoppen["Ombudsman bijwerken"].isVisibleTo(werker.pagina)


def test_facts_that_are_drawn_anew_are_in_sight_at_once(evi: str, werker: Werker) -> None:
    """A key that comes right after the answer finds the button."""
    werker.open(evi)
    klacht = werker.pagina.werkblad.klacht
    klacht.toon(werker.beeld)
    knoppen = {k.text(): k for k in klacht.findChildren(QAbstractButton)}
    assert knoppen["Bewerken"].isVisible()
    assert "Over wie" in teksten(werker)
