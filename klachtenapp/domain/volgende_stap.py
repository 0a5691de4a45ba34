"""The one next step of a dossier: what, by when, why. The rules are tried in order.

Every open dossier has exactly one, whatever happened to it. A closed one has none, unless the
ombudsman waits for our answer.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from klachtenapp.domain import (
    dagtekst,
    stappen_begin,
    stappen_brieven,
    stappen_einde,
    stappen_formeel,
    stappen_ombudsman,
    stappen_overig,
)
from klachtenapp.domain.begrippen import GebeurtenisSoort, Soort
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.dossiertermijn import klaar_op, verdaagbare_termijn
from klachtenapp.domain.handelingen import HANDELINGEN
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.klaarliggend import klaarliggend
from klachtenapp.domain.stap import Stand, Stap, Stapregel, doe
from klachtenapp.domain.stappen_toezegging import eerst_beloofd

__all__ = ["VERSTUUR", "Stap", "volgende_stap"]

KLACHTREGELS: tuple[Stapregel, ...] = (
    stappen_begin.behandelaar,
    stappen_begin.oppakken,
    stappen_einde.einde,
    stappen_begin.anoniem,
    stappen_begin.tevreden,
    stappen_brieven.later_beginnen,
    stappen_brieven.verdaging,
    stappen_brieven.verdaging_niet_gemeld,
    stappen_ombudsman.tijdens,
    stappen_begin.bellen,
    stappen_begin.bevestigen,
    stappen_begin.te_laat_bellen,
    stappen_brieven.openstaand,
    stappen_begin.aanvulling,
    stappen_begin.beginnen,
    stappen_begin.voortgang,
    stappen_begin.samen_oplossen,
    stappen_formeel.afschrift,
    stappen_formeel.uitnodigen,
    stappen_formeel.horen,
    stappen_formeel.advies,
    stappen_formeel.oordeel,
)
"""The order of a klacht: a person, a voice, a letter, a solution, and then the law."""

DOORZENDREGELS: tuple[Stapregel, ...] = (stappen_einde.einde, stappen_overig.doorzenden)
"""Post that is not for us knows one step."""

OVERIGE_REGELS: tuple[Stapregel, ...] = (
    stappen_overig.bellen,
    stappen_overig.doorzetten,
    stappen_overig.terugkoppelen,
    stappen_overig.sluiten,
)
"""The order of everything else: thank, pass on, tell, close."""

_TERMIJN_DICHTBIJ = 7  # days
VERSTUUR = "verstuur_klaarliggend"
"""Name of the step for a letter that lies ready and stands in the way of closing."""


def volgende_stap(dossier: Dossier, kader: Kader, vandaag: date) -> Stap | None:
    """Return the next step; ``None`` only when the dossier is closed and nobody waits for us."""
    stand = Stand(dossier, kader, vandaag)
    if not dossier.is_open:
        return stappen_ombudsman.na_afloop(stand)
    for regel in _regels(dossier.soort):
        stap = regel(stand)
        if stap is not None:
            return _met_termijn(eerst_beloofd(_eerst_de_post(stap, stand), stand), stand)
    return doe(
        "bekijk",
        "Bekijk het dossier",
        "noteer",
        stand.einde,
        f"De stand '{dossier.status}' past niet bij een {dossier.soort}. Schrijf op wat er moet "
        "gebeuren, of wijzig de soort.",
    )


def _regels(soort: Soort) -> tuple[Stapregel, ...]:
    if soort is Soort.KLACHT:
        return KLACHTREGELS
    return DOORZENDREGELS if soort is Soort.DOORZENDING else OVERIGE_REGELS


def _eerst_de_post(stap: Stap, stand: Stand) -> Stap:
    """Return, instead of a closing, the letter that lies ready: no dossier closes over one."""
    handeling = HANDELINGEN.get(stap.handeling)
    if handeling is None or handeling.gebeurtenis is not GebeurtenisSoort.AFGEHANDELD:
        return stap
    liggend = klaarliggend(stand.dossier)
    if not liggend:
        return stap
    return Stap(
        VERSTUUR,
        "Verstuur de brief die klaarligt, of leg hem weg",
        stap.uiterlijk,
        f"'{liggend[0].naam}' is nog niet verzonden. Daarna kan het dossier dicht.",
        brief=liggend[0].soort,
    )


def _met_termijn(stap: Stap, stand: Stand) -> Stap:
    """Add what the term asks: a hint while there is time, the plain truth when there is not.

    Once the term is met nothing that remains is late: no date that has passed.
    """
    if klaar_op(stand.dossier) is not None and stap.uiterlijk and stap.uiterlijk < stand.vandaag:
        return replace(stap, uiterlijk=None)
    zin = _termijnzin(stap, stand)
    return replace(stap, waarom=f"{stap.waarom} {zin}") if zin else stap


def _termijnzin(stap: Stap, stand: Stand) -> str:
    over, termijn = stand.dagen_over, stand.termijn
    if over is None or termijn is None or klaar_op(stand.dossier) is not None:
        return ""
    einde = dagtekst.lang(termijn.uiterste_datum)
    if over < 0:
        # The step to call about it says so itself.
        return "" if stap.naam == "bel_te_laat" else f"De termijn eindigde op {einde}."
    if over > _TERMIJN_DICHTBIJ:
        return ""
    if verdaagbare_termijn(stand.dossier, stand.kader) is not None:
        return f"Lukt het niet op tijd? Verdagen kan nog tot en met {einde}."
    return (
        f"De termijn eindigt op {einde}. Meer tijd kan alleen als de klager daar schriftelijk "
        "mee instemt."
    )
