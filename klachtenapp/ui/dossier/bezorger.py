"""Saves what was typed in a dossier by way of the postvak, so that a lost disk loses nothing."""

from __future__ import annotations

from collections.abc import Callable

from klachtenapp.errors import KlachtenappError
from klachtenapp.services import postvak
from klachtenapp.services.postvak import WachtOpSchijf
from klachtenapp.ui.dossier.deur import Deur
from klachtenapp.ui.taak import Achtergelaten


def bezorg(
    deur: Deur,
    opdracht: object,
    uid: str,
    omschrijving: str,
    gelukt: str,
    *,
    klaar: Callable[[], None] | None = None,
    mislukt: Callable[[KlachtenappError], None] | None = None,
) -> None:
    """Send ``opdracht`` to the register; ``gelukt`` comes in the status line.

    When the disk is gone it is safe on this computer: the form closes just the same, and
    the status line says where it is. ``omschrijving`` is what it is called until then.
    """

    def niet_gelukt(fout: KlachtenappError) -> None:
        # Work that was begun lay in the postvak before it touched the disk.
        if isinstance(fout, WachtOpSchijf) or (isinstance(fout, Achtergelaten) and fout.begonnen):
            deur.navigatie.zeg(postvak.ligt_klaar(omschrijving))
            if klaar is not None:
                klaar()
        elif mislukt is not None:
            mislukt(fout)
        else:
            deur.runner.failed.emit(fout)

    deur.schrijf(
        lambda ctx: postvak.bezorg(ctx, opdracht, uid, omschrijving),
        gelukt,
        klaar=klaar,
        mislukt=niet_gelukt,
    )
