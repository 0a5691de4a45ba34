"""Commands that make paper: brief, stappenplan and termijnkaart."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from pathlib import Path

from klachtenapp.cli.openen import OMGEVING, geopend
from klachtenapp.errors import OmgevingFout, RegelFout
from klachtenapp.services import agenda, correspondentie, termijnblad
from klachtenapp.services.emailconcept import emailconcept


def brief(keuze: Namespace) -> int:
    """Make one letter as PDF, or as e-mail draft when the name ends in ``.eml``.

    A letter that may not go now is refused with the reason.
    """
    with geopend(keuze) as ctx:
        concept = correspondentie.concept(
            ctx,
            keuze.kenmerk,
            keuze.soort,
            antwoorden=dict(keuze.antwoord),
            ondertekenaar=keuze.ondertekenaar,
        )
        if concept.bezwaren:
            redenen = " ".join(bezwaar.tekst for bezwaar in concept.bezwaren)
            raise RegelFout(f"Deze brief kan nu niet. {redenen}")
        inhoud = concept.pdf
        if keuze.uit.suffix.lower() == ".eml":
            inhoud = emailconcept(ctx, keuze.kenmerk, concept).inhoud
    schrijf(keuze.uit, inhoud)
    return 0


def stappenplan(keuze: Namespace) -> int:
    """Make the stappenplan: personal with a kenmerk, otherwise for the counter."""
    namen = ("variant", "weg", "formaat", "groot", "taal")
    vorm = {naam: getattr(keuze, naam) for naam in namen}
    if keuze.register is None and not os.environ.get(OMGEVING):
        if keuze.kenmerk:
            raise RegelFout(
                f"Bij {keuze.kenmerk} hoort een register: schrijf --register PAD erbij."
            )
        schrijf(keuze.uit, correspondentie.stappenplan(None, None, **vorm))
        return 0
    with geopend(keuze) as ctx:
        schrijf(keuze.uit, correspondentie.stappenplan(ctx, keuze.kenmerk or None, **vorm))
    return 0


def termijnkaart(keuze: Namespace) -> int:
    """Make the termijnkaart of a dossier: every date with how it came about."""
    with geopend(keuze) as ctx:
        blad = termijnblad.maak(ctx, keuze.kenmerk)
    schrijf(keuze.uit, blad.pdf)
    return 0


def gesprek(keuze: Namespace) -> int:
    """Write the planned hearing as agenda file, without names."""
    with geopend(keuze) as ctx:
        bestand = agenda.maak(ctx, keuze.kenmerk)
    schrijf(keuze.uit, bestand.inhoud)
    return 0


def schrijf(pad: Path, inhoud: bytes) -> None:
    """Write a file whole, or say why not."""
    try:
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_bytes(inhoud)
    except OSError as fout:
        raise OmgevingFout(
            f"{pad} kan niet worden geschreven ({fout.strerror}). Kies een andere plek."
        ) from fout
    print(pad, file=sys.stderr)
