"""Events in words: what happened, how, and by whom, for the tijdlijn and on paper."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from klachtenapp.domain import dagtekst, poort
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.begrippen import Kanaal, Soort
from klachtenapp.domain.brieven import BRIEVEN
from klachtenapp.domain.brieven.kanalen import WOORDEN
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.handeling import Handeling, Veld, VeldSoort
from klachtenapp.domain.handelingen import HANDELINGEN
from klachtenapp.domain.handtekening import Hoe
from klachtenapp.domain.onafhankelijk import NIET_MEER

BRIEFNAMEN: Mapping[str, str] = {
    **{soort.value: regel.titel for soort, regel in BRIEVEN.items()},
    "stappenplan": "Stappenplan",
    "bijlage": "Bijlage",
}
_KANALEN = {
    Kanaal.BALIE: "aan de balie",
    Kanaal.TELEFOON: "per telefoon",
    Kanaal.BRIEF: "per brief",
    Kanaal.EMAIL: "per e-mail",
    Kanaal.WEBSITE: "via de website",
    Kanaal.SOCIALE_MEDIA: "via sociale media",
}
_SOORTEN = {
    Soort.MELDING_OPENBARE_RUIMTE: "Melding",
}
_GESPREKKEN = {
    "telefoon": ("Klager gebeld", "Klager gebeld, geen gehoor"),
    "gesprek": ("Gesprek op het gemeentehuis", "Klager kwam niet op het gesprek"),
    "balie": ("Gesprek aan de balie", "Geen gesprek aan de balie"),
    "thuis": ("Gesprek bij de klager thuis", "Klager was niet thuis"),
    "online": ("Online gesprek", "Online gesprek ging niet door"),
    "e-mail": ("E-mail met de klager", "E-mail zonder antwoord"),
    "brief": ("Brief met de klager", "Brief zonder antwoord"),
}
_VELDEN = {
    "beklaagde": "over wie het gaat",
    "gedraging_op": "gebeurd op",
    "kanaal": "binnen via",
    "koppeling": "hoort bij",
    "ondertekend": "handtekening",
    "wens": "wat de klager wil",
    "email": "e-mailadres",
    "email_akkoord": "brieven per e-mail",
    "voorkeur": "wil liefst",
    "land": "land",
    "notities": "aantekeningen",
}
_VERVALLEN = {"ontbreekt_reden": "Overgeslagen"}  # asked at closing until there was a gate
_KORTE_WIJZIGING = 90  # letters of old and new together
_TE_LANG = 220  # letters of one answer in the tijdlijn; the rest stands in the tabs


_BRIEVEN = {
    G.BRIEF_KLAARGELEGD: "klaargelegd",
    G.BRIEF_VERZONDEN: "verzonden",
    G.BRIEF_VERVALLEN: "weggelegd",
}


_TEKENEN = frozenset({G.TER_ONDERTEKENING, G.TERUG_MET_OPMERKING, G.ONDERTEKEND})


def hoofdletter(tekst: str) -> str:
    """Return ``tekst`` with its first letter as a capital."""
    return tekst[:1].upper() + tekst[1:]


def ontvangen(dossier: Dossier) -> str:
    """Return ``Klacht ontvangen aan de balie``."""
    wat = _SOORTEN.get(dossier.soort, hoofdletter(str(dossier.soort)))
    return f"{wat} ontvangen {_KANALEN.get(dossier.kanaal, '')}".strip()


def titel(gebeurtenis: Gebeurtenis) -> str:
    """Return what happened, in a few words."""
    gegevens = gebeurtenis.gegevens
    if gebeurtenis.soort in _BRIEVEN:
        naam = gegevens.get("brief", "")
        return f"{BRIEFNAMEN.get(naam, hoofdletter(naam))} {_BRIEVEN[gebeurtenis.soort]}"
    if gebeurtenis.soort is G.GESPREK:
        paar = _GESPREKKEN.get(gegevens.get("manier", ""), ("Gesprek", "Klager niet bereikt"))
        return paar[1] if gegevens.get("bereikt") == "nee" else paar[0]
    if gebeurtenis.soort is G.GEWIJZIGD:
        return "Gegevens gewijzigd"
    if gebeurtenis.soort is G.BIJ_OMBUDSMAN:
        return "Bericht van de ombudsman"
    if gebeurtenis.soort is G.BELOFTE_NAGEKOMEN and gegevens.get("uitkomst") != "gedaan":
        return "Belofte niet meer nodig"
    if gebeurtenis.soort is G.BETROKKEN_GEMERKT:
        weg = gegevens.get("_handeling") == NIET_MEER
        return "Collega toch niet betrokken" if weg else "Collega betrokken gemerkt"
    if gebeurtenis.soort is G.PLICHT_GEPASSEERD:
        return f"Overgeslagen: {poort.label(gegevens.get('plicht', ''))}"
    return hoofdletter(str(gebeurtenis.soort))


def detail(gebeurtenis: Gebeurtenis) -> str:
    """Return the answers that matter, and who wrote it down."""
    if gebeurtenis.soort is G.GEWIJZIGD:
        return f"{_wijzigingen(gebeurtenis)} · door {gebeurtenis.door}"
    if gebeurtenis.soort is G.PLICHT_GEPASSEERD:  # whole: it has to be accounted for
        return f"{gebeurtenis.gegevens.get('reden', '')} · door {gebeurtenis.door}"
    handeling = handeling_van(gebeurtenis)
    delen = [_antwoord(veld, gebeurtenis) for veld in handeling.velden] if handeling else []
    if gebeurtenis.soort in _BRIEVEN:
        delen += _van_de_brief(gebeurtenis.gegevens)
    if gebeurtenis.soort in _TEKENEN:
        delen += _van_de_handtekening(gebeurtenis.gegevens)
    delen += [f"{label}: {_kort(waarde)}" for label, waarde in _van_vroeger(gebeurtenis)]
    toelichting = gebeurtenis.toelichting.strip()
    if toelichting and toelichting not in delen:
        delen.append(_kort(toelichting))
    delen.append(f"door {gebeurtenis.door}" if gebeurtenis.door else "")
    return " · ".join(deel for deel in delen if deel)


def _van_de_brief(gegevens: Mapping[str, str]) -> list[str]:
    """Return by which road a letter went, who signed it, and why something was left out."""
    kanaal = gegevens.get("kanaal", "")
    tekenaar, niet_gebeld = gegevens.get("ondertekenaar", ""), gegevens.get("niet_gebeld_reden", "")
    return [
        WOORDEN.get(kanaal, kanaal),
        f"getekend door {tekenaar}" if tekenaar else "",
        f"niet eerst gebeld: {_kort(niet_gebeld)}" if niet_gebeld else "",
        _kort(gegevens.get("reden", "")),
    ]


def _van_de_handtekening(gegevens: Mapping[str, str]) -> list[str]:
    """Return which letter it is about, who signed it and how, or why it came back."""
    brief, wie = gegevens.get("brief", ""), gegevens.get("ondertekenaar", "")
    hoe = gegevens.get("hoe", "")
    woorden = {Hoe.DIGITAAL: "met een sleutel", Hoe.NAT: "met pen, de scan zit in het dossier"}
    opmerking = gegevens.get("opmerking", "")
    return [
        BRIEFNAMEN.get(brief, brief),
        f"door {wie}" if hoe and wie else "",
        woorden[Hoe(hoe)] if hoe else "",
        f"controleteken {gegevens['anker']}" if gegevens.get("anker") else "",
        f"“{_kort(opmerking)}”" if opmerking else "",
    ]


def _wijzigingen(gebeurtenis: Gebeurtenis) -> str:
    """Return what was corrected: short texts with old and new, of long ones the name."""
    delen = []
    for veld, nu in gebeurtenis.gegevens.items():
        oud = gebeurtenis.gegevens.get(f"{veld} was")
        if veld.endswith(" was") or veld.startswith("_"):
            continue
        naam = veldlabel(veld)
        kort = oud is not None and len(oud) + len(nu) <= _KORTE_WIJZIGING
        delen.append(f"{naam}: {oud or '(leeg)'} → {nu or '(leeg)'}" if kort else naam)
    return hoofdletter(", ".join(delen))


def veldlabel(veld: str) -> str:
    """Return what a field of a dossier is called: ``telefoon van de klager``."""
    rol, punt, deel = veld.partition(".")
    if punt:
        return f"{_VELDEN.get(deel, deel.replace('_', ' '))} van de {rol}"
    return _VELDEN.get(veld, veld.replace("_", " "))


def antwoorden(gebeurtenis: Gebeurtenis, functies: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return every answer with its question; ``functies`` says what a medewerker is."""
    handeling = handeling_van(gebeurtenis)
    paren = []
    for veld in handeling.velden if handeling else ():
        waarde = gebeurtenis.gegevens.get(veld.naam, "").strip()
        if veld.naam == "toelichting":
            waarde = waarde or gebeurtenis.toelichting.strip()
        if waarde and veld.naam != (handeling.op_veld if handeling else ""):
            paren.append((veld.label, _waarde(veld, waarde, functies)))
    return paren + _van_vroeger(gebeurtenis)


def _van_vroeger(gebeurtenis: Gebeurtenis) -> list[tuple[str, str]]:
    """Return the answers to questions that are no longer asked, of older events."""
    gegevens = gebeurtenis.gegevens
    return [(label, gegevens[naam]) for naam, label in _VERVALLEN.items() if gegevens.get(naam)]


def handeling_van(gebeurtenis: Gebeurtenis) -> Handeling | None:
    """Return the handeling that made this event, as far as that is known."""
    naam = gebeurtenis.gegevens.get("_handeling", "")
    if naam in HANDELINGEN:
        return HANDELINGEN[naam]
    passend = [h for h in HANDELINGEN.values() if h.gebeurtenis is gebeurtenis.soort]
    return passend[0] if len(passend) == 1 else None


def _antwoord(veld: Veld, gebeurtenis: Gebeurtenis) -> str:
    """Return one answer in words; nothing for what the title or the day says already."""
    waarde = gebeurtenis.gegevens.get(veld.naam, "").strip()
    if not waarde or veld.naam in ("manier", "bereikt"):
        return ""
    match veld.soort:
        case VeldSoort.DATUM:
            dag_ = date.fromisoformat(waarde)
            kaal = veld.label.rstrip("?")
            return "" if dag_ == gebeurtenis.op else f"{kaal}: {dagtekst.kort(dag_)}"
        case VeldSoort.KEUZE:
            return dict(veld.keuzes).get(waarde, waarde)
        case VeldSoort.JA_NEE:
            if veld.label.endswith("?"):
                return f"{veld.label} {hoofdletter(waarde)}"
            return veld.label if waarde == "ja" else ""
        case _:
            return _kort(waarde)


def _waarde(veld: Veld, waarde: str, functies: Mapping[str, str]) -> str:
    match veld.soort:
        case VeldSoort.DATUM:
            return dagtekst.kort(date.fromisoformat(waarde))
        case VeldSoort.KEUZE:
            return dict(veld.keuzes).get(waarde, waarde)
        case VeldSoort.MEDEWERKER:
            functie = functies.get(waarde, "")
            return f"{waarde} ({functie})" if functie else waarde
        case _:
            return waarde


def _kort(tekst: str) -> str:
    regel = " ".join(tekst.split())
    return regel if len(regel) <= _TE_LANG else regel[: _TE_LANG - 1].rstrip() + "…"
