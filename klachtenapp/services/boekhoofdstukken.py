"""The chapters of a dossierboek: the facts of a dossier in headings, text and tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from klachtenapp.domain import dagtekst, termijnkaart
from klachtenapp.domain.aanspreken import naamregel
from klachtenapp.domain.begrippen import GebeurtenisSoort as G
from klachtenapp.domain.boekdeel import Boekdeel
from klachtenapp.domain.dossier import Dossier, Gebeurtenis, Klachtonderdeel
from klachtenapp.domain.gebeurtenistekst import (
    antwoorden,
    detail,
    hoofdletter,
    ontvangen,
    titel,
)
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.personen import Persoon
from klachtenapp.models.log import Logregel
from klachtenapp.papier.dossierboek import Alinea, Hoofdstuk, Kop, Lijst
from klachtenapp.papier.tabel import Kolom

_CONTACTEN = frozenset(
    {G.GESPREK, G.HOREN_GEPLAND, G.GEHOORD, G.AFGEZIEN_VAN_HOREN, G.VERSLAG_VASTGESTELD,
     G.TEVREDENHEID_VASTGESTELD, G.TERUGGEKOPPELD}
)  # fmt: skip
_GEGEVENS = (Kolom("Gegeven", 30, rijkop=True), Kolom("In dit dossier", 70))
_VRAGEN = (Kolom("Vraag", 32, rijkop=True), Kolom("Antwoord", 68))

Paren = list[tuple[str, str]]


def voorblad(dossier: Dossier, gemaakt: date, door: str) -> tuple[tuple[str, str], ...]:
    """Return what the cover says of the dossier."""
    wie = dossier.klager
    behandelaar = dossier.behandelaar.naam if dossier.behandelaar else ""
    einde = dagtekst.lang(dossier.afgehandeld_op) if dossier.afgehandeld_op else "nog niet"
    paren = [
        ("Klager", "Anoniem" if wie.is_leeg else naamregel(wie)),
        ("Soort", hoofdletter(dossier.soort)),
        ("Ontvangen op", dagtekst.lang(dossier.ontvangen_op)),
        ("Afgehandeld op", einde),
        ("Stand", hoofdletter(dossier.status)),
        ("Oordeel", hoofdletter(dossier.oordeel) if dossier.oordeel else ""),
        ("Behandeld door", behandelaar),
        ("Afdeling", dossier.afdeling.naam if dossier.afdeling else ""),
        ("Dit boek is gemaakt", f"op {dagtekst.lang(gemaakt)}, door {door}"),
    ]
    return _gevuld(paren)


def de_klacht(dossier: Dossier, *, contact: bool) -> Hoofdstuk:
    """Return who complains, about what and whom, and the klacht in his own words."""
    feiten = [
        *_persoon("Klager", dossier.klager, contact=contact),
        *(_persoon("Gemachtigde", dossier.gemachtigde, contact=contact)
          if dossier.gemachtigde else []),
        ("Gaat over", dossier.beklaagde),
        ("Gebeurd op", dagtekst.lang(dossier.gedraging_op) if dossier.gedraging_op else ""),
        ("Zo kwam het binnen", ontvangen(dossier)),
        ("Wat de klager wil", str(dossier.wens or "")),
        ("Hoort bij", dossier.koppeling),
        ("Oud kenmerk", dossier.oud_kenmerk),
        ("Afgehandeld", " ".join(str(deel) for deel in
                                 (dossier.afdoeningswijze or "", dossier.afdoeningsgrond) if deel)),
    ]  # fmt: skip
    tekst = dossier.omschrijving.strip() or "Er is geen tekst opgeschreven."
    kop = f"De {dossier.soort}"
    return Hoofdstuk(kop, (Lijst(_GEGEVENS, _gevuld(feiten)), Kop("In de woorden van de klager"),
                           Alinea(tekst)))  # fmt: skip


def tijdlijn(dossier: Dossier, keuze: frozenset[Boekdeel]) -> Hoofdstuk:
    """Return what happened, oldest first; what was made undone says so."""
    geldig = {id(g) for g in dossier.geldige_gebeurtenissen}
    volgorde = sorted(dossier.gebeurtenissen, key=lambda g: (g.op, g.vastgelegd_op, g.id))
    rijen = [(dagtekst.kort(dossier.ontvangen_op), ontvangen(dossier), "")]
    for gebeurtenis in volgorde:
        if gebeurtenis.soort is G.GEREGISTREERD and gebeurtenis.op == dossier.ontvangen_op:
            continue
        if gebeurtenis.soort is G.NOTITIE and Boekdeel.AANTEKENINGEN not in keuze:
            continue
        ongedaan = "" if id(gebeurtenis) in geldig else " (ongedaan gemaakt)"
        meer = _zonder_contact(gebeurtenis) if Boekdeel.CONTACT not in keuze else ""
        wat = f"{titel(gebeurtenis)}{ongedaan}"
        rijen.append((dagtekst.kort(gebeurtenis.op), wat, meer or detail(gebeurtenis)))
    kolommen = (Kolom("Datum", 17, rijkop=True), Kolom("Wat", 33), Kolom("Toelichting", 50))
    return Hoofdstuk("Tijdlijn", (Lijst(kolommen, tuple(rijen)),))


def termijnen(dossier: Dossier, kader: Kader, vandaag: date) -> Hoofdstuk:
    """Return every date with how it came about and how it stands."""
    rijen = tuple(
        (
            f"{regel.label} ({'wet' if regel.soort == 'wet' else 'eigen norm'})",
            dagtekst.kort(regel.datum) if regel.datum else "nog niet bekend",
            str(regel.toestand),
            "\n".join(
                hoofdletter(zin)
                for zin in (*(regel.stappen or (regel.uitleg,)), *regel.waarschuwingen)
            ),
        )
        for regel in termijnkaart.regels(dossier, kader, vandaag)
    )
    kolommen = (
        *(Kolom("Termijn", 24, rijkop=True), Kolom("Uiterlijk", 16), Kolom("Stand", 10)),
        Kolom("Hoe deze datum ontstond", 50),
    )
    zin = f"Zo staan de termijnen op {dagtekst.lang(vandaag)}."
    inhoud = Lijst(kolommen, rijen) if rijen else Alinea("Er lopen geen termijnen.")
    return Hoofdstuk("Termijnen", (Alinea(zin, stil=True), inhoud))


def gesprekken(dossier: Dossier, functies: Mapping[str, str]) -> Hoofdstuk:
    """Return the contact log, oldest first."""
    gevonden = [g for g in dossier.geldige_gebeurtenissen if g.soort in _CONTACTEN]
    blokken: list[Kop | Alinea | Lijst] = []
    for gebeurtenis in sorted(gevonden, key=lambda g: (g.op, g.vastgelegd_op, g.id)):
        blokken.append(Kop(f"{titel(gebeurtenis)}, {dagtekst.kort(gebeurtenis.op)}"))
        paren = [*antwoorden(gebeurtenis, functies), ("Vastgelegd door", gebeurtenis.door)]
        blokken.append(Lijst(_VRAGEN, _gevuld(paren)))
    leeg = Alinea("Er is nog met niemand gesproken.")
    return Hoofdstuk("Gesprekken en horen", tuple(blokken) or (leeg,))


def oordeel(dossier: Dossier) -> Hoofdstuk | None:
    """Return what was found and decided of each part; nothing when there are no parts."""
    if not dossier.onderdelen:
        return None
    blokken: list[Kop | Alinea | Lijst] = []
    if dossier.oordeel:
        blokken.append(Alinea(f"Over de hele klacht: {dossier.oordeel}."))
    for nummer, deel in enumerate(dossier.onderdelen, start=1):
        blokken.append(Kop(f"Onderdeel {nummer}: {deel.omschrijving}"))
        blokken.append(Lijst(_GEGEVENS, _gevuld(_onderdeel(deel))))
    vorming = dossier.laatste(G.OORDEEL_GEVORMD)
    conclusies = vorming.gegevens.get("conclusies", "").strip() if vorming else ""
    if conclusies:
        blokken += [Kop("Wat wij hiermee doen"), Alinea(conclusies)]
    return Hoofdstuk("Oordeel", tuple(blokken))


def aantekeningen(dossier: Dossier) -> Hoofdstuk:
    """Return the notes for our own eyes."""
    tekst = dossier.notities.strip() or "Er zijn geen aantekeningen bij dit dossier."
    return Hoofdstuk("Interne aantekeningen", (Alinea(tekst),))


def logboek(regels: Sequence[Logregel]) -> Hoofdstuk:
    """Return who did what and when, oldest first."""
    kolommen = (Kolom("Wanneer", 20, rijkop=True), Kolom("Wie", 28), Kolom("Wat", 52))
    rijen = tuple(
        (f"{regel.moment:%d-%m-%Y %H:%M}", regel.gebruiker, hoofdletter(regel.handeling))
        for regel in reversed(regels)
    )
    return Hoofdstuk("Logboek", (Lijst(kolommen, rijen),))


def _onderdeel(deel: Klachtonderdeel) -> Paren:
    klaar = deel.verbeterpunt_klaar_op
    wanneer = f" (klaar op {dagtekst.lang(klaar)})" if deel.verbeterpunt and klaar else ""
    return [
        ("Aspect", hoofdletter(str(deel.aspect or ""))),
        ("Norm", deel.norm),
        ("Wat wij hebben gevonden", deel.bevinding or "Nog geen bevinding."),
        ("Wat wij ervan vinden", str(deel.oordeel or "nog geen oordeel")),
        ("Wat wij beter doen", f"{deel.verbeterpunt}{wanneer}"),
    ]


def _persoon(rol: str, wie: Persoon, *, contact: bool) -> Paren:
    if wie.is_leeg:
        return [(rol, "Anoniem")]
    paren = [(rol, naamregel(wie))]
    if contact:
        straat = f"{wie.straat} {wie.huisnummer}".strip()
        plaats = f"{wie.postcode} {wie.plaats}".strip()
        adres = ", ".join(deel for deel in (straat, plaats, wie.land) if deel)
        paren += [
            (f"Adres van de {rol.lower()}", adres),
            (f"Telefoon van de {rol.lower()}", wie.telefoon),
            (f"E-mail van de {rol.lower()}", wie.email),
        ]
    return paren


def _zonder_contact(gebeurtenis: Gebeurtenis) -> str:
    """Return what may be said of a correction when addresses stay out of the book."""
    if gebeurtenis.soort is not G.GEWIJZIGD:
        return ""
    return f"door {gebeurtenis.door}"


def _gevuld(paren: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((label, waarde.strip()) for label, waarde in paren if waarde.strip())
