"""The next step in words for the banner and the tijdlijn; and the list of *Meer doen*."""

from __future__ import annotations

from klachtenapp.domain import dagtekst
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.handeling import Groep
from klachtenapp.domain.handelingen import HANDELINGEN
from klachtenapp.domain.stap import Stap
from klachtenapp.domain.stappen_ondertekenen import TEKENSTAPPEN, VERSTUUR_GETEKEND, WACHT
from klachtenapp.domain.urgentie import Trap, van_datum
from klachtenapp.domain.volgende_stap import VERSTUUR
from klachtenapp.ui.dossier.beeld import BRIEFNAMEN, Dossierbeeld
from klachtenapp.ui.dossier.bevoegd import DOSSIERBOEK, ONGEDAAN
from klachtenapp.ui.dossier.meer_keuzes import Keuze
from klachtenapp.ui.dossier.tijdlijn_model import Tijdlijnregel
from klachtenapp.ui.dossier.woorden import tijdlijnregels

_KLEUREN = {Trap.TE_LAAT: "rood", Trap.DEZE_WEEK: "amber", Trap.LATER: "blauw"}
_GROEPEN = [str(groep) for groep in Groep]


def stapwoorden(beeld: Dossierbeeld) -> tuple[str, str, str, str]:
    """Return sentence, reason, colour and button of the banner; no button for someone else's."""
    if beeld.stap is None:
        return _einde(beeld), beeld.meelezer, "groen", ""
    tekst = beeld.stap.tekst
    zin = f"Volgende stap: {tekst[:1].lower()}{tekst[1:]}"
    wanneer = _uiterlijk(beeld.stap, beeld)
    return (
        f"{zin}, {wanneer}." if wanneer else f"{zin}.",
        " ".join(filter(None, (beeld.stap.waarom, beeld.stap_van, beeld.meelezer))),
        kleur(beeld),
        "" if beeld.stap_van else _knop(beeld.stap),
    )


def kleur(beeld: Dossierbeeld) -> str:
    """Return the colour of the next step: how near its date is."""
    uiterlijk = beeld.stap.uiterlijk if beeld.stap else None
    return _KLEUREN[van_datum(uiterlijk, beeld.vandaag).trap] if uiterlijk else "blauw"


def tijdlijn(beeld: Dossierbeeld) -> list[Tijdlijnregel]:
    """Return the history with the step that must come as its last line."""
    regels = tijdlijnregels(beeld.dossier, beeld.vandaag)
    if beeld.stap is not None:
        wanneer = _uiterlijk(beeld.stap, beeld)
        regels.append(Tijdlijnregel("nu", beeld.stap.tekst, wanneer, nu=kleur(beeld)))
    return regels


def keuzes(beeld: Dossierbeeld) -> list[Keuze]:
    """Return all that can be done, by group: handelingen, letters, and the undo."""
    lijst = sorted(beeld.keuzes, key=lambda keuze: _GROEPEN.index(keuze.groep))
    for stand in beeld.brieven:
        lijst.append(
            Keuze(
                naam=stand.soort.value,
                label=f"{stand.naam} maken",
                groep="Brieven",
                uitleg="Bekijken, printen en als verzonden noteren.",
                blokkade=stand.bezwaren[0].tekst if stand.bezwaren else "",
            )
        )
    uitleg = "Voor de ombudsman of een hoorzitting. U kiest wat erin komt."
    if beeld.boek:
        lijst.append(Keuze(DOSSIERBOEK, "Hele dossier als PDF", "Dossier", uitleg))
    if beeld.terug:
        uitleg = "De laatste stap wordt teruggedraaid. In de tijdlijn blijft beide staan."
        lijst.append(Keuze(ONGEDAAN, beeld.terug, "Terugdraaien", uitleg, toets="Ctrl+Z"))
    return lijst


def _knop(stap: Stap) -> str:
    """Return the word on the button: the name of the form or letter behind it."""
    if stap.naam in (VERSTUUR, VERSTUUR_GETEKEND, WACHT):
        return "Brief bekijken"
    if stap.naam in TEKENSTAPPEN:
        return "Brief voorleggen"
    if stap.brief:
        return f"{BRIEFNAMEN[BriefSoort(stap.brief)]} maken"
    return HANDELINGEN[stap.handeling].label


def _uiterlijk(stap: Stap, beeld: Dossierbeeld) -> str:
    """Return ``uiterlijk wo 25 nov``, ``vandaag`` or ``3 dagen te laat``."""
    if stap.uiterlijk is None:
        return ""
    over = (stap.uiterlijk - beeld.vandaag).days
    if over < 0:
        return dagtekst.relatief(stap.uiterlijk, beeld.vandaag)
    if over == 0:
        return "vandaag"
    return f"uiterlijk {dagtekst.kort_zonder_jaar(stap.uiterlijk)}"


def _einde(beeld: Dossierbeeld) -> str:
    """Return how the dossier ended."""
    dossier = beeld.dossier
    hoe = f": {dossier.afdoeningswijze}" if dossier.afdoeningswijze else ""
    wanneer = f" op {dagtekst.lang(dossier.afgehandeld_op)}" if dossier.afgehandeld_op else ""
    return f"Afgehandeld{wanneer}{hoe}. Er hoeft niets meer te gebeuren."
