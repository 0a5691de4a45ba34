"""Name line, aanhef, short name and order in the alphabet."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from klachtenapp.domain.adres import aanhef, korte_naam, naamregel, sorteernaam
from klachtenapp.domain.begrippen import Aanhef
from klachtenapp.domain.personen import Persoon

HEER, MEVROUW = Aanhef.HEER, Aanhef.MEVROUW
NEUTRAAL, ONBEKEND = Aanhef.NEUTRAAL, Aanhef.ONBEKEND


class Geval(NamedTuple):
    persoon: Persoon
    naamregel: str
    aanhef: str
    kort: str
    sorteer: str


GEVALLEN = [
    Geval(
        Persoon("Vries", HEER, "J.", tussenvoegsel="de"),
        "De heer J. de Vries", "Geachte heer De Vries,", "Dhr. J. de Vries", "Vries, J. de",
    ),
    Geval(
        Persoon("Berg", MEVROUW, "A.", tussenvoegsel="van den"),
        "Mevrouw A. van den Berg", "Geachte mevrouw Van den Berg,",
        "Mevr. A. van den Berg", "Berg, A. van den",
    ),
    Geval(
        Persoon("Alberts", MEVROUW, voornaam="Sanne"),
        "Mevrouw S. Alberts", "Geachte mevrouw Alberts,", "Mevr. S. Alberts", "Alberts, S.",
    ),
    Geval(
        Persoon("Wit", HEER, voornaam="Jan-Willem IJsbrand", tussenvoegsel="de"),
        "De heer J.W.IJ. de Wit", "Geachte heer De Wit,",
        "Dhr. J.W.IJ. de Wit", "Wit, J.W.IJ. de",
    ),
    Geval(
        Persoon("Verbeek", NEUTRAAL, "K.", "Kim"),
        "Kim Verbeek", "Beste Kim Verbeek,", "K. Verbeek", "Verbeek, K.",
    ),
    Geval(
        Persoon("Verbeek", NEUTRAAL, "K."),
        "K. Verbeek", "Geachte K. Verbeek,", "K. Verbeek", "Verbeek, K.",
    ),
    Geval(
        Persoon("Aa", ONBEKEND, tussenvoegsel="van der"),
        "De heer of mevrouw Van der Aa", "Geachte heer of mevrouw Van der Aa,",
        "Van der Aa", "Aa, van der",
    ),
    Geval(
        Persoon("Aa", ONBEKEND, "P.", tussenvoegsel="van der"),
        "P. van der Aa", "Geachte heer of mevrouw Van der Aa,", "P. van der Aa", "Aa, P. van der",
    ),
    Geval(
        Persoon("Jansen-de Vries", MEVROUW, "A."),
        "Mevrouw A. Jansen-de Vries", "Geachte mevrouw Jansen,",
        "Mevr. A. Jansen-de Vries", "Jansen-de Vries, A.",
    ),
    Geval(
        Persoon("Vries-van Dam", MEVROUW, "A.", tussenvoegsel="de"),
        "Mevrouw A. de Vries-van Dam", "Geachte mevrouw De Vries,",
        "Mevr. A. de Vries-van Dam", "Vries-van Dam, A. de",
    ),
    Geval(
        Persoon("El-Amrani", HEER, voornaam="Youssef"),
        "De heer Y. El-Amrani", "Geachte heer El-Amrani,", "Dhr. Y. El-Amrani", "El-Amrani, Y.",
    ),
    Geval(
        Persoon("'s-Gravesande", HEER, "W."),
        "De heer W. 's-Gravesande", "Geachte heer 's-Gravesande,",
        "Dhr. W. 's-Gravesande", "'s-Gravesande, W.",
    ),
    Geval(
        Persoon("Hof", HEER, tussenvoegsel="van 't"),
        "De heer Van 't Hof", "Geachte heer Van 't Hof,", "Dhr. Van 't Hof", "Hof, van 't",
    ),
    Geval(
        Persoon("Hof", HEER, "B.", tussenvoegsel="'t"),
        "De heer B. 't Hof", "Geachte heer 't Hof,", "Dhr. B. 't Hof", "Hof, B. 't",
    ),
    Geval(
        Persoon("Hondt", HEER, "B.", tussenvoegsel="d'"),
        "De heer B. d'Hondt", "Geachte heer D'Hondt,", "Dhr. B. d'Hondt", "Hondt, B. d'",
    ),
    Geval(
        Persoon("de Vries", HEER),  # the tussenvoegsel stayed in the surname
        "De heer De Vries", "Geachte heer De Vries,", "Dhr. De Vries", "de Vries",
    ),
    Geval(
        Persoon(voornaam="Youssef"), "Youssef", "Beste Youssef,", "Youssef", "Youssef"
    ),
    Geval(
        Persoon("", HEER, voornaam="Youssef"),
        "De heer Youssef", "Geachte heer,", "Dhr. Youssef", "Youssef",
    ),
    Geval(
        Persoon(organisatie="Bakkerij  Jansen"),
        "", "Geacht bestuur,", "Bakkerij Jansen", "Bakkerij Jansen",
    ),
    Geval(
        Persoon("Jansen", MEVROUW, "B.", organisatie="Bakkerij Jansen"),
        "Mevrouw B. Jansen", "Geachte mevrouw Jansen,", "Mevr. B. Jansen", "Jansen, B.",
    ),
    Geval(
        Persoon(" ", HEER, "J.", organisatie="Bakkerij Jansen"),
        "", "Geacht bestuur,", "Bakkerij Jansen", "Bakkerij Jansen",
    ),
    Geval(Persoon(), "", "Geachte heer of mevrouw,", "Anoniem", ""),
]  # fmt: skip


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda g: g.kort)
def test_names(geval: Geval) -> None:
    assert naamregel(geval.persoon) == geval.naamregel
    assert aanhef(geval.persoon) == geval.aanhef
    assert korte_naam(geval.persoon) == geval.kort
    assert sorteernaam(geval.persoon) == geval.sorteer


def test_no_initials_after_heer_or_mevrouw() -> None:
    for titel in (HEER, MEVROUW, ONBEKEND):
        assert "J." not in aanhef(Persoon("Vries", titel, "J.", "Jan", "de"))
