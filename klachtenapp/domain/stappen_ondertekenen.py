"""The next step on the road to the signature: offer the letter, wait, change it, send it."""

from __future__ import annotations

from klachtenapp.domain import dagtekst, ondertekenmap
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.stap import Stand, Stap

LEG_VOOR = "leg_voor"
LEG_OPNIEUW_VOOR = "leg_opnieuw_voor"
WACHT = "wacht_op_handtekening"
TEKENSTAPPEN = frozenset({LEG_VOOR, LEG_OPNIEUW_VOOR, WACHT})
"""Steps about a letter that cannot go out yet, because nobody signed it."""

VERSTUUR_GETEKEND = "verstuur_getekend"
_BRIEF = BriefSoort.AFDOENINGSBRIEF


def ondertekenen(stand: Stand) -> Stap | None:
    """Get the letter with our judgement signed; ``None`` when it is, or need not be."""
    dossier = stand.dossier
    wacht = ondertekenmap.aangeboden(dossier)
    if wacht is not None:
        sinds = dagtekst.lang(wacht.op)
        return _stap(
            stand,
            WACHT,
            "Wacht op de handtekening",
            f"De brief ligt sinds {sinds} ter ondertekening. Na de handtekening kan hij weg.",
        )
    if ondertekenmap.getekend(dossier, _BRIEF) is not None:
        return None
    terug = ondertekenmap.teruggekomen(dossier)
    if terug is not None:
        opmerking = terug.gegevens.get("opmerking", "").strip()
        zei = f" {terug.door} schreef: “{opmerking}”" if opmerking else ""
        return _stap(
            stand,
            LEG_OPNIEUW_VOOR,
            "Pas de brief aan en leg hem weer voor",
            f"De brief kwam terug op {dagtekst.lang(terug.op)}.{zei}",
        )
    if not stand.kader.ondertekenen:
        return None
    return _stap(
        stand,
        LEG_VOOR,
        "Leg de brief voor ter ondertekening",
        "Het afdelingshoofd besluit. Daarna belt u de klager en gaat de brief weg (art. 9:12 Awb).",
    )


def versturen(stand: Stand) -> Stap:
    """The letter was signed: now it goes."""
    return _stap(
        stand,
        VERSTUUR_GETEKEND,
        "Verstuur de ondertekende brief",
        "De klager krijgt ons oordeel met de reden, en leest over de ombudsman (art. 9:12 Awb).",
    )


def _stap(stand: Stand, naam: str, tekst: str, waarom: str) -> Stap:
    return Stap(naam, tekst, stand.einde, waarom, brief=_BRIEF.value)
