"""Verder uitstel in the window: the signed consent is chosen among the attachments."""

from __future__ import annotations

from klachtenapp.services import bijlagen
from tests.ui.dossier.conftest import Werker


def test_the_consent_is_chosen_among_the_attachments(evi: str, werker: Werker) -> None:
    werker.open(evi)
    werker.doe("wijs_behandelaar_toe", behandelaar="P. Yılmaz", niet_betrokken="ja")
    werker.bij_collega(lambda ctx: bijlagen.voeg_een_toe(ctx, evi, "instemming.pdf", b"%PDF-"))
    werker.pagina.ververs()
    werker.rust()
    werker.pagina.meer_doen.gekozen.emit("stel_uit")
    formulier = werker.venster.formulier
    formulier.vul({"schriftelijk": "ja", "tot": "2026-12-18"})
    werker.klik(werker.venster.knop)
    assert "Kies de bijlage" in formulier.zin_bij("bijlage")
    (document,) = werker.dossier.documenten
    werker.vul(bijlage=f"{document.id}: instemming.pdf")
    feit = werker.dossier.gebeurtenissen[-1]
    assert feit.gegevens["bijlage"] == f"{document.id}: instemming.pdf"
    assert werker.beeld.kaart[0].datum is not None
    assert werker.beeld.kaart[0].datum.isoformat() == "2026-12-18"
