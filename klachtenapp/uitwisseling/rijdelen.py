"""The single facts of a row that need only its own cells."""

from __future__ import annotations

from datetime import date

from klachtenapp.domain.begrippen import Afdoeningswijze, Kanaal, Oordeel, Soort, Vorm
from klachtenapp.uitwisseling.keuzewoorden import lees_ja_nee, lees_kanaal, lees_soort
from klachtenapp.uitwisseling.oordelen import lees_uitkomst
from klachtenapp.uitwisseling.rijwerk import Rijwerk
from klachtenapp.uitwisseling.velden import Kolomveld as V


def lees_oud_kenmerk(werk: Rijwerk) -> str:
    """Return the number the dossier had."""
    cel = werk.cel(V.OUD_KENMERK)
    if isinstance(cel, date) and cel.day == 1:
        # Excel makes 1 January of the number 2021-01; its own rows show what was meant.
        kenmerk = f"{cel.year}-{cel.month:02}"
        werk.let_op.append(f"Excel maakte van het nummer een datum; gelezen als {kenmerk}")
        return kenmerk
    return werk.kort(V.OUD_KENMERK)


def lees_soort_melding(werk: Rijwerk) -> Soort:
    """Return the soort; what says nothing is a klacht."""
    tekst = werk.kort(V.SOORT)
    soort = lees_soort(tekst) if tekst else Soort.KLACHT
    if soort is None:
        werk.twijfel(V.SOORT, "niet herkend; opgenomen als klacht")
    return soort or Soort.KLACHT


def lees_kanaal_en_vorm(werk: Rijwerk) -> tuple[Kanaal | None, Vorm | None]:
    """Return through which door it came, or only in what form."""
    tekst = werk.kort(V.KANAAL)
    if not tekst:
        return None, None
    kanaal, vorm = lees_kanaal(tekst)
    if kanaal is None and vorm is None:
        werk.twijfel(V.KANAAL, "niet herkend")
    return kanaal, vorm


def lees_informeel(werk: Rijwerk) -> bool | None:
    """Return whether it was handled informally; ``None`` when the cell does not say."""
    if not werk.kort(V.INFORMEEL):
        return None
    antwoord = lees_ja_nee(werk.cel(V.INFORMEEL))
    if antwoord is None:
        werk.twijfel(V.INFORMEEL, "niet herkend als ja of nee")
    return antwoord


def lees_einde(werk: Rijwerk) -> tuple[Oordeel | None, Afdoeningswijze | None]:
    """Return the oordeel and the afdoeningswijze that the cells name."""
    oordeel, wijze = None, None
    for veld in (V.OORDEEL, V.AFDOENINGSWIJZE):
        tekst = werk.kort(veld)
        if not tekst:
            continue
        uitkomst = lees_uitkomst(tekst)
        if not (uitkomst.herkend and uitkomst.zeker):
            deel = uitkomst.oordeel or uitkomst.wijze
            werk.twijfel(veld, f"gelezen als '{deel}'" if deel else "niet herkend")
        oordeel, wijze = oordeel or uitkomst.oordeel, wijze or uitkomst.wijze
    return oordeel, wijze
