"""The gesprekskaart: who you are, what came in, what was promised, and what the klager wants."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from klachtenapp.domain.begrippen import Aanhef, Soort, Status, Wens
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.gesprekskaart import kaart
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.personen import Medewerker, Persoon
from klachtenapp.domain.volgende_stap import volgende_stap

VANDAAG = date(2026, 10, 16)
GEMEENTE = Gemeente("Gemeente Voorbeeldstad", belnummer="0224 21 04 00")
YILMAZ = Medewerker(1, "P. Yılmaz", functie="klachtbehandelaar")
Maak = Callable[..., Dossier]


def test_zo_begint_het_gesprek(maak_dossier: Maak, kader: Kader) -> None:
    dossier = maak_dossier(onderwerp="Aanvraag kwijt.", behandelaar=YILMAZ)
    gemaakt = kaart(dossier, GEMEENTE, kader, VANDAAG, None)
    assert gemaakt.zeg == (
        "U spreekt met P. Yılmaz, klachtbehandelaar van de gemeente Voorbeeldstad. Ik bel over "
        "uw klacht over: Aanvraag kwijt. Komt het nu uit?"
    )
    assert gemaakt.nummer.startswith("0224 21 04 00.")
    assert gemaakt.keuzes == ("een gesprek", "excuses", "een oplossing", "een officiële brief")
    assert "De klager kiest" in gemaakt.route
    ander = kaart(dossier, GEMEENTE, kader, VANDAAG, Medewerker(2, "M. Kok"))
    assert "U spreekt met M. Kok van" in ander.zeg


def test_wat_men_moet_weten(
    maak_dossier: Maak, kader: Kader, gebeurtenis: Callable[..., Gebeurtenis]
) -> None:
    dossier = maak_dossier(
        wens=Wens.EXCUSES,
        beklaagde="M. Kok",
        omschrijving="Zin. " * 400,
        gemachtigde=Persoon("Vries", Aanhef.HEER, "J.", telefoon="06", leest_moeilijk=True),
        gebeurtenissen=(
            gebeurtenis(G.BRIEF_VERZONDEN, VANDAAG, brief="ontvangstbevestiging", kanaal="post"),
            gebeurtenis(G.GESPREK, VANDAAG, manier="telefoon", bereikt="nee"),
        ),
    )
    gemaakt = kaart(dossier, GEMEENTE, kader, VANDAAG, YILMAZ)
    assert (gemaakt.wie, gemaakt.telefoon) == ("Dhr. J. Vries", "06")
    assert "de klacht van Mevr. E. Jangha" in gemaakt.zeg
    let_op = " ".join(gemaakt.let_op)
    assert all(woord in let_op for woord in ("Leest moeilijk", "gemachtigde", "M. Kok"))
    assert [regel.split(" uiterlijk")[0] for regel in gemaakt.beloofd] == [
        "In de brief: contact",
        "In de brief: antwoord",
    ]
    assert gemaakt.eerder == ("vr 16 okt: geen gehoor",)
    assert gemaakt.gekozen == "excuses"
    assert len(gemaakt.verhaal) <= 420


@pytest.mark.parametrize("soort", list(Soort))
@pytest.mark.parametrize("klager", [Persoon(), Persoon("Bos")])
def test_elke_melding_heeft_een_kaart(
    maak_dossier: Maak, kader: Kader, soort: Soort, klager: Persoon
) -> None:
    dossier = maak_dossier(soort=soort, klager=klager, omschrijving="")
    gemaakt = kaart(dossier, Gemeente(""), kader, VANDAAG, None)
    assert "(uw naam)" in gemaakt.zeg
    assert bool(gemaakt.keuzes) is (soort is Soort.KLACHT)


@pytest.mark.parametrize(
    ("wens", "stap"),
    [(Wens.OFFICIELE_BRIEF, "start_formeel"), (Wens.GESPREK, "start_informeel"),
     (Wens.EXCUSES, "start_informeel"), (Wens.OPLOSSING, "start_informeel")],
)  # fmt: skip
def test_het_antwoord_van_de_klager_kiest_de_weg(
    maak_dossier: Maak, kader: Kader, gebeurtenis: Callable[..., Gebeurtenis], wens: Wens, stap: str
) -> None:
    dossier = maak_dossier(
        status=Status.BEOORDELING,
        behandelaar=YILMAZ,
        wens=wens,
        gebeurtenissen=(
            gebeurtenis(G.GESPREK, VANDAAG, manier="telefoon", bereikt="ja", wens=wens),
            gebeurtenis(G.BRIEF_VERZONDEN, VANDAAG, brief="ontvangstbevestiging", kanaal="post"),
        ),
    )
    volgende = volgende_stap(dossier, kader, VANDAAG)
    assert volgende is not None
    assert volgende.handeling == stap
