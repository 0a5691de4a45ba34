"""The papers of a locked register: the herstelsleutel for the safe, an invitation to hand over."""

from __future__ import annotations

from klachtenapp.domain.dagtekst import lang
from klachtenapp.domain.rollen import Recht
from klachtenapp.papier.sleutelblad import Sleutelblad, teken_sleutelblad
from klachtenapp.services.context import Context
from klachtenapp.services.deurlijst import Woordgeheim
from klachtenapp.services.rechten import vraagt
from klachtenapp.services.versleuteling import Uitnodiging

_HERSTEL = (
    (
        "Wat is dit?",
        (
            "Het klachtenregister zit op slot. Met deze woorden gaat het altijd open. Ook als alle "
            "computers stuk, weg of gestolen zijn.",
            "Wie dit papier heeft en bij het register kan, leest alle klachten. Pas er dus goed "
            "op. Raakt iedereen zijn toegang kwijt en is dit papier er niet? Dan kan niemand het "
            "register nog openen. Ook ICT niet.",
        ),
    ),
    (
        "Waar bewaart u dit?",
        (
            "Leg dit papier in de kluis van de gemeente, in een dichte envelop. Schrijf op de "
            "envelop: herstelsleutel klachtenregister.",
            "Maak geen foto. Zet de woorden niet in een mail of in een bestand op de computer. "
            "Hebt u het blad als bestand bewaard? Gooi dat bestand weg na het printen.",
        ),
    ),
    (
        "Hoe gebruikt u het?",
        (
            "Open het register in de Klachtenapp. Typ de negen woorden, met een spatie of een "
            "streepje ertussen. Hoofdletters maken niet uit.",
            "Denkt u dat een ander het papier heeft gezien? Maak een nieuwe herstelsleutel bij "
            "Beheer, Versleuteling. Dan opent dit papier het register niet meer.",
        ),
    ),
)


def _voor_collega(uitnodiging: Uitnodiging) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        (
            "Wat is dit?",
            (
                "Het klachtenregister zit op slot. Met deze woorden krijgt u toegang op uw eigen "
                f"computer. Dat kan één keer, tot en met {lang(uitnodiging.tot)}.",
            ),
        ),
        (
            "Wat doet u?",
            (
                "Open het register in de Klachtenapp. Het programma vraagt om woorden. Typ de zes "
                "woorden van dit blad, met een spatie of een streepje ertussen.",
                "Daarna opent het register vanzelf op deze computer. Gooi het papier weg in de "
                "bak voor vertrouwelijk papier. Geef de woorden niet aan een ander.",
                "Lukt het niet? Vraag de beheerder om een nieuwe uitnodiging.",
            ),
        ),
    )


@vraagt(Recht.BEHEREN)
def herstelblad(ctx: Context, geheim: Woordgeheim) -> bytes:
    """Return the sheet with the words of a herstelsleutel, as PDF."""
    inhoud = Sleutelblad("Herstelsleutel", _van(ctx), geheim.woorden.split("-"), geheim.woorden,
                         _HERSTEL)  # fmt: skip
    return teken_sleutelblad(ctx.gemeente, inhoud, ctx.vandaag)


@vraagt(Recht.BEHEREN)
def uitnodigingsblad(ctx: Context, uitnodiging: Uitnodiging) -> bytes:
    """Return the sheet for a colleague with the words that let him in, as PDF."""
    woorden = uitnodiging.geheim.woorden
    inhoud = Sleutelblad(
        f"Uitnodiging voor {uitnodiging.naam}", _van(ctx), woorden.split("-"), woorden,
        _voor_collega(uitnodiging),
    )  # fmt: skip
    return teken_sleutelblad(ctx.gemeente, inhoud, ctx.vandaag)


def _van(ctx: Context) -> str:
    return f"Klachtenregister van {ctx.gemeente.naam}, bestand {ctx.register.pad.name}."
