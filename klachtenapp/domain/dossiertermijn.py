"""The one date of a dossier: its legal term or its norm, and whether it was met."""

from __future__ import annotations

from datetime import date

from klachtenapp.domain import termijnen, verloop
from klachtenapp.domain.begrippen import Afdoeningswijze, GebeurtenisSoort, Soort
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.normen import Normtermijn
from klachtenapp.domain.termijn import Termijn

# Endings by which the klacht turned out not to be ours to judge: no term was met or broken.
ZONDER_OORDEEL_OVER_TIJD = frozenset(
    {
        Afdoeningswijze.DOORGEZONDEN,
        Afdoeningswijze.DOORGELEID_ALS_BEZWAAR,
        Afdoeningswijze.OMGEZET_IN_MELDING,
        Afdoeningswijze.GEEN_KLACHT,
        Afdoeningswijze.ANONIEM_SIGNAAL,
    }
)


def heeft_wettelijke_termijn(dossier: Dossier) -> bool:
    """Whether art. 9:11 Awb counts: a klacht under the formal regime, of someone we know."""
    return dossier.soort is Soort.KLACHT and dossier.formeel_regime and not dossier.anoniem


def afdoeningstermijn(dossier: Dossier, kader: Kader) -> Termijn | None:
    """Return the term of art. 9:11 Awb with verdaging and uitstel, or ``None`` without one.

    A verdaging counts once the klager was told, while the first term ran (lid 2).
    """
    return _termijn(dossier, kader, geldende_verdaging(dossier, kader))


def voorgenomen_termijn(dossier: Dossier, kader: Kader) -> Termijn | None:
    """Return the term as it will be when the word of the verdaging goes out: for that letter."""
    return _termijn(dossier, kader, verloop.verdaagd(dossier))


def geldende_verdaging(dossier: Dossier, kader: Kader) -> Gebeurtenis | None:
    """Return the verdaging that counts: the klager was told by the end of the first term.

    What an older register says of a verdaging, without the day of the notice, is believed.
    """
    verdaging, eerst = verloop.verdaagd(dossier), termijn_voor_verdaging(dossier, kader)
    if verdaging is None or eerst is None:
        return None
    if "klager_bericht_op" not in verdaging.gegevens:
        return verdaging
    op = verloop.bericht_van_verdaging(dossier, "klager")
    return verdaging if op is not None and op <= eerst.uiterste_datum else None


def _termijn(dossier: Dossier, kader: Kader, verdaging: Gebeurtenis | None) -> Termijn | None:
    if not heeft_wettelijke_termijn(dossier):
        return None
    uitstel = dossier.laatste(GebeurtenisSoort.UITGESTELD)
    return termijnen.afdoening(
        verloop.termijn_vanaf(dossier),
        kader.kalender,
        weken=termijnen.WEKEN_COMMISSIE if dossier.commissie else termijnen.WEKEN,
        verdaagd=verdaging is not None,
        verdaagd_tot=verdaging.datum("tot") if verdaging else None,
        uitgesteld_tot=uitstel.datum("tot") if uitstel else None,
        doorgeleid_op=dossier.doorgeleid_op,
        model=kader.model_verdaging,
    )


def verdaagbare_termijn(dossier: Dossier, kader: Kader) -> Termijn | None:
    """Return the term as it would be after the full verdaging of art. 9:11 lid 2 Awb.

    ``None`` when there is no term, or when it was verdaagd or uitgesteld already.
    """
    gebruikt = verloop.verdaagd(dossier) or dossier.laatste(GebeurtenisSoort.UITGESTELD)
    if gebruikt is not None or not heeft_wettelijke_termijn(dossier):
        return None
    return termijnen.afdoening(
        verloop.termijn_vanaf(dossier),
        kader.kalender,
        weken=termijnen.WEKEN_COMMISSIE if dossier.commissie else termijnen.WEKEN,
        verdaagd=True,
        doorgeleid_op=dossier.doorgeleid_op,
        model=kader.model_verdaging,
    )


def termijn_voor_verdaging(dossier: Dossier, kader: Kader) -> Termijn | None:
    """Return the term of art. 9:11 lid 1 Awb alone: by its end the word of a verdaging is out."""
    if not heeft_wettelijke_termijn(dossier):
        return None
    return termijnen.afdoening(
        verloop.termijn_vanaf(dossier),
        kader.kalender,
        weken=termijnen.WEKEN_COMMISSIE if dossier.commissie else termijnen.WEKEN,
        doorgeleid_op=dossier.doorgeleid_op,
    )


def termijn_niet_in_behandeling(dossier: Dossier, kader: Kader) -> Termijn:
    """Return the 4 weeks of art. 9:8 lid 3 Awb for this dossier."""
    return termijnen.niet_in_behandeling(
        verloop.termijn_vanaf(dossier), kader.kalender, doorgeleid_op=dossier.doorgeleid_op
    )


def afdoeningsnorm(dossier: Dossier, kader: Kader) -> Normtermijn | None:
    """Return the own norm for what has no legal term; ``None`` when the norm is off."""
    naam = "doorzenden" if dossier.soort is Soort.DOORZENDING else "afhandeling_overig"
    return kader.normen.termijn(naam, verloop.termijn_vanaf(dossier), kader.kalender)


def uiterste_datum(dossier: Dossier, kader: Kader) -> date | None:
    """Return the one date that lists show: the legal term of a klacht, the norm of the rest."""
    if dossier.afdoeningswijze is Afdoeningswijze.NIET_IN_BEHANDELING and not dossier.is_open:
        return termijn_niet_in_behandeling(dossier, kader).uiterste_datum
    termijn = afdoeningstermijn(dossier, kader)
    if termijn is not None:
        return termijn.uiterste_datum
    norm = afdoeningsnorm(dossier, kader)
    return norm.uiterste_datum if norm else None


def antwoord_op(dossier: Dossier) -> date | None:
    """Return the day on which the klager got our answer: the last letter, or the closing.

    The letter counts (art. 9:12 Awb, or the afsluitbrief of an informal solution), also when
    the dossier is closed some days later.
    """
    brief = verloop.afdoeningsbrief(dossier) or verloop.afsluitbrief(dossier)
    dagen = [brief.op] if brief else []
    if not dossier.is_open and dossier.afgehandeld_op is not None:
        dagen.append(dossier.afgehandeld_op)
    return min(dagen, default=None)


def klaar_op(dossier: Dossier) -> date | None:
    """Return the day on which the term was met: our answer, or the klager's satisfaction.

    Once the klager is satisfied the duty to go on ends (art. 9:5 Awb), and the term with it;
    the afsluitbrief may follow.
    """
    tevreden = verloop.tevredenheid(dossier)
    dagen = (antwoord_op(dossier), tevreden.op if tevreden else None)
    return min((dag for dag in dagen if dag is not None), default=None)


def op_tijd(dossier: Dossier, kader: Kader) -> bool | None:
    """Return whether a dossier was done in time; ``None`` while open or when it cannot be said."""
    klaar, uiterste = klaar_op(dossier), uiterste_datum(dossier, kader)
    if klaar is None or uiterste is None or dossier.afdoeningswijze in ZONDER_OORDEEL_OVER_TIJD:
        return None
    return klaar <= uiterste
