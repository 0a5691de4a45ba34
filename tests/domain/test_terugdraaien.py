"""Everything can be undone by name, until a letter is out or a decision is signed.

Over the whole table: a row either says how its undo is called, or it is an ending, and then
only a correcting step is honest: reopening, with the reason.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time

import pytest

from klachtenapp.domain import gebeurtenistekst
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.begrippen import Status
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.handeling import Bezwaar, Collegas, Handeling
from klachtenapp.domain.handelingen import (
    HANDELINGEN,
    laatste_terug_te_draaien,
    maak_ongedaan,
    mogelijk,
)
from klachtenapp.domain.kader import Kader

Maak = Callable[..., Dossier]
NU = date(2026, 11, 20)
MOMENT = datetime.combine(NU, time(9))
TERUG = [h for h in HANDELINGEN.values() if h.terug]
ZONDER = [h for h in HANDELINGEN.values() if not h.terug]
DEFINITIEF = (G.BRIEF_VERZONDEN, G.ONDERTEKEND, G.BRIEF_KLAARGELEGD, G.AFGEHANDELD, G.GEWIJZIGD)


def gebeurd(dossier: Dossier, handeling: Handeling, van: Status) -> Dossier:
    """The dossier after this handeling, as the register gives it back."""
    gegevens = {"_handeling": handeling.naam, "_van": van.value, "_was_status": van.value}
    feit = Gebeurtenis(handeling.gebeurtenis, NU, MOMENT, "registrar", gegevens, id=7)
    naar = handeling.naar or van
    feiten = (*dossier.gebeurtenissen, feit)
    return replace(dossier, status=naar, gebeurtenissen=feiten)


def met(dossier: Dossier, soort: G) -> Dossier:
    feit = Gebeurtenis(soort, NU, MOMENT, "registrar", {"brief": "afdoeningsbrief"}, id=8)
    return replace(dossier, gebeurtenissen=(*dossier.gebeurtenissen, feit))


def ongedaan(dossier: Dossier) -> Dossier | Bezwaar:
    return maak_ongedaan(dossier, "verkeerd", nu=MOMENT, door="registrar", collegas=Collegas())


@pytest.mark.parametrize("handeling", ZONDER, ids=lambda h: h.naam)
def test_zonder_naam_alleen_een_einde(handeling: Handeling) -> None:
    assert handeling.gebeurtenis is G.AFGEHANDELD


def test_elke_naam_van_terugdraaien_is_er_een() -> None:
    namen = [h.terug for h in TERUG]
    assert len(set(namen)) == len(namen)
    assert all(naam.endswith(("ongedaan maken", "doorhalen")) for naam in namen)


@pytest.mark.parametrize("handeling", TERUG, ids=lambda h: h.naam)
def test_de_laatste_stap_gaat_terug_naar_de_stand_ervoor(
    handeling: Handeling, maak_dossier: Maak
) -> None:
    van = sorted(handeling.van)[0]
    dossier = gebeurd(maak_dossier(status=van), handeling, van)
    gevonden = laatste_terug_te_draaien(dossier)
    assert gevonden is not None
    assert gevonden[1].terug == handeling.terug
    terug = ongedaan(dossier)
    assert isinstance(terug, Dossier)
    assert terug.status is van
    assert terug.gebeurtenissen[-1].gegevens["wat"] == handeling.terug
    assert terug.gebeurtenissen[:-1] == dossier.gebeurtenissen  # the history keeps both


@pytest.mark.parametrize("soort", DEFINITIEF)
@pytest.mark.parametrize("handeling", TERUG, ids=lambda h: h.naam)
def test_na_brief_handtekening_of_einde_niet_meer(
    handeling: Handeling, soort: G, maak_dossier: Maak
) -> None:
    van = sorted(handeling.van)[0]
    dossier = met(gebeurd(maak_dossier(status=van), handeling, van), soort)
    assert laatste_terug_te_draaien(dossier) is None
    bezwaar = ongedaan(dossier)
    assert isinstance(bezwaar, Bezwaar)
    assert "verbetering" in bezwaar.tekst


@pytest.mark.parametrize("handeling", ZONDER, ids=lambda h: h.naam)
def test_een_einde_verbetert_u_met_heropenen(
    handeling: Handeling, maak_dossier: Maak, kader: Kader
) -> None:
    soort = sorted(handeling.soorten)[0]
    van = sorted(handeling.van)[0]
    dicht = gebeurd(maak_dossier(status=van, soort=soort), handeling, van)
    assert laatste_terug_te_draaien(dicht) is None
    namen = {h.naam for h in mogelijk(dicht, kader, NU)}
    assert "heropen" in namen


def test_een_gepasseerde_plicht_in_woorden() -> None:
    gegevens = {"plicht": "verslag", "reden": "x " * 200 + "einde", "_handeling": "passeer_plicht"}
    feit = Gebeurtenis(G.PLICHT_GEPASSEERD, NU, MOMENT, "A. van Egdom", gegevens)
    assert gebeurtenistekst.titel(feit) == "Overgeslagen: Verslag van het horen"
    assert gebeurtenistekst.detail(feit).endswith("einde · door A. van Egdom")  # never cut off


def test_een_oude_uitleg_bij_het_afsluiten_blijft_leesbaar() -> None:
    gegevens = {"ontbreekt_reden": "Mondeling bevestigd.", "_handeling": "sluit_formeel"}
    feit = Gebeurtenis(G.AFGEHANDELD, NU, MOMENT, "registrar", gegevens)
    assert "Overgeslagen: Mondeling bevestigd." in gebeurtenistekst.detail(feit)
    assert ("Overgeslagen", "Mondeling bevestigd.") in gebeurtenistekst.antwoorden(feit, {})
