"""The head of the stappenplan: title, gemeente, number with its code, and how it stands today."""

from __future__ import annotations

from klachtenapp.papier.blad import MM, Blad
from klachtenapp.papier.iconen import teken_icoon
from klachtenapp.papier.kleur import GRIJS, INKT, OEFENING, WIT
from klachtenapp.papier.lettertype import GEWOON, HALFVET, VET, breedte
from klachtenapp.papier.opmaak import Regel, breek, breek_gelijk
from klachtenapp.papier.qr import teken_qr
from klachtenapp.papier.stapmodel import Stappenplan, teken_regels
from klachtenapp.papier.tekst import Stuk

_TITELREGEL, _ONDERREGEL = 0.405, 0.47  # line heights in millimetres per point
_TUSSEN = 2.5  # between title and subtitle
_KLEINST = 0.6
_STAND_WIT = 3.0  # above the line that says how it stands


def teken_kop(blad: Blad, plan: Stappenplan) -> None:
    """Draw the panel with the title, and for one klacht the card with its number."""
    vel, hoogte = plan.vel, plan.maten.kop_hoogte
    with blad.sier():
        blad.vlak(vel.rand, vel.rand, vel.breed, hoogte, vul=plan.kleur, straal=5)
        teken_oefening(blad, plan)
    kaart_breed, kaart_hoog = _kaartmaat(plan)
    binnen = 6.0 if plan.klein else 10.0
    breed = vel.breed - 2 * binnen - (kaart_breed if plan.persoonlijk else 0.0)
    titel, onder, punt, klein = _koppen(plan, breed)
    regel_t, regel_o = punt * _TITELREGEL, klein * _ONDERREGEL
    y = vel.rand + (hoogte - _kophoogte(titel, onder, punt, klein)) / 2
    x = vel.rand + binnen
    with blad.inhoud("H1"):
        y = teken_regels(blad, titel, x=x, y=y, hoogte=regel_t, maat=punt, kleur=WIT)
    with blad.inhoud("P"):
        teken_regels(blad, onder, x=x, y=y + _TUSSEN, hoogte=regel_o, maat=klein, kleur=WIT)
    if plan.persoonlijk:
        plek = (vel.rechts - kaart_breed - 2.5, vel.rand + (hoogte - kaart_hoog) / 2)
        teken_nummerkaart(blad, plan, (*plek, kaart_breed, kaart_hoog), naast=plan.klein)
    teken_stand(blad, plan, vel.rand + hoogte + _STAND_WIT)


def _koppen(plan: Stappenplan, breed: float) -> tuple[list[Regel], list[Regel], float, float]:
    """Return the lines of title and subtitle with their sizes: as large as the panel holds."""
    maten, schaal = plan.maten, 0.92 if plan.persoonlijk else 1.0
    while True:
        punt, klein = maten.titel * schaal, maten.onder * min(1.0, schaal + 0.08)
        titel = breek_gelijk([Stuk(plan.teksten["titel"])], breed, punt, gewoon=VET)
        onder = breek_gelijk([Stuk(onderschrift(plan))], breed, klein)
        past = _kophoogte(titel, onder, punt, klein) <= maten.kop_hoogte - 4
        if past or schaal < _KLEINST:
            return titel, onder, punt, klein
        schaal -= 0.04


def _kophoogte(titel: list[Regel], onder: list[Regel], punt: float, klein: float) -> float:
    return len(titel) * punt * _TITELREGEL + _TUSSEN + len(onder) * klein * _ONDERREGEL


def onderschrift(plan: Stappenplan) -> str:
    """Return the line below the title, which says how the klacht is treated."""
    sleutel = f"onder_{plan.weg}"
    return plan.tekst(plan.teksten[sleutel if sleutel in plan.teksten else "onder"])


def hoogte_kop(plan: Stappenplan) -> float:
    """Return the height of the head, with the line that says how it stands."""
    regels = _standregels(plan)
    stand = _STAND_WIT + len(regels) * plan.maten.onder * 0.47 - 1.0 if regels else 0.0
    return plan.maten.kop_hoogte + stand


def teken_stand(blad: Blad, plan: Stappenplan, y: float) -> float:
    """Draw of which day this is, and when the klager hears again; return the y below it."""
    regels, maat = _standregels(plan), plan.maten.onder
    if not regels:
        return y
    icoon, x = maat * 0.4, plan.vel.rand + 1.0
    with blad.inhoud("P"):
        teken_icoon(blad, "kalender", x=x + icoon / 2, y=y + maat * 0.235, maat=icoon,
                    kleur=plan.kleur)  # fmt: skip
        return teken_regels(blad, regels, x=x + icoon + 2, y=y, hoogte=maat * 0.47, maat=maat,
                            kleur=INKT)  # fmt: skip


def _standregels(plan: Stappenplan) -> list[Regel]:
    if not plan.persoonlijk:
        return []
    tussen = "\n" if plan.klein or plan.groot else " "
    stand = plan.tekst(plan.teksten["stand"], datum=plan.datum(plan.vandaag))
    if plan.contact_op is None:
        stukken = [Stuk(stand)]
    else:
        zin = plan.tekst(plan.teksten["contact_op"], datum=plan.datum(plan.contact_op))
        stukken = [Stuk(stand + tussen), Stuk(zin, vet=True)]
    breed = plan.vel.breed - plan.maten.onder * 0.4 - 4
    return breek(stukken, breed, plan.maten.onder)


def _kaartmaat(plan: Stappenplan) -> tuple[float, float]:
    """Return width and height of the card with the number."""
    if plan.groot:
        return 44.0, 44.0
    hoog = plan.maten.kop_hoogte - 5
    return (hoog + 24.0 if plan.klein else hoog * 1.22), hoog


def teken_nummerkaart(
    blad: Blad, plan: Stappenplan, vak: tuple[float, float, float, float], *, naast: bool = False
) -> None:
    """Draw the white card with the kenmerk, to show at the counter; nothing else is in its code.

    ``vak`` is x, y, width and height. On a low card the code stands beside (``naast``) the number.
    """
    x, y, breed, hoog = vak
    kenmerk, woord = plan.velden["kenmerk"], plan.teksten["uw_nummer"]
    code = hoog - 4.0 if naast else min(hoog - 16.0, breed - 8.0)
    ruimte = breed - code - 5.0 if naast else breed - 5.0
    plek = (x + breed - code - 2.0, y + 2.0) if naast else (x + (breed - code) / 2, y + 13.0)
    midden = x + 2.0 + ruimte / 2 if naast else x + breed / 2
    top = y + hoog / 2 - 7.5 if naast else y
    maat, klein = _past(kenmerk, VET, 14.0, ruimte), _past(woord, GEWOON, 9.0, ruimte)
    with blad.sier():
        blad.vlak(x, y, breed, hoog, vul=WIT, straal=3.5)
    with blad.inhoud("P"):
        blad.tekst(midden, top + 5.4, woord + " ", maat=klein, kleur=GRIJS, plek="midden")
        blad.tekst(midden, top + 10.8, kenmerk, font=VET, maat=maat, kleur=INKT, plek="midden")
    alt = plan.tekst(plan.teksten["qr_alt"])
    with blad.inhoud("Figure", alt=alt, vak=(*plek, code, code)):
        teken_qr(blad, kenmerk, x=plek[0], y=plek[1], maat=code, kleur=INKT)


def _past(tekst: str, font: str, maat: float, ruimte: float) -> float:
    """Return the largest size up to ``maat`` in which ``tekst`` fits."""
    while breedte(tekst, font, maat) > ruimte * MM and maat > 5:
        maat -= 0.5
    return maat


def teken_oefening(blad: Blad, plan: Stappenplan) -> None:
    """Mark the sheet of a fictional register, in the bottom margin."""
    if plan.gemeente.oefening:
        tekst = "OEFENING. Dit blad hoort bij een oefening. Het is niet echt."
        blad.tekst(plan.vel.breedte / 2, plan.vel.hoogte - 6.5, tekst, font=HALFVET, maat=9,
                   kleur=OEFENING, plek="midden")  # fmt: skip
