"""The legal lines of the termijnkaart: art. 9:8, 9:11 and 9:24 Awb."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from klachtenapp.domain import dagtekst, termijnen, verloop
from klachtenapp.domain.begrippen import Afdoeningswijze, GebeurtenisSoort, Status
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.dossiertermijn import (
    ZONDER_OORDEEL_OVER_TIJD,
    afdoeningstermijn,
    antwoord_op,
    geldende_verdaging,
    heeft_wettelijke_termijn,
    klaar_op,
    termijn_niet_in_behandeling,
    termijn_voor_verdaging,
    verdaagbare_termijn,
)
from klachtenapp.domain.kaartregel import Kaartregel, Toestand, afloop, toestand_van
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.ombudsmanzaak import Ombudsmanzaak, ombudsmanzaak
from klachtenapp.domain.termijn import Termijn

_VOOR_BEHANDELING = frozenset({Status.ONTVANGEN, Status.BEOORDELING, Status.AANVULLING_GEVRAAGD})


def wettelijke_regels(dossier: Dossier, kader: Kader, vandaag: date) -> Iterator[Kaartregel]:
    """Yield the legal lines; none for what has no legal term."""
    termijn = afdoeningstermijn(dossier, kader)
    if termijn is None:
        return
    niet_behandeld = dossier.afdoeningswijze is Afdoeningswijze.NIET_IN_BEHANDELING
    if not (niet_behandeld and not dossier.is_open):
        yield _afdoening(dossier, termijn, vandaag)
    yield from _verdaging(dossier, kader, termijn, vandaag)
    yield from _niet_in_behandeling(dossier, kader, vandaag)
    yield from _jaar_na_gedraging(dossier)


def _regel(termijn: Termijn, toestand: Toestand, *, gedaan_op: date | None = None) -> Kaartregel:
    slot = afloop(termijn.uiterste_datum, gedaan_op)
    zin = f"{termijn.uitleg_zin}."
    return Kaartregel(
        naam=termijn.naam,
        label=termijn.label,
        datum=termijn.uiterste_datum,
        uitleg=f"{zin} {slot}".strip(),
        soort="wet",
        toestand=toestand,
        gedaan_op=gedaan_op,
        waarschuwingen=termijn.waarschuwingen,
        stappen=(*termijn.uitleg, slot) if slot else termijn.uitleg,
    )


def _afdoening(dossier: Dossier, termijn: Termijn, vandaag: date) -> Kaartregel:
    gedaan_op = klaar_op(dossier)
    if not dossier.is_open:
        gedaan_op = gedaan_op or dossier.afgehandeld_op
    toestand = toestand_van(termijn.uiterste_datum, gedaan_op, vandaag)
    if not dossier.is_open:
        # An old register may not say when it ended: done, on a day we do not know.
        toestand = "gedaan"
    return _regel(termijn, toestand, gedaan_op=gedaan_op)


def _verdaging(
    dossier: Dossier, kader: Kader, termijn: Termijn, vandaag: date
) -> Iterator[Kaartregel]:
    verdaging = verloop.verdaagd(dossier)
    if verdaging is not None and geldende_verdaging(dossier, kader) is None:
        eerst = termijn_voor_verdaging(dossier, kader) or termijn
        yield _niet_verteld(dossier, verdaging, eerst.uiterste_datum, vandaag)
        return
    if verdaging is not None:
        yield Kaartregel(
            naam="verdaging",
            label="Verdaagd",
            datum=verdaging.datum("tot") or termijn.uiterste_datum,
            uitleg=f"Verdaagd op {dagtekst.kort(verdaging.op)}. Dat kan één keer. "
            "Art. 9:11 lid 2 Awb.",
            soort="wet",
            toestand="gedaan",
            gedaan_op=verdaging.op,
        )
        return
    straks = verdaagbare_termijn(dossier, kader)
    voorbij = vandaag > termijn.uiterste_datum or klaar_op(dossier) is not None
    if straks is None or voorbij or not dossier.is_open:
        return
    yield Kaartregel(
        naam="verdaging",
        label="Als u verdaagt",
        datum=straks.uiterste_datum,
        uitleg=f"{straks.uitleg_zin}. Eén keer, schriftelijk aan klager en beklaagde, uiterlijk "
        f"{dagtekst.lang_met_dag(termijn.uiterste_datum)}.",
        soort="wet",
        toestand="mogelijk",
        waarschuwingen=straks.waarschuwingen,
        stappen=straks.uitleg,
    )


def _niet_verteld(
    dossier: Dossier, verdaging: Gebeurtenis, eerst: date, vandaag: date
) -> Kaartregel:
    """Say that the new date does not count yet, or never did: the klager was not told in time."""
    te_laat = vandaag > eerst
    zin = (
        "De klager kreeg niet op tijd bericht. De verdaging geldt dus niet."
        if te_laat
        else f"Dat geldt pas als de klager het weet. De brief moet uiterlijk "
        f"{dagtekst.lang_met_dag(eerst)} weg zijn."
    )
    uitstel = dossier.laatste(GebeurtenisSoort.UITGESTELD)  # the klager knows another date
    open_ = dossier.is_open and klaar_op(dossier) is None and uitstel is None
    return Kaartregel(
        naam="verdaging",
        label="Bericht van verdaging",
        datum=eerst,
        uitleg=f"Verdaagd op {dagtekst.kort(verdaging.op)}. {zin} Art. 9:11 lid 2 Awb.",
        soort="wet",
        toestand=("te laat" if te_laat else "open") if open_ else "gedaan",
        gedaan_op=None if open_ else verdaging.op,
    )


def _niet_in_behandeling(dossier: Dossier, kader: Kader, vandaag: date) -> Iterator[Kaartregel]:
    termijn = termijn_niet_in_behandeling(dossier, kader)
    if not dossier.is_open:
        if dossier.afdoeningswijze is Afdoeningswijze.NIET_IN_BEHANDELING:
            yield _regel(termijn, "gedaan", gedaan_op=dossier.afgehandeld_op)
    elif dossier.status in _VOOR_BEHANDELING and vandaag <= termijn.uiterste_datum:
        yield _regel(termijn, "mogelijk")


def _jaar_na_gedraging(dossier: Dossier) -> Iterator[Kaartregel]:
    if dossier.gedraging_op is None or not dossier.is_open:
        return
    termijn = termijnen.jaar_na_gedraging(dossier.gedraging_op)
    if verloop.termijn_vanaf(dossier) > termijn.uiterste_datum:
        zin = "De klacht kwam later. U hoeft haar niet te behandelen; het mag wel."
        yield Kaartregel(
            naam=termijn.naam,
            label=termijn.label,
            datum=termijn.uiterste_datum,
            uitleg=f"{termijn.uitleg_zin}. {zin}",
            soort="wet",
            toestand="mogelijk",
            stappen=(*termijn.uitleg, zin),
        )


def ombudsmanregels(dossier: Dossier, vandaag: date) -> Iterator[Kaartregel]:
    """Yield until when the klager may go to the ombudsman (art. 9:24 lid 1 Awb), if at all."""
    zaak = ombudsmanzaak(dossier)
    if zaak is not None:
        yield from _bij_de_ombudsman(zaak, vandaag)
        return
    if not heeft_wettelijke_termijn(dossier) or _niet_van_ons(dossier):
        return
    einde = antwoord_op(dossier)
    if einde is None:
        if dossier.is_open:
            yield _ombudsman_later()
        return
    termijn = termijnen.ombudsman(einde)
    if vandaag <= termijn.uiterste_datum:
        yield _regel(termijn, "mogelijk")


def _bij_de_ombudsman(zaak: Ombudsmanzaak, vandaag: date) -> Iterator[Kaartregel]:
    """Yield since when it is there, and by when we answer (art. 9:36 lid 4 Awb)."""
    reactie = zaak.reactie_voor
    antwoord = f" Wij antwoorden uiterlijk {dagtekst.kort(reactie)}." if reactie else ""
    sinds = dagtekst.kort(zaak.ontvangen_op)
    yield Kaartregel(
        naam="ombudsman",
        label="Ombudsman",
        datum=zaak.ontvangen_op,
        uitleg=f"De klacht ligt bij de ombudsman sinds {sinds}.{antwoord}",
        soort="wet",
        toestand="gedaan",
        gedaan_op=zaak.ontvangen_op,
    )
    if reactie is not None:
        slot = afloop(reactie, zaak.gereageerd_op, "Geantwoord")
        yield Kaartregel(
            naam="reactie_ombudsman",
            label="Antwoord aan de ombudsman",
            datum=reactie,
            uitleg=f"Gevraagd op {dagtekst.kort(zaak.laatste_bericht_op)}. "
            f"{slot}{' ' if slot else ''}Art. 9:36 lid 4 Awb.",
            soort="wet",
            toestand=toestand_van(reactie, zaak.gereageerd_op, vandaag),
            gedaan_op=zaak.gereageerd_op,
        )


def _niet_van_ons(dossier: Dossier) -> bool:
    return not dossier.is_open and dossier.afdoeningswijze in ZONDER_OORDEEL_OVER_TIJD


def _ombudsman_later() -> Kaartregel:
    stappen = (
        "Na onze brief kan de klager één jaar naar de ombudsman.",
        "Die datum rekenen wij uit als de brief weg is.",
        "Art. 9:24 lid 1 Awb.",
    )
    return Kaartregel(
        naam="ombudsman",
        label="Ombudsman",
        datum=None,
        uitleg=" ".join(stappen),
        soort="wet",
        toestand="mogelijk",
        stappen=stappen,
    )
