"""A klachtencommissie that is named later, from the window: ten weeks, advice, and departing."""

from __future__ import annotations

from io import BytesIO

import pdfplumber

from klachtenapp.domain.begrippen import Status
from tests.ui.dossier.conftest import Wandklok, Werker
from tests.ui.dossier.test_gang import _schrijf_oordeel


def test_a_commissie_advises_and_we_depart_with_a_reason(
    evi: str, werker: Werker, klok: Wandklok
) -> None:
    klok.zet(10, 15)
    werker.open(evi)
    werker.doe_stap(behandelaar="P. Yılmaz", niet_betrokken="ja")
    werker.doe_stap(manier="telefoon", bereikt="ja", wens="officiële brief")
    werker.verstuur("ontvangstbevestiging")
    werker.doe("start_formeel", reden="wens klager")
    assert str(werker.beeld.kaart[0].datum) == "2026-11-25"
    werker.doe("schakel_commissie_in", wie="de klachtencommissie")
    assert str(werker.beeld.kaart[0].datum) == "2026-12-23"
    werker.verstuur_wat_moet()
    werker.doe_stap(zitting_op="2026-10-20", vorm="driegesprek", tijd="10.00 uur")
    werker.verstuur_wat_moet(
        aanwezig="De klachtencommissie",
        samen="ja",
        plaats="het gemeentehuis, kamer 4",
        antwoord_voor="2026-10-19",
    )
    klok.zet(10, 20)
    werker.pagina.ververs()
    werker.rust()
    werker.doe_stap(klager_gehoord="ja", beklaagde_gehoord="ja")
    werker.doe_stap(toelichting="Beiden vertelden hun verhaal.")
    werker.verstuur_wat_moet()
    assert werker.dossier.status is Status.ADVIES
    werker.doe_stap(rapport_compleet="ja", toelichting="De commissie vindt de klacht ongegrond.")
    assert werker.dossier.status is Status.OORDEEL
    _schrijf_oordeel(werker)
    werker.klik(werker.pagina.stapbalk.knop)
    formulier = werker.venster.formulier
    formulier.vul({"wijkt_af": "ja", "conclusies": "Wij bieden u onze excuses aan."})
    werker.klik(werker.venster.knop)
    assert "advies" in formulier.zin_bij("afwijkreden")
    werker.vul(afwijkreden="De aanvraag is bij ons kwijtgeraakt.")
    while werker.beeld.stap and werker.beeld.stap.handeling == "leg_gesprek_vast":
        werker.doe_stap(manier="telefoon", bereikt="ja")
    werker.klik(werker.pagina.stapbalk.knop)
    werker.rust()
    with pdfplumber.open(BytesIO(werker.pagina.bureau.voorbeeld.pdf)) as brief:
        tekst = " ".join("".join(str(c["text"]) for c in blad.chars) for blad in brief.pages)
    assert "Advies van de commissie" in tekst
    assert "Dat advies zit bij deze brief" in tekst
    assert "De aanvraag is bij ons kwijtgeraakt" in tekst
