"""The letter desk through its real controls: asked, signed, kept, laid aside, sent, mailed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from klachtenapp.domain.klaarliggend import klaarliggend, vervallen
from klachtenapp.services import wijzigen, zoeken
from klachtenapp.services.wijzigen import Wijziging
from klachtenapp.ui import messages
from klachtenapp.ui.dossier.briefbureau import Briefbureau
from klachtenapp.ui.dossier.brieven_tab import BrievenTab
from klachtenapp.ui.invoervelden import Tekstvak
from tests.ui.dossier.conftest import Wandklok, Werker

BRIEF = "ontvangstbevestiging"


@pytest.fixture
def bureau(youssef: str, werker: Werker) -> Briefbureau:
    """Youssef's klacht has a behandelaar; nothing is on the desk yet."""
    werker.open(youssef)
    werker.doe_stap(behandelaar="M. Kok", niet_betrokken="ja")
    return werker.pagina.bureau


def _tab(werker: Werker) -> BrievenTab:
    werker.pagina.werkblad.balk.kies("brieven")
    tab = werker.pagina.werkblad.tabs["brieven"]
    assert isinstance(tab, BrievenTab)
    return tab


def _maak(werker: Werker, soort: str = BRIEF) -> None:
    werker.pagina.open_brief(soort)
    werker.rust()


def _typ(bureau: Briefbureau, naam: str, tekst: str) -> None:
    veld = bureau.vragen.veld(naam)
    assert isinstance(veld, Tekstvak)
    veld.setPlainText(tekst)


def _leg_klaar(werker: Werker, bureau: Briefbureau) -> int:
    _maak(werker)
    werker.klik(bureau.kaart.knop_klaar)
    werker.rust()
    (info,) = klaarliggend(werker.dossier)
    return info.id


def test_klaargelegd_en_later_met_een_toets_verzonden(werker: Werker, bureau: Briefbureau) -> None:
    document = _leg_klaar(werker, bureau)
    assert not bureau.isVisible()
    rij = _tab(werker).klaarrijen[document]
    assert rij.knop.text() == "Verzonden per post"
    rij.knop.setFocus()
    werker.toets(Qt.Key.Key_Space)
    werker.rust()
    assert klaarliggend(werker.dossier) == ()
    feit = werker.dossier.brief_verzonden(BRIEF)
    assert feit is not None
    assert (feit.gegevens["kanaal"], feit.gegevens["ondertekenaar"]) == ("post", "M. Kok")


def test_wat_klaarligt_kan_worden_weggelegd_met_een_reden(
    werker: Werker, bureau: Briefbureau
) -> None:
    document = _leg_klaar(werker, bureau)
    werker.klik(_tab(werker).klaarrijen[document].bekijk)
    werker.rust()
    assert bureau.voorbeeld.paginas >= 1
    werker.klik(bureau.kaart.knop_weg)
    werker.rust()
    assert bureau.isVisible()
    assert "waarom" in bureau.kaart.reden.accessibleDescription()
    bureau.kaart.reden.setText("Er stond een fout in.")
    werker.klik(bureau.kaart.knop_weg)
    werker.rust()
    assert not bureau.isVisible()
    assert vervallen(werker.dossier, document) is not None
    assert klaarliggend(werker.dossier) == ()


def test_de_volgende_stap_pakt_de_brief_die_al_klaarligt(
    werker: Werker, bureau: Briefbureau
) -> None:
    werker.doe_stap(manier="telefoon", bereikt="ja")
    assert werker.beeld.stap is not None
    assert werker.beeld.stap.brief == BRIEF
    _leg_klaar(werker, bureau)
    werker.klik(werker.pagina.stapbalk.knop)
    werker.rust()
    assert bureau.soort is None
    werker.klik(bureau.knop)
    werker.rust()
    assert werker.dossier.brief_verzonden(BRIEF) is not None
    assert len(werker.dossier.documenten) == 1


def test_veel_brieven_blijven_rustig(werker: Werker, bureau: Briefbureau, qtbot: QtBot) -> None:
    werker.doe_stap(manier="telefoon", bereikt="ja")
    assert not bureau.isVisible()
    tab = _tab(werker)
    primair = [naam for naam, rij in tab.regels.items() if rij.knop.property("rol") == "primair"]
    assert primair == [BRIEF]
    afdoening = tab.regels["afdoeningsbrief"]
    assert not afdoening.isVisible()
    assert tab.later.klap is not None
    tab.later.klap.setFocus()
    qtbot.keyClick(tab.later.klap, Qt.Key.Key_Space)
    assert afdoening.isVisible()
    assert not afdoening.knop.isVisible()
    assert "art. 9:12" in afdoening.accessibleName()


def test_een_brief_van_eerder_waarschuwt_voor_zijn_datums(
    werker: Werker, bureau: Briefbureau, klok: Wandklok
) -> None:
    document = _leg_klaar(werker, bureau)
    werker.pagina.open_document(document)
    assert bureau.zin() == ""
    klok.zet(11, 26)
    werker.pagina.open_document(document)
    assert "Deze brief is van 24 november 2026." in bureau.zin()
    werker.rust()
    werker.klik(bureau.knop)
    werker.rust()
    assert werker.dossier.documenten[0].verzonden_op == date(2026, 11, 26)


def test_een_tweede_brief_van_dezelfde_soort_valt_op(werker: Werker, bureau: Briefbureau) -> None:
    _leg_klaar(werker, bureau)
    _maak(werker)
    assert "Er ligt al zo'n brief klaar" in bureau.kolom.liggend.tekst()


def test_wat_getypt_is_komt_terug_en_gaat_niet_ongevraagd_verloren(
    werker: Werker, bureau: Briefbureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    _maak(werker)
    _typ(bureau, "omschrijving", "U belde drie keer.")
    _maak(werker, "stappenplan")
    werker.toets(Qt.Key.Key_Escape)
    vragen: list[str] = []
    monkeypatch.setattr(messages, "ask", lambda *_a, **_k: vragen.append("?"))
    assert werker.pagina.mag_weg()  # it is safe on this computer: nobody needs to be asked
    monkeypatch.setattr(werker.pagina.typwacht, "bewaar_nu", lambda: False)
    assert not werker.pagina.mag_weg()
    assert vragen == ["?"]
    _maak(werker)
    assert bureau.vragen.veld("omschrijving").waarde() == "U belde drie keer."
    werker.klik(bureau.knop)
    werker.rust()
    assert werker.pagina.mag_weg()


def test_wie_sprak_tekent_en_een_ander_valt_op(
    werker: Werker, bureau: Briefbureau, qtbot: QtBot
) -> None:
    werker.doe_stap(manier="telefoon", bereikt="ja", gesproken_door="P. Yılmaz")
    _maak(werker)
    tekenaar = bureau.kolom.tekenaar
    assert tekenaar.naam() == "P. Yılmaz"
    assert tekenaar.hint.isHidden()
    tekenaar.lijst.setFocus()
    qtbot.keyClicks(tekenaar.lijst, "M")
    assert tekenaar.naam() == "M. Kok"
    assert "P. Yılmaz sprak de klager" in tekenaar.hint.tekst()
    qtbot.waitUntil(bureau.knop.isEnabled, timeout=10_000)
    werker.klik(bureau.knop)
    werker.rust()
    feit = werker.dossier.brief_verzonden(BRIEF)
    assert feit is not None
    assert feit.gegevens["ondertekenaar"] == "M. Kok"


def test_per_e_mail_met_een_concept_dat_men_zelf_verstuurt(
    youssef: str, werker: Werker, tmp_path: Path
) -> None:
    werker.open(youssef)
    werker.doe_stap(behandelaar="M. Kok", niet_betrokken="ja")
    velden = {
        "klager.email": "y@voorbeeld.nl", "klager.email_akkoord": "ja",
        "klager.voorkeur": "mailen",
    }  # fmt: skip
    werker.bij_collega(
        lambda ctx: wijzigen.wijzig(
            ctx, Wijziging(youssef, zoeken.dossier(ctx, youssef).versie, velden, "")
        )
    )
    werker.pagina.ververs()
    werker.rust()
    _maak(werker)
    bureau = werker.pagina.bureau
    assert bureau.kanaal.waarde() == "e-mail"
    werker.klik(bureau.kaart.knop_email)
    werker.rust()
    concept = tmp_path / f"{youssef} {BRIEF}.eml"
    assert b"X-Unsent: 1" in concept.read_bytes()
    assert werker.dossier.brief_verzonden(BRIEF) is None
    werker.klik(bureau.knop)
    werker.rust()
    assert werker.dossier.documenten[0].kanaal == "e-mail"


def test_een_brief_zonder_antwoord_op_een_vraag_wordt_niet_gemaakt(
    werker: Werker, bureau: Briefbureau, qtbot: QtBot
) -> None:
    werker.doe_stap(manier="telefoon", bereikt="ja")
    _maak(werker, "voortgangsbericht")
    assert bureau.knop.isEnabled()
    _typ(bureau, "gedaan", "")
    qtbot.waitUntil(lambda: bureau.voorbeeld.paginas == 0, timeout=10_000)
    assert not bureau.knop.isEnabled()
    veld, regel = bureau.vragen.veld("gedaan"), bureau.vragen.regel("gedaan")
    assert isinstance(veld, Tekstvak)
    assert regel.label.text().removesuffix(" *") in bureau.voorbeeld.zin()
    assert veld.accessibleDescription().startswith("Vul in")
    _typ(bureau, "gedaan", "Wij praatten met de afdeling.")
    qtbot.waitUntil(bureau.knop.isEnabled, timeout=10_000)
    werker.klik(bureau.knop)
    werker.rust()
    feit = werker.dossier.brief_verzonden("voortgangsbericht")
    assert feit is not None
    assert feit.gegevens["antwoord_gedaan"] == "Wij praatten met de afdeling."


def test_een_oordeel_op_papier_vraagt_eerst_om_een_gesprek(
    evi: str, werker: Werker, klok: Wandklok, qtbot: QtBot
) -> None:
    klok.zet(10, 20)
    werker.open(evi)
    for handeling, antwoorden in OORDEEL:
        werker.collega(handeling, **antwoorden)
        werker.pagina.ververs()
        werker.rust()
    _maak(werker, "afdoeningsbrief")
    bureau = werker.pagina.bureau
    assert bureau.knop.isEnabled(), bureau.zin() + bureau.voorbeeld.zin()
    assert not bureau.kaart.belregel.isHidden()
    werker.klik(bureau.knop)
    werker.rust()
    assert werker.dossier.brief_verzonden("afdoeningsbrief") is None
    werker.klik(bureau.kaart.knop_gesprek)
    werker.vul(manier="telefoon", bereikt="ja")
    werker.rust()
    assert bureau.kaart.belregel.isHidden()
    qtbot.waitUntil(bureau.knop.isEnabled, timeout=10_000)
    werker.klik(bureau.knop)
    werker.rust()
    feit = werker.dossier.brief_verzonden("afdoeningsbrief")
    assert feit is not None
    assert feit.op == date(2026, 10, 20)


OORDEEL = (
    ("wijs_behandelaar_toe", {"behandelaar": "P. Yılmaz", "niet_betrokken": "ja"}),
    ("start_formeel", {"reden": "wens klager"}),
    (
        "zie_af_van_horen",
        {
            "grond": "b", "vastgesteld_op": "2026-10-19", "bewijs": "Mevrouw mailde dat.",
            "beklaagde": "wil niet", "beklaagde_op": "2026-10-19",
        },
    ),
    (
        "vorm_oordeel",
        {"oordeel_op": "2026-10-20", "oordeel": "gegrond", "bevinding": "Hij lag er nog.",
         "onderdeel": "De aanvraag was kwijt.", "conclusies": "Onze excuses."},
    ),
)  # fmt: skip


@pytest.mark.parametrize("hoogte", [740, 420])
def test_de_knop_om_te_verzenden_is_altijd_in_beeld(
    werker: Werker, bureau: Briefbureau, qtbot: QtBot, hoogte: int
) -> None:
    werker.pagina.resize(1146, hoogte)
    _maak(werker)
    kolom = bureau.kolom
    qtbot.waitUntil(lambda: not bureau.knop.visibleRegion().isEmpty())
    onderkant = bureau.knop.mapTo(kolom, bureau.knop.rect().bottomLeft()).y()
    assert onderkant <= kolom.height()
    assert bureau.kaart.kort.text() == "Verzonden: di 24 nov 2026, per post"
    bureau.datum.zet_waarde("2026-11-23")
    assert bureau.kaart.kort.text() == "Verzonden: ma 23 nov 2026, per post"
    werker.pagina.open_document(_leg_klaar(werker, bureau))
    werker.rust()
    assert bureau.knop.isVisible()
    werker.klik(bureau.knop)
    werker.rust()
    werker.pagina.open_document(werker.dossier.documenten[0].id)
    assert not bureau.knop.isVisible()
