"""The lines of the termijnkaart that come from our own norms, and from dates we named."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from klachtenapp.domain import beloften, dagtekst, verloop
from klachtenapp.domain.begrippen import Afdoeningswijze, GebeurtenisSoort, Soort, Status
from klachtenapp.domain.briefsoort import AAN_ANDEREN, BriefSoort
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.dossiertermijn import (
    afdoeningsnorm,
    heeft_wettelijke_termijn,
    klaar_op,
    uiterste_datum,
)
from klachtenapp.domain.kaartregel import Kaartregel, normregel, toestand_van
from klachtenapp.domain.kader import Kader

_VOOR_FORMEEL = frozenset(
    {Status.ONTVANGEN, Status.BEOORDELING, Status.AANVULLING_GEVRAAGD, Status.INFORMEEL}
)
_NIET_BEREIKT = "nee"
# By what else than a talk the klager hears how it stands; on which day, if not that of the event.
_BERICHTEN = {
    GebeurtenisSoort.BRIEF_VERZONDEN: "",
    GebeurtenisSoort.AANVULLING_GEVRAAGD: "",
    GebeurtenisSoort.GEHOORD: "",
    GebeurtenisSoort.HOREN_GEPLAND: "klager_uitgenodigd_op",
    GebeurtenisSoort.VERDAAGD: "klager_bericht_op",
    GebeurtenisSoort.UITGESTELD: "instemming_op",
}


def afdoeningsnormregel(dossier: Dossier, kader: Kader, vandaag: date) -> Iterator[Kaartregel]:
    """Yield the date by which something without a legal term must be answered."""
    norm = afdoeningsnorm(dossier, kader)
    if norm is None or heeft_wettelijke_termijn(dossier):
        return
    label, artikel = norm.label, ""
    if dossier.soort is Soort.DOORZENDING:
        artikel = "onverwijld, art. 2:3 lid 1 Awb"
    elif dossier.anoniem:
        label = "Signaal afhandelen"
    elif dossier.soort is Soort.KLACHT:
        artikel = "behoorlijk behandelen, art. 9:2 Awb; de termijn van art. 9:11 geldt hier niet"
    gedaan_op = klaar_op(dossier)
    if dossier.is_open or gedaan_op is not None:
        yield normregel(
            norm, vandaag=vandaag, gedaan_op=gedaan_op, artikel=artikel,
            naam="afdoening", label=label,
        )  # fmt: skip


def normregels(dossier: Dossier, kader: Kader, vandaag: date) -> Iterator[Kaartregel]:
    """Yield the norms on the way to the answer. What a closed dossier left undone stays out."""
    if dossier.anoniem or dossier.soort is Soort.DOORZENDING:
        return
    yield from _eerste_contact(dossier, kader, vandaag)
    if dossier.soort is not Soort.KLACHT:
        return
    yield from _ontvangstbevestiging(dossier, kader, vandaag)
    yield from _informeel(dossier, kader, vandaag)
    yield from _aanvulling(dossier, vandaag)
    yield from _afschrift(dossier, kader, vandaag)
    yield from _hoorzitting(dossier, vandaag)
    yield from _voortgang(dossier, kader, vandaag)
    yield from _bedenktijd(dossier, kader, vandaag)


def _norm(
    naam: str,
    dossier: Dossier,
    kader: Kader,
    vandaag: date,
    *,
    vanaf: date,
    gedaan_op: date | None,
    als: str = "",
    woord: str = "Gedaan",
    artikel: str = "",
) -> Iterator[Kaartregel]:
    norm = kader.normen.termijn(naam, vanaf, kader.kalender)
    if norm is not None and (dossier.is_open or gedaan_op is not None):
        yield normregel(
            norm, vandaag=vandaag, gedaan_op=gedaan_op, woord=woord, artikel=artikel, naam=als
        )


def _op(gebeurtenis: Gebeurtenis | None) -> date | None:
    return gebeurtenis.op if gebeurtenis else None


def _gesprekken(dossier: Dossier) -> list[Gebeurtenis]:
    return [
        g
        for g in dossier.alle(GebeurtenisSoort.GESPREK)
        if g.gegevens.get("bereikt") != _NIET_BEREIKT
    ]


def _eerste_contact(dossier: Dossier, kader: Kader, vandaag: date) -> Iterator[Kaartregel]:
    vanaf = verloop.termijn_vanaf(dossier)
    gesproken = min((g.op for g in _gesprekken(dossier) if g.op >= vanaf), default=None)
    als = "eerste_contact"
    yield from _norm(
        "eerste_telefonisch_contact", dossier, kader, vandaag, vanaf=vanaf, gedaan_op=gesproken,
        als=als, woord="Gesproken",
    )  # fmt: skip
    yield from _norm(
        "eerste_reactie", dossier, kader, vandaag, vanaf=vanaf, gedaan_op=_eerste_bericht(dossier)
    )


def _eerste_bericht(dossier: Dossier) -> date | None:
    soorten = (GebeurtenisSoort.GESPREK, GebeurtenisSoort.BRIEF_VERZONDEN)
    dagen = (
        g.op
        for g in dossier.geldige_gebeurtenissen
        if g.soort in soorten and g.gegevens.get("brief") not in AAN_ANDEREN
    )
    return min(dagen, default=None)


def _ontvangstbevestiging(dossier: Dossier, kader: Kader, vandaag: date) -> Iterator[Kaartregel]:
    brieven = dossier.alle(GebeurtenisSoort.BRIEF_VERZONDEN)
    dagen = (g.op for g in brieven if g.gegevens.get("brief") == BriefSoort.ONTVANGSTBEVESTIGING)
    yield from _norm(
        "ontvangstbevestiging", dossier, kader, vandaag,
        vanaf=verloop.termijn_vanaf(dossier), gedaan_op=min(dagen, default=None),
        woord="Verzonden", artikel="art. 9:6 Awb noemt geen aantal dagen",
    )  # fmt: skip


def _informeel(dossier: Dossier, kader: Kader, vandaag: date) -> Iterator[Kaartregel]:
    if dossier.status in _VOOR_FORMEEL and heeft_wettelijke_termijn(dossier):
        yield from _norm(
            "afdoening_streef", dossier, kader, vandaag,
            vanaf=verloop.termijn_vanaf(dossier), gedaan_op=_op(verloop.tevredenheid(dossier)),
            artikel="art. 9:5 Awb",
        )  # fmt: skip


def _aanvulling(dossier: Dossier, vandaag: date) -> Iterator[Kaartregel]:
    vraag = verloop.laatste_nu(dossier, GebeurtenisSoort.AANVULLING_GEVRAAGD)
    voor = vraag.datum("reageren_voor") if vraag else None
    if vraag is None or voor is None or dossier.status is not Status.AANVULLING_GEVRAAGD:
        return
    yield Kaartregel(
        naam="aanvulling",
        label="Aanvulling door klager",
        datum=voor,
        uitleg=f"Gevraagd op {dagtekst.kort(vraag.op)}. De wettelijke termijn loopt door.",
        soort="norm",
        toestand=toestand_van(voor, None, vandaag),
    )


def _afschrift(dossier: Dossier, kader: Kader, vandaag: date) -> Iterator[Kaartregel]:
    start = verloop.laatste_nu(dossier, GebeurtenisSoort.FORMEEL_GESTART)
    if start is None or verloop.zonder_beklaagde(dossier):
        return
    gegeven = verloop.brief_nu(dossier, BriefSoort.AFSCHRIFT) or verloop.laatste_nu(
        dossier, GebeurtenisSoort.AFSCHRIFT_GEGEVEN
    )
    yield from _norm(
        "afschrift_beklaagde", dossier, kader, vandaag, vanaf=start.op, gedaan_op=_op(gegeven),
        als="afschrift", woord="Gegeven", artikel="art. 9:9 Awb noemt geen aantal dagen",
    )  # fmt: skip


def _hoorzitting(dossier: Dossier, vandaag: date) -> Iterator[Kaartregel]:
    plan = verloop.laatste_nu(dossier, GebeurtenisSoort.HOREN_GEPLAND)
    zitting = plan.datum("zitting_op") if plan else None
    gehoord = verloop.laatste_nu(dossier, GebeurtenisSoort.GEHOORD)
    if plan is None or zitting is None or not (dossier.is_open or gehoord):
        return
    gedaan_op = gehoord.op if gehoord and verloop.na(dossier, plan, gehoord) else None
    yield Kaartregel(
        naam="hoorzitting",
        label="Hoorzitting",
        datum=zitting,
        uitleg=f"Gepland op {dagtekst.kort(plan.op)}. Art. 9:10 Awb.",
        soort="norm",
        toestand=toestand_van(zitting, gedaan_op, vandaag),
        gedaan_op=gedaan_op,
    )


def _bericht_op(gebeurtenis: Gebeurtenis) -> date | None:
    """Return the day on which the klager heard from us by this event, if at all."""
    veld = _BERICHTEN.get(gebeurtenis.soort)
    if veld is None or gebeurtenis.gegevens.get("brief") in AAN_ANDEREN:
        return None
    return gebeurtenis.datum(veld) if veld else gebeurtenis.op


def _voortgang(dossier: Dossier, kader: Kader, vandaag: date) -> Iterator[Kaartregel]:
    if not dossier.is_open or klaar_op(dossier) is not None:
        return
    berichten = (_bericht_op(g) for g in dossier.geldige_gebeurtenissen)
    gesprekken = (g.op for g in _gesprekken(dossier))
    gehoord = (dag for dag in (*berichten, *gesprekken) if dag is not None)
    laatste = max([verloop.termijn_vanaf(dossier), *gehoord])
    norm = kader.normen.termijn("voortgangsbericht", laatste, kader.kalender)
    einde = uiterste_datum(dossier, kader)
    if norm is not None and (einde is None or norm.uiterste_datum < einde):
        yield normregel(norm, vandaag=vandaag)


def _bedenktijd(dossier: Dossier, kader: Kader, vandaag: date) -> Iterator[Kaartregel]:
    """Until when someone may say that the informal solution is none (art. 9:5 Awb)."""
    brief = verloop.afsluitbrief(dossier)
    if dossier.afdoeningswijze is not Afdoeningswijze.INFORMEEL_OPGELOST or brief is None:
        return
    einde = beloften.reactie(kader, brief.op)
    if not dossier.is_open and vandaag <= einde:
        yield Kaartregel(
            naam="bedenktijd",
            label="Toch niet tevreden",
            datum=einde,
            uitleg=f"In de brief van {dagtekst.kort(brief.op)} staat: bel ons uiterlijk op "
            f"{dagtekst.lang_met_dag(einde)}. Belt de klager? Heropen dan de klacht. Later mag "
            "dat ook.",
            soort="norm",
            toestand="mogelijk",
        )
