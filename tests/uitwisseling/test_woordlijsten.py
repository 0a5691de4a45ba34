"""Outcomes, yes and no, kinds and channels, in every abbreviation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.domain.begrippen import Aanhef, Afdoeningswijze, Kanaal, Oordeel, Soort, Vorm
from klachtenapp.uitwisseling.keuzewoorden import (
    lees_aanhef,
    lees_ja_nee,
    lees_kanaal,
    lees_soort,
)
from klachtenapp.uitwisseling.oordelen import lees_uitkomst


@pytest.mark.parametrize(
    ("tekst", "oordeel"),
    [
        ("gegr.", Oordeel.GEGROND),
        ("Gegrond", Oordeel.GEGROND),
        ("G", Oordeel.GEGROND),
        ("deels", Oordeel.DEELS_GEGROND),
        ("gedeeltelijk gegrond", Oordeel.DEELS_GEGROND),
        ("ged. gegr.", Oordeel.DEELS_GEGROND),
        ("gegrond/ongegrond", Oordeel.DEELS_GEGROND),
        ("ongegr", Oordeel.ONGEGROND),
        ("ONGEGROND", Oordeel.ONGEGROND),
        ("niet gegrond", Oordeel.ONGEGROND),
        ("kennelijk ongegrond", Oordeel.ONGEGROND),
        ("neutraal", Oordeel.GEEN_OORDEEL),
        ("geen oordeel", Oordeel.GEEN_OORDEEL),
        ("n.v.t.", Oordeel.GEEN_OORDEEL),
    ],
)
def test_oordelen(tekst: str, oordeel: Oordeel) -> None:
    uitkomst = lees_uitkomst(tekst)
    assert (uitkomst.oordeel, uitkomst.wijze, uitkomst.zeker) == (oordeel, None, True)


@pytest.mark.parametrize(
    ("tekst", "wijze"),
    [
        ("informeel opgelost", Afdoeningswijze.INFORMEEL_OPGELOST),
        ("Ingetrokken", Afdoeningswijze.INGETROKKEN),
        ("niet in behandeling", Afdoeningswijze.NIET_IN_BEHANDELING),
        ("9:8", Afdoeningswijze.NIET_IN_BEHANDELING),
        ("doorgestuurd", Afdoeningswijze.DOORGEZONDEN),
        ("bezwaar", Afdoeningswijze.DOORGELEID_ALS_BEZWAAR),
        ("geen klacht", Afdoeningswijze.GEEN_KLACHT),
        ("geen reactie klager", Afdoeningswijze.GEEN_REACTIE),
        ("anoniem", Afdoeningswijze.ANONIEM_SIGNAAL),
    ],
)
def test_afdoeningswijzen(tekst: str, wijze: Afdoeningswijze) -> None:
    assert lees_uitkomst(tekst).wijze is wijze


@pytest.mark.parametrize(
    ("tekst", "oordeel"),
    [
        ("gegrond, excuses aangeboden", Oordeel.GEGROND),
        ("klacht is deels gegrond verklaard", Oordeel.DEELS_GEGROND),
        ("bejegening gegrond, termijn ongegrond", Oordeel.DEELS_GEGROND),
        ("de klacht is niet gegrond", Oordeel.ONGEGROND),
    ],
)
def test_een_oordeel_in_een_zin_is_niet_zeker(tekst: str, oordeel: Oordeel) -> None:
    uitkomst = lees_uitkomst(tekst)
    assert (uitkomst.oordeel, uitkomst.zeker) == (oordeel, False)


@pytest.mark.parametrize("tekst", ["", "zie dossier", "?", "42"])
def test_wat_niets_zegt_wordt_niet_geraden(tekst: str) -> None:
    assert not lees_uitkomst(tekst).herkend


@pytest.mark.parametrize("cel", ["J", "ja", "x", "X", "Ja.", "✓", True, 1, 1.0, "informeel", "yes"])
def test_ja(cel: str | float) -> None:
    assert lees_ja_nee(cel) is True


@pytest.mark.parametrize("cel", ["N", "nee", "Nee", False, 0, "formeel", "✗"])
def test_nee(cel: str | float) -> None:
    assert lees_ja_nee(cel) is False


@pytest.mark.parametrize("cel", ["", "-", "deels", "?", 7, "onbekend"])
def test_noch_ja_noch_nee(cel: str | float) -> None:
    assert lees_ja_nee(cel) is None


def test_soorten_kanalen_en_aanhef() -> None:
    assert lees_soort("Compliment") is Soort.COMPLIMENT
    assert lees_soort("melding openbare ruimte") is Soort.MELDING_OPENBARE_RUIMTE
    assert lees_soort("iets anders") is None
    assert lees_kanaal("per e-mail") == (Kanaal.EMAIL, None)
    assert lees_kanaal("Telefonisch") == (Kanaal.TELEFOON, None)
    assert lees_kanaal("mondeling") == (None, Vorm.MONDELING)
    assert lees_kanaal("brief en mail") == (None, None)
    assert lees_aanhef("mw.") is Aanhef.MEVROUW
    assert lees_aanhef("Dhr") is Aanhef.HEER
    assert lees_aanhef("fam.") is None


@given(st.text(max_size=60))
def test_geen_tekst_laat_een_lezer_vallen(tekst: str) -> None:
    lees_uitkomst(tekst)
    lees_ja_nee(tekst)
    lees_soort(tekst)
    lees_kanaal(tekst)
    lees_aanhef(tekst)
