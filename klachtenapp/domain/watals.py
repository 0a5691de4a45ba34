"""Looks ahead: what would happen to the dates and letters of a klacht if we did this or that.

Each assumption is a real handeling that is tried on the dossier in memory, under the same rules
as when it is done. What those forbid is not tried further but told. Nothing is stored.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from klachtenapp.domain import dagtekst, termijnkaart, verloop, zittingsdagen
from klachtenapp.domain.begrippen import GebeurtenisSoort
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven.openstaand import openstaande_brieven
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.handeling import Bezwaar, Collegas, Handeling
from klachtenapp.domain.handelingen import HANDELINGEN, bezwaren, mogelijk, verricht, voorinvullen
from klachtenapp.domain.kaartregel import Kaartregel
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.stap import Stap
from klachtenapp.domain.volgende_stap import volgende_stap

_NIET_INGEVULD = "wat als"  # stands in for words that the real form will ask


@dataclass(frozen=True, slots=True)
class Aanname:
    """What to try; an empty part is not tried."""

    commissie: bool = False
    verdaag_tot: date | None = None
    uitstel_tot: date | None = None
    zitting_op: date | None = None


@dataclass(frozen=True, slots=True)
class Datum:
    """One date of the termijnkaart now and then; ``None`` where it is not there or not known."""

    naam: str
    label: str
    soort: str  # wet or norm
    nu: date | None
    straks: date | None

    @property
    def anders(self) -> bool:
        """Whether the assumptions change this date."""
        return self.nu != self.straks


@dataclass(frozen=True, slots=True)
class Verbod:
    """An assumption that cannot be done, and why."""

    handeling: str
    label: str
    bezwaar: Bezwaar


@dataclass(frozen=True, slots=True)
class Vooruitblik:
    """What would be: dates before and after, letters to send, what is forbidden, what to mind.

    ``doen`` holds for each assumption that can be done its handeling with the answers that
    were assumed, to fill in the real form.
    """

    datums: tuple[Datum, ...]
    brieven: tuple[BriefSoort, ...]
    verboden: tuple[Verbod, ...]
    let_op: tuple[str, ...]
    doen: tuple[tuple[str, Mapping[str, str]], ...]
    stap: Stap | None


def vooruitblik(dossier: Dossier, kader: Kader, vandaag: date, aanname: Aanname) -> Vooruitblik:
    """Return what would follow from ``aanname``, tried in the order in which it can be done."""
    straks = dossier
    verboden: list[Verbod] = []
    doen: list[tuple[str, Mapping[str, str]]] = []
    for naam, antwoorden in _stappen(dossier, aanname):
        handeling = HANDELINGEN[naam]
        invoer = _invoer(handeling, straks, kader, vandaag, antwoorden)
        in_de_weg = bezwaren(handeling, straks, invoer, kader, vandaag)
        if in_de_weg:
            verboden.append(Verbod(naam, handeling.label, in_de_weg[0]))
            continue
        straks = _gedaan(handeling, straks, invoer, vandaag)
        doen.append((naam, antwoorden))
    eerst = set(openstaande_brieven(dossier, kader, vandaag))
    verteld = _verteld(dossier, straks, vandaag)
    return Vooruitblik(
        datums=tuple(_datums(dossier, verteld, kader, vandaag)),
        brieven=tuple(b for b in openstaande_brieven(straks, kader, vandaag) if b not in eerst),
        verboden=tuple(verboden),
        let_op=tuple(_let_op(verteld, kader, vandaag, aanname)),
        doen=tuple(doen),
        stap=volgende_stap(straks, kader, vandaag),
    )


def mogelijke_aannames(dossier: Dossier, kader: Kader, vandaag: date) -> frozenset[str]:
    """Return which parts of an ``Aanname`` fit the present state of this dossier."""
    namen = {handeling.naam for handeling in mogelijk(dossier, kader, vandaag)}
    delen = {
        "commissie": {_commissienaam(dossier)} if not dossier.commissie else set(),
        "verdaag_tot": {"verdaag"},
        "uitstel_tot": {"stel_uit"},
        "zitting_op": {"plan_horen"},
    }
    formeel = dossier.status in HANDELINGEN["start_formeel"].van
    passend = {deel for deel, handelingen in delen.items() if handelingen & namen}
    return frozenset(passend | ({"zitting_op"} if formeel and "start_formeel" in namen else set()))


def _stappen(dossier: Dossier, aanname: Aanname) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield the handelingen behind the assumptions, in the order of the law."""
    informeel = dossier.status in HANDELINGEN["start_formeel"].van
    if aanname.commissie:
        ja = {"commissie": "ja"} if informeel else {}
        yield _commissienaam(dossier), ja
    elif aanname.zitting_op and informeel:
        yield "start_formeel", {}
    if aanname.verdaag_tot:
        yield "verdaag", {"tot": aanname.verdaag_tot.isoformat()}
    if aanname.uitstel_tot:
        yield "stel_uit", {"tot": aanname.uitstel_tot.isoformat()}
    if aanname.zitting_op:
        yield "plan_horen", {"zitting_op": aanname.zitting_op.isoformat()}


def _commissienaam(dossier: Dossier) -> str:
    informeel = dossier.status in HANDELINGEN["start_formeel"].van
    return "start_formeel" if informeel else "schakel_commissie_in"


def _invoer(
    handeling: Handeling,
    dossier: Dossier,
    kader: Kader,
    vandaag: date,
    antwoorden: Mapping[str, str],
) -> dict[str, str]:
    """Return the assumed answers, with for the rest what a careful registrar would fill in."""
    dag = vandaag.isoformat()
    gewoon = {
        "verdaag": {"klager_bericht_op": dag, "reden": _NIET_INGEVULD},
        "stel_uit": {"schriftelijk": "ja", "instemming_op": dag, "elders": _NIET_INGEVULD},
        "plan_horen": {"klager_uitgenodigd_op": dag, "vorm": "driegesprek"},
        "start_formeel": {"reden": "wens klager", "commissie_gemeld_op": dag},
        "schakel_commissie_in": {"wie": _NIET_INGEVULD, "commissie_gemeld_op": dag},
    }[handeling.naam]
    velden = {veld.naam for veld in handeling.velden}
    wie = {"geen_beklaagde": "ja"}
    if dossier.beklaagde.strip():
        wie = {"beklaagde_bericht_op": dag, "beklaagde_uitgenodigd_op": dag}
    alles = {**voorinvullen(handeling, dossier, kader, vandaag), **wie, **gewoon, **antwoorden}
    if handeling.naam == "plan_horen" and alles.get("antwoord_voor", "") > alles["zitting_op"]:
        alles["antwoord_voor"] = alles["zitting_op"]
    return {naam: waarde for naam, waarde in alles.items() if naam in velden}


def _gedaan(
    handeling: Handeling, dossier: Dossier, invoer: Mapping[str, str], vandaag: date
) -> Dossier:
    nu = datetime.combine(vandaag, time(12))
    return verricht(handeling, dossier, invoer, nu=nu, door="", collegas=Collegas())


def _verteld(dossier: Dossier, straks: Dossier, vandaag: date) -> Dossier:
    """Return ``straks`` as it is once the klager was told today of a verdaging in it."""
    if verloop.verdaagd(straks) == verloop.verdaagd(dossier):
        return straks
    brief = Gebeurtenis(
        GebeurtenisSoort.BRIEF_VERZONDEN,
        vandaag,
        datetime.combine(vandaag, time(12)),
        "",
        gegevens={"brief": BriefSoort.VERDAGING_KLAGER.value},
    )
    return replace(straks, gebeurtenissen=(*straks.gebeurtenissen, brief))


def _datums(nu: Dossier, straks: Dossier, kader: Kader, vandaag: date) -> Iterator[Datum]:
    """Yield every date of both cards, in the order of the new one."""
    eerst = {regel.naam: regel for regel in termijnkaart.regels(nu, kader, vandaag)}
    later = {regel.naam: regel for regel in termijnkaart.regels(straks, kader, vandaag)}
    for naam, regel in {**later, **{n: r for n, r in eerst.items() if n not in later}}.items():
        was, wordt = eerst.get(naam), later.get(naam)
        if was and wordt and was.toestand == "mogelijk" != wordt.toestand:
            was = None  # it was only what could be chosen
        yield Datum(naam, regel.label, regel.soort, _dag(was), _dag(wordt))


def _dag(regel: Kaartregel | None) -> date | None:
    return regel.datum if regel else None


def _let_op(dossier: Dossier, kader: Kader, vandaag: date, aanname: Aanname) -> Iterator[str]:
    """Yield what the law does not forbid but makes trouble."""
    zitting, einde = aanname.zitting_op, termijnkaart.uiterste_datum(dossier, kader)
    gepland = dossier.laatste(GebeurtenisSoort.HOREN_GEPLAND)
    if zitting is None or gepland is None or gepland.datum("zitting_op") != zitting:
        return
    if (zitting - vandaag).days < zittingsdagen.UITNODIGING:
        yield (
            f"De uitnodiging komt minder dan {zittingsdagen.UITNODIGING} dagen voor het gesprek."
        )
    if reden := kader.kalender.reden(zitting):
        yield f"{dagtekst.lang_met_dag(zitting)} is geen gewone werkdag ({reden})."
    if einde is None:
        return
    if zitting > einde:
        yield f"Het gesprek valt na het einde van de termijn op {dagtekst.lang(einde)}."
    elif (einde - zitting).days < zittingsdagen.RUIMTE:
        over = dagtekst.aantal((einde - zitting).days, "dag", "dagen")
        yield f"Na het gesprek blijft {over} over voor verslag, oordeel en brief."
