"""The next step when a letter is owed: print it, before waiting for what it announces."""

from __future__ import annotations

from datetime import date, timedelta

from klachtenapp.domain import bereikbaarheid, dagtekst, dossiertermijn, verloop
from klachtenapp.domain import verdaging as meldingen
from klachtenapp.domain.begrippen import Status
from klachtenapp.domain.briefsoort import BriefSoort as B
from klachtenapp.domain.brieven.openstaand import aanleiding, openstaande_brieven
from klachtenapp.domain.brieven.tabel import BRIEVEN
from klachtenapp.domain.dossier import Gebeurtenis
from klachtenapp.domain.handelingen.bewakers_termijn import gemelde_start
from klachtenapp.domain.norm import Eenheid
from klachtenapp.domain.stap import Stand, Stap, doe, schrijf

_VERDAGING = frozenset({B.VERDAGING_KLAGER, B.VERDAGING_BEKLAAGDE})
_ANDERE = frozenset(B) - _VERDAGING
_WERKDAGEN = 2  # within which a letter follows what was written down


def verdaging(stand: Stand) -> Stap | None:
    """The word of a verdaging is out before the first term ends, or it is worth nothing."""
    return _eerste(stand, _VERDAGING)


def verdaging_niet_gemeld(stand: Stand) -> Stap | None:
    """The klager was not told in time: then there is no verdaging, and he hears that from us."""
    einde = meldingen.eerste_einde(stand.dossier, stand.kader)
    if einde is None or stand.vandaag <= einde or stand.status is Status.OORDEEL:
        return None
    if meldingen.klager_weet_het(stand.dossier, stand.kader):
        return None
    contact = verloop.gesproken(stand.dossier)
    klaar = dossiertermijn.klaar_op(stand.dossier) is not None
    if klaar or (contact and contact.op > einde) or stand.vandaag_geprobeerd:
        return None
    return doe(
        "bel_verdaging",
        bereikbaarheid.laat_weten(stand.dossier, "het antwoord later komt"),
        "leg_gesprek_vast",
        einde,
        f"De klager kreeg uiterlijk {dagtekst.lang(einde)} geen brief. Daarom geldt de verdaging "
        "niet (art. 9:11 lid 2 Awb). Leg uit waarom het langer duurt en vraag met 'Verzoek om "
        "uitstel' of de klager het goed vindt.",
    )


def later_beginnen(stand: Stand) -> Stap | None:
    """The klager read from which day the term runs; the register follows (art. 2:24)."""
    gemeld = gemelde_start(stand.dossier)
    if gemeld is None or stand.dossier.doorgeleid_op is not None:
        return None
    return doe(
        "laat_later_beginnen",
        "Leg vast vanaf welke dag de termijn loopt",
        "laat_later_beginnen",
        stand.vandaag,
        f"In onze brief staat {dagtekst.lang(gemeld)} (art. 2:24 Awb).",
    )


def openstaand(stand: Stand) -> Stap | None:
    """Any other letter that something asked for."""
    return _eerste(stand, _ANDERE)


def _eerste(stand: Stand, uit: frozenset[B]) -> Stap | None:
    for soort in openstaande_brieven(stand.dossier, stand.kader, stand.vandaag, uit):
        feit = aanleiding(soort, stand.dossier)
        if feit is not None:
            titel, artikel = BRIEVEN[soort].titel, BRIEVEN[soort].artikel
            tekst, waarom = _WOORDEN.get(soort, (f"Print de brief '{titel}'", _GEWOON))
            bron = f" ({artikel})" if artikel else ""
            return schrijf(tekst, soort, _uiterlijk(soort, feit, stand), f"{waarom}{bron}.")
    return None


_GEWOON = "Deze brief hoort bij wat er is vastgelegd"
_WOORDEN = {
    B.NIEUWE_BEHANDELAAR: (
        "Print de brief over de nieuwe behandelaar",
        "De klager had één vaste persoon en moet weten wie dat nu is",
    ),
    B.AANVULLING: (
        "Print de vraag om aanvulling",
        "De klager moet weten wat wij missen en tot wanneer dat kan",
    ),
    B.AFSCHRIFT: (
        "Print de klacht voor de beklaagde",
        "De beklaagde moet weten wat de klacht is, met alle bijlagen",
    ),
    B.UITNODIGING_KLAGER: (
        "Print de uitnodiging voor de klager",
        "Het gesprek is gepland, de klager moet weten waar en wanneer",
    ),
    B.UITNODIGING_BEKLAAGDE: (
        "Print de uitnodiging voor de beklaagde",
        "Het gesprek is gepland, de beklaagde moet weten waar en wanneer",
    ),
    B.VERSLAG_KLAGER: (
        "Print de brief bij het verslag voor de klager",
        "De klager mag zeggen wat er niet klopt",
    ),
    B.VERSLAG_BEKLAAGDE: (
        "Print de brief bij het verslag voor de beklaagde",
        "De beklaagde mag zeggen wat er niet klopt",
    ),
    B.VERDAGING_KLAGER: (
        "Print de brief over de nieuwe datum voor de klager",
        "De klacht is verdaagd, en dat geldt alleen met een brief op tijd",
    ),
    B.VERDAGING_BEKLAAGDE: (
        "Print de brief over de nieuwe datum voor de beklaagde",
        "De klacht is verdaagd, ook de beklaagde krijgt daarvan bericht",
    ),
}
"""What the button says, and why: two pieces for one sentence."""


def _uiterlijk(soort: B, feit: Gebeurtenis, stand: Stand) -> date | None:
    """Return by when: before the term or the hearing, else some days after what was done."""
    if soort in _VERDAGING:
        termijn = dossiertermijn.termijn_voor_verdaging(stand.dossier, stand.kader)
        return termijn.uiterste_datum if termijn else None
    if soort is B.AFSCHRIFT:
        return stand.vroegste(stand.datum("afschrift"))
    kalender = stand.kader.kalender
    zitting = feit.datum("zitting_op")
    if zitting is None:
        return stand.vroegste(kalender.plus_werkdagen(feit.op, _WERKDAGEN))
    norm = stand.kader.normen.uitnodiging_hoorzitting
    dagen = norm.aantal if norm.aan and norm.eenheid is not Eenheid.UUR else 0
    return stand.vroegste(max(zitting - timedelta(days=dagen), feit.op))
