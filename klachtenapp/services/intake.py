"""What the program can say about a melding while it is still being typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from klachtenapp.domain import bsn, termijnkaart
from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.adres import normaliseer_postcode
from klachtenapp.domain.begrippen import Aanhef, Kanaal, Soort, Status, Voorkeur, Vorm
from klachtenapp.domain.dossier import Dossier
from klachtenapp.domain.formulier import (
    VRIJE_TEKST,
    Formulier,
    datum,
    gemachtigde,
    keuze,
    klager,
    persoonsvelden,
    voorstel_onderwerp,
    vorm_van,
)
from klachtenapp.domain.gemeente import Gemeente
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.onafhankelijk import is_betrokken, leidinggevende_bezwaar
from klachtenapp.domain.personen import Medewerker
from klachtenapp.domain.rollen import Recht
from klachtenapp.domain.termijnen import jaar_na_gedraging
from klachtenapp.domain.triage import Triage, triage
from klachtenapp.services import beheer, zoeken
from klachtenapp.services.collegas import leidinggevenden
from klachtenapp.services.context import Context
from klachtenapp.services.rechten import mag, vraagt
from klachtenapp.services.zoeken import RegisterRegel

_NOG_ONBEKEND = "…"
_KIES_KANAAL = "Kies bij “Binnen via” hoe het binnenkwam. Dan staat hier welke regels gelden."
_JAREN = range(1990, 2100)
_MIN_LETTERS = 3
_HOOFDREGELS = frozenset({"eerste_contact", "ontvangstbevestiging", "afdoening", "doorzenden"})


@dataclass(frozen=True, slots=True)
class Keuzelijsten:
    """What the form offers: names of departments and people."""

    afdelingen: tuple[str, ...]
    behandelaars: tuple[str, ...]
    medewerkers: tuple[str, ...]
    leidinggevenden: Mapping[str, str] = field(default_factory=dict)  # by name of whom he leads


@dataclass(frozen=True, slots=True)
class BsnWaarschuwing:
    """A number that may be a burgerservicenummer in the field ``veld``."""

    veld: str
    label: str


@dataclass(frozen=True, slots=True)
class Feiten:
    """Everything the side of the form shows: dates with their reasons, gaps, warnings, advice."""

    kaart: tuple[termijnkaart.Kaartregel, ...]
    redenen: tuple[str, ...]  # which rules hold, and what art. 9:4 lid 2 Awb still misses
    vorm: Vorm
    bsn: tuple[BsnWaarschuwing, ...]
    adviezen: tuple[str, ...]
    onderwerp: str

    @property
    def hoofdregels(self) -> tuple[termijnkaart.Kaartregel, ...]:
        """The dates that matter while someone stands at the counter, soonest first."""
        regels = [r for r in self.kaart if r.naam in _HOOFDREGELS and r.datum is not None]
        return tuple(sorted(regels, key=lambda r: r.datum or date.max))


def keuzelijsten(ctx: Context) -> Keuzelijsten:
    """Return the names that the form offers, active ones only."""
    actief = [m for m in beheer.medewerkers(ctx) if m.actief]
    return Keuzelijsten(
        afdelingen=tuple(a.naam for a in beheer.afdelingen(ctx) if a.actief),
        behandelaars=tuple(m.naam for m in actief if _mag_behandelen(m)),
        medewerkers=tuple(m.naam for m in actief),
        leidinggevenden=leidinggevenden(ctx),
    )


def _mag_behandelen(medewerker: Medewerker) -> bool:
    rollen = {rol.value for rol in medewerker.rollen}
    return not rollen or bool(rollen & {"behandelaar", "afdelingshoofd", "registrar"})


def feiten(
    formulier: Formulier,
    gemeente: Gemeente,
    kader: Kader,
    vandaag: date,
    wie_leidt: Mapping[str, str] | None = None,
) -> Feiten:
    """Return what can be said about ``formulier`` now; never refuses what is half typed.

    ``wie_leidt`` gives by name of a medewerker who leads him, as in ``Keuzelijsten``.
    """
    proef = _proefdossier(formulier, gemeente, vandaag)
    oordeel = _triage(proef, gemeente)
    proef = replace(proef, formeel_regime=oordeel.formeel_regime)
    return Feiten(
        kaart=termijnkaart.regels(proef, kader, vandaag),
        redenen=oordeel.redenen if formulier.kanaal else (_KIES_KANAAL,),
        vorm=proef.vorm,
        bsn=bsn_waarschuwingen(formulier),
        adviezen=_adviezen(formulier, proef, wie_leidt or {}),
        onderwerp=voorstel_onderwerp(formulier.omschrijving),
    )


def _triage(proef: Dossier, gemeente: Gemeente) -> Triage:
    return triage(
        soort=proef.soort,
        vorm=proef.vorm,
        klager=proef.klager,
        omschrijving=proef.omschrijving,
        ondertekend=proef.ondertekend,
        ontvangen_op=proef.ontvangen_op,
        mondeling_formeel=gemeente.mondeling_formeel,
    )


def _proefdossier(formulier: Formulier, gemeente: Gemeente, vandaag: date) -> Dossier:
    """Return the dossier that would come of it, with today for a date that is not there yet.

    Nobody is anoniem before something is written down: the name is just not typed yet.
    """
    kanaal = keuze(Kanaal, formulier.kanaal) or Kanaal.ONBEKEND
    omschrijving = formulier.omschrijving.strip()
    wie = klager(formulier)
    if wie.is_leeg and not omschrijving:
        wie = replace(wie, achternaam=_NOG_ONBEKEND)
    return Dossier(
        uid="",
        kenmerk="",
        soort=keuze(Soort, formulier.soort) or Soort.KLACHT,
        status=Status.ONTVANGEN,
        ontvangen_op=_dag(formulier.ontvangen_op) or vandaag,
        kanaal=kanaal,
        vorm=keuze(Vorm, formulier.vorm) or vorm_van(kanaal),
        omschrijving=omschrijving,
        onderwerp=formulier.onderwerp.strip(),
        klager=wie,
        gemachtigde=gemachtigde(formulier),
        beklaagde=formulier.beklaagde.strip(),
        commissie=gemeente.commissie,
        ondertekend=bool(formulier.ondertekend),
        gedraging_op=_dag(formulier.gedraging_op),
    )


def _dag(tekst: str) -> date | None:
    """Return the day, unless its year is still being typed (``24-11-2``)."""
    dag = datum(tekst)
    return dag if dag is not None and dag.year in _JAREN else None


def bsn_waarschuwingen(formulier: Formulier) -> tuple[BsnWaarschuwing, ...]:
    """Return the fields in which a number passes the elfproef; a warning, never proof."""
    return tuple(
        BsnWaarschuwing(veld, label)
        for veld, label in VRIJE_TEKST
        if bsn.vind_bsn(getattr(formulier, veld))
    )


def maskeer(tekst: str) -> str:
    """Return ``tekst`` with every number that may be a burgerservicenummer made unreadable."""
    return bsn.maskeer(tekst)


def _adviezen(
    formulier: Formulier, proef: Dossier, wie_leidt: Mapping[str, str]
) -> tuple[str, ...]:
    wie = _aanduiding(proef.klager.aanhef)
    adviezen: list[str] = []
    if proef.klager.leest_moeilijk:
        adviezen.append(
            f"{wie} leest moeilijk: bel eerst, gebruik de grote letter en geef het stappenplan mee."
        )
    if proef.klager.taal:
        adviezen.append(
            f"{wie} spreekt liever {proef.klager.taal}: vraag wie kan meekomen of regel een tolk."
        )
    if proef.klager.voorkeur is Voorkeur.BELLEN and not proef.klager.telefoon:
        adviezen.append(f"{wie} wil gebeld worden. Vraag het telefoonnummer.")
    if proef.klager.voorkeur is Voorkeur.MAILEN and not proef.klager.email:
        adviezen.append(f"{wie} wil mail. Vraag het e-mailadres.")
    if proef.klager.voorkeur is Voorkeur.MAILEN and not proef.klager.email_akkoord:
        adviezen.append(
            "Vraag of brieven ook per e-mail mogen. Anders gaan ze per post (art. 2:8 Awb)."
        )
    if proef.gemachtigde is not None:
        adviezen.append("U mag om een schriftelijke machtiging vragen (art. 2:1 Awb).")
    if formulier.behandelaar.strip() and is_betrokken(formulier.behandelaar, proef):
        adviezen.append(
            "De klacht gaat over de behandelaar zelf. Kies iemand die er niet bij betrokken was "
            "(art. 9:7 Awb)."
        )
    bezwaar = leidinggevende_bezwaar(formulier.behandelaar.strip(), proef, wie_leidt)
    if bezwaar is not None:
        adviezen.append(f"{bezwaar.tekst} ({bezwaar.artikel})")
    if proef.gedraging_op and _jaar_voorbij(proef.gedraging_op, proef.ontvangen_op):
        adviezen.append(
            "Het is langer dan een jaar geleden. De gemeente hoeft de klacht dan niet te "
            "behandelen, maar het mag wel (art. 9:8 lid 1 sub b Awb)."
        )
    return tuple(adviezen)


def _jaar_voorbij(gedraging: date, ontvangen: date) -> bool:
    return ontvangen > jaar_na_gedraging(gedraging).uiterste_datum


def _aanduiding(aanhef: Aanhef) -> str:
    return {Aanhef.MEVROUW: "Mevrouw", Aanhef.HEER: "Meneer"}.get(aanhef, "De klager")


def lijkt_op(ctx: Context, formulier: Formulier) -> tuple[RegisterRegel, ...]:
    """Return meldingen that may be the same, or earlier ones of the same person.

    Nothing for someone who may not see dossiers.
    """
    if not mag(ctx, Recht.LEZEN) or not _genoeg_om_te_zoeken(formulier):
        return ()
    proef = _proefdossier(formulier, ctx.gemeente, ctx.vandaag)
    aanmelding = Aanmelding(
        soort=proef.soort,
        ontvangen_op=proef.ontvangen_op,
        kanaal=proef.kanaal,
        omschrijving=proef.omschrijving,
        onderwerp=proef.onderwerp,
        klager=proef.klager,
    )
    return tuple(zoeken.lijkt_op(ctx, aanmelding))


def _genoeg_om_te_zoeken(formulier: Formulier) -> bool:
    naam = len(formulier.achternaam.strip()) >= _MIN_LETTERS
    cijfers = sum(teken.isdigit() for teken in formulier.telefoon) >= 9
    return (
        naam
        or cijfers
        or "@" in formulier.email
        or bool(normaliseer_postcode(formulier.postcode) and formulier.huisnummer.strip())
    )


@vraagt(Recht.LEZEN)
def gegevens_van(ctx: Context, kenmerk: str) -> dict[str, str]:
    """Return the fields of the klager of an earlier melding, to take over in the form."""
    return persoonsvelden(zoeken.dossier(ctx, kenmerk).klager)
