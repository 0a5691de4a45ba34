"""Everything the dossier page shows, gathered in one visit to the register."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from klachtenapp.domain import poort, termijnkaart
from klachtenapp.domain.begrippen import GebeurtenisSoort
from klachtenapp.domain.briefsoort import BriefSoort
from klachtenapp.domain.brieven import BRIEVEN, mag_brief
from klachtenapp.domain.brieven.openstaand import openstaande_brieven
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.handeling import Bezwaar, Collegas, Handeling
from klachtenapp.domain.handelingen import (
    bezwaren,
    laatste_terug_te_draaien,
    mogelijk,
    voorinvullen,
)
from klachtenapp.domain.handtekening import Geldigheid
from klachtenapp.domain.kaartregel import Kaartregel
from klachtenapp.domain.kader import Kader
from klachtenapp.domain.poort import Sluitbevinding
from klachtenapp.domain.rollen import Recht
from klachtenapp.domain.urgentie import Urgentie, urgentie
from klachtenapp.domain.volgende_stap import Stap, volgende_stap
from klachtenapp.services import beheer, logboek, zoeken
from klachtenapp.services.collegas import collegas, leidinggevenden
from klachtenapp.services.context import Context
from klachtenapp.services.geldigheid import geldigheden
from klachtenapp.services.logboek import Boekregel
from klachtenapp.services.rechten import mag
from klachtenapp.ui.dossier.bevoegd import (
    DOSSIERBOEK,
    ONGEDAAN,
    mag_dit,
    meelezer,
    recht_bij,
    wie_wel,
)
from klachtenapp.ui.dossier.meer_keuzes import Keuze
from klachtenapp.ui.handeling_formulier import Namen

TOETSEN = {
    "leg_gesprek_vast": "Ctrl+Shift+G",
    "wijs_behandelaar_toe": "Ctrl+Shift+B",
    "klager_tevreden": "Ctrl+Shift+T",
    "verdaag": "Ctrl+Shift+V",
    "start_formeel": "Ctrl+Shift+F",
    "start_informeel": "Ctrl+Shift+I",
}
"""Handelingen that are done so often that they have a key of their own."""

BRIEFNAMEN = {
    **{soort: regel.titel for soort, regel in BRIEVEN.items()},
    BriefSoort.STAPPENPLAN: "Stappenplan",
}


@dataclass(frozen=True, slots=True)
class Briefstand:
    """One letter: what stands in its way, and when it was last sent."""

    soort: BriefSoort
    naam: str
    bezwaren: tuple[Bezwaar, ...]
    verzonden: Gebeurtenis | None


@dataclass(frozen=True, slots=True)
class Dossierbeeld:
    """A dossier with all that follows from it today."""

    dossier: Dossier
    vandaag: date
    stap: Stap | None
    urgentie: Urgentie
    kaart: tuple[Kaartregel, ...]
    sluiten: tuple[Sluitbevinding, ...]
    keuzes: tuple[Keuze, ...]
    brieven: tuple[Briefstand, ...]
    moet: frozenset[BriefSoort]  # the letters that are owed
    namen: Namen
    collegas: Collegas
    log: tuple[Boekregel, ...]
    terug: str  # the name of the undo of the last step, empty when there is none
    handtekeningen: Mapping[int, Geldigheid]  # of the signed letters, by their document
    boek: bool = True  # whether this user may take the whole dossier out as one PDF
    stap_van: str = ""  # who takes the next step, when this user may not
    meelezer: str = ""  # that this user only reads along

    def kan(self, naam: str) -> bool:
        """Whether the handeling ``naam`` is offered and nothing stands in its way."""
        return any(keuze.naam == naam and not keuze.blokkade for keuze in self.keuzes)


def lees(ctx: Context, kenmerk: str) -> Dossierbeeld:
    """Read the dossier ``kenmerk`` and derive what the page shows. Runs in the worker."""
    dossier = zoeken.dossier(ctx, kenmerk)
    vandaag, kader = ctx.vandaag, ctx.kader
    terug = laatste_terug_te_draaien(dossier) if mag_dit(ctx.rollen, ONGEDAAN) else None
    mensen, stap = collegas(ctx), volgende_stap(dossier, kader, vandaag)
    stap_recht = recht_bij(stap.brief or stap.handeling) if stap else Recht.LEZEN
    return Dossierbeeld(
        dossier=dossier,
        vandaag=vandaag,
        stap=stap,
        urgentie=urgentie(dossier, kader, vandaag),
        kaart=termijnkaart.regels(dossier, kader, vandaag),
        sluiten=poort.bevindingen(dossier, kader, vandaag) if dossier.is_open else (),
        keuzes=tuple(
            _keuze(handeling, dossier, kader, vandaag)
            for handeling in mogelijk(dossier, kader, vandaag)
            if mag_dit(ctx.rollen, handeling.naam)
        ),
        brieven=tuple(
            Briefstand(
                soort,
                naam,
                mag_brief(soort, dossier, ctx.gemeente, vandaag, kader, collegas=mensen),
                _weg(dossier, soort),
            )
            for soort, naam in BRIEFNAMEN.items()
            if mag_dit(ctx.rollen, soort)
        ),
        moet=frozenset(openstaande_brieven(dossier, kader, vandaag)),
        namen=Namen(
            medewerkers=[m.naam for m in beheer.medewerkers(ctx) if m.actief],
            functies={m.naam: m.functie for m in beheer.medewerkers(ctx)},
            leidinggevenden=leidinggevenden(ctx),
            afdelingen=[a.naam for a in beheer.afdelingen(ctx) if a.actief],
        ),
        collegas=mensen,
        log=tuple(logboek.van_dossier(ctx, kenmerk)),
        terug=terug[1].terug if terug else "",
        handtekeningen=geldigheden(ctx, dossier.kenmerk),
        boek=mag_dit(ctx.rollen, DOSSIERBOEK),
        stap_van="" if mag(ctx, stap_recht) else wie_wel(stap_recht),
        meelezer=meelezer(ctx.rollen),
    )


def _keuze(handeling: Handeling, dossier: Dossier, kader: Kader, vandaag: date) -> Keuze:
    """Return the line for *Meer doen*; only what no answer can lift stands in the way."""
    velden = {veld.naam for veld in handeling.velden}
    vooraf = voorinvullen(handeling, dossier, kader, vandaag)
    blokkades = [
        bezwaar.tekst
        for bezwaar in bezwaren(handeling, dossier, vooraf, kader, vandaag)
        if bezwaar.veld not in velden
    ]
    return Keuze(
        naam=handeling.naam,
        label=handeling.label,
        groep=handeling.groep,
        uitleg=handeling.uitleg,
        blokkade=blokkades[0] if blokkades else "",
        toets=TOETSEN.get(handeling.naam, ""),
    )


def _weg(dossier: Dossier, soort: BriefSoort) -> Gebeurtenis | None:
    if soort is BriefSoort.STAPPENPLAN:
        return dossier.laatste(GebeurtenisSoort.STAPPENPLAN_MEEGEGEVEN)
    return dossier.brief_verzonden(soort)
