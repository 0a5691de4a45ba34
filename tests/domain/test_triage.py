"""K1 to K9: which regime, and what art. 9:4 lid 2 still asks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from klachtenapp.domain.begrippen import Aanhef, Soort, Vorm
from klachtenapp.domain.personen import Persoon
from klachtenapp.domain.triage import Triage, triage

KLAGER = Persoon(
    "Mohamed", Aanhef.HEER, voornaam="Youssef", straat="Dorpsstraat", huisnummer="12",
    postcode="1741 AB", plaats="Voorbeeldstad",
)  # fmt: skip


def _triage(**anders: Any) -> Triage:
    feiten: dict[str, Any] = {
        "soort": Soort.KLACHT,
        "vorm": Vorm.SCHRIFTELIJK,
        "klager": KLAGER,
        "omschrijving": "Ik ben drie keer niet teruggebeld.",
        "ondertekend": True,
        "ontvangen_op": date(2026, 11, 20),
        "mondeling_formeel": True,
    }
    return triage(**{**feiten, **anders})


def test_a_complete_klaagschrift_is_formal() -> None:
    uitkomst = _triage()
    assert uitkomst.regime == "formeel"
    assert uitkomst.formeel_regime
    assert uitkomst.ontbreekt == ()


def test_an_oral_klacht_is_formal_by_choice() -> None:
    uitkomst = _triage(vorm=Vorm.MONDELING)
    assert uitkomst.regime == "vrijwillig formeel"
    assert uitkomst.formeel_regime
    assert "gelden niet vanzelf" in uitkomst.redenen[0]


def test_an_oral_klacht_without_that_choice_is_treated_properly() -> None:
    uitkomst = _triage(vorm=Vorm.MONDELING, mondeling_formeel=False)
    assert uitkomst.regime == "behoorlijk (9:2)"
    assert not uitkomst.formeel_regime
    assert "9:2" in uitkomst.redenen[0]


def test_an_oral_klacht_needs_no_signature_but_an_address_helps() -> None:
    uitkomst = _triage(
        vorm=Vorm.MONDELING, ondertekend=False, klager=Persoon("Mohamed", telefoon="0612345678")
    )
    assert uitkomst.ontbreekt == ()
    assert any("adres" in reden for reden in uitkomst.redenen)


@pytest.mark.parametrize(
    ("anders", "ontbreekt"),
    [
        ({"klager": replace(KLAGER, straat="")}, ("adres",)),
        ({"klager": replace(KLAGER, achternaam="")}, ("naam",)),  # only a first name
        ({"ontvangen_op": None}, ("dagtekening",)),
        ({"omschrijving": "  \n"}, ("omschrijving van de gedraging",)),
        ({"ondertekend": False}, ("ondertekening",)),
        (
            {"ondertekend": False, "klager": replace(KLAGER, plaats="")},
            ("adres", "ondertekening"),
        ),
    ],
)
def test_what_is_missing_is_named_and_the_term_runs_on(
    anders: dict[str, Any], ontbreekt: tuple[str, ...]
) -> None:
    uitkomst = _triage(**anders)
    assert uitkomst.ontbreekt == ontbreekt
    assert uitkomst.formeel_regime  # K9: the term does not stop
    assert "De termijn loopt gewoon door." in uitkomst.redenen[1]


def test_an_organisation_has_a_name() -> None:
    klager = replace(KLAGER, achternaam="", voornaam="", organisatie="Bakkerij Jansen")
    assert _triage(klager=klager).ontbreekt == ()


@pytest.mark.parametrize("vorm", list(Vorm))
def test_nobody_is_anoniem(vorm: Vorm) -> None:
    uitkomst = _triage(klager=Persoon(), vorm=vorm)
    assert uitkomst.regime == "anoniem"
    assert not uitkomst.formeel_regime
    assert "9:2" in uitkomst.redenen[0]


def test_a_phone_number_without_a_name_can_be_called() -> None:
    uitkomst = _triage(klager=Persoon(telefoon="0612345678"))
    assert uitkomst.regime == "anoniem"
    assert "Vraag de naam" in uitkomst.redenen[1]


def test_about_someone_else_is_not_the_formal_regime() -> None:
    assert _triage(over_klager_zelf=False).regime == "behoorlijk (9:2)"


def test_another_language_may_need_a_translation() -> None:
    uitkomst = _triage(klager=replace(KLAGER, taal="Arabisch"))
    assert any("9:4 lid 3" in reden for reden in uitkomst.redenen)
    assert _triage(klager=replace(KLAGER, taal="Nederlands")).redenen == _triage().redenen


@pytest.mark.parametrize("soort", [s for s in Soort if s is not Soort.KLACHT])
def test_everything_else_has_norms_only(soort: Soort) -> None:
    uitkomst = _triage(soort=soort, klager=Persoon(), omschrijving="")
    assert uitkomst.regime == "geen klacht"
    assert not uitkomst.formeel_regime
    assert uitkomst.ontbreekt == ()
