"""Coming in with words from paper: of an invitation, once, or of the herstelsleutel."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path
from typing import Final

from klachtenapp.errors import OmgevingFout, RegelFout
from klachtenapp.kluis import deuren, sleutelbestand
from klachtenapp.kluis.deuren import HERSTELBYTES, UITNODIGINGBYTES, Deur, Deursoort
from klachtenapp.kluis.sleutelbestand import Sleutelbestand
from klachtenapp.kluis.woorden import uit_woorden
from klachtenapp.models import log
from klachtenapp.models.database import open_register
from klachtenapp.models.log import Logregel
from klachtenapp.models.register import sleuteltekst
from klachtenapp.services import deurwachter
from klachtenapp.services.deurlijst import (
    NIET_GEKEURD,
    eigen_deur,
    eigen_prive,
    is_verlopen,
    maak_ring,
)
from klachtenapp.services.deurwachter import Gevonden

_AANTALLEN: Final = {9: HERSTELBYTES, 6: UITNODIGINGBYTES}


def treed_toe(
    pad: Path, woorden: str, *, nu: datetime, gebruiker: str, wachtwoord: str = ""
) -> None:
    """Make a door for this user with the words of an invitation or of the herstelsleutel.

    After that the register opens by itself on this computer. An invitation is used up.

    :raises RegelFout: the words are wrong or have ended, or the password is too easy.
    :raises OmgevingFout: the register cannot be reached, or is being converted.
    """
    geheim = _lees_woorden(woorden)
    gevonden = _met_woorden(pad, geheim, nu.date())
    uid, deur = gevonden.bestand.register, gevonden.deur
    if deur is None:
        raise RegelFout("Dit register is niet versleuteld.", veld="register")
    prive = eigen_prive(uid, wachtwoord)
    publiek = deuren.publiek_bij(prive)
    uitgenodigd = deur.soort is Deursoort.UITNODIGING
    naam = deur.naam if uitgenodigd else gebruiker
    register = open_register(pad, sleutel=sleuteltekst(gevonden.sleutel))
    try:
        with register.transactie():
            gevonden = _met_woorden(pad, geheim, nu.date())
            if not gevonden.gekeurd:
                raise OmgevingFout(NIET_GEKEURD)
            eigen = eigen_deur(naam, prive, nu.date())
            weg = {publiek, deur.publiek if uitgenodigd else publiek}
            lijst = [d for d in gevonden.ring.deuren if d.publiek not in weg]
            gegevens = {"met": deur.soort.value, "toegang": eigen.uid[:8]}
            log.schrijf(register, Logregel(nu, gebruiker, "toegang gekregen", "", gegevens))
            ring = maak_ring(gevonden.ring.generatie, uid, gevonden.sleutel, (*lijst, eigen))
            sleutelbestand.schrijf(pad, Sleutelbestand(uid, ring))
    finally:
        register.sluit()


def _lees_woorden(tekst: str) -> bytes:
    aantal = len(re.findall(r"[^\W\d_]+", tekst))
    if aantal not in _AANTALLEN:
        raise RegelFout(
            "Een uitnodiging heeft 6 woorden, de herstelsleutel 9. "
            f"U typte {aantal} {'woord' if aantal == 1 else 'woorden'}.",
            veld="woorden",
        )
    return uit_woorden(tekst, _AANTALLEN[aantal])


def _met_woorden(pad: Path, geheim: bytes, vandaag: date) -> Gevonden:
    """Return the key behind the door that these words open.

    :raises RegelFout: there is none, or it is an invitation that has ended.
    """
    soort = Deursoort.HERSTEL if len(geheim) == HERSTELBYTES else Deursoort.UITNODIGING

    def blik(deur: Deur) -> bytes | None:
        if deur.soort is not soort:
            return None
        prive = deuren.prive_uit(geheim, deur.zout)
        return prive if deuren.publiek_bij(prive) == deur.publiek else None

    gevonden = deurwachter.vind_met(pad, blik)
    if gevonden is None or gevonden.deur is None:
        raise RegelFout(
            "Deze woorden openen dit register niet. Is de uitnodiging al gebruikt? "
            "Vraag de beheerder dan om een nieuwe.",
            veld="woorden",
        )
    if is_verlopen(gevonden.deur, vandaag):
        raise RegelFout(
            "Deze uitnodiging is verlopen. Vraag de beheerder om een nieuwe.", veld="woorden"
        )
    return gevonden
