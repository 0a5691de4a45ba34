"""Guards of the term: verdagen once and in time, verder uitstel only as the klager agreed."""

from __future__ import annotations

from datetime import date

from klachtenapp.domain import dagtekst, termijnkaart, verloop
from klachtenapp.domain.begrippen import GebeurtenisSoort
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.handeling import Bezwaar, Invoer
from klachtenapp.domain.handelingen.velden import datum, ja, tekst
from klachtenapp.domain.kader import Kader

_VERDAGEN = "art. 9:11 lid 2 Awb"
_UITSTEL = "art. 9:11 lid 3 Awb"


def nog_te_verdagen(dossier: Dossier, _i: Invoer, kader: Kader, vandaag: date) -> Bezwaar | None:
    """Once, and before the term has ended."""
    if verloop.verdaagd(dossier) is not None:
        return Bezwaar(
            "Deze klacht is al verdaagd. Dat kan maar één keer. Meer tijd kan alleen als de "
            "klager schriftelijk instemt met verder uitstel.",
            _VERDAGEN,
        )
    if dossier.laatste(GebeurtenisSoort.UITGESTELD) is not None:
        return Bezwaar(
            "Met de klager is al een datum afgesproken. Maak zo nodig een nieuwe afspraak.",
            _VERDAGEN,
        )
    termijn = termijnkaart.afdoeningstermijn(dossier, kader)
    if termijn is None:
        return Bezwaar("Voor deze klacht loopt geen wettelijke termijn.", _VERDAGEN)
    if vandaag > termijn.uiterste_datum:
        return Bezwaar(
            f"De termijn eindigde op {dagtekst.lang(termijn.uiterste_datum)}. Verdagen kan niet "
            "meer. Bel de klager, leg uit waarom het langer duurt en zeg wanneer de brief komt.",
            _VERDAGEN,
        )
    return None


def beide_berichten_op_tijd(
    dossier: Dossier, invoer: Invoer, kader: Kader, _v: date
) -> Bezwaar | None:
    """Klager and beklaagde are told in writing before the term ends."""
    termijn = termijnkaart.afdoeningstermijn(dossier, kader)
    for veld in ("klager_bericht_op", "beklaagde_bericht_op"):
        bericht = datum(invoer, veld)
        if termijn and bericht and bericht > termijn.uiterste_datum:
            return Bezwaar(
                f"Het bericht moest uiterlijk {dagtekst.lang(termijn.uiterste_datum)} weg.",
                _VERDAGEN,
                veld,
            )
    return None


def hoogstens_vier_weken(
    dossier: Dossier, invoer: Invoer, kader: Kader, _v: date
) -> Bezwaar | None:
    """The new date is later, by at most four weeks."""
    tot = datum(invoer, "tot")
    termijn = termijnkaart.afdoeningstermijn(dossier, kader)
    ruimste = termijnkaart.verdaagbare_termijn(dossier, kader)
    if tot is None or termijn is None or ruimste is None:
        return None
    if tot <= termijn.uiterste_datum:
        return Bezwaar(
            f"De nieuwe datum moet later zijn dan {dagtekst.lang(termijn.uiterste_datum)}.",
            _VERDAGEN,
            "tot",
        )
    if tot > ruimste.uiterste_datum:
        return Bezwaar(
            "Verdagen kan met hoogstens 4 weken: tot en met "
            f"{dagtekst.lang(ruimste.uiterste_datum)}.",
            _VERDAGEN,
            "tot",
        )
    return None


def werkdag_als_einde(_d: Dossier, invoer: Invoer, kader: Kader, _v: date) -> Bezwaar | None:
    """Nobody sends or waits for a letter on a Sunday or a feestdag."""
    tot = datum(invoer, "tot")
    reden = kader.kalender.reden(tot) if tot else None
    if tot is None or reden is None:
        return None
    return Bezwaar(
        f"{dagtekst.lang(tot)} is geen gewone werkdag ({reden}). Kies een andere datum.",
        _VERDAGEN,
        "tot",
    )


def commissie_binnen_termijn(
    dossier: Dossier, invoer: Invoer, kader: Kader, vandaag: date
) -> Bezwaar | None:
    """A commissie gives ten weeks from the start; it does not revive a term that has ended."""
    termijn = termijnkaart.afdoeningstermijn(dossier, kader)
    if not ja(invoer, "commissie") or dossier.commissie or termijn is None:
        return None
    if vandaag <= termijn.uiterste_datum:
        return None
    return Bezwaar(
        f"De termijn eindigde op {dagtekst.lang(termijn.uiterste_datum)}. Een commissie maakt die "
        "niet alsnog langer. Kies 'nee' en stuur de brief zo snel mogelijk.",
        "art. 9:11 lid 1 Awb",
        "commissie",
    )


def schriftelijk_ingestemd(
    dossier: Dossier, invoer: Invoer, kader: Kader, _v: date
) -> Bezwaar | None:
    """The klager agreed in writing, while the term still ran."""
    if tekst(invoer, "schriftelijk") == "nee":
        return Bezwaar(
            "Verder uitstel kan alleen als de klager schriftelijk instemt. Vraag om een brief "
            "of e-mail.",
            _UITSTEL,
            "schriftelijk",
        )
    termijn = termijnkaart.afdoeningstermijn(dossier, kader)
    op = datum(invoer, "instemming_op")
    if termijn is None:
        return Bezwaar("Voor deze klacht loopt geen wettelijke termijn.", _UITSTEL)
    if op and op > termijn.uiterste_datum:
        return Bezwaar(
            f"De klager stemde in na {dagtekst.lang(termijn.uiterste_datum)}. De termijn was "
            "toen al voorbij en blijft staan. Leg de afspraak vast als notitie en stuur de brief "
            "zo snel mogelijk.",
            _UITSTEL,
            "instemming_op",
        )
    return None


def instemming_bewaard(_d: Dossier, invoer: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
    """The written consent can be shown: it is in the dossier, or it is known where it lies."""
    if tekst(invoer, "bijlage") or tekst(invoer, "elders"):
        return None
    return Bezwaar(
        "Kies de bijlage waarin de klager instemt. Ligt het papier ergens anders? Schrijf dan op "
        "waar.",
        _UITSTEL,
        "bijlage",
    )


def gemelde_start(dossier: Dossier) -> date | None:
    """Return from which day the term runs by the letter that told so (art. 2:24)."""
    brief = dossier.brief_verzonden(BriefSoort.START_TERMIJN)
    return brief.datum("antwoord_doorgeleid_op") if brief else None


def zoals_gemeld(dossier: Dossier, invoer: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
    """Only the day that the klager was told of counts (art. 2:24)."""
    start, gemeld = datum(invoer, "doorgeleid_op"), gemelde_start(dossier)
    if start is None or gemeld is None or start == gemeld:
        return None
    return Bezwaar(
        f"In de brief staat {dagtekst.lang(gemeld)}. Alleen die dag telt.",
        "art. 2:24 Awb",
        "doorgeleid_op",
    )


def later_dan_nu(dossier: Dossier, invoer: Invoer, kader: Kader, _v: date) -> Bezwaar | None:
    """An agreement can only give more time."""
    tot = datum(invoer, "tot")
    termijn = termijnkaart.afdoeningstermijn(dossier, kader)
    if tot and termijn and tot <= termijn.uiterste_datum:
        return Bezwaar(
            f"De afgesproken datum moet later zijn dan {dagtekst.lang(termijn.uiterste_datum)}.",
            _UITSTEL,
            "tot",
        )
    return None
