"""Takes in a new melding: checks it, gives it its number, and writes down that it came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from klachtenapp.domain import bsn
from klachtenapp.domain.aanmelding import Aanmelding
from klachtenapp.domain.begrippen import GebeurtenisSoort, Soort, Status
from klachtenapp.domain.dossier import Dossier, Gebeurtenis
from klachtenapp.domain.personen import Afdeling, Medewerker
from klachtenapp.domain.rollen import Recht
from klachtenapp.domain.triage import Triage
from klachtenapp.domain.zoektekst import normaliseer
from klachtenapp.errors import RegelFout
from klachtenapp.models import beheer, meldingen
from klachtenapp.services import feiten
from klachtenapp.services.context import Context
from klachtenapp.services.feiten import schone_persoon, schone_tekst, vorm_van
from klachtenapp.services.opdracht import Uitslag, een_keer, nieuw_uid, schrijf_log
from klachtenapp.services.rechten import vraagt


@dataclass(frozen=True, slots=True)
class _Bekend:
    """Names of the register by their normalised form, looked up once for many intakes."""

    afdelingen: dict[str, Afdeling]
    medewerkers: dict[str, Medewerker]


@vraagt(Recht.REGISTREREN)
def registreer(ctx: Context, aanmelding: Aanmelding) -> Dossier:
    """Take in one melding and return its dossier with its kenmerk.

    The same ``uid`` again returns the dossier that was made the first time and changes
    nothing. Without name or address a klacht is taken in all the same (K6, K9): what is
    missing is asked for later, never a reason to send someone away.

    :raises RegelFout: with ``veld``; then nothing was registered.
    """
    return registreer_alles(ctx, [aanmelding])[0]


@vraagt(Recht.REGISTREREN)
def binnengekomen(ctx: Context, uid: str) -> Dossier | None:
    """Return the dossier of an intake that had to wait in the postvak; ``None``: not yet there."""
    return meldingen.met_uid(ctx.register, uid)


@vraagt(Recht.REGISTREREN)
def registreer_alles(ctx: Context, aanmeldingen: Sequence[Aanmelding]) -> list[Dossier]:
    """Take in several meldingen in one transaction: all, or none.

    :raises RegelFout: naming the row (from 1) when there are more than one.
    """
    klaar = [replace(a, uid=a.uid or nieuw_uid()) for a in aanmeldingen]
    if not klaar:
        return []
    if len({a.uid for a in klaar}) != len(klaar):
        raise RegelFout("Twee meldingen in deze lijst hebben dezelfde uid.", veld="uid")

    uids = [a.uid for a in klaar]
    gelezen: list[Dossier] = []  # read inside the transaction: no second lock on a share

    def al_gedaan() -> Uitslag | None:
        if len(meldingen.bekende_uids(ctx.register, uids)) < len(klaar):
            return None
        gelezen[:] = meldingen.met_uids(ctx.register, uids)
        return Uitslag(herhaald=True)

    def doe() -> Uitslag:
        bekend = meldingen.bekende_uids(ctx.register, uids)
        namen = _namen(ctx)
        for rij, aanmelding in enumerate(klaar, start=1):
            if aanmelding.uid not in bekend:
                _registreer(ctx, aanmelding, namen, rij if len(klaar) > 1 else 0)
        gelezen[:] = meldingen.met_uids(ctx.register, uids)
        return Uitslag()

    een_keer(ctx, al_gedaan, doe)
    return gelezen


def waarschuwingen(aanmelding: Aanmelding) -> tuple[str, ...]:
    """Return what is worth a second look but no reason to refuse, such as a BSN in the text."""
    gevonden = []
    for naam, tekst in (
        ("het onderwerp", aanmelding.onderwerp),
        ("de omschrijving", aanmelding.omschrijving),
    ):
        if bsn.vind_bsn(tekst):
            gevonden.append(
                f"In {naam} lijkt een burgerservicenummer te staan. "
                "Haal het weg als het niet nodig is."
            )
    if aanmelding.soort is Soort.KLACHT and aanmelding.klager.is_leeg:
        gevonden.append("Er is geen naam: dit wordt een anoniem signaal, zonder brieven.")
    return tuple(gevonden)


def beoordeel(ctx: Context, aanmelding: Aanmelding) -> Triage:
    """Return under which regime this intake falls and what art. 9:4 lid 2 Awb still misses."""
    vorm = aanmelding.vorm or vorm_van(aanmelding.kanaal)
    return feiten.beoordeel(ctx.gemeente, aanmelding, vorm)


def _registreer(ctx: Context, aanmelding: Aanmelding, namen: _Bekend, rij: int) -> None:
    try:
        dossier = _dossier(ctx, _schoon(aanmelding), namen)
    except RegelFout as fout:
        if not rij:
            raise
        raise RegelFout(f"Melding {rij}: {fout.boodschap}", veld=fout.veld) from fout
    dossier = meldingen.voeg_toe(ctx.register, dossier, ctx.gemeente.kenmerkpatroon)
    gegevens = {"soort": dossier.soort.value, "kanaal": dossier.kanaal.value}
    schrijf_log(ctx, "geregistreerd", Uitslag(dossier.kenmerk, gegevens=gegevens), dossier.uid)


def _dossier(ctx: Context, aanmelding: Aanmelding, namen: _Bekend) -> Dossier:
    feiten.controleer(aanmelding, ctx.vandaag)
    if aanmelding.koppeling and meldingen.vind(ctx.register, aanmelding.koppeling) is None:
        raise RegelFout(f"Er is geen dossier {aanmelding.koppeling}.", veld="koppeling")
    afdeling = _afdeling(ctx, aanmelding.afdeling, namen)
    behandelaar = _behandelaar(ctx, aanmelding, namen)
    oordeel = beoordeel(ctx, aanmelding)
    gebeurd = [_feit(ctx, GebeurtenisSoort.GEREGISTREERD, regime=oordeel.regime)]
    if behandelaar:
        gebeurd.append(
            _feit(ctx, GebeurtenisSoort.BEHANDELAAR_TOEGEWEZEN, behandelaar=behandelaar.naam)
        )
    return Dossier(
        uid=aanmelding.uid,
        kenmerk="",
        soort=aanmelding.soort,
        status=Status.ONTVANGEN,
        ontvangen_op=aanmelding.ontvangen_op,
        kanaal=aanmelding.kanaal,
        vorm=aanmelding.vorm or vorm_van(aanmelding.kanaal),
        omschrijving=aanmelding.omschrijving,
        onderwerp=aanmelding.onderwerp,
        klager=aanmelding.klager,
        gemachtigde=aanmelding.gemachtigde,
        afdeling=afdeling,
        behandelaar=behandelaar,
        beklaagde=aanmelding.beklaagde,
        wens=aanmelding.wens,
        formeel_regime=oordeel.formeel_regime,
        commissie=ctx.gemeente.commissie,
        ondertekend=aanmelding.ondertekend,
        gedraging_op=aanmelding.gedraging_op,
        koppeling=aanmelding.koppeling,
        gebeurtenissen=tuple(gebeurd),
    )


def _feit(ctx: Context, soort: GebeurtenisSoort, **gegevens: str) -> Gebeurtenis:
    return Gebeurtenis(soort, ctx.vandaag, ctx.nu, ctx.gebruiker, gegevens)


def _namen(ctx: Context) -> _Bekend:
    return _Bekend(
        {normaliseer(a.naam): a for a in beheer.afdelingen(ctx.register)},
        {normaliseer(m.naam): m for m in beheer.medewerkers(ctx.register)},
    )


def _afdeling(ctx: Context, naam: str, namen: _Bekend) -> Afdeling | None:
    """Return the department; in a register that has none yet, the first name makes it."""
    if not naam:
        return None
    if gevonden := namen.afdelingen.get(normaliseer(naam)):
        return gevonden
    if namen.afdelingen:
        bekend = ", ".join(a.naam for a in namen.afdelingen.values() if a.actief)
        raise RegelFout(
            f"De afdeling '{naam}' is niet bekend. Kies uit: {bekend}.", veld="afdeling"
        )
    return beheer.bewaar_afdeling(ctx.register, Afdeling(0, naam))


def _behandelaar(ctx: Context, aanmelding: Aanmelding, namen: _Bekend) -> Medewerker | None:
    """Return the behandelaar, who may not be the one complained of (art. 9:7 lid 1 Awb)."""
    naam = aanmelding.behandelaar
    if not naam:
        return None
    feiten.controleer_onafhankelijk(naam, aanmelding.beklaagde, veld="behandelaar")
    if gevonden := namen.medewerkers.get(normaliseer(naam)):
        return gevonden
    if namen.medewerkers:
        bekend = ", ".join(m.naam for m in namen.medewerkers.values() if m.actief)
        raise RegelFout(
            f"De behandelaar '{naam}' is niet bekend. Kies uit: {bekend}.", veld="behandelaar"
        )
    return beheer.bewaar_medewerker(ctx.register, Medewerker(0, naam))


def _schoon(aanmelding: Aanmelding) -> Aanmelding:
    """Return the intake without stray spaces, with its vorm."""
    teksten: dict[str, Any] = {
        veld: schone_tekst(getattr(aanmelding, veld))
        for veld in ("omschrijving", "onderwerp", "afdeling", "behandelaar", "beklaagde")
    }
    return replace(
        aanmelding,
        vorm=aanmelding.vorm or vorm_van(aanmelding.kanaal),
        klager=schone_persoon(aanmelding.klager),
        gemachtigde=aanmelding.gemachtigde and schone_persoon(aanmelding.gemachtigde),
        koppeling=schone_tekst(aanmelding.koppeling),
        **teksten,
    )
