"""What is different in every letter to the medewerker about whom the klacht is.

Nothing of the klager but the name goes to the beklaagde: no address, no number, no way of
reading or calling.
"""

from __future__ import annotations

from klachtenapp.domain import verloop
from klachtenapp.domain.brieven.regel import Briefzaak
from klachtenapp.domain.handeling import Bezwaar

# Facts about how the klager reads and is reached; they say nothing to someone else.
_VAN_DE_KLAGER = (
    *("gemachtigd", "leest_moeilijk", "wij_bellen", "wil_langskomen", "wil_mailen"),
    *("wil_brief", "geen_telefoon", "eerst_bellen", "gesproken_op", "geschreven_op"),
)


def velden() -> dict[str, str]:
    """Return the facts that are not those of the klager in a letter to the beklaagde."""
    return {
        "uw_klacht": "de klacht",
        "uw_klacht_begin": "De klacht",
        **dict.fromkeys(_VAN_DE_KLAGER, ""),
    }


def bezwaren(zaak: Briefzaak) -> list[Bezwaar]:
    """Return an objection when the klacht is about nobody in particular."""
    if not verloop.zonder_beklaagde(zaak.dossier):
        return []
    return [
        Bezwaar(
            "Deze klacht gaat niet over een persoon. Er is niemand om aan te schrijven.",
            "art. 9:9 Awb",
            "beklaagde",
        )
    ]
