"""The head of the stappenplan: title, gemeente, and the number with its code."""

from __future__ import annotations

from klachtenapp.papier.blad import BREEDTE, Blad
from klachtenapp.papier.kleur import GRIJS, INKT, WIT
from klachtenapp.papier.lettertype import VET, breedte
from klachtenapp.papier.opmaak import breek_gelijk
from klachtenapp.papier.qr import teken_qr
from klachtenapp.papier.sierwerk import teken_oefening_rand
from klachtenapp.papier.stapmodel import RAND, Stappenplan, teken_regels
from klachtenapp.papier.tekst import Stuk

_KAART_BREED = 44.0
_KAART_HOOG = 36.0
_QR = 20.0


def teken_kop(blad: Blad, plan: Stappenplan) -> None:
    """Draw the panel with the title, and for one klacht the card with its number."""
    maten, hoogte = plan.maten, plan.maten.kop_hoogte
    with blad.sier():
        blad.vlak(RAND, RAND, BREEDTE - 2 * RAND, hoogte, vul=plan.kleur, straal=5)
        teken_oefening_rand(blad, plan.gemeente)
    kaart = _KAART_BREED + 6 if plan.persoonlijk else 0.0
    breed = BREEDTE - 2 * RAND - 20 - kaart
    punt = maten.titel * (0.92 if plan.persoonlijk else 1.0)
    titel = breek_gelijk([Stuk(plan.teksten["titel"])], breed, punt, gewoon=VET)
    onder = breek_gelijk([Stuk(plan.tekst(plan.teksten["onder"]))], breed, maten.onder)
    regel_t, regel_o = punt * 0.405, maten.onder * 0.47
    y = RAND + (hoogte - len(titel) * regel_t - 2.5 - len(onder) * regel_o) / 2
    x = RAND + 10
    with blad.inhoud("H1"):
        y = teken_regels(blad, titel, x=x, y=y, hoogte=regel_t, maat=punt, kleur=WIT)
    with blad.inhoud("P"):
        teken_regels(blad, onder, x=x, y=y + 2.5, hoogte=regel_o, maat=maten.onder, kleur=WIT)
    if plan.persoonlijk:
        x = BREEDTE - RAND - _KAART_BREED - 4
        _teken_kaart(blad, plan, x, RAND + (hoogte - _KAART_HOOG) / 2)


def _teken_kaart(blad: Blad, plan: Stappenplan, x: float, y: float) -> None:
    """Draw the white card with the kenmerk, to show at the counter; nothing else is in its code."""
    kenmerk = plan.velden["kenmerk"]
    midden = x + _KAART_BREED / 2
    maat = 14.0
    while breedte(kenmerk, VET, maat) > (_KAART_BREED - 6) * 72 / 25.4:
        maat -= 0.5
    with blad.sier():
        blad.vlak(x, y, _KAART_BREED, _KAART_HOOG, vul=WIT, straal=3.5)
    with blad.inhoud("P"):
        blad.tekst(midden, y + 5.6, plan.teksten["uw_nummer"] + " ", maat=9, kleur=GRIJS,
                   plek="midden")  # fmt: skip
        blad.tekst(midden, y + 11.2, kenmerk, font=VET, maat=maat, kleur=INKT, plek="midden")
    plek = (midden - _QR / 2, y + 13.4)
    alt = plan.tekst(plan.teksten["qr_alt"])
    with blad.inhoud("Figure", alt=alt, vak=(*plek, _QR, _QR)):
        teken_qr(blad, kenmerk, x=plek[0], y=plek[1], maat=_QR, kleur=INKT)
