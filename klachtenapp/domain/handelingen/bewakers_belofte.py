"""Guards of promises: complete when they are made, kept before the dossier closes."""

from __future__ import annotations

from datetime import date

from klachtenapp.domain import dagtekst, toezeggingen
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.handeling import Bezwaar, Invoer
from klachtenapp.domain.handelingen.velden import datum, tekst
from klachtenapp.domain.kader import Kader

ONVERWIJLD = frozenset({"zend_door", "leid_door_als_bezwaar", "trek_in"})
"""Endings that wait for no promise: post for others goes at once, and who withdraws is done."""


def belofte_compleet(_d: Dossier, invoer: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
    """A promise says what, who and when."""
    wat, wie, op = (tekst(invoer, n) for n in ("belofte", "belofte_door", "belofte_op"))
    if not (wat or wie or op):
        return None
    for veld, antwoord, zin in (
        ("belofte", wat, "Schrijf op wat wij beloven."),
        ("belofte_door", wie, "Schrijf op wie dit doet."),
        ("belofte_op", op, "Vul in wanneer het uiterlijk klaar is."),
    ):
        if not antwoord:
            return Bezwaar(zin, "", veld)
    gesproken, uiterlijk = datum(invoer, "gesproken_op"), datum(invoer, "belofte_op")
    if gesproken and uiterlijk and uiterlijk < gesproken:
        return Bezwaar("Deze dag ligt vóór het gesprek. Kijk de datum na.", "", "belofte_op")
    return None


def belofte_bekend(dossier: Dossier, invoer: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
    """Only a promise that was made and stands open can be kept, and not before it was made."""
    wat = tekst(invoer, "belofte")
    if not wat:
        return None
    belofte = toezeggingen.bedoeld(dossier, wat)
    if belofte is None:
        keuzes = "; ".join(t.wat for t in toezeggingen.openstaand(dossier))
        return Bezwaar(f"Deze belofte staat niet open. Wel open: {keuzes}.", "", "belofte")
    klaar = datum(invoer, "nagekomen_op")
    if klaar is not None and klaar < belofte.beloofd_op:
        return Bezwaar(
            f"Dit is pas op {dagtekst.lang(belofte.beloofd_op)} beloofd. Kijk de datum na.",
            "",
            "nagekomen_op",
        )
    return None


def geen_belofte_blijft_liggen(dossier: Dossier, _i: Invoer, _k: Kader, _v: date) -> Bezwaar | None:
    """No dossier closes over something that we promised and did not do."""
    open_ = toezeggingen.openstaand(dossier)
    if not open_:
        return None
    return Bezwaar(
        f"{open_[0].zin}. Leg eerst vast dat het is gedaan, of dat het niet meer nodig is."
    )
