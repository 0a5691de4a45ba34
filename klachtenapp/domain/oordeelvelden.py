"""The facts of the letter with our judgement: how we listened, and each part of the klacht."""

from __future__ import annotations

from collections.abc import Mapping

from klachtenapp.domain import dagtekst, verloop
from klachtenapp.domain.begrippen import GebeurtenisSoort, Oordeel
from klachtenapp.domain.dossier import Dossier, Klachtonderdeel
from klachtenapp.domain.onderdelen import totaaloordeel
from klachtenapp.domain.velddelen import ja, lang, zin

NORM_ALGEMEEN = "Wij moeten netjes en eerlijk met u omgaan."
_OORDEELFEITEN = {
    Oordeel.GEGROND: "gegrond",
    Oordeel.DEELS_GEGROND: "deels_gegrond",
    Oordeel.ONGEGROND: "ongegrond",
    Oordeel.GEEN_OORDEEL: "geen_oordeel",
}


def formele_velden(dossier: Dossier) -> dict[str, str]:
    """Return how the klacht was heard, advised upon and told."""
    ronde = verloop.lopende_ronde(dossier)
    gehoord = [g for g in ronde if g.soort is GebeurtenisSoort.GEHOORD]
    klager = next((g for g in reversed(gehoord) if g.ja("klager_gehoord")), None)
    afgezien = verloop.laatste_nu(dossier, GebeurtenisSoort.AFGEZIEN_VAN_HOREN)
    grond = afgezien.gegevens.get("grond", "") if afgezien and klager is None else ""
    oordeel = verloop.oordeel(dossier)
    gesprek = verloop.gesproken(dossier)
    gebeld = gesprek if oordeel and verloop.na(dossier, oordeel, gesprek) else None
    advies = verloop.laatste_nu(dossier, GebeurtenisSoort.ADVIES_ONTVANGEN)
    medewerker = any(g.ja("beklaagde_gehoord") for g in gehoord) or (
        afgezien is not None and afgezien.gegevens.get("beklaagde") == "gehoord"
    )
    feiten = {
        "gehoord_op": lang(klager.op) if klager else "",
        "niet_gehoord_duidelijk": ja(grond == "a"),
        "niet_gehoord_wens": ja(grond == "b"),
        "niet_gehoord_stil": ja(grond == "c"),
        "niet_gehoord_gemist": ja(klager is None and not grond and bool(gehoord)),
        "medewerker_gehoord": ja(medewerker),
        "advies_op": dagtekst.lang(advies.op) if advies and dossier.commissie else "",
        "afwijkreden": "",
        "conclusies": "",
        "gebeld_op": dagtekst.lang(gebeld.op) if gebeld else "",
    }
    if oordeel is not None:
        feiten["conclusies"] = oordeel.gegevens.get("conclusies", "").strip()
        if oordeel.ja("wijkt_af"):
            feiten["afwijkreden"] = oordeel.gegevens.get("afwijkreden", "").strip()
    return feiten


def onderdeelvelden(dossier: Dossier, normzinnen: Mapping[str, str]) -> dict[str, str]:
    """Return the judgement as a whole and the rows of its parts."""
    totaal = totaaloordeel(dossier.onderdelen)
    feiten = {feit: ja(totaal is oordeel) for oordeel, feit in _OORDEELFEITEN.items()}
    feiten["onderdeel_aantal"] = str(len(dossier.onderdelen))
    feiten |= {
        f"onderdeel_{naam}": "" for naam in _onderdeel(Klachtonderdeel(""), 0, 0, normzinnen)
    }
    for nummer, deel in enumerate(dossier.onderdelen, start=1):
        eigen = _onderdeel(deel, nummer, len(dossier.onderdelen), normzinnen)
        feiten |= {f"onderdeel{nummer}_{naam}": waarde for naam, waarde in eigen.items()}
    return feiten


def _onderdeel(
    deel: Klachtonderdeel, nummer: int, aantal: int, normzinnen: Mapping[str, str]
) -> dict[str, str]:
    klaar = deel.verbeterpunt_klaar_op
    return {
        "nummer": str(nummer),
        "een_van_meer": ja(aantal > 1),
        "klacht": deel.omschrijving.strip(),
        "bevinding": deel.bevinding.strip(),
        "norm": _normzin(deel, normzinnen),
        "verbeterpunt": zin(deel.verbeterpunt),
        "klaar_op": lang(klaar),
        **{feit: ja(deel.oordeel is oordeel) for oordeel, feit in _OORDEELFEITEN.items()},
    }


def _normzin(deel: Klachtonderdeel, normzinnen: Mapping[str, str]) -> str:
    """Return what we owed the klager in plain words: by the norm, else by the aspect."""
    bekend = normzinnen.get(deel.norm.strip().lower())
    if bekend or deel.norm.strip():
        return bekend or zin(deel.norm)
    return normzinnen.get(deel.aspect or "", "") or normzinnen.get("algemeen", NORM_ALGEMEEN)
