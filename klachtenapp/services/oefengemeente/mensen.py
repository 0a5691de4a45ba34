"""The people of the oefengemeente: who they are, and with what the afdelingshoofd signs."""

from __future__ import annotations

from dataclasses import replace

from klachtenapp.services import beheer, gebruikers, geheimen, sleutels
from klachtenapp.services.context import Context
from klachtenapp.services.oefengemeente.draaiboek import Inrichting
from klachtenapp.services.oefenrol import PINCODE


def bewaar_mensen(ctx: Context, inrichting: Inrichting) -> None:
    """Store the departments and the people; who signs has a PIN, and a key that was confirmed."""
    nummers = {a.naam: beheer.bewaar_afdeling(ctx, a).id for a in inrichting.afdelingen}
    for medewerker, afdeling in inrichting.medewerkers:
        wie = beheer.bewaar_medewerker(ctx, replace(medewerker, afdeling_id=nummers[afdeling]))
        if wie.naam == inrichting.gemeente.ondertekenaar:
            geheimen.stel_in(gebruikers.als(ctx, wie), wie.id, PINCODE)
            sleutels.voor_oefening(ctx, wie)
