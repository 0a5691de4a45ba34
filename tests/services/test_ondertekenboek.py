"""The ondertekenmap on paper: every letter that waits, with all one needs to decide."""

from __future__ import annotations

from io import BytesIO

import pdfplumber
import pytest

from klachtenapp.errors import RegelFout
from klachtenapp.services import ondertekenboek, ondertekenen
from klachtenapp.services.context import Context
from tests.services.ondertekenzaak import afdelingshoofd, bied_aan, uid
from tests.services.test_correspondentie import KLAAR, OORDEEL, MaakDossier, bureau, maak

__all__ = ["bureau", "maak"]


def _paginas(pdf: bytes) -> list[str]:
    with pdfplumber.open(BytesIO(pdf)) as bestand:
        return [" ".join(pagina.extract_text().split()) for pagina in bestand.pages]


def test_the_map_holds_every_letter_with_its_page_to_decide_from(
    bureau: Context, maak: MaakDossier
) -> None:
    kenmerken = [maak(*OORDEEL, dossier=KLAAR, onderwerp=f"Zaak {n}") for n in (1, 2)]
    for kenmerk in kenmerken:
        bied_aan(bureau, kenmerk)
    boek = ondertekenboek.maak(afdelingshoofd(bureau))
    voor, *paginas = _paginas(boek.pdf)
    assert all(kenmerk in voor for kenmerk in kenmerken)
    for kenmerk in kenmerken:
        eigen = " ".join(p for p in paginas if f"Ondertekenmap, {kenmerk}, blad" in p)
        for woorden in (
            "Ik moest twee uur wachten", "Niemand belde terug.", "Oordeel: gegrond",
            "Wij betalen de kosten.", "Wat nog ontbreekt", f"Ondertekenen: {kenmerk}",
            "Ik was niet betrokken", "Handtekening", "Met vriendelijke groet",
        ):  # fmt: skip
            assert woorden in eigen, woorden


def test_a_letter_that_came_back_is_no_longer_in_it(bureau: Context, maak: MaakDossier) -> None:
    kenmerk = maak(*OORDEEL, dossier=KLAAR)
    bied_aan(bureau, kenmerk)
    ondertekenen.neem_terug(bureau, kenmerk, "Nog niet af.", opdracht_uid=uid())
    with pytest.raises(RegelFout, match="Er wacht geen brief"):
        ondertekenboek.maak(bureau)
