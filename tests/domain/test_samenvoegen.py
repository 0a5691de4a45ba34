"""Two people, one dossier: what does not clash goes together, what does is shown twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from klachtenapp.domain.begrippen import Oordeel
from klachtenapp.domain.dossier import Klachtonderdeel
from klachtenapp.domain.samenvoegen import WEG, botsingen, voeg_delen_samen

EEN = Klachtonderdeel("Niet teruggebeld", bevinding="Er is niet gebeld.")
TWEE = Klachtonderdeel("Onvriendelijk", oordeel=Oordeel.ONGEGROND)
DELEN = (EEN, TWEE)
_TEKST = st.sampled_from(["", "a", "b", "c"])
_DEEL = st.builds(
    Klachtonderdeel,
    st.sampled_from(["een", "twee", "drie"]),
    bevinding=_TEKST,
    verbeterpunt=_TEKST,
    oordeel=st.sampled_from([None, *Oordeel]),
)


def test_alleen_wat_beiden_wijzigden_botst() -> None:
    gelezen = {"onderwerp": "oud", "plaats": "oud", "naam": "oud"}
    staat = {"onderwerp": "collega", "plaats": "oud", "naam": "samen"}
    getypt = {"onderwerp": "ik", "plaats": "ik", "naam": "samen"}
    assert botsingen(gelezen, getypt, staat) == {"onderwerp": ("ik", "collega")}
    assert botsingen(None, {"plaats": "ik"}, {"plaats": "oud"}) == {"plaats": ("ik", "oud")}


def test_verschillende_velden_van_een_onderdeel_gaan_samen() -> None:
    hier = (replace(EEN, bevinding="Er is twee keer gebeld."), TWEE)
    daar = (replace(EEN, oordeel=Oordeel.GEGROND), replace(TWEE, verbeterpunt="Training"))
    samen = voeg_delen_samen(DELEN, hier, daar)
    assert samen.botsingen == {}
    assert samen.onderdelen == (
        replace(EEN, bevinding="Er is twee keer gebeld.", oordeel=Oordeel.GEGROND),
        replace(TWEE, verbeterpunt="Training"),
    )


def test_hetzelfde_veld_botst_en_houdt_wat_er_getypt_is() -> None:
    hier = (EEN, replace(TWEE, oordeel=Oordeel.GEGROND, verbeterpunt_klaar_op=date(2027, 1, 4)))
    daar = (EEN, replace(TWEE, oordeel=Oordeel.GEEN_OORDEEL))
    samen = voeg_delen_samen(DELEN, hier, daar)
    assert samen.botsingen == {"1.oordeel": ("gegrond", "geen oordeel")}
    assert samen.onderdelen == hier


def test_een_onderdeel_van_de_collega_komt_erbij_en_een_ander_gaat_weg() -> None:
    nieuw = Klachtonderdeel("Te laat")
    hier = (EEN, TWEE, Klachtonderdeel("Van mij"))
    samen = voeg_delen_samen(DELEN, hier, (TWEE, nieuw))
    assert samen.botsingen == {}
    assert samen.onderdelen == (TWEE, Klachtonderdeel("Van mij"), nieuw)


def test_weggehaald_en_gewijzigd_blijft_staan() -> None:
    gewijzigd = replace(EEN, bevinding="Toch wel gebeld.")
    hier_weg = voeg_delen_samen(DELEN, (TWEE,), (gewijzigd, TWEE))
    assert hier_weg.onderdelen == (TWEE, gewijzigd)
    assert hier_weg.botsingen == {"1.omschrijving": (WEG, EEN.omschrijving)}
    daar_weg = voeg_delen_samen(DELEN, (gewijzigd, TWEE), (TWEE,))
    assert daar_weg.onderdelen == (gewijzigd, TWEE)
    assert daar_weg.botsingen == {"0.omschrijving": (EEN.omschrijving, WEG)}


@given(st.lists(_DEEL, max_size=3), st.lists(_DEEL, max_size=3))
def test_wie_alleen_werkt_krijgt_wat_hij_typte(
    gelezen: list[Klachtonderdeel], getypt: list[Klachtonderdeel]
) -> None:
    samen = voeg_delen_samen(gelezen, getypt, gelezen)
    assert samen.botsingen == {}
    assert list(samen.onderdelen) == getypt


@given(st.lists(_DEEL, max_size=3), st.lists(_DEEL, max_size=3))
def test_wie_niets_typte_krijgt_wat_er_staat(
    gelezen: list[Klachtonderdeel], staat: list[Klachtonderdeel]
) -> None:
    samen = voeg_delen_samen(gelezen, gelezen, staat)
    assert samen.botsingen == {}
    assert sorted(map(str, samen.onderdelen)) == sorted(map(str, staat))


@given(*[st.lists(_DEEL, max_size=3)] * 3)
def test_geen_getypt_woord_verdwijnt(
    gelezen: list[Klachtonderdeel], getypt: list[Klachtonderdeel], staat: list[Klachtonderdeel]
) -> None:
    """What was typed and not merely read is in the result, whatever the colleague did."""
    samen = voeg_delen_samen(gelezen, getypt, staat)
    oud = {deel.bevinding for deel in gelezen}
    bewaard = {deel.bevinding for deel in samen.onderdelen}
    assert {deel.bevinding for deel in getypt} - oud <= bewaard
