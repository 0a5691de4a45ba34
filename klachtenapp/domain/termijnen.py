"""The legal terms of hoofdstuk 9 Awb: a date that explains itself.

Week terms follow art. 1 and 3 of the Algemene termijnenwet (Atw); year terms do not (art. 4
Atw). A date that was named to or agreed with the klager is a date and no term: it is not
extended. There is no way to stop a term (K9: art. 9:11 knows no opschorting).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from klachtenapp.domain import dagtekst
from klachtenapp.domain.kalender import Kalender
from klachtenapp.domain.termijn import Termijn
from klachtenapp.domain.termijnstart import Start, bepaal_start, controleer_jaar

__all__ = [
    "Termijn",
    "afdoening",
    "jaar_na_gedraging",
    "niet_in_behandeling",
    "ombudsman",
]

WEKEN = 6
WEKEN_COMMISSIE = 10
WEKEN_VERDAGING = 4
WEKEN_NIET_IN_BEHANDELING = 4
_WEKEN_ATW_GRENS = 12


def afdoening(
    ontvangen: date,
    kalender: Kalender,
    *,
    weken: int = WEKEN,
    verdaagd: bool = False,
    verdaagd_tot: date | None = None,
    uitgesteld_tot: date | None = None,
    doorgeleid_op: date | None = None,
    model: str = "A",
) -> Termijn:
    """Return the term of art. 9:11 Awb for a klacht received on ``ontvangen``.

    ``weken`` is 6, or 10 with a commissie (afd. 9.1.3). ``verdaagd`` adds the 4 weeks of
    lid 2; a date named in the verdaging (``verdaagd_tot``) counts when it is earlier.
    ``uitgesteld_tot`` is the agreed date of lid 3. ``doorgeleid_op`` is the start of the
    term under art. 2:24 Awb. ``model`` "A" counts 6+4 weeks from receipt and extends once;
    "B" counts 4 weeks from the extended end of the first term.

    A date that would shorten the term is not followed but gives a warning: an agreement
    can only give more time. Raises ``RegelFout`` for a year too far away to count from.
    """
    start = bepaal_start(ontvangen, doorgeleid_op)
    termijn = eerste = _weektermijn(
        "afdoening", "Afdoening", "art. 9:11 lid 1 Awb", start, weken, kalender
    )
    if verdaagd:
        termijn = _verdaag(eerste, start, weken, kalender, model)
        if verdaagd_tot is not None:
            termijn = _verkort_verdaging(termijn, eerste, verdaagd_tot)
    if uitgesteld_tot is not None:
        termijn = _stel_uit(termijn, uitgesteld_tot)
    return termijn


def niet_in_behandeling(
    ontvangen: date, kalender: Kalender, *, doorgeleid_op: date | None = None
) -> Termijn:
    """Return the last day for telling that we do not handle the klacht (art. 9:8 lid 3 Awb)."""
    return _weektermijn(
        "niet_in_behandeling",
        "Niet in behandeling nemen",
        "art. 9:8 lid 3 Awb",
        bepaal_start(ontvangen, doorgeleid_op),
        WEKEN_NIET_IN_BEHANDELING,
        kalender,
    )


def ombudsman(kennisgeving: date) -> Termijn:
    """Return the last day to go to the ombudsman: one year after our letter (art. 9:24 lid 1).

    Never extended; a letter of 29 February gives 28 February, the safe side.
    """
    return _jaartermijn(
        "ombudsman", "Naar de ombudsman", "art. 9:24 lid 1 Awb", "brief van", kennisgeving
    )


def jaar_na_gedraging(gedraging: date) -> Termijn:
    """Return the last day of coming in on which a klacht must be handled (9:8 lid 1 onder b).

    A klacht that comes later may be refused; handling it is always allowed.
    """
    return _jaartermijn(
        "jaar_na_gedraging",
        "Behandelplicht tot en met",
        "art. 9:8 lid 1 onder b Awb",
        "gebeurd op",
        gedraging,
    )


def _weektermijn(
    naam: str,
    label: str,
    artikel: str,
    start: Start,
    weken: int,
    kalender: Kalender,
    duur: str = "",
) -> Termijn:
    nominaal = start.dag + timedelta(weeks=weken)
    verschuivingen = kalender.verschuivingen(nominaal)
    uiterste = nominaal + timedelta(days=len(verschuivingen))
    waarschuwing = kalender.dekkingswaarschuwing(nominaal)
    waarschuwing = waarschuwing or kalender.dekkingswaarschuwing(uiterste)
    return Termijn(
        naam=naam,
        label=label,
        artikel=", ".join(filter(None, (artikel, start.artikel))),
        startfeit=start.feit,
        vanaf=start.dag,
        duur=duur or f"{weken} weken",
        nominale_datum=nominaal,
        verschuivingen=verschuivingen,
        uiterste_datum=uiterste,
        waarschuwingen=(waarschuwing,) if waarschuwing else (),
        toelichting=start.toelichting,
    )


def _verdaag(eerste: Termijn, start: Start, weken: int, kalender: Kalender, model: str) -> Termijn:
    artikel = "art. 9:11 lid 1 en 2 Awb"
    if model == "B":
        einde = Start("einde eerste termijn", eerste.uiterste_datum, start.artikel, ())
        termijn = _weektermijn("afdoening", "Afdoening", artikel, einde, WEKEN_VERDAGING, kalender)
        termijn = replace(termijn, voorafgaand=eerste)
    else:
        duur = f"{weken} + {WEKEN_VERDAGING} weken"
        som = weken + WEKEN_VERDAGING
        termijn = _weektermijn("afdoening", "Afdoening", artikel, start, som, kalender, duur)
    if weken + WEKEN_VERDAGING > _WEKEN_ATW_GRENS and termijn.verschuivingen:
        return _waarschuw(
            termijn,
            f"{weken} + {WEKEN_VERDAGING} weken is samen meer dan 12 weken. Het is niet zeker "
            "dat de Algemene termijnenwet dan verlengt (art. 4 Atw). Houd voor de zekerheid "
            f"{dagtekst.lang_met_dag(termijn.nominale_datum)} aan.",
        )
    return termijn


def _verkort_verdaging(ruimste: Termijn, eerste: Termijn, tot: date) -> Termijn:
    """Follow the date named in the verdaging, between the first end and the 4 weeks."""
    if tot > ruimste.uiterste_datum:
        return _waarschuw(
            ruimste,
            f"In de verdaging staat {dagtekst.lang(tot)}. De wet staat 4 weken toe, "
            f"dus tot en met {dagtekst.lang(ruimste.uiterste_datum)} (art. 9:11 lid 2 Awb).",
        )
    if tot <= eerste.uiterste_datum:
        return _waarschuw(
            eerste,
            f"In de verdaging staat {dagtekst.lang(tot)}. Dat is niet later dan de eerste "
            "termijn. De eerste termijn blijft gelden.",
        )
    if tot == ruimste.uiterste_datum:
        return ruimste
    return _genoemde_datum(eerste, "Verdaagd tot en met", ruimste.artikel, tot)


def _stel_uit(termijn: Termijn, tot: date) -> Termijn:
    if tot <= termijn.uiterste_datum:
        return _waarschuw(
            termijn,
            f"Het afgesproken uitstel tot {dagtekst.lang(tot)} is niet later dan de termijn. "
            f"De termijn blijft {dagtekst.lang(termijn.uiterste_datum)}.",
        )
    leden = "lid 1, 2 en 3" if "lid 1 en 2" in termijn.artikel else "lid 1 en 3"
    artikel = ", ".join([f"art. 9:11 {leden} Awb", *termijn.artikel.split(", ")[1:]])
    omschrijving = "Met schriftelijke instemming van de klager uitgesteld tot en met"
    return _genoemde_datum(termijn, omschrijving, artikel, tot)


def _genoemde_datum(vorige: Termijn, omschrijving: str, artikel: str, tot: date) -> Termijn:
    return Termijn(
        naam=vorige.naam,
        label=vorige.label,
        artikel=artikel,
        startfeit=vorige.startfeit,
        vanaf=vorige.vanaf,
        duur="",
        nominale_datum=tot,
        verschuivingen=(),
        uiterste_datum=tot,
        waarschuwingen=vorige.waarschuwingen,
        omschrijving=omschrijving,
        voorafgaand=vorige,
    )


def _jaartermijn(naam: str, label: str, artikel: str, startfeit: str, vanaf: date) -> Termijn:
    controleer_jaar(vanaf, naam)
    einde = vanaf + relativedelta(years=1)
    schrikkel = "29 februari bestaat dan niet: wij nemen 28 februari."
    return Termijn(
        naam=naam,
        label=label,
        artikel=artikel,
        startfeit=startfeit,
        vanaf=vanaf,
        duur="1 jaar",
        nominale_datum=einde,
        verschuivingen=(),
        uiterste_datum=einde,
        toelichting=(schrikkel,) if einde.day != vanaf.day else (),
    )


def _waarschuw(termijn: Termijn, zin: str) -> Termijn:
    return replace(termijn, waarschuwingen=(*termijn.waarschuwingen, zin))
