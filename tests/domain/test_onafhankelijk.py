"""Who was involved may not handle or sign (art. 9:7 Awb)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.begrippen import Soort
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.onafhankelijk import (
    beklaagden,
    betrokkenen,
    gemerkten,
    is_betrokken,
    leidinggevende_bezwaar,
    waarom_niet,
)


@pytest.mark.parametrize(
    ("beklaagde", "medewerker", "betrokken"),
    [
        ("P. Yılmaz", "P. Yılmaz", True),
        ("mevrouw Yilmaz", "P. Yılmaz", True),
        ("de heer YILMAZ van de balie", "P. Yılmaz", True),
        ("Pınar Yılmaz", "P. Yılmaz", True),
        ("Mehmet Yılmaz", "P. Yılmaz", False),
        ("p. yilmaz", "P. Yılmaz", True),
        ("H. de Boer, M. Kok", "M. Kok", True),
        ("Kok en De Boer", "H. de Boer", True),
        ("Van den Berg (consulent)", "A. van den Berg", True),
        ("Van den Bergh", "A. van den Berg", False),
        ("de balie van Burgerzaken", "H. de Boer", False),
        ("het college", "M. Kok", False),
        ("", "M. Kok", False),
        ("mevrouw", "M. Kok", False),
        ("Mevrouw kok van de balie", "M. Kok", True),  # the name itself in small letters
        ("Wethouder De Boer", "H. de Boer", True),  # a function is no first name
        ("Baliemedewerkster Kok", "M. Kok", True),
        ("Balie: Kok", "M. Kok", True),
        ("Drs. Kok", "M. Kok", True),
        ("Yılmaz, P.", "P. Yılmaz", True),
        ("mevrouw Jansen", "A. Jansen-de Vries", True),  # who married has two surnames
        ("mevrouw Jansen", "A. de Vries-Jansen", True),
        ("mw. De Vries", "A. Jansen - de Vries", True),
        ("A. Jansen-de Vries", "A. Jansen", True),
        ("Jansen-de Vries", "A. Jansen-de Vries", True),
        ("P. Jansen-de Vries", "A. Jansen-de Vries", False),
        ("Jan de Boer", "Jan-Willem Kok", False),
        ("O'Brien", "K. O\u2019Brien", True),
        ("OBrien", "K. O'Brien", True),
        ("IJsbrand Visser", "T. Visser", False),  # an initial is no tussenvoegsel
        ("mevrouw S. Kok", "M. Kok", False),
        ("Van 't Hof", "J. van \u2019t Hof", True),
        ("de heer Ambtman", "J. Ambtman", True),
        ("mevrouw Burgemeester", "J. Burgemeester", True),
        ("de heer De Heer", "J. de Heer", True),
        ("mevrouw J. Kok", "J. de Heer", False),
        ("de heer De Heer", "H. de Boer", False),
    ],
)
def test_is_betrokken(
    maak_dossier: Callable[..., Dossier], beklaagde: str, medewerker: str, betrokken: bool
) -> None:
    assert is_betrokken(medewerker, maak_dossier(beklaagde=beklaagde)) is betrokken


def test_lege_naam_is_niemand(maak_dossier: Callable[..., Dossier]) -> None:
    assert not is_betrokken("", maak_dossier(beklaagde="M. Kok"))


def test_betrokkenen_een_voor_een(maak_dossier: Callable[..., Dossier]) -> None:
    dossier = maak_dossier(beklaagde="H. de Boer; M. Kok en P. Yılmaz")
    assert betrokkenen(dossier) == ("H. de Boer", "M. Kok", "P. Yılmaz")


def test_gemerkt_is_betrokken_tot_het_wordt_teruggenomen(
    maak_dossier: Callable[..., Dossier], gebeurtenis: Callable[..., Gebeurtenis]
) -> None:
    dag = date(2026, 11, 20)
    merk = gebeurtenis(G.BETROKKEN_GEMERKT, dag, medewerker="P. Yılmaz", reden="besliste")
    dossier = maak_dossier(beklaagde="M. Kok", gebeurtenissen=(merk,))
    assert betrokkenen(dossier) == ("M. Kok", "P. Yılmaz")
    assert beklaagden(dossier) == ("M. Kok",)
    assert gemerkten(dossier)["P. Yılmaz"].gegevens["reden"] == "besliste"
    assert is_betrokken("p. yilmaz", dossier)
    assert waarom_niet("P. Yılmaz", dossier) == "P. Yılmaz was betrokken bij wat er is gebeurd."
    assert waarom_niet("M. Kok", dossier) == "De klacht gaat over M. Kok."
    weg = gebeurtenis(
        G.BETROKKEN_GEMERKT, dag, medewerker="P. Yılmaz", _handeling="merk_niet_betrokken"
    )
    weer = replace(dossier, gebeurtenissen=(merk, weg))
    assert not is_betrokken("P. Yılmaz", weer)
    assert waarom_niet("P. Yılmaz", weer) == ""


@pytest.mark.parametrize(
    ("naam", "soort", "gewaarschuwd"),
    [
        ("A. van Egdom", Soort.KLACHT, True),
        ("a. van egdom", Soort.KLACHT, True),
        ("P. Yılmaz", Soort.KLACHT, False),  # leads someone else
        ("", Soort.KLACHT, False),
        ("A. van Egdom", Soort.TIP, False),
    ],
)
def test_de_leidinggevende_van_de_beklaagde_geeft_een_waarschuwing(
    maak_dossier: Callable[..., Dossier], naam: str, soort: Soort, gewaarschuwd: bool
) -> None:
    dossier = maak_dossier(beklaagde="mevrouw Kok", soort=soort)
    leiders = {"M. Kok": "A. van Egdom", "H. de Boer": "P. Yılmaz"}
    bezwaar = leidinggevende_bezwaar(naam, dossier, leiders)
    assert (bezwaar is not None) is gewaarschuwd
    if bezwaar is not None:
        assert "A. van Egdom is de leidinggevende van M. Kok" in bezwaar.tekst
        assert bezwaar.artikel == "art. 9:7 lid 1 Awb"
